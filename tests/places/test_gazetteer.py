"""What the gazetteer holds and what it leaves out."""

from __future__ import annotations

import pytest

from dragoman.places.gazetteer import load_gazetteer


@pytest.mark.parametrize(
    ("key", "country", "kind"),
    [
        ("islamabad", "PAK", "seat"),
        ("kiev", "UKR", "seat"),
        ("hodeidah", "YEM", "city"),
        ("u s", "USA", "state"),
        ("strait of hormuz", None, "strait"),
        ("st petersburg", "RUS", "city"),
        ("sindh", "PAK", "division"),
    ],
)
def test_gazetteer_holds(key: str, country: str | None, kind: str) -> None:
    gazetteer = load_gazetteer()
    places = gazetteer.names.get(key, ()) + gazetteer.aliases.get(key, ())
    assert (country, kind) in {(place.country, place.kind) for place in places}


@pytest.mark.parametrize("key", ["of", "march", "polish", "kim", "khan", "the", "", "monday"])
def test_gazetteer_leaves_out(key: str) -> None:
    gazetteer = load_gazetteer()
    assert not [place for place in gazetteer.names.get(key, ()) if place.kind in ("city", "division")]


def test_division_named_like_a_foreign_state_is_left_out() -> None:
    places = load_gazetteer().names["niger"]
    assert {place.country for place in places if place.kind in ("state", "division")} == {"NER"}


def test_longest_counts_words() -> None:
    assert load_gazetteer().longest["strait"] >= 3


def test_acronyms_have_one_spelling() -> None:
    assert load_gazetteer().acronyms["us"] == "US"
    assert "al hol" not in load_gazetteer().acronyms
