"""Statement: a sentence of a briefing and the words that prove it.

In: findings with the head of their article. Out: Citations, and Statements that repeat what the findings say, never
more. A statement without a citation is refused: it would stand for itself.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from ..errors import AnalysisError
from ..record.found import FindingRow, SightingRow

# So many reports of the same are cited with their words; the number of all is told.
MOST_CITED = 3
SPAN_MARK = "/"
MONTH_LENGTH, YEAR_LENGTH = 7, 4

Row = TypeVar("Row", bound=FindingRow)


@dataclass(frozen=True, slots=True)
class Citation:
    """Exact words of an article, where they stand in it, and what the article is."""

    article: str
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    start: int
    end: int
    words: str

    def to_dict(self) -> dict[str, Any]:
        """The public form."""
        return {
            "article": self.article,
            "title": self.title,
            "outlet": self.outlet,
            "published": self.published,
            "url": self.url,
            "start": self.start,
            "end": self.end,
            "text": self.words,
        }


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence, its citations, and how many reports say it, those that are not cited too. `head` is the heading that
    it stands under where sentences of a section have several."""

    text: str
    citations: tuple[Citation, ...]
    reports: int = 1
    head: str | None = None

    def __post_init__(self) -> None:
        if not self.citations:
            raise AnalysisError(f"The statement {self.text!r} cites nothing. Give the finding that proves it.")

    @property
    def left_out(self) -> int:
        """How many reports are not cited."""
        return max(0, self.reports - len(self.citations))

    def to_dict(self) -> dict[str, Any]:
        """The public form."""
        return {
            "text": self.text,
            "reports": self.reports,
            "citations": [citation.to_dict() for citation in self.citations],
        }


def cite(row: FindingRow) -> Citation:
    """The words that show a finding."""
    span = row.finding.evidence
    return Citation(row.article_id, row.title, row.publisher, row.published, row.url, span.start, span.end, span.text)


def cite_sighting(row: SightingRow) -> Citation:
    """The words that introduce somebody."""
    seen, span = row.sighting, row.sighting.evidence
    return Citation(seen.article_id, row.title, row.publisher, row.published, row.url, span.start, span.end, span.text)


def state(text: str, rows: Sequence[FindingRow], reports: int | None = None) -> Statement:
    """A statement of findings that all say it."""
    return Statement(text, tuple(cite(row) for row in rows[:MOST_CITED]), len(rows) if reports is None else reports)


def group_rows(rows: Iterable[Row], key: Callable[[Row], Hashable]) -> list[list[Row]]:
    """Rows that are alike, in the order of the first of each group."""
    groups: dict[Hashable, list[Row]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return list(groups.values())


def tell_span(span: str) -> str:
    """A span of days in words: a whole month or year by its name."""
    first, _, last = span.partition(SPAN_MARK)
    if not first:
        return "on a day that is not known"
    return tell_days(first, last or first)


def tell_days(first: str | None, last: str | None) -> str:
    """Two ISO days in words."""
    if first is None or last is None:
        return f"by {last}" if last else f"from {first} on" if first else "on a day that is not known"
    if first == last:
        return f"on {first}"
    year, month = first[:YEAR_LENGTH], first[:MONTH_LENGTH]
    if (first, last) == (f"{year}-01-01", f"{year}-12-31"):
        return f"in {year}"
    if (first, last) == (f"{month}-01", f"{month}-{monthrange(int(year), int(month[-2:]))[1]}"):
        return f"in {month}"
    return f"between {first} and {last}"
