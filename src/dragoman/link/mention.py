"""Mentions: what linking knows of a finding.

In: a Record. Out: one light Mention for each event, agreement, commitment and meeting, with all that is compared and
nothing else. A mention depends on its own article alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from ..record import Actor, Agreement, Commitment, Event, Finding, Meeting, Record, Span, When, Where, digest
from ..record.happening import name_member
from ..record.names import fold_name
from .words import STEM, proper_names, stem_words, topic_words

# Names what mentions hold and how they are compared; a store linked by another version is linked anew.
LINKS_VERSION = "1"
# Codes that stand for many bodies: the name tells which.
_BODIES = frozenset({"IGO", "NGO", "MNC"})
CODE_LENGTH = 3
# Words before an agreement that the reader does not know yet.
_INTRODUCING = frozenset("a an another new fresh several two three four five six dozens".split())
# Types whose two sides may stand in either order: what they tell is done together.
EITHER_ORDER = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT"})
# An act of words is done by saying it, though what it speaks of lies ahead.
SPEECH_ACTS = frozenset({"AGREE", "THREATEN", "REQUEST"})
# The text says that it happened, that it will, or neither.
HELD, PLANNED = "held", "planned"
_REALIS = {"actual": HELD, "historical": HELD, "future": PLANNED}
PLANNED_STATUSES = frozenset({"proposed", "planned"})
# What is told without a day happened on the day of publication or so many days before: where much happens, the same
# words soon tell another act.
UNDATED_DAYS = 1
# An agreement or a commitment is spoken of so many days after it was made, and means the same one.
AGREEMENT_DAYS = 400
COMMITMENT_DAYS = 730
# A plan is told again within so many days.
PLAN_DAYS = 21
# What ends a sentence, roughly: a few words more or less on either side do no harm to a comparison.
_STOP = re.compile(r"[.!?]['\"”’)]?\s+(?=[A-Z\"“‘'(])|\n\s*")


@dataclass(frozen=True)
class Mention:
    """A finding as linking sees it. `type` is the event's type, the agreement's kind or the meeting's form; `mode` the
    event's mode. `actors` and `recipients` are codes; agreements, commitments and meetings have `actors` only. `start`
    to `end` are the days that the text gives, None where it gives none. `place_wide` marks a place that holds others.
    `topics` are contexts or words, `people` folded names, `words` stems, `names` other names in the words; `code` is
    the CAMEO code; `alone` tells that its article has no other agreement of the same parties."""

    kind: str
    article_id: str
    finding_id: str
    published: str | None
    type: str
    mode: str | None
    code: str | None
    realis: str
    background: bool
    status: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    topics: tuple[str, ...]
    start: str | None
    end: str | None
    precision: str | None
    place: str | None
    place_country: str | None
    place_wide: bool
    amount: float | None
    currency: str | None
    unit: str | None
    deadline: str | None
    period: tuple[str | None, str | None] | None
    alone: bool
    people: tuple[str, ...]
    words: tuple[str, ...]
    names: tuple[str, ...]
    evidence: Span

    @cached_property
    def id(self) -> str:
        """The id of the mention as a member of a happening."""
        return name_member(self.kind, self.article_id, self.finding_id)

    @cached_property
    def order(self) -> tuple[str, str, str]:
        """The canonical order of mentions: by day of publication, those without one last."""
        return (self.published or "9999-12-31", self.article_id, self.finding_id)

    @cached_property
    def parties(self) -> tuple[str, ...]:
        """All parties, each once, sorted."""
        return tuple(sorted({*self.actors, *self.recipients}))

    @cached_property
    def word_set(self) -> frozenset[str]:
        """The words, to be compared."""
        return frozenset(self.words)

    @cached_property
    def topic_stems(self) -> frozenset[str]:
        """The topics, to be compared."""
        return frozenset(topic[:STEM] for topic in self.topics)

    @property
    def states(self) -> tuple[str, ...]:
        """The codes among the parties; of a body of many the code without its name."""
        codes = {party.split(" ")[0] for party in self.parties}
        return tuple(sorted(code for code in codes if len(code) == CODE_LENGTH and code.isupper()))

    @property
    def is_dated(self) -> bool:
        """Whether the text gives a day or a span of days."""
        return self.start is not None or self.end is not None

    @property
    def sides(self) -> tuple[str, ...]:
        """The parties, with ">" between those who act and those who are acted on where that order means something."""
        return self.parties if self.is_symmetric else (*self.actors, ">", *self.recipients)

    @property
    def is_new(self) -> bool:
        """Whether an agreement without a day is told of as news: "a protocol"; "the protocol" speaks of a known one."""
        first = self.evidence.text.split(" ", 1)[0].casefold()
        return self.kind == "agreements" and not self.is_dated and first in _INTRODUCING

    @property
    def is_symmetric(self) -> bool:
        """Whether the order of the sides means nothing."""
        return self.kind != "events" or self.type in EITHER_ORDER

    @cached_property
    def block(self) -> str:
        """The name of the block: only mentions of one kind, one set of parties and, of events, one type compare."""
        strand = self.type if self.kind == "events" else ""
        return digest("block", self.kind, strand, *self.parties)

    @cached_property
    def window(self) -> tuple[str, str] | None:
        """The first and last day on which it may have happened or been due; only mentions whose windows overlap
        compare. None where nothing tells the time: such a mention stays alone."""
        lower, upper = self.start, self.end
        if self.published is not None:
            told = shift_day(self.published, -UNDATED_DAYS)
            if self.kind == "commitments":
                return shift_day(self.published, -COMMITMENT_DAYS), self.published
            if self.kind == "agreements" and not self.is_new:
                told = shift_day(self.published, -AGREEMENT_DAYS)
            if self.realis == PLANNED and self.kind != "agreements":
                told = shift_day(self.published, -PLAN_DAYS)
                return min(told, lower or told), max(self.published, upper or self.published)
            if not self.is_dated or self.kind == "agreements":
                return min(told, lower or told), max(self.published, upper or self.published)
        if lower is None and upper is None:
            return None
        ends = [str(lower or upper), str(upper or self.published or lower)]
        return min(ends), max(ends)

    def to_dict(self) -> dict[str, Any]:
        """The mention as plain values."""
        plain: dict[str, Any] = {}
        for field in fields(self):
            value = getattr(self, field.name)
            plain[field.name] = list(value) if isinstance(value, tuple) else value
        plain["evidence"] = self.evidence.to_dict()
        return plain

    @classmethod
    def from_dict(cls, plain: dict[str, Any]) -> Mention:
        """The inverse of `to_dict`."""
        values: dict[str, Any] = dict(plain)
        values.update((name, tuple(value)) for name, value in plain.items() if isinstance(value, list))
        values["evidence"] = Span.from_dict(plain["evidence"])
        return cls(**values)


def shift_day(day: str, days: int) -> str:
    """The ISO day so many days later; the first or last day there is where that is no day any more."""
    at = date.fromisoformat(day).toordinal() + days
    return date.fromordinal(min(max(at, 1), date.max.toordinal())).isoformat()


def days_between(one: str, other: str) -> int:
    """How many days lie between two ISO days, whichever comes first."""
    return abs((date.fromisoformat(one) - date.fromisoformat(other)) // timedelta(days=1))


def take_mentions(record: Record) -> tuple[Mention, ...]:
    """The mentions of an article, in the order of its findings."""
    return tuple(_walk_mentions(record))


def _walk_mentions(record: Record) -> Iterator[Mention]:
    names = _name_parties(record)
    for event in record.events:
        yield _take_event(event, record, names)
    for agreement in record.agreements:
        yield _take_agreement(agreement, record, names)
    for commitment in record.commitments:
        yield _take_commitment(commitment, record, names)
    for meeting in record.meetings:
        yield _take_meeting(meeting, record, names)


def _name_parties(record: Record) -> Mapping[str, set[str]]:
    """How the article calls each party, by its code."""
    names: defaultdict[str, set[str]] = defaultdict(set)
    for event in record.events:
        for actor in (*event.actors, *event.recipients):
            if actor.role is None:
                names[_code(actor)].add(actor.span.text)
    for meeting in record.meetings:
        for actor in meeting.participants:
            if actor.role is None:
                names[_code(actor)].add(actor.span.text)
    return names


def _code(actor: Actor) -> str:
    """What stands for an actor among parties."""
    if actor.country in _BODIES and actor.name:
        return f"{actor.country} {fold_name(actor.name)}"
    return actor.country or fold_name(actor.code)


def _codes(actors: Iterable[Actor]) -> tuple[str, ...]:
    return tuple(sorted({_code(actor) for actor in actors}))


def _people(actors: Iterable[Actor]) -> tuple[str, ...]:
    """The folded last names of the officials among actors; outlets differ in how much of a name they give."""
    named = {fold_name(actor.name) for actor in actors if actor.name and actor.role}
    return tuple(sorted({name.split()[-1] for name in named if name}))


def _days(when: When | None) -> dict[str, Any]:
    return {
        "start": when.start if when else None,
        "end": when.end if when else None,
        "precision": when.precision if when else None,
    }


def _where(place: Where | None) -> dict[str, Any]:
    return {
        "place": fold_name(place.name) if place else None,
        "place_country": place.country if place else None,
        # Only towns and spots have coordinates; states and regions hold many of them.
        "place_wide": place is not None and place.lat is None,
    }


def _words(text: str, codes: Iterable[str], names: Mapping[str, set[str]]) -> dict[str, Any]:
    parties = [name for code in codes for name in names.get(code, ())]
    return {"words": stem_words(text, parties=parties), "names": proper_names(text, parties=parties)}


def _context(finding: Finding, fellows: Iterable[Finding], text: str) -> str:
    """The sentence around short evidence, so that there are words to compare; the evidence alone where another finding
    of its kind stands in that sentence, whose words would be taken for its own."""
    start, end = finding.evidence.start, finding.evidence.end
    first = max((found.end() for found in _STOP.finditer(text, 0, start)), default=0)
    stop = _STOP.search(text, end)
    last = stop.start() if stop else len(text)
    for other in fellows:
        if other is not finding and other.evidence.start < last and first < other.evidence.end:
            return finding.evidence.text
    return text[first:last]


_PLAIN: dict[str, Any] = {
    "mode": None, "code": None, "status": None, "recipients": (), "topics": (), "amount": None, "currency": None,
    "unit": None, "deadline": None, "period": None, "people": (), "background": False, "alone": True,
}  # fmt: skip


def _share(record: Record, kind: str, finding_id: str) -> dict[str, Any]:
    article = record.article
    return {
        **_PLAIN, "kind": kind, "article_id": article.id, "finding_id": finding_id, "published": article.published
    }  # fmt: skip


def _take_event(event: Event, record: Record, names: Mapping[str, set[str]]) -> Mention:
    sides = _codes(event.actors), _codes(event.recipients)
    realis = _REALIS.get(event.realis, event.realis)
    return Mention(
        **{
            **_share(record, "events", event.id),
            "type": event.type,
            "mode": event.mode,
            "code": event.cameo,
            "realis": HELD if realis == PLANNED and event.type in SPEECH_ACTS else realis,
            "background": event.realis == "historical",
            "actors": sides[0],
            "recipients": sides[1],
            "topics": tuple(sorted(event.contexts)),
            "people": _people((*event.actors, *event.recipients)),
            **_days(event.date),
            **_where(event.place),
            **_words(event.evidence.text, (*sides[0], *sides[1]), names),
            "evidence": event.evidence,
        }
    )


def _take_agreement(agreement: Agreement, record: Record, names: Mapping[str, set[str]]) -> Mention:
    codes = tuple(sorted(set(agreement.parties)))
    return Mention(
        **{
            **_share(record, "agreements", agreement.id),
            "type": agreement.kind,
            "realis": PLANNED if agreement.status in PLANNED_STATUSES else HELD,
            "status": agreement.status,
            "actors": codes,
            "topics": topic_words(" ".join(agreement.topics)),
            "alone": sum(set(each.parties) == set(codes) for each in record.agreements) == 1,
            # How many of them there are: a group is not one of its members.
            "amount": float(agreement.count or 2) if agreement.grouped else None,
            "period": (agreement.period.start, agreement.period.end) if agreement.period else None,
            **_days(agreement.date),
            **_where(agreement.place),
            **_words(_context(agreement, record.agreements, record.article.text), codes, names),
            "evidence": agreement.evidence,
        }
    )


def _take_commitment(commitment: Commitment, record: Record, names: Mapping[str, set[str]]) -> Mention:
    codes = tuple(sorted(set(commitment.parties)))
    return Mention(
        **{
            **_share(record, "commitments", commitment.id),
            "type": "",
            "realis": HELD,
            "status": commitment.status,
            "actors": codes,
            "topics": topic_words(commitment.what, parties=[name for code in codes for name in names.get(code, ())]),
            "amount": None if commitment.amount is None else float(commitment.amount),
            "currency": commitment.currency,
            "unit": fold_name(commitment.unit) if commitment.unit else None,
            "deadline": commitment.deadline,
            "people": _people(commitment.promised_by),
            **_days(None),
            **_where(None),
            **_words(_context(commitment, record.commitments, record.article.text), codes, names),
            "evidence": commitment.evidence,
        }
    )


def _take_meeting(meeting: Meeting, record: Record, names: Mapping[str, set[str]]) -> Mention:
    codes = tuple(sorted({*meeting.countries} or {*_codes(meeting.participants)}))
    return Mention(
        **{
            **_share(record, "meetings", meeting.id),
            "type": meeting.form,
            "realis": _REALIS.get(meeting.realis, meeting.realis),
            "background": meeting.realis == "historical",
            "actors": codes,
            "people": _people(meeting.participants),
            **_days(meeting.date),
            **_where(meeting.place),
            **_words(_context(meeting, record.meetings, record.article.text), codes, names),
            "evidence": meeting.evidence,
        }
    )
