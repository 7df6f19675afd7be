"""Imported events: files of other event data, their events and who takes part in these.

Written out, not derived from the code: this step makes the same tables for ever.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "dragoman_0004"
down_revision = "dragoman_0003"
branch_labels = None
depends_on = None


def key(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    """A text in a key or an ordered index: sorted by bytes on both backends."""
    return sa.Column(name, sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=nullable)


def words(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    """A text."""
    return sa.Column(name, sa.Text(), nullable=nullable)


def whole(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    """A whole number."""
    return sa.Column(name, sa.BigInteger(), nullable=nullable)


def real(name: str) -> sa.Column[Any]:
    """A number with a fraction that may be unknown."""
    return sa.Column(name, sa.Double(), nullable=True)


def index(table: str, *columns: str, unique: bool = False, using: str | None = None) -> None:
    """An index under its usual name."""
    options: dict[str, Any] = {"postgresql_using": using} if using else {}
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns), unique=unique, **options)


def upgrade() -> None:
    """Make the three tables."""
    op.create_table(
        "imported_files",
        sa.Column("number", sa.BigInteger(), nullable=False, autoincrement=False),
        key("digest"),
        words("name"),
        words("member", nullable=True),
        words("source"),
        words("imported"),
        sa.Column("finished", sa.Boolean(), nullable=False),
        whole("skipped"),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_imported_files")),
    )
    index("imported_files", "digest", unique=True)
    op.create_table(
        "imported_events",
        whole("file"),
        whole("row"),
        key("source"),
        key("source_id"),
        words("content"),
        key("day", nullable=True),
        key("type", nullable=True),
        *(words(name, nullable=True) for name in ("mode", "cameo", "quad")),
        real("score"),
        *(words(name, nullable=True) for name in ("place_name", "place_country")),
        *(real(name) for name in ("place_lat", "place_lon")),
        whole("place_geonameid", nullable=True),
        words("url", nullable=True),
        sa.PrimaryKeyConstraint("file", "row", name=op.f("pk_imported_events")),
        sa.ForeignKeyConstraint(
            ["file"], ["imported_files.number"], name=op.f("fk_imported_events_imported_files"), ondelete="CASCADE"
        ),
    )
    index("imported_events", "day", "file", "row")
    index("imported_events", "source", "source_id")
    index("imported_events", "type")
    op.create_table(
        "imported_actors",
        whole("file"),
        whole("row"),
        key("role"),
        whole("ordinal"),
        key("country", nullable=True),
        words("name", nullable=True),
        sa.Column("sectors", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("file", "row", "role", "ordinal", name=op.f("pk_imported_actors")),
        sa.ForeignKeyConstraint(
            ["file", "row"],
            ["imported_events.file", "imported_events.row"],
            name=op.f("fk_imported_actors_imported_events"),
            ondelete="CASCADE",
        ),
    )
    index("imported_actors", "country", "file", "row")
    index("imported_actors", "name", using="hash")


def downgrade() -> None:
    """Drop the three tables, those that hang on others first."""
    for table in ("imported_actors", "imported_events", "imported_files"):
        op.drop_table(table)
