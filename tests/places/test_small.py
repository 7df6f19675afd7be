"""Lines that name small towns, where something proves them, and lines that only seem to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.places.place import CITY, Place
from dragoman.places.small import the_one
from dragoman.places.towns import ALIAS, MAIN, Town

PROVEN = [
    ("Norway opened a port in Kirkenes.", "Norway/NOR; Kirkenes/NOR"),
    ("Armenia reported shooting near Jermuk, a spa town.", "Armenia/ARM; Jermuk/ARM"),
    ("The patriarch was born in Maaloula, a village north of Damascus.", "Ma‘lūlā/SYR; Damascus/SYR"),
    ("The Croatian navy searched the island of Vis.", "Vis/HRV"),
    ("Ireland's navy left Castletownbere, in Ireland.", "Ireland/IRL; Castletownbere/IRL; Ireland/IRL"),
    ("Agents stopped a van in Derby Line, Vermont.", "Derby Line/USA; Vermont/USA"),
    ("Guards met at Röszke in Hungary.", "Röszke/HUN; Hungary/HUN"),
    ("Iceland moved people from Grindavík to Reykjavik.", "Iceland/ISL; Grindavík/ISL; Reykjavik/ISL"),
]

NOTHING = [
    # No state in play, or not the town's.
    ("They met in Kirkenes.", ""),
    ("Chile opened an office in Kirkenes.", "Chile/CHL"),
    # No word of place.
    ("Norway thanked Kirkenes.", "Norway/NOR"),
    # Persons, bodies, common words.
    ("Norway's minister spoke to Hans Kirkenes.", "Norway/NOR"),
    ("The Croatian Vis Group failed.", ""),
    ("In Germany a letter went to Merkel.", "Germany/DEU"),
    ("France voted in April, not in March.", "France/FRA"),
    ("Britain put it to Parliament in Reform week.", "United Kingdom/GBR"),
    # North America has a town for nearly every word.
    ("The United States sent it to Derby Line.", "United States/USA"),
]


@pytest.mark.parametrize(("text", "expected"), PROVEN)
def test_small_town_is_found_where_it_is_proven(text: str, expected: str, places_in: Callable[[str], str]) -> None:
    assert places_in(text) == expected


@pytest.mark.parametrize(("text", "expected"), NOTHING)
def test_small_town_is_refused_without_proof(text: str, expected: str, places_in: Callable[[str], str]) -> None:
    assert places_in(text) == expected


def _town(number: int, country: str, population: int, kind: int = MAIN) -> Town:
    return Town(Place("Name", CITY, country, 1.0, 2.0, number, population), kind)


@pytest.mark.parametrize(
    ("towns", "expected"),
    [
        ([_town(1, "XAA", 900)], 1),
        # A name of its own goes before an alternate one.
        ([_town(1, "XAA", 900, ALIAS), _town(2, "XAA", 800)], 2),
        ([_town(1, "XAA", 900), _town(2, "XAA", 3_000)], 2),
        ([_town(1, "XAA", 900), _town(2, "XAA", 1_000)], None),
        ([_town(1, "XAA", 900), _town(2, "XBB", 4_000)], None),
        ([], None),
    ],
)
def test_only_one_town_may_fit(towns: list[Town], expected: int | None) -> None:
    place = the_one(towns)
    assert (place.geonameid if place else None) == expected
