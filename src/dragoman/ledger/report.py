"""Reports: what the ledger knows of one mention of an agreement or a promise, or of a sentence about one.

In: a Record. Out: one Report for each agreement and commitment, and one for each sentence of the body that tells what
became of something promised before (a note), with all that is compared. A report depends on its own article alone.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

from ..link.mention import shift_day
from ..record import Span, digest
from .changes import Told
from .days import Named, due_day
from .figures import Figure
from .refer import Reference

# Names what reports hold and how lines are made of them; a store kept by another version is kept anew.
LEDGER_VERSION = "1"
AGREEMENTS, COMMITMENTS, NOTES = "agreements", "commitments", "notes"
_LAST = "9999-12-31"
# Reports of one moment are published within so many days; outlets name a signing within one day of each other; a plan
# is carried out within so many days.
NEWS_DAYS, SAME_DAY, OPEN_DAYS = 3, 1, 400
# So many characters before a finding's words may still say how it is promised.
LEAD = 30


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says it, where it is not the outlet itself: a name, an office and a state, each as far as it is known."""

    name: str | None
    role: str | None
    country: str | None

    def to_dict(self) -> dict[str, Any]:
        """`{"name", "role", "country"}`."""
        return {"name": self.name, "role": self.role, "country": self.country}

    @classmethod
    def from_dict(cls, plain: dict[str, Any]) -> Speaker:
        """The inverse of `to_dict`."""
        return cls(plain["name"], plain["role"], plain["country"])


@dataclass(frozen=True)
class Report:
    """`kind` is agreements, commitments or notes; `day` that of publication. `parties` are codes, of a note all states
    that its article tells of, and `named` those that its sentence names. `what` are the words for the matter, `stems`
    what is compared of them. `words` is the sentence, `evidence` the finding's own words; `figures`, `days` and `told`
    count from the start of the sentence. `same_as` is the report of the same article that this one takes up again;
    `alone` is whether its sentence holds no other of its kind. `day_told` is when what it tells happened, as far as the
    text says. `by` is None where the outlet itself says it."""

    id: str
    kind: str
    article_id: str
    finding_id: str
    day: str | None
    outlet: str | None
    title: str | None
    parties: tuple[str, ...]
    named: tuple[str, ...]
    type: str
    status: str | None
    what: str
    topics: tuple[str, ...]
    stems: tuple[str, ...]
    amount: float | None
    currency: str | None
    unit: str | None
    deadline: str | None
    grouped: bool
    count: int | None
    day_told: tuple[str, str] | None
    figures: tuple[Figure, ...]
    days: tuple[Named, ...]
    shifts: tuple[int, ...]
    told: tuple[Told, ...]
    refers: Reference | None
    same_as: str | None
    alone: bool
    occasions: tuple[tuple[str, str | None, str | None], ...]
    by: Speaker | None
    words: Span
    evidence: Span

    @property
    def order(self) -> tuple[str, str, int, str]:
        """The canonical order: by day of publication, those without one last, then as the text has them."""
        # Two notes of one sentence stand in the order of what they tell.
        at = self.told[0].start if self.kind == NOTES and self.told else 0
        return (self.day or _LAST, self.article_id, self.evidence.start + at, self.id)

    @property
    def due(self) -> str | None:
        """The last day on which it is in time: of a promise by its deadline, of a planned agreement by its date."""
        if self.kind == COMMITMENTS:
            return due_day(self.deadline)
        if self.status in ("planned", "proposed") and self.day_told is not None:
            return self.day_told[1]
        return None

    @property
    def window(self) -> tuple[str, str] | None:
        """The days between which an agreement was made or may be: only reports whose windows meet can be of one."""
        if self.kind != AGREEMENTS:
            return None
        found = [each for each in (self.refers.days if self.refers else None, self.day_told) if each is not None]
        if self.day is not None:
            open_days = OPEN_DAYS if self.status in ("planned", "proposed") else SAME_DAY
            found.append((shift_day(self.day, -NEWS_DAYS), shift_day(self.day, open_days)))
        if not found:
            return None
        return min(first for first, _ in found), max(last for _, last in found)

    @cached_property
    def changes(self) -> frozenset[str]:
        """The changes that the sentence tells."""
        return frozenset(each.change for each in self.told)

    @property
    def own_told(self) -> tuple[Told, ...]:
        """The changes that the finding's own words tell, or those just before them ("reaffirmed that ...")."""
        start = self.evidence.start - self.words.start - LEAD
        end = self.evidence.end - self.words.start
        return tuple(each for each in self.told if start <= each.start < end)

    @property
    def told_behind(self) -> tuple[Told, ...]:
        """The changes that the words behind the finding tell, where the sentence tells of no other agreement."""
        end = self.evidence.end - self.words.start
        return tuple(each for each in self.told if each.start >= end) if self.alone else ()

    def to_dict(self) -> dict[str, Any]:
        """The report as plain values."""
        plain: dict[str, Any] = {}
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(value, tuple):
                value = [each.to_dict() if hasattr(each, "to_dict") else each for each in value]
            plain[field.name] = value.to_dict() if hasattr(value, "to_dict") else value
        return plain

    @classmethod
    def from_dict(cls, plain: dict[str, Any]) -> Report:
        """The inverse of `to_dict`."""
        values: dict[str, Any] = dict(plain)
        for name in ("parties", "named", "topics", "stems", "shifts"):
            values[name] = tuple(plain[name])
        values["day_told"] = None if plain["day_told"] is None else tuple(plain["day_told"])
        values["occasions"] = tuple((form, first, last) for form, first, last in plain["occasions"])
        values["figures"] = tuple(Figure.from_dict(each) for each in plain["figures"])
        values["days"] = tuple(Named.from_dict(each) for each in plain["days"])
        values["told"] = tuple(Told.from_dict(each) for each in plain["told"])
        values["refers"] = None if plain["refers"] is None else Reference.from_dict(plain["refers"])
        values["by"] = None if plain["by"] is None else Speaker.from_dict(plain["by"])
        values["words"], values["evidence"] = Span.from_dict(plain["words"]), Span.from_dict(plain["evidence"])
        return cls(**values)


def name_note(article_id: str, start: int) -> str:
    """The id of a note: 16 hexadecimal digits."""
    return digest("note", article_id, start)


def outlet_of(publisher: str | None, url: str | None) -> str | None:
    """Who published an article: the publisher, else the host of its address; None where neither is known."""
    if publisher:
        return publisher
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
