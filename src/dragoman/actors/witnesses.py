"""Witnesses: what earlier articles showed of a name that this one does not introduce and the tables do not know.

In: a whole name and the sectors that the text gives it. Out: what was Seen of it, where all sightings near the day of
the article agree on one state; else None. A surname alone, a name that many share, and a name whose state the article
itself gives are never asked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from ..lexicon.officials import Officials
from ..record.names import fold_name
from ..record.sighting import NEAR_DAYS, Seen, Sightings

# The sector of those who held an office once; it says nothing of which.
_FORMER = "ELI"


@dataclass
class Witnesses:
    """The sightings as one article asks them. `day` is its day; `introduced` the folded names to which the article
    gives a state; `particles` words inside names that mean nobody by themselves. Without `source` nothing was seen."""

    officials: Officials
    particles: frozenset[str]
    day: str | None = None
    introduced: frozenset[str] = frozenset()
    source: Sightings | None = None
    _asked: dict[str, Seen | None] = field(default_factory=dict)

    def seen(self, name: str, sectors: Iterable[str] = ()) -> Seen | None:
        """What was seen of a name; None where the `sectors` that the text gives it share none with what was seen."""
        folded = fold_name(name)
        if folded not in self._asked:
            self._asked[folded] = self._ask(name, folded)
        found = self._asked[folded]
        told = set(sectors) - {_FORMER}
        return None if found is None or (told and not told & set(found.sectors)) else found

    def _ask(self, name: str, folded: str) -> Seen | None:
        if self.source is None or self.day is None or folded in self.introduced or not self._is_whole(name):
            return None
        if self.officials.named(name) or self.officials.is_common(name):
            return None
        at = date.fromisoformat(self.day)
        since, until = (_shift(at, days).isoformat() for days in (-NEAR_DAYS, NEAR_DAYS))
        found = self.source.named(name, since=since, until=until)
        if len({each.country for each in found}) != 1:
            return None
        return max(found, key=lambda each: (each.last, each.count, each.office))

    def _is_whole(self, name: str) -> bool:
        """Whether the name has a given name and a surname; neither particles nor initials count, nor a hyphen."""
        words = [[part for part in fold_name(word).split() if part not in self.particles] for word in name.split()]
        return sum(1 for parts in words if any(len(part) > 1 for part in parts)) > 1


def _shift(day: date, days: int) -> date:
    """The day so many days on, within the days that there are."""
    at = min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal())
    return day + timedelta(at - day.toordinal())
