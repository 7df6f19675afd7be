"""Sentences as trees and articles as sentences, on parses built by hand."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.parse.tokens import Parsed, Quote, Sentence, Token
from dragoman.record import RegionKind, Span

from .trees import make_sentence

# "Chile and Peru signed a wide pact ."
SIGNED = make_sentence("Chile/nsubj/3 and/cc/0 Peru/conj/0 signed/ROOT/3 a/det/6 wide/amod/6 pact/dobj/3 ./punct/3")
TEXT = "Peru met Chile.  They  talked. "
FIRST = make_sentence("Peru/nsubj/1 met/ROOT/1 Chile./dobj/1")
SECOND = make_sentence("They/nsubj/1 talked./ROOT/1", start=17, index=1)


def words(tokens: list[Token] | tuple[Token, ...]) -> str:
    return " ".join(token.text for token in tokens)


def word(text: str, sentence: Sentence = SIGNED) -> Token:
    return next(token for token in sentence.tokens if token.text == text)


def make_parsed() -> Parsed:
    outer = Span.cut(TEXT, 17, 29)
    quote = Quote(outer, outer, 0)
    tokens = (
        dataclasses.replace(SECOND.tokens[0], start=17, end=21),
        dataclasses.replace(SECOND.tokens[1], start=23, end=30),
    )
    return Parsed(TEXT, (FIRST, dataclasses.replace(SECOND, tokens=tokens)), (quote,))


def test_the_root_is_its_own_head() -> None:
    assert SIGNED.root.text == "signed"
    assert SIGNED.head(SIGNED.root) is SIGNED.root


def test_a_sentence_without_a_root_takes_its_first_word() -> None:
    assert make_sentence("a/dep/1 b/dep/0").root.text == "a"


@pytest.mark.parametrize(
    ("head", "deps", "expected"),
    [
        ("signed", (), "Chile pact ."),
        ("signed", ("dobj",), "pact"),
        ("signed", ("nsubj", "dobj"), "Chile pact"),
        ("signed", ("iobj",), ""),
        ("pact", (), "a wide"),
        ("a", (), ""),
    ],
)
def test_children_are_the_direct_dependents_in_order(head: str, deps: tuple[str, ...], expected: str) -> None:
    assert words(SIGNED.children(word(head), *deps)) == expected
    first = SIGNED.child(word(head), *deps)
    assert (first.text if first else "") == expected.partition(" ")[0]


@pytest.mark.parametrize(
    ("head", "expected"),
    [("signed", words(SIGNED.tokens)), ("Chile", "Chile and Peru"), ("pact", "a wide pact"), ("wide", "wide")],
)
def test_a_subtree_holds_all_below_a_word_in_order_of_the_text(head: str, expected: str) -> None:
    assert words(SIGNED.subtree(word(head))) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("wide", "pact signed"), ("Peru", "Chile signed"), ("signed", ""), ("Chile", "signed")]
)
def test_ancestors_go_up_to_the_root_without_the_word_itself(text: str, expected: str) -> None:
    assert words(list(SIGNED.ancestors(word(text)))) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("Chile/ROOT/0 and/cc/0 Peru/conj/0", "Chile Peru"),
        ("Chile/ROOT/0 ,/punct/0 Peru/conj/0 and/cc/2 Cuba/conj/2", "Chile Peru Cuba"),
        ("Chile/ROOT/0 Peru/conj/0 Cuba/conj/1 Haiti/conj/0", "Chile Peru Cuba Haiti"),
        ("Chile/ROOT/0 of/prep/0 Peru/pobj/1", "Chile"),
        ("Chile/ROOT/0 big/amod/0", "Chile"),
    ],
)
def test_conjuncts_are_the_coordinated_words(rows: str, expected: str) -> None:
    sentence = make_sentence(rows)
    assert words(sentence.conjuncts(sentence.tokens[0])) == expected


def test_conjuncts_do_not_look_up_the_tree() -> None:
    assert words(SIGNED.conjuncts(word("Peru"))) == "Peru"


def test_a_list_of_thousands_of_names_does_not_exhaust_the_stack() -> None:
    rows = "Peru/ROOT/0 " + " ".join(f"Peru/conj/{number}" for number in range(5000))
    sentence = make_sentence(rows)
    assert len(sentence.conjuncts(sentence.tokens[0])) == 5001
    assert len(sentence.subtree(sentence.tokens[0])) == 5001


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (0, 9, "Chile and"),
        (0, 8, "Chile"),
        (1, 9, "and"),
        (6, 14, "and Peru"),
        (5, 6, ""),
        (0, 999, words(SIGNED.tokens)),
    ],
)
def test_between_takes_only_words_that_lie_wholly_inside(start: int, end: int, expected: str) -> None:
    assert words(SIGNED.between(start, end)) == expected


@pytest.mark.parametrize(
    ("offset", "index"),
    [(0, 0), (14, 0), (15, None), (16, None), (17, 1), (22, 1), (29, 1), (30, None), (99, None), (-1, None)],
)
def test_the_sentence_at_an_offset_holds_it(offset: int, index: int | None) -> None:
    sentence = make_parsed().sentence_at(offset)
    assert (sentence.index if sentence else None) == index


@pytest.mark.parametrize(("offset", "found"), [(16, False), (17, True), (28, True), (29, False)])
def test_the_quote_at_an_offset_holds_it(offset: int, found: bool) -> None:
    assert (make_parsed().quote_at(offset) is not None) is found


@given(offset=st.integers(-5, 60), lengths=st.lists(st.tuples(st.integers(0, 3), st.integers(1, 5)), max_size=8))
def test_the_search_for_a_sentence_agrees_with_a_walk(offset: int, lengths: list[tuple[int, int]]) -> None:
    sentences: list[Sentence] = []
    at = 0
    for gap, length in lengths:
        token = Token(0, "x" * length, "x", "X", "X", "ROOT", 0, at + gap, at + gap + length)
        sentences.append(Sentence(len(sentences), 0, RegionKind.BODY, (token,)))
        at += gap + length
    parsed = Parsed("x" * at, tuple(sentences))
    expected = next((each for each in sentences if each.start <= offset < each.end), None)
    assert parsed.sentence_at(offset) == expected


def test_a_span_runs_from_the_first_to_the_last_word_given_in_any_order() -> None:
    parsed = make_parsed()
    span = parsed.span(reversed(FIRST.tokens))
    assert (span.text, span.proves(TEXT)) == ("Peru met Chile.", True)


def test_the_span_of_a_sentence_has_no_white_space_at_its_edges() -> None:
    parsed = make_parsed()
    assert parsed.sentence_span(parsed.sentences[1]).text == "They  talked."


def test_tokens_and_sentences_are_frozen() -> None:
    for value, name in ((SIGNED.tokens[0], "head"), (SIGNED, "tokens"), (make_parsed(), "text")):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(value, name, 0)


def test_the_lower_form_is_the_word_in_small_letters() -> None:
    assert word("Chile").lower == "chile"
