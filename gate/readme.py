"""Put real output and the measured figures into README.md, between its marks.

Nothing is invented: the lines are those that the commands print, less trailing blanks; "..." stands where some are left
out.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
PAGE = "src/dragoman/data/samples/gulf-ports.txt"
WIDTH = "118"
# How many lines of a table and how many paragraphs of a marked text are shown.
LINES, PARAGRAPHS = 4, 2
PYTHON = re.compile(r"```python\n(.*?)```", re.DOTALL)
BLOCK = re.compile(r"(<!-- (\w+): written by gate/readme\.py -->\n).*?(<!-- end -->)", re.DOTALL)


def run(*words: str, folder: Path = ROOT) -> str:
    """What the installed command prints, run in a folder."""
    program = str(Path(sys.executable).with_name("dragoman"))
    env = {**os.environ, "COLUMNS": WIDTH}
    done = subprocess.run([program, *words], cwd=folder, env=env, capture_output=True, text=True, check=True)
    return "\n".join(line.rstrip() for line in done.stdout.splitlines())


def shorten(lines: list[str]) -> Iterator[str]:
    """Tables with their first lines only."""
    shown: int | None = None
    for line in lines:
        if not line:
            shown = None
        if shown is not None:
            shown += 1
            if shown == LINES + 1:
                yield "..."
            if shown > LINES:
                continue
        if line.startswith("──"):
            shown = 0
        yield line


def show_event(event: dict[str, Any]) -> str:
    """An event as JSON, one key a line."""
    rows = [f" {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in event.items()]
    return "{\n" + ",\n".join(rows) + "\n}"


def show_run() -> str:
    """Code one page, show it, list it, and one event as JSON."""
    with tempfile.TemporaryDirectory() as folder:
        db = str(Path(folder) / "dragoman.db")
        coded = "\n".join(shorten(run("code", PAGE, "--db", db).splitlines()))
        record = json.loads(run("code", PAGE, "--no-store", "--format", "jsonl"))
        ident = record["article"]["id"]
        listed, shown = run("list", "--db", db), run("show", ident, "--db", db)
    marked = [part for part in shown.split("marks: ")[0].split("\n\n") if re.search(r"\[[^\]]*[EA]\d", part)]
    dated = [event for event in record["events"] if event["date"] and event["recipients"]]
    return "\n".join(
        [
            "## A run",
            "",
            f"```\n$ dragoman code {PAGE} --db dragoman.db\n{coded}\n```",
            "",
            f"```\n$ dragoman list --db dragoman.db\n{listed}\n```",
            "",
            "`show` marks every finding in the text; E1 is the first row of the events. Two paragraphs:",
            "",
            f"```\n$ dragoman show {ident[:6]} --db dragoman.db\n...\n"
            + "\n\n".join(marked[:PARAGRAPHS])
            + "\n...\n```",
            "",
            "One event of `--format jsonl`, one key a line:",
            "",
            f"```json\n{show_event((dated or record['events'])[0])}\n```",
            "",
        ]
    )


def show_python() -> str:
    """What the Python example of the README prints."""
    found = PYTHON.search(README.read_text(encoding="utf-8"))
    assert found is not None
    done = subprocess.run([sys.executable, "-c", found[1]], cwd=ROOT, capture_output=True, text=True, check=True)
    return f"```\n{done.stdout.rstrip()}\n```\n"


def show_figures() -> str:
    """The measured F1 of both groups."""
    measured = json.loads((ROOT / "gate" / "floors.json").read_text(encoding="utf-8"))["measured"]
    kinds = list(measured["development"])
    rows = [f"| {kind} | {measured['development'][kind]:.2f} | {measured['held'][kind]:.2f} |" for kind in kinds]
    means = [sum(figures.values()) / len(figures) for figures in (measured["development"], measured["held"])]
    head = ["| | development pages | held pages |", "|---|---|---|"]
    return "\n".join([*head, *rows, f"| mean | {means[0]:.2f} | {means[1]:.2f} |", "", *show_tables(), ""])


def show_tables() -> list[str]:
    """The measured figures of the tables of phrases and lines."""
    measured = json.loads((ROOT / "gate" / "tables.json").read_text(encoding="utf-8"))["history"][-1]["measured"]
    head = [
        "Phrases resolved, dates and places of lines (`gate/tables.py`); in brackets what names nothing:",
        "",
        "| | development tables | held tables |",
        "|---|---|---|",
    ]
    told = [
        [f"{row['score']:.2f} ({row['nothing']:.2f}), {row['cases']}" for row in (measured[g][kind] for g in measured)]
        for kind in measured["held"]
    ]
    return head + [f"| {kind} | {' | '.join(cells)} |" for kind, cells in zip(measured["held"], told, strict=True)]


def show_roster() -> str:
    """A roster of one state on one day."""
    with tempfile.TemporaryDirectory() as folder:
        shown = run("roster", "BLR", "--day", "2025-06-04", folder=Path(folder))
    return f"```\n$ dragoman roster BLR --day 2025-06-04\n{shown}\n```\n"


BLOCKS = {"run": show_run, "python": show_python, "roster": show_roster, "figures": show_figures}


def main() -> None:
    """Write the blocks anew."""
    page = README.read_text(encoding="utf-8")
    README.write_text(BLOCK.sub(lambda found: f"{found[1]}{BLOCKS[found[2]]()}{found[3]}", page), encoding="utf-8")


if __name__ == "__main__":
    main()
