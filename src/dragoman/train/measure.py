"""Measure a reader on annotated pairs and passages: F1 by class, calibration, spans.

In: gold and what the reader said. Out: plain dicts of figures for the model card and the gate.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..model.reader import Reader
from ..model.relation import Relation, class_of
from ..model.tagger import read_tags
from .markup import Passage
from .pairs import Pair

NOTHING = "-"
# Bins of the calibration error: the usual ten.
BINS = 10


def f1_of(hits: int, given: int, wanted: int) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * hits / (given + wanted) if given + wanted else 0.0


def kind_scores(gold: Sequence[Pair], said: Sequence[Relation], scheme: str) -> dict[str, object]:
    """F1 of each class of a scheme, their macro mean over the classes of events, and the accuracy."""
    wanted = [class_of(pair.label, scheme) or NOTHING for pair in gold]
    given = [relation.type or NOTHING for relation in said]
    f1 = {
        name: f1_of(
            sum(a == b == name for a, b in zip(wanted, given, strict=True)), given.count(name), wanted.count(name)
        )
        for name in sorted(set(wanted))
    }
    events = [value for name, value in f1.items() if name != NOTHING]
    right = sum(a == b for a, b in zip(wanted, given, strict=True)) / len(gold)
    return {
        "macro_f1": round(sum(events) / len(events), 4),
        "accuracy": round(right, 4),
        "f1": {n: round(v, 4) for n, v in f1.items()},
    }


def mark_scores(gold: Sequence[Pair], said: Sequence[Relation]) -> dict[str, object]:
    """Accuracy of the code, and of mode, realis and attribution where the type is right."""
    right = [
        (pair, relation) for pair, relation in zip(gold, said, strict=True) if pair.type and pair.type == relation.type
    ]
    read = [(pair, relation) for pair, relation in right if pair.attributed is not None]
    events = [(pair, relation) for pair, relation in zip(gold, said, strict=True) if pair.type]
    other = [(pair, relation) for pair, relation in right if pair.realis != "actual"]

    def share(pairs: list[bool]) -> float:
        return round(sum(pairs) / max(1, len(pairs)), 4)

    return {
        "code": share([pair.cameo == relation.cameo for pair, relation in events]),
        "mode": share([pair.mode == relation.mode for pair, relation in right]),
        "realis": share([pair.realis == relation.realis for pair, relation in right]),
        "realis_not_actual": share([pair.realis == relation.realis for pair, relation in other]),
        "attributed": share([pair.attributed == relation.attributed for pair, relation in read]),
    }


def tell_error(gold: Sequence[Pair], said: Sequence[Relation]) -> float:
    """The expected calibration error of the confidence in ten bins of equal width (Guo et al. 2017)."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for pair, relation in zip(gold, said, strict=True):
        bins[min(BINS - 1, int(relation.confidence * BINS))].append((relation.confidence, pair.type == relation.type))
    gaps = [abs(sum(c for c, _ in rows) - sum(r for _, r in rows)) for rows in bins if rows]
    return round(sum(gaps) / len(gold), 4)


class TaggedPassages:
    """Passages with their gold spans and what the tagger makes of them, asked once for any number of thresholds."""

    def __init__(self, reader: Reader, passages: Sequence[Passage]) -> None:
        self.passages = passages
        self.tags = reader.tag_logits([passage.text for passage in passages])

    def scores(self, least: float) -> dict[str, float]:
        """Precision, recall and F1 of actor and recipient spans at a threshold; a span is right where it shares half
        the
        characters of the shorter with a gold one that no other has taken."""
        hits = given = wanted = 0
        for passage, (tokens, logits) in zip(self.passages, self.tags, strict=True):
            said = list(read_tags(logits, tokens, least=least))
            for role, sign in (("actor", "A"), ("recipient", "R")):
                have = [(span.start, span.end) for span in said if span.role == role]
                want = sorted({(span.start, span.end) for span in passage.spans if span.role == sign})
                given, wanted, hits = given + len(have), wanted + len(want), hits + matched(have, want)
        f1 = f1_of(hits, given, wanted)
        return {
            "precision": round(hits / max(1, given), 4),
            "recall": round(hits / max(1, wanted), 4),
            "f1": round(f1, 4),
        }


def matched(have: Sequence[tuple[int, int]], want: Sequence[tuple[int, int]]) -> int:
    """How many gold spans find a given one, each used once."""
    free, hits = list(have), 0
    for one in want:
        near = next((other for other in free if shared(one, other) >= 0.5), None)
        if near is not None:
            free.remove(near)
            hits += 1
    return hits


def shared(one: tuple[int, int], other: tuple[int, int]) -> float:
    """The characters that two spans share, of those of the shorter."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, common) / min(one[1] - one[0], other[1] - other[0])
