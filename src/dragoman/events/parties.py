"""Parties: who an act is done by and to, in its own clause.

In: a Trigger and Roles. Out: sources and recipients. The act's row says in which order the object, the prepositions
and the inside of the object's phrase are searched; nothing is taken from another clause.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..parse.tokens import Sentence, Token
from ..record import Actor
from .frames import VERB_POS, owners_of, prep_objects
from .lexicon import Act, ActLexicon
from .roles import OWNER_PREPS, PLACE_PREPS, Roles, codes, is_coded, merge
from .triggers import Trigger, fits


class Parties:
    """Answers who takes part in an act. Made for one article."""

    def __init__(self, lexicon: ActLexicon, roles: Roles) -> None:
        self.lexicon = lexicon
        self.roles = roles

    def sources(self, sentence: Sentence, trigger: Trigger) -> tuple[Actor, ...]:
        """Who does the act: the verb's agents, or whose act the noun is."""
        token, act, frame = trigger.token, trigger.act, trigger.frame
        if token.pos in VERB_POS:
            return self.roles.of_tokens(sentence, frame.agents)
        found = list(self.roles.of_tokens(sentence, frame.agents))
        found += [each for each in self.modifiers(sentence, token) if each not in found]
        if act.noun_of == "source":
            found += self.roles.of_tokens(sentence, frame.preps.get("of", ()))
        if act.mutual:
            found += self.roles.of_tokens(sentence, frame.preps.get("between", ()) + frame.preps.get("among", ()))
        if act.code[:2] == "04" and len(codes(found)) < 2:
            # "vowed to help during a meeting with Y": who says or does it was there.
            found += [each for each in self.roles.of_tokens(sentence, owners_of(sentence, token)) if is_coded(each)]
        if not found:
            found += self.roles.of_tokens(sentence, frame.preps.get("between", ()))
            found += self.roles.heads_only(sentence, frame.preps.get("from", ()))
        return merge(found)

    def modifiers(self, sentence: Sentence, noun: Token) -> list[Actor]:
        """Nationalities and names before the noun: "Russian strikes", "Iran-Iraq talks", "the US-led attack" not."""
        found: list[Actor] = []
        for child in sentence.children(noun, "amod", "compound", "nmod"):
            if child.index < noun.index:
                mention = self.roles.mention_at(sentence, child)
                if mention is not None and mention.kind in ("adjective", "state", "seat", "organisation"):
                    found.extend(mention.actors)
                elif child.dep in ("compound", "nmod"):
                    found.extend(self.modifiers(sentence, child))
        return found

    def recipients(
        self, sentence: Sentence, trigger: Trigger, sources: tuple[Actor, ...]
    ) -> tuple[tuple[Actor, ...], bool]:
        """The recipients by the act's own order of places, and whether only a loose link was found."""
        act, own = trigger.act, set(codes(sources))
        for place in act.recipient:
            found = self.others(self._look(sentence, trigger, place), own)
            if found:
                return found, False
        if trigger.frame.passive and trigger.objects != trigger.frame.objects:
            found = self.others(self.roles.of_tokens(sentence, trigger.frame.objects), own)
            if found:
                return found, False
        if trigger.token.pos not in VERB_POS and act.noun_of == "recipient":
            found = self.others(self.roles.of_tokens(sentence, trigger.frame.preps.get("of", ())), own)
            if found:
                return found, False
        if self._is_topic(sentence, trigger):
            return (), False
        return self._clause_mates(sentence, trigger, own), True

    def others(self, actors: Iterable[Actor], own: set[str]) -> tuple[Actor, ...]:
        """The actors without those of the codes `own`."""
        return merge(actor for actor in actors if not (is_coded(actor) and actor.code in own))

    def _look(self, sentence: Sentence, trigger: Trigger, place: str) -> tuple[Actor, ...]:
        objects = trigger.objects or trigger.frame.objects
        if place == "object":
            return tuple(each for each in self.roles.heads_only(sentence, objects) if is_coded(each))
        if place == "inside":
            # What is struck in a state is that state's: "shelled a village in Kenya".
            preps = OWNER_PREPS + (("in",) if trigger.act.code[:2] in ("17", "18", "19", "20") else ())
            found = [each for token in objects for each in self.roles.inside(sentence, token, preps=preps)]
            return tuple(each for each in found if is_coded(each))
        if self._is_topic(sentence, trigger):
            return ()
        return self.prepositional(sentence, trigger.act, (trigger.token, *objects))

    def _is_topic(self, sentence: Sentence, trigger: Trigger) -> bool:
        """ "Discussed ties with Kenya": the state is what the talk is about, and nothing says that it was there."""
        if trigger.act.code[:2] != "04":
            return False
        # The parser hangs "with Kenya" on the verb as often as on the topic before it.
        return any(
            fits(sentence, token, ("@ties", "@cooperation", "@trade"), self.lexicon)
            and sentence.tokens[min(token.index + 1, len(sentence.tokens) - 1)].lower in ("with", "to", "between")
            for token in trigger.frame.objects
        )

    def prepositional(self, sentence: Sentence, act: Act, heads: Iterable[Token]) -> tuple[Actor, ...]:
        """The actors behind the first preposition of the act that brings any, at one of `heads`."""
        frames = [prep_objects(sentence, head) for head in heads]
        for prep in act.to:
            tokens = [token for preps in frames for token in preps.get(prep, ())]
            found = tuple(each for each in self.roles.of_tokens(sentence, tokens) if is_coded(each))
            if found:
                return found
        return ()

    def _clause_mates(self, sentence: Sentence, trigger: Trigger, own: set[str]) -> tuple[Actor, ...]:
        """The one other state named below the act, not as a place and not in a clause of its own."""
        found: list[Actor] = []
        for token in self._below(sentence, trigger.token):
            mention = self.roles.mention_at(sentence, token)
            if mention is None or mention.head != token.index or not mention.countries:
                continue
            above = sentence.head(token)
            if token.dep == "pobj" and above.lower in PLACE_PREPS:
                continue
            found.extend(actor for actor in mention.actors if actor.country and actor.country not in own)
        return merge(found) if len(codes(found)) == 1 else ()

    def _below(self, sentence: Sentence, top: Token) -> list[Token]:
        found: list[Token] = []
        open_ = [top]
        while open_:
            token = open_.pop()
            for child in sentence.children(token):
                if (
                    child.dep in ("relcl", "ccomp", "advcl", "nsubj", "nsubjpass", "parataxis", "conj")
                    and child.pos in VERB_POS
                ):
                    continue
                if child.dep in ("nsubj", "nsubjpass", "appos"):
                    continue
                found.append(child)
                open_.append(child)
        return sorted(found, key=lambda token: token.index)

    def at(self, sentence: Sentence, head: Token, preps: tuple[str, ...]) -> tuple[Actor, ...]:
        """The actors behind the first of `preps` at `head` that brings any ("called on Y", "appealed to Y")."""
        found = prep_objects(sentence, head)
        for prep in preps:
            actors = tuple(each for each in self.roles.of_tokens(sentence, found.get(prep, ())) if is_coded(each))
            if actors:
                return actors
        return ()
