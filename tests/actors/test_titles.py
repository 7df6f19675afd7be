"""Titles around a name: office, state and sectors of the person."""

import pytest

from .reading import person

GOV, MIL, GOV_MIL = ("GOV",), ("MIL",), ("GOV", "MIL")
# text, name, role, country, sectors
BEFORE_NAME = [
    ("Portuguese Foreign Minister Marta Silva spoke.", "Marta Silva", "Foreign Minister", "PRT", GOV),
    ("Belarusian Defence Minister Lt. Gen. Pavel Rudenko spoke.", "Pavel Rudenko", "Defence Minister", "BLR", GOV_MIL),
    ("Kenya's President Daniel Otieno spoke.", "Daniel Otieno", "President", "KEN", GOV),
    ("Kenya's newly appointed Trade Minister Grace Wanjiru spoke.", "Grace Wanjiru", "Trade Minister", "KEN", GOV),
    ("US President Walter Greene spoke.", "Walter Greene", "President", "USA", GOV),
    ("U.S. Secretary of State Laura Finch left.", "Laura Finch", "Secretary of State", "USA", GOV),
    ("UK Prime Minister Alan Hurst left.", "Alan Hurst", "Prime Minister", "GBR", GOV),
    ("The visiting Danish Prime Minister Karen Holt left.", "Karen Holt", "Prime Minister", "DNK", GOV),
    ("Acting Peruvian President Rosa Condori left.", "Rosa Condori", "President", "PER", GOV),
    ("Peru's powerful interior minister Jorge Quispe left.", "Jorge Quispe", "Interior Minister", "PER", GOV),
    ("Ghana's deputy prime minister and foreign minister Kofi Asare left.", "Kofi Asare",
     "Deputy Prime Minister and Foreign Minister", "GHA", GOV),
    ("Tanzania's Works and Transport Minister Elia Mrema left.", "Elia Mrema", "Transport Minister", "TZA", GOV),
    ("Kenyan army spokesman Peter Njoroge denied it.", "Peter Njoroge", "Military Spokesman", "KEN", MIL),
    ("Israeli army spokesman Lt. Col. Avi Peretz denied it.", "Avi Peretz", "Spokesman", "ISR", MIL),
    ("Peruvian national Juan Ticona was held.", "Juan Ticona", None, "PER", ()),
    ("Zambian police chief Moses Banda denied it.", "Moses Banda", "Police Chief", "ZMB", ("COP",)),
    ("Iranian diplomat Reza Hatami was expelled.", "Reza Hatami", None, "IRN", GOV),
    ("Kenyan journalist Peter Mwangi was freed.", "Peter Mwangi", None, "KEN", ("JRN",)),
    ("Turkish businessman Emre Aydin was freed.", "Emre Aydin", "Businessman", "TUR", ("BUS",)),
    ("French lawmaker Paul Girard was barred.", "Paul Girard", "Lawmaker", "FRA", ("LEG",)),
    ("The Vietnamese fisherman Tran Van Hai was freed.", "Tran Van Hai", None, "VNM", ("AGR",)),
    ("Nigerian opposition leader Musa Danjuma was held.", "Musa Danjuma", "Opposition Leader", "NGA", ("OPP",)),
    ("NATO Secretary General Anna Holm spoke.", "Anna Holm", "Secretary-General", "IGO", ()),
    ("UN envoy Carla Ruiz spoke.", "Carla Ruiz", "Envoy", "UNO", GOV),
    ("U.N. Secretary-General Pedro Salas spoke.", "Pedro Salas", "Secretary-General", "UNO", ()),
    ("EU foreign policy chief Karl Brandt spoke.", "Karl Brandt", "Top Diplomat", "EUR", GOV),
    ("Qatari Emir Sheikh Hamad bin Faisal spoke.", "Hamad bin Faisal", "Emir", "QAT", GOV),
    ("Jordan's King Talal spoke.", "Talal", "King", "JOR", GOV),
    ("Chinese Vice Premier Zhou Wenbo spoke.", "Zhou Wenbo", "Deputy Prime Minister", "CHN", GOV),
    ("Thai General Somchai Wongsa spoke.", "Somchai Wongsa", None, "THA", MIL),
    ("Iraqi Prime Minister Mahmoud al-Tamimi spoke.", "Mahmoud al-Tamimi", "Prime Minister", "IRQ", GOV),
    ("Dutch Trade Minister Pieter van der Meer spoke.", "Pieter van der Meer", "Trade Minister", "NLD", GOV),
    ("Polish Foreign Minister Anna Nowak-Zielinska spoke.", "Anna Nowak-Zielinska", "Foreign Minister", "POL", GOV),
    ("Irish Foreign Minister Sean O'Donoghue spoke.", "Sean O'Donoghue", "Foreign Minister", "IRL", GOV),
    ("Defence Minister of Belarus Pavel Rudenko spoke.", "Pavel Rudenko", "Defence Minister", "BLR", GOV_MIL),
    ("Kenya's Minister of Trade, Industry and Energy Grace Wanjiru spoke.", "Grace Wanjiru", "Trade Minister",
     "KEN", GOV),
    ("Minister of Trade and Fisheries Grace Wanjiru spoke.", "Grace Wanjiru", "Trade Minister", None, GOV),
    ("U.S. Ambassador to Kenya Mary Whitman spoke.", "Mary Whitman", "Ambassador", "USA", GOV),
    ("Kenyan Principal Secretary for Roads Joseph Mbugua left.", "Joseph Mbugua", "Secretary for Roads", "KEN", GOV),
    ("Pakistan's Adviser to the Prime Minister on Commerce Razak Dawood arrived in Kabul.", "Razak Dawood",
     "Adviser", "PAK", GOV),
]  # fmt: skip
COMMA_BEFORE_NAME = [
    ("A senior U.S. official, Under Secretary of State Warren Kettle, left.", "Warren Kettle",
     "Under Secretary of State", "USA", GOV),
    ("Moscow's Middle East envoy, Rodion Chernov, left.", "Rodion Chernov", "Envoy", "RUS", GOV),
    ("A Nepalese surveyor, Peter Njoroge, left.", "Peter Njoroge", None, "NPL", ()),
    ("His Ugandan opposite number, Peter Njoroge, left.", "Peter Njoroge", None, "UGA", ()),
    ("His Kenyan host, Peter Njoroge, left.", "Peter Njoroge", None, "KEN", ()),
    ("A Kenyan fisheries official, Peter Njoroge, left.", "Peter Njoroge", None, "KEN", GOV),
    ("A U.S. Treasury official, Ewa Sowa, left.", "Ewa Sowa", None, "USA", GOV),
    ("An observer from the African Union, Grace Wanjiru, left.", "Grace Wanjiru", None, "IGO", ()),
    ("Her Turkish counterpart, Ambassador Selim Kaya, left.", "Selim Kaya", "Ambassador", "TUR", GOV),
    ("The secretary-general of the Caribbean Community, Hyacinth Doublet, left.", "Hyacinth Doublet",
     "Secretary-General", "IGO", ()),
    ("Kenya's adviser to the prime minister on commerce, Peter Njoroge, left.", "Peter Njoroge", "Adviser", "KEN", GOV),
    ("Defence Minister of Belarus, Lt. General Pavel Rudenko, left.", "Pavel Rudenko", "Defence Minister",
     "BLR", GOV_MIL),
    ("Poland's climate minister, Ewa Sowa, arrived.", "Ewa Sowa", "Environment Minister", "POL", GOV),
    ("The Ivorian energy minister, Adama Kone, arrived.", "Adama Kone", "Energy Minister", "CIV", GOV),
    ("The EU's foreign policy chief, Karl Brandt, arrived.", "Karl Brandt", "Top Diplomat", "EUR", GOV),
    ("The UN's special envoy, Carla Ruiz, arrived.", "Carla Ruiz", "Envoy", "UNO", GOV),
    ("The prime minister of Laos, Somphone Keola, arrived.", "Somphone Keola", "Prime Minister", "LAO", GOV),
    ("The president of the European Commission, Lars Blom, arrived.", "Lars Blom", "President", "EUR", GOV),
    ("Australia's minister for the Pacific, Colin Marsh, left.", "Colin Marsh", "Minister for the Pacific", "AUS", GOV),
    ("The head of Ukraine's presidential office, Andriy Moroz, arrived.", "Andriy Moroz", "Head", "UKR", GOV),
    ("A spokesman for the Kenyan army, Peter Njoroge, arrived.", "Peter Njoroge", "Spokesman", "KEN", MIL),
    ("Ghana's deputy prime minister and foreign minister, Kofi Asare, arrived.", "Kofi Asare",
     "Deputy Prime Minister and Foreign Minister", "GHA", GOV),
    ("The governor of Chile's central bank, Ines Rojas, arrived.", "Ines Rojas", "Governor", "CHL", GOV),
    ("The US envoy for Sudan, Laura Finch, arrived.", "Laura Finch", "Envoy for Sudan", "USA", GOV),
    ("China's ambassador in Apia, Li Songtao, arrived.", "Li Songtao", "Ambassador", "CHN", GOV),
]  # fmt: skip
BEHIND_NAME = [
    ("Ali Hosseini, the commander of Iran's border guards, left.", "Ali Hosseini", "Commander", "IRN", ("MIL",)),
    ("Energy Minister Daniel Otieno (Kenya) left.", "Daniel Otieno", "Energy Minister", "KEN", GOV),
    ("Marta Silva, Kenya's trade minister until May, spoke.", "Marta Silva", "Trade Minister", "KEN", ("ELI",)),
    ("Marta Silva, the foreign minister of Portugal, spoke.", "Marta Silva", "Foreign Minister", "PRT", GOV),
    ("Marta Silva, Portugal's foreign minister, spoke.", "Marta Silva", "Foreign Minister", "PRT", GOV),
    ("Marta Silva, the Portuguese foreign minister, spoke.", "Marta Silva", "Foreign Minister", "PRT", GOV),
    ("Marta Silva, 52, the Portuguese foreign minister, spoke.", "Marta Silva", "Foreign Minister", "PRT", GOV),
    ("Colonel Idrissa Traore, a spokesman for the Ivorian army, denied it.", "Idrissa Traore", "Spokesman", "CIV", MIL),
    ("Oleg Vasin, who heads Russia's fisheries agency, denied it.", "Oleg Vasin", "Head", "RUS", ("GOV",)),
    ("Oleg Vasin, the head of Russia's navy, denied it.", "Oleg Vasin", "Head", "RUS", MIL),
    ("Peter Mwangi, a Kenyan journalist, was freed.", "Peter Mwangi", None, "KEN", ("JRN",)),
    ("Kofi Asare, deputy prime minister and foreign minister of Ghana, left.", "Kofi Asare",
     "Deputy Prime Minister and Foreign Minister", "GHA", GOV),
    ("President Daniel Otieno of Kenya left.", "Daniel Otieno", "President", "KEN", GOV),
    ("Carla Ruiz, the UN envoy, left.", "Carla Ruiz", "Envoy", "UNO", GOV),
    ("Luis Paredes, a former president of Ecuador, left.", "Luis Paredes", "President", "ECU", ("ELI",)),
]  # fmt: skip
FORMER = [
    ("Former President Luis Paredes of Ecuador was held.", "Luis Paredes", "President", "ECU", ("ELI",)),
    ("Ecuador's former president Luis Paredes was held.", "Luis Paredes", "President", "ECU", ("ELI",)),
    ("Former Ecuadorian president Luis Paredes was held.", "Luis Paredes", "President", "ECU", ("ELI",)),
    ("Ousted Malian prime minister Seydou Keita was held.", "Seydou Keita", "Prime Minister", "MLI", ("ELI",)),
    ("The late Kenyan president Joseph Kimani was honoured.", "Joseph Kimani", "President", "KEN", ("ELI",)),
    ("Acting Kenyan president Joseph Kimani was honoured.", "Joseph Kimani", "President", "KEN", GOV),
    ("Outgoing Kenyan president Joseph Kimani was honoured.", "Joseph Kimani", "President", "KEN", GOV),
    ("Then-Kenyan president Joseph Kimani signed it in 1998.", "Joseph Kimani", "President", "KEN", GOV),
]


@pytest.mark.parametrize(
    ("text", "name", "role", "country", "sectors"), [*BEFORE_NAME, *COMMA_BEFORE_NAME, *BEHIND_NAME, *FORMER]
)
def test_titles_give_office_state_and_sectors(
    text: str, name: str, role: str | None, country: str | None, sectors: tuple[str, ...]
) -> None:
    assert person(text, name) == (role, country, sectors)


NO_STATE = [
    ("In Moscow President Daniel Otieno spoke.", "Daniel Otieno"),
    ("US-backed President Daniel Otieno spoke.", "Daniel Otieno"),
    ("After meeting the president of Chad, Daniel Otieno left for Rome.", "Daniel Otieno"),
    ("Daniel Otieno, president Rosa Condori and others of Peru spoke.", "Daniel Otieno"),
    ("The envoy for Sudan, Daniel Otieno, spoke.", "Daniel Otieno"),
    ("Daniel Otieno, who led Kenya to victory, spoke.", "Daniel Otieno"),
    ("In Peru, President Daniel Otieno spoke.", "Daniel Otieno"),
    ("They flew to Kenya Daniel Otieno said.", "Daniel Otieno"),
    ("The Kenyan trawler, Daniel Otieno, left.", "Daniel Otieno"),
    ("They met the Kenyan envoy, Foreign Minister Daniel Otieno, and others.", "Daniel Otieno"),
    ("The Kenyan capital, Daniel Otieno, spoke.", "Daniel Otieno"),
    ("President Daniel Otieno (Kenya paid) left.", "Daniel Otieno"),
    ("The paper Kenya Daniel Otieno spoke.", "Daniel Otieno"),
    ("Kenyan officials, Daniel Otieno, spoke.", "Daniel Otieno"),
    ("An observer from afar, Daniel Otieno, spoke.", "Daniel Otieno"),
    ("Talks with Kenya and Minister Daniel Otieno failed.", "Daniel Otieno"),
]


@pytest.mark.parametrize(("text", "name"), NO_STATE)
def test_titles_take_no_state_that_only_stands_near(text: str, name: str) -> None:
    found = person(text, name)
    assert found is None or found[1] is None


SHARED = [
    ("Foreign ministers Ali Omar and Musa Bello met.", "Musa Bello", "Foreign Minister"),
    ("Presidents Ali Omar, Musa Bello and Jean Kabore met.", "Jean Kabore", "President"),
]


@pytest.mark.parametrize(("text", "name", "role"), SHARED)
def test_titles_in_the_plural_hold_for_all_names_of_the_list(text: str, name: str, role: str) -> None:
    found = person(text, name)
    assert found is not None and found[0] == role


def test_titles_in_the_singular_hold_for_the_first_name_only() -> None:
    assert person("Foreign Minister Ali Omar and Musa Bello met.", "Musa Bello") is None
