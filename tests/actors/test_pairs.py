"""Pairs of states, and one state spoken of."""

import pytest

from .reading import countries_of

SIGNED = "Kenya and Uganda signed a pact. "
# text, words, countries
PAIRS = [
    (SIGNED + "Both countries will pay.", "Both countries", ["KEN", "UGA"]),
    (SIGNED + "The two sides will pay.", "The two sides", ["KEN", "UGA"]),
    (SIGNED + "The two neighbours will pay.", "The two neighbours", ["KEN", "UGA"]),
    (SIGNED + "The neighbours will pay.", "The neighbours", ["KEN", "UGA"]),
    (SIGNED + "The sides will pay.", "The sides", ["KEN", "UGA"]),
    (SIGNED + "The neighbouring countries will pay.", "The neighbouring countries", ["KEN", "UGA"]),
    (SIGNED + "Both governments will pay.", "Both governments", ["KEN", "UGA"]),
    (SIGNED + "The two presidents will meet.", "The two presidents", ["KEN", "UGA"]),
    (SIGNED + "The two armies will meet.", "The two armies", ["KEN", "UGA"]),
    (SIGNED + "The two coast guards will meet.", "The two coast guards", ["KEN", "UGA"]),
    (SIGNED + "The foreign ministers will meet.", "The foreign ministers", ["KEN", "UGA"]),
    ("Kenya wrote to Uganda. Both countries claim the hill.", "Both countries", ["KEN", "UGA"]),
    ("Kenya, Uganda and Chad met. The three governments will pay.", "The three governments", ["KEN", "UGA", "TCD"]),
    ("Kenya, Uganda and Chad met. It rained. It was hot. Nobody came. The road was wet. The hall was full. "
     "The bus left. The lamp fell. The three countries will pay.", "The three countries", ["KEN", "UGA", "TCD"]),
    ("Chad, Mali, Niger and Togo met. The four countries will pay.", "The four countries",
     ["TCD", "MLI", "NER", "TGO"]),
    ("Laos and Vietnam are at odds. China offered to supply both countries with data.", "both countries",
     ["LAO", "VNM"]),
    ("Laos shelled Vietnam. Vietnam shelled Laos. Laos and Vietnam fired. Vietnam told Laos so. Peru asked Laos to "
     "stop. It was the worst clash between the two armies.", "the two armies", ["LAO", "VNM"]),
    ("Laos shelled Vietnam. Vietnam shelled Laos. Laos and Vietnam fired. Vietnam told Laos so. Peru and Chad watched. "
     "It was hard for both sides.", "both sides", ["LAO", "VNM"]),
    ("Laos shelled Vietnam. Vietnam shelled Laos. Laos and Vietnam fired. Vietnam told Laos so. Peru and Chad watched. "
     "It was hard for both countries.", "both countries", ["PER", "TCD"]),
    ("Kenya met the UN and Uganda. Both countries will pay.", "Both countries", ["KEN", "UGA"]),
    ("Laos and Vietnam are at odds. China thanked both neighbours.", "both neighbours", ["LAO", "VNM"]),
]  # fmt: skip
NO_PAIRS = [
    ("Kenya, Uganda and Chad met. Both countries will pay.", "Both countries"),
    ("Kenya spoke. Both countries will pay.", "Both countries"),
    (SIGNED + "The three governments will pay.", "The three governments"),
    ("Kenya, Uganda and Chad met. Mali, Niger and Togo left. The road was wet. It rained. The hall was full. "
     "The bus left. The lamp fell. A goat died. The three countries will pay.", "The three countries"),
    (SIGNED + "The two soldiers will pay.", "The two soldiers"),
    (SIGNED + "Many countries will pay.", "Many countries"),
    (SIGNED + "Both trucks will pay.", "Both trucks"),
]  # fmt: skip
STATES = [
    ("Kenya is poor. The country will pay.", "The country", ["KEN"]),
    ("Oman will pay because the sultanate is rich.", "the sultanate", ["OMN"]),
    ("Oman and Chad signed. The sultanate will pay.", "The sultanate", ["OMN"]),
    ("Morocco is rich. The kingdom will pay.", "The kingdom", ["MAR"]),
]
NO_STATES = [
    (SIGNED + "The country will pay.", "The country"),
    ("It rained. The country will pay.", "The country"),
    ("Kenya is poor. A country will pay.", "A country"),
    ("NATO met. The country will pay.", "The country"),
    ("Kenya is poor. The neighbour will pay.", "The neighbour"),
]


@pytest.mark.parametrize(("text", "words", "countries"), [*PAIRS, *STATES])
def test_pairs_mean_the_states_spoken_of(text: str, words: str, countries: list[str]) -> None:
    assert countries_of(text, words) == countries


@pytest.mark.parametrize(("text", "words"), [*NO_PAIRS, *NO_STATES])
def test_pairs_mean_nobody_where_other_states_may_be_meant(text: str, words: str) -> None:
    assert [country for country in countries_of(text, words) if country] == []
