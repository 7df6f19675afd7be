"""Direct speech finds its speaker, whatever the order of quote, name and verb."""

from __future__ import annotations

import pytest

SOLHEIM = "Ingrid Solheim"
ARAYA = "Tomas Araya"
QUIROGA = "Pedro Quiroga"
FOREIGN_MINISTRY = "foreign ministry"
DEFENCE_MINISTRY = "defence ministry"


def quoted(text: str, speaker: str | None) -> tuple[str, str | None, bool]:
    return text, speaker, True


def stated(text: str, speaker: str | None) -> tuple[str, str | None, bool]:
    return text, speaker, False


BESIDE = [
    ("“The port will open to every ship,” Solheim said.", [quoted("The port will open to every ship,", SOLHEIM)]),
    ("“The port will open to every ship,” said Solheim.", [quoted("The port will open to every ship,", SOLHEIM)]),
    ("“The port will open to every ship”, Solheim said.", [quoted("The port will open to every ship", SOLHEIM)]),
    ('"The port will open to every ship," Solheim said.', [quoted("The port will open to every ship,", SOLHEIM)]),
    ("«The port will open to every ship», Solheim said.", [quoted("The port will open to every ship", SOLHEIM)]),
    ("„The port will open to every ship“, Solheim said.", [quoted("The port will open to every ship", SOLHEIM)]),
    ("‘The port will open to every ship,’ Solheim said.", [quoted("The port will open to every ship,", SOLHEIM)]),
    ("Solheim said: “The port will open to every ship.”", [quoted("The port will open to every ship.", SOLHEIM)]),
    ("Solheim said, “The port will open to every ship.”", [quoted("The port will open to every ship.", SOLHEIM)]),
    (
        "Solheim told reporters: “The port will open to every ship.”",
        [quoted("The port will open to every ship.", SOLHEIM)],
    ),
    ("“We have nothing to hide,” Solheim told reporters in Lima.", [quoted("We have nothing to hide,", SOLHEIM)]),
    (
        "“We have nothing to hide,” the foreign minister told parliament on Tuesday.",
        [quoted("We have nothing to hide,", SOLHEIM)],
    ),
    ("“We have nothing to hide,” he told a news conference.", [quoted("We have nothing to hide,", ARAYA)]),
    (
        "“We have nothing to hide,” the foreign ministry said in a statement.",
        [quoted("We have nothing to hide,", FOREIGN_MINISTRY)],
    ),
    (
        "“We have nothing to hide,” said the foreign ministry in a statement.",
        [quoted("We have nothing to hide,", FOREIGN_MINISTRY)],
    ),
    (
        "“Two vessels left the strait last night,” the defence ministry announced.",
        [quoted("Two vessels left the strait last night,", DEFENCE_MINISTRY)],
    ),
    (
        "“Two vessels left the strait last night,” a Kenyan official said.",
        [quoted("Two vessels left the strait last night,", "KEN")],
    ),
    (
        "“Two vessels left the strait last night,” according to the defence ministry.",
        [quoted("Two vessels left the strait last night,", DEFENCE_MINISTRY)],
    ),
    (
        "“Two vessels left the strait last night,” a statement from the defence ministry read.",
        [quoted("Two vessels left the strait last night,", DEFENCE_MINISTRY)],
    ),
    (
        "“Two vessels left the strait last night,” a spokesman for the defence ministry said.",
        [quoted("Two vessels left the strait last night,", DEFENCE_MINISTRY)],
    ),
    (
        "“Our fishermen deserve better,” Araya, who flew in from Santiago, said.",
        [quoted("Our fishermen deserve better,", ARAYA)],
    ),
    (
        "“Our fishermen deserve better,” said Araya, who flew in from Santiago.",
        [quoted("Our fishermen deserve better,", ARAYA)],
    ),
    (
        "“Our fishermen deserve better,” Tomas Araya, the Chilean leader, told farmers.",
        [quoted("Our fishermen deserve better,", ARAYA)],
    ),
    (
        "“Our fishermen deserve better,” he said. “They have waited for years.”",
        [quoted("Our fishermen deserve better,", ARAYA), quoted("They have waited for years.", ARAYA)],
    ),
    (
        "“Our fishermen,” Araya said, “deserve better than this.”",
        [quoted("Our fishermen,", ARAYA), quoted("deserve better than this.", ARAYA)],
    ),
    (
        "“Our fishermen deserve better,” said Araya. “They have waited for years. It must end.”",
        [quoted("Our fishermen deserve better,", ARAYA), quoted("They have waited for years. It must end.", ARAYA)],
    ),
    ("“Will the other side keep its word?” Araya asked.", [quoted("Will the other side keep its word?", ARAYA)]),
    ("“Enough is enough!” the president shouted.", [quoted("Enough is enough!", ARAYA)]),
    ("“The talks were useful,” Araya wrote on social media.", [quoted("The talks were useful,", ARAYA)]),
    ("Araya wrote on social media: “The talks were useful.”", [quoted("The talks were useful.", ARAYA)]),
    ("“The talks were useful,” Araya was quoted as saying.", [quoted("The talks were useful,", ARAYA)]),
    ("Araya was quoted by state media as saying: “The talks were useful.”", [quoted("The talks were useful.", ARAYA)]),
    ("“The talks were useful,” Araya continued.", [quoted("The talks were useful,", ARAYA)]),
    ("“The talks were useful,” Araya added.", [quoted("The talks were useful,", ARAYA)]),
    ("“The talks were useful,” replied the envoy.", [quoted("The talks were useful,", QUIROGA)]),
    (
        "“The talks were useful,” Ambassador Pedro Quiroga said after the dinner.",
        [quoted("The talks were useful,", QUIROGA)],
    ),
    ("“The talks were useful,” they said.", [quoted("The talks were useful,", None)]),
    ("“The talks were useful,” the shopkeeper said.", [quoted("The talks were useful,", None)]),
    ("In a letter to her colleagues, Solheim wrote: “The road is long.”", [quoted("The road is long.", SOLHEIM)]),
    ("Speaking in Lima, Solheim said: “The road is long.”", [quoted("The road is long.", SOLHEIM)]),
    ("Solheim was blunt: “The road is long.”", [quoted("The road is long.", SOLHEIM)]),
    ("But “the road is long,” Solheim warned.", [quoted("the road is long,", SOLHEIM)]),
]

AROUND = [
    (
        "Solheim thanked her hosts. “The road was long, and you kept us company.”",
        [quoted("The road was long, and you kept us company.", SOLHEIM)],
    ),
    ("Araya praised the harbour workers. “They never gave up.”", [quoted("They never gave up.", ARAYA)]),
    (
        "“The ferry is safe,” Solheim said.\n“It will sail again on Monday.”",
        [quoted("The ferry is safe,", SOLHEIM), quoted("It will sail again on Monday.", SOLHEIM)],
    ),
    (
        "“The ferry is safe,” Solheim said. “Everyone can board it.”\n“It will sail again on Monday.”",
        [
            quoted("The ferry is safe,", SOLHEIM),
            quoted("Everyone can board it.", SOLHEIM),
            quoted("It will sail again on Monday.", SOLHEIM),
        ],
    ),
    (
        "Solheim said the ferry was safe.\n“It will sail again on Monday.”",
        [stated("the ferry was safe", SOLHEIM), quoted("It will sail again on Monday.", SOLHEIM)],
    ),
    (
        "Araya urged both countries to be patient.\n“Nothing good comes of haste.”",
        [quoted("Nothing good comes of haste.", ARAYA)],
    ),
    (
        "The ferry left the quay at noon.\n“It will sail again on Monday.”",
        [quoted("It will sail again on Monday.", None)],
    ),
    (
        "“The ferry is safe,” Solheim said. “It was tested twice.\n“It will sail again on Monday.”",
        [
            quoted("The ferry is safe,", SOLHEIM),
            quoted("It was tested twice.", SOLHEIM),
            quoted("It will sail again on Monday.", SOLHEIM),
        ],
    ),
    (
        "Solheim said: “The ferry is safe.\n“It was tested twice.\n“It will sail again on Monday.”",
        [
            quoted("The ferry is safe.", SOLHEIM),
            quoted("It was tested twice.", SOLHEIM),
            quoted("It will sail again on Monday.", SOLHEIM),
        ],
    ),
    (
        "“The ferry is safe.\n“It will sail again on Monday,” Solheim said.",
        [quoted("The ferry is safe.", SOLHEIM), quoted("It will sail again on Monday,", SOLHEIM)],
    ),
    (
        "“The ferry is safe.” “It will sail,” Solheim said.",
        [quoted("The ferry is safe.", SOLHEIM), quoted("It will sail,", SOLHEIM)],
    ),
    (
        "“The ferry is safe,” Solheim said.\n“We still have doubts,” Araya said.",
        [quoted("The ferry is safe,", SOLHEIM), quoted("We still have doubts,", ARAYA)],
    ),
    (
        "Araya called the raid “a grave insult and a danger to the region”.",
        [quoted("a grave insult and a danger to the region", ARAYA)],
    ),
    (
        "Araya called the raid “a grave insult and a danger to the region.”",
        [quoted("a grave insult and a danger to the region.", ARAYA)],
    ),
    (
        "The envoy described the pact as “the best news in many years” for Lima.",
        [quoted("the best news in many years", QUIROGA)],
    ),
    (
        "Solheim condemned the raid as “an act that nobody can excuse”.",
        [quoted("an act that nobody can excuse", SOLHEIM)],
    ),
    (
        "Solheim said Norway would “never walk away from its friends”.",
        [quoted("never walk away from its friends", SOLHEIM)],
    ),
    (
        "Solheim voiced “deep sorrow over the loss of life” in Kenya.",
        [quoted("deep sorrow over the loss of life", SOLHEIM)],
    ),
    ("The raid was “a grave insult to all of us,” Araya said.", [quoted("a grave insult to all of us,", ARAYA)]),
    ("The raid, Araya said, was “a grave insult to all of us”.", [quoted("a grave insult to all of us", ARAYA)]),
    ("“He told me ‘go home’ and left,” Araya said.", [quoted("He told me ‘go home’ and left,", ARAYA)]),
    (
        "“The pact opens a new page,” Araya said, adding that the first ships would leave in May.",
        [quoted("The pact opens a new page,", ARAYA), stated("the first ships would leave in May", ARAYA)],
    ),
    (
        "“The pact opens a new page,” Araya said, adding the first ships would leave in May.",
        [quoted("The pact opens a new page,", ARAYA), stated("the first ships would leave in May", ARAYA)],
    ),
    (
        "“The pact opens a new page,” Solheim said, according to a statement from her office.",
        [quoted("The pact opens a new page,", SOLHEIM)],
    ),
    (
        "“The pact opens a new page,” Solheim said at the signing, where Araya smiled.",
        [quoted("The pact opens a new page,", SOLHEIM)],
    ),
    ("“The pact opens a new page,” Solheim and Araya said.", [quoted("The pact opens a new page,", SOLHEIM)]),
    ("“The pact opens a new page.” Solheim left the room.", [quoted("The pact opens a new page.", None)]),
    ("“No,” Solheim said.", [quoted("No,", SOLHEIM)]),
    ("Asked about the raid, Solheim replied, “We will look into it.”", [quoted("We will look into it.", SOLHEIM)]),
    (
        "“We came as friends and leave as partners,” Norway’s Solheim said.",
        [quoted("We came as friends and leave as partners,", SOLHEIM)],
    ),
    (
        "Solheim left the hall, saying “nothing more needs to be said”.",
        [quoted("nothing more needs to be said", SOLHEIM)],
    ),
]

IN_NEWS = [
    (
        (
            "“The harbour, which was closed after the storm, will take its first ships within days,” Solheim "
            "told reporters after talks with the Chilean leader in Oslo on Thursday."
        ),
        [quoted(("The harbour, which was closed after the storm, will take its first ships within days,"), SOLHEIM)],
    ),
    (
        (
            "“I have told my friend that Norway will stand by us,” Araya said in a joint press conference with "
            "Solheim. “We are grateful for that.”"
        ),
        [
            quoted("I have told my friend that Norway will stand by us,", ARAYA),
            quoted("We are grateful for that.", ARAYA),
        ],
    ),
    (
        "Solheim also said her government would “spare no effort” to free the crew.",
        [stated("her government would “spare no effort” to free the crew", SOLHEIM)],
    ),
    (
        "“It is a matter of days, not weeks,” he said, without giving details.",
        [quoted("It is a matter of days, not weeks,", ARAYA)],
    ),
    (
        "“It is a matter of days, not weeks,” the foreign ministry quoted Solheim as saying.",
        [quoted("It is a matter of days, not weeks,", SOLHEIM)],
    ),
    (
        "Araya expressed gratitude to Norway. “You helped us when nobody else did,” he said.",
        [quoted("You helped us when nobody else did,", ARAYA)],
    ),
    (
        "The envoy told the council that Lima “has never sent a single soldier across the river”.",
        [quoted("has never sent a single soldier across the river", QUIROGA)],
    ),
    ("Araya said that “no country can solve this alone”.", [quoted("no country can solve this alone", ARAYA)]),
    (
        "Araya said “no country can solve this alone,” and asked Norway to join.",
        [quoted("no country can solve this alone,", ARAYA)],
    ),
    ("“Chile has kept the door open,” he further said.", [quoted("Chile has kept the door open,", ARAYA)]),
    (
        (
            "“We will not be the first to fire,” Ingrid Solheim, the foreign minister, told the daily in an "
            "interview published on Monday."
        ),
        [quoted("We will not be the first to fire,", SOLHEIM)],
    ),
    (
        "The foreign ministry said in a statement: “The two sides discussed trade and fishing.”",
        [quoted("The two sides discussed trade and fishing.", FOREIGN_MINISTRY)],
    ),
    (
        ("The two sides “discussed ways to expand trade and fishing,” the foreign ministry said in a statement."),
        [quoted("discussed ways to expand trade and fishing,", FOREIGN_MINISTRY)],
    ),
    (
        "Solheim hailed the “warm and lasting friendship between our peoples” and invited Araya to Oslo.",
        [quoted("warm and lasting friendship between our peoples", SOLHEIM)],
    ),
    (
        "“A day of joy for every family,” is how Solheim described the signing.",
        [quoted("A day of joy for every family,", SOLHEIM)],
    ),
    (
        "“What we saw today is a crime,” said Norwegian Foreign Minister Ingrid Solheim.",
        [quoted("What we saw today is a crime,", SOLHEIM)],
    ),
    (
        ("“What we saw today is a crime,” Norwegian Foreign Minister Ingrid Solheim said, calling on Chile to act."),
        [quoted("What we saw today is a crime,", SOLHEIM)],
    ),
    ("“What we saw today is a crime” Solheim said.", [quoted("What we saw today is a crime", SOLHEIM)]),
    (
        "“We’re not at war,” Solheim said. “But we aren’t at peace either.”",
        [quoted("We’re not at war,", SOLHEIM), quoted("But we aren’t at peace either.", SOLHEIM)],
    ),
    ("Solheim: “The ferry is safe.”", [quoted("The ferry is safe.", SOLHEIM)]),
    ("“The ferry is safe,” Solheim said — and nobody argued.", [quoted("The ferry is safe,", SOLHEIM)]),
    ("On social media, Araya posted: “A good day for the south.”", [quoted("A good day for the south.", ARAYA)]),
    ("“A good day for the south,” Araya posted on X.", [quoted("A good day for the south,", ARAYA)]),
    (
        "Solheim said the deal, signed in the morning, was “fair to all sides and to the sea”.",
        [quoted("fair to all sides and to the sea", SOLHEIM)],
    ),
    (
        "“The ministers agreed to meet again,” the statement from the foreign ministry added.",
        [quoted("The ministers agreed to meet again,", FOREIGN_MINISTRY)],
    ),
    (
        "“This is our land.\n“This is our sea,” Araya said, as the crowd cheered.",
        [quoted("This is our land.", ARAYA), quoted("This is our sea,", ARAYA)],
    ),
    (
        ("Araya, 61, told the crowd: “This is our land. This is our sea.”\nHe then flew to Lima.\n“I will come back.”"),
        [quoted("This is our land. This is our sea.", ARAYA), quoted("I will come back.", None)],
    ),
    (
        "Solheim said: “He told me, ‘We are done here,’ and hung up.”",
        [quoted("He told me, ‘We are done here,’ and hung up.", SOLHEIM)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), BESIDE)
def test_direct_quote_has_the_speaker_beside_it(told_by, text, expected):
    assert sorted(told_by(text), key=str) == sorted(expected, key=str)


@pytest.mark.parametrize(("text", "expected"), AROUND)
def test_direct_quote_has_the_speaker_of_its_passage(told_by, text, expected):
    assert sorted(told_by(text), key=str) == sorted(expected, key=str)


@pytest.mark.parametrize(("text", "expected"), IN_NEWS)
def test_direct_quote_in_longer_sentences(told_by, text, expected):
    assert sorted(told_by(text), key=str) == sorted(expected, key=str)
