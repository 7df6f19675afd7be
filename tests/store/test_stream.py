"""Streaming: whole records, what a selection keeps, one view to the end."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from dragoman.errors import StoreError
from dragoman.record import KINDS, Record
from dragoman.store import Selection, Store, StoredRecord
from dragoman.store.stream import joins

from .factory import ANA, CHILE, PERU, actor, make_article, make_event, make_record

BOLIVIA = actor("Envoys", "BOL", name="Bolivia")


@pytest.fixture(autouse=True)
def batch(monkeypatch: pytest.MonkeyPatch) -> None:
    """Batches so small that every stream has several."""
    monkeypatch.setattr("dragoman.store.stream.BATCH", 2)


@pytest.fixture
def shelf(store: Store) -> Store:
    """Five articles, two of them without a day, one without findings."""
    store.save_many(
        [
            make_record("undated-b", article=make_article("undated-b", published=None)),
            Record(make_article("undated-a", published=None), events=(make_event("one", date=None),)),
            Record(make_article("late-0001", published="2031-05-01"), events=(make_event("two", actors=(BOLIVIA,)),)),
            Record(make_article("early-002", published="2031-03-01")),
            make_record("early-001", article=make_article("early-001", published="2031-03-01")),
        ],
        coder="coder 7",
    )
    return store


def ids(rows: Iterable[StoredRecord]) -> list[str]:
    return [row.record.article.id for row in rows]


def test_stream_gives_every_record_whole_and_in_order(shelf: Store) -> None:
    rows = list(shelf.records())
    assert ids(rows) == ["early-001", "early-002", "late-0001", "undated-a", "undated-b"]
    for row in rows:
        stored = shelf.get(row.record.article.id)
        assert stored is not None
        assert row.record.to_dict() == stored.to_dict()
        assert row.record.refused == ()
        assert row.coder == "coder 7" and row.last_coded.endswith("Z")


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(("events",)), ["early-001", "late-0001", "undated-a", "undated-b"]),
        (Selection(("claims",)), ["early-001", "undated-b"]),
        (Selection(("claims",), since="2031-01-01"), ["early-001"]),
        (Selection(("claims",), until="2031-02-28"), []),
        (Selection(("events",), since="2031-03-04"), []),
        (Selection(("events",), since="2031-03-03", until="2031-03-03"), ["early-001", "late-0001", "undated-b"]),
        (Selection(("events", "claims"), dyad=("BOL", "PER")), ["late-0001"]),
        (Selection(dyad=("Peru", "Bolivia")), ["late-0001"]),
        (Selection(("events",), dyad=("CHL", "PER")), ["early-001", "undated-a", "undated-b"]),
        (Selection(("events",), dyad=("CHL", "BOL")), []),
        (Selection(("agreements", "conditions"), dyad=("PER", "CHL")), ["early-001", "undated-b"]),
        (Selection(("persons",), dyad=("PER", "JPN")), ["early-001", "undated-b"]),
        (Selection(("persons",), dyad=("CHL", "JPN")), []),
        (Selection(("events",), dyad=("' OR 1=1 --", "PER")), []),
    ],
)
def test_stream_keeps_what_a_selection_wants(shelf: Store, selection: Selection, expected: list[str]) -> None:
    rows = list(shelf.records(selection))
    assert ids(rows) == expected
    for row in rows:
        assert {kind for kind, _ in row.record.findings()} <= set(selection.kinds)


def test_stream_keeps_only_the_findings_of_a_dyad(shelf: Store) -> None:
    row, undated = shelf.records(Selection(dyad=("CHL", "PER"), since="2031-01-01", until="2031-04-01"))
    assert [finding.id for _, finding in undated.record.findings()] == ["e1"]
    kept = [f"{kind} {finding.id}" for kind, finding in row.record.findings()]
    assert kept == ["events e1", "events e2", "agreements a1", "commitments c1", "claims q1", "meetings m1",
                    "persons p1", "conditions k1"]  # fmt: skip


@pytest.mark.parametrize("dyad", [("CHL", "PER"), ("PER", "CHL"), ("PER", "PER"), ("Chile", "PER"), ("BOL", "CHL")])
def test_stream_finds_the_events_of_a_dyad_that_the_store_finds(store: Store, dyad: tuple[str, str]) -> None:
    events = [
        make_event("one-way"),
        make_event("back", actors=(PERU,), recipients=(CHILE,)),
        make_event("both", actors=(CHILE, PERU), recipients=()),
        make_event("alone", actors=(CHILE,), recipients=()),
        make_event("against", actors=(CHILE, PERU), recipients=(BOLIVIA,)),
        make_event("inside", actors=(PERU,), recipients=(ANA,)),
        make_event("two-of-one", actors=(PERU, ANA), recipients=()),
    ]
    store.save(Record(make_article(), events=tuple(events)), coder="1")
    found = {row.event.id for row in store.events(dyad=dyad)}
    streamed = {event.id for row in store.records(Selection(("events",), dyad=dyad)) for event in row.record.events}
    assert streamed == found
    assert all(joins(event, *dyad) == (event.id in found) for event in events)


def test_stream_sees_one_state_of_the_database(shelf: Store) -> None:
    if shelf.place.startswith("postgresql"):
        rows = shelf.records()
        first = next(rows)
        shelf.save(make_record("late-9999", article=make_article("late-9999", published="2031-06-01")), coder="1")
        assert ids([first, *rows]) == ["early-001", "early-002", "late-0001", "undated-a", "undated-b"]
        assert "late-9999" in ids(shelf.records())
        return
    rows = shelf.records()
    first = next(rows)
    with Store.open(shelf.place, create=False) as other:
        other.delete("undated-a")
    assert ids([first, *rows])[-2:] == ["undated-a", "undated-b"]
    assert "undated-a" not in ids(shelf.records())


def test_stream_leaves_the_database_free_when_it_is_broken_off(shelf: Store) -> None:
    rows = shelf.records()
    next(rows)
    rows.close()  # type: ignore[attr-defined]
    assert shelf.delete("undated-a")


@pytest.mark.parametrize(
    ("selection", "message"),
    [
        (Selection(("people",)), "The kind 'people' is none. Allowed: events"),
        (Selection(since="June"), "The day 'June' given as since is no day"),
        (Selection(until="2031-02-30"), "given as until"),
        (Selection(dyad=("CHL", "P\x00")), "NUL"),
    ],
)
def test_stream_refuses_what_nothing_can_match(store: Store, selection: Selection, message: str) -> None:
    with pytest.raises(StoreError, match=message):
        list(store.records(selection))


@pytest.mark.parametrize("kind", KINDS)
def test_stream_knows_the_members_of_every_kind(kind: str) -> None:
    finding: Any = getattr(make_record(), kind)[0]
    assert joins(finding, "CHL", "PER")
    assert not joins(finding, "BOL", "JPN")


def test_stream_takes_a_meeting_by_those_who_attend() -> None:
    (meeting,) = make_record().meetings
    assert joins(meeting, "Chile", "Peru")
    assert not joins(meeting, "Chile", "Bolivia")
