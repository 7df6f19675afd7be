"""Conditions: what carries a relation and what hinders it."""

from __future__ import annotations

import pytest

from .coded import code

Row = tuple[str, str, str]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kenya and Uganda trade through a border market at Busia.",
            [("mechanism", "KEN UGA", "a border market at Busia")],
        ),
        (
            "Peru and Chile set up a joint commission on water.",
            [("mechanism", "CHL PER", "a joint commission on water")],
        ),
        (
            "Iran and Pakistan rely on barter trade.",
            [("mechanism", "IRN PAK", "barter trade")],
        ),
        (
            "A shortage of dollars slows trade between Egypt and Sudan.",
            [("obstacle", "EGY SDN", "A shortage of dollars")],
        ),
        (
            "India and Nepal opened a hotline between their armies.",
            [("mechanism", "IND NPL", "a hotline between their armies")],
        ),
        (
            "Tariffs remain an obstacle between Kenya and Tanzania.",
            [("obstacle", "KEN TZA", "Tariffs")],
        ),
        (
            "China and Laos run an economic corridor.",
            [("mechanism", "CHN LAO", "an economic corridor")],
        ),
        (
            "Spain and Morocco founded a working group on migration.",
            [("mechanism", "ESP MAR", "a working group")],
        ),
        (
            "Ghana and Togo run a joint patrol at sea.",
            [("mechanism", "GHA TGO", "a joint patrol")],
        ),
        (
            "Debt strains the ties between Zambia and China.",
            [("obstacle", "CHN ZMB", "Debt")],
        ),
        (
            "Violence has blocked trade between Mali and Niger.",
            [("obstacle", "MLI NER", "Violence")],
        ),
        (
            "Tension slows the trade of Benin and Nigeria despite a border market.",
            [("obstacle", "BEN NGA", "Tension"), ("mechanism", "BEN NGA", "a border market")],
        ),
    ],
)
def test_conditions_are_found(text: str, expected: list[Row]) -> None:
    assert [(each.kind, " ".join(sorted(each.parties)), each.what) for each in code(text).conditions] == expected


@pytest.mark.parametrize(
    "text",
    [
        "A border market burned in a film.",
        "Kenya imposed sanctions on Uganda.",
        "There is no joint commission between Peru and Chile.",
        "Debt in Zambia grew.",
        "Kenya, Uganda and Rwanda share a border market.",
        "Iran and Oman have no border market.",
        "Violence was seen in Mali and Niger.",
        "The hotline of a bank was busy.",
    ],
)
def test_conditions_are_not_made_up(text: str) -> None:
    assert [(each.kind, " ".join(sorted(each.parties)), each.what) for each in code(text).conditions] == []
