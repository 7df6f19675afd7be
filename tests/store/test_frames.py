"""Frames: what the database counts is what one would count by hand, on both backends."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from typing import Any

import pytest

from dragoman.errors import StoreError
from dragoman.record import Event, Record, When
from dragoman.store import Choice, Store
from dragoman.store.dyads import make_dyad_rows

from .factory import ANA, CHILE, PERU, cut, make_article, make_event

STATES = [replace(CHILE, country=code) for code in ("CHL", "PER", "BOL", "UNO")]
TYPES = {
    "CONSULT": ("verbal cooperation", 2.5),
    "AID": ("material cooperation", 10.0),
    "ACCUSE": ("verbal conflict", -3.0),
}
PUBLISHED = (None, "2031-02-27", "2031-03-04", "2031-03-05")


def when(chance: random.Random) -> When | None:
    """A day, some days, a month, a year, an open date, or none."""
    day = date(2031, 2, 1) + timedelta(days=chance.randrange(60))
    month = day.replace(day=1)
    last = (month + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    dates: list[tuple[Any, Any, str] | None] = [
        None, (day, day, "day"), (day, day + timedelta(days=6), "week"), (month, last, "month"),
        (date(2030, 1, 1), date(2030, 12, 31), "year"), (None, day, "day"), (day, None, "year"),
    ]  # fmt: skip
    chosen = chance.choice(dates)
    if chosen is None:
        return None
    days = [each and each.isoformat() for each in chosen[:2]]
    return When(cut("on 3 March 2031"), days[0], days[1], chosen[2])


def make_records(seed: int) -> list[Record]:
    chance = random.Random(seed)
    records = []
    for number in range(40):
        events = []
        for at in range(4):
            name, (quad, score) = chance.choice(list(TYPES.items()))
            events.append(
                make_event(
                    f"e{at}", type=name, quad=quad, score=score, date=when(chance),
                    contexts=tuple(chance.sample(["military", "economic"], chance.randrange(3))),
                    realis=chance.choice(["actual", "actual", "future"]), attribution=chance.choice([None, None, ANA]),
                    actors=tuple(chance.sample(STATES, chance.choice([1, 2]))),
                    recipients=tuple(chance.sample(STATES, chance.choice([0, 1, 2]))),
                )
            )  # fmt: skip
        records.append(Record(make_article(f"a-{number}", published=chance.choice(PUBLISHED)), events=tuple(events)))
    return records


RECORDS = make_records(7)
CHOICES = [
    Choice(),
    Choice(types=("AID", "ACCUSE")),
    Choice(realis=("actual", "future")),
    Choice(attributed=False),
    Choice(since="2031-03-01"),
    Choice(since="2031-02-10", until="2031-03-20"),
    Choice(since="2031-03-04", until="2031-03-06"),
    Choice(until="2031-02-28"),
    Choice(until="2030-12-31"),
    Choice(until="2030-12-30"),
    Choice(since="2031-03-05", until="2031-03-04"),
]


@pytest.fixture
def filled(store: Store) -> Store:
    store.save_many(RECORDS, coder="1")
    return store


def rows_by_hand(choice: Choice) -> list[dict[str, Any]]:
    """The rows of `event_dyads` that a choice means, one by one."""
    rows = [row for record in RECORDS for event in record.events for row in make_dyad_rows(event, record.article)]
    return [row for row in rows if fits(row, choice)]


def fits(row: dict[str, Any], choice: Choice) -> bool:
    return (
        row["realis"] in choice.realis
        and (not choice.types or row["type"] in choice.types)
        and (choice.attributed or not row["attributed"])
        and (choice.since is None or (row["day"] or "") >= choice.since)
        and (choice.until is None or (row["latest"] or "9999") <= choice.until)
    )


def count_by_hand(rows: Iterable[dict[str, Any]]) -> Counter[tuple[Any, ...]]:
    return Counter((row["actor"], row["recipient"], row["type"], row["attributed"]) for row in rows)


def counted(rows: Iterable[Any]) -> Counter[tuple[Any, ...]]:
    found: Counter[tuple[Any, ...]] = Counter()
    for row in rows:
        found[row.actor, row.recipient, row.type, bool(row.attributed)] += row.number
    return found


@pytest.mark.parametrize("by_day", [False, True])
@pytest.mark.parametrize("directed", [False, True])
def test_frames_count_a_dyad_as_one_would_by_hand(filled: Store, directed: bool, by_day: bool) -> None:
    for choice in CHOICES:
        ways = [("CHL", "PER")] if directed else [("CHL", "PER"), ("PER", "CHL")]
        wanted = [
            row
            for row in rows_by_hand(choice)
            if (row["actor"], row["recipient"]) in ways and (directed or row["leads"])
        ]
        rows = filled.dyads.counts("CHL", "PER", choice, directed=directed, by_day=by_day)
        assert counted(rows) == count_by_hand(wanted), choice
        assert sum(row.score for row in rows) == sum(row["score"] for row in wanted)
        assert sum(row.dated for row in rows) == sum(row["dated"] for row in wanted)


def test_frames_find_something_to_count() -> None:
    found = {at: len(rows_by_hand(choice)) for at, choice in enumerate(CHOICES)}
    assert [at for at, count in found.items() if not count] == [9, 10]
    assert len({name for record in RECORDS for event in record.events for name in [event.realis]}) == 2


def test_frames_name_the_span_in_which_an_event_surely_lies(filled: Store) -> None:
    months = {row.span for row in filled.dyads.counts("CHL", "PER", Choice())}
    days = {row.span for row in filled.dyads.counts("CHL", "PER", Choice(), by_day=True)}
    assert {"2031-03", "2030-01-01/2030-12-31", ""} <= months
    assert {"2031-03-05", "2030-01-01/2030-12-31", ""} <= days
    assert {len(span) for span in months} <= {0, 7, 21}
    assert {len(span) for span in days} <= {0, 10, 21}


def test_frames_of_some_days_hold_nothing_whose_day_is_not_known(filled: Store) -> None:
    assert "" not in {row.span for row in filled.dyads.counts("CHL", "PER", Choice(since="0001-01-01"))}


@pytest.mark.parametrize("unit", [None, "year", "month", "day"])
@pytest.mark.parametrize("directed", [False, True])
def test_frames_count_each_event_once_for_its_two_states(filled: Store, unit: str | None, directed: bool) -> None:
    for choice in CHOICES:
        wanted: Counter[tuple[Any, ...]] = Counter()
        for row in rows_by_hand(choice):
            pair = (row["actor"], row["recipient"])
            if "UNO" not in pair and (directed or row["leads"]):
                wanted[(*(pair if directed else sorted(pair)), unit_by_hand(row, unit), row["quad"])] += 1
        rows = filled.dyads.pairs(choice, unit=unit, directed=directed, without=["UNO"])
        assert {(row.actor, row.recipient, row.unit, row.quad): row.number for row in rows} == wanted, choice
        assert len(rows) == len(wanted)


def unit_by_hand(row: dict[str, Any], unit: str | None) -> str | None:
    length = {None: 0, "year": 4, "month": 7, "day": 10}[unit]
    day, latest = row["day"] or "", row["latest"] or ""
    return (day[:length] or None) if day[:length] == latest[:length] else None


def test_frames_tell_the_first_and_the_last_month(filled: Store) -> None:
    (row,) = filled.dyads.pairs(Choice(types=("AID",), since="2031-02-01"), without=["UNO", "BOL"])
    spans = [each for each in rows_by_hand(Choice(types=("AID",), since="2031-02-01"))
             if {each["actor"], each["recipient"]} == {"CHL", "PER"}]  # fmt: skip
    months = sorted(each["span"] for each in spans if len(each["span"]) == 7)
    assert (row.first, row.last) == (months[0], months[-1])


def test_frames_count_contexts_of_mentions(filled: Store) -> None:
    rows = [
        row for row in rows_by_hand(Choice()) if {row["actor"], row["recipient"]} == {"CHL", "PER"} and row["leads"]
    ]
    wanted = Counter(tuple(row["contexts"].split("|")) if row["contexts"] else () for row in rows)
    assert {row.contexts: row.number for row in filled.dyads.topics("CHL", "PER", Choice())} == wanted
    assert {(), ("economic",), ("economic", "military")} <= set(wanted)


@pytest.mark.parametrize("choice", CHOICES, ids=str)
def test_frames_of_a_dyad_that_nobody_reports_are_empty(filled: Store, choice: Choice) -> None:
    assert filled.dyads.counts("CHL", "FRA", choice) == filled.dyads.topics("CHL", "FRA", choice) == []
    assert filled.dyads.articles("CHL", "FRA", choice) == 0


# -- happenings ----------------------------------------------------------------------------------------------------


def day(of: int) -> When:
    text = f"2031-03-{of:02}"
    return When(cut("on 3 March 2031"), text, text, "day")


MARCH = When(cut("on 3 March 2031"), "2031-03-01", "2031-03-31", "month")


def save(store: Store, name: str, *events: Event, published: str | None = "2031-03-04") -> None:
    store.save(Record(make_article(name, published=published), events=events), coder="1")


def happenings(store: Store, **choice: Any) -> list[tuple[str, int, float]]:
    rows = store.dyads.counts("CHL", "PER", Choice(counted="happenings", **choice))
    return sorted((row.span, row.number, row.score) for row in rows)


def test_happenings_count_once_however_many_articles_report_them(store: Store) -> None:
    for at in range(3):
        save(store, f"a-{at}", make_event(date=day(3)))
    save(store, "b", make_event(type="AID", quad="material cooperation", score=10.0, date=day(3)))
    assert happenings(store) == [("2031-03-03", 1, 4.0), ("2031-03-03", 1, 10.0)]
    assert sum(row.number for row in store.dyads.counts("CHL", "PER", Choice())) == 4
    (row,) = [row for row in store.dyads.pairs(Choice(counted="happenings")) if row.quad == "verbal cooperation"]
    assert (row.actor, row.recipient, row.number) == ("CHL", "PER", 1)


def test_happenings_happened_when_their_dated_reports_agree(store: Store) -> None:
    save(store, "a", make_event(date=None))
    save(store, "b", make_event(date=day(3)), published="2031-03-05")
    assert happenings(store) == [("2031-03-03", 1, 4.0)]
    store.delete("b")
    assert happenings(store) == [("2031-03-04", 1, 4.0)]


def test_happenings_are_attributed_only_where_every_report_is(store: Store) -> None:
    save(store, "a", make_event(date=day(3), attribution=ANA))
    assert [bool(row.attributed) for row in store.dyads.counts("CHL", "PER", Choice(counted="happenings"))] == [True]
    assert happenings(store, attributed=False) == []
    save(store, "b", make_event(date=day(3)))
    assert [bool(row.attributed) for row in store.dyads.counts("CHL", "PER", Choice(counted="happenings"))] == [False]


def test_happenings_of_both_directions_count_once(store: Store) -> None:
    save(store, "a", make_event(date=day(3), actors=(CHILE, PERU), recipients=()))
    save(store, "b", make_event(date=day(3), actors=(PERU, CHILE), recipients=()))
    assert len(list(store.happenings(kind="events"))) == 1
    assert happenings(store) == [("2031-03-03", 1, 4.0)]
    for pair in (("CHL", "PER"), ("PER", "CHL")):
        assert [row.number for row in store.dyads.counts(*pair, Choice(counted="happenings"), directed=True)] == [1]


def test_happenings_without_a_proven_day_stand_nowhere(store: Store) -> None:
    save(store, "a", make_event(date=When(cut("on 3 March 2031"), None, "2033-12-31", "year")), published=None)
    assert happenings(store) == [("", 1, 4.0)]
    assert happenings(store, since="2031-01-01") == []


def test_happenings_that_are_not_linked_yet_count_one_by_one(store: Store) -> None:
    from sqlalchemy import text

    for at in range(2):
        save(store, f"a-{at}", make_event(date=MARCH))
    with store._database.writing() as connection:
        connection.execute(text("DELETE FROM happening_members"))
    assert happenings(store) == [("2031-03-01/2031-03-31", 2, 8.0)]


# -- what is refused -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("choice", "words"),
    [
        ({"since": "soon"}, "The day 'soon' given as since is no day"),
        ({"until": "2031-02-30"}, "The day '2031-02-30' given as until is no day"),
        ({"realis": ("true",)}, "'true' is no realis. Allowed: actual, historical"),
        ({"counted": "words"}, "'words' cannot be counted. Allowed: mentions, happenings"),
        ({"types": ("A\x00",)}, "holds a NUL"),
    ],
)
def test_a_choice_refuses_what_it_cannot_mean(choice: dict[str, Any], words: str) -> None:
    with pytest.raises(StoreError, match=words):
        Choice(**choice)


def test_frames_refuse_codes_that_no_text_can_hold_and_units_that_are_none(store: Store) -> None:
    for first, second in combinations(["CHL", "P\x00"], 2):
        with pytest.raises(StoreError, match="holds a NUL"):
            store.dyads.counts(first, second, Choice())
    with pytest.raises(StoreError, match="'fortnight' is no unit of time to count by. Allowed: year, month, day"):
        store.dyads.pairs(Choice(), unit="fortnight")
