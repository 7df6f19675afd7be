"""Timeline: a dyad over time as a picture, cooperation above zero and conflict below it.

In: a Series and the names of both states. Out: SVG or PNG. Refuses a series without periods: there is nothing to see.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from ..errors import AnalysisError
from ..record.findings import QUADS
from .canvas import AMBER, BLUE, INK, PALE, PURPLE, SKY, SOFT_INK, VERMILION, draw, title
from .series import COOPERATION, WINDOWS, Series, score_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

COLOURS = dict(zip(QUADS, (SKY, BLUE, AMBER, VERMILION), strict=True))
# Above so many periods bars are thinner than a point and are drawn as one surface.
MOST_BARS = 400
# Bars leave this part of their period free, as long as there are few enough to see it.
GAP, MOST_GAPS = 0.12, 120
# So many periods fill the width at least; fewer leave room on both sides.
FEWEST = 6
# Up to so many months each has its tick, and every so manieth its name.
NAMED_MONTHS = ((14, 1), (40, 3), (75, 6))
DAYS_OF_MONTH = 30.4
# At most so many changes are named; all are drawn.
NAMED_CHANGES = 6
# Names of changes stand in so many rows, so that neighbours do not cover each other.
NAME_ROWS = 3


def draw_timeline(series: Series, names: tuple[str, str], *, form: str = "svg", directed: bool = False) -> bytes:
    """The picture of a series."""
    if not series.periods:
        raise AnalysisError(
            f"There is no event between {names[0]} and {names[1]} to draw. Widen the days or the types, or store more."
        )
    return draw(lambda figure: _fill(figure, series, names, directed), form)


def _fill(figure: Figure, series: Series, names: tuple[str, str], directed: bool) -> None:
    scores, counts = figure.subplots(2, 1, sharex=True, height_ratios=(4, 1))
    begins = _numbers(series.frame["from"])
    widths = [last + 1 - first for first, last in zip(begins, _numbers(series.frame["to"]), strict=True)]
    _stack(scores, series, begins, widths)
    _lines(scores, series, begins, widths)
    _changes(scores, series, begins)
    _count(counts, series, begins, widths)
    _axes(scores, counts, begins, widths)
    sign = "→" if directed else "–"
    placed = int(series.frame["count"].sum())
    first, last = series.periods[0], series.periods[-1]
    period = first if first == last else f"{first} to {last}"
    title(scores, f"{names[0]} {sign} {names[1]}", f"{placed:,} events by {series.kind}, {period}")
    handles = dict(zip(*reversed(scores.get_legend_handles_labels()), strict=True))
    order = [*QUADS, *(label for label in handles if label not in QUADS)]
    figure.legend(
        [handles[label] for label in order], order, loc="outside lower left", ncols=3, frameon=False, fontsize=9
    )


def _numbers(days: Iterable[str]) -> list[float]:
    """ISO days as matplotlib counts them."""
    from matplotlib.dates import date2num

    return [float(date2num(date.fromisoformat(day))) for day in days]  # type: ignore[no-untyped-call]


def _stack(axes: Axes, series: Series, begins: Sequence[float], widths: Sequence[float]) -> None:
    """The sums of scores, cooperation piled up from zero and conflict down."""
    above, below = [0.0] * len(begins), [0.0] * len(begins)
    for quad in QUADS:
        pile = above if quad in COOPERATION else below
        limit: Any = max if quad in COOPERATION else min
        values = [limit(value, 0.0) for value in series.frame[score_of(quad)]]
        _bars(axes, begins, widths, values, list(pile), COLOURS[quad], quad)
        pile[:] = [at + value for at, value in zip(pile, values, strict=True)]
    axes.axhline(0, color=INK, linewidth=0.8, zorder=3)
    axes.set_ylabel("sum of scores")


def _bars(
    axes: Axes, begins: Sequence[float], widths: Sequence[float], values: Sequence[float], pile: Sequence[float],
    colour: str, label: str,
) -> None:  # fmt: skip
    if len(begins) <= MOST_BARS:
        gap = GAP if len(begins) <= MOST_GAPS else 0.0
        shown = [width * (1 - gap) for width in widths]
        axes.bar(begins, values, shown, bottom=pile, align="edge", color=colour, label=label, linewidth=0, zorder=2)
        return
    edges = [*begins, begins[-1] + widths[-1]]
    tops = [at + value for at, value in zip(pile, values, strict=True)]
    axes.fill_between(
        edges, [*pile, pile[-1]], [*tops, tops[-1]], step="post", color=colour, label=label, linewidth=0, zorder=2
    )


def _middles(begins: Sequence[float], widths: Sequence[float]) -> list[float]:
    return [begin + width / 2 for begin, width in zip(begins, widths, strict=True)]


def _lines(axes: Axes, series: Series, begins: Sequence[float], widths: Sequence[float]) -> None:
    """The smoothed sum of scores, and its level between two changes."""
    from matplotlib.patheffects import withStroke

    window = WINDOWS[series.kind]
    label = f"net, mean of {window} {series.kind}s"
    if series.frame["smoothed"].count() > 1:
        halo = [withStroke(linewidth=3.4, foreground="white")]
        axes.plot(
            _middles(begins, widths), series.frame["smoothed"], color=INK, linewidth=1.8, label=label, zorder=5,
            path_effects=halo,
        )  # fmt: skip
    if not series.changes:
        return
    ends = [*begins, begins[-1] + widths[-1]]
    edges = [0, *(change.at for change in series.changes), len(begins)]
    levels = [series.changes[0].before, *(change.after for change in series.changes)]
    for at, level in enumerate(levels):
        label = "net level, and where it changes" if at == 0 else "_"
        stretch = (ends[edges[at]], ends[edges[at + 1]])
        axes.plot(stretch, (level, level), color=PURPLE, linewidth=2.2, label=label, zorder=6, solid_capstyle="butt")


def _changes(axes: Axes, series: Series, begins: Sequence[float]) -> None:
    """A dashed line where the level changes, with the name of the period."""
    for number, change in enumerate(series.changes):
        axes.axvline(begins[change.at], color=PURPLE, linewidth=1.1, linestyle=(0, (4, 3)), zorder=4)
        if number < NAMED_CHANGES:
            axes.annotate(
                series.periods[change.at], (begins[change.at], 1), xycoords=("data", "axes fraction"),
                xytext=(3, -3 - 11 * (number % NAME_ROWS)), textcoords="offset points", va="top", fontsize=9, color=INK,
                bbox={"boxstyle": "square,pad=0.15", "facecolor": "white", "edgecolor": "none", "alpha": 0.8},
                zorder=7,
            )  # fmt: skip


def _count(axes: Axes, series: Series, begins: Sequence[float], widths: Sequence[float]) -> None:
    """How many events there are, whatever they score."""
    values = [float(value) for value in series.frame["count"]]
    _bars(axes, begins, widths, values, [0.0] * len(values), SOFT_INK, "_")
    axes.set_ylabel("events")


def _axes(scores: Axes, counts: Axes, begins: Sequence[float], widths: Sequence[float]) -> None:
    from matplotlib.dates import AutoDateLocator, ConciseDateFormatter, MonthLocator, num2date
    from matplotlib.ticker import MaxNLocator

    for axes in (scores, counts):
        axes.spines[["top", "right"]].set_visible(False)
        axes.grid(axis="y", color=PALE, linewidth=0.6, zorder=0)
        axes.margins(x=0)
    counts.yaxis.set_major_locator(MaxNLocator(nbins=3, integer=True))
    first, last = begins[0], begins[-1] + widths[-1]
    room = max(widths) * max(0, FEWEST - len(begins)) / 2
    counts.set_xlim(first - room, last + room)
    months = (last - first) / DAYS_OF_MONTH
    named = next((interval for most, interval in NAMED_MONTHS if 3 < months <= most), None)
    locator: Any = MonthLocator(interval=named) if named else AutoDateLocator(minticks=4, maxticks=12)  # type: ignore[no-untyped-call]
    counts.xaxis.set_major_locator(locator)
    in_one_year = num2date(first).year == num2date(last).year  # type: ignore[no-untyped-call]
    counts.xaxis.set_major_formatter(ConciseDateFormatter(locator, show_offset=in_one_year))  # type: ignore[no-untyped-call]
    if named:
        counts.xaxis.set_minor_locator(MonthLocator())  # type: ignore[no-untyped-call]
    low, high = scores.get_ylim()
    # Room for the names of changes.
    scores.set_ylim(low, high + 0.08 * (high - low))
