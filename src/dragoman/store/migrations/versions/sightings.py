"""Sightings: what persons teach of their names, and the order in which articles were stored.

Written out, not derived from the record. The articles that are there already are numbered by the time at which they
were first coded, and their persons are looked through once. Their rule did not yet tell an office that somebody had
held or that repeats another one; such persons are left out where their sectors or words show it.
"""

from __future__ import annotations

import json
import re
import unicodedata
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "dragoman_0002"
down_revision = "dragoman_0001"
branch_labels = None
depends_on = None

# So many rows are written at once.
BATCH = 500
NOT_NOW = frozenset("counterpart colleague former ex then incoming designate elect next future nominee shadow".split())
LETTERS = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})


def key(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    """A text in a key or an ordered index: sorted by bytes on both backends."""
    return sa.Column(name, sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=nullable)


def words(name: str) -> sa.Column[Any]:
    """A text."""
    return sa.Column(name, sa.Text(), nullable=False)


def whole(name: str) -> sa.Column[Any]:
    """A whole number."""
    return sa.Column(name, sa.BigInteger(), nullable=False)


def fold(name: str) -> str:
    """The name in lower case, without marks, accents and hyphens, as it was folded when this step was written."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'").replace("-", " ").replace("‑", " "))
    kept = "".join(char for char in plain if not unicodedata.combining(char) and char not in ".'")
    return " ".join(kept.casefold().translate(LETTERS).split())


def number_articles() -> None:
    """Give each article its place in the order of storing."""
    connection = op.get_bind()
    ids = list(connection.scalars(sa.text("SELECT id FROM articles ORDER BY first_coded, id")))
    for at in range(0, len(ids), BATCH):
        rows = [{"number": at + place, "id": each} for place, each in enumerate(ids[at : at + BATCH], 1)]
        connection.execute(sa.text("UPDATE articles SET number = :number WHERE id = :id"), rows)


def take_sighting(row: Any) -> dict[str, Any] | None:
    """The sighting that a stored person gives, None where the person gives none."""
    body = json.loads(row.body) if isinstance(row.body, str) else row.body
    said = set(re.findall(r"[a-z]+", body["evidence"]["text"].casefold()))
    explicit = body["rule"] == "named-office" and body["confidence"] == 1.0 and body["role"] and body["country"]
    if not explicit or body["sectors"] == ["ELI"] or said & NOT_NOW:
        return None
    return {
        "article_id": row.article_id,
        "finding_id": row.id,
        "name": body["name"],
        "name_key": fold(body["name"]),
        "office": body["role"],
        "country": body["country"],
        "sectors": body["sectors"],
        "day": row.published,
        "evidence_start": body["evidence"]["start"],
        "evidence_end": body["evidence"]["end"],
        "evidence_text": body["evidence"]["text"],
    }


def fill(table: sa.Table) -> None:
    """Take the sightings of the articles that are there already."""
    connection = op.get_bind()
    persons = connection.execute(
        sa.text(
            "SELECT persons.article_id, persons.id, persons.body, articles.published FROM persons "
            "JOIN articles ON articles.id = persons.article_id WHERE persons.rule = 'named-office'"
        )
    )
    found = [sighting for row in persons if (sighting := take_sighting(row)) is not None]
    for at in range(0, len(found), BATCH):
        connection.execute(sa.insert(table), found[at : at + BATCH])


def upgrade() -> None:
    """Number the articles, make the table of sightings and fill it."""
    op.add_column("articles", sa.Column("number", sa.BigInteger(), nullable=False, server_default="0"))
    number_articles()
    op.create_index(op.f("ix_articles_number"), "articles", ["number"], unique=False)
    table = op.create_table(
        "sightings",
        key("article_id"),
        key("finding_id"),
        words("name"),
        words("name_key"),
        words("office"),
        key("country"),
        sa.Column("sectors", sa.JSON(), nullable=False),
        key("day", nullable=True),
        whole("evidence_start"),
        whole("evidence_end"),
        words("evidence_text"),
        sa.PrimaryKeyConstraint("article_id", "finding_id", name=op.f("pk_sightings")),
        sa.ForeignKeyConstraint(
            ["article_id", "finding_id"],
            ["persons.article_id", "persons.id"],
            name=op.f("fk_sightings_persons"),
            ondelete="CASCADE",
        ),
    )
    fill(table)
    op.create_index(op.f("ix_sightings_country_day"), "sightings", ["country", "day"], unique=False)
    op.create_index(op.f("ix_sightings_name_key"), "sightings", ["name_key"], unique=False, postgresql_using="hash")


def downgrade() -> None:
    """Drop the sightings and the numbers."""
    op.drop_table("sightings")
    op.drop_index(op.f("ix_articles_number"), table_name="articles")
    op.drop_column("articles", "number")
