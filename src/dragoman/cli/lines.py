"""Commands that answer a JSONL file line by line: resolve, locate, when; and the schema.

A line that cannot be read is reported with its number and skipped; the rest is answered and the exit status is 1.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from ..errors import ReadError
from .console import say_json, warn

# Keys beside "text" and "id" that a command reads where they are given.
_WORDS = ("context", "date", "published")


def read_lines(file: Path) -> Iterator[tuple[int, bytes]]:
    """The lines of a file or of standard input with their numbers. Raises ReadError where it cannot be read."""
    if str(file) == "-":
        yield from enumerate(sys.stdin.buffer, 1)
        return
    try:
        with file.open("rb") as stream:
            yield from enumerate(stream, 1)
    except OSError as error:
        allowed = "Give a JSONL file, or - for standard input."
        raise ReadError(f"{file} cannot be read: {error.strerror}. {allowed}") from error


def read_object(line: bytes) -> dict[str, Any]:
    """The object on a line. Raises ReadError where it is none."""
    try:
        row = json.loads(line.removeprefix(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError) as error:
        raise ReadError(f"The line is no JSON ({error})") from error
    if not isinstance(row, dict):
        raise ReadError("A line must be a JSON object")
    return row


def _read_row(line: bytes) -> dict[str, Any]:
    """The object on a line. Raises ReadError where it is none or a value has the wrong type."""
    row = read_object(line)
    if not isinstance(row.get("text"), str):
        raise ReadError('A line must be an object with a string under "text"')
    for key in _WORDS:
        if not isinstance(row.get(key), str | None):
            raise ReadError(f'"{key}" is {row[key]!r}. Allowed: a string, or leave it out')
    return row


def _answer(file: Path, work: Callable[[dict[str, Any]], dict[str, Any]]) -> int:
    status = 0
    for number, line in read_lines(file):
        if not line.strip():
            continue
        try:
            row = _read_row(line)
            say_json({"id": row.get("id"), **work(row)})
        except ReadError as error:
            status = 1
            warn(f"{file}, line {number}: {str(error).rstrip('.')}. The line is skipped.")
    return status


def resolve_lines(file: Path) -> int:
    """Answer each line's text with its actor or null."""
    from ..actors.resolve import resolve_actor
    from ..coding import check_day

    def work(row: dict[str, Any]) -> dict[str, Any]:
        actor = resolve_actor(row["text"], context=row.get("context") or "", day=check_day(row.get("date")))
        return {"actor": None if actor is None else actor.to_dict()}

    return _answer(file, work)


def locate_lines(file: Path) -> int:
    """Answer each line's text with its places."""
    from ..places import find_places

    return _answer(file, lambda row: {"places": [place.to_dict() for place in find_places(row["text"])]})


def when_lines(file: Path) -> int:
    """Answer each line's text with its dates."""
    from ..coding import check_day
    from ..dates import find_dates

    def work(row: dict[str, Any]) -> dict[str, Any]:
        found = find_dates(row["text"], published=check_day(row.get("published")))
        return {"dates": [when.to_dict() for when in found]}

    return _answer(file, work)


def print_schema() -> int:
    """Print the JSON Schema of a record."""
    from ..record.schema import record_schema

    say_json(record_schema(), indent=2)
    return 0
