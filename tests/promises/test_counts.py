"""Counts: how many of a thing a promise names."""

from __future__ import annotations

import pytest

from .coded import code

Row = tuple[float | int | None, str | None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile promised Peru 30 more mobile radars.", [(30, "radars")]),
        ("Chile promised Peru a hundred radars.", [(100, "radars")]),
        ("Chile promised Peru a dozen radars.", [(12, "radars")]),
        ("Chile promised Peru twenty-five radars.", [(25, "radars")]),
        ("Chile pledged to receive 2,400 Peruvians.", [(2400, "people")]),
        ("Chile pledged to release 400 of its 1,200 prisoners to Peru.", [(400, "people")]),
        ("Greece agreed to give Turkey 30 days' notice of exercises.", [(30, "days")]),
    ],
)
def test_a_promised_thing_is_counted(text: str, expected: list[Row]) -> None:
    assert [(each.amount, each.unit) for each in code(text).commitments] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Chile agreed with Peru to build the road between the two countries.",
        "Chile agreed to talk with Peru about three stages of a road.",
        "Chile agreed to give Peru hundreds of radars.",
        "Chile agreed to let the two armies of Peru pass.",
        "Chile and Peru signed 17 agreements on Monday.",
    ],
)
def test_parties_stages_and_vague_numbers_are_not_counted(text: str) -> None:
    assert [each.amount for each in code(text).commitments if each.amount is not None] == []
