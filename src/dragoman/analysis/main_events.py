"""Main events: which of many reported events a month is told by.

In: the events of a dyad, counted by day (`SpanCount`). Out: Groups, the latest month first, with a few of each month. A
group is what is alike in type, direction and day: it does not say that its reports are of one event.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..record.counts import SpanCount
from .periods import Kind, place_span

# A page has so many months, and each so many events.
MOST_MONTHS, MOST_A_MONTH = 24, 3


@dataclass(frozen=True, slots=True)
class Group:
    """Reports of one type and direction on the same day or days. `score` is their mean, `dated` tells whether the day
    is their own and not only that of publication."""

    actor: str
    recipient: str
    span: str
    type: str
    reports: int
    score: float
    dated: bool

    @property
    def month(self) -> str | None:
        """The month in which the group surely lies."""
        period = place_span(self.span, Kind.MONTH)
        return period.name if period else None


def pick_groups(rows: Iterable[SpanCount]) -> tuple[list[Group], int]:
    """The groups that tell the last months, the latest first, and how many groups are left out."""
    groups = make_groups(rows)
    months: dict[str, list[Group]] = {}
    for group in groups:
        if group.month is not None:
            months.setdefault(group.month, []).append(group)
    picked: list[Group] = []
    for month in sorted(months, reverse=True)[:MOST_MONTHS]:
        ranked = sorted(months[month], key=lambda each: (-each.reports, -abs(each.score), each.span, each.type))
        picked += sorted(ranked[:MOST_A_MONTH], key=lambda each: each.span, reverse=True)
    return picked, len(groups) - len(picked)


def make_groups(rows: Iterable[SpanCount]) -> list[Group]:
    """Rows that differ only in whose words they are, put together."""
    sums: dict[tuple[str, str, str, str], list[float]] = {}
    for row in rows:
        found = sums.setdefault((row.actor, row.recipient, row.span, row.type), [0, 0.0, 0])
        found[0] += row.number
        found[1] += row.score
        found[2] += row.dated
    return [
        Group(*key, reports=int(number), score=score / number, dated=dated > 0)
        for key, (number, score, dated) in sums.items()
    ]
