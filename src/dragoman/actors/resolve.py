"""Resolve: one actor phrase by itself becomes an Actor, or None where it names no political actor.

In: the phrase, perhaps the text around it. Out: the Actor whose words head the phrase, at offsets of the phrase. A
private name that nobody introduces, a date, an abstract noun, a thing that merely has a nationality give None.
"""

from __future__ import annotations

from dataclasses import replace

from ..parse.parse import load_parser, parse_article
from ..parse.tokens import Parsed, Sentence, Token
from ..record import Actor, Article, Region, RegionKind, Span, digest
from .find import find_actors
from .lexicon import ActorLexicon, References, load_actor_lexicon
from .mention import Mention

_ORDER = ("person", "office", "noun", "organisation", "state", "seat", "region", "adjective", "group")
_NOT_NAMED = frozenset({"pronoun", "first-person"})


def resolve_actor(text: str, *, context: str = "", day: str | None = None) -> Actor | None:
    """The actor that `text` means. `context` may introduce a name that the phrase only repeats; `day` is the ISO day
    for which offices are asked."""
    if not text.strip():
        return None
    whole = f"{context}\n\n{text}" if context.strip() else text
    start = len(whole) - len(text)
    regions = [Region(0, len(context), RegionKind.BODY)] if start else []
    regions.append(Region(start, len(whole), RegionKind.BODY))
    article = Article(digest(whole), whole, published=day, regions=tuple(regions))
    parsed = parse_article(article, load_parser())
    lexicon = load_actor_lexicon()
    actor = _actor_headed(article, parsed, start, lexicon)
    if actor is None or not (actor.country or actor.sectors):
        return None
    span = actor.span
    return replace(actor, span=Span(span.start - start, span.end - start, span.text))


def _actor_headed(article: Article, parsed: Parsed, start: int, lexicon: ActorLexicon) -> Actor | None:
    mentions, _ = find_actors(article, parsed, lexicon=lexicon)
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
        if head.lemma not in references.partitives and head.pos not in ("NUM", "PRON", "DET"):
            return None
        link = sentence.child(head, "prep")
        head = sentence.child(link, "pobj") if link is not None and link.lower == "of" else None
    named = [each for each in mentions if each.kind != "adjective"]
    return min(named, key=_rank, default=None)


def _rank(mention: Mention) -> tuple[int, int]:
    order = _ORDER.index(mention.kind) if mention.kind in _ORDER else len(_ORDER)
    return order, mention.span.start
