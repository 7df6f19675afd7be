"""The stage as a whole: spans, the roster, speed, hostile text."""

import pytest

from dragoman.actors.find import find_actors
from dragoman.actors.lexicon import REFERENCES_FILE, load_actor_lexicon
from dragoman.actors.mention import Mention
from dragoman.errors import LexiconError

from .reading import parse_text, person, read_actors

TEXT = (
    "Kenyan President Daniel Otieno met his Ugandan counterpart, Paul Okello, in Lima on Monday. They signed a pact. "
    "“It is late,” Otieno said. Both countries will pay, and the two armies will meet. The European Union welcomed it."
)


def test_find_actors_gives_spans_that_prove_themselves() -> None:
    mentions, persons = read_actors(TEXT)
    spans = [mention.span for mention in mentions] + [person.evidence for person in persons]
    assert all(span.proves(TEXT) and span.text for span in spans)
    assert all(actor.span == mention.span for mention in mentions for actor in mention.actors)


def test_find_actors_gives_mentions_in_order_of_the_text() -> None:
    mentions, _ = read_actors(TEXT)
    assert [mention.span.start for mention in mentions] == sorted(mention.span.start for mention in mentions)


def test_find_actors_gives_the_same_twice() -> None:
    article, parsed = parse_text(TEXT)
    lexicon = load_actor_lexicon()
    assert find_actors(article, parsed, lexicon=lexicon) == find_actors(article, parsed, lexicon=lexicon)


def test_roster_lists_each_person_once() -> None:
    _, persons = read_actors(TEXT)
    assert [(each.name, each.role, each.country) for each in persons] == [
        ("Daniel Otieno", "President", "KEN"),
        ("Paul Okello", "President", "UGA"),
    ]


def test_roster_leaves_out_names_of_whom_nothing_is_known() -> None:
    assert person("Kenya paid. Edited by Harold Finch.", "Harold Finch") is None


def test_roster_takes_the_longer_name_and_the_words_that_introduce_the_person() -> None:
    text = "Otieno was late. The Kenyan president, Daniel Otieno, left."
    _, persons = read_actors(text)
    assert [(each.name, each.evidence.text) for each in persons] == [
        ("Daniel Otieno", "Kenyan president, Daniel Otieno")
    ]


def test_find_actors_takes_a_namesake_of_a_state_for_the_person() -> None:
    mentions, _ = read_actors("Senator Mark Jordan spoke. Jordan left.")
    assert [mention.actors[0].name for mention in mentions] == ["Mark Jordan", "Mark Jordan"]


def test_find_actors_keeps_the_state_where_the_article_is_about_it_too() -> None:
    mentions, _ = read_actors("Senator Mark Jordan met Jordanian officials. Jordan agreed.")
    assert [actor.country for actor in mentions[-1].actors] == ["JOR"]


@pytest.mark.parametrize(
    "text",
    ["", " ", "....", "((((", "a, " * 500, "Kenya and " * 300 + "Chad met.", "“" * 200, "it said its they " * 300],
)
def test_find_actors_reads_hostile_text(text: str) -> None:
    mentions, _ = read_actors(text)
    assert all(isinstance(mention, Mention) for mention in mentions)


def test_find_actors_reads_an_article_of_hundreds_of_sentences() -> None:
    article, parsed = parse_text("\n".join([TEXT.replace("Otieno", f"Otieno{part}") for part in range(40)]))
    mentions, _ = find_actors(article, parsed, lexicon=load_actor_lexicon())
    assert len(parsed.sentences) >= 200
    assert {mention.sentence for mention in mentions} >= {0, len(parsed.sentences) - 1}


def test_references_refuse_unknown_and_missing_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    from dragoman.actors import lexicon

    monkeypatch.setattr(lexicon, "load_table", lambda name: {"men": ["mr"], "mistake": []})
    with pytest.raises(LexiconError, match=REFERENCES_FILE):
        lexicon._references()
