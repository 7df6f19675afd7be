"""Decisions: what users say wins over the linking, outlives a recoding, and can be taken back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.errors import StoreError
from dragoman.store import Store

from .test_linking import AGAIN, CHAIN, make_event, only, report, shape, whole

WHO = {"who": "Ana", "why": "checked"}


def id_of(store: Store, article: str) -> str:
    """The id of the happening that an article reports."""
    (found,) = (each.id for each in store.happenings() if article in each.articles)
    return found


def member_of(store: Store, article: str) -> str:
    """The id of the member that an article is."""
    (found,) = (member.id for each in store.happenings() for member in each.members if member.article_id == article)
    return found


def test_merge_makes_two_happenings_one_and_tells_whose_word_it_was(store: Store) -> None:
    store.save_many(CHAIN, coder="1")
    number = store.merge(id_of(store, "a"), id_of(store, "c"), **WHO)
    assert shape(store) == [["a", "b", "c", "d"]]
    (late,) = (member for member in only(store).members if member.article_id == "c")
    assert late.join is not None
    assert [(each.feature, each.value) for each in late.join.agreed] == [("decision", str(number))]


def test_split_keeps_a_member_alone(store: Store) -> None:
    store.save_many(CHAIN, coder="1")
    home = id_of(store, "b")
    store.split(home, "b/e1", **WHO)
    assert shape(store) == [["a", "d"], ["b"], ["c"]]
    assert store.happening(member_of(store, "b")).articles == ("b",)


def test_undo_restores_both_sides_and_keeps_the_history(store: Store, tick: Callable[[], str]) -> None:
    store.save_many(CHAIN, coder="1")
    before = whole(store)
    first, other = id_of(store, "a"), id_of(store, "c")
    merged = store.merge(first, other, **WHO)
    assert store.happening(first) == store.happening(other)
    store.undo(merged, who="Luis", why="two raids after all")
    assert whole(store) == before
    assert store.happening(other).articles == ("c",)
    split = store.split(first, member_of(store, "b"), **WHO)
    store.undo(split, who="Luis")
    assert whole(store) == before
    told = [(each.id, each.action, each.who, each.why, each.undone_by, each.undone_why) for each in store.decisions()]
    assert told == [
        (1, "merge", "Ana", "checked", "Luis", "two raids after all"),
        (2, "split", "Ana", "checked", "Luis", None),
    ]
    assert all(each.when and each.undone for each in store.decisions())
    assert store.check() == []


def test_decisions_outlive_a_recoding_with_other_ids(store: Store) -> None:
    store.save_many(CHAIN, coder="1")
    store.merge(id_of(store, "a"), id_of(store, "c"), **WHO)
    store.split(id_of(store, "b"), member_of(store, "b"), **WHO)
    for name, record in (("a", CHAIN[0]), ("b", CHAIN[1]), ("c", CHAIN[2])):
        event = make_event(record.article.text, record.events[0].date.start, id=f"new-{name}")  # type: ignore[union-attr]
        store.save(type(record)(record.article, events=(event,)), coder="2")
    assert shape(store) == [["a", "c", "d"], ["b"]]
    assert all(member.current for each in store.decisions() for member in each.members)


def test_decisions_wait_for_an_article_that_is_gone(store: Store) -> None:
    store.save_many(CHAIN, coder="1")
    store.merge(id_of(store, "a"), id_of(store, "c"), **WHO)
    store.delete("c")
    assert shape(store) == [["a", "b", "d"]]
    (decision,) = store.decisions()
    assert [member.article_id for member in decision.members if member.current is None] == ["c"]
    store.save(CHAIN[2], coder="1")
    assert shape(store) == [["a", "b", "c", "d"]]


def test_decisions_do_not_cling_to_another_finding_of_the_article(store: Store) -> None:
    store.save_many(CHAIN, coder="1")
    store.merge(id_of(store, "a"), id_of(store, "c"), **WHO)
    store.save(report("c", "2031-03-10", source="PER", target="CHL", id="e9"), coder="2")
    assert shape(store) == [["a", "b", "d"], ["c"]]


@pytest.mark.parametrize("second", ["merge", "split"])
def test_decisions_that_contradict_are_settled_by_the_newest(store: Store, second: str) -> None:
    store.save_many(CHAIN, coder="1")
    other = id_of(store, "c")
    if second == "split":
        store.merge(id_of(store, "a"), other, **WHO)
        store.split(id_of(store, "a"), member_of(store, "c"), **WHO)
        assert shape(store) == [["a", "b", "d"], ["c"]]
    else:
        store.split(id_of(store, "b"), member_of(store, "b"), **WHO)
        store.merge(id_of(store, "a"), id_of(store, "b"), **WHO)
        assert shape(store) == [["a", "b", "d"], ["c"]]


def test_decisions_hold_for_reports_that_come_later(store: Store) -> None:
    store.save_many(CHAIN[:2], coder="1")
    store.split(id_of(store, "b"), member_of(store, "b"), **WHO)
    store.save_many(CHAIN[2:], coder="1")
    store.save(report("e", "2031-03-03", text=AGAIN), coder="1")
    homes = shape(store)
    assert not any({"a", "b"} <= set(each) for each in homes)


def test_decisions_give_the_same_whenever_they_are_made(store: Store) -> None:
    store.save_many(CHAIN, coder="1")
    store.merge(id_of(store, "a"), id_of(store, "c"), **WHO)
    with Store.open("sqlite://") as other:
        other.save(CHAIN[2], coder="1")
        other.save(CHAIN[0], coder="1")
        other.merge(id_of(other, "a"), id_of(other, "c"), **WHO)
        other.save_many([CHAIN[3], CHAIN[1]], coder="1")
        assert shape(other) == shape(store)


@pytest.mark.parametrize(
    ("attempt", "message"),
    [
        (lambda store: store.merge("nothing-like-it", id_of(store, "a"), **WHO), "No happening has an id"),
        (lambda store: store.merge("ab", id_of(store, "a"), **WHO), "at least 4 characters"),
        (lambda store: store.merge(id_of(store, "a"), id_of(store, "b"), **WHO), "one happening already"),
        (lambda store: store.merge(id_of(store, "a"), id_of(store, "c"), who="Ana", why="  "), "reason is empty"),
        (lambda store: store.merge(id_of(store, "a"), id_of(store, "c"), who="", why="x"), "name of who decides is"),
        (lambda store: store.merge(id_of(store, "a"), id_of(store, "c"), who="A\x00", why="x"), "NUL"),
        (lambda store: store.split(id_of(store, "a"), "c/e1", **WHO), "No member of the happening"),
        (lambda store: store.split(id_of(store, "c"), "c/e1", **WHO), "one member only"),
        (lambda store: store.undo(7, who="Ana"), "There is no decision 7"),
    ],
)  # fmt: skip
def test_decisions_that_mean_nothing_are_refused_and_change_nothing(
    store: Store, attempt: Callable[[Store], object], message: str
) -> None:
    store.save_many(CHAIN, coder="1")
    before = whole(store)
    with pytest.raises(StoreError, match=message):
        attempt(store)
    assert whole(store) == before
    assert store.decisions() == []


def test_undo_refuses_what_is_undone(store: Store) -> None:
    store.save_many(CHAIN, coder="1")
    number = store.merge(id_of(store, "a"), id_of(store, "c"), **WHO)
    store.undo(number, who="Ana")
    with pytest.raises(StoreError, match="was undone by Ana"):
        store.undo(number, who="Ana")


def test_merge_cut_off_in_the_middle_leaves_no_decision(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.save_many(CHAIN, coder="1")
    before = whole(store)

    def break_off(*_: object) -> None:
        raise RuntimeError("power cut")

    monkeypatch.setattr("dragoman.store.linking.Linking._write_plans", break_off)
    with pytest.raises(RuntimeError):
        store.merge(id_of(store, "a"), id_of(store, "c"), **WHO)
    monkeypatch.undo()
    assert whole(store) == before
    assert store.decisions() == []
