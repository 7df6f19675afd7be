"""Short texts through the real pipeline, for the tables of these tests."""

from __future__ import annotations

from functools import lru_cache

from dragoman.coding import code_text
from dragoman.record import Record

# A Wednesday.
PUBLISHED = "2024-05-22"


@lru_cache(maxsize=512)
def code(text: str) -> Record:
    """The record of a text published on the day of the tables."""
    return code_text(text, published=PUBLISHED)
