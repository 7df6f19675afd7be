"""Fill: many invented stories into the tables of a store, past what would make it slow.

In: an open Store that is empty, a number of events. Out: the tables of articles, findings, dyads and happenings, filled
as saving fills them. The ledger, the bands of near-copies and the digests are left out: nothing measured reads them.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from invented import make_stories
from sqlalchemy import JSON, Connection, text

from dragoman.link.mention import Mention, take_mentions
from dragoman.record import KINDS, Article, Event, Record, take_sightings
from dragoman.record.happening import name_member
from dragoman.store import Store, tables
from dragoman.store.columns import LINKS
from dragoman.store.dyads import make_claim_dyad_rows, make_dyad_rows
from dragoman.store.rows import Row, find_days, make_finding_row, make_link_rows, make_sighting_row

BATCH = 2000
CODED = {"coder": "invented", "first_coded": "2025-01-01T00:00:00Z", "last_coded": "2025-01-01T00:00:00Z"}


def fill(store: Store, events: int) -> None:
    """Write the rows, then build the indexes and let the database look at them."""
    indexes = [index for table in tables.metadata.sorted_tables for index in table.indexes]
    with store._database.writing() as connection:
        postgresql = connection.dialect.name == "postgresql"
        for index in indexes:
            index.drop(connection)
        # Rows come in the order of their keys, and the months are counted when all are there.
        if postgresql:
            connection.execute(text("SET LOCAL session_replication_role = replica"))
        triggers = [] if postgresql else take_triggers(connection)
        writer = Writer(connection)
        for story, articles in make_stories(events):
            writer.add(story, articles)
        writer.flush()
        key = ", ".join(column.name for column in tables.dyad_spans.primary_key.columns)
        sums = "count(*), sum(CASE WHEN dated THEN 1 ELSE 0 END), sum(score)"
        counted = f"SELECT {key}, {sums} FROM event_dyads GROUP BY {key}"
        connection.execute(text(f"INSERT INTO dyad_spans ({key}, number, dated, score) {counted}"))
        for trigger in triggers:
            connection.exec_driver_sql(trigger)
        for index in indexes:
            index.create(connection)
    with store._database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as plain:
        plain.execute(text("VACUUM ANALYZE" if postgresql else "ANALYZE"))


def take_triggers(connection: Connection) -> list[str]:
    """Drop the triggers of SQLite; the statements that make them again."""
    found = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")).all()
    for name, _ in found:
        connection.execute(text(f"DROP TRIGGER {name}"))
    return [sql for _, sql in found]


class Writer:
    """Collects rows and hands them to the driver, many at once. What tells one story is linked: it was made so."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.rows: defaultdict[str, list[Row]] = defaultdict(list)
        self.number = 0

    def add(self, story: Record, articles: list[Article]) -> None:
        """Take all articles that tell a story. Their findings differ in their article and its day alone."""
        findings = {
            kind: [make_finding_row(each, story.article, kind=kind, ordinal=at) for at, each in enumerate(found)]
            for kind in KINDS
            if (found := getattr(story, kind))
        }
        for row in (row for many in findings.values() for row in many):
            row["body"] = json.dumps(row["body"], ensure_ascii=False)
        links = {
            link: [row for each in getattr(story, link.kind) for row in make_link_rows(each, story.article, link=link)]
            for link in LINKS
        }
        happenings: dict[str, str] = {}
        mentions = take_mentions(Record(replace(story.article, published=articles[0].published), story.events))
        for article in articles:
            self.number += 1
            about = {"number": self.number, "content_digest": "", "linked": "1", **CODED}
            self.rows["articles"].append({**article.to_dict(), **about})
            for kind, many in findings.items():
                self.rows[kind] += [self._turn(row, article, story.events) for row in many]
            for link, many in links.items():
                self.rows[link.table] += [{**row, "article_id": article.id} for row in many]
            self._add_derived(
                Record(article, story.events, claims=story.claims, persons=story.persons), mentions, happenings
            )
        if self.number % BATCH < len(articles):
            self.flush()

    def _turn(self, row: Row, article: Article, events: tuple[Event, ...]) -> Row:
        """The row of a finding in another article."""
        turned = {**row, "article_id": article.id}
        if "first_day" in row:
            turned["first_day"], turned["last_day"] = find_days(events[row["ordinal"]], article)
        return turned

    def _add_derived(self, record: Record, mentions: Sequence[Mention], happenings: dict[str, str]) -> None:
        """The dyads, the sightings and the happenings of an article."""
        article = record.article
        self.rows["event_dyads"] += [row for each in record.events for row in make_dyad_rows(each, article)]
        self.rows["claim_dyads"] += [row for each in record.claims for row in make_claim_dyad_rows(each, article)]
        self.rows["sightings"] += [make_sighting_row(each) for each in take_sightings(record)]
        for mention in mentions:
            name = name_member(mention.kind, article.id, mention.finding_id)
            first, last = mention.window or (None, None)
            days = {"first_day": first, "last_day": last}
            if mention.finding_id not in happenings:
                happenings[mention.finding_id] = name
                self.rows["happenings"].append({"id": name, "kind": mention.kind, **days})
            self.rows["happening_members"].append({
                "article_id": article.id, "kind": mention.kind, "finding_id": mention.finding_id, "id": name,
                "block": "", "realis": mention.realis, **days, "body": "{}",
                "happening_id": happenings[mention.finding_id], "joined": None,
            })  # fmt: skip

    def flush(self) -> None:
        """Write what was taken, each table after those it hangs on."""
        for table in tables.metadata.sorted_tables:
            if self.rows[table.name]:
                copy_rows(self.connection, table.name, self.rows[table.name])
        self.rows.clear()
        if self.number % (20 * BATCH) < BATCH:
            print(f"  {self.number} articles ...", file=sys.stderr, flush=True)


def copy_rows(connection: Connection, name: str, rows: list[Row]) -> None:
    """Hand rows to the driver as they are, which is several times as fast as one statement after another."""
    table = tables.metadata.tables[name]
    columns = [column.name for column in table.columns if column.name in rows[0]]
    plain = {column.name for column in table.columns if isinstance(column.type, JSON)}
    values = ([write_value(row[each]) if each in plain else row[each] for each in columns] for row in rows)
    listed = ", ".join(f'"{each}"' for each in columns)
    cursor: Any = connection.connection.cursor()
    if connection.dialect.name == "sqlite":
        marks = ", ".join("?" * len(columns))
        cursor.executemany(f"INSERT INTO {name} ({listed}) VALUES ({marks})", values)
        return
    with cursor.copy(f"COPY {name} ({listed}) FROM STDIN") as copy:
        for row in values:
            copy.write_row(row)


def write_value(value: Any) -> Any:
    """A value as JSON, unless it has been written already."""
    return value if value is None or isinstance(value, str) else json.dumps(value, ensure_ascii=False)
