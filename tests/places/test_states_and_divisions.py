"""Lines that name states and first-level divisions, and lines that only seem to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.places import find_places

STATES = [
    ("The foreign ministers of Pakistan and Iran met on Tuesday.", "Pakistan/PAK; Iran/IRN"),
    ("Kenya told Uganda that the dispute was over.", "Kenya/KEN; Uganda/UGA"),
    ("Iran's Foreign Ministry summoned the envoy of Chad.", "Iran/IRN; Chad/TCD"),
    ("Chad and Niger closed the border near Lake Chad.", "Chad/TCD; Niger/NER; Lake Chad/-"),
    ("Nigeria warned Niger about the pipeline.", "Nigeria/NGA; Niger/NER"),
    ("Guinea, Guinea-Bissau and Equatorial Guinea attended.", "Guinea/GIN; Guinea-Bissau/GNB; Equatorial Guinea/GNQ"),
    ("Papua New Guinea signed a pact with Australia.", "Papua New Guinea/PNG; Australia/AUS"),
    ("Congo accused Rwanda of backing rebels.", "Democratic Republic of the Congo/COD; Rwanda/RWA"),
    (
        "The Democratic Republic of the Congo and the Republic of Congo signed it.",
        "Democratic Republic of the Congo/COD; Republic of the Congo/COG",
    ),
    ("Turkey hosted the talks while turkeys were sold.", "Turkey/TUR"),
    ("Jordan and Israel reopened the bridge.", "Jordan/JOR; Israel/ISR"),
    ("Israel Katz, Israel's defense minister, spoke.", "Israel/ISR"),
    ("Georgia signed the accord in Tbilisi.", "Georgia/GEO; Tbilisi/GEO"),
    ("Georgia and Armenia agreed on borders.", "Georgia/GEO; Armenia/ARM"),
    ("A court in Atlanta ruled that Georgia must act.", "Atlanta/USA; Georgia/USA"),
    ("He was born in Georgia, near Savannah.", "Georgia/USA; Savannah/USA"),
    ("The Czech Republic and Slovakia split long ago.", "Czechia/CZE; Slovakia/SVK"),
    ("Burma is now called Myanmar.", "Myanmar/MMR; Myanmar/MMR"),
    ("The Ivory Coast beat back the raid from Mali.", "Ivory Coast/CIV; Mali/MLI"),
    ("Swaziland became Eswatini.", "Eswatini/SWZ; Eswatini/SWZ"),
    ("U.S. and U.K. warships left together.", "United States/USA; United Kingdom/GBR"),
    ("The UAE and Oman agreed on visas.", "United Arab Emirates/ARE; Oman/OMN"),
    ("The US State Department named two firms.", "United States/USA"),
    ("The embassy of Japan closed its doors.", "Japan/JPN"),
    ("North Korea and South Korea traded fire.", "North Korea/PRK; South Korea/KOR"),
    ("South Sudan left the talks; Sudan stayed.", "South Sudan/SSD; Sudan/SDN"),
    ("Taiwan thanked Paraguay for its vote.", "Taiwan/TWN; Paraguay/PRY"),
    ("Kosovo banned the dinar.", "Kosovo/XKX"),
    ("The Netherlands and Belgium share the port.", "Netherlands/NLD; Belgium/BEL"),
    ("Mali, Burkina Faso and Niger left the bloc.", "Mali/MLI; Burkina Faso/BFA; Niger/NER"),
    ("Dominica and the Dominican Republic are two states.", "Dominica/DMA; Dominican Republic/DOM"),
    ("St. Lucia and St Kitts and Nevis joined.", "Saint Lucia/LCA; Saint Kitts and Nevis/KNA"),
    ("East Timor applied to join.", "Timor Leste/TLS"),
    ("Sao Tome and Principe voted yes.", "Sao Tome and Principe/STP"),
    ("Côte d'Ivoire recalled its envoy.", "Ivory Coast/CIV"),
    ("IRAN AND IRAQ AGREE", "Iran/IRN; Iraq/IRQ"),
    ("Pakistan Signs Deal With Iran", "Pakistan/PAK; Iran/IRN"),
    ("The Soviet Union fell.", "Soviet Union/SUN"),
]

DIVISIONS = [
    ("The governor of New Mexico spoke.", "New Mexico/USA"),
    ("Washington state objected.", "Washington State/USA"),
    ("Voters in Ohio, Texas and Florida were asked.", "Ohio/USA; Texas/USA; Florida/USA"),
    ("Ontario and Quebec protested.", "Ontario/CAN; Quebec/CAN"),
    ("Australia warned that fires spread across Victoria.", "Australia/AUS; Victoria/AUS"),
    ("Pakistan's Punjab province was flooded.", "Pakistan/PAK; Punjab/PAK"),
    ("India sent police to Punjab.", "India/IND; Punjab/IND"),
    ("Shelling hit Kharkiv region.", "Kharkiv/UKR"),
    ("Kandahar province was quiet.", "Kandahār/AFG"),
    ("Fighters left Helmand and Nangarhar.", "Helmand/AFG; Nangarhar/AFG"),
    ("Iraq's army entered Anbar.", "Iraq/IRQ; Anbar/IRQ"),
    ("China built camps in Xinjiang and Tibet.", "China/CHN; Xinjiang/CHN; Tibet/CHN"),
    ("Russia moved units to Chechnya and Dagestan.", "Russia/RUS; Chechnya/RUS; Dagestan/RUS"),
    ("Troops from Niger State fought bandits in Nigeria.", "Niger State/NGA; Nigeria/NGA"),
    ("Scotland and Wales want a say.", "Scotland/GBR; Wales/GBR"),
    ("Ethiopia's Tigray and Amhara were tense.", "Ethiopia/ETH; Tigray/ETH; Amhara/ETH"),
    ("Catalonia sued Spain.", "Catalonia/ESP; Spain/ESP"),
    ("Bavaria asked for more money from Germany.", "Bavaria/DEU; Germany/DEU"),
    ("Rebels took North Kivu and Ituri in Congo.",
     "North Kivu/COD; Ituri/COD; Democratic Republic of the Congo/COD"),
    ("Mozambique fights in Cabo Delgado.", "Mozambique/MOZ; Cabo Delgado/MOZ"),
]  # fmt: skip

NOTHING = [
    "Jordan Smith won the cup.",
    "Michael Jordan retired again.",
    "The Iranian and Pakistani teams left early.",
    "Israelis and Palestinians spoke in turn.",
    "American, British and French envoys resigned.",
    "Air India and Iran Air resumed flights.",
    "China Daily ran the story.",
    "The Bank of China raised its rate.",
    "Chad Wilson was fined.",
    "She bought a turkey and some china.",
    "He told us that they let us go.",
    "The guinea pig ate jersey wool.",
    "The Dominican and Congolese envoys left.",
    "Russia Today broadcast the speech.",
    "The Bank of England kept its rate.",
    "Pakistan International Airlines cut its staff.",
]


@pytest.mark.parametrize(("text", "expected"), STATES)
def test_find_names_states(text: str, expected: str, places_in: Callable[[str], str]) -> None:
    assert places_in(text) == expected


@pytest.mark.parametrize(("text", "expected"), DIVISIONS)
def test_find_names_divisions(text: str, expected: str, places_in: Callable[[str], str]) -> None:
    assert places_in(text) == expected


@pytest.mark.parametrize("text", NOTHING)
def test_find_refuses_adjectives_persons_and_bodies(text: str, places_in: Callable[[str], str]) -> None:
    assert places_in(text) == ""


@pytest.mark.parametrize(
    ("text", "number"), [("Pakistan agreed.", 1168579), ("Iran agreed.", 130758), ("The US agreed.", 6252001)]
)
def test_state_has_number_of_geonames_and_no_point(text: str, number: int) -> None:
    (where,) = find_places(text)
    assert (where.geonameid, where.lat, where.lon) == (number, None, None)


def test_division_has_no_point_that_its_source_lacks() -> None:
    (where,) = find_places("Voters in Ohio were asked.")
    assert (where.geonameid, where.lat) == (5165418, None)
