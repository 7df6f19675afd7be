"""`dragoman roster`, and `dragoman code` where the database has seen a name before."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from .conftest import Answer

Cli = Callable[..., Answer]
FIRST = "Belarusian Trade Minister Oleg Sidorov met Ghana's Energy Minister Kwame Asare Addo in Accra on Tuesday."
THEN = "Kwame Asare Addo visited Chad on Monday. He thanked Chad for its help."
SAME_DAY = "Belarusian Trade Minister Ivan Belov thanked Chad for its help on Monday."
ELSEWHERE = "Togo's Energy Minister Kwame Asare Addo visited Chad on Monday."


def write_rows(path: Path, *rows: tuple[str, str, str]) -> Path:
    """A file of rows with id, day and text."""
    path.write_text(
        "".join(json.dumps({"id": name, "published": day, "text": text}) + "\n" for name, day, text in rows)
    )
    return path


@pytest.fixture
def stored(cli: Cli, tmp_path: Path) -> Path:
    """The default database with two articles, the second about a name that the first introduces."""
    rows = write_rows(tmp_path / "rows.jsonl", ("one", "2025-01-08", FIRST), ("two", "2025-02-05", THEN))
    assert cli("code", rows, "--format", "jsonl").status == 0
    return rows


def persons(answer: Answer, article: str) -> dict[str, tuple[str | None, str, float]]:
    """State, rule and confidence of the persons of a printed article, by name."""
    (record,) = [record for record in answer.lines() if record["article"]["id"] == article]
    return {each["name"]: (each["country"], each["rule"], each["confidence"]) for each in record["persons"]}


def row_of(answer: Answer, name: str) -> dict[str, Any]:
    return next(row for row in answer.lines() if row["name"] == name and row["count"])


def test_code_knows_a_name_that_an_article_before_introduced(cli: Cli, stored: Path) -> None:
    answer = cli("code", stored, "--format", "jsonl")
    assert persons(answer, "two") == {"Kwame Asare Addo": ("GHA", "sighting", 0.7)}
    assert "2 unchanged" in answer.err


def test_code_without_the_store_knows_only_what_the_article_says(cli: Cli, stored: Path) -> None:
    answer = cli("code", stored, "--format", "jsonl", "--no-store")
    assert persons(answer, "two") == {}


def test_code_of_an_earlier_article_learns_nothing_from_a_later_one(cli: Cli, tmp_path: Path) -> None:
    rows = write_rows(tmp_path / "rows.jsonl", ("two", "2025-02-05", THEN), ("one", "2025-01-08", FIRST))
    first, second = (cli("code", rows, "--format", "jsonl") for _ in range(2))
    assert persons(first, "two") == {}
    assert first.out == second.out


@pytest.mark.usefixtures("stored")
def test_code_knows_a_name_no_longer_that_two_states_claim(cli: Cli, tmp_path: Path) -> None:
    rows = write_rows(tmp_path / "more.jsonl", ("three", "2025-02-06", ELSEWHERE), ("four", "2025-02-07", THEN))
    assert persons(cli("code", rows, "--format", "jsonl"), "four") == {}


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_roster_gives_the_words_the_article_and_the_days(cli: Cli, form: str) -> None:
    answer = cli("roster", "gha", "--format", form)
    assert answer.status == 0
    rows = json.loads(answer.out) if form == "json" else answer.lines()
    assert [row for row in rows if row["count"]] == [
        {
            "name": "Kwame Asare Addo",
            "office": "energy-minister",
            "country": "GHA",
            "sectors": ["GOV"],
            "from": None,
            "until": None,
            "curated": False,
            "titles": ["Energy Minister"],
            "first_seen": "2025-01-08",
            "last_seen": "2025-01-08",
            "count": 1,
            "evidence": [
                {
                    "article": "one",
                    "day": "2025-01-08",
                    "name": "Kwame Asare Addo",
                    "role": "Energy Minister",
                    "country": "GHA",
                    "start": 43,
                    "end": 83,
                    "text": "Ghana's Energy Minister Kwame Asare Addo",
                }
            ],
            "contradictions": [],
        }
    ]
    assert FIRST[43:83] == "Ghana's Energy Minister Kwame Asare Addo"
    assert any(row["curated"] and row["from"] and not row["evidence"] for row in rows)


@pytest.mark.usefixtures("stored")
def test_roster_takes_no_sighting_from_what_was_itself_learned(cli: Cli) -> None:
    assert row_of(cli("roster", "GHA", "--format", "jsonl"), "Kwame Asare Addo")["count"] == 1


@pytest.mark.usefixtures("stored")
def test_roster_lists_contradictions_and_marks_their_rows(cli: Cli, tmp_path: Path) -> None:
    assert cli("code", write_rows(tmp_path / "more.jsonl", ("three", "2025-01-08", SAME_DAY))).status == 0
    (told,) = row_of(cli("roster", "BLR", "--format", "jsonl"), "Oleg Sidorov")["contradictions"]
    assert (told["kind"], told["evidence"][0]["article"]) == ("other-person", "three")
    table, below = cli("roster", "BLR").out.split("contradictions (2)")
    (row,) = [line for line in table.splitlines() if "Oleg Sidorov" in line]
    assert "!" in row.split()
    assert "Ivan Belov is seen in the same office on the same day, 2025-01-08." in " ".join(below.split())
    assert "“Belarusian Trade Minister Ivan Belov” (three)" in " ".join(below.split())


@pytest.mark.usefixtures("stored")
def test_roster_of_a_day_leaves_out_who_held_no_office_then(cli: Cli) -> None:
    everybody = {row["name"] for row in cli("roster", "BLR", "--format", "jsonl").lines()}
    then = {row["name"] for row in cli("roster", "BLR", "--day", "2026-01-01", "--format", "jsonl").lines()}
    before = {row["name"] for row in cli("roster", "BLR", "--day", "2005-01-01", "--format", "jsonl").lines()}
    assert "Oleg Sidorov" in then < everybody
    assert "Oleg Sidorov" not in before
    assert "Alexander Lukashenko" in then & before


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.usefixtures("stored")
def test_roster_keeps_to_the_width(cli: Cli, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    lines = cli("roster", "GHA").out.splitlines()
    assert max(map(len, lines)) <= width


def test_roster_shows_the_tables_where_there_is_no_database_and_says_so(cli: Cli, tmp_path: Path) -> None:
    answer = cli("roster", "BLR")
    assert answer.status == 0
    assert "Alexander Lukashenko" in answer.out
    assert "only the tables are shown" in answer.err
    assert list(tmp_path.glob("*.db")) == []


def test_roster_does_not_make_the_database_that_is_named(cli: Cli, tmp_path: Path) -> None:
    answer = cli("roster", "BLR", "--db", "none.db")
    assert (answer.status, answer.out) == (1, "")
    assert "There is no database none.db" in answer.err
    assert list(tmp_path.glob("*.db")) == []


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("XYZ", "'XYZ' is no code of a state. Allowed: ISO 3166-1 alpha-3"),
        ("Belarus", "Belarus is BLR."),
        ("BY", "'BY' is no code"),
        ("", "'' is no code"),
    ],
)
def test_roster_of_an_unknown_code_says_what_is_allowed(cli: Cli, code: str, words: str) -> None:
    answer = cli("roster", code)
    assert (answer.status, answer.out) == (2, "")
    assert words in answer.err
    assert "UNO" in answer.err


def test_roster_of_a_day_that_is_none_is_refused(cli: Cli) -> None:
    answer = cli("roster", "BLR", "--day", "soon")
    assert (answer.status, answer.out) == (2, "")
    assert "'soon' is no day" in answer.err


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize(("form", "printed"), [("table", ""), ("jsonl", ""), ("json", "[]\n")])
def test_roster_says_that_nobody_is_known(cli: Cli, form: str, printed: str) -> None:
    answer = cli("roster", "ATA", "--format", form)
    assert (answer.status, answer.out) == (0, printed)
    assert "No official of ATA is known" in answer.err
