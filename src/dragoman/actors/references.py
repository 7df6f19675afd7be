"""References: pronouns and nouns of a sentence that refer back, outside the phrases already found.

In: a Sentence, the words that refer, and the tokens taken. Out: Phrases of the kinds pronoun, first-person, pair and
that-state. Expletives ("there", "it rains") are left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..parse.tokens import Sentence, Token
from .lexicon import References
from .phrases import Phrase

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
IT = frozenset({"it", "its", "itself"})
_THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
_THIRD = HE | SHE | IT | _THEY
_FIRST = frozenset({"we", "us", "our", "ours", "ourselves"})
_BARE_PAIRS = frozenset({"sides", "neighbours", "neighbors"})
_BESIDE = frozenset({"neighbouring", "neighboring"})
# The longest run of words before such a noun ("the three rather reluctant neighbouring states").
LONGEST_REFERENCE = 5


def find_references(sentence: Sentence, references: References, taken: set[int]) -> Iterator[Phrase]:
    """The phrases of a sentence that refer back."""
    nouns = references.pair_nouns | references.state_nouns
    for token in sentence.tokens:
        if token.tag in ("PRP", "PRP$") and token.dep != "expl":
            if token.lower in _THIRD:
                rule = "it" if token.lower in IT else "person"
                yield Phrase(token.index, token.index, "pronoun", rule=rule)
            elif token.lower in _FIRST and token.text != "US":
                yield Phrase(token.index, token.index, "first-person", rule="first-person")
        elif token.index not in taken and token.pos in ("NOUN", "PROPN") and token.lemma in nouns:
            yield from _nominal(sentence, token, references, taken)


def _nominal(sentence: Sentence, token: Token, references: References, taken: set[int]) -> Iterator[Phrase]:
    first = _start(sentence, token)
    words = {each.lower for each in sentence.tokens[first : token.index]}
    if any(at in taken for at in range(first, token.index)):
        return
    if token.tag in ("NNS", "NNPS"):
        if words & references.pair_words or ("the" in words and (token.lower in _BARE_PAIRS or words & _BESIDE)):
            yield Phrase(first, token.index, "pair", plural=True, rule="pair")
    elif (
        token.lemma in references.state_nouns
        and words & {"the", "this"}
        and token.dep not in ("compound", "amod", "nmod")
    ):
        yield Phrase(first, token.index, "that-state", rule="that-state")


def _start(sentence: Sentence, token: Token) -> int:
    first = token.index
    while first > 0 and sentence.tokens[first - 1].head == token.index and token.index - first < LONGEST_REFERENCE:
        before = sentence.tokens[first - 1]
        if before.pos not in ("DET", "NUM", "ADJ", "VERB", "PRON", "ADV", "CCONJ") and before.lower not in _BESIDE:
            break
        first -= 1
    return first
