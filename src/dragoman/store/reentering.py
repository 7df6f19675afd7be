"""Reentering: enter the reports of an old store into the ledger, or those of all articles anew.

In: an open Database. Out: how many articles were entered, told as it goes on. Each batch is one transaction that leaves
the lines of all articles entered so far, so that a stop in the middle costs nothing but the rest.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, delete, func, insert, or_, select, update

from ..ledger import LEDGER_VERSION
from ..link import LINKS_VERSION
from . import tables
from .database import Database
from .entering import Entering
from .find import read_record
from .ledger_rows import make_ledger_rows

# So many articles are entered in one transaction.
BATCH = 50


def mark_stale(database: Database, *, again: bool) -> None:
    """Note which articles must be entered anew when they are linked anew: those not linked yet, or all."""
    articles = tables.articles
    statement = update(articles).values(entered=None)
    if not again:
        statement = statement.where(or_(articles.c.linked.is_(None), articles.c.linked != LINKS_VERSION))
    with database.writing() as connection:
        connection.execute(statement)


def reenter(database: Database, *, on_progress: Callable[[int, int], None]) -> int:
    """Enter what this dragoman has not entered yet. `on_progress` is told how many articles are done, of how many. How
    many there were."""
    articles = tables.articles
    stale = or_(articles.c.entered.is_(None), articles.c.entered != LEDGER_VERSION)
    with database.reading() as connection:
        total = connection.scalar(select(func.count()).select_from(articles).where(stale)) or 0
    done = 0
    while done < total:
        with database.writing() as connection:
            some = connection.scalars(select(articles.c.id).where(stale).order_by(articles.c.id).limit(BATCH)).all()
            if not some:
                return done
            entering = Entering(connection)
            for article_id in some:
                enter_article(connection, article_id, entering)
            entering.settle_lines()
        done += len(some)
        on_progress(done, max(total, done))
    return done


def enter_article(connection: Connection, article_id: str, entering: Entering) -> None:
    """Put the reports of a stored article in place of what it had."""
    record = read_record(connection, article_id)
    entering.leave_lines(article_id)
    for table in (tables.ledger_reports, tables.disputes, tables.victims):
        connection.execute(delete(table).where(table.c.article_id == article_id))
    for name, rows in make_ledger_rows(record).items():
        if rows:
            connection.execute(insert(tables.metadata.tables[name]), rows)
    articles = tables.articles
    connection.execute(update(articles).where(articles.c.id == article_id).values(entered=LEDGER_VERSION))
    entering.enter_lines(article_id)
