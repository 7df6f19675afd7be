"""Passages written after the rules, to measure them on what they had not seen; what failed was then mended."""

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


FIRST_SET = [
    (
        (
            "Solheim arrived in Santiago on Wednesday for a two-day visit. “I bring greetings from the north and "
            "a long list of ideas,” she said at the airport.\n“Our two peoples have fished the same ocean for "
            "generations,” she added. “It is time that our laws caught up.”"
        ),
        [
            quoted("I bring greetings from the north and a long list of ideas,", SOLHEIM),
            quoted("Our two peoples have fished the same ocean for generations,", SOLHEIM),
            quoted("It is time that our laws caught up.", SOLHEIM),
        ],
    ),
    (
        (
            "Araya, for his part, said that Chile saw Norway as its closest partner in Europe and that the visit "
            "had come at the right moment."
        ),
        [
            stated(
                ("Chile saw Norway as its closest partner in Europe and that the visit had come at the right moment"),
                ARAYA,
            )
        ],
    ),
    (
        "The president dismissed reports of a rift as “gossip from people who have never sat at the table”.",
        [
            quoted("gossip from people who have never sat at the table", ARAYA),
            stated("The president dismissed reports of a rift", ARAYA),
        ],
    ),
    (
        (
            "“The facts on the ground have changed and so must our policy,” the foreign minister told the upper "
            "house, drawing applause from the left."
        ),
        [quoted("The facts on the ground have changed and so must our policy,", SOLHEIM)],
    ),
    (
        (
            "Kenya's foreign minister did not comment. A Kenyan official, speaking on condition of anonymity, "
            "said the two patrol boats were still missing."
        ),
        [stated("the two patrol boats were still missing", "KEN")],
    ),
    (
        "The defence ministry said on Saturday its forces had shot down four drones overnight.",
        [stated("its forces had shot down four drones overnight", DEFENCE_MINISTRY)],
    ),
    (
        ("Four drones were shot down overnight, the defence ministry said, adding that no one had been injured."),
        [
            stated("Four drones were shot down overnight", DEFENCE_MINISTRY),
            stated("no one had been injured", DEFENCE_MINISTRY),
        ],
    ),
    ("“There were no casualties,” it said.", [quoted("There were no casualties,", None)]),
    (
        (
            "In a telephone call with Solheim, Araya “stressed the need to keep the strait open”, the foreign "
            "ministry said."
        ),
        [quoted("stressed the need to keep the strait open", FOREIGN_MINISTRY)],
    ),
    (
        ("Asked whether the deal was dead, the envoy said: “Ask me again in a month. I am an optimist by trade.”"),
        [quoted("Ask me again in a month. I am an optimist by trade.", QUIROGA)],
    ),
    (
        "“Peru will answer in kind,” warned Quiroga.\n“We have been patient. That patience is gone.”",
        [quoted("Peru will answer in kind,", QUIROGA), quoted("We have been patient. That patience is gone.", QUIROGA)],
    ),
    (
        "Lima says the maps are forged. Santiago insists they are genuine.",
        [stated("the maps are forged", "PER"), stated("they are genuine", "CHL")],
    ),
    (
        "Rabat has accused Nairobi of sheltering the rebels, which Kenyan officials call nonsense.",
        [stated("Rabat has accused Nairobi of sheltering the rebels", "MAR")],
    ),
    (
        (
            "Solheim told a news conference that, while progress was slow, the two sides had settled most of the "
            "hard questions."
        ),
        [stated("while progress was slow, the two sides had settled most of the hard questions", SOLHEIM)],
    ),
    (
        "“Nobody,” Solheim told the daily, “should doubt that we mean what we say.”",
        [quoted("Nobody,", SOLHEIM), quoted("should doubt that we mean what we say.", SOLHEIM)],
    ),
    (
        "According to Araya, the new terminal will handle a million tonnes a year.",
        [stated("the new terminal will handle a million tonnes a year", ARAYA)],
    ),
    (
        "The new terminal, he said, will handle a million tonnes a year. “And that is only the first stage.”",
        [
            stated("The new terminal, he said, will handle a million tonnes a year", ARAYA),
            quoted("And that is only the first stage.", ARAYA),
        ],
    ),
    (
        ("Solheim voiced alarm at the build-up of troops, saying it was “the largest we have seen in a decade”."),
        [quoted("the largest we have seen in a decade", SOLHEIM)],
    ),
    (
        "The United Nations has warned that half a million people face hunger.",
        [stated("half a million people face hunger", "United Nations")],
    ),
    (
        "“Half a million people face hunger,” a spokeswoman for the United Nations told reporters in Nairobi.",
        [quoted("Half a million people face hunger,", "United Nations")],
    ),
    (
        "Araya denied that any money had changed hands.",
        [stated("Araya denied that any money had changed hands", ARAYA)],
    ),
    ("“It was never about the money,” he said, smiling.", [quoted("It was never about the money,", ARAYA)]),
    ("Solheim met Araya and Quiroga in the evening. The three posed for photographs but took no questions.", []),
    (
        ("Araya wrote in a post that the storm had cut off three villages and that helicopters were on their way."),
        [stated("the storm had cut off three villages and that helicopters were on their way", ARAYA)],
    ),
    (
        "“They lied to us for ten years,” said a fisherman in the port, who gave only his first name.",
        [quoted("They lied to us for ten years,", None)],
    ),
    (
        "Norway's government has called the ruling “a dark day for the rule of law”.",
        [quoted("a dark day for the rule of law", "NOR")],
    ),
    ("Oslo called the ruling “a dark day for the rule of law”.", [quoted("a dark day for the rule of law", "NOR")]),
    (
        (
            "The Norwegian foreign minister reaffirmed that her country stood by the treaty, noting that it had "
            "kept the peace for forty years."
        ),
        [stated("her country stood by the treaty", SOLHEIM), stated("it had kept the peace for forty years", SOLHEIM)],
    ),
    (
        (
            "“We hope that the parties will show restraint,” the foreign ministry said in a short statement late "
            "on Monday."
        ),
        [quoted("We hope that the parties will show restraint,", FOREIGN_MINISTRY)],
    ),
    ("The ministry also confirmed the death of two peacekeepers.", []),
    ("The museum’s “Hall of the Silent Sea” reopened; Araya cut the ribbon.", []),
    (
        (
            "Solheim recalled her first trip to Lima, when, she said, “nobody spoke a word of Norwegian and "
            "everybody was kind”."
        ),
        [quoted("nobody spoke a word of Norwegian and everybody was kind", SOLHEIM)],
    ),
    (
        (
            "“If they come, we will talk. If they do not, we will wait,” the president said on the sidelines of "
            "the summit."
        ),
        [quoted("If they come, we will talk. If they do not, we will wait,", ARAYA)],
    ),
    ("On the question of visas, Araya said Chile was “flexible”.", [stated("Chile was “flexible”", ARAYA)]),
    (
        "Quiroga rejected the allegation that Peru had tapped the cable.",
        [stated("Quiroga rejected the allegation that Peru had tapped the cable", QUIROGA)],
    ),
    (
        "Kenya blames Morocco for the collapse of the talks.",
        [stated("Kenya blames Morocco for the collapse of the talks", "KEN")],
    ),
    (
        (
            "“We are brothers.\n“We were brothers before there were borders,” the envoy said. “We will be "
            "brothers when they are gone.”"
        ),
        [
            quoted("We are brothers.", QUIROGA),
            quoted("We were brothers before there were borders,", QUIROGA),
            quoted("We will be brothers when they are gone.", QUIROGA),
        ],
    ),
    (
        (
            "The pact, signed in the spring, provides for joint patrols and, in Solheim’s words, “a hotline that "
            "is never switched off”."
        ),
        [quoted("a hotline that is never switched off", SOLHEIM)],
    ),
    ("Solheim underlined Norway’s commitment to the pact.", []),
    (
        "Solheim signed a loan worth two billion crowns, which she said would pay for the railway.",
        [stated("which she said would pay for the railway", SOLHEIM)],
    ),
    (
        "“The railway will be finished on time,” declared Araya, whose government has missed two deadlines.",
        [quoted("The railway will be finished on time,", ARAYA)],
    ),
    (
        ("A day earlier, Araya had told supporters that the railway “belongs to the people and to nobody else”."),
        [quoted("belongs to the people and to nobody else", ARAYA)],
    ),
    (
        "“The railway belongs to the people,” Araya had said a day earlier.",
        [quoted("The railway belongs to the people,", ARAYA)],
    ),
    ("Araya’s view that the strait is Chilean finds few friends abroad.", [stated("the strait is Chilean", ARAYA)]),
    ("Solheim suggested that both countries share the cost.", [stated("both countries share the cost", SOLHEIM)]),
    ("Kenyan officials have said they will not sign.", [stated("they will not sign", "KEN")]),
    (
        "“I’d call it the ‘long goodbye’ of an empire,” Quiroga joked.",
        [quoted("I’d call it the ‘long goodbye’ of an empire,", QUIROGA)],
    ),
    ("Araya promised “a new road to every valley” by next year.", [quoted("a new road to every valley", ARAYA)]),
    (
        "In Rabat, the mood was sour. “We learned of it from the radio,” a diplomat complained.",
        [quoted("We learned of it from the radio,", None)],
    ),
    (
        "Asked by reporters about the missing boats, Solheim said she had no new information.",
        [stated("she had no new information", SOLHEIM)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), FIRST_SET)
def test_passages_of_the_first_set(told_by, text, expected):
    assert sorted(told_by(text), key=str) == sorted(expected, key=str)
