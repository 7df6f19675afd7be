"""JSON-LD, ClaimReview and JSON Lines: what rdflib and json read back is what the store holds, and nothing beyond."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from dragoman.record import Record
from dragoman.store import Store

from .conftest import Export
from .hostile import NAME, QUOTE
from .shapes import CODER

SCHEMA = Namespace("https://schema.org/")
PROV = Namespace("http://www.w3.org/ns/prov#")
OA = Namespace("http://www.w3.org/ns/oa#")
DRAGOMAN = Namespace("urn:dragoman:term:")
EVENT = URIRef("urn:dragoman:article:plain-0001:events:e1")


def list_records(store: Store) -> list[Record]:
    records = [store.get(row.id) for row in store.articles()]
    assert all(records)
    return [record for record in records if record]


@pytest.fixture
def graph(export: Export) -> Iterator[Graph]:
    yield Graph().parse(export("jsonld"), format="json-ld")


def values(graph: Graph, subject: Node, *path: URIRef) -> set[str]:
    """The values at the end of a way of properties."""
    nodes: set[Node] = {subject}
    for name in path:
        nodes = {found for node in nodes for found in graph.objects(node, name)}
    return {str(node) for node in nodes}


def test_jsonld_has_every_event_meeting_and_claim(shelf: Store, graph: Graph) -> None:
    records = list_records(shelf)
    happened = {"actual", "historical"}
    events = [event for record in records for event in record.events]
    real = [event for event in events if event.realis in happened and event.attribution is None]
    told = [event for event in events if event.realis in happened and event.attribution is not None]
    meetings = sum(len(record.meetings) for record in records)
    claims = sum(len(record.claims) for record in records)
    telling = [record for record in records if record.events or record.meetings or record.claims]
    counted = {
        kind: len(set(graph.subjects(RDF.type, kind)))
        for kind in (SCHEMA.Event, DRAGOMAN.ToldEvent, DRAGOMAN.UnrealEvent, SCHEMA.Claim, SCHEMA.NewsArticle)
    }
    assert counted == {
        SCHEMA.Event: len(real) + meetings,
        DRAGOMAN.ToldEvent: len(told),
        DRAGOMAN.UnrealEvent: len(events) - len(real) - len(told),
        SCHEMA.Claim: claims,
        SCHEMA.NewsArticle: len(telling),
    }
    assert told and claims and meetings


def test_jsonld_tells_an_event(graph: Graph) -> None:
    assert values(graph, EVENT, RDF.type) == {str(SCHEMA.Event)}
    assert list(graph.objects(EVENT, SCHEMA.startDate)) == [Literal("2031-03-03", datatype=SCHEMA.Date)]
    assert values(graph, EVENT, DRAGOMAN.actor, SCHEMA.name) == {"Chile"}
    assert values(graph, EVENT, DRAGOMAN.recipient, DRAGOMAN.country, SCHEMA.name) == {"Peru"}
    assert values(graph, EVENT, DRAGOMAN.cameo) == {"042"}
    assert values(graph, EVENT, SCHEMA.additionalType) == {"urn:dragoman:term:plover:CONSULT"}
    assert values(graph, EVENT, SCHEMA.location, SCHEMA.name) == {"Arica"}
    assert values(graph, EVENT, SCHEMA.location, SCHEMA.geo, SCHEMA.latitude) == {"-18.4783"}
    assert values(graph, EVENT, SCHEMA.location, SCHEMA.sameAs) == {"https://sws.geonames.org/3899361/"}


def test_jsonld_proves_an_event_by_its_words_and_their_place(shelf: Store, graph: Graph) -> None:
    record = shelf.get("plain-0001")
    assert record is not None
    span = record.events[0].evidence
    selectors = (DRAGOMAN.evidence, OA.hasSelector)
    assert values(graph, EVENT, *selectors, OA.exact) == {span.text}
    assert values(graph, EVENT, *selectors, OA.start) == {str(span.start)}
    assert values(graph, EVENT, *selectors, OA.end) == {str(span.end)}
    assert values(graph, EVENT, DRAGOMAN.evidence, OA.hasSource, SCHEMA.url) == {"https://news.example/1"}


def test_jsonld_tells_who_coded_what(graph: Graph) -> None:
    coding = (PROV.wasGeneratedBy, PROV.wasAssociatedWith, SCHEMA.softwareVersion)
    assert values(graph, EVENT, *coding) == {CODER}
    assert values(graph, EVENT, PROV.wasDerivedFrom) == {"urn:dragoman:article:plain-0001"}
    assert values(graph, EVENT, PROV.wasDerivedFrom, SCHEMA.headline) == {"Neighbours talk"}


def test_jsonld_says_who_tells_an_event(graph: Graph) -> None:
    told = URIRef("urn:dragoman:article:shapes-0001:events:told")
    assert values(graph, told, RDF.type) == {str(DRAGOMAN.ToldEvent)}
    assert values(graph, told, PROV.wasAttributedTo, SCHEMA.jobTitle) == {"trade minister"}
    assert values(graph, EVENT, PROV.wasAttributedTo) == set()


def test_jsonld_keeps_hostile_words(graph: Graph) -> None:
    claim = URIRef("urn:dragoman:article:%3Did%2F01:claims:%40q")
    assert values(graph, claim, SCHEMA.text) == {QUOTE}
    assert values(graph, claim, SCHEMA.author, SCHEMA.name) == {NAME}


def test_jsonld_holds_no_end_of_a_script(export: Export) -> None:
    assert "<" not in export("jsonld").read_text(encoding="utf-8")


def test_claimreview_tells_each_claim_and_no_verdict(shelf: Store, export: Export) -> None:
    feed = json.loads(export("claimreview").read_text(encoding="utf-8"))
    claims = [(record, claim) for record in list_records(shelf) for claim in record.claims]
    assert (feed["@context"], feed["@type"]) == ("https://schema.org", "DataFeed")
    assert len(feed["dataFeedElement"]) == len(claims)
    for element, (record, claim) in zip(feed["dataFeedElement"], claims, strict=True):
        review = element["item"]
        assert set(review) == {"@type", "claimReviewed", "itemReviewed"}
        assert review["claimReviewed"] == claim.text
        named = review["itemReviewed"].get("author", {}).get("name")
        assert named == (claim.speaker.name if claim.speaker else None)
        assert review["itemReviewed"].get("datePublished") == record.article.published
    assert not find_keys(feed) & {"reviewRating", "ratingValue", "alternateName"}


def find_keys(value: Any) -> set[str]:
    if isinstance(value, dict):
        return {*value, *(key for inner in value.values() for key in find_keys(inner))}
    return {key for inner in value for key in find_keys(inner)} if isinstance(value, list) else set()


def test_jsonl_gives_every_record_back(shelf: Store, export: Export) -> None:
    lines = export("jsonl").read_text(encoding="utf-8").split("\n")
    assert lines.pop() == ""
    assert [json.loads(line) for line in lines] == [record.to_dict() for record in list_records(shelf)]
    read = [Record.from_dict(json.loads(line)) for line in lines]
    assert [record.to_dict() for record in read] == [record.to_dict() for record in list_records(shelf)]


def test_jsonl_has_no_key_for_a_kind_that_is_not_wanted(export: Export) -> None:
    lines = export("jsonl", kinds=("claims",)).read_text(encoding="utf-8").splitlines()
    assert [list(json.loads(line)) for line in lines] == [["article", "claims"]] * 2


@pytest.mark.parametrize("form", ["jsonl", "jsonld", "claimreview"])
def test_json_of_an_empty_store_can_be_read(store: Store, form: str, tmp_path: Any) -> None:
    from dragoman.export import choose_kinds, export_files
    from dragoman.store import Selection

    export_files(store, form, tmp_path / "out", Selection(choose_kinds(form, ())))
    text = (tmp_path / "out").read_text(encoding="utf-8")
    assert text == "" if form == "jsonl" else json.loads(text)
