"""Thresholds, temperature and figures from what heads said of rows they had not seen."""

from __future__ import annotations

import numpy as np
import pytest

from dragoman.model.own_figures import GRID, TEMPERATURES, calibrate, choose_thresholds, decide_rows, middle_best, score

TEN = np.arange(10) < 5
NONE = np.zeros(10, dtype=bool)


@pytest.mark.parametrize(
    ("margins", "low", "high"),
    [
        pytest.param([4.0, 4.0, 4.0, -4.0], 2.0, 5.0, id="too sure of what is wrong once in four"),
        pytest.param([0.3, 0.3, 0.3, 0.3], 0.5, 0.51, id="too unsure of what is always right"),
        pytest.param([1.1, 1.1, 1.1, -1.1], 0.8, 1.2, id="as sure as it should be"),
    ],
)
def test_calibrate_finds_how_far_the_logits_are_too_sure(margins: list[float], low: float, high: float) -> None:
    logits = np.array([[0.0, margin] for margin in margins])
    told = calibrate(logits, np.ones(4, dtype=np.int64), np.ones(4))
    assert low <= told <= high
    assert TEMPERATURES[0] <= told <= TEMPERATURES[-1]


@pytest.mark.parametrize(
    ("values", "place"),
    [([0.1, 0.9, 0.2], 1), ([0.5, 0.5, 0.5], 1), ([0.9, 0.9, 0.1, 0.1], 1), ([0.0], 0), ([1.0, 0.0, 1.0], 2)],
)
def test_middle_best_stands_clear_of_both_sides(values: list[float], place: int) -> None:
    assert middle_best(np.array(values)) == place


@pytest.mark.parametrize(
    ("inside", "outside", "threshold"),
    [
        pytest.param(0.99, 0.01, 0.75, id="far apart: the middle of the grid"),
        pytest.param(0.99, 0.72, 0.85, id="above the others"),
        pytest.param(0.62, 0.01, 0.55, id="below the examples"),
        pytest.param(0.30, 0.01, 0.75, id="never reached: none is better than another"),
    ],
)
def test_choose_thresholds_stands_between_the_examples_and_the_others(
    inside: float, outside: float, threshold: float
) -> None:
    whole, each = choose_thresholds(np.where(TEN, inside, outside), TEN, NONE)
    assert whole == pytest.approx(threshold)
    assert set(each) <= set(GRID)


def test_choose_thresholds_gives_a_row_no_say_in_its_own() -> None:
    shares = np.where(TEN, 0.9, 0.1)
    shares[5] = 0.8
    whole, each = choose_thresholds(shares, TEN, NONE)
    assert whole > 0.8, "the stray row raises the threshold of all"
    assert each[5] < 0.8, "and is itself taken at the one that the others choose"
    assert (np.delete(each, 5) > 0.8).all()


def test_choose_thresholds_counts_what_the_shipped_model_gives_anyway() -> None:
    shares = np.where(TEN, 0.66, 0.62)
    assert choose_thresholds(shares, TEN, NONE)[0] == pytest.approx(0.65), "the only one between the two"
    assert choose_thresholds(shares, TEN, ~TEN)[0] == pytest.approx(0.60), "no threshold keeps out what is given anyway"


@pytest.mark.parametrize(
    ("shares", "least", "shipped", "wanted"),
    [
        pytest.param([0.7, 0.1], [0.5, 0.5], 0, 1, id="the first wins"),
        pytest.param([0.2, 0.6], [0.5, 0.5], 1, 2, id="the second wins over the shipped decision"),
        pytest.param([0.7, 0.1], [0.8, 0.5], 0, 0, id="under its threshold the shipped decision stays"),
        pytest.param([0.4, 0.3], [0.5, 0.5], 2, 2, id="and so it does where it is a renamed type"),
        pytest.param([0.5, 0.1], [0.5, 0.5], 0, 1, id="at its threshold it wins"),
    ],
)
def test_decide_rows_lets_a_type_win_only_from_its_threshold(
    shares: list[float], least: list[float], shipped: int, wanted: int
) -> None:
    assert decide_rows(np.array([shares]), np.array([least]), np.array([shipped])).tolist() == [wanted]


@pytest.mark.parametrize(
    ("gold", "said", "precision", "recall", "f1"),
    [
        ([1, 1, 0, 0], [1, 1, 0, 0], 1.0, 1.0, 1.0),
        ([1, 1, 0, 0], [1, 0, 1, 0], 0.5, 0.5, 0.5),
        ([1, 1, 0, 0], [0, 0, 0, 0], None, 0.0, 0.0),
        ([0, 0], [1, 0], 0.0, None, 0.0),
        ([0, 0], [0, 0], None, None, None),
    ],
)
def test_score_leaves_out_what_nothing_tells(
    gold: list[int], said: list[int], precision: float | None, recall: float | None, f1: float | None
) -> None:
    told = score(np.array(gold) == 1, np.array(said) == 1)
    assert told == {"examples": sum(gold), "precision": precision, "recall": recall, "f1": f1}
