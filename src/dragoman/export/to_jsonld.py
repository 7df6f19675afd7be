"""JSON-LD: articles, events, meetings and claims as RDF in the words of schema.org, PROV and Web Annotation.

In: records. Out: one document with a graph, each finding with the article, the words and the program it comes from.
What is planned, denied or only told by a source is no schema.org Event, so that nobody takes it for one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from ..lexicon.exchange import Exchange, load_exchange
from ..record import Actor, Article, Claim, Event, Finding, Meeting, When, Where
from ..store import StoredRecord
from .target import Target
from .text import json_line
from .writing import Choice, Tally, open_text

KINDS = ("events", "meetings", "claims")
TERM = "urn:dragoman:term:"
CONTEXT = {
    "@vocab": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "dragoman": TERM,
    "startDate": {"@type": "Date"},
    "endDate": {"@type": "Date"},
    "datePublished": {"@type": "Date"},
    "dateModified": {"@type": "Date"},
    "prov:endedAtTime": {"@type": "xsd:dateTime"},
}
# What stands for what did not happen or is not known to have; only the first is a class of schema.org.
HAPPENED, TOLD, UNREAL = "Event", "dragoman:ToldEvent", "dragoman:UnrealEvent"
REAL = ("actual", "historical")

Node = dict[str, Any]


def write_jsonld(records: Iterable[StoredRecord], target: Target, choice: Choice) -> Tally:
    """Write the document, one node a line."""
    tally = Tally()
    codes = load_exchange()
    states: set[str] = set()
    with open_text(target, "record.jsonld") as stream:
        stream.write('{"@context": ' + json_line(CONTEXT) + ',\n"@graph": [')
        mark = "\n"
        for stored in records:
            nodes = [*_article_nodes(stored)]
            for kind in choice.kinds:
                for finding in getattr(stored.record, kind):
                    nodes.append(make_finding(finding, kind, stored.record.article))
                    tally.written[kind] += 1
            named = {code for _, finding in stored.record.findings() for code in _states_of(finding)} - states
            states |= named
            for node in (*nodes, *(make_state(code, codes) for code in sorted(named))):
                stream.write(mark + json_line(_known(node)))
                mark = ",\n"
        stream.write("\n]}\n")
    return tally


def name_article(article: Article) -> str:
    """The IRI of an article; its address may be none or no IRI."""
    return f"urn:dragoman:article:{quote(article.id, safe='')}"


def _article_nodes(stored: StoredRecord) -> Iterator[Node]:
    article = stored.record.article
    iri = name_article(article)
    yield {
        "@id": iri,
        "@type": "NewsArticle",
        "identifier": article.id,
        "headline": article.title,
        "url": article.url,
        "publisher": {"@type": "Organization", "name": article.publisher} if article.publisher else None,
        "datePublished": article.published,
        "dateModified": article.updated,
        "inLanguage": article.language,
    }
    yield {
        "@id": f"{iri}:coding",
        "@type": "prov:Activity",
        "prov:used": {"@id": iri},
        "prov:endedAtTime": stored.last_coded,
        "prov:wasAssociatedWith": {
            "@id": f"urn:dragoman:coder:{quote(stored.coder, safe='')}",
            "@type": ["prov:SoftwareAgent", "SoftwareApplication"],
            "name": "dragoman",
            "softwareVersion": stored.coder,
        },
    }


def make_finding(finding: Finding, kind: str, article: Article) -> Node:
    """The node of one finding, with where it comes from."""
    iri = name_article(article)
    node: Node = {"@id": f"{iri}:{kind}:{quote(finding.id, safe='')}", "identifier": finding.id}
    match finding:
        case Event():
            node |= _event_node(finding)
        case Meeting():
            node |= _meeting_node(finding)
        case Claim():
            node |= _claim_node(finding, article)
    evidence = finding.evidence
    return node | {
        "dragoman:rule": finding.rule,
        "dragoman:confidence": finding.confidence,
        "prov:wasDerivedFrom": {"@id": iri},
        "prov:wasGeneratedBy": {"@id": f"{iri}:coding"},
        "dragoman:evidence": {
            "@type": "oa:SpecificResource",
            "oa:hasSource": {"@id": iri},
            "oa:hasSelector": [
                {"@type": "oa:TextQuoteSelector", "oa:exact": evidence.text},
                {"@type": "oa:TextPositionSelector", "oa:start": evidence.start, "oa:end": evidence.end},
            ],
        },
    }


def _event_node(event: Event) -> Node:
    kind = UNREAL if event.realis not in REAL else TOLD if event.attribution is not None else HAPPENED
    return {
        "@type": kind,
        "name": event.type if event.mode is None else f"{event.type} ({event.mode})",
        "additionalType": {"@id": f"{TERM}plover:{event.type}"},
        "description": event.evidence.text,
        **_when_node(event.date),
        "location": _where_node(event.place),
        "dragoman:actor": [_actor_node(actor) for actor in event.actors],
        "dragoman:recipient": [_actor_node(actor) for actor in event.recipients],
        "dragoman:mode": event.mode,
        "dragoman:cameo": event.cameo,
        "dragoman:context": list(event.contexts),
        "dragoman:quad": event.quad,
        "dragoman:score": event.score,
        "dragoman:realis": event.realis,
        "prov:wasAttributedTo": None if event.attribution is None else _actor_node(event.attribution),
    }


def _meeting_node(meeting: Meeting) -> Node:
    return {
        "@type": HAPPENED if meeting.realis in REAL else UNREAL,
        "name": meeting.form,
        "description": meeting.evidence.text,
        **_when_node(meeting.date),
        "location": _where_node(meeting.place),
        "attendee": [_actor_node(actor) for actor in meeting.participants],
        "about": [_state_link(code) for code in meeting.countries],
        "dragoman:realis": meeting.realis,
    }


def _claim_node(claim: Claim, article: Article) -> Node:
    return {
        "@type": "Claim",
        "text": claim.text,
        "author": None if claim.speaker is None else _actor_node(claim.speaker),
        "about": [_state_link(code) for code in claim.about],
        "appearance": {"@id": name_article(article)},
        "datePublished": article.published,
        "dragoman:quote": claim.quote,
    }


def _when_node(when: When | None) -> Node:
    if when is None:
        return {}
    return {"startDate": when.start, "endDate": when.end, "dragoman:precision": when.precision}


def _where_node(where: Where | None) -> Node | None:
    if where is None:
        return None
    point = where.lat is not None and where.lon is not None
    return {
        "@type": "Place",
        "name": where.name,
        "containedInPlace": None if where.country is None else _state_link(where.country),
        "geo": {"@type": "GeoCoordinates", "latitude": where.lat, "longitude": where.lon} if point else None,
        "sameAs": None if where.geonameid is None else {"@id": f"https://sws.geonames.org/{where.geonameid}/"},
    }


def _actor_node(actor: Actor) -> Node:
    """An actor; only who holds an office is known to be a person."""
    return {
        "@type": ["Person", "prov:Agent"] if actor.role else "prov:Agent",
        "name": actor.name or actor.span.text,
        "alternateName": actor.span.text if actor.name not in (None, actor.span.text) else None,
        "jobTitle": actor.role,
        "dragoman:country": None if actor.country is None else _state_link(actor.country),
        "dragoman:sector": list(actor.sectors),
    }


def make_state(code: str, codes: Exchange) -> Node:
    """The node of a state, or of a body that stands in its place."""
    return {
        **_state_link(code),
        "@type": "Country" if code in codes.states else "Organization",
        "identifier": code,
        "name": codes.names.get(code),
    }


def _state_link(code: str) -> Node:
    return {"@id": f"urn:dragoman:state:{quote(code, safe='')}"}


def _states_of(finding: Finding) -> Iterator[str]:
    """The codes that the node of a finding points to."""
    match finding:
        case Event(actors=actors, recipients=others, place=place, attribution=source):
            named = [actor.country for actor in (*actors, *others, *([source] if source else ()))]
        case Meeting(participants=actors, countries=countries, place=place):
            named = [*countries, *(actor.country for actor in actors)]
        case Claim(speaker=speaker, about=about):
            named, place = [*about, speaker.country if speaker else None], None
        case _:
            return
    yield from (code for code in (*named, place.country if place else None) if code)


def _known(value: Any) -> Any:
    """The node without what is not known: null and empty lists say nothing in JSON-LD."""
    if isinstance(value, dict):
        return {key: _known(item) for key, item in value.items() if item is not None and item != []}
    return [_known(item) for item in value] if isinstance(value, list) else value
