"""Small: towns too small for the gazetteer, where the words around a name prove one.

In: a sentence, the stretches that are places already, the context, the index of towns. Out: spots with their choice.
Refuses a name without a word of place, a description or its state beside it, of a state that is not in play, or that
several towns of that state share.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ..lexicon.states import load_states
from ..parse.tokens import Parsed, Sentence
from .choose import CLEAR_RATIO, Choice
from .context import Context
from .doubt import doubt
from .gazetteer import Gazetteer
from .names import Word, joins, sound_of, split_words
from .place import Place
from .qualifier import read_qualifier
from .setting import Setting, is_surname, settings_of
from .spot import FEDERAL_STATES, Candidate, Spot, entity_at
from .towns import LONGEST_NAME, MAIN, Town, Towns, load_towns
from .words import PlaceWords

# A spelling that only sounds like a town's name must be this long to mean something.
SHORTEST_SOUND = 5


@dataclass(frozen=True, slots=True)
class Search:
    """What a search for small towns needs: the text, the context and the tools. `towns` is asked only for words that
    may be a name, as its first call may have to build the index."""

    parsed: Parsed
    context: Context
    gazetteer: Gazetteer
    lists: PlaceWords
    towns: Callable[[], Towns] = load_towns


def find_small(
    search: Search, sentence: Sentence, spots: Sequence[Spot], taken: Sequence[Spot]
) -> Iterator[tuple[Spot, Choice]]:
    """The small towns of a sentence. `spots` are all of the sentence's, `taken` those that are places already."""
    words = split_words(search.parsed.text, sentence.start, sentence.end)
    at = 0
    while at < len(words):
        step = 1
        if _may_begin(words[at], search.lists):
            for length in _lengths(search.parsed.text, words, at, search.lists):
                found = _read(search, sentence, words[at : at + length], spots, taken)
                if found is not None:
                    yield found
                    step = length
                    break
        at += step


def _may_begin(word: Word, lists: PlaceWords) -> bool:
    return word.text[:1].isupper() and (len(word.text) > 1 or word.text == "O")


def _lengths(text: str, words: list[Word], at: int, lists: PlaceWords) -> list[int]:
    """The numbers of words that a name from word `at` may have, the largest first."""
    found = [1]
    for length in range(2, LONGEST_NAME + 2):
        end = at + length - 1
        if end >= len(words) or not joins(text, words[end - 1], words[end]):
            break
        if words[end].text[:1].isupper():
            found.append(length)
        elif words[end].key not in lists.connectives:
            break
    return found[::-1]


def _read(
    search: Search, sentence: Sentence, words: list[Word], spots: Sequence[Spot], taken: Sequence[Spot]
) -> tuple[Spot, Choice] | None:
    start, end = words[0].start, words[-1].bare_end
    # A longer name may hold the name of a larger place ("Derby Line"), nothing else may overlap.
    inside = [spot for spot in taken if spot.start < end and start < spot.end]
    if any(spot.end - spot.start >= end - start or spot.start < start or end < spot.end for spot in inside):
        return None
    key = " ".join((*(word.key for word in words[:-1]), words[-1].bare))
    towns = _towns(search, key)
    if not towns or (inside and towns[0].kind != MAIN):
        return None
    spot = _spot(sentence, start, end, key, towns)
    after = next((each for each in spots if each.start >= end), None)
    qualifier = read_qualifier(search.parsed.text, sentence, spot, after, search.gazetteer, search.lists)
    setting = _setting(search, sentence, spot, taken)
    fitting = [] if qualifier is None else [town for town in towns if qualifier.fits(town.place)]
    town = the_one(fitting)
    if town is not None:
        return None if doubt(replace(setting, located=True)) else (spot, Choice(town, "qualified"))
    town = _by_context(search, setting, towns)
    return None if town is None else (spot, Choice(town, "in-play"))


def _towns(search: Search, key: str) -> tuple[Town, ...]:
    """The towns that the key may mean; none for a word that is also another thing's name."""
    lists = search.lists
    if len(key) < len("vis") and " " not in key:
        return ()
    barred = (lists.never, lists.plain, lists.titles, lists.generic, lists.body_after, lists.connectives)
    if any(key in words for words in barred) or load_states().book.look_up(key.title()):
        return ()
    towns = search.towns()
    return (*towns.named(key), *(towns.named(sound_of(key)) if len(key) >= SHORTEST_SOUND else ()))


def _spot(sentence: Sentence, start: int, end: int, key: str, towns: Iterable[Town]) -> Spot:
    starts, ends = [token.start for token in sentence.tokens], [token.end for token in sentence.tokens]
    first = max(bisect_right(starts, start) - 1, 0)
    last = max(min(bisect_left(ends, end), len(sentence.tokens) - 1), first)
    entity, label = entity_at(sentence.tokens, first, last)
    candidates = tuple(Candidate(town.place, float(town.place.population), town.kind != MAIN) for town in towns)
    return Spot(start, end, key, first, last, candidates, entity, label)


def the_one(towns: Iterable[Town]) -> Place | None:
    """The only town of the surest kind of name, or one that outweighs the others; None where several fit."""
    fitting = list(towns)
    surest = min((town.kind for town in fitting), default=MAIN)
    places = sorted((town.place for town in fitting if town.kind == surest), key=lambda place: -place.population)
    if not places or any(
        one.country == other.country and one.population < max(other.population, 1) * CLEAR_RATIO
        for one, other in pairwise(places[:2])
    ):
        return None
    return places[0] if len({place.country for place in places}) == 1 else None


def _setting(search: Search, sentence: Sentence, spot: Spot, taken: Sequence[Spot]) -> Setting:
    listed = sorted((*taken, spot), key=lambda each: each.start)
    return settings_of(search.parsed, sentence, listed, search.lists, search.context)[listed.index(spot)]


def _by_context(search: Search, setting: Setting, towns: Sequence[Town]) -> Place | None:
    """A town of a state in play behind a word of place, or described as a place."""
    context, lists, spot = search.context, search.lists, setting.spot
    if spot.is_single and (spot.key in lists.personal or spot.key in lists.common):
        return None
    if not _has_evidence(setting) or doubt(setting) is not None:
        return None
    return the_one(
        town
        for town in towns
        if town.place.country in context.countries
        and (town.place.country not in FEDERAL_STATES or town.place.division in context.divisions)
    )


def _has_evidence(setting: Setting) -> bool:
    if setting.located:
        return True
    return (
        setting.approached
        and setting.spot.label in ("GPE", "LOC", "FAC", "", "ORG", "NORP")
        and not is_surname(setting.spot.key)
    )
