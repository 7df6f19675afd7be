"""Comparing: what two mentions must agree in to be one happening, and what keeps them apart however alike they are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from dragoman.link import Mention, compare
from dragoman.link.conflict import find_conflict

from .factory import STRUCK, UNDATED, make_agreement, make_commitment, make_meeting, make_mention, on_day

RETOLD = "Nine dock workers were killed when jets struck the depot by the harbour"
OTHER = "An artillery barrage hit two border villages overnight"
ARICA = {"place": "arica", "place_country": "CHL"}
TACNA = {"place": "tacna", "place_country": "PER"}
COPY = 0.9


def agreed(one: Mention, other: Mention, *, similarity: float = 0.0) -> set[str] | None:
    """The features of the pair, None where there is none; the same in both orders."""
    pair = compare(one, other, similarity=lambda _one, _other: similarity)
    assert pair == compare(other, one, similarity=lambda _one, _other: similarity)
    return None if pair is None else {each.feature for each in pair.agreed}


@pytest.mark.parametrize(
    ("make", "ours", "theirs", "features"),
    [
        (make_mention, {}, {"text": RETOLD}, {"parties", "type", "time", "wording"}),
        (make_mention, {}, {"text": RETOLD, **UNDATED}, {"parties", "type", "time", "wording"}),
        (make_mention, ARICA, ARICA, {"parties", "type", "time", "wording", "place"}),
        # A signing of one day is one, whatever it is called.
        (
            make_mention,
            {"type": "SUPPORT", "mode": None, "code": "057", "people": ("rojas",)},
            {"type": "SUPPORT", "mode": None, "code": "057", "people": ("rojas",), "text": OTHER},
            {"parties", "type", "time", "people"},
        ),
        (
            make_mention,
            {"type": "CONSULT", "mode": "visit", **ARICA},
            {"type": "CONSULT", "mode": "visit", "text": OTHER, **ARICA},
            {"parties", "type", "time", "place"},
        ),
        (make_meeting, {"people": ("rojas",)}, {"people": ("rojas", "quispe"), "text": OTHER, "type": "visit"},
         {"parties", "time", "people"}),
        (make_agreement, {}, {"text": "A fishing protocol was concluded"}, {"parties", "type", "time", "topics"}),
        (make_agreement, {}, {"published": "2031-09-01", "status": "ratified", **on_day("2031-08-30")},
         {"parties", "type", "topics", "wording"}),
        (make_agreement, {"period": ("2031-01-01", "2035-12-31")}, {"period": ("2031-01-01", "2035-12-31"), **UNDATED},
         {"parties", "type", "topics", "wording", "period"}),
        # Of a known one it may be long ago that it was signed.
        (make_agreement, {"text": "a protocol on fishing quotas in force", **UNDATED},
         {"text": "the protocol on fishing quotas", "published": "2031-12-04", **UNDATED},
         {"parties", "type", "topics", "wording"}),
        (make_commitment, {}, {"published": "2032-06-01"}, {"parties", "amount", "deadline", "topics", "wording"}),
        (make_commitment, {}, {"deadline": "2035-06", "published": "2031-03-05"},
         {"parties", "amount", "deadline", "topics", "wording", "time"}),
    ],
)  # fmt: skip
def test_compare_joins_reports_of_one_happening(
    make: Callable[..., Mention], ours: dict[str, Any], theirs: dict[str, Any], features: set[str]
) -> None:
    assert agreed(make("a", **ours), make("b", **theirs)) == features


def test_compare_takes_a_copy_of_the_text_for_a_reason() -> None:
    one, other = (make_agreement(name, type=kind, **UNDATED) for name, kind in (("a", "agreement"), ("b", "protocol")))
    assert "near-copy" in (agreed(one, other, similarity=COPY) or set())


@pytest.mark.parametrize(
    ("make", "ours", "theirs", "feature"),
    [
        # Two bombings on two days.
        (make_mention, {}, on_day("2031-03-04"), "time"),
        (make_mention, {}, {"start": "2031-04-01", "end": "2031-04-30", "precision": "month"}, "time"),
        (make_mention, {}, {"published": "2031-03-05", **UNDATED}, "time"),
        # Of a war that is told of day by day in the same words.
        (make_mention, UNDATED, {"published": "2031-03-06", **UNDATED}, "time"),
        # Retaliation.
        (make_mention, {}, {"actors": ("PER",), "recipients": ("CHL",)}, "parties"),
        (make_mention, {}, {"realis": "planned"}, "realis"),
        (make_mention, {}, {"realis": "negated"}, "realis"),
        (make_mention, ARICA, TACNA, "place"),
        (make_mention, ARICA, {"place": "iquique", "place_country": "CHL"}, "place"),
        (make_mention, {"type": "CONSULT", "mode": "phone"}, {"type": "CONSULT", "mode": "visit"}, "type"),
        (make_mention, {"background": True, **UNDATED}, UNDATED, "time"),
        (make_commitment, {}, {"amount": 1.2e10}, "amount"),
        (make_commitment, {}, {"currency": "EUR"}, "amount"),
        (make_commitment, {"currency": None, "unit": "tonnes"}, {"currency": None, "unit": "barrels"}, "amount"),
        (make_commitment, {}, {"deadline": "2036"}, "deadline"),
        (make_commitment, {"deadline": "2035-01"}, {"deadline": "2035-06"}, "deadline"),
        (make_agreement, {}, {"type": "treaty"}, "type"),
        (make_agreement, {}, {"amount": 3.0}, "amount"),
        (make_agreement, {"period": ("2031", "2035")}, {"period": ("2031", "2036")}, "period"),
        (make_agreement, {}, on_day("2030-03-03"), "time"),
        (
            make_agreement,
            {"text": "a protocol on quotas", **UNDATED},
            {"text": "a new protocol on quotas", "published": "2031-12-04", **UNDATED},
            "time",
        ),
        (make_agreement, {}, {"text": "a new protocol on quotas", "published": "2031-12-04", **UNDATED}, "time"),
        (make_meeting, {}, {"type": "call"}, "type"),
        (make_meeting, {}, on_day("2031-03-02"), "time"),
    ],
)
def test_compare_keeps_apart_what_contradicts_in_one_feature(
    make: Callable[..., Mention], ours: dict[str, Any], theirs: dict[str, Any], feature: str
) -> None:
    one, other = make("a", **ours), make("b", **theirs)
    assert find_conflict(one, other) == find_conflict(other, one) == feature
    assert agreed(one, other, similarity=COPY) is None


@pytest.mark.parametrize(
    ("make", "ours", "theirs"),
    [
        # Two strikes of one day, told in other words.
        (make_mention, {}, {"text": OTHER}),
        (make_mention, {**UNDATED}, {"text": "Jets struck a bridge, killing nine soldiers near the border", **UNDATED}),
        # The words name other towns, though no place was found.
        (
            make_mention,
            {"text": "Jets struck a fuel depot near Arica, killing nine workers"},
            {"text": "Jets struck a railway near Iquique, killing nine workers and two guards near the depot"},
        ),
        # Two meetings of one day at different levels.
        (make_meeting, {"people": ("rojas",)}, {"people": ("quispe",), "text": OTHER}),
        (make_mention, {"type": "CONSULT", "people": ("rojas",)}, {"type": "CONSULT", "people": ("mamani",)}),
        (make_agreement, {"topics": ("fishin",)}, {"topics": ("energy",), "text": "A deal on power lines was signed"}),
        (make_agreement, {"topics": ()}, {"topics": (), "text": "A protocol was signed"}),
        # One of several that were signed on one day.
        (make_agreement, {"alone": False}, {"text": "A protocol was signed"}),
        (make_commitment, {"amount": None, "deadline": None}, {"amount": None, "deadline": None}),
        (make_commitment, {"amount": None}, {"amount": 5e9}),
        # Other parties are another block.
        (make_mention, {}, {"recipients": ("BOL",)}),
        (make_mention, {}, {"type": "COERCE"}),
    ],
)
def test_compare_joins_nothing_that_agrees_in_too_little(
    make: Callable[..., Mention], ours: dict[str, Any], theirs: dict[str, Any]
) -> None:
    assert agreed(make("a", **ours), make("b", **theirs)) is None


def test_compare_lets_what_is_done_together_stand_in_either_order() -> None:
    one = make_mention("a", type="CONSULT", **ARICA)
    other = make_mention("b", type="CONSULT", actors=("PER",), recipients=("CHL",), **ARICA)
    assert agreed(one, other) is not None


def test_compare_wants_more_of_two_findings_of_one_article() -> None:
    one, other = make_meeting("a"), make_meeting("a", at=500, finding_id="f2", text=OTHER)
    assert agreed(one, other) is None
    assert agreed(one, make_meeting("a", at=500, finding_id="f2", people=())) is not None
    assert agreed(one, make_meeting("b", text=OTHER)) is not None


def test_compare_takes_two_findings_of_one_sentence_for_two() -> None:
    assert find_conflict(make_mention("a"), make_mention("a", at=10, finding_id="f2")) == "wording"
    assert find_conflict(make_mention("a"), make_mention("b", at=10, finding_id="f2")) is None


def test_compare_takes_two_dates_of_one_article_for_two_acts() -> None:
    month = {"start": "2031-03-01", "end": "2031-03-31", "precision": "month"}
    assert find_conflict(make_mention("a"), make_mention("a", at=500, finding_id="f2", **month)) == "time"
    assert find_conflict(make_mention("a"), make_mention("b", **month)) is None


def test_compare_wants_more_of_what_happens_inside_one_state() -> None:
    alone = {"recipients": (), "type": "CONSULT", "mode": None}
    assert agreed(make_mention("a", **alone, **ARICA), make_mention("b", **alone, **ARICA, text=OTHER)) is None
    assert agreed(make_mention("a", **alone, **ARICA), make_mention("b", **alone, **ARICA)) is not None


def test_compare_is_not_led_by_what_every_report_says() -> None:
    one = make_mention("a", "Officials said on Tuesday that they told the government", **UNDATED)
    other = make_mention("b", "The government said that officials were told on Tuesday", **UNDATED)
    assert agreed(one, other) is None
    assert make_mention("a", STRUCK).words
