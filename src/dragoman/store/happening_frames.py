"""Happening frames: the events of dyads counted once for each happening, however many articles report it.

In: a Choice and pairs of states. Out: a statement whose rows are those of `frames.SpanCount`. An event that is not
linked yet is a happening of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, and_, case, func, literal_column, or_, select

from . import tables
from .choice import DYADS, Choice, alike, between
from .dyads import SPAN_MARK


def span_of(day: ColumnElement[Any], latest: ColumnElement[Any]) -> ColumnElement[Any]:
    """Two days as a span: the day where they are one, nothing where they are not known."""
    both = day + SPAN_MARK + latest
    return case((day == latest, day), (day.is_(None), literal_column("''")), else_=both).label("span")


def flag(column: ColumnElement[bool]) -> ColumnElement[int]:
    """How many rows have the flag."""
    return func.sum(case((column, 1), else_=0))


def linked() -> FromClause:
    """The dyads of events with the happenings that they are reports of."""
    rows, members, happenings = DYADS.c, tables.happening_members.c, tables.happenings.c
    same = and_(members.article_id == rows.article_id, members.kind == "events", members.finding_id == rows.finding_id)
    return DYADS.outerjoin(tables.happening_members, same).outerjoin(
        tables.happenings, happenings.id == members.happening_id
    )


def in_order(columns: Any) -> tuple[ColumnElement[Any], ColumnElement[Any]]:
    """Both states of a row, the first by the alphabet first."""
    ways = ((columns.actor, columns.recipient), (columns.recipient, columns.actor))
    first, last = (case((columns.actor < columns.recipient, here), else_=there) for here, there in ways)
    return first, last


def select_happenings(choice: Choice, pairs: Sequence[tuple[str, str]] | None, *, directed: bool) -> Select[Any]:
    """Each happening once, as a row of SpanCount.

    It happened within the days in which its dated reports agree, where they do not, on those of the most exact one;
    undated reports leave it on the day of the first of them. Its score is the mean of its reports'.
    """
    rows, members, happenings = DYADS.c, tables.happening_members, tables.happenings
    actor, recipient = (rows.actor, rows.recipient) if directed else in_order(rows)
    name = func.coalesce(members.c.happening_id, rows.article_id + SPAN_MARK + rows.finding_id)
    dated = (func.max(case((rows.dated, rows.day))), func.min(case((rows.dated, rows.latest))))
    has_date = flag(rows.dated) > 0
    own = (happenings.c.first_day, happenings.c.last_day)
    days = [
        case(
            (~has_date, func.min(rows.day)),
            (dated[0].is_(None), None),
            (dated[0] <= dated[1], dated[at]),
            else_=own[at],
        )
        for at in (0, 1)
    ]
    conditions = [or_(*(between(rows, *pair) for pair in pairs))] if pairs else []
    conditions += alike(rows, choice, directed=directed)
    told = (
        select(
            actor.label("actor"),
            recipient.label("recipient"),
            days[0].label("day"),
            days[1].label("latest"),
            func.min(rows.type).label("type"),
            func.min(rows.quad).label("quad"),
            case((flag(rows.attributed) == func.count(), 1), else_=0).label("attributed"),
            case((has_date, 1), else_=0).label("dated"),
            func.avg(rows.score).label("score"),
        )
        .select_from(linked())
        .where(*conditions)
        .group_by(name, actor, recipient, *own)
        .subquery()
    )
    bounds = []
    if choice.since is not None:
        bounds.append(told.c.day >= choice.since)
    if choice.until is not None:
        bounds.append(told.c.latest <= choice.until)
    key = (told.c.actor, told.c.recipient, told.c.day, told.c.latest, told.c.type, told.c.quad, told.c.attributed)
    sums = (
        func.count().label("number"),
        func.sum(told.c.dated).label("dated"),
        func.sum(told.c.score).label("score"),
    )
    return select(*key[:2], span_of(*key[2:4]), *key[4:], *sums).where(*bounds).group_by(*key)
