"""Series: each event in the period in which it surely lies, empty periods too, and the levels smoothed."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.analysis.periods import Kind
from dragoman.analysis.series import HALF_LIVES, WINDOWS, Series, column_of, make_series, needs_days
from dragoman.errors import AnalysisError
from dragoman.record.counts import SpanCount

COOPERATION, DEED, WORDS, CONFLICT = (
    "verbal cooperation", "material cooperation", "verbal conflict", "material conflict",
)  # fmt: skip


def row(span: str, number: int = 1, score: float = 1.0, **changes: Any) -> SpanCount:
    values = {"actor": "CHL", "recipient": "PER", "type": "CONSULT", "quad": COOPERATION, "attributed": 0, "dated": 0}
    return SpanCount(**{**values, "span": span, "number": number, "score": score, **changes})


def counts(series: Series) -> dict[str, int]:
    return dict(zip(series.frame["period"], series.frame["count"], strict=True))


def test_series_have_a_row_for_each_period_between_the_first_and_the_last_event() -> None:
    series = make_series([row("2024-06"), row("2024-01", 2), row("2024-06-30", 3)], Kind.MONTH)
    assert counts(series) == {
        "2024-01": 2, "2024-02": 0, "2024-03": 0, "2024-04": 0, "2024-05": 0, "2024-06": 4,
    }  # fmt: skip
    assert (series.total, series.unplaced) == (6, 0)
    assert series.frame.row(1, named=True)["mean"] is None


def test_series_with_bounds_have_all_periods_between_them_cut_at_the_bounds() -> None:
    series = make_series([row("2024-02-10")], Kind.MONTH, since="2024-01-15", until="2024-03-20")
    assert list(series.frame.select("period", "from", "to", "count").iter_rows()) == [
        ("2024-01", "2024-01-15", "2024-01-31", 0),
        ("2024-02", "2024-02-01", "2024-02-29", 1),
        ("2024-03", "2024-03-01", "2024-03-20", 0),
    ]


def test_series_count_what_lies_in_no_single_period_apart() -> None:
    rows = [row("2024-06"), row("2023-01-01/2023-12-31", 5), row("", 7)]
    assert (counts(make_series(rows, Kind.MONTH)), make_series(rows, Kind.MONTH).unplaced) == ({"2024-06": 1}, 12)
    assert (counts(make_series(rows, Kind.YEAR)), make_series(rows, Kind.YEAR).unplaced) == ({"2023": 5, "2024": 1}, 7)


def test_series_sum_quads_types_and_scores() -> None:
    rows = [
        row("2024-06", 2, 5.0, dated=1),
        row("2024-06", 1, 9.5, type="AID", quad=DEED, actor="PER", recipient="CHL"),
        row("2024-06", 3, -9.0, type="ACCUSE", quad=WORDS, attributed=1),
        row("2024-06", 1, -9.0, type="count", quad=CONFLICT),
    ]
    series = make_series(rows, Kind.MONTH)
    (only,) = series.frame.iter_rows(named=True)
    assert [only[quad] for quad in (COOPERATION, DEED, WORDS, CONFLICT)] == [2, 1, 3, 1]
    assert series.types == ("ACCUSE", "AID", "CONSULT", "count")
    assert [only[column_of(name)] for name in series.types] == [3, 1, 2, 1]
    assert (only["cooperation"], only["conflict"], only["score"], only["mean"]) == (14.5, -18.0, -3.5, -0.5)
    assert (only["count"], only["dated"], only["attributed"]) == (7, 1, 3)


def test_series_of_nothing_have_no_periods() -> None:
    series = make_series([], Kind.DAY)
    assert (series.periods, series.changes, series.total) == ([], [], 0)
    assert {"smoothed", "weighted", "mean"} <= set(series.frame.columns)


def test_smoothing_is_centred_and_needs_half_its_window() -> None:
    values = [0.0, 0.0, 10.0, 0.0, 0.0, 0.0]
    series = make_series([row(f"2024-{at + 1:02}", score=value) for at, value in enumerate(values)], Kind.MONTH)
    assert WINDOWS[Kind.MONTH] == 5
    assert series.frame["smoothed"].to_list() == [3.3333, 2.5, 2.0, 2.0, 2.5, 0.0]
    short = make_series([row("2024-01", score=4.0), row("2024-02", score=4.0)], Kind.MONTH)
    assert short.frame["smoothed"].to_list() == [None, None]


def test_weighting_halves_with_the_half_life() -> None:
    life = HALF_LIVES[Kind.MONTH]
    values = [8.0, *[0.0] * life]
    series = make_series([row(f"2024-{at + 1:02}", score=value) for at, value in enumerate(values)], Kind.MONTH)
    weights = [0.5 ** (age / life) for age in range(len(values))]
    assert series.frame["weighted"].to_list()[-1] == pytest.approx(8.0 * weights[-1] / sum(weights), abs=1e-4)
    assert all(window % 2 for window in WINDOWS.values())


def test_changes_of_a_series_are_those_of_its_scores() -> None:
    spans = [f"{2020 + at // 12}-{at % 12 + 1:02}" for at in range(48)]
    series = make_series(
        [row(span, score=at % 3 + (0 if at < 24 else 30)) for at, span in enumerate(spans)], Kind.MONTH
    )
    assert [change.at for change in series.changes] == [24]
    assert series.changes[0].after - series.changes[0].before == pytest.approx(30)


def test_only_days_and_weeks_need_the_store_to_count_by_day() -> None:
    assert [kind for kind in Kind if needs_days(kind)] == [Kind.DAY, Kind.WEEK]


def test_too_many_periods_are_refused() -> None:
    with pytest.raises(AnalysisError, match="Count by a longer one"):
        make_series([row("0001-01-01"), row("2024-01-01")], Kind.DAY)
