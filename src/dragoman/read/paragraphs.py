"""Cut a text into its paragraphs: one for each line, or one for several lines that were wrapped at a fixed width.

In: any text. Out: Paragraphs with their offsets, in order, without white space at their edges.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from ..record import RegionKind

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")

# Mail programs, terminals and agencies wrap at 60 to 80 columns; a line longer than this was not wrapped by hand.
_WIDEST = 100
# Shorter lines are labels, addresses or verse, and joining them would glue what belongs apart.
_NARROWEST = 40

_ENDS = re.compile(r"[.!?…:;][\"'”’)\]]{0,3}$")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The stretch [start, end) of a text. `hint` is what the page's markup says it is, None where it says nothing."""

    start: int
    end: int
    text: str
    hint: RegionKind | None = None


def find_paragraphs(text: str, *, stands_alone: Callable[[str], bool]) -> list[Paragraph]:
    """The paragraphs of `text`; a line that `stands_alone` is never joined with its neighbours."""
    found: list[Paragraph] = []
    run: list[Paragraph] = []
    for line in _find_lines(text):
        if stands_alone(line.text):
            found.extend([*_join_run(text, run), line])
            run = []
        elif run and _gap(text, run[-1], line) > 1:
            found.extend(_join_run(text, run))
            run = [line]
        else:
            run.append(line)
    return [*found, *_join_run(text, run)]


def _find_lines(text: str) -> list[Paragraph]:
    lines: list[Paragraph] = []
    for match in _LINE.finditer(text):
        stripped = match[0].strip()
        if stripped:
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            lines.append(Paragraph(start, start + len(stripped), stripped))
    return lines


def _gap(text: str, before: Paragraph, after: Paragraph) -> int:
    """How many line ends lie between two lines: one where they are neighbours."""
    return text.count("\n", before.end, after.start) or text.count("\r", before.end, after.start)


def _join_run(text: str, run: list[Paragraph]) -> list[Paragraph]:
    """Join the lines of `run`, which no blank line parts, where each next line would not have fitted."""
    width = max((line.end - line.start for line in run), default=0)
    wrapped = any(_breaks_sentence(line, after) for line, after in pairwise(run))
    if not wrapped or not _NARROWEST <= width <= _WIDEST:
        return run
    joined: list[Paragraph] = []
    start = 0
    for at, line in enumerate(run):
        after = run[at + 1] if at + 1 < len(run) else None
        if after is not None and len(line.text) + 1 + len(after.text.split(None, 1)[0]) > width:
            continue
        first = run[start].start
        joined.append(Paragraph(first, line.end, text[first : line.end]))
        start = at + 1
    return joined


def _breaks_sentence(line: Paragraph, after: Paragraph) -> bool:
    return after.text[0].islower() and len(line.text) >= _NARROWEST // 2 and not _ENDS.search(line.text)
