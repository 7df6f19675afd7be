"""Pairs: what is told as a fact, under which day, and between whom."""

from __future__ import annotations

from collections import Counter

import pytest
from store.factory import BY, CHILE, DAY, PERU, make_article, make_event

from dragoman.export.pairs import day_of, is_lead, keep_tellable, month_of, pair_actors, tell_why_not, year_of
from dragoman.record import Region, RegionKind

from .shapes import MONTH, SHAPES, UN, YEAR

TOLD = ["one-way", "back", "both", "alone", "crowd", "inside", "bodies", "stated", "month", "year", "open", "past"]


def test_pairs_leave_out_what_no_column_could_mark() -> None:
    left_out: Counter[str] = Counter()
    kept = keep_tellable(tuple(SHAPES.values()), attributed=False, left_out=left_out)
    assert [event.id for event in kept] == TOLD
    assert sorted(left_out.values()) == [1, 3]


def test_pairs_take_attributed_events_in_where_asked() -> None:
    kept = keep_tellable(tuple(SHAPES.values()), attributed=True, left_out=Counter())
    assert {event.id for event in kept} - set(TOLD) == {"told"}


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"realis": "negated", "cameo": "036"}, "negated"),
        ({"realis": "hypothetical", "cameo": "138"}, "hypothetical"),
        ({"realis": "future", "cameo": "042"}, "planned"),
        ({"realis": "future", "cameo": "138"}, None),
        ({"actors": (), "recipients": ()}, "without an actor"),
        ({"actors": ()}, None),
    ],
)
def test_pairs_say_why_an_event_is_left_out(changes: dict[str, object], reason: str | None) -> None:
    told = tell_why_not(make_event(**changes), attributed=False)
    assert (told is None) if reason is None else (told is not None and reason in told)


@pytest.mark.parametrize(
    ("changes", "day", "month", "year"),
    [
        ({"date": DAY}, "2031-03-03", "2031-03", "2031"),
        ({"date": None}, "2031-03-04", "2031-03", "2031"),
        ({"date": None, "realis": "historical"}, None, None, None),
        ({"date": DAY, "realis": "historical"}, "2031-03-03", "2031-03", "2031"),
        ({"date": DAY, "realis": "future"}, "2031-03-04", "2031-03", "2031"),
        ({"date": MONTH}, None, "2031-03", "2031"),
        ({"date": YEAR}, None, None, "2031"),
        ({"date": BY}, None, None, None),
    ],
)
def test_pairs_name_no_day_that_the_text_does_not(
    changes: dict[str, object], day: str | None, month: str | None, year: str | None
) -> None:
    event, article = make_event(**changes), make_article()
    assert (day_of(event, article), month_of(event, article), year_of(event, article)) == (day, month, year)


def test_pairs_have_no_day_where_nothing_is_dated() -> None:
    assert day_of(make_event(date=None), make_article(published=None)) is None


@pytest.mark.parametrize(
    ("actors", "recipients", "pairs"),
    [
        ((CHILE,), (PERU,), [(CHILE, PERU)]),
        ((CHILE, UN), (PERU,), [(CHILE, PERU), (UN, PERU)]),
        ((CHILE, PERU), (), [(CHILE, PERU), (PERU, CHILE)]),
        ((CHILE,), (), [(CHILE, None)]),
        ((), (PERU,), [(None, PERU)]),
    ],
)
def test_pairs_join_each_source_with_each_target(actors: object, recipients: object, pairs: object) -> None:
    assert list(pair_actors(make_event(actors=actors, recipients=recipients))) == pairs


@pytest.mark.parametrize(
    ("regions", "lead"),
    [
        ((Region(0, 54, RegionKind.BODY), Region(55, 80, RegionKind.BODY)), True),
        ((Region(0, 20, RegionKind.BODY), Region(21, 54, RegionKind.BODY)), False),
        ((Region(0, 54, RegionKind.HEADLINE), Region(55, 80, RegionKind.BODY)), True),
        ((Region(0, 20, RegionKind.HEADLINE), Region(21, 54, RegionKind.BODY)), True),
        ((Region(0, 54, RegionKind.CAPTION),), False),
        ((), False),
    ],
)
def test_pairs_know_the_lead_of_a_report(regions: tuple[Region, ...], lead: bool) -> None:
    assert is_lead(make_event(), make_article(regions=regions)) == lead
