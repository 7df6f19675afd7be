"""Span: the words of an article that show a finding.

Offsets are Unicode code points into the article's frozen text, half-open. A span keeps its words, so that
anyone can prove `text[start:end] == span.text` without the parser.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The half-open stretch [start, end) of an article's text, with its words. Equal by all three."""

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if self.start < 0 or self.end - self.start != len(self.text):
            raise ValueError(f"Span [{self.start}, {self.end}) does not have the length of its words {self.text!r}.")

    @classmethod
    def cut(cls, text: str, start: int, end: int) -> Span:
        """The span of `text` from `start` to `end`, without white space at its edges."""
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return cls(start, end, text[start:end])

    def proves(self, text: str) -> bool:
        """Whether the words stand in `text` where the span says."""
        return text[self.start : self.end] == self.text

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def to_dict(self) -> dict[str, Any]:
        """`{"start", "end", "text"}`."""
        return {"start": self.start, "end": self.end, "text": self.text}

    @classmethod
    def from_dict(cls, plain: dict[str, Any]) -> Span:
        """The inverse of `to_dict`."""
        return cls(plain["start"], plain["end"], plain["text"])
