"""Stream: what the database holds, article by article, for exports that must not hold it in memory.

In: an open Database and a Selection. Out: records that hold the findings that fit it, by day of publication and id,
those without a day last, all from one unchanging view. Refuses kinds that are none and days that are no days.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, or_, select

from ..errors import StoreError
from ..record import (
    KINDS,
    Actor,
    Agreement,
    Article,
    Claim,
    Commitment,
    Condition,
    Event,
    Finding,
    Meeting,
    Person,
    Record,
)
from . import tables
from .columns import LINKS
from .database import Database
from .find import parse_day
from .rows import build_record, explain_damage, find_days, require_text

# Articles read at once: few enough to hold with their texts and findings, many enough that the queries do not count.
BATCH = 200


@dataclass(frozen=True, slots=True)
class Selection:
    """Which findings are wanted: of these `kinds`, of both members of a `dyad`, of the days `since` to `until`.

    A member is a country code or a canonical name. An event counts by its own days, and without any by the day of
    publication, by which all other findings count.
    """

    kinds: tuple[str, ...] = tuple(KINDS)
    dyad: tuple[str, str] | None = None
    since: str | date | None = None
    until: str | date | None = None

    def checked(self) -> Selection:
        """The same with ISO days. Raises StoreError on what no stored finding can match."""
        for kind in self.kinds:
            if kind not in KINDS:
                raise StoreError(f"The kind {kind!r} is none. Allowed: {', '.join(KINDS)}.")
        for member in self.dyad or ():
            require_text(member, what="member of the dyad")
        since = None if self.since is None else parse_day(self.since, what="since")
        until = None if self.until is None else parse_day(self.until, what="until")
        return Selection(self.kinds, self.dyad, since, until)

    @property
    def is_open(self) -> bool:
        """Whether everything is wanted, articles without findings too."""
        return set(self.kinds) == set(KINDS) and self.dyad is None and self.since is None and self.until is None

    def fits(self, finding: Finding, article: Article) -> bool:
        """Whether a finding of a wanted kind has the dyad and the days."""
        days = find_days(finding, article) if isinstance(finding, Event) else (article.published, article.published)
        return self._in_days(*days) and (self.dyad is None or joins(finding, *self.dyad))

    def _in_days(self, first: str | None, last: str | None) -> bool:
        if self.since is None and self.until is None:
            return True
        if first is None or last is None:
            return False
        return (self.since is None or last >= str(self.since)) and (self.until is None or first <= str(self.until))


@dataclass(frozen=True, slots=True)
class StoredRecord:
    """A record as it is stored: `coder` made it, `last_coded` is when, an ISO 8601 second in UTC."""

    record: Record
    coder: str
    last_coded: str


def stream_records(database: Database, selection: Selection) -> Iterator[StoredRecord]:
    """The records with the findings that fit, one after the other; without refused findings.

    One reading transaction stays open to the end. An article without a fitting finding is left out unless all are
    wanted.
    """
    wanted = selection.checked()
    with database.reading() as connection:
        for dated in (True, False):
            statement = select_articles(wanted, dated=dated)
            options = {"stream_results": True, "yield_per": BATCH}
            for articles in connection.execute(statement, execution_options=options).partitions(BATCH):
                bodies = read_bodies(connection, [row.id for row in articles], wanted.kinds)
                for row in articles:
                    record = keep_fitting(build_record(row._mapping, bodies[row.id]), wanted)
                    if wanted.is_open or record.findings():
                        yield StoredRecord(record, row.coder, row.last_coded)


def select_articles(wanted: Selection, *, dated: bool) -> Select[Any]:
    """The articles that may hold a fitting finding, in order."""
    key, day = tables.articles.c.id, tables.articles.c.published
    statement = select(tables.articles).where(day.is_not(None) if dated else day.is_(None))
    if wanted.since is not None or wanted.until is not None:
        statement = statement.where(or_(*(_within_days(kind, wanted) for kind in wanted.kinds)))
    if wanted.dyad is not None:
        members = wanted.dyad
        statement = statement.where(or_(*(_holds_members(kind, members) for kind in wanted.kinds)))
    return statement.order_by(*([day, key] if dated else [key]))


def _within_days(kind: str, wanted: Selection) -> ColumnElement[bool]:
    articles, events = tables.articles, tables.events
    first, last = (events.c.first_day, events.c.last_day) if kind == "events" else (articles.c.published,) * 2
    limits = []
    if wanted.since is not None:
        limits.append(last >= wanted.since)
    if wanted.until is not None:
        limits.append(first <= wanted.until)
    return articles.c.id.in_(select(events.c.article_id).where(*limits)) if kind == "events" else and_(*limits)


def _holds_members(kind: str, members: tuple[str, str]) -> ColumnElement[bool]:
    """Whether the findings of a kind name both members at all; `joins` tells whether one finding joins them."""
    key = tables.articles.c.id
    if kind == "persons":
        return or_(*(key.in_(each) for member in members for each in _select_named(kind, member)))
    return and_(*(or_(*(key.in_(each) for each in _select_named(kind, member))) for member in members))


def _select_named(kind: str, member: str) -> Iterator[Select[Any]]:
    """The ids of the articles with a finding of the kind that names a member: one statement for each table."""
    for name in dict.fromkeys(link.table for link in LINKS if link.kind == kind):
        table = tables.links[name]
        yield select(table.c.article_id).where(table.c.country == member)
        if "name" in table.c:
            yield select(table.c.article_id).where(table.c.name == member)
    own = tables.findings[kind]
    for column in ("speaker_country", "speaker_name") if kind == "claims" else ():
        yield select(own.c.article_id).where(own.c[column] == member)
    for column in ("country", "name") if kind == "persons" else ():
        yield select(own.c.article_id).where(own.c[column] == member)


def read_bodies(
    connection: Connection, article_ids: list[str], kinds: tuple[str, ...]
) -> defaultdict[str, defaultdict[str, list[dict[str, Any]]]]:
    """The findings of some articles as they are stored, by article and kind, each in order."""
    bodies: defaultdict[str, defaultdict[str, list[dict[str, Any]]]] = defaultdict(lambda: defaultdict(list))
    for kind in kinds:
        table = tables.findings[kind]
        statement = select(table.c.article_id, table.c.body).where(table.c.article_id.in_(article_ids))
        for row in connection.execute(statement.order_by(table.c.article_id, table.c.ordinal)):
            bodies[row.article_id][kind].append(row.body)
    return bodies


def keep_fitting(record: Record, wanted: Selection) -> Record:
    """The record with only the findings that fit."""
    with explain_damage(record.article.id):
        kept: dict[str, Any] = {
            kind: tuple(finding for finding in getattr(record, kind) if wanted.fits(finding, record.article))
            for kind in KINDS
        }
    return Record(record.article, **kept)


def joins(finding: Finding, first: str, second: str) -> bool:
    """Whether a finding is about both members: what one does to, promises to or says of the other, or both share.

    A person joins nobody and counts for either state.
    """
    match finding:
        case Event():
            return _does(finding, first, second) or _does(finding, second, first)
        case Claim(speaker=speaker, about=about):
            said = [(first, second), (second, first)]
            return any(_means(speaker, one) and other in about for one, other in said)
        case Person(country=country, name=name):
            return bool({country, name} & {first, second})
        case Agreement(parties=named) | Condition(parties=named):
            actors: tuple[Actor, ...] = ()
        case Commitment(parties=named, promised_by=actors) | Meeting(countries=named, participants=actors):
            pass
        case _:
            raise StoreError(f"A finding of the class {type(finding).__name__} has no members.")
    return all(member in named or any(_means(actor, member) for actor in actors) for member in (first, second))


def _does(event: Event, source: str, target: str) -> bool:
    """As `find.select_pair` has it: source acts on target, or both act and nobody is acted on."""
    doers = [at for at, actor in enumerate(event.actors) if _means(actor, source)]
    if any(_means(recipient, target) for recipient in event.recipients):
        return bool(doers)
    others = [at for at, actor in enumerate(event.actors) if _means(actor, target)]
    return not event.recipients and any(at != other for at in doers for other in others)


def _means(actor: Actor | None, member: str) -> bool:
    return actor is not None and member in (actor.country, actor.name)
