"""Ledger: the lines of agreements and promises, asked for by what a person knows of them.

In: an open Database, filters, ids. Out: Lines in order of the day they are due, those without one last. Refuses filters
that mean nothing, and ids that no report of a line has or several have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, or_, select

from ..errors import StoreError
from ..ledger import LEDGER_VERSION, STATUSES, Line
from ..ledger.days import days_of
from . import tables
from .database import Database
from .find import PREFIX_LENGTH, SHOWN_IDS, check_limit, parse_day
from .ledger_rows import OPEN
from .pages import read_pages
from .rows import explain_damage, require_text

KINDS = ("agreements", "commitments")
# So many lines of a mark are counted at most to tell which mark is rarest.
COUNTED = 5000
# So many lines are sorted in no time.
FEW = 1000
_UNIT = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


@dataclass(frozen=True, slots=True)
class LineChoice:
    """Which lines are wanted; all that is given must hold. `due` is an ISO year, month or day within which the last day
    lies; `parties` must all take part; `overdue_on` is the ISO day before which the last day lies while nothing was
    reported. A status counts also where only somebody says it."""

    kind: str | None = None
    due: str | None = None
    parties: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    status: str | None = None
    min_amount: float | None = None
    currency: str | None = None
    overdue_on: str | None = None

    def __post_init__(self) -> None:
        if self.kind is not None and self.kind not in KINDS:
            raise StoreError(f"There are no lines of the kind {self.kind!r}. Allowed: {', '.join(KINDS)}.")
        if self.status is not None and self.status not in STATUSES:
            raise StoreError(f"{self.status!r} is no status of a line. Allowed: {', '.join(STATUSES)}.")
        if self.due is not None:
            check_unit(self.due)
        if self.overdue_on is not None:
            object.__setattr__(self, "overdue_on", parse_day(self.overdue_on, what="as of"))
        for each in (*self.parties, *self.topics, *([self.currency] if self.currency else [])):
            require_text(each, what="code")

    @property
    def marks(self) -> list[str]:
        """The marks that a line must have."""
        return [
            *(f"party:{code}" for code in self.parties),
            *(f"topic:{topic}" for topic in self.topics),
            *([f"status:{self.status}"] if self.status else []),
            *([OPEN] if self.overdue_on else []),
            *([f"kind:{self.kind}"] if self.kind else []),
        ]


def check_unit(unit: str) -> str:
    """An ISO year, month or day itself; refuses anything else."""
    try:
        if _UNIT.fullmatch(unit) is None:
            raise ValueError(unit)
        date.fromisoformat(days_of(unit)[1])
    except ValueError:
        raise StoreError(
            f"{unit!r} is no year, month or day in which something is due. Write it as 2028, 2028-06 or 2028-06-30."
        ) from None
    return unit


def find_lines(database: Database, choice: LineChoice, *, limit: int | None = None) -> Iterator[Line]:
    """The lines of a choice by the day they are due and their id, those without such a day last."""
    lines, marks = tables.ledger_lines, tables.ledger_marks
    with database.reading() as connection:
        wanted, by_amount = order_marks(connection, choice)
    if wanted and not by_amount:
        lead = marks.alias("lead")
        due, name = lead.c.due, lead.c.line_id
        statement = select(name, due, lines.c.body).join(lines, lines.c.id == name).where(lead.c.mark == wanted.pop(0))
    else:
        due, name = lines.c.due, lines.c.id
        statement = select(name, due, lines.c.body)
    for mark in wanted:
        other = marks.alias()
        has = select(other.c.line_id).where(other.c.line_id == name, other.c.mark == mark).exists()
        statement = statement.where(has)
    for condition in conditions_of(choice, due, through_marks=bool(choice.marks) and not by_amount):
        statement = statement.where(condition)
    for page in read_pages(database, statement, day=due, ties=[name], limit=check_limit(limit)):
        for row in page:
            with explain_damage(f"of the ledger line {row[0]}"):
                line = Line.from_dict(row.body)
            yield line


def order_marks(connection: Connection, choice: LineChoice) -> tuple[list[str], bool]:
    """The marks of a choice, the rarest first, and whether the amount leaves fewer lines than any of them: by what is
    rarest the others are looked through."""
    lines, marks = tables.ledger_lines, tables.ledger_marks
    counted = []
    for mark in choice.marks if len(choice.marks) > 1 or choice.min_amount is not None else ():
        some = select(marks.c.line_id).where(marks.c.mark == mark).limit(COUNTED).subquery()
        counted.append((connection.scalar(select(func.count()).select_from(some)) or 0, mark))
    if not counted:
        return choice.marks, False
    ordered = [mark for _, mark in sorted(counted, key=lambda pair: pair[0])]
    if choice.min_amount is None or choice.currency is None:
        return ordered, False
    large = select(lines.c.id).where(lines.c.currency == choice.currency, lines.c.amount >= choice.min_amount)
    few = connection.scalar(select(func.count()).select_from(large.limit(COUNTED).subquery())) or 0
    # What the amount finds must be sorted; many are found sooner on the way through a mark, which is in order.
    return ordered, few < min(FEW, *(count for count, _ in counted))


def conditions_of(choice: LineChoice, due: ColumnElement[Any], *, through_marks: bool) -> Iterator[ColumnElement[bool]]:
    """The conditions of a choice on the day that lines are due, and on their amounts. On the way through a mark the
    amount is reckoned, so that no index of amounts leads the database off the order of the days."""
    lines = tables.ledger_lines
    amount: ColumnElement[Any] = lines.c.amount + 0 if through_marks else lines.c.amount
    currency: ColumnElement[Any] = lines.c.currency.concat("") if through_marks else lines.c.currency
    if choice.due is not None:
        first, last = days_of(choice.due)
        yield due >= first
        yield due <= last
    if choice.overdue_on is not None:
        yield due < choice.overdue_on
    if choice.min_amount is not None:
        yield amount >= choice.min_amount
    if choice.currency is not None:
        yield currency == choice.currency


def find_line(database: Database, name: str) -> Line:
    """The line of an id: its own, that of any of its reports or happenings, or the beginning of one."""
    with database.reading() as connection:
        return read_line(connection, resolve_line(connection, name))


def read_line(connection: Connection, name: str) -> Line:
    """The line with this id."""
    body = connection.scalar(select(tables.ledger_lines.c.body).where(tables.ledger_lines.c.id == name))
    with explain_damage(f"of the ledger line {name}"):
        return Line.from_dict(body or {})


def resolve_line(connection: Connection, name: str) -> str:
    """The id of the line that an id, or the beginning of one, means now."""
    rows = match_reports(connection, name)
    homes = {row.line_id for row in rows}
    if len(homes) > 1:
        shown = ", ".join(sorted({row.id for row in rows})[:SHOWN_IDS])
        whole = len({row.id for row in rows}) == 1
        more = (
            f"is in several lines: {', '.join(sorted(homes)[:SHOWN_IDS])}" if whole else f"begins several ids: {shown}"
        )
        raise StoreError(f"{name!r} {more}. Give one of them, or more characters.")
    if not homes:
        rule = f" A beginning needs at least {PREFIX_LENGTH} characters." if len(name) < PREFIX_LENGTH else ""
        waiting = count_outside(connection)
        hint = f" {waiting} articles are not in the ledger yet: dragoman link." if waiting else ""
        raise StoreError(f"No line of the ledger has an id that is or begins with {name!r}.{rule}{hint} List them.")
    return str(homes.pop())


def match_reports(connection: Connection, name: str) -> Sequence[Any]:
    """The reports whose id is `name` or begins with it, each with a line that it is in."""
    reports, links = tables.ledger_reports, tables.ledger_line_reports
    require_text(name, what="id of a line")
    statement = select(reports.c.id, links.c.line_id).join_from(reports, links, links.c.report == reports.c.number)
    own = connection.scalar(select(tables.ledger_lines.c.id).where(tables.ledger_lines.c.id == name))
    if own is not None:
        return connection.execute(statement.where(reports.c.id == name, links.c.line_id == name)).all()
    whole = connection.execute(statement.where(reports.c.id == name)).all()
    if whole or len(name) < PREFIX_LENGTH:
        return whole
    near = connection.execute(statement.where(reports.c.id >= name).order_by(reports.c.id).limit(SHOWN_IDS + 1))
    found = [row for row in near if row.id.startswith(name)]
    # A line and the first report of it have one id.
    lines = [row for row in found if row.id == row.line_id]
    return lines if len(lines) == 1 else found


def count_outside(connection: Connection) -> int:
    """How many articles were stored before this dragoman entered their reports."""
    articles = tables.articles
    stale = or_(articles.c.entered.is_(None), articles.c.entered != LEDGER_VERSION)
    return connection.scalar(select(func.count()).select_from(articles).where(stale)) or 0
