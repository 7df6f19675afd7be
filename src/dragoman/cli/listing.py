"""`dragoman list`: the stored articles with the number of their findings."""

from __future__ import annotations

from dataclasses import asdict

from ..coding import check_day
from ..errors import ReadError
from ..record import KINDS
from ..store import Store
from .console import Format, cell, fail, out, say_json, warn
from .tables import MARKS, make_table

# Short heads, so that the headline has room; below so many characters a line only the marks have.
HEADS = {"agreements": "agreem.", "commitments": "commit.", "conditions": "cond."}
NARROW = 110


def run(*, db: str, country: str | None, since: str | None, until: str | None, limit: int, form: Format) -> int:
    """List the articles; the exit status of the contract."""
    try:
        since, until = check_day(since), check_day(until)
    except ReadError as error:
        return fail(str(error), status=2)
    code = country.upper() if country else None
    with Store.open(db, create=False) as store:
        rows = list(store.articles(country=code, since=since, until=until, limit=limit + 1))
        place = store.place
    more, rows = len(rows) > limit, rows[:limit]
    plain = [{**asdict(row), "counts": dict(row.counts)} for row in rows]
    if form is Format.JSON:
        say_json(plain, indent=1)
    elif form is Format.JSONL:
        for each in plain:
            say_json(each)
    elif rows:
        console = out()
        narrow = console.width < NARROW
        heads = MARKS if narrow else {kind: HEADS.get(kind, kind) for kind in KINDS}
        columns = ["id", "published", "headline", *(heads[kind] for kind in KINDS)]
        counted = [
            [row.id, row.published, row.title or "(no headline)", *(row.counts.get(kind) or "" for kind in KINDS)]
            for row in rows
        ]
        console.print(make_table(columns, counted, width=console.width))
        if narrow:
            console.print(cell(", ".join(f"{MARKS[kind]} {kind}" for kind in KINDS)), style="dim")
    if not rows:
        asked = country or since or until
        warn(f"{place}: no article fits." if asked else f"{place} holds no article. Code some: dragoman code PAGE")
    if more:
        warn(f"There are more than {limit} articles. Show more: --limit {limit * 10}")
    return 0
