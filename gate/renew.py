"""Renew the quality floors in floors.json from what the installed dragoman scores on the gold.

Run it where the gold changed (with --why) or where the figures rose. A floor is the measured F1 less MARGIN and never
falls, unless --lower tells why it must. Every renewal adds a row to the history; gate/readme.py then puts the figures
into README.md.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

from dragoman.evaluate.records import KINDS, Tally, score_records

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"
# Folders of gold records with the folders of their pages: the samples that ship, and the pages of the ledger.
SOURCES = (
    (HERE / "gold", Path(str(files("dragoman"))) / "data" / "samples"),
    (HERE / "pages" / "gold", HERE / "pages"),
)
# Pages whose name begins so were not read while the rules were written.
HELD = "held-"
GROUPS = ("development", "held")
# F1 may swing by so much with another version of the parser before the gate fails.
MARGIN = 0.02


def take_digest() -> str:
    """SHA-256 over the names and bytes of all gold files and their pages."""
    whole = hashlib.sha256()
    for folder in (folder for source in SOURCES for folder in source):
        for path in sorted(each for each in folder.iterdir() if each.is_file()):
            raw = path.read_bytes()
            whole.update(f"{path.name}\x00{len(raw)}\x00".encode())
            whole.update(raw)
    return whole.hexdigest()


class Figures(NamedTuple):
    """The figures of one kind, and nothing of the pages: what is printed of held pages must not tell what they say."""

    precision: float
    recall: float
    f1: float


def measure(group: str) -> dict[str, Figures]:
    """The figures of each kind over the pages of one group."""
    held = group == "held"
    whole = {kind: Tally() for kind in KINDS}
    for gold, pages in SOURCES:
        for kind, part in score_records(gold, pages=pages, only=lambda page: page.startswith(HELD) == held).items():
            whole[kind].hits += part.hits
            whole[kind].given += part.given
            whole[kind].wanted += part.wanted
    return {kind: Figures(tally.precision, tally.recall, tally.f1) for kind, tally in whole.items()}


def load_floors() -> dict[str, Any]:
    """What floors.json holds; floors of 0 where it is not there yet."""
    if not FLOORS.exists():
        return {"digest": "", "floors": {group: dict.fromkeys(KINDS, 0.0) for group in GROUPS}, "history": []}
    floors: dict[str, Any] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return floors


def choose_floor(measured: float, before: float, *, lower: bool) -> float:
    """The new floor of one kind."""
    floor = max(math.floor((measured - MARGIN) * 1000) / 1000, 0.0)
    return floor if lower else max(floor, before)


def main() -> int:
    """Measure, write, print the figures; 1 where a reason is missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--why", help="why the gold or the floors change")
    parser.add_argument("--lower", metavar="WHY", help="let floors fall, and why")
    given = parser.parse_args()
    floors, digest, why = load_floors(), take_digest(), given.lower or given.why
    if digest != floors["digest"] and not why:
        print('The gold or a page was changed. Say why: python gate/renew.py --why "..."')
        return 1
    means, measured = {}, {}
    for group in GROUPS:
        figures = measure(group)
        measured[group] = {kind: round(each.f1, 3) for kind, each in figures.items()}
        means[group] = round(sum(each.f1 for each in figures.values()) / len(figures), 3)
        for kind, each in figures.items():
            before = floors["floors"][group].get(kind, 0.0)
            floor = choose_floor(each.f1, before, lower=bool(given.lower))
            below = "  below its floor: mend it, or use --lower" if each.f1 < floor else ""
            print(f"{group:12} {kind:12} F1 {each.f1:.3f}  floor {before:.3f} -> {floor:.3f}{below}")
            floors["floors"][group][kind] = floor
        print(f"{group:12} {'mean':12} F1 {means[group]:.3f}")
    floors["digest"], floors["measured"] = digest, measured
    floors["history"].append({"date": date.today().isoformat(), "why": why or "the figures rose", "mean": means})
    FLOORS.write_text(json.dumps(floors, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
