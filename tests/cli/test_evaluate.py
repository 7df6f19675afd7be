"""`dragoman evaluate records` on some development pages of the gate, and on gold that breaks the format."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest

from .conftest import TREATY, Answer

Cli = Callable[..., Answer]
GOLD = Path(__file__).parents[2] / "gate" / "gold"
PAGES = Path(str(files("dragoman"))) / "data" / "samples"
KINDS = ["events", "agreements", "commitments", "claims", "meetings", "persons"]


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A folder with the gold of one development page."""
    folder = tmp_path / "gold"
    folder.mkdir()
    shutil.copy(GOLD / "gulf-ports-1.json", folder)
    return folder


def test_the_table_names_every_kind_and_the_mean(cli: Cli, gold: Path) -> None:
    answer = cli("evaluate", "records", gold, "--pages", PAGES)
    assert answer.status == 0, answer.err
    heads = [line.split()[0] for line in answer.out.splitlines() if line.strip() and line[0].isalpha()]
    assert heads == ["kind", *KINDS, "mean"]


def test_json_holds_the_same_figures(cli: Cli, gold: Path) -> None:
    shutil.copy(PAGES / "gulf-ports.txt", gold)
    answer = cli("evaluate", "records", gold, "--format", "json")
    figures = json.loads(answer.out)
    assert list(figures["kinds"]) == KINDS
    assert figures["mean_f1"] == pytest.approx(sum(each["f1"] for each in figures["kinds"].values()) / len(KINDS))
    assert all(0 <= each["precision"] <= 1 and each["n"] >= 0 for each in figures["kinds"].values())


def test_gold_without_its_page_is_named(cli: Cli, gold: Path) -> None:
    answer = cli("evaluate", "records", gold)
    assert answer.status == 1
    assert "gulf-ports.txt" in answer.err


def test_a_folder_without_gold_is_named(cli: Cli, tmp_path: Path) -> None:
    answer = cli("evaluate", "records", tmp_path / "none")
    assert answer.status == 1
    assert "holds no gold records" in answer.err


@pytest.mark.parametrize("words", ["no json", "[]", '{"page": "p.txt", "events": [{"type": "AID"}]}'])
def test_gold_that_breaks_the_format_is_named(cli: Cli, tmp_path: Path, words: str) -> None:
    (tmp_path / "p.txt").write_text(TREATY)
    (tmp_path / "p-1.json").write_text(words)
    answer = cli("evaluate", "records", tmp_path)
    assert (answer.status, answer.out) == (1, "")
    assert "gold" in answer.err
    assert "Traceback" not in answer.err


def test_passages_in_a_file_are_scored_on_the_kinds_that_they_mark(cli: Cli, tmp_path: Path) -> None:
    row = {"id": "a", "published": "2024-03-06", "text": "“We are open,” said Iceland’s envoy, Jon Vik.", "claims": []}
    (tmp_path / "passages.jsonl").write_text(json.dumps(row), encoding="utf-8")
    answer = cli("evaluate", "records", tmp_path / "passages.jsonl", "--format", "json")
    assert answer.status == 0, answer.err
    assert list(json.loads(answer.out)["kinds"]) == ["claims"]


@pytest.mark.parametrize("words", ["{", "[]", '{"id": "a", "claims": []}', '{"text": "Words."}', '"text"'])
def test_passages_that_break_the_format_are_named(cli: Cli, tmp_path: Path, words: str) -> None:
    (tmp_path / "passages.jsonl").write_text(words, encoding="utf-8")
    answer = cli("evaluate", "records", tmp_path / "passages.jsonl")
    assert (answer.status, answer.out) == (1, "")
    assert "passage" in answer.err.lower() and "Traceback" not in answer.err
