"""Load: a TOML data file of the package becomes plain tables whose keys are closed.

A key that is not allowed raises LexiconError, so that a misspelt key never passes for a missing one.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from ..errors import LexiconError


def load_table(name: str) -> dict[str, Any]:
    """The TOML file `data/NAME` of the package. Raises LexiconError where it is missing or broken."""
    path = files("dragoman").joinpath("data", *name.split("/"))
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(f"The data file {name} cannot be read: {error}. Reinstall dragoman.") from error


def check_keys(name: str, row: Mapping[str, Any], allowed: frozenset[str], needed: frozenset[str]) -> None:
    """Raise LexiconError where a row of data file `name` has a key that is not allowed or lacks a needed one."""
    wrong, missing = sorted(set(row) - allowed), sorted(needed - set(row))
    if wrong or missing:
        raise LexiconError(
            f"{name}: the row {dict(row)!r} has unknown keys {wrong} or lacks {missing}. "
            f"Allowed: {sorted(allowed)}; needed: {sorted(needed)}."
        )


def load_rows(name: str, section: str, *, allowed: str, needed: str) -> list[dict[str, Any]]:
    """The rows `[[section]]` of `data/NAME`; `allowed` and `needed` are keys parted by blanks."""
    rows: list[dict[str, Any]] = load_table(name).get(section, [])
    if not isinstance(rows, list):
        raise LexiconError(f"{name}: [{section}] is one table. Allowed: rows [[{section}]]. Double its brackets.")
    keys, must = frozenset(allowed.split()), frozenset(needed.split())
    for row in rows:
        check_keys(f"{name} [[{section}]]", row, keys, must)
    return rows
