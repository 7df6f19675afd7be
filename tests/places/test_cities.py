"""Lines that name cities: which of the namesakes is meant, and when none is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.places import find_places

QUALIFIED = [
    ("A school board in Geneva, Illinois approved the plan.", "Geneva/USA; Illinois/USA"),
    ("Delegates arrived in Geneva, Switzerland.", "Geneva/CHE; Switzerland/CHE"),
    ("Clashes broke out in Tripoli, Lebanon, on Friday.", "Tripoli/LBN; Lebanon/LBN"),
    ("Clashes broke out in Tripoli, Libya, on Friday.", "Tripoli/LBY; Libya/LBY"),
    ("The Lebanese city of Tripoli was calm.", "Tripoli/LBN"),
    ("Lebanon's Tripoli was calm.", "Lebanon/LBN; Tripoli/LBN"),
    ("The train left Hyderabad, Pakistan.", "Hyderabad/PAK; Pakistan/PAK"),
    ("The train left Hyderabad in India.", "Hyderabad/IND; India/IND"),
    ("The delegation flew to London, Ontario.", "London/CAN; Ontario/CAN"),
    ("A plant in Lima, Ohio, builds tanks.", "Lima/USA; Ohio/USA"),
    ("He lives in Panama City, Florida.", "Panama City/USA; Florida/USA"),
    ("Flights left Buffalo, New York.", "Buffalo/USA; New York/USA"),
    ("Flights left Spokane, Washington.", "Spokane/USA; Washington/USA"),
    ("A college in Athens, Georgia closed.", "Athens/USA; Georgia/USA"),
    ("A jury in Paris, Texas agreed.", "Paris/USA; Texas/USA"),
    ("A mill in Moscow, Idaho burned.", "Moscow/USA; Idaho/USA"),
    ("Springfield, Ill. was hit by a storm.", "Springfield/USA"),
    ("Protests in Cordoba, Argentina and Cordoba, Spain grew.",
     "Córdoba/ARG; Argentina/ARG; Córdoba/ESP; Spain/ESP"),
    ("Canada's premier in Victoria, British Columbia objected.", "Canada/CAN; Victoria/CAN; British Columbia/CAN"),
    ("Scientists in Cambridge, Massachusetts agree.", "Cambridge/USA; Massachusetts/USA"),
    ("Scientists in Cambridge, England disagree.", "Cambridge/GBR; England/GBR"),
    ("A court in Alexandria, Virginia heard it.", "Alexandria/USA; Virginia/USA"),
    ("Police in Birmingham, Alabama said so.", "Birmingham/USA; Alabama/USA"),
    ("Fans came to Lincoln, Nebraska.", "Lincoln/USA; Nebraska/USA"),
    ("San Jose, California, grew.", "San Jose/USA; California/USA"),
    ("Trucks left Valencia, Venezuela.", "Valencia/VEN; Venezuela/VEN"),
    ("Trucks left Valencia, Spain.", "Valencia/ESP; Spain/ESP"),
    ("Moscow, a college town in Idaho, renamed a street.", "Moscow/USA; Idaho/USA"),
    ("Reading, in the English county of Berkshire, was calm.", "Reading/GBR; Berkshire/GBR"),
    ("AMMAN, Jordan (News) - The king met aides.", "Amman/JOR; Jordan/JOR"),
    ("The meeting in Nuuk, Greenland, was brief.", "Nuuk/GRL; Greenland/GRL"),
    ("Trump met Xi in Busan, South Korea.", "Busan/KOR; South Korea/KOR"),
]  # fmt: skip

IN_PLAY = [
    ("The Seychelles president spoke in Victoria.", "Seychelles/SYC; Victoria/SYC"),
    ("The Dominican Republic opened a plant in Santiago.", "Dominican Republic/DOM; Santiago de los Caballeros/DOM"),
    ("Chile's government met in Santiago.", "Chile/CHL; Santiago/CHL"),
    ("Spain sent troops from Cordoba.", "Spain/ESP; Córdoba/ESP"),
    ("Costa Rica's president spoke in San Jose.", "Costa Rica/CRI; San Jose/CRI"),
    ("British officials met in Cambridge.", "Cambridge/GBR"),
    ("Pakistan reopened the airport in Hyderabad.", "Pakistan/PAK; Hyderabad/PAK"),
    ("India reopened the airport in Hyderabad.", "India/IND; Hyderabad/IND"),
    ("A Syrian court in Homs ruled; Hama and Tartus were calm.", "Homs/SYR; Ḩamāh/SYR; Ţarţūs/SYR"),
    ("Ukraine hit Belgorod, Kursk and Bryansk in Russia.",
     "Ukraine/UKR; Belgorod/RUS; Kursk/RUS; Bryansk/RUS; Russia/RUS"),
    ("Israeli strikes hit Khan Younis and Rafah.", "Khān Yūnis/PSE; Rafaḩ/PSE"),
    ("Ukrainian forces left Avdiivka.", "Avdiyivka/UKR"),
    ("Officials in Kabul, Herat and Kandahar spoke.", "Kabul/AFG; Herāt/AFG; Kandahār/AFG"),
    ("The Polish town of Rzeszow took refugees from Lviv.", "Rzeszów/POL; Lviv/UKR"),
    ("The Guyanese president returned to Georgetown.", "Georgetown/GUY"),
    ("Jamaica's cabinet met in Kingston.", "Jamaica/JAM; Kingston/JAM"),
]  # fmt: skip

KNOWN = [
    ("The guests met in Islamabad.", "Islamabad/PAK"),
    ("GENEVA (News) - Envoys met.", "Geneva/CHE"),
    ("A ship left Alexandria for Beirut.", "Alexandria/EGY; Beirut/LBN"),
    ("The trade fair in Birmingham ended.", "Birmingham/GBR"),
    ("Fighting reached Tripoli.", "Tripoli/LBY"),
    ("Canada's prime minister flew to London.", "Canada/CAN; London/GBR"),
    ("The US envoy returned to Paris.", "United States/USA; Paris/FRA"),
    ("The Kyiv government and the Kiev of old.", "Kyiv/UKR; Kyiv/UKR"),
    ("She told Reuters in Doha that it was over.", "Doha/QAT"),
    ("Delegates met in New Delhi.", "New Delhi/IND"),
    ("The council met in New York.", "New York City/USA"),
    ("Mexico City hosted a summit.", "Mexico City/MEX"),
    ("Leaders met in Panama City.", "Panama City/PAN"),
    ("Bombay is now Mumbai.", "Mumbai/IND; Mumbai/IND"),
    ("Talks moved from Geneva to Vienna.", "Geneva/CHE; Vienna/AUT"),
    ("The Hague hosts the court.", "The Hague/NLD"),
    ("Sana'a and Aden have two central banks.", "Sanaa/YEM; Aden/YEM"),
    ("Peace talks in N'Djamena failed.", "N'Djamena/TCD"),
    ("Port-au-Prince is cut off.", "Port-au-Prince/HTI"),
    ("Envoys flew from Bogotá to Brasília.", "Bogota/COL; Brasilia/BRA"),
    ("Washington D.C. was closed.", "Washington/USA"),
    ("Kim met Putin in Vladivostok.", "Vladivostok/RUS"),
    ("He reached Sharm el-Sheikh, Egypt.", "Sharm el-Sheikh/EGY; Egypt/EGY"),
    ("Fighters left Aleppo and Mosul.", "Aleppo/SYR; Mosul/IRQ"),
    ("The mission in Goma closed.", "Goma/COD"),
    ("St. Petersburg hosted the forum.", "Saint Petersburg/RUS"),
    ("Sarajevo, Zagreb and Belgrade were calm.", "Sarajevo/BIH; Zagreb/HRV; Belgrade/SRB"),
    ("Ships bound for Dar es Salaam waited.", "Dar es Salaam/TZA"),
    ("Addis Ababa hosts the union.", "Addis Ababa/ETH"),
    ("Rio de Janeiro prepared for the summit.", "Rio de Janeiro/BRA"),
]

NOTHING = [
    "He studied in Cambridge.",
    "BATH (and other words) are written in capitals.",
    "Austin, a port official, said so.",
    "Victoria is a port.",
    "Paris Hilton smiled.",
    "President Lincoln watched.",
    "The New York Times disagreed.",
    "The Houston Chronicle reported it.",
    "The Paris Agreement and the Geneva Conventions were cited.",
    "The Oslo Accords are dead.",
    "Reading the letter, Nice people agreed in March.",
    "Most of the police left.",
    "Victoria Nuland spoke first.",
    "Austin, the former secretary, said so.",
    "Deutsche Bank and General Motors agreed.",
    "The University of Oxford published it.",
    "The London Stock Exchange fell.",
    "Kabul University reopened.",
    "The Jakarta Post praised it.",
    "The UN and the EU agreed.",
    "Celina Albuquerque Prado landed on Thursday.",
    "The Northern Fleet sailed.",
    "The Bangkok Bank agreed.",
    "Real Madrid lost.",
    "Manchester United won.",
    "Springfield voted.",
    "Of all people, he came.",
    "George Washington crossed the river.",
    "Senator Jackson objected.",
    "Prince Harry arrived.",
    "Mobile phones were banned.",
    "In May and in August it rains.",
    "Hope and Unity were the slogans.",
    "Mr. Houston declined to comment.",
    "The Vienna Convention was broken.",
    "The Paris Club met its debtors.",
    "The Minsk Protocol failed.",
]

TEMPTING = [
    ("Savannah was calm, the Ghanaian army said.", "USA"),
    ("The Lebanese city of Tripoli was calm.", "LBY"),
    ("Canada's prime minister flew to London.", "London/CAN"),
    ("The US envoy returned to Paris.", "Paris/USA"),
    ("The governor of New Mexico spoke.", "MEX"),
    ("Mexico City hosted a summit.", "Mexico/"),
    ("Niger's junta denied it.", "NGA"),
    ("A court in Atlanta ruled that Georgia must act.", "GEO"),
    ("Georgia signed the accord in Tbilisi.", "USA"),
    ("The storm reached Washington and Moscow.", "Washington State"),
    ("Flights left Buffalo, New York.", "New York City"),
    ("A plant in Lima, Ohio, builds tanks.", "PER"),
]


@pytest.mark.parametrize(("text", "expected"), QUALIFIED)
def test_words_beside_the_name_decide(text: str, expected: str, places_in: Callable[[str], str]) -> None:
    assert places_in(text) == expected


@pytest.mark.parametrize(("text", "expected"), IN_PLAY)
def test_states_in_play_decide(text: str, expected: str, places_in: Callable[[str], str]) -> None:
    assert places_in(text) == expected


@pytest.mark.parametrize(("text", "expected"), KNOWN)
def test_known_city_is_meant_by_its_bare_name(text: str, expected: str, places_in: Callable[[str], str]) -> None:
    assert places_in(text) == expected


@pytest.mark.parametrize("text", NOTHING)
def test_no_place_is_better_than_a_guess(text: str, places_in: Callable[[str], str]) -> None:
    assert places_in(text) == ""


@pytest.mark.parametrize(("text", "tempting"), TEMPTING)
def test_tempting_reading_is_not_taken(text: str, tempting: str, places_in: Callable[[str], str]) -> None:
    assert tempting not in places_in(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The guests met in Islamabad.", 1176615),
        ("Delegates arrived in Geneva, Switzerland.", 2660646),
        ("A school board in Geneva, Illinois approved it.", 4893591),
        ("Fighting reached Tripoli.", 2210247),
        ("Clashes broke out in Tripoli, Lebanon.", 266826),
        ("The guests met in Kyiv.", 703448),
    ],
)
def test_city_has_number_and_point_of_geonames(text: str, number: int) -> None:
    where = find_places(text)[0]
    assert where.geonameid == number
    assert where.lat is not None and where.lon is not None


def test_given_states_are_in_play() -> None:
    assert find_places("He studied in Cambridge.", countries=["GBR"])[0].country == "GBR"
    assert find_places("Fighting reached Tripoli.", countries=["LBN"])[0].country == "LBN"


def test_bare_name_means_what_the_text_said_in_full() -> None:
    found = find_places("He was born in Geneva, Illinois. Geneva is small.")
    assert [where.geonameid for where in found if where.name == "Geneva"] == [4893591, 4893591]
