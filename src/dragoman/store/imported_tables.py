"""Imported tables: files of other event data, their events and who takes part in these.

In: the MetaData that the tables belong to. Out: the tables. They hang on no article, and no finding hangs on them; the
events of a file go with it.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
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


def make_files(metadata: MetaData, key_text: TypeEngine[str]) -> Table:
    """The files by number; `digest` is that of their unpacked content, so a packed file is the same file."""
    return Table(
        "imported_files",
        metadata,
        Column("number", BigInteger, nullable=False, autoincrement=False),
        Column("digest", key_text, nullable=False),
        Column("name", Text, nullable=False),
        Column("member", Text, nullable=True),
        Column("source", Text, nullable=False),
        Column("imported", Text, nullable=False),
        Column("finished", Boolean, nullable=False),
        # Rows that could not be read or contradict an event that is there.
        Column("skipped", BigInteger, nullable=False),
        PrimaryKeyConstraint("number"),
        Index(None, "digest", unique=True),
    )


def make_imported(metadata: MetaData, key_text: TypeEngine[str]) -> Table:
    """The events by file and row; `content` names what a row tells, so that a repeated row is known."""
    return Table(
        "imported_events",
        metadata,
        Column("file", BigInteger, nullable=False),
        Column("row", BigInteger, nullable=False),
        Column("source", key_text, nullable=False),
        Column("source_id", key_text, nullable=False),
        Column("content", Text, nullable=False),
        Column("day", key_text, nullable=True),
        Column("type", key_text, nullable=True),
        *(Column(name, Text, nullable=True) for name in ("mode", "cameo", "quad")),
        Column("score", Double, nullable=True),
        *(Column(name, Text, nullable=True) for name in ("place_name", "place_country")),
        *(Column(name, Double, nullable=True) for name in ("place_lat", "place_lon")),
        Column("place_geonameid", BigInteger, nullable=True),
        Column("url", Text, nullable=True),
        PrimaryKeyConstraint("file", "row"),
        ForeignKeyConstraint(["file"], ["imported_files.number"], ondelete="CASCADE"),
        Index(None, "day", "file", "row"),
        Index(None, "source", "source_id"),
        Index(None, "type"),
    )


def make_imported_actors(metadata: MetaData, key_text: TypeEngine[str]) -> Table:
    """The actors and recipients of the events."""
    return Table(
        "imported_actors",
        metadata,
        Column("file", BigInteger, nullable=False),
        Column("row", BigInteger, nullable=False),
        Column("role", key_text, nullable=False),
        Column("ordinal", BigInteger, nullable=False),
        Column("country", key_text, nullable=True),
        Column("name", Text, nullable=True),
        Column("sectors", JSON, nullable=False),
        PrimaryKeyConstraint("file", "row", "role", "ordinal"),
        ForeignKeyConstraint(["file", "row"], ["imported_events.file", "imported_events.row"], ondelete="CASCADE"),
        Index(None, "country", "file", "row"),
        # Names may be longer than an ordered index allows; they are only asked for as a whole.
        Index(None, "name", postgresql_using="hash"),
    )
