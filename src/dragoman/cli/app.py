"""The typer app: the commands' names and flags. Each command imports its work when it is called, so that starting is
cheap."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from .console import Format, say
from .dyad_commands import commands as dyad_commands
from .happening_commands import commands as happening_commands
from .ledger_commands import commands as ledger_commands
from .options import DEFAULT_DB, Database, Explain, FormatOption, Inputs, LinesFile, StoreTo, finish

app = typer.Typer(
    name="dragoman",
    help="Reads news about relations between states and keeps a verified record of it.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.add_typer(happening_commands)
app.add_typer(ledger_commands)
app.add_typer(dyad_commands)


@app.command()
def code(
    inputs: Inputs,
    published: Annotated[
        str | None, typer.Option(help="The day of publication where a page gives none.", metavar="YYYY-MM-DD")
    ] = None,
    form: FormatOption = Format.TABLE,
    db: StoreTo = None,
    no_store: Annotated[bool, typer.Option("--no-store", help="Print only, store nothing.")] = False,
    explain: Explain = False,
) -> None:
    """Code pages of news: print their records and store them."""
    from .code import run

    if db is not None and no_store:
        raise typer.BadParameter("--db and --no-store exclude each other. Give one of them.")
    place = None if no_store else db or DEFAULT_DB
    finish(run, inputs, published=published, form=form, db=place, explain=explain)


@app.command()
def show(
    article: Annotated[str, typer.Argument(help="The id of an article, or its first characters (at least 4).")],
    db: Database = DEFAULT_DB,
    form: FormatOption = Format.TABLE,
    explain: Explain = False,
) -> None:
    """Show one article: its text with the findings marked, and tables under it."""
    from .show import run

    finish(run, article, db=db, form=form, explain=explain)


@app.command("list")
def list_articles(
    db: Database = DEFAULT_DB,
    country: Annotated[str | None, typer.Option(help="Only articles about this state.", metavar="CODE")] = None,
    since: Annotated[str | None, typer.Option(help="Published on this day or later.", metavar="YYYY-MM-DD")] = None,
    until: Annotated[str | None, typer.Option(help="Published on this day or before.", metavar="YYYY-MM-DD")] = None,
    limit: Annotated[int, typer.Option(help="At most so many articles.", min=1)] = 100,
    form: FormatOption = Format.TABLE,
) -> None:
    """List the stored articles with the number of their findings."""
    from .listing import run

    finish(run, db=db, country=country, since=since, until=until, limit=limit, form=form)


@app.command()
def roster(
    code: Annotated[str, typer.Argument(help="A state (ISO 3166-1 alpha-3) or UNO, EUR, IGO, NGO, MNC.")],
    db: Annotated[
        str | None, typer.Option("--db", help=f"The database (default: {DEFAULT_DB}, if it is there).", metavar="URL")
    ] = None,
    day: Annotated[str | None, typer.Option(help="Only who holds an office about this day.", metavar="DATE")] = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """Show the officials of a state over time: by the tables, and as the stored articles name them."""
    from .roster import run

    finish(run, code, db=db, default=DEFAULT_DB, day=day, form=form)


@app.command()
def export(
    form: Annotated[
        str,
        typer.Option(
            "--format",
            help="jsonl, csv, parquet, polecat, gdelt, icews, graphml, gexf, jsonld or claimreview.",
            metavar="FORMAT",
        ),
    ],
    db: Database = DEFAULT_DB,
    out: Annotated[
        Path | None, typer.Option("--out", help="A file, or a folder for formats of several files.", metavar="PATH")
    ] = None,
    dyad: Annotated[
        tuple[str, str] | None, typer.Option("--dyad", help="Only what joins these two states.", metavar="A B")
    ] = None,
    since: Annotated[str | None, typer.Option(help="Only of this day or later.", metavar="YYYY-MM-DD")] = None,
    until: Annotated[str | None, typer.Option(help="Only of this day or before.", metavar="YYYY-MM-DD")] = None,
    kind: Annotated[
        list[str] | None, typer.Option("--kind", help="Only this kind of finding; may be repeated.", metavar="KIND")
    ] = None,
    attributed: Annotated[
        bool, typer.Option("--attributed", help="Also events that only a named source tells, where no column says so.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Write over files that are there already.")] = False,
) -> None:
    """Export the stored record to the formats that users of event data load."""
    from .export import run

    finish(
        run,
        db=db,
        form=form,
        out=out,
        dyad=dyad,
        since=since,
        until=until,
        kinds=kind or [],
        attributed=attributed,
        force=force,
    )


@app.command("import")
def import_files(
    files: Annotated[list[str], typer.Argument(help="Files of events, also .gz or .zip, or - for standard input.")],
    form: Annotated[str | None, typer.Option("--format", help="polecat or gdelt.", metavar="FORMAT")] = None,
    db: Database = DEFAULT_DB,
    undo: Annotated[bool, typer.Option("--undo", help="Remove what these files brought.")] = False,
) -> None:
    """Import events of POLECAT or GDELT 2.0 beside the record."""
    from .imports import run

    finish(run, files, form=form, db=db, undo=undo)


@app.command()
def schema() -> None:
    """Print the JSON Schema of a record."""
    from .lines import print_schema

    finish(print_schema)


@app.command()
def doctor(
    store: Annotated[str | None, typer.Option("--store", help="Also check this database.", metavar="URL")] = None,
) -> None:
    """Say what is installed, which model is used, what is missing and the command that mends it."""
    from .doctor import run

    finish(run, store=store)


@app.command()
def resolve(file: LinesFile) -> None:
    """Resolve actors: for each line {"id", "text", "context"?, "date"?} print {"id", "actor"}."""
    from .lines import resolve_lines

    finish(resolve_lines, file)


@app.command()
def locate(file: LinesFile) -> None:
    """Find places: for each line {"id", "text"} print {"id", "places"}."""
    from .lines import locate_lines

    finish(locate_lines, file)


@app.command()
def when(file: LinesFile) -> None:
    """Find dates: for each line {"id", "text", "published"?} print {"id", "dates"}."""
    from .lines import when_lines

    finish(when_lines, file)


@app.command()
def relate(
    file: LinesFile,
    scheme: Annotated[
        str | None, typer.Option(help="The classes: plover (the default), plv15 or quad.", metavar="SCHEME")
    ] = None,
    model: Annotated[
        Path | None, typer.Option(help="A folder that `dragoman train` made: your own types.", metavar="FOLDER")
    ] = None,
) -> None:
    """Relate two parties: for each line {"id", "sentence", "source", "target"} print what source does to target."""
    from .relate import run

    finish(run, file, scheme=scheme, model=model)


@app.command()
def evaluate(
    what: Annotated[
        str, typer.Argument(help="What to score: relations, actors, dates, places, spans, records, links or history.")
    ],
    gold: Annotated[Path, typer.Argument(help="A file of gold cases, or a folder of gold records (JSON).")],
    pages: Annotated[
        Path | None, typer.Option(help="For records and links: the folder of the pages, where it is another.")
    ] = None,
    scheme: Annotated[str, typer.Option(help="For relations: plover, plv15 or quad.", metavar="SCHEME")] = "plover",
    form: FormatOption = Format.TABLE,
) -> None:
    """Score the installed dragoman on your own gold."""
    from .evaluate import run

    finish(run, what, gold, pages=pages, scheme=scheme, form=form)


@app.command()
def train(
    ontology: Annotated[Path, typer.Option("--ontology", help="The YAML file of your types and contexts, or -.")],
    folder: Annotated[Path, typer.Option("--out", help="The folder that is made for them.", metavar="FOLDER")],
    force: Annotated[bool, typer.Option("--force", help="Write into a folder that is there already.")] = False,
    form: FormatOption = Format.TABLE,
) -> None:
    """Learn your own event types, modes and contexts from examples, over the model that ships."""
    from .train import run

    finish(run, ontology, folder, force=force, form=form)


@app.callback(invoke_without_command=True)
def top(
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Reads news about relations between states and keeps a verified record of it."""
    if version:
        from .. import version as installed

        say(installed())
        raise typer.Exit(0)


def main() -> None:
    """Run the command line."""
    # A terminal of another charset shows what it lacks as escapes; JSON is written in ASCII for it.
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
    app()
