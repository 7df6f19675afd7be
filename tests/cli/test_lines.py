"""`dragoman resolve`, `locate` and `when`: each good line is answered, each bad one reported with its number."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Answer

Cli = Callable[..., Answer]
GOOD, LATER = b'{"id": "1", "text": "Kenya"}', b'{"id": "3", "text": "Kenya"}'
BAD = b"\n".join([GOOD, b"no json", b"", b'["text"]', b'{"id": "2"}', b'{"text": 7}', b"\xff\xfe", LATER])


def test_resolve_answers_with_an_actor_or_null(cli: Cli) -> None:
    rows = [
        {"id": "1", "text": "Kenya's foreign ministry"},
        {"id": 2, "text": "the weather"},
        {"id": "3", "text": "Kamau", "context": "Kenyan President Peter Kamau spoke.", "date": "2025-06-04"},
    ]
    answer = cli("resolve", "-", stdin="\n".join(map(json.dumps, rows)).encode())
    first, second, third = answer.lines()
    assert answer.status == 0
    assert (first["id"], first["actor"]["country"], first["actor"]["sectors"]) == ("1", "KEN", ["GOV"])
    assert second == {"id": 2, "actor": None}
    assert third["actor"]["country"] == "KEN"


def test_locate_answers_with_places_at_their_offsets(cli: Cli) -> None:
    text = "The convoy left Nairobi for Kampala."
    answer = cli("locate", "-", stdin=json.dumps({"id": "1", "text": text}).encode())
    (row,) = answer.lines()
    assert [(place["name"], place["country"]) for place in row["places"]] == [("Nairobi", "KEN"), ("Kampala", "UGA")]
    assert all(text[place["start"] : place["end"]] == place["text"] for place in row["places"])


def test_when_answers_with_dates_from_the_day_of_publication(cli: Cli) -> None:
    rows = [
        {"id": "1", "text": "They met last year.", "published": "2025-06-04"},
        {"id": "2", "text": "They met on 3 May 2024."},
        {"id": "3", "text": "They met for two hours.", "published": "2025-06-04"},
    ]
    answer = cli("when", "-", stdin="\n".join(map(json.dumps, rows)).encode())
    assert [[(each["from"], each["to"], each["precision"]) for each in row["dates"]] for row in answer.lines()] == [
        [("2024-01-01", "2024-12-31", "year")],
        [("2024-05-03", "2024-05-03", "day")],
        [],
    ]


@pytest.mark.parametrize("command", ["resolve", "locate", "when"])
def test_a_bad_line_is_reported_with_its_number_and_the_rest_is_answered(
    cli: Cli, tmp_path: Path, command: str
) -> None:
    (tmp_path / "rows.jsonl").write_bytes(BAD)
    answer = cli(command, "rows.jsonl")
    assert answer.status == 1
    assert [row["id"] for row in answer.lines()] == ["1", "3"]
    for number in (2, 4, 5, 6, 7):
        assert f"rows.jsonl, line {number}: " in answer.err
    assert "line 3:" not in answer.err
    assert "Traceback" not in answer.err


@pytest.mark.parametrize(
    ("command", "row"),
    [
        ("when", {"text": "last year", "published": "June"}),
        ("when", {"text": "last year", "published": 2025}),
        ("resolve", {"text": "Kenya", "context": ["Kenya"]}),
        ("resolve", {"text": "Kenya", "date": "1 May"}),
    ],
)
def test_a_value_of_the_wrong_kind_is_a_bad_line(cli: Cli, command: str, row: dict[str, object]) -> None:
    answer = cli(command, "-", stdin=json.dumps(row).encode())
    assert (answer.status, answer.out) == (1, "")
    assert "-, line 1: " in answer.err


def test_a_line_that_is_nested_without_end_is_a_bad_line(cli: Cli) -> None:
    answer = cli("when", "-", stdin=b"[" * 100_000)
    assert answer.status == 1
    assert "line 1" in answer.err


@pytest.mark.parametrize("command", ["resolve", "locate", "when"])
def test_a_file_that_is_not_there_is_named(cli: Cli, command: str) -> None:
    answer = cli(command, "vanished.jsonl")
    assert (answer.status, answer.out) == (1, "")
    assert "vanished.jsonl cannot be read" in answer.err


@pytest.mark.parametrize("command", ["resolve", "locate", "when"])
def test_an_empty_file_has_no_answers(cli: Cli, command: str) -> None:
    assert cli(command, "-", stdin=b"") == Answer(0, "", "")
