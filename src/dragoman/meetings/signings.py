"""Signings: persons of several states who sign or adopt a paper together have met.

In: a sentence and one of its verbs. Out: an Act with those who signed and those in whose presence. States that sign
are no persons, and what one person signs alone is no meeting.
"""

from __future__ import annotations

from ..events.frames import VERB_POS, Frame, lemma_of, prep_objects, subjects_of, verb_frame
from ..events.roles import merge
from ..parse.tokens import Sentence, Token
from ..record import Actor
from .acts import Act, Ground
from .drafts import coded

_WITH = ("with", "by", "alongside")
# "Initialled in separate rooms": they did not meet.
_APART = frozenset({"separate", "separately"})
# Kinds of mention that hold a pen.
_PERSONS = frozenset({"person", "office", "pronoun"})


class SigningReader:
    """Reads signings."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.roles = ground.roles
        self.lists = ground.lists

    def read(self, sentence: Sentence, token: Token) -> Act | None:
        """What the verb tells, None where it is no signing by persons of several states."""
        if token.pos not in VERB_POS or token.dep in ("aux", "auxpass"):
            return None
        if token.lemma in self.ground.words.attend:
            return self._attended(sentence, token)
        if any(child.lower in _APART for child in sentence.subtree(token)):
            return None
        frame = verb_frame(sentence, token)
        if not self._is_signing(sentence, frame):
            return None
        signers = self._persons(sentence, frame.agents)
        holders = [frame.preps, *(prep_objects(sentence, each) for each in sentence.children(token, "dobj"))]
        beside = [each for preps in holders for prep in _WITH for each in preps.get(prep, ())]
        others = self._persons(sentence, beside)
        present = self._beside(sentence, token) if signers else ()
        actors = coded(merge((*signers, *others, *present)))
        states = {actor.country for actor in actors if actor.country}
        return Act("meeting", actors, signing=True) if (signers or others) and len(states) > 1 else None

    def _attended(self, sentence: Sentence, verb: Token) -> Act | None:
        """ "X, head of the Azerbaijani agency, attended the signing": with those who signed before."""
        at_signing = any(each.lemma in self.lists.ceremonies for each in sentence.children(verb, "dobj"))
        came = self._persons(sentence, subjects_of(sentence, verb))
        states = self.ground.relations.around(sentence)
        return Act("meeting", came, states, signing=True) if at_signing and came and len(states) > 1 else None

    def _is_signing(self, sentence: Sentence, frame: Frame) -> bool:
        verb = frame.trigger
        if lemma_of(sentence, verb) in self.lists.signing:
            return True
        objects = {each.lemma for each in (*sentence.children(verb, "dobj", "nsubjpass"), *frame.objects)}
        if verb.lemma in ("put", "set"):
            return bool(objects & self.lists.signatures) and any(
                each.lower == "to" for each in sentence.children(verb, "prep", "dative")
            )
        return verb.lemma in self.lists.issuing and bool(objects & self.lists.papers)

    def _persons(self, sentence: Sentence, tokens: list[Token] | tuple[Token, ...]) -> tuple[Actor, ...]:
        """Those among the tokens who are persons or hold an office, not states or bodies."""
        found: list[Actor] = []
        for token in tokens:
            mention = self.roles.mention_at(sentence, token)
            actors = self.roles.of_tokens(sentence, [token])
            if mention is not None and mention.kind == "pronoun":
                # "They had initialled it" may mean the states.
                actors = tuple(each for each in actors if each.role)
            if (mention is not None and mention.kind in _PERSONS) or token.lemma in self.lists.groups:
                found.extend(actors)
        return tuple(found)

    def _beside(self, sentence: Sentence, verb: Token) -> tuple[Actor, ...]:
        """ "In the presence of Presidents X and Y", "next to that of Guyana's head of state, Z"."""
        marks = [each.index for each in sentence.tokens if each.lower in self.lists.beside and each.index > verb.index]
        if not marks:
            return ()
        mentions = [each for each in self.roles.in_sentence(sentence) if each.first > marks[0]]
        return tuple(actor for each in mentions for actor in each.actors if actor.role and actor.name)
