"""Tables of POLECAT and GDELT written by hand, from made-up events."""

from __future__ import annotations

from pathlib import Path

from dragoman.export.to_gdelt import COLUMNS

POLECAT_HEADER = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Actor Name", "Actor Country",
    "Actor COW", "Primary Actor Sector", "Actor Sectors", "Recipient Name", "Recipient Country", "Placename", "Country",
    "Latitude", "Longitude", "GeoNames ID",
)  # fmt: skip


def gdelt_line(**changes: str) -> str:
    """A row of GDELT: Chile consults Peru, with changes by column."""
    cells = {
        "GLOBALEVENTID": "1001", "SQLDATE": "20310303", "MonthYear": "203103", "Year": "2031",
        "Actor1Code": "CHLGOV", "Actor1Name": "CHILE", "Actor1CountryCode": "CHL", "Actor1Type1Code": "GOV",
        "Actor2Code": "PER", "Actor2Name": "PERU", "Actor2CountryCode": "PER", "EventCode": "042",
        "EventBaseCode": "042", "EventRootCode": "04", "QuadClass": "1", "GoldsteinScale": "1.9",
        "ActionGeo_Type": "4", "ActionGeo_FullName": "Arica, Tarapaca, Chile", "ActionGeo_CountryCode": "CI",
        "ActionGeo_Lat": "-18.475", "ActionGeo_Long": "-70.3042", "DATEADDED": "20310304101500",
        "SOURCEURL": "https://news.example/arica",
    }  # fmt: skip
    assert set(changes) <= set(COLUMNS)
    cells |= changes
    return "\t".join(cells.get(name, "") for name in COLUMNS)


def polecat_line(**changes: str) -> str:
    """A row of POLECAT: Chile aids Peru, with changes by column (blanks written as "_")."""
    cells = {
        "Event ID": "POL-1", "Event Date": "2031-03-03", "Event Type": "AID", "Intensity": "10.0",
        "Quad Code": "MATERIAL COOPERATION", "Actor Name": "Chile", "Actor Country": "CHL", "Actor COW": "155",
        "Primary Actor Sector": "GOV", "Actor Sectors": "GOV;MIL", "Recipient Name": "Peru",
        "Recipient Country": "PER", "Placename": "Arica", "Country": "CHL", "Latitude": "-18.475",
        "Longitude": "-70.3042", "GeoNames ID": "3899361",
    }  # fmt: skip
    cells |= {name.replace("_", " "): value for name, value in changes.items()}
    assert set(cells) <= set(POLECAT_HEADER)
    return "\t".join(cells.get(name, "") for name in POLECAT_HEADER)


def write_gdelt(path: Path, *lines: str) -> Path:
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def write_polecat(path: Path, *lines: str) -> Path:
    return write_gdelt(path, "\t".join(POLECAT_HEADER), *lines)
