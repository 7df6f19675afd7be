"""The PLOVER ontology as data: types with quad class and score, modes with their scores."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ..errors import LexiconError
from ..lexicon.load import load_rows
from ..record.findings import QUADS

PLOVER_FILE = "plover.toml"


@dataclass(frozen=True, slots=True)
class EventType:
    """A PLOVER type: its quad class, its score (-10 conflict to +10 cooperation) and the score of each mode."""

    name: str
    quad: str
    score: float
    modes: dict[str, float]

    def score_of(self, mode: str | None) -> float:
        """The score of a mode, the type's own where there is none."""
        return self.score if mode is None else self.modes[mode]


@lru_cache(maxsize=1)
def load_ontology() -> dict[str, EventType]:
    """The event types by name. Raises LexiconError on a quad class that is none of the four."""
    types: dict[str, EventType] = {}
    for row in load_rows(PLOVER_FILE, "type", allowed="name quad score modes", needed="name quad score"):
        if row["quad"] not in QUADS:
            raise LexiconError(f"{PLOVER_FILE}: {row['name']} has quad {row['quad']!r}. Allowed: {QUADS}.")
        types[row["name"]] = EventType(row["name"], row["quad"], float(row["score"]), dict(row.get("modes", {})))
    return types
