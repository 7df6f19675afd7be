"""Names, titles and states linked within an article."""

import pytest

from .reading import actors_of, countries_of, person

OTIENO = "Kenyan President Daniel Otieno flew to Lima. "
WANJIRU = "Kenya's foreign minister, Grace Wanjiru, spoke on Monday. "
# text, words of a later mention, the person's name
SURNAMES = [
    (OTIENO + "Otieno will stay.", "Otieno", "Daniel Otieno"),
    (OTIENO + "Mr. Otieno will stay.", "Mr. Otieno", "Daniel Otieno"),
    (OTIENO + "President Otieno will stay.", "President Otieno", "Daniel Otieno"),
    ("North Korean leader Kim Jong Un spoke. Kim smiled.", "Kim", "Kim Jong Un"),
    ("Chinese Foreign Minister Wei Songtao spoke. Wei smiled.", "Wei", "Wei Songtao"),
    ("Vietnamese Prime Minister Nguyen Van Thieu spoke. Thieu smiled.", "Thieu", "Nguyen Van Thieu"),
    ("Thai Energy Minister Pichai Suwan spoke. Pichai smiled.", "Pichai", "Pichai Suwan"),
    ("Bolivian President Rosa Mamani Copa spoke. Mamani smiled.", "Mamani", "Rosa Mamani Copa"),
    ("Bolivian President Rosa Mamani Copa spoke. Mamani Copa smiled.", "Mamani Copa", "Rosa Mamani Copa"),
    ("Omani Minister Salim bin Rashid al-Jabri spoke. Al-Jabri smiled.", "Al-Jabri", "Salim bin Rashid al-Jabri"),
    ("Saudi Prince Salim bin Rashid spoke. Bin Rashid smiled.", "Bin Rashid", "Salim bin Rashid"),
    ("Icelandic Foreign Minister Hildur Jonsdottir spoke. Jonsdottir smiled.", "Jonsdottir", "Hildur Jonsdottir"),
    ("Polish Minister Anna Nowak-Zielinska spoke. Nowak-Zielinska smiled.", "Nowak-Zielinska", "Anna Nowak-Zielinska"),
    ("Irish Minister Sean O'Donoghue spoke. O'Donoghue smiled.", "O'Donoghue", "Sean O'Donoghue"),
    ("Brazilian Minister Joao Pereira da Costa spoke. Da Costa smiled.", "Da Costa", "Joao Pereira da Costa"),
    ("Belarusian President Viktor Lukashenko spoke. Lukashenka smiled.", "Lukashenka", "Viktor Lukashenko"),
]


@pytest.mark.parametrize(("text", "words", "name"), SURNAMES)
def test_link_takes_a_surname_for_the_person_named_before(text: str, words: str, name: str) -> None:
    assert [actor.name for actor in actors_of(text, words)] == [name]


NO_SURNAMES = [
    (OTIENO + "Tanga will wait.", "Tanga"),
    ("Kenyan minister Ann Kimani met Ugandan minister Paul Kimani. Kimani smiled.", "Kimani"),
    (OTIENO + "Ruto will stay.", "Ruto"),
]


@pytest.mark.parametrize(("text", "words"), NO_SURNAMES)
def test_link_leaves_a_name_open_that_nobody_or_several_have(text: str, words: str) -> None:
    assert [actor.name for actor in actors_of(text, words) if actor.name] == []


def test_link_tells_namesakes_apart_by_their_title() -> None:
    text = "Kenyan spokeswoman Ann Kimani met Ugandan spokesman Paul Kimani. Mr. Kimani smiled. Ms. Kimani left."
    assert countries_of(
        "Kenyan spokeswoman Ann Kimani met Ugandan spokesman Paul Kimani. Ms. Kimani left.", "Ms. Kimani"
    ) == ["KEN"]
    assert [actor.name for actor in actors_of(text, "Mr. Kimani")] == ["Paul Kimani"]
    assert [actor.name for actor in actors_of(text, "Ms. Kimani")] == ["Ann Kimani"]


# text, words, name, country
TITLES = [
    (OTIENO + "The president will stay.", "The president", "Daniel Otieno", "KEN"),
    (OTIENO + "The Kenyan president will stay.", "The Kenyan president", "Daniel Otieno", "KEN"),
    (OTIENO + "The Kenyan leader will stay.", "The Kenyan leader", "Daniel Otieno", "KEN"),
    (OTIENO + "The leader will stay.", "The leader", "Daniel Otieno", "KEN"),
    (WANJIRU + "The minister will stay.", "The minister", "Grace Wanjiru", "KEN"),
    (WANJIRU + "The foreign minister will stay.", "The foreign minister", "Grace Wanjiru", "KEN"),
    ("Thai General Somchai Wongsa spoke. The general left.", "The general", "Somchai Wongsa", "THA"),
    ("UN envoy Carla Ruiz spoke. The envoy left.", "The envoy", "Carla Ruiz", "UNO"),
    ("Kenyan ministry spokeswoman Ann Kimani spoke. The spokeswoman left.", "The spokeswoman", "Ann Kimani", "KEN"),
    (OTIENO + "Peru's president will wait.", "Peru's president", None, "PER"),
    (OTIENO + "The Peruvian leader will wait.", "The Peruvian leader", None, "PER"),
    (OTIENO + "A president will wait.", "A president", None, None),
    (OTIENO + "The foreign minister will wait.", "The foreign minister", None, None),
    ("Kenyan Deputy Prime Minister Ann Kimani spoke. The prime minister left.", "The prime minister", None, None),
    ("Thai General Somchai Wongsa spoke. The colonel left.", "The colonel", None, None),
    ("Former Kenyan president Daniel Otieno spoke. The president left.", "The president", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "name", "country"), TITLES)
def test_link_takes_a_title_for_its_holder(text: str, words: str, name: str | None, country: str | None) -> None:
    found = actors_of(text, words)
    assert [(actor.name, actor.country) for actor in found if actor.name or actor.country] == (
        [(name, country)] if name or country else []
    )


# text, name, role, country
COUNTERPARTS = [
    ("Estonian Defence Minister Kaja Tamm met her Latvian counterpart, Janis Ozols.", "Janis Ozols",
     "Defence Minister", "LVA"),
    ("Estonian Defence Minister Kaja Tamm met her Latvian counterpart Janis Ozols.", "Janis Ozols",
     "Defence Minister", "LVA"),
    ("Estonian Defence Minister Kaja Tamm met her Latvian colleague, Janis Ozols.", "Janis Ozols", None, "LVA"),
    ("According to Kenya's navy, Chad fired. Its spokesman, Paul Kamau, said so.", "Paul Kamau", "Spokesman", "KEN"),
    ("Kenyan President Daniel Otieno spoke. President Otieno's envoy, Paul Kamau, left.", "Paul Kamau", "Envoy", "KEN"),
    ("Kenya sent its foreign minister, Grace Wanjiru, to Kampala.", "Grace Wanjiru", "Foreign Minister", "KEN"),
    ("The guest was Greenland. Its foreign minister, Aviaja Olsen, left.", "Aviaja Olsen", "Foreign Minister", "GRL"),
    ("The Kenyan foreign ministry protested. A ministry spokesman, Peter Njoroge, said so.", "Peter Njoroge",
     "Ministry Spokesman", "KEN"),
    ("Kenya's President Daniel Otieno, Foreign Minister Grace Wanjiru and Defence Minister Paul Kamau came.",
     "Paul Kamau", "Defence Minister", "KEN"),
    ("Kenya's President Daniel Otieno came, accompanied by Foreign Minister Grace Wanjiru.", "Daniel Otieno",
     "President", "KEN"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "role", "country"), COUNTERPARTS)
def test_link_places_a_person_by_what_the_text_shows(text: str, name: str, role: str | None, country: str) -> None:
    found = person(text, name)
    assert found is not None and found[:2] == (role, country)


def test_link_gives_a_counterpart_the_sectors_of_the_office() -> None:
    text = "Estonian Defence Minister Kaja Tamm met her Latvian counterpart, Janis Ozols."
    assert person(text, "Janis Ozols") == ("Defence Minister", "LVA", ("GOV", "MIL"))


HOME = "Chile and Peru opened a bridge on Monday. Chile paid for it. "
# dateline, text, name, country
AT_HOME = [
    ("SANTIAGO, Chile", HOME + "Foreign Minister Ana Rojas thanked Lima.", "Ana Rojas", "CHL"),
    ("SANTIAGO", HOME + "Foreign Minister Ana Rojas thanked Peru.", "Ana Rojas", "CHL"),
    ("GENEVA", HOME + "Foreign Minister Ana Rojas thanked Peru.", "Ana Rojas", None),
    (None, HOME + "Later Foreign Minister Ana Rojas praised the bridge.", "Ana Rojas", None),
    ("SANTIAGO, Chile", HOME + "Foreign Minister Ana Rojas said so in Lima.", "Ana Rojas", None),
    ("SANTIAGO, Chile", HOME + "Poet Ana Rojas thanked Peru.", "Ana Rojas", None),
    ("SANTIAGO, Chile", HOME + "Foreign Minister Luis Soto left. Foreign Minister Ana Rojas thanked Peru.",
     "Ana Rojas", None),
    ("SANTIAGO, Chile", "Peru has a new face in Lima. Our foreign minister, Ana Rojas, said so. " + HOME,
     "Ana Rojas", None),
]  # fmt: skip


@pytest.mark.parametrize(("dateline", "text", "name", "country"), AT_HOME)
def test_link_uses_the_home_of_the_report_only_where_nothing_speaks_against_it(
    dateline: str | None, text: str, name: str, country: str | None
) -> None:
    found = person(text, name, dateline)
    assert (found[1] if found else None) == country


# dateline, text, words, countries
BODIES = [
    ("SANTIAGO, Chile", HOME + "The foreign ministry said so.", "The foreign ministry", ["CHL"]),
    ("SANTIAGO, Chile", HOME + "The foreign minister said so.", "The foreign minister", ["CHL"]),
    ("SANTIAGO, Chile", HOME + "The government said so.", "The government", ["CHL"]),
    ("GENEVA", HOME + "The government said so.", "The government", [None]),
    ("SANTIAGO, Chile", HOME + "Each government said so.", "Each government", [None]),
    ("SANTIAGO, Chile", HOME + "A ministry said so.", "A ministry", [None]),
    ("SANTIAGO, Chile", HOME + "The embassy said so.", "The embassy", [None]),
    ("SANTIAGO, Chile", HOME + "The soldiers said so.", "The soldiers", [None]),
    ("SANTIAGO, Chile", HOME + "The visiting foreign minister said so.", "The visiting foreign minister", [None]),
    ("SANTIAGO, Chile", HOME + "Peru's foreign minister left. The foreign minister said so.",
     "The foreign minister", [None]),
    ("SANTIAGO, Chile", HOME + "Peru's foreign ministry objected. The ministry said so.", "The ministry", ["PER"]),
    (None, "The foreign ministry in Lima said so.", "The foreign ministry", ["PER"]),
    (None, "In Lima the foreign ministry said so.", "the foreign ministry", ["PER"]),
    (None, "In Lima, the foreign ministry said so.", "the foreign ministry", ["PER"]),
    (None, "Riot police in Dakar said so.", "Riot police", ["SEN"]),
    (None, "Kenyan minister Ann Kimani said the government would pay.", "the government", ["KEN"]),
    (None, "Kenyan poet Ann Kimani said the government would pay.", "the government", [None]),
    (None, "The embassy in Dakar said so.", "The embassy", [None]),
    (None, "The ambassador in Dakar said so.", "The ambassador", [None]),
    (None, "Troops in Dakar said so.", "Troops", [None]),
    (None, "Victims of Kenya said so.", "Victims", [None]),
    (None, "Supporters of Ukraine marched.", "Supporters", []),
    (None, "The Kenyan and Ugandan armies clashed.", "The Kenyan and Ugandan armies", ["KEN", "UGA"]),
    (None, "The US and Iraqi governments agreed.", "The US and Iraqi governments", ["USA", "IRQ"]),
    (None, "The German, French and Polish foreign ministers met.", "The German, French and Polish foreign ministers",
     ["DEU", "FRA", "POL"]),
    (None, "Chad's and Niger's presidents signed.", "Chad's and Niger's presidents", ["TCD", "NER"]),
    (None, "The foreign ministers of Chad and Niger met.", "The foreign ministers of Chad and Niger", ["TCD", "NER"]),
    (None, "The presidents of Chad, Mali and Niger met.", "The presidents of Chad, Mali and Niger", ["TCD",
     "MLI", "NER"]),
    (None, "Talks with Kenya and Ugandan officials failed.", "Ugandan officials", ["UGA"]),
    (None, "The president of Chad and Niger's envoy met.", "The president of Chad", ["TCD"]),
    (None, "Officials of China, Laos and Vietnam met.", "Officials of China, Laos and Vietnam", ["CHN", "LAO", "VNM"]),
    (None, "The envoy to Sudan left.", "The envoy", [None]),
    (None, "The envoy for Sudan left.", "The envoy", [None]),
    (None, "A spokesman for the Kenyan army spoke.", "A spokesman for the Kenyan army", ["KEN"]),
    (None, "US-backed forces took the town.", "forces", [None]),
    (None, "Saudi-led forces took the town.", "forces", [None]),
    (None, "Geneva-based diplomats doubted it.", "diplomats", [None]),
    (None, "Pro-Russian separatists took the town.", "separatists", [None]),
    (None, "Ethnic Albanians protested.", "Albanians", []),
    (None, "The fee is US$20 million.", "US$", []),
]  # fmt: skip


@pytest.mark.parametrize(("dateline", "text", "words", "countries"), BODIES)
def test_link_gives_bodies_and_offices_to_the_states_that_own_them(
    dateline: str | None, text: str, words: str, countries: list[str | None]
) -> None:
    assert countries_of(text, words, dateline) == countries
