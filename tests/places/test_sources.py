"""Rows become places, or are refused."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.errors import LexiconError
from dragoman.places.place import CITY, DIVISION, SEAT
from dragoman.places.sources import check_place, demonym_keys, read_cities, read_divisions, read_own

COUNTRIES = {
    "XA": {"iso3": "XAA", "capital": "Great Alpha"},
    "XB": {"iso3": "XBB", "capital": "Oldname"},
    "XC": {"iso3": "XCC", "capital": ""},
}


def _city(number: int, name: str, state: str, population: int, *others: str) -> dict[str, Any]:
    return {
        "geonameid": number, "name": name, "countrycode": state, "population": population, "latitude": 1.0,
        "longitude": 2.0, "admin1code": "01", "alternatenames": list(others),
    }  # fmt: skip


CITIES = {
    str(city["geonameid"]): city
    for city in (
        _city(1, "Great Älpha", "XA", 100_000, "Alphaville", "ALP", "alfa", "Альфа"),
        _city(2, "Great Alpha", "XA", 9_000),
        _city(3, "Newname", "XB", 70_000, "Oldname"),
        _city(4, "Middling", "XC", 20_000, "Midtown"),
        _city(5, "Nowhere", "ZZ", 20_000),
        _city(6, "Quarter", "XC", 900_000),
    )
}


@pytest.mark.parametrize(
    "row",
    [
        {"name": "A", "kind": "planet"},
        {"name": "A", "kind": "sea", "lat": 1.0},
        {"name": "A", "kind": "sea", "lat": 91.0, "lon": 0.0},
        {"name": "A", "kind": "sea", "country": "xx"},
        {"name": "A", "kind": "sea", "country": "PAKISTAN"},
    ],
)
def test_row_with_a_wrong_value_is_refused(row: dict[str, Any]) -> None:
    with pytest.raises(LexiconError, match="allowed"):
        check_place(row, {})


def test_row_becomes_a_place() -> None:
    place = check_place({"name": "A", "kind": "sea", "lat": 1.5, "lon": 2.5}, {})
    assert (place.name, place.lat, place.country, place.own) == ("A", 1.5, None, True)


def test_own_rows_come_under_all_their_names() -> None:
    names = {text: place.name for text, place in read_own({})}
    assert names["Hormuz Strait"] == "Strait of Hormuz"


def test_capital_is_a_seat_under_its_usual_name() -> None:
    seats = {place.geonameid: place.name for _, place, _ in read_cities(CITIES, COUNTRIES, frozenset())
             if place.kind == SEAT}  # fmt: skip
    assert seats == {1: "Great Alpha", 3: "Newname"}


def test_alternate_names_of_large_cities_are_read_where_they_are_names() -> None:
    aliases = [text for text, _, alias in read_cities(CITIES, COUNTRIES, frozenset()) if alias]
    assert aliases == ["Alphaville", "Oldname"]


def test_unused_and_stateless_cities_are_left_out() -> None:
    names = {text for text, _, _ in read_cities(CITIES, COUNTRIES, frozenset((6,)))}
    assert "Middling" in names and not names & {"Quarter", "Nowhere"}


def test_city_keeps_its_division_only_where_that_is_known() -> None:
    usa = {"US": {"iso3": "USA", "capital": "Washington"}}
    city = _city(7, "Town", "US", 6_000) | {"admin1code": "TX"}
    ((_, place, _),) = read_cities({"7": city}, usa, frozenset())
    assert (place.kind, place.division) == (CITY, "US-TX")
    ((_, place, _),) = read_cities({"4": CITIES["4"]}, COUNTRIES, frozenset())
    assert place.division is None


def test_divisions_have_names_of_their_own() -> None:
    names = dict(read_divisions({}))
    assert names["Sindh"].country == "PAK"
    assert names["Sindh"].kind == DIVISION
    assert not {"Central", "Northern", "East"} & set(names)


def test_adjectives_are_no_places_unless_a_state_bears_the_name() -> None:
    keys = demonym_keys()
    assert "polish" in keys
    assert "poland" not in keys
