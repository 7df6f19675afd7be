"""Failures: what drivers say becomes a sentence with place and remedy."""

from __future__ import annotations

import json
import sqlite3
import sys
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from dragoman.errors import StoreError
from dragoman.store import Store
from dragoman.store.failures import describe_failure, explain_failures

from .factory import make_record


@pytest.mark.parametrize(
    ("said", "meaning"),
    [
        ("attempt to write a readonly database", "is read-only"),
        ("database is locked", "in use by another program"),
        ("unable to open database file", "cannot be opened"),
        ("file is not a database", "not an SQLite database"),
        ("database disk image is malformed", "is damaged"),
        ("database or disk is full", "no room left"),
        ('FATAL:  password authentication failed for user "me"', "refuses the user or the password"),
        ("canceling statement due to lock timeout", "in use by another program"),
        ("connection to server failed: Connection refused", "does not answer"),
    ],
)
def test_failures_known_say_place_and_meaning(said: str, meaning: str) -> None:
    message = describe_failure(OperationalError("SELECT 1", {}, sqlite3.OperationalError(said)), place="news.db")
    assert message.startswith("The database news.db ")
    assert meaning in message


def test_failures_unknown_show_the_first_line_only() -> None:
    message = describe_failure(sqlite3.OperationalError("odd trouble\nat line 7"), place="news.db")
    assert "odd trouble" in message
    assert "line 7" not in message


@pytest.mark.parametrize(
    "error", [ModuleNotFoundError("No module named 'psycopg'"), json.JSONDecodeError("bad", "x", 0), sqlite3.Error()]
)
def test_failures_within_a_block_are_explained(error: Exception) -> None:
    with pytest.raises(StoreError, match="news.db"), explain_failures("news.db"):
        raise error


@pytest.mark.parametrize("error", [KeyError("x"), KeyboardInterrupt()])
def test_failures_of_other_kinds_pass_unchanged(error: BaseException) -> None:
    with pytest.raises(type(error)), explain_failures("news.db"):
        raise error


def test_failures_of_a_missing_driver_name_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(StoreError, match=r"pip install 'dragoman\[postgresql\]'"):
        Store.open("postgresql://127.0.0.1/news")


def test_failures_of_a_file_that_is_no_database_leave_it_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "letter.db"
    file.write_text("Dear reader, this is a letter.\n" * 100)
    before = file.read_bytes()
    with pytest.raises(StoreError, match="is not an SQLite database"):
        Store.open(file)
    assert file.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["letter.db"]


def test_failures_of_a_read_only_file_come_at_opening_for_writing(tmp_path: Path) -> None:
    file = tmp_path / "record.db"
    with Store.open(file) as store:
        store.save(make_record(), coder="1")
    # Permission bits do not bind root; the read-only mode of SQLite binds everybody.
    with pytest.raises(StoreError, match="is read-only"):
        Store.open(f"sqlite:///file:{file}?mode=ro&uri=true")


def test_failures_of_a_read_only_file_spare_readers(tmp_path: Path) -> None:
    file = tmp_path / "record.db"
    with Store.open(file) as store:
        store.save(make_record(), coder="1")
    with Store.open(f"sqlite:///file:{file}?mode=ro&uri=true", create=False) as store:
        assert store.get("article-0001") == make_record()
        with pytest.raises(StoreError, match="is read-only"):
            store.save(make_record(), coder="2")
        with pytest.raises(StoreError, match="is read-only"):
            store.delete("article-0001")


@pytest.mark.parametrize("create", [True, False])
def test_failures_of_a_file_in_a_missing_folder_come_from_sqlite_too(tmp_path: Path, create: bool) -> None:
    with pytest.raises(StoreError, match="cannot be opened"):
        Store.open(f"sqlite:///file:{tmp_path}/missing/record.db?uri=true", create=create)


def test_failures_of_a_locked_database_come_after_the_timeout(tmp_path: Path) -> None:
    file = tmp_path / "record.db"
    with Store.open(file, timeout=0.1) as store:
        holder = sqlite3.connect(file, isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="in use by another program"):
            store.save(make_record(), coder="1")
        assert store.counts()["articles"] == 0
        holder.execute("ROLLBACK")
        holder.close()
        store.save(make_record(), coder="1")


def test_failures_of_a_wrong_password_do_not_show_it(postgresql_url: str) -> None:
    wrong = postgresql_url.replace("let-me-in", "wrong-secret")
    with pytest.raises(StoreError, match="refuses the user or the password") as caught:
        Store.open(wrong)
    assert "wrong-secret" not in str(caught.value)


def test_failures_of_a_server_that_is_not_there_say_so() -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(StoreError, match="does not answer"):
        Store.open("postgresql://me:topsecret@127.0.0.1:1/news")


def test_failures_of_a_locked_server_come_after_the_timeout(postgresql_url: str) -> None:
    import psycopg

    from dragoman.store.database import LOCK_KEY

    with Store.open(postgresql_url, timeout=0.2) as store:
        with psycopg.connect(postgresql_url) as holder:
            holder.execute("SELECT pg_advisory_xact_lock(%s)", (LOCK_KEY,))
            with pytest.raises(StoreError, match="in use by another program"):
                store.save(make_record(), coder="1")
        store.save(make_record(), coder="1")
