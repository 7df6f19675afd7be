"""Spot: a stretch of a sentence that is written like the name of a place, with what the name may mean.

In: a sentence, the gazetteer. Out: spots, longest first from the left, none overlapping another. Refuses names
without their capitals, but nothing for its meaning; that is the work of `doubt` and `choose`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from ..parse.tokens import Sentence, Token
from .gazetteer import LONGEST_ACRONYM, Gazetteer
from .names import Word, fits_case, joins, split_words
from .place import DIVISION, SEAT, STATE, Place
from .words import PlaceWords

# A city of this size is meant by its bare name, in the brief words of news, unless the text speaks of another state.
KNOWN_CITY = 500_000
# Alternate names are often other places' main names in other languages.
ALIAS_SHARE = 0.1
# States and own rows before all cities, divisions about a large town.
STATE_WEIGHT, OWN_WEIGHT, DIVISION_WEIGHT = 50_000_000.0, 3_000_000.0, 300_000.0
# News names the states of the USA and the provinces of Canada like states.
FEDERAL_STATES, FEDERAL_WEIGHT = frozenset(("USA", "CAN")), 1_500_000.0
# Names of towns that news never means as the first-level division of that name, unless it says so.
WORLD_KEYS = frozenset(("washington", "new york"))
# A seat of government is known beyond its size, unless a namesake outgrows it (`weight_of`).
SEAT_WEIGHT = float(KNOWN_CITY)
PLACE_LABELS = frozenset(("GPE", "LOC", "FAC"))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a spot may mean. `weight` orders candidates by how often news means them."""

    place: Place
    weight: float
    alias: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """The article's words [start, end), tokens `first` to `last` of a sentence, and their candidates, weightiest
    first. `key` is the gazetteer's; `entity` the tokens of the parser's entity around it, with its label or ""."""

    start: int
    end: int
    key: str
    first: int
    last: int
    candidates: tuple[Candidate, ...]
    entity: tuple[int, int]
    label: str

    @property
    def leader(self) -> Place:
        """The candidate that news means most often."""
        return self.candidates[0].place

    @property
    def is_known(self) -> bool:
        """Whether the name alone tells most readers a place: a state, a known city, a row of `places.toml`."""
        return self.leader.own or self.candidates[0].weight >= KNOWN_CITY

    @property
    def is_labelled(self) -> bool:
        """Whether the parser calls it a place."""
        return self.label in PLACE_LABELS

    @property
    def is_single(self) -> bool:
        """Whether the name is one word."""
        return " " not in self.key


def weight_of(place: Place, *, alias: bool = False) -> float:
    """How often news means the place by its bare name, in inhabitants of a city."""
    if place.kind == STATE:
        return STATE_WEIGHT
    if place.own:
        return OWN_WEIGHT
    if place.kind == DIVISION:
        return FEDERAL_WEIGHT if place.country in FEDERAL_STATES else DIVISION_WEIGHT
    weight = place.population * (ALIAS_SHARE if alias else 1.0)
    return max(weight, SEAT_WEIGHT) if place.kind == SEAT else weight


def candidates_of(key: str, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """What the key may mean, weightiest first."""
    main = [
        Candidate(place, 0.0 if place.kind == DIVISION and key in WORLD_KEYS else weight_of(place))
        for place in gazetteer.names.get(key, ())
    ]
    known = {candidate.place for candidate in main}
    # Where a known place bears the name, another's alternate name only misleads ("New Delhi" for Delhi).
    aliases = () if any(found.weight >= KNOWN_CITY for found in main) else gazetteer.aliases.get(key, ())
    other = [Candidate(place, weight_of(place, alias=True), True) for place in aliases if place not in known]
    largest = max((found.place.population for found in main if found.place.kind != STATE), default=0)
    # The seat of a small state is outgrown by its namesakes ("Victoria", "Georgetown").
    main = [
        Candidate(found.place, float(found.place.population))
        if found.place.kind == SEAT and found.place.population * 2 < largest
        else found
        for found in main
    ]
    return tuple(sorted((*main, *other), key=lambda found: (-found.weight, found.place.geonameid or 0)))


def as_written(written: str, candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """The candidates without those that lack the accents of the words in the text, where one of them has these accents
    and none is known: "Kaş" is not "Kas"."""
    if written.isascii() or any(found.place.own or found.weight >= KNOWN_CITY for found in candidates):
        return candidates
    same = tuple(found for found in candidates if found.place.name.casefold() == written.casefold())
    return same or candidates


def find_spots(text: str, sentence: Sentence, gazetteer: Gazetteer, lists: PlaceWords) -> list[Spot]:
    """The spots of a sentence, in order."""
    words = split_words(text, sentence.start, sentence.end)
    starts, ends = [token.start for token in sentence.tokens], [token.end for token in sentence.tokens]
    spots: list[Spot] = []
    at = 0
    while at < len(words):
        found = _longest(text, words, at, gazetteer, lists)
        if found is not None and words[at].key == "the" and at + 1 < len(words):
            # "the Gulf of Aden" is not "the Gulf".
            after = _longest(text, words, at + 1, gazetteer, lists)
            found = None if after is not None and after[2] > found[2] else found
        if found is None:
            at += 1
            continue
        count, key, end = found
        # An article in lower case is no part of a name.
        start = words[at + 1 if words[at].text == "the" and count > 1 else at].start
        first = max(bisect_right(starts, start) - 1, 0)
        last = max(min(bisect_left(ends, end), len(sentence.tokens) - 1), first)
        entity, label = entity_at(sentence.tokens, first, last)
        candidates = as_written(text[start:end], candidates_of(key, gazetteer))
        spots.append(Spot(start, end, key, first, last, candidates, entity, label))
        at += count
    return spots


def _longest(
    text: str, words: list[Word], at: int, gazetteer: Gazetteer, lists: PlaceWords
) -> tuple[int, str, int] | None:
    """(number of words, key, end offset) of the longest name at word `at`."""
    most = max(gazetteer.longest.get(words[at].key, 0), gazetteer.longest.get(words[at].bare, 0))
    count = 1
    while count < most and at + count < len(words) and joins(text, words[at + count - 1], words[at + count]):
        count += 1
    for length in range(min(count, most), 0, -1):
        chosen = words[at : at + length]
        head = [word.key for word in chosen[:-1]]
        final = chosen[-1]
        for tail, end in dict.fromkeys(((final.key, final.end), (final.bare, final.bare_end))):
            key = " ".join((*head, tail))
            if key not in gazetteer.names and key not in gazetteer.aliases:
                continue
            if _is_written(text, key, (chosen[0].start, end), chosen, gazetteer, lists):
                return length, key, _with_stop(text, chosen, end)
    return None


def _with_stop(text: str, words: list[Word], end: int) -> int:
    """The end of a name with the full stop that belongs to its last letter ("U.S.")."""
    dotted = len(words) > 1 and all(len(word.text) == 1 for word in words) and text[words[0].end] == "."
    return end + 1 if dotted and text[end : end + 1] == "." else end


def _is_written(
    text: str, key: str, stretch: tuple[int, int], words: list[Word], gazetteer: Gazetteer, lists: PlaceWords
) -> bool:
    written = text[stretch[0] : stretch[1]]
    acronym = gazetteer.acronyms.get(key)
    if acronym is not None:
        return written == acronym
    if len(written) <= LONGEST_ACRONYM and written.isupper() and written.isalpha():
        # Short capitals are an acronym ("UN"), unless a state, a capital or a row of the project's own is so named.
        official = gazetteer.names.get(key, ())
        return any(place.own or place.kind in (STATE, SEAT) for place in official)
    return fits_case(words, lists.connectives, lists.generic)


def entity_at(tokens: tuple[Token, ...], first: int, last: int) -> tuple[tuple[int, int], str]:
    """The tokens (both included) and the label of the entity that holds the tokens `first` to `last`, else of the
    first entity among them; without one the tokens themselves and ""."""
    inside = next((at for at in range(first, last + 1) if tokens[at].entity), None)
    if inside is None:
        return (first, last), ""
    begin, label = inside, tokens[inside].entity
    while begin > 0 and not tokens[begin].entity_begin and tokens[begin - 1].entity == label:
        begin -= 1
    end = inside
    while end + 1 < len(tokens) and tokens[end + 1].entity == label and not tokens[end + 1].entity_begin:
        end += 1
    return (begin, end), label
