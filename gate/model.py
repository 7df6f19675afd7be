"""Renew the floors of the model in model.json from what it scores on the held-out part of the corpus.

A floor is the measured figure less MARGIN and never falls, unless --lower tells why it must; the calibration error is a
ceiling. `python gate/model.py --why "..."` renews; every renewal adds a row to the history.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
from datetime import date
from pathlib import Path
from typing import Any

from dragoman.model.reader import PAIR_OUTPUTS, MarkedText, load_reader
from dragoman.model.relation import SCHEMES, decide
from dragoman.train.measure import TaggedPassages, kind_scores, mark_scores, tell_error
from dragoman.train.pairs import Pair, only, part_of, read_annotated, read_pairs

ROOT = Path(__file__).parent
CORPUS = ROOT.parent / "corpus"
FLOORS = ROOT / "model.json"
# Another version of onnxruntime rounds otherwise; figures moved by less than this between two of them.
MARGIN = 0.01
# The error of the confidence may never be more than this, whatever was measured.
WORST_ERROR = 0.05


def held_pairs() -> list[Pair]:
    """The held-out pairs."""
    return only(read_pairs(CORPUS), "held")


def take_digest(pairs: list[Pair]) -> str:
    """SHA-256 over sentences, places and labels."""
    return hashlib.sha256("\n".join(repr(pair) for pair in pairs).encode()).hexdigest()


def measure(pairs: list[Pair]) -> dict[str, float]:
    """The figures on the held-out part: macro-F1 of each scheme, shares of right marks, spans, calibration error."""
    reader = load_reader()
    outputs = reader.ask(PAIR_OUTPUTS, [MarkedText(pair.text, pair.source, pair.target) for pair in pairs])
    said = {scheme: [decide(row, reader.card, scheme) for row in outputs] for scheme in SCHEMES}
    figures = {
        f"{scheme} macro-F1": float(str(kind_scores(pairs, said[scheme], scheme)["macro_f1"])) for scheme in SCHEMES
    }
    marks = mark_scores(pairs, said["plover"])
    figures |= {name: float(str(marks[name])) for name in ("code", "mode", "realis", "attributed")}
    passages = [each for each in read_annotated(CORPUS) if part_of(each.text, each.source) == "held"]
    figures["spans F1"] = TaggedPassages(reader, passages).scores(reader.card.thresholds["tag"])["f1"]
    figures["calibration error"] = tell_error(pairs, said["plover"])
    return figures


def load_floors() -> dict[str, Any]:
    """What model.json holds."""
    found: dict[str, Any] = {"digest": "", "floors": {}, "history": []}
    return json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else found


def main() -> None:
    """Measure and renew."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--why", required=True)
    parser.add_argument("--lower", action="store_true", help="let a floor fall, for the reason that --why tells")
    given = parser.parse_args()
    pairs, kept = held_pairs(), load_floors()
    figures = measure(pairs)
    for name, figure in figures.items():
        print(f"{name:20} {figure:.4f}")
    error = figures.pop("calibration error")
    if error > WORST_ERROR:
        raise SystemExit(f"The calibration error {error:.4f} is above {WORST_ERROR}. Calibrate the model anew.")
    floors = {name: math.floor((figure - MARGIN) * 1000) / 1000 for name, figure in figures.items()}
    if not given.lower:
        floors = {name: max(floor, kept["floors"].get(name, 0.0)) for name, floor in floors.items()}
    kept["history"].append(
        {"date": date.today().isoformat(), "why": given.why, "figures": {**figures, "calibration error": error}}
    )
    kept |= {"digest": take_digest(pairs), "floors": floors}
    FLOORS.write_text(json.dumps(kept, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
