"""JSON Lines become articles, one a row; so do one JSON object and one array of them.

In: a binary stream. Out: an Article for each row, its text verbatim and whole, and a ReadFailure with the line for
each row that is none. Streams: a row is bounded, the file is not.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from ..errors import ReadError
from ..record import Article
from .build import Page
from .days import read_day
from .decode import MAX_TEXT, SAMPLE, clean_text, decode_text, find_wide_encoding
from .failure import ReadFailure
from .from_text import read_whole

_ALLOWED = '{"text", "title"?, "url"?, "published"?, "publisher"?, "id"?}'


def read_rows(stream: BinaryIO, head: bytes, page: Page, *, name: str) -> Iterator[Article | ReadFailure]:
    """The articles of a JSON stream that starts with `head`; `page` holds what is known of all of them."""
    wide = find_wide_encoding(head)
    if wide or _is_one_value(head):
        yield from _read_one_value(stream, page, name)
        return
    for number, line in _read_lines(stream):
        if line is None:
            yield ReadFailure(name, number, f"The row is larger than {MAX_TEXT:,} bytes, the most read. Split it.")
        elif line.strip():
            yield from _read_line(line, page, name, number)


def _is_one_value(head: bytes) -> bool:
    """Whether the stream is an array, or an object that does not end on its first line."""
    opening = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if opening.startswith(b"["):
        return True
    first, _, rest = opening.partition(b"\n")
    return len(opening) < SAMPLE and bool(rest.strip()) and first.strip() == b"{"


def _read_lines(stream: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Each line with its number; None for a line that is too large, whose rest is skipped."""
    number = 0
    while line := stream.readline(MAX_TEXT + 1):
        number += 1
        if len(line) <= MAX_TEXT:
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(MAX_TEXT)
        yield number, None


def _read_line(line: bytes, page: Page, name: str, number: int) -> Iterator[Article | ReadFailure]:
    try:
        row = _parse(decode_text(line, name="The row"))
    except ReadError as error:
        yield ReadFailure(name, number, str(error))
        return
    yield from _read_row(row, page, name, number)


def _read_one_value(stream: BinaryIO, page: Page, name: str) -> Iterator[Article | ReadFailure]:
    raw = stream.read(MAX_TEXT + 1)
    if len(raw) > MAX_TEXT:
        raise ReadError(
            f"{name} is one JSON value of more than {MAX_TEXT:,} bytes, the most that is read at once. "
            "Write one object a line (JSONL): that is read as a stream."
        )
    text = decode_text(raw, name=name)
    try:
        value = _parse(text)
    except ReadError:
        # Several lines after all, in UTF-16 or with a first line that only looked like the opening of one value.
        for number, line in enumerate(io.StringIO(text), start=1):
            if line.strip():
                yield from _read_line(line.encode("utf-8", "replace"), page, name, number)
        return
    if isinstance(value, dict):
        yield from _read_row(value, page, name, 1)
        return
    for number, row in enumerate(value if isinstance(value, list) else [value], start=1):
        yield from _read_row(row, page, f"{name}, item {number}", None)


def _parse(text: str) -> Any:
    try:
        return json.loads(text)
    except RecursionError as error:
        raise ReadError("The JSON is nested too deeply. Give one flat object.") from error
    except ValueError as error:
        raise ReadError(f"No JSON: {error}. Give one object a line: {_ALLOWED}.") from error


def _read_row(row: Any, page: Page, name: str, line: int | None) -> Iterator[Article | ReadFailure]:
    if not isinstance(row, dict):
        yield ReadFailure(name, line, f"The row is a {type(row).__name__}, not an object. Give {_ALLOWED}.")
        return
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        found = "is missing" if text is None else f"is {text!r:.80}"
        yield ReadFailure(name, line, f'"text" {found}; it must be a string that is not empty. Give {_ALLOWED}.')
        return
    known: dict[str, str | None] = {}
    for key in ("title", "url", "published", "publisher", "id"):
        value = row.get(key)
        if key == "id" and isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if value is not None and not isinstance(value, str):
            yield ReadFailure(name, line, f'"{key}" is {value!r:.80}; it must be a string or null. Correct the row.')
            return
        known[key] = clean_text(value).strip() or None if value else None
    day = read_day(known["published"])
    if known["published"] and day is None:
        yield ReadFailure(
            name,
            line,
            f'"published" is {known["published"]!r:.80}, which names no day without doubt; the article is read '
            "without it. Write YYYY-MM-DD.",
        )
    yield read_whole(clean_text(text), replace(page, **{**known, "published": day}))
