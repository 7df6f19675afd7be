"""Duplicates: what counts as told twice, for each kind of finding, and which telling stays."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.check.duplicates import Duplicates
from dragoman.record import Finding

from .findings import (
    FRANCE,
    ICELAND,
    MINISTER,
    NORWAY,
    PUBLISHED,
    THERE,
    day,
    make_agreement,
    make_claim,
    make_commitment,
    make_condition,
    make_event,
    make_meeting,
    make_person,
    span_of,
)

NEWS, OLD = day("2024-03-04"), day("2021-05-05")
ASSAULT = {"type": "ASSAULT", "quad": "material conflict", "cameo": "190"}
MEETING = {"type": "CONSULT", "cameo": "040"}
AID = {"type": "AID", "quad": "material cooperation", "cameo": "070"}


def kept(kind: str, *findings: Finding, published: str | None = PUBLISHED) -> list[str]:
    """The ids of the findings that stay."""
    stay, repeated = Duplicates(kind, published).split(findings)
    assert len(stay) + len(repeated) == len(findings)
    return [finding.id for finding in stay]


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        # Dates: none at all, one in the news, one of old, the same, another.
        ({}, {}, True),
        ({"date": NEWS}, {}, True),
        ({"date": OLD}, {}, False),
        ({"date": NEWS}, {"date": NEWS}, True),
        ({"date": NEWS}, {"date": day("2024-03-05")}, False),
        # Sides: another dyad, another direction, another person of the state.
        ({}, {"recipients": (FRANCE,)}, False),
        ({}, {"actors": (ICELAND,), "recipients": (NORWAY,)}, False),
        (MEETING, {**MEETING, "actors": (ICELAND,), "recipients": (NORWAY,)}, True),
        (MEETING, {**MEETING, "actors": (NORWAY, ICELAND), "recipients": ()}, True),
        (MEETING, {**MEETING, "actors": (NORWAY, ICELAND, FRANCE), "recipients": ()}, False),
        (MEETING, {**MEETING, "realis": "future"}, False),
        ({}, {"actors": (MINISTER,)}, True),
        ({"type": "ACCUSE"}, {"type": "ACCUSE", "actors": (ICELAND,), "recipients": (NORWAY,)}, False),
        # Type and mark.
        ({}, {"type": "ACCUSE"}, False),
        ({}, {"realis": "negated"}, False),
        ({}, {"realis": "future"}, True),
        # Acts that may happen several times a day are the same only where day or victim tell so.
        (AID, AID, False),
        ({**AID, "date": NEWS}, {**AID, "date": NEWS}, True),
        (ASSAULT, {**ASSAULT, "recipients": ()}, True),
        ({**ASSAULT, "date": NEWS}, {**ASSAULT, "recipients": ()}, True),
        ({**ASSAULT, "date": OLD}, {**ASSAULT, "recipients": ()}, False),
        ({**ASSAULT, "date": NEWS}, {**ASSAULT, "date": NEWS, "recipients": (FRANCE,)}, False),
    ],
)
def test_events_of_two_sentences_are_one_by_type_sides_and_day(
    first: dict[str, Any], second: dict[str, Any], same: bool
) -> None:
    one, other = make_event(**first), make_event(id="e2", evidence=THERE, confidence=0.5, **second)
    assert kept("events", one, other) == (["e1"] if same else ["e1", "e2"])


@pytest.mark.parametrize(
    ("second", "same"),
    [({}, True), ({"date": OLD}, True), ({"recipients": (FRANCE,)}, False), ({"type": "AID"}, False)],
)
def test_events_of_one_sentence_with_the_same_sides_are_one(second: dict[str, Any], same: bool) -> None:
    one, other = make_event(**{"type": "COOPERATE"}), make_event(**{"id": "e2", "type": "COOPERATE", **second})
    assert (len(kept("events", one, other)) == 1) is same


@pytest.mark.parametrize(
    ("second", "same"),
    [
        pytest.param({}, True, id="the same code"),
        pytest.param({"cameo": "163"}, False, id="another code by other words"),
        pytest.param({"cameo": "163", "trigger": span_of("signed")}, True, id="another code by the same word"),
        pytest.param({"cameo": "163", "rule": "model"}, True, id="by the model alone"),
        pytest.param({"cameo": "111", "type": "ACCUSE", "quad": "verbal conflict"}, False, id="another type"),
    ],
)
def test_two_hostile_acts_of_one_sentence_stay_two(second: dict[str, Any], same: bool) -> None:
    recalled = {"type": "SANCTION", "cameo": "161", "quad": "material conflict", "rule": "recall"}
    other = {**recalled, "id": "e2", "rule": "close", "trigger": span_of("paid"), **second}
    assert (len(kept("events", make_event(**recalled), make_event(**other))) == 1) is same


def test_without_a_publication_day_no_date_is_news() -> None:
    dated, undated = make_event(date=NEWS), make_event(id="e2", evidence=THERE, confidence=0.5)
    assert kept("events", dated, undated, published=None) == ["e1", "e2"]
    assert kept("events", dated, undated) == ["e1"]


@pytest.mark.parametrize(("days", "same"), [("2024-03-06", True), ("2024-03-03", True), ("2024-03-02", False)])
def test_news_reaches_three_days_back(days: str, same: bool) -> None:
    dated, undated = make_event(date=day(days)), make_event(id="e2", evidence=THERE, confidence=0.5)
    assert (kept("events", dated, undated) == ["e1"]) is same


def test_the_higher_confidence_stays_then_the_one_told_first() -> None:
    early, late = make_event(confidence=0.5), make_event(id="e2", evidence=THERE, confidence=0.8)
    assert kept("events", early, late) == ["e2"]
    equal = make_event(id="e3", evidence=THERE, confidence=0.5)
    assert kept("events", equal, early) == ["e1"]


def test_what_stays_stands_in_order_of_the_text() -> None:
    late, early = (
        make_event(id="z", evidence=THERE, date=NEWS, confidence=0.9),
        make_event(id="y", date=OLD, confidence=0.3),
    )
    assert kept("events", late, early) == ["y", "z"]


PART = span_of("Norway signed a pact")


@pytest.mark.parametrize(
    ("kind", "one", "other", "same"),
    [
        ("claims", make_claim(), make_claim(id="x", evidence=PART), True),
        ("claims", make_claim(), make_claim(id="x", evidence=THERE), False),
        ("claims", make_claim(), make_claim(id="x", quote=True), False),
        ("persons", make_person(), make_person(id="x", evidence=THERE, role=None), True),
        ("persons", make_person(), make_person(id="x", country="SWE"), False),
        ("persons", make_person(), make_person(id="x", name="Nils Lund"), False),
        ("agreements", make_agreement(), make_agreement(id="x", evidence=PART), True),
        ("agreements", make_agreement(), make_agreement(id="x", evidence=THERE), False),
        ("commitments", make_commitment(), make_commitment(id="x", evidence=PART), True),
        ("commitments", make_commitment(), make_commitment(id="x", amount=7), False),
        ("commitments", make_commitment(), make_commitment(id="x", deadline="2030"), False),
        ("commitments", make_commitment(), make_commitment(id="x", evidence=THERE), False),
        ("meetings", make_meeting(), make_meeting(id="x"), False),
        ("conditions", make_condition(), make_condition(id="x"), False),
    ],
)
def test_findings_of_other_kinds_repeat_by_their_words_and_values(
    kind: str, one: Finding, other: Finding, same: bool
) -> None:
    assert (len(kept(kind, one, other)) == 1) is same


def test_nothing_gives_nothing() -> None:
    assert Duplicates("events", None).split([]) == ([], [])


def test_a_third_telling_is_compared_with_all_that_stay() -> None:
    first, second = make_event(date=NEWS, confidence=0.9), make_event(id="e2", recipients=(FRANCE,), confidence=0.8)
    again = make_event(id="e3", recipients=(FRANCE,), evidence=THERE, confidence=0.7)
    assert kept("events", first, second, again) == ["e1", "e2"]
