"""Modality: negation, future, schedule, possibility and duty at a verb, adjective or noun."""

from __future__ import annotations

import pytest

from dragoman.events.modality import Modality, read_modality

from .trees import make_tree, token

TABLE = [
    ("Chile NNP nsubj 1; attacked=attack VBD ROOT 1", "attacked", Modality()),
    ("Chile NNP nsubj 2; will MD aux 2; attack VB ROOT 2", "attack", Modality(future=True)),
    ("Chile NNP nsubj 2; 'll MD aux 2; attack VB ROOT 2", "attack", Modality(future=True)),
    ("Chile NNP nsubj 2; shall MD aux 2; attack VB ROOT 2", "attack", Modality(future=True)),
    ("Chile NNP nsubj 2; would MD aux 2; attack VB ROOT 2", "attack", Modality(future=True)),
    ("Chile NNP nsubj 2; may MD aux 2; attack VB ROOT 2", "attack", Modality(possible=True)),
    ("Chile NNP nsubj 2; could MD aux 2; attack VB ROOT 2", "attack", Modality(possible=True)),
    ("Chile NNP nsubj 2; must MD aux 2; attack VB ROOT 2", "attack", Modality(duty=True)),
    ("Chile NNP nsubj 2; should MD aux 2; attack VB ROOT 2", "attack", Modality(duty=True)),
    ("Chile NNP nsubj 2; did=do VBD aux 3; not RB neg 3; attack VB ROOT 3", "attack", Modality(negated=True)),
    ("Chile NNP nsubj 2; never RB neg 2; attacked=attack VBD ROOT 2", "attacked", Modality(negated=True)),
    (
        "Chile NNP nsubj 3; will MD aux 3; not RB neg 3; attack VB ROOT 3",
        "attack",
        Modality(negated=True, future=True),
    ),
    (
        "Chile NNP nsubj 1; is=be VBZ ROOT 1; due JJ acomp 1; to TO aux 4; visit VB xcomp 2",
        "visit",
        Modality(future=True, scheduled=True),
    ),
    (
        "Chile NNP nsubj 1; is=be VBZ ROOT 1; to TO aux 3; visit VB xcomp 1",
        "visit",
        Modality(future=True, scheduled=True),
    ),
    ("Chile NNP nsubj 1; wants=want VBZ ROOT 1; to TO aux 3; visit VB xcomp 1", "visit", Modality()),
    (
        "if IN mark 2; Chile NNP nsubj 2; attacks=attack VBZ advcl 4; Peru NNP nsubj 4; flees=flee VBZ ROOT 4",
        "attacks",
        Modality(possible=True),
    ),
    (
        "if IN mark 2; Chile NNP nsubj 2; attacked=attack VBD advcl 5; Peru NNP nsubj 5; "
        "would MD aux 5; flee VB ROOT 5",
        "flee",
        Modality(possible=True),
    ),
    (
        "when WRB advmod 2; Chile NNP nsubj 2; attacked=attack VBD advcl 4; Peru NNP nsubj 4; fled=flee VBD ROOT 4",
        "attacked",
        Modality(),
    ),
    (
        "Chile NNP nsubj 2; will MD aux 2; visit VB ROOT 2; and CC cc 2; sign VB conj 2",
        "sign",
        Modality(future=True),
    ),
    ("Chile NNP nsubj 2; will MD aux 2; visit VB ROOT 2; and CC cc 2; signed=sign VBD conj 2", "signed", Modality()),
    ("no DT det 1; talks=talk NNS nsubj 2; began=begin VBD ROOT 2", "talks", Modality(negated=True)),
    ("upcoming JJ amod 1; talks=talk NNS nsubj 2; matter VBP ROOT 2", "talks", Modality(future=True, scheduled=True)),
    ("possible JJ amod 1; talks=talk NNS nsubj 2; matter VBP ROOT 2", "talks", Modality(possible=True)),
    ("recent JJ amod 1; talks=talk NNS nsubj 2; matter VBP ROOT 2", "talks", Modality()),
]


@pytest.mark.parametrize(("rows", "word", "marks"), TABLE)
def test_marks_of_a_word_are_those_that_hang_on_it(rows: str, word: str, marks: Modality) -> None:
    sentence = make_tree(rows)
    assert read_modality(sentence, token(sentence, word)) == marks
