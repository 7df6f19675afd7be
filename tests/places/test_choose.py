"""Which candidate is meant, with candidates made by hand."""

from __future__ import annotations

import pytest

from dragoman.places.choose import Choice, choose
from dragoman.places.context import Context
from dragoman.places.place import CITY, DIVISION, SEAT, STATE, Place
from dragoman.places.qualifier import Qualifier
from dragoman.places.spot import Candidate, Spot, weight_of

NOTHING = frozenset[str]()


def _context(*countries: str, divisions: frozenset[str] = NOTHING) -> Context:
    return Context(frozenset(countries), divisions, NOTHING, NOTHING)


def _spot(*places: Place, label: str = "GPE") -> Spot:
    candidates = sorted((Candidate(place, weight_of(place)) for place in places), key=lambda found: -found.weight)
    return Spot(0, 4, "name", 0, 0, tuple(candidates), (0, 0), label)


def _city(country: str, population: int, division: str | None = None, kind: str = CITY) -> Place:
    return Place("Name", kind, country, 1.0, 2.0, population, population, division)


def _chosen(choice: Choice | None) -> str | None:
    return None if choice is None else choice.place.country


@pytest.mark.parametrize(
    ("places", "countries", "expected"),
    [
        # A known city is meant by its bare name ...
        ([_city("AAA", 2_000_000), _city("BBB", 100_000)], (), "AAA"),
        # ... unless a state in play has a namesake of a tenth of its size, and its own state is not in play.
        ([_city("AAA", 2_000_000), _city("BBB", 300_000)], ("BBB",), "BBB"),
        ([_city("AAA", 2_000_000), _city("BBB", 300_000)], ("AAA", "BBB"), "AAA"),
        ([_city("AAA", 2_000_000), _city("BBB", 100_000)], ("BBB",), "AAA"),
        # Two of about the same size: unknown.
        ([_city("AAA", 700_000), _city("BBB", 600_000)], (), None),
        ([_city("AAA", 140_000), _city("BBB", 120_000)], (), None),
        ([_city("AAA", 140_000), _city("BBB", 120_000)], ("BBB",), "BBB"),
        # A small town needs a state in play.
        ([_city("AAA", 9_000)], (), None),
        ([_city("AAA", 9_000)], ("AAA",), "AAA"),
        # A capital is known beyond its size.
        ([_city("AAA", 30_000, kind=SEAT), _city("BBB", 20_000)], (), "AAA"),
        ([Place("Name", STATE, "AAA"), _city("BBB", 20_000)], ("BBB",), "AAA"),
    ],
)
def test_bare_name(places: list[Place], countries: tuple[str, ...], expected: str | None) -> None:
    assert _chosen(choose(_spot(*places), None, _context(*countries), located=True)) == expected


def test_named_division_supports_a_smaller_namesake() -> None:
    spot = _spot(_city("AAA", 5_000_000), _city("USA", 150_000, "US-VA"))
    context = _context("USA", divisions=frozenset(("US-VA",)))
    assert _chosen(choose(spot, None, context, located=True)) == "USA"


def test_american_town_needs_a_word_of_place_or_its_division() -> None:
    spot = _spot(_city("USA", 40_000, "US-FL"))
    assert choose(spot, None, _context("USA"), located=False) is None
    assert _chosen(choose(spot, None, _context("USA"), located=True)) == "USA"
    near = _context("USA", divisions=frozenset(("US-FL",)))
    assert _chosen(choose(spot, None, near, located=False)) == "USA"


def test_town_of_a_neighbour_of_a_state_in_play_needs_a_word_of_place_or_a_label() -> None:
    context = Context(frozenset(("AAA",)), NOTHING, NOTHING, NOTHING, frozenset(("BBB",)))
    spot = _spot(_city("BBB", 9_000), label="")
    assert _chosen(choose(spot, None, context, located=False, approached=True)) == "BBB"
    assert choose(spot, None, context, located=False) is None
    assert choose(_spot(_city("CCC", 9_000), label=""), None, context, located=True) is None


def test_town_without_label_or_word_of_place_is_unknown() -> None:
    spot = _spot(_city("AAA", 90_000), label="")
    assert choose(spot, None, _context(), located=False) is None


@pytest.mark.parametrize(
    ("qualifier", "expected"),
    [
        (Qualifier(frozenset(("BBB",))), "BBB"),
        (Qualifier(frozenset(("USA",)), frozenset(("US-OH",))), "USA"),
        # A qualifier that fits no candidate says nothing.
        (Qualifier(frozenset(("CCC",))), "AAA"),
    ],
)
def test_qualifier_goes_before_all(qualifier: Qualifier, expected: str) -> None:
    spot = _spot(_city("AAA", 8_000_000), _city("BBB", 6_000), _city("USA", 30_000, "US-OH"))
    assert _chosen(choose(spot, qualifier, _context(), located=False)) == expected


def test_state_keeps_its_name_beside_another_state() -> None:
    spot = _spot(Place("Name", STATE, "AAA"), _city("BBB", 6_000))
    choice = choose(spot, Qualifier(frozenset(("CCC",))), _context(), located=False)
    assert choice is not None and choice.place.kind == STATE


def test_division_named_like_a_state_needs_its_towns() -> None:
    spot = _spot(Place("Name", STATE, "AAA"), Place("Name", DIVISION, "USA", division="US-GA"))
    near = _context("USA", divisions=frozenset(("US-GA",)))
    assert _chosen(choose(spot, None, _context("USA"), located=False)) == "AAA"
    assert _chosen(choose(spot, None, near, located=False)) == "USA"
