"""Nearest: which year or week is meant where the words leave it open.

In: a way to make the interval of a year, the publication day and the tense. Out: the nearest Interval that the tense
allows. Refuses to choose without a publication day.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from .interval import Interval, move, one_day

# Years tried to either side; four reach the nearest leap day.
REACH = 4
# A day without year and without any sign of tense that lies this close ahead, and came last this far back, is
# an announcement. Reasoned, not measured.
NEAR_DAYS, FAR_DAYS = 31, 300
# How far to trust a choice that the tense shows, and one that nothing shows.
SHOWN, UNSHOWN = 0.9, 0.7


def pick_year(
    make: Callable[[int], Interval], published: date | None, tense: str | None, *, days: bool = False
) -> Interval | None:
    """The nearest interval that the tense allows; the one that holds the publication day counts for both."""
    if published is None:
        return None
    made = list(_candidates(make, published.year))
    past = [interval for interval in made if interval.first is not None and interval.first <= published]
    ahead = [interval for interval in made if interval.last is not None and interval.last >= published]
    near = days and tense is None and _is_announced(past, ahead, published)
    chosen = ahead[:1] if tense == "future" or near else past[-1:]
    trust = UNSHOWN if tense is None else SHOWN
    return replace(chosen[0], cycle="year", confidence=trust) if chosen else None


def _is_announced(past: list[Interval], ahead: list[Interval], published: date) -> bool:
    """Whether a day lies close ahead while the same day of the past lies far back."""
    if not ahead or ahead[0].first is None or ahead[0].first - published > timedelta(days=NEAR_DAYS):
        return False
    return not past or past[-1].first is None or published - past[-1].first > timedelta(days=FAR_DAYS)


def pick_strict(make: Callable[[int], Interval], published: date | None, which: int, unit: Interval) -> Interval | None:
    """The last one before `unit` (which < 0) or the first one behind it (which > 0)."""
    if published is None or unit.first is None or unit.last is None:
        return None
    made = list(_candidates(make, published.year))
    if which < 0:
        past = [interval for interval in made if interval.last is not None and interval.last < unit.first]
        return past[-1] if past else None
    ahead = [interval for interval in made if interval.first is not None and interval.first > unit.last]
    return ahead[0] if ahead else None


def _candidates(make: Callable[[int], Interval], year: int) -> list[Interval]:
    found = []
    for candidate in range(year - REACH, year + REACH + 1):
        try:
            found.append(make(candidate))
        except (ValueError, OverflowError):
            # 29 February exists in leap years only.
            continue
    return found


def pick_weekday(weekday: int, published: date | None, tense: str | None) -> Interval | None:
    """The nearest day of that name: today or before, or today or after where the clause lies ahead."""
    if published is None:
        return None
    back = (published.weekday() - weekday) % 7
    day = published + timedelta(days=(7 - back) % 7 if tense == "future" else -back)
    return replace(one_day(day), cycle="week", confidence=UNSHOWN if tense is None else SHOWN)


def join_intervals(first: Interval, last: Interval, tense: str | None) -> Interval | None:
    """From the one to the other; an end whose year or week was left open moves so that they stand in order."""
    start, goal = first.first, last.first
    if start is None or goal is None:
        return None
    if start > goal:
        if last.cycle and (tense == "future" or not first.cycle):
            last = _move_beyond(last, start, 1)
        elif first.cycle:
            first = _move_beyond(first, goal, -1)
    if first.first is None or last.last is None or first.first > last.last:
        return None
    order = ("day", "week", "month", "quarter", "half", "year", "decade", "century")
    return Interval(
        first.first,
        last.last,
        min(first.precision, last.precision, key=order.index),
        first.cycle if first.cycle == last.cycle else "",
        min(first.confidence, last.confidence),
    )


def _move_beyond(interval: Interval, bound: date, direction: int) -> Interval:
    """`interval` moved by whole weeks or years to the near side of `bound`."""
    if interval.first is None:
        return interval
    if interval.cycle == "week":
        steps = abs((interval.first - bound).days + 6) // 7
        return move(interval, "week", direction * max(1, steps))
    steps = abs(interval.first.year - bound.year)
    moved = move(interval, "year", direction * steps) if steps else interval
    beyond = moved.first is not None and (moved.first >= bound if direction > 0 else moved.first <= bound)
    return moved if beyond else move(moved, "year", direction)
