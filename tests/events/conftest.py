"""The real pipeline over a text of one paragraph, and its events as short strings."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.pipeline import standard_pipeline
from dragoman.record import Actor, Article, Event, Record, Region, RegionKind

# A Wednesday; "on Monday" is two days before it.
PUBLISHED = "2024-03-06"


def _codes(actors: tuple[Actor, ...]) -> str:
    return ",".join(sorted({actor.code for actor in actors}))


def short_form(event: Event) -> str:
    """An event as "TYPE ACTORS>RECIPIENTS realis by SPEAKER"; what is empty, actual or the outlet's own is left out."""
    sides = _codes(event.actors) + (f">{_codes(event.recipients)}" if event.recipients else "")
    realis = "" if event.realis == "actual" else f" {event.realis}"
    speaker = f" by {event.attribution.code}" if event.attribution else ""
    return f"{event.type} {sides}{realis}{speaker}"


def sorted_form(events: str) -> list[str]:
    """Events written by hand, parted by ";", with their parties in order of the alphabet."""
    found = []
    for event in filter(None, events.split("; ")):
        kind, sides, *rest = event.split(" ")
        ordered = ">".join(",".join(sorted(side.split(","))) for side in sides.split(">"))
        found.append(" ".join([kind, ordered, *rest]))
    return sorted(found)


@pytest.fixture(scope="session")
def code() -> Callable[..., Record]:
    """Codes a text by the rules alone; its lines are body paragraphs, or regions of the kinds given."""
    pipeline = standard_pipeline(with_model=False)

    def run(text: str, *kinds: RegionKind, published: str | None = PUBLISHED) -> Record:
        regions, at = [], 0
        for number, line in enumerate(text.split("\n")):
            kind = kinds[number] if number < len(kinds) else RegionKind.BODY
            regions.append(Region(at, at + len(line), kind))
            at += len(line) + 1
        return pipeline.code(Article("a1", text, published=published, regions=tuple(regions)))

    return run
