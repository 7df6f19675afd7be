"""Pronouns: whom they mean, and where they must mean nobody."""

import pytest

from .reading import actors_of

OTIENO = "Kenyan President Daniel Otieno flew to Lima. "
# text, pronoun, name
PERSONS = [
    (OTIENO + "He will stay.", "He", "Daniel Otieno"),
    (OTIENO + "Nobody met him.", "him", "Daniel Otieno"),
    (OTIENO + "His plane was late.", "His", "Daniel Otieno"),
    ("Kenyan President Daniel Otieno said he was tired.", "he", "Daniel Otieno"),
    ("Daniel Otieno, the Kenyan president, lost his bag.", "his", "Daniel Otieno"),
    ("Spokeswoman Ann Kimani of Kenya spoke. She left.", "She", "Ann Kimani"),
    ("Kenya's Queen Amina met Ugandan President Paul Okello. She left.", "She", "Amina"),
    ("“We are late,” Kenyan President Daniel Otieno said. He left.", "He", "Daniel Otieno"),
    (OTIENO + "The plane was late, he said.", "he", "Daniel Otieno"),
    (OTIENO + "It rained. He left.", "He", "Daniel Otieno"),
    ("Kenyan Foreign Minister Ann Kimani met envoy Paul Okello. Kimani said she was glad.", "she", "Ann Kimani"),
]
NO_PERSONS = [
    ("Kenya sent a letter. He will stay.", "He"),
    ("“Nobody thinks that he lost it,” Kenyan President Daniel Otieno said.", "he"),
    ("Spokeswoman Ann Kimani of Kenya spoke. He left.", "He"),
    (OTIENO + "It rained. It rained. It rained. He left.", "He"),
    ("King Talal of Jordan spoke. She left.", "She"),
    ("Daniel Otieno, the Kenyan president, told him the truth.", "him"),
]
# text, pronoun, countries
STATES = [
    ("Kenya said it would pay.", "it", ["KEN"]),
    ("Kenya closed its border.", "its", ["KEN"]),
    ("Kenya has closed a road. It will close another.", "It", ["KEN"]),
    ("Between Kenya and its neighbour lies a river.", "its", ["KEN"]),
    ("Four Kenyan diplomats left Chad, and ties between Chad and its neighbour are bad.", "its", ["TCD"]),
    ("Along the coast in Kenya, which has spent much on a harbour of its own, all is calm.", "its", ["KEN"]),
    ("China, which insists that it takes no side, offered help.", "it", ["CHN"]),
    ("Unless La Paz gives way, Peru will take its neighbour to court.", "its", ["PER"]),
    ("Peru was angry, and Bolivia closed its border.", "its", ["BOL"]),
    ("The Kenyan foreign ministry said it would wait.", "it", ["KEN"]),
    ("Kenya's foreign ministry withdrew its staff.", "its", ["KEN"]),
    ("Kenya's economy needs its banks.", "its", ["KEN"]),
    ("The European Commission spoke. It will pay.", "It", ["EUR"]),
    ("The guest was Greenland. Its minister left.", "Its", ["GRL"]),
    ("Hanoi agreed. At a meeting in May it asked Laos to wait.", "it", ["VNM"]),
    ("Laos has yet to build a dam that Vientiane needs to pay its debt.", "its", ["LAO"]),
    ("Kenya keeps its word, Uganda said.", "its", ["KEN"]),
    ("The Oman Investment Office, for its part, will pay.", "its", ["OMN"]),
    ("Kenyan President Daniel Otieno thanked Uganda for its help.", "its", ["UGA"]),
    ("Kenya wrote off a debt that Chad had owed it since May.", "it", ["KEN"]),
    ("The United States said it would help.", "it", ["USA"]),
    ("The government of Chad said it would help.", "it", ["TCD"]),
]
NO_STATES = [
    ("It is clear that Kenya will pay.", "It"),
    ("Kenya was glad. It has been a hard year.", "It"),
    ("Kenya built the canal itself.", "it"),
    ("Kenya paid. Behind the quarrel lies the canal itself.", "itself"),
    ("Kenya paid. The commission has met every year since it was founded.", "it"),
    ("Kenya paid. Whether the truce outlives its first night is open.", "its"),
    ("Kenya and Uganda met in Rome. It rained.", "It"),
    ("Kenya, Uganda and Chad met. It will pay.", "It"),
    ("Kenya spoke. “We have it in writing,” President Daniel Otieno said.", "it"),
    ("“I will not call it charity,” said Kenyan President Daniel Otieno.", "it"),
    ("Kenyan diplomats left Chad. Its border was closed.", "Its"),
    ("A treaty was signed. It binds all sides.", "It"),
    ("Kenya attacked it.", "it"),
    ("Kenya needs a road that it cannot pay for, and the road has lost its lamps.", "its"),
    ("Russian bombers flew along the coast without entering its airspace.", "its"),
]
# text, pronoun, countries
SEVERAL = [
    ("Kenya and Uganda said they would pay.", "they", ["KEN", "UGA"]),
    ("Kenya and Uganda agreed. Their ministers will sign.", "Their", ["KEN", "UGA"]),
    ("Kenya, Uganda and Chad agreed. They will sign.", "They", ["KEN", "UGA", "TCD"]),
    ("Kenyan officials said they would pay.", "they", ["KEN"]),
    ("Both countries said they would pay, after Kenya and Uganda had met.", "they", []),
    ("Kenyan soldiers fired. They killed a goat.", "They", ["KEN"]),
]
NO_SEVERAL = [
    ("Kenya said they would pay.", "they"),
    ("Kenyan officers held three Ugandans. Uganda demanded their release.", "their"),
    ("Kenyan officials met villagers in Chad. Many of the goats were ill, and nobody wanted them.", "them"),
    ("Kenyan officials spoke. “These people do what their fathers did,” Paul Okello said.", "their"),
    ("The trucks were stopped, and they turned back.", "they"),
    ("Kenyan officials spoke. The prisoners thought they would be freed.", "they"),
]


@pytest.mark.parametrize(("text", "pronoun", "name"), PERSONS)
def test_pronouns_mean_the_person_last_spoken_of(text: str, pronoun: str, name: str) -> None:
    assert [actor.name for actor in actors_of(text, pronoun)] == [name]


@pytest.mark.parametrize(("text", "pronoun"), NO_PERSONS)
def test_pronouns_mean_no_person_that_nothing_shows(text: str, pronoun: str) -> None:
    assert [actor.name for actor in actors_of(text, pronoun) if actor.name] == []


@pytest.mark.parametrize(("text", "pronoun", "countries"), STATES)
def test_pronouns_mean_the_state_of_their_clause(text: str, pronoun: str, countries: list[str]) -> None:
    assert [actor.country for actor in actors_of(text, pronoun)] == countries


@pytest.mark.parametrize(("text", "pronoun"), NO_STATES)
def test_pronouns_mean_no_state_where_a_thing_may_be_meant(text: str, pronoun: str) -> None:
    assert actors_of(text, pronoun) == ()


@pytest.mark.parametrize(("text", "pronoun", "countries"), SEVERAL)
def test_pronouns_in_the_plural_mean_several(text: str, pronoun: str, countries: list[str]) -> None:
    assert [actor.country for actor in actors_of(text, pronoun)] == countries


@pytest.mark.parametrize(("text", "pronoun"), NO_SEVERAL)
def test_pronouns_in_the_plural_mean_nobody_where_things_may_be_meant(text: str, pronoun: str) -> None:
    assert [actor.country for actor in actors_of(text, pronoun) if actor.country] == []
