"""Nothing: phrases that hold a word for an actor or a place and mean neither ("tennis court", "Stockholm syndrome")."""

from __future__ import annotations

from functools import lru_cache

from .load import load_rows

NOTHING_FILE = "en/not-actors.toml"


@lru_cache(maxsize=1)
def load_nothing() -> tuple[str, ...]:
    """The phrases, read once a process for actors and places. Raises LexiconError where the data file is broken."""
    rows = load_rows(NOTHING_FILE, "nothing", allowed="words note", needed="words note")
    return tuple(text for row in rows for text in row["words"])
