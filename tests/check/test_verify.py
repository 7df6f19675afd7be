"""Verify: for each reason a finding that gets it, and a sibling that is accepted."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.check.verify import FINDINGS, label_of, stage, verdict, verify
from dragoman.record import KINDS, Actor, Finding, Reason, Span, When, Where

from .findings import (
    ARTICLE,
    CAPTION,
    DIGEST,
    ELSEWHERE,
    FIRST,
    FRANCE,
    HEADLINE,
    HERE,
    ICELAND,
    LABEL,
    MINISTER,
    NAMED,
    NORWAY,
    THERE,
    UNKNOWN,
    make_agreement,
    make_claim,
    make_commitment,
    make_condition,
    make_event,
    make_meeting,
    make_person,
    span_of,
)

MAKERS = {
    "events": make_event,
    "agreements": make_agreement,
    "commitments": make_commitment,
    "claims": make_claim,
    "meetings": make_meeting,
    "persons": make_person,
    "conditions": make_condition,
}
FAR = Span(0, 3, "???")


def judge(of: str, **options: Any) -> Reason:
    """The verdict on a finding of the kind that differs by the options."""
    return verdict(of, MAKERS[of](**options), ARTICLE)


INSIDE = {"type": "COERCE", "cameo": "173", "quad": "material conflict", "rule": "model", "confidence": 0.9}
CROWD = Actor(span_of("kroner"))


@pytest.mark.parametrize("kind", KINDS)
def test_a_finding_that_its_words_show_is_supported(kind: str) -> None:
    assert judge(kind) is Reason.SUPPORTED


@pytest.mark.parametrize("kind", KINDS)
def test_words_that_do_not_stand_at_the_span_are_a_mismatch(kind: str) -> None:
    assert judge(kind, evidence=ELSEWHERE) is Reason.SPAN_MISMATCH


@pytest.mark.parametrize(
    "options",
    [
        {"trigger": FAR},
        {"date": When(FAR, "2024-03-04", "2024-03-04", "day")},
        {"place": Where(FAR, "Bergen", "NOR")},
        {"actors": (NORWAY, type(NORWAY)(FAR, country="FRA"))},
        {"attribution": type(NORWAY)(FAR, country="FRA")},
    ],
)
def test_every_span_inside_of_a_finding_is_proved(options: dict[str, Any]) -> None:
    assert judge("events", **options) is Reason.SPAN_MISMATCH


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (HEADLINE, Reason.DIGEST),
        (DIGEST, Reason.DIGEST),
        (CAPTION, Reason.FURNITURE),
        (LABEL, Reason.FURNITURE),
        (FIRST, Reason.SUPPORTED),
    ],
)
def test_only_a_person_may_come_from_outside_of_the_body(kind: str, words: str, reason: Reason) -> None:
    expected = Reason.SUPPORTED if kind == "persons" else reason
    assert judge(kind, evidence=span_of(words)) is expected


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ({"actors": ()}, Reason.NO_ACTOR),
        ({"actors": (NAMED,)}, Reason.NO_ACTOR),
        ({"actors": (UNKNOWN,)}, Reason.NO_ACTOR),
        ({"actors": (NAMED,), "recipients": (UNKNOWN,)}, Reason.NO_STATE),
        ({"actors": (NORWAY,), "recipients": ()}, Reason.NO_RECIPIENT),
        ({"actors": (NORWAY, ICELAND), "recipients": ()}, Reason.SUPPORTED),
        ({"actors": (NORWAY,), "recipients": (MINISTER,)}, Reason.ONE_STATE),
        ({"actors": (NORWAY, MINISTER), "recipients": ()}, Reason.ONE_STATE),
        # What the model alone is sure of may lie inside one state, where somebody of it does something to somebody.
        ({**INSIDE, "recipients": (CROWD,)}, Reason.SUPPORTED),
        ({**INSIDE, "recipients": (CROWD,), "confidence": 0.7}, Reason.ONE_STATE),
        ({**INSIDE, "recipients": (CROWD,), "rule": "arrest"}, Reason.ONE_STATE),
        ({**INSIDE, "recipients": ()}, Reason.NO_RECIPIENT),
        ({**INSIDE, "actors": (CROWD,), "recipients": (CROWD,)}, Reason.NO_STATE),
        ({**INSIDE, "type": "AGREE", "quad": "verbal cooperation", "recipients": (CROWD,)}, Reason.ONE_STATE),
        ({"actors": (NORWAY,), "recipients": (MINISTER, FRANCE)}, Reason.SUPPORTED),
        ({"quad": "sleepy"}, Reason.BAD_VALUE),
        ({"quad": "material conflict"}, Reason.SUPPORTED),
        ({"realis": "dreamt"}, Reason.BAD_VALUE),
        ({"realis": "negated"}, Reason.SUPPORTED),
    ],
)
def test_an_event_needs_two_parties_of_two_states(options: dict[str, Any], reason: Reason) -> None:
    assert judge("events", **options) is reason


@pytest.mark.parametrize(
    ("kind", "options", "reason"),
    [
        ("agreements", {"parties": ("NOR",)}, Reason.TOO_FEW_PARTIES),
        ("agreements", {"parties": ()}, Reason.TOO_FEW_PARTIES),
        ("agreements", {"parties": ("NOR", "EUR")}, Reason.SUPPORTED),
        ("agreements", {"kind": "handshake"}, Reason.BAD_VALUE),
        ("agreements", {"kind": "treaty"}, Reason.SUPPORTED),
        ("agreements", {"status": "lost"}, Reason.BAD_VALUE),
        ("agreements", {"status": "ratified"}, Reason.SUPPORTED),
        ("commitments", {"parties": ()}, Reason.NO_STATE),
        ("commitments", {"parties": ("NOR", "ISL")}, Reason.SUPPORTED),
        ("claims", {"speaker": None}, Reason.NO_SPEAKER),
        ("claims", {"speaker": UNKNOWN}, Reason.NO_SPEAKER),
        ("claims", {"speaker": NAMED}, Reason.SUPPORTED),
        ("meetings", {"countries": ()}, Reason.NO_STATE),
        ("meetings", {"countries": ("NOR",), "form": "domestic"}, Reason.SUPPORTED),
        ("persons", {"country": None, "sectors": ()}, Reason.NO_STATE),
        ("persons", {"country": None, "sectors": ("JRN",)}, Reason.SUPPORTED),
        ("conditions", {"parties": ("NOR",)}, Reason.TOO_FEW_PARTIES),
        ("conditions", {"parties": ("NOR", "ISL", "FRA")}, Reason.SUPPORTED),
    ],
)
def test_each_kind_is_judged_by_its_own_needs(kind: str, options: dict[str, Any], reason: Reason) -> None:
    assert judge(kind, **options) is reason


def test_a_repetition_is_refused_and_its_first_telling_kept() -> None:
    twice = (make_claim(), make_claim(id="q2", confidence=0.5))
    record = verify(ARTICLE, claims=twice)
    assert [claim.id for claim in record.claims] == ["q1"]
    assert [(refusal.kind, refusal.reason) for refusal in record.refused] == [("claims", Reason.DUPLICATE)]


def test_a_refused_finding_cannot_push_out_a_good_one() -> None:
    weak, strong = make_claim(id="q1", confidence=0.4), make_claim(id="q2", speaker=None, confidence=0.9)
    record = verify(ARTICLE, claims=(strong, weak))
    assert [claim.id for claim in record.claims] == ["q1"]
    assert [refusal.reason for refusal in record.refused] == [Reason.NO_SPEAKER]


def test_refusals_stand_in_order_of_the_text_and_keep_words_and_rule() -> None:
    record = verify(
        ARTICLE, events=(make_event(actors=(), evidence=THERE),), agreements=(make_agreement(parties=(), rule="lone"),)
    )
    assert [(refusal.kind, refusal.evidence, refusal.rule) for refusal in record.refused] == [
        ("agreements", HERE, "lone"),
        ("events", THERE, "sign"),
    ]


@pytest.mark.parametrize(
    ("kind", "finding", "label"),
    [
        ("events", make_event(), "SUPPORT NOR > ISL"),
        ("events", make_event(actors=(), recipients=(ICELAND, FRANCE)), "SUPPORT - > ISL, FRA"),
        ("persons", make_person(), "Marit Lund"),
        ("claims", make_claim(), FIRST[:80]),
    ],
)
def test_a_label_tells_a_finding_in_few_words(kind: str, finding: Finding, label: str) -> None:
    assert label_of(kind, finding) == label


def test_the_stage_takes_all_kinds_and_gives_the_record() -> None:
    check = stage()
    assert (check.needs, check.gives) == (("article", *FINDINGS), ("record",))
    assert set(FINDINGS) == set(KINDS)
    record = check.run(ARTICLE, *((MAKERS[kind](),) for kind in FINDINGS))
    assert [kind for kind, _ in record.findings()] == list(KINDS) and record.refused == ()
