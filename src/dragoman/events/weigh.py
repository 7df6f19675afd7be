"""Weigh: events of the rules and acts that the model read become one list of events.

In: Events of the rules, ReadActs. Out: Events. Where both tell the same type the confidence is the model's probability
or the rule's, whichever is higher. Where the model is sure that nothing passes, or of another type, its word counts,
and the rule's name stays in the event. What only the model tells is added where its probability is high.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from ..actors.mention import Mention
from ..model.relation import Relation
from ..ontology import EventType
from ..parse.tokens import Parsed, Sentence, Token
from ..record import Actor, Article, Event, Span, When, Where, digest
from .contexts import find_contexts
from .read import Asked, Place, ReadAct, overlap
from .roles import Roles, codes, is_coded, merge
from .setting import head_of_span
from .triggers import keeps_silent

MODEL_RULE = "model"
# The model's probability from which its word stands alone. On the development pages (events of the rules alone:
# precision 0.858, recall 0.438, F1 0.580) its own events give F1 0.603 from 0.6 up, 0.600 from 0.8, 0.597 from 0.9.
LEAST_ALONE = 0.6
# From which it overrules a rule: F1 0.586 from 0.95 up, 0.585 from 0.85, 0.580 never.
LEAST_OVERRULE = 0.95
# The probability that nothing passes from which a rule's event is dropped: no event of those pages was touched by it.
LEAST_NOTHING = 0.97
# The date and place of an act told by the token at an offset of a sentence.
Setting = Callable[[Sentence, Token], tuple[When | None, Where | None]]
MUTUAL_TYPES = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE"})


def asked_of(event: Event, sentence: Sentence) -> list[Asked]:
    """The pairs of a rule's event that stand whole in its sentence."""
    actors = [places for actor in event.actors if (places := place_in(actor, sentence))]
    recipients = [places for actor in event.recipients if (places := place_in(actor, sentence))]
    if not recipients and len(actors) > 1:
        return [Asked(sentence, actors[0], actors[1], mutual=True)]
    pairs = [Asked(sentence, one, other) for one in actors for other in recipients if not overlap(one, other)]
    return pairs[:2]


def place_in(actor: Actor, sentence: Sentence) -> Place | None:
    """The characters of an actor where they stand in the sentence."""
    inside = sentence.start <= actor.span.start and actor.span.end <= sentence.end
    return (actor.span.start, actor.span.end) if inside else None


@dataclass(slots=True)
class Weigher:
    """Weighs the events of one article."""

    article: Article
    parsed: Parsed
    roles: Roles
    ontology: dict[str, EventType]
    setting: Setting

    def weigh(self, events: Sequence[Event], acts: Sequence[ReadAct]) -> list[Event]:
        """The events of both, in order of the text."""
        by_sentence: dict[int, list[ReadAct]] = {}
        for act in acts:
            by_sentence.setdefault(act.asked.sentence.index, []).append(act)
        found: list[Event] = []
        told: set[int] = set()
        for event in events:
            sentence = self.parsed.sentence_at(event.trigger.start)
            near = by_sentence.get(sentence.index, []) if sentence is not None else []
            same = [act for act in near if matches(event, act.asked)]
            told.update(id(act) for act in same)
            weighed = self.confirmed(event, same)
            if weighed is not None:
                found.append(weighed)
        fresh = [act for act in acts if id(act) not in told and self.stands(act)]
        fresh_events = self.gathered(fresh, [event for event in found if event.recipients or is_mutual(event)])
        found = [event for event in found if not any(outdone(event, other) for other in fresh_events)]
        found += [event for event in fresh_events if not any(same_act(event, other) for other in found)]
        return sorted(found, key=lambda each: (each.trigger.start, each.id))

    def confirmed(self, event: Event, acts: Sequence[ReadAct]) -> Event | None:
        """A rule's event after the model was asked of its pairs; None where the model is sure that there is none."""
        if not acts:
            return event
        best = max(acts, key=lambda act: (act.relation.type == event.type, act.relation.confidence))
        relation = best.relation
        if relation.type == event.type:
            return replace(event, confidence=round(max(event.confidence, relation.confidence), 3))
        if relation.type is None:
            return None if relation.nothing >= LEAST_NOTHING else event
        if relation.confidence < LEAST_OVERRULE or is_planned_meeting(event, relation):
            return event
        kind = self.ontology[relation.type]
        return replace(
            event,
            type=kind.name,
            mode=relation.mode,
            cameo=relation.cameo,
            quad=kind.quad,
            score=kind.score_of(relation.mode),
            confidence=round(relation.confidence, 3),
            rule=f"{MODEL_RULE}<{event.rule}",
        )

    def stands(self, act: ReadAct) -> bool:
        """Whether an act of the model alone is sure enough and told by words that were tagged."""
        if act.relation.type is None or act.relation.confidence < LEAST_ALONE or act.trigger is None:
            return False
        head = head_of_span(act.asked.sentence, Span.cut(self.article.text, *act.trigger))
        return head is None or not keeps_silent(act.asked.sentence, head)

    def gathered(self, acts: Sequence[ReadAct], known: Sequence[Event]) -> list[Event]:
        """Events of the model's own acts: one for each sentence, type and trigger, with all parties that it has."""
        groups: dict[tuple[int, str, Place | None], list[ReadAct]] = {}
        paired = {(act.asked.sentence.index, act.trigger) for act in acts if act.asked.target is not None}
        for act in acts:
            key = (act.asked.sentence.index, str(act.relation.type), act.trigger)
            # An act that has a recipient is not told again without it.
            if act.asked.target is None and (key[0], act.trigger) in paired:
                continue
            groups.setdefault(key, []).append(act)
        events = [self.event_of(self.one_way(group)) for group in groups.values()]
        return [event for event in events if not any(same_act(event, other) for other in known)]

    def one_way(self, acts: Sequence[ReadAct]) -> list[ReadAct]:
        """The acts of a group without those that tell it the other way round: what is done to somebody is not done by
        him too, where the model is surer of that."""
        kept: list[ReadAct] = []
        for act in sorted(acts, key=lambda each: -each.relation.confidence):
            source, target = act.asked.source, act.asked.target
            done_to = [each.asked.target for each in kept if each.asked.target is not None]
            doers = [each.asked.source for each in kept]
            if any(overlap(source, place) for place in done_to):
                continue
            if target is not None and not act.asked.mutual and any(overlap(target, place) for place in doers):
                continue
            kept.append(act)
        return kept

    def event_of(self, acts: Sequence[ReadAct]) -> Event:
        """One event of acts that share type and trigger."""
        best = max(acts, key=lambda act: act.relation.confidence)
        relation, sentence = best.relation, best.asked.sentence
        kind = self.ontology[str(relation.type)]
        sources = merge(a for act in acts for a in self.actors_at(sentence, act.asked.source))
        targets = merge(a for act in acts if act.asked.target for a in self.actors_at(sentence, act.asked.target))
        if all(act.asked.mutual for act in acts) and kind.name in MUTUAL_TYPES:
            sources, targets = merge((*sources, *targets)), ()
        targets = tuple(each for each in targets if each not in sources)
        place = best.trigger or best.asked.source
        trigger = Span.cut(self.article.text, *place)
        contexts = tuple(sorted({*find_contexts(sentence), *best.contexts}))
        head = head_of_span(sentence, trigger)
        date, where = (None, None) if head is None else self.setting(sentence, head)
        name = digest(self.article.id, "event", trigger.start, relation.cameo, *codes(sources), "/", *codes(targets))
        return Event(
            name,
            kind.name,
            relation.mode,
            relation.cameo,
            contexts,
            kind.quad,
            kind.score_of(relation.mode),
            relation.realis,
            round(relation.confidence, 3),
            sources,
            targets,
            date,
            where,
            self.speaker(best, trigger, sources),
            self.parsed.sentence_span(sentence),
            trigger,
            MODEL_RULE,
        )

    def speaker(self, act: ReadAct, trigger: Span, sources: Sequence[Actor]) -> Actor | None:
        """Who says so, where the model reads that the outlet does not and the words lie in somebody's claim."""
        claim = self.roles.claim_at(trigger.start)
        if not act.relation.attributed or claim is None or claim.speaker is None:
            return None
        return None if any(overlap(place_of(each), place_of(claim.speaker)) for each in sources) else claim.speaker

    def actors_at(self, sentence: Sentence, place: Place) -> tuple[Actor, ...]:
        """The actors that the words at a place mean: each of those joined by "and", else whose the noun is ("its navy",
        "a Chadian patrol"); where nothing proves a state or an office, the words alone."""
        span = Span.cut(self.article.text, *place)
        head = head_of_span(sentence, span)
        if head is not None:
            joined = [each for each in sentence.conjuncts(head) if span.start <= each.start and each.end <= span.end]
            coded = [each for each in self.roles.of_tokens(sentence, joined) if is_coded(each)]
            if coded:
                return merge(coded)
        mention = self.mention_for(sentence, span, head)
        known = [each for each in mention.actors if each.country or each.name or each.sectors] if mention else []
        return tuple(known) or (Actor(span, rule=MODEL_RULE, confidence=0.5),)

    def mention_for(self, sentence: Sentence, span: Span, head: Token | None) -> Mention | None:
        """The mention that a tagged span means: the one at its head, else the one that shares most with it."""
        near = [
            each for each in self.roles.in_sentence(sentence) if overlap(place_of_span(each.span), place_of_span(span))
        ]
        headed = [each for each in near if head is not None and each.first <= head.index <= each.last]
        inside = [each for each in near if span.start <= each.span.start and each.span.end <= span.end]
        whole = [each for each in inside if each.span.end - each.span.start >= (span.end - span.start) / 2]
        chosen: Iterable[Mention] = headed or whole
        return max(chosen, key=lambda each: (bool(each.actors), each.span.end - each.span.start), default=None)


def place_of(actor: Actor) -> Place:
    """The characters of an actor."""
    return actor.span.start, actor.span.end


def place_of_span(span: Span) -> Place:
    """The characters of a span."""
    return span.start, span.end


def matches(event: Event, asked: Asked) -> bool:
    """Whether a pair is one of the event's: a source among its actors and a target among its other parties."""
    actors, recipients = ([place_of(each) for each in side] for side in (event.actors, event.recipients))
    if not any(overlap(asked.source, place) for place in actors):
        return False
    if asked.target is None:
        return False
    others = recipients or actors
    target = asked.target
    return any(overlap(target, place) for place in others) and not overlap(asked.source, target)


def is_planned_meeting(event: Event, relation: Relation) -> bool:
    """A visit that lies ahead is a meeting to come, though the model reads an intention in it."""
    return event.type == "CONSULT" and relation.type == "AGREE"


def is_mutual(event: Event) -> bool:
    """Whether several do the act together, so that it needs no recipient."""
    return len(codes(event.actors)) > 1


def outdone(event: Event, other: Event) -> bool:
    """Whether an event of the rules that found nobody to whom it is done is told by the model as another act, from the
    same word."""
    alone = not event.recipients and not is_mutual(event)
    return alone and event.type != other.type and same_act(other, event) and other.confidence > event.confidence


def same_act(event: Event, other: Event) -> bool:
    """Whether an event of the model tells what an event of the rules tells: one sentence, a party in common, and one
    type or one actor with the same word that tells the act."""
    if event.evidence != other.evidence:
        return False
    if event.type != other.type:
        doers = [place_of(each) for each in other.actors]
        same_word = overlap(place_of_span(event.trigger), place_of_span(other.trigger))
        return same_word and any(overlap(place_of(each), place) for each in event.actors for place in doers)
    parties = [place_of(each) for each in (*other.actors, *other.recipients)]
    return any(overlap(place_of(each), place) for each in (*event.actors, *event.recipients) for place in parties)
