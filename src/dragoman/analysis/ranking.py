"""Ranking: the most active pairs of states, and what the events of a pair are about.

In: counted rows of the store (`PairCount`, `TopicCount`). Out: values in order, the most first. Nothing is refused.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from ..record.counts import PairCount, TopicCount
from ..record.findings import QUADS
from .series import CONFLICT, COOPERATION, DECIMALS

# Codes that stand for many bodies: a pair with one of them is no pair of two parties.
MANY = ("IGO", "MNC", "NGO")


@dataclass
class Tie:
    """What passes between two states: the events of each quad, the sum of their scores, the first and last month."""

    first: str
    second: str
    quads: dict[str, int] = field(default_factory=lambda: dict.fromkeys(QUADS, 0))
    score: float = 0.0
    since: str | None = None
    until: str | None = None

    def add(self, row: PairCount) -> None:
        """Count a row of the store."""
        self.quads[row.quad] = self.quads.get(row.quad, 0) + row.number
        self.score = round(self.score + row.score, DECIMALS)
        self.since = min(filter(None, (self.since, row.first)), default=None)
        self.until = max(filter(None, (self.until, row.last)), default=None)

    @property
    def count(self) -> int:
        """All events."""
        return sum(self.quads.values())

    @property
    def cooperation(self) -> int:
        """The events of cooperation, in word and deed."""
        return sum(self.quads[quad] for quad in COOPERATION)

    @property
    def conflict(self) -> int:
        """The events of conflict, in word and deed."""
        return sum(self.quads[quad] for quad in CONFLICT)

    @property
    def mean(self) -> float:
        """The mean score of an event."""
        return round(self.score / self.count, DECIMALS) if self.count else 0.0


@dataclass(frozen=True, slots=True)
class TopicShare:
    """How many mentions have a context; one mention may have several, so shares may add up to more than 1."""

    context: str
    count: int
    share: float
    mean: float


def sum_ties(rows: Iterable[PairCount]) -> list[Tie]:
    """One Tie for each pair of the rows, the one with most events first, then by code."""
    ties: dict[tuple[str, str], Tie] = {}
    for row in rows:
        pair = (row.actor, row.recipient)
        if pair not in ties:
            ties[pair] = Tie(*pair)
        ties[pair].add(row)
    return sorted(ties.values(), key=lambda tie: (-tie.count, tie.first, tie.second))


def share_topics(rows: Iterable[TopicCount]) -> tuple[list[TopicShare], int]:
    """The contexts, the most frequent first, and how many mentions have none."""
    counts: Counter[str] = Counter()
    scores: defaultdict[str, float] = defaultdict(float)
    total = without = 0
    for row in rows:
        total += row.number
        without += 0 if row.contexts else row.number
        for context in row.contexts:
            counts[context] += row.number
            # Rows of several contexts have one sum of scores, which stands for each of them.
            scores[context] += row.score
    shares = [
        TopicShare(name, count, round(count / total, DECIMALS), round(scores[name] / count, DECIMALS))
        for name, count in counts.items()
    ]
    return sorted(shares, key=lambda each: (-each.count, each.context)), without
