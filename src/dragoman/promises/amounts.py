"""Amounts: sums of money and measured quantities in a text.

In: a text and the states in play (for currencies that several states share). Out: Amounts with offsets. A conversion in
brackets behind a sum ("45 million rials ($117 million)") is not a second sum. Numbers without a currency or unit of the
lexicon are no amounts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .lexicon import PromiseLexicon

_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_SCALE = r"(?:hundred|thousand|million|billion|trillion|crore|lakh|mn|mln|bn|bln|tn|m|b)"
# Sign before the number: "$10 billion", "US$1.1bn", "A$520 million".
_SIGNED = re.compile(rf"(?P<sign>(?:US|AU|NZ|HK|CA|FJ|Mex|[ACSR])?\$|[€£¥₹₽₩₺₴₱₪₦])\s?(?P<number>{_NUMBER})\s?(?P<scale>{_SCALE})?\b", re.I)
# Code before the number: "EUR 20 million".
_CODED = re.compile(rf"\b(?P<sign>[A-Z]{{3}})\s?(?P<number>{_NUMBER})\s?(?P<scale>{_SCALE})?\b")
# Number before the words: "6 billion Norwegian kroner", "728 megawatts", "65 percent".
_WORDED = re.compile(rf"\b(?P<number>{_NUMBER})[\s-]?(?:(?P<scale>{_SCALE})\b)?[\s-]*(?P<rest>(?:[^\W\d_][\w.-]*|%)(?:\s[^\W\d_][\w.-]*)?(?:\s[^\W\d_][\w.-]*)?)", re.I)
_WORD_NUMBERS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10", "twelve": "12", "fifteen": "15", "twenty": "20",
}  # fmt: skip
_SPELLED = re.compile(rf"\b(?P<word>{'|'.join(_WORD_NUMBERS)})\b(?=[\s-](?:{_SCALE}\b|[^\W\d_]))", re.I)


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum or quantity at [start, end) of its text: `value` in `currency` (ISO 4217) or counted in `unit`."""

    start: int
    end: int
    value: int | float
    currency: str | None
    unit: str | None


def _value(number: str, scale: str | None, lexicon: PromiseLexicon) -> int | float:
    plain = number.replace(",", "")
    factor = lexicon.scale[scale.lower()] if scale else 1
    value = round(float(plain) * factor, 6)
    return int(value) if value == int(value) else value


def find_amounts(text: str, *, lexicon: PromiseLexicon, countries: Sequence[str] = ()) -> list[Amount]:
    """The amounts of the text in order."""
    spelled = list(_SPELLED.finditer(text))
    plain = list(text)
    for match in spelled:
        digits = _WORD_NUMBERS[match["word"].lower()]
        # The same length keeps the offsets: the digits stand at the word's end, blanks before them.
        plain[match.start() : match.end()] = digits.rjust(match.end() - match.start())
    flat = "".join(plain)
    found: list[Amount] = []
    for pattern in (_SIGNED, _CODED):
        for match in pattern.finditer(flat):
            currency = lexicon.currency_of.get(match["sign"].lower())
            if currency:
                found.append(Amount(match.start(), match.end(), _value(match["number"], match["scale"], lexicon), currency, None))
    for match in _WORDED.finditer(flat):
        amount = _worded(match, lexicon, countries)
        if amount is not None:
            found.append(amount)
    whole = [_with_word(amount, spelled) for amount in found]
    return _without_conversions(text, _without_overlaps(whole))


def _with_word(amount: Amount, spelled: list[re.Match[str]]) -> Amount:
    """The amount from the first letter of a number written as a word."""
    word = next((match for match in spelled if match.start() <= amount.start < match.end()), None)
    return replace(amount, start=word.start()) if word else amount


def _worded(match: re.Match[str], lexicon: PromiseLexicon, countries: Sequence[str]) -> Amount | None:
    words = match["rest"].lower().split(" ")
    value = _value(match["number"], match["scale"], lexicon)
    for count in range(len(words), 0, -1):
        phrase = " ".join(words[:count]).rstrip(".,-")
        end = match.start("rest") + len(" ".join(words[:count]).rstrip(".,-"))
        currency = _currency(phrase, lexicon, countries)
        if currency:
            return Amount(match.start(), end, value, currency, None)
        unit = lexicon.unit_of.get(phrase)
        if unit:
            return Amount(match.start(), end, value, None, unit)
    # "25 Japanese engineers", "150 new buses": the counted noun stands one or two words behind.
    for at in range(1, len(words)):
        unit = lexicon.unit_of.get(words[at].rstrip(".,-"))
        if unit:
            end = match.start("rest") + len(" ".join(words[: at + 1]).rstrip(".,-"))
            return Amount(match.start(), end, value, None, unit)
    return None


def _currency(phrase: str, lexicon: PromiseLexicon, countries: Sequence[str]) -> str | None:
    for form in (phrase, phrase.removesuffix("s"), phrase.removesuffix("es")):
        if form in lexicon.currency_of:
            return lexicon.currency_of[form]
        if form in lexicon.shared_money:
            fitting = {lexicon.shared_money[form][code] for code in countries if code in lexicon.shared_money[form]}
            return fitting.pop() if len(fitting) == 1 else None
    return None


def _without_overlaps(found: list[Amount]) -> list[Amount]:
    kept: list[Amount] = []
    for amount in sorted(found, key=lambda each: (each.start, -(each.end - each.start))):
        if not kept or amount.start >= kept[-1].end:
            kept.append(amount)
    return kept


def _without_conversions(text: str, found: list[Amount]) -> list[Amount]:
    kept: list[Amount] = []
    for amount in found:
        before = text[: amount.start].rstrip()
        converted = kept and amount.currency and kept[-1].currency and before.endswith("(")
        if not (converted and not text[kept[-1].end : amount.start].strip(" (")):
            kept.append(amount)
    return kept
