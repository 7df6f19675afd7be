"""Data files: closed keys, clear errors, and that every file of the package can be read."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import pytest

from dragoman.errors import LexiconError
from dragoman.lexicon import load
from dragoman.lexicon.load import check_keys, load_rows, load_table

ALLOWED, NEEDED = frozenset({"name", "code", "why"}), frozenset({"name"})
FOLDER = files("dragoman").joinpath("data", "en")
DATA_FILES = sorted(path.name for path in FOLDER.iterdir() if path.name.endswith(".toml"))


@pytest.mark.parametrize("row", [{"name": "x"}, {"name": "x", "code": 1}, {"name": "", "why": None, "code": []}])
def test_rows_with_allowed_keys_pass(row: dict[str, Any]) -> None:
    check_keys("words.toml", row, ALLOWED, NEEDED)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"name": "x", "cod": 1}, r"unknown keys \['cod'\]"),
        ({"name": "x", "Name": 1}, r"unknown keys \['Name'\]"),
        ({"code": 1}, r"lacks \['name'\]"),
        ({}, r"lacks \['name'\]"),
        ({"nme": "x"}, r"unknown keys \['nme'\] or lacks \['name'\]"),
    ],
)
def test_rows_with_other_keys_are_refused_by_name(row: dict[str, Any], told: str) -> None:
    with pytest.raises(LexiconError, match=told):
        check_keys("words.toml", row, ALLOWED, NEEDED)


def test_the_refusal_names_file_and_allowed_keys() -> None:
    with pytest.raises(LexiconError, match=r"words\.toml.*'colour'.*Allowed: \['code', 'name', 'why'\]"):
        check_keys("words.toml", {"name": "x", "colour": "red"}, ALLOWED, NEEDED)


@pytest.mark.parametrize("name", ["en/nowhere.toml", "nowhere/nothing.toml", "en"])
def test_a_missing_file_is_a_lexicon_error(name: str) -> None:
    with pytest.raises(LexiconError, match="cannot be read"):
        load_table(name)


@pytest.mark.parametrize("broken", [b"name = ", b"\xff\xfe[[row]]"], ids=["no value", "no UTF-8"])
def test_a_broken_file_is_a_lexicon_error(broken: bytes, tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "broken.toml").write_bytes(broken)
    monkeypatch.setattr(load, "files", lambda package: tmp_path)
    with pytest.raises(LexiconError, match=r"broken\.toml cannot be read"):
        load_table("broken.toml")


@pytest.fixture
def own_rows(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data").mkdir()
    text = '[[good]]\nname = "a"\n[[bad]]\nname = "a"\ncolour = "red"\n[[poor]]\ncode = 1\n[plain]\nname = "a"\n'
    (tmp_path / "data" / "rows.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(load, "files", lambda package: tmp_path)


@pytest.mark.usefixtures("own_rows")
def test_rows_of_a_section_are_checked_when_they_are_loaded() -> None:
    assert load_rows("rows.toml", "good", allowed="name code", needed="name") == [{"name": "a"}]
    assert load_rows("rows.toml", "absent", allowed="name code", needed="name") == []


@pytest.mark.usefixtures("own_rows")
@pytest.mark.parametrize("section", ["bad", "poor", "plain"])
def test_a_section_with_a_wrong_row_is_refused_whole(section: str) -> None:
    with pytest.raises(LexiconError, match=section):
        load_rows("rows.toml", section, allowed="name code", needed="name")


@pytest.mark.parametrize("name", DATA_FILES)
def test_every_data_file_of_english_can_be_read(name: str) -> None:
    assert load_table(f"en/{name}")


@pytest.mark.parametrize("name", DATA_FILES)
def test_no_value_of_a_data_file_has_white_space_at_its_edges(name: str) -> None:
    assert [text for text in _texts(load_table(f"en/{name}")) if text != text.strip()] == []


def _texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    inside = [*value, *value.values()] if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for item in inside for text in _texts(item)]
