"""Ledger: the reports of agreements and promises, the keys by which they find each other, and the lines of them.

Written out, not derived from the record. The articles that are there already are entered by `dragoman link`, which
takes longer than a database may stay locked; until then `entered` is empty.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "dragoman_0007"
down_revision = "dragoman_0006"
branch_labels = None
depends_on = None

TABLES = ("victims", "disputes", "ledger_line_reports", "ledger_marks", "ledger_lines", "ledger_keys", "ledger_reports")


def key(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    """A text in a key or an ordered index: sorted by bytes on both backends."""
    return sa.Column(name, sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=nullable)


def whole(name: str) -> sa.Column[Any]:
    """A whole number that is given, not counted up."""
    return sa.Column(name, sa.BigInteger(), nullable=False, autoincrement=False)


def body() -> sa.Column[Any]:
    """The whole value."""
    return sa.Column("body", sa.JSON(), nullable=False)


def primary(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    """The key of a table."""
    return sa.PrimaryKeyConstraint(*columns, name=op.f(f"pk_{table}"))


def owned(table: str, column: str, owner: str) -> sa.ForeignKeyConstraint:
    """Rows that go with their owner."""
    name, _, _ = owner.partition(".")
    return sa.ForeignKeyConstraint([column], [owner], name=op.f(f"fk_{table}_{name}"), ondelete="CASCADE")


def index(table: str, *columns: str, unique: bool = False) -> None:
    """An ordered index under its usual name."""
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns), unique=unique)


def make_reports() -> None:
    """Reports and their keys."""
    op.create_table(
        "ledger_reports",
        whole("number"),
        *(key(name) for name in ("id", "article_id")),
        sa.Column("kind", sa.Text(), nullable=False),
        *(key(name, nullable=True) for name in ("first_day", "last_day")),
        body(),
        key("happening_id", nullable=True),
        primary("ledger_reports", "number"),
        owned("ledger_reports", "article_id", "articles.id"),
    )
    index("ledger_reports", "id", unique=True)
    index("ledger_reports", "article_id")
    index("ledger_reports", "happening_id")
    op.create_table(
        "ledger_keys",
        *(whole(name) for name in ("key", "report", "weight")),
        primary("ledger_keys", "key", "report"),
        owned("ledger_keys", "report", "ledger_reports.number"),
        sqlite_with_rowid=False,
    )
    index("ledger_keys", "report")


def make_lines() -> None:
    """Lines, the marks by which they are found, and their reports."""
    op.create_table(
        "ledger_lines",
        key("id"),
        *(key(name, nullable=True) for name in ("due", "currency")),
        sa.Column("amount", sa.Double(), nullable=True),
        body(),
        primary("ledger_lines", "id"),
    )
    index("ledger_lines", "due", "id")
    index("ledger_lines", "currency", "amount")
    op.create_table(
        "ledger_marks",
        *(key(name) for name in ("line_id", "mark")),
        key("due", nullable=True),
        primary("ledger_marks", "line_id", "mark"),
        owned("ledger_marks", "line_id", "ledger_lines.id"),
        sqlite_with_rowid=False,
    )
    index("ledger_marks", "mark", "due", "line_id")
    op.create_table(
        "ledger_line_reports",
        key("line_id"),
        whole("report"),
        primary("ledger_line_reports", "line_id", "report"),
        owned("ledger_line_reports", "line_id", "ledger_lines.id"),
        owned("ledger_line_reports", "report", "ledger_reports.number"),
        sqlite_with_rowid=False,
    )
    index("ledger_line_reports", "report")


def make_disputes() -> None:
    """Disputes, and the victims that reports tell."""
    op.create_table(
        "disputes",
        key("article_id"),
        whole("ordinal"),
        key("anchor"),
        key("day", nullable=True),
        body(),
        primary("disputes", "article_id", "ordinal"),
        owned("disputes", "article_id", "articles.id"),
    )
    index("disputes", "anchor")
    index("disputes", "day", "article_id")
    op.create_table(
        "victims",
        *(key(name) for name in ("member", "outcome", "article_id")),
        whole("count"),
        primary("victims", "member", "outcome"),
        owned("victims", "article_id", "articles.id"),
    )
    index("victims", "article_id")


def upgrade() -> None:
    """Make the tables; the articles that are there count as not entered yet."""
    op.add_column("articles", sa.Column("entered", sa.Text(), nullable=True))
    make_reports()
    make_lines()
    make_disputes()


def downgrade() -> None:
    """Drop the tables."""
    for table in TABLES:
        op.drop_table(table)
    op.drop_column("articles", "entered")
