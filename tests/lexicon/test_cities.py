"""Cities of datelines: the state of the largest city of a name."""

from __future__ import annotations

import pytest

from dragoman.lexicon.cities import load_city_states
from dragoman.lexicon.states import load_states


@pytest.mark.parametrize(
    ("city", "code"),
    [
        ("karachi", "PAK"),
        ("lahore", "PAK"),
        ("geneva", "CHE"),
        ("munich", "DEU"),
        ("paris", "FRA"),
        ("birmingham", "GBR"),
        ("barcelona", "ESP"),
        ("valencia", "VEN"),
        ("odesa", "UKR"),
        ("shanghai", "CHN"),
        ("são paulo", "BRA"),
        ("pristina", "XKX"),
        ("taipei", "TWN"),
        ("hyderabad", "IND"),
        ("santiago", "CHL"),
    ],
)
def test_a_city_lies_in_the_state_of_the_largest_one_so_named(city: str, code: str) -> None:
    assert load_city_states()[city] == code


@pytest.mark.parametrize("word", ["", "Karachi", "el dorado city", "foreign minister", "the", "tuesday"])
def test_what_is_no_city_in_small_letters_is_not_there(word: str) -> None:
    assert word not in load_city_states()


def test_every_city_lies_in_a_known_state() -> None:
    assert set(load_city_states().values()) <= set(load_states().short_names)


def test_every_name_of_a_city_is_in_small_letters_without_white_space_at_its_edges() -> None:
    assert [name for name in load_city_states() if name != name.casefold().strip()] == []
