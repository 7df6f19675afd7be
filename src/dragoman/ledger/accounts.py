"""Accounts: what each side asserts of one happening, next to each other, and in what the accounts agree or differ.

In: the versions of a happening (each an account with what it says of day, parties, amount and kind of act) and the
disputes about it. Out: a Contest. Nothing is weighed and nobody is believed: the outlet, speakers and denials stay
apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from .contested import CHARGE, DENIAL, OUTLET, Account, Dispute
from .victims import find_victims

# What accounts may differ in.
FEATURES = ("denial", "type", "date", "actor", "victims", "amount", "deadline", "number")


@dataclass(frozen=True, slots=True)
class Version:
    """An account of a happening and what it says: the kind of act, the days, who acts on whom, an amount with its
    currency or unit, a deadline; each None where it says nothing of it."""

    account: Account
    type: str | None = None
    days: tuple[str | None, str | None] | None = None
    sides: str | None = None
    amount: str | None = None
    deadline: str | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """One feature of a happening, and each value with the numbers of the accounts that give it, counted from 1."""

    feature: str
    values: tuple[tuple[str, tuple[int, ...]], ...]

    @property
    def agrees(self) -> bool:
        """Whether all accounts say the same."""
        return len(self.values) == 1

    def to_dict(self) -> dict[str, Any]:
        """The public form."""
        values = [{"value": value, "accounts": list(numbers)} for value, numbers in self.values]
        return {"feature": self.feature, "agrees": self.agrees, "values": values}


@dataclass(frozen=True, slots=True)
class Contest:
    """A happening (`id`, `kind`) with the `accounts` of all sides and the `points` in which they agree or differ."""

    id: str
    kind: str
    about: str
    states: tuple[str, ...]
    first: str | None
    accounts: tuple[Account, ...]
    points: tuple[Point, ...]

    @property
    def is_contested(self) -> bool:
        """Whether the accounts differ in anything."""
        return any(not point.agrees for point in self.points)

    def to_dict(self) -> dict[str, Any]:
        """The public form."""
        return {
            "id": self.id,
            "kind": self.kind,
            "about": self.about,
            "states": list(self.states),
            "from": self.first,
            "contested": self.is_contested,
            "accounts": [each.to_dict() for each in self.accounts],
            "points": [each.to_dict() for each in self.points],
        }


def make_contest(
    name: str, kind: str, *, versions: Sequence[Version], disputes: Sequence[Dispute], states: Iterable[str] = ()
) -> Contest:
    """The contest about a happening."""
    accounts = _order_accounts(versions, disputes)
    number_of = {account: at for at, account in enumerate(accounts, 1)}
    points = [*_denials(disputes, number_of), *_compare(versions, number_of)]
    about = _find_words(versions, disputes)
    days = [each.day for each in accounts if each.day is not None]
    named = {code for each in disputes for code in each.states} | set(states)
    return Contest(name, kind, about, tuple(sorted(named)), min(days, default=None), accounts, tuple(points))


def _order_accounts(versions: Sequence[Version], disputes: Sequence[Dispute]) -> tuple[Account, ...]:
    """All accounts, each once, by day, article and place; where a side's own charge or denial stands in a sentence, the
    outlet's report of the same sentence is not told beside it."""
    told = [account for dispute in disputes for account in dispute.accounts]
    spoken = {(each.article_id, each.words) for each in told if each.stance in (CHARGE, DENIAL)}
    own = [
        each.account
        for each in versions
        if each.account.stance != OUTLET or (each.account.article_id, each.account.words) not in spoken
    ]
    ordered = sorted({*told, *own}, key=_account_order)
    return tuple(ordered)


def _account_order(account: Account) -> tuple[str, str, int, int, str]:
    return (
        account.day or "9999",
        account.article_id,
        account.words.start,
        account.words.end,
        f"{account.side} {account.stance}",
    )


def _find_words(versions: Sequence[Version], disputes: Sequence[Dispute]) -> str:
    """The words for what is contested: those of the first report, else of the first charge."""
    if versions:
        return min((each.account for each in versions), key=_account_order).words.text
    charges = [account for dispute in disputes for account in dispute.accounts]
    return min(charges, key=_account_order).words.text if charges else ""


def _denials(disputes: Sequence[Dispute], number_of: dict[Account, int]) -> list[Point]:
    """A point for all that is charged and denied, and one for figures that differ."""
    points = []
    for feature in ("denial", "number"):
        values: dict[str, set[int]] = {}
        for account in (each for dispute in disputes if dispute.feature == feature for each in dispute.accounts):
            if feature == "number" or account.stance in (CHARGE, DENIAL):
                value = f"{account.stance}: {account.side}" if feature == "denial" else account.side
                values.setdefault(value, set()).add(number_of[account])
        if values:
            points.append(_point(feature, values))
    return points


def _point(feature: str, values: dict[str, set[int]]) -> Point:
    return Point(feature, tuple((value, tuple(sorted(values[value]))) for value in sorted(values)))


def _compare(versions: Sequence[Version], number_of: dict[Account, int]) -> list[Point]:
    """A point for each feature of which at least two accounts say something."""
    told: dict[str, list[tuple[str, int]]] = {}
    for version in versions:
        number = number_of.get(version.account)
        if number is None:
            continue
        for feature, value in _values_of(version):
            told.setdefault(feature, []).append((value, number))
    points = []
    for feature in sorted(told, key=lambda each: (FEATURES.index(each.split(" ")[0]), each)):
        values: dict[str, set[int]] = {}
        for value, number in told[feature]:
            values.setdefault(value, set()).add(number)
        if len({number for _, number in told[feature]}) > 1:
            points.append(_point(feature, values))
    return points


def _values_of(version: Version) -> Iterable[tuple[str, str]]:
    if version.type is not None:
        yield "type", version.type
    if version.days is not None:
        yield "date", " to ".join(dict.fromkeys(day or "" for day in version.days)).strip()
    if version.sides is not None:
        yield "actor", version.sides
    for outcome, number in sorted(find_victims(version.account.words.text).items()):
        yield f"victims {outcome}", f"{number:,}"
    if version.amount is not None:
        yield "amount", version.amount
    if version.deadline is not None:
        yield "deadline", version.deadline
