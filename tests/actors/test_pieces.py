"""What the lexicon knows of a sentence."""

import pytest

from dragoman.actors.lexicon import load_actor_lexicon
from dragoman.actors.pieces import find_hits

from .reading import parse_text

# text, (kind, country) of each piece
HITS = [
    ("Kenya paid.", [("name", "KEN")]),
    ("Kenyan police came.", [("adjective", "KEN"), ("noun", None)]),
    ("The Bank of England paid.", [("organisation", "GBR")]),
    ("The UN paid.", [("organisation", "UNO")]),
    ("Lima paid.", [("seat", "PER")]),
    ("They gave Kenya $20.", [("name", "KEN")]),
    ("The foreign minister paid.", [("office", None)]),
    ("The foreign ministers paid.", [("office", None)]),
    ("Two generals paid.", [("rank", None)]),
    ("Dr. Brown paid.", [("honorific", None)]),
]
NO_HITS = [
    "They paid us.",
    "The fee was US$20.",
    "Anti-Russian slogans were heard.",
    "Pro-Kenyan slogans were heard.",
    "The horse ran.",
]


@pytest.mark.parametrize(("text", "expected"), HITS)
def test_find_hits_knows_kind_and_country(text: str, expected: list[tuple[str, str | None]]) -> None:
    _, parsed = parse_text(text)
    hits = find_hits(parsed.sentences[0], load_actor_lexicon())
    assert [(hit.kind, hit.country) for hit in hits] == expected


@pytest.mark.parametrize("text", NO_HITS)
def test_find_hits_finds_nothing_where_no_actor_is_meant(text: str) -> None:
    _, parsed = parse_text(text)
    assert find_hits(parsed.sentences[0], load_actor_lexicon()) == []


@pytest.mark.parametrize(
    ("text", "outside"),
    [
        ("US-backed forces came.", True),
        ("Saudi-led forces came.", True),
        ("Doha-based envoys came.", True),
        ("Kenyan forces came.", False),
        ("A Kenyan-owned ship came.", False),
    ],
)
def test_find_hits_marks_states_that_only_qualify_others(text: str, outside: bool) -> None:
    _, parsed = parse_text(text)
    state = next(hit for hit in find_hits(parsed.sentences[0], load_actor_lexicon()) if hit.is_state)
    assert state.outside is outside


def test_find_hits_takes_a_building_for_the_government_and_a_town_for_the_state() -> None:
    _, parsed = parse_text("The Kremlin and Lima paid.")
    assert [hit.sectors for hit in find_hits(parsed.sentences[0], load_actor_lexicon())] == [("GOV",), ()]
