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
# A verb of moving stands at most this far before "from" ("moved the second vote from May to June").
MOVING_REACH = 5


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
    def moves(self) -> bool:
        """Whether "from ... to ..." tells of a change of date, not of a range."""
        start = self.start if self.reading.lower(self.start) == "from" else self.start - 1
        if self.reading.lower(start) != "from":
            return False
        return any(self.reading.is_in(start - back, "moving_words") for back in range(1, MOVING_REACH + 1))

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
