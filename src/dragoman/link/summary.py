"""Summary: what the members of a cluster say of the happening together.

In: mentions in canonical order. Out: its type, realis, states and days, by what most or the most exact of them say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from .mention import Mention, days_between

# An open end is no exact date.
_OPEN_DAYS = 100_000


def most_common(values: Iterable[str]) -> str:
    """The value that occurs most often; of several the first."""
    return Counter(values).most_common(1)[0][0]


def tell_amount(amount: float, unit: str) -> str:
    """An amount in words, whole numbers without a point."""
    shown = f"{int(amount):,}" if amount.is_integer() else f"{amount:,}"
    return f"{shown} {unit}".strip()


def tell_type(mention: Mention) -> str:
    """What kind of act, paper or promise a mention tells of, in short."""
    if mention.kind != "commitments":
        return mention.type if mention.mode is None else f"{mention.type} {mention.mode}"
    amount = "" if mention.amount is None else tell_amount(mention.amount, mention.currency or mention.unit or "")
    return f"{amount} by {mention.deadline}".strip() if mention.deadline else amount


def states_of(members: Iterable[Mention]) -> tuple[str, ...]:
    """The codes of all parties, sorted."""
    return tuple(sorted({state for member in members for state in member.states}))


def days_of(members: Sequence[Mention]) -> tuple[str | None, str | None]:
    """When it happened or is due: the days of the member with the fewest, else the first day of publication."""
    dated = [member for member in members if member.is_dated]
    if dated:
        best = min(dated, key=lambda each: (_length(each), each.order))
        return best.start or best.end, best.end or best.start
    first = members[0].published
    return first, first


def _length(mention: Mention) -> int:
    if mention.start is None or mention.end is None:
        return _OPEN_DAYS
    return days_between(mention.start, mention.end)
