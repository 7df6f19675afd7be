"""Plans: which happening is the one that another had announced.

In: two mentions of one block. Out: whether the second reports as done what the first announces. They stay two
happenings: what was planned and what was done may differ.
"""

from __future__ import annotations

from .conflict import days_overlap
from .mention import HELD, PLANNED, Mention, shift_day
from .words import share_words

# A plan without a day is carried out within so many days of its announcement, or it was another.
PLAN_OPEN_DAYS = 90
# Agreements are long in the making.
AGREEMENT_OPEN_DAYS = 400
# The share of content words that shows the same matter where no day does.
SAME_MATTER = 0.3


def open_days(mention: Mention) -> int:
    """Within how many days a plan without a day is carried out."""
    return AGREEMENT_OPEN_DAYS if mention.kind == "agreements" else PLAN_OPEN_DAYS


def reach_of(mention: Mention) -> tuple[str, str] | None:
    """The days on which the deed of a plan, or the plan of a deed, may have its window; None where it has none."""
    window = mention.window
    if window is None or mention.published is None or mention.realis not in (HELD, PLANNED):
        return None
    if mention.realis == PLANNED:
        return window[0], max(window[1], shift_day(mention.published, open_days(mention)))
    return shift_day(window[0], -open_days(mention)), window[1]


def announces(plan: Mention, deed: Mention) -> bool:
    """Whether the deed is the plan carried out: announced no later than done, and for that day, or in words of the same
    matter."""
    if plan.realis != PLANNED or deed.realis != HELD or plan.block != deed.block:
        return False
    window = deed.window
    if plan.published is None or deed.published is None or window is None or plan.published > window[1]:
        return False
    if not plan.is_symmetric and (plan.actors, plan.recipients) != (deed.actors, deed.recipients):
        return False
    if plan.place and deed.place and plan.place != deed.place and not (plan.place_wide or deed.place_wide):
        return False
    same_matter = share_words(plan.word_set, deed.word_set)[0] >= SAME_MATTER
    if plan.is_dated and deed.is_dated and plan.kind != "agreements":
        exact = plan.precision == deed.precision == "day"
        return days_overlap(plan, deed) and (exact or same_matter)
    return same_matter and deed.published <= shift_day(plan.published, open_days(plan))
