"""The lexicon of page furniture: labels, stamps, bylines, captions and datelines of news pages.

In: `data/en/furniture.toml`. Out: a frozen Furniture that other modules of this stage ask about single lines.
Refuses: tables, keys or values outside the closed set (LexiconError).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from ..errors import LexiconError

_KEYS: Mapping[str, frozenset[str]] = {
    "labels": frozenset({"exact", "starts", "patterns"}),
    "links": frozenset({"exact", "starts"}),
    "stamps": frozenset({"updated", "published", "fill"}),
    "bylines": frozenset({"exact", "starts", "small"}),
    "captions": frozenset({"positions", "weak_positions", "phrases", "weak_phrases", "credits"}),
    "datelines": frozenset({"not_places", "not_first"}),
}


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines known by their whole words, by how they start, or by a pattern that the whole line fits."""

    exact: frozenset[str]
    starts: tuple[str, ...]
    patterns: tuple[re.Pattern[str], ...] = ()

    def match_whole(self, plain: str) -> bool:
        """Whether the line, squeezed and in lower case, is one of them or fits a pattern."""
        return plain.rstrip(": ") in self.exact or any(pattern.fullmatch(plain) for pattern in self.patterns)

    def match_start(self, plain: str) -> str | None:
        """The longest known start of the line that ends at the edge of a word, None where there is none."""
        # One test for all of them: nearly every line starts with none.
        if not plain.startswith(self.starts):
            return None
        for start in self.starts:
            if plain.startswith(start) and not (start[-1].isalnum() and plain[len(start) :][:1].isalnum()):
                return start
        return None


@dataclass(frozen=True, slots=True)
class Furniture:
    """All that the lexicon says. Words are in lower case."""

    labels: Lines
    links: Lines
    bylines: Lines
    byline_small: frozenset[str]
    updated: tuple[str, ...]
    published: tuple[str, ...]
    stamp_fill: frozenset[str]
    positions: frozenset[str]
    weak_positions: frozenset[str]
    phrases: tuple[str, ...]
    weak_phrases: tuple[str, ...]
    credits: frozenset[str]
    not_places: frozenset[str]
    not_first: frozenset[str]


@lru_cache(maxsize=1)
def load_furniture() -> Furniture:
    """The lexicon that comes with the package."""
    source = files("dragoman") / "data" / "en" / "furniture.toml"
    return read_furniture(source.read_text(encoding="utf-8"), name="furniture.toml")


def read_furniture(toml: str, *, name: str) -> Furniture:
    """The lexicon written in `toml`; `name` stands in error messages."""
    try:
        tables = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{name} is no TOML: {error}. Correct the file.") from error
    _check_keys(tables, name)
    labels, links, bylines = tables["labels"], tables["links"], tables["bylines"]
    captions, datelines = tables["captions"], tables["datelines"]
    return Furniture(
        labels=Lines(frozenset(labels["exact"]), _longest(labels["starts"]), _compile(labels["patterns"], name)),
        links=Lines(frozenset(links["exact"]), _longest(links["starts"])),
        bylines=Lines(frozenset(bylines["exact"]), _longest(bylines["starts"])),
        byline_small=frozenset(bylines["small"]),
        updated=_longest(tables["stamps"]["updated"]),
        published=_longest(tables["stamps"]["published"]),
        stamp_fill=frozenset(tables["stamps"]["fill"]),
        positions=frozenset(captions["positions"]),
        weak_positions=frozenset(captions["weak_positions"]),
        phrases=tuple(captions["phrases"]),
        weak_phrases=tuple(captions["weak_phrases"]),
        credits=frozenset(captions["credits"]),
        not_places=frozenset(datelines["not_places"]),
        not_first=frozenset(datelines["not_first"]),
    )


def _longest(words: list[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


def _compile(patterns: list[str], name: str) -> tuple[re.Pattern[str], ...]:
    try:
        return tuple(re.compile(pattern) for pattern in patterns)
    except re.error as error:
        raise LexiconError(
            f"{name}: labels.patterns holds {error.pattern!r}, which is no regular expression: {error}. Correct it."
        ) from error


def _check_keys(tables: dict[str, Any], name: str) -> None:
    if set(tables) != set(_KEYS):
        raise LexiconError(
            f"{name} has the tables {sorted(tables)}; allowed, and all needed, are {sorted(_KEYS)}. Correct the file."
        )
    for table, keys in _KEYS.items():
        values = tables[table]
        if not isinstance(values, dict) or set(values) != keys:
            raise LexiconError(f"{name}: [{table}] must have just the keys {sorted(keys)}. Correct the table.")
        for key, words in values.items():
            # Patterns are compared in lower case too, but may hold classes such as \S.
            plain = key == "patterns"
            if not isinstance(words, list) or not all(
                isinstance(word, str) and word.strip() and (plain or word == word.lower()) for word in words
            ):
                raise LexiconError(
                    f"{name}: {table}.{key} must be a list of non-empty words in lower case, not {words!r:.200}."
                )
