"""Spans: passages with the words of actors and recipients, scored by role.

In: rows with id, text and spans (start, end, role). Out: counts by role. A text of an event's party hits where it
shares at least half of the words of the shorter with a gold span that no other has taken; a text counts once in a
passage.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from ..coding import code_text
from .tally import Count

ROLES = ("actor", "recipient")
SHARED = 0.5
WORD = re.compile(r"\w+")


def score_spans(rows: Sequence[dict[str, Any]]) -> dict[str, Count]:
    """The counts of both roles."""
    counts = {role: Count() for role in ROLES}
    for row in rows:
        events = code_text(row["text"], published=row.get("published")).events
        sides = {"actor": [event.actors for event in events], "recipient": [event.recipients for event in events]}
        for role, count in counts.items():
            wanted = [row["text"][span["start"] : span["end"]] for span in row["spans"] if span["role"] == role]
            given = list(dict.fromkeys(actor.span.text for actors in sides[role] for actor in actors))
            count.hits += matches(given, wanted)
            count.given += len(given)
            count.wanted += len(wanted)
    return counts


def matches(given: Sequence[str], wanted: Sequence[str]) -> int:
    """How many of the wanted are met, each given one used once."""
    free, hits = list(given), 0
    for one in wanted:
        near = next((other for other in free if overlap(one, other) >= SHARED), None)
        if near is not None:
            free.remove(near)
            hits += 1
    return hits


def overlap(one: str, other: str) -> float:
    """The words that two texts share, of those of the shorter."""
    first, second = (Counter(WORD.findall(text.lower())) for text in (one, other))
    return sum((first & second).values()) / max(min(sum(first.values()), sum(second.values())), 1)
