"""Frames: what the database counts by itself over the dyads of events.

In: an open Database, states by their codes, and a Choice of events. Out: counted rows, never events one by one. Refuses
codes that no stored text can match.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, Select, case, func, select, union_all

from ..errors import StoreError
from ..record.counts import PairCount, SpanCount, TopicCount
from .choice import (
    DAY_LENGTH,
    DYADS,
    HAPPENINGS,
    SPANS,
    Choice,
    alike,
    between,
    broken_months,
    days_within,
    directions,
    spans_within,
)
from .database import Database
from .dyads import CONTEXT_MARK, MONTH_LENGTH, SPAN_MARK
from .happening_frames import flag, in_order, select_happenings, span_of
from .rows import require_text

# The units of time by which pairs are counted, with the length of their names.
UNITS = {"year": 4, "month": MONTH_LENGTH, "day": DAY_LENGTH}


def select_rows(
    choice: Choice, pairs: Sequence[tuple[str, str]] | None, *, directed: bool, by_day: bool
) -> CompoundSelect[Any]:
    """All that a choice counts, as rows of SpanCount that may stand several times for one span."""
    if choice.counted == HAPPENINGS:
        return union_all(select_happenings(choice, pairs, directed=directed))
    parts: list[Select[Any]] = []
    for pair in pairs or (None,):
        own = [] if pair is None else [between(DYADS.c, *pair)]
        conditions = [*own, *alike(DYADS.c, choice, directed=directed), *days_within(choice)]
        if by_day:
            parts.append(sum_days(conditions))
            continue
        counted = [] if pair is None else [between(SPANS.c, *pair)]
        counted += [*alike(SPANS.c, choice, directed=directed), *spans_within(choice)]
        parts.append(select(*(SPANS.c[name] for name in SpanCount._fields)).where(*counted))
        parts.extend(sum_days([*conditions, DYADS.c.span == month]) for month in broken_months(choice))
    return union_all(*parts)


def sum_days(conditions: Sequence[ColumnElement[bool]]) -> Select[Any]:
    """Rows of SpanCount by day, straight from the events."""
    rows = DYADS.c
    key = (rows.actor, rows.recipient, rows.type, rows.quad, rows.attributed)
    span = span_of(rows.day, rows.latest)
    sums = (func.count().label("number"), flag(rows.dated).label("dated"), func.sum(rows.score).label("score"))
    return select(*key[:2], span, *key[2:], *sums).where(*conditions).group_by(*key, rows.span, rows.day, rows.latest)


def count_dyad(
    database: Database, first: str, second: str, choice: Choice, *, directed: bool = False, by_day: bool = False
) -> list[SpanCount]:
    """The events of a dyad, counted by month, or by day where asked for; type, quad and direction."""
    pairs = directions(first, second, directed=directed)
    statement = select_rows(choice, pairs, directed=directed, by_day=by_day)
    with database.reading() as connection:
        return [SpanCount(*row) for row in connection.execute(statement).all()]


def count_pairs(
    database: Database, choice: Choice, *, unit: str | None = None, directed: bool = False, without: Iterable[str] = ()
) -> list[PairCount]:
    """The events of every pair of states, counted by quad and by the unit of time, year, month or day, where one is
    given. Without `directed` each event counts once for its two states, under the first code by the alphabet."""
    if unit is not None and unit not in UNITS:
        raise StoreError(f"{unit!r} is no unit of time to count by. Allowed: {', '.join(UNITS)}.")
    rows = select_rows(choice, None, directed=directed, by_day=unit == "day").subquery()
    left_out = sorted({require_text(code, what="code") for code in without})
    one, other = (rows.c.actor, rows.c.recipient) if directed else in_order(rows.c)
    month = unit_of(rows.c.span, MONTH_LENGTH)
    named = select(
        one.label("one"), other.label("other"), unit_of(rows.c.span, UNITS[unit] if unit else 0).label("unit"),
        rows.c.quad, rows.c.number, rows.c.score, month.label("month"),
    ).where(rows.c.actor.not_in(left_out), rows.c.recipient.not_in(left_out)).subquery()  # fmt: skip
    key = (named.c.one, named.c.other, named.c.unit, named.c.quad)
    sums = (func.sum(named.c.number), func.sum(named.c.score), func.min(named.c.month), func.max(named.c.month))
    with database.reading() as connection:
        return [
            PairCount(*row[:2], row[2] or None, row[3], int(row[4]), *row[5:])
            for row in connection.execute(select(*key, *sums).group_by(*key)).all()
        ]


def unit_of(span: ColumnElement[Any], length: int) -> ColumnElement[Any]:
    """The unit of time that a span surely lies in, by the length of its name; nothing where it lies in none."""
    first, last = func.substr(span, 1, length), func.substr(span, DAY_LENGTH + len(SPAN_MARK) + 1, length)
    sure = case((func.length(span) > DAY_LENGTH, first == last), else_=func.length(span) >= length)
    return case((sure, first), else_=None)


def count_topics(
    database: Database, first: str, second: str, choice: Choice, *, directed: bool = False
) -> list[TopicCount]:
    """The mentions of a dyad by their contexts."""
    counted: dict[str, tuple[int, float]] = {}
    rows = DYADS.c
    parts = [
        select(rows.contexts, func.count(), func.sum(rows.score))
        .where(between(rows, *pair), *alike(rows, choice, directed=directed), *days_within(choice))
        .group_by(rows.contexts)
        for pair in directions(first, second, directed=directed)
    ]
    with database.reading() as connection:
        for contexts, count, score in connection.execute(union_all(*parts)):
            before = counted.get(contexts, (0, 0.0))
            counted[contexts] = (before[0] + count, before[1] + score)
    return [
        TopicCount(tuple(contexts.split(CONTEXT_MARK)) if contexts else (), *sums)
        for contexts, sums in sorted(counted.items())
    ]
