import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.read.days import complete_day, find_days, find_month_day, read_day


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("04 June 2023", "2023-06-04"),
        ("June 4, 2023", "2023-06-04"),
        ("Jun. 4 2023", "2023-06-04"),
        ("4th of June 2023", "2023-06-04"),
        ("March 3rd, 2019", "2019-03-03"),
        ("Sept 9, 2020", "2020-09-09"),
        ("9-Oct-2020", "2020-10-09"),
        ("2023-06-04", "2023-06-04"),
        ("2023/06/04", "2023-06-04"),
        ("2023-06-04T23:59:00-11:00", "2023-06-04"),
        ("Wed, 09 Oct 2019 23:10:00 -0700", "2019-10-09"),
        ("25/6/2023", "2023-06-25"),
        ("6/25/2023", "2023-06-25"),
        ("25.06.2023", "2023-06-25"),
        ("7/7/2023", "2023-07-07"),
        ("29 February 2024", "2024-02-29"),
    ],
)
def test_days_read_every_usual_format(line, iso):
    assert read_day(line) == iso


@pytest.mark.parametrize(
    "line",
    [
        "4/6/2023",
        "04.05.2023",
        "4 June",
        "June 2023",
        "29 February 2023",
        "31 April 2020",
        "4/6/23",
        "12 Foo 2020",
        "version 10.12.2020.1",
        "",
        "yesterday",
        "1 May 0001",
        "phone 1-800-2020",
    ],
)
def test_days_refuse_what_names_no_day_without_doubt(line):
    assert read_day(line) is None


def test_days_tell_where_they_stand():
    line = "Updated 4 June 2023 and again on July 5, 2023."
    assert [line[day.start : day.end] for day in find_days(line)] == ["4 June 2023", "July 5, 2023"]


@pytest.mark.parametrize(("line", "found"), [("Nov 12", (11, 12)), ("12 Nov.", (11, 12)), ("Aug. 3", (8, 3))])
def test_days_read_month_and_day_without_year(line, found):
    assert find_month_day(line)[:2] == found


@pytest.mark.parametrize("line", ["Room 12", "Nov 31", "May", "12"])
def test_days_without_year_refuse_other_words(line):
    assert find_month_day(line) is None


@pytest.mark.parametrize(
    ("month", "day", "known", "iso"),
    [
        (11, 12, "2021-11-13", "2021-11-12"),
        (11, 12, "2021-11-12", "2021-11-12"),
        (12, 31, "2022-01-02", "2021-12-31"),
        (1, 1, "2021-12-31", "2022-01-01"),
        (3, 1, "2021-11-13", None),
        (12, 1, "2021-11-13", None),
        (2, 29, "2023-03-01", None),
        (3, 1, None, None),
    ],
)
def test_days_are_completed_only_from_a_known_day_nearby(month, day, known, iso):
    assert complete_day(month, day, known=known) == iso


@given(st.text())
def test_days_take_any_text(line):
    for day in find_days(line):
        assert 0 <= day.start < day.end <= len(line)
    find_month_day(line)
