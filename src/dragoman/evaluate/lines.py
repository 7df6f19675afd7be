"""Lines: the dates and the places that lines of text name, scored case by case.

In: cases with text and `dates` ([words, from, to, precision]; beside `published`) or `places` ([words, country]). Out:
counts of what was found, of whole lines, and of lines that name nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any

from ..dates import find_dates
from ..places import find_places
from .tally import Count

Row = dict[str, Any]


def score_dates(cases: Sequence[Row]) -> dict[str, Count]:
    """The counts of dates: right where first and last day and precision are, and the words overlap."""

    def found(case: Row) -> list[tuple[int, int, Hashable]]:
        return [
            (when.span.start, when.span.end, (when.start, when.end, when.precision))
            for when in find_dates(case["text"], published=case.get("published"))
        ]

    return _score(cases, "dates", found)


def score_places(cases: Sequence[Row]) -> dict[str, Count]:
    """The counts of places: right where the state is, and the words overlap."""

    def found(case: Row) -> list[tuple[int, int, Hashable]]:
        return [(one.span.start, one.span.end, (one.country or "",)) for one in find_places(case["text"])]

    return _score(cases, "places", found)


def _score(cases: Sequence[Row], key: str, found: Callable[[Row], list[tuple[int, int, Hashable]]]) -> dict[str, Count]:
    counts = {key: Count(), "whole line": Count(), "empty line": Count()}
    for case in cases:
        have, want = found(case), _wanted(case["text"], case[key])
        hits = _matched(have, want)
        counts[key].add(hits, len(have), len(want))
        whole = hits == len(have) == len(want)
        counts["whole line"].add(int(whole), 1, 1)
        if not want:
            counts["empty line"].add(int(whole), 1, 1)
    return counts


def _wanted(text: str, rows: Iterable[Sequence[Any]]) -> list[tuple[int, int, Hashable]]:
    """The places of the gold words in the text, each occurrence once. Raises ValueError where words are not there."""
    found: list[tuple[int, int, Hashable]] = []
    for words, *rest in rows:
        start = text.find(words)
        while any(start == begin for begin, _, _ in found):
            start = text.find(words, start + 1)
        if start < 0:
            raise ValueError(f"the words {words!r} are not in {text!r}")
        found.append((start, start + len(words), tuple(rest)))
    return found


def _matched(have: Sequence[tuple[int, int, Hashable]], want: Sequence[tuple[int, int, Hashable]]) -> int:
    """How many gold rows find one with the same answer over some of the same characters, each used once."""
    free, hits = list(have), 0
    for start, end, answer in want:
        near = next((one for one in free if one[0] < end and start < one[1] and one[2] == answer), None)
        if near is not None:
            free.remove(near)
            hits += 1
    return hits
