"""`dragoman relate`: each good line is answered in its order, each bad one reported with its number."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from dragoman.model.reader import TOGETHER

from .conftest import Answer

Cli = Callable[..., Answer]
SENTENCE = "Norway recalled its ambassador from Chad on Monday."
ROW: dict[str, Any] = {"id": "1", "sentence": SENTENCE, "source": [0, 6], "target": [36, 40]}


def lines(*rows: Any) -> bytes:
    return b"\n".join(row if isinstance(row, bytes) else json.dumps(row).encode() for row in rows)


def test_relate_answers_with_type_code_marks_and_scores(cli: Cli) -> None:
    answer = cli("relate", "-", stdin=lines(ROW))
    (row,) = answer.lines()
    assert answer.status == 0
    assert (row["id"], row["type"], row["cameo"], row["quad"]) == ("1", "SANCTION", "161", "material conflict")
    marks = {"realis", "attributed", "confidence", "nothing", "scores"}
    assert set(row) == {"id", "type", "mode", "cameo", "quad", *marks}
    assert max(row["scores"], key=row["scores"].get) == "SANCTION"


@pytest.mark.parametrize(
    ("scheme", "kind", "classes"),
    [("plover", "SANCTION", 16), ("plv15", "SANCTION", 15), ("quad", "material conflict", 4)],
)
def test_relate_speaks_the_scheme_that_is_asked_for(cli: Cli, scheme: str, kind: str, classes: int) -> None:
    (row,) = cli("relate", "-", "--scheme", scheme, stdin=lines(ROW)).lines()
    assert row["type"] == kind
    assert len(row["scores"]) == classes


IDLE = "Norway and Chad were not mentioned in the same report on the price of maize."
IDLE_ROW: dict[str, Any] = {"id": "2", "sentence": IDLE, "source": [0, 6], "target": [11, 15]}


@pytest.mark.parametrize(("scheme", "idle"), [("plover", True), ("quad", True), ("plv15", False)])
def test_relate_abstains_in_the_schemes_that_have_nothing(cli: Cli, scheme: str, idle: bool) -> None:
    (row,) = cli("relate", "-", "--scheme", scheme, stdin=lines(IDLE_ROW)).lines()
    assert (row["type"] is None) is idle
    assert row["nothing"] > 0.5


def test_relate_refuses_an_unknown_scheme(cli: Cli) -> None:
    answer = cli("relate", "-", "--scheme", "gdelt", stdin=lines(ROW))
    assert answer.status == 2
    assert "plover, plv15, quad" in answer.err


BAD = [
    pytest.param(b"no json", "no JSON", id="no json"),
    pytest.param(b'["sentence"]', "JSON object", id="no object"),
    pytest.param({**ROW, "sentence": ""}, "sentence", id="empty sentence"),
    pytest.param({**ROW, "sentence": None}, "sentence", id="no sentence"),
    pytest.param({**ROW, "source": [0, 600]}, '"source" is [0, 600]', id="past the end"),
    pytest.param({**ROW, "source": [6, 0]}, '"source" is [6, 0]', id="turned round"),
    pytest.param({**ROW, "target": [0.5, 3]}, '"target"', id="no whole numbers"),
    pytest.param({**ROW, "target": None}, '"target"', id="no target"),
    pytest.param({**ROW, "target": [6, 7]}, "no word", id="a blank"),
    pytest.param({**ROW, "target": [True, False]}, '"target"', id="truth values"),
]


@pytest.mark.parametrize(("bad", "told"), BAD)
def test_relate_reports_a_bad_line_and_answers_the_rest(cli: Cli, bad: Any, told: str) -> None:
    answer = cli("relate", "-", stdin=lines(ROW, bad, {**ROW, "id": "3"}))
    assert answer.status == 1
    assert [row["id"] for row in answer.lines()] == ["1", "3"]
    assert "line 2" in answer.err
    assert told in answer.err


def test_relate_keeps_the_order_of_a_file_longer_than_a_batch(cli: Cli) -> None:
    rows = [
        {**ROW, "id": number, "sentence": SENTENCE + " It rained." * (number % 3)} for number in range(TOGETHER + 3)
    ]
    assert [row["id"] for row in cli("relate", "-", stdin=lines(*rows)).lines()] == list(range(TOGETHER + 3))


def test_relate_of_an_empty_file_is_empty(cli: Cli) -> None:
    answer = cli("relate", "-", stdin=b"\n\n")
    assert (answer.status, answer.out) == (0, "")


def test_relate_refuses_a_scheme_beside_a_model_of_ones_own(cli: Cli) -> None:
    answer = cli("relate", "-", "--scheme", "quad", "--model", "mine", stdin=lines(ROW))
    assert answer.status == 2
    assert "exclude each other" in answer.err


def test_relate_refuses_a_folder_that_is_no_model(cli: Cli) -> None:
    answer = cli("relate", "-", "--model", "nowhere", stdin=lines(ROW))
    assert answer.status == 1
    assert "nowhere" in answer.err
    assert answer.out == ""
