"""`dragoman dyad`: what passes between two states, period by period, and where its level changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console

from ..analysis.canvas import format_of
from ..analysis.periods import parse_kind
from ..analysis.ranking import TopicShare, share_topics
from ..analysis.series import HALF_LIVES, WINDOWS, Series, column_of, make_series, needs_days
from ..errors import AnalysisError
from ..record.findings import QUADS
from ..store import Choice, Store
from .choices import make_choice, name_of, parse_pair
from .console import cell, fail, out, say_json, warn
from .dyad_commands import SheetFormat
from .happenings import warn_unlinked
from .sheets import say_csv, write_plot
from .tables import make_table

# Heads of the quads that fit a terminal.
HEADS = ("verbal coop.", "material coop.", "verbal confl.", "material confl.")
COLUMNS = ("period", "events", *HEADS, "score", "mean", "smoothed")
PLAIN = ("count", "score", "mean", "cooperation", "conflict", "dated", "attributed", "smoothed", "weighted")
# A table names so many contexts.
MOST_TOPICS = 8


@dataclass(frozen=True)
class Dyad:
    """All that is told of two states: their series, and what it is about."""

    codes: tuple[str, str]
    choice: Choice
    directed: bool
    series: Series
    topics: Sequence[TopicShare]
    without_topic: int


def run(
    first: str,
    second: str,
    *,
    db: str,
    by: str,
    since: str | None,
    until: str | None,
    types: Sequence[str],
    directed: bool,
    realis: Sequence[str],
    attributed: bool,
    count: str,
    form: SheetFormat,
    plot: Path | None,
    brief: bool,
    html: bool,
) -> int:
    """Print a dyad; the exit status of the contract."""
    try:
        codes, kind = parse_pair(first, second), parse_kind(by)
        choice = make_choice(since=since, until=until, types=types, realis=realis, attributed=attributed, count=count)
        drawing = format_of(plot) if plot else None
        check_page(brief=brief, html=html, directed=directed, form=form)
    except AnalysisError as error:
        return fail(str(error), status=2)
    with Store.open(db, create=False) as store:
        rows = store.dyads.counts(*codes, choice, directed=directed, by_day=needs_days(kind))
        series = make_series(rows, kind, since=choice.since, until=choice.until)
        topics, without = share_topics(store.dyads.topics(*codes, choice, directed=directed))
        dyad = Dyad(codes, choice, directed, series, topics, without)
        if brief:
            from .brief import print_brief

            print_brief(store, codes, choice, form=form, html=html, series=series)
        else:
            print_dyad(dyad, form)
        if count != "mentions":
            warn_unlinked(store.unlinked(), store.place)
        place = store.place
    if plot is not None and drawing is not None:
        from ..analysis.timeline import draw_timeline

        write_plot(plot, draw_timeline(series, (name_of(codes[0]), name_of(codes[1])), form=drawing, directed=directed))
    if not series.total and not brief:
        warn(f"{place}: no event between {codes[0]} and {codes[1]} fits.")
    return 0


def check_page(*, brief: bool, html: bool, directed: bool, form: SheetFormat) -> None:
    """Refuse options that do not go together."""
    if html and not brief:
        raise AnalysisError("--html is a way to print the page of --brief. Give both, or leave it out.")
    if brief and directed:
        raise AnalysisError("--brief is about both states; --directed is about one way. Leave one of them out.")
    if brief and form is SheetFormat.CSV:
        raise AnalysisError("--brief is a page and no sheet. Give --format json, or leave --format out.")
    if html and form is not SheetFormat.TABLE:
        raise AnalysisError(f"--html and --format {form} exclude each other. Give one of them.")


def print_dyad(dyad: Dyad, form: SheetFormat) -> None:
    """Print the series in one of the formats."""
    series = dyad.series
    if form is SheetFormat.JSON:
        say_json(plain_dyad(dyad), indent=1)
    elif form is SheetFormat.JSONL:
        for row in series.frame.iter_rows(named=True):
            say_json({"first": dyad.codes[0], "second": dyad.codes[1], **plain_period(row, series)})
    elif form is SheetFormat.CSV:
        frame = series.frame
        say_csv(frame.columns, frame.iter_rows(named=True))
    elif series.total:
        print_table(dyad, out())


# -- json -----------------------------------------------------------------------------------------------------------


def plain_dyad(dyad: Dyad) -> dict[str, Any]:
    """The dyad as JSON."""
    series, choice = dyad.series, dyad.choice
    periods = [plain_period(row, series) for row in series.frame.iter_rows(named=True)]
    return {
        "first": dyad.codes[0],
        "second": dyad.codes[1],
        "directed": dyad.directed,
        "by": str(series.kind),
        "counted": choice.counted,
        "since": choice.since,
        "until": choice.until,
        "types": list(choice.types),
        "realis": list(choice.realis),
        "total": series.total,
        "unplaced": series.unplaced,
        "window": WINDOWS[series.kind],
        "half_life": HALF_LIVES[series.kind],
        "periods": periods,
        "changes": [
            {"period": series.periods[change.at], "before": round(change.before, 4), "after": round(change.after, 4)}
            for change in series.changes
        ],
        "topics": [
            {"context": each.context, "count": each.count, "share": each.share, "mean": each.mean}
            for each in dyad.topics
        ],
        "without_topic": dyad.without_topic,
    }


def plain_period(row: dict[str, Any], series: Series) -> dict[str, Any]:
    """A period as JSON."""
    quads = {quad: row[quad] for quad in QUADS}
    types = {name: row[column_of(name)] for name in series.types if row[column_of(name)]}
    named = {name: row[name] for name in ("period", "from", "to")}
    return {**named, **{name: row[name] for name in PLAIN}, "quads": quads, "types": types}


# -- table ----------------------------------------------------------------------------------------------------------


def print_table(dyad: Dyad, console: Console) -> None:
    """Print the periods in which something happened, then the changes and the contexts."""
    series = dyad.series
    one, other = (f"{name_of(code)} ({code})" for code in dyad.codes)
    console.print(cell(f"{one} {'→' if dyad.directed else '–'} {other}"), style="bold")
    console.print(cell(tell_total(dyad)), style="dim")
    rows = [
        [
            row["period"],
            row["count"],
            *(row[quad] or "" for quad in QUADS),
            f"{row['score']:.1f}",
            f"{row['mean']:.2f}",
            "" if row["smoothed"] is None else f"{row['smoothed']:.1f}",
        ]
        for row in series.frame.iter_rows(named=True)
        if row["count"]
    ]
    if rows:
        console.print()
        console.print(make_table(COLUMNS, rows, width=console.width))
    if series.changes:
        console.print()
        console.print(cell("changes of level (sum of scores a period)"), style="bold")
        for change in series.changes:
            told = f"{series.periods[change.at]}: from {change.before:.1f} to {change.after:.1f}"
            console.print(cell(told))
    if dyad.topics:
        told = ", ".join(f"{each.context} {each.share:.0%}" for each in dyad.topics[:MOST_TOPICS])
        console.print()
        console.print(cell(f"contexts of mentions: {told}"))


def tell_total(dyad: Dyad) -> str:
    """How much is counted, and what stands in no period."""
    series = dyad.series
    told = f"{series.total:,} {dyad.choice.counted} by {series.kind}"
    dated = int(series.frame["dated"].sum())
    placed = series.total - series.unplaced
    parts = [f"{placed - dated:,} by their day of publication"] if placed > dated else []
    parts += [f"{series.unplaced:,} in no single {series.kind}"] if series.unplaced else []
    attributed = int(series.frame["attributed"].sum())
    parts += [f"{attributed:,} in somebody's words"] if attributed else []
    return f"{told} ({', '.join(parts)})" if parts else told
