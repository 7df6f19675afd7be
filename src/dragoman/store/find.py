"""Find: what the database holds, as records, rows of a list, and counts.

In: an open Database and the filters. Out: values of the record, never SQL rows. Refuses filters that no stored text
can match and days that are no days.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, Table, and_, func, or_, select, union, union_all
from sqlalchemy.sql.elements import ColumnElement
from sqlalchemy.sql.selectable import CompoundSelect

from ..errors import StoreError
from ..record import KINDS, Event, Record
from . import tables
from .database import Database
from .pages import read_pages
from .rows import build_record, explain_damage, require_text

# A shorter beginning of an id would stand for too many articles to be meant.
PREFIX_LENGTH = 4

# How many ids an error about an ambiguous beginning shows.
SHOWN_IDS = 5


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article in a list: all but its text, with `counts` of its findings by kind and of its `refused` ones."""

    id: str
    title: str | None
    url: str | None
    publisher: str | None
    published: str | None
    updated: str | None
    dateline: str | None
    language: str
    coder: str
    first_coded: str
    last_coded: str
    counts: Mapping[str, int]
    refused: int


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event in a list, with its article. `day` orders the list: the event's first day, where that is not known
    the day of publication, None where neither is."""

    article_id: str
    title: str | None
    url: str | None
    publisher: str | None
    published: str | None
    day: str | None
    event: Event


ARTICLE_COLUMNS = tuple(
    tables.articles.c[name] for name in ArticleRow.__dataclass_fields__ if name not in ("counts", "refused")
)


def resolve_id(connection: Connection, prefix: str) -> str:
    """The one article whose id is `prefix`, or begins with it where it has at least 4 characters."""
    found = match_ids(connection, prefix)
    if not found:
        rule = f" A beginning needs at least {PREFIX_LENGTH} characters." if len(prefix) < PREFIX_LENGTH else ""
        raise StoreError(f"No stored article has an id that is or begins with {prefix!r}.{rule} List the articles.")
    return found


def match_ids(connection: Connection, prefix: str) -> str | None:
    """The id that `prefix` stands for, None where there is none; refuses one that stands for several."""
    require_text(prefix, what="article id")
    key = tables.articles.c.id
    # Ids are sorted by bytes, so those with one beginning stand together, the beginning itself first.
    near: list[str] = list(connection.scalars(select(key).where(key >= prefix).order_by(key).limit(SHOWN_IDS + 1)))
    found = [each for each in near if each.startswith(prefix)]
    if prefix in found:
        return prefix
    if not found or len(prefix) < PREFIX_LENGTH:
        return None
    if len(found) > 1:
        more = " and more" if len(found) > SHOWN_IDS else ""
        raise StoreError(
            f"Several stored articles have an id that begins with {prefix!r}: {', '.join(found[:SHOWN_IDS])}{more}. "
            "Give more characters."
        )
    return found[0]


def read_record(connection: Connection, article_id: str) -> Record:
    """The stored record of one article, by its whole id."""
    article = connection.execute(select(tables.articles).where(tables.articles.c.id == article_id)).one()
    bodies = {}
    for table in (*tables.findings.values(), tables.refusals):
        statement = select(table.c.body).where(table.c.article_id == article_id).order_by(table.c.ordinal)
        bodies[table.name] = list(connection.scalars(statement))
    return build_record(article._mapping, bodies)


def find_articles(
    database: Database,
    *,
    country: str | None = None,
    since: str | date | None = None,
    until: str | date | None = None,
    limit: int | None = None,
    after: str | None = None,
) -> Iterator[ArticleRow]:
    """The articles by day of publication and id, those without a day last, from behind the article `after` on."""
    statement = select(*ARTICLE_COLUMNS)
    day, key = tables.articles.c.published, tables.articles.c.id
    if since is not None:
        statement = statement.where(day >= parse_day(since, what="since"))
    if until is not None:
        statement = statement.where(day <= parse_day(until, what="until"))
    if country is not None:
        statement = statement.where(key.in_(select_country(require_text(country, what="country"))))
    position = None
    if after is not None:
        with database.reading() as connection:
            whole = resolve_id(connection, after)
            position = (connection.scalar(select(day).where(key == whole)), whole)
    for page in read_pages(database, statement, day=day, ties=[key], limit=check_limit(limit), after=position):
        with database.reading() as connection:
            counts = {table: count_rows(connection, table, [row.id for row in page]) for table in counted_tables()}
        for row in page:
            by_kind = {kind: counts[kind][row.id] for kind in KINDS}
            yield ArticleRow(**row._mapping, counts=by_kind, refused=counts["refusals"][row.id])


def find_events(
    database: Database,
    *,
    dyad: tuple[str, str] | None = None,
    actor: str | None = None,
    type: str | None = None,
    since: str | date | None = None,
    until: str | date | None = None,
    limit: int | None = None,
) -> Iterator[EventRow]:
    """The events by day, article and order in it; those without a day last. All filters must hold.

    A member of a dyad or an actor is a country code or a canonical name. `since` and `until` keep events of which
    at least one day lies between them.
    """
    events, articles = tables.events, tables.articles
    columns = [articles.c[name] for name in ("title", "url", "publisher", "published")]
    statement = select(events.c.article_id, events.c.first_day, events.c.ordinal, events.c.body, *columns).join_from(
        events, articles, events.c.article_id == articles.c.id
    )
    if since is not None:
        statement = statement.where(events.c.last_day >= parse_day(since, what="since"))
    if until is not None:
        statement = statement.where(events.c.first_day <= parse_day(until, what="until"))
    if type is not None:
        statement = statement.where(events.c.type == require_text(type, what="type"))
    for keys in select_keys(dyad, actor):
        chosen = keys.subquery()
        statement = statement.join(
            chosen, and_(chosen.c.article_id == events.c.article_id, chosen.c.finding_id == events.c.id)
        )
    ties = [events.c.article_id, events.c.ordinal]
    for page in read_pages(database, statement, day=events.c.first_day, ties=ties, limit=check_limit(limit)):
        for row in page:
            with explain_damage(row.article_id):
                event = Event.from_dict(row.body)
            yield EventRow(row.article_id, row.title, row.url, row.publisher, row.published, row.first_day, event)


def select_keys(dyad: tuple[str, str] | None, actor: str | None) -> Iterator[Select[Any] | CompoundSelect[Any]]:
    """The keys of the events that a dyad and an actor take part in."""
    if dyad is not None:
        first, second = (require_text(member, what="member of the dyad") for member in dyad)
        yield union(select_pair(first, second), select_pair(second, first))
    if actor is not None:
        keys = tables.event_actors
        meant = is_member(keys, require_text(actor, what="actor"))
        yield select(keys.c.article_id, keys.c.finding_id).where(meant).distinct()


def select_pair(source: str, target: str) -> Select[Any]:
    """The keys of the events that `source` does to `target`, or that both do with no one else as the recipient."""
    doer, other, anyone = (tables.event_actors.alias(name) for name in ("doer", "other", "anyone"))
    same = and_(other.c.article_id == doer.c.article_id, other.c.finding_id == doer.c.finding_id)
    received = (
        select(anyone.c.finding_id)
        .where(
            anyone.c.article_id == doer.c.article_id,
            anyone.c.finding_id == doer.c.finding_id,
            anyone.c.role == "recipient",
        )
        .exists()
    )
    together = and_(other.c.role == "actor", other.c.ordinal != doer.c.ordinal, ~received)
    return (
        select(doer.c.article_id, doer.c.finding_id)
        .join_from(doer, other, same)
        .where(is_member(doer, source), doer.c.role == "actor", is_member(other, target))
        .where(or_(other.c.role == "recipient", together))
    )


def is_member(actors: Any, member: str) -> ColumnElement[bool]:
    """Whether an actor's row means `member`: by its country or by its canonical name."""
    return or_(actors.c.country == member, actors.c.name == member)


def select_country(country: str) -> CompoundSelect[Any]:
    """The ids of the articles with a finding in which `country` takes part, speaks, is spoken of or is served."""
    places = [(table, table.c.country) for table in tables.links.values()]
    places.append((tables.findings["claims"], tables.findings["claims"].c.speaker_country))
    places.append((tables.findings["persons"], tables.findings["persons"].c.country))
    return union_all(*(select(table.c.article_id).where(column == country) for table, column in places))


def count_all(connection: Connection) -> dict[str, int]:
    """How many articles, findings of each kind and refused findings are stored."""
    named: dict[str, Table] = {"articles": tables.articles, **tables.findings, "refused": tables.refusals}
    return {name: connection.scalar(select(func.count()).select_from(table)) or 0 for name, table in named.items()}


def counted_tables() -> tuple[str, ...]:
    """The tables whose rows are counted for each article of a list."""
    return (*KINDS, "refusals")


def count_rows(connection: Connection, table: str, article_ids: list[str]) -> defaultdict[str, int]:
    """How many rows of a table each article has."""
    key = tables.metadata.tables[table].c.article_id
    counted = connection.execute(select(key, func.count()).where(key.in_(article_ids)).group_by(key))
    return defaultdict(int, {row[0]: row[1] for row in counted})


def parse_day(day: str | date, *, what: str) -> str:
    """An ISO day for a filter."""
    try:
        meant = date.fromisoformat(day) if isinstance(day, str) else day
    except ValueError:
        raise StoreError(f"The day {day!r} given as {what} is no day. Write it as 2025-06-04.") from None
    # A datetime is a date too, but writes its time as well.
    return date(meant.year, meant.month, meant.day).isoformat()


def check_limit(limit: int | None) -> int | None:
    """The limit itself; refuses a negative one."""
    if limit is not None and limit < 0:
        raise StoreError(f"The limit {limit} is below 0. Give 0 or more, or none for all.")
    return limit
