"""Roles: from the tokens of a frame to the actors that they mean.

In: mentions of the article, claims (for "we" in a quote). Out: Actors with a state, a body or a name. A noun that is no
actor gives those who possess or qualify it ("Kenya's decision", "Iranian gunboats"); places give nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..actors.mention import Mention
from ..parse.tokens import Sentence, Token
from ..record import Actor, Claim

PLACE_PREPS = frozenset({"in", "at", "near", "around", "outside", "inside", "across", "within", "off", "throughout"})
# Codes of bodies, which are no states.
BODIES = frozenset({"UNO", "EUR", "IGO", "NGO", "MNC"})
# Prepositions that join an owner or origin to a noun.
OWNER_PREPS = ("of", "from", "by", "between", "for")


def is_coded(actor: Actor) -> bool:
    """Whether the actor stands for a state, a body or a named one."""
    return bool(actor.country or actor.name)


def merge(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """The actors, each person or code once, in order."""
    found: dict[tuple[str | None, str | None, str], Actor] = {}
    for actor in actors:
        key = (
            actor.country,
            actor.name if actor.role or not actor.country else None,
            "" if is_coded(actor) else actor.span.text,
        )
        found.setdefault(key, actor)
    return tuple(found.values())


def codes(actors: Iterable[Actor]) -> list[str]:
    """The codes of the actors that have one, each once, in order."""
    return list(dict.fromkeys(actor.code for actor in actors if is_coded(actor)))


def is_place_mention(sentence: Sentence, mention: Mention) -> bool:
    """Whether the mention stands as a place ("in Nairobi", "near Kenya")."""
    head = sentence.tokens[mention.head]
    return head.dep == "pobj" and sentence.head(head).lower in PLACE_PREPS


def _tells_itself(claim: Claim) -> bool:
    """ "Uganda, which shelled Kenya, denied the charge": a claim that holds its own speaker is the outlet telling that
    he spoke, and what stands in it is not in his words."""
    speaker = claim.speaker
    return not claim.quote and speaker is not None and claim.evidence.start <= speaker.span.start < claim.evidence.end


class Roles:
    """Answers which actors a token means. Made for one article."""

    def __init__(self, mentions: Sequence[Mention], claims: Sequence[Claim]) -> None:
        self._by_sentence: dict[int, list[Mention]] = {}
        for mention in mentions:
            self._by_sentence.setdefault(mention.sentence, []).append(mention)
        self._claims = sorted(
            (claim for claim in claims if not _tells_itself(claim)),
            key=lambda claim: claim.evidence.end - claim.evidence.start,
        )

    def in_sentence(self, sentence: Sentence) -> list[Mention]:
        """The mentions of a sentence."""
        return self._by_sentence.get(sentence.index, [])

    def claim_at(self, offset: int) -> Claim | None:
        """The narrowest claim whose words hold the article offset."""
        return next((each for each in self._claims if each.evidence.start <= offset < each.evidence.end), None)

    def mention_at(self, sentence: Sentence, token: Token) -> Mention | None:
        """The mention that holds the token; the one headed by it where several do."""
        holding = [each for each in self.in_sentence(sentence) if each.first <= token.index <= each.last]
        headed = [each for each in holding if each.head == token.index]
        return next(iter(headed or holding), None)

    def named(self, sentence: Sentence, token: Token) -> tuple[Actor, ...]:
        """The actors that the token's own mention means; "we" is whoever speaks."""
        mention = self.mention_at(sentence, token)
        if mention is None or mention.kind == "adjective":
            return ()
        if mention.kind == "first-person":
            claim = self.claim_at(token.start)
            if claim is None or claim.speaker is None or not is_coded(claim.speaker):
                return ()
            return (replace(claim.speaker, span=mention.span, rule="speaker", confidence=0.8),)
        return mention.actors

    def inside(self, sentence: Sentence, token: Token, *, preps: tuple[str, ...] = OWNER_PREPS) -> tuple[Actor, ...]:
        """The actors that possess, qualify or follow a noun by one of `preps`."""
        found: list[Actor] = []
        for child in sentence.children(token):
            if child.dep in ("poss", "amod", "compound", "nmod"):
                mention = self.mention_at(sentence, child)
                if mention is not None:
                    found.extend(self.named(sentence, child) or mention.actors)
                elif child.dep in ("compound", "poss", "nmod"):
                    found.extend(self.inside(sentence, child, preps=()))
            elif child.dep in ("prep", "agent") and child.lower in preps:
                for each in sentence.children(child, "pobj"):
                    for one in sentence.conjuncts(each):
                        found.extend(self.named(sentence, one) or self.inside(sentence, one, preps=("of",)))
        return merge(found)

    def of_tokens(self, sentence: Sentence, tokens: Iterable[Token]) -> tuple[Actor, ...]:
        """The actors of each token: its own, else those inside its phrase."""
        found: list[Actor] = []
        for token in tokens:
            own = [actor for actor in self.named(sentence, token) if is_coded(actor) or actor.sectors]
            coded = [actor for actor in own if is_coded(actor)]
            found.extend(coded or self.inside(sentence, token) or own)
        return merge(found)

    def heads_only(self, sentence: Sentence, tokens: Iterable[Token]) -> tuple[Actor, ...]:
        """The actors that the tokens themselves mean."""
        return merge(
            actor for token in tokens for actor in self.named(sentence, token) if is_coded(actor) or actor.sectors
        )
