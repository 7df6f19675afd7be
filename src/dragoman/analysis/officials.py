"""Officials: the office-holders of a state over time, the tables and the sightings of the store merged.

In: a state, the tables, its sightings and those of the same names elsewhere. Out: Officials in the order of their
offices, then of time, each with its contradictions. A sighting that fits a tenure stands with it; others stand alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from ..actors.tenures import is_whole_variant
from ..actors.variants import sound_key
from ..lexicon.officials import Holder, Officials
from ..record import Sighting
from ..record.names import fold_name
from ..record.sighting import NEAR_DAYS
from .contradictions import find_contradictions
from .official import Official, single_office, tenure_of


def list_officials(country: str, tables: Officials, sightings: Iterable[Sighting]) -> list[Official]:
    """The officials of a state. `sightings` may hold those of the same names in other states, to be held against."""
    own: list[Sighting] = []
    elsewhere: list[Sighting] = []
    for sighting in sightings:
        (own if sighting.country == country else elsewhere).append(sighting)
    officials = _Merger(country, tables).merge(own)
    find_contradictions(officials, tables, elsewhere)
    order = list(tables.offices)
    ranks = {office: rank for rank, office in enumerate(order)}
    return sorted(
        officials, key=lambda each: (ranks.get(each.office, len(order)), _unranked(each, ranks), each.since, each.name)
    )


def _unranked(official: Official, ranks: dict[str, int]) -> str:
    return "" if official.office in ranks else official.office.casefold()


def serving_on(officials: Iterable[Official], day: str) -> list[Official]:
    """Those who hold their office on an ISO day by the tables, or are seen in it within two years of it."""
    at = date.fromisoformat(day)
    return [
        each
        for each in officials
        if (each.tenure.covers(day) if each.tenure else any(_is_near(seen, at) for seen in each.days))
    ]


def _is_near(day: str, at: date) -> bool:
    return abs((date.fromisoformat(day) - at).days) <= NEAR_DAYS


class _Merger:
    """Merges the sightings of one state into its tenures, and what is left over into officials of their own."""

    def __init__(self, country: str, tables: Officials) -> None:
        self.country = country
        self.tables = tables
        self.holders = [holder for holder in tables.holders if holder.country == country]
        self.by_sound: dict[str, list[Holder]] = {}
        for holder in self.holders:
            self.by_sound.setdefault(sound_key(holder.words[-1]), []).append(holder)

    def merge(self, sightings: Sequence[Sighting]) -> list[Official]:
        """One official for each tenure, and for each other person and office seen."""
        offices = self.tables.offices
        curated = {
            (holder, tenure): Official(
                holder.name, tenure.office, self.country, offices[tenure.office].sectors, holder, tenure
            )
            for holder in self.holders
            for tenure in holder.tenures
        }
        seen: dict[tuple[Holder | str, str], Official] = {}
        persons = _same_names({sighting.name for sighting in sightings})
        for sighting in sightings:
            holder = self._holder(sighting)
            tenure = tenure_of(sighting, holder, self.tables) if holder is not None else None
            if holder is not None and tenure is not None:
                curated[holder, tenure].sightings.append(sighting)
                continue
            office = single_office(sighting.office) or sighting.office
            key = holder or persons[fold_name(sighting.name)], office.casefold()
            official = seen.get(key)
            if official is None:
                official = seen[key] = Official(sighting.name, office, self.country, sighting.sectors, holder)
            official.sightings.append(sighting)
        for official in seen.values():
            official.name = official.holder.name if official.holder else _usual_name(official.sightings)
            official.sectors = official.sightings[-1].sectors
        return [*curated.values(), *seen.values()]

    def _holder(self, sighting: Sighting) -> Holder | None:
        """The one person of the tables whom a sighting may mean; a surname alone means one who holds the office."""
        name = sighting.name
        if " " not in name:
            bearers = self._own((*self.tables.named(name), *self.tables.surnamed(name)))
            bearers = [holder for holder in bearers if tenure_of(sighting, holder, self.tables)]
        else:
            bearers = self._own(self.tables.named(name))
            alike = self.by_sound.get(sound_key(name.split()[-1]), ())
            bearers = bearers or [holder for holder in alike if is_whole_variant(name, holder.name)]
        if len(bearers) > 1:
            bearers = [holder for holder in bearers if tenure_of(sighting, holder, self.tables)]
        return bearers[0] if len(bearers) == 1 else None

    def _own(self, holders: Iterable[Holder]) -> list[Holder]:
        return list(dict.fromkeys(holder for holder in holders if holder.country == self.country))


def _usual_name(sightings: Sequence[Sighting]) -> str:
    """The name in its most frequent spelling, the longest of several."""
    counted = Counter(sighting.name for sighting in sightings)
    return max(counted, key=lambda name: (len(name.split()), counted[name], name))


def _same_names(names: Iterable[str]) -> dict[str, str]:
    """For each folded name the folded name that stands for it: another spelling of it, or the one whole name that a
    surname alone ends."""
    chosen: dict[str, str] = {}
    whole: dict[str, list[str]] = {}
    for name in sorted(names, key=lambda each: (-len(each.split()), each)):
        folded = fold_name(name)
        if folded in chosen:
            continue
        alike = whole.setdefault(sound_key(folded.split()[-1]), [])
        if " " in name:
            same = [chosen[other] for other in alike if is_whole_variant(folded, other)][:1]
        else:
            words = folded.split()
            same = list({chosen[other]: None for other in alike if other.split()[-len(words) :] == words})
        chosen[folded] = same[0] if len(same) == 1 else folded
        alike.append(folded)
    return chosen
