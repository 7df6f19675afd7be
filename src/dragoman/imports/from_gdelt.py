"""GDELT 2.0: rows of the event table as ImportedEvents.

In: cells by position, as GDELT has no header. Out: an event with its PLOVER type by the CAMEO code. Refuses
(ImportFileError) tables of GDELT 1.0, of mentions and of the knowledge graph, and rows whose values are none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..errors import ImportFileError
from ..export.to_gdelt import COLUMNS
from ..lexicon.exchange import load_exchange
from ..ontology import Code, load_codes
from ..record.imported import ImportedActor, ImportedEvent
from .rows import Row
from .values import read_day, read_number, read_quad, read_whole, refuse

SOURCE = "gdelt"
# Other tables of GDELT by the number of their columns.
OTHER_TABLES = {57: "GDELT 1.0", 58: "GDELT 1.0", 16: "the mentions of GDELT 2.0", 27: "the knowledge graph of GDELT"}
GOLDSTEIN = 10.0
# Known groups that stand in the place of a state.
GROUPS = {"UNO": "UNO", "EEC": "EUR"}
# CAMEO types of bodies without one state, the first that fits.
BODIES = {"IGO": "IGO", "NGO": "NGO", "NGM": "NGO", "MNC": "MNC"}
_CODE = re.compile(r"(0[1-9]|1\d|20)\d{0,2}")


def check_table(first: Row) -> bool:
    """Whether the first row is a header. Raises ImportFileError where this is another table."""
    count = len(first.cells)
    # A row that begins with a number may be a broken one; what does not, in another width, is no table of GDELT.
    if count in OTHER_TABLES or (count != len(COLUMNS) and not first.cells[0].isdigit()):
        raise ImportFileError(
            f"line {first.line} has {count} columns: this is {OTHER_TABLES.get(count, 'no table of GDELT')}. Give the "
            f"events of GDELT 2.0, with {len(COLUMNS)} columns."
        )
    return first.cells[0].casefold() == COLUMNS[0].casefold()


def read_event(row: Row, file: str) -> ImportedEvent:
    """The event of a row. Raises ImportFileError where a value is none."""
    if len(row.cells) != len(COLUMNS):
        raise ImportFileError(f"there are {len(row.cells)} columns. Allowed: {len(COLUMNS)}")
    cells = dict(zip(COLUMNS, row.cells, strict=True))
    source_id, code = cells["GLOBALEVENTID"], cells["EventCode"]
    if not source_id:
        raise refuse("GLOBALEVENTID", source_id, "the number of the event")
    if not _CODE.fullmatch(code):
        raise refuse("EventCode", code, "a CAMEO code of 2 to 4 digits, with its zero: 042")
    meaning = find_meaning(code, load_codes())
    codes = load_exchange()
    actors, recipients = (_read_actor(cells, side) for side in ("Actor1", "Actor2"))
    return ImportedEvent(
        source=SOURCE,
        source_id=str(read_whole("GLOBALEVENTID", source_id)),
        day=read_day("SQLDATE", cells["SQLDATE"]),
        type=(meaning.type or None) if meaning else None,
        mode=meaning.mode if meaning else None,
        cameo=code,
        quad=read_quad("QuadClass", cells["QuadClass"]),
        score=read_number("GoldsteinScale", cells["GoldsteinScale"], low=-GOLDSTEIN, high=GOLDSTEIN),
        actors=actors,
        recipients=recipients,
        place_name=cells["ActionGeo_FullName"] or None,
        place_country=codes.from_fips.get(cells["ActionGeo_CountryCode"]),
        place_lat=read_number("ActionGeo_Lat", cells["ActionGeo_Lat"], low=-90, high=90),
        place_lon=read_number("ActionGeo_Long", cells["ActionGeo_Long"], low=-180, high=180),
        place_geonameid=None,
        url=cells["SOURCEURL"] or None,
        file=file,
        row=row.line,
    )


def find_meaning(code: str, codes: Mapping[str, Code]) -> Code | None:
    """What a CAMEO code means: of four digits as its first three, of two as the act of its root told no closer."""
    return codes.get(f"{code}0" if len(code) == 2 else code[:3]) or codes.get(f"{code[:2]}0")


def _read_actor(cells: Mapping[str, str], side: str) -> tuple[ImportedActor, ...]:
    """The one actor of a side, or none."""
    name, code = cells[f"{side}Name"], cells[f"{side}Code"]
    if not name and not code:
        return ()
    codes = load_exchange()
    types = [cells[f"{side}Type{place}Code"] for place in (1, 2, 3)]
    country = codes.state_of_cameo(cells[f"{side}CountryCode"]) or GROUPS.get(cells[f"{side}KnownGroupCode"])
    country = country or next((BODIES[kind] for kind in types if kind in BODIES), None)
    sectors = dict.fromkeys(codes.from_sector[kind] for kind in types if kind in codes.from_sector)
    return (ImportedActor(name or None, country, tuple(sectors)),)
