"""Linked: what a store knows and is told of happenings.

In: an open Database, filters, ids, what users decide. Out: Happenings and Decisions. The store that reads and writes
articles is built upon it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from ..record import Decision, Happening
from .database import Database
from .decisions import read_decisions
from .happenings import (
    count_unlinked,
    find_happening,
    find_happenings,
    find_near_copies,
    merge_happenings,
    split_member,
    undo,
)
from .relink import relink
from .rows import require_text
from .save import tell_time


def say_nothing(_done: int, _total: int) -> None:
    """Progress that nobody watches."""


class LinkedStore:
    """The happenings of an open database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def happenings(
        self,
        *,
        kind: str | None = None,
        dyad: tuple[str, str] | None = None,
        since: str | date | None = None,
        until: str | date | None = None,
        limit: int | None = None,
    ) -> Iterator[Happening]:
        """The happenings by day, with all that report them; of a `kind` (events, agreements, commitments,
        meetings), with both states of a `dyad` among their parties."""
        return find_happenings(self._database, kind=kind, dyad=dyad, since=since, until=until, limit=limit)

    def happening(self, name: str) -> Happening:
        """The happening that an id means: its own, that of any of its members, or the beginning of one. Raises
        StoreError where there is none."""
        return find_happening(self._database, name)

    def near_copies(self, article_id: str) -> list[tuple[str, float]]:
        """The articles that are copies of one, cut or edited, with the share of runs of words in common."""
        with self._database.reading() as connection:
            return find_near_copies(connection, require_text(article_id, what="article id"))

    def merge(self, one: str, other: str, *, who: str, why: str) -> int:
        """Decide that two happenings are one, against the automatic linking; the number of the decision."""
        with self._database.writing() as connection:
            return merge_happenings(connection, one, other, who=who, why=why, when=tell_time())

    def split(self, happening: str, member: str, *, who: str, why: str) -> int:
        """Decide that a member (its id, or ARTICLE/FINDING) is not what the others report; its number."""
        with self._database.writing() as connection:
            return split_member(connection, happening, member, who=who, why=why, when=tell_time())

    def undo(self, decision: int, *, who: str, why: str | None = None) -> None:
        """Take a decision back; it stays in the list of decisions."""
        with self._database.writing() as connection:
            undo(connection, decision, who=who, why=why, when=tell_time())

    def decisions(self) -> list[Decision]:
        """All decisions in their order, those undone too."""
        with self._database.reading() as connection:
            return read_decisions(connection)

    def unlinked(self) -> int:
        """How many articles this dragoman has not linked yet."""
        with self._database.reading() as connection:
            return count_unlinked(connection)

    def link(self, *, again: bool = False, on_progress: Callable[[int, int], None] = say_nothing) -> int:
        """Link the articles that this dragoman has not linked yet, or all `again`; how many there were."""
        return relink(self._database, again=again, on_progress=on_progress)
