"""Builders: from the values of a matched pattern to the Interval that the words name.

In: the slot values and the place of the match. Out: an Interval, or None where the words name no certain date.
Phrases seen from the publication day need one. Impossible days raise ValueError, which the grammar takes as None.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType

from .interval import (
    Interval,
    months,
    one_century,
    one_day,
    one_half,
    one_month,
    one_quarter,
    one_season,
    one_year,
    shift,
    unit_of,
    week_of,
)
from .nearest import pick_strict, pick_weekday, pick_year
from .other_calendars import hijri_to_day, solar_to_day
from .ranges import RANGE_BUILDERS
from .site import Site, Values, take, year_of

# The Hijri month may begin a day earlier or later where the moon is sighted.
HIJRI_TRUST = 0.6


def _take_year(values: Values, site: Site) -> Interval | None:
    return one_year(values["bareyear"] if "bareyear" in values else values["year"])


# --- days


def _day_of_year(values: Values, site: Site) -> Interval | None:
    year = year_of(values)
    day = values["day"] if "day" in values else values["nthday"]
    return None if year is None else one_day(date(year, values["month"], day))


def _day_alone(values: Values, site: Site) -> Interval | None:
    reading, month = site.reading, values["month"]
    day = values["day"] if "day" in values else values["nthday"]
    comma = reading.lower(site.end) == ","
    year_at = site.end + comma
    # The year stands there, yet it has no such day; or "in May 10 people" counts people.
    if reading.is_year(year_at) or ("day" in values and reading.lower(site.start - 1) in {"in", "last", "this"}):
        return None
    for named in reading.lexicon.named_days:
        if (named.month, named.day) == (month, day) and reading.lower(site.end) in named.nouns:
            return one_day(date(named.year, month, day))
    shared = reading.shared_year(site.end)
    if shared is not None:
        return one_day(date(shared, month, day))
    return pick_year(lambda year: one_day(date(year, month, day)), site.published, site.tense, days=True)


def _holiday_of_year(values: Values, site: Site) -> Interval | None:
    year = year_of(values)
    return None if year is None else one_day(date(year, *values["holiday"]))


def _holiday_alone(values: Values, site: Site) -> Interval | None:
    return pick_year(lambda year: one_day(date(year, *values["holiday"])), site.published, site.tense, days=True)


def _hijri_day(values: Values, site: Site) -> Interval | None:
    day = hijri_to_day(values["hijriyear"], values["hijrimonth"], values["day"])
    return replace(one_day(day), confidence=HIJRI_TRUST)


def _solar_day(values: Values, site: Site) -> Interval | None:
    return one_day(solar_to_day(values["hijriyear"], values["solarmonth"], values["day"]))


def _weekday_alone(values: Values, site: Site) -> Interval | None:
    return None if site.glued else pick_weekday(values["weekday"], site.published, site.tense)


def _weekday_which(values: Values, site: Site) -> Interval | None:
    if site.published is None or site.glued:
        return None
    if values["which"] == 0:
        return pick_weekday(values["weekday"], site.published, site.tense or "future")
    step = timedelta(days=values["which"])
    tense = "past" if values["which"] < 0 else "future"
    return pick_weekday(values["weekday"], site.published + step, tense)


def _weekday_of_week(values: Values, site: Site) -> Interval | None:
    if site.published is None:
        return None
    monday = week_of(shift(site.published, "week", values["which"])).first
    return None if monday is None else one_day(monday + timedelta(days=values["weekday"]))


def _shift_day(values: Values, site: Site) -> Interval | None:
    reading = site.reading
    # "Today" in the name of a paper or station.
    name = reading.is_capital(site.start) and reading.is_capital(site.start - 1) and not reading.begins(site.start)
    if site.published is None or (name and not reading.words[site.start].text.isupper()):
        return None
    return one_day(shift(site.published, "day", values["days"]))


def _weekend(values: Values, site: Site) -> Interval | None:
    if site.published is None:
        return None
    which = values.get("which")
    saturday = site.published - timedelta(days=(site.published.weekday() - 5) % 7)
    if which == -1 and saturday + timedelta(days=1) >= site.published:
        saturday -= timedelta(days=7)
    ahead = which == 1 or (which == 0 and site.tense != "past") or (which is None and site.tense == "future")
    if ahead and (saturday + timedelta(days=1) < site.published or which == 1):
        saturday += timedelta(days=7)
    return Interval(saturday, saturday + timedelta(days=1), "day")


def _week_of(values: Values, site: Site) -> Interval | None:
    day = values["calendarday"].first
    return None if day is None else week_of(day)


# --- units seen from the publication day


def _shift_unit(values: Values, site: Site) -> Interval | None:
    unit = values["unit"]
    if site.published is None or site.glued or (values.get("coarse") and unit == "day"):
        return None
    return unit_of(shift(site.published, unit, values["which"]), unit)


def _count_units(values: Values, site: Site) -> Interval | None:
    if site.published is None:
        return None
    reached = shift(site.published, values["unit"], values["sign"] * values["count"])
    return unit_of(reached, values.get("part", values["unit"]))


def _reach(values: Values, site: Site) -> Interval | None:
    if site.published is None or site.glued:
        return None
    return Interval(None, shift(site.published, values["unit"], values["count"]), values["unit"])


# --- months, seasons, quarters, halves


def _month_of_year(values: Values, site: Site) -> Interval | None:
    year = year_of(values)
    return None if year is None else one_month(year, values["month"])


def _month_alone(values: Values, site: Site) -> Interval | None:
    month = values["baremonth"] if "baremonth" in values else values["month"]
    after = site.reading.word(site.end)
    if after is not None and (after.value or 0) >= 1000:
        return None
    shared = site.reading.shared_year(site.end)
    if shared is not None:
        return one_month(shared, month)
    return pick_year(lambda year: one_month(year, month), site.published, site.tense)


def _month_which(values: Values, site: Site) -> Interval | None:
    month, which, published = values["monthname"], values["which"], site.published
    if published is None:
        return None
    if which == 0:
        passed = month < published.month and site.tense == "future"
        return one_month(published.year + passed, month)
    return pick_strict(lambda year: one_month(year, month), published, which, unit_of(published, "month"))


def _season_of_year(values: Values, site: Site) -> Interval | None:
    year = year_of(values)
    # Nothing shows which of two winters "winter 2022" is.
    return None if year is None or values["season"] == 12 else one_season(year, values["season"])


def _season_of_years(values: Values, site: Site) -> Interval | None:
    follows = values["short"] == (values["year"] + 1) % 100
    return one_season(values["year"], 12) if follows and values["season"] == 12 else None


def _season_which(values: Values, site: Site) -> Interval | None:
    month, which, published = values["season"], values["which"], site.published
    if published is None:
        return None
    if which:
        return pick_strict(lambda year: one_season(year, month), published, which, one_day(published))
    if month == 12:
        return pick_year(lambda year: one_season(year, month), published, site.tense or "future")
    return one_season(published.year, month)


def _quarter_of_year(values: Values, site: Site) -> Interval | None:
    year, quarter = year_of(values), values["ordinal"] if "ordinal" in values else values["quartercode"]
    return None if year is None or not 1 <= quarter <= 4 else one_quarter(year, quarter)


def _quarter_alone(values: Values, site: Site) -> Interval | None:
    quarter = values["ordinal"] if "ordinal" in values else values["quartercode"]
    if not 1 <= quarter <= 4:
        return None
    return pick_year(lambda year: one_quarter(year, quarter), site.published, site.tense)


def _half_of_year(values: Values, site: Site) -> Interval | None:
    year, half = year_of(values), values["ordinal"] if "ordinal" in values else values["halfcode"]
    return None if year is None or not 1 <= half <= 2 else one_half(year, half)


def _half_alone(values: Values, site: Site) -> Interval | None:
    half = values["ordinal"]
    return pick_year(lambda year: one_half(year, half), site.published, site.tense) if 1 <= half <= 2 else None


def _months_of_year(values: Values, site: Site) -> Interval | None:
    year, count = year_of(values), values["count"]
    if year is None or not 1 <= count <= 12:
        return None
    return months(year, 13 - count if values["from_end"] else 1, count, "month")


def _century(values: Values, site: Site) -> Interval | None:
    return one_century(values["ordinal"])


BUILDERS: Mapping[str, Callable[[Values, Site], Interval | None]] = MappingProxyType(
    {
        **RANGE_BUILDERS,
        "take": take,
        "take_year": _take_year,
        "day_of_year": _day_of_year,
        "day_alone": _day_alone,
        "holiday_of_year": _holiday_of_year,
        "holiday_alone": _holiday_alone,
        "hijri_day": _hijri_day,
        "solar_day": _solar_day,
        "weekday_alone": _weekday_alone,
        "weekday_which": _weekday_which,
        "weekday_of_week": _weekday_of_week,
        "shift_day": _shift_day,
        "weekend": _weekend,
        "week_of": _week_of,
        "shift_unit": _shift_unit,
        "count_units": _count_units,
        "reach": _reach,
        "month_of_year": _month_of_year,
        "month_alone": _month_alone,
        "month_which": _month_which,
        "season_of_year": _season_of_year,
        "season_of_years": _season_of_years,
        "season_which": _season_which,
        "quarter_of_year": _quarter_of_year,
        "quarter_alone": _quarter_alone,
        "half_of_year": _half_of_year,
        "half_alone": _half_alone,
        "months_of_year": _months_of_year,
        "century": _century,
    }
)
