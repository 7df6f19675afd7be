"""Paths, folders and standard input become Articles, one after the other.

In: what the user named. Out: a stream of Articles and, for each input or part of one that cannot be read, a
ReadFailure; one bad input never stops the others. Refuses: a publication date that is no day (ReadError).
"""

from __future__ import annotations

import gzip
import io
import os
import sys
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, cast

from ..errors import ReadError
from ..record import Article
from .build import Page, check_day
from .decode import MAX_TEXT, SAMPLE, clean_text, decode_text, find_declared, refuse_binary
from .failure import ReadFailure
from .from_feed import read_feed
from .from_html import read_html
from .from_jsonl import read_rows
from .from_text import read_page, read_whole
from .from_warc import read_warc
from .kinds import Kind, find_kind

_STANDARD_INPUT = "-"
_GZIP = b"\x1f\x8b"
_GZIP_ERRORS = (gzip.BadGzipFile, EOFError, zlib.error)


class _Rewound(io.RawIOBase):
    """A stream whose first bytes were read already and are given again."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = memoryview(head)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        size = len(buffer)
        chunk = self._head[:size] if self._head else self._rest.read(size)
        self._head = self._head[size:]
        buffer[: len(chunk)] = chunk
        return len(chunk)


class _Unpacked(io.RawIOBase):
    """What a gzip stream holds, piece by piece, so that all before a break is given before the error is raised."""

    def __init__(self, packed: BinaryIO) -> None:
        self._packed = gzip.GzipFile(fileobj=packed)
        self._error: Exception | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        if self._error is not None:
            raise self._error
        try:
            chunk = self._packed.read1(len(buffer))
        except _GZIP_ERRORS as error:
            self._error = error
            raise
        buffer[: len(chunk)] = chunk
        return len(chunk)


def read_inputs(
    inputs: Sequence[str], *, published: str | None = None, stdin: BinaryIO | None = None
) -> Iterator[Article | ReadFailure]:
    """Read every input in order: a file, a folder, or "-" for standard input.

    `published` is the day of the articles whose page names none.
    """
    page = Page(fallback=check_day(published))
    return _read_all(inputs, page, stdin)


def read_text(
    text: str,
    *,
    title: str | None = None,
    url: str | None = None,
    published: str | None = None,
    publisher: str | None = None,
    id: str | None = None,  # the public key of an article
    split: bool = True,
) -> list[Article]:
    """The articles of a text at hand. With `split` a page of several reports becomes several articles, and `published`
    counts where a report names no day of its own; without it the text is one article, verbatim, of that day."""
    clean = clean_text(text)
    if not clean.strip():
        raise ReadError("The text is empty: it holds only white space. Give a text with words.")
    day = check_day(published)
    known = Page(id=id, title=title, url=url, publisher=publisher)
    if split:
        return read_page(clean, replace(known, fallback=day))
    return [read_whole(clean, replace(known, published=day))]


def _read_all(inputs: Sequence[str], page: Page, stdin: BinaryIO | None) -> Iterator[Article | ReadFailure]:
    for named in inputs:
        if named == _STANDARD_INPUT:
            yield from _guard(stdin or sys.stdin.buffer, page, name=_STANDARD_INPUT)
        else:
            yield from _read_path(Path(named), page, name=named)


def _read_path(path: Path, page: Page, *, name: str) -> Iterator[Article | ReadFailure]:
    try:
        if path.is_dir():
            yield from _read_folder(path, page, name=name)
            return
        stream = path.open("rb")
    except (OSError, ValueError) as error:
        yield ReadFailure(name, None, _explain(error))
        return
    with stream:
        yield from _guard(stream, page, name=name)


def _read_folder(folder: Path, page: Page, *, name: str) -> Iterator[Article | ReadFailure]:
    """Every file below, in sorted order, without hidden ones and without what is no regular file."""
    failures: list[OSError] = []
    count = 0
    for root, folders, names in os.walk(folder, onerror=failures.append):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for each in sorted(names):
            path = Path(root) / each
            if each.startswith(".") or not (path.is_file() or path.is_symlink()):
                continue
            count += 1
            yield from _read_path(path, page, name=str(path))
    for error in failures:
        yield ReadFailure(str(error.filename or name), None, _explain(error))
    if not count and not failures:
        yield ReadFailure(name, None, "The folder holds no file to read. Name one with texts, HTML, JSONL or feeds.")


def _guard(stream: BinaryIO, page: Page, *, name: str) -> Iterator[Article | ReadFailure]:
    """Read one stream and turn what goes wrong into a failure."""
    try:
        yield from _read_stream(stream, page, name=name, packed=False)
    except ReadError as error:
        yield ReadFailure(name, None, str(error))
    except (OSError, EOFError, zlib.error) as error:
        yield ReadFailure(name, None, _explain(error))


def _read_stream(stream: BinaryIO, page: Page, *, name: str, packed: bool) -> Iterator[Article | ReadFailure]:
    label = "Standard input" if name == _STANDARD_INPUT else name
    head = _read_head(stream)
    whole = io.BufferedReader(_Rewound(head, stream), SAMPLE)
    if head.startswith(_GZIP):
        if packed:
            raise ReadError(f"{label} is packed twice with gzip. Unpack it once.")
        yield from _read_stream(cast(BinaryIO, _Unpacked(whole)), page, name=name, packed=True)
        return
    kind = find_kind(head, name=name)
    if kind is Kind.WARC:
        yield from read_warc(whole, page, name=name)
        return
    refuse_binary(head, name=label)
    if kind is Kind.JSON:
        yield from read_rows(whole, head, page, name=name)
        return
    raw = whole.read(MAX_TEXT + 1)
    if len(raw) > MAX_TEXT:
        raise ReadError(
            f"{label} is larger than {MAX_TEXT:,} bytes, the most that one text may have. Split it into single "
            "reports, or write them as JSONL, one a line."
        )
    declared = find_declared(raw) if kind in (Kind.HTML, Kind.FEED) else None
    text = decode_text(raw, name=label, declared=declared)
    if kind is Kind.HTML:
        yield read_html(text, page, name=label)
    elif kind is Kind.FEED:
        yield from read_feed(text, page, name=name)
    else:
        yield from read_page(text, page)


def _read_head(stream: BinaryIO) -> bytes:
    """The first bytes, as many as decide the kind; a pipe may give them in pieces."""
    pieces: list[bytes] = []
    size = 0
    while size < SAMPLE:
        try:
            piece = stream.read(SAMPLE - size)
        except _GZIP_ERRORS:
            # A short archive that is cut off: the error comes again behind what it still gives.
            if not pieces:
                raise
            break
        if not piece:
            break
        pieces.append(piece)
        size += len(piece)
    return b"".join(pieces)


def _explain(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "There is no such file or folder. Check the path."
    if isinstance(error, PermissionError):
        return "The file may not be read. Change its permissions."
    if isinstance(error, _GZIP_ERRORS):
        return f"The gzip data is broken: {error}. What stands before was read; fetch the file again."
    return f"It cannot be read: {error}. Check the path."
