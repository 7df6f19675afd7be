"""The columns follow the dataclasses: every field is a column, a link or kept in the body."""

from __future__ import annotations

from dataclasses import fields

import pytest

from dragoman.errors import StoreError
from dragoman.record import KINDS, Article
from dragoman.store import tables
from dragoman.store.columns import BODY_ONLY, LINKS, FieldColumn, finding_columns, split_hint

from .factory import make_event, make_record

# What is made of several records, decided by users, or imported; and what the record of these tests does not tell.
OF_NO_RECORD = {
    "happenings", "happening_states", "happening_plans", "decisions", "decision_members", "dyad_spans",
    "ledger_lines", "ledger_line_reports", "imported_files", "imported_events", "imported_actors",
    "disputes", "ledger_marks", "victims",
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_columns_every_field_is_found_once(kind: str) -> None:
    plain = {column.path[0] for column in finding_columns(kind)}
    linked = {link.field for link in LINKS if link.kind == kind}
    kept = {field for owner, field in BODY_ONLY if owner == kind}
    assert not plain & linked and not plain & kept and not linked & kept
    assert plain | linked | kept == {field.name for field in fields(KINDS[kind])}  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", KINDS)
def test_columns_of_a_table_are_those_of_its_kind(kind: str) -> None:
    own = [column.name for column in finding_columns(kind)]
    added = {"article_id", "ordinal", "body"} | ({"first_day", "last_day"} if kind == "events" else set())
    assert {column.name for column in tables.findings[kind].columns} == {*own, *added}


def test_columns_of_the_articles_hold_every_field_of_an_article() -> None:
    assert {field.name for field in fields(Article)} <= {column.name for column in tables.articles.columns}


def test_columns_of_a_row_are_those_of_its_table() -> None:
    from dragoman.store.rows import make_rows

    for name, rows in make_rows(make_record()).items():
        written = {column.name for column in tables.metadata.tables[name].columns}
        if name == "articles":
            written -= {"coder", "first_coded", "last_coded", "number"}
        assert all(set(row) == written for row in rows), name
        assert bool(rows) == (name not in OF_NO_RECORD), name


@pytest.mark.parametrize(
    ("name", "value"),
    [("date_from", "2031-03-03"), ("place_lat", -18.4783), ("place_geonameid", 3899361), ("evidence_start", 0),
     ("attribution_name", None), ("score", 4.0)],
)  # fmt: skip
def test_columns_read_the_parts_of_a_value(name: str, value: object) -> None:
    (column,) = [each for each in finding_columns("events") if each.name == name]
    assert column.read(make_event()) == value


def test_columns_give_one_type_to_int_and_float() -> None:
    read = FieldColumn("amount", ("amount",), float, True).read(make_record().commitments[0])
    assert isinstance(read, float) and read == 2500000.0


@pytest.mark.parametrize("hint", [str | int, tuple[str, ...] | str, str | bool | None])
def test_columns_refuse_a_type_that_no_column_fits(hint: object) -> None:
    with pytest.raises(StoreError, match="No column fits"):
        split_hint(hint)


@pytest.mark.parametrize(
    ("table", "keys"),
    [("persons", {"article_id", "id", "country"}),
     ("event_actors", {"article_id", "finding_id", "role", "country"}),
     ("articles", {"id", "published"})],
)  # fmt: skip
def test_columns_that_are_keys_leave_out_what_has_a_hash_index_or_none(table: str, keys: set[str]) -> None:
    assert tables.key_columns(tables.metadata.tables[table]) == keys
