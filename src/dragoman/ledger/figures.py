"""Figures: the numbers that a text names, to be compared with the amounts of promises told elsewhere.

In: a text. Out: Figures with their value written out and as it stands before "million", the sign of money and the word
behind them. Refuses: days of months, years, times and numbers within names; what currency or unit a number is of is
settled where the promise was found, here only what contradicts it counts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from .lexicon import load_words

# Two values are one up to the rounding of their last digit in binary.
TOLERANCE = 1e-6
_ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
_SMALL = {word: at for at, word in enumerate(f"{_ONES} eighteen nineteen twenty".split(), 1)}
SPELLED = {**_SMALL, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
# What scales a number, and by how much.
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "mn": 1e6, "mln": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9,
    "bln": 1e9, "trillion": 1e12, "tn": 1e12, "lakh": 1e5, "crore": 1e7,
}  # fmt: skip
# Four digits without a comma are a year more often than a number: they are left out.
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_SIGN = r"(?:[A-Za-z]{1,3}\$|[$€£¥₹₽₩₺₴₱₪₦]|\b(?-i:[A-Z]{3})\s)"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number at `start` of its text: `value` written out, `bare` as it stands before the word that scales it, whether
    a sign or word of money stands by it, and the word behind it in lower case."""

    start: int
    value: float
    bare: float
    money: bool
    unit: str

    def is_amount(self, amount: float, currency: str | None) -> bool:
        """Whether the number may be an amount, of money where a currency is given."""
        if currency is None and self.money:
            return False
        return near(self.value, amount) or (self.bare != self.value and near(self.bare, amount) and currency is None)

    @property
    def scale(self) -> float:
        """By how much the word behind the number scales it."""
        return self.value / self.bare if self.bare else 1.0

    def to_dict(self) -> dict[str, Any]:
        """The figure as plain values."""
        return {"start": self.start, "value": self.value, "bare": self.bare, "money": self.money, "unit": self.unit}

    @classmethod
    def from_dict(cls, plain: dict[str, Any]) -> Figure:
        """The inverse of `to_dict`."""
        return cls(plain["start"], plain["value"], plain["bare"], plain["money"], plain["unit"])


def near(one: float, other: float) -> bool:
    """Whether two values are the same."""
    return abs(one - other) <= TOLERANCE * max(abs(one), abs(other), 1e-12)


@cache
def _pattern() -> re.Pattern[str]:
    scales = "|".join(sorted(SCALES, key=len, reverse=True))
    words = "|".join(sorted(SPELLED, key=len, reverse=True))
    return re.compile(
        rf"(?<![\w.,:])(?P<sign>{_SIGN}\s?)?(?:(?P<number>\d{{1,3}}(?:,\d{{2,3}})+(?:\.\d+)?|\d{{1,15}}(?:\.\d+)?)"
        rf"|(?P<spelled>{words})\b)(?![.,:]?\d)(?:[\s-]?(?P<scale>(?i:{scales})\b))?"
        r"(?:[\s-]+(?P<unit>[^\W\d_]+))?",
        re.I,
    )


def find_figures(text: str) -> tuple[Figure, ...]:
    """The numbers of a text in order."""
    return tuple(figure for match in _pattern().finditer(text) if (figure := _make_figure(text, match)) is not None)


def _make_figure(text: str, match: re.Match[str]) -> Figure | None:
    words = load_words()
    before = text[max(0, match.start() - 14) : match.start()].casefold()
    unit = (match["unit"] or "").casefold()
    number, scale = match["number"], (match["scale"] or "").casefold()
    bare = float(number.replace(",", "")) if number else float(SPELLED[match["spelled"].casefold()])
    last = re.search(r"([^\W\d_]+)\.?\s+$", before)
    # "$145 per 1,000 cubic metres": the measure of a price.
    if last is not None and last[1] == "per":
        return None
    if not match["sign"] and not scale:
        month = bool(last and words.is_month(last[1])) or words.is_month(unit)
        if month or (number and _YEAR.fullmatch(number)):
            return None
    value = bare * SCALES.get(scale, 1.0)
    money = bool(match["sign"]) or unit in words.money
    return Figure(match.start(), value, bare, money, unit)
