"""The persons of one article, found again by their names."""

import pytest

from dragoman.actors.lexicon import load_actor_lexicon
from dragoman.actors.people import People


def people_of(*names: str) -> People:
    people = People(load_actor_lexicon().references.particles)
    for name in names:
        people.add(name)
    return people


# names known, name asked, names found
NAMED = [
    (["Daniel Otieno"], "Daniel Otieno", ["Daniel Otieno"]),
    (["Daniel Otieno"], "Otieno", ["Daniel Otieno"]),
    (["Daniel Otieno"], "Daniel", ["Daniel Otieno"]),
    (["Daniel Otieno"], "Paul Otieno", []),
    (["Daniel Otieno"], "Otien", []),
    (["Kim Jong Un", "Kim Yo Jong"], "Kim", ["Kim Jong Un", "Kim Yo Jong"]),
    (["Kim Jong Un", "Park Min Ho"], "Kim", ["Kim Jong Un"]),
    (["Kim Jong Un"], "Kim Yo Jong", []),
    (["Ali Hassan", "Hassan Ali"], "Hassan", ["Ali Hassan"]),
    (["Rosa Mamani Copa"], "Mamani", ["Rosa Mamani Copa"]),
    (["Rosa Mamani Copa"], "Rosa Copa", ["Rosa Mamani Copa"]),
    (["Salim bin Rashid"], "bin Rashid", ["Salim bin Rashid"]),
    (["Salim bin Rashid"], "bin", []),
    (["Salim al-Jabri"], "Al-Jabri", ["Salim al-Jabri"]),
    (["Salim al-Jabri"], "Jabri", ["Salim al-Jabri"]),
    (["Otieno"], "Daniel Otieno", ["Otieno"]),
    (["José Peña"], "Jose Pena", ["José Peña"]),
    (["Victor Khrenin"], "Viktor Khrenine", ["Victor Khrenin"]),
    (["Victor Khrenin"], "Khrenine", ["Victor Khrenin"]),
    (["Boris Johnson"], "Johnston", []),
    (["Anna Karimova"], "Karimov", []),
    ([], "Otieno", []),
    (["Daniel Otieno"], "", []),
]


@pytest.mark.parametrize(("known", "asked", "found"), NAMED)
def test_people_named_finds_those_whom_a_name_may_mean(known: list[str], asked: str, found: list[str]) -> None:
    assert [each.name for each in people_of(*known).named(asked)] == found


def test_people_named_leaves_out_whom_the_rest_of_the_text_excludes() -> None:
    people = people_of("Kim Jong Un", "Kim Yo Jong")
    people.known[1].gender = "she"
    assert [each.name for each in people.named("Kim", fits=lambda known: known.gender != "she")] == ["Kim Jong Un"]


def test_people_one_named_chooses_nobody_among_several() -> None:
    assert people_of("Kim Jong Un", "Kim Yo Jong").one_named("Kim") is None


def test_people_rename_keeps_the_shorter_name() -> None:
    people = people_of("Otieno")
    people.rename(people.known[0], "Daniel Otieno")
    assert people.one_named("Otieno") is people.one_named("Daniel Otieno") is people.known[0]
