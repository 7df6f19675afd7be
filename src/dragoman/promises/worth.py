"""Worth: the amounts that a promise names, each with the words that belong to it.

In: a Sentence, the Span of a promise, the states in play, the lexicon. Out: Parts, one for each thing promised: sums of
money, else the first quantity with those coordinated to it; a price ("$100 per 1,000 cubic metres") stands by itself.
Refuses sizes of known things ("the 120-km canal"), rates of exchange and quantities in asides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..parse.tokens import Sentence, Token
from ..record import Span
from .amounts import Amount, find_amounts
from .counts import find_counts
from .lexicon import PromiseLexicon

_BEHIND_PRICE = re.compile(
    r"\s*(?:\([^()]{1,30}\)\s*)?(?P<each>per|for every|for each|a|an|each)\s+(?:\d[\d,]*\s+)?"
    r"(?P<of>[^\W\d_][\w-]*(?:\s[^\W\d_][\w-]*)?)"
)
_INDEFINITE = frozenset({"a", "an"})


@dataclass(frozen=True, slots=True)
class Part:
    """One amount of a promise (None where it names none); `span` holds its own words, `is_price` marks what one piece
    costs."""

    amount: Amount | None
    span: Span
    is_price: bool = False
    is_alone: bool = True


def read_worth(sentence: Sentence, span: Span, countries: Sequence[str], lexicon: PromiseLexicon) -> list[Part]:
    """The parts of the promise whose words the span holds; one without an amount where nothing is counted."""
    named = [
        amount
        for amount in find_amounts(span.text, lexicon=lexicon, countries=countries)
        if not _is_rate(span.text, amount) and not _is_aside(sentence, span, amount)
    ]
    counted = [
        count
        for count in find_counts(sentence, span, lexicon)
        if not any(count.start < other.end and other.start < count.end for other in named)
    ]
    prices = [amount for amount in named if amount.currency and _is_price(span.text, amount, lexicon)]
    money = [amount for amount in named if amount.currency and amount not in prices]
    things = sorted([*(each for each in named if not each.currency), *counted], key=lambda each: each.start)
    main = money or _coordinated(sentence, span, things)
    if not main and prices:
        main, prices = prices, []
    parts = [Part(None, span)] if not main else [_part(span, each, main) for each in main]
    return parts + [Part(each, _cut(span, each.start, len(span.text)), True, False) for each in prices]


def _part(span: Span, amount: Amount, main: Sequence[Amount]) -> Part:
    """The first amount keeps the words before it; each ends where the next one begins."""
    if len(main) == 1:
        return Part(amount, span)
    later = [each.start for each in main if each.start > amount.start]
    return Part(amount, _cut(span, amount.start, min(later, default=len(span.text))), is_alone=False)


def _cut(span: Span, start: int, end: int) -> Span:
    text = span.text[start:end].rstrip(" ,;")
    return Span(span.start + start, span.start + start + len(text), text)


def _is_rate(text: str, amount: Amount) -> bool:
    """ "($1 = 0.94 euros)" is a rate of exchange."""
    return text[: amount.start].rstrip().endswith("=") or text[amount.end :].lstrip().startswith("=")


def _is_price(text: str, amount: Amount, lexicon: PromiseLexicon) -> bool:
    behind = _BEHIND_PRICE.match(text, amount.end)
    if behind is None:
        return False
    words = behind["of"].lower().split()
    if words[0] in lexicon.spans_of_time:
        return False
    return (
        behind["each"] not in ("a", "an", "each") or " ".join(words) in lexicon.unit_of or words[0] in lexicon.unit_of
    )


def _token_at(sentence: Sentence, offset: int) -> Token | None:
    return next((token for token in sentence.tokens if token.start <= offset < token.end), None)


def _is_aside(sentence: Sentence, span: Span, amount: Amount) -> bool:
    """Whether a quantity only describes something: "the 42-km tunnel", "its section, 145 km from the border"."""
    if amount.unit is None:
        return False
    last = _token_at(sentence, span.start + amount.end - 1)
    if last is None:
        return False
    if "-" in span.text[amount.start : amount.end]:
        # "to lay a 1,120-km cable" promises its length; "the 120-km canal" is known.
        thing = sentence.head(last)
        return not any(child.lower in _INDEFINITE for child in sentence.children(thing, "det"))
    return last.dep == "appos"


def _coordinated(sentence: Sentence, span: Span, things: Sequence[Amount]) -> list[Amount]:
    """The first thing and those that are promised beside it: "850 tanks and 51 aircraft"."""
    if not things:
        return []
    heads = [_token_at(sentence, span.start + each.end - 1) for each in things]
    first = heads[0]
    if first is None:
        return [things[0]]
    beside = {token.index for token in sentence.conjuncts(first)}
    return [each for each, head in zip(things, heads, strict=True) if head is not None and head.index in beside]
