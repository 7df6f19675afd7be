"""Changes: what a sentence says became of a promise, and sentences that only look like it."""

from __future__ import annotations

import pytest

from dragoman.ledger.changes import find_changes, points_back

TOLD = [
    ("The crossing reopened on April 2 as agreed.", {"met"}),
    ("The last instalment has been paid in full.", {"met", "whole"}),
    ("The port was opened two months ahead of schedule.", {"met"}),
    ("The coal that Norway promised to send has been delivered.", {"met"}),
    ("Kenya kept its promise.", {"met"}),
    ("Two of the five boats have been delivered.", {"met", "part"}),
    ("Kenya missed the December deadline.", {"missed"}),
    ("Kenya failed to release the prisoners.", {"missed"}),
    ("Deliveries stopped at 612 tonnes, short of the 650 promised.", {"missed"}),
    ("The study was completed only in February.", {"missed"}),
    ("It was ratified two months after the date that had been promised.", {"missed"}),
    ("Uganda broke its word.", {"missed"}),
    ("Kenya had not paid a cent of the sum.", {"not done"}),
    ("Uganda has yet to ratify the treaty.", {"not done"}),
    ("Not one of the licences has been issued.", {"not done"}),
    ("The bank suspended payments in October.", {"suspended"}),
    ("Norway withdrew its offer of a loan.", {"withdrawn"}),
    ("The project was called off.", {"cancelled"}),
    ("The opening was postponed.", {"postponed"}),
    ("They have moved the deadline to September.", {"postponed"}),
    ("Kenya was given until April 30 to pay.", {"postponed"}),
    ("Power will flow by April, 16 months later than planned.", {"postponed"}),
    ("The date was brought forward.", {"brought forward"}),
    ("Norway raised its pledge to $3 billion.", {"raised"}),
    ("Norway cut its contribution by half.", {"lowered"}),
    ("The ministers reaffirmed the target.", {"repeated"}),
    ("The treaty entered into force on 1 May.", {"in force"}),
    ("The pact lapsed five years later.", {"ended"}),
    ("Uganda denied that it had missed the deadline.", {"denied"}),
]
NOT_TOLD = [
    ("The study is to be completed by March.", "planned"),
    ("The bridge will be opened in 2027.", "future"),
    ("Japan threatened to suspend payments.", "a threat"),
    ("If the money is not paid, talks end.", "a condition"),
    ("Payments go on until the debt has been paid.", "a condition"),
    ("They agreed to raise trade to $3 billion.", "what is promised, not a change of the promise"),
    ("Kenya has not missed a deadline.", "negated"),
    ("No payment was suspended.", "negated"),
    ("Uganda may postpone the vote.", "possible"),
    ("Kenya promised to pay the debt.", "promised"),
    ("The minister hoped the port would be reopened.", "hoped"),
    ("The river rose after the rain.", "nothing of a promise"),
]


@pytest.mark.parametrize(("sentence", "changes"), TOLD)
def test_changes_are_told_by_words(sentence: str, changes: set[str]) -> None:
    assert {each.change for each in find_changes(sentence)} == changes


@pytest.mark.parametrize(("sentence", "why"), NOT_TOLD)
def test_changes_need_that_it_happened(sentence: str, why: str) -> None:
    assert [(each.change, sentence[each.start : each.end]) for each in find_changes(sentence)] == [], why


@pytest.mark.parametrize(("sentence", "changes"), TOLD)
def test_changes_keep_the_words_that_tell_them(sentence: str, changes: set[str]) -> None:
    for each in find_changes(sentence):
        assert sentence[each.start : each.end].strip()


def test_words_point_back_to_what_was_promised() -> None:
    assert points_back("It was delivered on schedule.")
    assert not points_back("It was delivered on Monday.")
