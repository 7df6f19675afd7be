"""Cluster: mentions that report one happening, gathered from the pairs that agree.

In: mentions, the pairs among them, the wishes of users. Out: clusters. The strongest pair joins first, and a join that
would bring together what contradicts each other is refused; all orders are those of contents, so that the same mentions
give the same clusters however they came.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from ..record.happening import Agreed, Join
from .compare import Pair
from .conflict import find_conflict
from .decide import Wishes
from .mention import Mention

# So large a share of the pairs between two clusters must agree before they become one: a chain of reports, each like
# the next, does not join its ends.
SUPPORT = 0.5


@dataclass(frozen=True, slots=True)
class Cluster:
    """The mentions of one happening in canonical order, and for each but the first why it joined."""

    members: tuple[Mention, ...]
    joins: Mapping[str, Join]

    @property
    def id(self) -> str:
        """The id of the happening: that of its first member."""
        return self.members[0].id


class _Gathering:
    """Clusters while they grow. An atom is a mention, or all those that a user made one."""

    def __init__(self, mentions: Mapping[str, Mention], pairs: Iterable[Pair], wishes: Wishes) -> None:
        self.mentions, self.wishes = mentions, wishes
        self.atom_of = {each: wishes.group_of.get(each, each) for each in mentions}
        self.atoms: defaultdict[str, list[str]] = defaultdict(list)
        for each, atom in self.atom_of.items():
            self.atoms[atom].append(each)
        # Every cluster by the name of one of its atoms, and of each atom the cluster that it is in.
        self.clusters: dict[str, list[str]] = {atom: [atom] for atom in self.atoms}
        self.cluster_of = {atom: atom for atom in self.atoms}
        # For each atom those that agree with it, with the most points that a pair between them has.
        self.agree: defaultdict[str, dict[str, int]] = defaultdict(dict)
        self.conflicts: dict[tuple[str, str], bool] = {}
        for pair in pairs:
            one, other = self.atom_of[pair.one], self.atom_of[pair.other]
            for here, there in ((one, other), (other, one)):
                self.agree[here][there] = max(pair.points, self.agree[here].get(there, 0))

    def try_join(self, one: str, other: str) -> None:
        """Join the clusters of two mentions where nothing forbids it."""
        here, there = self.atom_of[one], self.atom_of[other]
        first, second = self.cluster_of[here], self.cluster_of[there]
        if first == second or self.is_torn(here, there) or self.is_torn(there, here):
            return
        between = [(a, b) for a in self.clusters[first] for b in self.clusters[second]]
        if any(self.excludes(a, b) for a, b in between):
            return
        if sum(b in self.agree[a] for a, b in between) < SUPPORT * len(between):
            return
        kept, gone = sorted((first, second))
        for atom in self.clusters.pop(gone):
            self.clusters[kept].append(atom)
            self.cluster_of[atom] = kept

    def is_torn(self, atom: str, other: str) -> bool:
        """Whether an atom agrees no less with one that cannot be the same as the other: it may mean either."""
        points = self.agree[atom].get(other, 0)
        rivals = [each for each, theirs in self.agree[atom].items() if each != other and theirs >= points]
        return any(self.excludes(other, rival) and not self.excludes(atom, rival) for rival in rivals)

    def excludes(self, one: str, other: str) -> bool:
        """Whether two atoms cannot be one happening: a user says so, or all of one contradicts all of the other."""
        known = self.conflicts.get((one, other))
        if known is None:
            pairs = [(a, b) for a in self.atoms[one] for b in self.atoms[other]]
            known = any(pair in self.wishes.apart for pair in pairs) or all(
                find_conflict(self.mentions[a], self.mentions[b]) is not None for a, b in pairs
            )
            self.conflicts[one, other] = self.conflicts[other, one] = known
        return known


def gather_clusters(mentions: Collection[Mention], pairs: Collection[Pair], wishes: Wishes) -> list[Cluster]:
    """The clusters of all mentions, each mention in one of them, in canonical order."""
    by_id = {mention.id: mention for mention in sorted(mentions, key=lambda each: each.order)}
    order = {name: at for at, name in enumerate(by_id)}
    gathering = _Gathering(by_id, pairs, wishes)
    ranked = sorted(pairs, key=lambda each: (-each.points, order[each.one], order[each.other]))
    for pair in ranked:
        gathering.try_join(pair.one, pair.other)
    grouped: defaultdict[str, list[Mention]] = defaultdict(list)
    for name, mention in by_id.items():
        grouped[gathering.cluster_of[gathering.atom_of[name]]].append(mention)
    best = _pairs_of(ranked)
    clusters = [_explain(tuple(members), best, wishes) for members in grouped.values()]
    return sorted(clusters, key=lambda each: each.members[0].order)


def _pairs_of(ranked: Iterable[Pair]) -> dict[str, list[Pair]]:
    """The pairs of each mention, the strongest first."""
    found: defaultdict[str, list[Pair]] = defaultdict(list)
    for pair in ranked:
        found[pair.one].append(pair)
        found[pair.other].append(pair)
    return found


def _explain(members: tuple[Mention, ...], best: Mapping[str, list[Pair]], wishes: Wishes) -> Cluster:
    """The cluster with the reason for which each member but the first is in it."""
    inside = {member.id for member in members}
    joins: dict[str, Join] = {}
    for member in members[1:]:
        pair = next((each for each in best.get(member.id, ()) if {each.one, each.other} <= inside), None)
        group = wishes.group_of.get(member.id)
        fellow = next(
            (each.id for each in members if group is not None and wishes.group_of.get(each.id) == group), member.id
        )
        decided: tuple[Agreed, ...] = ()
        if fellow != member.id:
            decided = (Agreed("decision", str(wishes.merged_by[member.id])),)
        if pair is not None:
            joins[member.id] = Join(pair.one if pair.other == member.id else pair.other, (*pair.agreed, *decided))
        elif decided:
            joins[member.id] = Join(fellow, decided)
    return Cluster(members, joins)
