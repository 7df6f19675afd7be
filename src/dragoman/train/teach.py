"""Teach: `python -m dragoman.train.teach CORPUS WEIGHTS TEACHER` writes what the teacher says of the training pairs.

In: the corpus, the folder of the encoder's weights, the folder with the teacher's `network.pt`. Out: `teacher.npz` in
the corpus: for each pair its likeliest codes with their probabilities, from which the model that ships learns beside
the labels (Hinton et al. 2015). The file is kept with the corpus, so that fitting the model needs no teacher.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from .batches import Labels, pair_batches, pair_rows
from .fit import kind_matrix
from .fitted import build_marker, load_fitted
from .pairs import Pair, only, read_pairs

TEACHER_FILE = "teacher.npz"
# Codes kept for a pair: together they hold more than 0.98 of the probability on average.
KEPT = 8


def key_of(pair: Pair) -> int:
    """A number for a marked pair, by which its row is found again."""
    whole = f"{pair.text}\0{pair.source}\0{pair.target}"
    return int.from_bytes(hashlib.sha256(whole.encode()).digest()[:8], "little")


def teach(corpus: Path, weights: Path, teacher: Path) -> None:
    """Ask the teacher and write its file."""
    network, labels, _ = load_fitted(teacher, weights)
    pairs = only(read_pairs(corpus), "train")
    rows = pair_rows(pairs, build_marker(weights, network.encoder), labels)
    codes = np.zeros((len(rows), KEPT), dtype=np.uint8)
    shares = np.zeros((len(rows), KEPT), dtype=np.float16)
    begun = time.monotonic()
    with torch.no_grad():
        for number, (at, batch) in enumerate(pair_batches(rows, 32, network.encoder.shape.pad, seed=None)):
            vector = network.pair_vector(batch.ids, batch.mask, batch.source, batch.target)
            top = functional.softmax(network.pair(vector)[0], dim=1).topk(KEPT, dim=1)
            codes[at], shares[at] = top.indices.numpy(), top.values.numpy()
            if number % 50 == 0:
                print(
                    f"batch {number}/{len(rows) // 32}  {time.monotonic() - begun:.0f} s", file=sys.stderr, flush=True
                )
    keys = np.array([key_of(pair) for pair in pairs], dtype=np.uint64)
    np.savez_compressed(corpus / TEACHER_FILE, keys=keys, codes=codes, shares=shares, labels=np.array(labels.codes))


def soft_labels(corpus: Path, pairs: Sequence[Pair], labels: Labels, hard: Sequence[int]) -> tuple[Tensor, int]:
    """The teacher's code probabilities (pairs, codes) and for how many pairs it has none: those get the label of `hard`
    alone. Raises OSError where the teacher's file is missing."""
    with np.load(corpus / TEACHER_FILE) as told:
        place = {int(key): at for at, key in enumerate(told["keys"])}
        names, codes, shares = list(told["labels"]), told["codes"], told["shares"].astype(np.float32)
    column = [labels.codes.index(name) if name in labels.codes else -1 for name in names]
    soft, missing = torch.zeros(len(pairs), len(labels.codes)), 0
    for row, pair in enumerate(pairs):
        at = place.get(key_of(pair))
        if at is None:
            missing += 1
            soft[row, hard[row]] = 1.0
            continue
        for code, share in zip(codes[at], shares[at], strict=True):
            if column[code] >= 0:
                soft[row, column[code]] += float(share)
    return soft / soft.sum(1, keepdim=True).clamp(min=1e-6), missing


def agreement(soft: Tensor, hard: Sequence[int], labels: Labels) -> float:
    """The share of pairs whose class of the fifteen the teacher tells as the label does."""
    kinds = kind_matrix(labels)
    said = (soft @ kinds).argmax(1)
    return float((said == kinds[torch.tensor(list(hard))].argmax(1)).float().mean())


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line of the teacher's second step."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("corpus", "weights", "teacher"):
        parser.add_argument(name, type=Path)
    given = parser.parse_args(arguments)
    teach(given.corpus, given.weights, given.teacher)


if __name__ == "__main__":
    main()
