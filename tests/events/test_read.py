"""What the model is asked about a sentence, with a reader whose answers are written here."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from dragoman.actors.find import find_actors
from dragoman.actors.lexicon import load_actor_lexicon
from dragoman.events.read import (
    MOST_BETWEEN,
    Asked,
    between_states,
    nearest_trigger,
    proposed,
    read_acts,
    repeats,
)
from dragoman.events.roles import Roles
from dragoman.model.reader import MarkedText, Reading
from dragoman.model.relation import Relation
from dragoman.model.tagger import Tagged
from dragoman.parse.parse import load_parser, parse_article
from dragoman.parse.tokens import Parsed
from dragoman.record import Article, Region, RegionKind

TEXT = "Kenya urged Uganda to free a lawyer."


def tag(words: str, role: str, confidence: float = 0.9, text: str = TEXT) -> Tagged:
    at = text.index(words)
    return Tagged(at, at + len(words), role, confidence)


def parsed_of(*regions: tuple[str, RegionKind]) -> Parsed:
    text = "\n".join(words for words, _ in regions)
    places, at = [], 0
    for words, kind in regions:
        places.append(Region(at, at + len(words), kind))
        at += len(words) + 1
    return parse_article(Article("a1", text, regions=tuple(places)), load_parser())


class Scripted:
    """A reader that tags what it is told to and keeps what it was asked."""

    def __init__(self, *tags: Tagged, contexts: dict[str, float] | None = None) -> None:
        self.tags, self.contexts = tags, contexts or {}
        self.pairs: list[MarkedText] = []
        self.texts: list[str] = []

    def passages(self, texts: Sequence[str]) -> list[Reading]:
        self.texts += texts
        return [Reading(self.tags, self.contexts) for _ in texts]

    def relations(self, pairs: Sequence[MarkedText]) -> list[Relation]:
        self.pairs += pairs
        return [Relation("REQUEST", None, "025", "verbal conflict", "actual", False, 0.9, {}, 0.1) for _ in pairs]


def words(pair: MarkedText) -> tuple[str, str | None]:
    source = pair.text[slice(*pair.source)]
    return source, None if pair.target is None else pair.text[slice(*pair.target)]


def test_read_acts_asks_every_actor_with_every_recipient_and_each_actor_alone() -> None:
    reader = Scripted(tag("Kenya", "actor"), tag("Uganda", "recipient"), tag("a lawyer", "recipient", 0.5))
    acts = read_acts(parsed_of((TEXT, RegionKind.BODY)), [], reader, context_least=0.5)
    assert [words(pair) for pair in reader.pairs] == [("Kenya", "Uganda"), ("Kenya", "a lawyer"), ("Kenya", None)]
    assert len(acts) == 3


def test_read_acts_does_not_ask_about_headlines_and_captions() -> None:
    reader = Scripted(tag("Kenya", "actor"), tag("Uganda", "recipient"))
    parsed = parsed_of((TEXT, RegionKind.HEADLINE), (TEXT, RegionKind.CAPTION))
    assert read_acts(parsed, [], reader, context_least=0.5) == []
    assert reader.texts == []


def test_read_acts_places_a_later_sentence_at_its_own_offsets() -> None:
    reader = Scripted(tag("Kenya", "actor"), tag("Uganda", "recipient"), tag("urged", "trigger"))
    parsed = parsed_of(("It rained.", RegionKind.FURNITURE), (TEXT, RegionKind.BODY))
    act = read_acts(parsed, [], reader, context_least=0.5)[0]
    assert act.trigger is not None
    assert parsed.text[slice(*act.asked.source)] == "Kenya"
    assert parsed.text[slice(*act.trigger)] == "urged"


def test_read_acts_asks_a_known_pair_once() -> None:
    parsed = parsed_of((TEXT, RegionKind.BODY))
    known = Asked(parsed.sentences[0], (0, 5), (12, 18))
    reader = Scripted(tag("Kenya", "actor"), tag("Uganda", "recipient"))
    read_acts(parsed, [known, known], reader, context_least=0.5)
    assert [words(pair) for pair in reader.pairs] == [("Kenya", "Uganda"), ("Kenya", None)]


def test_read_acts_keeps_the_contexts_that_are_likely() -> None:
    reader = Scripted(tag("Kenya", "actor"), contexts={"legal": 0.8, "military": 0.2})
    assert read_acts(parsed_of((TEXT, RegionKind.BODY)), [], reader, context_least=0.5)[0].contexts == ("legal",)


def test_proposed_pairs_two_actors_as_mutual() -> None:
    sentence = parsed_of((TEXT, RegionKind.BODY)).sentences[0]
    pairs = proposed(sentence, [tag("Kenya", "actor"), tag("Uganda", "actor")])
    assert [(pair.mutual, pair.target is None) for pair in pairs] == [(True, False), (False, True), (False, True)]


def test_between_states_pairs_the_states_either_way_and_no_place() -> None:
    text = "Kenya urged Ugandan police to look for a Rwandan in Burundi."
    article = Article("a1", text, regions=(Region(0, len(text), RegionKind.BODY),))
    parsed = parse_article(article, load_parser())
    mentions, _ = find_actors(article, parsed, lexicon=load_actor_lexicon())
    pairs = between_states(parsed.sentences[0], Roles(mentions, []).in_sentence(parsed.sentences[0]))
    told = [(text[slice(*each.source)], text[slice(*each.target)]) for each in pairs if each.target]
    assert ("Kenya", "Ugandan police") in told
    assert ("Ugandan police", "Kenya") in told
    assert not [pair for pair in told if "Burundi" in pair]
    assert len(told) <= MOST_BETWEEN


def test_proposed_never_pairs_a_party_with_itself() -> None:
    sentence = parsed_of((TEXT, RegionKind.BODY)).sentences[0]
    pairs = proposed(sentence, [tag("Kenya", "actor"), tag("Kenya", "recipient")])
    assert all(pair.target is None for pair in pairs)


@pytest.mark.parametrize(
    ("source", "target", "wanted"),
    [
        pytest.param((0, 5), (12, 18), True, id="the same"),
        pytest.param((0, 3), (12, 20), True, id="some words more or less"),
        pytest.param((12, 18), (0, 5), False, id="turned round"),
        pytest.param((0, 5), None, False, id="without its target"),
    ],
)
def test_repeats_knows_a_pair_by_its_two_places(
    source: tuple[int, int], target: tuple[int, int] | None, wanted: bool
) -> None:
    sentence = parsed_of((TEXT, RegionKind.BODY)).sentences[0]
    assert repeats(Asked(sentence, source, target), [Asked(sentence, (0, 5), (12, 18))]) is wanted


def test_nearest_trigger_takes_the_word_between_the_two() -> None:
    sentence = parsed_of((TEXT, RegionKind.BODY)).sentences[0]
    asked = Asked(sentence, (0, 5), (12, 18))
    spans = [tag("urged", "trigger"), tag("free", "trigger")]
    assert nearest_trigger(asked, spans) == (6, 11)
    assert nearest_trigger(asked, []) is None
