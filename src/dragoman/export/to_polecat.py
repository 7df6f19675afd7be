"""POLECAT: one row for each event, in the columns of the POLECAT files.

In: records. Out: one table parted by tabs with a header. Several actors stand in one cell, parted by ";" in one order
in all columns. Columns about which the store knows nothing are empty.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from ..lexicon.exchange import Exchange, load_exchange
from ..record import Actor, Event
from ..store import StoredRecord
from .pairs import day_of, keep_tellable
from .target import Target
from .writing import Choice, Tally, open_tabs

ACTOR_MARK = ";"
SECTOR_MARK = ","
ACTOR_COLUMNS = (
    "{side} Name", "{side} Country", "{side} COW", "Primary {side} Sector", "{side} Sectors", "{side} Title",
    "{side} Name Raw", "Wikipedia {side} ID",
)  # fmt: skip
COLUMNS = (
    *("Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts"),
    *(column.format(side=side) for side in ("Actor", "Recipient") for column in ACTOR_COLUMNS),
    *("Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename"),
    *("Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations"),
    *("Language", "Headline", "Version"),
)
# What the store does not know: it has no Wikipedia, no parts of an address, no lists of names of a whole story.
EMPTY = (
    *("Wikipedia Actor ID", "Wikipedia Recipient ID", "City", "District", "Province", "Feature Type"),
    *("Story People", "Story Organizations", "Story Locations"),
)


def write_polecat(records: Iterable[StoredRecord], target: Target, choice: Choice) -> Tally:
    """Write the events, one row each."""
    tally = Tally()
    codes = load_exchange()
    with open_tabs(target, "polecat.txt", COLUMNS, header=True) as table:
        for stored in records:
            events = stored.record.events
            for event in keep_tellable(events, attributed=choice.attributed, left_out=tally.left_out):
                table.add(make_row(event, stored, codes))
                tally.written["events"] += 1
    return tally


def make_row(event: Event, stored: StoredRecord, codes: Exchange) -> dict[str, Any]:
    """The cells of one event."""
    article, where = stored.record.article, event.place
    row: dict[str, Any] = {
        "Event ID": f"{article.id}/{event.id}",
        "Event Date": day_of(event, article),
        "Event Type": event.type,
        "Event Mode": event.mode,
        "Intensity": event.score,
        "Quad Code": event.quad.upper(),
        "Contexts": ACTOR_MARK.join(event.contexts),
        "Source": article.publisher,
        "Publication Date": article.published,
        "Language": article.language,
        "Headline": article.title,
        "Version": stored.coder,
        **make_side("Actor", event.actors, codes),
        **make_side("Recipient", event.recipients, codes),
    }
    if where is not None:
        row |= {"Placename": where.name, "Country": where.country, "Latitude": where.lat, "Longitude": where.lon}
        row |= {"GeoNames ID": where.geonameid, "Raw Placename": where.span.text}
    return row


def make_side(side: str, actors: tuple[Actor, ...], codes: Exchange) -> dict[str, str]:
    """The cells of all actors of one side."""

    def join(read: Callable[[Actor], Any]) -> str:
        values = [str(read(actor) or "").replace(ACTOR_MARK, ",") for actor in actors]
        return ACTOR_MARK.join(values) if any(values) else ""

    return {
        f"{side} Name": join(lambda actor: actor.name),
        f"{side} Country": join(lambda actor: actor.country),
        f"{side} COW": join(lambda actor: codes.cow.get(actor.country or "")),
        f"Primary {side} Sector": join(lambda actor: actor.sectors[0] if actor.sectors else None),
        f"{side} Sectors": join(lambda actor: SECTOR_MARK.join(actor.sectors)),
        f"{side} Title": join(lambda actor: actor.role),
        f"{side} Name Raw": join(lambda actor: actor.span.text),
    }
