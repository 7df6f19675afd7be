"""Texts cut into words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.dates.words import split_words

CASES = [
    ("June 3–5", [("june", "word"), ("3", "number"), ("-", "other"), ("5", "number")]),
    ("2,000 troops", [("2,000", "amount"), ("troops", "word")]),
    ("2019,2020", [("2019", "number"), (",", "other"), ("2020", "number")]),
    ("2.5", [("2.5", "amount")]),
    ("2024-02-29", [("2024-02-29", "iso")]),
    ("2024-02-291", [("2024", "number"), ("-", "other"), ("02", "number"), ("-", "other"), ("291", "number")]),
    ("31.12.2024", [("31.12.2024", "numeric")]),
    ("31/12.2024", [("31", "number"), ("/", "other"), ("12.2024", "amount")]),
    ("7th", [("7", "number"), ("th", "word")]),
    ("year’s", [("year", "word"), ("'", "other"), ("s", "word")]),
    ("F-16", [("f", "word"), ("-", "other"), ("16", "number")]),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_text_is_cut_into_words(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(word.lower, word.kind) for word in split_words(text)] == expected


def test_long_numbers_have_no_value() -> None:
    assert [word.value for word in split_words("2024 20245 " + "9" * 9000)] == [2024, None, None]


@given(st.text(max_size=80))
def test_words_lie_where_they_say_and_leave_out_only_space(text: str) -> None:
    words = split_words(text)
    assert all(text[word.start : word.end] == word.text for word in words)
    assert "".join(word.text for word in words) == "".join(text.split())
