"""Record: all that one article yields, and what was refused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .article import Article
from .findings import Agreement, Claim, Commitment, Condition, Event, Finding, Meeting, Person
from .verdict import Refusal

KINDS: dict[str, type[Finding]] = {
    "events": Event,
    "agreements": Agreement,
    "commitments": Commitment,
    "claims": Claim,
    "meetings": Meeting,
    "persons": Person,
    "conditions": Condition,
}


@dataclass(frozen=True, slots=True)
class Record:
    """The accepted findings of one article, by kind, and the refused ones with their reasons."""

    article: Article
    events: tuple[Event, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    claims: tuple[Claim, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    persons: tuple[Person, ...] = ()
    conditions: tuple[Condition, ...] = ()
    refused: tuple[Refusal, ...] = ()

    def findings(self) -> list[tuple[str, Finding]]:
        """Every accepted finding with its kind, in the order of `KINDS`."""
        return [(kind, finding) for kind in KINDS for finding in getattr(self, kind)]

    def to_dict(self, *, explain: bool = False) -> dict[str, Any]:
        """The public form; with `explain` also the refused findings under `refused`."""
        plain: dict[str, Any] = {"article": self.article.to_dict()}
        for kind in KINDS:
            plain[kind] = [finding.to_dict() for finding in getattr(self, kind)]
        if explain:
            plain["refused"] = [refusal.to_dict() for refusal in self.refused]
        return plain

    @classmethod
    def from_dict(cls, plain: dict[str, Any]) -> Record:
        """The inverse of `to_dict`."""
        found = {kind: tuple(each.from_dict(item) for item in plain.get(kind, ())) for kind, each in KINDS.items()}
        refused = tuple(Refusal.from_dict(item) for item in plain.get("refused", ()))
        return cls(Article.from_dict(plain["article"]), refused=refused, **found)  # type: ignore[arg-type]
