"""`dragoman code`, `show` and `list` with a database."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import TREATY, Answer

Cli = Callable[..., Answer]
DAY = ("--published", "2025-06-04")


def write_rows(path: Path, *rows: dict[str, object]) -> Path:
    path.write_text("".join(json.dumps({"text": TREATY, "published": "2025-06-04", **row}) + "\n" for row in rows))
    return path


@pytest.fixture
def stored(cli: Cli, tmp_path: Path) -> Path:
    """The default database with three articles."""
    rows = write_rows(
        tmp_path / "rows.jsonl",
        {"id": "aaaa-1", "title": "First", "published": "2025-06-01"},
        {"id": "aaaa-2", "title": "Second", "published": "2025-06-02"},
        {"id": "bbbb-1", "title": "Third", "text": "Chad thanked Niger for its help on Monday."},
    )
    assert cli("code", rows).status == 0
    return tmp_path / "dragoman.db"


def test_nothing_is_stored_where_that_is_asked_for(cli: Cli, page: Path, tmp_path: Path) -> None:
    assert cli("code", "--no-store", *DAY, page).status == 0
    assert list(tmp_path.glob("*.db*")) == []


def test_records_are_stored_in_the_folder_where_the_command_runs(cli: Cli, page: Path, tmp_path: Path) -> None:
    answer = cli("code", *DAY, page)
    assert answer.status == 0
    assert answer.err == "dragoman: dragoman.db: 1 added\n"
    assert (tmp_path / "dragoman.db").exists()


@pytest.mark.parametrize("place", ["other.db", "sqlite:///other.db"])
def test_the_database_can_be_named_as_a_file_or_a_url(cli: Cli, page: Path, tmp_path: Path, place: str) -> None:
    assert cli("code", *DAY, page, "--db", place).status == 0
    assert (tmp_path / "other.db").exists()
    assert len(cli("list", "--db", place, "--format", "jsonl").lines()) == 1


def test_coding_again_changes_nothing(cli: Cli, page: Path) -> None:
    first, second = (cli("code", *DAY, "--format", "jsonl", page) for _ in range(2))
    assert first.out == second.out
    assert "1 unchanged" in second.err
    assert len(cli("list", "--format", "jsonl").lines()) == 1


def test_what_was_stored_is_what_was_printed(cli: Cli, page: Path) -> None:
    printed = cli("code", *DAY, "--format", "jsonl", "--explain", page)
    ident = printed.lines()[0]["article"]["id"]
    assert cli("show", ident, "--format", "jsonl", "--explain").out == printed.out


def test_a_read_only_database_is_named_in_the_message(cli: Cli, page: Path, tmp_path: Path) -> None:
    assert cli("code", *DAY, page, "--db", "old.db").status == 0
    url = f"sqlite:///file:{tmp_path / 'old.db'}?mode=ro&uri=true"
    (tmp_path / "more.txt").write_text(TREATY.replace("Ghana", "Togo").replace("GHA", "TGO"))
    answer = cli("code", *DAY, "more.txt", "--db", url)
    assert answer.status == 1
    assert "read-only" in answer.err
    assert "Traceback" not in answer.err


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("file.txt/records.db", "folder of the database"),
        ("nowhere/records.db", "folder of the database"),
        (".", "is a folder"),
        ("mysql://someone:secret@host/base", "'mysql'"),
        ("postgresql://someone:secret@127.0.0.1:1/base", "does not answer"),
    ],
)
def test_a_database_that_cannot_be_opened_stops_the_run(
    cli: Cli, page: Path, tmp_path: Path, place: str, words: str
) -> None:
    (tmp_path / "file.txt").write_text("no folder")
    answer = cli("code", *DAY, page, "--db", place)
    assert (answer.status, answer.out) == (1, "")
    assert words in answer.err
    assert "secret" not in answer.err


def test_a_file_that_is_no_database_is_left_as_it_was(cli: Cli, page: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("My own notes, " * 100)
    answer = cli("code", *DAY, page, "--db", "notes.db")
    assert answer.status == 1
    assert "notes.db is not an SQLite database" in answer.err
    assert (tmp_path / "notes.db").read_text().startswith("My own notes")


def test_an_article_that_the_store_refuses_does_not_stop_the_others(cli: Cli, tmp_path: Path) -> None:
    rows = write_rows(tmp_path / "rows.jsonl", {"id": "one"}, {"id": "x" * 2000}, {"id": "three"})
    answer = cli("code", rows, "--format", "jsonl")
    assert answer.status == 1
    assert len(answer.lines()) == 3
    assert "2 added" in answer.err
    assert "coded: 3, failed: 1" in answer.err
    assert sorted(row["id"] for row in cli("list", "--format", "jsonl").lines()) == ["one", "three"]


def test_a_failure_that_every_article_meets_is_told_once(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dragoman.errors import StoreError
    from dragoman.store import Store

    def full(self: Store, record: object, *, coder: str) -> None:
        raise StoreError("The database has no room left. Free some space.")

    monkeypatch.setattr(Store, "save", full)
    answer = cli("code", write_rows(tmp_path / "rows.jsonl", {"id": "one"}, {"id": "two"}))
    assert answer.status == 1
    assert answer.err.count("no room left") == 1
    assert "failed: 2" in answer.err


@pytest.mark.usefixtures("stored")
def test_show_finds_an_article_by_the_beginning_of_its_id(cli: Cli) -> None:
    answer = cli("show", "bbbb")
    assert answer.status == 0
    assert "Third" in answer.out
    assert "thanked Niger for its help" in " ".join(answer.out.split())


@pytest.mark.usefixtures("stored")
def test_show_marks_each_finding_in_the_text_and_before_its_row(cli: Cli) -> None:
    answer = cli("show", "aaaa-1")
    text, tables = answer.out.split("marks: ")
    for mark in ("E1", "A1", "S1", "M1", "P1"):
        assert mark in text
        assert f"\n{mark} " in tables


def test_no_two_kinds_share_a_mark() -> None:
    from dragoman.cli.show import COLOURS
    from dragoman.cli.tables import MARKS
    from dragoman.record import KINDS

    assert list(MARKS) == list(COLOURS) == list(KINDS)
    assert len(set(MARKS.values())) == len(MARKS)


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize(
    ("ident", "words"), [("zzzz", "'zzzz'"), ("aaaa", "Several"), ("aa", "at least 4"), ("", "''"), ("%", "'%'")]
)
def test_show_says_why_it_shows_nothing(cli: Cli, ident: str, words: str) -> None:
    answer = cli("show", ident)
    assert (answer.status, answer.out) == (1, "")
    assert words in answer.err


@pytest.mark.parametrize("command", [["show", "aaaa"], ["list"], ["doctor", "--store", "none.db"]])
def test_a_database_that_is_not_there_is_not_made(cli: Cli, tmp_path: Path, command: list[str]) -> None:
    place = [] if command[0] == "doctor" else ["--db", "none.db"]
    answer = cli(*command, *place)
    assert answer.status == 1
    assert "There is no database none.db" in " ".join((answer.out + answer.err).split())
    assert list(tmp_path.glob("*.db")) == []


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        ([], ["aaaa-1", "aaaa-2", "bbbb-1"]),
        (["--country", "GHA"], ["aaaa-1", "aaaa-2"]),
        (["--country", "ner"], ["bbbb-1"]),
        (["--since", "2025-06-02"], ["aaaa-2", "bbbb-1"]),
        (["--until", "2025-06-02"], ["aaaa-1", "aaaa-2"]),
        (["--since", "2025-06-02", "--until", "2025-06-02"], ["aaaa-2"]),
        (["--country", "GHA", "--until", "2025-06-01"], ["aaaa-1"]),
        (["--country", "FRA"], []),
    ],
)
def test_list_filters(cli: Cli, filters: list[str], ids: list[str]) -> None:
    answer = cli("list", "--format", "jsonl", *filters)
    assert answer.status == 0
    assert [row["id"] for row in answer.lines()] == ids
    assert [row["id"] for row in json.loads(cli("list", "--format", "json", *filters).out)] == ids
    if not ids:
        assert "no article fits" in answer.err


@pytest.mark.usefixtures("stored")
def test_list_says_that_there_is_more(cli: Cli) -> None:
    answer = cli("list", "--limit", "2")
    assert "Third" not in answer.out
    assert "more than 2 articles" in answer.err
    assert "--limit" in answer.err


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize("width", [80, 120])
def test_list_keeps_to_the_width_and_counts(cli: Cli, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    lines = cli("list").out.splitlines()
    assert max(map(len, lines)) <= width
    assert any("First" in line and "2025-06-01" in line for line in lines)


def test_an_empty_database_says_how_to_fill_it(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert cli("code", "empty").status == 1
    answer = cli("list")
    assert (answer.status, answer.out) == (0, "")
    assert "holds no article" in answer.err
    assert "dragoman code" in answer.err


def test_the_doctor_is_content_here(cli: Cli) -> None:
    answer = cli("doctor")
    assert answer.status == 0, answer.out
    for words in ("python", "spacy", "parser", "act lexicon", "gazetteer"):
        assert words in answer.out
    assert "NOT WELL" not in answer.out


def test_the_doctor_counts_a_store_and_sees_damage(cli: Cli, stored: Path) -> None:
    answer = cli("doctor", "--store", stored)
    assert answer.status == 0, answer.out
    assert "3 articles" in answer.out
    with sqlite3.connect(stored) as connection:
        connection.execute("UPDATE articles SET text = 'Other words.' WHERE id = 'aaaa-1'")
    answer = cli("doctor", "--store", stored)
    assert answer.status == 1
    assert "NOT WELL" in answer.out


def test_the_doctor_tells_no_password(cli: Cli) -> None:
    answer = cli("doctor", "--store", "postgresql://someone:secret@127.0.0.1:1/base")
    assert answer.status == 1
    assert "secret" not in answer.out + answer.err
