"""Days as pages print them: "09 March 2019", "March 9, 2019", "2019-03-09", "25/3/2019", become ISO days.

In: a line of a page or a value of its metadata. Out: the calendar days it names, with their place in the line.
Refuses: numbers that can be read as two different days (4/3/2019), two-digit years, days that no calendar has.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"), ("may",), ("june", "jun"),
            ("july", "jul"), ("august", "aug"), ("september", "sept", "sep"), ("october", "oct"),
            ("november", "nov"), ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}  # fmt: skip
_YEAR_FIRST = re.compile(r"(?<![\d.,/-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"(?<![\d.,/])(\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]([A-Za-z]{3,9})\.?,?[ -](\d{4})(?!\d)")
_MONTH_FIRST = re.compile(r"(?<![A-Za-z])([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)")
_NUMBERS = re.compile(r"(?<![\d.,/-])(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)")
_NO_YEAR = re.compile(
    r"(?<![A-Za-z\d])(?:([A-Za-z]{3,9})\.? (\d{1,2})|(\d{1,2}) ([A-Za-z]{3,9})\.?)(?:st|nd|rd|th)?(?![A-Za-z\d])"
)
_SPACE = re.compile(r"\s")

# News is older than neither printing nor the next generation: a year outside is a number of another kind.
_FIRST_YEAR, _LAST_YEAR = 1700, 2199

# A dateline without a year is completed from a day known elsewhere only if the two are this near: reports go out
# within days of their dateline, and a page is rarely changed later than two months after.
_NEAR = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Day:
    """An ISO day and the stretch [start, end) of the line that names it."""

    start: int
    end: int
    iso: str


def find_days(line: str) -> list[Day]:
    """Every full day that `line` names without doubt, in order."""
    flat = _SPACE.sub(" ", line)
    found: list[Day] = []
    for match in _YEAR_FIRST.finditer(flat):
        _keep(found, match, _iso(match[1], int(match[3]), match[4]))
    for match in _DAY_FIRST.finditer(flat):
        _keep(found, match, _iso(match[3], _MONTHS.get(match[2].lower()), match[1]))
    for match in _MONTH_FIRST.finditer(flat):
        _keep(found, match, _iso(match[3], _MONTHS.get(match[1].lower()), match[2]))
    for match in _NUMBERS.finditer(flat):
        _keep(found, match, _from_numbers(int(match[1]), int(match[3]), match[4]))
    return sorted(found, key=lambda day: day.start)


def read_day(value: str | None) -> str | None:
    """The ISO day of a metadata value such as "2019-03-09T10:00:00Z", None where it names none."""
    days = find_days(value[:200]) if value else []
    return days[0].iso if days else None


def find_month_day(line: str) -> tuple[int, int, int, int] | None:
    """The first month and day without a year in `line`, as (month, day, start, end)."""
    for match in _NO_YEAR.finditer(_SPACE.sub(" ", line)):
        month = _MONTHS.get((match[1] or match[4]).lower())
        day = int(match[2] or match[3])
        # A leap year, so that 29 February passes.
        if month and _iso("2000", month, str(day)):
            return month, day, match.start(), match.end()
    return None


def complete_day(month: int, day: int, *, known: str | None) -> str | None:
    """The day of the year that is nearest before (or one day after) the `known` ISO day; None where none is near."""
    if known is None:
        return None
    anchor = date.fromisoformat(known)
    for year in (anchor.year + 1, anchor.year, anchor.year - 1):
        iso = _iso(str(year), month, str(day))
        if iso and -timedelta(days=1) <= anchor - date.fromisoformat(iso) <= _NEAR:
            return iso
    return None


def _keep(found: list[Day], match: re.Match[str], iso: str | None) -> None:
    if iso:
        found.append(Day(match.start(), match.end(), iso))


def _from_numbers(first: int, second: int, year: str) -> str | None:
    if first == second or first > 12:
        return _iso(year, second, str(first))
    return _iso(year, first, str(second)) if second > 12 else None


def _iso(year: str, month: int | None, day: str) -> str | None:
    if month is None or not _FIRST_YEAR <= int(year) <= _LAST_YEAR:
        return None
    try:
        return date(int(year), month, int(day)).isoformat()
    except ValueError:
        return None
