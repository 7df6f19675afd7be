"""Columns: findings as flat rows, read off the dataclasses of the record, so that no list of names is kept by hand.

In: a kind of finding. Out: its columns, each with a name, a type and a way to read it. A field of a type without a
rule here is refused when the columns are asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, get_args, get_origin, get_type_hints

from ..errors import ExportError
from ..record import KINDS, Actor, Article, Finding, Period, Span, When, Where
from ..store.columns import split_hint

# For a value made of parts: the ending of each column, and the attributes that lead to it.
PARTS: Mapping[type, tuple[tuple[str, tuple[str, ...]], ...]] = MappingProxyType(
    {
        Span: (("start", ("start",)), ("end", ("end",)), ("text", ("text",))),
        When: (("text", ("span", "text")), ("from", ("start",)), ("to", ("end",)), ("precision", ("precision",))),
        Where: (
            ("text", ("span", "text")),
            ("name", ("name",)),
            ("country", ("country",)),
            ("lat", ("lat",)),
            ("lon", ("lon",)),
            ("geonameid", ("geonameid",)),
        ),
        Period: (("from", ("start",)), ("to", ("end",))),
        Actor: (
            ("text", ("span", "text")),
            ("name", ("name",)),
            ("role", ("role",)),
            ("country", ("country",)),
            ("sectors", ("sectors",)),
        ),
    }
)
# What every row tells of its article, before the finding itself.
ARTICLE_FIELDS = ("published", "title", "publisher", "url")
PLAIN = (str, int, float, bool)


@dataclass(frozen=True, slots=True)
class Column:
    """A column with values of `type` (str, int, float, bool); `depth` 1 is a list of them, 2 a list of lists.

    `read` takes the finding and its article. None stands for unknown.
    """

    name: str
    type: type
    depth: int
    read: Callable[[Finding, Article], Any]


@cache
def columns_of(kind: str) -> tuple[Column, ...]:
    """The columns of a kind of finding: its article's, then its own in the order of its fields."""
    owner = KINDS[kind]
    hints = get_type_hints(owner)
    own = [column for field in fields(owner) for column in _field_columns(field.name, hints[field.name])]  # type: ignore[arg-type]
    return (Column("article_id", str, 0, _read_article("id")), *map(_article_column, ARTICLE_FIELDS), *own)


def read_row(finding: Finding, article: Article, *, kind: str) -> list[Any]:
    """The values of one finding in the order of its columns."""
    return [column.read(finding, article) for column in columns_of(kind)]


def _article_column(name: str) -> Column:
    return Column(f"article_{name}", str, 0, _read_article(name))


def _read_article(name: str) -> Callable[[Finding, Article], Any]:
    return lambda finding, article: getattr(article, name)


def _field_columns(name: str, hint: Any) -> list[Column]:
    """The columns of one field: one, or one for each part of a value with parts; a list where the field is one."""
    many = get_origin(hint) is tuple
    kind, _ = split_hint(get_args(hint)[0] if many else hint)
    if kind in PLAIN:
        return [Column(name, kind, int(many), _reader(name, (), many=many))]
    if kind not in PARTS or not is_dataclass(kind):
        raise ExportError(f"No column fits the field {name!r} of the type {hint!r}. Give its type a row in PARTS.")
    made = []
    for ending, path in PARTS[kind]:
        part, depth = _type_at(kind, path)
        made.append(Column(f"{name}_{ending}", part, depth + int(many), _reader(name, path, many=many)))
    return made


def _type_at(owner: type, path: tuple[str, ...]) -> tuple[type, int]:
    """The type that a way through attributes ends at, and 1 where it is a list of them."""
    hint: Any = owner
    for attribute in path:
        hint = get_type_hints(hint)[attribute]
    listed = get_origin(hint) is tuple
    return split_hint(get_args(hint)[0] if listed else hint)[0], int(listed)


def _reader(name: str, path: tuple[str, ...], *, many: bool) -> Callable[[Finding, Article], Any]:
    def read(finding: Finding, article: Article) -> Any:
        value = getattr(finding, name)
        return [_follow(item, path) for item in value] if many else _follow(value, path)

    return read


def _follow(value: Any, path: tuple[str, ...]) -> Any:
    for attribute in path:
        if value is None:
            return None
        value = getattr(value, attribute)
    return list(value) if isinstance(value, tuple) else value
