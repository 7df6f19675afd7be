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
from .roles import BODIES, Roles, codes

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
VISITS = frozenset({"042", "043", "044", "046"})
# A deal that was signed, and talks to come, of which the sentence names no party, are those of the sides of the report:
# right in 12 of 13 cases; talks that were held are as often others (1 of 7), and stay without.
SIGNED = "057"
_NOT_YET = frozenset({"before", "until", "till", "unless", "if", "once"})


@dataclass(frozen=True, slots=True)
class Dyad:
    """The two sides of a report, with a mention that shows each."""

    sides: dict[str, Actor]

    def others(self, own: Iterable[str]) -> tuple[Actor, ...]:
        """The other sides of those of the codes `own`: all where none of them is a side."""
        return tuple(actor for code, actor in self.sides.items() if code not in set(own))


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


def find_deal(events: Iterable[Event]) -> Dyad | None:
    """The states that the first deal of a report is between, where it is about several."""
    for event in events:
        states = {each.country: each for each in event.actors if each.country and each.country not in BODIES}
        if event.type in ("SUPPORT", "AGREE") and not event.recipients and len(states) > 1:
            return Dyad(states)
    return None


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
        if sentence is not None and not event.actors and not event.recipients:
            return self.of_all(event, sentence)
        own = codes(event.actors)
        thirds = not set(own) & set(self.dyad.sides)
        if event.recipients or not own or (len(own) > 1 and not thirds) or sentence is None:
            return event
        strangers = states_named(sentence, self.roles) - {*own, *self.dyad.sides}
        if strangers or not may_be_towards(event, is_side=not thirds):
            return event
        if self.is_at_home(sentence) or self.names_its_patient(sentence, event):
            return event
        confidence = min(event.confidence, CONFIDENCE)
        return replace(event, recipients=self.dyad.others(own), rule=f"{event.rule}+{RULE}", confidence=confidence)

    def of_all(self, event: Event, sentence: Sentence) -> Event:
        """ "The agreement, signed in 2017", "a second round of talks will open": by all sides of the report."""
        acts = sentence.between(event.trigger.start, event.trigger.end)
        signed = event.cameo == SIGNED and event.realis in ("actual", "historical") and acts[0].pos in VERB_POS
        ahead = event.type == "CONSULT" and event.realis == "future"
        if not (signed or ahead) or states_named(sentence, self.roles) - set(self.dyad.sides):
            return event
        if any(mark.lower in _NOT_YET for act in acts for mark in sentence.children(act, "mark", "advmod")):
            return event
        sides = tuple(self.dyad.sides.values())
        return replace(event, actors=sides, rule=f"{event.rule}+{RULE}", confidence=min(event.confidence, CONFIDENCE))

    def is_at_home(self, sentence: Sentence) -> bool:
        """Whether the sentence tells of voters, courts, budgets: of what goes on inside a state."""
        words = self.lexicon.classes[HOME]
        return any(token.lemma in words for token in sentence.tokens)

    def names_its_patient(self, sentence: Sentence, event: Event) -> bool:
        """Whether whom force or a request meets is told, though no state is proven ("Police arrested dozens of
        smugglers", "told three ministries to act")."""
        acts = [token for token in sentence.between(event.trigger.start, event.trigger.end) if token.pos in VERB_POS]
        if event.type == "REQUEST":
            return any(patients_of(sentence, act) and sentence.child(act, "xcomp", "ccomp") for act in acts)
        if event.quad != HOSTILE_QUAD or event.type in OWN_OBJECT:
            return False
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
