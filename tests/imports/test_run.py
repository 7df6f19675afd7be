"""Runs: files into the store, again, broken off, and out of it; round trips of what is exported."""

from __future__ import annotations

import gzip
import zipfile
from pathlib import Path

import pytest
from store.factory import make_record

from dragoman.errors import ImportFileError, StoreError
from dragoman.export import export_files
from dragoman.export.text import one_line
from dragoman.imports import choose_imported, find_tables
from dragoman.record import Actor, Event
from dragoman.record.imported import ImportedActor, ImportedEvent
from dragoman.store import Selection, Store

from .conftest import Bring
from .tables import gdelt_line, polecat_line, write_gdelt, write_polecat


@pytest.fixture
def events(tmp_path: Path) -> Path:
    """Seven rows of GDELT, three of them broken."""
    lines = [gdelt_line(GLOBALEVENTID=str(number)) for number in range(1, 5)]
    broken = [gdelt_line(GLOBALEVENTID="5", EventCode="13y"), "6\tcut off", gdelt_line(SQLDATE="20319999")]
    return write_gdelt(tmp_path / "20310303.export.CSV", *lines[:2], *broken, *lines[2:])


def test_run_stores_the_good_rows_and_tells_the_others(store: Store, bring: Bring, events: Path) -> None:
    outcome, told = bring(events, "gdelt")
    assert (outcome.added, outcome.known, outcome.skipped) == (4, 0, 3)
    assert [line for line, _ in told] == [3, 4, 5]
    assert "'13y'" in told[0][1] and "2 columns" in told[1][1] and "'20319999'" in told[2][1]
    assert [(event.source_id, event.row) for event in store.imported()] == [("1", 1), ("2", 2), ("3", 6), ("4", 7)]


def test_run_twice_changes_nothing_and_tells_the_same(store: Store, bring: Bring, events: Path) -> None:
    _, first = bring(events, "gdelt")
    before = list(store.imported())
    outcome, told = bring(events, "gdelt")
    assert (outcome.added, outcome.known, outcome.skipped) == (0, 4, 3)
    assert told == first
    assert list(store.imported()) == before


def test_run_knows_a_file_that_is_packed_or_renamed(store: Store, bring: Bring, events: Path, tmp_path: Path) -> None:
    bring(events, "gdelt")
    (tmp_path / "same.gz").write_bytes(gzip.compress(events.read_bytes()))
    with zipfile.ZipFile(tmp_path / "same.zip", "w") as archive:
        archive.write(events, "inner.CSV")
    for name in ("same.gz", "same.zip"):
        outcome, _ = bring(tmp_path / name, "gdelt")
        assert (outcome.added, outcome.known) == (0, 4)
    assert [file.name for file in store.imported_files()] == [events.name]


def test_run_takes_a_header_of_gdelt_for_none(store: Store, bring: Bring, tmp_path: Path) -> None:
    from dragoman.export.to_gdelt import COLUMNS

    path = write_gdelt(tmp_path / "headed.CSV", "\t".join(COLUMNS), gdelt_line())
    assert bring(path, "gdelt")[0].added == 1


@pytest.mark.parametrize(
    ("content", "source", "message"),
    [
        (b"", "gdelt", "file is empty"),
        (b"\n\n", "polecat", "file is empty"),
        (b"\xff\xfe\x00\n", "polecat", "file, line 1: byte 1 is no UTF-8"),
        (b"<html>\n", "gdelt", "file: line 1 has 1 columns: this is no table of GDELT"),
        (b"a,b\n", "polecat", "file: line 1 has no column 'Event ID'"),
    ],
)
def test_run_refuses_another_table_and_leaves_nothing(
    store: Store, bring: Bring, tmp_path: Path, content: bytes, source: str, message: str
) -> None:
    (tmp_path / "file").write_bytes(content)
    with pytest.raises(ImportFileError, match=message):
        bring(tmp_path / "file", source)
    assert store.imported_files() == []


def test_run_keeps_what_stands_before_a_break_and_goes_on(
    store: Store, bring: Bring, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dragoman.store.imported.BATCH_ROWS", 2)
    path = write_polecat(tmp_path / "a.txt", *(polecat_line(Event_ID=f"P{number}") for number in range(7)))

    class StopError(Exception):
        pass

    def read_some(*given: object) -> ImportedEvent:
        if given[0].line > 6:  # type: ignore[attr-defined]
            raise StopError
        return whole(*given)  # type: ignore[arg-type]

    from dragoman.imports import from_polecat

    whole = from_polecat.read_event
    with monkeypatch.context() as patch:
        patch.setattr(from_polecat, "read_event", read_some)
        with pytest.raises(StopError):
            bring(path, "polecat")
    assert [event.source_id for event in store.imported()] == ["P0", "P1", "P2", "P3"]
    assert [file.finished for file in store.imported_files()] == [False]
    outcome, _ = bring(path, "polecat")
    assert (outcome.added, outcome.known) == (3, 4)
    assert [event.source_id for event in store.imported()] == [f"P{number}" for number in range(7)]


def test_run_finds_the_imported_file_by_its_content_or_name(
    store: Store, bring: Bring, events: Path, tmp_path: Path
) -> None:
    bring(events, "gdelt")
    copy = tmp_path / "copy.gz"
    copy.write_bytes(gzip.compress(events.read_bytes()))
    for meant in (str(events), str(copy), events.name, f"elsewhere/{events.name}"):
        assert [file.name for file in choose_imported(store, meant)] == [events.name]
    with pytest.raises(StoreError, match="No file"):
        choose_imported(store, "other.CSV")


def test_run_undoes_a_whole_archive(store: Store, tmp_path: Path) -> None:
    from dragoman.imports import import_table

    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("one.CSV", gdelt_line(GLOBALEVENTID="1"))
        archive.writestr("two.CSV", gdelt_line(GLOBALEVENTID="2"))
    for table in find_tables(tmp_path / "all.zip"):
        import_table(store, table, "gdelt", on_skipped=lambda line, reason: None)
    found = choose_imported(store, "all.zip")
    assert [file.member for file in found] == ["one.CSV", "two.CSV"]
    assert store.forget_imported([file.digest for file in found]) == 2


def name_actor(actor: Actor | ImportedActor) -> str:
    """The country, else the name, as both formats can hold it: in one line, without the mark that parts actors."""
    words = actor.code if isinstance(actor, Actor) else actor.country or actor.name or ""
    return " ".join(one_line(words).replace(";", ",").split())


def list_dyads(event: Event | ImportedEvent) -> list[tuple[str, str]]:
    """The directed dyads of an event; all who act together are one both ways."""
    others = event.recipients or event.actors
    return [
        (name_actor(actor), name_actor(other))
        for at, actor in enumerate(event.actors)
        for place, other in enumerate(others)
        if event.recipients or at != place
    ]


@pytest.mark.parametrize("form", ["gdelt", "polecat"])
def test_what_is_exported_is_imported_elsewhere_with_the_same_dyads(
    store: Store, bring: Bring, tmp_path: Path, form: str
) -> None:
    from export.hostile import make_hostile
    from export.shapes import make_shapes
    from export.test_pairs import TOLD

    with Store.open(tmp_path / "coded.db") as coded:
        coded.save_many([make_record(), make_shapes(), make_hostile()], coder="1")
        export_files(coded, form, tmp_path / "out", Selection(("events",)))
        told_events = [row.event for row in coded.events() if row.event.id in {*TOLD, "e1", "=e"}]
    expected = sorted(dyad for event in told_events for dyad in list_dyads(event))
    out = tmp_path / "out"
    outcome, told = bring(out / "dragoman.export.CSV" if form == "gdelt" else out, form)
    assert told == [] and outcome.known == 0
    assert sorted(dyad for event in store.imported() for dyad in list_dyads(event)) == expected
    assert len(set(expected)) > 8
    for one, other in (("CHL", "PER"), ("UNO", "CHL")):
        assert list(store.imported(dyad=(one, other)))


@pytest.mark.parametrize("form", ["gdelt", "polecat"])
def test_what_is_exported_keeps_its_days_codes_and_places(
    store: Store, bring: Bring, tmp_path: Path, form: str
) -> None:
    record = make_record()
    with Store.open(tmp_path / "coded.db") as coded:
        coded.save(record, coder="1")
        export_files(coded, form, tmp_path / "out", Selection(("events",)))
    out = tmp_path / "out"
    bring(out / "dragoman.export.CSV" if form == "gdelt" else out, form)
    (event,) = store.imported()
    told, place = record.events[0], record.events[0].place
    assert place is not None
    assert (event.day, event.type, event.mode, event.quad) == ("2031-03-03", told.type, told.mode, told.quad)
    assert (event.place_country, event.place_lat, event.place_lon) == (place.country, place.lat, place.lon)
    assert event.cameo == (told.cameo if form == "gdelt" else None)
    assert event.score == (1.0 if form == "gdelt" else told.score)
    assert [actor.sectors for actor in (*event.actors, *event.recipients)] == [("GOV",), ("GOV", "BUS")]
