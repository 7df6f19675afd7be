"""Options that several commands share, and how every command ends."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from ..errors import DragomanError
from .console import Format, fail, silence_output

DEFAULT_DB = "dragoman.db"

Inputs = Annotated[
    list[str], typer.Argument(help="Text, HTML, JSONL, a feed, WARC (.gz too), a folder, or - for standard input.")
]
Database = Annotated[str, typer.Option("--db", help="The database: a file or an SQLAlchemy URL.", metavar="URL")]
StoreTo = Annotated[
    str | None, typer.Option("--db", help=f"The database to store in (default: {DEFAULT_DB}).", metavar="URL")
]
FormatOption = Annotated[Format, typer.Option("--format", help="How to print.")]
Explain = Annotated[bool, typer.Option("--explain", help="Also print what was refused, and why.")]
LinesFile = Annotated[Path, typer.Argument(help="A JSONL file, or - for standard input.")]


def finish(run: Callable[..., int], *arguments: Any, **options: Any) -> NoReturn:
    """Run a command and leave with its status; errors meant for the user are printed without a traceback.

    The command line library would answer a broken pipe and the keyboard in its own way, so both are met here.
    """
    try:
        status = run(*arguments, **options)
        sys.stdout.flush()
    except DragomanError as error:
        status = fail(str(error))
    except BrokenPipeError:
        # The reader of our output has gone ("| head"); there is nobody left to tell.
        silence_output()
        status = 0
    except KeyboardInterrupt:
        status = fail("Stopped by the keyboard. What was stored before is kept.", status=130)
    raise typer.Exit(status)
