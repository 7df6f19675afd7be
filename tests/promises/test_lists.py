"""Lists: sums that several states promise with one verb."""

from __future__ import annotations

import pytest

from .coded import code

Row = tuple[str, float | int | None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Brazil pledged $172 million to Haiti, Spain 346 million euros and Peru $3 million.",
            [("BRA HTI", 172000000), ("ESP HTI", 346000000), ("HTI PER", 3000000)],
        ),
        (
            "Finland pledged 5 million euros to Kenya, and 3 million kroner for roads in Kenya.",
            [("FIN KEN", 5000000)],
        ),
    ],
)
def test_each_sum_of_a_list_is_its_own_states_promise(text: str, expected: list[Row]) -> None:
    assert [(" ".join(sorted(each.parties)), each.amount) for each in code(text).commitments] == expected
