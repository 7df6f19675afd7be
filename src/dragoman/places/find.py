"""Find: the names of places in a parsed text become Where.

In: Parsed, the states in play, the dateline. Out: one Where for each name, in order of the text. Refuses what `doubt`
takes for a person, a body or a common word, and what `choose` cannot tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ..parse.parse import load_parser, parse_article
from ..parse.tokens import Parsed, Sentence
from ..record import Article, Region, RegionKind, Span, Where
from .choose import CONFIDENCE, Choice, choose
from .context import Context, read_context
from .doubt import doubt
from .gazetteer import Gazetteer, load_gazetteer
from .government import stands_for_government
from .names import key_of
from .place import CITY, DIVISION, SEAT, Place
from .qualifier import Qualifier, read_qualifier
from .setting import Setting, settings_of
from .small import Search, find_small
from .spot import Spot, candidates_of, find_spots
from .words import PlaceWords, load_words

# The parsed text, the gazetteer, the word lists and the context of the text.
Tools = tuple[Parsed, Gazetteer, PlaceWords, Context]
_SURROGATE = re.compile("[\ud800-\udfff]")


def find_places(text: str, *, countries: Sequence[str] = ()) -> list[Where]:
    """Every place that a line of text names, in order. `countries` (ISO 3166-1 alpha-3) are in play beside those
    that the line itself names. Raises SetupError where no English pipeline is installed."""
    if not text.strip():
        return []
    # Half a surrogate pair is no character; a stand-in of the same length keeps all offsets.
    text = _SURROGATE.sub("\ufffd", text)
    article = Article("", text, regions=(Region(0, len(text), RegionKind.BODY),))
    return list(find_in_parsed(parse_article(article, load_parser()), countries=countries))


def find_in_article(article: Article, parsed: Parsed) -> tuple[Where, ...]:
    """Every place that an article names outside its furniture, in order."""
    return find_in_parsed(parsed, dateline=article.dateline)


def find_in_parsed(parsed: Parsed, *, countries: Iterable[str] = (), dateline: str | None = None) -> tuple[Where, ...]:
    """Every place that the sentences name, in order; the state of the `dateline` is in play."""
    gazetteer, lists = load_gazetteer(), load_words()
    spots = [find_spots(parsed.text, sentence, gazetteer, lists) for sentence in parsed.sentences]
    in_play = {*countries, *_dateline_countries(dateline, gazetteer)}
    context = read_context(parsed, spots, lists, countries=in_play, borders=gazetteer.borders)
    said: dict[str, Choice] = {}
    for sentence, found in zip(parsed.sentences, spots, strict=True):
        _remember_qualified(sentence, found, (parsed, gazetteer, lists, context), said)
    return tuple(
        _where(parsed.text, spot, place, how)
        for sentence, found in zip(parsed.sentences, spots, strict=True)
        for spot, place, how in _find_in_sentence(sentence, found, (parsed, gazetteer, lists, context), said)
    )


def _remember_qualified(sentence: Sentence, spots: Sequence[Spot], tools: Tools, said: dict[str, Choice]) -> None:
    """Keep what "City, Country" says: the text means the same place by the bare name."""
    for number, spot in enumerate(spots):
        qualifier = _qualifier(sentence, spots, number, tools)
        choice = choose(spot, qualifier, tools[3], located=True) if qualifier else None
        if choice is not None and choice.how == "qualified":
            said.setdefault(spot.key, choice)


def _qualifier(sentence: Sentence, spots: Sequence[Spot], number: int, tools: Tools) -> Qualifier | None:
    parsed, gazetteer, lists, _ = tools
    following = spots[number + 1] if number + 1 < len(spots) else None
    return read_qualifier(parsed.text, sentence, spots[number], following, gazetteer, lists)


def _find_in_sentence(
    sentence: Sentence, spots: list[Spot], tools: Tools, said: dict[str, Choice]
) -> list[tuple[Spot, Place, str]]:
    """The spots of the sentence that mean a place, with the place and how it was chosen, in order."""
    parsed, gazetteer, lists, context = tools
    found: list[tuple[Spot, Place, str]] = []
    town: Place | None = None
    for number, setting in enumerate(settings_of(parsed, sentence, spots, lists, context)):
        spot = setting.spot
        qualifier = _qualifier(sentence, spots, number, tools)
        choice = _qualifying(spot, town) or choose(
            spot, qualifier, context, located=setting.located, approached=setting.approached
        )
        town = choice.place if choice is not None and qualifier is not None else None
        if choice is None or choice.how != "qualified":
            choice = said.get(spot.key, choice)
            if choice is None or doubt(setting) is not None:
                continue
            if choice.place.kind == SEAT and stands_for_government(setting):
                continue
        found.append((spot, _division_named(setting, choice.place), choice.how))
    return _with_small(Search(parsed, context, gazetteer, lists), sentence, spots, found)


def _with_small(
    search: Search, sentence: Sentence, spots: list[Spot], found: list[tuple[Spot, Place, str]]
) -> list[tuple[Spot, Place, str]]:
    """Those found and the small towns, which stand in place of a shorter name that they hold."""
    small = list(find_small(search, sentence, spots, [spot for spot, _, _ in found]))
    kept = [
        each for each in found if not any(spot.start <= each[0].start and each[0].end <= spot.end for spot, _ in small)
    ]
    more = [(spot, choice.place, choice.how) for spot, choice in small]
    return sorted((*kept, *more), key=lambda each: each[0].start)


def _qualifying(spot: Spot, town: Place | None) -> Choice | None:
    """The division that has just told where a town lies ("Buffalo, New York", "Savannah, Georgia")."""
    if town is None or town.division is None:
        return None
    divisions = (found.place for found in spot.candidates if found.place.kind == DIVISION)
    named = next((place for place in divisions if place.division == town.division), None)
    return None if named is None else Choice(named, "qualified")


def _division_named(setting: Setting, place: Place) -> Place:
    """The place itself, or its division without a point where "province" or the like follows the name of a town."""
    index = setting.spot.last + 1
    token = setting.neighbour(index)
    if place.kind not in (CITY, SEAT) or token is None or token.lower not in setting.lists.division_after:
        return place
    named = [
        found.place
        for found in setting.spot.candidates
        if found.place.kind == DIVISION and found.place.country == place.country
    ]
    return named[0] if named else Place(place.name, DIVISION, place.country)


def _where(text: str, spot: Spot, place: Place, how: str) -> Where:
    return Where(
        Span(spot.start, spot.end, text[spot.start : spot.end]),
        place.name,
        place.country,
        place.lat,
        place.lon,
        place.geonameid,
        rule=f"places/{place.kind}-{how}",
        confidence=CONFIDENCE[how],
    )


def _dateline_countries(dateline: str | None, gazetteer: Gazetteer) -> set[str]:
    """The states of a dateline: "ISLAMABAD", "LONDON, Ontario", "TRIPOLI, Lebanon"."""
    parts = [key_of(part) for part in (dateline or "").replace("/", ",").split(",")]
    found = [candidates_of(part, gazetteer) for part in parts if part]
    # The last part says most: "TRIPOLI, Lebanon".
    leaders = [candidates[0].place.country for candidates in found if candidates]
    return {code for code in leaders[-1:] if code}
