"""Site: where a pattern matched, and what its builder asks first.

In: a Reading and the bounds of the match. Out: the publication day, the tense, the year among the values. Refuses
nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from .interval import Interval
from .reading import Reading

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Site:
    """Where a pattern matched: the words from `start` to before `end`."""

    reading: Reading
    start: int
    end: int

    @property
    def published(self) -> date | None:
        """The publication day."""
        return self.reading.published

    @property
    def tense(self) -> str | None:
        """The tense of the clause at the start of the match."""
        return self.reading.tense(self.start)

    @property
    def glued(self) -> bool:
        """Whether a hyphen ties a further word to the match."""
        return (
            self.reading.lower(self.end) == "-" and self.reading.joined(self.end) and self.reading.joined(self.end + 1)
        )


def year_of(values: Values) -> int | None:
    """The year that a pattern names by number or by words, None where it names none."""
    found = values.get("yearof") or values.get("yearref")
    return found.first.year if found is not None else values.get("year")


def take(values: Values, site: Site) -> Interval | None:
    """The interval among the values."""
    return next((value for value in values.values() if isinstance(value, Interval)), None)
