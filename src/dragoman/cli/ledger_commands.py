"""The commands about the ledger and about claims: their names and flags, added to those of the app."""

from __future__ import annotations

from typing import Annotated

import typer

from .console import Format
from .options import DEFAULT_DB, Database, FormatOption, finish

commands = typer.Typer()


@commands.command()
def ledger(
    line: Annotated[
        str | None,
        typer.Argument(help="A line: its id, that of a happening in it, or its first characters."),
    ] = None,
    db: Database = DEFAULT_DB,
    due: Annotated[
        str | None, typer.Option(help="Only what is due in this year, month or on this day.", metavar="2028|2028-06")
    ] = None,
    party: Annotated[
        list[str] | None,
        typer.Option(help="Only with this state or body; repeat it for several.", metavar="CODE"),
    ] = None,
    topic: Annotated[
        list[str] | None, typer.Option(help="Only of this context (military, economic ...).", metavar="CONTEXT")
    ] = None,
    kind: Annotated[str | None, typer.Option(help="Only agreements, or only commitments.", metavar="KIND")] = None,
    min_amount: Annotated[
        float | None, typer.Option(help="Only of this amount or more; needs --currency.", metavar="N")
    ] = None,
    currency: Annotated[str | None, typer.Option(help="Only sums in this currency (ISO 4217).", metavar="CODE")] = None,
    status: Annotated[
        str | None, typer.Option(help="Only of this status, reported or said by somebody.", metavar="STATUS")
    ] = None,
    overdue: Annotated[bool, typer.Option("--overdue", help="Only what was due before, without news since.")] = False,
    as_of: Annotated[
        str | None, typer.Option(help="The day by which overdue is told (default: today).", metavar="YYYY-MM-DD")
    ] = None,
    limit: Annotated[int, typer.Option(help="At most so many lines.", min=1)] = 100,
    form: Annotated[
        str, typer.Option("--format", help="table, json, jsonl or csv.", metavar="table|json|jsonl|csv")
    ] = "table",
) -> None:
    """List agreements and promises with what became of them, or show one line with its history."""
    from .ledger import Wanted, run, show

    if line is not None:
        finish(show, line, db=db, as_of=as_of, form=form)
    wanted = Wanted(
        due, tuple(party or ()), tuple(topic or ()), kind, min_amount, currency, status, overdue, as_of, limit
    )
    finish(run, wanted, db=db, form=form)


@commands.command()
def claims(
    db: Database = DEFAULT_DB,
    contested: Annotated[
        bool, typer.Option("--contested", help="Only what one side says against another, with all accounts.")
    ] = False,
    speaker: Annotated[str | None, typer.Option(help="Only what speakers of this state say.", metavar="CODE")] = None,
    about: Annotated[str | None, typer.Option(help="Only about this state.", metavar="CODE")] = None,
    search: Annotated[str | None, typer.Option(help="Only with all of these words.", metavar="WORDS")] = None,
    since: Annotated[str | None, typer.Option(help="Published on this day or later.", metavar="YYYY-MM-DD")] = None,
    until: Annotated[str | None, typer.Option(help="Published on this day or before.", metavar="YYYY-MM-DD")] = None,
    limit: Annotated[int, typer.Option(help="At most so many.", min=1)] = 100,
    form: FormatOption = Format.TABLE,
) -> None:
    """List who said what about whom, or what is contested."""
    from .claims import Asked, list_claims, list_contests

    asked = Asked(speaker, about, search, since, until, limit)
    finish(list_contests if contested else list_claims, asked, db=db, form=form)
