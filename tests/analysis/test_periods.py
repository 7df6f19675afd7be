"""Periods: their names, their days, and in which of them something surely lies."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.analysis.periods import MOST_PERIODS, Kind, list_periods, parse_kind, parse_period, period_of, place_span
from dragoman.errors import AnalysisError


@pytest.mark.parametrize(
    ("name", "kind", "first", "last"),
    [
        ("2024", Kind.YEAR, "2024-01-01", "2024-12-31"),
        ("2024-Q1", Kind.QUARTER, "2024-01-01", "2024-03-31"),
        ("2024-q4", Kind.QUARTER, "2024-10-01", "2024-12-31"),
        ("2024-02", Kind.MONTH, "2024-02-01", "2024-02-29"),
        ("2023-02", Kind.MONTH, "2023-02-01", "2023-02-28"),
        ("2024-12", Kind.MONTH, "2024-12-01", "2024-12-31"),
        ("2025-W01", Kind.WEEK, "2024-12-30", "2025-01-05"),
        ("2020-W53", Kind.WEEK, "2020-12-28", "2021-01-03"),
        ("2024-02-29", Kind.DAY, "2024-02-29", "2024-02-29"),
        (" 9999 ", Kind.YEAR, "9999-01-01", "9999-12-31"),
        ("9999-12", Kind.MONTH, "9999-12-01", "9999-12-31"),
    ],
)
def test_a_name_means_its_period(name: str, kind: Kind, first: str, last: str) -> None:
    period = parse_period(name)
    assert (period.kind, period.first.isoformat(), period.last.isoformat()) == (kind, first, last)
    assert period.name == name.strip().upper()


NO_PERIODS = (
    "", "24", "2024-Q5", "2024-13", "2024-W54", "2021-W53", "2023-02-29", "0000", "2024-6", "2024/06", "next year",
    "2024-06-03T00:00", "٢٠٢٤", "year",
)  # fmt: skip


@pytest.mark.parametrize("name", NO_PERIODS)
def test_what_names_no_period_is_refused_with_what_does(name: str) -> None:
    with pytest.raises(AnalysisError, match=r"is no period.*2024-Q2 \(a quarter\)"):
        parse_period(name)


def test_kinds_are_known_by_their_words() -> None:
    assert [parse_kind(word) for word in ("day", "Week ", "MONTH")] == [Kind.DAY, Kind.WEEK, Kind.MONTH]
    with pytest.raises(AnalysisError, match="'fortnight' is no period to count by. Allowed: day, week, month"):
        parse_kind("fortnight")


@given(st.dates(min_value=date(2, 1, 1), max_value=date(9998, 12, 31)), st.sampled_from(Kind))
def test_periods_hold_their_days_and_follow_each_other(day: date, kind: Kind) -> None:
    period = period_of(day, kind)
    assert period.first <= day <= period.last
    assert period_of(period.first, kind) == period_of(period.last, kind) == period == parse_period(period.name)
    following = period.following()
    assert following is not None
    assert (following.first - period.last).days == 1


@pytest.mark.parametrize("kind", Kind)
def test_the_calendar_ends(kind: Kind) -> None:
    assert period_of(date.max, kind).following() is None
    assert period_of(date.min, kind).first == date.min


def test_periods_are_listed_with_those_at_the_ends() -> None:
    listed = list_periods(parse_period("2023-Q4"), parse_period("2024-Q2"))
    assert [each.name for each in listed] == ["2023-Q4", "2024-Q1", "2024-Q2"]
    assert list_periods(parse_period("2024-06"), parse_period("2024-05")) == []


def test_more_periods_than_anyone_reads_are_refused() -> None:
    with pytest.raises(AnalysisError, match=f"more than {MOST_PERIODS} periods. Count by a longer one"):
        list_periods(parse_period("1800-01-01"), parse_period("2024-01-01"))
    assert len(list_periods(parse_period("1800"), parse_period("2024"))) == 225


@pytest.mark.parametrize(
    ("span", "kind", "name"),
    [
        ("2024-06-03", Kind.DAY, "2024-06-03"),
        ("2024-06-03", Kind.WEEK, "2024-W23"),
        ("2024-06", Kind.MONTH, "2024-06"),
        ("2024-06", Kind.QUARTER, "2024-Q2"),
        ("2024-06", Kind.YEAR, "2024"),
        ("2023-01-01/2023-12-31", Kind.YEAR, "2023"),
        ("2024-05-27/2024-06-02", Kind.WEEK, "2024-W22"),
        ("2024-05-27/2024-06-02", Kind.QUARTER, "2024-Q2"),
        # Not surely within one.
        ("2024-06", Kind.WEEK, None),
        ("2024-06", Kind.DAY, None),
        ("2024-05-27/2024-06-02", Kind.MONTH, None),
        ("2023-01-01/2023-12-31", Kind.QUARTER, None),
        ("2023-12-30/2024-01-02", Kind.YEAR, None),
        ("2024-06-05/2024-06-04", Kind.MONTH, None),
        ("", Kind.YEAR, None),
        ("soon", Kind.YEAR, None),
        ("2024-02-31", Kind.YEAR, None),
        ("2024-13", Kind.YEAR, None),
    ],
)
def test_a_span_stands_in_a_period_only_where_it_surely_lies_in_it(span: str, kind: Kind, name: str | None) -> None:
    placed = place_span(span, kind)
    assert (placed.name if placed else None) == name
