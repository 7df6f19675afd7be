"""Modality: whether an act happened, will happen, might happen or did not, read at the head of its chain.

In: a Sentence and a token. Out: marks. They never change what the act is; the shift of a promised or refused act is
the lexicon's (an operator), not a mark.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..parse.tokens import Sentence, Token
from .frames import VERB_POS

_FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_POSSIBLE = frozenset({"could", "may", "might", "can", "ca"})
_DUTY = frozenset({"must", "should", "ought"})
_CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
_NEGATIVE = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "without", "hardly"})
_SCHEDULED = frozenset({"due", "set", "scheduled", "expected", "slated", "poised", "bound"})
_COMING = frozenset({"upcoming", "planned", "forthcoming", "next", "scheduled", "future", "coming", "impending"})
_POSSIBLE_NOUN = frozenset({"possible", "potential", "proposed", "alleged", "suspected", "hypothetical", "would-be"})


@dataclass(frozen=True, slots=True)
class Modality:
    """Marks of one verb or noun. `scheduled` future acts are fixed ("is due to visit"), `duty` ones demanded."""

    negated: bool = False
    future: bool = False
    scheduled: bool = False
    possible: bool = False
    duty: bool = False


def read_modality(sentence: Sentence, token: Token) -> Modality:
    """The marks at a verb, adjective or noun."""
    if token.pos in ("NOUN", "PROPN"):
        return _noun_modality(sentence, token)
    words = _auxiliaries(sentence, token)
    lower = {word.lower for word in words}
    conditional = _is_conditional(sentence, token)
    would = bool(lower & {"would", "'d", "’d"})
    scheduled = _is_scheduled(sentence, token)
    return Modality(
        negated=any(
            child.dep == "neg" or child.lower in _NEGATIVE for child in sentence.children(token, "neg", "preconj")
        ),
        future=bool(lower & _FUTURE) or (would and not conditional) or scheduled,
        scheduled=scheduled,
        possible=bool(lower & _POSSIBLE) or conditional,
        duty=bool(lower & _DUTY),
    )


def _auxiliaries(sentence: Sentence, verb: Token) -> list[Token]:
    """The verb's auxiliaries, those of the verb that it is coordinated with where it has none of its own."""
    own = sentence.children(verb, "aux", "auxpass")
    if not own and verb.dep == "conj" and verb.tag in ("VB", "VBN") and sentence.head(verb).pos in VERB_POS:
        return _auxiliaries(sentence, sentence.head(verb))
    return own


def _is_scheduled(sentence: Sentence, token: Token) -> bool:
    """ "is due to", "is expected to", "is to visit"."""
    above = sentence.head(token)
    if token.dep == "xcomp" and above.lower in _SCHEDULED:
        return True
    return (
        token.dep == "xcomp"
        and above.lemma == "be"
        and any(child.lower == "to" for child in sentence.children(token, "aux"))
    )


def _is_conditional(sentence: Sentence, token: Token) -> bool:
    """Whether the verb stands in an "if" clause, or in the main clause of one with "would"."""
    if any(child.lower in _CONDITIONS for child in sentence.children(token, "mark", "advmod")):
        return True
    lower = {child.lower for child in sentence.children(token, "aux")}
    if "would" not in lower and "could" not in lower:
        return False
    return any(
        mark.lower in ("if", "unless")
        for clause in sentence.children(token, "advcl")
        for mark in sentence.children(clause, "mark")
    )


def _noun_modality(sentence: Sentence, noun: Token) -> Modality:
    words = {child.lower for child in sentence.children(noun)}
    return Modality(
        negated=bool(words & {"no", "neither"}),
        future=bool(words & _COMING),
        scheduled=bool(words & _COMING),
        possible=bool(words & _POSSIBLE_NOUN),
    )
