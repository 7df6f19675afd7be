"""Contests: what is contested, and every account of one happening.

In: an open Database, days, ids. Out: Contests in order of the day. Refuses what finding a happening refuses.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, func, select, union_all

from ..errors import StoreError
from ..ledger.accounts import Contest, Version, make_contest
from ..ledger.contested import OUTLET, STATEMENT, Account, Dispute
from ..ledger.report import outlet_of
from ..ledger.take import make_speaker
from ..link import Mention
from ..record import KINDS as FINDINGS
from ..record import Actor, Agreement, Commitment, Event, Meeting
from . import tables
from .database import Database
from .find import check_limit, parse_day
from .rows import explain_damage
from .shelf import take_chunks

# So many contests are read at once.
PAGE = 50


def find_contests(
    database: Database, *, since: str | date | None = None, until: str | date | None = None, limit: int | None = None
) -> Iterator[Contest]:
    """What is contested, by the first day on which an article says so: what one side denies, figures of two sides that
    differ, and happenings of which articles tell different numbers of victims."""
    first = None if since is None else parse_day(since, what="since")
    last = None if until is None else parse_day(until, what="until")
    left = check_limit(limit)
    with database.reading() as connection:
        found = connection.execute(select_contested(first, last)).all()
    for at in range(0, len(found), PAGE):
        with database.reading() as connection:
            for row in found[at : at + PAGE]:
                if left is not None and left <= 0:
                    return
                contest = read_contest(connection, row.subject)
                if contest is not None and contest.is_contested:
                    left = None if left is None else left - 1
                    yield contest


def select_contested(since: str | None, until: str | None) -> Select[Any]:
    """The happenings (or the claims that stand for themselves) that are contested, with the first day of it."""
    members, disputes, victims = tables.happening_members, tables.disputes, tables.victims
    denied = select(
        func.coalesce(members.c.happening_id, disputes.c.anchor).label("subject"), disputes.c.day.label("day")
    ).join_from(disputes, members, members.c.id == disputes.c.anchor, isouter=True)
    counted = (
        select(members.c.happening_id.label("subject"), func.min(members.c.first_day).label("day"))
        .join_from(victims, members, members.c.id == victims.c.member)
        .group_by(members.c.happening_id, victims.c.outcome)
        .having(func.min(victims.c.count) != func.max(victims.c.count))
    )
    both = union_all(denied, counted).subquery()
    day = func.min(both.c.day)
    statement = select(both.c.subject, day.label("day")).group_by(both.c.subject)
    if since is not None:
        statement = statement.having(day >= since)
    if until is not None:
        statement = statement.having(day <= until)
    return statement.order_by(day.is_(None), day, both.c.subject)


def find_contest(database: Database, happening_id: str) -> Contest:
    """All accounts of a happening, contested or not."""
    with database.reading() as connection:
        found = read_contest(connection, happening_id)
    if found is None:
        raise StoreError(f"No account of {happening_id!r} is stored. List happenings: dragoman happenings.")
    return found


def read_contest(connection: Connection, subject: str) -> Contest | None:
    """The accounts of a happening, or of a claim that stands for itself; None where there are none."""
    members, disputes = tables.happening_members, tables.disputes
    articles = tables.articles
    columns = (articles.c.publisher, articles.c.url, articles.c.title, articles.c.published)
    statement = (
        select(members.c.id, members.c.kind, members.c.article_id, members.c.finding_id, members.c.body, *columns)
        .join_from(members, articles, articles.c.id == members.c.article_id)
        .where(members.c.happening_id == subject)
    )
    rows = connection.execute(statement).all()
    anchors = [row.id for row in rows] or [subject]
    bodies = [
        body
        for some in take_chunks(anchors)
        for body in connection.scalars(select(disputes.c.body).where(disputes.c.anchor.in_(some)))
    ]
    if not rows and not bodies:
        return None
    with explain_damage(f"of the happening {subject}"):
        told = sorted((Dispute.from_dict(body) for body in bodies), key=lambda each: each.accounts[0].words.start)
        told.sort(key=lambda each: (each.accounts[0].day or "9999", each.accounts[0].article_id))
        mentions = [Mention.from_dict(row.body) for row in rows]
        versions = read_versions(connection, rows)
    states = {state for mention in mentions for state in mention.states}
    kind = rows[0].kind if rows else "claims"
    return make_contest(subject, kind, versions=versions, disputes=told, states=states)


def read_versions(connection: Connection, rows: Sequence[Any]) -> list[Version]:
    """What each finding of a happening says."""
    found = []
    for row in rows:
        table = tables.findings[row.kind]
        statement = select(table.c.body).where(table.c.article_id == row.article_id, table.c.id == row.finding_id)
        body = connection.scalar(statement)
        if body is not None:
            found.append(make_version(row, FINDINGS[row.kind].from_dict(body)))
    return found


def make_version(row: Any, finding: Any) -> Version:
    """An account of a happening by one finding."""
    by = finding.attribution if isinstance(finding, Event) else None
    account = Account(
        OUTLET if by is None else STATEMENT,
        None if by is None else make_speaker(by),
        finding.evidence,
        row.article_id,
        outlet_of(row.publisher, row.url),
        row.title,
        row.published,
    )
    if isinstance(finding, Event):
        sides = " and ".join(part for part in (name(finding.actors), name(finding.recipients)) if part)
        joined = sides if not finding.recipients else f"{name(finding.actors)} to {name(finding.recipients)}"
        days = (finding.date.start, finding.date.end) if finding.date else None
        return Version(account, finding.type, days, joined or None)
    if isinstance(finding, Agreement):
        days = (finding.date.start, finding.date.end) if finding.date else None
        return Version(account, finding.kind, days, ", ".join(sorted(finding.parties)))
    if isinstance(finding, Commitment):
        amount = None if finding.amount is None else f"{finding.amount:,} {finding.currency or finding.unit or ''}"
        return Version(account, None, None, None, amount.strip() if amount else None, finding.deadline)
    if isinstance(finding, Meeting):
        days = (finding.date.start, finding.date.end) if finding.date else None
        return Version(account, finding.form, days, ", ".join(sorted(finding.countries)))
    return Version(account)


def name(actors: Sequence[Actor]) -> str:
    """The codes of actors."""
    return ", ".join(sorted({actor.code for actor in actors}))
