"""The home of a report: the state of its dateline."""

import pytest

from dragoman.actors.home import dateline_state, find_home, offices_abroad
from dragoman.actors.lexicon import load_actor_lexicon
from dragoman.actors.phrases import Phrase
from dragoman.actors.pieces import find_hits

from .reading import parse_text

STATES = [
    ("NAIROBI", "KEN"),
    ("NAIROBI, Kenya", "KEN"),
    ("Mae Sot, Thailand", "THA"),
    ("TROMSØ, Norway", "NOR"),
    ("MOSCOW/KYIV", "RUS"),
    ("ABOARD THE FERRY", None),
    ("", None),
    (",", None),
]


@pytest.mark.parametrize(("dateline", "country"), STATES)
def test_dateline_state_is_the_state_named_or_that_of_the_town(dateline: str, country: str | None) -> None:
    assert dateline_state(dateline, load_actor_lexicon().states) == country


HOMES = [
    ("NAIROBI", "Kenya and Uganda met. Kenya paid.", "KEN"),
    ("NAIROBI", "Uganda and Kenya met. Uganda paid.", "KEN"),
    ("NAIROBI", "Chad and Niger met. Chad paid. Niger paid. Kenya watched.", None),
    ("NAIROBI", "Chad and Niger met.", None),
    (None, "Kenya and Uganda met.", None),
]


@pytest.mark.parametrize(("dateline", "text", "home"), HOMES)
def test_find_home_asks_that_the_report_is_about_the_state(dateline: str | None, text: str, home: str | None) -> None:
    lexicon = load_actor_lexicon()
    article, parsed = parse_text(text, dateline)
    pieces = {sentence.index: find_hits(sentence, lexicon) for sentence in parsed.sentences}
    assert find_home(article, parsed, pieces, lexicon) == home


def test_offices_abroad_are_those_of_other_states() -> None:
    phrases = [
        Phrase(0, 1, "office", roles=("President",), countries=("UGA",)),
        Phrase(2, 3, "office", roles=("Prime Minister",), countries=("KEN",)),
        Phrase(4, 5, "office", roles=("Mayor",)),
        Phrase(6, 7, "office", roles=("Judge",), countries=("UGA",), former=True),
    ]
    assert offices_abroad(phrases, "KEN") == {"President"}
