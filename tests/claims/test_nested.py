"""A statement and the words in marks within it are told once; two statements of one sentence stay two."""

from __future__ import annotations

import pytest

SOLHEIM = "Ingrid Solheim"
CASES = [
    (
        "Solheim said that the treaty would not reach the harbour before “the sea had frozen”.",
        [("the treaty would not reach the harbour before “the sea had frozen”", False)],
    ),
    (
        "Solheim accused Chile of “running a market for stolen boats”.",
        [("Solheim accused Chile of “running a market for stolen boats”", False)],
    ),
    (
        "Solheim said that the boats had sailed at dawn and that Norway “sees no reason to call them back”.",
        [("the boats had sailed at dawn", False), ("sees no reason to call them back", True)],
    ),
    (
        "Solheim said that Norway “does not accept that others police its waters”, and that it had paid the fine.",
        [("does not accept that others police its waters", True), ("it had paid the fine", False)],
    ),
    ("Solheim called the ruling “a dark day for the rule of law”.", [("a dark day for the rule of law", True)]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_nested_claims_are_told_once(told_by, text: str, expected: list[tuple[str, bool]]) -> None:
    assert told_by(text) == [(words, SOLHEIM, quote) for words, quote in expected]


def test_what_somebody_is_told_to_have_said_is_told_once(told_by) -> None:
    text = "Araya told Quiroga that the mine would be cleaned, Solheim said."
    assert told_by(text) == [("Araya told Quiroga that the mine would be cleaned", SOLHEIM, False)]
