"""Linking: reports of one happening become one, in any order of storing, and go with their articles."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest
from sqlalchemy import select

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
