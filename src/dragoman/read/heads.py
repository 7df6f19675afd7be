"""Find where the reports of a page begin: headline, matter around it, first paragraph of the report.

In: the lines of a page with their shapes. Out: Heads, in order. A headline opens a new report only where a stamp, a
byline, its own repetition or a dateline follows within a few lines; a subheading has none of these.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ..record import RegionKind
from .lines import Shape, shape_of, squeeze, stands_alone
from .paragraphs import find_paragraphs

# Headline, caption, four labels, stamp, byline, headline again and five points: heads of real pages stay below this.
_REACH = 16
# Between a headline and its stamp stands at most one summary and one caption without credit.
_MOST_DECKS = 2
# A kicker ("World", "Border talks") is shorter than a headline.
_KICKER_WORDS = 2
# The name of a paper or a section in capitals ("THE RIVER HERALD") may be longer.
_MASTHEAD_WORDS = 4
# Where nothing but a dateline, one sentence further on, speaks for a headline, it must be longer than subheadings are.
_SURE_HEADLINE_WORDS = 6

_SKIPPED = frozenset({Shape.LABEL, Shape.LINKS, Shape.LINK, Shape.STAMP, Shape.BYLINE})
_MATTER = frozenset({Shape.SENTENCE, Shape.DATELINE, Shape.MAYBE_CAPTION})


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of a page, its offsets, what it looks like and what the markup says it is."""

    start: int
    end: int
    text: str
    shape: Shape
    hint: RegionKind | None = None

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())


@dataclass(frozen=True, slots=True)
class Head:
    """Line numbers: `first` of the report, `title` of its headline (None where it has none), `body` where the report
    itself begins. `repeated` is true where the headline stands there twice."""

    first: int
    title: int | None
    body: int
    repeated: bool = False


def shape_lines(text: str) -> list[Line]:
    """The paragraphs of `text` with their shapes."""
    paragraphs = find_paragraphs(text, stands_alone=stands_alone)
    return [Line(each.start, each.end, each.text, shape_of(each.text)) for each in paragraphs]


def find_heads(lines: Sequence[Line]) -> list[Head]:
    """The head of every report of the page; none only where there are no lines."""
    if not lines:
        return []
    heads = [first_head(lines)]
    at = heads[0].body + 1
    links = False
    while at < len(lines):
        shape = lines[at].shape
        links = shape is Shape.LINKS or (links and shape not in _MATTER)
        head = _later_head(lines, at, links=links) if shape is Shape.SHORT else None
        if head is None:
            at += 1
            continue
        heads.append(head)
        links = False
        at = head.body + 1
    return heads


def first_head(lines: Sequence[Line]) -> Head:
    """The head of the report that opens the page, which may have no headline."""
    at = next((number for number, line in enumerate(lines) if line.shape not in _SKIPPED), len(lines))
    if at == len(lines) or lines[at].shape is not Shape.SHORT:
        return Head(0, None, _skip_points(lines, _skip(lines, at, Shape.CAPTION)))
    head = _read_head(lines, at)
    if head is not None:
        return Head(0, head.title, head.body, head.repeated)
    body = next((number for number in range(at + 1, len(lines)) if lines[number].shape in _MATTER), None)
    if body is None or body - at > _REACH:
        return Head(0, None, at)
    title = _skip_kicker(lines, at)
    between = {lines[number].shape for number in range(title + 1, body)}
    if Shape.SHORT in between:
        # Several short lines with nothing to mark the headline: the first is it, the others are left to the report.
        body = next(number for number in range(title + 1, body) if lines[number].shape is Shape.SHORT)
    return Head(0, title, body)


def same_words(line: Line, other: Line) -> bool:
    """Whether both lines say the same, letter case and spacing aside."""
    return squeeze(line.text) == squeeze(other.text)


def _later_head(lines: Sequence[Line], at: int, *, links: bool) -> Head | None:
    head = _read_head(lines, at)
    if head is None or head.title is None:
        return None
    if head.body >= len(lines) or lines[head.body].shape not in _MATTER:
        # Short lines alone, such as a table or verse with a refrain, are no report.
        return None
    if lines[head.title].words <= _KICKER_WORDS and not head.repeated:
        return None
    if head.title != at and not head.repeated:
        return None
    if links and not head.repeated:
        # Below "Related", the headline of the next report is the last short line before its stamp.
        after = next((line.shape for line in lines[at + 1 : head.body + 1] if line.shape is not Shape.LABEL), None)
        if after is Shape.SHORT:
            return None
    return head


@dataclass(slots=True)
class _Walk:
    """What was met so far on the way down from a headline."""

    title: int
    seen: dict[str, int] = field(default_factory=dict)
    anchor: int | None = None
    stamped: bool = False
    repeated: bool = False
    decks: int = 0
    captions: int = 0
    shorts_since_anchor: int = 0


def _read_head(lines: Sequence[Line], at: int) -> Head | None:
    """The head whose headline is line `at` or, behind a kicker, just below; None where nothing marks it as one."""
    walk = _Walk(at, {squeeze(lines[at].text): at})
    for number in range(at + 1, min(at + _REACH, len(lines))):
        line = lines[number]
        if line.shape is Shape.DATELINE:
            return _close_at_dateline(lines, walk, at, number)
        if line.shape is Shape.SENTENCE:
            walk.decks += 1
            if walk.decks > _MOST_DECKS:
                break
        elif line.shape is Shape.MAYBE_CAPTION:
            walk.captions += 1
        elif line.shape is Shape.SHORT:
            if not _meet_short(walk, line, number):
                break
        elif line.shape is Shape.STAMP or line.shape is Shape.BYLINE:
            if walk.stamped and line.shape is Shape.STAMP and walk.shorts_since_anchor:
                # Headline, stamp, headline, stamp: a list of links, no report.
                return None
            if not walk.decks or _opens_report(lines, number, walk):
                walk.anchor, walk.shorts_since_anchor = number, 0
                walk.stamped = walk.stamped or line.shape is Shape.STAMP
    if walk.anchor is None:
        return None
    return _close_at_text(lines, walk, at)


def _meet_short(walk: _Walk, line: Line, number: int) -> bool:
    """Take a short line into the head: the headline again, or a summary; false where it belongs to what follows."""
    words = squeeze(line.text)
    if words in walk.seen:
        walk.title, walk.anchor, walk.repeated = walk.seen[words], number, True
        walk.shorts_since_anchor = 0
        return True
    if walk.decks or walk.captions:
        return False
    walk.seen[words] = number
    walk.shorts_since_anchor += 1
    return True


def _opens_report(lines: Sequence[Line], number: int, walk: _Walk) -> bool:
    """Whether the stamp or byline at `number`, below a sentence, stands above a report and not at the foot of one."""
    if walk.decks > 1:
        return False
    wanted = 2 if lines[number].shape is Shape.BYLINE else 1
    after = number + 1
    while after < len(lines) and lines[after].shape in _SKIPPED | {Shape.CAPTION, Shape.BULLET}:
        after += 1
    if after < len(lines) and squeeze(lines[after].text) in walk.seen:
        return True
    matter = lines[after : after + wanted]
    return len(matter) == wanted and all(line.shape in _MATTER for line in matter)


def _close_at_dateline(lines: Sequence[Line], walk: _Walk, at: int, body: int) -> Head | None:
    title = walk.title if walk.repeated else _skip_kicker(lines, at)
    if walk.anchor is None and walk.decks and (walk.decks > 1 or lines[title].words < _SURE_HEADLINE_WORDS):
        return None
    return Head(at, title, body, walk.repeated)


def _close_at_text(lines: Sequence[Line], walk: _Walk, at: int) -> Head:
    title = walk.title if walk.repeated else _skip_kicker(lines, at)
    after = (walk.anchor if walk.anchor is not None else at) + 1
    limit = min(after + _REACH, len(lines))
    body = next((number for number in range(after, limit) if lines[number].shape is Shape.SENTENCE), None)
    if body is None:
        plain = (Shape.SHORT, Shape.BULLET, Shape.MAYBE_CAPTION)
        body = next((number for number in range(after, limit) if lines[number].shape in plain), len(lines))
    return Head(at, title, body, walk.repeated)


def _skip_kicker(lines: Sequence[Line], at: int) -> int:
    """The headline: line `at`, or the next short line where `at` is only a kicker."""
    after = next((number for number in range(at + 1, len(lines)) if lines[number].shape is not Shape.LABEL), at)
    below = lines[after] if after > at else None
    if below is None or below.shape is not Shape.SHORT or below.words <= _KICKER_WORDS:
        return at
    line = lines[at]
    masthead = line.words <= _MASTHEAD_WORDS and line.text.isupper() and not below.text.isupper()
    return after if masthead or line.words <= _KICKER_WORDS else at


def _skip(lines: Sequence[Line], at: int, shape: Shape) -> int:
    passed = _SKIPPED | {shape}
    after = next((number for number in range(at, len(lines)) if lines[number].shape not in passed), len(lines))
    return after if after < len(lines) else at


def _skip_points(lines: Sequence[Line], at: int) -> int:
    """Behind the points at `at` where a dateline follows them, else `at`: without one they are the report."""
    after = _skip(lines, at, Shape.BULLET)
    return after if after < len(lines) and lines[after].shape is Shape.DATELINE else at
