"""Line: an agreement or a promise with its history, as the ledger shows it.

In: what `history` makes. Out: frozen values with a public form, and in words how a line stands to its deadline on a
given day. What passed its day without news is due or overdue, never broken.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..record.happening import Join
from ..record.span import Span
from .report import Speaker

# Of these a deadline may still pass: nothing was reported that settles them.
OPEN_STATUSES = ("open", "planned", "proposed", "postponed")
AGREEMENT_STATUSES = ("proposed", "planned", "signed", "ratified", "in force", "suspended", "ended", "cancelled")
COMMITMENT_STATUSES = ("open", "met", "missed", "suspended", "withdrawn", "cancelled")
STATUSES = tuple(dict.fromkeys((*AGREEMENT_STATUSES, *COMMITMENT_STATUSES)))


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that a text tells of a line: the `change`, on which day it was published, when it happened as far as
    the text says (`first` to `last`), where, who says it (None: the outlet itself), in which words. `amount` to
    `deadline` are those that the text gives; `why` tells by what its report belongs to the line."""

    change: str
    day: str | None
    first: str | None
    last: str | None
    article_id: str
    outlet: str | None
    title: str | None
    report_id: str
    finding_id: str
    amount: float | None
    currency: str | None
    unit: str | None
    deadline: str | None
    by: Speaker | None
    words: Span
    why: Join | None

    @property
    def happened(self) -> str:
        """The day by which it had happened: its own, else that of publication."""
        return self.last or self.day or ""

    def to_dict(self) -> dict[str, Any]:
        """The public form."""
        return {
            "change": self.change,
            "published": self.day,
            "from": self.first,
            "to": self.last,
            "article": self.article_id,
            "outlet": self.outlet,
            "title": self.title,
            "report": self.report_id,
            "finding": self.finding_id,
            "amount": self.amount,
            "currency": self.currency,
            "unit": self.unit,
            "deadline": self.deadline,
            "by": None if self.by is None else self.by.to_dict(),
            "words": self.words.to_dict(),
            "why": None if self.why is None else self.why.to_dict(),
        }

    @classmethod
    def from_dict(cls, plain: dict[str, Any]) -> Entry:
        """The inverse of `to_dict`."""
        return cls(
            plain["change"], plain["published"], plain["from"], plain["to"], plain["article"], plain["outlet"],
            plain["title"], plain["report"], plain["finding"], plain["amount"], plain["currency"], plain["unit"],
            plain["deadline"],
            None if plain["by"] is None else Speaker.from_dict(plain["by"]),
            Span.from_dict(plain["words"]),
            None if plain["why"] is None else Join.from_dict(plain["why"]),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """A status that only somebody says: who, and which."""

    status: str
    by: Speaker

    def to_dict(self) -> dict[str, Any]:
        """`{"status", "by"}`."""
        return {"status": self.status, "by": self.by.to_dict()}

    @classmethod
    def from_dict(cls, plain: dict[str, Any]) -> Said:
        """The inverse of `to_dict`."""
        return cls(plain["status"], Speaker.from_dict(plain["by"]))


@dataclass(frozen=True, slots=True)
class Line:
    """An agreement or a commitment (`kind`) with its `entries` in order of what happened. `type` is the kind of
    agreement. `status` is what the outlets themselves show, `said` what only somebody says since. `amount` to
    `deadline` are the last that were told; `due` is the last day of the deadline. `first` and `last` are the days of
    the first and the last report. `happenings` are those that it is made of; `may_be` are lines that it may belong
    to."""

    id: str
    kind: str
    type: str
    parties: tuple[str, ...]
    what: str
    topics: tuple[str, ...]
    status: str
    said: tuple[Said, ...]
    amount: float | None
    currency: str | None
    unit: str | None
    deadline: str | None
    due: str | None
    first: str | None
    last: str | None
    reports: int
    entries: tuple[Entry, ...]
    happenings: tuple[str, ...]
    may_be: tuple[str, ...]

    @property
    def is_open(self) -> bool:
        """Whether nothing was reported that settles it."""
        return self.status in OPEN_STATUSES

    def is_overdue(self, as_of: str) -> bool:
        """Whether its last day lies before an ISO day and nothing was reported that settles it."""
        return self.is_open and self.due is not None and self.due < as_of

    def to_dict(self) -> dict[str, Any]:
        """The public form."""
        return {
            "id": self.id,
            "kind": self.kind,
            "type": self.type,
            "parties": list(self.parties),
            "what": self.what,
            "topics": list(self.topics),
            "status": self.status,
            "said": [each.to_dict() for each in self.said],
            "amount": self.amount,
            "currency": self.currency,
            "unit": self.unit,
            "deadline": self.deadline,
            "due": self.due,
            "first": self.first,
            "last": self.last,
            "reports": self.reports,
            "entries": [each.to_dict() for each in self.entries],
            "happenings": list(self.happenings),
            "may_be": list(self.may_be),
        }

    @classmethod
    def from_dict(cls, plain: dict[str, Any]) -> Line:
        """The inverse of `to_dict`."""
        values: dict[str, Any] = dict(plain)
        for name in ("parties", "topics", "happenings", "may_be"):
            values[name] = tuple(plain[name])
        values["said"] = tuple(Said.from_dict(each) for each in plain["said"])
        values["entries"] = tuple(Entry.from_dict(each) for each in plain["entries"])
        return cls(**values)


def tell_due(line: Line, as_of: str) -> str:
    """How a line stands to its deadline on an ISO day: "due 2028-12-31", behind that day "due 2028-12-31: no
    report"."""
    if line.due is None or not line.is_open:
        return line.deadline or ""
    return f"due {line.due}: no report" if line.is_overdue(as_of) else f"due {line.due}"
