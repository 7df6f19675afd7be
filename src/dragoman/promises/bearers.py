"""Bearers: who makes a promise, and the states that it binds or serves.

In: a Promise and its words, the roles, events and agreements of the article. Out: the actors that promise, and the
codes of all parties. Refuses bodies in general: only codes of three letters are parties.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..events.frames import VERB_POS, patients_of, prep_objects, subjects_of
from ..events.roles import Roles, codes, is_coded, merge
from ..record import Actor, Agreement, Event, Span
from .promise_words import Promise, act_below


class Bearers:
    """Answers whose promise it is. Made for one article."""

    def __init__(self, roles: Roles, events: Sequence[Event], agreements: Sequence[Agreement]) -> None:
        self.roles = roles
        self.events = events
        self.agreements = agreements

    def of(self, promise: Promise, span: Span) -> tuple[tuple[Actor, ...], list[str]]:
        """Who promises, and the states that the promise binds or serves."""
        sentence, verb = promise.sentence, promise.verb
        event = self._event_at(span)
        agreement = self._agreement_over(promise)
        subjects = subjects_of(sentence, verb) if verb.pos in VERB_POS else ()
        makers = tuple(each for each in self.roles.of_tokens(sentence, subjects) if is_coded(each))
        if not makers and promise.by is not None and promise.by is not verb:
            makers = self.roles.inside(sentence, promise.by)
        if event is not None:
            makers = makers or event.actors
        found = codes(makers)
        if event is not None:
            found += codes(event.actors) + codes(event.recipients)
        if agreement is not None:
            found += list(agreement.parties)
        found += self._served(promise)
        parties = [code for code in dict.fromkeys(found) if len(code) == 3 and code.isupper()]
        return merge(makers), parties

    def _served(self, promise: Promise) -> list[str]:
        """The states to or for whom, or with whom: "pledged $1 billion to Kenya", "ties with Belarus"."""
        sentence = promise.sentence
        heads = [promise.verb, *(patients_of(sentence, promise.verb) if promise.verb.pos in VERB_POS else ())]
        below = act_below(sentence, promise.verb) if promise.verb.pos in VERB_POS else None
        if below is not None:
            heads += [below, *patients_of(sentence, below)]
        found: list[str] = []
        for head in heads:
            if head is not promise.verb:
                found += codes(each for each in self.roles.heads_only(sentence, [head]) if is_coded(each))
            preps = prep_objects(sentence, head)
            for prep in ("to", "for", "with", "from"):
                found += codes(each for each in self.roles.of_tokens(sentence, preps.get(prep, ())) if is_coded(each))
            if head is not promise.verb:
                found += codes(self.roles.inside(sentence, head))
        return found

    def _event_at(self, span: Span) -> Event | None:
        """The event told by the promise's words: its trigger at the promise or at the act below it."""
        held = [event for event in self.events if span.start <= event.trigger.start < span.end]
        agreeing = [event for event in held if event.type in ("AGREE", "AID", "COOPERATE", "CONCEDE", "SUPPORT")]
        return next(iter(agreeing or held), None)

    def _agreement_over(self, promise: Promise) -> Agreement | None:
        offset = promise.by.start if promise.by is not None else promise.verb.start
        return next(
            (
                each
                for each in self.agreements
                if each.evidence.start <= offset < each.evidence.end and len(each.parties) > 1
            ),
            None,
        )
