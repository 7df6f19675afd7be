"""Parquet: the tables of CSV with types, lists as lists.

In: records. Out: a file for each kind. Rows are gathered in parts on the disk, which Polars then joins as a stream, so
that a large store is never held in memory.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..store import StoredRecord
from .columns import Column, columns_of, read_row
from .target import Target
from .writing import Choice, Tally

if TYPE_CHECKING:
    import polars

# Rows in a part: enough for a row group that compresses well, few enough to hold with their texts.
PART_ROWS = 20_000


def name_parquet(kind: str) -> str:
    """The name of the file of a kind."""
    return f"{kind}.parquet"


class _Parts:
    """The rows of one kind: some in memory, the others in finished parts."""

    def __init__(self, kind: str, folder: Path) -> None:
        self.schema = {column.name: _type_of(column) for column in columns_of(kind)}
        self.folder = folder / kind
        self.folder.mkdir()
        self.count = 0
        self.rows: list[list[Any]] = []

    def add(self, row: list[Any]) -> None:
        self.rows.append(row)
        if len(self.rows) >= PART_ROWS:
            self.flush()

    def flush(self) -> None:
        import polars

        frame = polars.DataFrame(self.rows, schema=self.schema, orient="row")
        frame.write_parquet(self.folder / f"{self.count:08}.parquet")
        self.rows, self.count = [], self.count + 1

    def join(self, target: Target, name: str) -> None:
        import polars

        if self.rows or not self.count:
            self.flush()
        scanned = polars.scan_parquet(sorted(self.folder.iterdir()), schema=self.schema)
        scanned.sink_parquet(target.open(name), maintain_order=True)


def write_parquet(records: Iterable[StoredRecord], target: Target, choice: Choice) -> Tally:
    """Write the findings, one row each."""
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="dragoman-parquet-") as folder:
        parts = {kind: _Parts(kind, Path(folder)) for kind in choice.kinds}
        for stored in records:
            for kind in choice.kinds:
                for finding in getattr(stored.record, kind):
                    parts[kind].add(read_row(finding, stored.record.article, kind=kind))
                    tally.written[kind] += 1
        for kind in choice.kinds:
            parts[kind].join(target, name_parquet(kind))
    return tally


def _type_of(column: Column) -> polars.DataType:
    """The Polars type of a column."""
    import polars

    plain = {str: polars.String(), int: polars.Int64(), float: polars.Float64(), bool: polars.Boolean()}
    kind: polars.DataType = plain[column.type]
    for _ in range(column.depth):
        kind = polars.List(kind)
    return kind
