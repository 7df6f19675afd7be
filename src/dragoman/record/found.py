"""Found: findings with the head of their article, as a store gives them to whoever shows them."""

from __future__ import annotations

from dataclasses import dataclass

from .findings import Finding
from .sighting import Sighting


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding with the head of its article. `day` orders the list: the finding's own first day, else that of
    publication, None where neither is known."""

    article_id: str
    title: str | None
    url: str | None
    publisher: str | None
    published: str | None
    day: str | None
    finding: Finding


@dataclass(frozen=True, slots=True)
class Found:
    """Some of the findings that were asked for, and how many there are in all."""

    rows: tuple[FindingRow, ...]
    count: int

    @property
    def left_out(self) -> int:
        """How many findings are not among the rows."""
        return self.count - len(self.rows)


@dataclass(frozen=True, slots=True)
class SightingRow:
    """Somebody seen with an office, and the head of the article that shows it."""

    title: str | None
    url: str | None
    publisher: str | None
    published: str | None
    sighting: Sighting
