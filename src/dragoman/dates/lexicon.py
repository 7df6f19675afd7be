"""Lexicon: the words, cues and phrase patterns of English dates, from data/en/dates.toml.

In: the data file. Out: one frozen Lexicon, loaded once. Refuses with LexiconError any key, value or type outside
the closed set, so that a slip in the data is seen at once.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from importlib import resources
from typing import Any

from ..errors import LexiconError
from .words import split_words

FILE = "dates.toml"
WORD_LISTS = frozenset({
    "parts", "edges", "dayparts", "ordinal_suffixes", "doubtful_months", "month_cues", "weak_month_cues",
    "determiners", "name_followers", "name_adjectives", "name_nouns", "repeaters", "of_heads", "year_cues",
    "weak_year_cues", "year_goals", "year_determiners", "year_verbs", "number_labels", "event_nouns", "counted",
    "function_words", "past_cues", "passive_cues", "limit_cues", "deadline_cues", "future_heads", "future_modifiers",
    "timetable_verbs", "moving_words", "comparing_words",
})  # fmt: skip
RANGES: Mapping[str, tuple[int, int]] = {
    "months": (1, 12), "month_abbreviations": (1, 12), "weekdays": (0, 6), "weekday_abbreviations": (0, 6),
    "counts": (1, 99), "ordinals": (1, 31), "seasons": (1, 12), "which": (-1, 1), "hijri_months": (1, 12),
    "solar_months": (1, 12),
}  # fmt: skip
SET_KEYS = frozenset({"unit", "which", "coarse", "days", "sign", "from_end", "neighbours", "count", "part"})

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One phrase pattern as the file has it."""

    name: str
    gives: str
    pattern: str
    build: str
    set: Mapping[str, Any]
    unless_after: frozenset[str]
    unless_before: frozenset[str]


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day of the year that means one year where one of `nouns` follows."""

    month: int
    day: int
    year: int
    nouns: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All tables of the file. `words` holds the word lists by name; phrases are split as texts are."""

    months: Mapping[str, int]
    month_abbreviations: Mapping[str, int]
    weekdays: Mapping[str, int]
    weekday_abbreviations: Mapping[str, int]
    units: Mapping[str, str]
    counts: Mapping[str, int]
    ordinals: Mapping[str, int]
    seasons: Mapping[str, int]
    which: Mapping[str, int]
    holidays: Mapping[Phrase, tuple[int, int]]
    named_days: tuple[NamedDay, ...]
    hijri_months: Mapping[Phrase, int]
    solar_months: Mapping[Phrase, int]
    words: Mapping[str, frozenset[str]]
    future_cues: Mapping[str, tuple[Phrase, ...]]
    rules: tuple[RuleRow, ...]


def split_phrase(phrase: str) -> Phrase:
    """The lower-case tokens of a phrase."""
    return tuple(word.lower for word in split_words(phrase))


def _refuse(where: str, value: object, allowed: str) -> LexiconError:
    return LexiconError(f"{FILE}: {where} is {value!r}, allowed is {allowed}. Correct the file.")


def _check_keys(where: str, found: Mapping[str, Any], allowed: frozenset[str], *, all_needed: bool = True) -> None:
    unknown = sorted(set(found) - allowed)
    missing = sorted(allowed - set(found)) if all_needed else []
    if unknown or missing:
        raise LexiconError(
            f"{FILE}: {where} has unknown keys {unknown} and lacks {missing}. Allowed keys: {sorted(allowed)}."
        )


def _numbers(name: str, table: Any) -> dict[str, int]:
    low, high = RANGES[name]
    if not isinstance(table, dict):
        raise _refuse(name, table, "a table of words and numbers")
    for word, value in table.items():
        if type(value) is not int or not low <= value <= high:
            raise _refuse(f"{name}.{word}", value, f"a whole number from {low} to {high}")
    return dict(table)


def _phrases(name: str, table: Any) -> dict[Phrase, int]:
    return {split_phrase(phrase): value for phrase, value in _numbers(name, table).items()}


def _units(table: Any) -> dict[str, str]:
    allowed = ("day", "week", "month", "quarter", "year", "decade", "century")
    for word, unit in table.items():
        if unit not in allowed:
            raise _refuse(f"units.{word}", unit, f"one of {allowed}")
    return dict(table)


def _holidays(table: Any) -> dict[Phrase, tuple[int, int]]:
    for name, days in table.items():
        pair = isinstance(days, list) and len(days) == 2 and all(type(part) is int for part in days)
        if not pair or not (1 <= days[0] <= 12 and 1 <= days[1] <= 31):
            raise _refuse(f"holidays.{name}", days, "[month, day]")
    return {split_phrase(name): (days[0], days[1]) for name, days in table.items()}


def _named_days(rows: Any) -> tuple[NamedDay, ...]:
    found = []
    for row in rows:
        _check_keys("a row of named_days", row, frozenset({"month", "day", "year", "nouns"}))
        found.append(NamedDay(row["month"], row["day"], row["year"], _word_set("named_days.nouns", row["nouns"])))
    return tuple(found)


def _word_set(where: str, words: Any) -> frozenset[str]:
    if not isinstance(words, list) or not all(isinstance(word, str) and word == word.lower() for word in words):
        raise _refuse(where, words, "a list of words in lower case")
    return frozenset(words)


def _future_cues(phrases: Any) -> dict[str, tuple[Phrase, ...]]:
    """The phrases by their last word, so that a scan towards the left finds them."""
    by_last: dict[str, list[Phrase]] = {}
    for phrase in sorted(_word_set("words.future_cues", phrases)):
        tokens = split_phrase(phrase)
        by_last.setdefault(tokens[-1], []).append(tokens)
    return {last: tuple(many) for last, many in by_last.items()}


def _rule(row: Any) -> RuleRow:
    needed, optional = frozenset({"name", "gives", "pattern", "build"}), {"set", "unless_after", "unless_before"}
    where = f"rule {row.get('name', '?')!r}"
    _check_keys(where, row, needed | optional, all_needed=False)
    _check_keys(where, {key: row[key] for key in row if key in needed}, needed)
    fixed = row.get("set", {})
    _check_keys(f"{where}, set", fixed, SET_KEYS, all_needed=False)
    if "unit" in fixed:
        _units({"unit": fixed["unit"]})
    return RuleRow(
        name=str(row["name"]),
        gives=str(row["gives"]),
        pattern=str(row["pattern"]),
        build=str(row["build"]),
        set=dict(fixed),
        unless_after=_word_set(f"{where}, unless_after", row.get("unless_after", [])),
        unless_before=_word_set(f"{where}, unless_before", row.get("unless_before", [])),
    )


def read_lexicon(text: str) -> Lexicon:
    """The Lexicon of a data file's text."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{FILE} is no valid TOML: {error}. Correct the file.") from error
    _check_keys("the file", raw, frozenset(field.name for field in fields(Lexicon)) - {"future_cues"})
    _check_keys("words", raw["words"], WORD_LISTS | {"future_cues"})
    names = [row.get("name") for row in raw["rules"]]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise _refuse("rules, name", twice, "one rule for each name")
    return Lexicon(
        **{name: _numbers(name, raw[name]) for name in RANGES if name not in ("hijri_months", "solar_months")},
        units=_units(raw["units"]),
        holidays=_holidays(raw["holidays"]),
        named_days=_named_days(raw["named_days"]),
        hijri_months=_phrases("hijri_months", raw["hijri_months"]),
        solar_months=_phrases("solar_months", raw["solar_months"]),
        words={name: _word_set(f"words.{name}", raw["words"][name]) for name in sorted(WORD_LISTS)},
        future_cues=_future_cues(raw["words"]["future_cues"]),
        rules=tuple(_rule(row) for row in raw["rules"]),
    )


@lru_cache(maxsize=1)
def load_lexicon() -> Lexicon:
    """The Lexicon that comes with dragoman."""
    found = resources.files("dragoman") / "data" / "en" / FILE
    return read_lexicon(found.read_text(encoding="utf-8"))
