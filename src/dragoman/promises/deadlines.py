"""Deadlines: until when a promise is due, read in the words of the promise alone.

In: a Span, the dates of its sentence, the day of publication. Out: ISO text of the precision that the words have. A day
that lies before the report is no deadline; without a day of publication only named deadlines count.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..dates import find_deadlines
from ..record import Span, When

_KEPT = {"day": 10, "month": 7, "year": 4}


def read_deadline(span: Span, dates: Sequence[When], *, published: str | None, coming: bool = False) -> str | None:
    """The first deadline in the span; where `coming`, a date ahead that only says when ("in 2030") counts too."""
    named = find_deadlines(span.text, published=published, offset=span.start)
    ahead = [text for _, text in named if published is None or text >= published[: len(text)]]
    if ahead:
        return ahead[0]
    if named or not coming or published is None:
        return named[0][1] if named else None
    for date in dates:
        if not span.covers(date.span) or date.start is None or date.start <= published:
            continue
        return date.start[: _KEPT.get(date.precision, 10)]
    return None
