"""GDELT: what a row becomes, and which rows and tables are refused."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.errors import ImportFileError
from dragoman.imports.from_gdelt import check_table, find_meaning, read_event
from dragoman.imports.rows import Row, read_cell
from dragoman.ontology import load_codes
from dragoman.record.imported import ImportedActor

from .tables import gdelt_line


def read(**changes: str) -> Any:
    return read_event(Row(7, [read_cell(cell) for cell in gdelt_line(**changes).split("\t")]), "a.CSV")


def test_gdelt_row_becomes_an_event() -> None:
    assert read().to_dict() == {
        "source": "gdelt", "source_id": "1001", "day": "2031-03-03", "type": "CONSULT", "mode": "visit",
        "cameo": "042", "quad": "verbal cooperation", "score": 1.9,
        "actors": [{"name": "CHILE", "country": "CHL", "sectors": ["GOV"]}],
        "recipients": [{"name": "PERU", "country": "PER", "sectors": []}],
        "place": {"name": "Arica, Tarapaca, Chile", "country": "CHL", "lat": -18.475, "lon": -70.3042,
                  "geonameid": None},
        "url": "https://news.example/arica", "file": "a.CSV", "row": 7,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("code", "kind", "mode"),
    [
        ("042", "CONSULT", "visit"),
        ("0841", "RETREAT", "release"),
        ("190", "ASSAULT", None),
        ("19", "ASSAULT", None),
        ("010", None, None),
        ("01", None, None),
        ("163", "SANCTION", "discontinue"),
        ("1633", "SANCTION", "discontinue"),
    ],
)
def test_gdelt_code_becomes_a_plover_type(code: str, kind: str | None, mode: str | None) -> None:
    event = read(EventCode=code)
    assert (event.cameo, event.type, event.mode) == (code, kind, mode)


@pytest.mark.parametrize("root", [f"{number:02}" for number in range(1, 21)])
def test_gdelt_root_has_a_meaning_in_the_table(root: str) -> None:
    meaning = find_meaning(root, load_codes())
    assert meaning is not None and meaning.code.startswith(root)
    assert bool(meaning.type) == (root != "01")


@pytest.mark.parametrize(
    ("changes", "actor"),
    [
        ({"Actor1CountryCode": "ROM", "Actor1Name": "ROMANIA"}, ImportedActor("ROMANIA", "ROU", ("GOV",))),
        # "EUR" is the region of Europe there, not the Union.
        ({"Actor1CountryCode": "EUR", "Actor1Name": "EUROPE"}, ImportedActor("EUROPE", None, ("GOV",))),
        (
            {"Actor1CountryCode": "", "Actor1KnownGroupCode": "EEC", "Actor1Type1Code": "IGO", "Actor1Name": "UNION"},
            ImportedActor("UNION", "EUR"),
        ),
        (
            {"Actor1CountryCode": "", "Actor1KnownGroupCode": "UNO", "Actor1Type1Code": "IGO"},
            ImportedActor("CHILE", "UNO"),
        ),
        (
            {"Actor1CountryCode": "", "Actor1KnownGroupCode": "NAT", "Actor1Type1Code": "IGO"},
            ImportedActor("CHILE", "IGO"),
        ),
        ({"Actor1CountryCode": "", "Actor1Type1Code": "NGM"}, ImportedActor("CHILE", "NGO")),
        # MED is the media in CAMEO and medicine in PLOVER.
        ({"Actor1Type1Code": "MED", "Actor1Type2Code": "HLH"}, ImportedActor("CHILE", "CHL", ("JRN", "MED"))),
        ({"Actor1Type1Code": "XYZ"}, ImportedActor("CHILE", "CHL")),
        ({"Actor1Name": ""}, ImportedActor(None, "CHL", ("GOV",))),
    ],
)  # fmt: skip
def test_gdelt_actor_is_taken_as_far_as_its_codes_are_known(changes: dict[str, str], actor: ImportedActor) -> None:
    assert read(**changes).actors == (actor,)


def test_gdelt_side_without_a_code_has_no_actor() -> None:
    event = read(Actor2Code="", Actor2Name="", Actor2CountryCode="")
    assert event.recipients == ()


@pytest.mark.parametrize(("fips", "state"), [("AU", "AUT"), ("AS", "AUS"), ("GZ", "PSE"), ("OS", None), ("", None)])
def test_gdelt_place_is_read_by_its_fips_code(fips: str, state: str | None) -> None:
    assert read(ActionGeo_CountryCode=fips).place_country == state


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"GLOBALEVENTID": ""}, "GLOBALEVENTID is ''. Allowed: the number of the event"),
        ({"GLOBALEVENTID": "x1"}, "GLOBALEVENTID is 'x1'. Allowed: a whole number"),
        ({"GLOBALEVENTID": str(2**63)}, "GLOBALEVENTID"),
        ({"EventCode": "13y"}, "EventCode is '13y'. Allowed: a CAMEO code"),
        ({"EventCode": "42"}, "EventCode is '42'"),
        ({"EventCode": "---"}, "EventCode"),
        ({"EventCode": ""}, "EventCode"),
        ({"SQLDATE": "20310230"}, "SQLDATE is '20310230'. Allowed: a day"),
        ({"SQLDATE": "3 March"}, "SQLDATE"),
        ({"QuadClass": "5"}, "QuadClass is '5'. Allowed: 1 to 4"),
        ({"GoldsteinScale": "much"}, "GoldsteinScale is 'much'. Allowed: a number from -10 to 10"),
        ({"GoldsteinScale": "nan"}, "GoldsteinScale"),
        ({"ActionGeo_Lat": "91"}, "ActionGeo_Lat is '91'. Allowed: a number from -90 to 90"),
    ],
)
def test_gdelt_row_with_a_false_value_is_refused(changes: dict[str, str], message: str) -> None:
    with pytest.raises(ImportFileError, match=message):
        read(**changes)


@pytest.mark.parametrize("cells", [60, 62, 1])
def test_gdelt_row_of_another_width_is_refused(cells: int) -> None:
    with pytest.raises(ImportFileError, match=f"there are {cells} columns. Allowed: 61"):
        read_event(Row(1, ["1"] * cells), "a.CSV")


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        (["1"] * 58, "58 columns: this is GDELT 1.0"),
        (["1"] * 57, "57 columns: this is GDELT 1.0"),
        (["1"] * 16, "16 columns: this is the mentions"),
        (["20310303-1"] * 27, "27 columns: this is the knowledge graph"),
        (["Event ID"] * 41, "41 columns: this is no table of GDELT"),
        (["<html>"], "1 columns: this is no table of GDELT"),
    ],
)
def test_gdelt_tells_another_table(cells: list[str], message: str) -> None:
    with pytest.raises(ImportFileError, match=message):
        check_table(Row(1, cells))


@pytest.mark.parametrize(("first", "header"), [("GLOBALEVENTID", True), ("GlobalEventID", True), ("1001", False)])
def test_gdelt_knows_a_header_that_somebody_added(first: str, header: bool) -> None:
    assert check_table(Row(1, [first, *["x"] * 60])) == header


def test_gdelt_broken_first_row_is_no_other_table() -> None:
    assert not check_table(Row(1, ["1001", "20310303"]))
