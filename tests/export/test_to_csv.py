"""CSV and Parquet: every value of the store is read back, whatever the text is made of."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from store.factory import make_record

from dragoman.errors import ExportError
from dragoman.export.columns import columns_of, read_row
from dragoman.export.text import unguard
from dragoman.record import KINDS
from dragoman.store import Selection, Store

from .conftest import Export
from .reading import READERS, Reader


def expect(column: str, plain: dict[str, Any]) -> Any:
    """The value of a column, found in the public form of a finding: the field itself, or a part of it."""
    if column in plain:
        return plain[column]
    field = max((key for key in plain if column.startswith(f"{key}_")), key=len)
    part = column.removeprefix(f"{field}_")
    value = plain[field]
    if isinstance(value, list):
        return [item[part] for item in value]
    return None if value is None else value[part]


def expected_rows(store: Store, kind: str) -> list[dict[str, Any]]:
    """What the store holds of a kind, by the names of the columns."""
    rows = []
    for article in store.articles():
        record = store.get(article.id)
        assert record is not None
        own = {f"article_{name}": getattr(record.article, name) for name in ("published", "title", "publisher", "url")}
        for finding in getattr(record, kind):
            plain = {**finding.to_dict(), "article_id": record.article.id, **own}
            rows.append({column.name: expect(column.name, plain) for column in columns_of(kind)})
    return rows


def read_cell(cell: str, column: Any) -> Any:
    """The value of a cell, as the docs tell to read it."""
    if cell == "":
        return None
    if column.depth:
        return json.loads(cell)
    if column.type is bool:
        return {"true": True, "false": False}[cell]
    return unguard(cell) if column.type is str else column.type(cell)


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
def test_csv_gives_every_value_back(shelf: Store, export: Export, reader: Reader) -> None:
    folder = export("csv")
    assert sorted(path.name for path in folder.iterdir()) == sorted(f"{kind}.csv" for kind in KINDS)
    for kind in KINDS:
        expected = expected_rows(shelf, kind)
        assert expected
        rows = reader(folder / f"{kind}.csv")
        for row in rows:
            assert list(row) == [column.name for column in columns_of(kind)]
        read = [{column.name: read_cell(row[column.name], column) for column in columns_of(kind)} for row in rows]
        assert read == expected


def test_csv_starts_no_formula_in_any_cell(export: Export) -> None:
    folder = export("csv")
    for kind in KINDS:
        numbers = {column.name for column in columns_of(kind) if column.type in (int, float) and not column.depth}
        for row in READERS["pandas"](folder / f"{kind}.csv"):
            texts = {name: cell for name, cell in row.items() if name not in numbers}
            assert [cell for cell in texts.values() if cell.lstrip()[:1] in ("=", "+", "-", "@") and cell.strip()] == []


@pytest.mark.parametrize("engine", ["polars", "duckdb"])
def test_parquet_gives_every_value_back_with_its_type(
    shelf: Store, export: Export, engine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dragoman.export.to_parquet.PART_ROWS", 2)
    folder = export("parquet")
    for kind in KINDS:
        assert read_parquet(folder / f"{kind}.parquet", engine) == expected_rows(shelf, kind)


def read_parquet(path: Path, engine: str) -> list[dict[str, Any]]:
    if engine == "polars":
        import polars

        return polars.read_parquet(path).to_dicts()
    import duckdb

    found = duckdb.read_parquet(str(path))
    return [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]


def test_parquet_has_the_columns_where_there_is_no_row(store: Store, tmp_path: Path) -> None:
    import polars

    from dragoman.export import export_files

    export_files(store, "parquet", tmp_path / "claims.parquet", Selection(("claims",)))
    schema = polars.read_parquet_schema(tmp_path / "claims.parquet")
    assert list(schema) == [column.name for column in columns_of("claims")]
    assert schema["about"] == polars.List(polars.String)
    assert schema["quote"] == polars.Boolean


def test_csv_of_one_kind_is_a_file(shelf: Store, tmp_path: Path) -> None:
    from dragoman.export import export_files

    tally = export_files(shelf, "csv", tmp_path / "said.csv", Selection(("claims",), dyad=("CHL", "PER")))
    assert tally.written == {"claims": 1}
    (row,) = READERS["pandas"](tmp_path / "said.csv")
    assert (row["article_id"], row["id"], row["speaker_country"]) == ("plain-0001", "q1", "PER")


@pytest.mark.parametrize("kind", KINDS)
def test_columns_tell_every_field_of_a_finding(kind: str) -> None:
    names = [column.name for column in columns_of(kind)]
    assert len(names) == len(set(names))
    for field in fields(KINDS[kind]):  # type: ignore[arg-type]
        assert any(name == field.name or name.startswith(f"{field.name}_") for name in names)


@pytest.mark.parametrize("kind", KINDS)
def test_columns_have_the_types_of_their_values(kind: str) -> None:
    record = make_record()
    for finding in getattr(record, kind):
        for column, value in zip(columns_of(kind), read_row(finding, record.article, kind=kind), strict=True):
            inner = [value]
            for _ in range(column.depth):
                inner = [item for part in inner if part is not None for item in part]
            allowed = (int, float) if column.type is float else column.type
            assert all(item is None or isinstance(item, allowed) for item in inner), column.name


def test_columns_refuse_a_field_without_a_rule() -> None:
    from dragoman.export.columns import _field_columns

    with pytest.raises(ExportError, match="No column fits the field 'odd'"):
        _field_columns("odd", dict)
