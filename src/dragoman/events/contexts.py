"""Contexts: why an event happens, by the words of its sentence (PLOVER contexts). Data: `data/en/contexts.toml`."""

from __future__ import annotations

from functools import lru_cache

from ..lexicon.load import load_rows
from ..parse.tokens import Sentence

CONTEXTS_FILE = "en/contexts.toml"


@lru_cache(maxsize=1)
def load_contexts() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The contexts with their words, each padded by blanks for whole-word search."""
    rows = load_rows(CONTEXTS_FILE, "context", allowed="name words", needed="name words")
    return tuple((row["name"], tuple(f" {word} " for word in row["words"])) for row in rows)


def find_contexts(sentence: Sentence) -> tuple[str, ...]:
    """The contexts whose words stand in the sentence, in the order of the data."""
    lemmas = " ".join(token.lemma for token in sentence.tokens)
    text = f" {lemmas} "
    return tuple(name for name, words in load_contexts() if any(word in text for word in words))
