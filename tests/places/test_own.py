"""Lines that name straits, seas, crossings, camps, bases and disputed areas."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.lexicon.load import load_table
from dragoman.places import find_places
from dragoman.places.words import PLACES_FILE

NAMED = [
    ("Ships left the Strait of Hormuz.", "Strait of Hormuz/-"),
    ("Ships left the Hormuz strait.", "Strait of Hormuz/-"),
    ("The Bab el-Mandeb strait stayed open.", "Bab el-Mandeb/-"),
    ("The Suez Canal and the Panama Canal raised fees.", "Suez Canal/EGY; Panama Canal/PAN"),
    ("The South China Sea and the Taiwan Strait remain tense.", "South China Sea/-; Taiwan Strait/-"),
    ("Trade in the Gulf of Aden and the Gulf fell.", "Gulf of Aden/-; Persian Gulf/-"),
    ("Trucks waited at the Rafah crossing and at Torkham.", "Rafah crossing/-; Torkham/-"),
    ("Guards met at Wagah.", "Wagah/PAK"),
    ("Soldiers met at Panmunjom in the DMZ.", "Panmunjom/-; Demilitarized Zone/-"),
    ("Prisoners left Guantanamo Bay.", "Guantanamo Bay/CUB"),
    ("Boats met near Scarborough Shoal and the Spratly Islands.", "Scarborough Shoal/-; Spratly Islands/-"),
    ("Ships sailed to the Paracels.", "Paracel Islands/-"),
    ("The Senkaku and the Diaoyu Islands are one group.", "Senkaku Islands/-; Senkaku Islands/-"),
    ("Russia armed the Kuril Islands.", "Russia/RUS; Kuril Islands/RUS"),
    ("Troops left Aksai Chin and Ladakh.", "Aksai Chin/-; Ladakh/-"),
    ("Fire was exchanged across the Line of Control in Kashmir.", "Line of Control/-; Kashmir/-"),
    ("Kabul rejects the Durand Line.", "Durand Line/-"),
    ("Rebels hold Darfur.", "Darfur/SDN"),
    ("France left the Sahel.", "France/FRA; Sahel/-"),
    ("Envoys toured the Horn of Africa.", "Horn of Africa/-"),
    ("The leaders met at Camp David.", "Camp David/USA"),
    ("Aid reached the Gaza Strip and the West Bank.", "Gaza Strip/PSE; West Bank/PSE"),
    ("Aid reached Gaza and Gaza City.", "Gaza Strip/PSE; Gaza/PSE"),
    ("Israel struck the Golan Heights.", "Israel/ISR; Golan Heights/-"),
    ("Fighting goes on in Donbas and Crimea.", "Donbas/UKR; Crimea/UKR"),
    ("Azerbaijan took Nagorno-Karabakh.", "Azerbaijan/AZE; Nagorno-Karabakh/AZE"),
    ("Moscow recognised Abkhazia and South Ossetia.", "Abkhazia/GEO; South Ossetia/GEO"),
    ("The jet landed at Hamid Karzai International Airport.", "Kabul International Airport/AFG"),
    ("Bombs fell on Sanaa International Airport.", "Sanaa International Airport/YEM"),
    ("The jets left Al Udeid Air Base.", "Al Udeid Air Base/QAT"),
    ("Inspectors went to Natanz and Fordow.", "Natanz/IRN; Fordow/IRN"),
    ("Refugees fled Zamzam camp.", "Zamzam camp/SDN"),
    ("North Korea restarted Yongbyon.", "North Korea/PRK; Yongbyon/PRK"),
    ("A missile fell into the Sea of Japan.", "Sea of Japan/-"),
    ("Egypt fears for the Nile.", "Egypt/EGY; Nile/-"),
    ("Leaders of Africa and Europe met.", "Africa/-; Europe/-"),
    ("Korea is divided.", "Korean Peninsula/-"),
    ("Venezuela claims Essequibo.", "Venezuela/VEN; Essequibo/GUY"),
    ("Britain ceded the Chagos Islands.", "United Kingdom/GBR; Chagos Islands/-"),
    ("The crowd filled Tahrir Square.", "Tahrir Square/EGY"),
    ("Norway kept the Storskog crossing open.", "Norway/NOR; Storskog/NOR"),
    ("Trucks crossed at Rumichaca and Paso Canoas.", "Rumichaca/-; Paso Canoas/-"),
    (
        "The plant at Kozloduy and the Barakah nuclear plant were checked.",
        "Kozloduy/BGR; Barakah nuclear power plant/ARE",
    ),
    ("Jets left RAF Lakenheath and Pearl Harbor.", "Lakenheath/GBR; Pearl Harbor/USA"),
    ("Families left the Bureij refugee camp.", "Bureij/PSE"),
    ("Fighters entered Nineveh Governorate.", "Nineveh/IRQ"),
    ("Planes flew over the Black Sea toward Snake Island.", "Black Sea/-; Snake Island/UKR"),
]

NOTHING = [
    "The Pentagon and the White House were silent.",
    "They crossed the line of control rooms.",
    "He is a black sea captain.",
    "The red sea of flags moved on.",
    "A green zone was planted.",
    "They put a dmz file away.",
    "The gulf between them grew.",
    "Amazon hired more staff.",
    "President Masisi spoke first.",
    "Mr Rosso declined to comment.",
    "They were on alert at a friendship bridge.",
    "Baltic ministers and Arctic experts met.",
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_find_names_places_that_libraries_lack(text: str, expected: str, places_in: Callable[[str], str]) -> None:
    assert places_in(text) == expected


@pytest.mark.parametrize("text", NOTHING)
def test_words_without_capitals_are_no_names(text: str, places_in: Callable[[str], str]) -> None:
    assert places_in(text) == ""


def test_places_file_holds_at_least_fifteen_hundred_rows() -> None:
    rows = load_table(PLACES_FILE)["place"]
    assert len(rows) >= 1500
    assert len({(row["name"], row.get("country")) for row in rows}) == len(rows)


def test_disputed_area_has_a_point_and_no_state() -> None:
    (where,) = find_places("Boats met near Scarborough Shoal.")
    assert (where.country, where.lat, where.lon) == (None, 15.18, 117.76)


def test_continent_has_number_of_geonames() -> None:
    (where,) = find_places("They toured Africa.")
    assert where.geonameid == 6255146
