"""Tenures: which office-holder of the tables a name means, and what that says of state and sector on a day.

In: a name with what the text says of it, the day, and the states that the text names. Out: the Holder, or None where
no single one is proven. A whole name means its holder; a surname alone means one only with a title that fits on that
day, or where nobody else of the tables has it and its holder leads a state or its foreign ministry.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from ..lexicon.load import check_keys, load_table
from ..lexicon.officials import PARTICLES, Holder, Officials, Tenure
from ..record.names import fold_name
from .variants import is_variant, sound_key, sounds_alike

WORDS_FILE = "officials/words.toml"
# Days around a tenure in which a title is still, or already, given to its holder.
SLACK = 45
# A surname that holders of more states share is a common one, and means nobody by itself.
MOST_STATES = 2
# States of the tables that are gone: the last day, and whose their former office-holders are taken to be.
SUCCESSORS = {
    "SUN": ("1991-12-26", "RUS"),
    "DDR": ("1990-10-02", "DEU"),
    "YUG": ("2003-02-04", "SRB"),
    "SCG": ("2006-06-05", "SRB"),
    "CSK": ("1992-12-31", "CZE"),
    "YMD": ("1990-05-22", "YEM"),
    "ZAR": ("1997-05-17", "COD"),
}
_HEADS = frozenset({"head-of-state", "head-of-government"})
_BODIES = frozenset({"UNO", "EUR", "IGO", "NGO"})
_SPEAKING = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_BELOW = frozenset({"deputy", "vice", "assistant", "under", "undersecretary", "shadow", "junior", "acting"})


@dataclass(frozen=True, slots=True)
class Told:
    """What a text says of a name: offices, states, whether the office is past."""

    roles: Sequence[str] = ()
    countries: Sequence[str] = ()
    former: bool = False


@dataclass(frozen=True)
class Tenures:
    """The tables as one text asks them. `day` is the day of the text; `asked` the day that counts for a bare name
    (today where a phrase is asked without a day, None where nothing is known); `in_play` the states that the text
    names; `words` surnames that are as often other words."""

    officials: Officials
    day: str | None
    asked: str | None
    in_play: frozenset[str]
    words: frozenset[str]

    @property
    def told_day(self) -> str | None:
        """The day that counts for offices: that of the text, else the one asked for."""
        return self.day or self.asked

    def whole(self, name: str, told: Told) -> Holder | None:
        """The holder whose whole name this is."""
        if " " not in name.strip():
            return None
        return self._one(self.officials.named(name), told) or self._spelt_otherwise(name, told)

    def _spelt_otherwise(self, name: str, told: Told) -> Holder | None:
        """The one leader whose whole name this may be in another spelling ("Hosni Moubarak")."""
        if self.officials.named(name):
            return None
        alike = sounds_of(self.officials).get(sound_key(name.split()[-1]), ())
        found = [holder for holder in alike if self._of(holder, told) and is_whole_variant(name, holder.name)]
        return one_person(found)

    def surname(self, name: str, told: Told) -> Holder | None:
        """The holder whom a surname alone means, with or without a title."""
        bearers = [holder for holder in self.officials.surnamed(name) if self._of(holder, told)]
        if told.roles:
            return self._titled(bearers, told)
        serving = [holder for holder in bearers if self._leading_now(holder)]
        near_by = [holder for holder in serving if holder.country in self.in_play or told.countries]
        if near_by:
            heads = [holder for holder in near_by if self._heads_now(holder)]
            # Two heads of one state give the same state and sectors, whichever is meant.
            one_state = heads[:1] if len({holder.country for holder in heads}) == 1 else []
            return one_person(near_by) or one_person(one_state)
        if name.casefold() in self.words:
            return None
        heads = [holder for holder in serving if self._heads_now(holder)]
        states = {holder.country for holder in bearers} - _BODIES
        if len(states) > MOST_STATES:
            # Of many who share the surname, news means the one who heads a state when it gives no other word.
            return one_person(heads)
        return one_person(serving or [holder for holder in bearers if self._leads(holder)])

    def _titled(self, bearers: Sequence[Holder], told: Told) -> Holder | None:
        """The one bearer who holds an office of that title on the day, give or take the slack."""
        day = self.told_day
        if told.former or day is None:
            fitting = [h for h in bearers if any(self.fits(t, told.roles) for t in h.tenures)]
            return one_person(fitting)
        for slack in (0, SLACK):
            fitting = [h for h in bearers if any(self.fits(t, told.roles) and near(t, day, slack) for t in h.tenures)]
            if fitting:
                return one_person(fitting)
        return None

    def _one(self, namesakes: Sequence[Holder], told: Told) -> Holder | None:
        """The one namesake whom nothing speaks against."""
        fitting = [holder for holder in namesakes if self._of(holder, told)]
        if not told.roles and not told.countries:
            fitting = [holder for holder in fitting if self._is_known(holder)]
        if len(fitting) > 1 and told.roles:
            fitting = [h for h in fitting if any(self.fits(t, told.roles) for t in h.tenures)] or fitting
        if len(fitting) > 1:
            fitting = [holder for holder in fitting if holder.country in self.in_play] or fitting
        day = self.told_day
        if len(fitting) > 1 and day:
            # Whoever serves on the day, else whoever had served by then.
            fitting = (
                [holder for holder in fitting if holder.on(day)]
                or [holder for holder in fitting if any(tenure.first <= day for tenure in holder.tenures)]
                or fitting
            )
        return one_person(fitting, day)

    def _is_known(self, holder: Holder) -> bool:
        """Whether a bare name may mean the holder: it is no common one, or its holder led a state or its foreign
        ministry, or the text names the state."""
        return not self.officials.is_common(holder.name) or self._leads(holder) or holder.country in self.in_play

    def _of(self, holder: Holder, told: Told) -> bool:
        return not told.countries or holder.country in told.countries

    def _leads(self, holder: Holder) -> bool:
        return any(self._is_leading(tenure) for tenure in holder.tenures)

    def _is_leading(self, tenure: Tenure) -> bool:
        """Whether the office makes its holder known by surname alone; so do all offices of international bodies."""
        return self.officials.offices[tenure.office].leading or (
            tenure.country in _BODIES and tenure.office == "agency-chief"
        )

    def _leading_now(self, holder: Holder) -> bool:
        day = self.told_day
        return day is not None and any(self._is_leading(tenure) for tenure in holder.on(day))

    def _heads_now(self, holder: Holder) -> bool:
        """Whether the holder heads a state or government on the day."""
        day = self.told_day
        return day is not None and any(tenure.office in _HEADS for tenure in holder.on(day))

    def fits(self, tenure: Tenure, roles: Iterable[str]) -> bool:
        """Whether a title of the text may mean the office."""
        words = self.officials.offices[tenure.office].words
        return any(role_means(role.casefold(), words) for role in roles)

    def state_of(self, holder: Holder) -> str:
        """The state that a holder belongs to on the day: of a state that is gone by then, the one that came after."""
        day = self.told_day
        gone = SUCCESSORS.get(holder.country)
        return gone[1] if gone and day and day > gone[0] else holder.country

    def sectors(self, holder: Holder, told: Told) -> tuple[str, ...] | None:
        """The sectors of a holder on the day: of the first office then held; of a former holder once all are over; None
        where the tables say nothing, or the text's own title is of another office."""
        day = self.day if told.roles else self.told_day
        if day is None:
            return None
        held = [tenure for tenure in holder.on(day) if not told.roles or self.fits(tenure, told.roles)]
        offices = list(self.officials.offices)
        if held:
            first = min(held, key=lambda tenure: offices.index(tenure.office))
            return self.officials.offices[first.office].sectors
        if any(near(tenure, day, SLACK) for tenure in holder.tenures):
            return None
        over = [t for t in holder.tenures if t.last and t.last < day and (not told.roles or self.fits(t, told.roles))]
        if not over:
            return None
        latest = sorted(over, key=lambda tenure: tenure.last or "", reverse=True)
        told_after = (self.officials.offices[tenure.office].after for tenure in latest)
        return next((after for after in told_after if after is not None), None)


def is_whole_variant(one: str, other: str) -> bool:
    """Whether two names of as many words may be spellings of one, word by word."""
    first, second = ([word for word in fold_name(name).split() if word not in PARTICLES] for name in (one, other))
    return len(first) == len(second) > 1 and all(
        mine == theirs or sounds_alike(mine, theirs) or is_variant(mine, theirs)
        for mine, theirs in zip(first, second, strict=True)
    )


@lru_cache(maxsize=1)
def sounds_of(officials: Officials) -> dict[str, tuple[Holder, ...]]:
    """The leaders of states and foreign ministries by the sound of their surnames."""
    found: dict[str, list[Holder]] = {}
    for holder in officials.holders:
        if any(officials.offices[tenure.office].leading for tenure in holder.tenures):
            found.setdefault(sound_key(holder.words[-1]), []).append(holder)
    return {sound: tuple(holders) for sound, holders in found.items()}


def role_means(role: str, words: Sequence[str]) -> bool:
    """Whether the title `role`, in lower case, holds one of an office's words, and is not of somebody below or
    speaking for it."""
    said = role.replace("-", " ").split()
    for word in words:
        parts = word.replace("-", " ").split()
        if not any(said[at : at + len(parts)] == parts for at in range(len(said) - len(parts) + 1)):
            continue
        others = set(said) - set(parts)
        if not others & _BELOW and not others & _SPEAKING:
            return True
    return False


def near(tenure: Tenure, day: str, slack: int) -> bool:
    """Whether an ISO day lies in a tenure, or so many days before or behind it."""
    if tenure.covers(day):
        return True
    if not slack:
        return False
    try:
        at = date.fromisoformat(day)
    except ValueError:
        return False
    return tenure.covers((at + timedelta(slack)).isoformat()) or tenure.covers((at - timedelta(slack)).isoformat())


def one_person(holders: Sequence[Holder], day: str | None = None) -> Holder | None:
    """The one person among holders; a state's before the bodies that the same name serves, unless it serves one on the
    day. None where they are several or nobody."""
    if len(holders) > 1 and len({holder.words for holder in holders}) == 1:
        serving = [holder for holder in holders if day and holder.on(day)]
        if len(serving) == 1:
            return serving[0]
        holders = [holder for holder in serving or holders if holder.country not in _BODIES]
    return holders[0] if len(holders) == 1 else None


def load_words() -> frozenset[str]:
    """Surnames that are as often other words or given names. Raises LexiconError where the file is broken."""
    table = load_table(WORDS_FILE)
    check_keys(WORDS_FILE, table, frozenset({"words"}), frozenset({"words"}))
    return frozenset(word.casefold() for word in table["words"])
