"""Contradictions: which sightings cannot be true beside the tables or beside another sighting.

In: the officials of one state, merged, and the sightings of the same names in other states. Out: the same officials
with their contradictions. Nothing is taken out: who reads the list decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from ..actors.tenures import SLACK, near
from ..lexicon.officials import Holder, Officials, Tenure
from ..record import Sighting
from ..record.names import fold_name
from ..record.sighting import NEAR_DAYS
from .official import BODIES, Contradiction, Official, is_same_person, load_single, means_office, single_office

# So many other persons in one office are told at most; more of them make the sightings doubtful enough.
MOST_PERSONS = 5


def find_contradictions(officials: Sequence[Official], tables: Officials, elsewhere: Iterable[Sighting]) -> None:
    """Give each official what speaks against its sightings."""
    seen = [official for official in officials if official.sightings]
    names: dict[str, list[Sighting]] = {}
    for sighting in elsewhere:
        if sighting.country not in BODIES:
            names.setdefault(fold_name(sighting.name), []).append(sighting)
    curated = [official for official in officials if official.tenure]
    for official in seen:
        if official.tenure is None and official.holder is not None:
            _outside_tenure(official, official.holder, tables)
        if official.country in BODIES:
            continue
        if official.tenure is None:
            _other_holder(official, curated)
            _state_of_tables(official, tables)
        _other_state(official, names)
    if seen and seen[0].country not in BODIES:
        _other_persons(seen)


def _outside_tenure(official: Official, holder: Holder, tables: Officials) -> None:
    """The tables have the person in the office at another time."""
    for sighting in official.sightings:
        meant = single_office(sighting.office)
        fitting = [
            tenure
            for tenure in holder.tenures
            if (tenure.office == meant if meant else means_office(sighting.office, tenure, tables))
        ]
        if fitting and sighting.day:
            held = ", ".join(tell_tenure(tenure) for tenure in fitting)
            text = f"The tables have {holder.name} there at another time: {held}."
            official.contradict(Contradiction("outside-tenure", text))


def _other_holder(official: Official, curated: Sequence[Official]) -> None:
    """The tables have somebody else in the office, and not only about then."""
    for other in curated:
        tenure = other.tenure
        if tenure is None or other.office != official.office or is_same_person(official, other):
            continue
        if any(_lies_within(day, tenure) for day in official.days):
            text = f"The tables have {other.name} there: {tell_tenure(tenure)}."
            official.contradict(Contradiction("other-holder", text))


def _lies_within(day: str, tenure: Tenure) -> bool:
    """Whether a day lies in a tenure and farther from its ends than titles are given too late or too early."""
    at = date.fromisoformat(day)
    return all(tenure.covers((at + timedelta(days)).isoformat()) for days in (-SLACK, 0, SLACK))


def _state_of_tables(official: Official, tables: Officials) -> None:
    """The tables have somebody of the whole name in another state about then."""
    if official.holder is not None or " " not in official.name:
        return
    for holder in tables.named(official.name):
        about = [tenure for tenure in holder.tenures if any(near(tenure, day, NEAR_DAYS) for day in official.days)]
        if holder.country != official.country and holder.country not in BODIES and about:
            text = f"The tables have {holder.name} in {holder.country}: {tell_tenure(about[0])}."
            official.contradict(Contradiction("other-state", text))


def _other_state(official: Official, names: dict[str, list[Sighting]]) -> None:
    """The same whole name is seen in an office of another state about then; each state is told once."""
    told: set[str] = set()
    for mine in official.sightings:
        if mine.day is None or " " not in mine.name:
            continue
        for other in names.get(fold_name(mine.name), ()):
            if other.day is None or other.country in told:
                continue
            if abs((date.fromisoformat(other.day) - date.fromisoformat(mine.day)).days) <= NEAR_DAYS:
                told.add(other.country)
                text = f"{other.name} is also seen as {other.office} of {other.country}, on {other.day}."
                official.contradict(Contradiction("other-state", text, (other,)))


def _other_persons(seen: Sequence[Official]) -> None:
    """Two persons are seen on one day in an office that one person holds; each other person is told once."""
    single = set(load_single().values())
    on: dict[tuple[str, str], dict[Official, Sighting]] = {}
    for official in seen:
        if official.office in single:
            for sighting in official.sightings:
                if sighting.day:
                    on.setdefault((official.office, sighting.day), {}).setdefault(official, sighting)
    told: dict[Official, set[Official]] = {}
    for (_, day), shown in sorted(on.items(), key=lambda each: each[0]):
        for official in shown:
            others = told.setdefault(official, set())
            for other, sighting in shown.items():
                if len(others) >= MOST_PERSONS:
                    break
                if other is official or other in others or is_same_person(official, other):
                    continue
                others.add(other)
                text = f"{sighting.name} is seen in the same office on the same day, {day}."
                official.contradict(Contradiction("other-person", text, (sighting,)))


def tell_tenure(tenure: Tenure) -> str:
    """A tenure in words."""
    office = tenure.office.replace("-", " ")
    return f"{office} from {tenure.first}" + (f" until {tenure.last}" if tenure.last else "")
