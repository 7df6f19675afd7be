"""Passages with gold of their own: only the kinds that they mark are scored, only over the rows that mark them."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.errors import ReadError
from dragoman.evaluate.passages import score_passages

TEXT = "“The bridge is open,” Norwegian Foreign Minister Marit Lund said on Monday in Oslo."
SAID = {"speaker": "Marit Lund", "text": "The bridge is open,"}
ROW: dict[str, Any] = {"id": "one", "published": "2024-03-06", "text": TEXT}


def test_only_the_kinds_marked_are_scored() -> None:
    tallies = score_passages([{**ROW, "claims": [SAID]}])
    assert list(tallies) == ["claims"]
    assert (tallies["claims"].hits, tallies["claims"].given, tallies["claims"].wanted) == (1, 1, 1)


def test_a_row_that_does_not_mark_a_kind_counts_neither_for_nor_against_it() -> None:
    tallies = score_passages([{**ROW, "claims": [SAID]}, {**ROW, "persons": []}])
    assert tallies["claims"].given == 1
    assert tallies["persons"].given == 1 and tallies["persons"].wanted == 0


def test_an_empty_list_counts_what_is_found_as_extra() -> None:
    tally = score_passages([{**ROW, "claims": []}])["claims"]
    assert (tally.hits, tally.given, tally.wanted) == (0, 1, 0)


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([{"id": "one", "claims": []}], "no text"),
        ([{**ROW, "claims": []}, {"text": 5, "claims": []}], "Passage 2"),
        (["text"], "no text"),
        ([ROW], "claims"),
        ([{**ROW, "published": "yesterday", "claims": []}], "yesterday"),
    ],
)
def test_rows_that_break_the_format_are_named(rows: Any, words: str) -> None:
    with pytest.raises(ReadError, match=words):
        score_passages(rows)
