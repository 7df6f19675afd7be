"""Things: a name of a place that only tells one thing from another: "Peking duck", "the Minsk agreements".

In: a setting. Out: whether the words around the name make it a part of a phrase of `not-actors.toml`, or whether the
noun behind it makes it a mere modifier. Refuses nothing where the noun names something of the place ("Moscow metro").
"""

from __future__ import annotations

from functools import lru_cache

from ..lexicon.match import PhraseBook
from ..lexicon.nothing import load_nothing
from .place import CITY, SEAT
from .setting import Setting


@lru_cache(maxsize=1)
def load_phrases() -> PhraseBook[str]:
    """The phrases that name neither an actor nor a place, ready to be found."""
    return PhraseBook((text, text, False) for text in load_nothing())


def is_in_phrase(setting: Setting) -> bool:
    """A phrase that is longer than the name holds it and means no place ("Stockholm syndrome", not "Paris Metro")."""
    spot, tokens = setting.spot, setting.sentence.tokens
    for match in load_phrases().find(tokens):
        if match.first <= spot.first and spot.last <= match.last:
            others = (*range(match.first, spot.first), *range(spot.last + 1, match.last + 1))
            return bool(others) and all(tokens[index].lower not in setting.lists.kept for index in others)
    return False


def is_modifier(setting: Setting) -> bool:
    """The noun directly behind it is a dish, a plant, an animal or an illness, or a paper behind a town."""
    token = setting.neighbour(setting.spot.last + 1)
    if token is None or token.pos not in ("NOUN", "PROPN", "VERB", "ADJ"):
        return False
    if not token.text.islower() and not setting.is_title:
        return False
    word = token.lower
    if word in setting.lists.things:
        return True
    return word in setting.lists.papers and setting.spot.leader.kind in (CITY, SEAT) and not setting.located
