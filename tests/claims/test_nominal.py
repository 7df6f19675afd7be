"""Statements behind nouns: answers, views and positions, with their owners."""

from __future__ import annotations

import pytest

HELD = [
    ("The reply from Nairobi was that the border would stay shut.", "the border would stay shut", "KEN"),
    ("Eritrea's position is that the road was never closed.", "the road was never closed", "ERI"),
    ("The Eritrean view is that the road was never closed.", "the road was never closed", "ERI"),
    ("Belgrade's line is that the deal was broken.", "the deal was broken", "SRB"),
    ("In the opinion of Bolivia's negotiator, Chile is buying time.", "Chile is buying time", "BOL"),
    ("The border had never been drawn, in the view of the Thai side.", "The border had never been drawn", "THA"),
]


@pytest.mark.parametrize(("text", "words", "country"), HELD)
def test_what_somebody_holds_is_a_claim(read_by, text: str, words: str, country: str) -> None:
    assert [(found[0], found[2]) for found in read_by(text)] == [(words, country)]


@pytest.mark.parametrize(
    "text",
    [
        "The problem is that the road was closed.",
        "The fact is that Chile is buying time.",
        "Eritrea's view of the sea is fine.",
        "The fear in Nairobi was that the border would stay shut.",
        "In view of the storm, Chile closed the road.",
    ],
)
def test_what_nobody_holds_is_no_claim(read_by, text: str) -> None:
    assert read_by(text) == []


REPLIES = [
    ("“The answer is no to all of it,” came the reply from the Algerian foreign ministry.", "DZA"),
    ("Pyongyang's reply came at noon: “Let them try.”", "PRK"),
    ("“We have nothing to add to that,” was Madrid's only comment.", "ESP"),
    ("As Kenya's foreign minister put it, “a friend does not count the cups”.", "KEN"),
    ("“A river has no passport,” is how Laos's water minister put it.", "LAO"),
]


@pytest.mark.parametrize(("text", "country"), REPLIES)
def test_a_quote_may_be_somebodys_reply(read_by, text: str, country: str) -> None:
    assert [(found[2], found[3]) for found in read_by(text)] == [(country, True)]
