"""Deadlines: until when a promise is due, read in the words of the promise alone.

In: a Span, the day of publication. Out: ISO text of the precision that the words have. A day
that lies before the report is no deadline; without a day of publication only named deadlines count.
"""

from __future__ import annotations

from ..dates import find_dates, find_deadlines
from ..record import Span

_KEPT = {"day": 10, "month": 7, "year": 4}


def read_deadline(span: Span, *, published: str | None, coming_from: int | None = None) -> str | None:
    """The first deadline in the span; behind `coming_from` a date ahead that only says when ("in 2030") counts too."""
    named = find_deadlines(span.text, published=published, offset=span.start)
    ahead = [text for _, text in named if published is None or text >= published[: len(text)]]
    if ahead:
        return ahead[0]
    if named or coming_from is None or published is None:
        return named[0][1] if named else None
    # What is promised lies ahead, whatever the tense of the word that promises it.
    for date in find_dates(span.text, published=published, tense_at=lambda _: "future", offset=span.start):
        if date.start is not None and date.start > published and date.span.start >= coming_from:
            return date.start[: _KEPT.get(date.precision, 10)]
    return None
