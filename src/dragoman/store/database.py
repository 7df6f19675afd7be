"""Database: one open SQLite or PostgreSQL database and its transactions.

In: an address. Out: connections within a transaction, for reading (one unchanging view) or for writing (one writer
at a time, on both backends). Every failure within comes out as a StoreError.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, text
from sqlalchemy.pool import StaticPool

from ..errors import StoreError
from .address import describe_place, is_memory, is_sqlite
from .failures import explain_failures

# Seconds to wait for another writer: longer than the largest batch takes, short enough to notice a stuck program.
BUSY_SECONDS = 30.0

# Seconds to wait for a server to answer; by itself the system waits for minutes.
CONNECT_SECONDS = 10

# The pause between two tries to switch a new SQLite file to WAL, which SQLite itself does not wait for.
WAL_PAUSE = 0.05

# Names dragoman's lock among the advisory locks of a PostgreSQL database ("dragoman" in ASCII).
LOCK_KEY = 0x647261676F6D616E

# Marks a connection whose transaction takes SQLite's write lock at once; taking it later may fail without waiting.
WRITES = "dragoman_writes"


@dataclass(slots=True)
class Database:
    """An engine and its place in words. `timeout` is how long a writer waits for another, in seconds."""

    engine: Engine
    place: str
    timeout: float
    is_open: bool = True

    @property
    def is_sqlite(self) -> bool:
        """Whether this is SQLite; else it is PostgreSQL."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the database to its end."""
        options: dict[str, Any] = {} if self.is_sqlite else {"isolation_level": "REPEATABLE READ"}
        with self._begin(options) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that writes; waits until no other does. Rolled back where the block raises."""
        with self._begin({WRITES: True}) as connection:
            if not self.is_sqlite:
                wait = {"wait": f"{int(self.timeout * 1000)}ms"}
                connection.execute(text("SELECT set_config('lock_timeout', :wait, true)"), wait)
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LOCK_KEY})
            yield connection

    @contextmanager
    def _begin(self, options: dict[str, Any]) -> Iterator[Connection]:
        if not self.is_open:
            raise StoreError(f"The database {self.place} was closed. Open it anew.")
        with explain_failures(self.place), self.engine.connect() as plain:
            connection = plain.execution_options(**options)
            with connection.begin():
                yield connection

    def use_wal(self) -> None:
        """Let readers go on while one writes: SQLite's write-ahead log, which the file remembers."""
        if not self.is_sqlite:
            return
        give_up = time.monotonic() + self.timeout
        with explain_failures(self.place), closing(self.engine.raw_connection()) as connection:
            while True:
                try:
                    connection.cursor().execute("PRAGMA journal_mode=WAL")
                    return
                except sqlite3.OperationalError as error:
                    if "locked" not in str(error) or time.monotonic() > give_up:
                        raise
                    time.sleep(WAL_PAUSE)

    def close(self) -> None:
        """Give all connections back. Closing twice does nothing."""
        self.is_open = False
        self.engine.dispose()


def open_engine(url: URL, *, timeout: float = BUSY_SECONDS) -> Database:
    """A Database for the URL; touches nothing yet."""
    place = describe_place(url)
    with explain_failures(place):
        options: dict[str, Any] = {"connect_args": {"client_encoding": "utf8"}, "pool_pre_ping": True}
        if "connect_timeout" not in url.query:
            options["connect_args"]["connect_timeout"] = CONNECT_SECONDS
        if is_sqlite(url):
            # isolation_level None: the driver begins no transactions of its own, `begin_sqlite` does.
            options = {"connect_args": {"timeout": timeout, "isolation_level": None}}
        if is_memory(url):
            options["connect_args"]["check_same_thread"] = False
            options["poolclass"] = StaticPool
        engine = create_engine(
            url,
            # Parameters are articles; they do not belong in messages.
            hide_parameters=True,
            json_serializer=partial(json.dumps, ensure_ascii=False, allow_nan=False),
            **options,
        )
    if is_sqlite(url):
        event.listen(engine, "connect", enforce_keys)
        event.listen(engine, "begin", begin_sqlite)
    return Database(engine, place, timeout)


def enforce_keys(connection: Any, _record: object) -> None:
    """Make a new SQLite connection keep foreign keys, which it does not by itself."""
    connection.execute("PRAGMA foreign_keys=ON")


def begin_sqlite(connection: Connection) -> None:
    """Begin a transaction on SQLite, with the write lock where the connection writes."""
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
