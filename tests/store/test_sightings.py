"""Sightings: kept with the article that teaches them, told to the articles that come after it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import text

from dragoman.record import Person, Record, Seen, Sighting
from dragoman.store import Store, tables
from dragoman.store.address import parse_address
from dragoman.store.database import Database, open_engine
from dragoman.store.migrate import upgrade

from .factory import INTRODUCTION, cut, make_article, make_record

ALWAYS = {"since": "2000-01-01", "until": "2040-12-31"}
NOBODY = "not-stored"
ANA = Seen("PER", "trade minister", ("GOV",), "2031-03-04", "2031-03-04", 1)


def make_person(**changes: Any) -> Person:
    """Somebody whom the text introduces with office and state."""
    return replace(make_record().persons[0], **changes)


def save(store: Store, name: str, *persons: Person, day: str | None = "2031-03-04", coder: str = "1") -> None:
    store.save(Record(make_article(name, published=day), persons=persons), coder=coder)


def seen(store: Store, name: str = "Ana Quispe", by: str = NOBODY, **window: str) -> list[Seen]:
    return list(store.seen_before(by).named(name, **{**ALWAYS, **window}))


def test_sightings_keep_name_office_state_day_and_words(store: Store) -> None:
    store.save(make_record(), coder="1")
    evidence = cut(INTRODUCTION)
    assert store.sightings("PER") == [
        Sighting("article-0001", "p1", "Ana Quispe", "trade minister", "PER", ("GOV",), "2031-03-04", evidence)
    ]
    assert seen(store) == [ANA]
    assert store.check() == []


@pytest.mark.parametrize(
    "changes",
    [
        {"rule": "named-at-home", "confidence": 0.6},
        {"rule": "named-possessor", "confidence": 0.8},
        {"rule": "office-holder", "confidence": 0.8},
        {"rule": "sighting", "confidence": 0.7},
        {"rule": "named"},
        {"role": None},
        {"country": None},
    ],
    ids=str,
)
def test_sightings_are_not_taken_where_the_text_does_not_give_office_and_state(
    store: Store, changes: dict[str, Any]
) -> None:
    save(store, "a", make_person(**changes))
    assert seen(store) == []
    assert store.check() == []


def test_sightings_go_with_the_article_and_are_replaced_with_its_findings(store: Store) -> None:
    save(store, "a", make_person())
    save(store, "a", make_person(role="President"), coder="2")
    assert [each.office for each in seen(store)] == ["President"]
    save(store, "a", coder="3")
    assert seen(store) == []
    save(store, "a", make_person(), coder="4")
    assert store.delete("a") is True
    assert seen(store) == store.sightings("PER") == []


def test_sightings_are_found_by_the_whole_name_however_it_is_written(store: Store) -> None:
    save(store, "a", make_person(name="José al-Peña"))
    assert seen(store, "Jose Al Pena") == [ANA]
    assert seen(store, "Peña") == seen(store, "José") == seen(store, "José al-Peña Ruiz") == []


def test_sightings_are_counted_by_office_and_state_with_the_last_sectors(store: Store) -> None:
    save(store, "b", make_person(sectors=("GOV", "BUS")), day="2031-05-01")
    save(store, "a", make_person(), day="2031-04-01")
    save(store, "c", make_person(country="CHL"), day="2031-04-15")
    assert seen(store) == [
        Seen("PER", "trade minister", ("GOV", "BUS"), "2031-04-01", "2031-05-01", 2),
        Seen("CHL", "trade minister", ("GOV",), "2031-04-15", "2031-04-15", 1),
    ]


def test_sightings_are_told_of_the_days_asked_for_and_never_without_a_day(store: Store) -> None:
    save(store, "a", make_person(), day="2031-04-01")
    save(store, "b", make_person(), day=None)
    assert len(seen(store, since="2031-04-01", until="2031-04-01")) == 1
    assert seen(store, since="2031-04-02") == seen(store, until="2031-03-31") == []
    assert [each.day for each in store.sightings("PER")] == ["2031-04-01", None]


def test_sightings_teach_an_article_only_what_was_stored_before_it(store: Store) -> None:
    for name in ("first", "second", "third"):
        save(store, name, make_person(role=name))
    taught = {by: [each.office for each in seen(store, by=by)] for by in ("first", "second", "third", NOBODY)}
    assert taught == {
        "first": [],
        "second": ["first"],
        "third": ["first", "second"],
        NOBODY: ["first", "second", "third"],
    }
    save(store, "first", make_person(role="first"), coder="2")
    assert seen(store, by="first") == []
    assert [each.office for each in seen(store, by="second")] == ["first"]


def test_sightings_of_a_state_come_with_those_of_the_same_names_elsewhere(store: Store) -> None:
    save(store, "a", make_person())
    save(store, "b", make_person(country="CHL"))
    save(store, "c", make_person(name="Luis Rojas", country="CHL"))
    assert [(each.name, each.country) for each in store.sightings("PER")] == [
        ("Ana Quispe", "PER"),
        ("Ana Quispe", "CHL"),
    ]
    assert store.sightings("BOL") == []


def test_sightings_that_were_changed_behind_our_back_are_told(store: Store) -> None:
    store.save(make_record(), coder="1")
    with store._database.writing() as connection:
        connection.execute(text("UPDATE sightings SET office = 'King'"))
    assert store.check() == ["Article 'article-0001': its sightings are not those that its persons show."]


# -- databases from before there were sightings ---------------------------------------------------------------------


def make_old(url: str, *persons: Person) -> Database:
    """A database of the first revision with one article for each person, the last one coded first."""
    database = open_engine(parse_address(url), timeout=5)
    with database.writing() as connection:
        upgrade(connection, revision="dragoman_0001")
    with Store.open("sqlite://") as newer:
        for at, person in enumerate(persons):
            save(newer, f"old-{at}", person)
        copy_rows(newer._database, database)
    return database


def copy_rows(newer: Database, older: Database) -> None:
    """The articles and their persons, as the first tables hold them."""
    with newer.reading() as source, older.writing() as target:
        for table in (tables.articles, tables.findings["persons"]):
            for row in source.execute(table.select()).mappings():
                values = {name: value for name, value in row.items() if name not in ("number", "linked", "entered")}
                if table is tables.articles:
                    at = int(values["id"].removeprefix("old-"))
                    values["first_coded"] = f"2031-01-01T00:00:{9 - at:02}Z"
                target.execute(table.insert().values(**values))


def test_migrate_takes_the_sightings_of_articles_that_are_there(url: str) -> None:
    old = [
        make_person(),
        make_person(name="José Peña", sectors=("ELI",)),
        make_person(name="Luis Rojas", evidence=cut("Ana Quispe"), rule="named-possessor", confidence=0.8),
        make_person(name="Rosa Mamani"),
    ]
    make_old(url, *old).close()
    with Store.open(url, create=False) as store:
        assert [each.name for each in store.sightings("PER")] == ["Ana Quispe", "Rosa Mamani"]
        assert seen(store) == [ANA]
        # What was coded first is numbered first.
        assert seen(store, "Rosa Mamani", by="old-0") == [ANA]
        assert seen(store, "Ana Quispe", by="old-3") == []
        assert store.check() == []
        save(store, "old-9", make_person(name="Zoe Luna"))
        assert seen(store, "Zoe Luna", by="old-0") == []
