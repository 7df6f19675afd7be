"""Deadlines: until when a promise is due, of promises to come and of old ones."""

from __future__ import annotations

import pytest

from dragoman.promises.deadlines import read_deadline
from dragoman.record import Span

from .coded import PUBLISHED


def spanned(text: str) -> Span:
    """The whole text as a span."""
    return Span(0, len(text), text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("to finish the bridge by 2030", "2030"),
        ("to finish the bridge by 2030 once the road is open", "2030"),
        ("to open the bridge from August 1", "2024-08-01"),
        ("to pay in November", "2024-11"),
        ("has until August 15 to answer", "2024-08-15"),
        ("to put back the opening to 2027", "2027"),
        ("to pay this year", "2024"),
        ("to pay 2,030 dollars", None),
        ("to a bridge of 2019", None),
        ("to pay", None),
    ],
)
def test_a_date_ahead_is_the_deadline(text: str, expected: str | None) -> None:
    assert read_deadline(spanned(text), published=PUBLISHED, coming_from=0) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("pledged $5 million on Friday", None),
        ("pledged $5 million by Friday", "2024-05-24"),
        ("pledged 30 buses next year", "2025"),
        ("pledged $5 million in March", None),
    ],
)
def test_a_day_beside_the_word_of_promising_is_no_deadline(text: str, expected: str | None) -> None:
    assert read_deadline(spanned(text), published=PUBLISHED) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the sum that was due on March 1", "2024-03-01"),
        ("was to give 120 licences by November 1", "2023-11-01"),
        ("the study, first due in March 2022", "2022-03"),
        ("the sum that was due by 2031", "2031"),
    ],
)
def test_the_day_of_an_old_promise_may_be_over(text: str, expected: str | None) -> None:
    assert read_deadline(spanned(text), published=PUBLISHED, past=True) == expected


def test_dates_of_something_else_are_passed_over() -> None:
    text = "the pact, signed in July, is to open the road"
    aside = [Span(10, 24, text[10:24])]
    assert read_deadline(spanned(text), published=PUBLISHED, coming_from=0, aside=aside) is None
