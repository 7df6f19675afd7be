"""Resolve: one actor phrase by itself becomes an Actor, or None where it names no political actor.

In: the phrase, perhaps the text around it. Out: the Actor whose words head the phrase. A private name that nobody
introduces, a date, an abstract noun give None.
"""

from __future__ import annotations

from ..parse.parse import load_parser, parse_article
from ..record import Actor, Article, Region, RegionKind, digest
from .find import find_actors
from .lexicon import load_actor_lexicon
from .mention import Mention


def resolve_actor(text: str, *, context: str = "", day: str | None = None) -> Actor | None:
    """The actor that `text` means. `context` may introduce a name that the phrase only repeats; `day` is the ISO day
    for which offices are asked."""
    whole = f"{context}\n\n{text}" if context else text
    start = len(whole) - len(text)
    regions = [Region(0, len(context), RegionKind.BODY)] if context.strip() else []
    if text.strip():
        regions.append(Region(start, len(whole), RegionKind.BODY))
    article = Article(digest(whole), whole, published=day, regions=tuple(regions))
    parsed = parse_article(article, load_parser())
    mentions, _ = find_actors(article, parsed, lexicon=load_actor_lexicon())
    own = [
        mention
        for mention in mentions
        if mention.span.start >= start and mention.kind not in ("pronoun", "first-person")
    ]
    best = _heading(own, parsed.text, start)
    if best is None or not best.actors:
        return None
    actor = best.actors[0]
    return actor if actor.country or actor.sectors else None


def _heading(mentions: list[Mention], text: str, start: int) -> Mention | None:
    """The mention that the phrase is about: a person, else the longest body or group, else a state."""
    if not mentions:
        return None
    order = ("person", "office", "noun", "organisation", "state", "seat", "region", "adjective", "group")

    def rank(mention: Mention) -> tuple[int, int]:
        return (order.index(mention.kind) if mention.kind in order else len(order), mention.span.start)

    return min(mentions, key=rank)
