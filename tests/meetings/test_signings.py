"""Signings: persons of several states who sign together have met."""

from __future__ import annotations

import pytest

from .coded import code

PETER, MPHO = "Zambian Foreign Minister Peter Banda", "Botswana's foreign minister, Mpho Seretse"


@pytest.mark.parametrize(
    "text",
    [
        f"{PETER} and {MPHO}, signed the accord in Lusaka on Monday.",
        f"The accord was signed in Lusaka on Monday by {PETER} and {MPHO}.",
        f"{PETER} signed the accord with {MPHO}, in Lusaka on Monday.",
        f"{PETER} and {MPHO}, put their names to the accord in Lusaka on Monday.",
        f"{PETER} signed the accord in Lusaka on Monday in the presence of Botswana's president, Mpho Seretse.",
    ],
)
def test_signings_by_persons_of_two_states_are_meetings(text: str) -> None:
    (meeting,) = code(text).meetings
    assert set(meeting.countries) == {"ZMB", "BWA"}
    assert {each.name for each in meeting.participants} == {"Peter Banda", "Mpho Seretse"}
    assert meeting.evidence.text in text


@pytest.mark.parametrize(
    "text",
    [
        "Zambia and Botswana signed the accord in Lusaka on Monday.",
        f"{PETER} signed the accord in Lusaka on Monday.",
        f"{PETER} and {MPHO}, did not sign the accord on Monday.",
        f"{PETER} and {MPHO}, initialled the accord in separate rooms on Monday.",
        "Zambia and Botswana fell out. They had initialled an accord in April.",
    ],
)
def test_signings_by_states_one_person_or_apart_are_none(text: str) -> None:
    assert code(text).meetings == ()
