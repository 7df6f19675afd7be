"""`dragoman evaluate relations|actors|spans`: cases of one's own, scored."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from .conftest import Answer

Cli = Callable[..., Answer]
PAIR = {"sentence": "Norway recalled its ambassador from Chad.", "source": [0, 6], "target": [36, 40]}
ACTOR = {"text": "Kenya's foreign ministry", "expect": {"country": "KEN", "code_1": "GOV"}}
NOBODY = {"text": "the weather", "expect": {"none": True}}
PASSAGE = {
    "text": "Kenya condemned Uganda on Tuesday.",
    "spans": [{"start": 0, "end": 5, "role": "actor"}, {"start": 16, "end": 22, "role": "recipient"}],
}


def figures(cli: Cli, tmp_path: Path, what: str, text: str, *options: str) -> dict[str, Any]:
    (tmp_path / "gold").write_text(text, encoding="utf-8")
    answer = cli("evaluate", what, "gold", "--format", "json", *options)
    assert answer.status == 0, answer.err
    found: dict[str, Any] = json.loads(answer.out)
    return found


def test_relations_are_scored_class_by_class(cli: Cli, tmp_path: Path) -> None:
    gold = "\n".join(json.dumps({**PAIR, "label": label}) for label in ("SANCTION", "AID"))
    kinds = figures(cli, tmp_path, "relations", gold)["kinds"]
    assert kinds["SANCTION"] == {"precision": 0.5, "recall": 1.0, "f1": pytest.approx(2 / 3), "n": 1}
    assert kinds["AID"]["f1"] == 0.0


def test_relations_take_the_labels_of_their_scheme(cli: Cli, tmp_path: Path) -> None:
    gold = json.dumps({**PAIR, "label": "material conflict"})
    assert figures(cli, tmp_path, "relations", gold, "--scheme", "quad")["mean_f1"] == 1.0


def test_relations_refuse_a_label_of_another_scheme(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "gold").write_text(json.dumps({**PAIR, "label": "YIELD"}))
    answer = cli("evaluate", "relations", "gold")
    assert answer.status == 1
    assert "YIELD" in answer.err
    assert "CONCEDE" in answer.err


def test_actors_are_scored_by_field_and_whole(cli: Cli, tmp_path: Path) -> None:
    kinds = figures(cli, tmp_path, "actors", json.dumps([ACTOR, NOBODY]))["kinds"]
    assert {name: kind["n"] for name, kind in kinds.items()} == {
        "country": 1,
        "sector 1": 1,
        "whole case": 2,
        "null": 1,
    }
    assert kinds["whole case"]["recall"] == 1.0


def test_spans_are_scored_by_role(cli: Cli, tmp_path: Path) -> None:
    kinds = figures(cli, tmp_path, "spans", json.dumps(PASSAGE))["kinds"]
    assert kinds["actor"]["f1"] == kinds["recipient"]["f1"] == 1.0


@pytest.mark.parametrize("what", ["relations", "actors", "spans"])
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("{}", id="no keys"),
        pytest.param("no json", id="no json"),
        pytest.param("[1]", id="no objects"),
    ],
)
def test_gold_that_breaks_the_format_is_refused_with_words(cli: Cli, tmp_path: Path, what: str, text: str) -> None:
    (tmp_path / "gold").write_text(text)
    answer = cli("evaluate", what, "gold")
    assert answer.status == 1
    assert "gold" in answer.err
    assert "Traceback" not in answer.err


def test_a_file_that_is_not_there_is_named(cli: Cli) -> None:
    answer = cli("evaluate", "spans", "nowhere.jsonl")
    assert answer.status == 1
    assert "nowhere.jsonl" in answer.err


def test_an_unknown_kind_of_gold_is_a_usage_error(cli: Cli) -> None:
    answer = cli("evaluate", "verbs", "gold")
    assert answer.status == 2
    assert "relations, actors, dates, places, spans, records" in answer.err
