"""Lines of the ledger in a store: the same in any order, with their articles, after decisions and killed programs."""

from __future__ import annotations

from itertools import permutations
from random import Random
from typing import Any

import pytest
from ledger.factory import claim, event, lines_of, pact, promise, record
from sqlalchemy import select

from dragoman.errors import StoreError
from dragoman.record import Record, Span
from dragoman.store import LineChoice, Store, tables

CABLE = "Kenya and Uganda agreed to lay a fibre cable of 300 km under the lake by the end of June 2020."
RAISED = "The fibre cable under the lake will be raised from 300 to 450 km, both said."
LATER = "They will lay the fibre cable under the lake by December 2020, six months later than planned."
LAID = "The fibre cable under the lake was laid as agreed. Kenya and Uganda share the lake with Tanzania."
ROAD = "Kenya and Uganda signed a treaty on a road to Jinja on Monday."
AGAIN = "Trucks wait, though the treaty signed in April helps Kenya and Uganda."

CHAIN = (
    record("a", "2018-03-01", CABLE, promise(CABLE, CABLE[17:-1], amount=300, unit="km", deadline="2020-06")),
    record("b", "2018-09-01", RAISED, promise(RAISED, RAISED[:-12], amount=450, unit="km")),
    record("c", "2019-02-01", LATER, promise(LATER, LATER[10:-1], deadline="2020-12")),
    record("d", "2020-11-03", LAID, promise(LAID, "share the lake with Tanzania", parties=("KEN", "TZA", "UGA"))),
    record("e", "2020-04-08", ROAD, pact(ROAD, "a treaty on a road to Jinja", day=("2020-04-06", "2020-04-06"))),
    record("f", "2020-09-08", AGAIN, pact(AGAIN, "the treaty signed in April", day=("2020-04-01", "2020-04-30"))),
)  # fmt: skip


def whole_of(text: str) -> Span:
    return Span(0, len(text), text)


def whole(store: Store) -> list[dict[str, Any]]:
    return sorted((line.to_dict() for line in store.lines()), key=lambda each: str(each["id"]))


def changes(store: Store) -> dict[str, list[str]]:
    """The changes of each line, by the article of its first entry."""
    return {line.entries[0].article_id: [entry.change for entry in line.entries] for line in store.lines()}


EVERYTHING = {
    "a": ["announced", "raised", "postponed", "met"],
    "d": ["announced"],
    "e": ["signed", "repeated"],
}


def test_lines_are_those_of_all_reports(store: Store) -> None:
    store.save_many(CHAIN, coder="1")
    assert changes(store) == EVERYTHING
    pure = sorted((line.to_dict() for line in lines_of(*CHAIN)), key=lambda each: str(each["id"]))
    for ours, theirs in zip(whole(store), pure, strict=True):
        assert {**ours, "happenings": []} == {**theirs, "happenings": []}


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_lines_are_the_same_in_any_order_of_storing(order: tuple[int, ...]) -> None:
    with Store.open("sqlite://") as one, Store.open("sqlite://") as other:
        one.save_many(CHAIN, coder="1")
        for at in (5, *order, 4):
            other.save(CHAIN[at], coder="1")
        assert whole(one) == whole(other)


@pytest.mark.parametrize("seed", range(3))
def test_lines_are_the_same_after_any_history(store: Store, seed: int) -> None:
    store.save_many(CHAIN, coder="1")
    expected, random = whole(store), Random(seed)
    for step in range(12):
        each = random.choice(CHAIN)
        if random.random() < 0.5:
            store.delete(each.article.id)
        store.save(each, coder=f"1.{step}")
    for each in random.sample(CHAIN, len(CHAIN)):
        store.save(each, coder="1")
    assert whole(store) == expected
    assert store.check() == []


def test_lines_go_with_their_articles(store: Store) -> None:
    store.save_many(CHAIN, coder="1")
    assert store.delete("a")
    assert changes(store) == {**{each: EVERYTHING[each] for each in "de"}, "b": ["announced", "postponed", "met"]}
    for each in CHAIN:
        store.delete(each.article.id)
    assert whole(store) == []
    with store._database.reading() as connection:
        for table in (tables.ledger_marks, tables.ledger_line_reports, tables.ledger_keys, tables.ledger_reports):
            assert connection.execute(select(table)).all() == []


def test_lines_follow_a_merge_and_its_undoing(store: Store) -> None:
    other = "Both sides will dig a trench near Kisumu by May 2021."
    store.save_many([CHAIN[0], record("x", "2019-03-01", other, promise(other, other[16:-1], deadline="2021-05"))],
                    coder="1")  # fmt: skip
    before = whole(store)
    assert len(before) == 2
    ids = [happening for line in before for happening in line["happenings"]]
    number = store.merge(ids[0], ids[1], who="ann", why="one plan")
    (merged,) = whole(store)
    assert [entry["article"] for entry in merged["entries"]] == ["a", "x"]
    store.undo(number, who="ann")
    assert whole(store) == before


def test_lines_follow_a_split_and_its_undoing(store: Store) -> None:
    same = "Kenya and Uganda agreed to lay a fibre cable of 300 km under the lake by June 2020, a paper said."
    copy = record("y", "2018-03-02", same, promise(same, same[17:-16], amount=300, unit="km", deadline="2020-06"))
    store.save_many([CHAIN[0], copy], coder="1")
    (line,) = whole(store)
    assert len(line["entries"]) == 2
    happening = line["happenings"][0]
    assert len(line["happenings"]) == 1, "the happening itself must have joined them"
    number = store.split(happening, line["entries"][1]["report"], who="ann", why="another cable")
    assert [len(each["entries"]) for each in whole(store)] == [1, 1]
    store.undo(number, who="ann")
    assert whole(store) == [line]


def test_lines_are_not_written_where_saving_is_cut_off(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.save_many(CHAIN[:2], coder="1")
    before = whole(store)

    def break_off(*_: object) -> None:
        raise RuntimeError("power cut")

    monkeypatch.setattr("dragoman.store.entering.Entering._write_lines", break_off)
    for attempt in (lambda: store.save(CHAIN[2], coder="1"), lambda: store.delete("a")):
        with pytest.raises(RuntimeError):
            attempt()
    monkeypatch.undo()
    assert whole(store) == before


def test_an_old_store_is_entered_by_linking(store: Store) -> None:
    store.save_many(CHAIN, coder="1")
    before = whole(store)
    with store._database.writing() as connection:
        for table in (tables.ledger_lines, tables.ledger_reports):
            connection.execute(table.delete())
        connection.execute(tables.articles.update().values(entered=None))
    assert (store.outside(), whole(store)) == (len(CHAIN), [])
    store.link()
    assert (store.outside(), whole(store)) == (0, before)


def test_lines_are_the_same_when_all_is_linked_again(store: Store) -> None:
    store.save_many(CHAIN, coder="1")
    before = whole(store)
    store.link(again=True)
    assert whole(store) == before


# -- finding ----------------------------------------------------------------------------------------------------------

CHOICES: list[tuple[dict[str, Any], list[str]]] = [
    ({}, ["a", "d", "e"]),
    ({"kind": "agreements"}, ["e"]),
    ({"kind": "commitments"}, ["a", "d"]),
    ({"due": "2020"}, ["a"]),
    ({"due": "2020-12"}, ["a"]),
    ({"due": "2020-12-31"}, ["a"]),
    ({"due": "2021"}, []),
    ({"due": "2020-06"}, []),
    ({"parties": ("KEN",)}, ["a", "d", "e"]),
    ({"parties": ("KEN", "TZA")}, ["d"]),
    ({"parties": ("NOR",)}, []),
    ({"status": "met"}, ["a"]),
    ({"status": "signed"}, ["e"]),
    ({"status": "missed"}, []),
    ({"overdue_on": "2030-01-01"}, []),
    ({"currency": "USD"}, []),
    ({"topics": ("economic",)}, []),
]


@pytest.mark.parametrize(("choice", "articles"), CHOICES)
def test_lines_are_found(store: Store, choice: dict[str, Any], articles: list[str]) -> None:
    store.save_many(CHAIN, coder="1")
    assert sorted(line.entries[0].article_id for line in store.lines(LineChoice(**choice))) == articles


def test_lines_are_overdue_where_nothing_settled_them(store: Store) -> None:
    store.save(CHAIN[0], coder="1")
    assert [len(list(store.lines(LineChoice(overdue_on=day)))) for day in ("2020-06-30", "2020-07-01")] == [0, 1]


def test_lines_come_by_the_day_they_are_due(store: Store) -> None:
    text = "Norway will lend Kenya $40 million by 2019."
    loan = record("n", "2018-01-01", text, promise(text, text[7:-1], parties=("KEN", "NOR"), amount=40_000_000,
                                                   currency="USD", deadline="2019"))  # fmt: skip
    store.save_many([*CHAIN, loan], coder="1")
    assert [line.due for line in store.lines()] == ["2019-12-31", "2020-12-31", None, None]
    assert [line.due for line in store.lines(LineChoice(min_amount=4e7, currency="USD"))] == ["2019-12-31"]
    assert list(store.lines(LineChoice(min_amount=4.1e7, currency="USD"))) == []
    assert [line.due for line in store.lines(limit=1)] == ["2019-12-31"]


def test_a_line_is_known_by_any_of_its_reports(store: Store) -> None:
    store.save_many(CHAIN, coder="1")
    line = next(line for line in store.lines() if line.entries[0].article_id == "a")
    for name in (line.id, line.id[:6], *(entry.report_id for entry in line.entries), *line.happenings):
        assert store.line(name) == line


@pytest.mark.parametrize(("name", "message"), [("0123456789abcdef", "No line of the ledger"), ("ab", "at least 4")])
def test_an_unknown_line_is_refused(store: Store, name: str, message: str) -> None:
    store.save_many(CHAIN, coder="1")
    with pytest.raises(StoreError, match=message):
        store.line(name)


@pytest.mark.parametrize(
    ("choice", "message"),
    [
        ({"due": "28"}, "is no year, month or day"),
        ({"due": "2028-13"}, "is no year, month or day"),
        ({"kind": "events"}, "no lines of the kind 'events'"),
        ({"status": "broken"}, "'broken' is no status"),
        ({"overdue_on": "soon"}, "is no day"),
    ],
)
def test_a_choice_that_means_nothing_is_refused(choice: dict[str, Any], message: str) -> None:
    with pytest.raises(StoreError, match=message):
        LineChoice(**choice)


# -- claims and what is contested -----------------------------------------------------------------------------------

CHARGED = "Kenya accused Uganda of closing the sluice. Uganda denied that it had closed the sluice."


def charged(name: str, day: str) -> Record:
    first = CHARGED[: CHARGED.index(" Uganda denied")]
    return record(
        name, day, CHARGED,
        event(CHARGED, "accused", "ACCUSE", "KEN", "UGA", evidence=Span(0, len(first), first)),
        claim(CHARGED, "Kenya accused Uganda of closing the sluice", "KEN", rule="accused", about=("UGA",)),
        claim(CHARGED, "Uganda denied that it had closed the sluice", "UGA", rule="denied", about=("KEN",)),
    )  # fmt: skip


def test_claims_are_found_by_speaker_subject_words_and_day(store: Store) -> None:
    store.save_many([charged("a", "2020-01-02"), charged("b", "2020-03-02")], coder="1")
    found = {
        "all": store.claims(),
        "speaker": store.claims(speaker="KEN"),
        "about": store.claims(about="KEN"),
        "both": store.claims(speaker="KEN", about="KEN"),
        "words": store.claims(search="SLUICE denied"),
        "no words": store.claims(search="bridge"),
        "day": store.claims(since="2020-02-01", until="2020-03-02"),
    }
    counts = {name: [row.article_id for row in rows] for name, rows in found.items()}
    assert counts == {
        "all": ["a", "a", "b", "b"], "speaker": ["a", "b"], "about": ["a", "b"], "both": [], "words": ["a", "b"],
        "no words": [], "day": ["b", "b"],
    }  # fmt: skip


def test_a_dispute_of_several_articles_is_one_contest(store: Store) -> None:
    store.save_many([charged("a", "2020-01-02"), charged("b", "2020-01-02"), CHAIN[4]], coder="1")
    (contest,) = store.contests()
    assert (contest.kind, contest.states, contest.first) == ("events", ("KEN", "UGA"), "2020-01-02")
    assert [(each.article_id, each.stance) for each in contest.accounts] == [
        ("a", "charge"), ("a", "denial"), ("b", "charge"), ("b", "denial")
    ]  # fmt: skip
    assert store.accounts(contest.id) == contest
    assert list(store.contests(since="2020-01-03")) == list(store.contests(until="2020-01-01")) == []


def test_numbers_of_victims_that_differ_are_contested(store: Store) -> None:
    texts = {
        "a": "Jets of Kenya bombed a fuel depot in Uganda on 3 March, killing nine dock workers near the harbour.",
        "b": "Jets of Kenya bombed the fuel depot in Uganda on 3 March, killing two dock workers near the harbour.",
    }
    hit: dict[str, Any] = {"quad": "material conflict", "date": None}
    records = [
        record(name, "2020-03-04", text, event(text, "bombed", "ASSAULT", "KEN", "UGA", evidence=whole_of(text), **hit))
        for name, text in texts.items()
    ]
    store.save_many(records, coder="1")
    (contest,) = store.contests()
    (point,) = [point for point in contest.points if not point.agrees]
    assert (point.feature, point.values) == ("victims killed", (("2", (2,)), ("9", (1,))))
