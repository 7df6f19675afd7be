"""Values: cells as numbers, days and coordinates.

In: a cell and the name of its column. Out: the value, None for an empty cell. Refuses (ImportFileError) what is none,
with the value and what is allowed.
"""

from __future__ import annotations

import math
import re
from datetime import date

from ..errors import ImportFileError
from ..record.findings import QUADS

# What a 64-bit integer column holds.
WHOLE_LIMIT = 2**63
SHOWN = 40
_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)")


def refuse(column: str, cell: str, allowed: str) -> ImportFileError:
    """The error about a cell."""
    told = cell if len(cell) <= SHOWN else f"{cell[:SHOWN]}..."
    return ImportFileError(f"{column} is {told!r}. Allowed: {allowed}")


def read_day(column: str, cell: str) -> str | None:
    """An ISO day, from 2025-06-04 or 20250604."""
    if not cell:
        return None
    found = _DAY.fullmatch(cell)
    try:
        if found is None:
            raise ValueError(cell)
        return date(*(int(part) for part in found.groups())).isoformat()
    except ValueError:
        raise refuse(column, cell, "a day as 2025-06-04 or 20250604, or empty") from None


def read_number(column: str, cell: str, *, low: float, high: float) -> float | None:
    """A number within bounds."""
    if not cell:
        return None
    try:
        value = float(cell)
    except ValueError:
        value = math.nan
    if not low <= value <= high:
        raise refuse(column, cell, f"a number from {low:g} to {high:g}, or empty")
    return value


def read_whole(column: str, cell: str) -> int | None:
    """A whole number of 64 bits that is not negative; 12.0, as pandas writes it, is 12."""
    if not cell:
        return None
    plain = cell.removesuffix(".0")
    if not plain.isascii() or not plain.isdigit() or int(plain) >= WHOLE_LIMIT:
        raise refuse(column, cell, "a whole number, or empty")
    return int(plain)


def read_quad(column: str, cell: str) -> str | None:
    """A quad class in the words of the record, from these words or from 1 to 4."""
    if not cell:
        return None
    words = QUADS[int(cell) - 1] if cell in ("1", "2", "3", "4") else cell.casefold().replace("_", " ")
    if words not in QUADS:
        raise refuse(column, cell, f"1 to 4, {', '.join(QUADS)}, or empty")
    return words
