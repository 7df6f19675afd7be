"""Relations: marked sentences with a class, scored class by class.

In: rows with sentence, source, target and label. Out: counts by class. What dragoman leaves open counts as given to no
class: it costs recall and no precision. A scheme without "nothing" is answered so only where the gold has none either.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..errors import ReadError
from ..model.reader import MarkedText, load_reader
from ..model.relation import WITHOUT_NOTHING, scheme_of
from .tally import Count, count_classes

# How a gold file may say that nothing passes between the two.
NOTHING = "-"


def score_relations(rows: Sequence[dict[str, Any]], scheme: str) -> dict[str, Count]:
    """The counts of each class of the gold. Raises ReadError on a label that the scheme does not have."""
    reader = load_reader()
    known = set(scheme_of(reader.card.codes, scheme).names) | {NOTHING}
    wanted = [row.get("label") or NOTHING for row in rows]
    if wrong := sorted({str(label) for label in wanted} - known):
        raise ReadError(f"The gold has the labels {wrong}. Allowed in the scheme {scheme}: {', '.join(sorted(known))}.")
    pairs = [MarkedText(row["sentence"], tuple(row["source"]), tuple(row["target"])) for row in rows]
    abstain = scheme not in WITHOUT_NOTHING or NOTHING in wanted
    said = reader.relations(pairs, scheme=scheme, abstain=abstain)
    return count_classes(wanted, [relation.type or NOTHING for relation in said])
