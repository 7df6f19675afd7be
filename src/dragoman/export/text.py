"""Text for other programs: what a spreadsheet, a line of tabs or XML would take for more than words.

In: texts from articles, which are hostile. Out: texts that stay words. `unguard` undoes `guard`; what `one_line` and
`xml_text` take out is gone, as their formats cannot hold it.
"""

from __future__ import annotations

import json
import re
from typing import Any

GUARD = "'"
# What makes a spreadsheet read a cell as a formula, also in full width or behind white space that some programs drop.
# The guard itself is among them, so that taking one off always gives back what was there.
_STARTS = re.compile(r"[\s\ufeff\u200b-\u200f\u2060\x00-\x1f]*[=+\-@|%\uff1d\uff0b\uff0d\uff20']")
_FIRST = ("\t", "\r", "\n")
# What ends a line or a cell for some reader, and what steers a terminal.
_BREAKS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
# What JSON may hold as it is, though it steers a terminal, turns the order of signs or, "<", ends a script in a page.
_STEERS = re.compile("[<\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
# What XML 1.0 cannot hold at all.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def guard(text: str) -> str:
    """The text with an apostrophe before it where it could start a formula or begins with an apostrophe."""
    # Most texts begin with a letter or a digit, which starts no formula and costs no look at a pattern.
    if text[:1].isalnum():
        return text
    return GUARD + text if text.startswith(_FIRST) or _STARTS.match(text) else text


def unguard(cell: str) -> str:
    """The text that `guard` was given."""
    return cell.removeprefix(GUARD)


def one_line(text: str) -> str:
    """The text without tabs, line ends and control characters: each run of them becomes a blank."""
    return text if text.isprintable() else _BREAKS.sub(" ", text)


def xml_text(text: str) -> str:
    """The text with the replacement character for what XML cannot hold."""
    return _NOT_XML.sub("\ufffd", text)


def json_line(value: Any) -> str:
    """A value as JSON in one line; what steers a terminal, turns the order of what is read or ends a script in a page
    is written as an escape, which is the same value."""
    return _STEERS.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))
