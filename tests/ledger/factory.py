"""Records of invented reports with findings cut from their words, and the lines that they give."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from dragoman.ledger import Line, Report, gather_groups, make_line, take_reports
from dragoman.record import Actor, Agreement, Article, Claim, Commitment, Event, Meeting, Record, Span, When

NAMES = {"KEN": "Kenya", "UGA": "Uganda", "TZA": "Tanzania", "NOR": "Norway"}


def cut(words: str, text: str) -> Span:
    """The words in the text; there must be one of them."""
    assert text.count(words) == 1, f"{words!r} stands {text.count(words)} times in {text!r}"
    start = text.index(words)
    return Span(start, start + len(words), words)


def actor(code: str, words: str, text: str, *, name: str | None = None, role: str | None = None) -> Actor:
    """Somebody of a state, as mentioned."""
    return Actor(cut(words, text), name=name or NAMES.get(code, code), role=role, country=code)


def promise(text: str, words: str, *, parties: Iterable[str] = ("KEN", "UGA"), **changes: Any) -> Commitment:
    """A commitment in these words of the text."""
    values: dict[str, Any] = {
        "id": f"c{text.index(words)}", "parties": tuple(parties), "what": words, "amount": None, "currency": None,
        "unit": None, "deadline": None, "status": "open", "promised_by": (), "evidence": cut(words, text),
        "rule": "test", "confidence": 0.9,
    }  # fmt: skip
    return Commitment(**{**values, **changes})


def pact(text: str, words: str, *, parties: Iterable[str] = ("KEN", "UGA"), **changes: Any) -> Agreement:
    """An agreement in these words of the text; `day` (first, last) is that of its status."""
    day = changes.pop("day", None)
    values: dict[str, Any] = {
        "id": f"a{text.index(words)}", "kind": "treaty", "parties": tuple(parties), "topics": (), "date": None,
        "place": None, "period": None, "status": "signed", "grouped": False, "count": None,
        "evidence": cut(words, text), "rule": "test", "confidence": 0.9,
    }  # fmt: skip
    if day is not None:
        values["date"] = When(Span(0, 0, ""), day[0], day[1], "day" if day[0] == day[1] else "month")
    return Agreement(**{**values, **changes})


def claim(text: str, words: str, code: str | None, **changes: Any) -> Claim:
    """What somebody of a state says, in these words of the text."""
    named = None if code is None else Actor(cut(words, text), name=NAMES.get(code), country=code)
    values: dict[str, Any] = {
        "id": f"s{text.index(words)}", "speaker": named, "quote": False, "text": words, "about": (),
        "evidence": cut(words, text), "rule": "indirect-said", "confidence": 0.9,
    }  # fmt: skip
    return Claim(**{**values, **changes})


def event(text: str, words: str, kind: str, source: str, target: str, **changes: Any) -> Event:
    """An act of one state on another, told by these words of the text."""
    values: dict[str, Any] = {
        "id": f"e{text.index(words)}", "type": kind, "mode": None, "cameo": "112", "contexts": (),
        "quad": "verbal conflict", "score": -2.0, "realis": "actual", "confidence": 0.9,
        "actors": (Actor(cut(words, text), name=NAMES[source], country=source),),
        "recipients": (Actor(cut(words, text), name=NAMES[target], country=target),), "date": None, "place": None,
        "attribution": None, "evidence": cut(words, text), "trigger": cut(words, text), "rule": "test",
    }  # fmt: skip
    return Event(**{**values, **changes})


def visit(text: str, words: str, day: str, *, countries: Iterable[str] = ("KEN", "UGA")) -> Meeting:
    """A visit on a day."""
    when = When(Span(0, 0, ""), day, day, "day")
    return Meeting(
        f"m{text.index(words)}", "visit", (), tuple(countries), None, when, "actual", cut(words, text), "t", 1.0
    )


def record(name: str, published: str, text: str, *findings: Any, **article: Any) -> Record:
    """A report with findings."""
    many: dict[str, list[Any]] = {}
    kinds = {Commitment: "commitments", Agreement: "agreements", Claim: "claims", Event: "events", Meeting: "meetings"}
    for each in findings:
        many.setdefault(kinds[type(each)], []).append(each)
    values = {"publisher": f"Paper of {name}", "title": f"Report {name}", **article}
    return Record(
        Article(name, text, published=published, **values), **{kind: tuple(found) for kind, found in many.items()}
    )


def reports_of(records: Iterable[Record]) -> list[Report]:
    """The reports of several records."""
    return [report for each in records for report in take_reports(each)]


def lines_of(*records: Record, homes: Mapping[str, str] | None = None) -> list[Line]:
    """The lines of several records."""
    return [make_line(group, homes or {}) for group in gather_groups(reports_of(records), homes or {})]


def told(line: Line) -> list[tuple[str, str]]:
    """The article and the change of each entry."""
    return [(entry.article_id, entry.change) for entry in line.entries]
