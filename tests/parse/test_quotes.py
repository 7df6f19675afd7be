"""Quotation marks: what is found between them, across paragraphs, and what is no quote at all."""

from __future__ import annotations

import pytest

from dragoman.parse.quotes import find_quotes
from dragoman.record import Region, RegionKind

KINDS = {"b": RegionKind.BODY, "c": RegionKind.CAPTION, "h": RegionKind.HEADLINE, "f": RegionKind.FURNITURE}


def make_regions(text: str, kinds: str = "") -> list[Region]:
    regions, at = [], 0
    for number, line in enumerate(text.split("\n")):
        kind = KINDS[kinds[number]] if number < len(kinds) else RegionKind.BODY
        regions.append(Region(at, at + len(line), kind))
        at += len(line) + 1
    return regions


def inner_of(text: str, kinds: str = "") -> list[str]:
    quotes = find_quotes(text, make_regions(text, kinds))
    assert all(quote.inner.proves(text) and quote.outer.proves(text) for quote in quotes)
    return [quote.inner.text for quote in quotes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Come in,” she said.", ["Come in,"]),
        ('"Come in," she said. "Sit down."', ["Come in,", "Sit down."]),
        ("«Come in», she said.", ["Come in"]),
        ("„Come in“, she said.", ["Come in"]),
        ("„Come in”, she said.", ["Come in"]),
        ("‘Come in,’ she said.", ["Come in,"]),
        ("'Come in,' she said.", ["Come in,"]),
        ("“Come in,” she said, “and sit.”", ["Come in,", "and sit."]),
        ("The so-called “friends” left.", ["friends"]),
        ("(“Come in”)", ["Come in"]),
        ("She said—“come in”—and left.", ["come in"]),
        # A quote within a quote belongs to the outer one.
        ("“He said ‘come in’ to me,” she said.", ["He said ‘come in’ to me,"]),
        ("‘He said “come in” to me,’ she said.", ["He said “come in” to me,"]),
        ("“He said “come in” to me,” she said.", ["He said “come in” to me,"]),
        ('“He said "come in" to me,” she said.', ['He said "come in" to me,']),
        # Apostrophes inside single marks do not close them.
        ("‘Don’t wait,’ she said.", ["Don’t wait,"]),
        ("‘The sailors’ boat is ours,’ she said.", ["The sailors’ boat is ours,"]),
        ("‘We saw Bergen’s lights,’ she said.", ["We saw Bergen’s lights,"]),
        # A mark that nothing closes does not swallow the next quote.
        ("“Come in, she said. “Sit down.”", ["Sit down."]),
        ("“  ” she said.", []),
    ],
)
def test_quotes_stand_between_marks(text, expected):
    assert inner_of(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "", "The sailors’ boat and Bergen’s lights.", "It isn't Bergen's.", "the ’90s and the ‘90s", "the '90s' end",
        "rock ’n’ roll", 'a 5" gun', "“Come in, she said.", "Come in,” she said.", "Nothing here.",
        "She said ‘come in",
        "the sailors' boat and the captains' hats",
    ],
)  # fmt: skip
def test_quotes_leave_out(text):
    assert inner_of(text) == []


def test_quotes_go_on_in_the_next_paragraph():
    text = "“First.\n“Second.\n“Third,” she said."
    quotes = find_quotes(text, make_regions(text))
    assert [(quote.inner.text, quote.paragraph, quote.continued) for quote in quotes] == [
        ("First.", 0, True),
        ("Second.", 1, True),
        ("Third,", 2, False),
    ]


@pytest.mark.parametrize(
    ("text", "kinds", "expected"),
    [
        ("She said: “First.\n“Second.”", "bb", ["First.", "Second."]),
        ("“First.\nA photo of the harbour.\n“Second.”", "bcb", ["First.", "Second."]),
        ("“First.\nThen it rained.", "bb", []),
        ("“First.\nThen “second”.", "bb", ["second"]),
        ("“First.\n“Second.”", "hb", ["Second."]),
        ("“First.\n“Second.”", "cb", ["Second."]),
        ('"First.\n"Second."', "bb", ["First.", "Second."]),
        ('“First.\n"Second."', "bb", ["Second."]),
        ("“First.\nSecond.” Third.", "bb", []),
    ],
)
def test_quotes_never_cross_a_region(text, kinds, expected):
    assert inner_of(text, kinds) == expected


@pytest.mark.parametrize("piece", ["“", "”", "‘", "’", '"', "'", "‘a ", "“a\n", '"a ', "a’ ", " '", "„“"])
def test_quotes_are_read_to_the_end_of_a_hostile_text(piece):
    text = piece * 60_000
    assert all(inner in text for inner in inner_of(text))
