"""Values of every kind of the record, drawn from the types of the fields themselves."""

from __future__ import annotations

from dataclasses import fields
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from dragoman.record import (
    KINDS,
    Actor,
    Article,
    Period,
    Reason,
    Record,
    Refusal,
    Region,
    RegionKind,
    Span,
    When,
    Where,
)

WORDS = st.text(max_size=12)
BUILT = (Actor, When, Where, Period, Article, Region, Refusal, *KINDS.values())


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """A span whose length is that of its words."""
    start, words = draw(st.integers(0, 10_000)), draw(WORDS)
    return Span(start, start + len(words), words)


PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: WORDS,
    int: st.integers(),
    float: st.floats(allow_nan=False, allow_infinity=False),
    bool: st.booleans(),
    type(None): st.none(),
    Span: spans(),
    Reason: st.sampled_from(Reason),
    RegionKind: st.sampled_from(RegionKind),
}


def values_of(hint: Any) -> st.SearchStrategy[Any]:
    """Values of a field's type."""
    if hint in PLAIN:
        return PLAIN[hint]
    if hint in BUILT:
        return built(hint)
    if get_origin(hint) in (Union, UnionType):
        return st.one_of([values_of(each) for each in get_args(hint)])
    if get_origin(hint) is tuple:
        return st.lists(values_of(get_args(hint)[0]), max_size=2).map(tuple)
    raise TypeError(f"No strategy for the type {hint!r}. Add it to the table PLAIN.")


def built(kind: type[Any]) -> st.SearchStrategy[Any]:
    """Objects of a dataclass, every field drawn."""
    hints = get_type_hints(kind)
    return st.builds(kind, **{field.name: values_of(hints[field.name]) for field in fields(kind)})


def records() -> st.SearchStrategy[Record]:
    """Records with few findings of each kind."""
    found = {kind: st.lists(built(each), max_size=1).map(tuple) for kind, each in KINDS.items()}
    return st.builds(Record, built(Article), refused=st.lists(built(Refusal), max_size=1).map(tuple), **found)
