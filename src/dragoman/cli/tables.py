"""Tables: a record as tables for the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table

from ..record import Actor, Record, When, Where
from .console import cell


def actors_text(actors: Iterable[Actor]) -> str:
    """Actors in short: code and name."""
    return ", ".join(
        f"{actor.country} {actor.name}" if actor.country and actor.name and actor.role else actor.code for actor in actors
    )


def when_text(when: When | None) -> str:
    """A date in short."""
    if when is None:
        return ""
    if when.start == when.end:
        return when.start or ""
    return f"{when.start or '...'} to {when.end or '...'}"


def where_text(where: Where | None) -> str:
    """A place in short."""
    return "" if where is None else f"{where.name} ({where.country or '?'})"


def _table(title: str, columns: Sequence[str]) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", show_lines=False, pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def _short(text: str, length: int = 90) -> str:
    text = " ".join(text.split())
    return text if len(text) <= length else text[: length - 1] + "…"


def print_record(console: Console, record: Record, *, explain: bool = False, numbered: bool = False) -> None:
    """Print a record: a heading, then one table for each kind that has findings."""
    article = record.article
    console.print(cell(f"{article.title or '(no headline)'}"), style="bold")
    about = [article.published or "no date", article.publisher, article.dateline, article.url, f"id {article.id}"]
    console.print(cell(" · ".join(part for part in about if part)), style="dim")
    for kind, (columns, rows) in _rows(record).items():
        if not rows:
            continue
        table = _table(f"{kind} ({len(rows)})", ["#", *columns] if numbered else columns)
        for number, row in enumerate(rows, 1):
            marks = [f"{kind[0].upper()}{number}"] if numbered else []
            table.add_row(*(cell(value) for value in [*marks, *row]))
        console.print(table)
    if not record.findings():
        console.print(cell("No findings: no relation between states is shown in this text."))
    if explain:
        print_refused(console, record)
    console.print()


def print_refused(console: Console, record: Record) -> None:
    """Print the refused findings with their reasons."""
    table = _table(f"refused ({len(record.refused)})", ("reason", "kind", "finding", "words"))
    for refusal in record.refused:
        table.add_row(cell(refusal.reason), cell(refusal.kind), cell(refusal.label), cell(_short(refusal.evidence.text)))
    console.print(table)


def _rows(record: Record) -> dict[str, tuple[tuple[str, ...], list[list[object]]]]:
    return {
        "events": (
            ("type", "who", "to whom", "when", "where", "realis", "says", "words"),
            [
                [
                    f"{event.type}{f' ({event.mode})' if event.mode else ''} {event.cameo}",
                    actors_text(event.actors),
                    actors_text(event.recipients),
                    when_text(event.date),
                    where_text(event.place),
                    event.realis,
                    actors_text([event.attribution]) if event.attribution else "",
                    _short(event.evidence.text),
                ]
                for event in record.events
            ],
        ),
        "agreements": (
            ("kind", "parties", "status", "when", "covers", "words"),
            [
                [
                    each.kind,
                    ", ".join(each.parties),
                    each.status,
                    when_text(each.date),
                    f"{each.period.start or '...'} to {each.period.end or '...'}" if each.period else "",
                    _short(each.evidence.text),
                ]
                for each in record.agreements
            ],
        ),
        "commitments": (
            ("parties", "amount", "deadline", "words"),
            [
                [
                    ", ".join(each.parties),
                    "" if each.amount is None else f"{each.amount:,} {each.currency or each.unit or ''}".strip(),
                    each.deadline,
                    _short(each.evidence.text),
                ]
                for each in record.commitments
            ],
        ),
        "claims": (
            ("speaker", "about", "words"),
            [
                [
                    actors_text([each.speaker]) if each.speaker else "",
                    ", ".join(each.about),
                    f"“{_short(each.text)}”" if each.quote else _short(each.text),
                ]
                for each in record.claims
            ],
        ),
        "meetings": (
            ("form", "states", "attended", "when", "where", "words"),
            [
                [
                    each.form,
                    ", ".join(each.countries),
                    ", ".join(actor.name or actor.role or actor.code for actor in each.participants),
                    when_text(each.date),
                    where_text(each.place),
                    _short(each.evidence.text),
                ]
                for each in record.meetings
            ],
        ),
        "persons": (
            ("name", "office", "state", "sectors"),
            [[each.name, each.role, each.country, ", ".join(each.sectors)] for each in record.persons],
        ),
        "conditions": (
            ("kind", "states", "words"),
            [[each.kind, ", ".join(each.parties), _short(each.evidence.text)] for each in record.conditions],
        ),
    }
