"""Setting: the date and place that belong to an act, by the grammar of its sentence.

In: a Sentence, dates and places found in it, the tokens of acts. Out: for each act the When and Where that hang on it
or on the operators above it. A date or place belongs to the nearest act above it; what hangs on another act stays
there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from ..parse.tokens import Sentence, Token
from ..record import Span, When, Where
from .roles import PLACE_PREPS

Found = TypeVar("Found", When, Where)


def head_of_span(sentence: Sentence, span: Span) -> Token | None:
    """The token of the span whose head lies outside it."""
    inside = sentence.between(span.start, span.end)
    numbers = {token.index for token in inside}
    for token in inside:
        if token.head not in numbers or token.head == token.index:
            return token
    return inside[0] if inside else None


def nearest_act(sentence: Sentence, token: Token, acts: frozenset[int]) -> int | None:
    """The first act above the token, or the token itself."""
    if token.index in acts:
        return token.index
    return next((above.index for above in sentence.ancestors(token) if above.index in acts), None)


def in_sentence(sentence: Sentence, found: Sequence[Found]) -> list[Found]:
    """Those of the dates or places that stand in the sentence."""
    return [each for each in found if sentence.start <= each.span.start and each.span.end <= sentence.end]


def is_setting_place(sentence: Sentence, where: Where) -> bool:
    """Whether the place is said to be where something happens ("in Islamabad", "near Mandera")."""
    head = head_of_span(sentence, where.span)
    if head is None:
        return False
    above = sentence.head(head)
    return above.lower in PLACE_PREPS and head.dep == "pobj"


def _names_a_thing(sentence: Sentence, head: Token, acts: frozenset[int]) -> bool:
    """ "The April 22 incident", "a 2019 accord": the date belongs to a noun that is no act."""
    above = sentence.head(head)
    return head.dep in ("compound", "nmod", "amod", "nummod", "poss") and above.index not in acts


def is_moment(when: When) -> bool:
    """Whether a date may be when something happened: both bounds known, and no stretch over several years."""
    if when.start is None or when.end is None:
        return False
    return when.precision != "year" or when.start[:4] == when.end[:4]


def attach(sentence: Sentence, found: Iterable[Found], acts: frozenset[int], own: frozenset[int]) -> Found | None:
    """The first date or place whose nearest act is one of `own` (the act and the operators above it)."""
    for each in found:
        head = head_of_span(sentence, each.span)
        if head is None or _names_a_thing(sentence, head, acts):
            continue
        if nearest_act(sentence, head, acts) in own:
            return each
    return None
