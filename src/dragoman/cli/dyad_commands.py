"""The commands about pairs of states: their names and flags, added to those of the app."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from .options import DEFAULT_DB, Database, finish

commands = typer.Typer()


class SheetFormat(StrEnum):
    """How a command prints its figures."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


Code = Annotated[str, typer.Argument(help="A state (ISO 3166-1 alpha-3) or UNO, EUR, IGO, NGO, MNC.")]
Since = Annotated[str | None, typer.Option(help="Events of this day or later.", metavar="YYYY-MM-DD")]
Until = Annotated[str | None, typer.Option(help="Events of this day or before.", metavar="YYYY-MM-DD")]
Types = Annotated[list[str] | None, typer.Option(help="Only events of these types, parted by commas.", metavar="TYPES")]
Realis = Annotated[
    list[str] | None,
    typer.Option(help="actual (the default), historical, future, hypothetical, negated.", metavar="WORDS"),
]
Count = Annotated[str, typer.Option(help="mentions, or happenings: each once however many report it.", metavar="WHAT")]
NoAttributed = Annotated[bool, typer.Option("--no-attributed", help="Leave out what is told in somebody's words only.")]
Bodies = Annotated[bool, typer.Option("--bodies", help="Also IGO, NGO and MNC, which stand for many bodies.")]
Plot = Annotated[Path | None, typer.Option(help="Also draw it into this file (.svg or .png).", metavar="FILE")]
SheetOption = Annotated[SheetFormat, typer.Option("--format", help="How to print.")]


@commands.command()
def dyad(
    first: Code,
    second: Code,
    db: Database = DEFAULT_DB,
    by: Annotated[str, typer.Option(help="day, week, month, quarter or year.", metavar="PERIOD")] = "month",
    since: Since = None,
    until: Until = None,
    types: Types = None,
    directed: Annotated[bool, typer.Option("--directed", help="Only what the first does to the second.")] = False,
    realis: Realis = None,
    no_attributed: NoAttributed = False,
    count: Count = "mentions",
    form: SheetOption = SheetFormat.TABLE,
    plot: Plot = None,
    brief: Annotated[bool, typer.Option("--brief", help="A page about both, every sentence with its source.")] = False,
    html: Annotated[bool, typer.Option("--html", help="With --brief: as HTML, with the plot in it.")] = False,
) -> None:
    """Show what passes between two states over time, or a page about them (--brief)."""
    from .dyad import run

    finish(
        run, first, second, db=db, by=by, since=since, until=until, types=types or [], directed=directed,
        realis=realis or [], attributed=not no_attributed, count=count, form=form, plot=plot, brief=brief, html=html,
    )  # fmt: skip


@commands.command()
def dyads(
    db: Database = DEFAULT_DB,
    since: Since = None,
    until: Until = None,
    types: Types = None,
    directed: Annotated[bool, typer.Option("--directed", help="Count each direction by itself.")] = False,
    realis: Realis = None,
    no_attributed: NoAttributed = False,
    count: Count = "mentions",
    bodies: Bodies = False,
    limit: Annotated[int, typer.Option(help="At most so many pairs.", min=1)] = 20,
    form: SheetOption = SheetFormat.TABLE,
) -> None:
    """List the most active pairs of states."""
    from .network import list_dyads

    finish(
        list_dyads, db=db, since=since, until=until, types=types or [], directed=directed, realis=realis or [],
        attributed=not no_attributed, count=count, bodies=bodies, limit=limit, form=form,
    )  # fmt: skip


@commands.command()
def network(
    db: Database = DEFAULT_DB,
    period: Annotated[
        str | None,
        typer.Option(help="One network for each year (month ...), or that of one: 2024, 2024-Q2.", metavar="PERIOD"),
    ] = None,
    since: Since = None,
    until: Until = None,
    types: Types = None,
    realis: Realis = None,
    no_attributed: NoAttributed = False,
    count: Count = "mentions",
    ties: Annotated[str, typer.Option(help="What makes a tie: all, cooperation or conflict.", metavar="WHAT")] = "all",
    least: Annotated[int, typer.Option(help="Only ties of at least so many events.", min=1)] = 1,
    bodies: Bodies = False,
    limit: Annotated[int, typer.Option(help="At most so many states in a table.", min=1)] = 20,
    form: SheetOption = SheetFormat.TABLE,
    plot: Plot = None,
) -> None:
    """Show who deals with whom: partners, betweenness and communities of states."""
    from .network import run

    finish(
        run, db=db, period=period, since=since, until=until, types=types or [], realis=realis or [],
        attributed=not no_attributed, count=count, ties=ties, least=least, bodies=bodies, limit=limit, form=form,
        plot=plot,
    )  # fmt: skip
