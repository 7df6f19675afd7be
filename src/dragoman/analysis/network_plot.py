"""Network plot: states as discs and ties as lines; who deals with each other a lot stands near each other.

In: a Network and a heading. Out: SVG or PNG. Refuses a network without ties: there is nothing to see.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Any

from ..errors import AnalysisError
from .canvas import AMBER, BLUE, GREEN, INK, PALE, PURPLE, SKY, SOFT_INK, VERMILION, YELLOW, draw, title
from .network import Network, State, make_graph
from .ranking import Tie

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# More states than this cannot be told apart on 800 pixels, and more ties hide the states.
MOST_STATES, MOST_TIES = 40, 150
# The largest communities have a colour, all others share the last.
COMMUNITIES = (BLUE, VERMILION, GREEN, PURPLE, AMBER, SKY, YELLOW, SOFT_INK)
# The width of the plane, the radius of the smallest and the largest state on it; the smallest holds three letters.
PLANE = 10.0
# The picture is so much wider than high.
STRETCH = 1.9
SMALLEST, LARGEST = 0.42, 0.7
# States are kept so far apart, in radii.
APART = 1.25
PUSHES = 200
# Widths of the thinnest and the thickest tie, in points.
THIN, THICK = 0.6, 6.0
# So few tones that the scale is drawn in lines and not as an image.
TONES = 31
# Scores beyond these are shown as if they were at the end of the scale.
SCALE = 6.0

Places = dict[str, tuple[float, float]]


def draw_network(network: Network, heading: str, *, form: str = "svg") -> bytes:
    """The picture of the heaviest states of a network and the ties between them."""
    if not network.ties:
        raise AnalysisError("There is no tie between two states to draw. Widen the period or the types, or store more.")
    return draw(lambda figure: _fill(figure, network, heading), form)


def _fill(figure: Figure, network: Network, heading: str) -> None:
    axes = figure.subplots()
    shown = network.states[:MOST_STATES]
    codes = {state.code for state in shown}
    ties = [tie for tie in network.ties if {tie.first, tie.second} <= codes][:MOST_TIES]
    sizes = _sizes(shown)
    places = place_states(ties, network.made_of, sizes)
    _draw_ties(figure, axes, ties, network, places)
    _draw_states(axes, shown, places, sizes)
    axes.set_aspect("equal")
    axes.axis("off")
    axes.autoscale_view()
    some = "" if len(shown) == len(network.states) else f"{len(shown)} of "
    made = "events" if network.made_of == "all" else f"events of {network.made_of}"
    words = f"{some}{len(network.states)} states; larger and thicker: more {made}; colour of rings: communities"
    title(axes, heading, words)


def _sizes(states: Sequence[State]) -> dict[str, float]:
    """The radius of each state: its area grows with its weight."""
    heaviest = max(state.weight for state in states)
    return {state.code: SMALLEST + (LARGEST - SMALLEST) * math.sqrt(state.weight / heaviest) for state in states}


def place_states(ties: Sequence[Tie], made_of: str, sizes: Mapping[str, float]) -> Places:
    """Where each state stands: by the method of Kamada and Kawai (1989), then pushed apart so that none is covered."""
    import networkx

    graph = make_graph(ties, made_of)
    graph.add_nodes_from(sorted(sizes))
    # Weights differ by thousands; their logarithms leave the weak ties in sight.
    for _, _, values in graph.edges(data=True):
        values["length"] = 1 / (1 + math.log(values["weight"]))
    found = dict(networkx.all_pairs_dijkstra_path_length(graph, weight="length"))
    farthest = max((length for row in found.values() for length in row.values()), default=1.0) or 1.0
    # States that no path joins stand at the edge.
    lengths = {one: {other: found[one].get(other, 1.3 * farthest) for other in graph} for one in graph}
    begin = networkx.circular_layout(sorted(graph, key=lambda code: (-sizes[code], code)))
    placed = networkx.kamada_kawai_layout(graph, dist=lengths, pos=begin, scale=PLANE / 2)
    return _push_apart({code: (float(x) * STRETCH, float(y)) for code, (x, y) in placed.items()}, sizes)


def _push_apart(places: Places, sizes: Mapping[str, float]) -> Places:
    """The same places, moved as little as needed so that no two states cover each other."""
    at = {code: list(place) for code, place in places.items()}
    for _ in range(PUSHES):
        moved = False
        for one, other in combinations(sorted(at), 2):
            dx, dy = at[other][0] - at[one][0], at[other][1] - at[one][1]
            distance = math.hypot(dx, dy) or 1e-6
            lack = APART * (sizes[one] + sizes[other]) - distance
            if lack > 0:
                moved = True
                step = lack / 2 / distance
                for code, sign in ((one, -1), (other, 1)):
                    at[code][0] += sign * dx * step
                    at[code][1] += sign * (dy or 1e-6) * step
        if not moved:
            break
    return {code: (x, y) for code, (x, y) in at.items()}


def _draw_ties(figure: Figure, axes: Axes, ties: Sequence[Tie], network: Network, places: Places) -> None:
    """A line for each tie: the thicker the more events, blue for cooperation, orange for conflict."""
    from matplotlib.cm import ScalarMappable
    from matplotlib.collections import LineCollection
    from matplotlib.colors import LinearSegmentedColormap, Normalize

    tones = LinearSegmentedColormap.from_list("tones", [VERMILION, AMBER, "#BFBFBF", SKY, BLUE], N=TONES)
    scale: Any = Normalize(-SCALE, SCALE, clip=True)
    heaviest = math.log1p(max(network.weight_of(tie) for tie in ties)) if ties else 1.0
    ordered = sorted(ties, key=network.weight_of)
    axes.add_collection(
        LineCollection(
            [(places[tie.first], places[tie.second]) for tie in ordered],
            linewidths=[THIN + (THICK - THIN) * math.log1p(network.weight_of(tie)) / heaviest for tie in ordered],
            colors=[tones(scale(tie.mean)) for tie in ordered],
            alpha=0.85, zorder=1, capstyle="round",
        )
    )  # fmt: skip
    bar = figure.colorbar(ScalarMappable(scale, tones), ax=axes, location="bottom", shrink=0.45, aspect=35, pad=0.02)
    bar.set_label("mean score of a tie: conflict (–) to cooperation (+)", fontsize=9)
    bar.ax.tick_params(labelsize=9)
    bar.outline.set_edgecolor(PALE)


def _draw_states(axes: Axes, states: Sequence[State], places: Places, sizes: Mapping[str, float]) -> None:
    """A disc for each state with its code in it."""
    from matplotlib.patches import Circle

    for state in states:
        place, radius = places[state.code], sizes[state.code]
        ring = COMMUNITIES[min(state.community, len(COMMUNITIES)) - 1]
        axes.add_patch(Circle(place, radius, facecolor="white", edgecolor=ring, linewidth=2.4, zorder=2))
        axes.text(*place, state.code, ha="center", va="center", fontsize=9, color=INK, zorder=3)
