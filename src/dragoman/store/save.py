"""Save: write records, each whole or not at all.

In: a connection within a writing transaction, a Record, the version of what coded it. Out: what became of it.
Refuses what `rows` refuses, before anything is written.
"""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from ..errors import StoreError
from ..record import KINDS
from . import tables
from .linking import Linking
from .rows import Row, require_text


class SaveOutcome(StrEnum):
    """What saving a record did: a new article, nothing (all was there), or new findings in place of the old."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    REPLACED = "replaced"


def require_coder(coder: str) -> str:
    """The version of the code and model; refuses an empty one."""
    if not coder.strip():
        raise StoreError("The coder has no name. Give the version of the code and the model that made the record.")
    return require_text(coder, what="coder")


def tell_time() -> str:
    """Now, as an ISO 8601 second in UTC."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def write_rows(connection: Connection, rows: dict[str, list[Row]], *, coder: str, linking: Linking) -> SaveOutcome:
    """Write the rows of one record, in place of older ones of the same article where they differ; `linking` is told."""
    (article,) = rows["articles"]
    old = connection.execute(
        select(tables.articles.c.content_digest, tables.articles.c.coder).where(tables.articles.c.id == article["id"])
    ).one_or_none()
    now = tell_time()
    values: dict[str, Any]
    if old is None:
        values = {"coder": coder, "first_coded": now, "last_coded": now, "number": next_number(connection)}
        connection.execute(insert(tables.articles), {**article, **values})
        insert_findings(connection, rows)
        linking.enter(article["id"])
        return SaveOutcome.ADDED
    if (old.content_digest, old.coder) == (article["content_digest"], coder):
        return SaveOutcome.UNCHANGED
    linking.leave(article["id"])
    delete_findings(connection, article["id"])
    values = {**article, "coder": coder, "last_coded": now}
    connection.execute(update(tables.articles).where(tables.articles.c.id == article["id"]).values(values))
    insert_findings(connection, rows)
    linking.enter(article["id"])
    return SaveOutcome.REPLACED


def next_number(connection: Connection) -> int:
    """The place of a new article in the order of storing; one writer at a time keeps it its own."""
    return (connection.scalar(select(func.max(tables.articles.c.number))) or 0) + 1


def insert_findings(connection: Connection, rows: dict[str, list[Row]]) -> None:
    """Write all rows but the article's, each table after those it hangs on."""
    for name, many in rows.items():
        if name != "articles" and many:
            connection.execute(insert(tables.metadata.tables[name]), many)


def delete_findings(connection: Connection, article_id: str) -> None:
    """Drop the findings and refusals of an article and what it is linked by; their links and sightings go with them."""
    own = (tables.refusals, tables.happening_members, tables.near_copy_bands)
    ledger = (tables.ledger_reports, tables.disputes, tables.victims)
    for table in (*(tables.findings[kind] for kind in KINDS), *own, *ledger):
        connection.execute(delete(table).where(table.c.article_id == article_id))


def delete_article(connection: Connection, article_id: str, *, linking: Linking) -> bool:
    """Drop an article with all that hangs on it; whether there was one. `linking` is told."""
    linking.leave(article_id)
    return connection.execute(delete(tables.articles).where(tables.articles.c.id == article_id)).rowcount > 0
