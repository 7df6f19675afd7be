"""Writing: what every format shares, its choices, its count of what it wrote and left out, and tables of cells.

In: rows of values. Out: cells in UTF-8 that read back the same, as far as the format can hold them.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from .target import Target
from .text import guard, one_line


@dataclass(frozen=True, slots=True)
class Choice:
    """What of the records goes out: these `kinds`; with `attributed` also what only a named source tells, in formats
    that cannot say so."""

    kinds: tuple[str, ...]
    attributed: bool = False


@dataclass(frozen=True, slots=True)
class Tally:
    """What an export has `written`, by what it is, and what it `left_out`, by the reason."""

    written: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class CommaTable:
    """A table parted by commas (RFC 4180): every text is kept to the letter."""

    writer: Any

    def add(self, values: Iterable[Any]) -> None:
        """Write one row."""
        self.writer.writerow([_plain(value) for value in values])


@dataclass(frozen=True, slots=True)
class TabTable:
    """A table parted by tabs, as event data is published: a cell is one line."""

    writer: Any
    places: Mapping[str, int]

    def add(self, values: dict[str, Any]) -> None:
        """Write one row; a column without a value stays empty."""
        cells = [""] * len(self.places)
        for column, value in values.items():
            if value is not None:
                cells[self.places[column]] = _one_line(value)
        self.writer.writerow(cells)


@contextmanager
def open_commas(target: Target, name: str, header: Sequence[str]) -> Iterator[CommaTable]:
    """A table parted by commas with its header."""
    with open_text(target, name) as stream:
        # With this end of line the writer also puts a lone "\r" into quotes.
        writer = csv.writer(stream, lineterminator="\r\n")
        writer.writerow(header)
        yield CommaTable(writer)


@contextmanager
def open_tabs(target: Target, name: str, columns: tuple[str, ...], *, header: bool) -> Iterator[TabTable]:
    """A table parted by tabs, with or without a header."""
    with open_text(target, name) as stream:
        writer = csv.writer(stream, delimiter="\t", lineterminator="\n")
        if header:
            writer.writerow(columns)
        yield TabTable(writer, {column: place for place, column in enumerate(columns)})


@contextmanager
def open_text(target: Target, name: str) -> Iterator[io.TextIOWrapper]:
    """A stream of text in UTF-8; line ends are written as they are given."""
    stream = io.TextIOWrapper(target.open(name), encoding="utf-8", newline="")
    try:
        yield stream
        stream.flush()
    finally:
        # Closing is the target's.
        stream.detach()


def _plain(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return guard(value) if isinstance(value, str) else str(value)


def _one_line(value: Any) -> str:
    return guard(one_line(value)) if isinstance(value, str) else _plain(value)
