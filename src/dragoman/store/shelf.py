"""Shelf: the mentions of a database, read as linking asks for them and kept while it does.

In: a connection. Out: mentions by id, article or block, and how alike two articles' texts are. A shelf shows one state
of the rows: after a change a new one is needed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Select, select

from ..link import Mention, estimate_similarity, join_bands, reach_of
from . import tables
from .rows import explain_damage

# So many keys stand in one query; SQLite allows no more than 999 in old versions.
KEYS = 500
# ISO days begin with so many characters of the year.
YEAR = 4


def take_chunks(keys: Iterable[Any]) -> Iterator[list[Any]]:
    """The keys, so many at a time as one query may hold."""
    rest = iter(keys)
    while chunk := list(islice(rest, KEYS)):
        yield chunk


class Shelf:
    """The mentions read so far, by id, and the signatures of articles."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._mentions: dict[str, Mention] = {}
        self._signatures: dict[str, tuple[int, ...] | None] = {}

    def of_ids(self, ids: Iterable[str]) -> list[Mention]:
        """The mentions with these ids, as far as they are there, in canonical order."""
        wanted = sorted(set(ids))
        missing = [each for each in wanted if each not in self._mentions]
        for some in take_chunks(missing):
            self._read(select_bodies().where(tables.happening_members.c.id.in_(some)))
        found = [self._mentions[each] for each in wanted if each in self._mentions]
        return sorted(found, key=lambda each: each.order)

    def of_article(self, article_id: str) -> list[Mention]:
        """The mentions of an article."""
        return self._read(select_bodies().where(tables.happening_members.c.article_id == article_id))

    def near(self, mentions: Iterable[Mention]) -> Iterator[tuple[Mention, Mention]]:
        """Each mention with every other one of its block whose window overlaps its own."""
        reaches = [(mention, mention.window) for mention in mentions]
        for mention, other in self._meet(reaches, None):
            if other.id != mention.id:
                yield mention, other

    def counterparts(self, mentions: Iterable[Mention], realis: str) -> Iterator[tuple[Mention, Mention]]:
        """Each mention with every one of its block and of the other `realis` that may be its plan or its deed."""
        return self._meet([(mention, reach_of(mention)) for mention in mentions], realis)

    def _meet(
        self, reaches: Iterable[tuple[Mention, tuple[str, str] | None]], realis: str | None
    ) -> Iterator[tuple[Mention, Mention]]:
        """Each mention with those of its block whose windows overlap its reach. Reaches that begin in one year are
        asked for together: news reaches about as far as other news, background elsewhere."""
        years: defaultdict[str, list[tuple[Mention, tuple[str, str]]]] = defaultdict(list)
        for mention, reach in reaches:
            if reach is not None:
                years[reach[0][:YEAR]].append((mention, reach))
        members = tables.happening_members
        for many in years.values():
            first, last = min(reach[0] for _, reach in many), max(reach[1] for _, reach in many)
            statement = select_bodies().where(members.c.last_day >= first, members.c.first_day <= last)
            if realis is not None:
                statement = statement.where(members.c.realis == realis)
            blocks: defaultdict[str, list[Mention]] = defaultdict(list)
            for some in take_chunks(sorted({mention.block for mention, _ in many})):
                for other in self._read(statement.where(members.c.block.in_(some))):
                    blocks[other.block].append(other)
            for mention, reach in many:
                for other in blocks[mention.block]:
                    if _overlap(reach, other.window):
                        yield mention, other

    def similarity(self, one: str, other: str) -> float:
        """How alike the texts of two articles are, 0 where one is too short to tell."""
        ours, theirs = self._signature(one), self._signature(other)
        return 0.0 if ours is None or theirs is None else estimate_similarity(ours, theirs)

    def _signature(self, article_id: str) -> tuple[int, ...] | None:
        if article_id not in self._signatures:
            self._signatures[article_id] = read_signature(self._connection, article_id)
        return self._signatures[article_id]

    def _read(self, statement: Select[Any]) -> list[Mention]:
        found = []
        for row in self._connection.execute(statement):
            if row.id not in self._mentions:
                with explain_damage(row.article_id):
                    self._mentions[row.id] = Mention.from_dict(row.body)
            found.append(self._mentions[row.id])
        return sorted(found, key=lambda each: each.order)


def select_bodies() -> Select[Any]:
    """What a mention is read from."""
    members = tables.happening_members
    return select(members.c.id, members.c.article_id, members.c.body)


def read_signature(connection: Connection, article_id: str) -> tuple[int, ...] | None:
    """The signature of an article's text, None where it has none."""
    bands = tables.near_copy_bands
    found: Sequence[str] = connection.scalars(select(bands.c.band).where(bands.c.article_id == article_id)).all()
    return join_bands(found) if found else None


def _overlap(one: tuple[str, str] | None, other: tuple[str, str] | None) -> bool:
    return one is not None and other is not None and one[0] <= other[1] and other[0] <= one[1]
