"""Deadlines: until when a promise is due, read in the words of the promise alone.

In: a Span, the day of publication. Out: ISO text of the precision that the words have. A day that lies before the
report is no deadline unless the promise is told as an old one; without a day of publication only named deadlines count.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..dates import find_dates, find_deadlines
from ..record import Span, When

_KEPT = {"day": 10, "month": 7, "year": 4}
# "put back the opening to 2018": dates need a preposition of time before a bare year.
_BARE_YEAR = re.compile(r"\b(?:to|till|until|from|for)\s+(?P<year>(?:19|20)\d\d)\b(?!\s*[-–]|,\d)")


def read_deadline(
    span: Span, *, published: str | None, coming_from: int | None = None, past: bool = False, aside: Sequence[Span] = ()
) -> str | None:
    """The first deadline in the span; behind `coming_from` a date ahead that only says when ("in 2030") counts too.
    `past` promises are told when their day may be over; dates `aside` tell of something else."""
    if past:
        return _past_deadline(span, published)
    found_named = find_deadlines(span.text, published=published, offset=span.start)
    named = [(at, text) for at, text in found_named if not any(each.covers(at) for each in aside)]
    ahead = [text for _, text in named if published is None or text >= published[: len(text)]]
    if ahead:
        return ahead[0]
    if published is None or (named and coming_from is None):
        return named[0][1] if named else None
    # What is promised lies ahead, whatever the tense of the word that promises it.
    tense = None if coming_from is None else "future"
    for date in find_dates(span.text, published=published, tense_at=lambda _: tense, offset=span.start):
        if any(each.covers(date.span) for each in aside):
            continue
        if coming_from is None and date.precision == "day":
            # "pledged $5 million on Friday": a day beside the word of promising is when it was promised.
            continue
        if coming_from is None or date.span.start >= coming_from:
            found = _ahead(date, published)
            if found is not None:
                return found
    year = _BARE_YEAR.search(span.text)
    return year["year"] if year and coming_from is not None and year["year"] > published[:4] else None


def _ahead(date: When, published: str) -> str | None:
    """The date's text where it lies ahead; of a season or year that has begun its end counts."""
    if date.start is not None and date.start > published:
        return date.start[: _KEPT.get(date.precision, 10)]
    open_or_long = date.start is None or date.precision != "day"
    if open_or_long and date.end is not None and date.end > published:
        return date.end[: _KEPT.get(date.precision, 10)]
    return None


def _past_deadline(span: Span, published: str | None) -> str | None:
    """The last date that the words set, read as one that may be over."""
    dates = find_dates(span.text, published=published, tense_at=lambda _: "past", offset=span.start)
    for date in reversed(dates):
        day = date.end if date.start is None else date.start
        if day is not None:
            return _gone(day[: _KEPT.get(date.precision, 10)], date.span.text, published)
    named = find_deadlines(span.text, published=published, offset=span.start)
    return _gone(named[-1][1], named[-1][0].text, published) if named else None


def _gone(day: str, words: str, published: str | None) -> str:
    """The day of an old promise: without a year in the words ("by January 1") the last one before the report."""
    if published is None or day <= published[: len(day)] or re.search(r"\d{4}|next|this", words):
        return day
    return f"{int(day[:4]) - 1:04d}{day[4:]}"
