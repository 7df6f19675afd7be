"""Dyads: the ordered pairs of states in an event or a claim, one row each, so that the database finds and counts them.

In: a finding and its Article. Out: rows of `event_dyads` and `claim_dyads`. Refuses nothing: a finding without two
states gives no row, and a day that the text does not prove stays empty.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..record import Article, Claim, Event

# What parts the contexts of an event in their column; it stands in the name of none.
CONTEXT_MARK = "|"
# ISO days of a month begin with so many characters.
MONTH_LENGTH = 7
# Between the first and the last day of a span, as ISO 8601 has it.
SPAN_MARK = "/"


def make_dyad_rows(event: Event, article: Article) -> Iterator[dict[str, Any]]:
    """The rows of one event, one for each ordered pair of states."""
    day, latest = place_days(event, article)
    for actor, recipient, leads in pair_states(event):
        yield {
            "article_id": article.id,
            "finding_id": event.id,
            "actor": actor,
            "recipient": recipient,
            "leads": leads,
            "realis": event.realis,
            "span": name_span(day, latest),
            "day": day,
            "latest": latest,
            "dated": event.date is not None,
            "attributed": event.attribution is not None,
            "type": event.type,
            "quad": event.quad,
            "score": float(event.score),
            "contexts": CONTEXT_MARK.join(sorted(event.contexts)),
        }


def pair_states(event: Event) -> Iterator[tuple[str, str, bool]]:
    """Each ordered pair of two states once: actor with recipient, or, where there is no recipient, all who act together
    both ways. The third value marks the first row of each unordered pair: by it an event counts once for both ways."""
    doers = list(dict.fromkeys(actor.country for actor in event.actors if actor.country))
    others = list(dict.fromkeys(actor.country for actor in event.recipients if actor.country))
    if not event.recipients:
        others = doers
    seen: set[frozenset[str]] = set()
    for doer in doers:
        for other in others:
            if doer == other:
                continue
            pair = frozenset((doer, other))
            yield doer, other, pair not in seen
            seen.add(pair)


def name_span(day: str | None, latest: str | None) -> str:
    """The month that two days lie in, else both days, nothing where they are not known."""
    if day is None or latest is None:
        return ""
    month = day[:MONTH_LENGTH]
    return month if latest[:MONTH_LENGTH] == month else f"{day}{SPAN_MARK}{latest}"


def place_days(event: Event, article: Article) -> tuple[str | None, str | None]:
    """The first and the last day on which an event may have begun; both None where that is not known.

    Named to the day it began on that day, however long it went on. A wider date leaves open on which of its days; an
    open one ("by 2028", "since 2022") proves no day. Without a date of its own the day of publication stands for it.
    """
    date = event.date
    if date is None:
        return article.published, article.published
    if date.start is None or date.end is None and date.precision != "day":
        return None, None
    if date.precision == "day":
        return date.start, date.start
    return date.start, date.end


def make_claim_dyad_rows(claim: Claim, article: Article) -> Iterator[dict[str, Any]]:
    """The rows of one claim, one for each state that it is about, of a speaker whose state is known."""
    speaker = claim.speaker.country if claim.speaker else None
    for about in dict.fromkeys(claim.about) if speaker else ():
        yield {
            "article_id": article.id,
            "finding_id": claim.id,
            "about": about,
            "speaker": speaker,
            "day": article.published,
        }
