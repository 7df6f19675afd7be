"""Subjects that the parser takes for a part of a date."""

from __future__ import annotations

import pytest

from dragoman.parse.parse import load_parser, read_doc
from dragoman.record import RegionKind


def subject_of(text: str) -> str | None:
    sentence = read_doc(load_parser()(text), 0, 0, RegionKind.BODY, 0)[0]
    found = sentence.child(sentence.root, "nsubj", "nsubjpass")
    return found.text if found else None


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("In August Budapest accused Slovakia of dumping gravel in the fairway.", "Budapest"),
        ("In October Peru recalled its ambassador.", "Peru"),
        ("On Monday Kenya closed the crossing.", "Kenya"),
        # What is right stays as it is.
        ("In August, Budapest accused Slovakia of dumping gravel.", "Budapest"),
        ("The August talks ended in Budapest.", "talks"),
        ("Budapest accused Slovakia in August.", "Budapest"),
        ("In August Wilson signed the lease.", "Wilson"),
    ],
)
def test_repair_gives_the_verb_its_subject_back(text: str, subject: str) -> None:
    assert subject_of(text) == subject


def test_repair_leaves_an_order_without_a_subject() -> None:
    assert subject_of("See the August Review for details.") is None
