"""Run: a file of other event data into a store, and out of it again.

In: a path, a format, a store. Out: what each table brought. A row that cannot be read is told with its line and left
out; the others are stored. Done again after it was broken off, it goes on; done again after it was finished, it changes
nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from ..errors import ImportFileError
from ..record.imported import ImportedEvent, ImportedFile
from ..store import FileToImport, ImportOutcome, Store, choose_files
from . import from_gdelt, from_polecat
from .files import TableFile, find_tables
from .rows import Row, RowFailure, read_rows

SOURCES = (from_polecat.SOURCE, from_gdelt.SOURCE)
Tell = Callable[[int, str], None]


def import_table(store: Store, table: TableFile, source: str, *, on_skipped: Tell) -> ImportOutcome:
    """Store the events of one table; `on_skipped` is told the line and the reason of each row that is left out."""
    file = FileToImport(table.name, table.member, table.digest(), source)
    with table.reading() as stream:
        return store.add_imported(
            file, read_events(read_rows(stream), source, table.label, on_skipped), on_skipped=on_skipped
        )


def read_events(
    rows: Iterator[Row | RowFailure], source: str, label: str, on_skipped: Tell
) -> Iterator[ImportedEvent | None]:
    """The events of rows, None for a row that is left out. Raises ImportFileError where this is another table."""
    first = next(rows, None)
    if first is None:
        raise ImportFileError(f"{label} is empty. Give a table of events.")
    if isinstance(first, RowFailure):
        raise ImportFileError(f"{label}, line {first.line}: {first.reason}. Give a table parted by tabs, in UTF-8.")
    read, is_header = _choose_reader(first, source, label)
    if not is_header:
        yield _read(read, first, label, on_skipped)
    for row in rows:
        yield _read(read, row, label, on_skipped)


def _choose_reader(first: Row, source: str, label: str) -> tuple[Callable[[Row], ImportedEvent], bool]:
    """What reads a row, and whether the first one is a header."""
    try:
        if source == from_gdelt.SOURCE:
            is_header = from_gdelt.check_table(first)
            return lambda row: from_gdelt.read_event(row, label), is_header
        header = from_polecat.read_header(first)
        return lambda row: from_polecat.read_event(row, header, label), True
    except ImportFileError as error:
        raise ImportFileError(f"{label}: {error}") from error


def _read(
    read: Callable[[Row], ImportedEvent], row: Row | RowFailure, label: str, on_skipped: Tell
) -> ImportedEvent | None:
    try:
        if isinstance(row, RowFailure):
            raise ImportFileError(row.reason)
        return read(row)
    except ImportFileError as error:
        on_skipped(row.line, str(error))
        return None


def choose_imported(store: Store, meant: str) -> list[ImportedFile]:
    """The imported files that a user means: by the content of a file that is there, else by name or digest."""
    there = store.imported_files()
    path = Path(meant)
    if path.is_file():
        digests = {table.digest() for table in find_tables(path)}
        same = [file for file in there if file.digest in digests]
        if same:
            return same
    return choose_files(there, path.name if path.name else meant)
