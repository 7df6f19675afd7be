"""`dragoman dyads` and `dragoman network`: the most active pairs of states, and the networks that all pairs make."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..analysis.canvas import format_of
from ..analysis.network import MADE_OF, Network, make_network
from ..analysis.periods import Kind, Period, parse_kind, parse_period, place_span
from ..analysis.ranking import MANY, Tie, sum_ties
from ..errors import AnalysisError
from ..record.counts import PairCount
from ..store import Choice, Store
from .choices import make_choice
from .console import fail, out, say_json, warn
from .dyad_commands import SheetFormat
from .happenings import warn_unlinked
from .sheets import say_csv, write_plot
from .tables import make_table

# The unit of the store that each kind of period is put together from.
UNITS = {Kind.YEAR: "year", Kind.QUARTER: "month", Kind.MONTH: "month", Kind.WEEK: "day", Kind.DAY: "day"}
TIE_COLUMNS = (
    "first", "second", "count", "cooperation", "conflict", "score", "mean", "from", "to",
)  # fmt: skip
STATE_COLUMNS = ("state", "partners", "events", "betweenness", "community")
PERIOD_COLUMNS = ("period", "states", "ties", "events", "modularity", "heaviest")
# So many states stand for a period in a table of periods.
MOST_NAMED = 5


def list_dyads(
    *, db: str, since: str | None, until: str | None, types: Sequence[str], directed: bool, realis: Sequence[str],
    attributed: bool, count: str, bodies: bool, limit: int, form: SheetFormat,
) -> int:  # fmt: skip
    """List the most active pairs; the exit status of the contract."""
    try:
        choice = make_choice(since=since, until=until, types=types, realis=realis, attributed=attributed, count=count)
    except AnalysisError as error:
        return fail(str(error), status=2)
    with Store.open(db, create=False) as store:
        ties = sum_ties(store.dyads.pairs(choice, directed=directed, without=() if bodies else MANY))
        place = store.place
        if count != "mentions":
            warn_unlinked(store.unlinked(), place)
    more, ties = len(ties) - limit, ties[:limit]
    plain = [plain_tie(tie) for tie in ties]
    if form is SheetFormat.CSV:
        say_csv(TIE_COLUMNS, plain)
    elif form is SheetFormat.JSON:
        say_json(plain, indent=1)
    elif form is SheetFormat.JSONL:
        for each in plain:
            say_json(each)
    elif ties:
        print_ties(ties)
    if not ties:
        warn(f"{place}: no pair of states fits.")
    elif more > 0:
        warn(f"There are {more} more pairs. Show more: --limit {limit * 10}")
    return 0


def run(
    *, db: str, period: str | None, since: str | None, until: str | None, types: Sequence[str], realis: Sequence[str],
    attributed: bool, count: str, ties: str, least: int, bodies: bool, limit: int, form: SheetFormat,
    plot: Path | None,
) -> int:  # fmt: skip
    """Show the networks; the exit status of the contract."""
    try:
        choice = make_choice(since=since, until=until, types=types, realis=realis, attributed=attributed, count=count)
        made_of = ties.strip().lower()
        if made_of not in MADE_OF:
            raise AnalysisError(f"{ties!r} makes no tie. Allowed: {', '.join(MADE_OF)}.")
        kind, one = parse_either(period)
        if one is not None:
            choice = narrow(choice, one)
        drawing = format_of(plot) if plot else None
        if plot and kind:
            raise AnalysisError(f"--plot draws one network, and --period {period} asks for several. Give one: 2024.")
    except AnalysisError as error:
        return fail(str(error), status=2)
    with Store.open(db, create=False) as store:
        rows = store.dyads.pairs(choice, unit=UNITS[kind] if kind else None, without=() if bodies else MANY)
        place = store.place
        if count != "mentions":
            warn_unlinked(store.unlinked(), place)
    label = one.name if one else "all"
    networks = [
        (name, make_network(sum_ties(group), made_of=made_of, least=least))
        for name, group in split_rows(rows, kind, label)
    ]
    networks = [(name, found) for name, found in networks if found.ties or not kind]
    print_networks(networks, form, limit=limit, several=kind is not None)
    if not any(found.ties for _, found in networks):
        warn(f"{place}: no pair of states fits.")
    elif plot is not None and drawing is not None:
        from ..analysis.network_plot import draw_network

        heading = f"Who deals with whom, {label}" if one else "Who deals with whom"
        write_plot(plot, draw_network(networks[0][1], heading, form=drawing))
    return 0


def parse_either(period: str | None) -> tuple[Kind | None, Period | None]:
    """A kind of period, or one period."""
    if period is None:
        return None, None
    try:
        return parse_kind(period), None
    except AnalysisError:
        return None, parse_period(period)


def narrow(choice: Choice, period: Period) -> Choice:
    """The choice within a period."""
    first, last = period.first.isoformat(), period.last.isoformat()
    return replace(choice, since=max(first, choice.since or first), until=min(last, choice.until or last))


def split_rows(rows: Sequence[PairCount], kind: Kind | None, label: str) -> list[tuple[str, list[PairCount]]]:
    """The rows of each period, in order; what lies in no single one is left out."""
    if kind is None:
        return [(label, list(rows))]
    groups: dict[Period, list[PairCount]] = {}
    for row in rows:
        placed = place_unit(row.unit, kind)
        if placed is not None:
            groups.setdefault(placed, []).append(row)
    return [(placed.name, groups[placed]) for placed in sorted(groups)]


def place_unit(unit: str | None, kind: Kind) -> Period | None:
    """The period that a unit of the store lies in."""
    if unit is None:
        return None
    return parse_period(unit) if kind is Kind.YEAR else place_span(unit, kind)


# -- printing -------------------------------------------------------------------------------------------------------


def plain_tie(tie: Tie) -> dict[str, Any]:
    """A tie as JSON."""
    return {
        "first": tie.first,
        "second": tie.second,
        "count": tie.count,
        "cooperation": tie.cooperation,
        "conflict": tie.conflict,
        "score": tie.score,
        "mean": tie.mean,
        "from": tie.since,
        "to": tie.until,
        "quads": dict(tie.quads),
    }


def plain_network(name: str, network: Network) -> dict[str, Any]:
    """A network as JSON."""
    return {
        "period": None if name == "all" else name,
        "ties_of": network.made_of,
        "modularity": network.modularity,
        "states": [
            {
                "state": state.code,
                "degree": state.degree,
                "weight": state.weight,
                "betweenness": state.betweenness,
                "community": state.community,
            }
            for state in network.states
        ],
        "ties": [{**plain_tie(tie), "weight": network.weight_of(tie)} for tie in network.ties],
    }


def print_networks(networks: Sequence[tuple[str, Network]], form: SheetFormat, *, limit: int, several: bool) -> None:
    """Print networks in one of the formats."""
    if form is SheetFormat.TABLE:
        print_tables(networks, limit=limit, several=several)
    elif form is SheetFormat.CSV:
        rows = [{"period": name, **tie} for name, network in networks for tie in plain_network(name, network)["ties"]]
        say_csv(("period", *TIE_COLUMNS, "weight"), rows)
    else:
        plain = [plain_network(name, network) for name, network in networks]
        if form is SheetFormat.JSON:
            say_json(plain if several else plain[0], indent=1)
            return
        for each in plain:
            say_json(each)


def print_tables(networks: Sequence[tuple[str, Network]], *, limit: int, several: bool) -> None:
    """Print a table of periods, or the states and ties of one network."""
    console = out()
    if several:
        rows = [
            [
                name,
                len(network.states),
                len(network.ties),
                sum(map(network.weight_of, network.ties)),
                network.modularity,
                ", ".join(state.code for state in network.states[:MOST_NAMED]),
            ]
            for name, network in networks
        ]
        if rows:
            console.print(make_table(PERIOD_COLUMNS, rows, width=console.width))
        return
    network = networks[0][1]
    if not network.ties:
        return
    states = [
        [state.code, state.degree, state.weight, state.betweenness, state.community] for state in network.states[:limit]
    ]
    title = f"{len(network.states)} states, {len(network.ties)} ties, modularity {network.modularity}"
    console.print(make_table(STATE_COLUMNS, states, width=console.width, title=title))
    if len(network.states) > limit:
        warn(f"There are {len(network.states) - limit} more states. Show more: --limit {limit * 10}")
    console.print()
    print_ties(network.ties[:limit])


def print_ties(ties: Sequence[Tie]) -> None:
    """Print pairs of states with their events."""
    console = out()
    columns = ("#", "pair", "events", "cooperation", "conflict", "score", "mean", "from", "until")
    rows = [
        [
            number, f"{tie.first}–{tie.second}", tie.count, tie.cooperation or "", tie.conflict or "",
            f"{tie.score:.1f}", f"{tie.mean:.2f}", tie.since, tie.until,
        ]
        for number, tie in enumerate(ties, 1)
    ]  # fmt: skip
    console.print(make_table(columns, rows, width=console.width))
