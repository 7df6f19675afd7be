"""The balance of the corpus: what is counted where, and which minimums are missed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dragoman.ontology import load_ontology
from dragoman.train.balance import (
    LEAST_NOT_PLAIN,
    LEAST_NOTHING,
    LEAST_OF_TYPE,
    LEAST_PAIRS,
    LEAST_PASSAGES,
    NOTHING,
    Balance,
    minimums_of,
    weigh,
)
from dragoman.train.markup import MarkedEvent, Passage

from .corpora import pair

IDLE = pair(cameo="000", type=None)
ALONE = pair(target=None, realis="negated", attributed=True)


def passages_of(with_event: int, without: int) -> list[Passage]:
    event = MarkedEvent(1, "RETREAT", None, "087", "actual")
    return [Passage("Chad left.", (), (event,))] * with_event + [Passage("Rain fell.", (), ())] * without


def enough(*, with_event: int = 2400, without: int = 600) -> Balance:
    """A balance that meets each minimum by nothing more than its number."""
    counts = weigh([], passages_of(with_event, without))
    types = dict.fromkeys(load_ontology(), LEAST_OF_TYPE)
    balance = replace(counts, pairs=LEAST_PAIRS, not_plain=LEAST_NOT_PLAIN, nothing=LEAST_NOTHING)
    balance.types.update(types)
    return balance


def missed(balance: Balance) -> list[str]:
    return [each.what for each in minimums_of(balance) if not each.met]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("type", "COERCE"),
        ("code", "173"),
        ("mode", "COERCE arrest"),
        ("realis", "future"),
        ("attributed", "yes"),
        ("between", "an event"),
        ("target", "with"),
        ("origin", "w3"),
        ("part", "dev"),
    ],
)
def test_a_pair_is_counted_by_each_of_its_fields(field: str, value: str) -> None:
    shown = pair(type="COERCE", cameo="173", mode="arrest", realis="future", attributed=True, origin="w3", part="dev")
    assert weigh([shown, shown], []).tallies[field] == {value: 2}


@pytest.mark.parametrize(
    ("field", "value"),
    [("type", NOTHING), ("code", "000"), ("mode", NOTHING), ("between", NOTHING), ("attributed", "not read")],
)
def test_a_pair_with_nothing_between_is_counted_as_such(field: str, value: str) -> None:
    assert weigh([IDLE], []).tallies[field] == {value: 1}


@pytest.mark.parametrize(
    ("values", "counted"),
    [
        ({"realis": "negated"}, 1),
        ({"realis": "hypothetical"}, 1),
        ({"realis": "future"}, 1),
        ({"attributed": True}, 1),
        ({"realis": "future", "attributed": True}, 1),
        ({"realis": "historical"}, 0),
        ({"attributed": False}, 0),
        ({}, 0),
    ],
)
def test_what_is_not_plainly_actual_is_counted_once(values: dict[str, object], counted: int) -> None:
    assert weigh([pair(**values)], []).not_plain == counted


def test_a_pair_without_a_target_counts_towards_no_minimum() -> None:
    balance = weigh([pair(), IDLE, ALONE], [])
    assert (balance.pairs, balance.not_plain, balance.nothing, balance.types) == (2, 0, 1, {"RETREAT": 1})
    assert balance.tallies["target"] == {"with": 2, "without": 1}


def test_a_corpus_with_the_least_of_everything_misses_nothing() -> None:
    assert missed(enough()) == []


@pytest.mark.parametrize(
    ("field", "least", "what"),
    [
        ("pairs", 12_000, "pairs with a target"),
        ("not_plain", 1_500, "pairs not plainly actual"),
        ("nothing", 1_000, "pairs with nothing between"),
    ],
)
def test_one_pair_too_few_is_missed(field: str, least: int, what: str) -> None:
    just: dict[str, Any] = {field: least}
    less: dict[str, Any] = {field: least - 1}
    assert missed(replace(enough(), **just)) == []
    assert missed(replace(enough(), **less)) == [what]


@pytest.mark.parametrize("kind", sorted(load_ontology()))
def test_a_type_with_too_few_pairs_is_missed_by_name(kind: str) -> None:
    balance = enough()
    balance.types[kind] = 299
    assert missed(balance) == [f"pairs of type {kind}"]


@pytest.mark.parametrize(
    ("with_event", "without", "names"),
    [
        (LEAST_PASSAGES * 4 // 5, LEAST_PASSAGES // 5, []),
        (2399, 600, ["passages"]),
        (2400, 601, []),
        (2401, 599, ["passages without an event (19.97%)"]),
        # A fifth of 3,001 is more than 600.
        (2401, 600, ["passages without an event (19.99%)"]),
    ],
)
def test_a_fifth_of_the_passages_is_without_an_event(with_event: int, without: int, names: list[str]) -> None:
    assert missed(enough(with_event=with_event, without=without)) == names


def test_an_empty_corpus_has_a_share_and_misses_all_but_that() -> None:
    balance = weigh([], [])
    assert balance.share == 0
    assert len(missed(balance)) == len(minimums_of(balance)) - 1
