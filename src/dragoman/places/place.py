"""Place: a row of the gazetteer, what a name may mean.

Built from the libraries and from `data/en/places.toml`; never changed afterwards.
"""

from __future__ import annotations

from typing import NamedTuple

STATE, SEAT, CITY, DIVISION = "state", "seat", "city", "division"
OWN_KINDS = frozenset(
    (
        "strait", "canal", "sea", "gulf", "bay", "ocean", "river", "lake", "dam", "island", "peninsula", "mountain",
        "desert", "valley", "region", "division", "area", "disputed", "line", "crossing", "camp", "port", "airport",
        "base", "site", "town", "continent",
    )
)  # fmt: skip


class Place(NamedTuple):
    """A place with its usual name. `kind` is state, seat (of government), city, division or one of OWN_KINDS;
    `division` the ISO 3166-2 code of a division, or of the one that a city lies in where that is known; `own` is
    true for the rows of `places.toml`. A NamedTuple, as there are 170,000 of them."""

    name: str
    kind: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None
    population: int = 0
    division: str | None = None
    own: bool = False
