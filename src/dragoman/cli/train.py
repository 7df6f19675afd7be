"""`dragoman train`: a user's own event types, modes and contexts from a YAML file, learned over the shipped model."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rich import box
from rich.table import Table

from ..errors import SetupError
from .console import Format, cell, fail, out, say_json, warn

COLUMNS = ("what", "name", "from", "examples", "precision", "recall", "F1", "threshold")


def run(ontology: Path, folder: Path, *, force: bool, form: Format) -> int:
    """Learn, write the folder, print the figures of leaving one out; the exit status of the contract."""
    if not force and folder.exists():
        return fail(f"{folder} is there already. Allowed: a new folder. Give another to --out, or --force.", status=2)
    if folder.exists() and not folder.is_dir():
        raise SetupError(f"{folder} is a file. Allowed: a folder. Give another to --out.")
    from ..model.card import load_card
    from ..model.own_fit import fit_own
    from ..model.reader import load_reader
    from ..ontology.own_file import read_own_file

    file = read_own_file(ontology, contexts=load_card().contexts)
    own = fit_own(file, load_reader(), tell=warn)
    own.save(folder)
    told: dict[str, Any] = {
        "name": own.name,
        "description": own.description,
        "folder": str(folder),
        "model_digest": own.model_digest,
        "file_digest": own.file_digest,
        **own.figures,
    }
    if form is Format.TABLE:
        print_figures(told)
        known = told["known"]
        if any(row["threshold"] is not None for row in told["types"]):
            warn(f"of {known['sentences']} sentences of the shipped types yours take {known['taken']}")
        warn(f"{folder}: written. Use it: dragoman relate FILE --model {folder}")
    else:
        say_json(told, indent=1 if form is Format.JSON else None)
    return 0


def print_figures(told: dict[str, Any]) -> None:
    """The figures as a table; a class that is only renamed has none."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for at, column in enumerate(COLUMNS):
        table.add_column(column, justify="left" if at < COLUMNS.index("examples") else "right")
    for what, row in list_rows(told):
        figures = (row[key] for key in ("precision", "recall", "f1"))
        least = row.get("threshold")
        table.add_row(
            *(cell(each) for each in (what, row["name"], row["from"])),
            str(row["examples"] or ""),
            *("" if each is None else f"{each:.2f}" for each in figures),
            "" if least is None else f"{least:.2f}",
        )
    out().print(table)


def list_rows(told: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Types, each with its modes behind it, then contexts, with the word for what each is."""
    for row in told["types"]:
        yield "type", row
        yield from (("mode", {**mode, "name": f"{row['name']}/{mode['name']}"}) for mode in row["modes"])
    yield from (("context", row) for row in told["contexts"])
