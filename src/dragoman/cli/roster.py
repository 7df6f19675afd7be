"""`dragoman roster`: the officials of a state over time, by the tables and as the stored articles name them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rich.padding import Padding

from ..analysis.official import BODIES, Contradiction, Official
from ..analysis.officials import list_officials, serving_on
from ..coding import check_day
from ..errors import ReadError
from ..lexicon.officials import Officials, load_officials
from ..lexicon.states import load_states
from ..record import Sighting
from ..store import Store
from .console import Format, cell, fail, out, say_json, warn
from .tables import days_text, make_table

COLUMNS = ("#", "office", "name", "from", "until", "seen", "times", "!", "words", "id")
# Below so many characters a line there is no room for words; the last day stands for all.
NARROW = 110
NARROW_COLUMNS = ("#", "office", "name", "from", "until", "last seen", "!")
# A row that a text contradicts is marked with it.
MARK = "!"
# How far the contradictions of a row stand in from its name.
INDENT = 2


def run(code: str, *, db: str | None, default: str, day: str | None, form: Format) -> int:
    """Print the officials; the exit status of the contract."""
    tables = load_officials()
    country = code.strip().upper()
    refusal = refuse_code(country, code, tables)
    if refusal:
        return fail(refusal, status=2)
    try:
        day = check_day(day)
    except ReadError as error:
        return fail(str(error).replace("publication date", "day"), status=2)
    sightings = read_sightings(country, db, default)
    officials = list_officials(country, tables, sightings)
    if day is not None:
        officials = serving_on(officials, day)
    if form is Format.JSON:
        say_json([plain_official(each) for each in officials], indent=1)
    elif form is Format.JSONL:
        for each in officials:
            say_json(plain_official(each))
    elif officials:
        print_officials(officials)
    if not officials:
        on = f" on {day}" if day else ""
        warn(f"No official of {country} is known{on}, neither by the tables nor by {db or default}.")
    return 0


def refuse_code(country: str, written: str, tables: Officials) -> str | None:
    """Why a code is none, None where it is one."""
    states = load_states()
    if country in states.short_names or country in BODIES or any(each.country == country for each in tables.holders):
        return None
    meant = states.code_of(written.strip())
    hint = f" {written.strip()} is {meant}." if meant else ""
    return (
        f"{written!r} is no code of a state.{hint} Allowed: ISO 3166-1 alpha-3 (BLR, KEN), codes of states that are "
        f"gone (SUN, YUG), or {', '.join(sorted(BODIES))}."
    )


def read_sightings(country: str, db: str | None, default: str) -> list[Sighting]:
    """The sightings of the database; none, with a word about it, where only the default one is missing."""
    if db is None and not Path(default).exists():
        warn(f"There is no {default} here, so only the tables are shown. Code some articles, or give --db.")
        return []
    with Store.open(db or default, create=False) as store:
        return store.sightings(country)


# -- json -----------------------------------------------------------------------------------------------------------


def plain_official(official: Official) -> dict[str, Any]:
    """An official as JSON."""
    tenure, days = official.tenure, official.days
    return {
        "name": official.name,
        "office": official.office,
        "country": official.country,
        "sectors": list(official.sectors),
        "from": tenure.first if tenure else None,
        "until": tenure.last if tenure else None,
        "curated": tenure is not None,
        "titles": sorted({sighting.office for sighting in official.sightings}),
        "first_seen": days[0] if days else None,
        "last_seen": days[-1] if days else None,
        "count": len(official.sightings),
        "evidence": [plain_sighting(each) for each in ends_of(official.sightings)],
        "contradictions": [plain_contradiction(each) for each in official.contradictions],
    }


def ends_of(sightings: Sequence[Sighting]) -> list[Sighting]:
    """The first and the last sighting."""
    return list(sightings) if len(sightings) < 2 else [sightings[0], sightings[-1]]


def plain_sighting(sighting: Sighting) -> dict[str, Any]:
    """The words of a sighting, at their place in its article."""
    return {
        "article": sighting.article_id,
        "day": sighting.day,
        "name": sighting.name,
        "role": sighting.office,
        "country": sighting.country,
        **sighting.evidence.to_dict(),
    }


def plain_contradiction(contradiction: Contradiction) -> dict[str, Any]:
    """A contradiction with the sightings on the other side."""
    return {
        "kind": contradiction.kind,
        "text": contradiction.text,
        "evidence": [plain_sighting(each) for each in contradiction.evidence],
    }


# -- table ----------------------------------------------------------------------------------------------------------


def print_officials(officials: Sequence[Official]) -> None:
    """Print the officials, then what contradicts them."""
    console = out()
    columns = COLUMNS if console.width >= NARROW else NARROW_COLUMNS
    cells = [{"#": number, **cells_of(official)} for number, official in enumerate(officials, 1)]
    rows = [[each[column] for column in columns] for each in cells]
    console.print(make_table(columns, rows, width=console.width))
    against = [(number, each) for number, each in enumerate(officials, 1) if each.contradictions]
    if not against:
        return
    console.print()
    console.print(cell(f"contradictions ({sum(len(each.contradictions) for _, each in against)})"), style="bold")
    for number, official in against:
        console.print(cell(f"{number} {official.name}, {office_text(official)}"))
        for contradiction in official.contradictions:
            console.print(Padding(cell(contradiction_text(contradiction)), (0, 0, 0, INDENT)))


def cells_of(official: Official) -> dict[str, object]:
    """The cells of an official, by column."""
    tenure, days = official.tenure, official.days
    last = official.sightings[-1] if official.sightings else None
    return {
        "office": office_text(official),
        "name": official.name,
        "from": tenure.first if tenure else "",
        "until": tenure.last if tenure else "",
        "seen": days_text(days[0], days[-1]) if days else "",
        "last seen": days[-1] if days else "",
        "times": len(official.sightings) or "",
        "!": MARK if official.contradictions else "",
        "words": last.evidence.text if last else "",
        "id": last.article_id if last else "",
    }


def contradiction_text(contradiction: Contradiction) -> str:
    """A contradiction in a sentence, with the words on the other side and their article."""
    words = [f"“{each.evidence.text}” ({each.article_id})" for each in contradiction.evidence]
    return " ".join([contradiction.text, *words])


def office_text(official: Official) -> str:
    """An office in words."""
    return official.office.replace("-", " ") if official.office.islower() else official.office
