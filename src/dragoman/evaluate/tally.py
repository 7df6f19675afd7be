"""Tally: hits, what was given and what was wanted, with precision, recall and F1."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(slots=True)
class Count:
    """How many were right, given and wanted."""

    hits: int = 0
    given: int = 0
    wanted: int = 0

    def add(self, hits: int, given: int, wanted: int) -> None:
        """Count some more."""
        self.hits, self.given, self.wanted = self.hits + hits, self.given + given, self.wanted + wanted

    @property
    def precision(self) -> float:
        """Hits among the given."""
        return self.hits / max(self.given, 1)

    @property
    def recall(self) -> float:
        """Hits among the wanted."""
        return self.hits / max(self.wanted, 1)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.hits / (self.given + self.wanted) if self.given + self.wanted else 0.0


def count_classes(wanted: Sequence[str], given: Sequence[str]) -> dict[str, Count]:
    """The counts of each class that is wanted, by name."""
    return {
        name: Count(
            sum(one == other == name for one, other in zip(wanted, given, strict=True)),
            given.count(name),
            wanted.count(name),
        )
        for name in sorted(set(wanted))
    }


def mean_f1(counts: Iterable[Count]) -> float:
    """The macro mean of F1."""
    figures = [count.f1 for count in counts]
    return sum(figures) / len(figures) if figures else 0.0
