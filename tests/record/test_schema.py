"""The JSON Schema takes what dragoman prints, and nothing else."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from dragoman.record import KINDS
from dragoman.record.schema import record_schema

from .factory import make_record


@lru_cache(maxsize=1)
def load_validator() -> Draft202012Validator:
    return Draft202012Validator(record_schema())


def plain_record() -> dict[str, Any]:
    return make_record().to_dict(explain=True)


def accepts(plain: dict[str, Any]) -> bool:
    return bool(load_validator().is_valid(plain))


def put(plain: dict[str, Any], path: str, value: Any) -> dict[str, Any]:
    """A copy of `plain` with `value` at a path such as `events.0.quad`."""
    changed = copy.deepcopy(plain)
    at: Any = changed
    *above, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    for step in above:
        at = at[step]
    at[last] = value
    return changed


def objects_of(plain: Any, path: str = "") -> Iterator[str]:
    """The paths of all objects inside."""
    if isinstance(plain, dict):
        yield path
    inside = plain.items() if isinstance(plain, dict) else enumerate(plain) if isinstance(plain, list) else ()
    for key, value in inside:
        yield from objects_of(value, f"{path}.{key}".lstrip("."))


def test_the_schema_is_itself_valid() -> None:
    Draft202012Validator.check_schema(record_schema())
    assert record_schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_the_schema_describes_every_kind() -> None:
    assert set(KINDS) <= set(record_schema()["$defs"])


def test_two_calls_give_schemas_that_share_nothing() -> None:
    first = record_schema()
    first["properties"].clear()
    assert record_schema()["properties"]


@pytest.mark.parametrize("explain", [True, False])
def test_a_record_with_every_kind_is_valid(explain: bool) -> None:
    plain = make_record().to_dict(explain=explain)
    assert [error.message for error in load_validator().iter_errors(plain)] == []


@pytest.mark.parametrize("kind", list(KINDS))
def test_a_record_without_findings_of_a_kind_is_valid(kind: str) -> None:
    assert accepts({**plain_record(), kind: []})


UNKNOWN = [
    "article.title", "article.url", "article.publisher", "article.published", "article.dateline",
    "events.0.mode", "events.0.date", "events.0.place", "events.0.attribution",
    "events.0.actors.0.name", "events.0.actors.0.role", "events.0.actors.0.country",
    "events.0.date.from", "events.0.date.to", "events.0.place.country", "events.0.place.lat", "events.0.place.lon",
    "events.0.place.geonameid", "agreements.0.date", "agreements.0.place", "agreements.0.period",
    "agreements.0.count", "agreements.0.period.from", "commitments.0.amount", "commitments.0.currency",
    "commitments.0.unit", "commitments.0.deadline", "claims.0.speaker", "meetings.0.place", "meetings.0.date",
    "persons.0.role", "persons.0.country",
]  # fmt: skip


@pytest.mark.parametrize("path", UNKNOWN)
def test_null_stands_for_what_is_unknown(path: str) -> None:
    assert accepts(put(plain_record(), path, None))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("commitments.0.amount", 2.5),
        ("commitments.0.deadline", "2023-05"),
        ("commitments.0.deadline", "2023-05-31"),
        ("agreements.0.count", 3),
        ("events.0.score", -10),
        ("meetings.0.form", "domestic"),
        ("refused.0.kind", "article"),
    ],
)
def test_other_right_values_are_accepted(path: str, value: Any) -> None:
    assert accepts(put(plain_record(), path, value))


WRONG = [
    ("article.id", None),
    ("article.text", 7),
    ("article.published", "4 May 2021"),
    ("article.published", "2021-05"),
    ("article.updated", "2021-05-04T10:00"),
    ("article.regions.0.kind", "sidebar"),
    ("article.regions.0.start", -1),
    ("events.0.quad", "neutral"),
    ("events.0.realis", "maybe"),
    ("events.0.type", None),
    ("events.0.score", "8.0"),
    ("events.0.confidence", 1.2),
    ("events.0.confidence", -0.1),
    ("events.0.contexts", "economic"),
    ("events.0.actors", None),
    ("events.0.actors.0.start", -1),
    ("events.0.actors.0.confidence", 2),
    ("events.0.actors.0.sectors", [1]),
    ("events.0.date.precision", "hour"),
    ("events.0.date.from", "2021"),
    ("events.0.place.name", None),
    ("events.0.place.lat", "60"),
    ("events.0.evidence.start", 1.5),
    ("events.0.evidence", None),
    ("agreements.0.kind", "handshake"),
    ("agreements.0.status", "done"),
    ("agreements.0.parties", ["NOR", None]),
    ("agreements.0.grouped", "yes"),
    ("agreements.0.count", 2.5),
    ("agreements.0.period.to", "soon"),
    ("commitments.0.status", "kept"),
    ("commitments.0.amount", "40 million"),
    ("commitments.0.deadline", "next year"),
    ("claims.0.quote", None),
    ("claims.0.text", None),
    ("meetings.0.form", "picnic"),
    ("meetings.0.realis", "maybe"),
    ("meetings.0.participants.0", "Marit Lund"),
    ("persons.0.name", None),
    ("conditions.0.kind", "weather"),
    ("refused.0.reason", "because"),
    ("refused.0.kind", "gossip"),
]


@pytest.mark.parametrize(("path", "value"), WRONG)
def test_a_wrong_value_is_refused(path: str, value: Any) -> None:
    assert not accepts(put(plain_record(), path, value))


@pytest.mark.parametrize("path", list(objects_of(plain_record())))
def test_an_extra_key_is_refused(path: str) -> None:
    assert not accepts(put(plain_record(), f"{path}.colour".lstrip("."), "red"))


@pytest.mark.parametrize("path", list(objects_of(plain_record())))
def test_a_missing_key_is_refused(path: str) -> None:
    plain = plain_record()
    at: Any = plain
    for step in filter(None, path.split(".")):
        at = at[int(step)] if step.isdigit() else at[step]
    for key in list(at):
        value = at.pop(key)
        # What was refused is printed only on demand.
        assert accepts(plain) is (key == "refused" and path == ""), key
        at[key] = value
