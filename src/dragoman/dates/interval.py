"""Interval: calendar units as first and last day, and the arithmetic between them.

In: days, years and unit names. Out: Intervals, both bounds included. A day or year that the calendar does not have
raises ValueError or OverflowError; the grammar takes both as "no date".
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta

# News speaks of no calendar day outside these years; a number outside them is something else.
FIRST_YEAR, LAST_YEAR = 1000, 2199
MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}


@dataclass(frozen=True, slots=True)
class Interval:
    """From `first` to `last`, None where open. `cycle` is "year" or "week" where the words left the year or week
    open and the nearest was taken."""

    first: date | None
    last: date | None
    precision: str
    cycle: str = ""
    confidence: float = 1.0


def one_day(day: date) -> Interval:
    """A single day."""
    return Interval(day, day, "day")


def week_of(day: date) -> Interval:
    """The week, Monday to Sunday, that holds `day`."""
    monday = day - timedelta(days=day.weekday())
    return Interval(monday, monday + timedelta(days=6), "week")


def months(year: int, month: int, count: int, precision: str) -> Interval:
    """`count` months from the first of `month` on."""
    last_year, last_month = divmod(year * 12 + month - 1 + count - 1, 12)
    last_day = calendar.monthrange(last_year, last_month + 1)[1]
    return Interval(date(year, month, 1), date(last_year, last_month + 1, last_day), precision)


def one_month(year: int, month: int) -> Interval:
    """A calendar month."""
    return months(year, month, 1, "month")


def one_quarter(year: int, quarter: int) -> Interval:
    """A quarter of the calendar year, 1 to 4."""
    return months(year, 3 * quarter - 2, 3, "quarter")


def one_half(year: int, half: int) -> Interval:
    """A half of the calendar year, 1 or 2."""
    return months(year, 6 * half - 5, 6, "half")


def one_year(year: int) -> Interval:
    """A calendar year."""
    return months(year, 1, 12, "year")


def one_decade(year: int) -> Interval:
    """The decade that holds `year`: the 1990s are 1990 to 1999."""
    return months(year - year % 10, 1, 120, "decade")


def one_century(number: int) -> Interval:
    """A century by its number: the 20th is 1901 to 2000."""
    return months(100 * number - 99, 1, 1200, "century")


def one_season(year: int, month: int) -> Interval:
    """Three months from the season's first month on."""
    return months(year, month, 3, "quarter")


def unit_of(day: date, unit: str) -> Interval:
    """The calendar unit of that name that holds `day`."""
    match unit:
        case "day":
            return one_day(day)
        case "week":
            return week_of(day)
        case "month":
            return one_month(day.year, day.month)
        case "quarter":
            return one_quarter(day.year, (day.month + 2) // 3)
        case "half":
            return one_half(day.year, 1 if day.month <= 6 else 2)
        case "year":
            return one_year(day.year)
        case "decade":
            return one_decade(day.year)
        case "century":
            return one_century((day.year + 99) // 100)
    raise ValueError(f"No calendar unit is called {unit!r}.")


def shift(day: date, unit: str, count: int) -> date:
    """`day` moved by `count` units; the day of the month is cut to the length of the month reached."""
    if unit == "day":
        return day + timedelta(days=count)
    if unit == "week":
        return day + timedelta(weeks=count)
    year, month = divmod(day.year * 12 + day.month - 1 + count * MONTHS_IN[unit], 12)
    if not 1 <= year <= 9999:
        raise ValueError(f"Year {year} lies outside the calendar.")
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def move(interval: Interval, unit: str, count: int) -> Interval:
    """A closed interval moved by `count` weeks or years, its months kept whole."""
    if interval.first is None or interval.last is None:
        return interval
    first = shift(interval.first, unit, count)
    if interval.precision == "day":
        return replace(interval, first=first, last=shift(interval.last, unit, count))
    whole = unit_of(first, interval.precision)
    return replace(interval, first=whole.first, last=whole.last)


def plausible(interval: Interval) -> bool:
    """Whether both bounds lie in the years that news speaks of, in order, and at least one is known."""
    bounds = [bound for bound in (interval.first, interval.last) if bound is not None]
    return bool(bounds) and bounds == sorted(bounds) and all(FIRST_YEAR <= bound.year <= LAST_YEAR for bound in bounds)
