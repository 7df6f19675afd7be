"""Plans: which happening is the one that another had announced.

In: the members of two clusters of one block. Out: whether the held one is the planned one carried out. They stay two
happenings: what was planned and what was done may differ.
"""

from __future__ import annotations

from collections.abc import Sequence

from .mention import HELD, PLANNED, Mention, shift_day
from .words import share_words

# A plan without a day is carried out within so many days of its announcement, or it was another.
PLAN_OPEN_DAYS = 90
# Agreements are long in the making.
AGREEMENT_OPEN_DAYS = 400
# The share of content words that shows the same matter where no day does.
SAME_MATTER = 0.3


def is_plan_of(planned: Sequence[Mention], held: Sequence[Mention]) -> bool:
    """Whether what the first members announce is what the others report as done: announced no later than done, and for
    that day, or in words of the same matter."""
    return any(_announces(plan, deed) for plan in planned for deed in held)


def _announces(plan: Mention, deed: Mention) -> bool:
    if plan.realis != PLANNED or deed.realis != HELD or plan.block != deed.block:
        return False
    window = deed.window
    if plan.published is None or window is None or plan.published > window[1]:
        return False
    if not plan.is_symmetric and (plan.actors, plan.recipients) != (deed.actors, deed.recipients):
        return False
    if plan.place and deed.place and plan.place != deed.place and not (plan.place_wide or deed.place_wide):
        return False
    same_matter = share_words(plan.words, deed.words) >= SAME_MATTER
    if plan.is_dated and deed.is_dated:
        meets = (plan.start or "") <= (deed.end or "9999") and (deed.start or "") <= (plan.end or "9999")
        exact = plan.precision == deed.precision == "day"
        return meets and (same_matter or (exact and plan.kind != "agreements"))
    days = AGREEMENT_OPEN_DAYS if plan.kind == "agreements" else PLAN_OPEN_DAYS
    return same_matter and deed.published is not None and deed.published <= shift_day(plan.published, days)
