"""Choice: which events of a store are counted.

In: days, types, realis, and what counts as one. Out: a frozen Choice, and its conditions for the database. Refuses days
that are no days and words outside the closed sets.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_

from ..errors import StoreError
from ..record.findings import REALIS
from . import tables
from .dyads import MONTH_LENGTH, SPAN_MARK
from .find import parse_day
from .rows import require_text

# An event is counted where it is said to have happened.
HAPPENED = ("actual",)
# Ways to count: each report of an event, or each happening once, however many articles report it.
MENTIONS, HAPPENINGS = COUNTED = ("mentions", "happenings")
# Sorts behind the mark within a span, and so behind every span that begins on a day.
AFTER_MARK = chr(ord(SPAN_MARK) + 1)
DAY_LENGTH = 10
DYADS, SPANS = tables.event_dyads, tables.dyad_spans


@dataclass(frozen=True, slots=True)
class Choice:
    """Which events are counted: those that surely lie from `since` to `until` (ISO days, both included), of these
    `types` (all where none is given) and `realis`. Without `attributed` only what the outlet itself reports. `counted`
    is mentions or happenings."""

    since: str | None = None
    until: str | None = None
    types: tuple[str, ...] = ()
    realis: tuple[str, ...] = HAPPENED
    attributed: bool = True
    counted: str = MENTIONS

    def __post_init__(self) -> None:
        for name in ("since", "until"):
            day = getattr(self, name)
            if day is not None:
                object.__setattr__(self, name, parse_day(day, what=name))
        for each in self.realis:
            if each not in REALIS:
                raise StoreError(f"{each!r} is no realis. Allowed: {', '.join(REALIS)}.")
        if self.counted not in COUNTED:
            raise StoreError(f"{self.counted!r} cannot be counted. Allowed: {', '.join(COUNTED)}.")
        for each in self.types:
            require_text(each, what="type")

    @property
    def is_bounded(self) -> bool:
        """Whether only some days count."""
        return self.since is not None or self.until is not None


def directions(first: str, second: str, *, directed: bool) -> list[tuple[str, str]]:
    """The ordered pairs that a dyad means: both ways, or only what the first does to the second."""
    for code in (first, second):
        require_text(code, what="code")
    return [(first, second)] if directed else [(first, second), (second, first)]


def between(columns: Any, actor: str, recipient: str) -> ColumnElement[bool]:
    """What one state does to another."""
    return and_(columns.actor == actor, columns.recipient == recipient)


def alike(columns: Any, choice: Choice, *, directed: bool) -> list[ColumnElement[bool]]:
    """The conditions of a choice but for its days, on either table; each event once where direction does not matter."""
    one = len(choice.realis) == 1
    conditions = [
        columns.leads.in_((True, False)) if directed else columns.leads.is_(True),
        columns.realis == choice.realis[0] if one else columns.realis.in_(choice.realis),
    ]
    if choice.types:
        conditions.append(columns.type.in_(choice.types))
    if not choice.attributed:
        conditions.append(columns.attributed.is_(False))
    return conditions


def days_within(choice: Choice) -> list[ColumnElement[bool]]:
    """That an event of `event_dyads` surely lies within the days of a choice."""
    conditions = []
    if choice.since is not None:
        conditions.append(DYADS.c.day >= choice.since)
    if choice.until is not None:
        conditions.append(DYADS.c.latest <= choice.until)
    return conditions


def broken_months(choice: Choice) -> list[str]:
    """The months that the days of a choice cut in two, as far as they can tell without a calendar: the last month
    always counts as one."""
    ends = [choice.since] if choice.since is not None and not choice.since.endswith("-01") else []
    ends += [choice.until] if choice.until is not None else []
    return sorted({day[:MONTH_LENGTH] for day in ends})


def spans_within(choice: Choice) -> list[ColumnElement[bool]]:
    """That a row of `dyad_spans` lies within the days of a choice; the months that these cut are left out."""
    if not choice.is_bounded:
        return []
    span, wide = SPANS.c.span, func.length(SPANS.c.span) > MONTH_LENGTH
    conditions: list[ColumnElement[bool]] = [span != "", span.not_in(broken_months(choice))]
    if choice.since is not None:
        conditions += [span >= choice.since[:MONTH_LENGTH], or_(~wide, span >= choice.since)]
    if choice.until is not None:
        last = func.substr(span, DAY_LENGTH + len(SPAN_MARK) + 1)
        conditions += [span < choice.until + AFTER_MARK, or_(~wide, last <= choice.until)]
    return conditions
