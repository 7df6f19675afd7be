"""A store with ordinary and hostile records on each backend, and a folder for what is exported."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from store.conftest import postgresql_model, server, sqlite_model, store
from store.factory import make_article, make_event, make_record

from dragoman.export import choose_kinds, export_files
from dragoman.record import Record
from dragoman.store import Selection, Store

from .hostile import make_hostile
from .shapes import CODER, make_shapes

__all__ = ["postgresql_model", "server", "sqlite_model", "store"]

Export = Callable[..., Path]


@pytest.fixture
def shelf(store: Store) -> Store:
    """Records with every kind of finding, events of all shapes, hostile texts, an article without findings."""
    store.save_many(
        [
            make_record("plain-0001"),
            Record(make_article("empty-0001", published="2031-01-01")),
            Record(make_article("undated-01", published=None, url=None), events=(make_event("late", date=None),)),
            make_shapes(),
            make_hostile(),
        ],
        coder=CODER,
    )
    return store


@pytest.fixture
def export(shelf: Store, tmp_path: Path) -> Export:
    """Export the shelf in a format; gives the file or the folder."""

    def run(name: str, *, attributed: bool = False, force: bool = False, **selected: Any) -> Path:
        wanted = Selection(choose_kinds(name, selected.pop("kinds", ())), **selected)
        export_files(shelf, name, tmp_path / name, wanted, attributed=attributed, force=force)
        return tmp_path / name

    return run
