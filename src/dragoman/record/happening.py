"""Happenings: one event, agreement, commitment or meeting of the world, with all findings that report it.

In: members (findings by article and id) and why each was joined. Out: frozen values with a public form. A happening is
named by its first member, so its id depends on what is reported alone, and every member's id means its happening.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .article import digest
from .span import Span

# The kinds of finding whose reports are linked; claims and persons are of their article.
HAPPENING_KINDS = ("events", "agreements", "commitments", "meetings")
# What two reports can agree in. `decision` is the word of a user.
FEATURES = (
    "parties", "type", "time", "place", "people", "topics", "amount", "deadline", "period", "wording", "near-copy",
    "decision",
)  # fmt: skip
ACTIONS = ("merge", "split")


def name_member(kind: str, article_id: str, finding_id: str) -> str:
    """The id of a finding as a member, and of the happening that begins with it: 16 hexadecimal digits."""
    return digest("happening", kind, article_id, finding_id)


@dataclass(frozen=True, slots=True)
class Agreed:
    """One feature in which two reports agree, and the value or measure that shows it."""

    feature: str
    value: str

    def to_dict(self) -> dict[str, Any]:
        """`{"feature", "value"}`."""
        return {"feature": self.feature, "value": self.value}

    @classmethod
    def from_dict(cls, plain: dict[str, Any]) -> Agreed:
        """The inverse of `to_dict`."""
        return cls(plain["feature"], plain["value"])


@dataclass(frozen=True, slots=True)
class Join:
    """Why a member belongs to its happening: the id of the member that it agrees with most, and in what."""

    other: str
    agreed: tuple[Agreed, ...]

    def to_dict(self) -> dict[str, Any]:
        """`{"with", "agreed"}`."""
        return {"with": self.other, "agreed": [each.to_dict() for each in self.agreed]}

    @classmethod
    def from_dict(cls, plain: dict[str, Any]) -> Join:
        """The inverse of `to_dict`."""
        return cls(plain["with"], tuple(Agreed.from_dict(each) for each in plain["agreed"]))


@dataclass(frozen=True, slots=True)
class Member:
    """One finding that reports a happening. `join` is None for the only member or the one that the others joined;
    `day` is the day of publication, `outlet` the publisher or, where the page names none, the host of its address."""

    id: str
    article_id: str
    finding_id: str
    type: str
    realis: str
    day: str | None
    outlet: str | None
    title: str | None
    evidence: Span
    join: Join | None

    def to_dict(self) -> dict[str, Any]:
        """The public form."""
        return {
            "id": self.id,
            "article": self.article_id,
            "finding": self.finding_id,
            "type": self.type,
            "realis": self.realis,
            "published": self.day,
            "outlet": self.outlet,
            "title": self.title,
            "evidence": self.evidence.to_dict(),
            "join": None if self.join is None else self.join.to_dict(),
        }


@dataclass(frozen=True, slots=True)
class Happening:
    """What its `members` report, the first reported first. `kind` is that of the findings, `type` (of a commitment its
    amount and deadline) and `realis` those of most of them; `first_day` to `last_day` is when it happened or is due by
    the most exact member, else the day it was first reported. `planned_as` are the ids of happenings that announced it,
    `held_as` of those that an announced one became."""

    id: str
    kind: str
    type: str
    realis: str
    states: tuple[str, ...]
    first_day: str | None
    last_day: str | None
    members: tuple[Member, ...]
    planned_as: tuple[str, ...] = ()
    held_as: tuple[str, ...] = ()

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of the articles that report it, each once, in the order of the members."""
        return tuple(dict.fromkeys(member.article_id for member in self.members))

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets that report it, as far as they are known, by name."""
        return tuple(sorted({member.outlet for member in self.members if member.outlet}))

    def to_dict(self) -> dict[str, Any]:
        """The public form."""
        return {
            "id": self.id,
            "kind": self.kind,
            "type": self.type,
            "realis": self.realis,
            "states": list(self.states),
            "from": self.first_day,
            "to": self.last_day,
            "mentions": len(self.members),
            "articles": len(self.articles),
            "outlets": list(self.outlets),
            "planned_as": list(self.planned_as),
            "held_as": list(self.held_as),
            "members": [member.to_dict() for member in self.members],
        }


@dataclass(frozen=True, slots=True)
class DecidedMember:
    """A finding that a decision is about, on side 1 or 2, with the words and parties (">" before those acted on) by
    which it is found again after its article was coded anew. `current` is the id of the member that it is now, None
    where no finding has those words any more."""

    side: int
    id: str
    article_id: str
    finding_id: str
    parties: tuple[str, ...]
    evidence: Span
    current: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """The public form."""
        return {
            "side": self.side,
            "id": self.id,
            "article": self.article_id,
            "finding": self.finding_id,
            "parties": list(self.parties),
            "evidence": self.evidence.to_dict(),
            "current": self.current,
        }


@dataclass(frozen=True, slots=True)
class Decision:
    """What a user decided, by number: `merge` makes the findings of both sides one, `split` keeps side 1 apart from
    side 2. In force until undone; of two that contradict each other the newer one counts."""

    id: int
    action: str
    kind: str
    who: str
    why: str
    when: str
    undone: str | None
    undone_by: str | None
    undone_why: str | None
    members: tuple[DecidedMember, ...]

    def to_dict(self) -> dict[str, Any]:
        """The public form."""
        return {
            "id": self.id,
            "action": self.action,
            "kind": self.kind,
            "who": self.who,
            "why": self.why,
            "when": self.when,
            "undone": self.undone,
            "undone_by": self.undone_by,
            "undone_why": self.undone_why,
            "members": [member.to_dict() for member in self.members],
        }
