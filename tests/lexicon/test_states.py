"""Names of states: each to its own code, the confusable ones above all, and what names no state."""

from __future__ import annotations

import re

import pycountry
import pytest

from dragoman.errors import LexiconError
from dragoman.lexicon import load
from dragoman.lexicon.load import load_rows
from dragoman.lexicon.states import COUNTRIES_FILE, load_states

from .words import tokens_of

OWN_ROWS = load_rows(
    COUNTRIES_FILE,
    "country",
    allowed="code names adjectives people seats ambiguous not_after regions sectors from until",
    needed="code",
)
GROUPS = load_rows(COUNTRIES_FILE, "group", allowed="name members default", needed="name")

# Code, then the names that mean it, parted by bars.
ONE_STATE = """
KOR South Korea|South Korean|South Koreans|Republic of Korea|ROK|Seoul
PRK North Korea|North Korean|North Koreans|Democratic People's Republic of Korea|DPRK|Pyongyang
COD Democratic Republic of the Congo|Democratic Republic of Congo|DRC|DR Congo|Kinshasa|Zaire|Congo|Congolese
COG Republic of the Congo|Congo-Brazzaville|Brazzaville
GIN Guinea|Guinean|Guineans|Conakry
GNB Guinea-Bissau|Bissau|Bissau-Guinean
GNQ Equatorial Guinea|Equatorial Guinean|Malabo
PNG Papua New Guinea|Papua New Guinean|Port Moresby
NER Niger|Nigerien|Nigeriens|Niamey
NGA Nigeria|Nigerian|Nigerians|Abuja
GEO Georgia|Georgian|Georgians|Tbilisi
SGS South Georgia and the South Sandwich Islands
CHN China|Chinese|People's Republic of China|PRC|Beijing
TWN Taiwan|Taiwanese|Taipei
HKG Hong Kong
MAC Macao|Macau
DMA Dominica|Roseau
DOM Dominican Republic|Santo Domingo|Dominican|Dominicans
WSM Samoa|Samoan|Samoans|Apia
ASM American Samoa|American Samoan|Pago Pago
IRL Ireland|Irish|Republic of Ireland|Dublin
GBR Northern Ireland|Northern Irish|United Kingdom|U.K.|UK|Britain|Great Britain|British|Britons|London|Downing Street
GBR England|Scotland|Scottish|Wales|Welsh
SDN Sudan|Sudanese|Khartoum
SSD South Sudan|South Sudanese|Juba
VGB British Virgin Islands|BVI
VIR U.S. Virgin Islands|US Virgin Islands
ARE United Arab Emirates|UAE|U.A.E.|Emirati|Emiratis|Abu Dhabi
SAU Saudi Arabia|Saudi|Saudis|Riyadh
USA United States|United States of America|US|U.S.|USA|U.S.A.|American|Americans|Washington|White House
RUS Russia|Russian|Russians|Russian Federation|Moscow|Kremlin
UKR Ukraine|Ukrainian|Ukrainians|Kyiv|Kiev
BLR Belarus|Belarusian|Byelorussian|Minsk
PAK Pakistan|Pakistani|Pakistanis|Islamabad
IND India|Indian|Indians|New Delhi
BGD Bangladesh|Bangladeshi|Dhaka
MMR Myanmar|Burma|Burmese|Naypyidaw
LKA Sri Lanka|Sri Lankan|Colombo
IRN Iran|Iranian|Iranians|Islamic Republic of Iran|Tehran
IRQ Iraq|Iraqi|Iraqis|Baghdad
ISR Israel|Israeli|Israelis
PSE Palestine|Palestinian|Palestinians|Ramallah
SYR Syria|Syrian|Syrians|Damascus
TUR Turkey|Turkish|Türkiye|Turkiye|Ankara
CYP Cyprus|Cypriot|Nicosia
GRC Greece|Greek|Greeks|Athens
MKD North Macedonia|Macedonian|Skopje
SRB Serbia|Serbian|Serbians|Belgrade
MNE Montenegro|Montenegrin|Podgorica
XKX Kosovo|Kosovar|Pristina
BIH Bosnia and Herzegovina|Bosnia|Bosnian|Sarajevo
SVK Slovakia|Slovak|Bratislava
SVN Slovenia|Slovenian|Ljubljana
CZE Czechia|Czech Republic|Czech|Prague
AUT Austria|Austrian|Vienna
AUS Australia|Australian|Canberra
CHE Switzerland|Swiss
SWE Sweden|Swedish|Swedes|Stockholm
SWZ Eswatini|Swaziland
LVA Latvia|Latvian|Riga
LTU Lithuania|Lithuanian|Vilnius
MLI Mali|Malian|Bamako
MWI Malawi|Malawian|Lilongwe
MDV Maldives|Maldivian
MDA Moldova|Moldovan
MUS Mauritius|Mauritian
MRT Mauritania|Mauritanian|Nouakchott
MAR Morocco|Moroccan|Rabat
MCO Monaco|Monegasque
GMB Gambia|Gambian|The Gambia|Banjul
ZMB Zambia|Zambian|Lusaka
CAF Central African Republic
CIV Ivory Coast|Côte d'Ivoire|Ivorian|Abidjan
CPV Cape Verde|Cabo Verde
TLS East Timor|Timor-Leste|Timorese|Dili
BRN Brunei
NLD Netherlands|Dutch|The Hague
KNA St. Kitts and Nevis|St Kitts and Nevis
VCT St. Vincent and the Grenadines
TTO Trinidad and Tobago
GRD Grenada|Grenadian
COL Colombia|Colombian|Bogota|Bogotá
VAT Holy See|Vatican
GUY Guyana|Guyanese
GUF French Guiana
SUR Suriname|Surinamese
KGZ Kyrgyzstan|Kyrgyz|Bishkek
KAZ Kazakhstan|Kazakh|Astana
TKM Turkmenistan|Turkmen|Ashgabat
TJK Tajikistan|Tajik|Dushanbe
YEM Yemen|Yemeni
LBN Lebanon|Lebanese|Beirut
LBY Libya|Libyan
ETH Ethiopia|Ethiopian|Addis Ababa
KEN Kenya|Kenyan|Nairobi
ZAF South Africa|South African|Pretoria
SUN Soviet Union|USSR|U.S.S.R.|Soviet
YUG Yugoslavia|Yugoslav
CSK Czechoslovakia
DDR East Germany|GDR
DEU Germany|German|Germans|Berlin|West Germany
VNM Vietnam|Viet Nam|Vietnamese|Hanoi
"""
ROWS = [
    (text, line.split(" ", 1)[0])
    for line in ONE_STATE.strip().splitlines()
    for text in line.split(" ", 1)[1].split("|")
]

NO_STATE = """
Korea|Korean|Koreans|Virgin Islands|Channel Islands|Netherlands Antilles|Europe|European|Africa|African|Asia|Asian
Latin America|Latin American|Middle East|Arab|Balkans|Nordic|Baltic|Kurdish|Kurds|English|Koreas|South China Sea
china|turkey|us|uk|chad|polish|niger|guinea|drc|american|Indian Ocean|Chinatown|Iranology|Chinas|Sudans
Atlantis|Utopia|Assad|ambassador|United|Republic|North|South|Kingdom|Islands|Democratic Republic|People's Republic
the|Who|Us|It|May|March|""".replace("\n", "|").split("|")


def test_the_table_has_at_least_one_hundred_and_fifty_rows_and_none_twice() -> None:
    assert len(ROWS) >= 150
    assert len(set(ROWS)) == len(ROWS)


@pytest.mark.parametrize(("text", "code"), ROWS)
def test_a_name_means_its_own_state(text: str, code: str) -> None:
    assert load_states().code_of(text) == code


@pytest.mark.parametrize("text", sorted(set(NO_STATE)))
def test_what_names_no_single_state_has_no_code(text: str) -> None:
    assert load_states().code_of(text) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Islamabad", "seat"),
        ("New Delhi", "seat"),
        ("Kyiv", "seat"),
        ("Kiev", "seat"),
        ("Kremlin", "seat"),
        ("Pakistan", "name"),
        ("UAE", "name"),
        ("Kenyan", "adjective"),
        ("Swedes", "people"),
        ("Scotland", "region"),
        ("Korean", "group"),
    ],
)
def test_a_name_tells_what_kind_of_name_it_is(text: str, kind: str) -> None:
    assert kind in {entry.kind for entry in load_states().book.look_up(text)}


@pytest.mark.parametrize(
    ("text", "past"), [("Soviet Union", True), ("Yugoslavia", True), ("East Germany", True), ("Russia", False)]
)
def test_states_that_are_gone_are_marked(text: str, past: bool) -> None:
    assert {entry.past for entry in load_states().book.look_up(text)} == {past}


@pytest.mark.parametrize(
    ("text", "ambiguous"), [("Georgia", True), ("Jordan", True), ("Kenya", False), ("Oman", False)]
)
def test_names_that_often_mean_something_else_are_marked(text: str, ambiguous: bool) -> None:
    assert {entry.ambiguous for entry in load_states().book.look_up(text)} == {ambiguous}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("talks of South Sudan and Sudan", ["SSD", "SDN"]),
        ("North Korean and South Korean envoys", ["PRK", "KOR"]),
        ("the two Koreas", [None]),
        ("Korea", [None]),
        ("Guinea, Guinea-Bissau and Equatorial Guinea", ["GIN", "GNB", "GNQ"]),
        ("Papua New Guinea's neighbour", ["PNG"]),
        ("Niger and Nigeria's border", ["NER", "NGA"]),
        ("Dominica and the Dominican Republic", ["DMA", "DOM"]),
        ("American Samoa and Samoa", ["ASM", "WSM"]),
        ("Northern Ireland and Ireland", ["GBR", "IRL"]),
        ("American, Samoan and Turkish, Cypriot delegates", ["USA", "WSM", "TUR", "CYP"]),
        ("gave us turkey and china", []),
        ("the Russian-Ukrainian border", ["RUS", "UKR"]),
        ("the South China Sea", [None]),
        ("the ambassador of Syria's Assad", ["SYR"]),
        ("New Mexico", ["USA"]),
        ("the U.S.-China talks", ["USA", "CHN"]),
    ],
)
def test_states_are_found_in_a_sentence(text: str, expected: list[str | None]) -> None:
    found = load_states().book.find(tokens_of(text))
    assert [next(iter({entry.code for entry in match.entries})) for match in found] == expected


def test_no_word_is_claimed_by_two_states() -> None:
    states = load_states()
    shared = [entry.text for entry in states.names if states.code_of(entry.text) != entry.code]
    assert shared == []


@pytest.mark.parametrize("row", [row for row in OWN_ROWS if row.get("adjectives")], ids=lambda row: row["code"])
def test_the_adjectives_of_a_row_resolve_to_its_own_code(row: dict[str, object]) -> None:
    shared = {group["name"].casefold(): group.get("default") for group in GROUPS}
    for adjective in row["adjectives"]:  # type: ignore[attr-defined]
        expected = shared[adjective.casefold()] if adjective.casefold() in shared else row["code"]
        assert load_states().code_of(adjective) == expected, adjective


@pytest.mark.parametrize("country", list(pycountry.countries), ids=lambda country: country.alpha_3)
def test_every_state_of_iso_3166_is_found_by_its_name_and_has_a_short_name(country: object) -> None:
    states = load_states()
    code = country.alpha_3  # type: ignore[attr-defined]
    name = str(getattr(country, "common_name", country.name))  # type: ignore[attr-defined]
    # News says "Congo" of the greater one; names with commas and brackets are turned before they are kept.
    assert states.code_of(name) == code or name == "Congo" or "," in name or "(" in name
    assert states.code_of(states.short_names[code]) == code


@pytest.mark.parametrize(
    "table",
    [
        {"country": [{"code": "AAA", "nmaes": ["Aland"]}]},
        {"country": [{"names": ["Aland"]}]},
        {"group": [{"name": "Aland", "member": ["AAA"]}]},
    ],
    ids=["unknown key", "no code", "unknown key of a group"],
)
def test_a_wrong_row_of_the_country_file_is_refused(table: dict[str, object], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load, "load_table", lambda name: table)
    with pytest.raises(LexiconError, match=r"countries\.toml"):
        load_states.__wrapped__()


def test_codes_are_three_capitals() -> None:
    codes = {entry.code for entry in load_states().names if entry.code}
    assert {code for code in codes if not re.fullmatch(r"[A-Z]{3}", code)} == set()


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group["name"])
def test_a_group_has_known_members_and_a_default_among_them(group: dict[str, object]) -> None:
    states = load_states()
    members = set(group.get("members", ()))  # type: ignore[call-overload]
    assert members <= set(states.short_names)
    assert group.get("default") is None or group["default"] in members
    assert states.code_of(str(group["name"])) == group.get("default")
