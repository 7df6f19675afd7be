"""Setting: a date or place goes to the act that it hangs on, and to no other."""

from __future__ import annotations

import pytest

from dragoman.events.setting import attach, head_of_span, in_sentence, is_setting_place, nearest_act
from dragoman.record import Span, When, Where

from .trees import make_tree, span, token

# Chile met Peru in Quito on Monday after Spain attacked Fiji on Sunday
SENTENCE = make_tree(
    "Chile NNP nsubj 1; met=meet VBD ROOT 1; Peru NNP dobj 1; in IN prep 1; Quito NNP pobj 3; on IN prep 1; "
    "Monday NNP pobj 5; after IN mark 9; Spain NNP nsubj 9; attacked=attack VBD advcl 1; Fiji NNP dobj 9; "
    "late JJ amod 12; Sunday NNP npadvmod 9"
)
MET, ATTACKED = token(SENTENCE, "met").index, token(SENTENCE, "attacked").index
ACTS = frozenset({MET, ATTACKED})


def when(first: str, last: str | None = None) -> When:
    return When(span(SENTENCE, first, last), "2024-03-04", "2024-03-04", "day")


def where(word: str) -> Where:
    return Where(span(SENTENCE, word), word, None)


@pytest.mark.parametrize(
    ("first", "last", "head"), [("on", "Monday", "on"), ("late", "Sunday", "Sunday"), ("Quito", None, "Quito")]
)
def test_the_head_of_a_span_hangs_on_a_word_outside(first: str, last: str | None, head: str) -> None:
    found = head_of_span(SENTENCE, span(SENTENCE, first, last))
    assert found is not None and found.text == head


def test_a_span_outside_of_the_sentence_has_no_head() -> None:
    assert head_of_span(SENTENCE, Span(900, 904, "noon")) is None


@pytest.mark.parametrize(("word", "act"), [("Quito", MET), ("met", MET), ("late", ATTACKED), ("attacked", ATTACKED)])
def test_the_nearest_act_is_the_first_one_above(word: str, act: int) -> None:
    assert nearest_act(SENTENCE, token(SENTENCE, word), ACTS) == act


def test_without_an_act_above_there_is_none() -> None:
    assert nearest_act(SENTENCE, token(SENTENCE, "Quito"), frozenset({ATTACKED})) is None


@pytest.mark.parametrize(("own", "text"), [(MET, "on Monday"), (ATTACKED, "late Sunday")])
def test_each_act_gets_the_date_that_hangs_on_it(own: int, text: str) -> None:
    dates = [when("on", "Monday"), when("late", "Sunday")]
    found = attach(SENTENCE, dates, ACTS, frozenset({own}))
    assert found is not None and found.span.text == text


def test_an_act_takes_no_date_of_another() -> None:
    assert attach(SENTENCE, [when("on", "Monday")], ACTS, frozenset({ATTACKED})) is None


@pytest.mark.parametrize(("word", "setting"), [("Quito", True), ("Peru", False), ("Fiji", False)])
def test_only_a_place_said_to_be_where_is_a_setting(word: str, setting: bool) -> None:
    assert is_setting_place(SENTENCE, where(word)) is setting


def test_what_stands_in_another_sentence_is_left_out() -> None:
    far = When(Span(500, 506, "Monday"), None, None, "day")
    assert in_sentence(SENTENCE, [far, when("on", "Monday")]) == [when("on", "Monday")]
