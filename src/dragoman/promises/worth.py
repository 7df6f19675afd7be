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
from .amounts import SMALL_NUMBERS, TENS, Amount, find_amounts
from .counts import find_bare_number, find_counts
from .lexicon import PromiseLexicon

_BEHIND_PRICE = re.compile(
    r"\s*(?:\([^()]{1,30}\)\s*)?(?P<each>per|for every|for each|a|an|each)\s+(?:\d[\d,]*\s+)?"
    r"(?P<of>[^\W\d_][\w-]*(?:\s[^\W\d_][\w-]*)?)"
)
_INSTEAD = re.compile(
    r"\b(?:instead of|rather than|up from|down from|compared with|compared to|against)\s+(?:the\s+)?$", re.I
)
# "400 of its 1,200 prisoners": the second number is the whole.
_OF_ALL = re.compile(
    r"\b(?:\d[\d,.]*|hundred|thousand|million|billion|half|third|quarter|most|some|any|none|part|percent|per cent"
    rf"|{'|'.join([*SMALL_NUMBERS, *TENS])})\s+of\s+(?:its|their|the|his|her|a|an)\s+$",
    re.I,
)
# "$100 per 1,000 cubic metres": the quantity belongs to the price.
_PER = re.compile(r"\b(?:per|for every|for each)\s+$", re.I)
# "45 million" where the sentence named the currency before.
_SCALED_ALONE = re.compile(
    r"(?<![\w.,$€£])(?P<number>\d{1,4}(?:[.,]\d{1,3})?)\s(?P<scale>million|billion|trillion|thousand)"
    r"(?=$|[.,;)]|\s(?:each|in|by|on|from|to|for|more|over|of them|of these|promised|pledged)\b)"
)
_HYPHENED = re.compile(rf"(?:[\d.,]+|{'|'.join([*SMALL_NUMBERS, *TENS])})-(?!(?:{'|'.join(SMALL_NUMBERS)})\b)", re.I)
_INDEFINITE = frozenset({"a", "an"})


@dataclass(frozen=True, slots=True)
class Part:
    """One amount of a promise (None where it names none); `span` holds its own words, `is_price` marks what one piece
    costs."""

    amount: Amount | None
    span: Span
    is_price: bool = False
    is_alone: bool = True


def read_worth(
    sentence: Sentence, verb: Token, span: Span, countries: Sequence[str], lexicon: PromiseLexicon
) -> list[Part]:
    """The parts of the promise of `verb` whose words the span holds; one without an amount where nothing is counted."""
    named = [
        amount
        for amount in find_amounts(span.text, lexicon=lexicon, countries=countries)
        if not _is_rate(span.text, amount)
        and not _is_aside(sentence, span, amount)
        and not _INSTEAD.search(span.text, 0, amount.start)
        and not _OF_ALL.search(span.text, 0, amount.start)
        and not _PER.search(span.text, 0, amount.start)
    ]
    counted = [
        count
        for count in find_counts(sentence, span, lexicon)
        if not any(count.start < other.end and other.start < count.end for other in named)
        and not _INSTEAD.search(span.text, 0, count.start)
        and not _PER.search(span.text, 0, count.start)
    ]
    named, counted = _told_first(sentence, verb, span, named, counted)
    reached = _reached_from(sentence, verb, span, lexicon)
    named = [each for each in named if each.start >= reached]
    counted = [each for each in counted if each.start >= reached]
    if not named and not counted:
        named = _without_words(sentence, verb, span, countries, lexicon)
    prices = [amount for amount in named if amount.currency and _is_price(span.text, amount, lexicon)]
    money = [amount for amount in named if amount.currency and amount not in prices]
    things = sorted([*(each for each in named if not each.currency), *counted], key=lambda each: each.start)
    main = money or _coordinated(sentence, span, things)
    if not main and prices:
        main, prices = prices, []
    parts = [Part(None, span)] if not main else [_part(span, each, main) for each in main]
    return parts + [Part(each, _cut(span, each.start, len(span.text)), True, False) for each in prices]


def _reached_from(sentence: Sentence, verb: Token, span: Span, lexicon: PromiseLexicon) -> int:
    """Where in the span the words begin that a change leads to: "from 50 beds to 120", "lowered to 10 million"."""
    if verb.lemma not in lexicon.reaching and verb.lemma not in lexicon.setting:
        return 0
    for prep in sentence.children(verb, "prep"):
        behind = sentence.children(prep, "pobj")
        counts = any(
            each.tag in ("CD", "$") or any(part.tag == "CD" for part in sentence.children(each)) for each in behind
        )
        if prep.lower == "to" and counts and not any(each.entity == "DATE" for each in behind):
            return max(0, prep.start - span.start)
    return 0


def _told_first(
    sentence: Sentence, verb: Token, span: Span, named: list[Amount], counted: list[Amount]
) -> tuple[list[Amount], list[Amount]]:
    """What stands in the clause itself before what is told in a clause beside it ("a plant that gives 50 MW")."""
    beside = {
        each.index
        for token in sentence.subtree(verb)
        if token.dep in ("relcl", "advcl") and token is not verb
        for each in sentence.subtree(token)
    }

    def is_beside(amount: Amount) -> bool:
        last = _token_at(sentence, span.start + amount.end - 1)
        return last is not None and last.index in beside

    first = [each for each in named if not is_beside(each)], [each for each in counted if not is_beside(each)]
    return first if any(first) else (named, [])


def _without_words(
    sentence: Sentence, verb: Token, span: Span, countries: Sequence[str], lexicon: PromiseLexicon
) -> list[Amount]:
    """A number whose unit stands earlier or nowhere: "of which Rome promised 45 million", "will reach 150"."""
    for match in _SCALED_ALONE.finditer(span.text):
        before = find_amounts(
            _text(sentence)[: span.start - sentence.start + match.start()], lexicon=lexicon, countries=countries
        )
        if before:
            value = float(match["number"].replace(",", "")) * lexicon.scale[match["scale"].lower()]
            whole = int(value) if value == int(value) else value
            return [Amount(match.start(), match.end(), whole, before[-1].currency, before[-1].unit)]
    acts = [verb, *(each for each in sentence.children(verb, "xcomp", "ccomp"))]
    for act in acts:
        bare = find_bare_number(sentence, act, lexicon)
        if bare is not None and span.start <= bare[0].start < span.end:
            return [Amount(bare[0].start - span.start, bare[0].end - span.start, bare[1], None, None)]
    return []


def _part(span: Span, amount: Amount, main: Sequence[Amount]) -> Part:
    """The first amount keeps the words before it; each ends where the next one begins."""
    if len(main) == 1:
        return Part(amount, span)
    later = [each.start for each in main if each.start > amount.start]
    start = 0 if amount is main[0] else amount.start
    return Part(amount, _cut(span, start, min(later, default=len(span.text))), is_alone=False)


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


def _text(sentence: Sentence) -> str:
    """The words of the sentence at the offsets that they have in the article."""
    chars = [" "] * (sentence.end - sentence.start)
    for token in sentence.tokens:
        chars[token.start - sentence.start : token.end - sentence.start] = token.text
    return "".join(chars)


def _token_at(sentence: Sentence, offset: int) -> Token | None:
    return next((token for token in sentence.tokens if token.start <= offset < token.end), None)


def _is_aside(sentence: Sentence, span: Span, amount: Amount) -> bool:
    """Whether a quantity only describes something: "the 42-km tunnel", "its section, 145 km from the border"."""
    if amount.unit is None:
        return False
    last = _token_at(sentence, span.start + amount.end - 1)
    if last is None:
        return False
    if _HYPHENED.match(span.text, amount.start, amount.end):
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
