"""Records built by hand: one of each kind of finding on a made-up report."""

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
    Period,
    Person,
    Reason,
    Record,
    Refusal,
    Region,
    RegionKind,
    Span,
    When,
    Where,
)

TEXT = (
    "Envoys of Chile and Peru met in Arica on 3 March 2031. "
    "Chile signed a fishing protocol and will pay 2.5 million pesos by 2033. "
    '"The border market stays open," Ana Quispe, the trade minister of Peru, said.'
)
INTRODUCTION = "Ana Quispe, the trade minister of Peru"


def cut(words: str, text: str = TEXT) -> Span:
    """The first place of `words` in the text."""
    start = text.index(words)
    return Span(start, start + len(words), words)


def actor(words: str, country: str | None, **more: Any) -> Actor:
    return Actor(cut(words), country=country, rule="test", confidence=0.5, **more)


CHILE = actor("Chile", "CHL", name="Chile", sectors=("GOV",))
PERU = actor("Peru", "PER", name="Peru", sectors=("GOV", "BUS"))
ANA = actor("Ana Quispe", "PER", name="Ana Quispe", role="trade minister", sectors=("GOV",))
DAY = When(cut("on 3 March 2031"), "2031-03-03", "2031-03-03", "day", "test", 0.9)
BY = When(cut("by 2033"), None, "2033-12-31", "year")
ARICA = Where(cut("Arica"), "Arica", "CHL", -18.4783, -70.3126, 3899361, "test", 0.8)
PROOF = cut("Envoys of Chile and Peru met in Arica")


def make_event(name: str = "e1", **changes: Any) -> Event:
    values: dict[str, Any] = {
        "id": name, "type": "CONSULT", "mode": "visit", "cameo": "042", "contexts": ("economic",),
        "quad": "verbal cooperation", "score": 4.0, "realis": "actual", "confidence": 0.75, "actors": (CHILE,),
        "recipients": (PERU,), "date": DAY, "place": ARICA, "attribution": None, "evidence": PROOF,
        "trigger": cut("met"), "rule": "verb:meet",
    }  # fmt: skip
    return Event(**{**values, **changes})


def make_article(name: str = "article-0001", **changes: Any) -> Article:
    values: dict[str, Any] = {
        "id": name, "text": TEXT, "title": "Neighbours talk", "url": "https://news.example/1", "publisher": "Example",
        "published": "2031-03-04", "updated": "2031-03-05", "dateline": "ARICA", "language": "en",
        "regions": (Region(0, 54, RegionKind.BODY), Region(55, len(TEXT), RegionKind.CAPTION)),
    }  # fmt: skip
    return Article(**{**values, **changes})


def make_record(name: str = "article-0001", **changes: Any) -> Record:
    """A record with every kind of finding and two refusals; `changes` replace whole fields."""
    signed, paid = cut("Chile signed a fishing protocol"), cut("will pay 2.5 million pesos by 2033")
    quote = cut("The border market stays open")
    values: dict[str, Any] = {
        "article": make_article(name),
        "events": (make_event(), make_event("e2", recipients=(), actors=(CHILE, PERU), date=None, attribution=ANA)),
        "agreements": (
            Agreement("a1", "protocol", ("CHL", "PER"), ("economic",), BY, None, Period("2031-01-01", None),
                      "signed", False, None, signed, "test", 0.5),
            Agreement("a2", "plan", ("PER",), (), None, ARICA, None, "planned", True, 3, signed, "test", 1.0),
        ),
        "commitments": (
            Commitment(
                "c1", ("CHL",), "payment", 2500000, "CLP", None, "2033", "open", (CHILE, ANA), paid, "test", 0.5
            ),
            Commitment("c2", ("CHL",), "payment", 2.5, None, "tonnes", None, "open", (), paid, "test", 0.5),
        ),
        "claims": (
            Claim("q1", ANA, True, quote.text, ("CHL", "PER"), quote, "test", 0.5),
            Claim("q2", None, False, quote.text, (), quote, "test", 0.5),
        ),
        "meetings": (
            Meeting("m1", "meeting", (CHILE, PERU), ("CHL", "PER"), ARICA, DAY, "actual", PROOF, "test", 0.5),
        ),
        "persons": (
            Person("p1", "Ana Quispe", "trade minister", "PER", ("GOV",), cut(INTRODUCTION), "named-office", 1.0),
        ),
        "conditions": (
            Condition("k1", "mechanism", "border market", ("PER", "CHL"), cut("border market"), "test", 0.5),
        ),
        "refused": (
            Refusal("events", Reason.NO_ACTOR, "will pay", paid, "test"),
            Refusal("claims", Reason.SPAN_MISMATCH, "lost words", Span(0, 4, "gone"), "test"),
        ),
    }  # fmt: skip
    return Record(**{**values, **changes})
