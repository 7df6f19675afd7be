"""Bare: noun phrases read by rule get the head, the owner and the names that a parse would show."""

from __future__ import annotations

import pytest

from dragoman.actors.bare import parse_bare
from dragoman.actors.lexicon import ActorLexicon, load_actor_lexicon


@pytest.fixture(scope="module")
def lexicon() -> ActorLexicon:
    return load_actor_lexicon()


HEADS = [
    ("the visiting Danish prime minister", "minister"),
    ("Kenya's foreign ministry", "ministry"),
    ("rebels backed by Rwanda", "rebels"),
    ("forces loyal to the president of Chad", "forces"),
    ("members of the Kenyan parliament", "members"),
    ("foreign and defence ministers of Japan", "ministers"),
    ("Viktor Khrenin, the defence minister of Belarus", "Khrenin"),
    ("an IMF staff mission", "mission"),
    ("Iran-backed armed groups", "groups"),
    ("soldiers who fled the town", "soldiers"),
    ("Russian gas", "gas"),
]


@pytest.mark.parametrize(("phrase", "head"), HEADS)
def test_the_head_of_a_phrase_is_its_last_noun_before_what_follows(
    phrase: str, head: str, lexicon: ActorLexicon
) -> None:
    bare = parse_bare(phrase, lexicon)
    assert bare is not None
    assert bare.parsed.sentences[0].root.text == head


@pytest.mark.parametrize(
    "phrase", ["Kenya said it would leave", "He left. She stayed", " ".join(["word"] * 60), "..."[:0]]
)
def test_a_clause_several_sentences_and_long_text_are_left_to_the_parser(phrase: str, lexicon: ActorLexicon) -> None:
    assert parse_bare(phrase, lexicon) is None


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Foreign Minister Ana Lopes", ["Ana", "Lopes"]),
        ("Malta's Joseph Muscat", ["Joseph", "Muscat"]),
        ("the Kenyan army", []),
        ("Boutros-Ghali", ["Boutros", "-", "Ghali"]),
    ],
)
def test_names_of_persons_are_labelled(phrase: str, name: list[str], lexicon: ActorLexicon) -> None:
    bare = parse_bare(phrase, lexicon)
    assert bare is not None
    assert [token.text for token in bare.parsed.sentences[0].tokens if token.entity == "PERSON"] == name


@pytest.mark.parametrize(
    "phrase", ["Gen. A. B. Carter", "U.S. officials", "the 42-year-old envoy's aides", "x\u0000y z", "¿?"]
)
def test_every_token_lies_where_the_text_has_it(phrase: str, lexicon: ActorLexicon) -> None:
    bare = parse_bare(phrase, lexicon)
    assert bare is not None
    for token in bare.parsed.sentences[0].tokens:
        assert phrase[token.start : token.end] == token.text
        assert 0 <= token.head < len(bare.parsed.sentences[0].tokens)
