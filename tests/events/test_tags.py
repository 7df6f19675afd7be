"""What the tagger marked, as whole words and mentions."""

from __future__ import annotations

import pytest

from dragoman.actors.find import find_actors
from dragoman.actors.lexicon import load_actor_lexicon
from dragoman.events.roles import Roles
from dragoman.events.tags import whole_tags
from dragoman.model.tagger import Tagged
from dragoman.parse.parse import load_parser, parse_article
from dragoman.record import Article, Region, RegionKind

TEXT = "Kenyan Foreign Minister Wafula Otiende met Uganda's envoy, and the navy waited."


def widened(*tags: tuple[str, str], text: str = TEXT) -> list[tuple[str, str]]:
    article = Article("a1", text, published="2024-03-06", regions=(Region(0, len(text), RegionKind.BODY),))
    parsed = parse_article(article, load_parser())
    mentions, _ = find_actors(article, parsed, lexicon=load_actor_lexicon())
    sentence = parsed.sentences[0]
    spans = [Tagged(text.index(words), text.index(words) + len(words), role, 0.9) for words, role in tags]
    found = whole_tags(sentence, spans, Roles(mentions, []).in_sentence(sentence))
    return [(text[each.start : each.end], each.role) for each in found]


@pytest.mark.parametrize(
    ("tags", "whole"),
    [
        pytest.param([("tiende", "actor")], "Kenyan Foreign Minister Wafula Otiende", id="a piece of a name"),
        pytest.param([("Wafula", "actor"), ("iende", "actor")], "Kenyan Foreign Minister Wafula Otiende", id="pieces"),
        pytest.param([("Kenyan", "actor")], "Kenyan Foreign Minister Wafula Otiende", id="the state before it"),
        pytest.param([("avy", "actor")], "the navy", id="an article too"),
        pytest.param([("avy waited", "actor")], "the navy waited", id="several words"),
    ],
)
def test_a_party_is_widened_to_its_words(tags: list[tuple[str, str]], whole: str) -> None:
    (found,) = widened(*tags)
    assert found == (whole, "actor")


@pytest.mark.parametrize("words", [",", "the"])
def test_a_tag_by_which_nobody_is_meant_is_dropped(words: str) -> None:
    assert widened((words, "actor")) == []


def test_a_trigger_is_widened_to_its_word_alone() -> None:
    assert widened(("me", "trigger"), text="Kenya scorned me.") == [("me", "trigger")]
    assert widened(("corn", "trigger"), text="Kenya scorned Uganda.") == [("scorned", "trigger")]


def test_the_same_words_may_act_and_be_acted_on() -> None:
    text = "Kenya scorned Uganda."
    assert sorted(widened(("Uganda", "actor"), ("Uganda", "recipient"), text=text)) == [
        ("Uganda", "actor"),
        ("Uganda", "recipient"),
    ]
