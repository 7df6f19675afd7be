"""Happening tables: what is linked across articles, and what users decided about it.

In: the MetaData that the tables belong to. Out: the tables. Members and bands hang on their article and go with it;
decisions hang on nothing, so that they outlive a recoding.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    ForeignKeyConstraint,
    Index,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
)
from sqlalchemy.types import TypeEngine


def make_happenings(metadata: MetaData, key_text: TypeEngine[str]) -> Table:
    """The happenings; `id` is that of their first member."""
    return Table(
        "happenings",
        metadata,
        Column("id", key_text, nullable=False),
        Column("kind", key_text, nullable=False),
        Column("first_day", key_text, nullable=True),
        Column("last_day", key_text, nullable=True),
        PrimaryKeyConstraint("id"),
        Index(None, "first_day", "id"),
    )


def make_states(metadata: MetaData, key_text: TypeEngine[str]) -> Table:
    """The parties of each happening."""
    return Table(
        "happening_states",
        metadata,
        Column("happening_id", key_text, nullable=False),
        Column("country", key_text, nullable=False),
        PrimaryKeyConstraint("happening_id", "country"),
        ForeignKeyConstraint(["happening_id"], ["happenings.id"], ondelete="CASCADE"),
        Index(None, "country", "happening_id"),
    )


def make_members(metadata: MetaData, key_text: TypeEngine[str]) -> Table:
    """The findings that are linked, with what is compared of them (`body`) and why each joined (`joined`)."""
    return Table(
        "happening_members",
        metadata,
        Column("article_id", key_text, nullable=False),
        Column("kind", key_text, nullable=False),
        Column("finding_id", key_text, nullable=False),
        Column("id", key_text, nullable=False),
        Column("block", key_text, nullable=False),
        Column("realis", Text, nullable=False),
        # The days on which it may have happened: only members of a block whose windows overlap are compared.
        Column("first_day", key_text, nullable=True),
        Column("last_day", key_text, nullable=True),
        Column("body", JSON, nullable=False),
        # Empty only within the transaction that stores the article.
        Column("happening_id", key_text, nullable=True),
        Column("joined", JSON(none_as_null=True), nullable=True),
        PrimaryKeyConstraint("article_id", "kind", "finding_id"),
        ForeignKeyConstraint(["article_id"], ["articles.id"], ondelete="CASCADE"),
        ForeignKeyConstraint(["happening_id"], ["happenings.id"]),
        Index(None, "id", unique=True),
        Index(None, "block", "last_day"),
        Index(None, "happening_id"),
    )


def make_plans(metadata: MetaData, key_text: TypeEngine[str]) -> Table:
    """Which happening is the one that another had announced."""
    return Table(
        "happening_plans",
        metadata,
        Column("planned_id", key_text, nullable=False),
        Column("held_id", key_text, nullable=False),
        PrimaryKeyConstraint("planned_id", "held_id"),
        ForeignKeyConstraint(["planned_id"], ["happenings.id"], name="fk_happening_plans_planned", ondelete="CASCADE"),
        ForeignKeyConstraint(["held_id"], ["happenings.id"], name="fk_happening_plans_held", ondelete="CASCADE"),
        Index(None, "held_id"),
    )


def make_bands(metadata: MetaData, key_text: TypeEngine[str]) -> Table:
    """The bands of each article's signature: articles that share one may be copies of one text."""
    return Table(
        "near_copy_bands",
        metadata,
        Column("article_id", key_text, nullable=False),
        Column("band", key_text, nullable=False),
        PrimaryKeyConstraint("article_id", "band"),
        ForeignKeyConstraint(["article_id"], ["articles.id"], ondelete="CASCADE"),
        Index(None, "band"),
    )


def make_decisions(metadata: MetaData, key_text: TypeEngine[str]) -> tuple[Table, Table]:
    """The decisions of users in their order, and the findings that each is about."""
    decisions = Table(
        "decisions",
        metadata,
        Column("id", BigInteger, nullable=False, autoincrement=False),
        Column("action", Text, nullable=False),
        Column("kind", Text, nullable=False),
        Column("who", Text, nullable=False),
        Column("why", Text, nullable=False),
        Column("made", Text, nullable=False),
        Column("undone", Text, nullable=True),
        Column("undone_by", Text, nullable=True),
        Column("undone_why", Text, nullable=True),
        PrimaryKeyConstraint("id"),
    )
    members = Table(
        "decision_members",
        metadata,
        Column("decision_id", BigInteger, nullable=False),
        Column("ordinal", BigInteger, nullable=False),
        Column("side", BigInteger, nullable=False),
        Column("article_id", key_text, nullable=False),
        Column("finding_id", key_text, nullable=False),
        Column("id", key_text, nullable=False),
        Column("parties", JSON, nullable=False),
        Column("evidence_start", BigInteger, nullable=False),
        Column("evidence_end", BigInteger, nullable=False),
        Column("evidence_text", Text, nullable=False),
        PrimaryKeyConstraint("decision_id", "ordinal"),
        ForeignKeyConstraint(["decision_id"], ["decisions.id"], ondelete="CASCADE"),
        Index(None, "article_id"),
    )
    return decisions, members
