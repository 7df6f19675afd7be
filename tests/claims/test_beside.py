"""Quotes whose speaker stands beside them in other ways than "X said": any verb, a copula, a broken sentence."""

from __future__ import annotations

import pytest

BESIDE = [
    ("“The gate is open and we are glad of it,” sneered the Kenyan envoy, Tom Mutua-Oduor.", ["Tom Mutua-Oduor"]),
    ("“The gate is open and we are glad of it,” Kenya's envoy, Tom Mutua-Oduor, shot back.", ["Tom Mutua-Oduor"]),
    ("“The gate is open and we are glad of it,” was all that Kenya's envoy would say.", ["Kenya's envoy"]),
    ("“The gate is open and we are glad of it,” was the reply from Nairobi.", ["Kenya"]),
    (
        "“The gate is open,” said Tom Mutua-Oduor, who leads the Kenyan team, “and the road has been cleared.”",
        ["Tom Mutua-Oduor", "Tom Mutua-Oduor"],
    ),
    ("\"A clerk said to me, 'Leave the hall by six,'\" Kenya's envoy told reporters.", ["Kenya's envoy"]),
    (
        "“The gate is open and we are glad,” a manager of the Kenyan port, Tom Mutua-Oduor, told us.",
        ["Tom Mutua-Oduor"],
    ),
    ("In the words of Kenya's envoy, the plan was “a key without a door”.", ["Kenya's envoy"]),
]


@pytest.mark.parametrize(("text", "speakers"), BESIDE)
def test_a_quote_belongs_to_who_stands_beside_it(read_by, text: str, speakers: list[str]) -> None:
    assert [found[1] for found in read_by(text)] == speakers


BEHIND = [
    # A sentence about one person, a question, a lead without anybody.
    ("Kenya's envoy, Tom Mutua-Oduor, was not moved: “He may knock as long as he likes.”", ["Tom Mutua-Oduor"]),
    ("“We are open,” Kenya's envoy said. He laughed. “Doors do not lie.”", ["Kenya's envoy", "Kenya's envoy"]),
    ("“We are open,” Kenya's envoy said. And the road? “Ask me on Sunday.”", ["Kenya's envoy", "Kenya's envoy"]),
    ("“We are open,” Kenya's envoy said. Then, more softly: “For a day.”", ["Kenya's envoy", "Kenya's envoy"]),
    ("Kenya's envoy read out a statement. It said: “The road home is open to all.”", ["Kenya's envoy"]),
]


@pytest.mark.parametrize(("text", "speakers"), BEHIND)
def test_a_quote_belongs_to_whom_the_words_before_it_tell_of(read_by, text: str, speakers: list[str]) -> None:
    assert [found[1] for found in read_by(text)] == speakers


@pytest.mark.parametrize(
    "text",
    [
        # Two persons: either may have said it.
        "Kenya's envoy, Tom Mutua-Oduor, met Chile's minister, Rosalba Tixier. “The road home is open.”",
        # No person at all.
        "The road was long. “The road home is open to all.”",
        # In another paragraph.
        "Kenya's envoy waited in the hall.\n“The road home is open to all.”",
    ],
)
def test_a_quote_without_one_possible_speaker_stays_open(read_by, text: str) -> None:
    assert [found[1] for found in read_by(text) if found[3]] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "The plan, known as “Active Peru,” will cost nine billion soles.",
        "“The Long Road to Lima,” a comedy about smugglers, runs until May.",
    ],
)
def test_a_title_with_a_comma_is_no_quote(read_by, text: str) -> None:
    assert [found for found in read_by(text) if found[1] is not None] == []
