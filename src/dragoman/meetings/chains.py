"""Chains: the nouns that stand in a sentence for a meeting, as "end" does in "at the end of two hours of talks".

In: a sentence and the noun of a meeting. Out: the noun and those above it that only say how long, how many or when.
"""

from __future__ import annotations

from ..parse.tokens import Sentence, Token

# "Two hours of talks", "a series of meetings": how long or how many.
_STRETCHES = frozenset(
    {"hour", "day", "minute", "week", "month", "night", "series", "round", "string", "course"}
    | {"end", "start", "beginning", "close", "conclusion", "eve", "margin", "sideline", "fringe"}
)
# Longer chains of such nouns are parser errors.
LONGEST_CHAIN = 3


def chain(sentence: Sentence, noun: Token) -> list[Token]:
    """The noun and those that stand in the sentence for it: "end" and "round" in "at the end of a round of talks"."""
    found = [noun]
    while len(found) <= LONGEST_CHAIN:
        above = sentence.head(found[-1])
        over = sentence.head(above)
        if found[-1].dep != "pobj" or above.lower != "of" or over.pos != "NOUN" or over.lemma not in _STRETCHES:
            break
        found.append(over)
    return found


def carrier(sentence: Sentence, noun: Token) -> Token:
    """The noun that stands in the sentence for the meeting: "hours" in "two hours of talks"."""
    return chain(sentence, noun)[-1]
