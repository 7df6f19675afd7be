"""Rows: the lines of a table parted by tabs as cells, with their numbers.

In: a stream of bytes. Out: Rows, or a RowFailure where a line cannot be read. Quotes are taken off a cell that is
quoted as a whole; a line end within quotes ends a row all the same, so that a stray quote swallows no rows behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..export.text import GUARD, guard
from .files import Readable

# The longest line that is read: a row of GDELT has some 2 KB, one of POLECAT with its story some 20 KB.
LONGEST = 1_000_000
BOM = b"\xef\xbb\xbf"
_QUOTED = re.compile(r'"((?:[^"]|"")*)"')


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a line, the line counted from 1."""

    line: int
    cells: list[str]


@dataclass(frozen=True, slots=True)
class RowFailure:
    """A line that cannot be read, and why."""

    line: int
    reason: str


def read_rows(stream: Readable) -> Iterator[Row | RowFailure]:
    """The rows of a stream; empty lines are none."""
    number = 0
    while line := stream.readline(LONGEST + 1):
        number += 1
        if len(line) > LONGEST and not line.endswith(b"\n"):
            _skip_line(stream)
            yield RowFailure(number, f"the line is longer than {LONGEST} bytes")
            continue
        line = line.removeprefix(BOM) if number == 1 else line
        line = line.removesuffix(b"\n").removesuffix(b"\r")
        if line.strip():
            yield _read_line(line, number)


def _skip_line(stream: Readable) -> None:
    while (rest := stream.readline(LONGEST)) and not rest.endswith(b"\n"):
        pass


def _read_line(line: bytes, number: int) -> Row | RowFailure:
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError as error:
        return RowFailure(number, f"byte {error.start + 1} is no UTF-8")
    if "\x00" in text:
        return RowFailure(number, f"character {text.index(chr(0)) + 1} is NUL")
    return Row(number, [read_cell(cell) for cell in text.split("\t")])


def read_cell(cell: str) -> str:
    """The words of a cell: without its quotes, without white space at its edges, and without the apostrophe that
    dragoman's own exports put before what could be a formula."""
    quoted = _QUOTED.fullmatch(cell)
    words = quoted[1].replace('""', '"') if quoted else cell
    bare = words.removeprefix(GUARD)
    return (bare if guard(bare) == words else words).strip()
