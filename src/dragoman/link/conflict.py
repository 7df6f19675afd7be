"""Conflicts: what forbids that two mentions report one happening, however alike they are.

In: two mentions of one kind. Out: the feature in which they contradict each other, None where they do not. What one of
them leaves open contradicts nothing.
"""

from __future__ import annotations

from .mention import HELD, PLANNED, UNDATED_DAYS, Mention, days_between

# Amounts are the same up to rounding of their last digit in binary.
AMOUNT_TOLERANCE = 1e-6
# A kind of agreement that says nothing more than that there is one.
LOOSE_KIND = "agreement"
# What is announced without a day is the same plan when it is announced again within so many days.
REPEAT_DAYS = 14
# A meeting in these forms cannot be one in another.
_APART_FORMS = frozenset({"call", "domestic"})
# Modes that cannot be told of one act with another mode of its type.
_APART_MODES = frozenset({"phone", "third-party"})


def find_conflict(one: Mention, other: Mention) -> str | None:
    """The feature that keeps two mentions apart, None where nothing does."""
    if one.realis != other.realis:
        return "realis"
    if one.article_id == other.article_id and one.evidence.overlaps(other.evidence):
        # Two findings of one kind in one sentence are two, or there would be one.
        return "wording"
    if _differ_sides(one, other):
        return "parties"
    if _differ_form(one, other):
        return "type"
    if _differ_amount(one, other):
        return "amount"
    if _differ_deadline(one.deadline, other.deadline):
        return "deadline"
    if one.period and other.period and one.period != other.period:
        return "period"
    if _differ_time(one, other):
        return "time"
    if _differ_place(one, other):
        return "place"
    return None


def _differ_sides(one: Mention, other: Mention) -> bool:
    """Whether one does to the other what the other does to the one."""
    if one.is_symmetric and other.is_symmetric:
        return False
    return one.actors == other.recipients and one.recipients == other.actors and one.actors != one.recipients


def _differ_form(one: Mention, other: Mention) -> bool:
    if one.kind == "agreements":
        return one.type != other.type and LOOSE_KIND not in (one.type, other.type)
    if one.kind == "meetings":
        return one.type != other.type and bool({one.type, other.type} & _APART_FORMS)
    if one.type != other.type:
        return True
    return one.mode is not None and other.mode is not None and one.mode != other.mode and bool(
        {one.mode, other.mode} & _APART_MODES
    )  # fmt: skip


def _differ_amount(one: Mention, other: Mention) -> bool:
    if one.kind == "agreements":
        # A group of agreements is not one agreement.
        return one.amount != other.amount
    if one.amount is None or other.amount is None:
        return False
    if abs(one.amount - other.amount) > AMOUNT_TOLERANCE * max(abs(one.amount), abs(other.amount)):
        return True
    return (one.currency, one.unit) != (other.currency, other.unit) and not (
        one.currency is other.currency is None and None in (one.unit, other.unit)
    )


def _differ_deadline(one: str | None, other: str | None) -> bool:
    """Whether two deadlines exclude each other; a year and a month of it do not."""
    return one is not None and other is not None and not (one.startswith(other) or other.startswith(one))


def _differ_time(one: Mention, other: Mention) -> bool:
    if one.kind == "commitments" or (one.kind == "agreements" and one.status != other.status):
        return False
    if one.is_dated and other.is_dated:
        # An article that dates two acts differently tells two acts.
        if one.article_id == other.article_id and (one.start, one.end) != (other.start, other.end):
            return True
        return not days_overlap(one, other)
    if one.kind == "agreements" and not (tells_time(one) and tells_time(other)):
        return False
    return not is_near(one, other)


def tells_time(mention: Mention) -> bool:
    """Whether it is told when: by a day, or as news. Who speaks of "the protocol" may mean one of last year."""
    return mention.is_dated or mention.kind != "agreements" or mention.is_new


def days_overlap(one: Mention, other: Mention) -> bool:
    """Whether the days that two texts give have one in common; an open end reaches as far as it may."""
    begins = (one.start or "") <= (other.end or "9999-12-31")
    return begins and (other.start or "") <= (one.end or "9999-12-31")


def is_near(one: Mention, other: Mention) -> bool:
    """Whether two mentions, at least one without a day of its own, can tell of the same time by when they were
    published."""
    if one.background != other.background:
        return False
    if one.is_dated != other.is_dated and one.realis == HELD:
        dated, undated = (one, other) if one.is_dated else (other, one)
        window = undated.window
        return window is not None and (dated.start or "") <= window[1] and window[0] <= (dated.end or "9999-12-31")
    if one.published is None or other.published is None:
        return False
    allowed = REPEAT_DAYS if one.realis == PLANNED else UNDATED_DAYS
    return days_between(one.published, other.published) <= allowed


def _differ_place(one: Mention, other: Mention) -> bool:
    """Whether both name a place and not the same one; a state holds all its places."""
    if one.place is None or other.place is None or one.place == other.place:
        return False
    if one.place_country != other.place_country:
        return one.place_country is not None and other.place_country is not None
    return one.kind in ("events", "meetings") and not (one.place_wide or other.place_wide)
