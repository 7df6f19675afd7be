"""Conditions: the mechanisms that carry a relation of states and the obstacles that hinder it.

In: article, Parsed, Roles. Out: Conditions with the states of the relation: those of the sentence, or the pair that its
pronouns mean. An obstacle counts only where the sentence says that something hinders.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..events.modality import read_modality
from ..events.roles import Roles
from ..events.triggers import phrase_lemmas
from ..parse.tokens import Parsed, Sentence, Token
from ..record import Article, Condition, RegionKind, digest
from .clauses import phrase_span
from .lexicon import PromiseLexicon

CONFIDENCE = 0.7


def find_conditions(article: Article, parsed: Parsed, roles: Roles, lexicon: PromiseLexicon) -> tuple[Condition, ...]:
    """The conditions of the article in order of the text."""
    found: list[Condition] = []
    parties: tuple[str, ...] = ()
    paragraph = -1
    for sentence in parsed.sentences:
        if sentence.region is not RegionKind.BODY:
            continue
        if sentence.paragraph != paragraph:
            parties, paragraph = (), sentence.paragraph
        here = _states(sentence, roles)
        # The relation of a paragraph goes on where a sentence names only one of its sides.
        if len(here) >= 2 or not set(here) <= set(parties):
            parties = here
        if len(parties) != 2:
            continue
        for kind, token in _hits(sentence, lexicon):
            evidence = phrase_span(parsed, sentence, token)
            condition_id = digest(article.id, "condition", evidence.start, kind)
            found.append(Condition(condition_id, kind, evidence.text, parties, evidence, f"{kind}-word", CONFIDENCE))
    return tuple(found)


def _states(sentence: Sentence, roles: Roles) -> tuple[str, ...]:
    codes = [code for mention in roles.in_sentence(sentence) for code in mention.countries]
    return tuple(dict.fromkeys(codes))


def _hits(sentence: Sentence, lexicon: PromiseLexicon) -> Iterator[tuple[str, Token]]:
    lemmas = {token.lemma for token in sentence.tokens} | {token.lower for token in sentence.tokens}
    hinders = bool(lemmas & lexicon.hindrances)
    for token in sentence.tokens:
        if token.pos not in ("NOUN", "PROPN") or token.dep == "compound" or read_modality(sentence, token).negated:
            continue
        # A word that begins the sentence keeps its capital and often its plural as lemma.
        forms = [each.lower() for each in phrase_lemmas(sentence, token)]
        forms += [each.removesuffix("s") for each in forms]
        if any(form in lexicon.mechanisms for form in forms):
            yield "mechanism", token
        elif hinders and any(form in lexicon.obstacles for form in forms):
            yield "obstacle", token
