"""POLECAT, GDELT and ICEWS: columns, codes and values, read back by what users load them with."""

from __future__ import annotations

from pathlib import Path

import pytest
from store.factory import TEXT

from dragoman.export import to_gdelt, to_icews, to_polecat
from dragoman.export.text import guard, one_line, unguard
from dragoman.lexicon.exchange import load_exchange
from dragoman.store import Store

from .conftest import Export
from .hostile import FORMULA, NAME, SAID
from .reading import READERS, Reader, Row
from .shapes import CODER, SHAPES
from .test_pairs import TOLD

EVERY_READER = pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
PLAIN = READERS["pandas"]


def shown(text: str) -> str:
    return guard(one_line(text))


def read_gdelt(folder: Path, reader: Reader = PLAIN) -> tuple[list[Row], list[Row]]:
    events = reader(folder / to_gdelt.EVENT_FILE, sep="\t", names=to_gdelt.COLUMNS)
    return events, reader(folder / to_gdelt.MENTION_FILE, sep="\t", names=to_gdelt.MENTION_COLUMNS)


def find_events(store: Store) -> dict[str, str]:
    """The events that are told, by what POLECAT calls them, with their words."""
    kept = {"e1", "late", "=e", *TOLD}
    return {f"{row.article_id}/{row.event.id}": row.event.type for row in store.events() if row.event.id in kept}


@EVERY_READER
def test_polecat_has_a_row_for_each_event_that_can_be_told(shelf: Store, export: Export, reader: Reader) -> None:
    rows = reader(export("polecat"), sep="\t")
    assert {unguard(row["Event ID"]): row["Event Type"] for row in rows} == find_events(shelf)
    assert len(rows) == len(find_events(shelf))
    assert list(rows[0]) == list(to_polecat.COLUMNS)


def test_polecat_tells_an_event(export: Export) -> None:
    (row,) = [row for row in PLAIN(export("polecat"), sep="\t") if row["Event ID"] == "plain-0001/e1"]
    assert {name: cell for name, cell in row.items() if cell} == {
        "Event ID": "plain-0001/e1", "Event Date": "2031-03-03", "Event Type": "CONSULT", "Event Mode": "visit",
        "Intensity": "4.0", "Quad Code": "VERBAL COOPERATION", "Contexts": "economic", "Actor Name": "Chile",
        "Actor Country": "CHL", "Actor COW": "155", "Primary Actor Sector": "GOV", "Actor Sectors": "GOV",
        "Actor Name Raw": "Chile", "Recipient Name": "Peru", "Recipient Country": "PER", "Recipient COW": "135",
        "Primary Recipient Sector": "GOV", "Recipient Sectors": "GOV,BUS", "Recipient Name Raw": "Peru",
        "Placename": "Arica", "Country": "CHL", "Latitude": "-18.4783", "Longitude": "-70.3126",
        "GeoNames ID": "3899361", "Raw Placename": "Arica", "Source": "Example", "Publication Date": "2031-03-04",
        "Language": "en", "Headline": "Neighbours talk", "Version": CODER,
    }  # fmt: skip


def test_polecat_keeps_several_actors_in_one_order(export: Export) -> None:
    (row,) = [row for row in PLAIN(export("polecat"), sep="\t") if row["Event ID"].endswith("/both")]
    assert row["Actor Name"] == "Chile;Peru;United Nations"
    assert row["Actor Country"] == "CHL;PER;UNO"
    assert row["Actor COW"] == "155;135;"
    assert row["Actor Sectors"] == "GOV;GOV,BUS;"
    assert row["Recipient Name"] == row["Recipient Country"] == ""


@EVERY_READER
def test_polecat_keeps_hostile_words_in_their_cells(export: Export, reader: Reader) -> None:
    (row,) = [row for row in reader(export("polecat"), sep="\t") if unguard(row["Event ID"]) == "=id/01/=e"]
    assert row["Actor Name"] == shown(f"{FORMULA};{NAME.replace(';', ',')}")
    assert row["Recipient Name"] == shown(SAID)
    assert row["Headline"] == shown('+title\t"with"\nall')
    assert row["Version"] == CODER


@EVERY_READER
def test_gdelt_has_its_61_and_16_columns(export: Export, reader: Reader) -> None:
    folder = export("gdelt")
    assert (len(to_gdelt.COLUMNS), len(to_gdelt.MENTION_COLUMNS)) == (61, 16)
    events, mentions = read_gdelt(folder, reader)
    assert [row["GLOBALEVENTID"] for row in events] == [row["GLOBALEVENTID"] for row in mentions]
    assert len({row["GLOBALEVENTID"] for row in events}) == len(events)
    assert [unguard(row["SOURCEURL"]) for row in events if row["EventCode"] == "057"] == [
        'https://a.example/?q=1,2;"3"', 'https://a.example/?q=1,2;"3"',
    ]  # fmt: skip
    for line in (folder / to_gdelt.EVENT_FILE).read_text(encoding="utf-8").splitlines():
        assert line.count("\t") == 60


def test_gdelt_tells_an_event(export: Export) -> None:
    events, mentions = read_gdelt(export("gdelt"))
    at = next(at for at, row in enumerate(mentions) if row["MentionSourceName"] == "Example")
    told = {name: cell for name, cell in events[at].items() if cell and name not in ("GLOBALEVENTID", "DATEADDED")}
    assert told == {
        "SQLDATE": "20310303", "MonthYear": "203103", "Year": "2031", "FractionDate": "2031.1726",
        "Actor1Code": "CHLGOV", "Actor1Name": "Chile", "Actor1CountryCode": "CHL", "Actor1Type1Code": "GOV",
        "Actor2Code": "PERGOVBUS", "Actor2Name": "Peru", "Actor2CountryCode": "PER", "Actor2Type1Code": "GOV",
        "Actor2Type2Code": "BUS", "IsRootEvent": "1", "EventCode": "042", "EventBaseCode": "042",
        "EventRootCode": "04", "QuadClass": "1", "GoldsteinScale": "1.0", "NumMentions": "1", "NumSources": "1",
        "NumArticles": "1", "ActionGeo_FullName": "Arica, Chile", "ActionGeo_CountryCode": "CI",
        "ActionGeo_Lat": "-18.4783", "ActionGeo_Long": "-70.3126", "SOURCEURL": "https://news.example/1",
    }  # fmt: skip
    assert len(events[at]["DATEADDED"]) == 14
    known = {name: cell for name, cell in mentions[at].items() if cell and name != "GLOBALEVENTID"}
    assert known == {
        "EventTimeDate": events[at]["DATEADDED"], "MentionTimeDate": "20310304000000", "MentionType": "1",
        "MentionSourceName": "Example", "MentionIdentifier": "https://news.example/1",
        "Actor1CharOffset": str(TEXT.index("Chile")), "Actor2CharOffset": str(TEXT.index("Peru")),
        "ActionCharOffset": str(TEXT.index("met")), "InRawText": "1", "Confidence": "75",
        "MentionDocLen": str(len(TEXT)),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("both", [("CHLGOV", "PERGOVBUS"), ("CHLGOV", "IGOUNO"), ("PERGOVBUS", "CHLGOV"), ("PERGOVBUS", "IGOUNO"),
                  ("IGOUNO", "CHLGOV"), ("IGOUNO", "PERGOVBUS")]),
        ("alone", [("CHLGOV", "")]),
        ("crowd", [("", "PERGOVBUS")]),
        ("bodies", [("IGO", "ROMMILGOVBUS")]),
    ],
)  # fmt: skip
def test_gdelt_has_a_row_for_each_pair_in_cameo_codes(
    name: str, cells: list[tuple[str, str]], store: Store, tmp_path: Path
) -> None:
    from store.factory import make_article

    from dragoman.export import export_files
    from dragoman.record import Record
    from dragoman.store import Selection

    store.save(Record(make_article(), events=(SHAPES[name],)), coder=CODER)
    tally = export_files(store, "gdelt", tmp_path / "out", Selection(("events",)))
    events, _ = read_gdelt(tmp_path / "out")
    assert [(row["Actor1Code"], row["Actor2Code"]) for row in events] == cells
    assert tally.written == {"events": 1, "rows": len(cells)}


def test_gdelt_leaves_days_empty_that_are_not_known(export: Export) -> None:
    events, _ = read_gdelt(export("gdelt"))
    dates = {(row["SQLDATE"], row["MonthYear"], row["Year"], row["FractionDate"]) for row in events}
    assert ("", "203103", "2031", "") in dates
    assert ("", "", "2031", "") in dates
    assert ("", "", "", "") in dates


@pytest.mark.parametrize(
    ("cameo", "quad"), [("010", 1), ("057", 1), ("060", 2), ("087", 2), ("090", 3), ("139", 3), ("140", 4), ("204", 4)]
)
def test_gdelt_classes_an_act_by_its_root(cameo: str, quad: int) -> None:
    assert to_gdelt.quad_of(cameo) == quad


@pytest.mark.parametrize(
    ("day", "fraction"), [("2015-02-18", "2015.1315"), ("2015-01-01", "2015.0027"), ("2016-12-31", "2016.9890")]
)
def test_gdelt_counts_a_day_in_months_of_thirty(day: str, fraction: str) -> None:
    assert to_gdelt.tell_fraction(day) == fraction


@EVERY_READER
def test_icews_has_a_row_for_each_pair(export: Export, reader: Reader) -> None:
    rows = reader(export("icews"), sep="\t")
    events, _ = read_gdelt(export("gdelt"))
    assert [row["Event ID"] for row in rows] == [row["GLOBALEVENTID"] for row in events]
    assert [row["CAMEO Code"] for row in rows] == [row["EventCode"] for row in events]
    assert list(rows[0]) == list(to_icews.COLUMNS)


def test_icews_tells_an_event(export: Export) -> None:
    row = next(row for row in PLAIN(export("icews"), sep="\t") if row["Story ID"] == "plain-0001")
    assert {name: cell for name, cell in row.items() if cell and name != "Event ID"} == {
        "Event Date": "2031-03-03", "Source Name": "Chile", "Source Sectors": "GOV", "Source Country": "Chile",
        "Event Text": "makes a visit", "CAMEO Code": "042", "Intensity": "1.0", "Target Name": "Peru",
        "Target Sectors": "GOV,BUS", "Target Country": "Peru", "Story ID": "plain-0001", "Publisher": "Example",
        "Country": "Chile", "Latitude": "-18.4783", "Longitude": "-70.3126",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "columns", "empty"),
    [
        ("polecat", to_polecat.COLUMNS, to_polecat.EMPTY),
        ("icews", to_icews.COLUMNS, to_icews.EMPTY),
    ],
)
def test_columns_called_empty_are_and_the_others_are_not(
    export: Export, name: str, columns: tuple[str, ...], empty: tuple[str, ...]
) -> None:
    rows = PLAIN(export(name), sep="\t")
    assert {column for column in columns if not any(row[column] for row in rows)} == set(empty)


def test_gdelt_columns_called_empty_are_and_the_others_are_not(export: Export) -> None:
    events, mentions = read_gdelt(export("gdelt"))
    never = {column for column in to_gdelt.COLUMNS if not any(row[column] for row in events)}
    # No place of the shelf is a whole state, no target has three types.
    assert never - set(to_gdelt.EMPTY) <= {"ActionGeo_Type", "Actor1Type3Code"}
    assert set(to_gdelt.EMPTY) <= never
    silent = {column for column in to_gdelt.MENTION_COLUMNS if not any(row[column] for row in mentions)}
    assert silent == set(to_gdelt.EMPTY_MENTION)


def test_gdelt_knows_a_whole_state_as_a_place() -> None:
    from dragoman.record import Span, Where

    place = Where(Span(0, 4, "Peru"), "Peru", "PER", -10.0, -76.0)
    row = to_gdelt.make_place(place, load_exchange())
    assert (row["ActionGeo_Type"], row["ActionGeo_FullName"], row["ActionGeo_CountryCode"]) == (1, "Peru", "PE")


def test_attributed_events_stand_in_a_table_only_where_asked_for(export: Export) -> None:
    ids = {row["Event ID"] for row in PLAIN(export("polecat"), sep="\t")}
    assert "shapes-0001/told" not in ids and "plain-0001/e2" not in ids
    every = {row["Event ID"] for row in PLAIN(export("polecat", attributed=True, force=True), sep="\t")}
    assert every - ids == {"shapes-0001/told", "plain-0001/e2"}
