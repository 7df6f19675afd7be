"""Evidence: the findings of a dyad with the heads of their articles, the latest first, and how many there are."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dragoman.record import Record
from dragoman.store import Choice, Store

from .factory import ANA, CHILE, DAY, PERU, make_article, make_event, make_record


def save(store: Store, name: str, *, published: str | None = "2031-03-04", **changes: Any) -> None:
    store.save(make_record(name, article=make_article(name, published=published), **changes), coder="1")


def ids(rows: Any) -> list[str]:
    return [row.article_id for row in rows]


@pytest.mark.parametrize("kind", ["agreements", "meetings", "conditions"])
def test_what_both_states_are_a_party_to_is_found_from_either_side(store: Store, kind: str) -> None:
    save(store, "a")
    for pair in (("CHL", "PER"), ("PER", "CHL")):
        found = store.dyads.mutual(kind, *pair)
        assert (found.count, found.left_out) == (1, 0)
        (row,) = found.rows
        assert row.finding == getattr(make_record("a"), kind)[0]
        assert (row.title, row.url, row.publisher, row.published) == (
            "Neighbours talk", "https://news.example/1", "Example", "2031-03-04",
        )  # fmt: skip
    assert store.dyads.mutual(kind, "CHL", "BOL").count == 0


def test_what_only_one_state_is_a_party_to_is_not_of_both(store: Store) -> None:
    save(store, "a")
    assert [row.finding.id for row in store.dyads.mutual("agreements", "CHL", "PER").rows] == ["a1"]
    assert store.dyads.mutual("commitments", "CHL", "PER").count == 0


def test_the_latest_stands_first_what_has_no_day_last_and_what_is_left_out_is_counted(store: Store) -> None:
    commitment = replace(make_record().commitments[0], parties=("CHL", "PER"))
    for name, day in (("a", None), ("b", "2031-03-01"), ("c", "2031-05-01"), ("d", "2031-04-01")):
        save(store, name, published=day, commitments=(commitment,))
    assert ids(store.dyads.mutual("commitments", "CHL", "PER").rows) == ["c", "d", "b", "a"]
    few = store.dyads.mutual("commitments", "CHL", "PER", limit=2)
    assert (ids(few.rows), few.count, few.left_out) == (["c", "d"], 4, 2)
    some = store.dyads.mutual("commitments", "CHL", "PER", since="2031-03-02", until="2031-04-01")
    assert (ids(some.rows), some.count) == (["d"], 1)


def test_claims_are_found_by_who_speaks_and_who_is_spoken_of(store: Store) -> None:
    for name, day in (("a", None), ("b", "2031-03-01"), ("c", "2031-05-01")):
        save(store, name, published=day)
    found = store.dyads.claims("PER", "CHL")
    assert (ids(found.rows), found.count) == (["c", "b", "a"], 3)
    assert {row.finding.id for row in found.rows} == {"q1"}
    assert ids(store.dyads.claims("PER", "CHL", limit=1).rows) == ["c"]
    assert store.dyads.claims("PER", "CHL", limit=1).left_out == 2
    assert ids(store.dyads.claims("PER", "CHL", since="2031-02-01", until="2031-04-01").rows) == ["b"]
    assert store.dyads.claims("CHL", "PER").rows == ()


def test_mentions_are_found_by_their_very_days(store: Store) -> None:
    save(store, "b", published="2031-03-05", events=(make_event(),))
    save(store, "a", published="2031-03-09", events=(make_event(), make_event("e2", date=None)))
    ask = store.dyads.mentions
    assert ids(ask("CHL", "PER", Choice()).rows) == ["b", "a", "a"]
    assert ids(ask("CHL", "PER", Choice(), newest=True, limit=1).rows) == ["a"]
    assert ids(ask("CHL", "PER", Choice(), span="2031-03-03").rows) == ["b", "a"]
    assert ids(ask("CHL", "PER", Choice(), span="2031-03-09").rows) == ["a"]
    assert ask("CHL", "PER", Choice(), span="2031-03-03", limit=1).left_out == 1
    assert ask("PER", "CHL", Choice()).rows == ask("CHL", "PER", Choice(types=("AID",))).rows == ()
    assert ask("CHL", "PER", Choice(), span="2031-03").rows == ()


def test_mentions_of_both_without_direction_stand_under_one_and_with_it_under_both(store: Store) -> None:
    save(store, "a", events=(make_event(actors=(CHILE, PERU), recipients=()),))
    assert [store.dyads.mentions(*pair, Choice()).count for pair in (("CHL", "PER"), ("PER", "CHL"))] == [1, 0]
    both = [store.dyads.mentions(*pair, Choice(), directed=True).count for pair in (("CHL", "PER"), ("PER", "CHL"))]
    assert both == [1, 1]


def test_only_what_is_somebody_s_word_is_voiced(store: Store) -> None:
    save(store, "a", events=(make_event(), make_event("e2", attribution=ANA)))
    assert [row.finding.id for row in store.dyads.mentions("CHL", "PER", Choice(), voiced=True).rows] == ["e2"]


def test_the_first_and_the_last_event_are_those_of_a_known_day(store: Store) -> None:
    wide = replace(DAY, start="2001-01-01", end="2001-12-31", precision="year")
    days = ("2031-03-05", "2031-03-01", "2031-03-09")
    events = [make_event(f"e{at}", date=replace(DAY, start=day, end=day)) for at, day in enumerate(days)]
    turned = replace(events[2], actors=(PERU,), recipients=(CHILE,))
    save(store, "a", events=(events[0], events[1], turned, make_event("wide", date=wide)))
    first, last = store.dyads.ends("CHL", "PER", Choice())
    assert first is not None and last is not None
    assert (first.day, last.day, last.finding.id) == ("2031-03-01", "2031-03-09", "e2")
    assert store.dyads.ends("CHL", "BOL", Choice()) == (None, None)


def test_officials_are_those_of_articles_about_both(store: Store) -> None:
    save(store, "a")
    save(store, "b", events=(), meetings=(), published="2031-03-09")
    save(store, "c", events=(), published="2031-03-08")
    assert [row.sighting.article_id for row in store.dyads.officials("PER", "CHL", "PER")] == ["c", "a"]
    (row,) = store.dyads.officials("PER", "CHL", "PER", until="2031-03-04")
    assert (row.sighting.name, row.publisher, row.published) == ("Ana Quispe", "Example", "2031-03-04")
    assert store.dyads.officials("CHL", "CHL", "PER") == store.dyads.officials("PER", "CHL", "BOL") == []


def test_articles_that_report_several_events_count_once(store: Store) -> None:
    save(store, "a")
    save(store, "b")
    store.save(Record(make_article("c")), coder="1")
    assert store.dyads.articles("PER", "CHL", Choice()) == 2
    assert store.dyads.articles("PER", "CHL", Choice(), directed=True) == 2
    assert store.dyads.articles("PER", "CHL", Choice(since="2031-03-05")) == 0
