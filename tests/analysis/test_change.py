"""Change points: found where the level changes, and nowhere else."""

from __future__ import annotations

import numpy as np
import pytest

from dragoman.analysis.change import LEAST_PERIODS, Change, find_changes

CHANCE = np.random.default_rng(3)


def noise(periods: int, level: float = 0.0, width: float = 1.0) -> list[float]:
    return [float(each) for each in CHANCE.normal(level, width, periods)]


def test_a_change_of_level_is_found_with_the_means_on_both_sides() -> None:
    (found,) = find_changes([*noise(40, 5.0), *noise(40, -5.0)])
    assert found.at == 40
    assert (round(found.before), round(found.after)) == (5, -5)


def test_each_of_several_changes_is_found_and_they_join() -> None:
    found = find_changes([*noise(30), *noise(30, 8.0), *noise(30, 2.0)])
    assert [change.at for change in found] == [30, 60]
    assert found[0].after == found[1].before


@pytest.mark.parametrize(
    "values",
    [
        [],
        [1.0],
        [0.0] * 5 + [9.0] * (LEAST_PERIODS - 6),
        [3.0] * 100,
        [0.0] * 50,
        # One burst is no level.
        [*noise(40, width=0.5), 9.0, *noise(40, width=0.5)],
    ],
    ids=["nothing", "one", "too short", "even", "zero", "a burst"],
)
def test_nothing_is_found_where_no_level_changes(values: list[float]) -> None:
    assert find_changes(values) == []


def test_noise_alone_has_no_changes() -> None:
    assert sum(len(find_changes(noise(240))) for _ in range(50)) <= 1


def test_the_unit_of_the_scores_does_not_matter() -> None:
    values = [*noise(40), *noise(40, 4.0)]
    assert [each.at for each in find_changes(values)] == [each.at for each in find_changes([1000 * v for v in values])]
    assert find_changes(values) == [Change(40, *(float(np.mean(part)) for part in (values[:40], values[40:])))]
