"""Tell: findings in sentences that say what the findings say, and no more.

In: findings that are alike, with the heads of their articles. Out: Statements. Whatever is told of several reports is
said by each that is cited.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from ..record import Actor, Agreement, Claim, Commitment, Condition, Event, Meeting
from ..record.found import FindingRow, Found, SightingRow
from .main_events import Group
from .statement import MOST_CITED, Statement, cite_sighting, state, tell_days, tell_span

Kind = TypeVar("Kind")
# Kinds of agreements that one would not say so.
KINDS = {"mou": "memorandum of understanding"}


def taken(row: FindingRow, kind: type[Kind]) -> Kind:
    """The finding of a row, which must be of a kind."""
    if not isinstance(row.finding, kind):
        raise TypeError(f"{row.finding!r} is no {kind.__name__}")
    return row.finding


def name_actor(actor: Actor) -> str:
    """An actor by office and name, with the code of the state."""
    named = " ".join(part for part in (actor.role, actor.name) if part) or actor.span.text
    return f"{named} ({actor.country})" if actor.country else named


def name_act(events: Sequence[Event]) -> str:
    """The type of events that are all of one, with the mode where they share it."""
    modes = {event.mode for event in events}
    mode = modes.pop() if len(modes) == 1 else None
    return f"{events[0].type} ({mode})" if mode else events[0].type


def on(day: str | None) -> str:
    """A day in a sentence."""
    return f"on {day}" if day else "on a day that is not known"


def when(row: FindingRow) -> str:
    """When an event happened by its own words, else when it was reported."""
    date = taken(row, Event).date
    return tell_days(date.start, date.end) if date else f"reported {on(row.published)}"


def listed(words: Iterable[str]) -> str:
    """Words in a row."""
    return ", ".join(words)


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells findings; `names` are those of the states by their codes."""

    names: Mapping[str, str]

    def states(self, codes: Iterable[str]) -> str:
        """States by their names."""
        return listed(self.names.get(code, code) for code in codes)

    def sides(self, events: Sequence[Event], actor: str, recipient: str) -> str:
        """Who does it to whom, as far as all of the events say so."""
        one, other = self.states([actor]), self.states([recipient])
        if all(event.recipients for event in events):
            return f"{one} towards {other}"
        return f"{one} and {other}" if not any(event.recipients for event in events) else f"between {one} and {other}"

    def group(self, group: Group, found: Found) -> Statement:
        """A main event: its day, act and sides, and whose words it is where no outlet reports it by itself."""
        events = [taken(row, Event) for row in found.rows]
        act = name_act(events) if not found.left_out else group.type
        day = tell_span(group.span) if group.dated else f"reported {tell_span(group.span)}"
        voices = dict.fromkeys(name_actor(event.attribution) for event in events if event.attribution)
        whose = f", in the words of {listed(voices)}" if all(event.attribution for event in events) else ""
        sides = self.sides(events, group.actor, group.recipient)
        told = state(f"{day[0].upper()}{day[1:]}: {act}, {sides}{whose}.", found.rows, found.count)
        return replace(told, head=group.month)

    def agreement(self, rows: Sequence[FindingRow]) -> Statement:
        """An agreement, its status and the days of it."""
        found = taken(rows[0], Agreement)
        several = f"{found.count} × " if found.count else "several × " if found.grouped else ""
        days = f" {tell_days(found.date.start, found.date.end)}" if found.date else ""
        period = f", for {found.period.start or '…'} to {found.period.end or '…'}" if found.period else ""
        kind = KINDS.get(found.kind, found.kind)
        named = several + kind if several else kind.capitalize()
        return state(f"{named} of {self.states(found.parties)}: {found.status}{days}{period}.", rows)

    def commitment(self, rows: Sequence[FindingRow]) -> Statement:
        """A promise in the words of the text, with its amount and the day it is due."""
        found = taken(rows[0], Commitment)
        by = listed(dict.fromkeys(map(name_actor, found.promised_by))) or self.states(found.parties)
        amount = ""
        if found.amount is not None:
            amount = f", {found.amount:,} {found.currency or found.unit or ''}".rstrip()
        due = f"due {found.deadline}" if found.deadline else "no day named"
        return state(f"{by}: “{' '.join(found.what.split())}”{amount}, {due}; {found.status}.", rows)

    def meeting(self, rows: Sequence[FindingRow]) -> Statement:
        """A meeting, when and where, and who took part by the reports that are cited."""
        found = taken(rows[0], Meeting)
        days = f" {tell_days(found.date.start, found.date.end)}" if found.date else ""
        place = f" in {found.place.name}" if found.place else ""
        held = "" if found.realis == "actual" else f" ({found.realis})"
        cited = [taken(row, Meeting) for row in rows[:MOST_CITED]]
        people = dict.fromkeys(name_actor(actor) for meeting in cited for actor in meeting.participants)
        who = f": {listed(people)}" if people else ""
        return state(f"{found.form.capitalize()} of {self.states(found.countries)}{place}{days}{held}{who}.", rows)

    def condition(self, rows: Sequence[FindingRow]) -> Statement:
        """What carries or hinders the relation."""
        found = taken(rows[0], Condition)
        words = " ".join(found.what.split())
        return state(f"{found.kind.capitalize()}, {self.states(found.parties)}: “{words}”.", rows)

    def contradiction(self, done: FindingRow, denied: FindingRow) -> Statement:
        """What one report says was done and another that it was not."""
        event, other = taken(done, Event), taken(denied, Event)
        text = (
            f"{name_act([event, other])}, {self._doers(event)}: {self._voice(event)} that it was done, {when(done)}; "
            f"{self._voice(other)} that it was not, {when(denied)}."
        )
        return state(text, [done, denied])

    def _voice(self, event: Event) -> str:
        return f"{name_actor(event.attribution)} says" if event.attribution else "the outlet reports"

    def _doers(self, event: Event) -> str:
        doers, others = (
            self.states(dict.fromkeys(actor.code for actor in side)) for side in (event.actors, event.recipients)
        )
        return f"{doers} towards {others}" if others else doers

    def attributed(self, row: FindingRow) -> Statement:
        """An event in somebody's words."""
        event = taken(row, Event)
        return state(f"{self._voice(event)}: {name_act([event])}, {self._doers(event)}, {when(row)}.", [row])

    def claim(self, row: FindingRow) -> Statement:
        """Who says something about whom; what is said stands in the citation."""
        claim = taken(row, Claim)
        speaker = name_actor(claim.speaker) if claim.speaker else "Somebody"
        how = "in these words" if claim.quote else "as reported"
        return state(f"{speaker} about {self.states(claim.about)}, {how}, published {on(row.published)}.", [row])

    def official(self, rows: Sequence[SightingRow]) -> Statement:
        """Who was seen in an office, with the words of the last article."""
        seen = rows[0].sighting
        text = f"{seen.name}, {seen.office}, {self.states([seen.country])}; in an article published {on(seen.day)}."
        return Statement(text, (cite_sighting(rows[0]),), len(rows))


def alike(row: FindingRow) -> tuple[Any, ...]:
    """What findings share that are told in one sentence."""
    found = row.finding
    if isinstance(found, Agreement):
        return (found.kind, tuple(sorted(found.parties)), found.status, _days(found), found.period, found.count)
    if isinstance(found, Meeting):
        place = found.place.name if found.place else None
        return (found.form, tuple(sorted(found.countries)), _days(found), found.realis, place)
    if isinstance(found, Commitment):
        words = (found.what, found.amount, found.currency, found.unit, found.deadline, found.status)
        return (*words, tuple(sorted(map(name_actor, found.promised_by))), tuple(sorted(found.parties)))
    if isinstance(found, Condition):
        return (found.kind, found.what.casefold(), tuple(sorted(found.parties)))
    return (row.article_id, found.id)


def _days(found: Agreement | Meeting) -> tuple[str | None, str | None] | None:
    return (found.date.start, found.date.end) if found.date else None
