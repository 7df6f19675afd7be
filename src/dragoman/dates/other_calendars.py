"""Other calendars: days of the Hijri and the Solar Hijri (Iranian) calendar as Gregorian days.

The Solar Hijri rule is exact within the years it is allowed for. The Hijri days follow the tabular (civil) calendar;
where a month begins by sighting, the true day may differ by one, so those carry a lower confidence.
Refuses with ValueError what is no day of the calendar.
"""

from __future__ import annotations

from datetime import date, timedelta

# 1 Muharram of year 1 in the tabular calendar, and 1 Farvardin 1244, as day numbers of the Gregorian calendar.
_HIJRI_START = date(622, 7, 19).toordinal()
# The cycle of 33 years gives the true leap years in this range only.
_SOLAR_FIRST, _SOLAR_LAST = 1244, 1472
_SOLAR_START = date(1865, 3, 21).toordinal()
_SOLAR_LEAPS = frozenset({1, 5, 9, 13, 17, 22, 26, 30})
_HIJRI_FIRST, _HIJRI_LAST = 1300, 1500


def _check_month(month: int, day: int, longest: int) -> None:
    if not (1 <= month <= 12 and 1 <= day <= longest):
        raise ValueError(f"Month {month} has no day {day}.")


def hijri_to_day(year: int, month: int, day: int) -> date:
    """The Gregorian day of a tabular Hijri date."""
    if not _HIJRI_FIRST <= year <= _HIJRI_LAST:
        raise ValueError(f"Hijri year {year} lies outside {_HIJRI_FIRST} to {_HIJRI_LAST}.")
    leap = (11 * year + 14) % 30 < 11
    _check_month(month, day, 30 if month % 2 or (month == 12 and leap) else 29)
    before = (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2
    return date.fromordinal(_HIJRI_START + before + day - 1)


def _solar_leap(year: int) -> bool:
    return year % 33 in _SOLAR_LEAPS


def solar_to_day(year: int, month: int, day: int) -> date:
    """The Gregorian day of a Solar Hijri date."""
    if not _SOLAR_FIRST <= year <= _SOLAR_LAST:
        raise ValueError(f"Solar Hijri year {year} lies outside {_SOLAR_FIRST} to {_SOLAR_LAST}.")
    _check_month(month, day, 31 if month <= 6 else 30 if month <= 11 or _solar_leap(year) else 29)
    leaps = sum(_solar_leap(earlier) for earlier in range(_SOLAR_FIRST, year))
    before = 365 * (year - _SOLAR_FIRST) + leaps + min(month - 1, 6) * 31 + max(month - 7, 0) * 30
    return date.fromordinal(_SOLAR_START) + timedelta(days=before + day - 1)
