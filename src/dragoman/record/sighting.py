"""Sightings: what the text of an article itself teaches of a name, for the articles that come after it.

In: a Record. Out: its Sightings, one for each person whose office and state stand beside the name. What was guessed
from the dateline, linked from another sentence, taken from the tables or from other sightings is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from .record import Record
from .span import Span

# The rule of a Person whose evidence gives office and state beside the name, and of one known by other articles only.
NAMED_OFFICE = "named-office"
SIGHTING = "sighting"
# A name means today whom it meant so many days before or after; offices and their holders change.
NEAR_DAYS = 730


@dataclass(frozen=True, slots=True)
class Sighting:
    """A name seen with an office of a state. `person` is the id of the Person in the article `article_id`; `day` the
    day of publication, None where it is not known; `evidence` the words that say all of it."""

    article_id: str
    person: str
    name: str
    office: str
    country: str
    sectors: tuple[str, ...]
    day: str | None
    evidence: Span


@dataclass(frozen=True, slots=True)
class Seen:
    """What all sightings of one name in one office of one state show: the sectors last seen, the first and last day."""

    country: str
    office: str
    sectors: tuple[str, ...]
    first: str
    last: str
    count: int


class Sightings(Protocol):
    """Who can be asked what other articles have shown of a name."""

    def named(self, name: str, *, since: str, until: str) -> Sequence[Seen]:
        """What was seen of the whole name on the days from `since` to `until`, both included."""
        ...


def take_sightings(record: Record) -> tuple[Sighting, ...]:
    """The sightings of an article, in the order of its persons."""
    return tuple(
        Sighting(
            record.article.id,
            person.id,
            person.name,
            person.role,
            person.country,
            person.sectors,
            record.article.published,
            person.evidence,
        )
        for person in record.persons
        if person.rule == NAMED_OFFICE and person.confidence == 1.0 and person.role and person.country
    )
