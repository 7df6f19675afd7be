"""`dragoman happenings`, `happening`, `merge`, `split`, `undo`, `decisions`, `link`: reports of three outlets."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from .conftest import Answer

Cli = Callable[..., Answer]
MET = "Ghana's Foreign Minister Kwame Addo met Benin's President Rose Houngbo in Cotonou on {day}, the ministry said."
SIGNED = "Ghana signed a defence agreement with Benin in Accra on {day}, officials of both sides said."
ROWS: tuple[dict[str, Any], ...] = (
    {"id": "post-1", "publisher": "Post", "published": "2025-06-04", "text": MET.format(day="Wednesday")},
    {"id": "wire-1", "publisher": "Wire", "published": "2025-06-05", "text": MET.format(day="Wednesday")},
    {"id": "wire-2", "publisher": "Wire", "published": "2025-06-12", "text": MET.format(day="Wednesday")},
    {"id": "post-2", "url": "https://www.news.example/a", "published": "2025-06-20",
     "text": SIGNED.format(day="Friday")},
)  # fmt: skip


@pytest.fixture
def stored(cli: Cli, tmp_path: Path) -> Path:
    """The default database with four reports of two meetings and a signing."""
    path = tmp_path / "rows.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in ROWS))
    assert cli("code", path).status == 0
    return tmp_path / "dragoman.db"


def talks(cli: Cli) -> dict[str, dict[str, Any]]:
    """The events of talks by the articles that report them."""
    rows = cli("happenings", "--kind", "event", "--format", "jsonl").lines()
    return {" ".join(each["article"] for each in row["members"]): row for row in rows if row["type"] == "CONSULT"}


def test_what_two_outlets_report_is_listed_once(cli: Cli, stored: Path) -> None:
    found = talks(cli)
    assert set(found) == {"post-1 wire-1", "wire-2"}
    both = found["post-1 wire-1"]
    assert (both["mentions"], both["outlets"], both["states"]) == (2, ["Post", "Wire"], ["BEN", "GHA"])
    assert (both["from"], both["to"]) == ("2025-06-04", "2025-06-04")
    table = cli("happenings").out
    assert both["id"] in table and "mentions" in table


@pytest.mark.parametrize(
    ("options", "kinds"),
    [
        (("--kind", "agreements"), {"agreements"}),
        (("--kind", "agreement"), {"agreements"}),
        (("--dyad", "ben", "GHA", "--since", "2025-06-19"), {"events", "agreements"}),
        (("--dyad", "GHA", "TGO"), set()),
        (("--until", "2025-06-01"), set()),
    ],
)
def test_the_list_is_narrowed(cli: Cli, stored: Path, options: tuple[str, ...], kinds: set[str]) -> None:
    answer = cli("happenings", *options, "--format", "jsonl")
    assert answer.status == 0
    assert {row["kind"] for row in answer.lines()} == kinds
    assert ("no happening fits" in answer.err) == (not kinds)


def test_the_list_says_where_it_is_cut(cli: Cli, stored: Path) -> None:
    answer = cli("happenings", "--limit", "1", "--format", "json")
    assert len(json.loads(answer.out)) == 1
    assert "--limit 10" in answer.err


def test_a_happening_shows_all_mentions_with_words_and_reasons(cli: Cli, stored: Path) -> None:
    both = talks(cli)["post-1 wire-1"]
    shown = " ".join(cli("happening", both["id"][:8]).out.split())
    assert "2 mentions in 2 articles by Post, Wire" in shown
    assert "reported first" in shown and "joined with 1 by parties: BEN, GHA" in shown and "time: 2025-06-04" in shown
    assert shown.count("Kwame Addo met") == 2
    plain = json.loads(cli("happening", both["members"][1]["id"], "--format", "json").out)
    assert plain["id"] == both["id"] and plain["decisions"] == []


def test_the_host_stands_for_an_outlet_without_a_name(cli: Cli, stored: Path) -> None:
    (row,) = cli("happenings", "--kind", "agreements", "--format", "jsonl").lines()
    assert row["outlets"] == ["news.example"]


def test_a_merge_is_told_shown_and_taken_back(cli: Cli, stored: Path) -> None:
    before = cli("happenings", "--format", "jsonl").out
    one, other = (each["id"] for each in talks(cli).values())
    answer = cli("merge", one, other, "--why", "one visit", "--who", "Ana")
    assert (answer.status, answer.out) == (0, "1\n")
    assert "dragoman undo 1" in answer.err
    assert set(talks(cli)) == {"post-1 wire-1 wire-2"}
    assert "decision 1: merge by Ana" in cli("happening", other).out
    assert cli("undo", "1", "--why", "no").status == 0
    assert cli("happenings", "--format", "jsonl").out == before
    (decision,) = cli("decisions", "--format", "jsonl").lines()
    assert (decision["who"], decision["why"], decision["undone_why"]) == ("Ana", "one visit", "no")
    assert "one visit" in cli("decisions").out


def test_a_split_keeps_a_mention_apart_under_the_name_of_the_user(
    cli: Cli, stored: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "luis")
    both = talks(cli)["post-1 wire-1"]
    assert cli("split", both["id"], both["members"][1]["id"][:6], "--why", "another day").status == 0
    assert set(talks(cli)) == {"post-1", "wire-1", "wire-2"}
    assert [each["who"] for each in cli("decisions", "--format", "jsonl").lines()] == ["luis"]


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("happenings", "--kind", "claims"), 2, "Allowed: events, agreements, commitments, meetings"),
        (("happenings", "--since", "June"), 2, "June"),
        (("happening", "abcdef"), 1, "No happening has an id that is or begins with 'abcdef'"),
        (("merge", "abcdef", "abcdeg", "--why", "x"), 1, "No happening has an id"),
        (("undo", "3"), 1, "There is no decision 3"),
    ],
)
def test_what_means_nothing_is_refused(cli: Cli, stored: Path, words: tuple[str, ...], status: int, said: str) -> None:
    answer = cli(*words)
    assert (answer.status, answer.out) == (status, "")
    assert said in answer.err


def test_a_decision_wants_a_reason(cli: Cli, stored: Path) -> None:
    assert cli("merge", "abcd", "abce").status == 2


def test_an_old_database_is_linked_by_a_command(cli: Cli, stored: Path) -> None:
    before = cli("happenings", "--format", "jsonl").out
    with sqlite3.connect(stored) as old:
        for table in ("happening_plans", "happening_states", "happening_members", "happenings"):
            old.execute(f"DELETE FROM {table}")
        old.execute("UPDATE articles SET linked = NULL")
    old.close()
    assert "4 articles in dragoman.db are not linked yet. Link them: dragoman link" in cli("happenings").err
    answer = cli("link")
    assert (answer.status, answer.out, answer.err) == (0, "", "dragoman: dragoman.db: 4 articles linked.\n")
    assert cli("happenings", "--format", "jsonl").out == before
    assert "all articles are linked" in cli("link").err
    assert "4 articles linked" in cli("link", "--again").err
