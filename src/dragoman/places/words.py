"""Words: the lists of `data/en/places.toml` that tell a place from what only looks like one.

In: the data file. Out: one frozen value of word sets. Refuses unknown lists and words that are no lower-case text.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any

from ..errors import LexiconError
from ..lexicon.load import check_keys, load_table

PLACES_FILE = "en/places.toml"


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The word lists of `places.toml`, each as its comment there says."""

    common: frozenset[str]
    never: frozenset[str]
    personal: frozenset[str]
    titles: frozenset[str]
    body_after: frozenset[str]
    body_of: frozenset[str]
    body_before: frozenset[str]
    allowed_after: frozenset[str]
    allowed_before: frozenset[str]
    locative: frozenset[str]
    directions: frozenset[str]
    adjectival: frozenset[str]
    place_groups: frozenset[str]
    place_of: frozenset[str]
    division_after: frozenset[str]
    state_bodies: frozenset[str]
    state_pairs: frozenset[str]
    state_of: frozenset[str]
    connectives: frozenset[str]
    generic: frozenset[str]
    plain: frozenset[str]
    approach: frozenset[str]
    place_nouns: frozenset[str]
    things: frozenset[str]
    papers: frozenset[str]
    kept: frozenset[str]
    town_verbs: frozenset[str]
    minded: frozenset[str]
    addressing: frozenset[str]
    dealings: frozenset[str]
    directed: frozenset[str]
    policies: frozenset[str]
    joined: frozenset[str]


def read_words(table: dict[str, Any]) -> PlaceWords:
    """The word lists of a `[words]` table. Raises LexiconError where a list is missing, unknown or malformed."""
    names = frozenset(field.name for field in fields(PlaceWords))
    check_keys(f"{PLACES_FILE} [words]", table, names, names)
    for name, words in table.items():
        wrong = [word for word in words if not isinstance(word, str) or word != word.lower() or not word.strip()]
        if wrong:
            raise LexiconError(
                f"{PLACES_FILE} [words]: the list {name} holds {wrong!r}. Allowed: words in lower case. Correct them."
            )
    return PlaceWords(**{name: frozenset(words) for name, words in table.items()})


@lru_cache(maxsize=1)
def load_words() -> PlaceWords:
    """The word lists, loaded once a process."""
    return read_words(load_table(PLACES_FILE).get("words", {}))
