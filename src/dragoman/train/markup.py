"""The markup in which annotated passages are written: braces for spans, a line for each event.

In: the text of a file. Out: Passages with spans and events. Refuses: a block that does not parse, with its line.

    @ South Asia | 1990s | lead
    {India|A1} {accused|T1} {Pakistan|R1 A2 S0} of {shelling|T2} {a village|R2}, {the U.N.|N} said.
    1 ACCUSE allege 112 actual
    2 ASSAULT heavy-weapons 194 actual
    ctx military, territory

A span carries roles: A actor, R recipient, T trigger, S the one who says so, each with the number of its event; N marks
a party without a part in any event. Spans may nest. A passage without an event has `none` in place of the event lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..errors import CorpusError

ROLES = "ARTS"
REALIS = ("actual", "historical", "future", "hypothetical", "negated")
ROLE = re.compile(r"(?:([ARTS])(\d{1,2})|N)\Z")
EVENT = re.compile(r"(\d{1,2}) ([A-Z]+) (\S+) (\d{3}) (\S+)\Z")


@dataclass(frozen=True, slots=True)
class MarkedSpan:
    """Characters `start` to `end` of the passage, half-open; a role (A, R, T, S or N) in an event (0 for N)."""

    start: int
    end: int
    role: str
    event: int


@dataclass(frozen=True, slots=True)
class MarkedEvent:
    """An event of a passage by its number: PLOVER type, mode or None, CAMEO code, realis."""

    number: int
    type: str
    mode: str | None
    cameo: str
    realis: str


@dataclass(frozen=True, slots=True)
class Passage:
    """An annotated sentence or short passage: text, spans, events, contexts, tags of its writer, its first line."""

    text: str
    spans: tuple[MarkedSpan, ...]
    events: tuple[MarkedEvent, ...]
    contexts: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    line: int = 0
    source: str = field(default="", compare=False)

    def of(self, role: str, event: int) -> list[MarkedSpan]:
        """The spans that have this role in this event, in the order of the text."""
        return [span for span in self.spans if span.role == role and span.event == event]

    def words_of(self, span: MarkedSpan) -> str:
        """The text of a span."""
        return self.text[span.start : span.end]


def read_passages(text: str, source: str = "") -> Iterator[Passage | CorpusError]:
    """The passages of a file, one a block; a block that does not parse gives a CorpusError in its place."""
    block: list[tuple[int, str]] = []
    for number, line in enumerate([*text.splitlines(), ""], start=1):
        if line.strip():
            block.append((number, line.strip()))
        elif block:
            yield read_block(block, source)
            block = []


def read_block(block: list[tuple[int, str]], source: str) -> Passage | CorpusError:
    """One passage from its lines, or what is wrong with it."""
    try:
        return build_passage(block, source)
    except ValueError as error:
        return CorpusError(f"{source}:{block[0][0]}: {error}")


def build_passage(block: list[tuple[int, str]], source: str) -> Passage:
    """One passage from its lines. Raises ValueError with what is wrong."""
    lines = [line for _, line in block if not line.startswith("#")]
    tags: tuple[str, ...] = ()
    if lines and lines[0].startswith("@"):
        tags = tuple(part.strip() for part in lines.pop(0)[1:].split("|"))
    if len(lines) < 2:
        raise ValueError("a passage needs a line of text and its event lines, or `none`")
    text, spans = read_spans(lines[0])
    events: list[MarkedEvent] = []
    contexts: tuple[str, ...] = ()
    for line in lines[1:]:
        if line.startswith("ctx"):
            contexts = tuple(part.strip() for part in line[3:].strip(" :").split(",") if part.strip())
        elif line != "none":
            events.append(read_event(line))
    if events and "none" in lines[1:]:
        raise ValueError("`none` beside event lines")
    if not events and "none" not in lines[1:]:
        raise ValueError("no event line and no `none`")
    return Passage(text, tuple(spans), tuple(events), contexts, tags, block[0][0], source)


def read_event(line: str) -> MarkedEvent:
    """An event line: number, type, mode or -, code, realis. Raises ValueError."""
    match = EVENT.match(line)
    if match is None:
        raise ValueError(f"event line {line!r} is not `NUMBER TYPE MODE CODE REALIS` (mode - for none)")
    number, kind, mode, code, realis = match.groups()
    if realis not in REALIS:
        raise ValueError(f"realis {realis!r} is none of {', '.join(REALIS)}")
    return MarkedEvent(int(number), kind, None if mode == "-" else mode, code, realis)


def read_spans(marked: str) -> tuple[str, list[MarkedSpan]]:
    """The plain text and the spans of a marked line. Raises ValueError on braces that do not pair or roles unknown."""
    text: list[str] = []
    length, spans, open_at = 0, [], list[int]()
    at = 0
    while at < len(marked):
        sign = marked[at]
        if sign == "{":
            open_at.append(length)
        elif sign == "|":
            end = marked.find("}", at)
            if not open_at or end < 0:
                raise ValueError(f"a bar without its braces near {marked[max(0, at - 20) : at + 20]!r}")
            spans += spans_of(open_at.pop(), length, marked[at + 1 : end])
            at = end
        elif sign == "}":
            raise ValueError(f"a span without roles near {marked[max(0, at - 20) : at + 20]!r}")
        else:
            text.append(sign)
            length += 1
        at += 1
    if open_at:
        raise ValueError("a brace is not closed")
    return "".join(text), sorted(spans, key=lambda span: (span.start, -span.end, span.event, span.role))


def spans_of(start: int, end: int, roles: str) -> list[MarkedSpan]:
    """A span for each of the roles written behind the bar. Raises ValueError on an empty span or an unknown role."""
    if start == end:
        raise ValueError("an empty span")
    found = []
    for word in roles.split():
        match = ROLE.match(word)
        if match is None:
            raise ValueError(f"role {word!r} is none of A1, R1, T1, S1 (any number) or N")
        found.append(MarkedSpan(start, end, match[1] or "N", int(match[2] or 0)))
    if not found:
        raise ValueError("a span without roles")
    return found
