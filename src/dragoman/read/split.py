"""Cut a plain-text page into its reports.

In: the text of a page as pasted or saved. Out: the half-open stretch of each report, in order, verbatim.
A page is one report unless a second headline is marked as such (see `heads`).
"""

from __future__ import annotations

from .heads import find_heads, shape_lines


def split_page(text: str) -> list[tuple[int, int]]:
    """The [start, end) of each report of the page. The first starts at 0, so that its offsets are the page's."""
    lines = shape_lines(text)
    starts = [lines[head.first].start for head in find_heads(lines)]
    if not starts:
        return []
    starts[0] = 0
    stops = [*starts[1:], len(text)]
    return [(start, start + len(text[start:stop].rstrip())) for start, stop in zip(starts, stops, strict=True)]
