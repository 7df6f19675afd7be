"""The page on exports: every format and every column is told, and nothing that is not there."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from dragoman.export import FORMATS
from dragoman.export.columns import columns_of
from dragoman.export.to_gdelt import COLUMNS as GDELT
from dragoman.export.to_gdelt import EMPTY, EMPTY_MENTION, MENTION_COLUMNS
from dragoman.export.to_icews import COLUMNS as ICEWS
from dragoman.export.to_icews import EMPTY as EMPTY_ICEWS
from dragoman.export.to_network import EDGE_ATTRIBUTES, NODE_ATTRIBUTES
from dragoman.export.to_polecat import COLUMNS as POLECAT
from dragoman.export.to_polecat import EMPTY as EMPTY_POLECAT
from dragoman.record import KINDS
from dragoman.record.imported import ImportedEvent

PAGE = (Path(__file__).parents[2] / "docs" / "export.md").read_text(encoding="utf-8")
# What the docs say of a column that never holds anything.
NEVER = "always empty"


def section(heading: str) -> str:
    """The part of the page under a heading."""
    found = re.search(rf"^(#+) {re.escape(heading)}$\n", PAGE, re.MULTILINE)
    assert found, f"no heading {heading!r}"
    after = PAGE[found.end() :]
    stop = re.search(rf"^#{{1,{len(found[1])}}} ", after, re.MULTILINE)
    return after[: stop.start()] if stop else after


def rows(text: str) -> dict[str, str]:
    """What the tables tell: the meaning of each name in a first cell."""
    found = re.findall(r"^\| (`[^|]+`) \| (.*) \|$", text, re.MULTILINE)
    return {name: meaning for names, meaning in found for name in re.findall(r"`([^`]+)`", names)}


TABLES = {
    "polecat": (section("polecat"), POLECAT, EMPTY_POLECAT),
    "icews": (section("icews"), ICEWS, EMPTY_ICEWS),
    "gdelt": (section("gdelt").split("The mentions:")[0], GDELT, EMPTY),
    "mentions": (section("gdelt").split("The mentions:")[1], MENTION_COLUMNS, EMPTY_MENTION),
    "network": (section("graphml and gexf"), (*NODE_ATTRIBUTES, *EDGE_ATTRIBUTES), ()),
}


@pytest.mark.parametrize("name", TABLES)
def test_every_column_of_a_table_is_told_and_no_other(name: str) -> None:
    text, columns, _ = TABLES[name]
    assert set(rows(text)) == set(columns)


@pytest.mark.parametrize("name", TABLES)
def test_columns_that_stay_empty_are_told_to(name: str) -> None:
    text, _, empty = TABLES[name]
    assert {column for column, meaning in rows(text).items() if meaning.startswith(NEVER)} == set(empty)


@pytest.mark.parametrize("kind", KINDS)
def test_every_column_of_a_kind_is_told_and_no_other(kind: str) -> None:
    shared = set(rows(section("Every kind")))
    assert shared | set(rows(section(kind))) == {column.name for column in columns_of(kind)}


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_told_with_its_kinds(name: str) -> None:
    told = rows(section("Exports and imports").split("##")[0])[name]
    kinds = told.split(" | ")[1]
    assert kinds == ("all" if FORMATS[name].kinds == tuple(KINDS) else ", ".join(FORMATS[name].kinds))
    assert re.search(rf"^## .*\b{name}\b", PAGE, re.MULTILINE)


def test_every_format_of_the_overview_is_real() -> None:
    assert set(rows(section("Exports and imports").split("##")[0])) == set(FORMATS)


def test_every_field_of_an_imported_event_is_told() -> None:
    assert set(rows(section("Imported events"))) == {field.name for field in fields(ImportedEvent)}


def test_every_term_of_the_rdf_is_told() -> None:
    import json

    from dragoman.export.to_jsonld import make_finding

    from .hostile import make_hostile
    from .shapes import make_shapes

    told = set(rows(section("jsonld")))
    written: set[str] = set()
    for record in (make_hostile(), make_shapes()):
        for kind in ("events", "meetings", "claims"):
            for finding in getattr(record, kind):
                written |= set(re.findall(r'"(dragoman:\w+)"', json.dumps(make_finding(finding, kind, record.article))))
    assert written - told == set()
    assert {term for term in told if term.startswith("dragoman:")} - written == set()
