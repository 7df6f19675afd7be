"""Words: a text cut into the tokens that the date patterns read.

In: any text. Out: words, numbers, marks and whole numeric dates, each with its offsets. Nothing is refused; numbers
keep a value only where they are short enough to be part of a date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# No date holds a longer number, and int() refuses very long ones.
LONGEST_NUMBER = 4

_TOKEN = re.compile(
    r"(?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9]))"
    r"|(?P<numeric>[0-9]{1,2}(?P<mark>[./])[0-9]{1,2}(?P=mark)[0-9]{4}(?![0-9]))"
    r"|(?P<amount>[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+\.[0-9]+)"
    r"|(?P<number>[0-9]+)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<other>\S)"
)
# Typographic variants that mean the same in a date. An em dash parts clauses and stays itself.
_VARIANTS = {"’": "'", "‘": "'", "–": "-", "‑": "-", "‐": "-", "−": "-"}  # noqa: RUF001


@dataclass(frozen=True, slots=True)
class Word:
    """A token. `kind` is iso, numeric, amount, number, word or other; `joined` where no space stands before it;
    `value` the number, None for what is none or is too long for a date."""

    text: str
    lower: str
    kind: str
    start: int
    end: int
    joined: bool
    value: int | None

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


def split_words(text: str) -> tuple[Word, ...]:
    """The tokens of `text` in order."""
    words: list[Word] = []
    last_end = -1
    for found in _TOKEN.finditer(text):
        kind = next(name for name in ("iso", "numeric", "amount", "number", "word", "other") if found[name] is not None)
        token = found[0]
        value = int(token) if kind == "number" and len(token) <= LONGEST_NUMBER else None
        lower = _VARIANTS.get(token, token.lower())
        words.append(Word(token, lower, kind, found.start(), found.end(), found.start() == last_end, value))
        last_end = found.end()
    return tuple(words)
