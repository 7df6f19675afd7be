"""Console: the one place that writes to standard output and standard error.

Text from articles is hostile: control and direction characters are shown as visible escapes, and Rich's markup is never
read from it.
"""

from __future__ import annotations

import json
import os
import re
import sys
from enum import StrEnum
from typing import Any

from rich.console import Console
from rich.text import Text

# The width of tables where the output is no terminal and COLUMNS says nothing.
PIPE_WIDTH = 160

# What steers a terminal or turns the order of what is read: controls (also the 8-bit ones), marks, embeddings and
# isolates of direction, line separators, lone surrogates. Tab and line end stay.
_HOSTILE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


class _Console(Console):
    """A console that tells us when its reader is gone, instead of ending the process."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


class Format(StrEnum):
    """How a command prints its data."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"


def silence_output() -> None:
    """Let standard output lead nowhere, so that Python's own flush at the end cannot fail on a closed pipe."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def out() -> Console:
    """The console for data, on standard output."""
    width = None if sys.stdout.isatty() or "COLUMNS" in os.environ else PIPE_WIDTH
    return _Console(file=sys.stdout, width=width, markup=False, highlight=False, emoji=False, soft_wrap=False)


def err() -> Console:
    """The console for progress and warnings, on standard error."""
    return Console(file=sys.stderr, markup=False, highlight=False, emoji=False, stderr=True)


def say(text: str) -> None:
    """Print one line of data."""
    sys.stdout.write(text + "\n")


def say_json(value: Any, *, indent: int | None = None) -> None:
    """Print a value as JSON, the same bytes for the same value; what could steer a terminal is escaped."""
    text = _HOSTILE.sub(_json_escape, json.dumps(value, ensure_ascii=False, indent=indent))
    say(text if _encodes(text) else json.dumps(value, indent=indent))


def _json_escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def _encodes(text: str) -> bool:
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        return False
    return True


def warn(text: str) -> None:
    """Print one line for the user on standard error."""
    sys.stderr.write(f"dragoman: {' '.join(clean(text).split())}\n")


def fail(text: str, *, status: int = 1) -> int:
    """Print an error on standard error and give the exit status."""
    warn(text)
    return status


def clean(text: str) -> str:
    """The text with hostile characters made visible, so that it cannot steer a terminal."""
    return _HOSTILE.sub(_visible, text)


def _visible(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"


def cell(value: Any) -> Text:
    """A table cell of plain text, in one line."""
    return Text(" ".join(clean("" if value is None else str(value)).split()))
