"""Counts: how many of a thing a promise names, read at the parse ("120 licences", "850 of its 1,000 tanks").

In: a Sentence, a Span of it, the lexicon. Out: Amounts whose unit is the counted noun. Refuses stretches of time,
parties and parts of a text ("two countries", "three stages"), names, and vague numbers ("hundreds").
"""

from __future__ import annotations

import re
from decimal import Decimal

from ..events.frames import subjects_of
from ..parse.tokens import Sentence, Token
from ..record import Span
from .amounts import SMALL_NUMBERS, TENS, Amount
from .lexicon import PromiseLexicon

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3}){1,4}|\d{1,12}(?:\.\d{1,4})?")
_DEFINITE = frozenset({"the", "both", "these", "those", "its", "their"})
_OTHERS = {"a": 1, "dozen": 12, "zero": 0}
# Words beside a number that leave it as it is.
_BESIDE = frozenset(
    "about around some roughly nearly almost only just exactly a over least most more than up to".split()
)


def find_counts(sentence: Sentence, span: Span, lexicon: PromiseLexicon) -> list[Amount]:
    """The counted things inside the span, in order; offsets are those of the span's text."""
    found: list[Amount] = []
    for token in sentence.between(span.start, span.end):
        head = _counted_noun(sentence, token)
        if head is None or head.end > span.end or not (_may_count(head, lexicon) or _is_notice(sentence, head)):
            continue
        value = _value(sentence, token, lexicon)
        if value is None or _is_known(sentence, token, head):
            continue
        first = _first(sentence, token)
        # "2,400 Nicaraguans" are people.
        unit = "people" if head.tag == "NNPS" or head.entity == "NORP" else lexicon.unit_of.get(head.lower, head.lower)
        found.append(Amount(first.start - span.start, head.end - span.start, value, None, unit))
    return found


def _counted_noun(sentence: Sentence, token: Token) -> Token | None:
    """What the number at `token` counts."""
    if token.tag != "CD" and token.lower != "dozen":
        return None
    above = sentence.head(token)
    if token.dep == "nummod" and above.tag in ("NNS", "NNPS") and above.index > token.index:
        # "850 of its 1,000 tanks": the whole is known already.
        over = sentence.head(above)
        of_number = above.dep == "pobj" and over.lower == "of" and sentence.head(over).tag == "CD"
        return None if of_number else above
    # "850 of its 1,000 tanks", "two of the bridges": the number stands for the thing.
    if token.dep in ("nsubj", "nsubjpass", "dobj", "pobj", "conj", "attr"):
        for prep in sentence.children(token, "prep"):
            if prep.lower == "of" and prep.index == token.index + 1:
                return next((each for each in sentence.children(prep, "pobj") if each.tag == "NNS"), None)
    return None


def _is_known(sentence: Sentence, token: Token, head: Token) -> bool:
    """ "The two armies", "both": a small number behind an article tells what is there, not how many come."""
    definite = any(child.lower in _DEFINITE for child in sentence.children(head, "det", "poss"))
    return definite and token.lower in SMALL_NUMBERS


def find_bare_number(sentence: Sentence, verb: Token, lexicon: PromiseLexicon) -> tuple[Token, int | float] | None:
    """The number that a verb leads to where nothing is named that it counts: "would reach 150"."""
    for token in [*sentence.children(verb, "nsubj", "nsubjpass"), *subjects_of(sentence, verb)]:
        # "22 are to open", "The first 450,000 will land": the subject counts what was told before.
        known = sentence.child(token, "det") is not None and token.lower in SMALL_NUMBERS
        if token.tag == "CD" and token.lower != "one" and not known and token.entity not in ("DATE", "TIME", "MONEY"):
            value = _value(sentence, token, lexicon)
            return None if value is None else (token, value)
    if verb.lemma not in lexicon.reaching:
        return None
    behind = [
        each
        for prep in sentence.children(verb, "prep")
        if prep.lower == "to"
        for each in sentence.children(prep, "pobj")
    ]
    for token in [*sentence.children(verb, "dobj"), *behind]:
        if token.tag == "CD" and token.entity not in ("DATE", "TIME", "MONEY"):
            value = _value(sentence, token, lexicon)
            return None if value is None else (token, value)
    return None


def _is_notice(sentence: Sentence, head: Token) -> bool:
    """ "30 days' notice": a time that is given."""
    return head.dep == "poss" and sentence.head(head).lemma in ("notice", "warning", "grace", "leave", "work", "pay")


def _may_count(head: Token, lexicon: PromiseLexicon) -> bool:
    return (
        head.pos in ("NOUN", "PROPN")
        and not {head.lemma} & (lexicon.uncounted | lexicon.kind_of.keys())
        and head.entity not in ("DATE", "TIME")
    )


def _first(sentence: Sentence, token: Token) -> Token:
    """The first word of the number: "3 million" is one number of two words."""
    return min([token, *sentence.children(token, "compound")], key=lambda each: each.index)


def _value(sentence: Sentence, token: Token, lexicon: PromiseLexicon) -> int | float | None:
    """The number, its scale multiplied in; None where its words are not all understood, or form a range."""
    parts = sorted([token, *sentence.children(token)], key=lambda each: each.index)
    parts = [part for part in parts if part.index <= token.index and part.lower not in _BESIDE]
    joined = _plain_number("".join(part.lower for part in parts))
    if joined is not None and len(parts) > 1:
        # "twenty-five" is three tokens.
        return int(joined)
    value = Decimal(1)
    numbers = 0
    for part in parts:
        number = _plain_number(part.lower)
        if number is not None:
            value *= number
            numbers += part.lower != "a"
        elif part.lower in lexicon.scale:
            value *= lexicon.scale[part.lower]
        elif part.tag in ("CD", "SYM", "HYPH") or part.dep == "quantmod":
            return None
    if numbers == 0 and not any(part.lower in lexicon.scale or part.lower == "dozen" for part in parts):
        return None
    return int(value) if value == int(value) else float(value)


def _plain_number(word: str) -> Decimal | None:
    if _DIGITS.fullmatch(word):
        return Decimal(word.replace(",", ""))
    if word in _OTHERS:
        return Decimal(_OTHERS[word])
    tens, _, ones = word.partition("-")
    if word in SMALL_NUMBERS:
        return Decimal(SMALL_NUMBERS[word])
    if tens in TENS and (not ones or ones in SMALL_NUMBERS):
        return Decimal(TENS[tens] + (SMALL_NUMBERS[ones] if ones else 0))
    return None
