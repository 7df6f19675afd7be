"""Capitals that stand for governments are no places; towns that do or suffer something are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

GOVERNMENTS = [
    ("Moscow said it would answer.", ""),
    ("Beijing rejected the claim; Tokyo and Seoul did not.", ""),
    ("Washington and Moscow traded blame.", ""),
    ("London, Paris and Berlin condemned the raid.", ""),
    ("The ministers urged Washington to lift the ban.", ""),
    ("Iran accused Riyadh of backing the group.", "Iran/IRN"),
    ("Talks with Tehran broke down.", ""),
    ("Ties between Ankara and Athens have improved.", ""),
    ("The bloc agreed on sanctions against Moscow.", ""),
    ("The offer was rejected by Beijing.", ""),
    ("Nauru switched recognition to Beijing.", "Nauru/NRU"),
    ("Beijing's claim to the reef was dismissed.", ""),
    ("Tehran remains defiant.", ""),
    ("The Moscow-backed militia left Lysychansk, in Ukraine.", "Lysychansk/UKR; Ukraine/UKR"),
    ("A spokesman told reporters that Islamabad would not yield.", ""),
]

TOWNS = [
    ("London was hit by a storm.", "London/GBR"),
    ("Leaders met in Moscow.", "Moscow/RUS"),
    ("Rome hosted the talks.", "Rome/ITA"),
    ("Khartoum lies on the Nile.", "Khartoum/SDN; Nile/-"),
    ("Warplanes struck Damascus at dawn.", "Damascus/SYR"),
    ("Rebels entered Kinshasa.", "Kinshasa/COD"),
    ("The envoy returned to Paris.", "Paris/FRA"),
    ("Envoys flew from Bogotá to Brasília.", "Bogota/COL; Brasilia/BRA"),
    ("Moscow's metro was closed.", "Moscow/RUS"),
    ("The London-based group sent aid.", "London/GBR"),
    ("Kyiv woke to the sound of sirens.", "Kyiv/UKR"),
    ("The road between Baghdad and Amman was cut.", "Baghdad/IRQ; Amman/JOR"),
    ("Georgia recalled its ambassador from Kyiv.", "Georgia/GEO; Kyiv/UKR"),
    ("Sarajevo, Zagreb and Belgrade were calm.", "Sarajevo/BIH; Zagreb/HRV; Belgrade/SRB"),
    # No capital: a town that is not the seat of a state stands for itself.
    ("Geneva refused the permit.", "Geneva/CHE"),
]


@pytest.mark.parametrize(("text", "expected"), GOVERNMENTS)
def test_capital_that_stands_for_its_government_is_no_place(
    text: str, expected: str, places_in: Callable[[str], str]
) -> None:
    assert places_in(text) == expected


@pytest.mark.parametrize(("text", "expected"), TOWNS)
def test_capital_that_is_a_town_stays(text: str, expected: str, places_in: Callable[[str], str]) -> None:
    assert places_in(text) == expected
