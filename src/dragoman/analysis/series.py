"""Series: what passed between two states, period by period.

In: counted rows of the store (`SpanCount`), the kind of period. Out: a Series: a Polars frame with a row for each
period, empty ones too, the levels and where they change, and what no period can be named for. Nothing is refused but
too many periods.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import polars as pl

from ..record.counts import SpanCount
from ..record.findings import QUADS
from .change import Change, find_changes
from .periods import Kind, Period, list_periods, period_of, place_span

# What the store counts, by the fields of its rows.
SCHEMA = {
    "actor": pl.String, "recipient": pl.String, "span": pl.String, "type": pl.String, "quad": pl.String,
    "attributed": pl.Boolean, "count": pl.Int64, "dated": pl.Int64, "score": pl.Float64,
}  # fmt: skip
COOPERATION, CONFLICT = QUADS[:2], QUADS[2:]
# How many periods the centred mean looks over (odd, so that there is a middle), and after how many a period weighs half
# in the exponentially weighted one: about a month of days, two months of weeks, five months, a year of quarters.
WINDOWS = {Kind.DAY: 29, Kind.WEEK: 9, Kind.MONTH: 5, Kind.QUARTER: 5, Kind.YEAR: 3}
HALF_LIVES = {Kind.DAY: 14, Kind.WEEK: 4, Kind.MONTH: 3, Kind.QUARTER: 2, Kind.YEAR: 2}
# Scores have one decimal; sums of them are told with this many.
DECIMALS = 4


@dataclass(frozen=True)
class Series:
    """A dyad over time. `frame` has a row for each period: `period`, `from`, `to`, `count`, one column for each quad
    and each type met (`type:AID`), the sum of scores of each quad (`score:material conflict`), of all `cooperation`,
    all `conflict` and both (`score`), `mean`, `dated`, `attributed`, `smoothed` and `weighted`. `unplaced` events lie
    in no single period for certain."""

    kind: Kind
    frame: pl.DataFrame
    types: tuple[str, ...]
    total: int
    unplaced: int

    @cached_property
    def changes(self) -> list[Change]:
        """Where the level of the sum of scores changes; looked for when first asked."""
        return find_changes(self.frame["score"].to_list())

    @property
    def periods(self) -> list[str]:
        """The names of the periods, in order."""
        return self.frame["period"].to_list()


def needs_days(kind: Kind) -> bool:
    """Whether a series needs the store to count by day; months are enough for the longer periods."""
    return kind in (Kind.DAY, Kind.WEEK)


def make_series(rows: Iterable[SpanCount], kind: Kind, *, since: str | None = None, until: str | None = None) -> Series:
    """The series of counted rows. With bounds it has all periods from the one to the other, else from the first event
    to the last."""
    counted = pl.DataFrame(list(rows), schema=SCHEMA, orient="row")
    spans = counted["span"].unique().to_list()
    placed = {span: period for span in spans if (period := place_span(span, kind)) is not None}
    names = {span: period.name for span, period in placed.items()}
    counted = counted.with_columns(period=pl.col("span").replace_strict(names, default=None, return_dtype=pl.String))
    total = int(counted["count"].sum())
    unplaced = int(counted.filter(pl.col("period").is_null())["count"].sum())
    counted = counted.filter(pl.col("period").is_not_null())
    types = tuple(sorted(counted["type"].unique().to_list()))
    frame = _smooth(_fill(_sum(counted, types), span_of(placed.values(), kind, since, until), types), kind)
    return Series(kind, frame, types, total, unplaced)


def span_of(placed: Iterable[Period], kind: Kind, since: str | None, until: str | None) -> list[Period]:
    """All periods that a series has, cut at the bounds."""
    ordered = sorted(placed)
    if not ordered:
        return []
    first = period_of(date.fromisoformat(since), kind) if since else ordered[0]
    last = period_of(date.fromisoformat(until), kind) if until else ordered[-1]
    periods = list_periods(first, last)
    low = date.fromisoformat(since) if since else date.min
    high = date.fromisoformat(until) if until else date.max
    return [Period(max(each.first, low), min(each.last, high), each.kind) for each in periods]


def column_of(name: str) -> str:
    """The column of a type; a user's own type may have the name of another column."""
    return f"type:{name}"


def score_of(quad: str) -> str:
    """The column of the sum of scores of a quad."""
    return f"score:{quad}"


def _sum(counted: pl.DataFrame, types: Sequence[str]) -> pl.DataFrame:
    """One row for each period in which something happened."""
    signed = {"cooperation": COOPERATION, "conflict": CONFLICT}
    return counted.group_by("period").agg(
        pl.col("count").sum(),
        *(pl.col("count").filter(pl.col("quad") == quad).sum().alias(quad) for quad in QUADS),
        *(pl.col("count").filter(pl.col("type") == each).sum().alias(column_of(each)) for each in types),
        *(pl.col("score").filter(pl.col("quad") == quad).sum().alias(score_of(quad)) for quad in QUADS),
        *(pl.col("score").filter(pl.col("quad").is_in(quads)).sum().alias(name) for name, quads in signed.items()),
        pl.col("score").sum(),
        pl.col("dated").sum(),
        pl.col("count").filter(pl.col("attributed")).sum().alias("attributed"),
    )


def _fill(sums: pl.DataFrame, periods: Sequence[Period], types: Sequence[str]) -> pl.DataFrame:
    """The sums with a row for each period; where nothing happened everything is 0, and there is no mean."""
    calendar = pl.DataFrame(
        {
            "period": [period_of(each.first, each.kind).name for each in periods],
            "from": [each.first.isoformat() for each in periods],
            "to": [each.last.isoformat() for each in periods],
        },
        schema={"period": pl.String, "from": pl.String, "to": pl.String},
    )
    scores = [*map(score_of, QUADS), "cooperation", "conflict", "score"]
    numbers = ["count", *QUADS, *map(column_of, types), *scores, "dated", "attributed"]
    filled = calendar.join(sums, on="period", how="left", maintain_order="left").with_columns(
        pl.col(name).fill_null(0) for name in numbers
    )
    return filled.with_columns(
        *(pl.col(name).round(DECIMALS) for name in scores),
        mean=pl.when(pl.col("count") > 0).then((pl.col("score") / pl.col("count")).round(DECIMALS)),
    )


def _smooth(frame: pl.DataFrame, kind: Kind) -> pl.DataFrame:
    """The sum of scores smoothed: a centred moving mean, over half its window at least, and one in which the past
    weighs the less the longer it is ago."""
    window, score = WINDOWS[kind], pl.col("score")
    return frame.with_columns(
        smoothed=score.rolling_mean(window, min_samples=window // 2 + 1, center=True).round(DECIMALS),
        weighted=score.ewm_mean(half_life=HALF_LIVES[kind], adjust=True).round(DECIMALS),
    )
