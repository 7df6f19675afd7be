"""Stays, delegations, invitations and talks that go on: visits told without a verb of visiting."""

from __future__ import annotations

import pytest

from .coded import code

ZAMBIA = "Zambian President Peter Banda"
TALKS = "Zambia and Botswana held talks in Lusaka on Monday. "
# text, form and states and realis of the last meeting
STAYS = [
    (f"{ZAMBIA} is due in Gaborone on Friday.", ("visit", "BWA ZMB", "future")),
    (f"{ZAMBIA} is expected in Gaborone on Friday.", ("visit", "BWA ZMB", "future")),
    (f"{ZAMBIA} will be in Gaborone from May 24 to 26.", ("visit", "BWA ZMB", "future")),
    ("A Zambian delegation was in Gaborone on Monday for talks.", ("visit", "BWA ZMB", "actual")),
    (f"{ZAMBIA} will lead a delegation to Gaborone on Friday.", ("visit", "BWA ZMB", "future")),
    (f"{ZAMBIA} accepted an invitation to visit Botswana in June.", ("visit", "BWA ZMB", "future")),
    (TALKS + "They will resume in Gaborone on June 10.", ("meeting", "BWA ZMB", "future")),
    (TALKS + "The next round of talks is set for June in Gaborone.", ("meeting", "BWA ZMB", "future")),
    (TALKS + "The committee will meet next in Gaborone in June.", ("meeting", "BWA ZMB", "future")),
]


@pytest.mark.parametrize(("text", "expected"), STAYS)
def test_stays_are_visits_and_meetings_to_come(text: str, expected: tuple[str, str, str]) -> None:
    last = code(text).meetings[-1]
    assert (last.form, " ".join(sorted(last.countries)), last.realis) == expected


@pytest.mark.parametrize(
    "text",
    [
        f"{ZAMBIA} is not due in Gaborone on Friday.",
        f"{ZAMBIA} is due in Lusaka on Friday.",
        f"{ZAMBIA} was in power in Zambia.",
        "The Zambian minister is in charge of roads in Botswana.",
        "Botswana expects Zambian maize in June.",
        f"{ZAMBIA} declined an invitation to visit Botswana in June.",
        "Zambian exports went to Botswana.",
        "Zambian troops arrived in Botswana on Monday.",
        "Finland and Sweden will fly alongside Norway from January with six aircraft.",
        "The Zambian-Botswanan joint commission will hold its next session.",
        "Zambia will host the next meeting of the commission in Lusaka in June.",
    ],
)
def test_stays_are_not_made_of_what_is_no_visit(text: str) -> None:
    assert [(each.form, each.countries) for each in code(text).meetings] == []
