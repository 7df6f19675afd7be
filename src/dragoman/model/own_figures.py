"""What leaving one out shows of a head: its temperature, its thresholds, and precision and recall of its classes.

In: what heads said of rows that they had not seen. Out: numbers for the table of `dragoman train` and for the decision.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from .logistic import Array, Numbers, log_shares

Flags = NDArray[np.bool_]

# The thresholds that are tried. Not under a half, so that a type that wins is also the likeliest; not over 0.95, which
# a few dozen examples cannot tell from 1.
GRID = np.arange(50, 96, 5) / 100
# The temperatures that are tried: a head on few rows says 0.9 where it should say 0.7, seldom the other way round.
TEMPERATURES = np.geomspace(0.5, 4.0, 25)
SAME = 1e-9


def calibrate(logits: Array, labels: Numbers, weights: Array) -> float:
    """The temperature by which logits of rows left out tell the labels best."""
    rows = np.arange(len(labels))
    losses = [-float(weights @ log_shares(logits / each)[rows, labels]) for each in TEMPERATURES]
    return float(TEMPERATURES[int(np.argmin(losses))])


def middle_best(f1: Array) -> int:
    """The place of the best value; of several equal ones the middle, so that a threshold stands clear of both sides."""
    best = np.flatnonzero(f1 >= f1.max() - SAME)
    return int(best[len(best) // 2])


def choose_thresholds(shares: Array, gold: Flags, also: Flags) -> tuple[float, Array]:
    """The threshold with the best F1, and for each row the one that the other rows alone would choose.

    `shares`: the probability of the class for each row; `also`: rows that the shipped model gives to the class anyway.
    """
    said = (shares[:, None] >= GRID) | also[:, None]
    hits, given, wanted = said[gold].sum(axis=0), said.sum(axis=0), int(gold.sum())
    whole = f1_of(hits, given + wanted)
    each = f1_of(hits - (said & gold[:, None]), given - said + (wanted - gold)[:, None])
    return float(GRID[middle_best(whole)]), GRID[[middle_best(row) for row in each]]


def f1_of(hits: NDArray[Any], both: NDArray[Any]) -> Array:
    """F1 from the hits and the sum of what was given and what was wanted; 0 where there is neither."""
    told: Array = 2.0 * hits / np.maximum(both, 1)
    return told


def decide_rows(shares: Array, least: Array, shipped: Numbers) -> Numbers:
    """The class of each row: the likeliest of the user's (columns of `shares`, numbered from 1) that reaches its
    threshold (`least`, of the same shape), else what the shipped model says."""
    best = shares.argmax(axis=1)
    rows = np.arange(len(shares))
    told: Numbers = np.where(shares[rows, best] >= least[rows, best], best + 1, shipped)
    return told


def score(gold: Flags, said: Flags) -> dict[str, Any]:
    """Number of examples, precision, recall and F1; precision is None where the class was never given."""
    hits, given, wanted = int((gold & said).sum()), int(said.sum()), int(gold.sum())
    return {
        "examples": wanted,
        "precision": round(hits / given, 4) if given else None,
        "recall": round(hits / wanted, 4) if wanted else None,
        "f1": round(2 * hits / (given + wanted), 4) if given + wanted else None,
    }
