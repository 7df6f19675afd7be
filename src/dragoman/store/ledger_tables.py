"""Ledger tables: the reports that lines are made of, the keys by which reports find each other, and the lines.

In: the MetaData that the tables belong to. Out: the tables. Reports hang on their article and go with it; a line is
kept whole in its `body`, with the columns and marks by which it is found.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Double,
    ForeignKeyConstraint,
    Index,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
)
from sqlalchemy.types import TypeEngine


def make_reports(metadata: MetaData, key_text: TypeEngine[str]) -> Table:
    """The reports; `number` is their id as a number, `happening_id` that of the happening as the ledger last saw it."""
    return Table(
        "ledger_reports",
        metadata,
        Column("number", BigInteger, nullable=False, autoincrement=False),
        Column("id", key_text, nullable=False),
        Column("article_id", key_text, nullable=False),
        Column("kind", Text, nullable=False),
        # Between which days an agreement was made or may be.
        Column("first_day", key_text, nullable=True),
        Column("last_day", key_text, nullable=True),
        Column("body", JSON, nullable=False),
        # Empty only within the transaction that stores the article; a note is in none.
        Column("happening_id", key_text, nullable=True),
        PrimaryKeyConstraint("number"),
        ForeignKeyConstraint(["article_id"], ["articles.id"], ondelete="CASCADE"),
        Index(None, "id", unique=True),
        Index(None, "article_id"),
        Index(None, "happening_id"),
    )


def make_keys(metadata: MetaData) -> Table:
    """The keys of each report, by which those that may be of its line are found."""
    return Table(
        "ledger_keys",
        metadata,
        Column("key", BigInteger, nullable=False, autoincrement=False),
        Column("report", BigInteger, nullable=False),
        Column("weight", BigInteger, nullable=False),
        PrimaryKeyConstraint("key", "report"),
        ForeignKeyConstraint(["report"], ["ledger_reports.number"], ondelete="CASCADE"),
        Index(None, "report"),
        sqlite_with_rowid=False,
    )


def make_lines(metadata: MetaData, key_text: TypeEngine[str]) -> Table:
    """The lines; `id` is that of their first report."""
    return Table(
        "ledger_lines",
        metadata,
        Column("id", key_text, nullable=False),
        Column("due", key_text, nullable=True),
        Column("currency", key_text, nullable=True),
        Column("amount", Double, nullable=True),
        Column("body", JSON, nullable=False),
        PrimaryKeyConstraint("id"),
        Index(None, "due", "id"),
        Index(None, "currency", "amount"),
    )


def make_marks(metadata: MetaData, key_text: TypeEngine[str]) -> Table:
    """What lines are asked for by: a party, a topic, a kind, a status ("party:KEN"), each with the day it is due, so
    that a page of them in order of that day needs the index alone."""
    return Table(
        "ledger_marks",
        metadata,
        Column("line_id", key_text, nullable=False),
        Column("mark", key_text, nullable=False),
        Column("due", key_text, nullable=True),
        PrimaryKeyConstraint("line_id", "mark"),
        ForeignKeyConstraint(["line_id"], ["ledger_lines.id"], ondelete="CASCADE"),
        Index(None, "mark", "due", "line_id"),
        sqlite_with_rowid=False,
    )


def make_disputes(metadata: MetaData, key_text: TypeEngine[str]) -> Table:
    """What articles set against each other; `anchor` is the member of a happening that it is about, or a claim."""
    return Table(
        "disputes",
        metadata,
        Column("article_id", key_text, nullable=False),
        Column("ordinal", BigInteger, nullable=False),
        Column("anchor", key_text, nullable=False),
        Column("day", key_text, nullable=True),
        Column("body", JSON, nullable=False),
        PrimaryKeyConstraint("article_id", "ordinal"),
        ForeignKeyConstraint(["article_id"], ["articles.id"], ondelete="CASCADE"),
        Index(None, "anchor"),
        Index(None, "day", "article_id"),
    )


def make_victims(metadata: MetaData, key_text: TypeEngine[str]) -> Table:
    """How many people each report of an event says were killed, wounded, detained or are missing."""
    return Table(
        "victims",
        metadata,
        Column("member", key_text, nullable=False),
        Column("outcome", key_text, nullable=False),
        Column("article_id", key_text, nullable=False),
        Column("count", BigInteger, nullable=False),
        PrimaryKeyConstraint("member", "outcome"),
        ForeignKeyConstraint(["article_id"], ["articles.id"], ondelete="CASCADE"),
        Index(None, "article_id"),
    )


def make_line_reports(metadata: MetaData, key_text: TypeEngine[str]) -> Table:
    """The reports of each line; a text that means several agreements is in several lines."""
    return Table(
        "ledger_line_reports",
        metadata,
        Column("line_id", key_text, nullable=False),
        Column("report", BigInteger, nullable=False),
        PrimaryKeyConstraint("line_id", "report"),
        ForeignKeyConstraint(["line_id"], ["ledger_lines.id"], ondelete="CASCADE"),
        ForeignKeyConstraint(["report"], ["ledger_reports.number"], ondelete="CASCADE"),
        Index(None, "report"),
        sqlite_with_rowid=False,
    )
