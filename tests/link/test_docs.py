"""The page about linking tells the constants that the code has."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dragoman.link import conflict, copies, mention, plans
from dragoman.link.compare import (
    AMOUNT,
    COPY,
    DAY,
    DEADLINE,
    ENOUGH,
    ENOUGH_INSIDE,
    ENOUGH_WITHIN,
    OTHER_PEOPLE,
    PEOPLE,
    PERIOD,
    PLACE,
    SAME_COUNT,
    SAME_WORDING,
    SAME_WORDS,
    SOME_WORDS,
    SPAN,
    TOPICS,
)  # fmt: skip
from dragoman.link.words import FEWEST_SHARED, STEM
from dragoman.record.happening import FEATURES

PAGE = " ".join((Path(__file__).parents[2] / "docs" / "linking.md").read_text(encoding="utf-8").split())


@pytest.mark.parametrize(
    ("said", "constants"),
    [
        ("{} are enough, {} within one article or one state", (ENOUGH, ENOUGH_WITHIN)),
        ("at least {} of the smaller number of content words, and {} words", (SAME_WORDS, SAME_COUNT)),
        ("at least {} of them, and {} words", (SOME_WORDS, FEWEST_SHARED)),
        ("| time | {} | both give the same day", (DAY,)),
        ("| {} | their days overlap", (SPAN,)),
        ("| place | {} |", (PLACE,)),
        ("| people | {} | the same official takes part;", (PEOPLE,)),
        ("where both name officials and none is the same, {} are taken off", (-OTHER_PEOPLE,)),
        ("| topics | {} |", (TOPICS,)),
        ("| amount | {} |", (AMOUNT,)),
        ("| deadline | {} |", (DEADLINE,)),
        ("| period | {} |", (PERIOD,)),
        ("| wording | {} | at least", (SAME_WORDING,)),
        ("| near-copy | {} |", (COPY,)),
        ("from {} days before the report to the planned day", (mention.PLAN_DAYS,)),
        ("| agreement | {} days before the report,", (mention.AGREEMENT_DAYS,)),
        ("| commitment | {} days before the report |", (mention.COMMITMENT_DAYS,)),
        ("within {} days (agreements: {})", (plans.PLAN_OPEN_DAYS, plans.AGREEMENT_OPEN_DAYS)),
        ("{} permutations over runs of four words", (copies.PERMUTATIONS,)),
        ("stored as {} bands", (copies.BANDS,)),
    ],
)  # fmt: skip
def test_the_page_tells_the_constants(said: str, constants: tuple[float, ...]) -> None:
    assert said.format(*constants) in PAGE


def test_the_page_tells_what_no_number_stands_for() -> None:
    assert (ENOUGH_INSIDE, STEM, copies.RUN, copies.NEAR_COPY) == (ENOUGH_WITHIN, 6, 4, 0.5)
    assert (mention.UNDATED_DAYS, conflict.LOOSE_KIND) == (1, "agreement")


@pytest.mark.parametrize("feature", [each for each in FEATURES if each not in ("parties", "decision")])
def test_the_page_tells_every_feature(feature: str) -> None:
    assert re.search(rf"\| {feature} \| \d \|", PAGE)
