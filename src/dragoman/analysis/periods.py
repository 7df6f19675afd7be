"""Periods: days, ISO weeks, months, quarters and years as one writes them.

In: a name ("2024", "2024-Q2", "2024-06", "2024-W23", "2024-06-03"), a day, or a span of the store. Out: Periods, in
order. Refuses names that mean no period and lists longer than anyone can read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from ..errors import AnalysisError

# A hundred years of days; more of them help nobody.
MOST_PERIODS = 36_600
_NAME = re.compile(r"(\d{4})(?:-(?:Q(?P<quarter>[1-4])|W(?P<week>\d\d)|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?", re.ASCII)
_FORMS = "2024 (a year), 2024-Q2 (a quarter), 2024-06 (a month), 2024-W23 (an ISO week) or 2024-06-03 (a day)"
_MONTHS_OF_QUARTER = 3
_SPAN_MARK = "/"
_MONTH_LENGTH = 7


class Kind(StrEnum):
    """How long a period is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A calendar period with its first and last day, both included."""

    first: date
    last: date
    kind: Kind

    @property
    def name(self) -> str:
        """The period as one writes it."""
        first = self.first
        if self.kind is Kind.WEEK:
            year, week, _ = first.isocalendar()
            return f"{year:04}-W{week:02}"
        if self.kind is Kind.QUARTER:
            return f"{first.year:04}-Q{(first.month - 1) // _MONTHS_OF_QUARTER + 1}"
        length = {Kind.DAY: 10, Kind.MONTH: 7, Kind.YEAR: 4}[self.kind]
        return first.isoformat()[:length]

    def following(self) -> Period | None:
        """The next period of its kind; None where the calendar ends."""
        if self.last == date.max:
            return None
        return period_of(self.last + timedelta(days=1), self.kind)


def period_of(day: date, kind: Kind) -> Period:
    """The period of a kind that a day lies in."""
    if kind is Kind.DAY:
        return Period(day, day, kind)
    if kind is Kind.WEEK:
        first = date.fromordinal(max(day.toordinal() - day.weekday(), 1))
        return Period(first, _day(day.toordinal() - day.weekday() + 6), kind)
    if kind is Kind.YEAR:
        return Period(date(day.year, 1, 1), date(day.year, 12, 31), kind)
    months = 1 if kind is Kind.MONTH else _MONTHS_OF_QUARTER
    first = date(day.year, (day.month - 1) // months * months + 1, 1)
    return Period(first, _end(first, months), kind)


def _day(ordinal: int) -> date:
    return date.fromordinal(min(ordinal, date.max.toordinal()))


def _end(first: date, months: int) -> date:
    """The last day of so many months from a first day on."""
    year, month = divmod(first.month - 1 + months, 12)
    if first.year + year > date.max.year:
        return date.max
    return date(first.year + year, month + 1, 1) - timedelta(days=1)


def parse_kind(text: str) -> Kind:
    """The kind that a word names. Raises AnalysisError where it names none."""
    try:
        return Kind(text.strip().lower())
    except ValueError:
        raise AnalysisError(f"{text!r} is no period to count by. Allowed: {', '.join(Kind)}.") from None


def parse_period(text: str) -> Period:
    """The period that a name means. Raises AnalysisError where it means none."""
    found = _NAME.fullmatch(text.strip().upper())
    if not found:
        raise AnalysisError(f"{text!r} is no period. Write it as {_FORMS}.")
    year = int(found[1])
    try:
        if found["week"]:
            return period_of(date.fromisocalendar(year, int(found["week"]), 1), Kind.WEEK)
        if found["quarter"]:
            return period_of(date(year, int(found["quarter"]) * _MONTHS_OF_QUARTER, 1), Kind.QUARTER)
        kind = Kind.DAY if found["day"] else Kind.MONTH if found["month"] else Kind.YEAR
        return period_of(date(year, int(found["month"] or 1), int(found["day"] or 1)), kind)
    except ValueError as error:
        raise AnalysisError(f"{text!r} is no period ({error}). Write it as {_FORMS}.") from None


def list_periods(first: Period, last: Period) -> list[Period]:
    """All periods from the first to the last one. Raises AnalysisError where there are too many."""
    days = (last.last - first.first).days + 1
    longest = (first.last - first.first).days + 1
    if days / max(longest, 1) > MOST_PERIODS:
        raise AnalysisError(
            f"From {first.name} to {last.name} there are more than {MOST_PERIODS} periods. "
            "Count by a longer one (--by year), or narrow the days (--since, --until)."
        )
    periods: list[Period] = []
    at: Period | None = first
    while at is not None and at <= last:
        periods.append(at)
        at = at.following()
    return periods


def place_span(span: str, kind: Kind) -> Period | None:
    """The period in which a span of the store surely lies: a day, a month, or two days with a stroke between."""
    first, _, last = span.partition(_SPAN_MARK)
    try:
        if len(first) == _MONTH_LENGTH:
            month = period_of(date.fromisoformat(f"{first}-01"), Kind.MONTH)
            begin, end = month.first, month.last
        else:
            begin = date.fromisoformat(first)
            end = date.fromisoformat(last) if last else begin
    except ValueError:
        # Nothing, or what a hand wrote that is no day.
        return None
    period = period_of(begin, kind)
    return period if period.first <= begin <= end <= period.last else None
