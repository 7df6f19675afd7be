"""Days: the dates by which a later text speaks of what was agreed before."""

from __future__ import annotations

import pytest

from dragoman.ledger.days import days_of, due_day, find_days, find_shifts, shift

PUBLISHED = "2017-01-19"
NAMED = [
    ("the December deadline", ("2016-12-01", "2016-12-31")),
    ("due on Sept. 1", ("2016-09-01", "2016-09-01")),
    ("signed in Osh in March", ("2016-03-01", "2016-03-31")),
    ("by April 2018", ("2018-04-01", "2018-04-30")),
    ("on 2 April 2007", ("2007-04-02", "2007-04-02")),
    ("had been due last September", ("2016-09-01", "2016-09-30")),
    ("the deal reached last year", ("2016-01-01", "2016-12-31")),
    ("a 2014 contract", ("2014-01-01", "2014-12-31")),
    ("three years ago", ("2014-01-01", "2014-12-31")),
    ("during the May visit", ("2016-05-01", "2016-05-31")),
]
NOT_NAMED = ["troops march on", "they may leave", "$2014", "2,014 people", "on Wednesday", "within a week"]


@pytest.mark.parametrize(("text", "days"), NAMED)
def test_days_without_a_year_are_the_last_before_the_text(text: str, days: tuple[str, str]) -> None:
    assert days in [(each.first, each.last) for each in find_days(text, PUBLISHED)][:1]


@pytest.mark.parametrize("text", NOT_NAMED)
def test_days_are_not_made_of_other_words(text: str) -> None:
    assert find_days(text, PUBLISHED) == ()


def test_days_without_a_year_may_lie_ahead_too() -> None:
    found = find_days("moved the deadline to September 30", "2022-02-18")
    assert [(each.first, each.sure) for each in found] == [("2021-09-30", False), ("2022-09-30", False)]


def test_days_without_a_publication_need_a_year() -> None:
    assert [each.first for each in find_days("in March, and in May 2019, last year", None)] == ["2019-05-01"]


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("16 months later than laid down", [16]),
        ("two months after the date", [2]),
        ("two months ahead of schedule", [-2]),
        ("a year earlier than planned", [-12]),
        ("two weeks late", []),
        ("later than planned", []),
        ("months of talks", []),
    ],
)
def test_shifts_say_by_how_much(text: str, months: list[int]) -> None:
    assert [each.months for each in find_shifts(text)] == months


@pytest.mark.parametrize(
    ("unit", "months", "shifted"), [("2018-04", -16, "2016-12"), ("2014-11", -2, "2014-09"), ("2028", 12, "2029"),
                                    ("2028-06-30", 7, "2029-01"), ("2028", 1, "2029-01")]
)  # fmt: skip
def test_units_are_shifted_by_months(unit: str, months: int, shifted: str) -> None:
    assert shift(unit, months) == shifted


@pytest.mark.parametrize(
    ("unit", "last"), [("2028", "2028-12-31"), ("2028-02", "2028-02-29"), ("2028-02-03", "2028-02-03")]
)
def test_units_end_on_their_last_day(unit: str, last: str) -> None:
    assert days_of(unit)[1] == due_day(unit) == last
    assert due_day(None) is None
