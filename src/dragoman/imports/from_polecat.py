"""POLECAT: rows of an event file as ImportedEvents.

In: cells by the names in the header, in any order. Out: an event; several actors of one cell, parted by ";", are
several actors. Refuses (ImportFileError) a table without the columns that make an event, and rows with false values.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..errors import ImportFileError
from ..lexicon.exchange import load_exchange
from ..ontology import load_ontology
from ..record.imported import ImportedActor, ImportedEvent
from .rows import Row
from .values import read_day, read_number, read_quad, read_whole, refuse

SOURCE = "polecat"
NEEDED = ("Event ID", "Event Date", "Event Type")
INTENSITY = 10.0
ACTOR_MARK = ";"
# How an empty cell is written by some programs.
NOTHING = frozenset({"", "None", "NA", "NaN", "nan"})
_SECTORS = re.compile(r"[;,]")


def read_header(first: Row) -> list[str]:
    """The names of the columns. Raises ImportFileError where one is missing or stands twice."""
    names = first.cells
    missing = [name for name in NEEDED if name not in names]
    if missing:
        raise ImportFileError(
            f"line {first.line} has no column {missing[0]!r}. Needed: {', '.join(NEEDED)}, in a header parted by tabs."
        )
    twice = [name for name in names if name and names.count(name) > 1]
    if twice:
        raise ImportFileError(f"line {first.line} has the column {twice[0]!r} twice. Allowed: each name once.")
    return names


def read_event(row: Row, header: list[str], file: str) -> ImportedEvent:
    """The event of a row. Raises ImportFileError where a value is none."""
    if len(row.cells) != len(header):
        raise ImportFileError(f"there are {len(row.cells)} columns. Allowed: {len(header)}, as in the header")
    cells = {name: "" if cell in NOTHING else cell for name, cell in zip(header, row.cells, strict=True)}
    source_id, kind = cells["Event ID"], cells["Event Type"].upper()
    if not source_id:
        raise refuse("Event ID", source_id, "the name of the event")
    if kind not in load_ontology():
        raise refuse("Event Type", cells["Event Type"], ", ".join(load_ontology()))
    return ImportedEvent(
        source=SOURCE,
        source_id=source_id,
        day=read_day("Event Date", cells["Event Date"]),
        type=kind,
        mode=cells.get("Event Mode", "").casefold() or None,
        cameo=None,
        quad=read_quad("Quad Code", cells.get("Quad Code", "")),
        score=read_number("Intensity", cells.get("Intensity", ""), low=-INTENSITY, high=INTENSITY),
        actors=read_actors(cells, "Actor"),
        recipients=read_actors(cells, "Recipient"),
        place_name=cells.get("Placename") or cells.get("Raw Placename") or None,
        place_country=_read_country(cells.get("Country", ""), ""),
        place_lat=read_number("Latitude", cells.get("Latitude", ""), low=-90, high=90),
        place_lon=read_number("Longitude", cells.get("Longitude", ""), low=-180, high=180),
        place_geonameid=read_whole("GeoNames ID", cells.get("GeoNames ID", "")),
        url=None,
        file=file,
        row=row.line,
    )


def read_actors(cells: Mapping[str, str], side: str) -> tuple[ImportedActor, ...]:
    """The actors of a side. Where the cells do not name equally many, nobody can tell what belongs to whom, and only
    the names are kept."""
    keys = ("Name", "Name Raw", "Country", "COW")
    split = {key: _split(cells.get(f"{side} {key}", "")) for key in keys}
    count = max(len(split[key]) for key in keys)
    if count == 0:
        return ()
    sectors = cells.get(f"{side} Sectors", "") or cells.get(f"Primary {side} Sector", "")
    of_each = [sectors.replace(ACTOR_MARK, ",")] if count == 1 else _split(sectors)
    if any(len(values) not in (0, count) for values in (*split.values(), of_each)):
        return tuple(ImportedActor(name, None) for name in split["Name"] or split["Name Raw"] if name)

    def at(values: list[str], place: int) -> str:
        return values[place] if values else ""

    return tuple(
        ImportedActor(
            at(split["Name"], place) or at(split["Name Raw"], place) or None,
            _read_country(at(split["Country"], place), at(split["COW"], place)),
            tuple(dict.fromkeys(sector for sector in _SECTORS.split(at(of_each, place).replace(" ", "")) if sector)),
        )
        for place in range(count)
    )


def _split(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(ACTOR_MARK)] if cell else []


def _read_country(cell: str, cow: str) -> str | None:
    """The state of a code or a name, else of a number of the Correlates of War; None where neither is one."""
    codes = load_exchange()
    found = codes.state_of_name(cell) if cell and cell not in NOTHING else None
    number = cow.removesuffix(".0")
    return found or (codes.from_cow.get(int(number)) if number.isascii() and number.isdigit() else None)
