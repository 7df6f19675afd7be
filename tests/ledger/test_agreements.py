"""Lines of agreements: their life, and texts that take them up again."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.record import Record

from .factory import lines_of, pact, record, told, visit

SIGNED = "Kenya and Uganda signed a treaty on the fish of the lake in Kisumu on Monday."
PLAIN: dict[str, Any] = {"day": ("2019-04-01", "2019-04-01")}


def signed(
    name: str = "a", on: str = "2019-04-02", text: str = SIGNED, words: str = "a treaty on the fish of the lake",
    **changes: Any,
) -> Record:  # fmt: skip
    return record(name, on, text, pact(text, words, **{**PLAIN, **changes}))


def again(text: str, words: str, *, name: str = "b", on: str = "2019-09-01", **changes: Any) -> Record:
    return record(name, on, text, pact(text, words, **changes))


TAKEN_UP: list[tuple[str, str, dict[str, Any], str]] = [
    ("Fish is scarce, though the treaty signed in April protects it.", "the treaty signed in April",
     {"day": ("2019-04-01", "2019-04-30")}, "repeated"),
    ("Parliament in Kampala ratified the April treaty.", "the April treaty", {"status": "ratified"}, "ratified"),
    ("Uganda suspended the April treaty.", "the April treaty", {"status": "suspended"}, "suspended"),
    ("The accord reached in April took effect on Sunday.", "The accord reached in April",
     {"kind": "agreement", "status": "in force"}, "in force"),
    ("Both quit the deal reached in April.", "the deal reached in April", {"kind": "agreement", "status": "ended"},
     "ended"),
]  # fmt: skip
NOT_TAKEN_UP: list[tuple[str, str, dict[str, Any], str]] = [
    ("A new treaty was signed in Arua.", "A new treaty", {"day": ("2019-08-30", "2019-08-30")}, "a new one"),
    ("The contract signed in April is new.", "The contract signed in April", {"kind": "contract"}, "another kind"),
    ("The treaty signed in May covers boats.", "The treaty signed in May", {}, "another month"),
    ("The treaty signed in April covers boats.", "The treaty signed in April", {"parties": ("KEN", "TZA")},
     "other parties"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "changes", "change"), TAKEN_UP, ids=[each[3] for each in TAKEN_UP])
def test_texts_take_up_an_agreement(text: str, words: str, changes: dict[str, Any], change: str) -> None:
    (line,) = lines_of(signed(), again(text, words, **changes))
    assert sorted(told(line)) == [("a", "signed"), ("b", change)]
    assert line.status == ("signed" if change == "repeated" else change)


@pytest.mark.parametrize(("text", "words", "changes", "why"), NOT_TAKEN_UP, ids=[each[3] for each in NOT_TAKEN_UP])
def test_other_agreements_are_lines_of_their_own(text: str, words: str, changes: dict[str, Any], why: str) -> None:
    assert len(lines_of(signed(), again(text, words, **changes))) == 2, why


def test_a_text_that_two_agreements_fit_joins_neither() -> None:
    other = signed("c", "2019-04-20", "Kenya and Uganda signed a treaty on trucks on Friday.", "a treaty on trucks",
                   day=("2019-04-19", "2019-04-19"))  # fmt: skip
    found = lines_of(signed(), other, again("The treaty signed in April is good.", "The treaty signed in April"))
    assert [told(line)[0][0] for line in found] == ["a", "c", "b"]
    assert set(found[2].may_be) == {found[0].id, found[1].id}


def test_the_kind_tells_which_of_two_agreements_is_meant() -> None:
    other = signed("c", "2019-04-20", "Kenya and Uganda signed a protocol on trucks on Friday.", "a protocol on trucks",
                   kind="protocol", day=("2019-04-19", "2019-04-19"))  # fmt: skip
    found = lines_of(signed(), other, again("The protocol signed in April is good.", "The protocol signed in April",
                                            kind="protocol"))  # fmt: skip
    assert [told(line) for line in found] == [[("a", "signed")], [("c", "signed"), ("b", "repeated")]]


VISIT = (
    "During a visit Kenya and Uganda signed a treaty on fish on Monday. "
    "They signed a protocol on boats and a memorandum on tea."
)


def on_visit(day: str = "2019-04-01", name: str = "a") -> Record:
    return record(
        name, "2019-04-02", VISIT, visit(VISIT, "a visit", day), pact(VISIT, "a treaty on fish", day=(day, day)),
        pact(VISIT, "a protocol on boats", kind="protocol", day=(day, day)),
        pact(VISIT, "a memorandum on tea", kind="mou", day=(day, day)),
    )  # fmt: skip


def plural(words: str, **changes: Any) -> Record:
    text = f"Both sides praised {words}."
    return again(text, words, kind="agreement", grouped=True, **changes)


def test_the_agreements_of_a_visit_are_all_meant() -> None:
    found = lines_of(on_visit(), plural("the agreements signed during the April visit"))
    assert [told(line) for line in found] == [[("a", "signed"), ("b", "repeated")]] * 3


def test_the_agreements_of_another_occasion_are_not_meant() -> None:
    found = lines_of(on_visit(), plural("the agreements signed at the April summit"))
    assert [len(line.entries) for line in found] == [1, 1, 1, 1]


def test_more_agreements_than_are_counted_are_not_meant() -> None:
    found = lines_of(on_visit(), plural("the two agreements signed during the April visit", count=2))
    assert [len(line.entries) for line in found] == [1, 1, 1, 1]
    assert len(found[3].may_be) == 3


def test_the_agreements_of_two_visits_are_not_one_occasion() -> None:
    late = "On a visit Kenya and Uganda signed a treaty on rail on Monday."
    other = record("c", "2019-04-30", late, visit(late, "a visit", "2019-04-29"),
                   pact(late, "a treaty on rail", day=("2019-04-29", "2019-04-29")))  # fmt: skip
    found = lines_of(on_visit(), other, plural("the agreements signed during the April visit"))
    assert [len(line.entries) for line in found] == [1, 1, 1, 1, 1]


def test_a_text_takes_up_its_own_agreement() -> None:
    text = f"{SIGNED} Parliament must ratify the treaty by May."
    own = record("a", "2019-04-02", text, pact(text, "a treaty on the fish of the lake", **PLAIN),
                 pact(text, "the treaty", status="planned"))  # fmt: skip
    (line,) = lines_of(own)
    assert told(line) == [("a", "signed")]
    assert line.reports == 2


def test_what_happened_first_stands_first_whenever_it_was_told() -> None:
    words = "the treaty signed in April 2019"
    suspended = again(f"Uganda suspended {words}.", words, status="suspended", on="2021-01-05")
    ratified = again(f"Kenya ratified {words} in June of that year.", words, status="ratified", name="c",
                     on="2021-02-01", day=("2019-06-01", "2019-06-30"))  # fmt: skip
    (line,) = lines_of(signed(), suspended, ratified)
    assert told(line) == [("a", "signed"), ("c", "ratified"), ("b", "suspended")]
    assert line.status == "suspended"


def test_a_plan_and_its_signing_are_one_line() -> None:
    planned = "Kenya and Uganda plan to sign a treaty on the fish of the lake in Kisumu."
    first = record("p", "2019-03-01", planned, pact(planned, "a treaty on the fish of the lake", status="planned"))
    (line,) = lines_of(first, signed())
    assert told(line) == [("p", "announced"), ("a", "signed")]
    assert line.status == "signed"


def test_two_outlets_tell_one_signing() -> None:
    other = "A treaty on fish in the lake was signed in Kisumu by Kenya and Uganda."
    (line,) = lines_of(signed(), record("b", "2019-04-02", other, pact(other, "A treaty on fish in the lake", **PLAIN)))
    assert [change for _, change in told(line)] == ["signed", "signed"]
