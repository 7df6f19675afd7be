"""`dragoman import`: files of other event data into the database, and out of it again."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import ImportFileError, StoreError
from ..imports import SOURCES, TableFile, choose_imported, find_tables, import_table, spool
from ..store import Store
from .console import fail, say, warn

STDIN_NAME = "stdin"


def run(files: list[str], *, form: str | None, db: str, undo: bool) -> int:
    """Import or undo; the exit status of the contract."""
    if undo:
        with Store.open(db, create=False) as store:
            return max([_undo(store, file) for file in files])
    if form not in SOURCES:
        told = "lacks --format" if form is None else f"has the format {form!r}, which is none"
        return fail(f"The command {told}. Allowed: --format {' or '.join(SOURCES)}.", status=2)
    status = 0
    with Store.open(db) as store:
        for file in files:
            try:
                with _find(file) as tables:
                    status = max([status, *(_import(store, table, form) for table in tables)])
            except (ImportFileError, StoreError) as error:
                status = fail(str(error))
    return status


@contextmanager
def _find(file: str) -> Iterator[list[TableFile]]:
    """The tables of a file; standard input is kept in a file of its own meanwhile, as it is read twice."""
    if file != "-":
        yield find_tables(Path(file))
        return
    with tempfile.NamedTemporaryFile(prefix="dragoman-import-") as kept:
        spool(sys.stdin.buffer, kept.file)
        yield find_tables(Path(kept.name), name=STDIN_NAME)


def _import(store: Store, table: TableFile, source: str) -> int:
    outcome = import_table(
        store,
        table,
        source,
        on_skipped=lambda line, reason: warn(f"{table.label}, line {line}: {reason}. The row is skipped."),
    )
    say(f"{table.label}: {outcome.added} added, {outcome.known} there already, {outcome.skipped} skipped")
    return 1 if outcome.skipped else 0


def _undo(store: Store, file: str) -> int:
    try:
        found = choose_imported(store, file)
    except StoreError as error:
        return fail(str(error))
    for each in found:
        removed = store.forget_imported([each.digest])
        say(f"{each.label}: {removed} removed")
    return 0
