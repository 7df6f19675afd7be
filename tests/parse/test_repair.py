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


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Canada expelled a diplomat on Monday and India retaliated by closing an office.", "retaliated", "India"),
        ("Kenya closed its border with Uganda and Rwanda protested.", "protested", "Rwanda"),
        # What has a subject, or shares that of the verb before, stays as it is.
        ("Kenya recalled its ambassador to Uganda and Rwanda and closed the border.", "closed", None),
        ("Kenya closed the border and Uganda protested.", "protested", "Uganda"),
        ("Ministers from Kenya and Uganda met in Entebbe.", "met", "Ministers"),
    ],
)
def test_repair_makes_a_joined_name_the_subject_of_the_verb_behind_it(
    text: str, verb: str, subject: str | None
) -> None:
    sentence = read_doc(load_parser()(text), 0, 0, RegionKind.BODY, 0)[0]
    token = next(each for each in sentence.tokens if each.text == verb)
    found = sentence.child(token, "nsubj", "nsubjpass")
    assert (found.text if found else None) == subject


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Nicaragua accused the Honduran army on April 9 of shelling a village.", "accused"),
        ("Kenya accused Uganda in a letter to the council of arming rebels.", "accused"),
        ("Uganda was accused on Monday of arming rebels.", "accused"),
        # A charge that hangs where it should, and another "of".
        ("Kenya accused Uganda of arming rebels.", "accused"),
        ("Kenya welcomed on Monday the idea of building a road.", "idea"),
    ],
)
def test_repair_hangs_a_charge_on_the_verb_that_makes_it(text: str, head: str) -> None:
    sentence = read_doc(load_parser()(text), 0, 0, RegionKind.BODY, 0)[0]
    prep = next(each for each in sentence.tokens if each.lower == "of")
    assert sentence.head(prep).text == head
