"""Network: who deals with whom, as a graph of states.

In: Ties, and which of their events make a tie. Out: a Network: states with their degrees, betweenness and community, in
the order of their weight, and the ties. The measures are those of networkx. Refuses a kind of tie that is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from ..errors import AnalysisError
from .ranking import Tie
from .series import DECIMALS

# What makes a tie: all events of two states, or only those of cooperation or of conflict.
ALL, COOPERATION, CONFLICT = MADE_OF = ("all", "cooperation", "conflict")
# Louvain's method walks the states in a random order; the same order each time gives the same communities.
SEED = 1


@dataclass(frozen=True, slots=True)
class State:
    """A state in a network. `degree` is the number of its partners, `weight` that of the events with them,
    `betweenness` the share of the shortest paths of others that lead through it, `community` the number of its group,
    from 1 on."""

    code: str
    degree: int
    weight: int
    betweenness: float
    community: int


@dataclass(frozen=True)
class Network:
    """States, the heaviest first, and the ties between them, the heaviest first. `modularity` tells how much more of
    the weight lies within the communities than chance would put there, from -0.5 to 1."""

    states: tuple[State, ...]
    ties: tuple[Tie, ...]
    made_of: str
    modularity: float

    def weight_of(self, tie: Tie) -> int:
        """How many events make a tie."""
        return weigh(tie, self.made_of)


def weigh(tie: Tie, made_of: str) -> int:
    """How many events of a kind a tie has."""
    return {ALL: tie.count, COOPERATION: tie.cooperation, CONFLICT: tie.conflict}[made_of]


def make_network(ties: Iterable[Tie], *, made_of: str = ALL, least: int = 1) -> Network:
    """The network of all ties with at least so many events."""
    if made_of not in MADE_OF:
        raise AnalysisError(f"{made_of!r} makes no tie. Allowed: {', '.join(MADE_OF)}.")
    kept = [tie for tie in ties if weigh(tie, made_of) >= max(least, 1)]
    kept.sort(key=lambda tie: (-weigh(tie, made_of), tie.first, tie.second))
    graph = make_graph(kept, made_of)
    communities, modularity = find_communities(graph)
    between = find_betweenness(graph)
    states = [
        State(
            code,
            graph.degree(code),
            int(graph.degree(code, weight="weight")),
            round(between[code], DECIMALS),
            communities[code],
        )
        for code in graph
    ]
    states.sort(key=lambda state: (-state.weight, state.code))
    return Network(tuple(states), tuple(kept), made_of, modularity)


def make_graph(ties: Sequence[Tie], made_of: str) -> Any:
    """The ties as a graph, its states by their codes so that nothing depends on the order of the rows."""
    import networkx

    graph = networkx.Graph()
    graph.add_nodes_from(sorted({code for tie in ties for code in (tie.first, tie.second)}))
    for tie in sorted(ties, key=lambda tie: (tie.first, tie.second)):
        weight = weigh(tie, made_of)
        before = graph.get_edge_data(tie.first, tie.second, {"weight": 0})["weight"]
        # The more two states deal with each other, the nearer they are.
        graph.add_edge(tie.first, tie.second, weight=before + weight, length=1 / (before + weight))
    return graph


def find_communities(graph: Any) -> tuple[dict[str, int], float]:
    """The number of each state's community, by Louvain's method (Blondel et al. 2008), the largest community first, and
    the modularity of all (Newman 2004)."""
    import networkx

    if not graph.number_of_edges():
        return dict.fromkeys(graph, 1), 0.0
    groups = [sorted(group) for group in networkx.community.louvain_communities(graph, weight="weight", seed=SEED)]
    groups.sort(key=lambda group: (-len(group), group))
    modularity = networkx.community.modularity(graph, groups, weight="weight")
    return {code: at for at, group in enumerate(groups, 1) for code in group}, round(float(modularity), DECIMALS)


def find_betweenness(graph: Any) -> dict[str, float]:
    """The betweenness of each state over the shortest paths (Brandes 2001), a tie being the shorter the more events
    make it (Newman 2001)."""
    import networkx

    found: dict[str, float] = networkx.betweenness_centrality(graph, weight="length", normalized=True)
    return found
