"""Chains: the operators above an act ("vowed to strengthen", "refused to resume talks", "called for a halt to").

In: a Sentence, the act's token, the lexicon. Out: Links from the nearest operator outward. The climb ends at the first
word that is no operator, so that nothing crosses into another clause.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..parse.tokens import Sentence, Token
from .frames import VERB_POS, lemma_of
from .lexicon import ActLexicon, Operator

# More operators above one act were always parser errors.
LONGEST_CHAIN = 4
_ENDINGS = frozenset({"end", "conclude", "close", "finish"})
_DOWN_LINKS = frozenset(
    {"xcomp", "ccomp", "dobj", "acl", "nsubjpass", "nsubj", "attr", "oprd", "pobj", "pcomp", "advcl", "acomp", "obj"}
)
# Nouns that only carry what follows: "ways to boost", "efforts to end", "a series of talks".
_CARRIERS = frozenset(
    "way effort step measure move series round range number lot set package possibility prospect opportunity chance"
    " work process attempt bid mean need level volume kind form part aspect type area field".split()
)


@dataclass(frozen=True, slots=True)
class Link:
    """An operator at `token`; `via` is how the part below hangs on it: a dependency or a preposition."""

    operator: Operator
    token: Token
    via: str


def is_questioned(sentence: Sentence, token: Token) -> bool:
    """ "Asked about the boats, he said": somebody was asked a question; he asks for nothing."""
    return token.lemma == "ask" and token.tag == "VBN" and sentence.child(token, "aux", "auxpass") is None


def find_operator(sentence: Sentence, token: Token, lexicon: ActLexicon) -> Operator | None:
    """The operator that a token is, by its part of speech."""
    if is_questioned(sentence, token):
        return None
    if token.pos in VERB_POS:
        return lexicon.operator_verbs.get(lemma_of(sentence, token)) or lexicon.operator_verbs.get(token.lemma)
    if token.pos in ("NOUN", "PROPN"):
        return lexicon.operator_nouns.get(token.lemma)
    if token.pos == "ADJ":
        return lexicon.operator_adjectives.get(token.lemma)
    return None


def climb(sentence: Sentence, token: Token) -> tuple[Token, str] | None:
    """The word that `token` hangs on and how, prepositions and coordination passed over; None at the top."""
    current = token
    for _ in range(LONGEST_CHAIN):
        above = sentence.head(current)
        if above.index == current.index:
            return None
        if current.dep == "conj":
            current = above
            continue
        if current.dep in ("pobj", "pcomp"):
            over = sentence.head(above)
            if over.index == above.index:
                return None
            if over.pos == "ADP":
                over = sentence.head(over)
            return over, above.lower
        if current.dep in _DOWN_LINKS:
            return above, current.dep
        return None
    return None


def find_chain(sentence: Sentence, trigger: Token, lexicon: ActLexicon) -> tuple[Link, ...]:
    """The operators above the act, nearest first."""
    links: list[Link] = []
    current = trigger
    passed = 0
    while len(links) < LONGEST_CHAIN and passed < LONGEST_CHAIN:
        step = climb(sentence, current)
        if step is None:
            break
        above, via = step
        if via == "advcl" or (via == "ccomp" and above.pos not in (*VERB_POS, "ADJ")):
            break
        operator = find_operator(sentence, above, lexicon)
        if operator is not None and _may_govern(operator, via, above, current):
            links.append(Link(operator, above, via))
        elif above.pos == "NOUN" and above.lemma in _CARRIERS:
            passed += 1
        else:
            break
        current = above
    return tuple(links)


def _may_govern(operator: Operator, via: str, above: Token, current: Token) -> bool:
    if operator.kind == "undergo":
        # "Came under attack": the preposition is part of the idiom.
        return True
    if via == "nsubj" and above.lemma in _ENDINGS:
        # Talks that end were held.
        return False
    if via == "acl" and above.pos == "NOUN" and current.tag not in ("VB", "NN", "NNS"):
        # "The agreement signed by Kenya" promises nothing; "the agreement to withdraw" does.
        return False
    if via in ("nsubj",):
        # "Talks resumed", "the attack drew": a subject is governed only where the act itself begins or ends.
        return operator.kind in ("stop", "resume", "perform", "fail") and current.pos in ("NOUN", "PROPN")
    if via in (
        "on",
        "about",
        "over",
        "during",
        "after",
        "before",
        "since",
        "at",
        "in",
        "by",
        "under",
        "as",
        "amid",
        "following",
    ):
        return via == "on" and operator.kind in ("discuss", "consider", "perform")
    return True
