"""Check: whether a stored record still holds together.

In: an open Database. Out: one sentence for each trouble, none where all is well. Nothing is changed; a part that
cannot be read is a trouble among the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from sqlalchemy import Connection, Table, and_, except_, func, select, text, union

from ..errors import StoreError
from ..link import LINKS_VERSION
from ..record import Reason, Record, Span
from . import tables
from .database import Database
from .find import find_articles, read_record
from .rows import digest_content, make_rows


def find_troubles(database: Database) -> Iterator[str]:
    """All troubles of the file, of rows without what they hang on, and of each article."""
    try:
        with database.reading() as connection:
            file = find_file_troubles(connection) if database.is_sqlite else ()
            counted = (*find_orphans(connection), *find_miscounts(connection), *find_empty(connection))
            troubles = [*file, *counted]
        yield from troubles
        for row in find_articles(database):
            with database.reading() as connection:
                troubles = list(find_article_troubles(connection, row.id))
            yield from troubles
    except StoreError as error:
        yield str(error)


def find_file_troubles(connection: Connection) -> Iterator[str]:
    """What SQLite finds wrong in its own file."""
    for said in connection.scalars(text("PRAGMA integrity_check")):
        if said != "ok":
            yield f"The file is damaged: {said}"


def find_orphans(connection: Connection) -> Iterator[str]:
    """Rows whose article or finding is gone, counted by table."""
    for table in tables.metadata.sorted_tables:
        for constraint in table.foreign_key_constraints:
            owner = constraint.referred_table
            meets = and_(*(element.parent == element.column for element in constraint.elements))
            orphans = ~select(owner.c[0]).where(meets).correlate(table).exists()
            count = connection.scalar(select(func.count()).select_from(table).where(orphans))
            if count:
                yield f"{table.name}: {count} rows whose row in {owner.name} is missing."


def find_miscounts(connection: Connection) -> Iterator[str]:
    """Dyads whose kept numbers are not those of their rows."""
    rows, kept = tables.event_dyads.c, tables.dyad_spans.c
    key = [column.name for column in tables.dyad_spans.primary_key.columns]
    own = [rows[name] for name in key]
    counted = select(*own, func.count().label("number")).group_by(*own)
    stored = select(*(kept[name] for name in (*key, "number")))
    wrong = [except_(*both).subquery() for both in ((counted, stored), (stored, counted))]
    keys = union(*(select(*(each.c[name] for name in key)) for each in wrong)).subquery()
    count = connection.scalar(select(func.count()).select_from(keys))
    if count:
        yield f"dyad_spans: {count} numbers are not those of the rows in event_dyads."


def find_empty(connection: Connection) -> Iterator[str]:
    """Happenings that nothing reports."""
    members, happenings = tables.happening_members, tables.happenings
    filled = select(members.c.id).where(members.c.happening_id == happenings.c.id).exists()
    count = connection.scalar(select(func.count()).select_from(happenings).where(~filled))
    if count:
        yield f"happenings: {count} have no members. Link anew: dragoman link --again"


def find_article_troubles(connection: Connection, article_id: str) -> Iterator[str]:
    """What is wrong with one article: its text or findings changed, words that are not in the text, wrong columns."""
    try:
        record = read_record(connection, article_id)
        rows = make_rows(record)
    except StoreError as error:
        yield str(error)
        return
    stored = connection.scalar(select(tables.articles.c.content_digest).where(tables.articles.c.id == article_id))
    if stored != digest_content(record):
        yield f"Article {article_id!r}: its text or findings are no longer those that were stored."
    for path, span in find_false_spans(record):
        yield f"Article {article_id!r}: {path} [{span.start}, {span.end}) does not hold its words {span.text[:80]!r}."
    derived = (*tables.links.values(), tables.event_dyads, tables.claim_dyads, tables.refusals)
    for table in (*tables.findings.values(), *derived):
        if read_rows(connection, table, article_id) != sort_rows(rows[table.name], table):
            yield f"Article {article_id!r}: the columns of {table.name} differ from the findings they were taken from."
    linked = connection.scalar(select(tables.articles.c.linked).where(tables.articles.c.id == article_id))
    for table in (tables.happening_members, tables.near_copy_bands) if linked == LINKS_VERSION else ():
        if keep_own(read_rows(connection, table, article_id)) != keep_own(sort_rows(rows[table.name], table)):
            yield f"Article {article_id!r}: {table.name} differ from its findings. Link anew: dragoman link --again"
    # An article stored before there were sightings may lack some that its persons would give today.
    if any(row not in rows["sightings"] for row in read_rows(connection, tables.sightings, article_id)):
        yield f"Article {article_id!r}: its sightings are not those that its persons show."


def read_rows(connection: Connection, table: Table, article_id: str) -> list[dict[str, Any]]:
    """The rows of a table that belong to an article, in the order of their keys."""
    found = connection.execute(select(table).where(table.c.article_id == article_id))
    return sort_rows([dict(row) for row in found.mappings()], table)


def keep_own(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows without what linking them to other articles gave."""
    return [{name: row[name] for name in row if name not in ("happening_id", "joined")} for row in rows]


def sort_rows(rows: list[dict[str, Any]], table: Table) -> list[dict[str, Any]]:
    """The rows in the order of the table's key."""
    keys = [column.name for column in table.primary_key.columns]
    return sorted(rows, key=lambda row: [row[key] for key in keys])


def find_false_spans(record: Record) -> Iterator[tuple[str, Span]]:
    """The spans whose words do not stand in the text, save where they were refused for that."""
    found = [(f"{kind} {finding.id}", finding) for kind, finding in record.findings()]
    refused = [
        (f"refused {refusal.kind} {at}", refusal)
        for at, refusal in enumerate(record.refused)
        if refusal.reason is not Reason.SPAN_MISMATCH
    ]
    for path, owner in (*found, *refused):
        for inner, span in walk_spans(owner, path=path):
            if not span.proves(record.article.text):
                yield inner, span


def walk_spans(value: Any, *, path: str) -> Iterator[tuple[str, Span]]:
    """Every span within a finding, with the fields that lead to it."""
    if isinstance(value, Span):
        yield path, value
    elif isinstance(value, tuple):
        for item in value:
            yield from walk_spans(item, path=path)
    elif is_dataclass(value):
        for field in fields(value):
            yield from walk_spans(getattr(value, field.name), path=f"{path}.{field.name}")
