"""Relations: the states that a passage is about, by the acts that join them."""

from __future__ import annotations

import pytest

from dragoman.parse.parse import load_parser, parse_article
from dragoman.promises.relation import Relations
from dragoman.record import Actor, Article, Event, Region, RegionKind, Span

TEXT = "Kenya and Uganda signed a treaty. It is in force."


def actor(code: str) -> Actor:
    """A state of the first sentence."""
    return Actor(Span(0, 5, TEXT[0:5]), None, None, code)


def event(type_: str, actors: tuple[str, ...], recipients: tuple[str, ...] = ()) -> Event:
    """An act of the first sentence."""
    at = TEXT.index("signed")
    trigger, evidence = Span(at, at + 6, "signed"), Span(0, 33, TEXT[:33])
    sides = tuple(actor(code) for code in actors), tuple(actor(code) for code in recipients)
    head = ("e1", type_, None, "057", (), "verbal cooperation", 1.0, "actual", 1.0)
    return Event(*head, *sides, None, None, None, evidence, trigger, "rule")


@pytest.mark.parametrize(
    ("told", "states"),
    [
        (event("AGREE", ("KEN",), ("UGA",)), ("KEN", "UGA")),
        (event("SUPPORT", ("KEN", "UGA")), ("KEN", "UGA")),
        (event("SUPPORT", ("KEN",), ("UGA",)), ()),
        (event("ACCUSE", ("KEN",), ("UGA",)), ()),
    ],
)
def test_relations_take_what_states_sign_together_but_no_support_of_one_for_another(
    told: Event, states: tuple[str, ...]
) -> None:
    article = Article("test", TEXT, regions=(Region(0, len(TEXT), RegionKind.BODY),))
    parsed = parse_article(article, load_parser())
    assert Relations(parsed, [told]).around(parsed.sentences[1]) == states
