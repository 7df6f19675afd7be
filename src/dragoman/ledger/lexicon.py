"""Lexicon: the words of `data/en/ledger.toml`, compiled once.

In: the data file. Out: Words: what tells a change, what keeps it from telling one, months, nouns of agreements.
Raises LexiconError where the file breaks its closed sets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from ..errors import LexiconError
from ..lexicon.load import check_keys, load_table

FILE = "en/ledger.toml"
# What may happen to an agreement or a promise, in words of the ledger.
CHANGES = (
    "announced", "repeated", "raised", "lowered", "postponed", "brought forward", "signed", "ratified", "in force",
    "suspended", "ended", "met", "missed", "withdrawn", "cancelled",
)  # fmt: skip
# What else a cue may say: only part is done, the last of it is, it is not done so far, somebody denies it.
PART, WHOLE, NOT_DONE, DENIED = "part", "whole", "not done", "denied"
_SECTIONS = frozenset({"done", "arrived", "standing", "speech", "months", "money", "agreement", "cue", "guard"})
_NUMBER = (
    r"(?:\d[\d,.]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen|eighteen|nineteen|twenty|several|some)"
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern, and the change that it tells; `finite` where its own verb says that it happened."""

    change: str
    pattern: re.Pattern[str]
    finite: bool


@dataclass(frozen=True, slots=True)
class Guard:
    """A pattern before which a cue tells nothing, at most `reach` words before it where that is given; `finite` where
    it stops finite cues too."""

    pattern: re.Pattern[str]
    finite: bool
    reach: int | None


@dataclass(frozen=True, slots=True)
class Words:
    """The compiled data file."""

    cues: tuple[Cue, ...]
    guards: tuple[Guard, ...]
    standing: re.Pattern[str]
    standing_words: tuple[str, ...]
    speech: re.Pattern[str]
    month_of: Mapping[str, int]
    money: frozenset[str]
    kind_of: Mapping[str, str]

    def is_month(self, word: str) -> bool:
        """Whether a word in lower case names a month."""
        return word in self.month_of


@cache
def load_words() -> Words:
    """The words of the ledger."""
    table = load_table(FILE)
    check_keys(FILE, table, _SECTIONS, _SECTIONS)
    forms = {"DONE": _any_of(table["done"]), "ARRIVED": _any_of(table["arrived"]), "NUMBER": _NUMBER}
    return Words(
        tuple(_read_cues(table["cue"], forms)),
        tuple(_read_guards(table["guard"])),
        re.compile(rf"\b(?:{_any_of(table['standing'])})\b"),
        tuple(table["standing"]),
        re.compile(rf"\b(?:{_any_of(table['speech'])})\b"),
        MappingProxyType({name: at for at, names in enumerate(table["months"], 1) for name in names}),
        frozenset(table["money"]),
        MappingProxyType({noun: kind for kind, nouns in table["agreement"].items() for noun in nouns}),
    )


def _any_of(words: list[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


def _read_cues(rows: list[dict[str, Any]], forms: Mapping[str, str]) -> Iterator[Cue]:
    needed = frozenset({"change", "pattern"})
    for row in rows:
        check_keys(f"{FILE} [[cue]]", row, needed | {"finite"}, needed)
        if row["change"] not in (*CHANGES, PART, WHOLE, NOT_DONE, DENIED):
            raise LexiconError(f"{FILE}: {row['change']!r} is no change. Allowed: {', '.join(CHANGES)}.")
        pattern = row["pattern"]
        for name, form in forms.items():
            pattern = pattern.replace(name, form)
        yield Cue(row["change"], re.compile(pattern), row.get("finite", False))


def _read_guards(rows: list[dict[str, Any]]) -> Iterator[Guard]:
    needed = frozenset({"pattern", "why"})
    for row in rows:
        check_keys(f"{FILE} [[guard]]", row, needed | {"finite", "reach"}, needed)
        yield Guard(re.compile(row["pattern"]), row.get("finite", False), row.get("reach"))
