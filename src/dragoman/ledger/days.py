"""Days: the dates that a later text names when it speaks of what was agreed before, and how deadlines compare.

In: a text and the day of its publication. Out: Named days as intervals. A month without a year is the one before the
publication; where a text looks ahead the next one may be meant, and is kept beside it. Refuses what names no calendar
day, month or year.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from .figures import SPELLED
from .lexicon import load_words

# Lengths of ISO texts: a year, a month.
YEAR, MONTH = 4, 7
_UNITS = {"day": 0, "week": 0, "month": 1, "year": 12}
_AGO = re.compile(r"\b(?P<number>\d{1,2}|an?|\w+)\s+(?P<unit>week|month|year)s?\s+(?:ago|earlier|before)\b")
_RELATIVE = re.compile(r"\b(?P<which>last|this|next)(?:['’]s)?\s+(?P<unit>year|month|week)\b")
_SHIFT = re.compile(
    r"\b(?P<number>\d{1,3}|an?|\w+)\s+(?P<unit>month|year)s?\s+"
    r"(?:(?P<late>later than|after|late|behind|past)|(?P<early>earlier than|sooner than|ahead of|early|before))\b"
)
# A year stands behind a preposition, a month or before the noun that it dates.
_YEAR = re.compile(r"(?<![\d.,$€£¥-])(?P<year>(?:1[5-9]|20)\d\d)(?![\d%]|[.,]\d)")


@dataclass(frozen=True, slots=True)
class Named:
    """Days from `first` to `last` named at [start, end) of the text; `sure` where the text gives the year too, or says
    which one it means."""

    start: int
    end: int
    first: str
    last: str
    sure: bool

    def to_dict(self) -> dict[str, Any]:
        """The days as plain values."""
        return {"start": self.start, "end": self.end, "first": self.first, "last": self.last, "sure": self.sure}

    @classmethod
    def from_dict(cls, plain: dict[str, Any]) -> Named:
        """The inverse of `to_dict`."""
        return cls(plain["start"], plain["end"], plain["first"], plain["last"], plain["sure"])


@dataclass(frozen=True, slots=True)
class Shift:
    """So many months by which a text says that something is later (above 0) or earlier than it was to be."""

    months: int


@cache
def _month_pattern() -> re.Pattern[str]:
    # "may" and "march" are words too: only with a capital they are months.
    names = "|".join(sorted((name.capitalize() for name in load_words().month_of), key=len, reverse=True))
    return re.compile(
        rf"(?:\b(?P<before>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?)?\b(?P<which>[Ll]ast\s+|[Nn]ext\s+|[Tt]his\s+)?"
        rf"(?P<month>{names})\b\.?(?:\s+(?P<after>\d{{1,2}})(?:st|nd|rd|th)?(?![\d.,]*\d{{3}}|\d))?"
        r"(?:,?\s+(?P<year>(?:1[5-9]|20)\d\d)\b)?"
    )


def find_days(text: str, published: str | None) -> tuple[Named, ...]:
    """The days, months and years that a text names, in order."""
    taken: list[tuple[int, int]] = []
    found: list[Named] = []
    for named in (*_find_months(text, published), *_find_relative(text, published), *_find_years(text)):
        if not any(start < named.end and named.start < end for start, end in taken):
            found.append(named)
    for each in found:
        taken.append((each.start, each.end))
    months = [each for each in found if each.first[:MONTH] == each.last[:MONTH]]
    # The year of a date is no year by itself.
    kept = [
        each
        for each in found
        if each in months or not any(other.start <= each.start and each.end <= other.end for other in months)
    ]
    return tuple(sorted(kept, key=lambda each: (each.start, each.first)))


def _find_months(text: str, published: str | None) -> Iterator[Named]:
    words = load_words()
    for match in _month_pattern().finditer(text):
        month = words.month_of[match["month"].casefold()]
        if match["month"] in ("May", "March") and not _is_month(text, match):
            continue
        number = match["before"] or match["after"]
        day = int(number) if number else None
        if match["year"]:
            yield from _make_days(match, int(match["year"]), month, day, sure=True)
        elif published is not None:
            year, this = int(published[:YEAR]), published[:MONTH]
            which = (match["which"] or "").strip().casefold()
            past = year if f"{year:04d}-{month:02d}" <= this else year - 1
            if which == "last" and f"{past:04d}-{month:02d}" == this:
                past -= 1
            if which != "next":
                yield from _make_days(match, past, month, day, sure=which == "last")
            if which in ("", "next"):
                yield from _make_days(match, past + 1, month, day, sure=which == "next")


def _is_month(text: str, match: re.Match[str]) -> bool:
    """Whether a word that may be something else is a month: beside a number, a preposition or its like."""
    if match["before"] or match["after"] or match["year"] or match["which"]:
        return True
    before = text[max(0, match.start() - 14) : match.start()]
    return (
        re.search(r"\b(?:in|by|since|until|till|of|from|to|before|after|during|the|for|mid|early|late)[\s-]+$", before)
        is not None
    )


def _make_days(match: re.Match[str], year: int, month: int, day: int | None, *, sure: bool) -> Iterator[Named]:
    last = monthrange(year, month)[1]
    if day is not None and not 1 <= day <= last:
        return
    first_day, last_day = (day, day) if day is not None else (1, last)
    yield Named(
        match.start(),
        match.end(),
        date(year, month, first_day).isoformat(),
        date(year, month, last_day).isoformat(),
        sure,
    )


def _find_relative(text: str, published: str | None) -> Iterator[Named]:
    if published is None:
        return
    folded = text.casefold()
    for match in _RELATIVE.finditer(folded):
        steps = {"last": -1, "this": 0, "next": 1}[match["which"]]
        if match["unit"] == "week":
            monday = date.fromisoformat(published)
            monday += timedelta(days=7 * steps - monday.weekday())
            yield Named(match.start(), match.end(), monday.isoformat(), (monday + timedelta(days=6)).isoformat(), True)
            continue
        unit = published[:YEAR] if match["unit"] == "year" else published[:MONTH]
        yield Named(match.start(), match.end(), *days_of(shift(unit, steps * _UNITS[match["unit"]])), True)
    for match in _AGO.finditer(folded):
        number = _read_number(match["number"])
        if number is None or match["unit"] == "week":
            continue
        unit = published[:YEAR] if match["unit"] == "year" else published[:MONTH]
        yield Named(match.start(), match.end(), *days_of(shift(unit, -number * _UNITS[match["unit"]])), True)


def _find_years(text: str) -> Iterator[Named]:
    for match in _YEAR.finditer(text):
        yield Named(match.start(), match.end(), *days_of(match["year"]), True)


def find_shifts(text: str) -> tuple[Shift, ...]:
    """By how many months the text says that something is later or earlier than it was to be."""
    found = []
    for match in _SHIFT.finditer(text.casefold()):
        number = _read_number(match["number"])
        if number is not None:
            months = number * _UNITS[match["unit"]]
            found.append(Shift(months if match["late"] else -months))
    return tuple(found)


def _read_number(word: str) -> int | None:
    if word.isdigit():
        return int(word)
    return 1 if word in ("a", "an") else SPELLED.get(word)


def shift(unit: str, months: int) -> str:
    """The year ("2024") or month ("2024-06") so many months later; a day stands for its month."""
    if len(unit) == YEAR and months % 12 == 0:
        return f"{int(unit) + months // 12:04d}"
    year, month = int(unit[:YEAR]), int(unit[5:MONTH]) if len(unit) > YEAR else 12
    at = year * 12 + month - 1 + months
    return f"{at // 12:04d}-{at % 12 + 1:02d}"


def days_of(unit: str) -> tuple[str, str]:
    """The first and the last day of an ISO year, month or day."""
    if len(unit) == YEAR:
        return f"{unit}-01-01", f"{unit}-12-31"
    if len(unit) == MONTH:
        return f"{unit}-01", f"{unit}-{monthrange(int(unit[:YEAR]), int(unit[5:MONTH]))[1]:02d}"
    return unit, unit


def due_day(deadline: str | None) -> str | None:
    """The last day on which what is due by an ISO year, month or day is in time."""
    return None if deadline is None else days_of(deadline)[1]


def names_deadline(named: Named, deadline: str) -> bool:
    """Whether days that a text names are a deadline, in the same unit."""
    return (named.first, named.last) == days_of(deadline)
