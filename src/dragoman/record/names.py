"""Names of persons without what writers spell differently: case, accents, hyphens, points.

In: a name. Out: its folded words. At the bottom of the layers, so that the actors stage, the table of officials and the
store compare alike.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# Letters that are no base letter with a mark, and how news writes them.
_LETTERS = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})


@lru_cache(maxsize=4096)
def fold_name(name: str) -> str:
    """The name in lower case, without marks, accents and hyphens, its words parted by blanks."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'").replace("-", " ").replace("‑", " "))
    kept = "".join(char for char in plain if not unicodedata.combining(char) and char not in ".'")
    return " ".join(kept.casefold().translate(_LETTERS).split())
