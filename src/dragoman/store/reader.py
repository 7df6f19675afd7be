"""Reader: what can be asked of a store about dyads, in one place.

In: an open Database. Out: counted rows of `frames`, findings of `evidence`. Nothing is changed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..record.counts import PairCount, SpanCount, TopicCount
from ..record.found import FindingRow, Found, SightingRow
from .choice import Choice
from .database import Database
from .evidence import (
    count_articles,
    find_claims,
    find_ends,
    find_mentions,
    find_mutual,
    find_officials,
)
from .frames import count_dyad, count_pairs, count_topics


@dataclass(frozen=True, slots=True)
class DyadReader:
    """Asks a database about pairs of states. A dyad is both ways; with `directed`, what the first does to the other."""

    database: Database

    def counts(
        self, first: str, second: str, choice: Choice, *, directed: bool = False, by_day: bool = False
    ) -> list[SpanCount]:
        """The events of a dyad, counted by month or by day, type, quad and direction."""
        return count_dyad(self.database, first, second, choice, directed=directed, by_day=by_day)

    def pairs(
        self, choice: Choice, *, unit: str | None = None, directed: bool = False, without: Iterable[str] = ()
    ) -> list[PairCount]:
        """The events of every pair of states, counted by quad and by year, month or day where asked for."""
        return count_pairs(self.database, choice, unit=unit, directed=directed, without=without)

    def topics(self, first: str, second: str, choice: Choice, *, directed: bool = False) -> list[TopicCount]:
        """The events of a dyad by their contexts."""
        return count_topics(self.database, first, second, choice, directed=directed)

    def articles(self, first: str, second: str, choice: Choice, *, directed: bool = False) -> int:
        """How many articles report an event of the dyad."""
        return count_articles(self.database, first, second, choice, directed=directed)

    def mentions(
        self,
        actor: str,
        recipient: str,
        choice: Choice,
        *,
        span: str | None = None,
        directed: bool = False,
        newest: bool = False,
        voiced: bool = False,
        limit: int = 3,
    ) -> Found:
        """The events that one state does to another, by day of publication; with `span` those of these days."""
        return find_mentions(
            self.database, actor, recipient, choice,
            span=span, directed=directed, newest=newest, voiced=voiced, limit=limit,
        )  # fmt: skip

    def ends(self, first: str, second: str, choice: Choice) -> tuple[FindingRow | None, FindingRow | None]:
        """The first and the last event of a dyad of those whose day is known."""
        return find_ends(self.database, first, second, choice)

    def mutual(
        self,
        kind: str,
        first: str,
        second: str,
        *,
        since: str | None = None,
        until: str | None = None,
        limit: int = 100,
    ) -> Found:
        """The agreements, commitments, meetings or conditions of both states, the latest first."""
        return find_mutual(self.database, kind, first, second, since=since, until=until, limit=limit)

    def claims(
        self, speaker: str, about: str, *, since: str | None = None, until: str | None = None, limit: int = 100
    ) -> Found:
        """What speakers of one state say about another, the latest first."""
        return find_claims(self.database, speaker, about, since=since, until=until, limit=limit)

    def officials(
        self,
        country: str,
        first: str,
        second: str,
        *,
        since: str | None = None,
        until: str | None = None,
        limit: int = 100,
    ) -> list[SightingRow]:
        """Whom articles about a dyad introduce with an office of one state, the latest first."""
        return find_officials(self.database, country, first, second, since=since, until=until, limit=limit)
