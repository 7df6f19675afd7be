"""Slots: the single words and short phrases that date patterns are made of.

In: a Reading and the index of a word. Out: the value and the index behind it, or None. Refuses names and verbs that
look like dates: "April" before a surname, the verb "may", a weekday in the name of a newspaper.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from .interval import Interval, one_day, one_decade, one_year
from .lexicon import Lexicon, Phrase
from .reading import Reading

Found = tuple[Any, int] | None
# Decades written with two digits are those of the last century from here on; below, nothing shows the century.
FIRST_SHORT_DECADE = 30


def _read_iso(reading: Reading, at: int) -> Found:
    word = reading.words[at]
    if word.kind != "iso" or (word.joined and reading.words[at - 1].kind != "other"):
        return None
    return _day_found(at, word.text[:4], word.text[5:7], word.text[8:])


def _read_numeric(reading: Reading, at: int) -> Found:
    """Day.month.year; with slashes only where one number cannot be a month."""
    word = reading.words[at]
    if word.kind != "numeric":
        return None
    if "." in word.text:
        day, month, year = word.text.split(".")
        return _day_found(at, year, month, day)
    first, second, year = word.text.split("/")
    if int(first) > 12 or first == second:
        return _day_found(at, year, second, first)
    return _day_found(at, year, first, second) if int(second) > 12 else None


def _day_found(at: int, year: str, month: str, day: str) -> Found:
    try:
        return one_day(date(int(year), int(month), int(day))), at + 1
    except ValueError:
        return None


def _read_year(reading: Reading, at: int) -> Found:
    return (reading.words[at].value, at + 1) if reading.is_year(at) else None


def _read_bare_year(reading: Reading, at: int) -> Found:
    return (reading.words[at].value, at + 1) if at in reading.bare_years else None


def _read_short(reading: Reading, at: int) -> Found:
    """The last two digits of a year, joined to what stands before."""
    word = reading.words[at]
    fits = word.value is not None and len(word.text) == 2 and word.joined and reading.is_number_free(at)
    return (word.value, at + 1) if fits and not reading.is_in(at + 1, "counted") else None


def _read_day(reading: Reading, at: int) -> Found:
    word = reading.words[at]
    if word.value is None or not 1 <= word.value <= 31 or len(word.text) > 2:
        return None
    suffix = 1 if reading.joined(at + 1) and reading.is_in(at + 1, "ordinal_suffixes") else 0
    if not reading.is_number_free(at, suffix=suffix) or _is_code(reading, at) or _is_compound(reading, at + suffix):
        return None
    return (
        None
        if reading.lower(at + suffix + 1) in {"percent", "pct", "per", "million"}
        else (word.value, at + suffix + 1)
    )


def _is_code(reading: Reading, at: int) -> bool:
    """Whether a hyphen ties the number to a word that is no month ("F-16")."""
    if not (reading.lower(at - 1) == "-" and reading.joined(at) and reading.joined(at - 1)):
        return False
    return reading.words[at - 2].kind == "word" and not reading.is_in(at - 2, "ordinal_suffixes")


def _is_compound(reading: Reading, at: int) -> bool:
    """Whether a hyphen ties the number to a word that follows ("5-nation"), a month apart."""
    if not (reading.lower(at + 1) == "-" and reading.joined(at + 1) and reading.joined(at + 2)):
        return False
    word = reading.words[at + 2]
    return word.kind == "word" and not (word.capital and word.lower in reading.lexicon.months)


def _read_nth_day(reading: Reading, at: int) -> Found:
    word = reading.words[at]
    if word.lower in reading.lexicon.ordinals:
        return reading.lexicon.ordinals[word.lower], at + 1
    found = _read_day(reading, at)
    return found if found is not None and found[1] == at + 2 else None


def _read_month(reading: Reading, at: int) -> Found:
    """A month by its full or short name, a dot included."""
    full = _read_month_name(reading, at)
    word = reading.words[at]
    if full is not None or not word.capital or word.lower not in reading.lexicon.month_abbreviations:
        return full
    dotted = reading.lower(at + 1) == "." and reading.joined(at + 1)
    return reading.lexicon.month_abbreviations[word.lower], at + 1 + dotted


def _read_month_name(reading: Reading, at: int) -> Found:
    word = reading.words[at]
    named = word.capital and word.lower in reading.lexicon.months
    if not named or reading.is_in(at - 1, "repeaters"):
        return None
    return reading.lexicon.months[word.lower], at + 1


def _read_bare_month(reading: Reading, at: int) -> Found:
    """A month with neither day nor year beside it."""
    found = _read_month_name(reading, at)
    after = reading.word(at + 1)
    if found is None or reading.is_in(at - 1, "name_adjectives") or reading.is_in(at + 1, "name_nouns"):
        return None
    if after is not None and after.value is not None and not _counts_after_month(reading, at):
        return None
    before = reading.word(at - 1)
    if before is not None and before.value is not None and before.value <= 31 and not before.text.startswith("0"):
        return None
    if reading.is_in(at, "doubtful_months"):
        return found if _is_sure_month(reading, at) else None
    name = reading.is_capital(at - 1) and not reading.begins(at - 1) and reading.is_capital(at + 1)
    return None if name else found


def _counts_after_month(reading: Reading, at: int) -> bool:
    """Whether the number behind the month counts something ("in May 10 people")."""
    number = reading.words[at + 1]
    return reading.lower(at - 1) == "in" and (number.value or 0) <= 31 and reading.is_common(at + 2)


def _is_sure_month(reading: Reading, at: int) -> bool:
    """Whether a month that is also a name or a verb is meant as a month."""
    before, after = reading.lower(at - 1), reading.lower(at + 1)
    if reading.words[at].text.isupper():
        return False
    if reading.is_in(at - 1, "month_cues"):
        return True
    if before == "of":
        return reading.is_in(at - 2, "of_heads")
    if reading.is_in(at - 1, "weak_month_cues"):
        return not reading.is_capital(at + 1)
    if before in {"and", "or", ",", "to"}:
        return reading.is_capital(at - 2) and reading.lower(at - 2) in reading.lexicon.months
    described = reading.is_common(at + 1) and not reading.is_in(at + 1, "name_followers", "function_words")
    return described and reading.is_in(at - 1, "determiners") and after not in {"day", "days"}


def _read_weekday(reading: Reading, at: int) -> Found:
    word = reading.words[at]
    if not word.capital or word.lower not in reading.lexicon.weekdays:
        return None
    named = reading.is_in(at + 1, "name_nouns") and reading.is_capital(at + 1)
    if named or reading.is_in(at - 1, "repeaters", "name_adjectives"):
        return None
    after = reading.lower(at + 1)
    if after.endswith("s") and after[:-1] in reading.lexicon.words["dayparts"] or _is_timetable(reading, at):
        return None
    return reading.lexicon.weekdays[word.lower], at + 1


def _is_timetable(reading: Reading, at: int) -> bool:
    """Whether the weekday is part of a span that comes every week ("Monday through Friday")."""
    for first in (at, at - 2):
        ends = (reading.lower(first), reading.lower(first + 2))
        if all(end in reading.lexicon.weekdays for end in ends) and reading.lower(first + 1) in {"through", "to", "-"}:
            return reading.lower(first - 1) not in {"from", "between"}
    return False


def _read_any_weekday(reading: Reading, at: int) -> Found:
    """A weekday by its full or short name, a dot included."""
    word = reading.words[at]
    found = _read_weekday(reading, at)
    if found is not None or not word.capital or word.lower not in reading.lexicon.weekday_abbreviations:
        return found
    dotted = reading.lower(at + 1) == "." and reading.joined(at + 1)
    return reading.lexicon.weekday_abbreviations[word.lower], at + 1 + dotted


def _read_unit(reading: Reading, at: int) -> Found:
    unit = reading.lexicon.units.get(reading.words[at].lower)
    return None if unit is None else (unit, at + 1)


def _read_one_unit(reading: Reading, at: int) -> Found:
    found = _read_unit(reading, at)
    return found if found is not None and found[0] == reading.words[at].lower else None


def _read_count(reading: Reading, at: int) -> Found:
    """A whole number in digits or words ("three", "25", "twenty-five")."""
    word = reading.words[at]
    counts = reading.lexicon.counts
    if word.value is not None:
        return (word.value, at + 1) if 1 <= word.value <= 999 and reading.is_number_free(at) else None
    count = counts.get(word.lower)
    if count is None:
        return None
    ones = counts.get(reading.lower(at + 2), 0) if reading.lower(at + 1) == "-" else 0
    return (count + ones, at + 3) if count >= 20 and 1 <= ones <= 9 else (count, at + 1)


def _read_ordinal(reading: Reading, at: int) -> Found:
    word = reading.words[at]
    if word.value is not None:
        glued = word.joined and reading.words[at - 1].kind != "other"
        suffixed = reading.joined(at + 1) and reading.is_in(at + 1, "ordinal_suffixes") and not glued
        return (word.value, at + 2) if suffixed and len(word.text) <= 2 else None
    joined = " ".join(part.lower for part in reading.words[at : at + 3]).replace(" - ", "-")
    if joined in reading.lexicon.ordinals:
        return reading.lexicon.ordinals[joined], at + 3
    ordinal = reading.lexicon.ordinals.get(word.lower)
    return None if ordinal is None else (ordinal, at + 1)


def _read_season(reading: Reading, at: int) -> Found:
    word = reading.words[at]
    if word.lower not in reading.lexicon.seasons or (word.capital and reading.is_capital(at - 1)):
        return None
    # "fall" is a verb far more often than a season.
    if word.lower == "fall" and reading.lower(at - 1) not in {"in", "the", "last", "next", "this", "since", "by"}:
        return None
    return reading.lexicon.seasons[word.lower], at + 1


def _read_part(reading: Reading, at: int) -> Found:
    word = reading.words[at]
    if word.lower not in reading.lexicon.words["parts"]:
        return None
    if word.lower == "end" and not (reading.lower(at + 1) == "-" or reading.is_year(at + 1)):
        return None
    return word.lower, at + 1


def _read_decade(reading: Reading, at: int) -> Found:
    """A decade as "1990s" or "'90s"; the "1800s" are a century."""
    word = reading.words[at]
    if word.lower == "'":
        short = reading.word(at + 1)
        fits = short is not None and short.joined and len(short.text) == 2 and _is_plural(reading, at + 1)
        if not fits or short is None or short.value is None or short.value % 10 or short.value < FIRST_SHORT_DECADE:
            return None
        return one_decade(1900 + short.value), at + 3
    if word.value is None or len(word.text) != 4 or word.value % 10 or word.value < 1000:
        return None
    glued = word.joined and reading.words[at - 1].lower != "-" and reading.words[at - 1].kind != "other"
    if glued or not _is_plural(reading, at):
        return None
    if word.value % 100 == 0 and word.value < 2000:
        return Interval(date(word.value, 1, 1), date(word.value + 99, 12, 31), "century"), at + 2
    return one_decade(word.value), at + 2


def _is_plural(reading: Reading, at: int) -> bool:
    return reading.joined(at + 1) and reading.lower(at + 1) == "s"


def _read_code(reading: Reading, at: int, *, letter: str, highest: int) -> Found:
    word, number = reading.words[at], reading.word(at + 1)
    if word.text != letter or word.joined or number is None or not number.joined or number.value is None:
        return None
    free = not (reading.joined(at + 2) and reading.words[at + 2].kind != "other")
    return (number.value, at + 2) if free and 1 <= number.value <= highest and len(number.text) == 1 else None


def _read_quarter_code(reading: Reading, at: int) -> Found:
    return _read_code(reading, at, letter="Q", highest=4)


def _read_half_code(reading: Reading, at: int) -> Found:
    return _read_code(reading, at, letter="H", highest=2)


def _read_fiscal_code(reading: Reading, at: int) -> Found:
    """A fiscal year as "FY2024", "FY25" or "FY2024-25"."""
    word, number = reading.words[at], reading.word(at + 1)
    if word.text != "FY" or number is None or number.value is None or len(number.text) not in (2, 4):
        return None
    first = number.value if len(number.text) == 4 else 2000 + number.value
    last = reading.word(at + 3)
    if reading.lower(at + 2) in {"-", "/"} and reading.joined(at + 2) and last is not None and last.joined:
        if last.value is None or last.value % 100 != (first + 1) % 100:
            return None
        return Interval(one_year(first).first, one_year(first + 1).last, "year"), at + 4
    return one_year(first), at + 2


def _read_phrase(reading: Reading, at: int, phrases: Mapping[Phrase, Any]) -> Found:
    """The longest of `phrases` that begins here with a capital letter."""
    if not reading.is_capital(at):
        return None
    for length in range(min(8, len(reading.words) - at), 0, -1):
        key = tuple(word.lower for word in reading.words[at : at + length])
        if key in phrases:
            return phrases[key], at + length
    return None


def _read_holiday(reading: Reading, at: int) -> Found:
    return _read_phrase(reading, at, reading.lexicon.holidays)


def _read_hijri_month(reading: Reading, at: int) -> Found:
    return _read_phrase(reading, at, reading.lexicon.hijri_months)


def _read_solar_month(reading: Reading, at: int) -> Found:
    return _read_phrase(reading, at, reading.lexicon.solar_months)


def _read_hijri_year(reading: Reading, at: int) -> Found:
    word = reading.words[at]
    fits = word.value is not None and 1200 <= word.value <= 1600 and reading.is_number_free(at)
    return (word.value, at + 1) if fits else None


def _read_which(reading: Reading, at: int) -> Found:
    which = reading.lexicon.which.get(reading.words[at].lower)
    return None if which is None else (which, at + 1)


def _read_edge(reading: Reading, at: int) -> Found:
    return (reading.words[at].lower, at + 1) if reading.is_in(at, "edges") else None


def _read_daypart(reading: Reading, at: int) -> Found:
    return (reading.words[at].lower, at + 1) if reading.is_in(at, "dayparts") else None


SLOTS: Mapping[str, Callable[[Reading, int], Found]] = MappingProxyType(
    {
        "iso": _read_iso,
        "numeric": _read_numeric,
        "year": _read_year,
        "bareyear": _read_bare_year,
        "short": _read_short,
        "day": _read_day,
        "nthday": _read_nth_day,
        "month": _read_month,
        "monthname": _read_month_name,
        "baremonth": _read_bare_month,
        "weekday": _read_weekday,
        "anyweekday": _read_any_weekday,
        "daypart": _read_daypart,
        "unit": _read_unit,
        "oneunit": _read_one_unit,
        "count": _read_count,
        "ordinal": _read_ordinal,
        "season": _read_season,
        "part": _read_part,
        "edge": _read_edge,
        "which": _read_which,
        "decade": _read_decade,
        "quartercode": _read_quarter_code,
        "halfcode": _read_half_code,
        "fiscalcode": _read_fiscal_code,
        "holiday": _read_holiday,
        "hijrimonth": _read_hijri_month,
        "solarmonth": _read_solar_month,
        "hijriyear": _read_hijri_year,
    }
)


def list_openers(lexicon: Lexicon) -> frozenset[str]:
    """All words, in lower case, with which a slot may begin; numbers and marks apart."""
    tables = (
        lexicon.months, lexicon.month_abbreviations, lexicon.weekdays, lexicon.weekday_abbreviations, lexicon.units,
        lexicon.counts, lexicon.ordinals, lexicon.seasons, lexicon.which, lexicon.words["parts"],
        lexicon.words["edges"], lexicon.words["dayparts"],
    )  # fmt: skip
    phrases = (*lexicon.holidays, *lexicon.hijri_months, *lexicon.solar_months)
    compounds = (ordinal.partition("-")[0] for ordinal in lexicon.ordinals)
    return frozenset({"q", "h", "fy"}).union(*tables, (phrase[0] for phrase in phrases), compounds)
