"""Plots: the same bytes for the same data, words that can be read, nothing that runs, and what cannot be drawn."""

from __future__ import annotations

import struct
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from dragoman.analysis.canvas import PNG_DOTS, WIDTH, format_of, inline
from dragoman.analysis.network import make_network
from dragoman.analysis.network_plot import APART, MOST_STATES, _sizes, draw_network, place_states
from dragoman.analysis.periods import Kind
from dragoman.analysis.ranking import Tie
from dragoman.analysis.series import Series, make_series
from dragoman.analysis.timeline import MOST_BARS, draw_timeline
from dragoman.errors import AnalysisError
from dragoman.record.counts import SpanCount

NAMES = ('Peru <script>alert("x")</script>', "Chile & $sons$")
SVG = "{http://www.w3.org/2000/svg}"


def row(span: str, score: float, quad: str = "verbal cooperation") -> SpanCount:
    return SpanCount("PER", "CHL", span, "CONSULT", quad, 0, 2, 1, score)


def series(periods: int = 48, kind: Kind = Kind.MONTH) -> Series:
    spans = [f"{2000 + at // 12}-{at % 12 + 1:02}" for at in range(periods)]
    rows = [row(span, 4.0 + at % 3 + (40 if at > periods / 2 else 0)) for at, span in enumerate(spans)]
    return make_series([*rows, *(row(span, -6.0, "material conflict") for span in spans[::5])], kind)


def ties(states: int) -> list[Tie]:
    made = []
    for at, (one, other) in enumerate(combinations([f"{at:03}" for at in range(states)], 2)):
        if at % 3 == 0:
            tie = Tie(one, other, score=float(at % 20 - 10))
            tie.quads["verbal cooperation"] = at % 7 + 1
            made.append(tie)
    return made


def read(svg: bytes) -> Any:
    return etree.fromstring(svg)


def words(svg: bytes) -> list[str]:
    return ["".join(each.itertext()).strip() for each in read(svg).iter(f"{SVG}text")]


def test_the_timeline_names_states_months_quads_and_changes() -> None:
    drawn = words(draw_timeline(series(), NAMES))
    assert f"{NAMES[0]} – {NAMES[1]}" in drawn
    assert "116 events by month, 2000-01 to 2003-12" in drawn
    assert {
        "verbal cooperation",
        "material conflict",
        "net, mean of 5 months",
        "net level, and where it changes",
    } <= set(drawn)
    assert {"2002-02", "2001", "2002", "2003", "Jul", "sum of scores", "events"} <= set(drawn)


def test_the_timeline_of_one_direction_has_an_arrow() -> None:
    assert "PER → CHL" in words(draw_timeline(series(), ("PER", "CHL"), directed=True))


@pytest.mark.parametrize("drawn", [draw_timeline(series(), NAMES), draw_network(make_network(ties(12)), NAMES[0])])
def test_plots_hold_nothing_that_runs_or_leads_away(drawn: bytes) -> None:
    root = read(drawn)
    assert list(root.iter(f"{SVG}script", f"{SVG}a", f"{SVG}foreignObject", f"{SVG}image")) == []
    attributes = [(str(name), str(value)) for element in root.iter() for name, value in element.attrib.items()]
    assert [name for name, _ in attributes if name.startswith("on")] == []
    assert {value[0] for name, value in attributes if name.endswith("href")} <= {"#"}
    assert b"<script>" not in drawn


def test_plots_are_the_same_for_the_same_data() -> None:
    assert draw_timeline(series(), NAMES) == draw_timeline(series(), NAMES)
    network = make_network(ties(20))
    assert draw_network(network, "x") == draw_network(network, "x")


def test_png_is_wide_enough_to_be_read() -> None:
    drawn = draw_timeline(series(), NAMES, form="png")
    assert drawn.startswith(b"\x89PNG")
    assert struct.unpack(">I", drawn[16:20])[0] == WIDTH * PNG_DOTS >= 800


@pytest.mark.parametrize(("periods", "kind"), [(1, Kind.MONTH), (2, Kind.YEAR), (MOST_BARS + 20, Kind.MONTH)], ids=str)
def test_series_of_every_length_are_drawn(periods: int, kind: Kind) -> None:
    assert words(draw_timeline(series(periods, kind), ("PER", "CHL")))


def test_no_event_is_no_timeline_and_no_tie_no_network() -> None:
    with pytest.raises(AnalysisError, match="There is no event between PER and CHL to draw"):
        draw_timeline(make_series([], Kind.MONTH), ("PER", "CHL"))
    with pytest.raises(AnalysisError, match="There is no tie between two states to draw"):
        draw_network(make_network([]), "x")


def test_the_network_shows_the_heaviest_states_by_their_codes() -> None:
    network = make_network(ties(MOST_STATES + 15))
    drawn = words(draw_network(network, "Who deals with whom"))
    shown = [state.code for state in network.states[:MOST_STATES]]
    assert [word for word in drawn if word.isdigit() and len(word) == 3] == shown
    assert any(word.startswith(f"{MOST_STATES} of {len(network.states)} states; larger") for word in drawn)


def lonely() -> Tie:
    tie = Tie("AAA", "BBB")
    tie.quads["verbal cooperation"] = 3
    return tie


@pytest.mark.parametrize("made", [ties(30), ties(6), [*ties(4), lonely()]], ids=["many", "few", "apart"])
def test_no_state_covers_another(made: list[Tie]) -> None:
    network = make_network(made)
    sizes = _sizes(network.states)
    places = place_states(network.ties, "all", sizes)
    for one, other in combinations(places, 2):
        apart = sum((a - b) ** 2 for a, b in zip(places[one], places[other], strict=True)) ** 0.5
        assert apart > 0.9 * APART * (sizes[one] + sizes[other])


def test_a_plot_in_a_page_has_words_for_who_cannot_see_it() -> None:
    part = inline(draw_timeline(series(), NAMES), 'Peru "and" <Chile>')
    assert part.startswith('<svg role="img" aria-label=\'Peru "and" &lt;Chile&gt;\'')
    assert "<?xml" not in part and "<!DOCTYPE" not in part and "<metadata>" not in part
    assert read(part.encode()).tag == f"{SVG}svg"


@pytest.mark.parametrize(("name", "form"), [("a.svg", "svg"), ("A.PNG", "png"), ("b.c.svg", "svg")])
def test_the_name_of_a_file_tells_its_format(name: str, form: str) -> None:
    assert format_of(Path(name)) == form


@pytest.mark.parametrize("name", ["a", "a.pdf", "a.svg.gz", ".svg", ""])
def test_other_formats_are_refused(name: str) -> None:
    with pytest.raises(AnalysisError, match=r"Give a name that ends in .svg or .png"):
        format_of(Path(name))
