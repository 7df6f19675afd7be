"""Sightings: what the stored articles teach of names.

In: an open Database, a name or a state. Out: values of the record. An article is taught only by those that were stored
before it, so that coding the same articles again gives the same records.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, Select, select

from ..record import Seen, Sighting, Span
from ..record.names import fold_name
from . import tables
from .database import Database
from .rows import explain_damage


@dataclass(frozen=True, slots=True)
class SeenBefore:
    """The sightings that were stored before one article, by its id; all where the article is not stored."""

    database: Database
    article_id: str

    def named(self, name: str, *, since: str, until: str) -> Sequence[Seen]:
        """What was seen of the whole name on the days from `since` to `until`, one Seen for each office and state."""
        seen, articles = tables.sightings, tables.articles
        statement = (
            select(seen.c.country, seen.c.office, seen.c.sectors, seen.c.day)
            .join_from(seen, articles, articles.c.id == seen.c.article_id)
            .where(seen.c.name_key == fold_name(name), seen.c.day >= since, seen.c.day <= until)
            .order_by(seen.c.day, seen.c.article_id, seen.c.finding_id)
        )
        own = select(articles.c.number).where(articles.c.id == self.article_id)
        with self.database.reading() as connection:
            number = connection.scalar(own)
            if number is not None:
                statement = statement.where(articles.c.number < number)
            rows = list(connection.execute(statement))
        return group_seen(rows)


def group_seen(rows: Sequence[Any]) -> tuple[Seen, ...]:
    """One Seen for each office and state of rows that come in the order of their days."""
    groups: dict[tuple[str, str], list[Any]] = {}
    for row in rows:
        groups.setdefault((row.country, row.office), []).append(row)
    return tuple(
        Seen(country, office, tuple(group[-1].sectors), group[0].day, group[-1].day, len(group))
        for (country, office), group in groups.items()
    )


def find_sightings(database: Database, country: str) -> list[Sighting]:
    """The sightings of a state, and those of the same names in other states, by day, article and person."""
    with database.reading() as connection:
        rows = list(connection.execute(select_sightings(country)))
    return [make_sighting(row) for row in rows]


def select_sightings(country: str) -> Select[Any]:
    """The rows of the names that were seen with a state."""
    seen = tables.sightings
    names = select(seen.c.name_key).where(seen.c.country == country)
    order = (seen.c.day.is_(None), seen.c.day, seen.c.article_id, seen.c.finding_id)
    return select(seen).where(seen.c.name_key.in_(names)).order_by(*order)


def make_sighting(row: Row[Any]) -> Sighting:
    """The sighting that a row holds."""
    with explain_damage(row.article_id):
        return Sighting(
            row.article_id,
            row.finding_id,
            row.name,
            row.office,
            row.country,
            tuple(row.sectors),
            row.day,
            Span(row.evidence_start, row.evidence_end, row.evidence_text),
        )
