"""Finding: ids and their beginnings, lists with filters, counts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

import pytest

from dragoman.errors import StoreError
from dragoman.record import KINDS, Record
from dragoman.store import Store

from .factory import ANA, CHILE, PERU, actor, cut, make_article, make_event, make_record

ARICA_BODY = actor("Arica", None, name="Arica Port Board")


def make_dated(name: str, published: str | None, *events: Any) -> Record:
    return Record(make_article(name, published=published), events=events)


@pytest.fixture(autouse=True)
def page_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages so small that every list has several."""
    monkeypatch.setattr("dragoman.store.pages.PAGE_ROWS", 2)


@pytest.fixture
def shelf(store: Store) -> Store:
    """Five articles on different days, two of them without one."""
    store.save_many(
        [
            make_dated("undated-b", None),
            make_dated("undated-a", None),
            make_dated("late-0001", "2031-05-01", make_event("one", type="AID", date=None)),
            make_dated(
                "early-002", "2031-03-01", make_event("two"), make_event("three", actors=(PERU,), recipients=())
            ),
            make_dated("early-001", "2031-03-01", make_event("four", actors=(ARICA_BODY,), recipients=(CHILE,))),
        ],
        coder="1",
    )
    return store


def ids(rows: Iterable[Any]) -> list[str]:
    return [row.id if hasattr(row, "id") else row.event.id for row in rows]


ALL = ["early-001", "early-002", "late-0001", "undated-a", "undated-b"]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, ALL),
        ({"limit": 3}, ALL[:3]),
        ({"limit": 0}, []),
        ({"limit": 4}, ALL[:4]),
        ({"limit": 99}, ALL),
        ({"since": "2031-03-02"}, ["late-0001"]),
        ({"until": "2031-03-01"}, ["early-001", "early-002"]),
        ({"since": date(2031, 3, 1), "until": datetime(2031, 5, 1, 12)}, ["early-001", "early-002", "late-0001"]),
        ({"since": "2031-06-01"}, []),
        ({"country": "PER"}, ["early-002", "late-0001"]),
        ({"country": "per"}, []),
        ({"country": "' OR 1=1 --"}, []),
        ({"country": "CHL", "since": "2031-04-01"}, ["late-0001"]),
        ({"after": "early-001"}, ALL[1:]),
        ({"after": "late-0001"}, ALL[3:]),
        ({"after": "undated-a"}, ["undated-b"]),
        ({"after": "undated-b"}, []),
        ({"after": "early-001", "limit": 1}, ["early-002"]),
    ],
)
def test_find_articles_in_order_and_by_filters(shelf: Store, filters: dict[str, Any], expected: list[str]) -> None:
    assert ids(shelf.articles(**filters)) == expected


def test_find_articles_counts_findings_by_kind(store: Store) -> None:
    store.save(make_record(), coder="7")
    store.save(make_dated("empty-1", "2031-03-09"), coder="7")
    full, empty = store.articles()
    assert {kind: full.counts[kind] for kind in KINDS} == {kind: len(getattr(make_record(), kind)) for kind in KINDS}
    assert full.refused == 2
    assert (full.title, full.publisher, full.coder) == ("Neighbours talk", "Example", "7")
    assert set(empty.counts.values()) == {0} and empty.refused == 0


@pytest.mark.parametrize(
    ("kind", "country"), [("agreements", "PER"), ("claims", "CHL"), ("persons", "PER"), ("conditions", "CHL")]
)
def test_find_articles_by_a_country_in_any_kind(store: Store, kind: str, country: str) -> None:
    store.save(Record(make_article(), **{kind: getattr(make_record(), kind)}), coder="1")
    assert ids(store.articles(country=country)) == ["article-0001"]
    assert ids(store.articles(country="BOL")) == []


def test_find_articles_by_who_speaks(store: Store) -> None:
    store.save(Record(make_article(), claims=(make_record().claims[0],)), coder="1")
    assert ids(store.articles(country="PER")) == ["article-0001"]


@pytest.mark.parametrize("day", ["yesterday", "2031-13-01", "31/05/2031", ""])
def test_find_refuses_days_that_are_none(store: Store, day: str) -> None:
    for ask in (store.articles, store.events):
        with pytest.raises(StoreError, match="is no day"):
            list(ask(since=day))


def test_find_refuses_a_limit_below_zero(store: Store) -> None:
    with pytest.raises(StoreError, match="below 0"):
        list(store.articles(limit=-1))


def test_find_articles_after_an_unknown_one_is_refused(shelf: Store) -> None:
    with pytest.raises(StoreError, match="No stored article"):
        list(shelf.articles(after="gone-0001"))


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        # Those with the same day stand by article and place in it; "one" has no date and counts from its report.
        ({}, ["four", "two", "three", "one"]),
        ({"limit": 2}, ["four", "two"]),
        ({"type": "AID"}, ["one"]),
        ({"type": "aid"}, []),
        ({"actor": "PER"}, ["two", "three", "one"]),
        ({"actor": "Arica Port Board"}, ["four"]),
        ({"actor": "BOL"}, []),
        ({"since": "2031-04-01"}, ["one"]),
        ({"until": "2031-03-03"}, ["four", "two", "three"]),
        ({"since": "2031-03-04", "until": "2031-04-30"}, []),
        ({"dyad": ("CHL", "PER")}, ["two", "one"]),
        ({"dyad": ("PER", "CHL")}, ["two", "one"]),
        ({"dyad": ("CHL", "Arica Port Board")}, ["four"]),
        ({"dyad": ("CHL", "BOL")}, []),
        ({"dyad": ("CHL", "CHL")}, []),
        ({"dyad": ("CHL", "PER"), "actor": "BOL"}, []),
        ({"dyad": ("CHL", "PER"), "actor": "CHL", "type": "CONSULT"}, ["two"]),
    ],
)
def test_find_events_in_order_and_by_filters(shelf: Store, filters: dict[str, Any], expected: list[str]) -> None:
    assert ids(shelf.events(**filters)) == expected


@pytest.mark.parametrize(
    ("actors", "recipients", "expected"),
    [
        ((CHILE,), (PERU,), True),
        ((PERU,), (CHILE,), True),
        ((CHILE, PERU), (), True),
        ((CHILE, PERU), (PERU, CHILE), True),
        ((CHILE,), (ANA,), True),
        # Side by side against a third: nothing that one does to the other.
        ((CHILE, PERU), (ARICA_BODY,), False),
        ((ARICA_BODY,), (CHILE, PERU), False),
        ((CHILE,), (), False),
        ((CHILE,), (CHILE,), False),
    ],
)
def test_find_events_of_a_dyad_by_who_does_what_to_whom(
    store: Store, actors: Any, recipients: Any, expected: bool
) -> None:
    store.save(make_dated("article-1", None, make_event(actors=actors, recipients=recipients)), coder="1")
    assert ids(store.events(dyad=("CHL", "PER"))) == (["e1"] if expected else [])


def test_find_events_names_each_once(store: Store) -> None:
    both = make_event(actors=(CHILE, PERU, ANA), recipients=(PERU, CHILE, ANA))
    store.save(make_dated("article-1", None, both), coder="1")
    assert ids(store.events(dyad=("CHL", "PER"), actor="PER")) == ["e1"]


def test_find_events_brings_the_article(store: Store) -> None:
    store.save(make_dated("article-1", "2031-03-04", make_event()), coder="1")
    (row,) = store.events()
    assert (row.article_id, row.title, row.published, row.day) == (
        "article-1", "Neighbours talk", "2031-03-04", "2031-03-03",
    )  # fmt: skip
    assert row.event == make_event()


def test_find_events_without_any_day_come_last_and_in_no_range(store: Store) -> None:
    store.save(make_dated("article-1", None, make_event("lost", date=None), make_event("known")), coder="1")
    assert ids(store.events()) == ["known", "lost"]
    assert ids(store.events(since="0001-01-01")) == ["known"]


def test_find_by_the_beginning_of_an_id(store: Store) -> None:
    for name in ("abcd", "abcdef-1", "abcdxyz", "Abcdzzz", "abcc999"):
        store.save(make_dated(name, None), coder="1")
    assert store.resolve_id("abcd") == "abcd"
    assert store.resolve_id("abcde") == "abcdef-1"
    assert store.resolve_id("Abcd") == "Abcdzzz"
    found = store.get("abcdx")
    assert found is not None and found.article.id == "abcdxyz"


@pytest.mark.parametrize("prefix", ["nothing", "abcde-", "%bcd", "abc_", "ABCDEF", "", "abc"])
def test_find_by_a_beginning_that_no_id_has(store: Store, prefix: str) -> None:
    store.save(make_dated("abcdef-1", None), coder="1")
    assert store.get(prefix) is None
    with pytest.raises(StoreError, match="No stored article"):
        store.resolve_id(prefix)


def test_find_by_a_beginning_that_is_too_short_says_so(store: Store) -> None:
    store.save(make_dated("abcdef-1", None), coder="1")
    with pytest.raises(StoreError, match="at least 4 characters"):
        store.resolve_id("abc")


def test_find_by_a_short_but_whole_id(store: Store) -> None:
    store.save(make_dated("1", None), coder="1")
    store.save(make_dated("12", None), coder="1")
    assert store.resolve_id("1") == "1"


@pytest.mark.parametrize(("count", "more"), [(2, False), (8, True)])
def test_find_by_an_ambiguous_beginning_is_refused(store: Store, count: int, more: bool) -> None:
    store.save_many([make_dated(f"same-{at}", None) for at in range(count)], coder="1")
    for ask in (store.resolve_id, store.get):
        with pytest.raises(StoreError, match="Several stored articles .*same-0, same-1") as caught:
            ask("same")
        assert ("and more" in str(caught.value)) is more


def test_find_counts_everything(store: Store) -> None:
    assert set(store.counts().values()) == {0}
    store.save(make_record(), coder="1")
    store.save(make_record("article-0002"), coder="1")
    expected = {kind: 2 * len(getattr(make_record(), kind)) for kind in KINDS}
    assert store.counts() == {"articles": 2, **expected, "refused": 4}


def test_find_goes_on_while_others_write(shelf: Store) -> None:
    rows = shelf.articles()
    first = next(rows)
    shelf.delete("early-002")
    shelf.save(make_dated("later-001", "2031-09-01"), coder="1")
    assert first.id == "early-001"
    assert "undated-b" in ids(rows)


def test_find_keeps_evidence_in_place(shelf: Store) -> None:
    assert all(row.event.evidence == cut(row.event.evidence.text) for row in shelf.events())
