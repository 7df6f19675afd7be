"""Statements in wordings that hide them, and clauses that say nothing."""

from __future__ import annotations

import pytest

SAID = [
    # The parser hangs the clause on the time.
    ("Kenya's envoy said at the time that the road was open.", "the road was open", "Kenya's envoy"),
    ("Kenya's envoy said later that the road was open.", "the road was open", "Kenya's envoy"),
    # A speaker with an aside.
    ("Tom Mutua, asked about the road, said the bridge was open.", "the bridge was open", "Tom Mutua"),
    # Summoning somebody to complain is complaining.
    ("Kenya summoned the Chilean envoy to complain that boats were lost.", "boats were lost", "Kenya"),
    (
        "Kenya's envoy declined to comment, other than to say that the road was open.",
        "the road was open",
        "Kenya's envoy",
    ),
    ("Kenya's envoy made it clear that the road was open.", "the road was open", "Kenya's envoy"),
    ("Kenya's envoy made clear that the road was open.", "the road was open", "Kenya's envoy"),
    ("Kenya's envoy let it be known that the road was open.", "the road was open", "Kenya's envoy"),
    ("Kenya's envoy sent word to Lima that the road was open.", "the road was open", "Kenya's envoy"),
    ("Kenya's envoy told visiting minister Luc Roy that the road was open.", "the road was open", "Kenya's envoy"),
    ("Kenya's envoy tweeted that the road was open.", "the road was open", "Kenya's envoy"),
    ("Kenya's envoy promised that the road would be open.", "the road would be open", "Kenya's envoy"),
]


@pytest.mark.parametrize(("text", "words", "speaker"), SAID)
def test_what_was_said_is_found(read_by, text: str, words: str, speaker: str) -> None:
    assert [found[:2] for found in read_by(text)] == [(words, speaker)]


def test_a_pronoun_in_an_aside_is_not_the_subject_around_it(read_by) -> None:
    text = "Lima called off the session because Bolivia, it alleged, had let waste run into the lake."
    assert [found[1:3] for found in read_by(text)] == [("Peru", "PER")]


@pytest.mark.parametrize(
    "text",
    [
        "Trade between the two was worth $71 million, according to Guyana's statistics bureau.",
        "The ferry carried 96,000 passengers last year, the operator said.",
        "Power cuts cost Malawi 7 percent of its output, economists said.",
        "Kenya's envoy made a road that was open.",
        "Kenya's envoy left the room that was open.",
        "Kenya's envoy tried to say that the road was open.",
    ],
)
def test_a_statistic_and_what_was_left_unsaid_are_no_claims(read_by, text: str) -> None:
    assert read_by(text) == []


def test_a_figure_of_a_government_about_another_state_is_a_claim(read_by) -> None:
    text = "Turkey brought 1,200 soldiers to the island, according to the Cypriot government."
    assert [found[2] for found in read_by(text)] == ["CYP"]


def test_a_figure_of_a_company_about_what_another_state_sends_is_a_claim(read_by) -> None:
    text = "Uzbek gas deliveries stopped at 612 million cubic metres in January, the Kyrgyz gas company said."
    assert [found[2] for found in read_by(text)] == ["KGZ"]
