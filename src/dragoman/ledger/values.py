"""Values: how the amounts and deadlines of two reports of promises compare.

In: an earlier and a later report. Out: whether they are the same, differ or tell nothing of each other, and the old
value where the later words name it beside the new one or say by how much it changed. Refuses to compare what is counted
in different measures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .days import MONTH, YEAR, Named, days_of, names_deadline, shift
from .figures import Figure, near
from .report import Report

SAME, DIFFER, OPEN, ELSE = "same", "differ", "open", "else"
# A word behind a number shorter than this is no measure.
SHORTEST_UNIT = 3
_GAP = re.compile(r"\S+(?:\s+\S+){0,3}?\s+(?P<more>more|higher|above|less|fewer|lower|below)\s+than\b")


def compare_amounts(earlier: Report, later: Report) -> str:
    """How the amounts compare; `else` where they are of something else."""
    if earlier.amount is None or later.amount is None:
        return OPEN
    known = comparable_amount(earlier, later)
    if known is None:
        return ELSE
    return SAME if near(known, later.amount) else DIFFER


def comparable_amount(earlier: Report, later: Report) -> float | None:
    """The earlier number that is of the measure of the later amount: the earlier amount, else one of its words."""
    if later.amount is None:
        return None
    if _same_measure(earlier, later):
        return earlier.amount
    return next((figure.value for figure in own_figures(earlier) if _same_unit(figure, later)), None)


def _same_measure(one: Report, other: Report) -> bool:
    if (one.currency, one.unit) == (other.currency, other.unit):
        return True
    return one.currency is other.currency is None and None in (one.unit, other.unit)


def _same_unit(figure: Figure, later: Report) -> bool:
    """Whether a number of the earlier words is followed by the word that follows the later amount."""
    amounts = _figures_of(later)
    units = {each.unit for each in amounts if len(each.unit) >= SHORTEST_UNIT and not each.money}
    return figure.unit in units and not figure.money and bool(amounts) and near(amounts[0].value, later.amount or 0)


def own_figures(report: Report) -> list[Figure]:
    """The numbers of the finding's own words."""
    start, end = report.evidence.start - report.words.start, report.evidence.end - report.words.start
    return [each for each in report.figures if start <= each.start < end]


def _figures_of(report: Report) -> list[Figure]:
    """The numbers of the sentence that are the report's amount."""
    if report.amount is None:
        return []
    return [each for each in report.figures if each.is_amount(report.amount, report.currency)]


def old_amount(earlier: Report, later: Report) -> float | None:
    """The earlier amount where the later sentence names it beside its own, or says by how much they differ."""
    known = comparable_amount(earlier, later)
    if known is None or later.amount is None or near(known, later.amount):
        return None
    own = _figures_of(later)
    named = any(each.is_amount(known, later.currency) for each in later.figures if each not in own)
    if named or any(near(old, known) for old in _shifted_amounts(later, own)):
        return known
    return None


def _shifted_amounts(later: Report, own: list[Figure]) -> Iterator[float]:
    """What an amount was, where the sentence says by how much it has changed ("30 megawatts more than")."""
    if later.amount is None or not own:
        return
    scale = own[0].scale if near(own[0].bare, later.amount) else 1.0
    for figure in later.figures:
        match = _GAP.match(later.words.text, figure.start)
        if match is not None and figure not in own:
            gap = figure.value / scale
            yield later.amount - gap if match["more"] in ("more", "higher", "above") else later.amount + gap


def compare_deadlines(old: str | None, later: Report) -> str:
    """Whether a report has an old deadline, differs from it or tells nothing of it. "By January 1" in a later text may
    mean the day that it was, whatever year the finding took; a month stands for a day of it."""
    new = later.deadline
    if old is None or new is None:
        return OPEN
    if old.startswith(new) or new.startswith(old):
        return SAME if min(len(old), len(new)) >= MONTH else OPEN
    own = {each.start for each in later.days if names_deadline(each, new)}
    unsure = [each for each in later.days if each.start in own and not each.sure]
    return SAME if any(means_deadline(each, old) for each in unsure) else DIFFER


def means_deadline(named: Named, deadline: str) -> bool:
    """Whether days that a text names are a deadline, or the month of it: a day long past is told so."""
    if names_deadline(named, deadline):
        return True
    month = named.first[:MONTH] == named.last[:MONTH] and named.first != named.last
    return month and len(deadline) > MONTH and named.first <= deadline <= named.last


def names_old_deadline(earlier: Report, later: Report) -> bool:
    """Whether the later sentence names the earlier deadline beside its own, or how much later or earlier it is."""
    old, new = earlier.deadline, later.deadline
    if old is None or new is None:
        return False
    own = {each.start for each in later.days if names_deadline(each, new)}
    if any(means_deadline(each, old) for each in later.days if each.start not in own):
        return True
    return any(_is_shifted(old, new, months) for months in later.shifts)


def _is_shifted(old: str, new: str, months: int) -> bool:
    """Whether a deadline is the old one so many months later; a year stands for its last month."""
    back = shift(new, -months)
    return back == old[: len(back)] or (len(old) == YEAR and back == f"{old}-12")


def names_due(note: Report, deadline: str) -> bool:
    """Whether a sentence names a deadline, or says how long before or after it something was done."""
    if any(means_deadline(each, deadline) for each in note.days):
        return True
    due = days_of(deadline)[1][:MONTH]
    done = [each.first[:MONTH] for each in note.days if each.sure and each.first[:MONTH] == each.last[:MONTH]]
    return any(shift(month, -months) == due for month in done for months in note.shifts)
