"""Score the installed dragoman on the tables of phrases and lines, and renew their floors in tables.json.

`python gate/tables.py` prints the figures; with --why it keeps them as floors, less MARGIN; --lower lets one fall.
Tables called ...-held are held out: only their figures are printed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from dragoman.evaluate.actors import score_actors
from dragoman.evaluate.lines import score_dates, score_places

TABLES = Path(__file__).parent / "tables"
FLOORS = Path(__file__).parent / "tables.json"
KINDS = ("actors", "dates", "places")
GROUPS = ("development", "held")
# What counts of each kind, and of what names nothing.
MAIN = {"actors": "whole case", "dates": "dates", "places": "places"}
NOTHING = {"actors": "null", "dates": "empty line", "places": "empty line"}
# A figure may swing by so much with another version of the parser before the gate fails.
MARGIN = 0.02


def read_table(kind: str, group: str) -> list[dict[str, Any]]:
    """The cases of all files of a kind in one group."""
    held = group == "held"
    paths = [path for path in sorted(TABLES.glob(f"{kind}*.jsonl")) if path.stem.endswith("-held") == held]
    return [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines() if line]


def measure(group: str) -> dict[str, dict[str, float]]:
    """For each kind the figure of all cases, that of cases which name nothing, and how many cases there are."""
    found = {}
    for kind in KINDS:
        cases = read_table(kind, group)
        score = {"actors": score_actors, "dates": score_dates, "places": score_places}[kind]
        counts = score(cases)
        found[kind] = {
            "score": round(counts[MAIN[kind]].f1, 4),
            "nothing": round(counts[NOTHING[kind]].f1, 4),
            "cases": len(cases),
        }
    return found


def take_digest() -> str:
    """SHA-256 over the names and bytes of all tables."""
    whole = hashlib.sha256()
    for path in sorted(TABLES.glob("*.jsonl")):
        whole.update(path.name.encode() + b"\0" + path.read_bytes())
    return whole.hexdigest()


def load_floors() -> dict[str, Any]:
    """What tables.json holds; floors of 0 where it is not there yet."""
    if not FLOORS.exists():
        nothing = {kind: {"score": 0.0, "nothing": 0.0} for kind in KINDS}
        return {"digest": "", "floors": dict.fromkeys(GROUPS, nothing), "history": []}
    held: dict[str, Any] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return held


def raised(old: Mapping[str, Any], new: Mapping[str, Mapping[str, float]], *, lower: bool) -> dict[str, Any]:
    """The floors of one group after a measurement."""
    floors: dict[str, Any] = {}
    for kind in KINDS:
        floors[kind] = {}
        for name in ("score", "nothing"):
            floor = math.floor((new[kind][name] - MARGIN) * 1000) / 1000
            floors[kind][name] = floor if lower else max(floor, old[kind][name])
    return floors


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--why", help="keep the figures as floors, for this reason")
    parser.add_argument("--lower", action="store_true", help="let floors fall")
    given = parser.parse_args()
    measured = {group: measure(group) for group in GROUPS}
    for group, kinds in measured.items():
        for kind, row in kinds.items():
            figures = f"{row['score']:.3f}  of what names nothing {row['nothing']:.3f}  n {row['cases']:.0f}"
            print(f"{group:12} {kind:8} {figures}")
    if given.why:
        kept = load_floors()
        kept["floors"] = {g: raised(kept["floors"][g], measured[g], lower=given.lower) for g in GROUPS}
        kept["digest"] = take_digest()
        kept["history"].append({"date": date.today().isoformat(), "why": given.why, "measured": measured})
        FLOORS.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
