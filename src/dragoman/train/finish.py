"""Finish the model: `python -m dragoman.train.finish CORPUS WEIGHTS FITTED OUT` makes what ships from a fitted network.

In: the corpus, the folder of the encoder's weights, the folder with `network.pt`. Out: `model.onnx`, `tokenizer.json`
and `card.json` in OUT. Temperature and thresholds come from the development part of the corpus, figures from the
held-out part.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import sys
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np

from ..model.card import CARD, TOKENIZER, WEIGHTS, Card
from ..model.reader import PAIR_OUTPUTS, MarkedText, Reader, read_folder
from ..model.relation import SCHEMES, decide, softmax
from .batches import pair_batches, pair_rows
from .encoder import ids_of
from .export import export_network
from .fitted import build_marker, load_fitted
from .measure import TaggedPassages, kind_scores, mark_scores, tell_error
from .pairs import Pair, only, part_of, read_annotated, read_pairs, split_label
from .smooth import channel_factors

# Batches whose channels are looked at before the weights are rounded: twice as many changed no factor by a hundredth.
SMOOTHED_OVER = 40
TEMPERATURES = np.arange(0.5, 3.01, 0.05)
NOTHING_STEPS = np.arange(0.30, 0.96, 0.05)
TAG_STEPS = np.arange(0.20, 0.81, 0.05)


def marked(pairs: Sequence[Pair]) -> list[MarkedText]:
    """The pairs as the runtime takes them."""
    return [MarkedText(pair.text, pair.source, pair.target) for pair in pairs]


def export(corpus: Path, weights: Path, fitted: Path, out: Path) -> Card:
    """Write the weights, the tokenizer and a first card whose thresholds are still to be found."""
    network, labels, kept = load_fitted(fitted, weights)
    marker = build_marker(weights, network.encoder)
    rows = pair_rows(only(read_pairs(corpus), "train"), marker, labels)
    pad = network.encoder.shape.pad
    batches = (batch for _, batch in islice(pair_batches(rows, 32, pad, seed=1), SMOOTHED_OVER))
    out.mkdir(parents=True, exist_ok=True)
    export_network(network, out / WEIGHTS, channel_factors(network, batches))
    shutil.copyfile(weights / "tokenizer.json", out / TOKENIZER)
    plain = json.loads((out / TOKENIZER).read_text(encoding="utf-8"))
    plain["truncation"] = plain["padding"] = None
    (out / TOKENIZER).write_text(json.dumps(plain, ensure_ascii=False), encoding="utf-8")
    told = {
        "licence": "Apache-2.0; fitted from all-mpnet-base-v2 (Apache-2.0)",
        "corpus_digest": kept["corpus_digest"],
        "layers": kept["layers"],
        "plan": kept["plan"],
    }
    digest = hashlib.sha256((out / WEIGHTS).read_bytes()).hexdigest()
    card = Card(
        labels.codes, labels.modes, labels.realis, labels.contexts, marker.open_id, marker.close_id, pad,
        marker.first_marker, 1.0, {"nothing": 0.5, "tag": 0.5, "context": 0.5}, digest, told,
    )  # fmt: skip
    write_card(card, out)
    return card


def write_card(card: Card, out: Path) -> None:
    """Write the card beside the weights."""
    row = {name: getattr(card, name) for name in Card.__dataclass_fields__}
    (out / CARD).write_text(json.dumps(row, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def calibrate(reader: Reader, dev: Sequence[Pair], passages: Sequence[Any]) -> tuple[float, dict[str, float]]:
    """The temperature with the least loss of the type on the development part, and the thresholds with the best F1."""
    outputs = reader.ask(("code",), marked(dev))
    logits = np.stack([row[0] for row in outputs])
    kinds = [split_label(label)[1] or "-" for label in reader.card.codes]
    names = sorted(set(kinds))
    sums = np.array([[kind == name for name in names] for kind in kinds], dtype=np.float32)
    gold = np.array([names.index(pair.type or "-") for pair in dev])

    def chances(temperature: float) -> Any:
        return softmax(logits / temperature) @ sums

    def loss(temperature: float) -> float:
        right = chances(temperature)[np.arange(len(gold)), gold]
        return float(-np.log(np.clip(right, 1e-6, 1)).mean())

    temperature = float(min(TEMPERATURES, key=loss))
    shares = chances(temperature)
    idle = names.index("-")

    def right(threshold: float) -> float:
        events = np.delete(shares, idle, axis=1)
        others = [name for name in names if name != "-"]
        said = [
            others[int(row.argmax())] if nothing < max(threshold, row.max()) else "-"
            for row, nothing in zip(events, shares[:, idle], strict=True)
        ]
        wanted = [names[one] for one in gold]
        return float(np.mean([one == two for one, two in zip(said, wanted, strict=True)]))

    nothing = float(max(NOTHING_STEPS, key=right))
    tagged = TaggedPassages(reader, passages)
    tag = float(max(TAG_STEPS, key=lambda least: tagged.scores(least)["f1"]))
    return temperature, {"nothing": round(nothing, 3), "tag": round(tag, 3), "context": 0.5}


def finish(corpus: Path, weights: Path, fitted: Path, out: Path) -> None:
    """Export, calibrate, measure, write the card."""
    card = export(corpus, weights, fitted, out)
    reader = read_folder(out)
    pairs, passages = read_pairs(corpus), read_annotated(corpus)
    dev_passages = [passage for passage in passages if part_of(passage.text, passage.source) == "dev"]
    temperature, thresholds = calibrate(reader, only(pairs, "dev"), dev_passages)
    card = Card(
        **{
            **{n: getattr(card, n) for n in Card.__dataclass_fields__},
            "temperature": temperature,
            "thresholds": thresholds,
        }
    )
    write_card(card, out)
    reader = read_folder(out)
    held = only(pairs, "held")
    outputs = reader.ask(PAIR_OUTPUTS, marked(held))
    said = {scheme: [decide(row, reader.card, scheme) for row in outputs] for scheme in SCHEMES}
    found = said["plover"]
    held_passages = [passage for passage in passages if part_of(passage.text, passage.source) == "held"]
    told = {
        **card.told,
        "held_out": {
            "pairs": len(held),
            **{scheme: kind_scores(held, said[scheme], scheme) for scheme in SCHEMES},
            "marks": mark_scores(held, found),
            "calibration_error": tell_error(held, found),
            "tags": TaggedPassages(reader, held_passages).scores(thresholds["tag"]),
        },
        "bytes": (out / WEIGHTS).stat().st_size,
        "vocabulary_of": len(ids_of(weights)),
    }
    card = Card(**{**{n: getattr(card, n) for n in Card.__dataclass_fields__}, "told": told})
    write_card(card, out)
    print(json.dumps(told["held_out"], indent=1), file=sys.stderr)


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line of the second step."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("corpus", "weights", "fitted", "out"):
        parser.add_argument(name, type=Path)
    given = parser.parse_args(arguments)
    finish(given.corpus, given.weights, given.fitted, given.out)


if __name__ == "__main__":
    main()
