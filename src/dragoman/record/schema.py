"""The JSON Schema of a record, derived from the dataclasses, so that it cannot drift from `to_dict`."""

from __future__ import annotations

from dataclasses import fields
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from .article import RegionKind
from .findings import (
    AGREEMENT_KINDS,
    AGREEMENT_STATUSES,
    COMMITMENT_STATUSES,
    CONDITION_KINDS,
    MEETING_FORMATS,
    MEETING_FORMS,
    MEETING_LEVELS,
    PRECISIONS,
    QUADS,
    REALIS,
    Actor,
    Period,
    When,
    Where,
)
from .record import KINDS
from .span import Span
from .verdict import Reason

DRAFT = "https://json-schema.org/draft/2020-12/schema"
# The kind under which an article that is not read at all is refused.
REFUSED_WHOLE = "article"
_PLAIN: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
}
_SHAPES: dict[Any, str] = {Span: "span", Actor: "actor", When: "when", Where: "where", Period: "period"}
_DAY = {"type": ["string", "null"], "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
# A deadline is as exact as the words that set it: a year, a month or a day.
_DEADLINE = {"type": ["string", "null"], "pattern": "^[0-9]{4}(-[0-9]{2}){0,2}$"}
_CONFIDENCE = {"type": "number", "minimum": 0, "maximum": 1}
# Fields with a closed set of values.
_CLOSED: dict[tuple[str, str], tuple[str, ...]] = {
    ("events", "quad"): QUADS,
    ("events", "realis"): REALIS,
    ("agreements", "kind"): AGREEMENT_KINDS,
    ("agreements", "status"): AGREEMENT_STATUSES,
    ("commitments", "status"): COMMITMENT_STATUSES,
    ("meetings", "form"): MEETING_FORMS,
    ("meetings", "realis"): REALIS,
    ("meetings", "level"): MEETING_LEVELS,
    ("meetings", "format"): MEETING_FORMATS,
    ("conditions", "kind"): CONDITION_KINDS,
}
# Fields whose type says less than is true of them.
_NARROW: dict[str, dict[str, Any]] = {"confidence": _CONFIDENCE, "deadline": _DEADLINE}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def _of_type(hint: Any) -> dict[str, Any]:
    if hint in _PLAIN:
        return dict(_PLAIN[hint])
    if hint in _SHAPES:
        return {"$ref": f"#/$defs/{_SHAPES[hint]}"}
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        return {"anyOf": [_of_type(each) for each in get_args(hint)]}
    if origin is tuple:
        return {"type": "array", "items": _of_type(get_args(hint)[0])}
    raise TypeError(f"No JSON Schema for the field type {hint!r}. Add it to record/schema.py.")


def _finding(kind: str) -> dict[str, Any]:
    hints = get_type_hints(KINDS[kind])
    properties = {}
    for field in fields(KINDS[kind]):  # type: ignore[arg-type]
        closed = _CLOSED.get((kind, field.name))
        maybe = [None] if field.default is None else []
        known = {"enum": [*closed, *maybe]} if closed else _NARROW.get(field.name)
        properties[field.name] = dict(known) if known else _of_type(hints[field.name])
    return _object(properties)


def _shapes() -> dict[str, Any]:
    text, maybe, number = {"type": "string"}, {"type": ["string", "null"]}, {"type": ["number", "null"]}
    count, many = {"type": "integer", "minimum": 0}, {"type": "array", "items": text}
    place = {"text": text, "start": count, "end": count}
    made = {"rule": text, "confidence": _CONFIDENCE}
    named = {"name": maybe, "role": maybe, "country": maybe, "sectors": many}
    located = {"name": text, "country": maybe, "lat": number, "lon": number, "geonameid": {"type": ["integer", "null"]}}
    kinds, reasons = [*KINDS, REFUSED_WHOLE], [str(reason) for reason in Reason]
    return {
        "span": _object({"start": count, "end": count, "text": text}),
        "actor": _object({**place, **named, **made}),
        "when": _object({**place, "from": _DAY, "to": _DAY, "precision": {"enum": list(PRECISIONS)}, **made}),
        "where": _object({**place, **located, **made}),
        "period": _object({"from": _DAY, "to": _DAY}),
        "region": _object({"start": count, "end": count, "kind": {"enum": [str(kind) for kind in RegionKind]}}),
        "refusal": _object(
            {
                "kind": {"enum": kinds},
                "reason": {"enum": reasons},
                "label": text,
                "evidence": {"$ref": "#/$defs/span"},
                "rule": text,
            }
        ),
    }


def record_schema() -> dict[str, Any]:
    """The schema of what `dragoman code --format jsonl` prints on each line."""
    maybe = {"type": ["string", "null"]}
    article = {
        "id": {"type": "string"}, "title": maybe, "url": maybe, "publisher": maybe, "published": _DAY, "updated": _DAY,
        "dateline": maybe, "language": {"type": "string"}, "text": {"type": "string"},
        "regions": {"type": "array", "items": {"$ref": "#/$defs/region"}},
    }  # fmt: skip
    properties: dict[str, Any] = {"article": _object(article)}
    for kind in KINDS:
        properties[kind] = {"type": "array", "items": {"$ref": f"#/$defs/{kind}"}}
    schema = _object(properties)
    schema["properties"]["refused"] = {"type": "array", "items": {"$ref": "#/$defs/refusal"}}
    return {
        "$schema": DRAFT,
        "title": "dragoman record",
        "description": "All that one article yields. Offsets are Unicode code points into article.text, half-open.",
        **schema,
        "$defs": {**_shapes(), **{kind: _finding(kind) for kind in KINDS}},
    }
