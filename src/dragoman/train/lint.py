"""Check annotated passages against the ontologies and the rules of the corpus.

In: Passages. Out: messages, each with file and line; none where all is well. Changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from ..errors import CorpusError
from ..ontology import load_codes, load_ontology
from .markup import MarkedEvent, Passage, read_passages

# Types whose events may stand without a recipient: a show of force, a protest, a ban for everybody, an attack on nobody named.
LONGEST_PASSAGE = 900
LONGEST_SPAN = 160
CONTEXTS = frozenset(
    "military intelligence executive legislative election political_institutions pro_democracy pro_autocracy economic "
    "legal reparations human_rights rights_freedoms repression human_security gender lgbt religion_ethnicity inequality "
    "diplomatic territory peacekeeping health asylum migration disasters natural_resource environment technology "
    "terrorism cbrn cyber misinformation crime corruption illegal_drugs trafficking".split()
)


def lint_files(paths: Sequence[Path]) -> Iterator[str]:
    """What is wrong in files of annotated passages, one message a fault."""
    for path in paths:
        for passage in read_passages(path.read_text(encoding="utf-8"), path.name):
            if isinstance(passage, CorpusError):
                yield str(passage)
            else:
                yield from (f"{path.name}:{passage.line}: {fault}" for fault in faults_of(passage))


def faults_of(passage: Passage) -> Iterator[str]:
    """What is wrong with one passage."""
    if len(passage.text) > LONGEST_PASSAGE:
        yield f"{len(passage.text)} characters; at most {LONGEST_PASSAGE}"
    if wrong := sorted(set(passage.contexts) - CONTEXTS):
        yield f"unknown contexts {wrong}"
    numbers = [event.number for event in passage.events]
    if len(set(numbers)) != len(numbers):
        yield f"event numbers repeat: {numbers}"
    if loose := sorted({span.event for span in passage.spans if span.event} - set(numbers)):
        yield f"spans of events {loose} that have no event line"
    for span in passage.spans:
        words = passage.words_of(span)
        if words != words.strip() or len(words) > LONGEST_SPAN:
            yield f"span {words!r} has blanks at its ends or is longer than {LONGEST_SPAN}"
    for event in passage.events:
        yield from faults_of_label(event)
        yield from faults_of_roles(passage, event)


def faults_of_label(event: MarkedEvent) -> Iterator[str]:
    """What is wrong with the type, mode and code of an event."""
    types, codes = load_ontology(), load_codes()
    if event.type not in types:
        yield f"event {event.number}: unknown type {event.type}"
        return
    code = codes.get(event.cameo)
    if code is None or not code.type:
        yield f"event {event.number}: code {event.cameo} is no event"
    elif event.type not in {code.type, *code.others}:
        yield f"event {event.number}: code {event.cameo} is {code.type}{' or ' + ', '.join(code.others) if code.others else ''}, not {event.type}"
    if event.mode is not None and event.mode not in types[event.type].modes:
        yield f"event {event.number}: {event.type} has no mode {event.mode}; allowed: {', '.join(types[event.type].modes) or '-'}"


def faults_of_roles(passage: Passage, event: MarkedEvent) -> Iterator[str]:
    """What is missing of an event: it needs a trigger and an actor."""
    if not passage.of("T", event.number):
        yield f"event {event.number} has no trigger (T{event.number})"
    if not passage.of("A", event.number):
        yield f"event {event.number} has no actor (A{event.number})"
