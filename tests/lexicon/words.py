"""Tokens made from plain words, so that the tests of the lexicon need no parser."""

from __future__ import annotations

import re

from dragoman.parse.tokens import Token

# A word with inner hyphens is three tokens to the parser; so are possessive endings and punctuation of their own.
_PIECE = re.compile(r"['’]s\b|[^\s,;:()—–\-]+?(?=['’]s\b)|[^\s,;:()—–\-]+|[,;:()—–\-]")


def tokens_of(text: str) -> tuple[Token, ...]:
    """The tokens of `text`: words, marks and possessive endings, each a token."""
    made = []
    for index, match in enumerate(_PIECE.finditer(text)):
        word = match.group()
        tag = "POS" if word in ("'s", "’s") else "NN"
        made.append(Token(index, word, word.lower(), "NOUN", tag, "dep", 0, match.start(), match.end()))
    return tuple(made)
