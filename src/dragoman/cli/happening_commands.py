"""The commands about happenings: their names and flags, added to those of the app."""

from __future__ import annotations

from typing import Annotated

import typer

from .console import Format
from .options import DEFAULT_DB, Database, FormatOption, finish

commands = typer.Typer()

HappeningId = Annotated[str, typer.Argument(help="The id of a happening or of a member, or its first characters.")]
Why = Annotated[str, typer.Option(help="The reason, kept with the decision.", metavar="TEXT")]
Who = Annotated[str | None, typer.Option(help="Who decides (default: the login name).", metavar="NAME")]


@commands.command()
def happenings(
    db: Database = DEFAULT_DB,
    dyad: Annotated[
        tuple[str, str] | None, typer.Option(help="Only those with both states among the parties.", metavar="A B")
    ] = None,
    kind: Annotated[
        str | None, typer.Option(help="Only events, agreements, commitments or meetings.", metavar="KIND")
    ] = None,
    since: Annotated[str | None, typer.Option(help="Of this day or later.", metavar="YYYY-MM-DD")] = None,
    until: Annotated[str | None, typer.Option(help="Of this day or before.", metavar="YYYY-MM-DD")] = None,
    limit: Annotated[int, typer.Option(help="At most so many.", min=1)] = 100,
    form: FormatOption = Format.TABLE,
) -> None:
    """List what happened, each once, with the number of mentions and outlets that report it."""
    from .happenings import run

    finish(run, db=db, dyad=dyad, kind=kind, since=since, until=until, limit=limit, form=form)


@commands.command()
def happening(happening: HappeningId, db: Database = DEFAULT_DB, form: FormatOption = Format.TABLE) -> None:
    """Show one happening: all mentions with their words, and why they were joined."""
    from .happenings import show

    finish(show, happening, db=db, form=form)


@commands.command()
def merge(one: HappeningId, other: HappeningId, why: Why, who: Who = None, db: Database = DEFAULT_DB) -> None:
    """Decide that two happenings are one; prints the number of the decision."""
    from .decide import merge as run

    finish(run, one, other, why=why, who=who, db=db)


@commands.command()
def split(
    happening: HappeningId,
    member: Annotated[str, typer.Argument(help="The id of a member, its first characters, or ARTICLE/FINDING.")],
    why: Why,
    who: Who = None,
    db: Database = DEFAULT_DB,
) -> None:
    """Decide that a mention is not what the others report; prints the number of the decision."""
    from .decide import split as run

    finish(run, happening, member, why=why, who=who, db=db)


@commands.command()
def undo(
    decision: Annotated[int, typer.Argument(help="The number of the decision.")],
    why: Annotated[str | None, typer.Option(help="The reason, kept with the decision.", metavar="TEXT")] = None,
    who: Who = None,
    db: Database = DEFAULT_DB,
) -> None:
    """Take a decision back; it stays in the list."""
    from .decide import undo as run

    finish(run, decision, why=why, who=who, db=db)


@commands.command()
def decisions(db: Database = DEFAULT_DB, form: FormatOption = Format.TABLE) -> None:
    """List what users decided about happenings, also what was undone."""
    from .decide import list_decisions

    finish(list_decisions, db=db, form=form)


@commands.command()
def link(
    db: Database = DEFAULT_DB,
    again: Annotated[bool, typer.Option("--again", help="Link all articles anew.")] = False,
) -> None:
    """Link the articles of an old database; new ones are linked when they are stored."""
    from .decide import link as run

    finish(run, db=db, again=again)
