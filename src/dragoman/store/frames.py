"""Frames: what the database counts by itself over the dyads of events.

In: an open Database, states by their codes, and a Choice of events. Out: counted rows, never events one by one. Refuses
codes that no stored text can match, days that are no days, and words that are no realis.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, and_, case, func, literal_column, select, union_all

from ..errors import StoreError
from ..record.findings import REALIS
from . import tables
from .database import Database
from .dyads import CONTEXT_MARK, MONTH_LENGTH
from .find import parse_day
from .rows import require_text

# An event is counted where it is said to have happened.
HAPPENED = ("actual",)
YEAR_LENGTH = 4


@dataclass(frozen=True, slots=True)
class Choice:
    """Which events are counted: those that surely lie from `since` to `until` (ISO days, both included), of these
    `types` (all where none is given) and `realis`. Without `attributed` only what the outlet itself reports."""

    since: str | None = None
    until: str | None = None
    types: tuple[str, ...] = ()
    realis: tuple[str, ...] = HAPPENED
    attributed: bool = True

    def __post_init__(self) -> None:
        for name in ("since", "until"):
            day = getattr(self, name)
            if day is not None:
                object.__setattr__(self, name, parse_day(day, what=name))
        for each in self.realis:
            if each not in REALIS:
                raise StoreError(f"{each!r} is no realis. Allowed: {', '.join(REALIS)}.")
        for each in self.types:
            require_text(each, what="type")


class DyadCount(NamedTuple):
    """Events that `actor` does to `recipient`, alike in what is named, and surely begun from `day` to `latest` (None
    where that is not known). `leads` marks those that count where direction does not matter."""

    actor: str
    recipient: str
    day: str | None
    latest: str | None
    type: str
    quad: str
    leads: bool
    count: int
    score: float
    dated: int
    attributed: int


class PairCount(NamedTuple):
    """Events between two states within a unit of time ("2024", "2024-06", "2024-06-03"), None for all time or where the
    unit is not sure."""

    actor: str
    recipient: str
    unit: str | None
    quad: str
    count: int
    score: float
    first: str | None
    last: str | None


class TopicCount(NamedTuple):
    """Events with the same contexts, none for an empty tuple."""

    contexts: tuple[str, ...]
    count: int
    score: float


# The units of time by which pairs are counted, each with the length of its ISO beginning of a day.
UNITS = {"year": YEAR_LENGTH, "month": MONTH_LENGTH, "day": None}
ROWS = tables.event_dyads.c


def directions(first: str, second: str, *, directed: bool) -> list[tuple[str, str]]:
    """The ordered pairs that a dyad means: both ways, or only what the first does to the second."""
    for code in (first, second):
        require_text(code, what="code")
    return [(first, second)] if directed else [(first, second), (second, first)]


def chosen(choice: Choice) -> list[ColumnElement[bool]]:
    """The conditions of a choice."""
    conditions = [ROWS.realis.in_(choice.realis) if len(choice.realis) != 1 else ROWS.realis == choice.realis[0]]
    if choice.since is not None:
        conditions.append(ROWS.day >= choice.since)
    if choice.until is not None:
        conditions.append(ROWS.latest <= choice.until)
    if choice.types:
        conditions.append(ROWS.type.in_(choice.types))
    if not choice.attributed:
        conditions.append(ROWS.attributed.is_(False))
    return conditions


def between(actor: str, recipient: str) -> ColumnElement[bool]:
    """What one state does to another."""
    return and_(ROWS.actor == actor, ROWS.recipient == recipient)


def flag(column: ColumnElement[bool]) -> ColumnElement[int]:
    """How many rows have the flag."""
    return func.sum(case((column, 1), else_=0))


def count_dyad(
    database: Database, first: str, second: str, choice: Choice, *, directed: bool = False, by_day: bool = False
) -> list[DyadCount]:
    """The events of a dyad, counted by month (by day where asked for), type, quad and direction.

    What does not surely lie within one month is counted by its own first and last day.
    """
    parts = []
    for pair in directions(first, second, directed=directed):
        conditions = [between(*pair), *chosen(choice)]
        if by_day:
            parts.append(select_dyad(conditions, by=(ROWS.day, ROWS.latest)))
        else:
            parts.append(select_dyad([*conditions, *within_months(choice)], by=(ROWS.month,)))
            parts.append(select_dyad([*conditions, ROWS.month.is_(None)], by=(ROWS.day, ROWS.latest)))
    with database.reading() as connection:
        return [DyadCount(*row) for row in connection.execute(union_all(*parts))]


def within_months(choice: Choice) -> list[ColumnElement[bool]]:
    """That an event has a month, one that the choice allows: by it the index finds the rows."""
    conditions = [ROWS.month.is_not(None)]
    if choice.since is not None:
        conditions.append(ROWS.month >= choice.since[:MONTH_LENGTH])
    if choice.until is not None:
        conditions.append(ROWS.month <= choice.until[:MONTH_LENGTH])
    return conditions


def select_dyad(conditions: Sequence[ColumnElement[bool]], *, by: Sequence[ColumnElement[Any]]) -> Select[Any]:
    """One direction of a dyad, counted by its month, or by its first and its last day."""
    days = by if len(by) > 1 else (func.min(ROWS.day), func.max(ROWS.latest))
    key = (ROWS.type, ROWS.quad, ROWS.leads)
    sums = (func.count(), func.sum(ROWS.score), flag(ROWS.dated), flag(ROWS.attributed))
    return (
        select(ROWS.actor, ROWS.recipient, *days, *key, *sums)
        .where(*conditions)
        .group_by(ROWS.actor, ROWS.recipient, *by, *key)
    )


def count_pairs(
    database: Database, choice: Choice, *, unit: str | None = None, directed: bool = False, without: Iterable[str] = ()
) -> list[PairCount]:
    """The events of every pair of states, counted by quad and by the unit of time, year, month or day, where one is
    given. Without `directed` each event counts once for its two states, under the first code by the alphabet."""
    if unit is not None and unit not in UNITS:
        raise StoreError(f"{unit!r} is no unit of time to count by. Allowed: {', '.join(UNITS)}.")
    conditions = chosen(choice)
    one, other = (ROWS.actor, ROWS.recipient)
    if not directed:
        conditions.append(ROWS.leads.is_(True))
        sorted_ways = ((one, other), (other, one))
        one, other = (case((ROWS.actor < ROWS.recipient, here), else_=there) for here, there in sorted_ways)
    left_out = sorted({require_text(code, what="code") for code in without})
    if left_out:
        conditions += [ROWS.actor.not_in(left_out), ROWS.recipient.not_in(left_out)]
    span = unit_of(unit)
    columns = [one.label("one"), other.label("other"), *([span.label("unit")] if span is not None else []), ROWS.quad]
    statement = (
        select(*columns, func.count(), func.sum(ROWS.score), func.min(ROWS.day), func.max(ROWS.latest))
        .where(*conditions)
        .group_by(*columns)
    )
    with database.reading() as connection:
        rows = connection.execute(statement)
        return [PairCount(*(row if unit else (*row[:2], None, *row[2:]))) for row in rows]


def unit_of(unit: str | None) -> ColumnElement[Any] | None:
    """The unit of time that an event surely lies in."""
    if unit is None:
        return None
    if unit == "month":
        return ROWS.month
    length = UNITS[unit]
    # Written out: to PostgreSQL two parameters are never the same expression, and it groups by expressions.
    begin, end = literal_column("1"), literal_column(str(length))
    first, last = (func.substr(day, begin, end) if length else day for day in (ROWS.day, ROWS.latest))
    return case((first == last, first), else_=None)


def count_topics(
    database: Database, first: str, second: str, choice: Choice, *, directed: bool = False
) -> list[TopicCount]:
    """The events of a dyad by their contexts."""
    counted: dict[str, tuple[int, float]] = {}
    parts = [
        select(ROWS.contexts, func.count(), func.sum(ROWS.score))
        .where(between(actor, recipient), *chosen(choice), *([] if directed else [ROWS.leads.is_(True)]))
        .group_by(ROWS.contexts)
        for actor, recipient in directions(first, second, directed=directed)
    ]
    with database.reading() as connection:
        for contexts, count, score in connection.execute(union_all(*parts)):
            before = counted.get(contexts, (0, 0.0))
            counted[contexts] = (before[0] + count, before[1] + score)
    return [
        TopicCount(tuple(contexts.split(CONTEXT_MARK)) if contexts else (), *sums)
        for contexts, sums in sorted(counted.items())
    ]
