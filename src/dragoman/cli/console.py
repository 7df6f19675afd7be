"""Console: the one place that writes to standard output and standard error.

Text from articles is hostile: control characters are shown as visible escapes, and Rich's markup is never read from it.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from rich.console import Console
from rich.text import Text

# The width of tables where the output is no terminal.
PIPE_WIDTH = 160


def out() -> Console:
    """The console for data, on standard output."""
    width = None if sys.stdout.isatty() else PIPE_WIDTH
    return Console(file=sys.stdout, width=width, markup=False, highlight=False, emoji=False, soft_wrap=False)


def err() -> Console:
    """The console for progress and warnings, on standard error."""
    return Console(file=sys.stderr, markup=False, highlight=False, emoji=False, stderr=True)


def say(text: str) -> None:
    """Print one line of data."""
    sys.stdout.write(text + "\n")


def say_json(value: Any, *, indent: int | None = None) -> None:
    """Print a value as JSON, the same bytes for the same value."""
    # A lone surrogate cannot be encoded; escaped it can, and JSON reads it back.
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    say(text if text.isascii() or _encodes(text) else json.dumps(value, indent=indent))


def _encodes(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def warn(text: str) -> None:
    """Print one line for the user on standard error."""
    sys.stderr.write(f"dragoman: {clean(text)}\n")


def fail(text: str, *, status: int = 1) -> int:
    """Print an error on standard error and give the exit status."""
    warn(text)
    return status


def clean(text: str) -> str:
    """The text with control and direction characters made visible, so that it cannot steer a terminal."""
    return "".join(_visible(char) for char in text)


def _visible(char: str) -> str:
    code = ord(char)
    hostile = (code < 32 and char not in "\n\t") or 127 <= code < 160 or 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069
    return f"\\x{code:02x}" if hostile else ("?" if 0xD800 <= code <= 0xDFFF else char)


def cell(value: Any) -> Text:
    """A table cell of plain text."""
    return Text(clean("" if value is None else str(value)))
