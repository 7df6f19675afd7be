"""The stage over an article, spans, hostile text."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.parse.tokens import Parsed
from dragoman.places import find_places, stage
from dragoman.places.find import find_in_article, find_in_parsed
from dragoman.record import Article

from .test_doubt import parse_by_hand

LETTERS = st.text(alphabet="AaBbKk ,.-'’éßİ\n\t\u00a0中ع0", max_size=60)
NAMES = st.sampled_from(["New York", "Gulf of Aden", "U.S.", "Sana'a", "Paris, Texas", "the Gulf", "St. Lucia"])


def test_stage_declares_needs_and_gives() -> None:
    found = stage()
    assert (found.name, found.needs, found.gives) == ("places", ("article", "parsed"), ("places",))


def test_stage_gives_places_in_order_of_the_text() -> None:
    parsed = parse_by_hand("Iran/GPE met Pakistan/GPE in Doha/GPE")
    places = stage().run(Article("a", parsed.text), parsed)
    assert [where.name for where in places] == ["Iran", "Pakistan", "Doha"]
    assert isinstance(places, tuple)


def test_dateline_puts_its_state_in_play() -> None:
    parsed = parse_by_hand("police in Cambridge/GPE agreed")
    assert find_in_article(Article("a", parsed.text), parsed) == ()
    (where,) = find_in_article(Article("a", parsed.text, dateline="LONDON"), parsed)
    assert where.country == "GBR"
    (where,) = find_in_article(Article("a", parsed.text, dateline="TORONTO, Canada"), parsed)
    assert where.country == "CAN"


def test_text_without_sentences_has_no_places() -> None:
    assert find_in_parsed(Parsed("", ())) == ()


@pytest.mark.parametrize("text", ["", " ", "\n", ".", "'", "\u200b", "\ud800", "\x00", "A" * 5000])
def test_empty_and_odd_lines_have_no_places(text: str) -> None:
    assert find_places(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Iran's army left Côte d'Ivoire.",
        "The U.S. and the U.K. met in Sana'a, Yemen.",
        "Envoys of\nPakistan met in New\nDelhi.",
        "Ships left the Gulf of Aden for the Gulf.",
    ],
)
def test_spans_prove_themselves_and_do_not_overlap(text: str) -> None:
    found = find_places(text)
    assert len(found) >= 2
    assert all(where.span.proves(text) and where.span.text == where.span.text.strip() for where in found)
    assert all(one.span.end <= other.span.start for one, other in zip(found, found[1:], strict=False))


def test_possessive_ending_and_article_are_no_part_of_the_span() -> None:
    assert [where.span.text for where in find_places("Iran's ships left the Gulf.")] == ["Iran", "Gulf"]


def test_every_place_names_its_rule_and_confidence() -> None:
    found = find_places("Iran met Pakistan in Geneva, Switzerland, on the Red Sea.")
    assert all(where.rule.startswith("places/") and 0 < where.confidence <= 1 for where in found)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(LETTERS, NAMES, st.text(max_size=20)), max_size=6))
def test_no_text_breaks_the_search(pieces: list[str]) -> None:
    text = " ".join(pieces)
    assert all(where.span.proves(text) for where in find_places(text))


def test_search_goes_on_to_the_end_of_a_long_hostile_sentence() -> None:
    sentence = "Iran/GPE met St. St. St. New New New York/GPE of of of Gulf of Aden/LOC "
    once = find_in_parsed(parse_by_hand(sentence))
    assert len(find_in_parsed(parse_by_hand(sentence * 400))) == 400 * len(once) > 0
