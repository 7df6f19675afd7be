"""Lines of promises: what belongs to one line although amount, deadline or words differ, and what does not."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.ledger import Line, tell_due
from dragoman.record import Record

from .factory import claim, lines_of, promise, record, told

FIRST = "Kenya and Uganda agreed to lay a fibre cable of 300 km under the lake by the end of June 2020."
CABLE = "lay a fibre cable of 300 km under the lake by the end of June 2020"


def announced(**changes: Any) -> Record:
    values: dict[str, Any] = {"amount": 300, "unit": "km", "deadline": "2020-06", **changes}
    return record("a", "2018-03-01", FIRST, promise(FIRST, CABLE, **values))


def later(text: str, words: str, *, day: str = "2019-05-02", name: str = "b", **changes: Any) -> Record:
    return record(name, day, text, promise(text, words, **changes))


SAME_LINE: list[tuple[str, str, str, dict[str, Any], str]] = [
    ("the old amount named", "The fibre cable under the lake will be raised from 300 to 450 km, both said.",
     "The fibre cable under the lake will be raised from 300 to 450 km", {"amount": 450, "unit": "km"}, "raised"),
    ("by how much more", "They will lay a fibre cable of 450 km under the lake, 150 km more than they agreed on.",
     "lay a fibre cable of 450 km under the lake, 150 km more than they agreed on",
     {"amount": 450, "unit": "km"}, "raised"),
    ("less than before", "They will lay only 200 km of fibre cable under the lake instead of 300 km.",
     "lay only 200 km of fibre cable under the lake instead of 300 km", {"amount": 200, "unit": "km"}, "lowered"),
    ("how much later", "They will lay the fibre cable under the lake by December 2020, six months later than planned.",
     "lay the fibre cable under the lake by December 2020, six months later than planned", {"deadline": "2020-12"},
     "postponed"),
    ("the old day named", "The fibre cable under the lake, first due in June 2020, is to be laid by March 2021.",
     "The fibre cable under the lake, first due in June 2020, is to be laid by March 2021", {"deadline": "2021-03"},
     "postponed"),
    ("words that say so", "They brought forward the laying of the fibre cable under the lake to May 2020.",
     "brought forward the laying of the fibre cable under the lake to May 2020", {"deadline": "2020-05"},
     "brought forward"),
    ("the same again", "Both will lay 300 km of fibre cable under the lake by June 2020.",
     "lay 300 km of fibre cable under the lake by June 2020", {"amount": 300, "unit": "km", "deadline": "2020-06"},
     "repeated"),
    ("reaffirmed", "They reaffirmed that a fibre cable will be laid under the lake.",
     "that a fibre cable will be laid under the lake", {}, "repeated"),
]  # fmt: skip
OTHER_LINES: list[tuple[str, str, str, dict[str, Any]]] = [
    ("another matter", "Kenya and Uganda will build a road of 300 km to Jinja by June 2020.",
     "build a road of 300 km to Jinja by June 2020", {"amount": 300, "unit": "km", "deadline": "2020-06"}),
    ("another amount without a word of it", "They will lay a fibre cable of 450 km under the lake.",
     "lay a fibre cable of 450 km under the lake", {"amount": 450, "unit": "km"}),
    ("another day without a word of it", "They will lay a fibre cable under the lake by May 2023.",
     "lay a fibre cable under the lake by May 2023", {"deadline": "2023-05"}),
    ("other parties", "Kenya and Tanzania will lay a fibre cable of 300 km under the lake by June 2020.",
     "lay a fibre cable of 300 km under the lake by June 2020",
     {"amount": 300, "unit": "km", "deadline": "2020-06", "parties": ("KEN", "TZA")}),
    ("something else raised", "They raised the price of fish and will lay a cable to Goma by May 2023.",
     "lay a cable to Goma by May 2023", {"deadline": "2023-05"}),
]  # fmt: skip


@pytest.mark.parametrize(("why", "text", "words", "changes", "change"), SAME_LINE, ids=[each[0] for each in SAME_LINE])
def test_promises_belong_to_one_line(why: str, text: str, words: str, changes: dict[str, Any], change: str) -> None:
    (line,) = lines_of(announced(), later(text, words, **changes))
    assert told(line) == [("a", "announced"), ("b", change)]
    assert line.entries[1].why is not None and line.entries[1].why.agreed
    assert line.entries[1].words.text == text


@pytest.mark.parametrize(("why", "text", "words", "changes"), OTHER_LINES, ids=[each[0] for each in OTHER_LINES])
def test_promises_are_other_lines(why: str, text: str, words: str, changes: dict[str, Any]) -> None:
    found = lines_of(announced(), later(text, words, **changes))
    assert [told(line) for line in found] == [[("a", "announced")], [("b", "announced")]]


def test_a_line_has_the_last_values_that_were_told() -> None:
    text, words = SAME_LINE[3][1:3]
    (line,) = lines_of(announced(), later(text, words, deadline="2020-12"))
    assert (line.amount, line.unit, line.deadline, line.due) == (300.0, "km", "2020-12", "2020-12-31")


def test_a_deadline_recalled_later_changes_nothing() -> None:
    text, words = SAME_LINE[3][1:3]
    recalled = "The fibre cable under the lake, first due in June 2020, is in use."
    (line,) = lines_of(
        announced(),
        later(text, words, deadline="2020-12"),
        later(recalled, "The fibre cable under the lake, first due in June 2020", day="2021-02-01", name="c",
              deadline="2020-06"),
    )  # fmt: skip
    assert told(line) == [("a", "announced"), ("b", "postponed"), ("c", "repeated")]
    assert line.deadline == "2020-12"


def test_a_promise_that_fits_two_lines_alike_joins_neither() -> None:
    second = FIRST.replace("2020", "2022")
    other = record("b", "2018-03-09", second, promise(second, CABLE.replace("2020", "2022"), deadline="2022-06"))
    text = "They reaffirmed that a fibre cable will be laid under the lake."
    found = lines_of(announced(), other, later(text, "that a fibre cable will be laid under the lake", name="c"))
    assert [told(line) for line in found] == [[("a", "announced")], [("b", "announced")], [("c", "announced")]]
    assert found[2].may_be == (found[0].id, found[1].id)


# -- what became of a promise ----------------------------------------------------------------------------------------

NEWS = [
    ("The fibre cable under the lake was laid in May, two months ahead of schedule.", "met", "met"),
    ("The 300 km of fibre cable under the lake had been delivered.", "met", "met"),
    ("Part of the fibre cable under the lake, 90 of the 300 km, has been laid.", "repeated", "open"),
    ("Kenya and Uganda missed the June deadline for the cable.", "missed", "missed"),
    ("The fibre cable under the lake, agreed on in 2018, was suspended.", "suspended", "suspended"),
    ("The two put off the fibre cable under the lake, due in June 2020, to March 2021.", "postponed", "open"),
]
NO_NEWS = [
    ("The ferry on the lake was repaired as agreed.", "another matter"),
    ("The fibre cable under the lake will be laid as agreed.", "not done"),
    ("Kenya and Uganda may miss the June deadline for the cable.", "possible"),
    ("Rain delayed the harvest.", "nothing of the promise"),
]


def news(text: str, *findings: Any, day: str = "2020-09-01") -> Record:
    """A report of what both states did; another finding shows which states it tells of."""
    whole = f"{text} Kenya and Uganda share the lake with Tanzania."
    about = promise(whole, "share the lake with Tanzania", parties=("KEN", "TZA", "UGA"))
    return record("b", day, whole, about, *findings)


def line_of(*records: Record) -> Line:
    return next(line for line in lines_of(*records) if line.entries[0].article_id == "a")


@pytest.mark.parametrize(("text", "change", "status"), NEWS, ids=[each[1] for each in NEWS])
def test_news_of_a_promise_joins_its_line(text: str, change: str, status: str) -> None:
    line = line_of(announced(), news(text))
    assert told(line) == [("a", "announced"), ("b", change)]
    assert (line.status, line.entries[1].words.text) == (status, text)


@pytest.mark.parametrize(("text", "why"), NO_NEWS)
def test_other_news_joins_no_line(text: str, why: str) -> None:
    line = line_of(announced(), news(text))
    assert told(line) == [("a", "announced")], why
    assert line.status == "open"


def test_a_new_day_in_the_news_is_the_deadline() -> None:
    line = line_of(announced(), news(NEWS[5][0]))
    assert (line.deadline, line.due) == ("2021-03", "2021-03-31")


def test_what_only_somebody_says_changes_no_status() -> None:
    text = "Uganda said that Kenya had missed the June deadline for the cable."
    line = line_of(announced(), news(text, claim(text, "Kenya had missed the June deadline for the cable", "UGA")))
    assert (line.status, [(each.status, each.by.country) for each in line.said]) == ("open", [("missed", "UGA")])
    entry = line.entries[1]
    assert entry.change == "missed" and entry.by is not None and entry.by.country == "UGA"


def test_what_is_not_done_before_its_day_is_no_news() -> None:
    text = "The fibre cable under the lake has not been laid as agreed."
    assert told(line_of(announced(), news(text, day="2020-05-01"))) == [("a", "announced")]
    assert told(line_of(announced(), news(text, day="2020-08-01"))) == [("a", "announced"), ("b", "missed")]


@pytest.mark.parametrize(
    ("as_of", "shown", "overdue"),
    [("2020-06-30", "due 2020-06-30", False), ("2020-07-01", "due 2020-06-30: no report", True)],
)
def test_a_day_that_passed_without_news_is_never_called_broken(as_of: str, shown: str, overdue: bool) -> None:
    (line,) = lines_of(announced())
    assert (tell_due(line, as_of), line.is_overdue(as_of), line.status) == (shown, overdue, "open")


def test_a_promise_that_is_settled_is_not_overdue() -> None:
    line = line_of(announced(), news(NEWS[0][0]))
    assert not line.is_overdue("2030-01-01")
    assert tell_due(line, "2030-01-01") == "2020-06"


def test_a_line_comes_back_from_plain_values() -> None:
    for line in lines_of(announced(), news(NEWS[0][0])):
        assert Line.from_dict(line.to_dict()) == line
