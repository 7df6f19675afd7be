"""Saving: added, unchanged, replaced; each record whole or not at all; two programs at once."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import StoreError
from dragoman.record import KINDS, Record
from dragoman.store import SaveOutcome, Store
from dragoman.store import save as saving

from .factory import make_article, make_event, make_record

BARE = Record(make_article())


@pytest.mark.parametrize("record", [make_record(), BARE], ids=["every kind", "no findings"])
def test_save_gives_back_the_same_record(store: Store, record: Record) -> None:
    assert store.save(record, coder="1") is SaveOutcome.ADDED
    back = store.get(record.article.id)
    assert back == record
    assert back is not None and back.to_dict(explain=True) == record.to_dict(explain=True)


@pytest.mark.parametrize("kind", KINDS)
def test_save_gives_back_each_kind_alone(store: Store, kind: str) -> None:
    record = replace(BARE, **{kind: getattr(make_record(), kind)})
    store.save(record, coder="1")
    assert store.get("article-0001") == record
    assert {name for name, count in store.counts().items() if count} == {"articles", kind}


def test_save_keeps_the_order_of_findings(store: Store) -> None:
    record = make_record(events=tuple(make_event(name) for name in ("z", "a", "m")))
    store.save(record, coder="1")
    back = store.get("article-0001")
    assert back is not None and [event.id for event in back.events] == ["z", "a", "m"]


def test_save_keeps_whole_numbers_whole(store: Store) -> None:
    store.save(make_record(), coder="1")
    back = store.get("article-0001")
    assert back is not None and repr(back.commitments) == repr(make_record().commitments)


def test_save_again_changes_nothing(store: Store, tick: Callable[[], str]) -> None:
    store.save(make_record(), coder="1")
    before = list(store.articles())
    assert store.save(make_record(), coder="1") is SaveOutcome.UNCHANGED
    assert list(store.articles()) == before


CHANGED = {
    "an event less": make_record(events=(make_event(),)),
    "another value": make_record(events=(make_event(score=-4.0), make_record().events[1])),
    "a refusal less": make_record(refused=make_record().refused[:1]),
    "another title": make_record(article=make_article(title="Neighbours quarrel")),
    "nothing left": BARE,
}


@pytest.mark.parametrize("changed", CHANGED.values(), ids=CHANGED)
def test_save_replaces_what_differs(store: Store, tick: Callable[[], str], changed: Record) -> None:
    store.save(make_record(), coder="1")
    (before,) = store.articles()
    assert store.save(changed, coder="1") is SaveOutcome.REPLACED
    (after,) = store.articles()
    assert store.get("article-0001") == changed
    assert after.first_coded == before.first_coded
    assert after.last_coded > before.last_coded
    assert store.check() == []


def test_save_by_another_coder_replaces_and_names_it(store: Store) -> None:
    store.save(make_record(), coder="1")
    assert store.save(make_record(), coder="2") is SaveOutcome.REPLACED
    assert [row.coder for row in store.articles()] == ["2"]
    assert store.get("article-0001") == make_record()


def test_save_leaves_other_articles_alone(store: Store) -> None:
    store.save(make_record("article-0002"), coder="1")
    store.save(make_record(), coder="1")
    store.save(replace(BARE, article=make_article()), coder="1")
    assert store.get("article-0002") == make_record("article-0002")


def test_save_cut_off_in_the_middle_keeps_the_old(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.save(make_record(), coder="1")

    def break_off(*_: object) -> None:
        raise RuntimeError("power cut")

    # The old findings are deleted and the article updated by then.
    monkeypatch.setattr(saving, "insert_findings", break_off)
    with pytest.raises(RuntimeError):
        store.save(BARE, coder="2")
    monkeypatch.undo()
    assert store.get("article-0001") == make_record()
    assert [row.coder for row in store.articles()] == ["1"]
    assert store.check() == []


def test_save_many_gives_one_outcome_for_each_record(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.store.store.BATCH_ARTICLES", 2)
    store.save(make_record("article-0001"), coder="1")
    store.save(make_record("article-0002"), coder="0")
    names = ["article-0001", "article-0002", "article-0003", "article-0004", "article-0004"]
    outcomes = store.save_many((make_record(name) for name in names), coder="1")
    assert [str(outcome) for outcome in outcomes] == ["unchanged", "replaced", "added", "added", "unchanged"]
    assert store.counts()["articles"] == 4


@pytest.mark.parametrize(("articles", "characters", "batches"), [(2, 10**9, 3), (100, 1, 5), (100, 10**9, 1)])
def test_save_many_bounds_its_transactions(
    store: Store, monkeypatch: pytest.MonkeyPatch, articles: int, characters: int, batches: int
) -> None:
    monkeypatch.setattr("dragoman.store.store.BATCH_ARTICLES", articles)
    monkeypatch.setattr("dragoman.store.store.BATCH_CHARACTERS", characters)
    sizes: list[int] = []
    write = Store._write

    def note(self: Store, batch: list[Any], *, coder: str) -> list[SaveOutcome]:
        sizes.extend([len(batch)] if batch else [])
        return write(self, batch, coder=coder)

    monkeypatch.setattr(Store, "_write", note)
    store.save_many([make_record(f"article-{at}") for at in range(5)], coder="1")
    assert len(sizes) == batches and sum(sizes) == 5


def test_save_many_of_nothing_does_nothing(store: Store) -> None:
    assert store.save_many([], coder="1") == []


def test_save_many_hands_over_what_it_refuses(store: Store) -> None:
    bad = make_record("bad", article=make_article("bad", title="\x00"))
    refused: list[str] = []
    outcomes = store.save_many(
        [make_record("article-0001"), bad, make_record("article-0002")],
        coder="1",
        on_refused=lambda record, error: refused.append(f"{record.article.id}: {error}"),
    )
    assert outcomes == [SaveOutcome.ADDED, SaveOutcome.ADDED]
    assert len(refused) == 1 and refused[0].startswith("bad: ") and "NUL" in refused[0]


def test_save_many_keeps_what_came_before_an_error(store: Store) -> None:
    def records() -> Iterator[Record]:
        yield make_record()
        raise RuntimeError("broken feed")

    with pytest.raises(RuntimeError):
        store.save_many(records(), coder="1")
    with pytest.raises(StoreError, match="NUL"):
        store.save_many([make_record("b"), make_record("c", article=make_article("c", title="\x00"))], coder="1")
    assert [row.id for row in store.articles()] == ["article-0001", "b"]


@pytest.mark.parametrize("coder", ["", " ", "a\x00", "\ud800"])
def test_save_refuses_a_coder_without_a_name(store: Store, coder: str) -> None:
    with pytest.raises(StoreError):
        store.save(make_record(), coder=coder)
    with pytest.raises(StoreError):
        store.save_many([], coder=coder)


def test_delete_drops_an_article_with_all_that_is_its(store: Store) -> None:
    store.save(make_record(), coder="1")
    store.save(make_record("article-0002"), coder="1")
    assert store.delete("article-0001") is True
    assert store.get("article-0001") is None
    assert store.get("article-0002") == make_record("article-0002")
    assert store.check() == []


@pytest.mark.parametrize("name", ["article-0002", "article", "%", ""])
def test_delete_wants_the_whole_id(store: Store, name: str) -> None:
    store.save(make_record(), coder="1")
    assert store.delete(name) is False
    assert store.counts()["articles"] == 1


def save_some(url: str, first: int) -> None:
    """Run by each of two processes: own articles, and one that both save."""
    with Store.open(url) as store:
        for at in range(first, first + 10):
            store.save(make_record(f"article-{at:04}"), coder="1")
            store.save(make_record("shared"), coder=f"{first}-{at}")


def test_save_by_two_processes_at_once_loses_nothing(url: str) -> None:
    spawn = multiprocessing.get_context("spawn")
    writers = [spawn.Process(target=save_some, args=(url, first)) for first in (0, 100)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    assert [writer.exitcode for writer in writers] == [0, 0]
    with Store.open(url, create=False) as store:
        assert store.counts()["articles"] == 21
        assert store.check() == []


def test_save_lets_readers_read(tmp_path: Path) -> None:
    with Store.open(tmp_path / "record.db") as store:
        store.save(make_record(), coder="1")
        with store._database.writing():
            assert store.get("article-0001") == make_record()


def test_save_in_memory_lasts_as_long_as_the_store() -> None:
    with Store.open("sqlite://") as store:
        store.save(make_record(), coder="1")
        assert store.get("article-0001") == make_record()


def test_store_once_closed_refuses_work(store: Store) -> None:
    store.close()
    store.close()
    with pytest.raises(StoreError, match="was closed"):
        store.counts()
