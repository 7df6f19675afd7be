"""Short ways to write what a row of a table expects, and the check of one row."""

from __future__ import annotations

import calendar

from dragoman.dates import find_dates

# A Wednesday.
PUBLISHED = "2025-06-04"

Expected = tuple[str, str | None, str | None, str]


def day(phrase: str, iso: str, last: str | None = None) -> Expected:
    return phrase, iso, last or iso, "day"


def week(phrase: str, monday: str, sunday: str) -> Expected:
    return phrase, monday, sunday, "week"


def month(phrase: str, first: str, last: str | None = None) -> Expected:
    year, number = (int(part) for part in (last or first).split("-"))
    return phrase, f"{first}-01", f"{last or first}-{calendar.monthrange(year, number)[1]:02}", "month"


def quarter(phrase: str, first: str, last: str) -> Expected:
    return (*month(phrase, first, last)[:3], "quarter")


def half(phrase: str, year: int, number: int) -> Expected:
    return (phrase, f"{year}-01-01", f"{year}-06-30", "half") if number == 1 else (
        phrase, f"{year}-07-01", f"{year}-12-31", "half"
    )  # fmt: skip


def year(phrase: str, first: int, last: int | None = None, *, precision: str = "year") -> Expected:
    return phrase, f"{first}-01-01", f"{last or first}-12-31", precision


def decade(phrase: str, first: int) -> Expected:
    return year(phrase, first, first + 9, precision="decade")


def century(phrase: str, first: int) -> Expected:
    return year(phrase, first, first + 99, precision="century")


def since(phrase: str, iso: str, precision: str) -> Expected:
    return phrase, iso, None, precision


def until(phrase: str, iso: str, precision: str) -> Expected:
    return phrase, None, iso, precision


def found(text: str, published: str | None = PUBLISHED) -> list[Expected]:
    """What `find_dates` gives for a text, each span proven."""
    whens = find_dates(text, published=published)
    assert all(when.span.proves(text) for when in whens)
    return [(when.span.text, when.start, when.end, when.precision) for when in whens]
