"""Amounts: sums of money and measured quantities in a text.

In: a text and the states in play (for currencies that several states share). Out: Amounts with offsets. A conversion
behind a sum ("45 million rials ($117 million)") is not a second sum. Refuses: numbers without a currency or unit of the
lexicon, dates, names of things ("COP29", "F-16"), and ranges, whose one value nobody states ("10-15 million euros");
only what a change leads to is kept of "from 3 to 5 percent".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from math import prod

from .lexicon import PromiseLexicon

# Commas part three digits, or two in South Asia ("1,50,000"); a number that is written otherwise stays unknown. The
# lengths are bounded, so that no text makes a number beyond all measure.
_NUMBER = r"(?P<number>(?:\d{1,3}(?:,\d{2,3}){0,5},\d{3}|\d{1,15})(?:\.\d{1,6})?)(?!\d|[.,]\d)"
_SCALE = (
    r"(?i:(?:(?:hundred|thousand|lakh)[\s-])?(?:thousand|million|billion|trillion|crore|lakh)"
    r"|hundred|mn|mln|bn|bln|tn|m|b)\b"
)
_SIGNS = "$€£¥₹₽₩₺₴₱₪₦"
# The value of a sum goes on behind a hyphen ("$10-million"), but "$10-15 million" is a range.
_SCALED = rf"{_NUMBER}(?:[\s-]?(?P<scale>{_SCALE})|(?![^\W_]|\s?[-–]\s?\d))"
# Sign before the number: "$10 billion", "US$1.1bn", "A$520 million"; an unknown "NT$" is no "$".
_SIGNED = re.compile(
    rf"(?<![^\W\d_])(?P<sign>(?:US|AU|NZ|HK|CA|FJ|NT|TT|EC|Mex|us|[ACSR])?\$|[{_SIGNS[1:]}])\s?{_SCALED}"
)
# Code or short form before the number: "EUR 20 million", "SR 58 billion", "Rs 40 crore".
_CODED = re.compile(rf"(?<![^\W_])(?P<sign>[A-Z]{{3}}|SR|RM|DM|Rs|Rp|Tk)\.?\s?{_SCALED}")
# Number before the words: "6 billion Norwegian kroner", "728 megawatts", "65 percent".
_WORD = r"[^\W\d_][\w.-]*"
_WORDED = re.compile(
    rf"(?<![\w.,{_SIGNS}])(?<![{_SIGNS}]\s)(?<![^\W\d_]-){_NUMBER}(?P<tie>[\s-]?)(?:(?P<scale>{_SCALE}))?[\s-]*"
    rf"(?P<rest>(?:{_WORD}|%)(?:\s{_WORD}){{0,2}})"
)
_TO_NINE = "one two three four five six seven eight nine"
_TO_NINETEEN = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TO_NINETY = "twenty thirty forty fifty sixty seventy eighty ninety"
_ONES = {word: number for number, word in enumerate(_TO_NINE.split(), start=1)}
SMALL_NUMBERS = _ONES | {word: number for number, word in enumerate(_TO_NINETEEN.split(), start=10)}
TENS = {word: 10 * number for number, word in enumerate(_TO_NINETY.split(), start=2)}
_SPELLED = re.compile(
    rf"(?<![\w-])(?:(?P<tens>{'|'.join(TENS)})(?:[\s-](?P<ones>{'|'.join(_ONES)}))?|(?P<small>{'|'.join(SMALL_NUMBERS)}))"
    r"(?=[\s-][^\W\d_])",
    re.I,
)
# Minor units ("cents") in one unit of the currencies of the lexicon.
MINOR_UNITS = 100
# How far before a number the words stand that decide what it is.
_BEFORE = 40
_MONTH_WORDS = (
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sept sep oct nov dec"
)
_MONTHS = frozenset(_MONTH_WORDS.split())
_DATED = re.compile(
    rf"(?P<month>\b(?:{'|'.join(sorted(_MONTHS))})\.?)\s$|\b(?:in|by|since|until|during|after|before)\s$", re.I
)
# The number goes on from the one before it: "five hundred and twenty", "two thousand five hundred".
_GOES_ON = re.compile(r"\b(?:(?:hundred|thousand)\s+(?:and\s+)?|(?:million|billion|lakh|crore)\s+)$", re.I)
# "10-15", "5,000 to 7,000", "between 5 and 7": the second number of a range whose first has no word of its own.
_RANGE = re.compile(r"(?:\b(?P<lead>from|between)\s+)?(?<![\d.,])\d[\d.,]*\s*(?P<join>[-–]|\bto\b|\band\b)\s*$", re.I)
_JOIN = re.compile(r"\s*(?:[-–]|to)\s*", re.I)
_CONVERSION = re.compile(
    r"(?:\s*[(\[]|,?\s+or\b)\s*(?:about|around|roughly|approximately|nearly|almost|some)?\s*", re.I
)
# "18 Leopard 2 tanks": a number behind a name that is counted itself belongs to the name.
_NAMED = re.compile(r"\d\s[A-Z][\w-]*\s$")
# Currency words and codes that are common words or names too ("COP29", "two try", "crown princes"): they mean money
# only with a large number.
_ALSO_WORDS = "cop cup try mad pen bob sol won som real crown rand all gel php ars"
_WORD_LIKE = frozenset(_ALSO_WORDS.split())
# Behind a number these begin something that it does not count.
_OTHER_BEGINNINGS = (
    "and or of for to in on at by with from as than the a an their its his her that which who after before over under "
    "against between into per ago later will would shall should can could may might must is are was were be been has "
    "have had do does did not said says say sent send sends met meet want wants"
)
_NO_MODIFIERS = _MONTHS | frozenset(_OTHER_BEGINNINGS.split())


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum or quantity at [start, end) of its text: `value` in `currency` (ISO 4217) or counted in `unit`."""

    start: int
    end: int
    value: int | float
    currency: str | None
    unit: str | None


def find_amounts(text: str, *, lexicon: PromiseLexicon, countries: Sequence[str] = ()) -> list[Amount]:
    """The amounts of the text in order."""
    # Every white space is one blank and every number word is digits, both in the same length, to keep the offsets.
    flat = "".join(" " if char.isspace() else char for char in text)
    spelled = list(_SPELLED.finditer(flat))
    flat = _in_digits(flat, spelled)
    found = [*_find_money(flat, lexicon, countries), *_find_worded(flat, lexicon, countries)]
    starts = [match.start() for match in spelled]
    whole = [_with_word(amount, spelled, starts) for amount in found]
    return _without_ranges(text, _without_conversions(text, _without_overlaps(whole)))


def _in_digits(flat: str, spelled: Iterable[re.Match[str]]) -> str:
    parts, at = [], 0
    for match in spelled:
        tens, small = (match["tens"] or "").lower(), (match["ones"] or match["small"] or "").lower()
        number = TENS.get(tens, 0) + SMALL_NUMBERS.get(small, 0)
        # The digits stand at the word's end, blanks before them.
        parts += [flat[at : match.start()], str(number).rjust(match.end() - match.start())]
        at = match.end()
    return "".join([*parts, flat[at:]])


def _with_word(amount: Amount, spelled: Sequence[re.Match[str]], starts: Sequence[int]) -> Amount:
    """The amount from the first letter of a number written as a word."""
    at = bisect_right(starts, amount.start) - 1
    return replace(amount, start=starts[at]) if at >= 0 and amount.start < spelled[at].end() else amount


def _value(match: re.Match[str], lexicon: PromiseLexicon) -> int | float | None:
    """The number of a match; None for "10.000", which is ten to some writers and ten thousand to others."""
    number, scale = match["number"], match["scale"]
    if scale is None and re.search(r"\.\d{3}$", number):
        return None
    words = re.split(r"[\s-]", scale.lower()) if scale else []
    return _plain(Decimal(number.replace(",", "")) * prod(lexicon.scale[word] for word in words))


def _plain(value: Decimal) -> int | float:
    return int(value) if value == int(value) else float(value)


def _is_large(match: re.Match[str]) -> bool:
    return match["scale"] is not None or "," in match["number"]


def _currency_of_sign(sign: str, lexicon: PromiseLexicon, countries: Sequence[str]) -> str | None:
    return lexicon.currency_of.get(sign) or _shared_currency(sign, lexicon, countries)


def _find_money(flat: str, lexicon: PromiseLexicon, countries: Sequence[str]) -> Iterator[Amount]:
    """The sums whose sign or code stands before the number."""
    for pattern in (_SIGNED, _CODED):
        for match in pattern.finditer(flat):
            sign = match["sign"].lower()
            currency, value = _currency_of_sign(sign, lexicon, countries), _value(match, lexicon)
            if currency and value is not None and (sign not in _WORD_LIKE or _is_large(match)):
                yield Amount(match.start(), match.end(), value, currency, None)


def _find_worded(flat: str, lexicon: PromiseLexicon, countries: Sequence[str]) -> Iterator[Amount]:
    """The sums and quantities whose words stand behind the number."""
    for match in _WORDED.finditer(flat):
        before = flat[max(0, match.start() - _BEFORE) : match.start()]
        value = _value(match, lexicon)
        if value is None or _is_date(match, before) or _is_part(before):
            continue
        amount = _worded(match, value, lexicon, countries)
        if amount is not None:
            yield amount


def _is_date(match: re.Match[str], before: str) -> bool:
    dated = _DATED.search(before)
    number = match["number"]
    if dated is None or match["scale"] or not number.isdecimal():
        return False
    return 1900 <= int(number) < 2100 or (dated["month"] is not None and int(number) <= 31)


def _is_part(before: str) -> bool:
    """Whether the number belongs to a longer number, to a range or to a name."""
    if _GOES_ON.search(before) or _NAMED.search(before):
        return True
    joined = _RANGE.search(before)
    if joined is None:
        return False
    lead, join = (joined["lead"] or "").lower(), joined["join"].lower()
    return lead == "between" if join == "and" else not (join == "to" and lead == "from")


def _worded(
    match: re.Match[str], value: int | float, lexicon: PromiseLexicon, countries: Sequence[str]
) -> Amount | None:
    words = match["rest"].split(" ")
    start = match.start("rest")
    for count in range(len(words), 0, -1):
        phrase = " ".join(words[:count]).rstrip(".,-")
        end = start + len(phrase)
        currency = _currency(phrase, lexicon, countries, is_large=_is_large(match))
        if currency:
            return Amount(match.start(), end, value, currency, None)
        minor = lexicon.minor_money.get(phrase.lower().removesuffix("s"))
        if minor:
            return Amount(match.start(), end, _plain(Decimal(str(value)) / MINOR_UNITS), minor, None)
        # "55 billion cubic metres" counts billions: the lexicon's unit has its scale in it.
        unit = lexicon.unit_of.get(f"{match['scale']} {phrase}".lower()) if match["scale"] else None
        if unit:
            return Amount(match.start(), end, _plain(Decimal(match["number"].replace(",", ""))), None, unit)
        unit = lexicon.unit_of.get(phrase.lower())
        if unit and not _is_metre(match):
            return Amount(match.start(), end, value, None, unit)
    return None if _is_metre(match) else _counted(match, words, value, lexicon)


def _is_metre(match: re.Match[str]) -> bool:
    """Whether a single letter behind a blank may be a metre as well as a million: "100 m long"."""
    return match["scale"] is not None and len(match["scale"]) == 1 and match["tie"] != ""


def _counted(match: re.Match[str], words: Sequence[str], value: int | float, lexicon: PromiseLexicon) -> Amount | None:
    """ "25 Japanese engineers", "150 new buses": the counted noun stands one or two words behind."""
    # "a ten-year jobs plan": the hyphen makes the number part of the word behind it.
    if match["tie"] == "-" and match["scale"] is None:
        return None
    for at in range(1, len(words)):
        if not _may_modify(words[at - 1]):
            return None
        unit = lexicon.unit_of.get(words[at].rstrip(".,-").lower())
        if unit:
            end = match.start("rest") + len(" ".join(words[: at + 1]).rstrip(".,-"))
            return Amount(match.start(), end, value, None, unit)
    return None


def _may_modify(word: str) -> bool:
    """Whether the word may stand between a number and the noun that it counts: no plural, no end of a sentence."""
    if word.lower() in _NO_MODIFIERS or (word.endswith(".") and "." not in word[:-1]):
        return False
    return not (word.islower() and word.endswith("s") and not word.endswith(("ss", "ous")))


def _currency(phrase: str, lexicon: PromiseLexicon, countries: Sequence[str], *, is_large: bool) -> str | None:
    lower = phrase.lower()
    for form in (lower, lower.removesuffix("s"), lower.removesuffix("es")):
        if form in _WORD_LIKE and not is_large:
            return None
        if form in lexicon.currency_of:
            code = lexicon.currency_of[form]
            # "try" is a verb, "TRY" a currency.
            return code if form != code.lower() or phrase.isupper() else None
        if form in lexicon.shared_money:
            return _shared_currency(form, lexicon, countries)
    return None


def _shared_currency(word: str, lexicon: PromiseLexicon, countries: Sequence[str]) -> str | None:
    """The currency that a word of several states means where one of them alone is in play."""
    by_state = lexicon.shared_money.get(word, {})
    fitting = {by_state[state] for state in countries if state in by_state}
    return fitting.pop() if len(fitting) == 1 else None


def _without_overlaps(found: Iterable[Amount]) -> list[Amount]:
    kept: list[Amount] = []
    for amount in sorted(found, key=lambda each: (each.start, -(each.end - each.start))):
        if not kept or amount.start >= kept[-1].end:
            kept.append(amount)
    return kept


def _without_conversions(text: str, found: Iterable[Amount]) -> list[Amount]:
    kept: list[Amount] = []
    for amount in found:
        last = kept[-1] if kept else None
        converted = last and last.currency and amount.currency and last.currency != amount.currency
        if not (last and converted and _CONVERSION.fullmatch(text, last.end, amount.start)):
            kept.append(amount)
    return kept


def _without_ranges(text: str, found: Sequence[Amount]) -> list[Amount]:
    """Without both ends of a range; of a change "from X to Y" what it leads to is kept."""
    dropped: set[int] = set()
    for at, (low, high) in enumerate(zip(found, found[1:], strict=False)):
        if (low.currency, low.unit) != (high.currency, high.unit):
            continue
        lead = text[max(0, low.start - _BEFORE) : low.start].lower().split()[-1:]
        joined = _JOIN.fullmatch(text, low.end, high.start) is not None
        if joined and lead == ["from"]:
            dropped.add(at)
        elif joined or (lead == ["between"] and text[low.end : high.start].strip().lower() == "and"):
            dropped.update((at, at + 1))
    return [amount for at, amount in enumerate(found) if at not in dropped]
