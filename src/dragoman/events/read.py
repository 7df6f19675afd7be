"""Read: what the model sees in the sentences of an article.

In: Parsed, pairs that the rules found, a PairReader. Out: ReadActs, each with its parties' characters, the words that
tell the act, and what the source does to the target. The tagger proposes who acts and who is acted on; every pair of a
sentence is then asked for what passes between the two, and most answer that nothing does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from ..actors.mention import Mention
from ..model.reader import MarkedText, Reading
from ..model.relation import Relation
from ..model.tagger import Tagged
from ..parse.tokens import Parsed, Sentence
from ..record import RegionKind
from .roles import is_place_mention
from .tags import whole_tags

Place = tuple[int, int]

# Pairs asked in one sentence: a list of ten parties would ask a hundred, and the likeliest come first.
MOST_PAIRS = 12
# Pairs of states asked in one sentence beside those: on the development pages 4, 6 and 12 give 267, 268 and 270 hits.
MOST_BETWEEN = 6


class PairReader(Protocol):
    """What reads marked pairs and passages: the model, or a test's stand-in."""

    def relations(self, pairs: Sequence[MarkedText]) -> list[Relation]:
        """What each source does to its target."""

    def passages(self, texts: Sequence[str]) -> list[Reading]:
        """Tagged spans and contexts of each passage."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A pair to ask about: sentence, characters of source and target in the article; `mutual` where both were tagged as
    actors, so that an act between them has no recipient."""

    sentence: Sentence
    source: Place
    target: Place | None
    mutual: bool = False


@dataclass(frozen=True, slots=True)
class ReadAct:
    """What the model says of a pair; `trigger` are the characters of the words that tell it, None where none are
    tagged."""

    asked: Asked
    relation: Relation
    trigger: Place | None
    contexts: tuple[str, ...]


def read_acts(
    parsed: Parsed,
    known: Iterable[Asked],
    reader: PairReader,
    *,
    context_least: float,
    mentions: Callable[[Sentence], Sequence[Mention]] = lambda sentence: (),
) -> list[ReadAct]:
    """What the model says of each known pair, and of each pair that its tagger proposes in the body of an article;
    `mentions` gives those of a sentence, to which its tags are widened."""
    sentences = [sentence for sentence in parsed.sentences if sentence.region is RegionKind.BODY]
    texts = [parsed.text[sentence.start : sentence.end] for sentence in sentences]
    readings = {
        each.index: replace(reading, spans=whole_tags(each, reading.spans, mentions(each)))
        for each, reading in zip(sentences, reader.passages(texts), strict=True)
    }
    asked = list(dict.fromkeys(known))
    for sentence in sentences:
        spans = readings[sentence.index].spans
        asked += [pair for pair in proposed(sentence, spans) if not repeats(pair, asked)]
        # What no word tells would not be kept.
        if any(span.role == "trigger" for span in spans):
            asked += [pair for pair in between_states(sentence, mentions(sentence)) if not repeats(pair, asked)]
    relations = reader.relations([marked(parsed, pair) for pair in asked])
    return [
        build_act(pair, relation, readings.get(pair.sentence.index), context_least)
        for pair, relation in zip(asked, relations, strict=True)
    ]


def build_act(asked: Asked, relation: Relation, reading: Reading | None, context_least: float) -> ReadAct:
    """One ReadAct, with the trigger nearest to its parties and the contexts of its sentence."""
    if reading is None:
        return ReadAct(asked, relation, None, ())
    contexts = tuple(sorted(name for name, share in reading.contexts.items() if share >= context_least))
    return ReadAct(asked, relation, nearest_trigger(asked, reading.spans), contexts)


def proposed(sentence: Sentence, spans: Sequence[Tagged]) -> list[Asked]:
    """The pairs that the tags of a sentence propose, the likeliest first: actors with recipients, actors among
    themselves, and each actor by itself."""
    actors = [span for span in spans if span.role == "actor"]
    recipients = [span for span in spans if span.role == "recipient"]
    pairs: list[tuple[float, Asked]] = []
    for actor in actors:
        for other in recipients:
            if apart(actor, other):
                pairs.append((actor.confidence * other.confidence, ask(sentence, actor, other)))
    places = {(span.start, span.end) for span in recipients}
    among = [actor for actor in actors if (actor.start, actor.end) not in places]
    for first, second in zip(among, among[1:], strict=False):
        pairs.append((first.confidence * second.confidence / 2, ask(sentence, first, second, mutual=True)))
    pairs.sort(key=lambda pair: -pair[0])
    alone = [ask(sentence, actor, None) for actor in actors]
    return [pair for _, pair in pairs[:MOST_PAIRS]] + alone[:MOST_PAIRS]


def between_states(sentence: Sentence, mentions: Sequence[Mention]) -> list[Asked]:
    """The pairs of mentions of two states in a sentence, either way round, the nearest first; places where something
    happens and what stands inside a longer mention aside."""
    named = [each for each in mentions if len(each.countries) == 1 and not is_place_mention(sentence, each)]
    whole = [each for each in named if not any(other is not each and holds(other, each) for other in named)]
    pairs = [
        (abs(one.head - other.head), Asked(sentence, places_of(one), places_of(other)))
        for one in whole
        for other in whole
        if one.countries != other.countries and not overlap(places_of(one), places_of(other))
    ]
    pairs.sort(key=lambda pair: pair[0])
    return [pair for _, pair in pairs[:MOST_BETWEEN]]


def places_of(mention: Mention) -> Place:
    """The characters of a mention."""
    return mention.span.start, mention.span.end


def holds(outer: Mention, inner: Mention) -> bool:
    """Whether a mention stands within a longer one."""
    return (
        outer.first <= inner.first and inner.last <= outer.last and outer.last - outer.first > inner.last - inner.first
    )


def ask(sentence: Sentence, source: Tagged, target: Tagged | None, *, mutual: bool = False) -> Asked:
    """A pair at the offsets of the article; tags count from the sentence."""
    begin = sentence.start
    there = None if target is None else (begin + target.start, begin + target.end)
    return Asked(sentence, (begin + source.start, begin + source.end), there, mutual)


def repeats(pair: Asked, others: Sequence[Asked]) -> bool:
    """Whether a pair of the same sentence has the same two, give or take some words."""
    return any(
        other.sentence.index == pair.sentence.index
        and overlap(other.source, pair.source)
        and (overlap(other.target, pair.target) if other.target and pair.target else other.target is pair.target)
        for other in others
    )


def overlap(one: Place, other: Place) -> bool:
    """Whether two places share a character."""
    return one[0] < other[1] and other[0] < one[1]


def apart(one: Tagged, other: Tagged) -> bool:
    """Whether two spans share no character."""
    return one.end <= other.start or other.end <= one.start


def marked(parsed: Parsed, pair: Asked) -> MarkedText:
    """The sentence of a pair with the characters of its two, counted from the sentence."""
    begin, end = pair.sentence.start, pair.sentence.end
    target = None if pair.target is None else (pair.target[0] - begin, pair.target[1] - begin)
    return MarkedText(parsed.text[begin:end], (pair.source[0] - begin, pair.source[1] - begin), target)


def nearest_trigger(asked: Asked, spans: Sequence[Tagged]) -> Place | None:
    """The tagged trigger that stands nearest to the two parties; between them before outside them."""
    begin = asked.sentence.start
    triggers = [(begin + span.start, begin + span.end) for span in spans if span.role == "trigger"]
    ends = [asked.source] if asked.target is None else [asked.source, asked.target]
    return min(triggers, key=lambda place: (sum(gap(place, end) for end in ends), place), default=None)


def gap(one: Place, other: Place) -> int:
    """The characters between two places."""
    return max(0, max(one[0], other[0]) - min(one[1], other[1]))
