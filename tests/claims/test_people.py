"""Offices told first and named later, surnames, and states shown elsewhere in the text."""

from __future__ import annotations

import pytest

ONE_PERSON = [
    (
        "Mali's new information minister said Bamako wanted peace. “We hope for an answer,” Rokia Togola-Berthé said.",
        [("Rokia Togola-Berthé", "MLI"), ("Rokia Togola-Berthé", "MLI")],
    ),
    (
        "The head of the Ghanaian delegation said the line was open.\n“We waited,” Yaw Oforikrom told reporters.",
        [("Yaw Oforikrom", "GHA"), ("Yaw Oforikrom", "GHA")],
    ),
]

TWO_PERSONS = [
    # The name has an introduction of its own.
    (
        "Mali's new information minister said Bamako wanted peace. “We hope so,” Rokia Togola-Berthé, a baker, said.",
        "Rokia Togola-Berthé",
    ),
    # Somebody with a name spoke in between.
    (
        "Mali's new information minister said Bamako wanted peace. Kenya's envoy, Tom Mutua-Oduor, said it did. "
        "“We hope so,” Rokia Togola-Berthé said.",
        "Rokia Togola-Berthé",
    ),
    # Several spoke before.
    ("Mali's ministers said Bamako wanted peace. “We hope so,” Rokia Togola-Berthé said.", "Rokia Togola-Berthé"),
]


@pytest.mark.parametrize(("text", "speakers"), ONE_PERSON)
def test_an_office_and_the_bare_name_after_it_are_one_person(
    read_by, text: str, speakers: list[tuple[str, str]]
) -> None:
    assert [(found[1], found[2]) for found in read_by(text)] == speakers


@pytest.mark.parametrize(("text", "name"), TWO_PERSONS)
def test_an_office_and_a_name_apart_stay_two(read_by, text: str, name: str) -> None:
    found = read_by(text)
    assert found[0][1] != name and found[-1][1:3] == (name, None)


def test_a_surname_is_the_name_that_ends_with_it(read_by) -> None:
    text = (
        "“The debt is paid,” said the Mongolian, Badam Enkhsaikhan-Oyuun.\n"
        "“Then pay us for the copper,” said Enkhsaikhan-Oyuun."
    )
    assert [(found[1], found[2]) for found in read_by(text)] == [("Badam Enkhsaikhan-Oyuun", "MNG")] * 2
