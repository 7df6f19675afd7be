"""Change points: where the level of a series changes for good.

In: one number for each period. Out: Changes, each with the mean before and after. Says nothing of a series that is
too short or never moves. The method is PELT (Killick, Fearnhead and Eckley 2012) over the squared error of a piecewise
constant mean, exact, by the library ruptures (Truong, Oudre and Vayatis 2020).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

# Fewer periods show no level, and a level that lasts shorter is a burst.
LEAST_PERIODS = 12
SHORTEST = 3
# The price of a change in variances times log n. 2 is Schwarz's criterion for a new mean and its place; but events come
# in bursts, and at 2 noise alone is taken for a change in up to one series of three, at 4 in one of fifty at most. A
# level that turns its sign is found as often (benchmarks/changes.py).
PRICE = 4.0


@dataclass(frozen=True, slots=True)
class Change:
    """From the period at index `at` on the mean is `after`, up to the next change; before it was `before`."""

    at: int
    before: float
    after: float


def find_changes(values: Sequence[float]) -> list[Change]:
    """The changes of level, in order."""
    count = len(values)
    if count < LEAST_PERIODS:
        return []
    numbers = np.asarray(values, dtype=float)
    # The mean squared difference of neighbours estimates the noise, whatever the levels (von Neumann 1941, Rice 1984).
    variance = float(np.mean(np.diff(numbers) ** 2)) / 2
    if variance == 0:
        return []
    # Loaded where it is needed: it takes longer to load than a series takes to be made.
    import ruptures

    searched = ruptures.KernelCPD(kernel="linear", min_size=SHORTEST).fit(numbers.reshape(-1, 1))
    ends = [int(end) for end in searched.predict(pen=PRICE * variance * math.log(count))]
    edges = list(pairwise([0, *ends]))
    means = [float(np.mean(numbers[begin:end])) for begin, end in edges]
    return [Change(end, before, after) for (_, end), (before, after) in zip(edges[:-1], pairwise(means), strict=True)]
