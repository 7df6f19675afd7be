"""An empty store on each backend, and a way to import that keeps what is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from store.conftest import postgresql_model, server, sqlite_model, store

from dragoman.imports import find_tables, import_table
from dragoman.store import ImportOutcome, Store

__all__ = ["postgresql_model", "server", "sqlite_model", "store"]

Told = list[tuple[int, str]]
Bring = Callable[..., tuple[ImportOutcome, Told]]


@pytest.fixture
def bring(store: Store) -> Bring:
    """Import a file of one table into the store; gives the outcome and what was told of its rows."""

    def run(path: Path, source: str, into: Store = store) -> tuple[ImportOutcome, Told]:
        told: Told = []
        (table,) = find_tables(path)
        outcome = import_table(into, table, source, on_skipped=lambda line, reason: told.append((line, reason)))
        return outcome, told

    return run
