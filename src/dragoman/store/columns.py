"""Columns: what of a finding the database can be asked for, read off the dataclasses of the record.

In: the classes in `KINDS`. Out: for each kind its plain columns, its links to many countries or actors, and the
fields that stay in the body alone. A field that fits none of these is refused when the tables are built.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from ..errors import StoreError
from ..record import KINDS, Actor, Period, Refusal, Span, When, Where


@dataclass(frozen=True, slots=True)
class FieldColumn:
    """A column `name` with values of `type` (str, int, float, bool), found in a finding by the attributes `path`."""

    name: str
    path: tuple[str, ...]
    type: type
    nullable: bool

    def read(self, value: Any) -> Any:
        """The column's value in a finding; None where a part on the way is None."""
        for attribute in self.path:
            if value is None:
                return None
            value = getattr(value, attribute)
        # A column has one type: an amount may be an int in the record and is a float here.
        return float(value) if self.type is float and value is not None else value


@dataclass(frozen=True, slots=True)
class Link:
    """A field with many countries or actors, one row of `table` for each. `role` tells fields of one table apart."""

    kind: str
    field: str
    table: str
    role: str | None = None

    @property
    def has_actors(self) -> bool:
        """Whether the field holds actors; else it holds country codes."""
        return bool(get_args(get_type_hints(KINDS[self.kind])[self.field])[0] is Actor)


LINKS = (
    Link("events", "actors", "event_actors", "actor"),
    Link("events", "recipients", "event_actors", "recipient"),
    Link("agreements", "parties", "agreement_parties"),
    Link("commitments", "parties", "commitment_parties"),
    Link("commitments", "promised_by", "commitment_promisers"),
    Link("claims", "about", "claim_about"),
    Link("meetings", "countries", "meeting_countries"),
    Link("meetings", "participants", "meeting_participants"),
    Link("conditions", "parties", "condition_parties"),
)

LINK_TABLES = tuple(dict.fromkeys(link.table for link in LINKS))

# Lists that no query asks for; they stand in the body only.
BODY_ONLY = frozenset({("events", "contexts"), ("agreements", "topics"), ("persons", "sectors")})

# For a value made of parts: the ending of each column, and the attribute that it shows.
PARTS: MappingProxyType[type, tuple[tuple[str, str], ...]] = MappingProxyType(
    {
        Span: (("start", "start"), ("end", "end")),
        When: (("from", "start"), ("to", "end"), ("precision", "precision")),
        Where: (
            ("name", "name"),
            ("country", "country"),
            ("lat", "lat"),
            ("lon", "lon"),
            ("geonameid", "geonameid"),
        ),
        Period: (("from", "start"), ("to", "end")),
        Actor: (("country", "country"), ("name", "name")),
    }
)


def split_hint(hint: Any) -> tuple[type, bool]:
    """The one type behind a hint, and whether None is allowed; int with float counts as float."""
    members = set(get_args(hint)) if get_origin(hint) in (Union, UnionType) else {hint}
    nullable = NoneType in members
    members.discard(NoneType)
    if members == {int, float}:
        members = {float}
    if len(members) != 1:
        raise StoreError(f"No column fits the type {hint!r}; allowed is one type, int with float, or either with None.")
    return members.pop(), nullable


def columns_of(owner: type, *, name: str) -> tuple[FieldColumn, ...]:
    """The columns of the field `name` of the dataclass `owner`: one, or one for each part of a value with parts."""
    kind, nullable = split_hint(get_type_hints(owner)[name])
    if not is_dataclass(kind):
        if kind not in (str, int, float, bool):
            raise StoreError(
                f"No column fits {owner.__name__}.{name} of type {kind!r}; give it a link or keep it in the body."
            )
        return (FieldColumn(name, (name,), kind, nullable),)
    hints = get_type_hints(kind)
    columns = []
    for ending, attribute in PARTS[kind]:
        part, part_nullable = split_hint(hints[attribute])
        columns.append(FieldColumn(f"{name}_{ending}", (name, attribute), part, nullable or part_nullable))
    return tuple(columns)


@cache
def finding_columns(kind: str) -> tuple[FieldColumn, ...]:
    """All plain columns of a kind of finding, in the order of its fields."""
    linked = {link.field for link in LINKS if link.kind == kind}
    plain = [
        field.name
        for field in fields(KINDS[kind])  # type: ignore[arg-type]
        if field.name not in linked and (kind, field.name) not in BODY_ONLY
    ]
    return tuple(column for name in plain for column in columns_of(KINDS[kind], name=name))


@cache
def proof_columns() -> tuple[FieldColumn, ...]:
    """The columns of a refused finding's evidence; its other fields are texts and stand in the table as they are."""
    return columns_of(Refusal, name="evidence")
