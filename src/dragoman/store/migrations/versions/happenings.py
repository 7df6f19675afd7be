"""Happenings: what is linked across articles, the bands of near-copies, and the decisions of users.

Written out, not derived from the record. The articles that are there already are linked by `dragoman link`, which takes
longer than a database may stay locked; until then `linked` is empty.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "dragoman_0003"
down_revision = "dragoman_0002"
branch_labels = None
depends_on = None

TABLES = (
    "decision_members", "decisions", "near_copy_bands", "happening_plans", "happening_members", "happening_states",
    "happenings",
)  # fmt: skip


def key(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    """A text in a key or an ordered index: sorted by bytes on both backends."""
    return sa.Column(name, sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=nullable)


def words(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    """A text."""
    return sa.Column(name, sa.Text(), nullable=nullable)


def whole(name: str) -> sa.Column[Any]:
    """A whole number."""
    return sa.Column(name, sa.BigInteger(), nullable=False)


def index(table: str, *columns: str, unique: bool = False) -> None:
    """An ordered index under its usual name."""
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns), unique=unique)


def owned(table: str, column: str, owner: str) -> sa.ForeignKeyConstraint:
    """Rows that go with their owner."""
    return sa.ForeignKeyConstraint([column], [f"{owner}.id"], name=op.f(f"fk_{table}_{owner}"), ondelete="CASCADE")


def side(name: str) -> sa.ForeignKeyConstraint:
    """One end of a plan, which goes with its happening."""
    return sa.ForeignKeyConstraint(
        [f"{name}_id"], ["happenings.id"], name=f"fk_happening_plans_{name}", ondelete="CASCADE"
    )


def primary(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    """The key of a table."""
    return sa.PrimaryKeyConstraint(*columns, name=op.f(f"pk_{table}"))


def make_happenings() -> None:
    """Happenings, their states and members, and which was planned as which."""
    op.create_table(
        "happenings", key("id"), key("kind"), key("first_day", nullable=True), key("last_day", nullable=True),
        primary("happenings", "id"),
    )  # fmt: skip
    index("happenings", "first_day", "id")
    op.create_table(
        "happening_states", key("happening_id"), key("country"), primary("happening_states", "happening_id", "country"),
        owned("happening_states", "happening_id", "happenings"),
    )  # fmt: skip
    index("happening_states", "country", "happening_id")
    op.create_table(
        "happening_members",
        *(key(name) for name in ("article_id", "kind", "finding_id", "id", "block")),
        words("realis"),
        *(key(name, nullable=True) for name in ("first_day", "last_day")),
        sa.Column("body", sa.JSON(), nullable=False),
        key("happening_id", nullable=True),
        sa.Column("joined", sa.JSON(), nullable=True),
        primary("happening_members", "article_id", "kind", "finding_id"),
        owned("happening_members", "article_id", "articles"),
        sa.ForeignKeyConstraint(["happening_id"], ["happenings.id"], name=op.f("fk_happening_members_happenings")),
    )
    index("happening_members", "id", unique=True)
    index("happening_members", "block", "last_day")
    index("happening_members", "happening_id")
    op.create_table(
        "happening_plans",
        key("planned_id"),
        key("held_id"),
        primary("happening_plans", "planned_id", "held_id"),
        *(side("planned"), side("held")),
    )
    index("happening_plans", "held_id")


def make_decisions() -> None:
    """The decisions of users and the findings that each is about."""
    op.create_table(
        "decisions", sa.Column("id", sa.BigInteger(), nullable=False, autoincrement=False), words("action"),
        words("kind"), words("who"), words("why"), words("made"), words("undone", nullable=True),
        words("undone_by", nullable=True), words("undone_why", nullable=True), primary("decisions", "id"),
    )  # fmt: skip
    op.create_table(
        "decision_members", whole("decision_id"), whole("ordinal"), whole("side"), key("article_id"),
        key("finding_id"), key("id"), sa.Column("parties", sa.JSON(), nullable=False), whole("evidence_start"),
        whole("evidence_end"), words("evidence_text"), primary("decision_members", "decision_id", "ordinal"),
        owned("decision_members", "decision_id", "decisions"),
    )  # fmt: skip
    index("decision_members", "article_id")


def upgrade() -> None:
    """Make the tables; the articles that are there count as not linked yet."""
    op.add_column("articles", words("linked", nullable=True))
    make_happenings()
    op.create_table(
        "near_copy_bands", key("article_id"), key("band"), primary("near_copy_bands", "article_id", "band"),
        owned("near_copy_bands", "article_id", "articles"),
    )  # fmt: skip
    index("near_copy_bands", "band")
    make_decisions()


def downgrade() -> None:
    """Drop the tables."""
    for table in TABLES:
        op.drop_table(table)
    op.drop_column("articles", "linked")
