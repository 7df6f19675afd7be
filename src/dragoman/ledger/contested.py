"""Contested: where an article sets what one side says against what another says.

In: a Record. Out: Disputes: a charge and its denial, or two figures for one thing, each with all that both sides say
about it. Refuses denials that answer nobody of another side; the accounts of the outlet, of speakers and denials stay
apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ..record import Actor, Claim, Event, Record, Span, digest
from ..record.happening import name_member
from .figures import Figure, find_figures, near
from .lexicon import load_words
from .report import COMMITMENTS, Speaker, outlet_of
from .sentences import find_sentences
from .take import make_speaker, stems_of

# How an account stands to what is contested.
OUTLET, CHARGE, DENIAL, STATEMENT = "outlet", "charge", "denial", "statement"
STANCES = (OUTLET, CHARGE, DENIAL, STATEMENT)
# A denial answers what stands at most so many sentences before it; figures for one thing stand as near.
REACH = 8
# Around charge and denial so many sentences tell what the sides say besides.
BEFORE, BEHIND = 1, 3
# So many stems in common make two figures figures for one thing.
SAME_THING = 2
# Words behind a number that are no thing that is counted.
_NO_UNITS = frozenset("of to and or percent per in on by the a years year months month days day hours hour".split())
_DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|rejected|rejects|dismissed|dismisses|refuted|rebuffed|disputed)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Account:
    """What somebody asserts: the outlet itself (`by` is None) or a speaker, in which words. `charge` and `denial` are
    what is contested, `statement` what a side says about it besides."""

    stance: str
    by: Speaker | None
    words: Span
    article_id: str
    outlet: str | None
    title: str | None
    day: str | None

    @property
    def side(self) -> str:
        """Whose account it is: a state, else a name, else the outlet."""
        if self.by is None:
            return f"outlet {self.outlet or self.article_id}"
        return self.by.country or self.by.name or "somebody"

    def to_dict(self) -> dict[str, Any]:
        """The public form."""
        return {
            "stance": self.stance,
            "by": None if self.by is None else self.by.to_dict(),
            "words": self.words.to_dict(),
            "article": self.article_id,
            "outlet": self.outlet,
            "title": self.title,
            "published": self.day,
        }

    @classmethod
    def from_dict(cls, plain: dict[str, Any]) -> Account:
        """The inverse of `to_dict`."""
        by = None if plain["by"] is None else Speaker.from_dict(plain["by"])
        words = Span.from_dict(plain["words"])
        return cls(
            plain["stance"], by, words, plain["article"], plain["outlet"], plain["title"], plain["published"]
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Dispute:
    """What one article sets against each other. `anchor` is the id of the member of a happening that it is about, or of
    the claim where no finding tells it; `feature` is what the sides differ in: "denial" or "number"."""

    anchor_kind: str
    anchor: str
    feature: str
    states: tuple[str, ...]
    accounts: tuple[Account, ...]

    def to_dict(self) -> dict[str, Any]:
        """The dispute as plain values."""
        return {
            "anchor_kind": self.anchor_kind,
            "anchor": self.anchor,
            "feature": self.feature,
            "states": list(self.states),
            "accounts": [each.to_dict() for each in self.accounts],
        }

    @classmethod
    def from_dict(cls, plain: dict[str, Any]) -> Dispute:
        """The inverse of `to_dict`."""
        accounts = tuple(Account.from_dict(each) for each in plain["accounts"])
        return cls(plain["anchor_kind"], plain["anchor"], plain["feature"], tuple(plain["states"]), accounts)


@dataclass(frozen=True, slots=True)
class _Statement:
    """What a speaker says, in sentence number `at`, with the states that it is about."""

    at: int
    speaker: Speaker
    span: Span
    sentence: Span
    about: frozenset[str]
    charges: bool
    denies: bool

    @property
    def side(self) -> str:
        """The state of the speaker, else the name."""
        return self.speaker.country or self.speaker.name or ""


def take_disputes(record: Record) -> tuple[Dispute, ...]:
    """The disputes of an article, in order of the text."""
    return tuple(_Reader(record).disputes())


class _Reader:
    """The article while it is read: who says what in which sentence."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.sentences = find_sentences(record.article)
        self.statements = sorted(self._statements(), key=lambda each: (each.at, each.span.start, each.span.end))

    def disputes(self) -> Iterator[Dispute]:
        """Denials with what they answer, then figures that differ; each pair of statements once."""
        seen: set[tuple[int, int]] = set()
        for denial in (each for each in self.statements if each.denies):
            charge = self._find_charge(denial)
            if charge is not None and (charge.span.start, denial.span.start) not in seen:
                seen.add((charge.span.start, denial.span.start))
                yield self._make("denial", charge, denial)
        for at, one in enumerate(self.statements):
            for other in self.statements[at + 1 :]:
                if (one.span.start, other.span.start) not in seen and self._differ_in_number(one, other):
                    seen.add((one.span.start, other.span.start))
                    yield self._make("number", one, other)

    def _statements(self) -> Iterator[_Statement]:
        for claim in self.record.claims:
            found = self._sentence_at(claim.evidence)
            if found is not None and (claim.speaker is not None or claim.rule == "denied"):
                yield _of_claim(claim, *found)
        for event in self.record.events:
            found = self._sentence_at(event.trigger)
            if found is not None and event.attribution is None and self._is_own(event, found[1]):
                yield _of_event(event, *found)

    def _is_own(self, event: Event, sentence: Span) -> bool:
        """Whether an event is an accusation or a denial that no claim tells."""
        if event.type not in ("ACCUSE", "REJECT") or event.realis not in ("actual", "historical"):
            return False
        if event.type == "REJECT" and _DENIES.search(event.trigger.text) is None:
            return False
        told = [claim for claim in self.record.claims if claim.evidence.overlaps(event.trigger)]
        return bool(event.actors) and not told and sentence.covers(event.trigger)

    def _sentence_at(self, span: Span) -> tuple[int, Span] | None:
        return next(((at, each) for at, each in enumerate(self.sentences) if each.overlaps(span)), None)

    def _find_charge(self, denial: _Statement) -> _Statement | None:
        """What a denial answers: the nearest charge by another side before it, else what another side says of it."""
        before = [
            each
            for each in self.statements
            if 0 <= denial.at - each.at <= REACH
            and each.span != denial.span
            and (each.at, each.span.start) <= (denial.at, denial.span.start)
            and each.side != denial.side
            and not each.denies
            and _is_about(each, denial)
        ]
        charges = [each for each in before if each.charges]
        # A plain statement is denied only where the denial speaks of the same thing.
        said = [each for each in before if _share_stems(each, denial) >= SAME_THING]
        return (charges or said)[-1] if charges or said else None

    def _differ_in_number(self, one: _Statement, other: _Statement) -> bool:
        """Whether two sides give different figures for one thing."""
        if not (one.speaker.country and other.speaker.country) or one.side == other.side:
            return False
        if abs(one.at - other.at) > REACH or one.sentence == other.sentence:
            return False
        ours, theirs = _things(one.span.text), _things(other.span.text)
        shared = {each.unit for each in ours} & {each.unit for each in theirs}
        for unit in shared:
            values = [[each.value for each in many if each.unit == unit] for many in (ours, theirs)]
            if not any(near(a, b) for a in values[0] for b in values[1]):
                return _share_stems(one, other) >= SAME_THING
        return False

    def _make(self, feature: str, one: _Statement, other: _Statement) -> Dispute:
        kind, anchor = self._find_anchor(one, other)
        sides = {one.side, other.side}
        first, last = min(one.at, other.at) - BEFORE, max(one.at, other.at) + BEHIND
        near_by = [each for each in self.statements if first <= each.at <= last and each.side in sides]
        accounts = [self._account(each, one, other, feature) for each in near_by]
        states = {side for side in sides if len(side) == 3 and side.isupper()}
        states |= one.about & other.about if not states else set()
        return Dispute(kind, anchor, feature, tuple(sorted(states)), tuple(dict.fromkeys(accounts)))

    def _account(self, each: _Statement, one: _Statement, other: _Statement, feature: str) -> Account:
        stance = STATEMENT
        if feature == "denial":
            stance = CHARGE if each is one else DENIAL if each.denies else STATEMENT
        article = self.record.article
        outlet = outlet_of(article.publisher, article.url)
        return Account(stance, each.speaker, each.sentence, article.id, outlet, article.title, article.published)

    def _find_anchor(self, one: _Statement, other: _Statement) -> tuple[str, str]:
        """The finding that is contested: the accusation as an event, else a promise that both speak of, else any event
        of the sentence, else the claim itself."""
        article = self.record.article.id
        events = [event for event in self.record.events if one.sentence.overlaps(event.trigger)]
        for event in sorted(events, key=lambda each: (each.type != "ACCUSE", each.trigger.start)):
            if event.type == "ACCUSE":
                return "events", name_member("events", article, event.id)
        stems = set(stems_of(f"{one.sentence.text} {other.sentence.text}", {}, ()))
        for commitment in self.record.commitments:
            if len(stems & set(stems_of(commitment.evidence.text, {}, ()))) > SAME_THING:
                return COMMITMENTS, name_member(COMMITMENTS, article, commitment.id)
        if events:
            return "events", name_member("events", article, events[0].id)
        return "claims", digest("dispute", article, one.span.start, one.span.end)


def _of_claim(claim: Claim, at: int, sentence: Span) -> _Statement:
    return _Statement(
        at,
        make_speaker(claim.speaker),
        claim.evidence,
        sentence,
        frozenset(claim.about),
        claim.rule in ("accused", "blamed"),
        claim.rule == "denied" or (not claim.quote and _DENIES.search(claim.evidence.text[:60]) is not None),
    )


def _of_event(event: Event, at: int, sentence: Span) -> _Statement:
    about = frozenset(_codes(event.recipients))
    denies = event.type == "REJECT"
    return _Statement(at, make_speaker(event.actors[0]), event.trigger, sentence, about, not denies, denies)


def _share_stems(one: _Statement, other: _Statement) -> int:
    """How many stems the words of two statements share."""
    stems = [set(stems_of(each.span.text, {}, ())) for each in (one, other)]
    return len(stems[0] & stems[1])


def _codes(actors: Iterable[Actor]) -> list[str]:
    return [actor.country for actor in actors if actor.country]


def _is_about(charge: _Statement, denial: _Statement) -> bool:
    """Whether a statement speaks of the side that denies."""
    side = denial.speaker.country
    return side is None or side in charge.about or not charge.about


def _things(text: str) -> Sequence[Figure]:
    """The figures of a text that count something."""
    words = load_words()
    found = find_figures(text)
    return [each for each in found if each.unit and each.unit not in _NO_UNITS and not words.is_month(each.unit)]
