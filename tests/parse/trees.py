"""Sentences built by hand: words with the number of their head."""

from __future__ import annotations

from dragoman.parse.tokens import Sentence, Token
from dragoman.record import RegionKind


def make_sentence(rows: str, *, start: int = 0, index: int = 0) -> Sentence:
    """A sentence from `word/dep/head` rows parted by blanks; its words stand a blank apart from offset `start`."""
    tokens, at = [], start
    for number, row in enumerate(rows.split()):
        word, dep, head = row.split("/")
        tokens.append(Token(number, word, word.lower(), "X", "X", dep, int(head), at, at + len(word)))
        at += len(word) + 1
    return Sentence(index, 0, RegionKind.BODY, tuple(tokens))
