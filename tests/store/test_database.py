"""The database: WAL and foreign keys on SQLite, one view for readers, one writer at a time."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from dragoman.errors import StoreError
from dragoman.store import Store

from .factory import make_record


@pytest.mark.parametrize(("pragma", "value"), [("journal_mode", "wal"), ("foreign_keys", 1), ("busy_timeout", 7000)])
def test_database_on_sqlite_is_set_up(tmp_path: Path, pragma: str, value: object) -> None:
    with Store.open(tmp_path / "record.db", timeout=7) as store, store._database.reading() as connection:
        assert connection.scalar(text(f"PRAGMA {pragma}")) == value


def test_database_refuses_a_finding_without_its_article(store: Store) -> None:
    orphan = text("INSERT INTO claim_about VALUES ('gone', 'gone', 0, 'PER')")
    with pytest.raises(StoreError) as caught, store._database.writing() as connection:
        connection.execute(orphan)
    assert isinstance(caught.value.__cause__, IntegrityError)


def test_database_shows_a_reader_one_state_to_the_end(store: Store) -> None:
    count = text("SELECT count(*) FROM articles")
    with store._database.reading() as connection:
        assert connection.scalar(count) == 0
        store.save(make_record(), coder="1")
        assert connection.scalar(count) == 0
    assert store.counts()["articles"] == 1


def test_database_errors_do_not_show_what_was_stored(store: Store) -> None:
    secret = text("INSERT INTO articles (id, text) VALUES ('x', :words)")
    with pytest.raises(StoreError) as caught, store._database.writing() as connection:
        connection.execute(secret, {"words": "words of a source"})
    assert "words of a source" not in f"{caught.value} {caught.value.__cause__}".partition("DETAIL")[0]
