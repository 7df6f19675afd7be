"""The rule of a person tells whether the text itself gives office and state beside the name."""

import pytest

from .reading import read_actors


def rules_of(text: str, dateline: str | None = None) -> dict[str, str]:
    """The rules of the persons of a text, by name."""
    _, persons = read_actors(text, dateline)
    return {each.name: each.rule for each in persons}


EXPLICIT = [
    ("Belarusian Defense Minister Lt. Gen. Victor Khrenin went to Chad.", "Victor Khrenin"),
    ("Kwame Addo, the foreign minister of Ghana, went to Chad.", "Kwame Addo"),
    ("Kwame Addo spoke. Ghana's Foreign Minister Kwame Addo went to Chad.", "Kwame Addo"),
    ("Foreign Minister Kwame Addo spoke. Ghana's Foreign Minister Kwame Addo went to Chad.", "Kwame Addo"),
    ("Sergei Lavrov spoke. Russian Foreign Minister Sergei Lavrov went to Chad.", "Sergei Lavrov"),
]


@pytest.mark.parametrize(("text", "name"), EXPLICIT)
def test_roster_tells_that_office_and_state_stand_beside_the_name(text: str, name: str) -> None:
    assert rules_of(text)[name] == "named-office"


NOT_EXPLICIT = [
    ("Foreign Minister Kwame Addo went to Chad.", "Ghana", "Kwame Addo"),
    ("Ghana sent its foreign minister, Kwame Addo, to Chad.", None, "Kwame Addo"),
    ("Ghanaian journalist Kwame Addo went to Chad.", None, "Kwame Addo"),
    ("Former Ghanaian president Kwame Addo went to Chad.", None, "Kwame Addo"),
    ("Kwame Addo, Ghana's ousted president, went to Chad.", None, "Kwame Addo"),
    ("Ghana's then foreign minister Kwame Addo went to Chad.", None, "Kwame Addo"),
    ("The next Ghanaian foreign minister Kwame Addo went to Chad.", None, "Kwame Addo"),
    ("Benin's foreign minister met his Ghanaian counterpart Kwame Addo in Chad.", None, "Kwame Addo"),
    ("Kumasi Mayor Kwame Addo went to Chad.", None, "Kwame Addo"),
    ("Sergei Lavrov went to Chad.", None, "Sergei Lavrov"),
    ("Foreign Minister Kwame Addo spoke. The Ghanaian Kwame Addo went to Chad.", None, "Kwame Addo"),
]


@pytest.mark.parametrize(("text", "dateline", "name"), NOT_EXPLICIT)
def test_roster_tells_nothing_of_the_kind_where_the_state_is_linked_or_guessed_or_the_office_not_held(
    text: str, dateline: str | None, name: str
) -> None:
    assert rules_of(text, dateline).get(name) != "named-office"


def test_roster_keeps_the_words_that_give_office_and_state_as_evidence() -> None:
    text = "Foreign Minister Kwame Addo spoke. Ghana's Foreign Minister Kwame Addo went to Chad."
    _, persons = read_actors(text)
    assert [each.evidence.text for each in persons] == ["Ghana's Foreign Minister Kwame Addo"]
