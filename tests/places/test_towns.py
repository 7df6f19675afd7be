"""The index of small towns: built once, whole or not at all, and never in the way."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dragoman.places import towns
from dragoman.places.names import key_of, sound_of
from dragoman.places.towns import ALIAS, MAIN, SOUND, Towns, build_file, cache_folder, fill, is_whole, load_towns

CODES = {"XA": "XAA", "SY": "SYR"}


def _city(number: int, name: str, state: str, population: int, *others: str) -> dict[str, Any]:
    return {
        "geonameid": number, "name": name, "countrycode": state, "population": population, "latitude": 1.0,
        "longitude": 2.0, "admin1code": "01", "alternatenames": list(others),
    }  # fmt: skip


CITIES = [
    _city(1, "Älphadorf", "XA", 700, "Alphaville", "ALP", "alfa", "Альфа"),
    _city(2, "Betatown", "XA", 20_000, "Betaville"),
    _city(3, "Gammaberg", "XA", 90_000, "Gammaville"),
    _city(4, "Ma‘lūlā", "SY", 2_000),
    _city(5, "Nowhere", "ZZ", 700),
]


@pytest.fixture
def cities(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A short list of cities in place of the long one, and a fresh search for the index."""
    monkeypatch.setattr(towns, "_cities", lambda: (CITIES, CODES))
    load_towns.cache_clear()
    yield
    load_towns.cache_clear()


def _filled() -> Towns:
    connection = sqlite3.connect(":memory:")
    fill(connection, CITIES, CODES)
    return Towns(connection)


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("alphadorf", [(1, MAIN)]),
        ("alphaville", [(1, ALIAS)]),
        # The gazetteer holds the names of towns from 5,000 and the alternate names of cities from 50,000 inhabitants.
        ("betatown", []),
        ("betaville", [(2, ALIAS)]),
        ("gammaville", []),
        (sound_of("maaloula"), [(4, SOUND)]),
        ("alp", []),
        ("nowhere", []),
    ],
)
def test_index_holds_what_the_gazetteer_lacks(key: str, expected: list[tuple[int, int]]) -> None:
    assert [(town.place.geonameid, town.kind) for town in _filled().named(key)] == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Maaloula", "Ma‘lūlā"),
        ("Tal Abyad", "Tall Abyaḑ"),
        ("Saleef", "Aş Şalīf"),
        ("Aita al-Shaab", "‘Aytā ash Sha‘b"),
    ],
)
def test_spellings_of_a_name_sound_alike(one: str, other: str) -> None:
    assert sound_of(key_of(one)) == sound_of(key_of(other))


@pytest.mark.parametrize(("one", "other"), [("Homs", "Hama"), ("Raqqa", "Rafah"), ("Sarmin", "Sarmada")])
def test_other_names_sound_differently(one: str, other: str) -> None:
    assert sound_of(key_of(one)) != sound_of(key_of(other))


def test_index_is_built_once_with_a_word_about_it(
    tmp_path: Path, cities: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert load_towns().named("alphadorf")
    assert capsys.readouterr().err.count("\n") == 1
    load_towns.cache_clear()
    assert load_towns().named("alphadorf")
    assert capsys.readouterr().err == ""
    (path,) = cache_folder().iterdir()
    assert is_whole(path)


def test_file_that_is_broken_or_unfinished_is_built_again(
    tmp_path: Path, cities: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    load_towns()
    (path,) = cache_folder().iterdir()
    for wrong in (b"", b"no database"):
        path.write_bytes(wrong)
        load_towns.cache_clear()
        assert load_towns().named("alphadorf")


def test_two_builders_leave_one_whole_file(tmp_path: Path, cities: None) -> None:
    path = tmp_path / "towns.sqlite"
    build_file(path)
    build_file(path)
    assert [each.name for each in tmp_path.iterdir()] == ["towns.sqlite"]
    assert is_whole(path)


def test_builder_that_breaks_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> tuple[list[dict[str, Any]], dict[str, str]]:
        raise MemoryError

    monkeypatch.setattr(towns, "_cities", broken)
    with pytest.raises(MemoryError):
        build_file(tmp_path / "towns.sqlite")
    assert list(tmp_path.iterdir()) == []


def test_folder_that_cannot_be_written_costs_one_warning(
    tmp_path: Path, cities: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert load_towns().named("alphadorf")
    said = capsys.readouterr().err
    assert "built in memory" in said and said.count("\n") == 1


def test_library_without_small_towns_gives_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing() -> tuple[list[dict[str, Any]], dict[str, str]]:
        raise FileNotFoundError(2, "No such file", "cities500.json")

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(towns, "_cities", missing)
    load_towns.cache_clear()
    assert load_towns().named("alphadorf") == ()
    assert "left out" in capsys.readouterr().err
    load_towns.cache_clear()
