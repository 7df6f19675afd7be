"""Refer: whether the words for an agreement take up one that was made before, and what they say of it.

In: the words of an agreement, its sentence, the day of publication. Out: a Reference: the kind, how many, when it was
made, on which occasion. None where the words bring in a new agreement ("a protocol", "a new deal").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from .days import find_days
from .lexicon import load_words

LOOSE = "agreement"
_DEFINITE = re.compile(
    r"^(?:under\s+)?(?:the|this|that|these|those|its|their|both|all|such)\b|^(?:last|this)\s+\w+['’]s\b", re.I
)
# Adjectives that make it another one.
_OTHER = re.compile(
    r"\b(?:new|fresh|separate|second|third|another|other|similar|further|additional|future|proposed|draft|final)\b",
    re.I,
)
_MADE = re.compile(
    r"\b(?:signed|reached|agreed|struck|concluded|initialled|initialed|issued|adopted|made|clinched|announced|sealed|inked"
    r"|negotiated|brokered|approved|ratified|dating|of|from|during|at)\b[^,;.]*$",
    re.I,
)
_OCCASION = re.compile(
    r"\b(?:during|at|on|in|after)\s+(?:[\w’'.-]+\s+){0,6}?(?P<form>visit|trip|tour|summit|meeting|talks|session|conference|forum)\b",
    re.I,
)
_FORMS = {
    "trip": "visit",
    "tour": "visit",
    "talks": "meeting",
    "session": "meeting",
    "conference": "summit",
    "forum": "summit",
}
_PLURAL = re.compile(r"\b(?:two|three|four|five|six|seven|eight|nine|ten|several|all|both|these|those|\d{1,2})\b", re.I)
# So many characters of the phrase are looked at: what follows tells of the matter.
REACH = 200


@dataclass(frozen=True, slots=True)
class Reference:
    """What the words say of an agreement made before: its kind ("agreement" is any), whether they mean several, the
    days on which it was made (None where they say none) and the form of the meeting at which it was."""

    kind: str
    plural: bool
    days: tuple[str, str] | None
    occasion: str | None

    def to_dict(self) -> dict[str, Any]:
        """The reference as plain values."""
        days = None if self.days is None else list(self.days)
        return {"kind": self.kind, "plural": self.plural, "days": days, "occasion": self.occasion}

    @classmethod
    def from_dict(cls, plain: dict[str, Any]) -> Reference:
        """The inverse of `to_dict`."""
        days = None if plain["days"] is None else (plain["days"][0], plain["days"][1])
        return cls(plain["kind"], plain["plural"], days, plain["occasion"])


@cache
def _noun_pattern() -> re.Pattern[str]:
    nouns = "|".join(re.escape(noun) for noun in sorted(load_words().kind_of, key=len, reverse=True))
    return re.compile(rf"\b(?:{nouns})\b", re.I)


def read_reference(
    phrase: str, kind: str, *, published: str | None, grouped: bool, made: tuple[str, str] | None
) -> Reference | None:
    """What the words for an agreement of a `kind` refer to. `made` are the days on which it was made by the finding."""
    noun = _noun_pattern().search(phrase[:REACH])
    if noun is None or _OTHER.search(phrase[: noun.start()]):
        return None
    days = read_days(phrase[:REACH], noun.start(), noun.end(), published) or _is_past(made, published)
    definite = _DEFINITE.search(phrase) is not None
    occasion = _OCCASION.search(phrase[noun.end() : REACH])
    if not definite and days is None:
        return None
    form = occasion["form"].casefold() if occasion else None
    several = noun[0].casefold().endswith(("s", "memoranda")) or _PLURAL.search(phrase[: noun.start()]) is not None
    plural = grouped or several
    return Reference(kind, plural, days, _FORMS.get(form, form) if form else None)


def read_days(phrase: str, start: int, end: int, published: str | None) -> tuple[str, str] | None:
    """The days that date the noun at [start, end) of a phrase: before it ("the March road map", "a 2014 contract") or
    behind a word of making ("signed in Osh in March", "of March 2007", "during the April visit")."""
    for named in find_days(phrase, published):
        if published is not None and named.first > published:
            continue
        if named.end <= start and not re.search(r"[,;]", phrase[named.end : start]):
            return named.first, named.last
        if named.start >= end and _MADE.search(phrase[end : named.start]) and not _leads_on(phrase[end : named.start]):
            return named.first, named.last
    return None


def _leads_on(words: str) -> bool:
    """Whether words lead to the matter of an agreement, whose dates are not its own."""
    return re.search(r"\b(?:to|under|that|which|by|until|for)\b", words, re.I) is not None


def _is_past(made: tuple[str, str] | None, published: str | None) -> tuple[str, str] | None:
    """The days of making where they lie before the month of publication."""
    if made is None or published is None or made[1] >= published[:7]:
        return None
    return made
