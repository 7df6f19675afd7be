"""Resolve: one actor phrase by itself becomes an Actor, or None where it names no political actor.

In: the phrase, perhaps the text around it. Out: the Actor whose words head the phrase, at offsets of the phrase. A
private name that nobody introduces, a date, an abstract noun, a thing that merely has a nationality give None.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from ..parse.parse import load_parser, parse_article
from ..parse.tokens import Parsed, Sentence, Token
from ..record import Actor, Article, Region, RegionKind, Span, digest
from .bare import parse_bare
from .find import find_actors
from .lexicon import ActorLexicon, References, load_actor_lexicon
from .mention import Mention
from .pieces import Piece

_ORDER = ("person", "office", "noun", "organisation", "state", "seat", "region", "adjective", "group")
_NOT_NAMED = frozenset({"pronoun", "first-person"})
# Answers kept: some 30 MB when full.
MOST_REMEMBERED = 65_536
_TOWNS = frozenset("town city village county suburb district river lake island port hamlet".split())
_AT = frozenset("in near at outside around".split())


def resolve_actor(text: str, *, context: str = "", day: str | None = None) -> Actor | None:
    """The actor that `text` means. `context` may introduce a name that the phrase only repeats; `day` is the ISO day
    for which offices are asked: without it those of bare names are told as of today."""
    if not text.strip():
        return None
    if not context.strip():
        return _resolve_bare(text, day, date.today().isoformat())
    lexicon = load_actor_lexicon()
    bare = parse_bare(text, lexicon)
    whole = f"{context}\n\n{text}"
    start = len(whole) - len(text)
    regions = (Region(0, len(context), RegionKind.BODY), Region(start, len(whole), RegionKind.BODY))
    article = Article(digest(whole), whole, published=day, regions=regions)
    parsed = parse_article(article, load_parser())
    if not lexicon.book.look_up(text) and _is_only_place(parsed, text, start):
        return None
    if bare is not None:
        parsed = _with_phrase(parsed, bare.parsed.sentences[0], start)
    return _resolved(article, parsed, start, lexicon, date.today().isoformat())


@lru_cache(maxsize=MOST_REMEMBERED)
def _resolve_bare(text: str, day: str | None, today: str) -> Actor | None:
    """The actor of a phrase without context. Event data repeats its phrases, so the latest answers are kept."""
    lexicon = load_actor_lexicon()
    article = Article(digest(text), text, published=day, regions=(Region(0, len(text), RegionKind.BODY),))
    bare = parse_bare(text, lexicon)
    if bare is None:
        return _resolved(article, parse_article(article, load_parser()), 0, lexicon, today)
    return _resolved(article, bare.parsed, 0, lexicon, today, hits={0: bare.hits})


def _is_only_place(parsed: Parsed, text: str, start: int) -> bool:
    """Whether a single word stands in its context as a place alone: "near Powell", "Sharon, a leafy town"."""
    found = [
        (sentence, token)
        for sentence in parsed.sentences
        for token in sentence.tokens
        if token.text == text and sentence.end <= start
    ]
    return bool(found) and all(_names_place(sentence, token) for sentence, token in found)


def _names_place(sentence: Sentence, token: Token) -> bool:
    kinds = {child.lemma for child in sentence.children(token, "appos")}
    return bool(kinds & _TOWNS) or (token.dep == "pobj" and sentence.head(token).lower in _AT)


def _with_phrase(parsed: Parsed, phrase: Sentence, start: int) -> Parsed:
    """The parse of the context with the phrase, as the rules for bare phrases read it, behind it."""
    before = [sentence for sentence in parsed.sentences if sentence.end <= start]
    tokens = tuple(replace(token, start=token.start + start, end=token.end + start) for token in phrase.tokens)
    number, paragraph = len(before), before[-1].paragraph + 1 if before else 0
    last = Sentence(number, paragraph, phrase.region, tokens)
    return Parsed(parsed.text, (*before, last), tuple(quote for quote in parsed.quotes if quote.outer.end <= start))


def _resolved(
    article: Article,
    parsed: Parsed,
    start: int,
    lexicon: ActorLexicon,
    today: str,
    hits: Mapping[int, list[Piece]] | None = None,
) -> Actor | None:
    """The actor of the phrase that begins at `start`, at offsets of the phrase. `hits`: what the lexicon knows of each
    sentence, where it was asked before."""
    mentions, _ = find_actors(article, parsed, lexicon=lexicon, today=today, hits=hits)
    actor = _actor_headed(parsed, mentions, start, lexicon)
    if actor is None or not (actor.country or actor.sectors):
        return None
    span = actor.span
    return replace(actor, span=Span(span.start - start, span.end - start, span.text))


def _actor_headed(parsed: Parsed, mentions: Sequence[Mention], start: int, lexicon: ActorLexicon) -> Actor | None:
    sentence = next((sentence for sentence in parsed.sentences if sentence.start >= start), None)
    if sentence is None:
        return None
    own = [each for each in mentions if each.sentence == sentence.index and each.kind not in _NOT_NAMED]
    best = _heading(sentence, own, lexicon.references)
    return best.actors[0] if best is not None and best.actors else None


def _heading(sentence: Sentence, mentions: list[Mention], references: References) -> Mention | None:
    """The mention that the phrase is about: the one at its head; behind a word for a part or number, the one that it is
    part of; where the phrase is no noun phrase, a person, else a body or group, else a state."""
    head: Token | None = sentence.root
    for _ in sentence.tokens:
        if head is None:
            return None
        holding = [each for each in mentions if each.first <= head.index <= each.last and each.actors]
        if holding:
            return min(holding, key=_rank)
        if head.pos not in ("NOUN", "PROPN", "NUM", "PRON", "DET") or head.dep not in ("ROOT", "pobj"):
            break
        if head.lower in references.former:
            break
        before = [each for each in mentions if each.kind == "adjective" and each.last < head.index]
        if before and head.lemma in references.people_nouns:
            return before[-1]
        if before and head.lemma in references.of_a_body and _is_body(before[-1]):
            return before[-1]
        heads = head.lemma in references.partitives or head.lemma in references.heading
        if not heads and head.pos not in ("NUM", "PRON", "DET"):
            return None
        link = sentence.child(head, "prep")
        head = sentence.child(link, "pobj") if link is not None and link.lower == "of" else None
    named = [each for each in mentions if each.kind != "adjective"]
    return min(named, key=_rank, default=None)


def _is_body(mention: Mention) -> bool:
    """Whether a body is meant, as by "IMF" in "an IMF staff mission"."""
    return any(actor.rule == "organisation-name" for actor in mention.actors)


def _rank(mention: Mention) -> tuple[int, int]:
    order = _ORDER.index(mention.kind) if mention.kind in _ORDER else len(_ORDER)
    return order, mention.span.start
