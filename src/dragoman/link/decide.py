"""Decide: what the decisions of users mean for the mentions that are there.

In: decisions in force. Out: groups of mentions that are one, and pairs that are not. Of two decisions that contradict
each other the newer one counts, whatever the order in which they are given.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ..record.happening import Decision


@dataclass(frozen=True, slots=True)
class Wishes:
    """`group_of` tells for each mention that was merged the first id of its group, `merged_by` the newest decision that
    merged it; `apart` holds the pairs of ids that were split, each in both orders."""

    group_of: Mapping[str, str] = field(default_factory=dict)
    merged_by: Mapping[str, int] = field(default_factory=dict)
    apart: frozenset[tuple[str, str]] = frozenset()


def settle_wishes(decisions: Iterable[Decision]) -> Wishes:
    """The wishes of all decisions in force, for the mentions that their members are now."""
    groups: dict[str, set[str]] = {}
    merged_by: dict[str, int] = {}
    apart: set[tuple[str, str]] = set()
    for decision in sorted(decisions, key=lambda each: -each.id):
        if decision.undone is not None:
            continue
        sides: dict[int, list[str]] = {1: [], 2: []}
        for member in decision.members:
            if member.current is not None:
                sides[member.side].append(member.current)
        if decision.action == "merge":
            _merge(sorted({*sides[1], *sides[2]}), decision.id, groups, merged_by, apart)
        else:
            for one in sides[1]:
                for other in sides[2]:
                    # A newer decision has made the two one.
                    if one != other and other not in groups.get(one, {one}):
                        apart |= {(one, other), (other, one)}
    return Wishes({each: min(group) for each, group in groups.items()}, merged_by, frozenset(apart))


def _merge(
    members: list[str],
    decision: int,
    groups: dict[str, set[str]],
    merged_by: dict[str, int],
    apart: set[tuple[str, str]],
) -> None:
    """Make members one group, save those that a newer decision keeps apart from one that is in it already."""
    for at, one in enumerate(members):
        for other in members[at + 1 :]:
            ours, theirs = groups.get(one, {one}), groups.get(other, {other})
            if ours is theirs or any((a, b) in apart for a in ours for b in theirs):
                continue
            joined = ours | theirs
            for each in joined:
                groups[each] = joined
                merged_by.setdefault(each, decision)
