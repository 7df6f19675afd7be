"""Pairs: what of an event can be told in event data that knows source, target, act and day, and nothing of certainty.

In: an Event and its Article. Out: its pairs and its day, or why it is left out. An event that did not happen, or that
only a party says happened, would stand there as a fact.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..record import Actor, Article, Event, RegionKind

# CAMEO roots whose codes are statements about an act to come: the statement was made, whatever becomes of the act.
STATED = ("03", "13")

UNREAL = "planned, hypothetical or negated"
TOLD = "told by a source that the article names (--attributed takes them in)"
NOBODY = "without an actor"


def tell_why_not(event: Event, *, attributed: bool) -> str | None:
    """Why an event cannot be told without its certainty; None where it can."""
    stated = event.realis == "future" and event.cameo[:2] in STATED
    if event.realis not in ("actual", "historical") and not stated:
        return UNREAL
    if event.attribution is not None and not attributed:
        return TOLD
    return None if event.actors or event.recipients else NOBODY


def keep_tellable(events: tuple[Event, ...], *, attributed: bool, left_out: Counter[str]) -> Iterator[Event]:
    """The events that can be told; the others are counted by the reason."""
    for event in events:
        reason = tell_why_not(event, attributed=attributed)
        if reason is None:
            yield event
        else:
            left_out[reason] += 1


def day_of(event: Event, article: Article) -> str | None:
    """The ISO day under which an event is told, None where none is known.

    Without a date of its own it is the day of publication, as the other sources have it; so it is for a statement about
    an act to come, whose date is the act's. Earlier times and dates wider than a day give none.
    """
    when = event.date
    if event.realis == "future" or (when is None and event.realis == "actual"):
        return article.published
    if when is None or when.precision != "day":
        return None
    return when.start if when.start == when.end else None


def month_of(event: Event, article: Article) -> str | None:
    """The ISO month of an event, known for some whose day is not."""
    day = day_of(event, article)
    if day is not None:
        return day[:7]
    when = event.date
    if when is None or when.start is None or when.end is None or event.realis == "future":
        return None
    return when.start[:7] if when.start[:7] == when.end[:7] else None


def year_of(event: Event, article: Article) -> str | None:
    """The year of an event, known for some whose month is not."""
    month = month_of(event, article)
    if month is not None:
        return month[:4]
    when = event.date
    if when is None or when.start is None or when.end is None or event.realis == "future":
        return None
    return when.start[:4] if when.start[:4] == when.end[:4] else None


def pair_actors(event: Event) -> Iterator[tuple[Actor | None, Actor | None]]:
    """Each source with each target; where all act together, each with each other, both ways.

    None stands on a side where nobody is known.
    """
    if event.recipients:
        yield from ((actor, other) for actor in event.actors or (None,) for other in event.recipients)
    elif len(event.actors) == 1:
        yield event.actors[0], None
    else:
        for at, actor in enumerate(event.actors):
            yield from ((actor, other) for place, other in enumerate(event.actors) if place != at)


def is_lead(event: Event, article: Article) -> bool:
    """Whether the event stands in the headline or in the first paragraph of the report."""
    for region in article.regions:
        if region.kind is RegionKind.HEADLINE and region.start <= event.trigger.start < region.end:
            return True
        if region.kind is RegionKind.BODY:
            return region.start <= event.trigger.start < region.end
    return False
