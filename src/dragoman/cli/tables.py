"""Tables: a record as tables for the terminal. Columns that no row fills are left out."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table

from ..record import Actor, Record, When, Where
from .console import cell

# The mark of each kind in a shown text and before its rows; no two begin alike.
MARKS = {
    "events": "E",
    "agreements": "A",
    "commitments": "C",
    "claims": "S",
    "meetings": "M",
    "persons": "P",
    "conditions": "X",
}
# Codes that stand for many bodies: the name says which.
_BODIES = frozenset({"UNO", "EUR", "IGO", "NGO", "MNC"})
# How many characters of evidence a row shows, and how few it must have room for.
LONGEST_WORDS, FEWEST_WORDS = 90, 24
# No other column is wider; longer values go on in the next line.
WIDEST = 30
# How many characters stand between two columns.
GAP = 2
# Columns of running text: one line each, cut where there is no room. Columns that are never broken.
_RUNNING = frozenset({"words", "headline"})
_WHOLE = frozenset({"#", "id", "published", "from", "until", "last seen"})

Rows = list[list[object]]


def actors_text(actors: Iterable[Actor]) -> str:
    """Actors in short: code and, of persons and bodies, the name."""
    return ", ".join(_actor_text(actor) for actor in actors)


def _actor_text(actor: Actor) -> str:
    if actor.country and actor.name and (actor.role or actor.country in _BODIES):
        return f"{actor.country} {actor.name}"
    return actor.code


def when_text(when: When | None) -> str:
    """A date in short: a whole month or year by its name."""
    return "" if when is None else days_text(when.start, when.end)


def days_text(start: str | None, end: str | None) -> str:
    """Two ISO days in short."""
    if start is None or end is None:
        return f"by {end}" if end else f"from {start}" if start else ""
    if start == end:
        return start
    year, month = int(start[:4]), int(start[5:7])
    if (start, end) == (f"{start[:4]}-01-01", f"{start[:4]}-12-31"):
        return start[:4]
    if (start, end) == (f"{start[:7]}-01", f"{start[:7]}-{monthrange(year, month)[1]}"):
        return start[:7]
    return f"{start} to {end}"


def where_text(where: Where | None) -> str:
    """A place in short."""
    return "" if where is None else f"{where.name} ({where.country or '?'})"


def make_table(
    columns: Sequence[str], rows: Sequence[Sequence[object]], *, width: int, title: str | None = None
) -> Table:
    """A table of plain text, `width` characters wide at most, without the columns that no row fills."""
    cells = [[cell(value) for value in row] for row in rows]
    kept = [at for at, _ in enumerate(columns) if any(row[at].plain for row in cells)]
    needed = {at: min(max(cell_len(columns[at]), *(row[at].cell_len for row in cells)), WIDEST) for at in kept}
    room = width - sum(needed[at] for at in kept if columns[at] not in _RUNNING) - GAP * (len(kept) - 1)
    table = Table(
        title=title,
        title_justify="left",
        title_style="bold",
        box=box.SIMPLE_HEAD,
        padding=(0, 1, 0, 0),
        pad_edge=False,
        show_edge=False,
    )
    for at in kept:
        if columns[at] in _RUNNING:
            table.add_column(columns[at], no_wrap=True, overflow="ellipsis", max_width=max(room, FEWEST_WORDS))
        else:
            whole = columns[at] in _WHOLE
            table.add_column(columns[at], no_wrap=whole, overflow="fold", max_width=None if whole else WIDEST)
    for row in cells:
        table.add_row(*(row[at] for at in kept))
    return table


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_WORDS else text[: LONGEST_WORDS - 1] + "…"


def print_record(console: Console, record: Record, *, explain: bool = False, numbered: bool = False) -> None:
    """Print a record: a heading, then one table for each kind that has findings."""
    article = record.article
    console.print(cell(article.title or "(no headline)"), style="bold")
    about = [article.published or "no date", article.publisher, article.dateline, article.url, f"id {article.id}"]
    console.print(cell(" · ".join(part for part in about if part)), style="dim")
    for kind, (columns, rows) in _rows(record).items():
        if not rows:
            continue
        console.print()
        title = f"{kind} ({len(rows)})"
        if numbered:
            columns = ("#", *columns)
            rows = [[f"{MARKS[kind]}{number}", *row] for number, row in enumerate(rows, 1)]
        console.print(make_table(columns, rows, width=console.width, title=title))
    if not record.findings():
        console.print(cell("No findings: no relation between states is shown in this text."))
    if explain:
        print_refused(console, record)
    console.print()


def print_refused(console: Console, record: Record) -> None:
    """Print the refused findings with their reasons."""
    rows = [(each.reason, each.kind, each.label, _short(each.evidence.text)) for each in record.refused]
    console.print()
    if rows:
        columns, title = ("reason", "kind", "finding", "words"), f"refused ({len(rows)})"
        console.print(make_table(columns, rows, width=console.width, title=title))
    else:
        console.print(cell("Nothing was refused."))


def _rows(record: Record) -> dict[str, tuple[tuple[str, ...], Rows]]:
    """The columns and rows of each kind."""
    return {
        "events": (("type", "who", "to whom", "when", "where", "realis", "says", "words"), _event_rows(record)),
        "agreements": (("kind", "parties", "status", "when", "covers", "words"), _agreement_rows(record)),
        "commitments": (("parties", "amount", "deadline", "words"), _commitment_rows(record)),
        "claims": (("speaker", "about", "words"), _claim_rows(record)),
        "meetings": (("form", "states", "attended", "when", "where", "realis", "words"), _meeting_rows(record)),
        "persons": (
            ("name", "office", "state", "sectors"),
            [[each.name, each.role, each.country, ", ".join(each.sectors)] for each in record.persons],
        ),
        "conditions": (
            ("kind", "states", "words"),
            [[each.kind, ", ".join(each.parties), _short(each.evidence.text)] for each in record.conditions],
        ),
    }


def _event_rows(record: Record) -> Rows:
    return [
        [
            f"{each.type}{f' ({each.mode})' if each.mode else ''} {each.cameo}",
            actors_text(each.actors),
            actors_text(each.recipients),
            when_text(each.date),
            where_text(each.place),
            each.realis,
            actors_text([each.attribution]) if each.attribution else "",
            _short(each.evidence.text),
        ]
        for each in record.events
    ]


def _agreement_rows(record: Record) -> Rows:
    return [
        [
            f"{each.count} × {each.kind}" if each.count else f"several × {each.kind}" if each.grouped else each.kind,
            ", ".join(each.parties),
            each.status,
            when_text(each.date),
            days_text(each.period.start, each.period.end) if each.period else "",
            _short(each.evidence.text),
        ]
        for each in record.agreements
    ]


def _commitment_rows(record: Record) -> Rows:
    return [
        [
            ", ".join(each.parties),
            "" if each.amount is None else f"{each.amount:,} {each.currency or each.unit or ''}".strip(),
            each.deadline,
            _short(each.evidence.text),
        ]
        for each in record.commitments
    ]


def _claim_rows(record: Record) -> Rows:
    return [
        [
            actors_text([each.speaker]) if each.speaker else "",
            ", ".join(each.about),
            f"“{_short(each.text).strip('“”')}”" if each.quote else _short(each.text),
        ]
        for each in record.claims
    ]


def _meeting_rows(record: Record) -> Rows:
    return [
        [
            each.form,
            ", ".join(each.countries),
            ", ".join(actor.name or actor.role or actor.code for actor in each.participants),
            when_text(each.date),
            where_text(each.place),
            each.realis,
            _short(each.evidence.text),
        ]
        for each in record.meetings
    ]
