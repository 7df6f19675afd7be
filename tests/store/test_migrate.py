"""Migrations: from nothing to the tables of the code, and what is refused untouched."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from dragoman.errors import StoreError
from dragoman.store import Store, tables
from dragoman.store.address import parse_address
from dragoman.store.database import Database, open_engine
from dragoman.store.migrate import (
    REVISION_PREFIX,
    State,
    downgrade,
    make_config,
    prepare_database,
    read_state,
    upgrade,
)

from .factory import make_record


def open_plain(url: str) -> Database:
    return open_engine(parse_address(url), timeout=5)


def set_revision(url: str, revision: str) -> None:
    database = open_plain(url)
    with database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :revision"), {"revision": revision})
    database.close()


def test_migrate_makes_the_tables_of_the_code(url: str) -> None:
    Store.open(url).close()
    database = open_plain(url)
    with database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, tables.metadata) == []
    database.close()


def test_migrate_goes_up_from_nothing_and_back_down_to_it(url: str) -> None:
    database = open_plain(url)
    with database.writing() as connection:
        assert read_state(connection, place="x") is State.EMPTY
        upgrade(connection)
        assert read_state(connection, place="x") is State.CURRENT
        downgrade(connection, revision="base")
        assert inspect(connection).get_table_names() == ["alembic_version"]
        assert read_state(connection, place="x") is State.EMPTY
        upgrade(connection)
        assert set(tables.metadata.tables) < set(inspect(connection).get_table_names())
    database.close()


def test_migrate_records_the_newest_revision(url: str) -> None:
    Store.open(url).close()
    database = open_plain(url)
    with database.reading() as connection:
        (revision,) = connection.scalars(text("SELECT version_num FROM alembic_version"))
    database.close()
    assert revision == ScriptDirectory.from_config(make_config()).get_current_head()


def test_migrate_names_every_revision_as_ours() -> None:
    revisions = [each.revision for each in ScriptDirectory.from_config(make_config()).walk_revisions()]
    assert revisions
    assert all(revision.startswith(REVISION_PREFIX) and len(revision) <= 32 for revision in revisions)


def test_migrate_keeps_what_is_stored_when_opened_again(url: str) -> None:
    with Store.open(url) as store:
        store.save(make_record(), coder="1")
    with Store.open(url) as store:
        assert store.get("article-0001") == make_record()


def test_migrate_is_one_transaction(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    database = open_plain(url)

    def break_off(connection: object) -> None:
        upgrade(connection)  # type: ignore[arg-type]
        raise RuntimeError("power cut")

    monkeypatch.setattr("dragoman.store.migrate.upgrade", break_off)
    with pytest.raises(RuntimeError):
        prepare_database(database, create=True)
    with database.reading() as connection:
        assert inspect(connection).get_table_names() == []
    database.close()


def test_migrate_refuses_a_newer_database_and_leaves_it(url: str) -> None:
    with Store.open(url) as store:
        store.save(make_record(), coder="1")
    set_revision(url, "dragoman_9999")
    with pytest.raises(StoreError, match=r"made by a newer dragoman.*dragoman_9999.*Upgrade dragoman"):
        Store.open(url)
    set_revision(url, str(ScriptDirectory.from_config(make_config()).get_current_head()))
    with Store.open(url) as store:
        assert store.counts()["articles"] == 1


def test_migrate_refuses_the_revision_of_another_program(url: str) -> None:
    Store.open(url).close()
    set_revision(url, "4fd2c0ffee")
    with pytest.raises(StoreError, match="not dragoman's.*4fd2c0ffee"):
        Store.open(url)


@pytest.mark.parametrize("create", [True, False])
def test_migrate_refuses_the_tables_of_another_program(url: str, create: bool) -> None:
    database = open_plain(url)
    with database.writing() as connection:
        connection.execute(text("CREATE TABLE recipes (name TEXT)"))
    with pytest.raises(StoreError, match="not dragoman's: it holds recipes"):
        Store.open(url, create=create)
    with database.reading() as connection:
        assert inspect(connection).get_table_names() == ["recipes"]
    database.close()


def test_migrate_leaves_the_file_of_another_program_byte_by_byte(tmp_path: Path) -> None:
    file = tmp_path / "recipes.db"
    other = sqlite3.connect(file)
    other.execute("CREATE TABLE recipes (name TEXT)")
    other.close()
    before = file.read_bytes()
    with pytest.raises(StoreError, match="not dragoman's"):
        Store.open(file)
    assert file.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["recipes.db"]


def test_migrate_makes_no_file_without_create(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="There is no database"):
        Store.open(tmp_path / "record.db", create=False)
    assert list(tmp_path.iterdir()) == []


def test_migrate_makes_no_tables_without_create(url: str) -> None:
    database = open_plain(url)
    with database.writing() as connection:
        # The first look makes an empty SQLite file; nothing else is there.
        assert read_state(connection, place="x") is State.EMPTY
    with pytest.raises(StoreError, match="is empty"):
        Store.open(url, create=False)
    with database.reading() as connection:
        assert inspect(connection).get_table_names() == []
    database.close()


def test_migrate_refuses_a_server_encoding_that_is_not_unicode(server: str) -> None:
    import psycopg

    with psycopg.connect(f"{server}/postgres", autocommit=True) as admin:
        admin.execute("CREATE DATABASE latin ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0")
        with pytest.raises(StoreError, match="stores text as LATIN1"):
            Store.open(f"{server}/latin")
        admin.execute("DROP DATABASE latin WITH (FORCE)")
