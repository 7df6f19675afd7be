"""Statements before a speaker whom the parser took for one more phrase of them."""

from __future__ import annotations

import pytest

AT_END = [
    (
        "Canada will give 4.5 million dollars over two years for a new hall at Dajabon, its ambassador in Lima said.",
        "Canada will give 4.5 million dollars over two years for a new hall at Dajabon",
        "CAN",
    ),
    (
        "It will cost 96 million euros ($106 million), of which the European Union has promised 45 million, Georgian "
        "Economy Minister Zurab Kvara told reporters after the ceremony.",
        "It will cost 96 million euros ($106 million), of which the European Union has promised 45 million",
        "GEO",
    ),
    (
        "Chad will send troops to help Cameroon fight Boko Haram, its president's office announced on Friday.",
        "Chad will send troops to help Cameroon fight Boko Haram",
        "TCD",
    ),
]


@pytest.mark.parametrize(("text", "words", "country"), AT_END)
def test_a_statement_stands_before_its_speaker(read_by, text: str, words: str, country: str) -> None:
    assert [(found[0], found[2]) for found in read_by(text)] == [(words, country)]


@pytest.mark.parametrize(
    "text",
    [
        "When the talks in Lima ended, the Kenyan minister spoke.",
        "Asked about the talks, a Kenyan minister said nothing.",
        "In Lima, where the talks were held, a Kenyan minister said no word.",
    ],
)
def test_words_that_are_no_main_clause_are_no_statement(read_by, text: str) -> None:
    assert read_by(text) == []
