"""How long a store of a million events takes to answer: a dyad's series, the page of an article, a search of claims.

In: a number of events, a backend. Out: on standard output, what was measured, and the plan by which the database
answered. The events are invented (`invented.py`), the same for the same number.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from invented import make_records
from server import start_server
from sqlalchemy import JSON, Connection, event, text

from dragoman.record import Record
from dragoman.store import Choice, Store, tables
from dragoman.store.rows import make_rows

BATCH = 500
ROUNDS = 7
# Copies are found by it; nothing here is found to be one.
LEFT_OUT = frozenset({"near_copy_bands"})
CODER, CODED = "invented", "2025-01-01T00:00:00Z"


def fill(store: Store, events: int) -> None:
    """Write invented records past the checks, and build the indexes when all are there."""
    indexes = [index for table in tables.metadata.sorted_tables for index in table.indexes]
    with store._database.writing() as connection:
        for index in indexes:
            index.drop(connection)
        if connection.dialect.name == "postgresql":
            # Rows are written in the order of their keys: they need not be looked up, nor counted one by one.
            connection.execute(text("SET LOCAL session_replication_role = replica"))
        writer = Writer(connection)
        for number, (story, record) in enumerate(make_records(events), 1):
            writer.add(number, story, record)
            if number % BATCH == 0:
                writer.flush()
            if number % 20_000 == 0:
                print(f"  {number} articles ...", file=sys.stderr, flush=True)
        writer.flush()
        if connection.dialect.name == "postgresql":
            key = ", ".join(column.name for column in tables.dyad_spans.primary_key.columns)
            sums = "count(*), count(*) FILTER (WHERE dated), sum(score)"
            connection.execute(text(
                f"INSERT INTO dyad_spans ({key}, number, dated, score) SELECT {key}, {sums} FROM event_dyads GROUP BY {key}"
            ))  # fmt: skip
        for index in indexes:
            index.create(connection)
    with store._database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as plain:
        plain.execute(text("ANALYZE" if plain.dialect.name == "sqlite" else "VACUUM ANALYZE"))


class Writer:
    """Writes the rows of records, table by table. Whatever tells one story is linked: it was made so."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.rows: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
        self.story, self.linked = 0, dict[str, str]()

    def add(self, number: int, story: int, record: Record) -> None:
        """Take one record."""
        made = make_rows(record)
        made["articles"][0].update(coder=CODER, first_coded=CODED, last_coded=CODED, number=number)
        if story != self.story:
            self.story, self.linked = story, {}
        for member in made["happening_members"]:
            if member["finding_id"] not in self.linked:
                self.linked[member["finding_id"]] = member["id"]
                days = {"first_day": member["first_day"], "last_day": member["last_day"]}
                self.rows["happenings"].append({"id": member["id"], "kind": member["kind"], **days})
            member["happening_id"] = self.linked[member["finding_id"]]
        for name, many in made.items():
            if name not in LEFT_OUT:
                self.rows[name].extend(many)

    def flush(self) -> None:
        """Write what was taken, each table after those it hangs on."""
        for table in tables.metadata.sorted_tables:
            if self.rows[table.name]:
                copy_rows(self.connection, table.name, self.rows[table.name])
        self.rows.clear()


def copy_rows(connection: Connection, name: str, rows: list[dict[str, Any]]) -> None:
    """Hand rows to the driver as they are, which is several times as fast as one statement after another."""
    columns = [column.name for column in tables.metadata.tables[name].columns]
    plain = {column.name for column in tables.metadata.tables[name].columns if isinstance(column.type, JSON)}
    values = (
        [json.dumps(row[name], ensure_ascii=False) if name in plain else row[name] for name in columns] for row in rows
    )
    listed = ", ".join(f'"{each}"' for each in columns)
    cursor: Any = connection.connection.cursor()
    if connection.dialect.name == "sqlite":
        marks = ", ".join("?" * len(columns))
        cursor.executemany(f"INSERT INTO {name} ({listed}) VALUES ({marks})", values)
        return
    with cursor.copy(f"COPY {name} ({listed}) FROM STDIN") as copy:
        for row in values:
            copy.write_row(row)


@contextmanager
def watch(store: Store) -> Iterator[list[tuple[str, Any]]]:
    """The statements that are sent to the database meanwhile, with their parameters."""
    seen: list[tuple[str, Any]] = []

    def keep(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_more: Any) -> None:
        seen.append((statement, parameters))

    event.listen(store._database.engine, "before_cursor_execute", keep)
    try:
        yield seen
    finally:
        event.remove(store._database.engine, "before_cursor_execute", keep)


def explain(store: Store, statements: list[tuple[str, Any]]) -> Iterator[str]:
    """The plans of the statements, line by line."""
    for statement, parameters in statements:
        with store._database.reading() as connection:
            sqlite = connection.dialect.name == "sqlite"
            words = "EXPLAIN QUERY PLAN" if sqlite else "EXPLAIN (COSTS OFF)"
            rows = connection.exec_driver_sql(f"{words} {statement}", parameters)
            yield from (str(row[-1]) for row in rows)


def measure(store: Store, title: str, work: Callable[[], object], *, plan: bool = True) -> None:
    """Print the median of some rounds in milliseconds, the slowest one, and the plan."""
    with watch(store) as statements:
        work()
    took = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        work()
        took.append((time.perf_counter() - begun) * 1000)
    print(f"{title:58} {statistics.median(took):8.1f} ms   (slowest {max(took):.1f})")
    for line in dict.fromkeys(explain(store, statements)) if plan else ():
        print(f"      {line}")


def run(store: Store) -> None:
    """Measure all questions."""
    ask, all_events = store.dyads, Choice()
    began = time.perf_counter()
    totals = ask.pairs(all_events)
    print(f"all pairs, once: {len(totals)} rows in {(time.perf_counter() - began) * 1000:.0f} ms")
    pairs: defaultdict[tuple[str, str], int] = defaultdict(int)
    for row in totals:
        pairs[row.actor, row.recipient] += row.number
    ranked = sorted(pairs, key=lambda pair: (-pairs[pair], pair))
    for name, pair in (("busiest", ranked[0]), ("10th", ranked[9]), ("middle", ranked[len(ranked) // 2])):
        print(f"\n{name} dyad {pair[0]}-{pair[1]}: {pairs[pair]} events")
        first = name == "busiest"
        measure(store, "  counts by month", lambda pair=pair: ask.counts(*pair, all_events), plan=first)  # type: ignore[misc]
        ten = Choice(since="2014-06-15", until="2024-06-14")
        measure(store, "  counts by month, ten years", lambda pair=pair: ask.counts(*pair, ten), plan=first)  # type: ignore[misc]
        measure(store, "  counts by day", lambda pair=pair: ask.counts(*pair, all_events, by_day=True), plan=first)  # type: ignore[misc]
        happenings = Choice(counted="happenings")
        measure(store, "  happenings by month", lambda pair=pair: ask.counts(*pair, happenings), plan=first)  # type: ignore[misc]
        measure(store, "  contexts", lambda pair=pair: ask.topics(*pair, all_events), plan=first)  # type: ignore[misc]
        measure(store, "  claims of one about the other, the latest 50",
                lambda pair=pair: ask.claims(*pair, limit=50), plan=first)  # type: ignore[misc]  # fmt: skip
        measure(store, "  agreements of both, the latest 50",
                lambda pair=pair: ask.mutual("agreements", *pair, limit=50), plan=first)  # type: ignore[misc]  # fmt: skip
        measure(store, "  officials of one, the latest 100",
                lambda pair=pair: ask.officials(pair[0], *pair), plan=first)  # type: ignore[misc]  # fmt: skip
    print()
    ids = [row.id for row in store.articles(limit=200)]
    measure(
        store, "20 articles, each with all its findings", lambda: [store.get(each) for each in ids[::10]], plan=False
    )
    measure(store, "one article with all its findings", lambda: store.get(ids[100]))
    measure(store, "network of one year", lambda: ask.pairs(Choice(since="2024-01-01", until="2024-12-31")))


def main() -> None:
    """Read the options, fill a store and measure it."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--events", type=int, default=1_000_000)
    options.add_argument("--backend", choices=("sqlite", "postgresql"), default="sqlite")
    options.add_argument("--keep", type=Path, help="keep the SQLite file here, or use it where it is there already")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = chosen.keep or Path(folder) / "invented.db"
        if chosen.backend == "sqlite":
            measure_store(file, chosen.events, fresh=not file.exists())
            print(f"file: {file.stat().st_size / 1e6:.0f} MB")
        else:
            with start_server() as url:
                measure_store(url, chosen.events, fresh=True)


def measure_store(address: str | Path, events: int, *, fresh: bool) -> None:
    """Fill a store where it is fresh, and measure it."""
    with Store.open(address) as store:
        if fresh:
            begun = time.perf_counter()
            fill(store, events)
            print(f"filled in {time.perf_counter() - begun:.0f} s")
        print(", ".join(f"{count} {name}" for name, count in store.counts().items() if count))
        run(store)


if __name__ == "__main__":
    main()
