"""The balance of the corpus: how many pairs of each kind it holds, and the least that a training may start from.

In: Pairs and Passages. Out: a Balance, with the Minimums that it meets or misses. Reads no file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..ontology import load_ontology
from ..ontology.cameo import NO_EVENT
from .markup import Passage
from .pairs import Pair

# The marked pairs that count towards a minimum have a target: the model reads pairs, and so do the gold standards.
LEAST_PAIRS = 12_000
# What is denied, supposed, lies ahead, or is vouched for by somebody else: without it the model calls all actual.
LEAST_NOT_PLAIN = 1_500
NOT_PLAIN = frozenset({"negated", "hypothetical", "future"})
LEAST_NOTHING = 1_000
LEAST_PASSAGES = 3_000
# One passage in so many has no event at all, or the tagger finds one everywhere.
ONE_EVENTLESS_IN = 5
LEAST_OF_TYPE = 300

NOTHING = "nothing between"
ATTRIBUTED = {True: "yes", False: "no", None: "not read"}


@dataclass(frozen=True, slots=True)
class Minimum:
    """What the corpus has of something, and the least that it needs."""

    what: str
    has: int
    least: int

    @property
    def met(self) -> bool:
        """Whether there is enough."""
        return self.has >= self.least


@dataclass(frozen=True, slots=True)
class Balance:
    """The tallies of all pairs of a corpus by field and value, and its counts.

    The counts by which it is measured, `types` to `nothing`, are of pairs with a target.
    """

    tallies: dict[str, Counter[str]]
    types: Counter[str]
    pairs: int
    not_plain: int
    nothing: int
    passages: int
    eventless: int

    @property
    def share(self) -> float:
        """The share of the passages that have no event; 0 where there is no passage."""
        return self.eventless / self.passages if self.passages else 0.0


def weigh(pairs: Iterable[Pair], passages: Sequence[Passage]) -> Balance:
    """The Balance of the pairs and passages of a corpus; the pairs of the passages are among the pairs."""
    pairs = list(pairs)
    tallies: dict[str, Counter[str]] = {}
    for pair in pairs:
        for field, value in values_of(pair):
            tallies.setdefault(field, Counter())[value] += 1
    aimed = [pair for pair in pairs if pair.target is not None]
    return Balance(
        tallies,
        types=Counter(pair.type for pair in aimed if pair.type is not None),
        pairs=len(aimed),
        not_plain=sum(pair.realis in NOT_PLAIN or pair.attributed is True for pair in aimed),
        nothing=sum(pair.cameo == NO_EVENT for pair in aimed),
        passages=len(passages),
        eventless=sum(not passage.events for passage in passages),
    )


def values_of(pair: Pair) -> Iterator[tuple[str, str]]:
    """What a pair is counted under: fields, each with its value."""
    kind = pair.type or NOTHING
    yield "type", kind
    yield "code", pair.cameo
    yield "mode", f"{kind} {pair.mode or '-'}" if pair.type else NOTHING
    yield "realis", pair.realis
    yield "attributed", ATTRIBUTED[pair.attributed]
    yield "between", NOTHING if pair.cameo == NO_EVENT else "an event"
    yield "target", "without" if pair.target is None else "with"
    yield "origin", pair.origin
    yield "part", pair.part


def minimums_of(balance: Balance) -> list[Minimum]:
    """What the corpus needs at least, each beside what it has."""
    # Rounded up: a share just below a fifth is below a fifth.
    eventless = -(-balance.passages // ONE_EVENTLESS_IN)
    return [
        Minimum("pairs with a target", balance.pairs, LEAST_PAIRS),
        Minimum("pairs not plainly actual", balance.not_plain, LEAST_NOT_PLAIN),
        Minimum(f"pairs with {NOTHING}", balance.nothing, LEAST_NOTHING),
        Minimum("passages", balance.passages, LEAST_PASSAGES),
        Minimum(f"passages without an event ({balance.share:.2%})", balance.eventless, eventless),
        *(Minimum(f"pairs of type {kind}", balance.types[kind], LEAST_OF_TYPE) for kind in sorted(load_ontology())),
    ]
