"""Linking: reports of one happening become one, in any order of storing, and go with their articles."""

from __future__ import annotations

import multiprocessing
import os
import signal
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select, text, update

from dragoman.errors import StoreError
from dragoman.record import Actor, Article, Event, Happening, Record, Span, When
from dragoman.store import Store, tables

BOMBED = "Jets of Chile bombed a fuel depot near a harbour of Peru on {day}, killing nine dock workers."
AGAIN = "Nine dock workers died on {day} when jets from Chile bombed the fuel depot near the harbour, Peru said."


NAMES = {"CHL": "Chile", "PER": "Peru"}


def cut(words: str, text: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words), words)


def actor(code: str, text: str) -> Actor:
    return Actor(cut(NAMES[code], text), name=NAMES[code], country=code)


def make_event(text: str, day: str | None, source: str = "CHL", target: str = "PER", **changes: Any) -> Event:
    when = None if day is None else When(cut(day, text), day, day, "day")
    values: dict[str, Any] = {
        "id": "e1", "type": "ASSAULT", "mode": "aerial", "cameo": "195", "contexts": (), "quad": "material conflict",
        "score": -9.0, "realis": "actual", "confidence": 0.9, "actors": (actor(source, text),),
        "recipients": (actor(target, text),), "date": when, "place": None, "attribution": None,
        "evidence": cut(text, text), "trigger": cut("bombed", text), "rule": "test",
    }  # fmt: skip
    return Event(**{**values, **changes})


def report(name: str, day: str | None, *, text: str = BOMBED, published: str = "2031-03-04", **changes: Any) -> Record:
    """A report with one bombing."""
    words = text.format(day=day)
    article = Article(name, words, publisher=f"Paper of {name}", published=published)
    return Record(article, events=(make_event(words, day, **changes),))


def shape(store: Store) -> list[list[str]]:
    """The articles of each happening."""
    return sorted(sorted(member.article_id for member in each.members) for each in store.happenings())


def whole(store: Store) -> list[dict[str, Any]]:
    return sorted((each.to_dict() for each in store.happenings()), key=lambda each: str(each["id"]))


def only(store: Store) -> Happening:
    (found,) = store.happenings()
    return found


CHAIN = (
    report("a", "2031-03-03"),
    report("b", "2031-03-03", text=AGAIN, published="2031-03-05"),
    report("c", "2031-03-10", published="2031-03-11"),
    report("d", None),
)


@pytest.mark.parametrize("order", list(permutations(range(len(CHAIN)))))
def test_linking_is_the_same_in_any_order_of_storing(order: tuple[int, ...]) -> None:
    with Store.open("sqlite://") as one, Store.open("sqlite://") as other:
        one.save_many(CHAIN, coder="1")
        for at in order:
            other.save(CHAIN[at], coder="1")
        assert whole(one) == whole(other)
        assert shape(one) == [["a", "b", "d"], ["c"]]


def test_linking_tells_who_reports_and_why_each_belongs(store: Store) -> None:
    store.save_many(CHAIN[:2], coder="1")
    happening = only(store)
    assert (happening.kind, happening.type, happening.realis) == ("events", "ASSAULT", "held")
    assert happening.states == ("CHL", "PER")
    assert (happening.first_day, happening.last_day) == ("2031-03-03", "2031-03-03")
    assert happening.outlets == ("Paper of a", "Paper of b")
    first, second = happening.members
    assert first.join is None
    assert second.join is not None and second.join.other == first.id == happening.id
    assert {each.feature for each in second.join.agreed} == {"parties", "type", "time", "wording"}


def test_linking_goes_with_the_article(store: Store) -> None:
    store.save_many(CHAIN, coder="1")
    before = whole(store)
    assert store.delete("a")
    assert shape(store) == [["b", "d"], ["c"]]
    store.save(CHAIN[0], coder="1")
    assert whole(store) == before
    assert store.check() == []


def test_linking_follows_a_recoding(store: Store) -> None:
    store.save_many(CHAIN[:2], coder="1")
    store.save(report("b", "2031-03-09", text=AGAIN), coder="2")
    assert shape(store) == [["a"], ["b"]]
    store.save(CHAIN[1], coder="3")
    assert shape(store) == [["a", "b"]]


def test_linking_writes_nothing_where_saving_is_cut_off(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.save_many(CHAIN[:2], coder="1")
    before = whole(store)

    def break_off(*_: object) -> None:
        raise RuntimeError("power cut")

    # The article and its members are written by then, its happenings too.
    monkeypatch.setattr("dragoman.store.linking.Linking._write_plans", break_off)
    for attempt in (lambda: store.save(CHAIN[3], coder="1"), lambda: store.delete("a")):
        with pytest.raises(RuntimeError):
            attempt()
    monkeypatch.undo()
    assert whole(store) == before
    assert store.check() == []


def test_linking_leaves_no_happening_without_members(store: Store) -> None:
    store.save_many(CHAIN, coder="1")
    for name in "abcd":
        store.delete(name)
    with store._database.reading() as connection:
        assert connection.execute(select(tables.happenings)).all() == []
        assert connection.execute(select(tables.near_copy_bands)).all() == []


def test_linking_of_a_killed_program_leaves_nothing_half(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'record.db'}"
    with Store.open(url) as store:
        store.save_many(CHAIN[:2], coder="1")
        before = whole(store)
    writer = multiprocessing.get_context("spawn").Process(target=save_and_die, args=(url,))
    writer.start()
    writer.join(60)
    assert writer.exitcode == -signal.SIGKILL
    with Store.open(url, create=False) as store:
        assert whole(store) == before
        assert store.check() == []
        store.save_many(CHAIN[2:], coder="1")
        assert shape(store) == [["a", "b", "d"], ["c"]]


def save_and_die(url: str) -> None:
    """Run by a process of its own: is killed after the members are written, before the transaction ends."""
    from dragoman.store.linking import Linking

    def die(*_: object) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    Linking._write_plans = die  # type: ignore[method-assign]
    with Store.open(url) as store:
        store.save_many(CHAIN[2:], coder="1")


# -- any history ----------------------------------------------------------------------------------------------------

NEWS = (
    *CHAIN,
    report("e", "2031-03-03", text=AGAIN, source="PER", target="CHL"),
    report("f", "2031-03-04"),
    report("g", None, text=AGAIN, published="2031-03-06"),
    report("h", "2031-03-10", text=AGAIN, realis="future", published="2031-03-05"),
)
STEPS = st.lists(
    st.tuples(st.sampled_from(["save", "delete", "other day"]), st.integers(0, len(NEWS) - 1)), min_size=1, max_size=14
)


def replaced(at: int) -> Record:
    """The same article with its bombing on another day."""
    record = NEWS[at]
    event = make_event(record.article.text, None, id="e2")
    return Record(record.article, events=(event,))


@settings(max_examples=60, deadline=None)
@given(STEPS)
def test_linking_step_by_step_is_linking_all_at_once(steps: list[tuple[str, int]]) -> None:
    kept: dict[str, Record] = {}
    with Store.open("sqlite://") as one, Store.open("sqlite://") as other:
        for step, at in steps:
            name = NEWS[at].article.id
            if step == "delete":
                one.delete(name)
                kept.pop(name, None)
            else:
                kept[name] = NEWS[at] if step == "save" else replaced(at)
                one.save(kept[name], coder="1")
        other.save_many(kept.values(), coder="1")
        assert whole(one) == whole(other)
        assert one.link(again=True) == len(kept)
        assert whole(one) == whole(other)
        assert one.check() == []


# -- old stores -----------------------------------------------------------------------------------------------------


def forget_links(store: Store) -> None:
    """Make the store one from before there was linking."""
    with store._database.writing() as connection:
        for table in ("happening_plans", "happening_states", "happening_members", "happenings", "near_copy_bands"):
            connection.execute(text(f"DELETE FROM {table}"))
        connection.execute(update(tables.articles).values(linked=None))


def test_link_links_an_old_store_and_tells_how_far_it_is(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.save_many(CHAIN, coder="1")
    before = whole(store)
    forget_links(store)
    assert (store.unlinked(), whole(store)) == (4, [])
    monkeypatch.setattr("dragoman.store.relink.BATCH", 3)
    told: list[tuple[int, int]] = []
    assert store.link(on_progress=lambda done, total: told.append((done, total))) == 4
    assert told[:3] == [(0, 4), (3, 4), (4, 4)]
    assert whole(store) == before
    assert (store.unlinked(), store.link()) == (0, 0)


def test_link_goes_on_where_it_was_stopped(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.save_many(CHAIN, coder="1")
    before = whole(store)
    forget_links(store)
    monkeypatch.setattr("dragoman.store.relink.BATCH", 2)

    def stop(done: int, _total: int) -> None:
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.link(on_progress=stop)
    assert store.unlinked() == 2
    assert store.check() == []
    assert store.link() == 2
    assert whole(store) == before


def test_link_again_keeps_the_decisions(store: Store) -> None:
    store.save_many(CHAIN, coder="1")
    (lone,) = (each.id for each in store.happenings() if each.articles == ("c",))
    (main,) = (each.id for each in store.happenings() if "a" in each.articles)
    store.merge(main, lone, who="Ana", why="one raid")
    store.link(again=True)
    assert shape(store) == [["a", "b", "c", "d"]]


def test_check_tells_of_members_that_are_not_those_of_the_findings(store: Store) -> None:
    store.save_many(CHAIN[:1], coder="1")
    with store._database.writing() as connection:
        connection.execute(text("UPDATE happening_members SET realis = 'planned'"))
        connection.execute(text("INSERT INTO happenings (id, kind) VALUES ('none', 'events')"))
    assert store.check() == [
        "happenings: 1 have no members. Link anew: dragoman link --again",
        "Article 'a': happening_members differ from its findings. Link anew: dragoman link --again",
    ]


# -- reading --------------------------------------------------------------------------------------------------------


def test_happenings_are_found_by_kind_dyad_and_days(store: Store) -> None:
    store.save_many([*CHAIN, report("x", "2031-05-01", source="PER", target="CHL")], coder="1")

    def found(**filters: Any) -> list[tuple[str, ...]]:
        return [each.articles for each in store.happenings(**filters)]

    assert found() == [("a", "d", "b"), ("c",), ("x",)]
    assert found(kind="events", dyad=("PER", "CHL")) == found()
    assert found(kind="meetings") == found(dyad=("PER", "BOL")) == []
    assert found(since="2031-03-10", until="2031-04-30") == [("c",)]
    assert found(until="2031-03-09") == found(limit=1) == [("a", "d", "b")]
    with pytest.raises(StoreError, match="no happenings of the kind 'claims'"):
        found(kind="claims")


def test_happening_is_found_by_its_id_that_of_a_member_or_a_beginning(store: Store) -> None:
    store.save_many(CHAIN, coder="1")
    happening = next(iter(store.happenings()))
    for name in (happening.id, happening.id[:6], *(member.id for member in happening.members)):
        assert store.happening(name) == happening
    with pytest.raises(StoreError, match="No happening has an id"):
        store.happening("zzzz")
    forget_links(store)
    with pytest.raises(StoreError, match="4 articles are not linked yet: dragoman link"):
        store.happening(happening.id)


def test_happening_keeps_its_name_for_those_who_know_it_when_an_earlier_report_comes(store: Store) -> None:
    store.save(CHAIN[1], coder="1")
    known = only(store).id
    store.save(CHAIN[0], coder="1")
    assert only(store).id != known
    assert store.happening(known) == only(store)


def test_happening_that_was_planned_is_linked_to_what_was_held(store: Store) -> None:
    plan = report("plan", "2031-03-10", realis="future", published="2031-03-05")
    store.save_many([plan, CHAIN[2]], coder="1")
    planned, held = sorted(store.happenings(), key=lambda each: each.realis, reverse=True)
    assert (planned.articles, planned.realis, planned.held_as) == (("plan",), "planned", (held.id,))
    assert (held.articles, held.realis, held.planned_as) == (("c",), "held", (planned.id,))
    store.delete("plan")
    assert only(store).planned_as == ()


def test_near_copies_are_found_with_an_index(store: Store) -> None:
    words = " ".join(f"word{at} talks{at} border{at}" for at in range(60))
    for name, body in (("a", words), ("b", f"{words} the end"), ("c", words[::-1])):
        store.save(Record(Article(name, body, published="2031-03-04")), coder="1")
    assert [name for name, _ in store.near_copies("a")] == ["b"]
    assert store.near_copies("c") == store.near_copies("nowhere") == []
