"""`dragoman evaluate`: the installed dragoman on a user's own gold."""

from __future__ import annotations

from pathlib import Path

from rich import box
from rich.table import Table

from ..errors import ReadError
from .console import Format, cell, fail, out, say_json

KINDS_OF_GOLD = ("records",)


def run(what: str, gold: Path, *, pages: Path | None, form: Format) -> int:
    """Score and print; the exit status of the contract."""
    if what not in KINDS_OF_GOLD:
        return fail(f"{what!r} cannot be evaluated. Allowed: {', '.join(KINDS_OF_GOLD)}.", status=2)
    from ..evaluate.records import mean_f1, score_records

    try:
        tallies = score_records(gold, pages=pages)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise ReadError(
            f"A gold record in {gold} breaks the format ({type(error).__name__}: {error}). "
            "Allowed keys are told in docs/cli.md, under `dragoman evaluate`."
        ) from error
    if form is not Format.TABLE:
        plain = {
            kind: {"precision": tally.precision, "recall": tally.recall, "f1": tally.f1, "n": tally.wanted}
            for kind, tally in tallies.items()
        }
        say_json({"kinds": plain, "mean_f1": mean_f1(tallies)}, indent=1 if form is Format.JSON else None)
        return 0
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column in ("kind", "precision", "recall", "F1", "n"):
        table.add_column(column, justify="left" if column == "kind" else "right")
    for kind, tally in tallies.items():
        table.add_row(cell(kind), f"{tally.precision:.3f}", f"{tally.recall:.3f}", f"{tally.f1:.3f}", str(tally.wanted))
    table.add_row(cell("mean"), "", "", f"{mean_f1(tallies):.3f}", "")
    out().print(table)
    return 0
