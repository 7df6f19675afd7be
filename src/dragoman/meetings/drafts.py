"""Drafts: the meetings of an article while it is read.

In: one Draft for each mention of a meeting. Out: Drafts, each meeting once, with the mention that shows most of it as
evidence. Two mentions are of one meeting where states, time and form allow it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ..events.roles import is_coded, merge
from ..parse.tokens import Sentence, Token
from ..record import Actor, Span, When, Where

# How far behind a meeting a sentence may still add to its attendance.
ATTENDANCE_REACH = 40
# So many sentences apart a meeting without a day is the one with a day, however long ago.
BESIDE = 1


@dataclass
class Draft:
    """A meeting while the article is read. `known` holds states that the passage gives, beside those of the
    participants; `inside` whether it is one within a government, `back` whether the words refer back ("chaired the
    meeting"), `signing` whether they tell only that a paper was signed, `other` whether
    they set it apart from those told before ("an earlier round")."""

    sentence: Sentence
    token: Token
    form: str
    participants: tuple[Actor, ...]
    evidence: Span
    date: When | None
    place: Where | None
    realis: str
    known: tuple[str, ...] = ()
    inside: bool = False
    back: bool = False
    signing: bool = False
    other: bool = False
    more: list[Actor] = field(default_factory=list)

    @property
    def actors(self) -> tuple[Actor, ...]:
        """Everybody shown to have come."""
        return merge((*self.participants, *self.more))

    @property
    def countries(self) -> tuple[str, ...]:
        """The states that came: those of the participants, and those that the passage is about."""
        found = [actor.country for actor in (*self.participants, *self.more) if actor.country]
        states = list(dict.fromkeys([*found, *self.known]))
        return tuple(state for state in states if state != "IGO" or len(states) == 1)

    @property
    def shown(self) -> tuple[int, bool, bool]:
        """How much the mention itself shows: persons, a place, a day; nothing where it refers back."""
        if self.back:
            return 0, False, False
        return sum(1 for each in self.participants if each.name and each.role), self.place is not None, bool(self.date)


class Drafts:
    """The meetings of one article in order of the text."""

    def __init__(self, published: str | None) -> None:
        self.published = published
        self.kept: list[Draft] = []

    def add(self, draft: Draft) -> None:
        """Keep a mention: as a new meeting, or with the one that it tells again."""
        told = self.same(draft)
        if told is None:
            # A visit of nobody shown to nowhere shown is no meeting.
            if draft.form != "visit" or len(draft.countries) > 1:
                self.kept.append(draft)
            return
        if draft.shown > told.shown and not (draft.signing and told.form != "visit"):
            told.evidence, told.token, told.signing = draft.evidence, draft.token, draft.signing
            told.participants, draft.participants = draft.participants, told.participants
        told.more.extend(draft.participants)
        told.known = tuple(dict.fromkeys((*told.known, *draft.known)))
        told.inside = told.inside or draft.inside
        told.date, told.place = told.date or draft.date, told.place or draft.place

    def same(self, draft: Draft) -> Draft | None:
        """A meeting told before that may be the same: its states, no other date, both past or both ahead."""
        for known in self.kept:
            if known.realis != draft.realis:
                continue
            ours, theirs = set(draft.countries), set(known.countries)
            joined = ours <= theirs if len(ours) < 2 else ours == theirs
            near = draft.sentence.index - known.sentence.index <= ATTENDANCE_REACH
            forms = {known.form, draft.form}
            alike = len(forms) == 1 or "meeting" in forms
            apart = draft.other or _elsewhere(draft, known) or not self._one_date(draft, known)
            if joined and near and alike and not apart:
                return known
        return None

    def _one_date(self, one: Draft, other: Draft) -> bool:
        if one.date is not None and other.date is not None:
            return (one.date.start, one.date.end) == (other.date.start, other.date.end)
        dated = one.date or other.date
        beside = abs(one.sentence.index - other.sentence.index) <= BESIDE
        return dated is None or beside or dated.is_news(self.published)

    def attended(self, form: str) -> Draft | None:
        """The main meeting told before: the first that happened of the same form, else the first that happened."""
        happened = [draft for draft in self.kept if draft.realis == "actual"]
        same = [draft for draft in happened if draft.form == form]
        return next(iter(same or happened), None)

    def states_before(self, named: Iterable[str] = ()) -> tuple[str, ...]:
        """The states of the last meeting of several states that holds those named."""
        wanted = set(named)
        for draft in reversed(self.kept):
            states = draft.countries
            if len(states) > 1 and wanted <= set(states):
                return states
        return ()


def _elsewhere(one: Draft, other: Draft) -> bool:
    """Whether both are said to be in different towns."""
    if one.place is None or other.place is None or one.place.name == other.place.name:
        return False
    return one.place.geonameid is not None and other.place.geonameid is not None


def coded(actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """The actors that stand for somebody."""
    return tuple(actor for actor in actors if is_coded(actor))
