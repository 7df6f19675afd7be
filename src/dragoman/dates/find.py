"""Find: the dates, periods and deadlines that a text names.

In: a text, its publication day, and where known the tense of its clauses. Out: Whens in order without overlap,
periods and deadlines with their spans. Leaves out what no publication day or cue makes certain; refuses only a
publication date that is no ISO day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from ..record import Span, When
from .grammar import Match, Matcher, load_grammar
from .interval import Interval
from .reading import Reading

# How much of an ISO day a deadline keeps, by the unit that was named.
_KEPT = {"day": 10, "week": 10, "month": 7, "quarter": 7, "half": 7, "year": 4, "decade": 4, "century": 4}


def _search(
    name: str, text: str, published: str | None, offset: int, tense_at: Callable[[int], str | None] | None = None
) -> Iterator[tuple[Span, Interval, Match]]:
    """The matches of a goal of the grammar, with their spans."""
    lexicon, grammar = load_grammar()
    reading = Reading(text, lexicon, published=published, tense_at=tense_at)
    for at, match in Matcher(grammar, reading).search(name):
        start, end = reading.words[at].start, reading.words[match.end - 1].end
        yield Span(offset + start, offset + end, text[start:end]), match.value, match


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def find_dates(
    text: str, *, published: str | None, tense_at: Callable[[int], str | None] | None = None, offset: int = 0
) -> list[When]:
    """Every calendar date that `text` names; `tense_at` tells the tense of the clause at a position of `text`."""
    return [
        When(span, _iso(days.first), _iso(days.last), days.precision, match.rule, days.confidence)
        for span, days, match in _search("date", text, published, offset, tense_at)
    ]


def find_periods(text: str, *, published: str | None, offset: int = 0) -> list[tuple[Span, str | None, str | None]]:
    """The periods that `text` names, as first and last day, None where a bound is open."""
    return [(span, _iso(days.first), _iso(days.last)) for span, days, _ in _search("period", text, published, offset)]


def find_deadlines(text: str, *, published: str | None, offset: int = 0) -> list[tuple[Span, str]]:
    """The deadlines that `text` sets, as ISO text of the precision named: a year, a month or a day."""
    found = _search("deadline", text, published, offset)
    return [(span, days.last.isoformat()[: _KEPT[days.precision]]) for span, days, _ in found if days.last is not None]
