"""ICEWS: one row for each pair of source and target, in the columns of the ICEWS event files.

In: records. Out: one table parted by tabs with a header. Columns about which the store knows nothing are empty.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ..lexicon.exchange import Exchange, load_exchange
from ..ontology import Code, load_codes
from ..record import Actor, Event
from ..store import StoredRecord
from .pairs import day_of, keep_tellable, pair_actors
from .target import Target
from .to_gdelt import number_of
from .writing import Choice, Tally, open_tabs

COLUMNS = (
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code",
    "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City",
    "District", "Province", "Country", "Latitude", "Longitude",
)  # fmt: skip
# What the store does not know: sentences have no numbers in it, places no parts of an address.
EMPTY = ("Sentence Number", "City", "District", "Province")
SECTOR_MARK = ","


def write_icews(records: Iterable[StoredRecord], target: Target, choice: Choice) -> Tally:
    """Write the events, one row for each pair."""
    tally = Tally()
    codes, acts = load_exchange(), load_codes()
    with open_tabs(target, "icews.tab", COLUMNS, header=True) as table:
        for stored in records:
            events = stored.record.events
            for event in keep_tellable(events, attributed=choice.attributed, left_out=tally.left_out):
                tally.written["events"] += 1
                for pair in pair_actors(event):
                    table.add(make_row(event, stored, pair, codes, acts))
                    tally.written["rows"] += 1
    return tally


def make_row(
    event: Event,
    stored: StoredRecord,
    pair: tuple[Actor | None, Actor | None],
    codes: Exchange,
    acts: Mapping[str, Code],
) -> dict[str, Any]:
    """The cells of one pair of an event."""
    article, where = stored.record.article, event.place
    act = acts.get(event.cameo)
    row: dict[str, Any] = {
        "Event ID": number_of(event, article, pair),
        "Event Date": day_of(event, article),
        **make_side("Source", pair[0], codes),
        **make_side("Target", pair[1], codes),
        "Event Text": None if act is None else act.what,
        "CAMEO Code": event.cameo,
        "Intensity": codes.goldstein[event.cameo[:2]],
        "Story ID": article.id,
        "Publisher": article.publisher,
    }
    if where is not None:
        row |= {"Country": _name(where.country, codes), "Latitude": where.lat, "Longitude": where.lon}
    return row


def make_side(side: str, actor: Actor | None, codes: Exchange) -> dict[str, Any]:
    """The cells of one actor."""
    if actor is None:
        return {}
    return {
        f"{side} Name": actor.name or actor.span.text,
        f"{side} Sectors": SECTOR_MARK.join(actor.sectors),
        f"{side} Country": _name(actor.country, codes),
    }


def _name(country: str | None, codes: Exchange) -> str | None:
    """The English name of a state; a body keeps its code."""
    return None if country is None else codes.names.get(country, country)
