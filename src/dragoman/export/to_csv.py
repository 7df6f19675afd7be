"""CSV: one table for each kind of finding, with the columns that its dataclass has.

In: records. Out: a file for each kind. A list is written as a JSON array; a text that could start a formula has an
apostrophe before it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import ExitStack
from typing import Any

from ..store import StoredRecord
from .columns import columns_of, read_row
from .target import Target
from .writing import Choice, CommaTable, Tally, open_commas


def name_csv(kind: str) -> str:
    """The name of the file of a kind."""
    return f"{kind}.csv"


def write_csv(records: Iterable[StoredRecord], target: Target, choice: Choice) -> Tally:
    """Write the findings, one row each."""
    tally = Tally()
    with ExitStack() as stack:
        tables: dict[str, CommaTable] = {}
        for kind in choice.kinds:
            header = [column.name for column in columns_of(kind)]
            tables[kind] = stack.enter_context(open_commas(target, name_csv(kind), header))
        for stored in records:
            for kind in choice.kinds:
                for finding in getattr(stored.record, kind):
                    tables[kind].add(map(_cell, read_row(finding, stored.record.article, kind=kind)))
                    tally.written[kind] += 1
    return tally


def _cell(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value
