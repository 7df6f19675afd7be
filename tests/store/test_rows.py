"""Rows: hostile text is kept as it is or refused with the article's id, alike on both backends."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dragoman.errors import StoreError
from dragoman.record import Article, Commitment, Person, Record, Span
from dragoman.store import Store
from dragoman.store.rows import digest_content, find_days

from .factory import BY, DAY, make_article, make_event, make_record

HOSTILE = {
    "quotes": 'O\'Hara said "no" and `yes`',
    "sql": "'); DROP TABLE articles; --",
    "placeholders": ":id %(id)s ? %s {x} $1",
    "emoji": "\U0001f54a\ufe0f dove \U0001f1fa\U0001f1f3",
    "right to left": "\u202e\u0627\u0644\u0633\u0644\u0627\u0645\u202c \u05e9\u05dc\u05d5\u05dd",
    "controls": "a\x01b\x7fc\u0085d\u2028e\r\nf\tg",
    "escapes": "back\\slash \\u0000 \\x00",
    "ends of the planes": "\uffff\U0010ffff\ufeff",
    "combining": "e\u0301 is not \u00e9",
}


def with_text(words: str) -> Record:
    """A record that holds the words in its article, a finding, a link and a refusal."""
    article = make_article("hostile-1", text=words, title=words, publisher=words, dateline=words, regions=())
    span = Span(0, len(words), words)
    who = replace(make_event().actors[0], span=span, name=words, role=words, sectors=(words,))
    event = make_event(
        actors=(who,), recipients=(), date=None, place=None, evidence=span, trigger=span, rule=words, type=words
    )
    refusal = replace(make_record().refused[0], label=words, evidence=span)
    return Record(
        article, events=(event,), persons=(Person("p", words, None, None, (), span, "", 1.0),), refused=(refusal,)
    )


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_rows_keep_hostile_text_as_it_is(store: Store, words: str) -> None:
    record = with_text(words)
    store.save(record, coder=words)
    assert store.get("hostile-1") == record
    assert [row.event for row in store.events(actor=words)] == list(record.events)
    assert [row.event for row in store.events(type=words)] == list(record.events)
    assert store.check() == []


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_rows_keep_hostile_ids(store: Store, words: str) -> None:
    record = make_record(article=make_article(words), events=(make_event(words),))
    store.save(record, coder="1")
    assert store.get(words) == record
    assert store.resolve_id(words[:4]) == words
    assert store.delete(words) is True


def commitment(amount: Any) -> dict[str, Any]:
    kept: Commitment = make_record().commitments[0]
    return {"commitments": (replace(kept, amount=amount),)}


@pytest.mark.parametrize(
    ("changes", "trouble"),
    [
        ({"article": make_article(text="a\x00b")}, "its article.text holds a NUL"),
        ({"article": make_article(title="\ud83d")}, r"its article.title holds half a character \(U\+D83D\)"),
        ({"events": (make_event(rule="x\x00"),)}, r"its events\[0\].rule holds a NUL"),
        ({"events": (make_event(contexts=("\udfff",)),)}, r"its events\[0\].contexts\[0\] holds half a character"),
        ({"refused": (replace(make_record().refused[0], label="\x00"),)}, r"its refused\[0\].label holds a NUL"),
        ({"events": (make_event(score=float("nan")),)}, "the number nan"),
        (commitment(float("inf")), "the number inf"),
        (commitment(10**400), "out of range"),
        (commitment(10**5000), "out of range"),
        ({"agreements": (replace(make_record().agreements[0], count=2**63),)}, "agreements.count is out of range"),
        ({"events": (make_event("e"), make_event("e"))}, "2 of its events have the id 'e'"),
        ({"events": (make_event("e" * 600),)}, "longer than 512 bytes"),
        ({"events": (make_event(type="\u00e9" * 300),)}, "longer than 512 bytes"),
    ],
)
def test_rows_refuse_what_a_backend_cannot_hold(store: Store, changes: dict[str, Any], trouble: str) -> None:
    with pytest.raises(StoreError, match=f"Article 'article-0001' cannot be stored: .*{trouble}"):
        store.save(make_record(**changes), coder="1")
    assert store.counts()["articles"] == 0


@pytest.mark.parametrize(
    "changes",
    [commitment(10**30), commitment(0), commitment(1e300), {"events": (make_event("e" * 512),)},
     {"persons": (Person("p", "n" * 9000, "r" * 9000, None, (), Span(0, 0, ""), "", 1.0),)}],
    ids=["big amount", "zero", "bigger amount", "longest id", "long name"],
)  # fmt: skip
def test_rows_hold_what_is_only_unusual(store: Store, changes: dict[str, Any]) -> None:
    record = make_record(**changes)
    store.save(record, coder="1")
    assert store.get("article-0001") == record


@pytest.mark.parametrize("words", ["a\x00bc", "\ud800abc"])
def test_rows_refuse_questions_that_no_text_can_answer(store: Store, words: str) -> None:
    questions = (
        lambda: store.get(words),
        lambda: store.resolve_id(words),
        lambda: list(store.articles(country=words)),
        lambda: list(store.events(actor=words)),
        lambda: list(store.events(type=words)),
        lambda: list(store.events(dyad=("PER", words))),
        lambda: store.delete(words),
    )
    for ask in questions:
        with pytest.raises(StoreError, match="no stored text does"):
            ask()


def test_rows_digest_follows_every_part_of_a_record() -> None:
    digests = {
        digest_content(record)
        for record in (
            make_record(),
            make_record("other"),
            make_record(refused=()),
            make_record(events=()),
            make_record(article=make_article(title=None)),
        )
    }
    assert len(digests) == 5
    assert digest_content(make_record()) == digest_content(make_record())


@pytest.mark.parametrize(
    ("date", "published", "days"),
    [
        (DAY, "2031-03-04", ("2031-03-03", "2031-03-03")),
        (BY, "2031-03-04", ("2033-12-31", "2033-12-31")),
        (None, "2031-03-04", ("2031-03-04", "2031-03-04")),
        (replace(DAY, start=None, end=None), "2031-03-04", ("2031-03-04", "2031-03-04")),
        (None, None, (None, None)),
    ],
)
def test_rows_find_an_event_by_its_days_or_its_report(date: Any, published: str | None, days: Any) -> None:
    article: Article = make_article(published=published)
    assert find_days(make_event(date=date), article) == days
