"""Ranges: builders of closed ranges ("June 3-5", "from 2024 to 2029") and of open ones ("by 2028", "since May").

In: the slot values and the place of the match. Out: an Interval, or None where the words name no certain range or
the preposition governs something else ("after Wednesday's talks").
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType

from .interval import Interval, months, one_year, unit_of
from .nearest import join_intervals, pick_year
from .site import Site, Values, take, year_of

# Older pairs of numbers are sums or page numbers unless "from" or "between" stands before them.
FIRST_PLAIN_RANGE = 1800
LONGEST_YEAR_RANGE = 300


def _day_range(values: Values, site: Site) -> Interval | None:
    month, first, last = values["month"], values["first"], values["last"]
    if first >= last or site.moves or (values.get("neighbours") and last != first + 1):
        return None

    def make(year: int) -> Interval:
        return Interval(date(year, month, first), date(year, month, last), "day")

    year = year_of(values)
    if year is not None:
        return make(year)
    if site.reading.is_year(site.end) or site.reading.is_in(site.end, "counted"):
        return None
    return pick_year(make, site.published, site.tense, days=True)


def _month_range(values: Values, site: Site) -> Interval | None:
    first, last = values["first"], values["last"]
    count = (last - first) % 12 + 1
    if count == 1 or site.moves:
        return None
    year = year_of(values)
    if year is not None:
        return months(year - (first > last), first, count, "month")
    after = site.reading.word(site.end)
    if after is not None and after.value is not None:
        return None
    return pick_year(lambda start: months(start, first, count, "month"), site.published, site.tense)


def _year_range(values: Values, site: Site) -> Interval | None:
    reading, first, last = site.reading, values["first"], values["last"]
    if last < 100:
        last += first - first % 100
        last += 100 if (first % 100, last % 100) == (99, 0) else 0
    if not first < last <= first + LONGEST_YEAR_RANGE or (values.get("neighbours") and last != first + 1):
        return None
    plain = reading.words[site.start].value is not None
    tied = reading.lower(site.start - 1) == "-" and reading.joined(site.start)
    if plain and (first < FIRST_PLAIN_RANGE or tied or reading.is_in(site.start - 1, "number_labels")):
        return None
    return None if site.glued or site.moves else Interval(one_year(first).first, one_year(last).last, "year")


def _join(values: Values, site: Site) -> Interval | None:
    return None if site.moves else join_intervals(values["first"], values["last"], site.tense)


# --- open ranges


def _binds(site: Site, point: Interval) -> bool:
    """Whether the preposition governs the date itself, and not a thing that the date describes."""
    reading, after = site.reading, site.reading.word(site.end)
    if after is None:
        return True
    if reading.is_possessive(site.end) or site.glued:
        return False
    if point.precision in ("day", "month") and reading.is_common(site.end):
        return reading.is_in(site.end, "function_words") or after.lower.endswith(("ed", "ly"))
    return not reading.is_in(site.end, "event_nouns")


def _open_end(values: Values, site: Site) -> Interval | None:
    point = take(values, site)
    return replace(point, last=None) if point is not None and point.first and _binds(site, point) else None


def _open_from(values: Values, site: Site) -> Interval | None:
    """From a day to come on; "from" before a day gone by compares more often than it begins."""
    point = _open_end(values, site)
    ahead = point is not None and site.published is not None and point.first is not None
    return point if ahead and point is not None and point.first > site.published else None  # type: ignore[operator]


def _open_start(values: Values, site: Site) -> Interval | None:
    point = take(values, site)
    return replace(point, first=None) if point is not None and point.last and _binds(site, point) else None


def _open_start_of_unit(values: Values, site: Site) -> Interval | None:
    return None if site.published is None else replace(unit_of(site.published, values["unit"]), first=None)


def _up_to(values: Values, site: Site) -> Interval | None:
    """Before a unit: up to the day before it begins; before a day: up to the day, whose earlier hours count."""
    point = take(values, site)
    if point is None or point.first is None or not _binds(site, point):
        return None
    return replace(point, first=None, last=point.first - timedelta(days=0 if point.precision == "day" else 1))


def _past(values: Values, site: Site) -> Interval | None:
    """After a unit: from the day behind it; after a day: from the day, whose later hours count."""
    point = take(values, site)
    if point is None or point.last is None or not _binds(site, point):
        return None
    return replace(point, first=point.last + timedelta(days=0 if point.precision == "day" else 1), last=None)


def _middle_of_century(values: Values, site: Site) -> Interval | None:
    if site.published is None:
        return None
    century = unit_of(site.published, "century").first
    return None if century is None else Interval(None, date(century.year + 49, 12, 31), "century")


RANGE_BUILDERS: Mapping[str, Callable[[Values, Site], Interval | None]] = MappingProxyType(
    {
        "day_range": _day_range,
        "month_range": _month_range,
        "year_range": _year_range,
        "join": _join,
        "open_end": _open_end,
        "open_from": _open_from,
        "open_start": _open_start,
        "open_start_of_unit": _open_start_of_unit,
        "up_to": _up_to,
        "past": _past,
        "middle_of_century": _middle_of_century,
    }
)
