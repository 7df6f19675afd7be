"""Official: who held or was seen in an office of a state, with what shows it and what speaks against it.

Also what tells offices and persons of the tables and of the texts to be one. Imports nothing of the store.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from ..actors.tenures import SLACK, is_whole_variant, near, role_means
from ..errors import LexiconError
from ..lexicon.load import check_keys, load_table
from ..lexicon.officials import Holder, Officials, Tenure, load_offices
from ..record import Sighting
from ..record.names import fold_name

SINGLE_FILE = "officials/single.toml"
# Codes that stand for many bodies: each has offices of its own, so no two persons there contradict each other.
BODIES = frozenset({"UNO", "EUR", "IGO", "NGO", "MNC"})


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Why a sighting cannot be true beside something else. `kind` is outside-tenure, other-holder, other-person or
    other-state; `text` says it in a sentence; `evidence` are the sightings on the other side, none for the tables."""

    kind: str
    text: str
    evidence: tuple[Sighting, ...] = ()


@dataclass(eq=False)
class Official:
    """A person in an office of a state: `tenure` by the tables, None where only texts show it; `sightings` by day,
    those without a day last. `office` is an office of the tables, else the title as the texts give it."""

    name: str
    office: str
    country: str
    sectors: tuple[str, ...]
    holder: Holder | None = None
    tenure: Tenure | None = None
    sightings: list[Sighting] = field(default_factory=list)
    contradictions: list[Contradiction] = field(default_factory=list)

    @property
    def days(self) -> list[str]:
        """The days of the sightings, in order."""
        return [sighting.day for sighting in self.sightings if sighting.day]

    @property
    def since(self) -> str:
        """The first day that is known, for the order of a list."""
        return self.tenure.first if self.tenure else min(self.days, default="9999")

    def contradict(self, contradiction: Contradiction) -> None:
        """Keep a contradiction, once."""
        if contradiction not in self.contradictions:
            self.contradictions.append(contradiction)


@lru_cache(maxsize=1)
def load_single() -> dict[str, str]:
    """The offices that one person holds at a time, by their titles in lower case. Raises LexiconError on a row that is
    not allowed."""
    offices, found = load_offices(), {}
    for office, row in load_table(SINGLE_FILE).items():
        check_keys(f"{SINGLE_FILE} [{office}]", row, frozenset({"titles"}), frozenset({"titles"}))
        if office not in offices:
            raise LexiconError(f"{SINGLE_FILE}: the office {office!r} is unknown. Allowed: {sorted(offices)}.")
        found.update({title.casefold(): office for title in row["titles"]})
    return found


def titles_of(told: str) -> Iterator[str]:
    """The title as told, then its parts where it joins several ("Deputy Prime Minister and Foreign Minister")."""
    yield told
    if " and " in told:
        yield from told.split(" and ")


def single_office(told: str) -> str | None:
    """The office of the tables that one person holds, where a title means it."""
    single = load_single()
    return next((single[title.casefold()] for title in titles_of(told) if title.casefold() in single), None)


def means_office(told: str, tenure: Tenure, tables: Officials) -> bool:
    """Whether a title may mean the office of a tenure."""
    words = tables.offices[tenure.office].words
    return any(role_means(title.casefold(), words) for title in titles_of(told))


def tenure_of(sighting: Sighting, holder: Holder, tables: Officials) -> Tenure | None:
    """The tenure that a sighting of the holder belongs to: of an office that the title may mean, held on the day, or
    nearly; the last one where the day is not known."""
    fitting = [tenure for tenure in holder.tenures if means_office(sighting.office, tenure, tables)]
    meant = single_office(sighting.office)
    fitting.sort(key=lambda tenure: (tenure.office != meant, list(tables.offices).index(tenure.office)))
    if sighting.day is None:
        return max(fitting, key=lambda tenure: tenure.first, default=None)
    for slack in (0, SLACK):
        for tenure in fitting:
            if near(tenure, sighting.day, slack):
                return tenure
    return None


def is_same_person(one: Official, other: Official) -> bool:
    """Whether two officials may be one person: the same of the tables, the same name in another spelling, or a name
    that is the end or the beginning of the other."""
    if one.holder is not None and other.holder is not None:
        return one.holder is other.holder
    first, second = fold_name(one.name).split(), fold_name(other.name).split()
    short, long = sorted((first, second), key=len)
    return long[-len(short) :] == short or long[: len(short)] == short or is_whole_variant(one.name, other.name)
