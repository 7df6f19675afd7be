"""The home of a report: the state of its dateline."""

from dataclasses import replace

import pytest

from dragoman.actors.home import dateline_state, find_ground, find_home, offices_abroad
from dragoman.actors.lexicon import load_actor_lexicon
from dragoman.actors.phrases import Phrase
from dragoman.actors.pieces import find_hits
from dragoman.record import Article, Region, RegionKind

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
    ("NAIROBI", "The government met Chad and Niger. Chad paid. Niger paid. Chad and Niger left Kenya.", "KEN"),
    ("NAIROBI", "The government of Chad met. Niger paid. Chad and Niger left. Niger and Kenya met.", None),
    ("NAIROBI", "A Chadian government met. Niger paid. Chad and Niger left. Niger and Kenya met.", None),
]


@pytest.mark.parametrize(("dateline", "text", "home"), HOMES)
def test_find_home_asks_that_the_report_is_about_the_state(dateline: str | None, text: str, home: str | None) -> None:
    lexicon = load_actor_lexicon()
    article, parsed = parse_text(text, dateline)
    pieces = {sentence.index: find_hits(sentence, lexicon) for sentence in parsed.sentences}
    assert find_home(article, parsed, pieces, lexicon) == home


# lines above the body, the state
GROUNDS = [
    ("Jakarta Post", "IDN"),
    ("The Kenya Times", "KEN"),
    ("Times of Oman", "OMN"),
    ("NAIROBI STAR", "KEN"),
    ("By Ann Otieno in Kampala", "UGA"),
    ("Morning Post", None),
    ("Kenya Ferries", None),
    ("By Ann Otieno, in Kampala for three days", None),
    ("Kenya has asked for more Times", None),
]


@pytest.mark.parametrize(("line", "state"), GROUNDS)
def test_find_ground_without_a_dateline_is_the_papers_or_the_bylines(line: str, state: str | None) -> None:
    text = f"{line}\nKenya and Uganda met."
    regions = (
        Region(0, len(line), RegionKind.FURNITURE),
        Region(len(line) + 1, len(text), RegionKind.BODY),
    )
    article = Article("test", text, regions=regions)
    assert find_ground(article, load_actor_lexicon()) == state
    assert find_ground(replace(article, dateline="LIMA"), load_actor_lexicon()) == "PER"


def test_offices_abroad_are_those_of_other_states() -> None:
    phrases = [
        Phrase(0, 1, "office", roles=("President",), countries=("UGA",)),
        Phrase(2, 3, "office", roles=("Prime Minister",), countries=("KEN",)),
        Phrase(4, 5, "office", roles=("Mayor",)),
        Phrase(6, 7, "office", roles=("Judge",), countries=("UGA",), former=True),
    ]
    assert offices_abroad(phrases, "KEN") == {"President"}
