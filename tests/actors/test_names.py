"""Personal names in a sentence."""

import pytest

from dragoman.actors.lexicon import load_actor_lexicon
from dragoman.actors.names import NameIndex, find_pieces

from .reading import parse_text

# text, names
NAMES = [
    ("Iranian President Dr. Reza Hatami spoke.", ["Reza Hatami"]),
    ("Polish Defence Minister Gen. Jan Lis spoke.", ["Jan Lis"]),
    ("Iraqi minister Mahmoud al-Tamimi spoke.", ["Mahmoud al-Tamimi"]),
    ("Senator Jordan Reed spoke.", ["Jordan Reed"]),
    ("Minister Chad Miller spoke.", ["Chad Miller"]),
    ("Minister Israel Cohen spoke.", ["Israel Cohen"]),
    ("President Georgia Lopes spoke.", ["Georgia Lopes"]),
    ("President Rosa Mamani Copa's plane left.", ["Rosa Mamani Copa"]),
    ("Its climate minister, Moses Tarivo, said so.", ["Moses Tarivo"]),
    ("China's vice minister of public security, Fan Zhongli, said so.", ["Fan Zhongli"]),
    ("Myanmar's border affairs minister, Lt. Gen. Hla Thaung Myint, said so.", ["Hla Thaung Myint"]),
    ("Ivorian minister Yves-Roland Kouassi spoke.", ["Yves-Roland Kouassi"]),
    ("Irish minister Sean O'Donoghue spoke.", ["Sean O'Donoghue"]),
    ("Ivorian president Amani N'Guessan spoke.", ["Amani N'Guessan"]),
    ("German president Karl von Berg spoke.", ["Karl von Berg"]),
    ("Saudi Prince Salim bin Rashid spoke.", ["Salim bin Rashid"]),
    ("Brazilian minister Joao Pereira da Costa spoke.", ["Joao Pereira da Costa"]),
    ("Crown Prince Salim al-Jabri of Bahrain spoke.", ["Salim al-Jabri"]),
    ("Foreign Minister Marta Silva met President Luis Paredes.", ["Marta Silva", "Luis Paredes"]),
]
NO_NAMES = [
    "The president, South Korea said, will wait.",
    "The foreign minister said on Monday that he would wait.",
    "Foreign Minister of Portugal is a hard office.",
    "In Addis Ababa, the president said nothing.",
    "The president, Kenya's oldest, will wait.",
    "Prime Minister's Office was closed.",
    "The United Nations met.",
]


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_names_are_cut_from_titles(text: str, names: list[str]) -> None:
    _, parsed = parse_text(text)
    pieces = find_pieces(parsed.sentences[0], load_actor_lexicon())
    assert [piece.name for piece in pieces if piece.kind == "person"] == names


@pytest.mark.parametrize("text", NO_NAMES)
def test_names_are_not_made_of_other_capitals(text: str) -> None:
    _, parsed = parse_text(text)
    pieces = find_pieces(parsed.sentences[0], load_actor_lexicon())
    assert [piece.name for piece in pieces if piece.kind == "person"] == []


def test_names_of_other_sentences_are_found_again() -> None:
    _, parsed = parse_text("Zlorp Quandle left.")
    known = NameIndex.build([("Zlorp", "Quandle")])
    pieces = find_pieces(parsed.sentences[0], load_actor_lexicon(), known=known)
    assert [piece.name for piece in pieces] == ["Zlorp Quandle"]


def test_name_index_holds_no_single_words() -> None:
    assert NameIndex.build([("Otieno",)]).by_first == {}
