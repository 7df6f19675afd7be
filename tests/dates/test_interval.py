"""The arithmetic of calendar units."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.dates.interval import Interval, move, one_century, one_day, one_month, plausible, shift, unit_of, week_of
from dragoman.dates.other_calendars import hijri_to_day, solar_to_day
from dragoman.record.findings import PRECISIONS

UNITS = [
    ("2024-02-29", "day", "2024-02-29", "2024-02-29"),
    ("2025-01-01", "week", "2024-12-30", "2025-01-05"),
    ("2024-02-10", "month", "2024-02-01", "2024-02-29"),
    ("1900-02-10", "month", "1900-02-01", "1900-02-28"),
    ("2025-12-31", "quarter", "2025-10-01", "2025-12-31"),
    ("2025-06-30", "half", "2025-01-01", "2025-06-30"),
    ("2025-07-01", "half", "2025-07-01", "2025-12-31"),
    ("2025-07-01", "year", "2025-01-01", "2025-12-31"),
    ("2020-07-01", "decade", "2020-01-01", "2029-12-31"),
    ("2000-07-01", "century", "1901-01-01", "2000-12-31"),
    ("2001-07-01", "century", "2001-01-01", "2100-12-31"),
]
SHIFTS = [
    ("2025-03-31", "month", -1, "2025-02-28"),
    ("2024-03-31", "month", -1, "2024-02-29"),
    ("2025-01-31", "month", -2, "2024-11-30"),
    ("2024-02-29", "year", 1, "2025-02-28"),
    ("2024-12-31", "day", 1, "2025-01-01"),
    ("2024-12-30", "week", 1, "2025-01-06"),
    ("2025-11-30", "quarter", 1, "2026-02-28"),
    ("2025-06-04", "decade", -2, "2005-06-04"),
    ("2025-06-04", "century", 1, "2125-06-04"),
]
HIJRI = [(1446, 1, 1, "2024-07-08"), (1445, 9, 1, "2024-03-11"), (1446, 9, 15, "2025-03-15")]
SOLAR = [
    (1357, 11, 22, "1979-02-11"),
    (1375, 1, 1, "1996-03-20"),
    (1399, 1, 1, "2020-03-20"),
    (1400, 1, 1, "2021-03-21"),
    (1403, 12, 30, "2025-03-20"),
    (1404, 7, 1, "2025-09-23"),
]


@pytest.mark.parametrize(("day", "unit", "first", "last"), UNITS)
def test_unit_holds_the_day(day: str, unit: str, first: str, last: str) -> None:
    found = unit_of(date.fromisoformat(day), unit)
    assert (str(found.first), str(found.last), found.precision) == (first, last, unit)


@pytest.mark.parametrize(("day", "unit", "count", "reached"), SHIFTS)
def test_shift_cuts_the_day_to_the_month(day: str, unit: str, count: int, reached: str) -> None:
    assert str(shift(date.fromisoformat(day), unit, count)) == reached


@given(st.dates(min_value=date(200, 1, 1), max_value=date(9000, 1, 1)), st.sampled_from(PRECISIONS))
def test_every_day_lies_in_its_units(day: date, unit: str) -> None:
    found = unit_of(day, unit)
    assert found.first is not None and found.last is not None
    assert found.first <= day <= found.last


def test_unknown_unit_is_refused() -> None:
    with pytest.raises(ValueError, match="fortnight"):
        unit_of(date(2025, 6, 4), "fortnight")


def test_move_keeps_months_whole() -> None:
    assert move(one_month(2023, 2), "year", 1) == one_month(2024, 2)
    assert move(one_day(date(2025, 6, 2)), "week", -1) == one_day(date(2025, 5, 26))
    assert move(Interval(None, date(2025, 6, 2), "day"), "week", 1).last == date(2025, 6, 2)


@pytest.mark.parametrize(
    ("interval", "expected"),
    [
        (one_century(20), True),
        (week_of(date(2025, 6, 4)), True),
        (Interval(date(999, 1, 1), None, "day"), False),
        (Interval(None, date(2200, 1, 1), "day"), False),
        (Interval(date(2025, 1, 2), date(2025, 1, 1), "day"), False),
        (Interval(None, None, "day"), False),
    ],
)
def test_plausible_bounds(interval: Interval, expected: bool) -> None:
    assert plausible(interval) is expected


@pytest.mark.parametrize(("year", "month", "day", "expected"), HIJRI)
def test_tabular_hijri_day(year: int, month: int, day: int, expected: str) -> None:
    assert str(hijri_to_day(year, month, day)) == expected


@pytest.mark.parametrize(("year", "month", "day", "expected"), SOLAR)
def test_solar_hijri_day(year: int, month: int, day: int, expected: str) -> None:
    assert str(solar_to_day(year, month, day)) == expected


@pytest.mark.parametrize(("year", "month", "day"), [(1446, 2, 30), (1446, 13, 1), (1200, 1, 1), (1446, 1, 0)])
def test_day_that_the_hijri_calendar_lacks_is_refused(year: int, month: int, day: int) -> None:
    with pytest.raises(ValueError, match=r"\d"):
        hijri_to_day(year, month, day)


@pytest.mark.parametrize(("year", "month", "day"), [(1402, 12, 30), (1403, 7, 31), (1243, 1, 1), (1500, 1, 1)])
def test_day_that_the_solar_calendar_lacks_is_refused(year: int, month: int, day: int) -> None:
    with pytest.raises(ValueError, match=r"\d"):
        solar_to_day(year, month, day)
