"""Keys of names, words of texts, and the case that a name needs."""

from __future__ import annotations

import pytest

from dragoman.places.names import fits_case, fold, joins, key_of, split_words

CONNECTIVES, GENERIC = frozenset(("of", "the", "al")), frozenset(("strait", "gulf", "crossing"))


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Kandahār", "kandahar"),
        ("Sana'a", "sanaa"),
        ("Sana’a", "sanaa"),
        ("Port-au-Prince", "port au prince"),
        ("U.S.", "u s"),
        ("Łódź", "lodz"),
        ("Tromsø", "tromso"),
        ("Strait of Hormuz", "strait of hormuz"),
        ("", ""),
        ("...", ""),
    ],
)
def test_key_leaves_out_case_accents_and_marks(name: str, key: str) -> None:
    assert key_of(name) == key


def test_key_keeps_different_names_apart() -> None:
    assert key_of("Niger") != key_of("Nigeria")


def test_fold_keeps_digits() -> None:
    assert fold("38th") == "38th"


def test_words_know_their_possessive_ending() -> None:
    (word,) = split_words("Iran's", 0, 6)
    assert (word.key, word.bare, word.bare_end) == ("irans", "iran", 4)


def test_words_have_offsets_of_the_whole_text() -> None:
    words = split_words("In Kabul, today", 3, 15)
    assert [(word.text, word.start) for word in words] == [("Kabul", 3), ("today", 10)]


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("New York", True),
        ("New\nYork", True),
        ("Guinea-Bissau", True),
        ("St. Lucia", True),
        ("U.S", True),
        ("Paris, Texas", False),
        ("Rome. Texas", False),
        ("New\n\nYork", False),
        ("Moscow - Kyiv", False),
    ],
)
def test_only_blanks_hyphens_and_short_forms_join_words(text: str, joined: bool) -> None:
    left, right = split_words(text, 0, len(text))
    assert joins(text, left, right) is joined


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("Strait of Hormuz", True),
        ("strait of Hormuz", True),
        ("Hormuz strait", True),
        ("strait of hormuz", False),
        ("The Gulf", True),
        ("the gulf", False),
        ("Kabul", True),
        ("kabul", False),
        ("Mar al Plata", True),
        ("d'Ivoire", True),
        ("of the", False),
    ],
)
def test_name_needs_its_capitals(text: str, fits: bool) -> None:
    assert fits_case(split_words(text, 0, len(text)), CONNECTIVES, GENERIC) is fits
