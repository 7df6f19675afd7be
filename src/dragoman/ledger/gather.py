"""Gather: reports that are of one agreement or one promise, brought together into groups.

In: reports, the happening that each mention is in, the pairs that users keep apart. Out: Groups in canonical order. All
orders are those of contents, so that the same reports give the same groups however they came; a report that fits two
groups alike joins neither and keeps them as candidates.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ..link.mention import days_between
from ..record.happening import Agreed, Join
from .refer import LOOSE
from .report import AGREEMENTS, NOTES, Report
from .same import Tie, made_on, tie

# Agreements made within so many days were made on one occasion.
OCCASION_DAYS = 7

Pairs = frozenset[tuple[str, str]]


@dataclass(slots=True)
class Group:
    """The reports of one line, agreements or promises first, and why each but the first is in it. `mentions` are texts
    that mean this and other lines together; `candidates` are the first reports of groups that this one may belong
    to."""

    reports: list[Report]
    notes: list[Report] = field(default_factory=list)
    mentions: list[Report] = field(default_factory=list)
    joins: dict[str, Join] = field(default_factory=dict)
    candidates: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The id of the line: that of its first report."""
        return min(self.reports, key=lambda each: each.order).id

    @property
    def kind(self) -> str:
        """Whether the line is of agreements or of commitments."""
        return self.reports[0].kind

    def everything(self) -> list[Report]:
        """All reports of the line in canonical order."""
        return sorted([*self.reports, *self.notes, *self.mentions], key=lambda each: each.order)


class _Ties:
    """The ties between reports, each reckoned once."""

    def __init__(self, apart: Pairs) -> None:
        self.apart = apart
        self.known: dict[tuple[str, str], Tie | None] = {}

    def between(self, one: Report, other: Report) -> Tie | None:
        """The tie of two reports."""
        key = (one.id, other.id) if one.id < other.id else (other.id, one.id)
        if key not in self.known:
            self.known[key] = tie(one, other)
        return self.known[key]

    def keeps_apart(self, ours: Iterable[Report], theirs: Sequence[Report]) -> bool:
        """Whether a user says that two groups are not one, or an article that tells both tells them apart."""
        return any(self._differ(one, other) for one in ours for other in theirs)

    def _differ(self, one: Report, other: Report) -> bool:
        if (one.id, other.id) in self.apart:
            return True
        if one.article_id != other.article_id or NOTES in (one.kind, other.kind) or one.kind == AGREEMENTS:
            return False
        different = one.amount != other.amount or (one.deadline or "") != (other.deadline or "")
        return different and self.between(one, other) is None

    def best(self, reports: Iterable[Report], group: Group) -> tuple[Tie, Report, Report] | None:
        """The strongest tie of some reports to a group, with both ends."""
        found = [
            (each, report, other)
            for report in reports
            for other in group.reports
            if (each := self.between(report, other)) is not None
        ]
        return min(found, key=lambda item: (-item[0].points, item[1].order, item[2].order), default=None)


def gather_groups(reports: Collection[Report], homes: Mapping[str, str], apart: Pairs = frozenset()) -> list[Group]:
    """The groups of all reports; `homes` gives the happening of each agreement and commitment."""
    ties = _Ties(apart)
    ordered = sorted(reports, key=lambda each: each.order)
    blocks = _make_blocks([each for each in ordered if each.kind != NOTES], homes, ties)
    groups: list[Group] = []
    for block in (each for each in blocks if not _is_reference(each)):
        _place_news(block, groups, ties)
    own = list(groups)
    for block in (each for each in blocks if _is_reference(each)):
        _place_reference(block, own, groups, ties)
    for note in (each for each in ordered if each.kind == NOTES):
        _place_note(note, groups, ties)
    reasons = {name: join for block in blocks for name, join in _explain(block, homes, ties).items()}
    for group in groups:
        members = {each.id for each in (*group.reports, *group.mentions)}
        group.joins = {**{name: join for name, join in reasons.items() if name in members}, **group.joins}
    return sorted(groups, key=lambda each: min(report.order for report in each.reports))


def _make_blocks(ordered: Sequence[Report], homes: Mapping[str, str], ties: _Ties) -> list[list[Report]]:
    """What belongs together beyond doubt: the mentions of one happening, and what one article takes up again."""
    root: dict[str, str] = {each.id: each.id for each in ordered}

    def find(name: str) -> str:
        while root[name] != name:
            name = root[name]
        return name

    first: dict[str, str] = {}
    for each in ordered:
        home = homes.get(each.id, each.id)
        first.setdefault(home, each.id)
        root[find(each.id)] = find(first[home])
    for each in ordered:
        if each.same_as in root and (each.id, each.same_as) not in ties.apart:
            root[find(each.id)] = find(str(each.same_as))
    blocks: defaultdict[str, list[Report]] = defaultdict(list)
    for each in ordered:
        blocks[find(each.id)].append(each)
    return sorted(blocks.values(), key=lambda block: block[0].order)


def _explain(block: Sequence[Report], homes: Mapping[str, str], ties: _Ties) -> dict[str, Join]:
    """Why each report of a block but the first is in it: a tie to one before it, else their happening or article."""
    joins: dict[str, Join] = {}
    for at, report in enumerate(block):
        if at == 0:
            continue
        found = [(each, other) for other in block[:at] if (each := ties.between(report, other)) is not None]
        if found:
            best, other = min(found, key=lambda pair: (-pair[0].points, pair[1].order))
            joins[report.id] = Join(other.id, best.agreed)
        elif report.same_as is not None:
            joins[report.id] = Join(report.same_as, (Agreed("wording", report.evidence.text),))
        else:
            joins[report.id] = Join(block[0].id, (Agreed("happening", homes.get(report.id, "")),))
    return joins


def _is_reference(block: Sequence[Report]) -> bool:
    """Whether a block only takes up agreements made before."""
    return all(each.refers is not None for each in block)


def _place_news(block: list[Report], groups: list[Group], ties: _Ties) -> None:
    """Put a block into the group that it continues, or let it begin one."""
    found = []
    for group in groups:
        best = None if group.kind != block[0].kind else ties.best(block, group)
        if best is not None and not ties.keeps_apart(block, group.reports):
            found.append((best, group))
    most = max((best[0].points for best, _ in found), default=0)
    strongest = [(best, group) for best, group in found if best[0].points == most]
    if len(strongest) == 1:
        _join(block, *strongest[0])
        return
    groups.append(Group(block, candidates=tuple(group.id for _, group in strongest)))


def _join(block: Sequence[Report], best: tuple[Tie, Report, Report], group: Group) -> None:
    """Add a block to a group; the report with the tie says why."""
    found, report, other = best
    group.reports.extend(block)
    group.joins[report.id] = Join(other.id, found.agreed)


def _place_reference(block: list[Report], own: Sequence[Group], groups: list[Group], ties: _Ties) -> None:
    """Give a block that takes up earlier agreements to the one group that it fits, or to all of one occasion where it
    means several; else it is a line of its own."""
    found = [
        (best, group)
        for group in own
        if group.kind == AGREEMENTS and (best := ties.best(block, group)) is not None
        if not ties.keeps_apart(block, group.reports)
    ]
    if any(each.refers is not None and each.refers.plural for each in block):
        if found and _is_one_occasion([group for _, group in found], block):
            for best, group in found:
                group.mentions.extend(block)
                group.joins[best[1].id] = Join(best[2].id, best[0].agreed)
            return
    elif len(meant := found if len(found) == 1 else _of_exact_kind(block, found)) == 1:
        _join(block, *meant[0])
        return
    if not found:
        # Nobody has told the making: texts that take up the same agreement in the same words are still one line.
        later = [group for group in groups if group not in own and group.kind == AGREEMENTS]
        again = [(best, group) for group in later if (best := ties.best(block, group)) is not None]
        if len(again) == 1 and not ties.keeps_apart(block, again[0][1].reports):
            _join(block, *again[0])
            return
    groups.append(Group(block, candidates=tuple(group.id for _, group in found)))


def _of_exact_kind(
    block: Sequence[Report], found: Sequence[tuple[tuple[Tie, Report, Report], Group]]
) -> list[tuple[tuple[Tie, Report, Report], Group]]:
    """Of several groups those with an agreement of just the kind that the words name."""
    kinds = {each.refers.kind for each in block if each.refers is not None} - {LOOSE}
    return [(best, group) for best, group in found if any(each.type in kinds for each in group.reports)]


def _is_one_occasion(groups: Sequence[Group], block: Sequence[Report]) -> bool:
    """Whether agreements were made on one occasion, and are no more than the words count."""
    counts = [each.count for each in block if each.count is not None]
    if counts and len(groups) > max(counts):
        return False
    days = [made for group in groups for report in group.reports if (made := made_on(report)) is not None]
    exact = [made[1] for made in days]
    return bool(exact) and days_between(min(exact), max(exact)) <= OCCASION_DAYS


def _place_note(note: Report, groups: Sequence[Group], ties: _Ties) -> None:
    """Give a note to the one line that it fits best; to none where two fit alike."""
    found = [
        (best, group)
        for group in groups
        if (best := ties.best([note], group)) is not None and not ties.keeps_apart([note], group.reports)
    ]
    most = max((best[0].points for best, _ in found), default=0)
    strongest = [(best, group) for best, group in found if best[0].points == most]
    if len(strongest) == 1:
        (best, group) = strongest[0]
        group.notes.append(note)
        group.joins[note.id] = Join(best[2].id, best[0].agreed)
