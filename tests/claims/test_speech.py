"""The lexicon of speech: its size, its classes, and the data files that it refuses."""

from __future__ import annotations

import copy
import tomllib
from importlib.resources import files

import pytest

from dragoman.claims.speech import load_speech, make_speech
from dragoman.errors import LexiconError

FEWEST_WORDS = 120


@pytest.fixture
def plain():
    return copy.deepcopy(tomllib.loads(files("dragoman").joinpath("data/en/speech.toml").read_text(encoding="utf-8")))


def test_speech_has_enough_words():
    assert load_speech().size >= FEWEST_WORDS


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [
        ("say", "statement"), ("add", "statement"), ("ask", "quote_only"), ("vow", "statement"),
        ("urge", "act"), ("call", "characterise"),
        ("quote", "quoted"), ("deny", "deny"), ("reject", "rebut"), ("accuse", "accuse"), ("blame", "blame"),
        ("walk", None), ("sign", None), ("", None),
    ],
)  # fmt: skip
def test_speech_class_of_a_verb(lemma, expected):
    assert load_speech().class_of(lemma) == expected


def _add_part(plain):
    plain["adverbs"] = []


def _add_class(plain):
    plain["verbs"]["whisper"] = ["whisper"]


def _drop_class(plain):
    del plain["nouns"]["document"]


def _break_part(plain):
    plain["verbs"] = ["say"]


def _empty_class(plain):
    plain["verbs"]["deny"] = []


def _upper_word(plain):
    plain["verbs"]["deny"] = ["Deny"]


def _number(plain):
    plain["verbs"]["deny"] = [7]


def _word_twice(plain):
    plain["verbs"]["deny"] = ["deny", "deny"]


def _unknown_sector(plain):
    plain["voices"]["person"]["KNIGHTS"] = ["knight"]


def _voice_twice(plain):
    plain["voices"]["body"]["JUD"] = ["court", "army"]


def _no_sectors(plain):
    plain["voices"]["body"] = ["army"]


def _two_classes(plain):
    plain["verbs"]["deny"] = ["deny", "say"]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (_add_part, "adverbs"), (_add_class, "whisper"), (_drop_class, "document"), (_break_part, "table"),
        (_empty_class, "at least one"), (_upper_word, "'Deny'"), (_number, "7"), (_word_twice, "twice"),
        (_two_classes, "two classes"), (_unknown_sector, "KNIGHTS"),
        (_voice_twice, "'army'"), (_no_sectors, "by sector"),
    ],
)  # fmt: skip
def test_speech_refuses_a_broken_file(plain, change, words):
    change(plain)
    with pytest.raises(LexiconError, match=words):
        make_speech(plain)


@pytest.mark.parametrize(
    ("noun", "sector"),
    [("delegate", "GOV"), ("colonel", "MIL"), ("radio", "JRN"), ("embassy", "GOV"), ("treaty", None), ("report", None)],
)
def test_speech_knows_the_sector_of_those_who_speak(noun, sector):
    assert load_speech().sector_of(noun) == sector
