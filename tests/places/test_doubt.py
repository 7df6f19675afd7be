"""Why a spot is refused, with parses made by hand."""

from __future__ import annotations

import pytest

from dragoman.parse.tokens import Parsed, Sentence, Token
from dragoman.places.context import read_context
from dragoman.places.doubt import doubt
from dragoman.places.gazetteer import load_gazetteer
from dragoman.places.setting import is_title_case, settings_of
from dragoman.places.spot import find_spots
from dragoman.places.words import load_words
from dragoman.record import RegionKind


def parse_by_hand(marked: str) -> Parsed:
    """A sentence from words with marks: "Paris/PERSON Hilton/PERSON+" (a plus goes on with the entity before);
    words with a capital are proper nouns."""
    tokens: list[Token] = []
    text = ""
    for index, piece in enumerate(marked.split()):
        word, _, label = piece.partition("/")
        text += " " if index and word not in (",", "'s") else ""
        tag = "POS" if word == "'s" else "NNP" if word[0].isupper() else "NN"
        pos = "PROPN" if word[0].isupper() else "NOUN"
        tokens.append(
            Token(index, word, word.lower(), pos, tag, "dep", 0, len(text), len(text) + len(word),
                  label.rstrip("+"), bool(label) and not label.endswith("+"))
        )  # fmt: skip
        text += word
    return Parsed(text, (Sentence(0, 0, RegionKind.BODY, tuple(tokens)),))


def _doubts(marked: str) -> dict[str, str | None]:
    parsed = parse_by_hand(marked)
    (sentence,) = parsed.sentences
    lists = load_words()
    spots = find_spots(parsed.text, sentence, load_gazetteer(), lists)
    context = read_context(parsed, [spots], lists)
    return {
        parsed.text[setting.spot.start : setting.spot.end]: doubt(setting)
        for setting in settings_of(parsed, sentence, spots, lists, context)
    }


@pytest.mark.parametrize(
    ("marked", "name", "reason"),
    [
        ("they saw President Lincoln leave", "Lincoln", "titled"),
        ("they saw Lincoln/GPE from afar", "Lincoln", None),
        ("so Paris/PERSON Hilton/PERSON+ smiled", "Paris", "person"),
        ("so Paris/GPE smiled", "Paris", None),
        # A wrong label does not hide a known place.
        ("so Lahore/PERSON smiled", "Lahore", None),
        ("so Jordan/PERSON smiled", "Jordan", "person"),
        ("so Jordan/GPE smiled", "Jordan", None),
        ("then Abraham Lincoln smiled", "Lincoln", "longer-name"),
        ("then northern Lincoln/GPE smiled", "Lincoln", None),
        ("the Bank of England/GPE said", "England", "body-words"),
        ("the coast of England/GPE said", "England", None),
        ("the Tehran/GPE Times said", "Tehran", "body-words"),
        ("the Tehran/GPE talks went on", "Tehran", None),
        ("the Iran/GPE Army said", "Iran", None),
        ("the Vienna/ORG Ballet/ORG+ danced", "Vienna", "body"),
        ("the Vienna/ORG ballet danced", "Vienna", None),
        ("so Humera/PERSON and/PERSON+ Axum/PERSON+ fell", "Humera", None),
        ("the Iran/ORG 's Guards/ORG+ said", "Iran", None),
        ("they had Split opinions", "Split", "common-word"),
        ("they swam near Split today", "Split", None),
    ],
)
def test_doubt(marked: str, name: str, reason: str | None) -> None:
    assert _doubts(marked)[name] == reason


def test_surname_of_a_person_named_before_is_no_place() -> None:
    marked = "Tom/PERSON Houston/PERSON+ left , and later Houston/PERSON returned"
    parsed = parse_by_hand(marked)
    (sentence,) = parsed.sentences
    lists = load_words()
    spots = find_spots(parsed.text, sentence, load_gazetteer(), lists)
    context = read_context(parsed, [spots], lists)
    settings = settings_of(parsed, sentence, spots, lists, context)
    assert [doubt(setting) for setting in settings if setting.spot.key == "houston"] == ["person", "person"]
    assert "houston" in context.persons


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Pakistan Signs Deal With Iran", True),
        ("Pakistan signs deal with Iran", False),
        ("The Bank of England and the New York Times disagreed", False),
        ("Iran agrees", False),
    ],
)
def test_title_case(marked: str, expected: bool) -> None:
    assert is_title_case(parse_by_hand(marked).sentences[0]) is expected


def test_list_after_a_preposition_is_located_as_a_whole() -> None:
    parsed = parse_by_hand("troops in Nice , Split and Bath today")
    (sentence,) = parsed.sentences
    lists = load_words()
    spots = find_spots(parsed.text, sentence, load_gazetteer(), lists)
    settings = settings_of(parsed, sentence, spots, lists, read_context(parsed, [spots], lists))
    assert [setting.located for setting in settings] == [True, True, True]
