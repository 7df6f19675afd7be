"""Formats: what each can hold, and that none holds a store in memory."""

from __future__ import annotations

import io
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import pytest
from store.factory import make_article, make_record

from dragoman.errors import ExportError
from dragoman.export import FORMATS, choose_kinds, export_stream, place_files
from dragoman.export.writing import Choice
from dragoman.record import KINDS
from dragoman.store import Selection, Store
from dragoman.store.stream import StoredRecord

from .conftest import Export
from .shapes import CODER, make_shapes

TITLE = 10_000


class Nowhere(io.RawIOBase):
    """A stream that forgets what is written to it."""

    def writable(self) -> bool:
        return True

    def write(self, given: object) -> int:
        return len(bytes(given))  # type: ignore[call-overload]


class Sink:
    def open(self, name: str) -> BinaryIO:
        return Nowhere()  # type: ignore[return-value]


def make_many(count: int) -> Iterator[StoredRecord]:
    for at in range(count):
        # Longer than all else that a format may keep of a record.
        article = make_article(f"article-{at:06}", title=f"{at}" * (TITLE // len(f"{at}")))
        yield StoredRecord(make_record(article=article), CODER, "2031-01-01T00:00:00Z")


def measure(name: str, count: int) -> int:
    """The most memory that writing so many records takes at a time."""
    tracemalloc.start()
    FORMATS[name].write(make_many(count), Sink(), Choice(choose_kinds(name, ())))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"gexf"}))
def test_formats_hold_no_store_in_memory(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.export.to_parquet.PART_ROWS", 50)
    measure(name, 10)
    few, many = measure(name, 100), measure(name, 500)
    assert many < few + 400 * TITLE // 5, f"{name}: {few} bytes for 100 records, {many} for 500"


@pytest.mark.parametrize("name", FORMATS)
def test_formats_write_the_same_bytes_again(export: Export, name: str) -> None:
    def read() -> dict[str, bytes]:
        out = export(name, force=True)
        files = sorted(out.iterdir()) if out.is_dir() else [out]
        return {path.name: path.read_bytes() for path in files}

    assert read() == read()


@pytest.mark.parametrize("name", [name for name in FORMATS if len(FORMATS[name].name_files(tuple(KINDS))) == 1])
def test_formats_write_the_same_to_a_stream(shelf: Store, export: Export, name: str) -> None:
    stream = io.BytesIO()
    export_stream(shelf, name, stream, Selection(choose_kinds(name, ())))
    assert stream.getvalue() == export(name).read_bytes()


def test_formats_write_no_folder_to_a_stream(shelf: Store) -> None:
    with pytest.raises(ExportError, match=r"gdelt writes 2 files .*Give --out a folder\."):
        export_stream(shelf, "gdelt", io.BytesIO(), Selection(("events",)))
    with pytest.raises(ExportError, match="csv writes 7 files .*or one --kind"):
        export_stream(shelf, "csv", io.BytesIO(), Selection())


@pytest.mark.parametrize(
    ("name", "wanted", "kinds"),
    [
        ("csv", (), tuple(KINDS)),
        ("csv", ("claims", "events"), ("events", "claims")),
        ("gdelt", (), ("events",)),
        ("jsonld", ("claims",), ("claims",)),
    ],
)
def test_formats_take_the_kinds_that_they_can_hold(name: str, wanted: tuple[str, ...], kinds: tuple[str, ...]) -> None:
    assert choose_kinds(name, wanted) == kinds


@pytest.mark.parametrize(("name", "kind"), [("gdelt", "claims"), ("claimreview", "events"), ("csv", "people")])
def test_formats_refuse_kinds_that_they_cannot_hold(name: str, kind: str) -> None:
    with pytest.raises(ExportError, match=f"'{kind}' cannot stand in {name}. Allowed: "):
        choose_kinds(name, (kind,))


def test_formats_refuse_a_name_that_is_none() -> None:
    with pytest.raises(ExportError, match="'xlsx' is none. Allowed: jsonl, csv"):
        choose_kinds("xlsx", ())


@pytest.mark.parametrize(
    ("name", "kinds", "files"),
    [
        ("csv", ("claims",), ["out"]),
        ("csv", ("claims", "events"), ["out/claims.csv", "out/events.csv"]),
        ("gdelt", ("events",), ["out/dragoman.export.CSV", "out/dragoman.mentions.CSV"]),
        ("polecat", ("events",), ["out"]),
    ],
)
def test_formats_place_one_file_at_the_path_and_several_in_a_folder(
    name: str, kinds: tuple[str, ...], files: list[str]
) -> None:
    assert [str(path) for path in place_files(name, kinds, Path("out")).values()] == files


@pytest.mark.parametrize("name", [name for name, form in FORMATS.items() if form.certain])
def test_formats_without_certainty_tell_no_event_that_did_not_happen(name: str) -> None:
    stored = StoredRecord(make_shapes(), CODER, "2031-01-01T00:00:00Z")
    tally = FORMATS[name].write([stored], Sink(), Choice(("events",)))
    assert sum(count for reason, count in tally.left_out.items() if "negated" in reason) == 3
