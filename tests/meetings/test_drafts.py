"""Drafts: one meeting told several times, several meetings kept apart, and who attended."""

from __future__ import annotations

from .coded import code

VISIT = "Zambian President Peter Banda paid a visit to Botswana on Tuesday. "


def test_drafts_take_the_mention_that_names_most_as_evidence() -> None:
    text = VISIT + "Banda held two hours of talks with Botswana's president, Mpho Seretse."
    (meeting,) = code(text).meetings
    assert "Mpho Seretse" in meeting.evidence.text
    assert {"Peter Banda", "Mpho Seretse"} <= {each.name for each in meeting.participants}


def test_drafts_keep_an_earlier_round_apart() -> None:
    text = "Zambia and Botswana held talks in Lusaka on Tuesday. An earlier round of talks was held in Gaborone in May."
    assert [each.place.name for each in code(text).meetings if each.place] == ["Lusaka", "Gaborone"]


def test_drafts_leave_a_back_reference_out_of_the_evidence() -> None:
    text = (
        "Officials of Zambia and Botswana met in Lusaka on Tuesday. "
        "Zambian Foreign Minister Peter Banda, who chaired the meeting, smiled."
    )
    (meeting,) = code(text).meetings
    assert meeting.evidence.text.startswith("Officials of Zambia")
    assert "Peter Banda" in {each.name for each in meeting.participants}


def test_roll_names_those_of_whom_only_the_office_is_told() -> None:
    text = (
        "Zambian Energy Minister Peter Banda smiled. Botswana's energy minister, Mpho Seretse, smiled. "
        "The energy ministers of Zambia and Botswana met in Lusaka on Tuesday."
    )
    (meeting,) = code(text).meetings
    assert {each.name for each in meeting.participants} == {"Peter Banda", "Mpho Seretse"}


def test_roll_names_nobody_for_a_meeting_of_long_ago() -> None:
    text = (
        "Zambian Energy Minister Peter Banda smiled. Botswana's energy minister, Mpho Seretse, smiled. "
        "The energy ministers of Zambia and Botswana met in Lusaka in 1998."
    )
    (meeting,) = code(text).meetings
    assert {each.name for each in meeting.participants} == {None}
