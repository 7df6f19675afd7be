"""Imported events: kept apart from the record, found by filters, never doubled, removed with their file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import func, select

from dragoman.errors import StoreError
from dragoman.record.imported import ImportedActor, ImportedEvent
from dragoman.store import FileToImport, Store, choose_files, tables

from .factory import make_record

CHILE, PERU = ImportedActor("CHILE", "CHL", ("GOV",)), ImportedActor("PERU", "PER")
CROWD = ImportedActor("CROWD", None)
FILE = FileToImport("one.CSV", None, "a" * 64, "gdelt")
OTHER = FileToImport("two.zip", "two.CSV", "b" * 64, "gdelt")


@pytest.fixture(autouse=True)
def batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Batches and pages so small that every list has several."""
    monkeypatch.setattr("dragoman.store.imported.BATCH_ROWS", 2)
    monkeypatch.setattr("dragoman.store.pages.PAGE_ROWS", 2)


def make_imported(row: int = 1, **changes: Any) -> ImportedEvent:
    values: dict[str, Any] = {
        "source": "gdelt", "source_id": str(1000 + row), "day": "2031-03-03", "type": "CONSULT", "mode": "visit",
        "cameo": "042", "quad": "verbal cooperation", "score": 1.9, "actors": (CHILE,), "recipients": (PERU,),
        "place_name": "Arica", "place_country": "CHL", "place_lat": -18.475, "place_lon": -70.3042,
        "place_geonameid": 3899361, "url": "https://news.example/1", "file": "one.CSV", "row": row,
    }  # fmt: skip
    return ImportedEvent(**{**values, **changes})


def add(store: Store, events: Iterable[ImportedEvent | None], file: FileToImport = FILE) -> tuple[int, int, int]:
    """The counts of an import; what is told must be told of skipped rows only."""
    told: list[tuple[int, str]] = []
    outcome = store.add_imported(file, events, on_skipped=lambda row, reason: told.append((row, reason)))
    assert len(told) <= outcome.skipped
    return outcome.added, outcome.known, outcome.skipped


def rows(events: Iterable[ImportedEvent]) -> list[int]:
    return [event.row for event in events]


MANY = [make_imported(row) for row in range(1, 6)]


def test_imported_events_are_given_back_as_they_were(store: Store) -> None:
    odd = make_imported(
        9, day=None, type=None, mode=None, cameo=None, quad=None, score=None, actors=(CHILE, CROWD), recipients=(),
        place_name=None, place_country=None, place_lat=None, place_lon=None, place_geonameid=None, url=None,
    )  # fmt: skip
    assert add(store, [*MANY, odd]) == (6, 0, 0)
    assert list(store.imported()) == [*MANY, odd]


def test_imported_events_tell_their_archive_too(store: Store) -> None:
    add(store, [make_imported(file="two.zip:two.CSV")], OTHER)
    assert [event.file for event in store.imported()] == ["two.zip:two.CSV"]


def test_imported_events_are_no_part_of_the_record(store: Store) -> None:
    store.save(make_record(), coder="1")
    before = (store.counts(), list(store.events()), list(store.articles()))
    add(store, MANY)
    assert (store.counts(), list(store.events()), list(store.articles())) == before
    assert [stored.record.article.id for stored in store.records()] == ["article-0001"]
    assert store.check() == []
    assert store.forget_imported([FILE.digest]) == 5
    assert (store.counts(), list(store.events()), list(store.articles())) == before


def test_imported_twice_is_there_once(store: Store) -> None:
    assert add(store, MANY) == (5, 0, 0)
    assert add(store, MANY) == (0, 5, 0)
    assert rows(store.imported()) == [1, 2, 3, 4, 5]
    assert [file.events for file in store.imported_files()] == [5]


def test_imported_rows_of_another_file_are_known(store: Store) -> None:
    add(store, MANY[:3])
    moved = [replace(event, file="two.zip:two.CSV", row=event.row + 10) for event in MANY]
    assert add(store, moved, OTHER) == (2, 3, 0)
    assert [file.events for file in store.imported_files()] == [3, 2]


def test_imported_row_that_stands_twice_in_a_file_is_one_event(store: Store) -> None:
    assert add(store, [MANY[0], replace(MANY[0], row=2), MANY[2], replace(MANY[0], row=4)]) == (2, 2, 0)


def test_imported_rows_of_one_event_with_other_values_are_kept_in_one_file(store: Store) -> None:
    back = replace(MANY[0], row=2, actors=(PERU,), recipients=(CHILE,))
    assert add(store, [MANY[0], back, MANY[2]]) == (3, 0, 0)
    assert add(store, [MANY[0], back, MANY[2]]) == (0, 3, 0)


def test_imported_row_that_contradicts_another_file_is_told_and_left_out(store: Store) -> None:
    add(store, MANY)
    told: list[tuple[int, str]] = []
    changed = [replace(MANY[1], score=-5.0, row=12), replace(MANY[2], row=13)]
    outcome = store.add_imported(OTHER, changed, on_skipped=lambda row, reason: told.append((row, reason)))
    assert (outcome.added, outcome.known, outcome.skipped) == (0, 1, 1)
    ((row, reason),) = told
    assert row == 12 and "'1002' is there from one.CSV with other values" in reason and "--undo one.CSV" in reason
    assert [event.score for event in store.imported()] == [1.9] * 5


def break_off(events: list[ImportedEvent]) -> Iterator[ImportedEvent]:
    yield from events
    raise RuntimeError("power cut")


def test_imported_file_that_is_broken_off_goes_on_where_it_is_done_again(store: Store) -> None:
    with pytest.raises(RuntimeError, match="power cut"):
        add(store, break_off(MANY))
    (file,) = store.imported_files()
    assert (file.finished, file.events) == (False, 4)
    assert store.check() == []
    assert add(store, MANY) == (1, 4, 0)
    (file,) = store.imported_files()
    assert (file.finished, file.events, file.skipped) == (True, 5, 0)


def test_imported_file_that_is_none_leaves_nothing(store: Store) -> None:
    with pytest.raises(RuntimeError):
        add(store, break_off([]))
    assert store.imported_files() == []


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"place_name": "A\x00"}, "place.name holds a NUL"),
        ({"url": "\ud800"}, "half a character"),
        ({"score": float("inf")}, "the number inf"),
        ({"source_id": "x" * 600}, "longer than 512 bytes"),
        ({"actors": (ImportedActor("a", "é" * 300),)}, "longer than 512 bytes"),
    ],
)
def test_imported_row_that_no_backend_can_hold_is_told_and_left_out(
    store: Store, changes: dict[str, Any], reason: str
) -> None:
    told: list[tuple[int, str]] = []
    events = [MANY[0], make_imported(7, **changes), None, MANY[2]]
    outcome = store.add_imported(FILE, events, on_skipped=lambda row, why: told.append((row, why)))
    assert (outcome.added, outcome.skipped) == (2, 2)
    assert [row for row, _ in told] == [7] and reason in told[0][1]
    assert [file.skipped for file in store.imported_files()] == [2]


@pytest.fixture
def shelf(store: Store) -> Store:
    """Events of two sources, on different days, between different actors."""
    add(
        store,
        [
            make_imported(1, day="2031-03-05"),
            make_imported(2, day="2031-03-01", actors=(PERU,), recipients=(CHILE,), type="AID"),
            make_imported(3, day=None, actors=(CHILE, PERU), recipients=()),
            make_imported(4, actors=(CHILE,), recipients=()),
            make_imported(5, actors=(CHILE, PERU), recipients=(CROWD,)),
            make_imported(6, actors=(PERU, PERU), recipients=()),
        ],
    )
    polecat = [make_imported(17, source="polecat", source_id="P-1", day="2031-03-02", type=None, recipients=())]
    add(store, polecat, replace(OTHER, source="polecat"))
    return store


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, [2, 17, 4, 5, 6, 1, 3]),
        ({"limit": 2}, [2, 17]),
        ({"limit": 0}, []),
        ({"source": "polecat"}, [17]),
        ({"source": "icews"}, []),
        ({"type": "AID"}, [2]),
        ({"since": "2031-03-03"}, [4, 5, 6, 1]),
        ({"until": "2031-03-02"}, [2, 17]),
        ({"dyad": ("CHL", "PER")}, [2, 1, 3]),
        ({"dyad": ("PER", "CHL")}, [2, 1, 3]),
        ({"dyad": ("CHILE", "PER")}, [2, 1, 3]),
        ({"dyad": ("PER", "PER")}, [6]),
        ({"dyad": ("CHL", "CROWD")}, [5]),
        ({"dyad": ("CHL", "' OR 1=1")}, []),
        ({"actor": "PER"}, [2, 5, 6, 1, 3]),
        ({"actor": "CROWD"}, [5]),
        ({"actor": "CHL", "since": "2031-03-04", "type": "CONSULT"}, [1]),
    ],
)
def test_imported_events_are_found_by_filters(shelf: Store, filters: dict[str, Any], expected: list[int]) -> None:
    assert rows(shelf.imported(**filters)) == expected


@pytest.mark.parametrize("filters", [{"since": "June"}, {"dyad": ("CHL", "\x00")}, {"type": "\x00"}, {"limit": -1}])
def test_imported_filters_that_nothing_can_match_are_refused(store: Store, filters: dict[str, Any]) -> None:
    with pytest.raises(StoreError):
        list(store.imported(**filters))


def test_imported_file_is_removed_with_what_it_brought(shelf: Store) -> None:
    assert shelf.forget_imported([FILE.digest]) == 6
    assert rows(shelf.imported()) == [17]
    assert shelf.forget_imported([FILE.digest]) == 0
    with shelf._database.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(tables.imported_actors)) == 1
    assert shelf.check() == []


def test_imported_file_of_another_source_is_refused(store: Store) -> None:
    add(store, MANY)
    with pytest.raises(StoreError, match="one.CSV was imported as gdelt before"):
        add(store, MANY, replace(FILE, source="polecat"))


@pytest.mark.parametrize(
    ("meant", "digests"),
    [("one.CSV", "a"), ("two.zip", "b"), ("two.CSV", "b"), ("two.zip:two.CSV", "b"), ("aaaaaaaa", "a")],
)
def test_imported_file_is_meant_by_name_or_digest(shelf: Store, meant: str, digests: str) -> None:
    assert [file.digest[0] for file in choose_files(shelf.imported_files(), meant)] == list(digests)


def test_imported_files_that_are_not_there_or_not_clear_are_refused(shelf: Store) -> None:
    with pytest.raises(StoreError, match="No file 'three.CSV' was imported. Imported were: one.CSV, two.zip:two.CSV"):
        choose_files(shelf.imported_files(), "three.CSV")
    with pytest.raises(StoreError, match="No file 'aaaaaaa'"):
        choose_files(shelf.imported_files(), "aaaaaaa")
    add(shelf, [], replace(FILE, digest="c" * 64))
    with pytest.raises(StoreError, match=r"'one.CSV' means several files: .*\(aaaaaaaaaaaa\), .*\(cccccccccccc\)"):
        choose_files(shelf.imported_files(), "one.CSV")
