"""Dyads: which pairs of states an event counts for, and on which days; kept with the event on both backends."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Connection, inspect, select, text

from dragoman.record import Actor, Event, When
from dragoman.store import Store, tables
from dragoman.store.address import parse_address
from dragoman.store.database import open_engine
from dragoman.store.dyads import make_claim_dyad_rows, make_dyad_rows, pair_states, place_days
from dragoman.store.migrate import downgrade, upgrade

from .factory import CHILE, DAY, PERU, cut, make_article, make_event, make_record

# The revision before there were dyads.
BEFORE = "dragoman_0003"
BOLIVIA, NOBODY = replace(CHILE, country="BOL"), replace(CHILE, country=None)
BODY = replace(CHILE, country="UNO")


def when(start: str | None, end: str | None, precision: str) -> When:
    return When(cut("on 3 March 2031"), start, end, precision)


@pytest.mark.parametrize(
    ("actors", "recipients", "pairs"),
    [
        ((CHILE,), (PERU,), ["CHL-PER+"]),
        ((CHILE, CHILE), (PERU, PERU), ["CHL-PER+"]),
        ((CHILE, BOLIVIA), (PERU,), ["CHL-PER+", "BOL-PER+"]),
        ((CHILE,), (PERU, BOLIVIA), ["CHL-PER+", "CHL-BOL+"]),
        ((CHILE, PERU), (PERU, CHILE), ["CHL-PER+", "PER-CHL"]),
        ((CHILE, PERU), (), ["CHL-PER+", "PER-CHL"]),
        ((CHILE, PERU, BOLIVIA), (), ["CHL-PER+", "CHL-BOL+", "PER-CHL", "PER-BOL+", "BOL-CHL", "BOL-PER"]),
        ((BODY,), (PERU,), ["UNO-PER+"]),
        # Nothing that is no pair of two states.
        ((CHILE,), (), []),
        ((CHILE,), (CHILE,), []),
        ((CHILE, PERU), (NOBODY,), []),
        ((NOBODY,), (PERU,), []),
        ((), (CHILE, PERU), []),
        ((), (), []),
    ],
)
def test_dyads_are_the_ordered_pairs_of_states(
    actors: tuple[Actor, ...], recipients: tuple[Actor, ...], pairs: list[str]
) -> None:
    event = make_event(actors=actors, recipients=recipients)
    assert [f"{one}-{other}{'+' if leads else ''}" for one, other, leads in pair_states(event)] == pairs


@pytest.mark.parametrize(
    ("date", "days", "span"),
    [
        (DAY, ("2031-03-03", "2031-03-03"), "2031-03"),
        (None, ("2031-03-04", "2031-03-04"), "2031-03"),
        (when("2031-02-28", "2031-03-02", "day"), ("2031-02-28", "2031-02-28"), "2031-02"),
        (when("2031-02-28", None, "day"), ("2031-02-28", "2031-02-28"), "2031-02"),
        (when("2031-02-24", "2031-03-02", "week"), ("2031-02-24", "2031-03-02"), "2031-02-24/2031-03-02"),
        (when("2031-02-01", "2031-02-28", "month"), ("2031-02-01", "2031-02-28"), "2031-02"),
        (when("2030-01-01", "2030-12-31", "year"), ("2030-01-01", "2030-12-31"), "2030-01-01/2030-12-31"),
        # An open date proves no day, and publication does not stand for it.
        (when(None, "2033-12-31", "year"), (None, None), ""),
        (when(None, "2031-03-03", "day"), (None, None), ""),
        (when("2022-01-01", None, "year"), (None, None), ""),
    ],
)
def test_dyads_stand_on_the_days_that_the_text_proves(
    date: When | None, days: tuple[str | None, str | None], span: str
) -> None:
    event = make_event(date=date)
    assert place_days(event, make_article()) == days
    (row,) = make_dyad_rows(event, make_article())
    assert (row["span"], row["dated"]) == (span, date is not None)


def test_dyads_of_an_article_without_a_day_have_none() -> None:
    assert place_days(make_event(date=None), make_article(published=None)) == (None, None)


def read(store: Store) -> list[tuple[Any, ...]]:
    rows = tables.event_dyads
    columns = (rows.c.finding_id, rows.c.actor, rows.c.recipient, rows.c.leads, rows.c.attributed, rows.c.contexts)
    with store._database.reading() as connection:
        return [tuple(row) for row in connection.execute(select(*columns).order_by(*columns[:3]))]


def test_dyads_are_kept_with_their_event_and_go_with_it(store: Store) -> None:
    store.save(make_record(), coder="1")
    assert read(store) == [
        ("e1", "CHL", "PER", True, False, "economic"),
        ("e2", "CHL", "PER", True, True, "economic"),
        ("e2", "PER", "CHL", False, True, "economic"),
    ]
    assert store.check() == []
    store.save(make_record(events=(make_event(contexts=("military", "economic")),)), coder="2")
    assert read(store) == [("e1", "CHL", "PER", True, False, "economic|military")]
    store.delete("article-0001")
    assert read(store) == read_spans(store) == []


def read_spans(store: Store) -> list[tuple[Any, ...]]:
    with store._database.reading() as connection:
        return [tuple(row) for row in connection.execute(select(tables.dyad_spans))]


def test_dyads_are_counted_while_they_are_written_changed_and_dropped(store: Store) -> None:
    store.save(make_record(), coder="1")
    store.save(make_record("article-0002"), coder="1")
    common = ("actual", "2031-03", "CONSULT", "verbal cooperation")
    assert sorted(read_spans(store)) == [
        ("CHL", "PER", True, *common, False, 2, 2, 8.0),
        ("CHL", "PER", True, *common, True, 2, 0, 8.0),
        ("PER", "CHL", False, *common, True, 2, 0, 8.0),
    ]
    with store._database.writing() as connection:
        connection.execute(text("UPDATE event_dyads SET type = 'AID' WHERE finding_id = 'e1'"))
    assert {row[5] for row in read_spans(store) if row[7] == 0} == {"AID"}
    store.delete("article-0001")
    assert {row[8] for row in read_spans(store)} == {1}


def test_dyads_that_are_miscounted_are_told(store: Store) -> None:
    store.save(make_record(), coder="1")
    change = "UPDATE dyad_spans SET number = number + {} WHERE actor = 'PER'"
    with store._database.writing() as connection:
        connection.execute(text(change.format(7)))
    assert store.check() == ["dyad_spans: 1 numbers are not those of the rows in event_dyads."]
    with store._database.writing() as connection:
        connection.execute(text(change.format(-7)))
    assert store.check() == []


def test_dyads_that_were_changed_behind_our_back_are_told(store: Store) -> None:
    store.save(make_record(), coder="1")
    with store._database.writing() as connection:
        connection.execute(text("UPDATE event_dyads SET score = 9 WHERE actor = 'PER'"))
    assert store.check() == ["Article 'article-0001': the columns of event_dyads differ from the findings they were "
                             "taken from."]  # fmt: skip


@pytest.mark.parametrize(
    ("speaker", "about", "pairs"),
    [
        (PERU, ("CHL", "PER"), [("PER", "CHL"), ("PER", "PER")]),
        (PERU, ("CHL", "CHL"), [("PER", "CHL")]),
        (PERU, (), []),
        (NOBODY, ("CHL",), []),
        (None, ("CHL",), []),
    ],
)
def test_claims_stand_under_the_states_of_who_speaks_and_who_is_spoken_of(
    speaker: Actor | None, about: tuple[str, ...], pairs: list[tuple[str, str]]
) -> None:
    claim = replace(make_record().claims[0], speaker=speaker, about=about)
    rows = list(make_claim_dyad_rows(claim, make_article()))
    assert [(row["speaker"], row["about"]) for row in rows] == pairs
    assert {row["day"] for row in rows} <= {"2031-03-04"}


def many_events() -> tuple[Event, ...]:
    """Events of every shape that a row is made from."""
    dates = (DAY, None, when("2030-01-01", "2030-12-31", "year"), when(None, "2033-12-31", "year"))
    sides = (((CHILE,), (PERU,)), ((CHILE, PERU, BOLIVIA), ()), ((CHILE, PERU), (PERU, CHILE)), ((CHILE,), ()))
    return tuple(
        make_event(f"e{at}-{by}", date=date, actors=actors, recipients=recipients, attribution=CHILE if at else None)
        for at, date in enumerate(dates)
        for by, (actors, recipients) in enumerate(sides)
    )


def test_migrate_makes_the_dyads_of_the_events_that_are_there(url: str) -> None:
    records = [
        make_record(f"article-{at:04}", article=make_article(f"article-{at:04}", published=day), events=many_events())
        for at, day in enumerate([None, "2031-03-04"] * 7)
    ]
    with Store.open(url) as store:
        store.save_many(records, coder="1")
    database = open_engine(parse_address(url), timeout=5)
    with database.writing() as connection:
        before = read_all(connection)
        downgrade(connection, revision=BEFORE)
        assert not {"event_dyads", "claim_dyads", "dyad_spans"} & set(inspect(connection).get_table_names())
        upgrade(connection)
        assert read_all(connection) == before
    database.close()
    assert [len(rows) for rows in before[:2]] == [14 * 4 * (1 + 6 + 2), 14 * 2]
    with Store.open(url, create=False) as store:
        assert store.check() == []


def read_all(connection: Connection) -> list[list[tuple[Any, ...]]]:
    """The rows of all tables of dyads."""
    return [
        [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key.columns))]
        for table in (tables.event_dyads, tables.claim_dyads, tables.dyad_spans)
    ]
