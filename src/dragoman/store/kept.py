"""Kept: what a store knows and is told of the lines of the ledger.

In: an open Database, filters, ids, what users decide. Out: Lines. Whatever changes a happening changes its lines in the
same transaction. The store that reads and writes articles is built upon it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from sqlalchemy import Connection

from ..ledger import Line
from ..ledger.accounts import Contest
from .claims import ClaimRow, find_claim_rows
from .contests import find_contest, find_contests
from .decisions import read_decisions
from .entering import Entering
from .happenings import merge_happenings, split_member, undo
from .ledger import LineChoice, count_outside, find_line, find_lines
from .linked import LinkedStore, say_nothing
from .reentering import mark_stale, reenter
from .save import tell_time


class KeptStore(LinkedStore):
    """The lines of an open database."""

    def lines(self, choice: LineChoice | None = None, *, limit: int | None = None) -> Iterator[Line]:
        """The lines of agreements and promises by the day they are due, those without one last."""
        return find_lines(self._database, choice or LineChoice(), limit=limit)

    def line(self, name: str) -> Line:
        """The line that an id means: its own, that of any of its reports or happenings, or the beginning of one. Raises
        StoreError where there is none."""
        return find_line(self._database, name)

    def claims(
        self,
        *,
        speaker: str | None = None,
        about: str | None = None,
        search: str | None = None,
        since: str | date | None = None,
        until: str | date | None = None,
        limit: int | None = None,
    ) -> Iterator[ClaimRow]:
        """Who said what, by day of publication: speakers of a state, about a state, with all words of `search`."""
        return find_claim_rows(
            self._database, speaker=speaker, about=about, search=search, since=since, until=until, limit=limit
        )

    def contests(
        self, *, since: str | date | None = None, until: str | date | None = None, limit: int | None = None
    ) -> Iterator[Contest]:
        """What is contested, by the first day on which an article says so, with the accounts of all sides."""
        return find_contests(self._database, since=since, until=until, limit=limit)

    def accounts(self, happening: str) -> Contest:
        """The accounts of all sides of one happening, contested or not; its id, or that of a member."""
        return find_contest(self._database, self.happening(happening).id)

    def outside(self) -> int:
        """How many articles this dragoman has not entered into the ledger yet."""
        with self._database.reading() as connection:
            return count_outside(connection)

    def merge(self, one: str, other: str, *, who: str, why: str) -> int:
        """Decide that two happenings are one, against the automatic linking; the number of the decision."""
        with self._database.writing() as connection:
            number = merge_happenings(connection, one, other, who=who, why=why, when=tell_time())
            follow_decision(connection, number)
            return number

    def split(self, happening: str, member: str, *, who: str, why: str) -> int:
        """Decide that a member (its id, or ARTICLE/FINDING) is not what the others report; its number."""
        with self._database.writing() as connection:
            number = split_member(connection, happening, member, who=who, why=why, when=tell_time())
            follow_decision(connection, number)
            return number

    def undo(self, decision: int, *, who: str, why: str | None = None) -> None:
        """Take a decision back; it stays in the list of decisions."""
        with self._database.writing() as connection:
            undo(connection, decision, who=who, why=why, when=tell_time())
            follow_decision(connection, decision)

    def link(self, *, again: bool = False, on_progress: Callable[[int, int], None] = say_nothing) -> int:
        """Link the articles that this dragoman has not linked yet, or all `again`, and enter them into the ledger; how
        many there were to link."""
        mark_stale(self._database, again=again)
        linked = super().link(again=again, on_progress=on_progress)
        reenter(self._database, on_progress=on_progress)
        return linked


def follow_decision(connection: Connection, number: int) -> None:
    """Write the lines anew whose happenings a decision has changed."""
    entering = Entering(connection)
    entering.note_articles(
        member.article_id for decision in read_decisions(connection, [number]) for member in decision.members
    )
    entering.settle_lines()
