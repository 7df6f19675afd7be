"""Names: how the words of a text and the names of the gazetteer are made comparable.

In: text. Out: words with their offsets and keys. Case, accents, apostrophes and hyphens do not count in a key;
`fits_case` then refuses a name that is not written as one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence, Set
from dataclasses import dataclass

_APOSTROPHES = "'’‘ʼʻ`´"
_WORD = re.compile(rf"[^\W_]+(?:[{_APOSTROPHES}][^\W_]+)*")
_RUN = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(rf"[{_APOSTROPHES}][sS]$")
# Letters that Unicode does not break into a plain letter and an accent.
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a", "ŋ": "n"}
    | dict.fromkeys(_APOSTROPHES)
)
# A full stop stands inside a name only behind these ("St. Petersburg") and behind single letters ("U.S.").
_ABBREVIATED = frozenset(("st", "ste", "mt", "ft", "sta", "sto"))


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text at [start, end), with its key. `bare` and `bare_end` leave out a possessive ending."""

    text: str
    start: int
    end: int
    key: str
    bare: str
    bare_end: int


def fold(text: str) -> str:
    """The text without case, accents and apostrophes."""
    low = text.casefold()
    if not low.isascii():
        low = "".join(char for char in unicodedata.normalize("NFKD", low) if not unicodedata.combining(char))
    return low.translate(_PLAIN)


def key_of(name: str) -> str:
    """The key of a name: its folded words, one blank between them."""
    if name.isascii() and name.isalpha():
        return name.lower()
    return " ".join(_RUN.findall(fold(name)))


# Articles of Arabic, with the letters that they take on before some consonants.
_ARTICLES = frozenset("al el ad ed an en ar er as es ash esh at et az ez ul".split())
# What one spelling writes for another's, longest first.
_SOUNDS = (
    ("sch", "sh"), ("tch", "ch"), ("iy", "i"), ("yi", "i"), ("ei", "ai"), ("ey", "ai"), ("ay", "ai"), ("ou", "u"),
    ("oo", "u"), ("ee", "i"), ("ie", "e"), ("ye", "e"), ("kh", "h"), ("gh", "g"), ("dh", "d"), ("q", "k"), ("w", "u"),
    ("y", "i"), ("o", "u"), ("v", "u"), ("j", "g"),
)  # fmt: skip
_DOUBLED = re.compile(r"(.)\1+")


def sound_of(key: str) -> str:
    """A key that spellings of a name from another script share: without the article, doubled letters and differences
    like "ou" and "u". It begins with "~", so that it meets only its kind."""
    words = key.split()
    kept = [word for word in words if word not in _ARTICLES] or words
    text = " ".join(kept)
    for written, sound in _SOUNDS:
        text = text.replace(written, sound)
    return "~" + _DOUBLED.sub(r"\1", text)


def split_words(text: str, start: int, end: int) -> list[Word]:
    """The words of `text` between the offsets `start` and `end`."""
    words: list[Word] = []
    for match in _WORD.finditer(text, start, end):
        word = match.group()
        possessive = _POSSESSIVE.search(word)
        bare = word[: possessive.start()] if possessive else word
        words.append(Word(word, match.start(), match.end(), fold(word), fold(bare), match.start() + len(bare)))
    return words


def joins(text: str, left: Word, right: Word) -> bool:
    """Whether what stands between two neighbouring words may stand inside a name."""
    gap = text[left.end : right.start]
    if gap == "-" or (gap.isspace() and gap.count("\n") <= 1):
        return True
    dotted = gap.startswith(".") and (len(gap) == 1 or gap[1:] == " ")
    return dotted and (len(left.text) == 1 or left.key in _ABBREVIATED)


def fits_case(words: Sequence[Word], connectives: Set[str], generic: Set[str]) -> bool:
    """Whether the words are written as a name: a capital on each, but for words like "of" and, beside a word that is
    the name proper, for nouns like "strait"."""
    proper = [word for word in words if word.key not in connectives and word.bare not in generic]
    needed = proper or [word for word in words if word.key not in connectives]
    return bool(needed) and all(_is_capital(word.text) for word in needed)


def _is_capital(word: str) -> bool:
    # "d'Ivoire" has its capital behind the apostrophe.
    first = word[2] if len(word) > 2 and word[1] in _APOSTROPHES else word[0]
    # Digits ("38th") and scripts without case have nothing to check.
    return first.isupper() or first.lower() == first.upper()
