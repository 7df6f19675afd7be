"""Allegiance: the body or state that a possessive, a sentence before or an intention shows."""

import pytest

from .reading import person

# text, name, state
OWNED = [
    ("The African Union met. The organisation's commissioner for peace, Ann Otieno, spoke.", "Ann Otieno", "IGO"),
    ("Kenya met the European Union. The bloc's trade commissioner, Ann Otieno, spoke.", "Ann Otieno", "EUR"),
    ("Kenya paid. The country's finance minister, Ann Otieno, spoke.", "Ann Otieno", "KEN"),
    ("The shop's commissioner, Ann Otieno, spoke.", "Ann Otieno", None),
    ("The World Bank paid Malawi. A spokeswoman, Ann Otieno, spoke in Washington.", "Ann Otieno", "IGO"),
    ("The Kenyan army left. A spokesman, Ann Otieno, spoke.", "Ann Otieno", "KEN"),
    ("Kenya left. A spokesman, Ann Otieno, spoke.", "Ann Otieno", None),
    ("Banks paid Kenya. A spokesman, Ann Otieno, spoke.", "Ann Otieno", None),
    ("France has offered to train drivers, Ambassador Ann Otieno told the paper.", "Ann Otieno", "FRA"),
    ("France has jailed two drivers, Ambassador Ann Otieno told the paper.", "Ann Otieno", None),
]


@pytest.mark.parametrize(("text", "name", "state"), OWNED)
def test_allegiance_is_that_of_the_body_or_state_that_is_meant(text: str, name: str, state: str | None) -> None:
    found = person(text, name)
    assert (found[1] if found else None) == state


def test_allegiance_of_an_ambassador_is_not_taken_from_the_home() -> None:
    text = "Kenya and Uganda met. Kenya paid Uganda. Ambassador Ann Otieno smiled."
    found = person(text, "Ann Otieno", "NAIROBI")
    assert found is not None
    assert found[1] is None
