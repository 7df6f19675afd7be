"""Speakers that no mention names: by their phrase, the name behind it, or whom they refer back to."""

from __future__ import annotations

import pytest

PHRASES = [
    ("The Peruvian side insisted that the bridge was open.", "The Peruvian side", "PER"),
    ("A senior Kenyan delegate said that the bridge was open.", "A senior Kenyan delegate", "KEN"),
    ("A spokesman in Lima said that the bridge was open.", "A spokesman in Lima", "PER"),
    (
        "A source at Chile's foreign ministry said that the bridge was open.",
        "A source at Chile's foreign ministry",
        "CHL",
    ),
    ("Lagos radio said that the bridge was open.", "Lagos radio", None),
    ("A member of the Angolan delegation said the men would be freed.", "A member of the Angolan delegation", "AGO"),
    ("Kenya and Uganda said that the bridge was open.", "Kenya", "KEN"),
    ("The Chilean delegate Rosalba Tixier said that the bridge was open.", "Rosalba Tixier", "CHL"),
    ("The Chilean delegate, Rosalba Tixier, said that the bridge was open.", "Rosalba Tixier", "CHL"),
    ("A Chilean drafter of the text named Rosalba Tixier said that the bridge was open.", "Rosalba Tixier", "CHL"),
    ("The head of the Chilean delegation, Rosalba Tixier, said that the bridge was open.", "Rosalba Tixier", "CHL"),
]


@pytest.mark.parametrize(("text", "speaker", "country"), PHRASES)
def test_a_speaker_is_named_by_its_phrase(read_by, text: str, speaker: str, country: str | None) -> None:
    assert [(found[1], found[2]) for found in read_by(text)] == [(speaker, country)]


PAPERS = [
    ("A cable from the American embassy, seen by The Herald, said the president was ill.", "USA"),
    ("The leaflets, signed by the Ugandan army, warned that the lake was closed.", "UGA"),
    ("A Saudi communique said that the road was open.", "SAU"),
]


@pytest.mark.parametrize(("text", "country"), PAPERS)
def test_a_paper_speaks_for_whoever_gave_it_out(read_by, text: str, country: str) -> None:
    assert [found[2] for found in read_by(text)] == [country]


NO_VOICES = [
    # A thing does not speak, whatever state it is of.
    "The Peruvian bridge said that the road was open.",
    "The Algiers agreement says that the line is final.",
    "The rain made it plain that the road was old.",
]


@pytest.mark.parametrize("text", NO_VOICES)
def test_a_thing_is_no_speaker(read_by, text: str) -> None:
    assert all(found[1] is None for found in read_by(text))


@pytest.mark.parametrize(
    "text",
    [
        "A Western diplomat in Kabul said that the road was open.",
        "A negotiator in Lima said that the road was open.",
        "Her colleague said that the road was open.",
    ],
)
def test_where_somebody_stands_is_not_his_state(read_by, text: str) -> None:
    assert [found[2] for found in read_by(text)] == [None]


BACK = [
    (
        "The Irish delegate told the council that the boats had sailed. “We counted them,” said the Irishman.",
        ["The Irish delegate", "The Irish delegate"],
    ),
    (
        "A source at Chile's foreign ministry said the debt was paid. The source added that the papers were public.",
        ["A source at Chile's foreign ministry", "A source at Chile's foreign ministry"],
    ),
    (
        "Morocco’s ambassador waited in the hall for an hour. “There are acts that have a price,” he said.",
        ["Morocco’s ambassador"],
    ),
    (
        "The French embassy in Lima kept its doors closed. “This house deals in visas,” it said by telephone.",
        ["The French embassy in Lima"],
    ),
    ("Her Latvian counterpart was blunter still. “Close it now,” she said.", ["Her Latvian counterpart"]),
    (
        "Asked whether he trusted the Turks, the Cypriot negotiator smiled. “I trust the clock,” he said.",
        ["the Cypriot negotiator"],
    ),
    (
        "Timorese officials were more cautious. The line has yet to be drawn, one of them said.",
        ["Timorese officials"],
    ),
]


@pytest.mark.parametrize(("text", "speakers"), BACK)
def test_a_speaker_may_be_told_of_before(read_by, text: str, speakers: list[str]) -> None:
    assert [found[1] for found in read_by(text)] == speakers


def test_a_people_is_no_single_person(read_by) -> None:
    text = "The American delegate left the hall. The Americans said that the road was open."
    assert [(found[1], found[2]) for found in read_by(text)] == [("United States", "USA")]


def test_a_list_of_names_is_no_apposition(read_by) -> None:
    text = "The Chilean delegate, Rosalba Tixier and Tomas Araya said that the bridge was open."
    assert all(found[1] != "Rosalba Tixier" or found[2] != "CHL" for found in read_by(text))
