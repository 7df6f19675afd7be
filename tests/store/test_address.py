"""Addresses: file paths and URLs, what is refused, and that no password is ever shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import StoreError
from dragoman.store.address import describe_place, is_memory, is_sqlite, parse_address, require_file


@pytest.mark.parametrize(
    ("address", "driver", "database"),
    [
        ("record.db", "sqlite+pysqlite", "record.db"),
        (Path("folder/record.db"), "sqlite+pysqlite", "folder/record.db"),
        ("sqlite:///record.db", "sqlite+pysqlite", "record.db"),
        ("odd?name#1.db", "sqlite+pysqlite", "odd?name#1.db"),
        ("postgresql://u:p@host:5432/news", "postgresql+psycopg", "news"),
        ("postgres://u:p@host/news", "postgresql+psycopg", "news"),
        ("postgresql+psycopg://u:p@host/news", "postgresql+psycopg", "news"),
    ],
)
def test_address_becomes_a_url_with_our_driver(address: str | Path, driver: str, database: str) -> None:
    url = parse_address(address)
    assert (url.drivername, url.database) == (driver, database)
    assert is_sqlite(url) == driver.startswith("sqlite")


def test_address_opens_the_home_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/reader")
    assert parse_address("~/record.db").database == "/home/reader/record.db"


@pytest.mark.parametrize(
    "address",
    ["", "a\x00b.db", "mysql://u:topsecret@host/news", "postgresql://u:topsecret@host:port/news", "://topsecret",
     "sqlite+aiosqlite:///topsecret.db"],
)  # fmt: skip
def test_address_refused_says_what_is_allowed_and_no_password(address: str) -> None:
    with pytest.raises(StoreError, match="sqlite:///FILE or postgresql://") as caught:
        parse_address(address)
    assert "topsecret" not in str(caught.value)


@pytest.mark.parametrize(
    "address", ["postgresql://me:topsecret@host/news", "postgresql://host/news?user=me&password=topsecret"]
)
def test_address_in_words_has_no_password(address: str) -> None:
    place = describe_place(parse_address(address))
    assert "host/news" in place
    assert "topsecret" not in place


@pytest.mark.parametrize(
    ("address", "expected"), [("sqlite://", True), (":memory:", True), ("x.db", False), ("postgresql://h/d", False)]
)
def test_address_in_memory_is_known(address: str, expected: bool) -> None:
    assert is_memory(parse_address(address)) is expected


def test_address_of_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is a folder"):
        require_file(parse_address(tmp_path), create=True)


@pytest.mark.parametrize("parent", ["missing", "file.txt"])
def test_address_without_a_folder_is_refused(tmp_path: Path, parent: str) -> None:
    (tmp_path / "file.txt").write_text("no folder")
    with pytest.raises(StoreError, match="folder of the database .* does not exist"):
        require_file(parse_address(tmp_path / parent / "record.db"), create=True)


def test_address_of_a_missing_file_is_refused_only_without_create(tmp_path: Path) -> None:
    url = parse_address(tmp_path / "record.db")
    require_file(url, create=True)
    with pytest.raises(StoreError, match="There is no database"):
        require_file(url, create=False)


def test_address_with_an_overlong_name_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        require_file(parse_address(tmp_path / ("x" * 5000)), create=True)
