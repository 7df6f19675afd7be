"""POLECAT: what a row becomes, and which rows and tables are refused."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.errors import ImportFileError
from dragoman.imports.from_polecat import read_actors, read_event, read_header
from dragoman.imports.rows import Row, read_cell
from dragoman.record.imported import ImportedActor

from .tables import POLECAT_HEADER, polecat_line


def read(**changes: str) -> Any:
    cells = [read_cell(cell) for cell in polecat_line(**changes).split("\t")]
    return read_event(Row(7, cells), list(POLECAT_HEADER), "a.txt")


def test_polecat_row_becomes_an_event() -> None:
    assert read().to_dict() == {
        "source": "polecat", "source_id": "POL-1", "day": "2031-03-03", "type": "AID", "mode": None, "cameo": None,
        "quad": "material cooperation", "score": 10.0,
        "actors": [{"name": "Chile", "country": "CHL", "sectors": ["GOV", "MIL"]}],
        "recipients": [{"name": "Peru", "country": "PER", "sectors": []}],
        "place": {"name": "Arica", "country": "CHL", "lat": -18.475, "lon": -70.3042, "geonameid": 3899361},
        "url": None, "file": "a.txt", "row": 7,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "field", "value"),
    [
        ({"Event_Type": "consult", "Event_Mode": "Visit"}, "mode", "visit"),
        ({"Event_Type": "consult"}, "type", "CONSULT"),
        ({"Quad_Code": "3"}, "quad", "verbal conflict"),
        ({"Quad_Code": "Verbal_Conflict"}, "quad", "verbal conflict"),
        ({"Quad_Code": ""}, "quad", None),
        ({"Intensity": "None"}, "score", None),
        ({"Event_Date": "20310303"}, "day", "2031-03-03"),
        ({"Event_Date": ""}, "day", None),
        ({"GeoNames_ID": "3899361.0"}, "place_geonameid", 3899361),
        ({"Country": "Chile"}, "place_country", "CHL"),
        ({"Country": "Korea"}, "place_country", None),
        ({"Placename": "NA"}, "place_name", None),
    ],
)
def test_polecat_values_are_read_in_their_spellings(changes: dict[str, str], field: str, value: object) -> None:
    assert getattr(read(**changes), field) == value


@pytest.mark.parametrize(
    ("cells", "actors"),
    [
        ({}, ()),
        ({"Actor Name": "Chile"}, (ImportedActor("Chile", None),)),
        ({"Actor Name Raw": "envoys"}, (ImportedActor("envoys", None),)),
        ({"Actor Country": "CHL"}, (ImportedActor(None, "CHL"),)),
        ({"Actor COW": "155"}, (ImportedActor(None, "CHL"),)),
        ({"Actor COW": "155.0"}, (ImportedActor(None, "CHL"),)),
        ({"Actor COW": "1"}, (ImportedActor(None, None),)),
        ({"Actor Name": "x", "Actor Country": "Chile", "Actor COW": "135"}, (ImportedActor("x", "CHL"),)),
        (
            {"Actor Name": "Chile;Peru", "Actor Country": "CHL;PER", "Actor Sectors": "GOV,MIL;BUS"},
            (ImportedActor("Chile", "CHL", ("GOV", "MIL")), ImportedActor("Peru", "PER", ("BUS",))),
        ),
        (
            {"Actor Name": "Chile; ;Peru", "Actor Country": "CHL;PER;"},
            (ImportedActor("Chile", "CHL"), ImportedActor(None, "PER"), ImportedActor("Peru", None)),
        ),
        # Two names and one state: nobody can tell whose it is.
        ({"Actor Name": "A;B", "Actor Country": "CHL"}, (ImportedActor("A", None), ImportedActor("B", None))),
        (
            {"Actor Name": "A;B", "Actor Country": "CHL;PER", "Actor Sectors": "GOV;MIL;BUS"},
            (ImportedActor("A", None), ImportedActor("B", None)),
        ),
        ({"Actor Name": "A", "Primary Actor Sector": "GOV"}, (ImportedActor("A", None, ("GOV",)),)),
    ],
)  # fmt: skip
def test_polecat_actors_are_split_only_where_it_is_clear_whose_what_is(
    cells: dict[str, str], actors: tuple[ImportedActor, ...]
) -> None:
    assert read_actors(cells, "Actor") == actors


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"Event_ID": ""}, "Event ID is ''"),
        ({"Event_Type": "INVADE"}, "Event Type is 'INVADE'. Allowed: AGREE, CONSULT"),
        ({"Event_Type": ""}, "Event Type is ''"),
        ({"Event_Date": "2031-02-30"}, "Event Date is '2031-02-30'"),
        ({"Intensity": "11"}, "Intensity is '11'. Allowed: a number from -10 to 10"),
        ({"Quad_Code": "WAR"}, "Quad Code is 'WAR'"),
        ({"Latitude": "N 18"}, "Latitude is 'N 18'"),
        ({"GeoNames_ID": "-3"}, "GeoNames ID is '-3'"),
    ],
)
def test_polecat_row_with_a_false_value_is_refused(changes: dict[str, str], message: str) -> None:
    with pytest.raises(ImportFileError, match=message):
        read(**changes)


def test_polecat_row_of_another_width_is_refused() -> None:
    with pytest.raises(ImportFileError, match="there are 2 columns. Allowed: 18, as in the header"):
        read_event(Row(2, ["POL-1", "2031-03-03"]), list(POLECAT_HEADER), "a.txt")


def test_polecat_header_may_stand_in_any_order_and_lack_columns() -> None:
    names = ["Event Type", "Notes", "Event Date", "Event ID"]
    assert read_header(Row(1, names)) == names
    event = read_event(Row(2, ["AID", "-", "2031-03-03", "7"]), names, "a.txt")
    assert (event.source_id, event.type, event.actors, event.score) == ("7", "AID", (), None)


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (["Event ID", "Event Date"], "line 1 has no column 'Event Type'. Needed: Event ID, Event Date, Event Type"),
        (["Event ID,Event Date,Event Type"], "no column 'Event ID'"),
        (["Event ID", "Event Date", "Event Type", "Event ID"], "has the column 'Event ID' twice"),
    ],
)
def test_polecat_tells_another_table(names: list[str], message: str) -> None:
    with pytest.raises(ImportFileError, match=message):
        read_header(Row(1, names))
