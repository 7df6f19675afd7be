"""Refer: words that take up an agreement made before, and words that bring in a new one."""

from __future__ import annotations

import pytest

from dragoman.ledger.refer import Reference, read_reference

PUBLISHED = "2024-08-01"
APRIL, MARCH = ("2024-04-01", "2024-04-30"), ("2024-03-01", "2024-03-31")
TAKEN_UP = [
    ("the agreements signed during the April visit", "agreement", Reference("agreement", True, APRIL, "visit")),
    ("the pact signed in March", "agreement", Reference("agreement", False, MARCH, None)),
    ("the deal reached last year", "agreement", Reference("agreement", False, ("2023-01-01", "2023-12-31"), None)),
    ("the March road map", "roadmap", Reference("roadmap", False, MARCH, None)),
    ("a 2014 contract", "contract", Reference("contract", False, ("2014-01-01", "2014-12-31"), None)),
    ("the protocol of March 2007", "protocol", Reference("protocol", False, ("2007-03-01", "2007-03-31"), None)),
    ("last year's accord", "agreement", Reference("agreement", False, ("2023-01-01", "2023-12-31"), None)),
    ("the three memorandums signed at the Arusha summit in May", "mou",
     Reference("mou", True, ("2024-05-01", "2024-05-31"), "summit")),
    ("the contract", "contract", Reference("contract", False, None, None)),
    ("these agreements", "agreement", Reference("agreement", True, None, None)),
]  # fmt: skip
BROUGHT_IN = [
    ("a contract", "contract", "indefinite"),
    ("the new agreement", "agreement", "another one"),
    ("a separate memorandum", "mou", "another one"),
    ("a second treaty signed in March", "treaty", "another one"),
    ("an agreement to build a bridge by the end of 2027", "agreement", "the date is that of the bridge"),
    ("a roadmap for 2025-2027", "roadmap", "the years are those that it covers"),
    ("the river", "agreement", "no agreement"),
]


@pytest.mark.parametrize(("phrase", "kind", "reference"), TAKEN_UP)
def test_references_say_which_agreement_they_mean(phrase: str, kind: str, reference: Reference) -> None:
    assert read_reference(phrase, kind, published=PUBLISHED, grouped=False, made=None) == reference
    assert Reference.from_dict(reference.to_dict()) == reference


@pytest.mark.parametrize(("phrase", "kind", "why"), BROUGHT_IN)
def test_references_are_no_new_agreements(phrase: str, kind: str, why: str) -> None:
    assert read_reference(phrase, kind, published=PUBLISHED, grouped=False, made=None) is None, why


def test_references_take_the_day_of_the_finding_where_it_is_past() -> None:
    made = ("2023-05-04", "2023-05-04")
    assert read_reference("a treaty", "treaty", published=PUBLISHED, grouped=False, made=made) is not None
    news = ("2024-07-31", "2024-08-01")
    assert read_reference("a treaty", "treaty", published=PUBLISHED, grouped=False, made=news) is None
