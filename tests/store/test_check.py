"""Checking: a healthy record has no troubles; each kind of damage is told, and nothing is changed by looking."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from dragoman.record import Reason, Span
from dragoman.store import Store

from .factory import CHILE, make_event, make_record


def change(store: Store, statement: str, *, keys: bool = True) -> None:
    """Change the stored rows behind dragoman's back."""
    with store._database.engine.connect() as connection:
        if not keys:
            connection.connection.driver_connection.execute("PRAGMA foreign_keys=OFF")  # type: ignore[union-attr]
        with connection.begin():
            connection.execute(text(statement))
        if not keys:
            connection.connection.driver_connection.execute("PRAGMA foreign_keys=ON")  # type: ignore[union-attr]


def test_check_of_a_healthy_store_is_empty(store: Store) -> None:
    assert store.check() == []
    store.save(make_record(), coder="1")
    assert store.check() == []


@pytest.mark.parametrize(
    ("statement", "trouble"),
    [
        ("UPDATE articles SET text = 'other words' WHERE id = 'article-0001'", "no longer those that were stored"),
        ("UPDATE articles SET title = 'x' WHERE id = 'article-0001'", "no longer those that were stored"),
        ("UPDATE articles SET text = 'other words' WHERE id = 'article-0001'", "does not hold its words"),
        ("DELETE FROM events WHERE id = 'e1'", "no longer those that were stored"),
        ("UPDATE events SET score = 9 WHERE id = 'e1'", "the columns of events differ"),
        ("UPDATE event_actors SET country = 'BOL'", "the columns of event_actors differ"),
        ("DELETE FROM claim_about", "the columns of claim_about differ"),
        ("UPDATE refusals SET label = 'x' WHERE ordinal = 0", "the columns of refusals differ"),
        ("UPDATE refusals SET body = '{}' WHERE ordinal = 0", "cannot be read back"),
        ("UPDATE events SET body = '[]' WHERE id = 'e1'", "cannot be read back"),
    ],
)
def test_check_tells_what_was_changed(store: Store, statement: str, trouble: str) -> None:
    store.save(make_record(), coder="1")
    change(store, statement)
    troubles = store.check()
    assert any(trouble in each and "'article-0001'" in each for each in troubles), troubles


def test_check_tells_spans_that_do_not_prove_themselves(store: Store) -> None:
    false = Span(3, 7, "oops")
    event = make_event(trigger=false, actors=(replace(CHILE, span=false),))
    store.save(make_record(events=(event,)), coder="1")
    troubles = store.check()
    assert len(troubles) == 2
    assert "events e1.actors.span [3, 7)" in troubles[0] and "events e1.trigger [3, 7)" in troubles[1]


def test_check_lets_a_refused_span_be_false_where_it_was_refused_for_that(store: Store) -> None:
    false = make_record().refused[1]
    assert false.reason is Reason.SPAN_MISMATCH
    store.save(make_record(refused=(false,)), coder="1")
    assert store.check() == []
    store.save(make_record(refused=(replace(false, reason=Reason.NO_ACTOR),)), coder="1")
    assert len(store.check()) == 1


@pytest.mark.parametrize(
    ("statement", "trouble"),
    [
        ("DELETE FROM articles", "events: 2 rows whose row in articles is missing"),
        ("DELETE FROM events", "event_actors: 4 rows whose row in events is missing"),
    ],
)
def test_check_tells_orphans(tmp_path: Path, statement: str, trouble: str) -> None:
    with Store.open(tmp_path / "record.db") as store:
        store.save(make_record(events=(make_event(), make_event("e2"))), coder="1")
        change(store, statement, keys=False)
        assert any(each.startswith(trouble) for each in store.check())


def test_check_tells_values_that_are_no_json(tmp_path: Path) -> None:
    with Store.open(tmp_path / "record.db") as store:
        store.save(make_record(), coder="1")
        change(store, "UPDATE events SET body = '{broken'")
        assert any("no JSON" in each for each in store.check())


def test_check_tells_a_damaged_file(tmp_path: Path) -> None:
    file = tmp_path / "record.db"
    with Store.open(file) as store:
        store.save_many([make_record(f"article-{at}") for at in range(50)], coder="1")
    blob = bytearray(file.read_bytes())
    # The head and the schema stay whole, so that the file can be opened.
    half = len(blob) // 2
    blob[half : half + 40000] = b"\xa5" * 40000
    file.write_bytes(bytes(blob))
    with Store.open(file, create=False) as store:
        assert any("damaged" in each for each in store.check())
