"""`dragoman list`: the stored articles with the number of their findings."""

from __future__ import annotations

from dataclasses import asdict

from rich.table import Table

from ..record import KINDS
from ..store import Store
from .app import Format
from .console import cell, out, say, say_json, warn


def run(*, db: str, country: str | None, since: str | None, until: str | None, limit: int, form: Format) -> int:
    """List the articles; the exit status of the contract."""
    with Store.open(db, create=False) as store:
        rows = list(store.articles(country=country, since=since, until=until, limit=limit + 1))
    more, rows = len(rows) > limit, rows[:limit]
    if form is not Format.TABLE:
        plain = [{**asdict(row), "counts": dict(row.counts)} for row in rows]
        if form is Format.JSON:
            say_json(plain, indent=1)
        else:
            for each in plain:
                say_json(each)
    elif rows:
        table = Table(pad_edge=False)
        for column in ("id", "published", "headline", *KINDS):
            table.add_column(column, overflow="fold", no_wrap=column in ("id", "published"))
        for row in rows:
            counts = [str(row.counts.get(kind, 0)) for kind in KINDS]
            table.add_row(cell(row.id), cell(row.published or ""), cell(row.title or ""), *counts)
        out().print(table)
    else:
        say("No article fits. Code some: dragoman code PAGE")
    if more:
        warn(f"There are more than {limit} articles. Show more: --limit {limit * 10}")
    return 0
