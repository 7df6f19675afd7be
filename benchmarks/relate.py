"""Marked pairs labelled a second on one core, by the model that ships, one at a time and in padded batches."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np

from dragoman.model.reader import PAIR_OUTPUTS, MarkedText, load_reader
from dragoman.train.pairs import only, read_pairs

CORPUS = Path(__file__).parents[1] / "corpus"
PAIRS = 400
BATCHES = (8, 32)


def main() -> None:
    """Print the rates."""
    reader = load_reader()
    pairs = [pair for pair in only(read_pairs(CORPUS), "dev") if pair.target is not None][:PAIRS]
    asked = [MarkedText(pair.text, pair.source, pair.target) for pair in pairs]
    reader.relations(asked[:8])
    begun = time.perf_counter()
    reader.relations(asked)
    print(f"one at a time   {PAIRS / (time.perf_counter() - begun):6.1f} pairs a second")
    tokens = reader.marker.tokenise([one.text for one in asked])
    marked = [reader.marker.mark(one, pair.source, pair.target) for one, pair in zip(tokens, asked, strict=True)]
    marked.sort(key=lambda one: len(one.ids))
    print(f"{np.mean([len(one.ids) for one in marked]):.0f} tokens a pair")
    for size in BATCHES:
        begun = time.perf_counter()
        for at in range(0, len(marked), size):
            block = marked[at : at + size]
            longest = max(len(one.ids) for one in block)
            ids = np.full((len(block), longest), reader.card.pad_id, dtype=np.int64)
            mask = np.zeros((len(block), longest), dtype=np.float32)
            for row, one in enumerate(block):
                ids[row, : len(one.ids)], mask[row, : len(one.ids)] = one.ids, 1.0
            given = {
                "ids": ids, "mask": mask,
                "source": np.array([one.source for one in block]), "target": np.array([one.target for one in block]),
            }  # fmt: skip
            reader.session.inner.run(list(PAIR_OUTPUTS), given, reader.session.only_asked)
        print(f"batches of {size:2d}   {PAIRS / (time.perf_counter() - begun):6.1f} pairs a second")


if __name__ == "__main__":
    main()
