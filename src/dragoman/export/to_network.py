"""Networks: states as nodes, directed dyads as edges with their counts, as GraphML or GEXF.

In: records. Out: one file. Only the dyads are held in memory. Bodies without a code of their own (IGO, NGO, MNC) are
left out, as one node would stand for many of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ..lexicon.exchange import load_exchange
from ..record import Article, Event
from ..record.findings import QUADS
from ..store import StoredRecord
from ..store.dyads import pair_states
from .pairs import day_of, keep_tellable
from .target import Target
from .text import xml_text
from .writing import Choice, Tally

if TYPE_CHECKING:
    import networkx

# These codes stand for any body of their kind.
NO_NODES = frozenset({"IGO", "NGO", "MNC"})
# Digits of a mean score: more would show differences that are none.
DIGITS = 4
NODE_ATTRIBUTES = ("label", "kind")
EDGE_ATTRIBUTES = (
    "events", "mutual", *(quad.replace(" ", "_") for quad in QUADS), "mean_score", "first_day", "last_day", "undated",
)  # fmt: skip


@dataclass(slots=True)
class Dyad:
    """What is counted of one state acting on another. `mutual` events stand on the edge of the other way too."""

    events: int = 0
    mutual: int = 0
    undated: int = 0
    score: float = 0.0
    quads: Counter[str] = field(default_factory=Counter)
    first: str | None = None
    last: str | None = None

    def add(self, event: Event, article: Article) -> None:
        """Count one event."""
        day = day_of(event, article)
        self.events += 1
        self.mutual += not event.recipients
        self.score += event.score
        self.quads[event.quad] += 1
        if day is None:
            self.undated += 1
        else:
            self.first, self.last = min(self.first or day, day), max(self.last or day, day)

    def attributes(self) -> dict[str, Any]:
        """The attributes of the edge; days that are not known are left out."""
        made: dict[str, Any] = {"events": self.events, "mutual": self.mutual}
        made |= {quad.replace(" ", "_"): self.quads[quad] for quad in QUADS}
        made |= {"mean_score": round(self.score / self.events, DIGITS)}
        made |= {name: day for name, day in (("first_day", self.first), ("last_day", self.last)) if day is not None}
        return {**made, "undated": self.undated}


def write_graphml(records: Iterable[StoredRecord], target: Target, choice: Choice) -> Tally:
    """Write the network as GraphML."""
    import networkx

    network, tally = make_network(records, choice)
    networkx.write_graphml_xml(network, target.open("network.graphml"))
    return tally


def write_gexf(records: Iterable[StoredRecord], target: Target, choice: Choice) -> Tally:
    """Write the network as GEXF."""
    import networkx

    network, tally = make_network(records, choice)
    networkx.write_gexf(network, target.open("network.gexf"))
    return tally


def make_network(records: Iterable[StoredRecord], choice: Choice) -> tuple[networkx.DiGraph[str], Tally]:
    """The network of all events that can be told, nodes and edges in the order of their codes."""
    import networkx

    tally = Tally()
    dyads: dict[tuple[str, str], Dyad] = {}
    for stored in records:
        for event in keep_tellable(stored.record.events, attributed=choice.attributed, left_out=tally.left_out):
            pairs = [(one, other) for one, other, _ in pair_states(event) if not {one, other} & NO_NODES]
            if pairs:
                tally.written["events"] += 1
            else:
                tally.left_out["not between two states"] += 1
            for pair in pairs:
                dyads.setdefault(pair, Dyad()).add(event, stored.record.article)
    codes = load_exchange()
    network: networkx.DiGraph[str] = networkx.DiGraph()
    for code in sorted({code for pair in dyads for code in pair}):
        kind = "state" if code in codes.states else "body"
        network.add_node(xml_text(code), label=codes.names.get(code, xml_text(code)), kind=kind)
    for (one, other), dyad in sorted(dyads.items()):
        network.add_edge(xml_text(one), xml_text(other), **dyad.attributes())
    tally.written.update({"states": network.number_of_nodes(), "dyads": network.number_of_edges()})
    return network, tally
