"""Closed ranges and dates with one open bound."""

from __future__ import annotations

import pytest

from .rows import PUBLISHED, Expected, day, found, month, since, until, year

P = PUBLISHED
CLOSED = [
    ("The talks of June 3-5 failed.", P, [day("June 3-5", "2025-06-03", "2025-06-05")]),
    ("The talks of June 3–5, 2024, failed.", P, [day("June 3–5, 2024", "2024-06-03", "2024-06-05")]),
    ("The visit, planned for June 10-12, was put off.", P, [day("June 10-12", "2025-06-10", "2025-06-12")]),
    ("They met from 3 to 5 June.", P, [day("from 3 to 5 June", "2025-06-03", "2025-06-05")]),
    ("They met from 3 to 5 June 2021.", P, [day("from 3 to 5 June 2021", "2021-06-03", "2021-06-05")]),
    ("They met on 3-5 June 2021.", P, [day("3-5 June 2021", "2021-06-03", "2021-06-05")]),
    ("They met from June 3 to 5, 2021.", P, [day("from June 3 to 5, 2021", "2021-06-03", "2021-06-05")]),
    ("They met between June 3 and 5.", P, [day("between June 3 and 5", "2025-06-03", "2025-06-05")]),
    ("They met on June 3 and 4.", P, [day("June 3 and 4", "2025-06-03", "2025-06-04")]),
    ("They met on 3 and 4 June.", P, [day("3 and 4 June", "2025-06-03", "2025-06-04")]),
    ("They met on June 30-July 2, 2024.", P, [day("June 30-July 2, 2024", "2024-06-30", "2024-07-02")]),
    ("They met from May 30 to June 2.", P, [day("from May 30 to June 2", "2025-05-30", "2025-06-02")]),
    ("They met from May 3 to June 5, 2024.", P, [day("from May 3 to June 5, 2024", "2024-05-03", "2024-06-05")]),
    ("They met from Dec. 30 to Jan. 2.", "2025-01-05", [day("from Dec. 30 to Jan. 2", "2024-12-30", "2025-01-02")]),
    ("They met between Jan. 3, 2024 and March 4, 2025.", P,
     [day("between Jan. 3, 2024 and March 4, 2025", "2024-01-03", "2025-03-04")]),
    ("They met from Monday to Wednesday.", P, [day("from Monday to Wednesday", "2025-06-02", "2025-06-04")]),
    ("They met from Friday to Monday.", P, [day("from Friday to Monday", "2025-05-30", "2025-06-02")]),
    ("They will meet from Thursday to Saturday.", P,
     [day("from Thursday to Saturday", "2025-06-05", "2025-06-07")]),
    ("They met between May and July 2024.", P, [month("between May and July 2024", "2024-05", "2024-07")]),
    ("They met between March and May.", P, [month("between March and May", "2025-03", "2025-05")]),
    ("From January to June 2025 trade grew.", P, [month("From January to June 2025", "2025-01", "2025-06")]),
    ("January to June 2025 trade grew.", P, [month("January to June 2025", "2025-01", "2025-06")]),
    ("the January-June 2025 period", P, [month("January-June 2025", "2025-01", "2025-06")]),
    ("the May-June talks", P, [month("May-June", "2025-05", "2025-06")]),
    ("from November to February 2024", P, [month("from November to February 2024", "2023-11", "2024-02")]),
    ("January through April", P, [month("January through April", "2025-01", "2025-04")]),
    ("from May 2024 to June 2025", P, [month("from May 2024 to June 2025", "2024-05", "2025-06")]),
    ("between 2025 and 2027", P, [year("between 2025 and 2027", 2025, 2027)]),
    ("from 2024 to 2029", P, [year("from 2024 to 2029", 2024, 2029)]),
    ("from 2024 until 2029", P, [year("from 2024 until 2029", 2024, 2029)]),
    ("the 2024-2026 plan", P, [year("2024-2026", 2024, 2026)]),
    ("the 2021–27 budget", P, [year("2021–27", 2021, 2027)]),
    ("in 2015-16", P, [year("2015-16", 2015, 2016)]),
    ("in 2014/15", P, [year("2014/15", 2014, 2015)]),
    ("in 2014/2015", P, [year("2014/2015", 2014, 2015)]),
    ("in 1999-00", P, [year("1999-00", 1999, 2000)]),
    ("the 1914-1918 war", P, [year("1914-1918", 1914, 1918)]),
    ("from 1999 to 2008 and in 2013-2018", P, [year("from 1999 to 2008", 1999, 2008), year("2013-2018", 2013, 2018)]),
    ("in 2019 to 2021", P, [year("2019 to 2021", 2019, 2021)]),
    ("from early 2024 to late 2025", P, [year("from early 2024 to late 2025", 2024, 2025)]),
]  # fmt: skip
MOVED = [
    ("The vote was moved from May to June.", [month("May", "2025-05"), month("June", "2025-06")]),
    ("They postponed the talks from 2024 to 2026.", [year("2024", 2024)]),
    ("They shifted it from Monday to Tuesday.", [day("Monday", "2025-06-02"), day("Tuesday", "2025-06-03")]),
]
OPEN = [
    ("since at least 2019", P, [since("since at least 2019", "2019-01-01", "year")]),
    ("since around 2019", P, [since("since around 2019", "2019-01-01", "year")]),
    ("since the year 2000", P, [since("since the year 2000", "2000-01-01", "year")]),
    ("by the year 2028", P, [until("by the year 2028", "2028-12-31", "year")]),
    ("until at least 2030", P, [until("until at least 2030", "2030-12-31", "year")]),
    ("Trade has grown since 2019.", P, [since("since 2019", "2019-01-01", "year")]),
    ("since February 2022", P, [since("since February 2022", "2022-02-01", "month")]),
    ("since March", P, [since("since March", "2025-03-01", "month")]),
    ("Shells have fallen since Monday.", P, [since("since Monday", "2025-06-02", "day")]),
    ("since Feb. 24, 2022, the war", P, [since("since Feb. 24, 2022", "2022-02-24", "day")]),
    ("since last year", P, [since("since last year", "2024-01-01", "year")]),
    ("since the 1970s", P, [since("since the 1970s", "1970-01-01", "decade")]),
    ("since early 2022", P, [since("since early 2022", "2022-01-01", "year")]),
    ("since the end of 2021", P, [since("since the end of 2021", "2021-01-01", "year")]),
    ("from July 1 onward", P, [since("from July 1 onward", "2025-07-01", "day")]),
    ("from 2026 onwards", P, [since("from 2026 onwards", "2026-01-01", "year")]),
    ("by 2028", P, [until("by 2028", "2028-12-31", "year")]),
    ("By 2030, both will double trade.", P, [until("By 2030", "2030-12-31", "year")]),
    ("by March 2027", P, [until("by March 2027", "2027-03-31", "month")]),
    ("by March", P, [until("by March", "2026-03-31", "month")]),
    ("They will leave by Friday.", P, [until("by Friday", "2025-06-06", "day")]),
    ("They had left by December.", P, [until("by December", "2024-12-31", "month")]),
    ("by the end of 2026", P, [until("by the end of 2026", "2026-12-31", "year")]),
    ("by the end of the year", P, [until("by the end of the year", "2025-12-31", "year")]),
    ("by the end of May", P, [until("by the end of May", "2026-05-31", "month")]),
    ("by the end of the decade", P, [until("by the end of the decade", "2029-12-31", "decade")]),
    ("by the end of the century", P, [until("by the end of the century", "2100-12-31", "century")]),
    ("by mid-century", P, [until("by mid-century", "2050-12-31", "century")]),
    ("by mid-2026", P, [until("by mid-2026", "2026-12-31", "year")]),
    ("by end-March", P, [until("by end-March", "2026-03-31", "month")]),
    ("by end 2026", P, [until("by end 2026", "2026-12-31", "year")]),
    ("by year-end", P, [until("by year-end", "2025-12-31", "year")]),
    ("by next week", P, [until("by next week", "2025-06-15", "week")]),
    ("no later than June 30", P, [until("no later than June 30", "2025-06-30", "day")]),
    ("not later than 2027", P, [until("not later than 2027", "2027-12-31", "year")]),
    ("until 2030", P, [until("until 2030", "2030-12-31", "year")]),
    ("It runs until the end of next year.", P, [until("until the end of next year", "2026-12-31", "year")]),
    ("up until 2019", P, [until("up until 2019", "2019-12-31", "year")]),
    ("till 1991", P, [until("till 1991", "1991-12-31", "year")]),
    ("through 2028", P, [until("through 2028", "2028-12-31", "year")]),
    ("before 2020", P, [until("before 2020", "2019-12-31", "year")]),
    ("before March 5", P, [until("before March 5", "2026-03-05", "day")]),
    ("before March 2027", P, [until("before March 2027", "2027-02-28", "month")]),
    ("before March 2028", P, [until("before March 2028", "2028-02-29", "month")]),
    ("before the end of 2026", P, [until("before the end of 2026", "2026-12-31", "year")]),
    ("before the year's end", P, [until("before the year's end", "2025-12-31", "year")]),
    ("prior to 2014", P, [until("prior to 2014", "2013-12-31", "year")]),
    ("They met after March 5.", P, [since("after March 5", "2025-03-05", "day")]),
    ("They met after 2020.", P, [since("after 2020", "2021-01-01", "year")]),
]
DESCRIBED = [
    ("since Monday's talks", P, [day("Monday", "2025-06-02")]),
    ("until Monday's vote", P, [day("Monday", "2025-06-09")]),
    ("after the 2015 accord", P, [year("2015", 2015)]),
    ("before Friday talks", P, [day("Friday", "2025-06-06")]),
    ("after May 10 strikes", P, [day("May 10", "2025-05-10")]),
    ("since last year's vote", P, [year("last year", 2024)]),
]


@pytest.mark.parametrize(("text", "published", "expected"), CLOSED)
def test_range_is_one_date_with_both_bounds(text: str, published: str, expected: list[Expected]) -> None:
    assert found(text, published) == expected


@pytest.mark.parametrize(("text", "expected"), MOVED)
def test_change_of_date_is_no_range(text: str, expected: list[Expected]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(("text", "published", "expected"), OPEN)
def test_preposition_opens_one_bound(text: str, published: str, expected: list[Expected]) -> None:
    assert found(text, published) == expected


@pytest.mark.parametrize(("text", "published", "expected"), DESCRIBED)
def test_preposition_of_what_the_date_describes_opens_nothing(
    text: str, published: str, expected: list[Expected]
) -> None:
    assert found(text, published) == expected
