"""Phrases in sentences: whole words, the longest first, with the case that a name needs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.lexicon.match import PhraseBook, runs_of

from .words import tokens_of

NAMES = (
    "Assad", "Who", "WHO", "US", "U.S.", "United States", "UK", "UNESCO", "OPEC", "ASEAN", "Niger", "Nigeria", "Guinea",
    "Guinea-Bissau", "Papua New Guinea", "New Guinea", "Equatorial Guinea", "Côte d'Ivoire", "Ivory Coast", "Chad",
    "People's Republic of China", "China", "Turkey", "Turkish", "Turkish Cypriot", "Cypriot", "DPM", "FM", "Hamas",
    "Bonaire, Saint Eustatius and Saba", "Washington, D.C.", "Washington", "al-Shabaab", "Iran", "Xi", "G20", "日本",
)  # fmt: skip
# Nouns of offices need no capital.
NOUNS = ("foreign minister", "minister", "president", "vice president")
BOOK: PhraseBook[str] = PhraseBook([*((name, name, True) for name in NAMES), *((noun, noun, False) for noun in NOUNS)])


def found_in(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """(words, entries) of each match."""
    tokens = tokens_of(text)
    return [(text[tokens[match.first].start : tokens[match.last].end], match.entries) for match in BOOK.find(tokens)]


def words_in(text: str) -> list[str]:
    return [words for words, _ in found_in(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iran and China met", ["Iran", "China"]),
        ("Iran", ["Iran"]),
        ("Chad Turkey", ["Chad", "Turkey"]),
        ("the Guinea-Bissau envoy", ["Guinea-Bissau"]),
        ("the Guinea Bissau envoy", ["Guinea Bissau"]),
        ("China-Iran talks", ["China", "Iran"]),
        ("pro-China Iran-backed", ["China", "Iran"]),
        ("Côte d'Ivoire and Côte d’Ivoire", ["Côte d'Ivoire", "Côte d’Ivoire"]),
        ("al-Shabaab and Al-Shabaab", ["al-Shabaab", "Al-Shabaab"]),
        ("the G20 of Xi", ["G20", "Xi"]),
        ("日本 and China", ["日本", "China"]),
    ],
)
def test_names_are_found_by_whole_words(text: str, expected: list[str]) -> None:
    assert words_in(text) == expected


@pytest.mark.parametrize(
    "text",
    ["ambassador", "Ambassadors", "Chinatown", "Iranica", "Nigerien", "Xian", "whom", "Hamasaki", "Turkeys", "G200",
     "Chadian", "Bissau", "Coast", "Republic of", "", "...", "—", "' 's", "( ) ,"],
)  # fmt: skip
def test_a_name_is_not_found_inside_another_word_or_in_part(text: str) -> None:
    assert words_in(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Papua New Guinea", ["Papua New Guinea"]),
        ("in New Guinea", ["New Guinea"]),
        ("Equatorial Guinea and Guinea", ["Equatorial Guinea", "Guinea"]),
        ("Guinea Guinea-Bissau Guinea", ["Guinea", "Guinea-Bissau", "Guinea"]),
        ("the People's Republic of China", ["People's Republic of China"]),
        ("the People’s Republic of Iran", ["Iran"]),
        ("Turkish Cypriot leaders", ["Turkish Cypriot"]),
        ("Vice President of China", ["Vice President", "China"]),
        ("the foreign minister", ["foreign minister"]),
        ("the Foreign Minister", ["Foreign Minister"]),
        ("the FOREIGN MINISTER", ["FOREIGN MINISTER"]),
    ],
)
def test_the_longest_phrase_wins(text: str, expected: list[str]) -> None:
    assert words_in(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("US forces", [("US", ("US",))]),
        ("U.S. forces", [("U.S.", ("U.S.",))]),
        ("told us forces", []),
        ("Us forces", []),
        ("u.s. forces", []),
        ("the WHO said", [("WHO", ("Who", "WHO"))]),
        ("who said", []),
        ("Who said", [("Who", ("Who",))]),
        ("UNESCO", [("UNESCO", ("UNESCO",))]),
        ("Unesco", []),
        ("uk", []),
        ("opec", []),
    ],
)
def test_an_acronym_stands_as_the_lexicon_writes_it(text: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert found_in(text) == expected


@pytest.mark.parametrize("text", ["turkey", "chad", "china", "guinea pigs", "niger", "ivory coast", "united States"])
def test_a_name_in_small_letters_is_no_name(text: str) -> None:
    assert words_in(text) == []


@pytest.mark.parametrize("text", ["CHINA", "TURKEY", "GUINEA-BISSAU", "IVORY COAST", "UNITED STATES"])
def test_a_shouted_name_is_still_one(text: str) -> None:
    assert words_in(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("China's envoy", ["China"]),
        ("China’s envoy", ["China"]),
        ("Guinea-Bissau's envoy", ["Guinea-Bissau"]),
        ("U.S.'s envoy", ["U.S."]),
        ("Turkey's president", ["Turkey", "president"]),
        ("Turkish 's Cypriot", ["Turkish Cypriot"]),
    ],
)
def test_a_possessive_ending_is_no_part_of_a_name(text: str, expected: list[str]) -> None:
    found = [words.replace(" 's", "") for words in words_in(text)]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Turkish, Cypriot and Iran envoys", ["Turkish", "Cypriot", "Iran"]),
        ("Turkish; Cypriot", ["Turkish", "Cypriot"]),
        ("Turkish: Cypriot", ["Turkish", "Cypriot"]),
        ("Turkish (Cypriot)", ["Turkish", "Cypriot"]),
        ("Turkish — Cypriot", ["Turkish", "Cypriot"]),
        ("Papua, New Guinea", ["New Guinea"]),
        ("Guinea, Bissau", ["Guinea"]),
        ("the minister, president", ["minister", "president"]),
        ("Bonaire, Saint Eustatius and Saba", ["Bonaire, Saint Eustatius and Saba"]),
        ("in Washington, D.C., on", ["Washington, D.C."]),
    ],
)
def test_a_comma_or_bracket_parts_two_names_unless_the_phrase_has_it(text: str, expected: list[str]) -> None:
    assert words_in(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("DPM/FM spoke", [("DPM/FM", ("DPM",))]),
        ("Iran/China", [("Iran/China", ("Iran",))]),
        ("U.S./U.K. envoys", [("U.S./U.K.", ("U.S.",))]),
        ("Iranian/Chinese", []),
        ("and/Iran", []),
        ("us/UK", []),
    ],
)
def test_a_side_of_a_stroke_is_a_word_and_the_first_side_stands(
    text: str, expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert found_in(text) == expected


@pytest.mark.parametrize("text", ["Iran.Now", "New Guinea.Now", "Now.Iran", "Chad2 Chad_"])
def test_a_match_never_begins_or_ends_inside_a_token(text: str) -> None:
    assert words_in(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("China", ("China",)),
        ("the China", ()),
        ("China's", ("China",)),
        ("guinea-bissau", ()),
        ("Guinea Bissau", ("Guinea-Bissau",)),
        ("US", ("US",)),
        ("us", ()),
        ("Foreign minister", ("foreign minister",)),
        ("", ()),
        ("’s", ()),
        ("Chinas", ()),
    ],
)
def test_look_up_takes_the_whole_text(text: str, expected: tuple[str, ...]) -> None:
    assert BOOK.look_up(text) == expected


def test_two_entries_of_one_phrase_are_both_given() -> None:
    book = PhraseBook([("Georgia", "GEO", True), ("Georgia", "US-GA", True), ("GEORGIA", 1, True)])
    assert book.look_up("Georgia") == ("GEO", "US-GA", 1)


@pytest.mark.parametrize("phrase", ["", " ", "...", "'s"])
def test_a_phrase_without_words_matches_nothing(phrase: str) -> None:
    book = PhraseBook([(phrase, "nothing", True)])
    assert book.find(tokens_of("a , b ... 's c")) == []
    assert book.look_up(phrase) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Guinea-Bissau", ("guinea", "bissau")),
        ("U.S.", ("u", "s")),
        ("People's", ("people",)),
        ("People’s", ("people",)),
        ("Sana'a", ("sana", "a")),
        ("STRAẞE", ("strasse",)),
        ("?!", ()),
    ],
)
def test_text_breaks_into_runs_of_letters_and_digits(text: str, expected: tuple[str, ...]) -> None:
    assert runs_of(text) == expected


WORDS = "'s Guinea Bissau New Papua US us China Turkish Cypriot ambassador é"
PIECES = st.sampled_from([*" ,-/.'()", *WORDS.split()])


@given(st.lists(PIECES, max_size=14).map(" ".join))
def test_matches_stand_in_order_within_the_sentence_and_never_overlap(text: str) -> None:
    tokens = tokens_of(text)
    at = -1
    for match in BOOK.find(tokens):
        assert at < match.first <= match.last < len(tokens)
        assert match.entries
        at = match.last


def test_a_long_sentence_of_beginnings_holds_no_match() -> None:
    assert BOOK.find(tokens_of("Papua New Papua New " * 10_000)) == []
