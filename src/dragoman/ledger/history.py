"""History: what the reports of a line tell, one after the other, and what follows for the line.

In: a Group. Out: a Line with its entries, status, values and deadline. A status changes only by the words of an entry;
what somebody says changes nothing but what is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..link.mention import days_between
from ..record.happening import Join
from .days import MONTH, due_day
from .figures import near
from .gather import Group
from .lexicon import CHANGES, NOT_DONE, PART, WHOLE, load_words
from .line import COMMITMENT_STATUSES, Entry, Line, Said
from .refer import LOOSE
from .report import AGREEMENTS, COMMITMENTS, NEWS_DAYS, NOTES, Report
from .values import DIFFER, SAME, compare_deadlines, names_old_deadline, old_amount

# The matter of a line is told in so many words longer than a function word.
_SHOWN_WORDS, _SHORT_WORD = 3, 3
_MADE = ("signed", "ratified", "in force", "suspended", "ended")
# Which status an agreement has after a change, in the order of its life; an announcement comes first.
_RANK = {"announced": 0, "postponed": 0, "brought forward": 0, "signed": 1, "ratified": 2, "in force": 3}
_SETTLES = {
    "met": "met",
    "missed": "missed",
    "suspended": "suspended",
    "withdrawn": "withdrawn",
    "cancelled": "cancelled",
}
_MOVED, _DELAYED = frozenset({"raised", "lowered"}), frozenset({"postponed", "brought forward"})
# What the words behind an agreement tell of it besides what its finding does.
_TOLD_BEHIND = frozenset({"in force", "suspended", "ended", "cancelled"})
# After these a promise stands again.
_RENEWS = frozenset({"postponed", "brought forward", "raised", "lowered", "announced"})


@dataclass(slots=True)
class _Values:
    """The amount and the deadline of a line as told so far."""

    amount: float | None = None
    currency: str | None = None
    unit: str | None = None
    deadline: str | None = None


def make_line(group: Group, homes: Mapping[str, str]) -> Line:
    """The line of a group; `homes` gives the happening of each agreement and commitment."""
    reports = sorted(group.reports, key=lambda each: each.order)
    entries, values = _make_entries(group)
    ordered = sorted(entries, key=_entry_order)
    status, said = (_settle_agreement if group.kind == AGREEMENTS else _settle_promise)(ordered, reports)
    everything = group.everything()
    days = [each.day for each in everything if each.day is not None]
    deadline = values.deadline if group.kind == COMMITMENTS else None
    planned = [each.due for each in reports if each.due is not None and status in ("planned", "proposed")]
    return Line(
        group.id,
        group.kind,
        _find_type(reports),
        tuple(sorted({code for each in reports for code in each.parties})),
        _find_words(reports),
        tuple(sorted({topic for each in reports for topic in each.topics})),
        status,
        said,
        values.amount,
        values.currency,
        values.unit,
        deadline,
        due_day(deadline) if group.kind == COMMITMENTS else (planned[-1] if planned else None),
        min(days, default=None),
        max(days, default=None),
        len(everything),
        tuple(ordered),
        tuple(sorted({homes.get(each.id, each.id) for each in reports})),
        group.candidates,
    )


def _entry_order(entry: Entry) -> tuple[str, str, str, int]:
    """By what happened first; what has no day comes last."""
    return (entry.happened or "9999", entry.day or "9999", entry.article_id, entry.words.start)


def _find_type(reports: Sequence[Report]) -> str:
    """The kind of agreement that says most; "" for promises."""
    kinds = [each.type for each in reports if each.type]
    exact = [kind for kind in kinds if kind != LOOSE]
    return (exact or kinds or [""])[0]


def _find_words(reports: Sequence[Report]) -> str:
    """The words for the matter: the first that say enough of it."""
    told = [each for each in reports if each.refers is None] or list(reports)
    said = [words for each in told for words in (each.what, each.evidence.text)]
    return next((words for words in said if _count_words(words) >= _SHOWN_WORDS), said[0])


def _count_words(text: str) -> int:
    """How many words of a text tell of a matter."""
    words = [word.strip(".,").casefold() for word in text.split()]
    known = load_words()
    return sum(len(word) > _SHORT_WORD and word.isalpha() and not known.is_month(word) for word in words)


# -- entries ---------------------------------------------------------------------------------------------------------


def _make_entries(group: Group) -> tuple[list[Entry], _Values]:
    """The entries of all reports, and the last values that were told. One article tells one change once, and that it
    tells the line again only where it tells nothing else."""
    values = _Values()
    found: dict[tuple[str, str], Entry] = {}
    before: list[Report] = []
    told = [each for each in group.everything() if each.kind != COMMITMENTS or each.same_as is None]
    for report in told:
        for entry in _entries_of(report, before, values, found.values(), group.joins.get(report.id)):
            found.setdefault((entry.article_id, entry.change), entry)
        before.append(report)
    busy = {article for article, change in found if change != "repeated"}
    return [entry for (article, change), entry in found.items() if change != "repeated" or article not in busy], values


def _entries_of(
    report: Report, before: Sequence[Report], values: _Values, entries: Iterable[Entry], why: Join | None
) -> Iterator[Entry]:
    if report.kind == NOTES:
        yield from _note_entries(report, values, why)
    elif report.kind == AGREEMENTS:
        known = list(entries)
        yield _make_entry(_agreement_change(report, known), report, why)
        for told in report.told_behind:
            if (
                told.change in _TOLD_BEHIND
                and told.change != report.status
                and not _was_told(told.change, report, known)
            ):
                yield replace(_make_entry(told.change, report, why), first=None, last=None)
    else:
        yield from _promise_entries(report, before, values, why)


def _make_entry(change: str, report: Report, why: Join | None) -> Entry:
    first, last = report.day_told or (None, None)
    return Entry(
        change, report.day, first, last, report.article_id, report.outlet, report.title, report.id, report.finding_id,
        report.amount, report.currency, report.unit, report.deadline, report.by, report.words, why,
    )  # fmt: skip


def _agreement_change(report: Report, entries: Sequence[Entry]) -> str:
    """What a report of an agreement tells: its status where it is news, else that it is told again."""
    if report.refers is not None and report.refers.plural:
        return "repeated"
    if report.status in ("planned", "proposed"):
        moved = next(
            (change for change in ("postponed", "brought forward", "cancelled") if change in report.changes), None
        )
        known = any(each.change in _MADE for each in entries)
        return moved or ("repeated" if known or _was_told("announced", report, entries) else "announced")
    status = report.status or "signed"
    if status == "in force" and "in force" not in report.changes and entries:
        return "repeated"
    return "repeated" if _was_told(status, report, entries) else status


def _was_told(change: str, report: Report, entries: Sequence[Entry]) -> bool:
    """Whether a change was told before, not only by others who bring the same news."""
    days = [each.day for each in entries if each.change == change]
    return any(day is None or report.day is None or days_between(day, report.day) > NEWS_DAYS for day in days)


def _promise_entries(report: Report, before: Sequence[Report], values: _Values, why: Join | None) -> Iterator[Entry]:
    """What a report of a promise tells: the promise, another amount, another day, or the same again."""
    promises = [each for each in before if each.kind == COMMITMENTS]
    changes = [*_amount_changes(report, promises, values), *_deadline_changes(report, promises, values)]
    if not changes and promises:
        moved = [each.change for each in report.own_told if each.change in _RENEWS]
        changes = moved[:1] if why is not None and any(each.feature == "words" for each in why.agreed) else []
    if not changes:
        first_day = promises[0].day if promises else None
        changes = ["announced" if not promises or report.day == first_day else "repeated"]
    for change in changes:
        yield _make_entry(change, report, why)
    # What was told before is only recalled, unless the words say that it is so again.
    recalled = any(each.amount is not None and each.amount == report.amount for each in promises)
    if report.amount is not None and (not recalled or {*changes} & {"raised", "lowered"}):
        values.amount, values.currency, values.unit = report.amount, report.currency, report.unit
    if compare_deadlines(values.deadline, report) != SAME and not _is_recalled(report, promises):
        values.deadline = report.deadline or values.deadline


def _amount_changes(report: Report, promises: Sequence[Report], values: _Values) -> list[str]:
    """Whether the amount is another than it was by the report's own words, or than it was told before."""
    if report.amount is None:
        return []
    named = [old for each in promises if (old := old_amount(each, report)) is not None]
    old = named[-1] if named else None
    if old is None and values.amount is not None and (values.currency, values.unit) == (report.currency, report.unit):
        old = values.amount
    told = [each.amount for each in promises if each.amount is not None]
    if old is None or near(old, report.amount) or (not named and any(near(each, report.amount) for each in told)):
        return []
    if not named and not _says(report, _MOVED):
        return []
    return ["raised" if report.amount > old else "lowered"]


def _deadline_changes(report: Report, promises: Sequence[Report], values: _Values) -> list[str]:
    """Whether the deadline is another than it was by the report's own words, or than it was told before."""
    if report.deadline is None or _is_recalled(report, promises):
        return []
    named = [each.deadline for each in promises if names_old_deadline(each, report)]
    old = named[-1] if named else values.deadline
    if old is None or compare_deadlines(old, report) != DIFFER or not (named or _says(report, _DELAYED)):
        return []
    return ["postponed" if str(due_day(report.deadline)) > str(due_day(old)) else "brought forward"]


def _says(report: Report, changes: frozenset[str]) -> bool:
    """Whether the finding's own words say one of the changes."""
    return any(each.change in changes for each in report.own_told)


def _is_recalled(report: Report, promises: Sequence[Report]) -> bool:
    """Whether a deadline is one that was told before, or lies before the text that names it."""
    past = report.day is not None and str(due_day(report.deadline) or "9") < report.day
    return bool(promises) and (past or any(each.deadline == report.deadline for each in promises))


def _note_entries(note: Report, values: _Values, why: Join | None) -> Iterator[Entry]:
    """What a sentence tells that became of a promise."""
    partly = PART in note.changes and WHOLE not in note.changes
    for told in note.told:
        change = told.change
        if change == NOT_DONE:
            due = due_day(values.deadline)
            change = "missed" if due is not None and note.day is not None and due < note.day else ""
        elif change == "met" and partly:
            change = "repeated"
        if change not in CHANGES or change in ("announced", "signed", "ratified", "in force"):
            continue
        entry = _make_entry(change, note, why)
        if change in ("postponed", "brought forward"):
            deadline = _new_deadline(note, told.end)
            entry = replace(entry, deadline=deadline)
            values.deadline = deadline or values.deadline
        yield entry


def _new_deadline(note: Report, behind: int) -> str | None:
    """The first day named behind the words of a delay that lies ahead of the publication."""
    for named in note.days:
        if named.start >= behind and note.day is not None and named.last > note.day:
            if named.first == named.last:
                return named.first
            return named.first[:MONTH] if named.first[:MONTH] == named.last[:MONTH] else named.first[:4]
    return None


# -- status ----------------------------------------------------------------------------------------------------------


def _settle_promise(entries: Sequence[Entry], _reports: Sequence[Report]) -> tuple[str, tuple[Said, ...]]:
    """The status of a promise by what the outlets tell, and what only somebody says since."""
    status = "open"
    said: list[Said] = []
    for entry in entries:
        if entry.change in _RENEWS:
            status, said = "open", []
        elif entry.change in _SETTLES and entry.change in COMMITMENT_STATUSES:
            if entry.by is None:
                status, said = _SETTLES[entry.change], []
            else:
                said.append(Said(_SETTLES[entry.change], entry.by))
    return status, tuple(dict.fromkeys(said))


def _settle_agreement(entries: Sequence[Entry], reports: Sequence[Report]) -> tuple[str, tuple[Said, ...]]:
    """The status of an agreement: what the outlets tell counts, what only somebody says where they tell nothing."""
    own = [each for each in entries if each.by is None or each.change == "announced"]
    status = _status_of(own, reports)
    said = tuple(
        dict.fromkeys(
            Said(each.change, each.by)
            for each in entries
            if each.by is not None and each.change in _MADE and each.change != status
        )
    )
    return status, said


def _status_of(entries: Sequence[Entry], reports: Sequence[Report]) -> str:
    status, rank = "", -1
    for entry in entries:
        if entry.change in ("suspended", "ended", "cancelled"):
            status, rank = entry.change, max(rank, 0)
        elif entry.change in _RANK and (_RANK[entry.change] > rank or status == "suspended"):
            status, rank = entry.change, _RANK[entry.change]
    if status in ("", "announced", "postponed", "brought forward"):
        statuses = [each.status for each in reports if each.status is not None]
        return "proposed" if statuses and all(each == "proposed" for each in statuses) else "planned"
    return status
