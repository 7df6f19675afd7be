"""Contested: charges and denials, figures that differ, and what is no dispute."""

from __future__ import annotations

import pytest

from dragoman.ledger.accounts import Version, make_contest
from dragoman.ledger.contested import CHARGE, DENIAL, OUTLET, STATEMENT, Account, Dispute, take_disputes
from dragoman.ledger.report import Speaker
from dragoman.ledger.victims import find_victims
from dragoman.record import Record, Span

from .factory import claim, event, record

CHARGED = "Kenya accused Uganda of closing the sluice. Uganda denied that it had closed the sluice."


def charged() -> Record:
    return record(
        "a", "2020-01-02", CHARGED,
        claim(CHARGED, "Kenya accused Uganda of closing the sluice", "KEN", rule="accused", about=("UGA",)),
        claim(CHARGED, "Uganda denied that it had closed the sluice", "UGA", rule="denied", about=("KEN",)),
    )  # fmt: skip


def shape(dispute: Dispute) -> list[tuple[str, str | None]]:
    return [(each.stance, each.by.country if each.by else None) for each in dispute.accounts]


def test_a_charge_and_its_denial_are_a_dispute() -> None:
    (dispute,) = take_disputes(charged())
    assert (dispute.feature, dispute.states) == ("denial", ("KEN", "UGA"))
    assert shape(dispute) == [(CHARGE, "KEN"), (DENIAL, "UGA")]
    assert [each.words.text for each in dispute.accounts] == CHARGED.replace(". ", ".|").split("|")
    assert Dispute.from_dict(dispute.to_dict()) == dispute


def test_the_sides_say_more_about_it() -> None:
    text = f"{CHARGED} The water fell by a metre, Kenya said. The rains failed, Tanzania said."
    found = record(
        "a", "2020-01-02", text,
        claim(text, "Kenya accused Uganda of closing the sluice", "KEN", rule="accused", about=("UGA",)),
        claim(text, "Uganda denied that it had closed the sluice", "UGA", rule="denied"),
        claim(text, "The water fell by a metre", "KEN"), claim(text, "The rains failed", "TZA"),
    )  # fmt: skip
    (dispute,) = take_disputes(found)
    assert shape(dispute) == [(CHARGE, "KEN"), (DENIAL, "UGA"), (STATEMENT, "KEN")]


def test_an_accusation_that_only_an_event_tells_is_denied_too() -> None:
    text = "Kenya accused Uganda of theft. Uganda denied the charge."
    found = record("a", "2020-01-02", text, event(text, "accused", "ACCUSE", "KEN", "UGA"),
                   event(text, "denied", "REJECT", "UGA", "KEN"))  # fmt: skip
    (dispute,) = take_disputes(found)
    assert (dispute.anchor_kind, shape(dispute)) == ("events", [(CHARGE, "KEN"), (DENIAL, "UGA")])


NO_DISPUTES = [
    ("a denial alone", "Uganda denied that it had closed the sluice.",
     [("Uganda denied that it had closed the sluice", "UGA", "denied")]),
    ("a denial by the side that spoke", "Kenya accused Uganda of theft. Kenya denied that it was sorry.",
     [("Kenya accused Uganda of theft", "KEN", "accused"), ("Kenya denied that it was sorry", "KEN", "denied")]),
    ("statements that nobody denies", "The sluice is shut, Kenya said. The sluice is open, Uganda said.",
     [("The sluice is shut", "KEN", "indirect-said"), ("The sluice is open", "UGA", "indirect-said")]),
    ("figures of other things", "We lost 40 boats, Kenya said. We sold 90 fish, Uganda said.",
     [("We lost 40 boats", "KEN", "indirect-said"), ("We sold 90 fish", "UGA", "indirect-said")]),
    ("the same figure", "Our gauges show 40 boats at the pier, Kenya said. 40 boats were at the pier, Uganda said.",
     [("Our gauges show 40 boats at the pier", "KEN", "indirect-said"), ("40 boats were at the pier", "UGA",
                                                                         "indirect-said")]),
]  # fmt: skip


@pytest.mark.parametrize(("why", "text", "claims"), NO_DISPUTES, ids=[each[0] for each in NO_DISPUTES])
def test_what_is_no_dispute(why: str, text: str, claims: list[tuple[str, str, str]]) -> None:
    found = [claim(text, words, code, rule=rule, about=("KEN", "UGA")) for words, code, rule in claims]
    assert take_disputes(record("a", "2020-01-02", text, *found)) == ()


def test_two_figures_for_one_thing_are_a_dispute() -> None:
    text = "Uganda took 40 boats from the pier, Kenya said. Only 12 boats were at the pier, Uganda said."
    found = record("a", "2020-01-02", text, claim(text, "Uganda took 40 boats from the pier", "KEN"),
                   claim(text, "Only 12 boats were at the pier", "UGA"))  # fmt: skip
    (dispute,) = take_disputes(found)
    assert (dispute.feature, shape(dispute)) == ("number", [(STATEMENT, "KEN"), (STATEMENT, "UGA")])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Jets bombed a depot, killing nine dock workers and wounding 14.", {"killed": 9, "wounded": 14}),
        ("At least 12 soldiers were killed and 30 others injured.", {"killed": 12, "wounded": 30}),
        ("Police arrested at least 40 people.", {"detained": 40}),
        ("The death toll rose to 31.", {"killed": 31}),
        ("It detained three boats.", {}),
        ("Three men killed five others.", {}),
        ("He was killed in 2014.", {}),
        ("The strike cost $3 million.", {}),
    ],
)
def test_victims_are_counted_by_outcome(text: str, found: dict[str, int]) -> None:
    assert find_victims(text) == found


def account(text: str, article: str, by: Speaker | None = None) -> Account:
    stance = OUTLET if by is None else STATEMENT
    return Account(stance, by, Span(0, len(text), text), article, f"Paper of {article}", None, "2020-01-02")


def test_accounts_of_one_happening_stand_side_by_side() -> None:
    army = Speaker("Peter Okello", "general", "UGA")
    versions = [
        Version(account("Nine men were killed.", "a"), "ASSAULT", ("2020-01-01", "2020-01-01"), "KEN to UGA"),
        Version(account("Two men were killed, the army said.", "b", army), "ASSAULT", ("2020-01-01", "2020-01-01"),
                "KEN to UGA"),
    ]  # fmt: skip
    contest = make_contest("h", "events", versions=versions, disputes=())
    assert [each.side for each in contest.accounts] == ["outlet Paper of a", "UGA"]
    points = {point.feature: (point.agrees, point.values) for point in contest.points}
    assert points["victims killed"] == (False, (("2", (2,)), ("9", (1,))))
    assert {feature for feature, (agrees, _) in points.items() if agrees} == {"type", "date", "actor"}
    assert contest.is_contested


def test_accounts_that_agree_are_not_contested() -> None:
    versions = [Version(account("Nine men were killed.", name), "ASSAULT") for name in ("a", "b")]
    assert not make_contest("h", "events", versions=versions, disputes=()).is_contested
