"""Qualifier: what the words beside a name say about where it lies.

In: a spot, the spot behind it, the word lists. Out: states and first-level divisions, or None where nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ..lexicon.states import load_states
from ..parse.tokens import Sentence
from .gazetteer import Gazetteer
from .names import fold
from .place import DIVISION, STATE, Place
from .setting import describing_noun
from .spot import WORLD_KEYS, Spot
from .words import PlaceWords

_QUALIFIER = re.compile(r"(?:,|\s\()[ \t\n]{0,2}")
_ABBREVIATION = re.compile(r",[ \t\n]{1,2}([A-Z][A-Za-z]{0,5}(?:\.? ?[A-Z][a-z]{0,2})?)\b")
_DIRECTIONS = frozenset(("the", "northern", "southern", "eastern", "western", "central", "neighbouring", "neighboring"))
# Words between the name of a state and that of a place in it ("the Lebanese port city of Tripoli").
_LINKS = _DIRECTIONS | frozenset(
    (
        "city", "town", "village", "port", "of", "'s", "’s", "capital", "coastal", "border", "province", "region",
        "district", "-",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Qualifier:
    """What the text says beside a name about where it lies: states and first-level divisions (ISO 3166-2)."""

    countries: frozenset[str] = frozenset()
    divisions: frozenset[str] = frozenset()

    def fits(self, place: Place) -> bool:
        """Whether the place lies there."""
        if self.divisions and place.division is not None and place.kind != DIVISION:
            return place.division in self.divisions
        return place.country in self.countries and place.kind != STATE


def read_qualifier(
    text: str, sentence: Sentence, spot: Spot, following: Spot | None, gazetteer: Gazetteer, lists: PlaceWords
) -> Qualifier | None:
    """The qualifier of a spot: ", Illinois", ", Ill.", " (Lebanon)", "in Lebanon", ", a town in Lebanon", "Lebanese",
    "Lebanon's"."""
    if following is not None:
        gap = text[spot.end : following.start]
        words = gap.removeprefix(",").split()
        beside = _QUALIFIER.fullmatch(gap) or (words[:1] == ["in"] and _DIRECTIONS.issuperset(words[1:]))
        if beside or _is_described_by(sentence, spot, following, lists):
            found = _qualifier_of(following)
            if found is not None:
                return found
    match = _ABBREVIATION.match(text, spot.end)
    if match:
        code = gazetteer.abbreviations.get(fold(match[1].replace(".", " ").replace("  ", " ")))
        if code is not None:
            country = {"US": "USA", "CA": "CAN"}[code[:2]]
            return Qualifier(frozenset((country,)), frozenset((code,)))
    return _qualifier_before(sentence, spot) or _qualifier_inside(sentence, spot, lists)


def _is_described_by(sentence: Sentence, spot: Spot, following: Spot, lists: PlaceWords) -> bool:
    """Whether the next spot ends a description of the spot: ", a college town in Idaho", ", in the hills of Kent"."""
    noun = describing_noun(spot, sentence, lists)
    if noun is None:
        return False
    between = [token.lower for token in sentence.tokens[noun + 1 : following.first]]
    return between[:1] in (["in"], ["of"]) and _DIRECTIONS.issuperset(between[1:])


def _qualifier_inside(sentence: Sentence, spot: Spot, lists: PlaceWords) -> Qualifier | None:
    """ "X, a Greek island": the state whose adjective stands in the description."""
    noun = describing_noun(spot, sentence, lists)
    return None if noun is None else _states_of(sentence, range(spot.last + 2, noun), adjective=True)


def _states_of(sentence: Sentence, indexes: Iterable[int], *, adjective: bool) -> Qualifier | None:
    """The states whose adjectives stand at the indexes, and their names where `adjective` is not asked for."""
    codes = frozenset(
        entry.code
        for index in indexes
        for entry in load_states().book.look_up(sentence.tokens[index].text)
        if entry.code and (entry.kind == "adjective" or (not adjective and entry.kind == "name"))
    )
    return Qualifier(codes) if codes else None


def _qualifier_of(spot: Spot) -> Qualifier | None:
    leader = spot.leader
    if not (leader.kind in (STATE, DIVISION) or leader.own or spot.key in WORLD_KEYS):
        return None
    places = [found.place for found in spot.candidates if found.place.kind in (STATE, DIVISION) or found.place.own]
    divisions = frozenset(place.division for place in places if place.kind == DIVISION and place.division)
    return Qualifier(frozenset(place.country for place in places if place.country), divisions)


def _qualifier_before(sentence: Sentence, spot: Spot) -> Qualifier | None:
    """ "the Lebanese city of X", "Lebanon's X", "northern Lebanese X": the word of the state before the name."""
    at = spot.first - 1
    while at >= 0 and sentence.tokens[at].lower in _LINKS:
        at -= 1
    if at < 0:
        return None
    possessive = sentence.tokens[at + 1].tag == "POS"
    return _states_of(sentence, (at,), adjective=not possessive)
