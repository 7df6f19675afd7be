"""Dyad: the two sides that a report is about, where an act of one names no other.

In: Parsed, Roles, Events. Out: Events. News names the relation in its first sentences and then tells what either side
does ("Honduras also promised to move the camp"). In a report about two states an act of one that has no recipient, in
a sentence that names no third, is towards the other.
Refuses to choose in a report about one state or several, and where a third state stands in the sentence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..parse.tokens import Parsed, Sentence
from ..record import Actor, Event, RegionKind
from .frames import VERB_POS, patients_of
from .lexicon import ActLexicon
from .roles import BODIES, Roles, codes, merge

# A side is named in so many mentions at least: once may be by the way.
LEAST_NAMED = 3
# A third state that is named more than this share as often as the second makes a report one of several.
MOST_OF_THIRD = 0.5
CONFIDENCE = 0.55
HOME = "home"
HOSTILE_QUAD = "material conflict"
# Acts whose object is one's own ("landed infantry").
OWN_OBJECT = frozenset({"MOBILIZE"})
RULE = "dyad"
# What one side of a report does without saying to whom is towards the other for acts of words, pressure and relations:
# on the development pages right in 39 of 54 cases; for violence, protest, payments and trade, which are as often at
# home or towards strangers, in 4 of 17.
TYPES = frozenset(
    "AGREE REQUEST REJECT ACCUSE THREATEN SANCTION COERCE CONCEDE RETREAT MOBILIZE SUPPORT CONSULT".split()
)
# A third state that praises, asks, offers or mediates without saying whom means both sides of the report.
TYPES_OF_THIRD = frozenset({"AGREE", "SUPPORT", "REQUEST", "AID"})
# Of meetings only visits and talks have another side for certain: a cabinet meets at home.
VISITS = frozenset({"042", "043", "044", "045", "046"})


@dataclass(frozen=True, slots=True)
class Dyad:
    """The two sides of a report, with a mention that shows each."""

    sides: dict[str, Actor]

    def other(self, own: str) -> Actor | None:
        """The other side of `own`; None where it is no side."""
        if own not in self.sides:
            return None
        return next(actor for code, actor in self.sides.items() if code != own)


def find_dyad(parsed: Parsed, roles: Roles) -> Dyad | None:
    """The two states that a report is about, None where it is about one or several."""
    counts: Counter[str] = Counter()
    first: dict[str, Actor] = {}
    for sentence in parsed.sentences:
        if sentence.region not in (RegionKind.HEADLINE, RegionKind.BODY):
            continue
        for mention in roles.in_sentence(sentence):
            for actor in mention.actors:
                if actor.country and actor.country not in BODIES:
                    counts[actor.country] += 1
                    if sentence.region is RegionKind.BODY:
                        first.setdefault(actor.country, actor)
    ranked = [(code, count) for code, count in counts.most_common(3) if code in first]
    if len(ranked) < 2 or ranked[1][1] < LEAST_NAMED:
        return None
    if len(ranked) > 2 and ranked[2][1] > MOST_OF_THIRD * ranked[1][1]:
        return None
    return Dyad({code: first[code] for code, _ in ranked[:2]})


@dataclass(frozen=True, slots=True)
class Completer:
    """Gives the events of one article that name no recipient the other side of its dyad."""

    parsed: Parsed
    roles: Roles
    lexicon: ActLexicon
    dyad: Dyad

    def complete(self, events: Iterable[Event]) -> list[Event]:
        """The events, those without a recipient towards the other side of the report."""
        return [self.completed(event) for event in events]

    def completed(self, event: Event) -> Event:
        """The event, with the other side as its recipient where nothing speaks against it."""
        sentence = self.parsed.sentence_at(event.trigger.start)
        own = codes(event.actors)
        if event.recipients or len(own) != 1 or sentence is None:
            return event
        other = self.dyad.other(own[0])
        strangers = states_named(sentence, self.roles) - {own[0], *self.dyad.sides}
        if strangers or not may_be_towards(event, is_side=other is not None):
            return event
        if self.is_at_home(sentence) or self.names_its_patient(sentence, event):
            return event
        sides = merge(self.dyad.sides.values()) if other is None else (other,)
        confidence = min(event.confidence, CONFIDENCE)
        return replace(event, recipients=sides, rule=f"{event.rule}+{RULE}", confidence=confidence)

    def is_at_home(self, sentence: Sentence) -> bool:
        """Whether the sentence tells of voters, courts, budgets: of what goes on inside a state."""
        words = self.lexicon.classes[HOME]
        return any(token.lemma in words for token in sentence.tokens)

    def names_its_patient(self, sentence: Sentence, event: Event) -> bool:
        """ "Police arrested dozens of smugglers": whom an act of force meets is told, though no state is proven."""
        if event.quad != HOSTILE_QUAD or event.type in OWN_OBJECT:
            return False
        acts = [token for token in sentence.between(event.trigger.start, event.trigger.end) if token.pos in VERB_POS]
        return any(self.roles.heads_only(sentence, patients_of(sentence, act)) for act in acts)


def may_be_towards(event: Event, *, is_side: bool) -> bool:
    """Whether an act of this kind by a side, or by a third, is towards somebody though it does not say so."""
    if not is_side:
        return event.type in TYPES_OF_THIRD
    if event.type == "CONSULT":
        return event.cameo in VISITS and event.realis != "hypothetical"
    return event.type in TYPES


def states_named(sentence: Sentence, roles: Roles) -> set[str]:
    """The states and bodies that the mentions of a sentence mean."""
    return {actor.country for mention in roles.in_sentence(sentence) for actor in mention.actors if actor.country}
