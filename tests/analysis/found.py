"""Findings of two made-up states with the heads of their articles, built by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dragoman.record import (
    Actor,
    Agreement,
    Claim,
    Commitment,
    Condition,
    Event,
    Finding,
    Meeting,
    Sighting,
    Span,
    When,
    Where,
)
from dragoman.record.found import FindingRow, Found, SightingRow

TEXT = "Ana Quispe of Peru met the envoys of Chile in Arica on 3 March 2031 and signed a pact worth 5 million pesos."


def cut(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


ANA = Actor(cut("Ana Quispe"), "Ana Quispe", "trade minister", "PER", ("GOV",))
PERU = Actor(cut("Peru"), "Peru", None, "PER")
CHILE = Actor(cut("Chile"), "Chile", None, "CHL")
DAY = When(cut("on 3 March 2031"), "2031-03-03", "2031-03-03", "day")
MARCH = When(cut("on 3 March 2031"), "2031-03-01", "2031-03-31", "month")
ARICA = Where(cut("Arica"), "Arica", "CHL")
WORDS = cut("Ana Quispe of Peru met the envoys of Chile")


def make_event(**changes: Any) -> Event:
    event = Event(
        "e1", "CONSULT", "visit", "042", ("economic",), "verbal cooperation", 4.0, "actual", 0.9, (PERU,), (CHILE,),
        DAY, ARICA, None, WORDS, cut("met"), "test",
    )  # fmt: skip
    return replace(event, **changes)


def make_agreement(**changes: Any) -> Agreement:
    values = Agreement(
        "a1", "mou", ("PER", "CHL"), ("economic",), DAY, ARICA, None, "signed", False, None, cut("signed a pact"),
        "test", 0.9,
    )  # fmt: skip
    return replace(values, **changes)


def make_commitment(**changes: Any) -> Commitment:
    values = Commitment(
        "c1", ("PER", "CHL"), "a pact worth 5 million pesos", 5000000, "CLP", None, "2033", "open", (ANA,),
        cut("a pact worth 5 million pesos"), "test", 0.9,
    )  # fmt: skip
    return replace(values, **changes)


def make_meeting(**changes: Any) -> Meeting:
    values = Meeting("m1", "visit", (ANA, CHILE), ("PER", "CHL"), ARICA, DAY, "actual", WORDS, "test", 0.9)
    return replace(values, **changes)


def make_claim(**changes: Any) -> Claim:
    values = Claim("q1", ANA, True, "signed a pact", ("CHL",), cut("signed a pact"), "test", 0.9)
    return replace(values, **changes)


def make_condition(**changes: Any) -> Condition:
    return replace(Condition("k1", "mechanism", "a pact", ("PER", "CHL"), cut("a pact"), "test", 0.9), **changes)


def row(finding: Finding, **changes: Any) -> FindingRow:
    values: dict[str, Any] = {
        "article_id": "art-1", "title": "Neighbours talk", "url": "https://news.example/1", "publisher": "The Example",
        "published": "2031-03-04", "day": "2031-03-03",
    }  # fmt: skip
    return FindingRow(**{**values, **changes}, finding=finding)


def found(*findings: Finding, count: int | None = None) -> Found:
    rows = tuple(row(finding, article_id=f"art-{at}") for at, finding in enumerate(findings, 1))
    return Found(rows, len(rows) if count is None else count)


def seen(name: str = "Ana Quispe", office: str = "trade minister", **changes: Any) -> SightingRow:
    values: dict[str, Any] = {"article_id": "art-1", "day": "2031-03-04", "country": "PER", **changes}
    sighting = Sighting(person="p1", name=name, office=office, sectors=("GOV",), evidence=WORDS, **values)
    return SightingRow("Neighbours talk", "https://news.example/1", "The Example", sighting.day, sighting)
