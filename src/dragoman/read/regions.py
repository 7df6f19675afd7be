"""Mark what every stretch of a report is: headline, body, caption, digest or furniture.

In: the text of one report, from plain text or from markup with hints. Out: its regions in order, its headline,
dateline and the days its page names. A region leaves out only white space and the dateline.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..record import Region, RegionKind
from .dateline import Dateline, find_dateline
from .heads import Head, Line, first_head, same_words, shape_lines
from .lines import Shape, read_stamp, shape_of, squeeze

# A subheading is a phrase; a longer line without a full stop is a paragraph that lost it.
_MOST_SUBHEADING_WORDS = 10
# What is left at the foot of a report in one to three words ("World", "Border talks") is a label.
_MOST_TAIL_WORDS = 3
# A dateline further down than this does not open the report.
_DATELINE_REACH = 8

_FURNITURE = frozenset({Shape.LABEL, Shape.LINKS, Shape.LINK, Shape.STAMP, Shape.BYLINE})
_REPORTING = frozenset({Shape.SENTENCE, Shape.DATELINE, Shape.BULLET, Shape.MAYBE_CAPTION})


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph taken out of markup, and what the markup says it is."""

    text: str
    kind: RegionKind


@dataclass(frozen=True, slots=True)
class Marked:
    """The regions of a report and what its lines say about it; None where they do not say."""

    regions: tuple[Region, ...]
    title: str | None = None
    dateline: str | None = None
    published: str | None = None
    updated: str | None = None
    dateline_day: str | None = None
    dateline_month_day: tuple[int, int] | None = None


def mark_text(text: str) -> Marked:
    """Mark a report given as plain text, by the shapes of its lines."""
    lines = shape_lines(text)
    if not lines:
        return Marked(())
    head = first_head(lines)
    kinds = [_kind_of(lines, number, head) for number in range(len(lines))]
    _mark_links(lines, kinds)
    _need_body(lines, kinds)
    title = lines[head.title].text if head.title is not None and kinds[head.title] is RegionKind.HEADLINE else None
    return _gather(lines, kinds, title)


def join_blocks(blocks: Sequence[Block]) -> tuple[str, list[Line]]:
    """The text of a page, one paragraph a block with a blank line between, and its lines."""
    lines: list[Line] = []
    at = 0
    for block in blocks:
        words = " ".join(block.text.split())
        if words:
            lines.append(Line(at, at + len(words), words, shape_of(words), block.kind))
            at += len(words) + 2
    return "\n\n".join(line.text for line in lines), lines


def mark_blocks(lines: Sequence[Line]) -> Marked:
    """Mark a report taken out of markup: its hints hold, save where a line is plainly furniture or a caption."""
    kinds = [_hinted_kind(line) for line in lines]
    _mark_links(lines, kinds)
    body = [number for number, kind in enumerate(kinds) if kind is RegionKind.BODY]
    opening = next((number for number in body[:_DATELINE_REACH] if lines[number].shape is Shape.DATELINE), None)
    for number in body:
        if opening is not None and number < opening:
            kinds[number] = RegionKind.DIGEST
    _need_body(lines, kinds)
    headings = (line.text for line, kind in zip(lines, kinds, strict=True) if kind is RegionKind.HEADLINE)
    return _gather(lines, kinds, next(headings, None))


def _kind_of(lines: Sequence[Line], number: int, head: Head) -> RegionKind:
    line = lines[number]
    if line.shape in _FURNITURE:
        return RegionKind.FURNITURE
    if line.shape is Shape.CAPTION:
        return RegionKind.CAPTION
    if number == head.title:
        return RegionKind.HEADLINE
    repeats = head.title is not None and line.shape is Shape.SHORT and same_words(line, lines[head.title])
    if repeats:
        return RegionKind.FURNITURE
    if number < head.body:
        if line.shape is Shape.MAYBE_CAPTION:
            return RegionKind.CAPTION
        kicker = line.shape is Shape.SHORT and head.title is not None and number < head.title
        return RegionKind.FURNITURE if kicker else RegionKind.DIGEST
    if line.shape is not Shape.SHORT or number == head.body:
        return RegionKind.BODY
    return _short_kind(lines, number)


def _short_kind(lines: Sequence[Line], number: int) -> RegionKind:
    """What a short line inside a report is: subheading, label at its foot, or a paragraph without full stop."""
    line = lines[number]
    after = next((each.shape for each in lines[number + 1 :] if each.shape not in _FURNITURE), None)
    before = lines[number - 1].shape
    if after is None:
        return RegionKind.FURNITURE if line.words <= _MOST_TAIL_WORDS else RegionKind.BODY
    heading = line.words <= _MOST_SUBHEADING_WORDS and after in _REPORTING and before is not Shape.SHORT
    return RegionKind.HEADLINE if heading else RegionKind.BODY


def _hinted_kind(line: Line) -> RegionKind:
    if line.hint is RegionKind.CAPTION or line.hint is None:
        return RegionKind.CAPTION
    if line.shape in _FURNITURE:
        return RegionKind.FURNITURE
    if line.shape is Shape.CAPTION and line.hint is RegionKind.BODY:
        return RegionKind.CAPTION
    return line.hint


def _mark_links(lines: Sequence[Line], kinds: list[RegionKind]) -> None:
    """Turn the headline-like lines right below "Related" and its like into furniture."""
    linked = False
    for number, line in enumerate(lines):
        if line.shape is Shape.LINKS:
            linked = True
        elif linked and line.shape in (Shape.SHORT, Shape.BULLET) and not line.hint:
            kinds[number] = RegionKind.FURNITURE
        elif line.shape not in _FURNITURE:
            linked = False


def _need_body(lines: Sequence[Line], kinds: list[RegionKind]) -> None:
    """Where no line is body, let the points, captions or headings be it: something was given to be read."""
    for kind in (RegionKind.DIGEST, RegionKind.CAPTION, RegionKind.HEADLINE):
        if RegionKind.BODY in kinds:
            return
        for number, line in enumerate(lines):
            if kinds[number] is kind and not (kind is RegionKind.CAPTION and line.hint is RegionKind.CAPTION):
                kinds[number] = RegionKind.BODY


def _gather(lines: Sequence[Line], kinds: Sequence[RegionKind], title: str | None) -> Marked:
    first = next((number for number, kind in enumerate(kinds) if kind is RegionKind.BODY), None)
    dateline = find_dateline(lines[first].text) if first is not None else None
    regions = tuple(
        Region(line.start + (dateline.end if dateline and number == first else 0), line.end, kind)
        for number, (line, kind) in enumerate(zip(lines, kinds, strict=True))
    )
    published, updated = _read_stamps(lines)
    none = Dateline(None, 0)
    found = dateline or none
    return Marked(regions, title, found.place, published, updated, found.day, found.month_day)


def _read_stamps(lines: Sequence[Line]) -> tuple[str | None, str | None]:
    """The first day of publication and the first of change that stamps name."""
    published: str | None = None
    updated: str | None = None
    label = ""
    for line in lines:
        stamp = read_stamp(line.text) if line.shape is Shape.STAMP else None
        if stamp is None:
            label = squeeze(line.text).rstrip(": ") if line.shape is Shape.LABEL else ""
            continue
        if label.endswith("updated") and stamp.updated is None:
            # The word stands on a line of its own above the day.
            updated = updated or stamp.published
        else:
            published = published or stamp.published
            updated = updated or stamp.updated
        label = ""
    return published, updated
