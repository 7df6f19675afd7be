"""Small heads: the fit, the coordinates it is done in, and what a head says of rows it has not seen."""

from __future__ import annotations

import numpy as np
import pytest

from dragoman.model import logistic
from dragoman.model.logistic import Array, Numbers, fit_head, left_out, log_shares, minimise, turn

LABELS = np.repeat([0, 1, 2], 8)
ALIKE = np.ones(len(LABELS))


def draw_rows(columns: int = 40) -> Array:
    """Eight rows around each of three places, of mean square length 1."""
    drawn = np.random.default_rng(7)
    rows = drawn.normal(size=(len(LABELS), columns)) + 3.0 * np.eye(3, columns)[LABELS]
    rows -= rows.mean(axis=0)
    return rows / np.sqrt((rows**2).sum(axis=1).mean())


def classes_of(rows: Array, head: Array) -> Numbers:
    return np.asarray((rows @ head[:, :-1].T + head[:, -1]).argmax(axis=1))


@pytest.mark.parametrize("logits", [[0.0, 0.0], [1000.0, -1000.0], [-5000.0, -5001.0]])
def test_log_shares_sum_to_one_and_never_overflow(logits: list[float]) -> None:
    told = log_shares(np.array([logits]))
    assert np.exp(told).sum() == pytest.approx(1.0)
    assert np.isfinite(told).all()


@pytest.mark.parametrize("least", [[0.0, 0.0], [3.0, -1.0], [1e-3, 40.0]])
@pytest.mark.parametrize("steep", [[1.0, 1.0], [0.01, 1.0], [1.0, 300.0]])
def test_minimise_finds_the_bottom_of_a_bowl(least: list[float], steep: list[float]) -> None:
    bottom, by = np.array(least), np.array(steep)

    def bowl(place: Array) -> tuple[float, Array]:
        return 0.5 * float(by @ (place - bottom) ** 2), by * (place - bottom)

    assert minimise(bowl, np.array([10.0, -10.0])) == pytest.approx(bottom, abs=2e-3)


def test_minimise_stays_where_there_is_nothing_to_win() -> None:
    start = np.array([1.0, 2.0])
    assert minimise(lambda place: (0.0, np.zeros(2)), start).tolist() == [1.0, 2.0]


def test_fit_head_tells_classes_apart_that_lie_apart() -> None:
    rows = draw_rows()
    assert (classes_of(rows, fit_head(rows, LABELS, ALIKE, classes=3)) == LABELS).all()


def test_fit_head_gives_the_same_weights_twice() -> None:
    rows = draw_rows()
    first, second = (fit_head(rows, LABELS, ALIKE, classes=3) for _ in range(2))
    assert first.tobytes() == second.tobytes()


def test_fit_head_reaches_the_same_place_from_another_start() -> None:
    rows = draw_rows()
    cold = fit_head(rows, LABELS, ALIKE, classes=3)
    start = np.random.default_rng(1).normal(size=cold.shape)
    warm = fit_head(rows, LABELS, ALIKE, classes=3, start=start)
    assert log_shares(rows @ warm[:, :-1].T + warm[:, -1]) == pytest.approx(
        log_shares(rows @ cold[:, :-1].T + cold[:, -1]), abs=0.02
    )


def test_fit_head_does_not_hear_a_row_without_weight() -> None:
    rows, wrong = draw_rows(), LABELS.copy()
    wrong[0] = 2
    weights = ALIKE.copy()
    weights[0] = 0.0
    heard = fit_head(rows[1:], LABELS[1:], ALIKE[1:], classes=3)
    assert fit_head(rows, wrong, weights, classes=3) == pytest.approx(heard, abs=1e-3)


def test_fit_head_does_not_pull_the_bias(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logistic, "PULL", 10.0)
    head = fit_head(np.zeros((4, 2)), np.array([0, 0, 0, 1]), np.ones(4), classes=2)
    assert np.exp(log_shares(head[:, -1])) == pytest.approx([0.75, 0.25], abs=1e-3)


def test_turn_keeps_the_lengths_and_angles_of_the_rows() -> None:
    rows = draw_rows()
    placed, back = turn(rows, most=256)
    assert placed @ placed.T == pytest.approx(rows @ rows.T, abs=1e-9)
    assert rows @ back == pytest.approx(placed, abs=1e-9)
    assert placed.shape[1] < len(rows)


def test_turn_keeps_no_more_than_it_is_asked_for() -> None:
    placed, back = turn(draw_rows(), most=5)
    assert (placed.shape, back.shape) == ((len(LABELS), 5), (40, 5))


def test_turn_of_rows_that_are_all_nothing_has_no_coordinates() -> None:
    placed, back = turn(np.zeros((3, 4)), most=5)
    assert (placed.shape, back.shape) == ((3, 0), (4, 0))


def test_a_head_says_the_same_in_turned_coordinates() -> None:
    rows = draw_rows()
    placed, back = turn(rows, most=256)
    plain, turned = fit_head(rows, LABELS, ALIKE, classes=3), fit_head(placed, LABELS, ALIKE, classes=3)
    assert turned[:, :-1] @ back.T == pytest.approx(plain[:, :-1], abs=0.01)


def test_left_out_reaches_every_row_once() -> None:
    rows, groups = draw_rows(), np.arange(len(LABELS)) // 2
    head = fit_head(rows, LABELS, ALIKE, classes=3)
    told = [number for numbers, _ in left_out(rows, LABELS, ALIKE, groups, head) for number in numbers]
    assert told == list(range(len(LABELS)))


def test_left_out_does_not_believe_the_label_of_the_row_itself() -> None:
    rows, wrong = draw_rows(), LABELS.copy()
    wrong[0] = 2
    head = fit_head(rows, wrong, ALIKE, classes=3)
    assert classes_of(rows[:1], head).tolist() == [2]
    _, logits = next(left_out(rows, wrong, ALIKE, np.arange(len(wrong)), head))
    assert logits.argmax() == 0


def test_left_out_hides_all_rows_of_a_group_together() -> None:
    rows = draw_rows()
    rows[1], wrong, groups = rows[0], LABELS.copy(), np.arange(len(LABELS))
    wrong[:2], groups[1] = 2, 0
    head = fit_head(rows, wrong, ALIKE, classes=3)
    numbers, logits = next(left_out(rows, wrong, ALIKE, groups, head))
    assert numbers.tolist() == [0, 1]
    assert logits.argmax(axis=1).tolist() == [0, 0]
