"""Evidence: the findings of a dyad one by one, each with its article, for whoever shows them.

In: an open Database, two states, days. Out: findings with the head of their article, the latest first, and how many
there are. Refuses codes that no stored text can match and days that are no days.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Column, ColumnElement, Select, Table, and_, func, select, union

from ..record import KINDS
from ..record.found import FindingRow, Found, SightingRow
from . import tables
from .choice import DYADS, Choice, alike, between, days_within, directions
from .database import Database
from .dyads import SPAN_MARK, name_span
from .find import parse_day
from .rows import explain_damage, require_text
from .sightings import make_sighting

# The kinds of finding that are of several states at once, with the table of their states and the columns of their days.
MUTUAL = {
    "agreements": ("agreement_parties", ("date_from", "date_to")),
    "commitments": ("commitment_parties", ()),
    "meetings": ("meeting_countries", ("date_from", "date_to")),
    "conditions": ("condition_parties", ()),
}
ROWS = DYADS.c
HEAD = ("title", "url", "publisher", "published")


def head() -> list[Column[Any]]:
    """The columns of an article that head its findings."""
    return [tables.articles.c[name] for name in HEAD]


def make_row(row: Any, kind: str) -> FindingRow:
    """The finding that a row holds."""
    with explain_damage(row.article_id):
        finding = KINDS[kind].from_dict(row.body)
    return FindingRow(row.article_id, row.title, row.url, row.publisher, row.published, row.day, finding)


def read_found(database: Database, statement: Select[Any], *, kind: str, order: Sequence[Any], limit: int) -> Found:
    """The first rows of a statement in an order, and the number of all."""
    with database.reading() as connection:
        rows = list(connection.execute(statement.order_by(*order).limit(limit)))
        count = len(rows)
        if count == limit:
            count = connection.scalar(select(func.count()).select_from(statement.subquery())) or 0
    return Found(tuple(make_row(row, kind) for row in rows), count)


def find_mutual(
    database: Database,
    kind: str,
    first: str,
    second: str,
    *,
    since: str | None = None,
    until: str | None = None,
    limit: int = 100,
) -> Found:
    """The agreements, commitments, meetings or conditions that both states are a party to, the latest first."""
    pair = directions(first, second, directed=True)[0]
    name, dates = MUTUAL[kind]
    findings, links = tables.findings[kind], tables.links[name]
    own = [findings.c[date] for date in dates]
    day = func.coalesce(*own, tables.articles.c.published) if own else tables.articles.c.published
    statement = (
        select_both(links, *pair)
        .with_only_columns(findings.c.article_id, findings.c.body, *head(), day.label("day"))
        .join(findings, and_(findings.c.article_id == links.c.article_id, findings.c.id == links.c.finding_id))
        .join(tables.articles, tables.articles.c.id == findings.c.article_id)
        .where(*days_between(day, since, until))
    )
    order = (day.is_(None), day.desc(), findings.c.article_id, findings.c.ordinal)
    return read_found(database, statement, kind=kind, order=order, limit=limit)


def select_both(links: Table, first: str, second: str) -> Select[Any]:
    """The rows by which findings are linked to the first of two states, of those that are linked to both."""
    other = links.alias("other")
    same = and_(other.c.article_id == links.c.article_id, other.c.finding_id == links.c.finding_id)
    return select(links).join(other, same).where(links.c.country == first, other.c.country == second)


def find_claims(
    database: Database,
    speaker: str,
    about: str,
    *,
    since: str | None = None,
    until: str | None = None,
    limit: int = 100,
) -> Found:
    """What speakers of one state say about another, the latest first."""
    pairs, claims = tables.claim_dyads, tables.findings["claims"]
    key = (pairs.c.day.desc(), pairs.c.article_id.desc())
    conditions = [
        pairs.c.speaker == require_text(speaker, what="code"),
        pairs.c.about == require_text(about, what="code"),
        *days_between(pairs.c.day, since, until),
    ]
    # The index alone finds the few that are shown; only these are read with their words.
    dated = [pairs.c.day.is_not(None)]
    shown = select(pairs).where(*conditions, *dated).order_by(*key).limit(limit).subquery()
    with database.reading() as connection:
        rows = list(connection.execute(select_claims(shown)))
        if len(rows) < limit and since is None and until is None:
            late = select(pairs).where(*conditions, pairs.c.day.is_(None)).order_by(pairs.c.article_id)
            rows += connection.execute(select_claims(late.limit(limit - len(rows)).subquery()))
        count = connection.scalar(select(func.count()).select_from(pairs).where(*conditions)) or 0
    rows.sort(key=lambda row: (row.article_id, row.ordinal))
    rows.sort(key=lambda row: row.day or "", reverse=True)
    return Found(tuple(make_row(row, claims.name) for row in rows), count)


def select_claims(shown: Any) -> Select[Any]:
    """The claims of some rows of `claim_dyads`, with the heads of their articles."""
    claims = tables.findings["claims"]
    return (
        select(claims.c.article_id, claims.c.ordinal, claims.c.body, *head(), shown.c.day)
        .join_from(shown, claims, and_(claims.c.article_id == shown.c.article_id, claims.c.id == shown.c.finding_id))
        .join(tables.articles, tables.articles.c.id == claims.c.article_id)
    )


def find_mentions(
    database: Database,
    actor: str,
    recipient: str,
    choice: Choice,
    *,
    span: str | None = None,
    directed: bool = False,
    newest: bool = False,
    voiced: bool = False,
    limit: int = 3,
) -> Found:
    """The events that one state does to another, in the order of publication, the `newest` first where asked for; those
    of both without a direction under one of the two unless `directed`. With `span` (a day, or two with a stroke
    between) only those of these very days; `voiced` are only those told in somebody's words."""
    events = tables.events
    conditions = [between(ROWS, actor, recipient), *alike(ROWS, choice, directed=directed), *days_within(choice)]
    if voiced:
        conditions.append(ROWS.attributed.is_(True))
    if span is not None:
        day, latest = (span.split(SPAN_MARK) * 2)[:2] if span else (None, None)
        # By the span the index finds the days.
        conditions.append(ROWS.span == name_span(day, latest))
        conditions += [ROWS.day.is_not_distinct_from(day), ROWS.latest.is_not_distinct_from(latest)]
    statement = select_events(conditions)
    published = tables.articles.c.published
    order = (published.is_(None), published.desc() if newest else published, events.c.article_id, events.c.ordinal)
    return read_found(database, statement, kind="events", order=order, limit=limit)


def find_ends(
    database: Database, first: str, second: str, choice: Choice
) -> tuple[FindingRow | None, FindingRow | None]:
    """The first and the last event of a dyad of those whose day is known; None where there is none."""
    pairs = directions(first, second, directed=False)
    found: list[FindingRow] = []
    with database.reading() as connection:
        for last in (False, True):
            keys: list[Any] = []
            for pair in pairs:
                conditions = [between(ROWS, *pair), *alike(ROWS, choice, directed=False), *days_within(choice)]
                # Of a known day the span is its month, so that this is the order of the index.
                order = (ROWS.span.desc(), ROWS.day.desc()) if last else (ROWS.span, ROWS.day)
                statement = select(ROWS.day, ROWS.article_id, ROWS.finding_id, ROWS.actor, ROWS.recipient)
                ends = statement.where(*conditions, ROWS.day == ROWS.latest).order_by(*order).limit(1)
                keys += connection.execute(ends).all()
            for key in sorted(keys, key=lambda key: key.day, reverse=last)[:1]:
                same = [getattr(ROWS, name) == value for name, value in key._mapping.items()]
                found.append(make_row(connection.execute(select_events(same)).one(), "events"))
    return (found[0], found[1]) if found else (None, None)


def select_events(conditions: Sequence[ColumnElement[bool]]) -> Select[Any]:
    """The events of some rows of `event_dyads`, with the heads of their articles."""
    events = tables.events
    same = and_(events.c.article_id == ROWS.article_id, events.c.id == ROWS.finding_id)
    return (
        select(events.c.article_id, events.c.body, *head(), ROWS.day)
        .join_from(tables.event_dyads, events, same)
        .join(tables.articles, tables.articles.c.id == events.c.article_id)
        .where(*conditions)
    )


def find_officials(
    database: Database,
    country: str,
    first: str,
    second: str,
    *,
    since: str | None = None,
    until: str | None = None,
    limit: int = 100,
) -> list[SightingRow]:
    """Whom articles with an event or a meeting of a dyad introduce with an office of one state, the latest first."""
    seen, articles = tables.sightings, tables.articles
    about = union(
        *(select(ROWS.article_id).where(between(ROWS, *pair)) for pair in directions(first, second, directed=False)),
        select_both(tables.links["meeting_countries"], first, second).with_only_columns(
            tables.links["meeting_countries"].c.article_id
        ),
    )
    statement = (
        select(seen, *head())
        .join_from(seen, articles, articles.c.id == seen.c.article_id)
        .where(seen.c.country == require_text(country, what="code"), seen.c.article_id.in_(about))
        .where(*days_between(seen.c.day, since, until))
        .order_by(seen.c.day.is_(None), seen.c.day.desc(), seen.c.article_id, seen.c.finding_id)
        .limit(limit)
    )
    with database.reading() as connection:
        rows = list(connection.execute(statement))
    return [SightingRow(row.title, row.url, row.publisher, row.published, make_sighting(row)) for row in rows]


def count_articles(database: Database, first: str, second: str, choice: Choice, *, directed: bool = False) -> int:
    """How many articles report an event of the dyad."""
    parts = [
        select(ROWS.article_id)
        .where(between(ROWS, *pair), *alike(ROWS, choice, directed=directed), *days_within(choice))
        .distinct()
        for pair in directions(first, second, directed=directed)
    ]
    with database.reading() as connection:
        return connection.scalar(select(func.count()).select_from(union(*parts).subquery())) or 0


def days_between(day: ColumnElement[Any], since: str | None, until: str | None) -> list[ColumnElement[bool]]:
    """That a day lies from `since` to `until`, both included."""
    conditions = []
    if since is not None:
        conditions.append(day >= parse_day(since, what="since"))
    if until is not None:
        conditions.append(day <= parse_day(until, what="until"))
    return conditions
