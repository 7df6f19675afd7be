"""Relink: link the articles of an old store, or all of them anew.

In: an open Database. Out: how many articles were linked, told as it goes on. Each batch is one transaction that leaves
the happenings of all articles linked so far, so that a stop in the middle costs nothing but the rest.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, delete, func, insert, or_, select, update

from ..link import LINKS_VERSION, take_mentions
from . import tables
from .database import Database
from .find import read_record
from .linking import Linking
from .rows import make_band_rows, make_member_row

# So many articles are linked in one transaction.
BATCH = 50


def relink(database: Database, *, again: bool, on_progress: Callable[[int, int], None]) -> int:
    """Link what this dragoman has not linked yet; with `again` everything. `on_progress` is told how many articles are
    done, of how many. How many there were."""
    articles = tables.articles
    if again:
        with database.writing() as connection:
            connection.execute(update(articles).values(linked=None))
    stale = or_(articles.c.linked.is_(None), articles.c.linked != LINKS_VERSION)
    with database.reading() as connection:
        total = connection.scalar(select(func.count()).select_from(articles).where(stale)) or 0
    done = 0
    on_progress(done, total)
    while True:
        with database.writing() as connection:
            some = connection.scalars(select(articles.c.id).where(stale).order_by(articles.c.id).limit(BATCH)).all()
            if not some:
                return done
            linking = Linking(connection)
            for article_id in some:
                link_article(connection, article_id, linking)
            linking.settle()
        done += len(some)
        on_progress(done, max(total, done))


def link_article(connection: Connection, article_id: str, linking: Linking) -> None:
    """Put the mentions and bands of a stored article in place of what it had."""
    record = read_record(connection, article_id)
    linking.leave(article_id)
    members, bands = tables.happening_members, tables.near_copy_bands
    for table in (members, bands):
        connection.execute(delete(table).where(table.c.article_id == article_id))
    for table, rows in (
        (members, [make_member_row(mention) for mention in take_mentions(record)]),
        (bands, make_band_rows(record.article)),
    ):
        if rows:
            connection.execute(insert(table), rows)
    articles = tables.articles
    connection.execute(update(articles).where(articles.c.id == article_id).values(linked=LINKS_VERSION))
    linking.enter(article_id)
