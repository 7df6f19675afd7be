"""`dragoman evaluate`: the installed dragoman on a user's own gold."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from rich import box
from rich.table import Table

from ..errors import ReadError
from .console import Format, cell, fail, out, say_json

KINDS_OF_GOLD = ("relations", "actors", "dates", "places", "spans", "records", "links", "history")


class Figures(Protocol):
    """What a line of the table needs."""

    @property
    def precision(self) -> float:
        """Of the given."""

    @property
    def recall(self) -> float:
        """Of the wanted."""

    @property
    def f1(self) -> float:
        """Of both."""

    @property
    def wanted(self) -> int:
        """How many."""


def run(what: str, gold: Path, *, pages: Path | None, scheme: str, form: Format) -> int:
    """Score and print; the exit status of the contract."""
    if what not in KINDS_OF_GOLD:
        return fail(f"{what!r} cannot be evaluated. Allowed: {', '.join(KINDS_OF_GOLD)}.", status=2)
    try:
        figures = score(what, gold, pages, scheme)
    except (ValueError, TypeError, KeyError, AttributeError, IndexError) as error:
        raise ReadError(
            f"The gold in {gold} breaks the format ({type(error).__name__}: {error}). "
            "Allowed keys are told in docs/cli.md, under `dragoman evaluate`."
        ) from error
    if form is Format.TABLE:
        print_table(figures)
    else:
        say_json(plain(figures), indent=1 if form is Format.JSON else None)
    return 0


def score(what: str, gold: Path, pages: Path | None, scheme: str) -> Mapping[str, Figures]:
    """The figures of each kind or class."""
    if what == "records" and gold.is_file():
        from ..evaluate.passages import score_passages

        return score_passages(read_cases(gold))
    if what == "records":
        from ..evaluate.records import score_records

        return score_records(gold, pages=pages)
    if what == "links":
        from ..evaluate.links import score_parts

        return score_parts(gold, pages=pages or gold.parent)
    if what == "history":
        from ..evaluate.history import score_parts as score_history

        return score_history(gold, pages=pages or gold.parent)
    rows = read_cases(gold)
    if what == "relations":
        from ..evaluate.relations import score_relations

        return score_relations(rows, scheme)
    if what == "actors":
        from ..evaluate.actors import score_actors

        return score_actors(rows)
    if what in ("dates", "places"):
        from ..evaluate.lines import score_dates, score_places

        return score_dates(rows) if what == "dates" else score_places(rows)
    from ..evaluate.spans import score_spans

    return score_spans(rows)


def read_cases(gold: Path) -> Sequence[dict[str, Any]]:
    """The cases of a JSON list or a JSONL file. Raises ReadError where there are none."""
    try:
        text = gold.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ReadError(f"The gold {gold} cannot be read: {error}. Give a JSON or JSONL file of cases.") from error
    if text.lstrip().startswith("["):
        rows = json.loads(text)
    else:
        rows = [json.loads(line) for line in text.splitlines() if line.strip()]
    if not rows:
        raise ReadError(f"The gold {gold} holds no case. Give a JSON list or a JSONL file with one case a line.")
    return list(rows)


def mean_of(figures: Mapping[str, Figures]) -> float:
    """The macro mean of F1."""
    return sum(one.f1 for one in figures.values()) / max(len(figures), 1)


def plain(figures: Mapping[str, Figures]) -> dict[str, Any]:
    """The figures for machines."""
    kinds = {
        name: {"precision": one.precision, "recall": one.recall, "f1": one.f1, "n": one.wanted}
        for name, one in figures.items()
    }
    return {"kinds": kinds, "mean_f1": mean_of(figures)}


def print_table(figures: Mapping[str, Figures]) -> None:
    """The figures for people."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column in ("kind", "precision", "recall", "F1", "n"):
        table.add_column(column, justify="left" if column == "kind" else "right")
    for name, one in figures.items():
        table.add_row(cell(name), f"{one.precision:.3f}", f"{one.recall:.3f}", f"{one.f1:.3f}", str(one.wanted))
    table.add_row(cell("mean"), "", "", f"{mean_of(figures):.3f}", "")
    out().print(table)
