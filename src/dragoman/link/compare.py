"""Compare: whether two mentions report one happening, by what they agree in.

In: two mentions of one block, and how alike the texts of their articles are. Out: a Pair with its points and the
features that agree, or None where they contradict each other or agree in too little. Depends on the two alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ..record.happening import Agreed
from .conflict import LOOSE_KIND, days_overlap, find_conflict, is_near, tells_time
from .copies import NEAR_COPY
from .mention import Mention, days_between
from .summary import tell_amount
from .words import STEM, share_words

# So many points make two mentions one happening. A day, or strong wording, and something else besides.
ENOUGH = 3
# An article that tells one thing twice has been looked through for it already; what is left must show more.
ENOUGH_WITHIN = 4
# Of what is done inside one state much happens on one day.
ENOUGH_INSIDE = 4
# The share of content words that shows the same news told again, and the share that shows the same matter.
SAME_WORDS, SOME_WORDS = 0.6, 0.3
# Sentences that share fewer words than these are not the same sentence told again, however short they are.
SAME_COUNT = 4
# Reports of commitments so many days apart are of one news.
CLOSE_DAYS = 3
# Types of which a pair of states has several on one day, against several aims: only words tell them apart.
REPEATED = frozenset(
    {"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "SANCTION", "RETREAT", "ACCUSE", "REQUEST", "REJECT", "THREATEN",
     "CONCEDE", "AID", "COOPERATE", "AGREE", "SUPPORT"}
)  # fmt: skip

# Acts at a place that the words may name without its being found as one: other names mean another act.
LOCAL = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST"})
# The CAMEO code of signing an agreement. Two states sign on few days, and what they sign on one day is one signing.
SIGNING = "057"

# What each feature weighs, in points.
DAY, SPAN, PLACE, PEOPLE, OTHER_PEOPLE, MODE = 2, 1, 1, 2, -3, 1
SAME_WORDING, SOME_WORDING, COPY, TOPICS, PERIOD, AMOUNT, DEADLINE, KIND, CLOSE = 2, 1, 2, 1, 2, 2, 1, 1, 1


@dataclass(frozen=True, slots=True)
class Pair:
    """Two mentions that report one happening, by their ids in canonical order, with points and what agrees: `features`
    with the values that agree, told in words when they are asked for."""

    one: str
    other: str
    points: int
    features: tuple[tuple[str, Any], ...]

    @property
    def agreed(self) -> tuple[Agreed, ...]:
        """What agrees, in words."""
        return tuple(Agreed(feature, _tell(value)) for feature, value in self.features)


def _tell(value: Any) -> str:
    """A value that agrees, in words: an amount, a share, several names, or as it is."""
    if isinstance(value, tuple):
        return tell_amount(*value)
    if isinstance(value, float):
        return f"{value:.2f}"
    return ", ".join(sorted(value)) if isinstance(value, frozenset) else str(value)


@dataclass(slots=True)
class _Sum:
    """Points and features as they come together; `same` tells whether the words are the same, `exact` whether both give
    one day."""

    points: int
    features: list[tuple[str, Any]]
    same: bool = False
    exact: bool = False

    def add(self, points: int, feature: str, value: Any) -> None:
        self.points += points
        self.features.append((feature, value))

    def has(self, *features: str) -> bool:
        return any(feature in features for feature, _ in self.features)


def unlike(_one: str, _other: str) -> float:
    """The similarity of articles whose texts nobody has compared."""
    return 0.0


def compare(one: Mention, other: Mention, *, similarity: Callable[[str, str], float] = unlike) -> Pair | None:
    """The pair that two mentions of one block make; `similarity` is that of the texts of two articles, by their ids."""
    if other.order < one.order:
        one, other = other, one
    if one.block != other.block or find_conflict(one, other) is not None:
        return None
    total = _Sum(0, [("parties", frozenset(one.parties))])
    _add_wording(total, one, other, similarity)
    _COMPARE[one.kind](total, one, other)
    if total.points < _enough(one, other) or not _suffices(total, one, other):
        return None
    return Pair(one.id, other.id, total.points, tuple(total.features))


def _enough(one: Mention, other: Mention) -> int:
    if one.article_id == other.article_id:
        return ENOUGH_WITHIN
    if len(one.parties) < 2 and one.kind in ("events", "meetings"):
        return ENOUGH_INSIDE
    return ENOUGH


def _suffices(total: _Sum, one: Mention, other: Mention) -> bool:
    """Whether what agrees tells this happening from others of its kind, whatever the points."""
    if one.kind == "commitments":
        if (one.amount is None) != (other.amount is None):
            return total.has("near-copy")
        return total.has("amount") or (total.same and total.has("deadline", "near-copy"))
    if one.kind == "agreements":
        # Of several agreements of one day only their words tell which is meant.
        return total.has("wording", "period") or (one.alone and other.alone and total.has("topics"))
    return total.has("time") and (one.kind == "meetings" or _suffices_act(total, one, other))


def _suffices_act(total: _Sum, one: Mention, other: Mention) -> bool:
    """Whether an act of which there may be several on one day is told from the others."""
    if one.type not in REPEATED or (one.code == other.code == SIGNING and total.exact):
        return True
    apart = one.type in LOCAL and one.names and other.names and not set(one.names) & set(other.names)
    if apart:
        return total.has("near-copy")
    return total.same or (total.exact and total.has("wording"))


def _add_wording(total: _Sum, one: Mention, other: Mention, similarity: Callable[[str, str], float]) -> None:
    share, count = share_words(one.word_set, other.word_set)
    total.same = share >= SAME_WORDS and count >= SAME_COUNT
    if share >= SOME_WORDS:
        total.add(SAME_WORDING if total.same else SOME_WORDING, "wording", share)
    if share >= SOME_WORDS and one.article_id != other.article_id:
        alike = similarity(one.article_id, other.article_id)
        if alike >= NEAR_COPY:
            total.add(COPY, "near-copy", alike)


def _add_time(total: _Sum, one: Mention, other: Mention) -> None:
    if one.is_dated and other.is_dated:
        if days_overlap(one, other):
            total.exact = one.precision == other.precision == "day" and one.start == other.start
            total.add(DAY if total.exact else SPAN, "time", _tell_days(one, other))
    elif is_near(one, other):
        total.add(SPAN, "time", _tell_days(one, other))


def _tell_days(one: Mention, other: Mention) -> str:
    """The days of the more exact of two mentions, or when both were published."""
    dated = [each for each in (one, other) if each.is_dated]
    if not dated:
        return f"published {one.published}" + ("" if one.published == other.published else f" and {other.published}")
    best = min(dated, key=lambda each: (each.end or "9999", each.start or "", each.order))
    start, end = best.start or "", best.end or ""
    return start if start == end else f"{start} to {end}".strip()


def _add_place(total: _Sum, one: Mention, other: Mention) -> None:
    if one.place is not None and one.place == other.place:
        total.add(PLACE, "place", one.place)


def _add_people(total: _Sum, one: Mention, other: Mention) -> None:
    if not one.people or not other.people:
        return
    shared = frozenset(one.people).intersection(other.people)
    if shared:
        total.add(PEOPLE, "people", shared)
    else:
        total.points += OTHER_PEOPLE


def _add_topics(total: _Sum, one: Mention, other: Mention) -> None:
    shared = one.topic_stems & other.topic_stems
    if shared:
        total.add(TOPICS, "topics", frozenset(topic for topic in one.topics if topic[:STEM] in shared))


def _compare_events(total: _Sum, one: Mention, other: Mention) -> None:
    if one.mode is not None and other.mode is not None:
        total.points += MODE if one.mode == other.mode else -MODE
    total.add(0, "type", f"{one.type} {one.mode}" if one.mode == other.mode and one.mode else one.type)
    _add_time(total, one, other)
    _add_place(total, one, other)
    _add_people(total, one, other)
    _add_topics(total, one, other)


def _compare_meetings(total: _Sum, one: Mention, other: Mention) -> None:
    if one.type == other.type:
        total.add(KIND, "type", one.type)
    _add_time(total, one, other)
    _add_place(total, one, other)
    _add_people(total, one, other)


def _compare_agreements(total: _Sum, one: Mention, other: Mention) -> None:
    if one.type == other.type:
        total.add(0 if one.type == LOOSE_KIND else KIND, "type", one.type)
    if one.status == other.status and tells_time(one) and tells_time(other):
        _add_time(total, one, other)
    _add_place(total, one, other)
    _add_topics(total, one, other)
    if one.period is not None and one.period == other.period:
        total.add(PERIOD, "period", " to ".join(each or "" for each in one.period).strip())


def _compare_commitments(total: _Sum, one: Mention, other: Mention) -> None:
    # Amounts that are not the same are a conflict.
    if one.amount is not None and other.amount is not None:
        total.add(AMOUNT, "amount", (one.amount, one.currency or one.unit or other.unit or ""))
    if one.deadline is not None and other.deadline is not None:
        total.add(DEADLINE, "deadline", max(one.deadline, other.deadline, key=len))
    _add_topics(total, one, other)
    both = one.published is not None and other.published is not None
    if both and days_between(str(one.published), str(other.published)) <= CLOSE_DAYS:
        total.add(CLOSE, "time", f"published {one.published} and {other.published}")


_COMPARE = {
    "events": _compare_events,
    "agreements": _compare_agreements,
    "commitments": _compare_commitments,
    "meetings": _compare_meetings,
}
