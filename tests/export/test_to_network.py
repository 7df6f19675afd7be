"""Networks: what networkx reads back is what the store counts."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import networkx
import pytest
from store.factory import make_article, make_event

from dragoman.export import export_files
from dragoman.export.to_network import EDGE_ATTRIBUTES, NODE_ATTRIBUTES, make_network
from dragoman.export.writing import Choice
from dragoman.record import Record
from dragoman.store import Selection, Store
from dragoman.store.stream import StoredRecord

from .conftest import Export
from .shapes import BODY, CODER, ROME, SHAPES

READ = {"graphml": networkx.read_graphml, "gexf": networkx.read_gexf}
BOTH = pytest.mark.parametrize("form", READ)
CHOICE = Choice(("events",))


def count_events(store: Store, one: str, other: str) -> Counter[str]:
    """Of the events that one state does to another, or both do together, how many can be told, by quad class."""
    counted: Counter[str] = Counter()
    for row in store.events(dyad=(one, other)):
        event = row.event
        doers = {actor.country for actor in event.actors}
        told = event.realis in ("actual", "historical") or event.cameo == "036"
        if one in doers and event.attribution is None and told and event.realis not in ("negated", "hypothetical"):
            counted[event.quad] += 1
    return counted


@BOTH
def test_network_has_states_as_nodes_and_dyads_as_edges(shelf: Store, export: Export, form: str) -> None:
    network: Any = READ[form](export(form))
    assert network.is_directed()
    assert sorted(network.nodes) == ["CHL", "PER", "UNO"]
    assert set(network.edges) == {
        ("CHL", "PER"), ("PER", "CHL"), ("CHL", "UNO"), ("UNO", "CHL"), ("PER", "UNO"), ("UNO", "PER"),
    }  # fmt: skip


def test_network_leaves_states_out_that_nothing_joins(shelf: Store, export: Export) -> None:
    assert "ROU" not in READ["graphml"](export("graphml"))


@BOTH
def test_network_counts_what_the_store_holds(shelf: Store, export: Export, form: str) -> None:
    network: Any = READ[form](export(form))
    for one, other in (("CHL", "PER"), ("PER", "CHL")):
        edge = network.edges[one, other]
        counted = count_events(shelf, one, other)
        assert counted
        assert edge["events"] == sum(counted.values())
        assert {quad.replace(" ", "_"): edge[quad.replace(" ", "_")] for quad in counted} == {
            quad.replace(" ", "_"): count for quad, count in counted.items()
        }
    assert set(EDGE_ATTRIBUTES) <= set(network.edges["CHL", "PER"]) | {"id", "weight"}
    assert set(NODE_ATTRIBUTES) <= set(network.nodes["CHL"]) | {"label"}
    assert network.nodes["UNO"]["kind"] == "body" and network.nodes["PER"]["label"] == "Peru"


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("one-way",), {"events": 1, "mutual": 0, "mean_score": 4.0, "first_day": "2031-03-03", "undated": 0}),
        (("one-way", "past"), {"events": 2, "undated": 1, "last_day": "2031-03-03"}),
        (("both",), {"events": 1, "mutual": 1, "first_day": "2031-03-04"}),
        (("one-way", "stated"), {"events": 2, "first_day": "2031-03-03", "last_day": "2031-03-04"}),
        (("one-way", "told", "negated", "inside"), {"events": 1}),
    ],
)
def test_network_tells_of_each_dyad(names: tuple[str, ...], expected: dict[str, Any]) -> None:
    record = Record(make_article(), events=tuple(SHAPES[name] for name in names))
    network, _ = make_network([StoredRecord(record, CODER, "")], CHOICE)
    edge = network.edges["CHL", "PER"]
    assert {key: edge[key] for key in expected} == expected


def test_network_takes_a_mean_over_all_events() -> None:
    events = tuple(make_event(f"e{at}", score=score) for at, score in enumerate((4.0, -9.0, 1.0)))
    network, _ = make_network([StoredRecord(Record(make_article(), events=events), CODER, "")], CHOICE)
    assert network.edges["CHL", "PER"]["mean_score"] == -1.3333


def test_network_says_what_it_leaves_out() -> None:
    events = (SHAPES["inside"], make_event("club", actors=(BODY,), recipients=(ROME,)), SHAPES["told"])
    network, tally = make_network([StoredRecord(Record(make_article(), events=events), CODER, "")], CHOICE)
    assert list(network.edges) == []
    assert sorted(tally.left_out.values()) == [1, 2]
    assert tally.left_out["not between two states"] == 2


@BOTH
def test_network_of_nothing_is_a_network(store: Store, tmp_path: Path, form: str) -> None:
    export_files(store, form, tmp_path / "net", Selection(("events",)))
    assert list(READ[form](tmp_path / "net")) == []


@BOTH
def test_network_holds_what_xml_cannot(store: Store, tmp_path: Path, form: str) -> None:
    from store.factory import actor

    odd = actor("Chile", "C\x1b<&", name="odd")
    store.save(Record(make_article(), events=(make_event(actors=(odd,)),)), coder=CODER)
    export_files(store, form, tmp_path / "net", Selection(("events",)))
    assert sorted(READ[form](tmp_path / "net")) == ["C\ufffd<&", "PER"]
