"""How long a store of a million events takes to answer: a dyad's series, the page of an article, a search of claims.

In: a number of events, a backend. Out: on standard output, what was measured, and the plan by which the database
answered. The events are invented (`invented.py`), the same for the same number.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from fill import fill
from server import start_server
from sqlalchemy import event

from dragoman.analysis.network import make_network
from dragoman.analysis.periods import Kind
from dragoman.analysis.ranking import sum_ties
from dragoman.analysis.series import make_series
from dragoman.store import Choice, Store

ROUNDS = 7
ALL = Choice()
# Ten years that begin and end within a month.
TEN_YEARS = Choice(since="2014-06-15", until="2024-06-14")
LAST_YEAR = Choice(since="2024-01-01", until="2024-12-31")
HAPPENINGS = Choice(counted="happenings")


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
            words = "EXPLAIN QUERY PLAN" if connection.dialect.name == "sqlite" else "EXPLAIN (COSTS OFF)"
            rows = connection.exec_driver_sql(f"{words} {statement}", parameters)
            yield from (str(row[-1]) for row in rows)


def measure(store: Store, title: str, work: Callable[[], object], *, plan: bool) -> None:
    """Print the fastest and the median of some rounds in milliseconds, and the plan. Where other programs run too, the
    fastest round is the one that they disturbed least."""
    with watch(store) as statements:
        work()
    took = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        work()
        took.append((time.perf_counter() - begun) * 1000)
    print(f"  {title:56} {min(took):8.1f} ms   (median {statistics.median(took):.1f})", flush=True)
    for line in dict.fromkeys(explain(store, statements)) if plan else ():
        print(f"      {line}")


def measure_dyad(store: Store, pair: tuple[str, str], *, plan: bool) -> None:
    """Measure what is asked about one pair of states."""
    ask = store.dyads
    rows = ask.counts(*pair, ALL)
    questions: dict[str, Callable[[], object]] = {
        "counts by month": partial(ask.counts, *pair, ALL),
        "counts by month, ten years": partial(ask.counts, *pair, TEN_YEARS),
        "the series of these counts, without the database": partial(make_series, rows, Kind.MONTH),
        "counts by day": partial(ask.counts, *pair, ALL, by_day=True),
        "happenings by month": partial(ask.counts, *pair, HAPPENINGS),
        "contexts": partial(ask.topics, *pair, ALL),
        "claims of one about the other, the latest 50": partial(ask.claims, *pair, limit=50),
        "agreements of both, the latest 50": partial(ask.mutual, "agreements", *pair, limit=50),
        "officials of one, the latest 100": partial(ask.officials, pair[0], *pair),
        "the first and the last event": partial(ask.ends, *pair, ALL),
    }
    for title, work in questions.items():
        measure(store, title, work, plan=plan and "without" not in title)


def measure_rest(store: Store) -> None:
    """Measure articles and what is asked about all pairs."""
    ids = [row.id for row in store.articles(limit=200)]
    last_year = sum_ties(store.dyads.pairs(LAST_YEAR))
    measure(store, "one article with all its findings", partial(store.get, ids[100]), plan=True)
    measure(
        store, "20 articles, each with all its findings", lambda: [store.get(each) for each in ids[::10]], plan=False
    )
    measure(store, "all pairs of a year", partial(store.dyads.pairs, LAST_YEAR), plan=True)
    measure(store, "all pairs of all years", partial(store.dyads.pairs, ALL), plan=False)
    measure(store, "network of these pairs, without the database", partial(make_network, last_year), plan=False)


def run(store: Store) -> None:
    """Measure the busiest pair, the tenth, one in the middle, and the rest."""
    pairs: Counter[tuple[str, str]] = Counter()
    for row in store.dyads.pairs(ALL):
        pairs[row.actor, row.recipient] += row.number
    ranked = sorted(pairs, key=lambda pair: (-pairs[pair], pair))
    for name, at in (("busiest", 0), ("tenth", 9), ("middle", len(ranked) // 2)):
        pair = ranked[at]
        print(f"\n{name} of {len(ranked)} pairs, {pair[0]}-{pair[1]}: {pairs[pair]} events")
        measure_dyad(store, pair, plan=at == 0)
    print("\narticles and networks")
    measure_rest(store)


def measure_store(address: str | Path, events: int, *, fresh: bool) -> None:
    """Fill a store where it is fresh, and measure it."""
    with Store.open(address) as store:
        if fresh:
            begun = time.perf_counter()
            fill(store, events)
            print(f"filled in {time.perf_counter() - begun:.0f} s")
        print(", ".join(f"{count} {name}" for name, count in store.counts().items() if count))
        run(store)


def main() -> None:
    """Read the options, fill a store and measure it."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--events", type=int, default=1_000_000)
    options.add_argument("--backend", choices=("sqlite", "postgresql"), default="sqlite")
    options.add_argument("--keep", type=Path, help="keep the SQLite file here, or use it where it is there already")
    chosen = options.parse_args()
    if chosen.backend == "postgresql":
        with start_server() as url:
            measure_store(url, chosen.events, fresh=True)
        return
    with tempfile.TemporaryDirectory() as folder:
        file = chosen.keep or Path(folder) / "invented.db"
        measure_store(file, chosen.events, fresh=not file.exists())
        print(f"\nfile: {file.stat().st_size / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
