"""Linking: keep the happenings of a database right while articles come, change and go.

In: a connection within a writing transaction, and which articles changed. Out: happenings, members and plans as linking
everything anew would give them. Only mentions that agree with a changed one, directly or through others, are looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from ..link import (
    HELD,
    PLANNED,
    Cluster,
    Mention,
    Pair,
    announces,
    compare,
    days_of,
    gather_clusters,
    settle_wishes,
    states_of,
)
from ..record import Decision
from . import tables
from .decisions import has_decisions, touching
from .shelf import Shelf, take_chunks


@dataclass(slots=True)
class _Region:
    """Mentions that hang together, the pairs among them, and the decisions about them."""

    mentions: dict[str, Mention] = field(default_factory=dict)
    pairs: dict[tuple[str, str], Pair] = field(default_factory=dict)
    decisions: dict[int, Decision] = field(default_factory=dict)


class Linking:
    """What a transaction changed so far. `settle` must be called before it ends."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._seeds: set[str] = set()
        self._articles: set[str] = set()
        self._left: set[str] = set()

    def leave(self, article_id: str) -> None:
        """Note what the mentions of an article touch, before they are dropped."""
        shelf = Shelf(self._connection)
        gone = shelf.of_article(article_id)
        if not gone:
            return
        for mention, other in shelf.near(gone):
            if compare(mention, other, similarity=shelf.similarity) is not None:
                self._seeds.add(other.id)
        happenings = {happening for _, happening in self._read_homes(mention.id for mention in gone)}
        self._left |= happenings
        members = tables.happening_members
        self._seeds |= set(self._connection.scalars(select(members.c.id).where(members.c.happening_id.in_(happenings))))
        for decision in touching(self._connection, [article_id]).values():
            self._seeds |= {member.current for member in decision.members if member.current is not None}

    def enter(self, article_id: str) -> None:
        """Note an article whose mentions are there now."""
        self._articles.add(article_id)

    def touch(self, ids: Iterable[str]) -> None:
        """Note members that a decision is about."""
        self._seeds |= set(ids)

    def settle(self) -> None:
        """Link what was touched anew and write what follows."""
        shelf = Shelf(self._connection)
        members = tables.happening_members
        for some in take_chunks(sorted(self._articles)):
            statement = select(members.c.id).where(members.c.article_id.in_(some))
            self._seeds |= set(self._connection.scalars(statement))
        region = self._collect(shelf)
        wishes = settle_wishes(region.decisions.values())
        clusters = gather_clusters(list(region.mentions.values()), list(region.pairs.values()), wishes)
        homes = dict(self._read_homes(region.mentions))
        self._write_happenings(clusters)
        self._write_members(clusters)
        self._drop_empty({*(home for home in homes.values() if home), *self._left} - {each.id for each in clusters})
        self._write_plans(clusters, shelf)
        self._seeds, self._articles, self._left = set(), set(), set()

    def _collect(self, shelf: Shelf) -> _Region:
        """All that hangs together with the seeds by pairs that agree or by decisions."""
        region = _Region()
        tried: set[tuple[str, str]] = set()
        # Most stores hold no decision; then nobody need be asked for them.
        decided = has_decisions(self._connection)
        frontier = shelf.of_ids(self._seeds)
        while frontier:
            region.mentions.update((mention.id, mention) for mention in frontier)
            reached: set[str] = set()
            for mention, other in shelf.near(frontier):
                key = (min(mention.id, other.id), max(mention.id, other.id))
                if key in tried:
                    continue
                tried.add(key)
                pair = compare(mention, other, similarity=shelf.similarity)
                if pair is not None:
                    region.pairs[key] = pair
                    reached.add(other.id)
            about = sorted({mention.article_id for mention in frontier}) if decided else []
            found = touching(self._connection, about)
            for number, decision in found.items():
                if number not in region.decisions:
                    region.decisions[number] = decision
                    reached |= {member.current for member in decision.members if member.current is not None}
            frontier = shelf.of_ids(reached - set(region.mentions))
        return region

    def _read_homes(self, ids: Iterable[str]) -> list[tuple[str, str]]:
        """The members with the happening that each is in now."""
        members = tables.happening_members
        found: list[tuple[str, str]] = []
        for some in take_chunks(sorted(set(ids))):
            statement = select(members.c.id, members.c.happening_id)
            rows = self._connection.execute(
                statement.where(members.c.id.in_(some), members.c.happening_id.is_not(None))
            )
            found.extend((row.id, row.happening_id) for row in rows)
        return found

    def _write_happenings(self, clusters: Sequence[Cluster]) -> None:
        happenings, states = tables.happenings, tables.happening_states
        for some in take_chunks(clusters):
            ids = [cluster.id for cluster in some]
            known = set(self._connection.scalars(select(happenings.c.id).where(happenings.c.id.in_(ids))))
            self._connection.execute(delete(states).where(states.c.happening_id.in_(ids)))
            rows = [make_row(cluster) for cluster in some]
            fresh = [row for row in rows if row["id"] not in known]
            if fresh:
                self._connection.execute(insert(happenings), fresh)
            old = [{**row, "key": row["id"]} for row in rows if row["id"] in known]
            if old:
                self._connection.execute(update(happenings).where(happenings.c.id == bindparam("key")), old)
            named = [
                {"happening_id": cluster.id, "country": state}
                for cluster in some
                for state in states_of(cluster.members)
            ]
            if named:
                self._connection.execute(insert(states), named)

    def _write_members(self, clusters: Sequence[Cluster]) -> None:
        members = tables.happening_members
        rows = [
            {"key": member.id, "home": cluster.id, "why": join.to_dict() if join else None}
            for cluster in clusters
            for member in cluster.members
            for join in (cluster.joins.get(member.id),)
        ]
        if rows:
            statement = update(members).where(members.c.id == bindparam("key"))
            self._connection.execute(statement.values(happening_id=bindparam("home"), joined=bindparam("why")), rows)

    def _drop_empty(self, ids: Iterable[str]) -> None:
        """Drop happenings that have no members any more."""
        happenings, members = tables.happenings, tables.happening_members
        empty = ~select(members.c.id).where(members.c.happening_id == happenings.c.id).exists()
        for some in take_chunks(sorted(set(ids))):
            self._connection.execute(delete(happenings).where(happenings.c.id.in_(some), empty))

    def _write_plans(self, clusters: Sequence[Cluster], shelf: Shelf) -> None:
        """Which of the happenings are the plans or the deeds of which."""
        plans = tables.happening_plans
        for some in take_chunks([cluster.id for cluster in clusters]):
            self._connection.execute(delete(plans).where(plans.c.planned_id.in_(some)))
            self._connection.execute(delete(plans).where(plans.c.held_id.in_(some)))
        mentions = [member for cluster in clusters for member in cluster.members]
        pairs = shelf.counterparts([mention for mention in mentions if mention.realis == PLANNED], HELD)
        found = {(plan.id, deed.id) for plan, deed in pairs if announces(plan, deed)}
        pairs = shelf.counterparts([mention for mention in mentions if mention.realis == HELD], PLANNED)
        found |= {(plan.id, deed.id) for deed, plan in pairs if announces(plan, deed)}
        homes = dict(self._read_homes(each for pair in found for each in pair))
        rows = sorted({(homes[plan], homes[deed]) for plan, deed in found if homes[plan] != homes[deed]})
        if rows:
            self._connection.execute(insert(plans), [{"planned_id": plan, "held_id": deed} for plan, deed in rows])


def make_row(cluster: Cluster) -> dict[str, str | None]:
    """The row of a happening."""
    first, last = days_of(cluster.members)
    return {"id": cluster.id, "kind": cluster.members[0].kind, "first_day": first, "last_day": last}
