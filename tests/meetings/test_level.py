"""Level and format of a meeting."""

from __future__ import annotations

import pytest

from dragoman.meetings.level import format_of, level_of
from dragoman.meetings.words import load_meeting_words
from dragoman.record import Actor, Span
from dragoman.record.findings import MEETING_FORMATS, MEETING_LEVELS

WORDS = load_meeting_words().levels


def holder(role: str | None, name: str | None = "Ana Lopes", sectors: tuple[str, ...] = ("GOV",)) -> Actor:
    return Actor(Span(0, 3, "Ana"), name, role, "PRT", sectors)


@pytest.mark.parametrize(
    ("roles", "level"),
    [
        (["President"], "head of state"),
        (["Foreign Minister", "King"], "head of state"),
        (["Prime Minister"], "head of government"),
        (["Deputy Prime Minister"], "minister"),
        (["Deputy Prime Minister and Foreign Minister"], "minister"),
        (["Energy Minister", "Deputy Labour Minister"], "minister"),
        (["Deputy Labour Minister"], "officials"),
        (["Ambassador"], "officials"),
    ],
)
def test_level_is_that_of_the_highest_who_came(roles: list[str], level: str) -> None:
    assert level_of([holder(role) for role in roles], "met", WORDS) == level


@pytest.mark.parametrize(
    ("evidence", "level"),
    [
        ("the two presidents met", "head of state"),
        ("the prime ministers met", "head of government"),
        ("an inter-ministerial meeting", "minister"),
        ("a meeting of experts", "officials"),
        ("the two sides met", None),
    ],
)
def test_level_without_known_offices_is_that_of_the_words(evidence: str, level: str | None) -> None:
    state = Actor(Span(0, 3, "Ana"), "Portugal", None, "PRT")
    assert level_of([state], evidence, WORDS) == level


@pytest.mark.parametrize(
    ("form", "countries", "expected"),
    [
        ("meeting", ["PRT", "ESP"], "bilateral"),
        ("visit", ["PRT", "ESP"], "bilateral"),
        ("meeting", ["PRT", "ESP", "FRA"], "trilateral"),
        ("meeting", ["PRT", "ESP", "FRA", "ITA"], "multilateral"),
        ("summit", ["PRT", "ESP"], "summit"),
        ("call", ["PRT", "ESP"], "phone"),
        ("domestic", ["PRT"], "inter-ministerial"),
        ("meeting", ["PRT"], None),
    ],
)
def test_format_is_by_form_and_number(form: str, countries: list[str], expected: str | None) -> None:
    assert format_of(form, countries) == expected
    assert expected is None or expected in MEETING_FORMATS


def test_levels_are_those_of_the_record() -> None:
    roles = ("President", "Prime Minister", "Foreign Minister", "Envoy")
    found = {level_of([holder(role)], "", WORDS) for role in roles}
    assert found == set(MEETING_LEVELS)
