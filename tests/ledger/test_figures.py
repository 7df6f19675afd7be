"""Figures: the numbers that a text names, and what is no number of anything."""

from __future__ import annotations

import pytest

from dragoman.ledger.figures import Figure, find_figures

NAMED = [
    ("raises the power from 50 to 80 megawatts", [(50.0, False), (80.0, False)]),
    ("$9 million that was due", [(9e6, True)]),
    ("5.5 billion cubic metres of water", [(5.5e9, False)]),
    ("120,000 of the 300,000 tonnes", [(120_000.0, False), (300_000.0, False)]),
    ("US$2.4 million", [(2.4e6, True)]),
    ("210 million kroner", [(210e6, True)]),
    ("seventeen buses", [(17.0, False)]),
]
NOT_NAMED = [
    ("the 2014 contract", "a year"),
    ("on 2 April", "a day"),
    ("by Sept. 1", "a day"),
    ("in December 2016", "a year"),
    ("at $145 per 1,000 cubic metres", "the measure of a price"),
    ("a B52 bomber", "part of a name"),
]


@pytest.mark.parametrize(("text", "values"), NAMED)
def test_figures_are_written_out(text: str, values: list[tuple[float, bool]]) -> None:
    assert [(each.value, each.money) for each in find_figures(text)] == values


@pytest.mark.parametrize(("text", "why"), NOT_NAMED)
def test_figures_leave_out_what_counts_nothing(text: str, why: str) -> None:
    values = [each.value for each in find_figures(text) if each.value != 145.0]
    assert values == [], why


@pytest.mark.parametrize(
    ("text", "amount", "currency", "same"),
    [
        ("$9 million", 9e6, "USD", True),
        ("5.5 billion cubic metres", 5.5, None, True),
        ("300,000 tonnes", 300_000.0, None, True),
        ("$9 million", 9e6, None, False),
        ("9 million", 9.0, "USD", False),
        ("650 million", 65.0, None, False),
    ],
)
def test_figures_are_amounts_of_their_measure(text: str, amount: float, currency: str | None, same: bool) -> None:
    (figure,) = find_figures(text)
    assert figure.is_amount(amount, currency) is same


def test_figures_come_back_from_plain_values() -> None:
    for figure in find_figures("from $30 million to 45 trucks"):
        assert Figure.from_dict(figure.to_dict()) == figure
