"""Findings built by hand over one text; each takes what a test needs to differ."""

from __future__ import annotations

from typing import Any

from dragoman.record import (
    Actor,
    Agreement,
    Article,
    Claim,
    Commitment,
    Condition,
    Event,
    Meeting,
    Person,
    Region,
    RegionKind,
    Span,
    When,
)

HEADLINE = "Fishing pact"
CAPTION = "Marit Lund in Bergen"
DIGEST = "Norway thanks Iceland"
LABEL = "Share this"
FIRST = "Norway signed a pact with Iceland and paid 5 million kroner."
SECOND = "Iceland welcomed the pact with Norway."
BODY = f"{FIRST} {SECOND}"
PARTS = (
    (HEADLINE, RegionKind.HEADLINE),
    (CAPTION, RegionKind.CAPTION),
    (DIGEST, RegionKind.DIGEST),
    (BODY, RegionKind.BODY),
    (LABEL, RegionKind.FURNITURE),
)
TEXT = "\n".join(words for words, _ in PARTS)


def span_of(words: str) -> Span:
    """The first place where the words stand in the text."""
    at = TEXT.index(words)
    return Span(at, at + len(words), words)


PUBLISHED = "2024-03-06"
ARTICLE = Article(
    "a1",
    TEXT,
    published=PUBLISHED,
    regions=tuple(Region(span_of(words).start, span_of(words).end, kind) for words, kind in PARTS),
)
HERE, THERE = span_of(FIRST), span_of(SECOND)
ELSEWHERE = Span(HERE.start, HERE.end, "x" * len(FIRST))
NORWAY = Actor(span_of("Norway signed"), "Norway", None, "NOR")
MINISTER = Actor(span_of("Norway signed"), "Marit Lund", "Minister", "NOR", ("GOV",))
ICELAND = Actor(span_of("Iceland and"), "Iceland", None, "ISL")
FRANCE = Actor(span_of("kroner"), "France", None, "FRA")
NAMED = Actor(span_of("kroner"), "Red Cross")
UNKNOWN = Actor(span_of("kroner"))


def day(iso: str | None, end: str | None = None) -> When:
    """A date at a word of the text."""
    return When(span_of("paid"), iso, end or iso, "day")


def make_event(**options: Any) -> Event:
    """A signing by Norway with Iceland."""
    plain: dict[str, Any] = {
        **{"id": "e1", "type": "SUPPORT", "mode": None, "cameo": "057", "contexts": (), "quad": "verbal cooperation"},
        **{"score": 5.0, "realis": "actual", "confidence": 0.9, "actors": (NORWAY,), "recipients": (ICELAND,)},
        **{"date": None, "place": None, "attribution": None, "evidence": HERE, "trigger": span_of("signed")},
        **{"rule": "sign"},
    }
    return Event(**{**plain, **options})


def make_agreement(**options: Any) -> Agreement:
    """A pact of Norway and Iceland."""
    plain: dict[str, Any] = {
        **{"id": "a1", "kind": "agreement", "parties": ("NOR", "ISL"), "topics": (), "date": None, "place": None},
        **{"period": None, "status": "signed", "grouped": False, "count": None, "evidence": HERE, "rule": "pact"},
        **{"confidence": 0.9},
    }
    return Agreement(**{**plain, **options})


def make_commitment(**options: Any) -> Commitment:
    """A payment of Norway."""
    plain: dict[str, Any] = {
        **{"id": "c1", "parties": ("NOR",), "what": "payment", "amount": 5_000_000, "currency": "NOK", "unit": None},
        **{"deadline": "2025", "status": "open", "promised_by": (NORWAY,), "evidence": HERE, "rule": "pay"},
        **{"confidence": 0.9},
    }
    return Commitment(**{**plain, **options})


def make_claim(**options: Any) -> Claim:
    """Words of the minister."""
    plain: dict[str, Any] = {
        **{"id": "q1", "speaker": MINISTER, "quote": False, "text": FIRST, "about": (), "evidence": HERE},
        **{"rule": "said", "confidence": 0.9},
    }
    return Claim(**{**plain, **options})


def make_meeting(**options: Any) -> Meeting:
    """A meeting of Norway and Iceland."""
    plain: dict[str, Any] = {
        **{"id": "m1", "form": "meeting", "participants": (NORWAY, ICELAND), "countries": ("NOR", "ISL")},
        **{"place": None, "date": None, "realis": "actual", "evidence": HERE, "rule": "meet", "confidence": 0.9},
    }
    return Meeting(**{**plain, **options})


def make_person(**options: Any) -> Person:
    """The minister."""
    plain: dict[str, Any] = {
        **{"id": "p1", "name": "Marit Lund", "role": "Minister", "country": "NOR", "sectors": ("GOV",)},
        **{"evidence": HERE, "rule": "roster", "confidence": 0.9},
    }
    return Person(**{**plain, **options})


def make_condition(**options: Any) -> Condition:
    """A joint commission."""
    plain: dict[str, Any] = {
        **{"id": "k1", "kind": "mechanism", "what": "commission", "parties": ("NOR", "ISL"), "evidence": HERE},
        **{"rule": "word", "confidence": 0.9},
    }
    return Condition(**{**plain, **options})
