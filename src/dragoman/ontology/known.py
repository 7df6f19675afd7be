"""Known sentences: marked examples of every shipped type, against which a user's own types are held."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ..errors import LexiconError
from ..lexicon.load import load_rows
from .own_file import Example, unmark
from .plover import load_ontology

KNOWN_FILE = "en/known.toml"


@dataclass(frozen=True, slots=True)
class Known:
    """A marked sentence and its PLOVER type; None where nothing passes between the two."""

    type: str | None
    example: Example


@lru_cache(maxsize=1)
def load_known() -> tuple[Known, ...]:
    """The known sentences. Raises LexiconError on an unknown type or a sentence without its marks."""
    found: list[Known] = []
    for row in load_rows(KNOWN_FILE, "type", allowed="name sentences", needed="name sentences"):
        if row["name"] and row["name"] not in load_ontology():
            allowed = f"Allowed: {', '.join(load_ontology())} or ''."
            raise LexiconError(f"{KNOWN_FILE}: {row['name']!r} is no type. {allowed}")
        try:
            found += [Known(row["name"] or None, unmark(sentence)) for sentence in row["sentences"]]
        except ValueError as error:
            told = f"{KNOWN_FILE}, {row['name'] or 'nothing'}: {error}"
            raise LexiconError(f"{told}. Allowed: sentences that are marked once. Mend it.") from error
    return tuple(found)
