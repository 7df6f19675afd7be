"""Context: what a text tells about which places it means.

In: the spots of all sentences, the names of states, states given from outside. Out: the states and divisions in
play and the words that are names of persons. Refuses to count a spot that may mean two states.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..lexicon.states import load_states
from ..parse.tokens import Parsed, Sentence
from .names import fold
from .place import CITY, DIVISION, SEAT, STATE
from .spot import FEDERAL_STATES, WORLD_KEYS, Spot
from .words import PlaceWords

# A capital counts for its state where no namesake has this share of its weight.
CLEAR_SHARE = 0.1
# A town this large whose name no other place bears counts for its state.
CLEAR_TOWN = 100_000
# A town that tells a state of the USA from the state of the same name ("Savannah" beside "Georgia").
TELLING_TOWN = 50_000


@dataclass(frozen=True, slots=True)
class Context:
    """`countries` are the states in play, `divisions` the first-level divisions named (ISO 3166-2), `persons` the
    folded words of names of persons, `local` the states of which the text names towns or divisions, `neighbours` the
    states that border on a state in play."""

    countries: frozenset[str]
    divisions: frozenset[str]
    persons: frozenset[str]
    local: frozenset[str]
    neighbours: frozenset[str] = frozenset()


def read_context(
    parsed: Parsed,
    spots: Sequence[Sequence[Spot]],
    lists: PlaceWords,
    *,
    countries: Iterable[str] = (),
    borders: Mapping[str, frozenset[str]] | None = None,
) -> Context:
    """The context of a text whose sentences have the `spots`; `countries` are in play from the start, `borders` tell
    the states that a state borders on."""
    in_play = set(countries)
    divisions: set[str] = set()
    local: set[str] = set()
    persons: set[str] = set()
    book = load_states().book
    for sentence, found in zip(parsed.sentences, spots, strict=True):
        for match in book.find(sentence.tokens):
            in_play.update(
                entry.code for entry in match.entries if entry.code and not entry.ambiguous and entry.kind != "seat"
            )
        persons.update(_person_words(sentence, found, lists))
        for spot in found:
            _count(spot, in_play, divisions, local)
    _count_homonyms(spots, in_play, divisions, local)
    near = {code for state in in_play for code in (borders or {}).get(state, ())} - in_play
    return Context(frozenset(in_play), frozenset(divisions), frozenset(persons), frozenset(local), frozenset(near))


def _count(spot: Spot, in_play: set[str], divisions: set[str], local: set[str]) -> None:
    """Add what the spot proves by itself: a state, a clear division, a clear capital or known city."""
    leader = spot.candidates[0]
    place = leader.place
    rivals = [found for found in spot.candidates[1:] if found.weight >= leader.weight * CLEAR_SHARE]
    if rivals or place.country is None:
        return
    if place.kind == STATE:
        # "Georgia" may be a state of the USA.
        if not any(found.place.kind == DIVISION for found in spot.candidates):
            in_play.add(place.country)
        return
    is_clear = len(spot.candidates) == 1 and place.population >= CLEAR_TOWN and not spot.candidates[0].alias
    if not (spot.is_known or is_clear):
        return
    in_play.add(place.country)
    # The seat of a federation and that of the United Nations stand for governments, not for towns.
    if place.kind != SEAT and spot.key not in WORLD_KEYS:
        local.add(place.country)
    if place.division is not None and place.country in FEDERAL_STATES:
        divisions.add(place.division)


def _count_homonyms(spots: Sequence[Sequence[Spot]], in_play: set[str], divisions: set[str], local: set[str]) -> None:
    """Add a first-level division that bears the name of a state ("Georgia") where the text names a town of it and
    nothing of the state."""
    every = [spot for found in spots for spot in found]
    towns = {
        found.place.division
        for spot in every
        for found in spot.candidates
        if found.place.kind == CITY and found.place.population >= TELLING_TOWN
    }
    for spot in every:
        for found in spot.candidates[1:] if spot.leader.kind == STATE else ():
            place = found.place
            if place.kind != DIVISION or not place.country or not place.division or spot.leader.country in in_play:
                continue
            if place.division in towns or place.country in local:
                in_play.add(place.country)
                local.add(place.country)
                divisions.add(place.division)


def _person_words(sentence: Sentence, spots: Sequence[Spot], lists: PlaceWords) -> Iterable[str]:
    """The folded words of every name of a person in the sentence: an entity of two words or more, or one behind a
    title. The name of a place that the parser took for a person's gives none."""
    places = {at for spot in spots if not spot.is_single for at in range(spot.first, spot.last + 1)}
    words: list[str] = []
    for token in sentence.tokens:
        if token.entity == "PERSON" and token.index not in places and token.text[:1].isupper():
            if token.entity_begin:
                yield from words if len(words) > 1 else ()
                words = []
            words.append(fold(token.text))
            before = sentence.tokens[token.index - 1].lower.strip(".") if token.index else ""
            if before in lists.titles:
                yield words[-1]
        elif words:
            yield from words if len(words) > 1 else ()
            words = []
    yield from words if len(words) > 1 else ()
