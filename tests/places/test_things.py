"""Things named after places are none; what a place has stays its place."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.lexicon.match import PhraseBook
from dragoman.parse.tokens import Sentence
from dragoman.places import things
from dragoman.places.context import read_context
from dragoman.places.doubt import doubt
from dragoman.places.gazetteer import load_gazetteer
from dragoman.places.setting import settings_of
from dragoman.places.spot import find_spots
from dragoman.places.words import load_words

from .test_doubt import parse_by_hand

NOTHING = [
    "Peking duck was on the menu.",
    "Lima beans and Brazil nuts were exempted.",
    "They served Turkey sandwiches and Madeira cake.",
    "The Minsk agreements are dead, an aide said.",
    "The Stockholm syndrome defence failed.",
    "A Panama hat was found on the chair.",
    "The Helsinki process and the Istanbul protocol were cited.",
]

PLACES = [
    ("The Geneva talks went on.", "Geneva/CHE"),
    ("The Moscow metro was closed.", "Moscow/RUS"),
    ("The Lachin corridor was open.", "Lachin corridor/AZE"),
    ("The Iran agreement was signed.", "Iran/IRN"),
    ("The Berlin police chief resigned.", "Berlin/DEU"),
]


@pytest.mark.parametrize("text", NOTHING)
def test_thing_named_after_a_place_is_none(text: str, places_in: Callable[[str], str]) -> None:
    assert places_in(text) == ""


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_what_a_place_has_keeps_its_place(text: str, expected: str, places_in: Callable[[str], str]) -> None:
    assert places_in(text) == expected


@pytest.mark.parametrize(
    ("marked", "reason"),
    [
        ("they danced the Vienna/GPE waltz", "phrase"),
        ("they saw Vienna/GPE Waltz posters", "phrase"),
        # What stands in a town leaves it a place.
        ("they left Vienna/GPE Station today", None),
        ("they left Vienna/GPE , waltz in hand", None),
        ("they left Vienna/GPE today", None),
    ],
)
def test_phrase_of_the_lexicon_refuses_the_place_inside(
    marked: str, reason: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        things, "load_phrases", lambda: PhraseBook((text, text, False) for text in ("Vienna waltz", "Vienna station"))
    )
    parsed = parse_by_hand(marked)
    sentence: Sentence = parsed.sentences[0]
    lists = load_words()
    spots = find_spots(parsed.text, sentence, load_gazetteer(), lists)
    context = read_context(parsed, [spots], lists)
    assert [doubt(setting) for setting in settings_of(parsed, sentence, spots, lists, context)] == [reason]
