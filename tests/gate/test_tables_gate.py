"""The gate of the tables: what is resolved, dated and located never falls below the floors."""

from __future__ import annotations

import importlib.util
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
GROUPS = ("development", "held")


@lru_cache(maxsize=1)
def load_tables() -> ModuleType:
    """gate/tables.py, which belongs to no package."""
    spec = importlib.util.spec_from_file_location("dragoman_gate_tables", ROOT / "gate" / "tables.py")
    assert spec is not None
    assert spec.loader is not None
    tables = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tables)
    return tables


@pytest.fixture(scope="module")
def measured() -> dict[str, Any]:
    """The figures of both groups, and nothing of the cases."""
    return {group: load_tables().measure(group) for group in GROUPS}


@pytest.mark.parametrize("kind", ["actors", "dates", "places"])
@pytest.mark.parametrize("group", GROUPS)
def test_a_table_keeps_its_floors(measured: dict[str, Any], group: str, kind: str) -> None:
    floors = load_tables().load_floors()["floors"][group][kind]
    figures = measured[group][kind]
    assert figures["score"] >= floors["score"] > 0, (
        f"{kind}, {group}: {figures['score']}, its floor is {floors['score']}"
    )
    assert figures["nothing"] >= floors["nothing"] > 0


def test_the_tables_are_those_that_the_floors_were_measured_on() -> None:
    tables = load_tables()
    assert tables.take_digest() == tables.load_floors()["digest"]


def test_the_tables_are_as_large_as_promised(measured: dict[str, Any]) -> None:
    cases = {kind: sum(measured[group][kind]["cases"] for group in GROUPS) for kind in ("actors", "dates", "places")}
    assert cases["actors"] >= 1_000 and cases["dates"] >= 300 and cases["places"] >= 200


def test_no_case_stands_in_both_groups() -> None:
    tables = load_tables()
    for kind in ("dates", "places"):
        texts = [{case["text"] for case in tables.read_table(kind, group)} for group in GROUPS]
        assert not texts[0] & texts[1]
