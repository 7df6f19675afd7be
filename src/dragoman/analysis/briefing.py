"""Briefing: what the store proves about two states, on a page.

In: Material: the findings of the dyad, as the store found them. Out: a Briefing: sections of Statements, each with its
citations. What no finding says stands nowhere; what is left out for room is counted.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..record import Event
from ..record.found import FindingRow, Found, SightingRow
from ..record.names import fold_name
from .main_events import Group
from .statement import Statement, group_rows, state
from .tell import Teller, alike, listed, on

NOTHING = Found((), 0)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a briefing. `sides` holds one list of statements for each of two states that stand next to each other,
    else all stand in `statements`. `left_out` findings are not shown; `note` says how the section was made."""

    name: str
    title: str
    note: str
    statements: tuple[Statement, ...] = ()
    sides: tuple[tuple[str, tuple[Statement, ...]], ...] = ()
    left_out: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show."""
        return not self.statements and not any(statements for _, statements in self.sides)

    def to_dict(self) -> dict[str, Any]:
        """The public form."""
        plain: dict[str, Any] = {"name": self.name, "title": self.title, "left_out": self.left_out}
        if self.sides:
            return {**plain, "sides": {code: [each.to_dict() for each in found] for code, found in self.sides}}
        return {**plain, "statements": [each.to_dict() for each in self.statements]}


@dataclass(frozen=True, slots=True)
class Briefing:
    """The page about two states, given by their codes and names."""

    codes: tuple[str, str]
    names: tuple[str, str]
    since: str | None
    until: str | None
    summary: Statement | None
    sections: tuple[Section, ...]

    def to_dict(self) -> dict[str, Any]:
        """The public form."""
        return {
            "first": self.codes[0],
            "second": self.codes[1],
            "since": self.since,
            "until": self.until,
            "summary": None if self.summary is None else self.summary.to_dict(),
            "sections": [section.to_dict() for section in self.sections],
        }


@dataclass(frozen=True)
class Material:
    """All that a briefing is made of, as the store found it. `quads` are the events that it counts, `articles` those
    that report them, `first` and `last` the first and the last event whose day is known. `groups` are the main events
    with their reports; `attributed` events told in somebody's words; `denied` reports that something was done, each
    with one that it was not; `claims` and `officials` those of the one state and of the other."""

    codes: tuple[str, str]
    names: Mapping[str, str]
    since: str | None
    until: str | None
    quads: Mapping[str, int]
    articles: int
    first: FindingRow | None = None
    last: FindingRow | None = None
    groups: Sequence[tuple[Group, Found]] = ()
    groups_left_out: int = 0
    agreements: Found = NOTHING
    commitments: Found = NOTHING
    meetings: Found = NOTHING
    conditions: Found = NOTHING
    claims: tuple[Found, Found] = (NOTHING, NOTHING)
    attributed: Found = NOTHING
    denied: Sequence[tuple[FindingRow, FindingRow]] = ()
    officials: tuple[Sequence[SightingRow], Sequence[SightingRow]] = ((), ())


def make_briefing(material: Material) -> Briefing:
    """The briefing; sections without anything in them are left out."""
    tell = Teller(material.names)
    sections = (
        make_timeline(material, tell),
        make_mutual("agreements", "Agreements", material.agreements, tell.agreement),
        make_mutual("commitments", "Commitments", material.commitments, tell.commitment),
        make_contradictions(material, tell),
        make_one_side(material, tell),
        make_claims(material, tell),
        make_mutual("meetings", "Meetings", material.meetings, tell.meeting),
        make_officials(material, tell),
        make_mutual("conditions", "Mechanisms and obstacles", material.conditions, tell.condition),
    )
    one, other = material.codes
    names = (material.names.get(one, one), material.names.get(other, other))
    shown = tuple(section for section in sections if not section.is_empty)
    return Briefing(material.codes, names, material.since, material.until, make_summary(material, names), shown)


def make_summary(material: Material, names: tuple[str, str]) -> Statement | None:
    """How many events the store holds, with the first and the last one as its proof; None where it holds none whose day
    is known."""
    first, last = material.first, material.last
    if first is None or last is None:
        return None
    quads = listed(f"{count:,} of {quad}" for quad, count in material.quads.items() if count)
    counted = f"{_count(material.articles, 'article')} with {_count(sum(material.quads.values()), 'event')}"
    span = f"the first of those with a known day {on(first.day)}, the last {on(last.day)}"
    ends = [first] if first == last else [first, last]
    return state(f"{counted} between {names[0]} and {names[1]}: {quads}; {span}.", ends)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def make_timeline(material: Material, tell: Teller) -> Section:
    """The main events, month by month."""
    statements = tuple(tell.group(group, found) for group, found in material.groups)
    note = "Of each month the events that most reports tell; of several, those with the strongest score."
    return Section("timeline", "Main events by month", note, statements, left_out=material.groups_left_out)


def make_mutual(name: str, title: str, found: Found, tell: Callable[[Sequence[FindingRow]], Statement]) -> Section:
    """The findings of one kind that both states are a party to."""
    statements = tuple(tell(rows) for rows in group_rows(found.rows, alike))
    note = "The latest first. Reports that say the same stand together."
    return Section(name, title, note, statements, left_out=found.left_out)


def make_contradictions(material: Material, tell: Teller) -> Section:
    """What one report says was done and another that it was not."""
    statements = tuple(tell.contradiction(done, denied) for done, denied in material.denied)
    note = "Acts of one type and direction, reported as done and, of a day near it, as not done."
    return Section("contradictions", "Reports that contradict each other", note, statements)


def make_one_side(material: Material, tell: Teller) -> Section:
    """What is told in the words of one side only, by whose words they are."""
    found: dict[str, list[Statement]] = {code: [] for code in material.codes}
    for row in material.attributed.rows:
        voice = row.finding.attribution if isinstance(row.finding, Event) else None
        if voice is not None and voice.country in found:
            found[voice.country].append(tell.attributed(row))
    note = "Events that the outlets do not report by themselves but as somebody's words. The latest first."
    sides = tuple((code, tuple(statements)) for code, statements in found.items())
    left_out = material.attributed.left_out
    return Section("one-side", "Told in the words of one side", note, sides=sides, left_out=left_out)


def make_claims(material: Material, tell: Teller) -> Section:
    """What each side says about the other."""
    sides = tuple(
        (code, tuple(tell.claim(row) for row in found.rows))
        for code, found in zip(material.codes, material.claims, strict=True)
    )
    left_out = sum(found.left_out for found in material.claims)
    return Section("claims", "What each side says about the other", "The latest first.", sides=sides, left_out=left_out)


def make_officials(material: Material, tell: Teller) -> Section:
    """Who was seen in which office of each side."""
    sides = []
    for code, rows in zip(material.codes, material.officials, strict=True):
        groups: dict[tuple[str, str], list[SightingRow]] = {}
        for row in rows:
            groups.setdefault((fold_name(row.sighting.name), row.sighting.office.casefold()), []).append(row)
        sides.append((code, tuple(tell.official(seen) for seen in groups.values())))
    note = "Whom articles about both introduce with office and state. The last seen first."
    return Section("officials", "Officials seen", note, sides=tuple(sides))
