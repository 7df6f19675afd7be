"""Verdict: why a finding was accepted or refused, in one short stable word.

The words stand in the store, in the web pages and in the tests; their meanings are in `REASONS`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from .span import Span


class Reason(StrEnum):
    """Why a finding stands or falls. Never renamed; add new ones at the end."""

    SUPPORTED = "supported"
    NO_ACTOR = "no-actor"
    NO_RECIPIENT = "no-recipient"
    ONE_STATE = "one-state"
    FURNITURE = "furniture"
    DIGEST = "digest"
    DUPLICATE = "duplicate"
    SPAN_MISMATCH = "span-mismatch"
    BAD_VALUE = "bad-value"
    NO_SPEAKER = "no-speaker"
    NO_STATE = "no-state"
    OTHER_LANGUAGE = "other-language"
    TOO_FEW_PARTIES = "too-few-parties"


REASONS: dict[Reason, str] = {
    Reason.SUPPORTED: "the words at its span show it",
    Reason.NO_ACTOR: "nobody in the clause, or proven to be meant by it, does the act",
    Reason.NO_RECIPIENT: "an act that needs a recipient has none in its clause",
    Reason.ONE_STATE: "actor and recipient belong to one state",
    Reason.FURNITURE: "stands in a caption, a label or another part of the page that reports nothing",
    Reason.DIGEST: "stands in a headline or digest and repeats or outruns the report below it",
    Reason.DUPLICATE: "repeats a finding of the same article with stronger evidence",
    Reason.SPAN_MISMATCH: "its span does not hold the words that it claims",
    Reason.BAD_VALUE: "a value lies outside the closed set of its field",
    Reason.NO_SPEAKER: "nobody is shown to have said it",
    Reason.NO_STATE: "no state or international body takes part",
    Reason.OTHER_LANGUAGE: "the text is not in a language that dragoman reads",
    Reason.TOO_FEW_PARTIES: "fewer than two parties are shown",
}


@dataclass(frozen=True, slots=True)
class Refusal:
    """A finding that was refused: its kind (`events`, `claims` ...), the reason, the words, and a label to read."""

    kind: str
    reason: Reason
    label: str
    evidence: Span
    rule: str

    def to_dict(self) -> dict[str, Any]:
        """The public form."""
        return {
            "kind": self.kind,
            "reason": str(self.reason),
            "label": self.label,
            "evidence": self.evidence.to_dict(),
            "rule": self.rule,
        }

    @classmethod
    def from_dict(cls, plain: dict[str, Any]) -> Refusal:
        """The inverse of `to_dict`."""
        return cls(
            plain["kind"],
            Reason(plain["reason"]),
            plain["label"],
            Span.from_dict(plain["evidence"]),
            plain["rule"],
        )
