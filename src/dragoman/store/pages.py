"""Pages: read a long answer a piece at a time, each in a short transaction of its own.

In: a statement, the column of its day and the columns that break ties. Out: its rows in order of the day, those
without a day last. No cursor stays open between pages, so a slow reader holds nobody up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, tuple_

from .database import Database

# Rows read at once: few enough to hold with their texts, many enough that the round trips do not count.
PAGE_ROWS = 200


def read_pages(
    database: Database,
    statement: Select[Any],
    *,
    day: ColumnElement[Any],
    ties: Sequence[ColumnElement[Any]],
    limit: int | None = None,
    after: tuple[Any, ...] | None = None,
) -> Iterator[list[Row[Any]]]:
    """The rows of `statement` page by page, from behind the position `after` (its day and ties) on."""
    left = limit
    for dated in (True, False):
        if dated and after is not None and after[0] is None:
            continue
        order = [day, *ties] if dated else list(ties)
        part = statement.where(day.is_not(None) if dated else day.is_(None)).order_by(*order)
        position = None
        if after is not None and dated == (after[0] is not None):
            position = after if dated else after[1:]
        while left is None or left > 0:
            size = PAGE_ROWS if left is None else min(PAGE_ROWS, left)
            page = part if position is None else part.where(tuple_(*order) > tuple_(*position))
            with database.reading() as connection:
                rows = list(connection.execute(page.limit(size)))
            if rows:
                yield rows
            if left is not None:
                left -= len(rows)
            if len(rows) < size:
                break
            position = tuple(rows[-1]._mapping[column] for column in order)
