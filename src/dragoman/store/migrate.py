"""Migrate: bring a database to the tables of this dragoman.

In: an open Database. Out: the same with `alembic_version` at the newest revision. Refuses, and leaves as it is, a
database of another program, one that a newer dragoman made, and one that cannot hold all of Unicode.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from threading import Lock

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from ..errors import StoreError
from .database import Database

MIGRATIONS = Path(__file__).parent / "migrations"

# All revisions of dragoman begin so; an unknown one that does was made by a newer dragoman.
REVISION_PREFIX = "dragoman_"

VERSION_TABLE = "alembic_version"

# Alembic hands the connection to migrations through module globals, so one thread migrates at a time.
ALEMBIC_LOCK = Lock()


class State(StrEnum):
    """How the tables of a database stand to those of this dragoman."""

    EMPTY = "empty"
    OUTDATED = "outdated"
    CURRENT = "current"


def make_config(connection: Connection | None = None) -> Config:
    """The Alembic settings for dragoman's migrations, run over `connection`."""
    config = Config()
    # The settings are read by ConfigParser, to which a percent sign means more than itself.
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def prepare_database(database: Database, *, create: bool) -> None:
    """Make the tables current; an empty database gets them only with `create`."""
    with database.reading() as connection:
        state = read_state(connection, place=database.place)
    if state is State.EMPTY and not create:
        raise StoreError(
            f"The database {database.place} is empty. Check the path, or store coded articles there first."
        )
    if state is State.CURRENT and not create:
        return
    if create:
        database.use_wal()
    with database.writing() as connection:
        if read_state(connection, place=database.place) is not State.CURRENT:
            upgrade(connection)
        # Changes no row, but needs the right to: a database that cannot be written is told before the coding.
        connection.execute(text("UPDATE alembic_version SET version_num = version_num WHERE 1 = 0"))


def read_state(connection: Connection, *, place: str) -> State:
    """How the tables stand; refuses a database that this dragoman must not touch."""
    if connection.dialect.name == "postgresql":
        require_unicode(connection, place=place)
    inspector = inspect(connection)
    names = {*inspector.get_table_names(), *inspector.get_view_names()}
    others = sorted(names - {VERSION_TABLE})
    versions = text("SELECT version_num FROM alembic_version")
    revisions = list(connection.scalars(versions)) if VERSION_TABLE in names else []
    if not revisions:
        if others:
            raise StoreError(
                f"The database {place} is not dragoman's: it holds {', '.join(others[:5])}. "
                "Give a file or a database of its own; this one was left as it is."
            )
        return State.EMPTY
    script = ScriptDirectory.from_config(make_config())
    known = {each.revision for each in script.walk_revisions()}
    for revision in revisions:
        if revision not in known:
            raise StoreError(describe_unknown(str(revision), newest=script.get_current_head(), place=place))
    return State.CURRENT if set(revisions) == set(script.get_heads()) else State.OUTDATED


def describe_unknown(revision: str, *, newest: str | None, place: str) -> str:
    """The message for a revision that this dragoman does not have."""
    if revision.startswith(REVISION_PREFIX):
        return (
            f"The database {place} was made by a newer dragoman: its tables are at {revision}, this one knows up to "
            f"{newest}. Upgrade dragoman (pip install --upgrade dragoman); the database was left as it is."
        )
    return (
        f"The database {place} is not dragoman's: its tables are at revision {revision!r} of another program. "
        "Give a file or a database of its own; this one was left as it is."
    )


def require_unicode(connection: Connection, *, place: str) -> None:
    """Refuse a PostgreSQL database whose encoding cannot hold every article."""
    encoding = connection.scalar(text("SHOW server_encoding"))
    if encoding != "UTF8":
        raise StoreError(
            f"The database {place} stores text as {encoding}, which cannot hold every article; only UTF8 can. "
            "Make it anew with CREATE DATABASE ... ENCODING 'UTF8' TEMPLATE template0."
        )


def upgrade(connection: Connection, *, revision: str = "head") -> None:
    """Run the pending migrations up to `revision` within the connection's transaction."""
    with ALEMBIC_LOCK:
        command.upgrade(make_config(connection), revision)


def downgrade(connection: Connection, *, revision: str) -> None:
    """Undo migrations down to `revision` within the connection's transaction; "base" drops every table."""
    with ALEMBIC_LOCK:
        command.downgrade(make_config(connection), revision)
