"""Counts: what a store counts of the events between states, as values that can be analysed without it."""

from __future__ import annotations

from typing import NamedTuple


class SpanCount(NamedTuple):
    """Events that are alike: what `actor` does to `recipient`, told by the outlet itself or `attributed` to somebody,
    surely begun within the `span`: a day, a month ("2024-06"), two days ("2023-01-01/2023-12-31"), or nothing where no
    day is known. `dated` are those with a date of their own; `score` is a sum."""

    actor: str
    recipient: str
    span: str
    type: str
    quad: str
    attributed: int
    number: int
    dated: int
    score: float


class PairCount(NamedTuple):
    """Events between two states within a unit of time ("2024", "2024-06", "2024-06-03"), None for all time or where the
    unit is not sure; `first` and `last` are the months of the first and the last one."""

    actor: str
    recipient: str
    unit: str | None
    quad: str
    number: int
    score: float
    first: str | None
    last: str | None


class TopicCount(NamedTuple):
    """Mentions with the same contexts, an empty tuple for none."""

    contexts: tuple[str, ...]
    number: int
    score: float
