"""Matching: when a finding is the gold item, for each kind."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.evaluate.records import (
    alike,
    match_agreement,
    match_claim,
    match_commitment,
    match_event,
    match_meeting,
    match_person,
    overlap,
)

from .gold import WORDS, actor, event, gold_event

OTHER = "Rain fell over the harbour all day"
NORTH, SOUTH = actor("NOR"), actor("ISL")


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ("a b c d", "a b c d", 1),
        ("a b", "a b c d", 1),
        ("a b x y", "a b c d", 0.5),
        ("A, b!", "a B", 1),
        ("a a a", "a", 1),
        ("a a", "a b c", 0.5),
        ("a", "b", 0),
        ("", "a", 0),
        (None, "a", 0),
        (None, None, 0),
    ],
)
def test_overlap_is_the_share_of_the_shorter_text(one: str | None, other: str | None, share: float) -> None:
    assert overlap(one, other) == overlap(other, one) == share


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        (["NOR"], ["NOR"], 1),
        (["NOR", "ISL"], ["ISL", "NOR", "NOR"], 1),
        (["NOR", "ISL"], ["NOR"], 0.5),
        (["NOR"], ["ISL"], 0),
        (["NOR", ""], ["NOR"], 1),
        ([], [], 1),
        ([], ["NOR"], 0),
    ],
)
def test_alike_is_intersection_over_union(one: list[str], other: list[str], share: float) -> None:
    assert alike(one, other) == share


@pytest.mark.parametrize(
    ("have", "want", "same"),
    [
        ({}, {}, True),
        ({"type": "ACCUSE"}, {}, False),
        ({"type": "ACCUSE"}, {"alt_types": ["ACCUSE"]}, True),
        ({"evidence": {"text": OTHER}}, {}, False),
        ({"evidence": {"text": OTHER}}, {"also": [OTHER]}, True),
        ({"actors": [SOUTH], "recipients": [NORTH]}, {}, False),
        ({"actors": [SOUTH], "recipients": [NORTH]}, {"symmetric": True}, True),
        ({"actors": [NORTH, actor("FRA")]}, {}, True),
        ({"actors": [NORTH, actor("FRA"), actor("ESP")]}, {}, False),
        ({"recipients": []}, {}, False),
        ({"recipients": []}, {"target": []}, True),
        ({"recipients": [actor("FRA")]}, {"target": []}, True),
        ({"actors": [actor(None, name="Red Cross")]}, {"source": ["Red Cross"]}, True),
        ({"actors": [actor(None, text="gunmen")]}, {"source": ["gunmen"]}, True),
        ({"actors": [actor(None, text="gunmen")]}, {}, False),
    ],
)
def test_an_event_matches_by_type_words_and_dyad(have: dict[str, Any], want: dict[str, Any], same: bool) -> None:
    assert match_event(event(**have), gold_event(**want)) is same


@pytest.mark.parametrize(
    ("kind", "same"),
    [("AGREE", True), ("CONSULT", True), ("COOPERATE", True), ("SUPPORT", True), ("ASSAULT", False), ("AID", False)],
)
def test_the_sides_of_a_meeting_of_equals_may_be_swapped(kind: str, same: bool) -> None:
    have = event(type=kind, actors=[SOUTH], recipients=[NORTH])
    assert match_event(have, gold_event(type=kind)) is same


@pytest.mark.parametrize(
    ("parties", "words", "same"),
    [
        (["NOR", "ISL"], WORDS, True),
        (["NOR"], WORDS, True),
        (["NOR", "FRA"], WORDS, False),
        (["NOR", "ISL"], OTHER, False),
    ],
)
def test_agreements_and_meetings_match_by_words_and_parties(parties: list[str], words: str, same: bool) -> None:
    agreement = {"parties": parties, "evidence": {"text": words}}
    assert match_agreement(agreement, {"parties": ["NOR", "ISL"], "evidence": WORDS}) is same
    meeting = {"countries": parties, "evidence": {"text": words}}
    assert match_meeting(meeting, {"countries": ["NOR", "ISL"], "evidence": WORDS}) is same


@pytest.mark.parametrize(
    ("amount", "deadline", "words", "same"),
    [
        (5_000_000, "2028", WORDS, True),
        (5_000_000.0, "2028-06", WORDS, True),
        (5_000_001, "2028", WORDS, True),
        (5_100_000, "2028", WORDS, False),
        (None, "2028", WORDS, False),
        (5_000_000, "2027", WORDS, False),
        (5_000_000, None, WORDS, False),
        (5_000_000, "2028", OTHER, False),
    ],
)
def test_a_commitment_matches_by_amount_year_and_words(
    amount: float | None, deadline: str | None, words: str, same: bool
) -> None:
    have = {"amount": amount, "deadline": deadline, "evidence": {"text": words}}
    assert match_commitment(have, {"amount": 5_000_000, "deadline": "2028-12-31", "evidence": WORDS}) is same


def test_a_commitment_without_amount_and_deadline_matches_its_like() -> None:
    bare = {"amount": None, "deadline": None}
    assert match_commitment({**bare, "evidence": {"text": WORDS}}, {**bare, "evidence": WORDS})


@pytest.mark.parametrize(
    ("speaker", "text", "same"),
    [
        (actor("NOR", name="Marit Lund"), WORDS, True),
        (actor("NOR", text="Minister Lund"), WORDS, True),
        (actor("NOR", name="Marit Vik"), WORDS, False),
        (None, WORDS, False),
        (actor("NOR", name="Marit Lund"), OTHER, False),
    ],
)
def test_a_claim_matches_by_the_surname_and_the_words(speaker: dict[str, Any] | None, text: str, same: bool) -> None:
    assert match_claim({"speaker": speaker, "text": text}, {"speaker": "Marit Lund", "text": WORDS}) is same


@pytest.mark.parametrize(
    ("name", "country", "same"),
    [("Marit Lund", "NOR", True), ("M. Lund", "NOR", True), ("Marit Lund", "SWE", False), ("Lund Vik", "NOR", False)],
)
def test_a_person_matches_by_surname_and_state(name: str, country: str, same: bool) -> None:
    assert match_person({"name": name, "country": country}, {"name": "Marit Lund", "country": "NOR"}) is same
