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


SECOND_SET = [
    (
        "“The winter will be hard,” the foreign minister warned on Sunday, “but nobody will freeze.”",
        [quoted("The winter will be hard,", SOLHEIM), quoted("but nobody will freeze.", SOLHEIM)],
    ),
    ("“Give us time,” pleaded Araya.", [quoted("Give us time,", ARAYA)]),
    (
        (
            "“Norway and Chile are far apart on the map and close in spirit,” he said during a dinner in honour "
            "of his guest."
        ),
        [quoted("Norway and Chile are far apart on the map and close in spirit,", ARAYA)],
    ),
    (
        (
            "The envoy, visibly tired, told journalists outside the palace: “There is no deal tonight. There may "
            "be one tomorrow.”"
        ),
        [quoted("There is no deal tonight. There may be one tomorrow.", QUIROGA)],
    ),
    ("“There is no deal tonight,” said a tired Quiroga.", [quoted("There is no deal tonight,", QUIROGA)]),
    (
        "“Kenya has kept every promise it made,” a statement issued by the defence ministry said.",
        [quoted("Kenya has kept every promise it made,", DEFENCE_MINISTRY)],
    ),
    (
        "“Kenya has kept every promise it made,” the ministry’s spokesman told local radio.",
        [quoted("Kenya has kept every promise it made,", DEFENCE_MINISTRY)],
    ),
    (
        (
            "Solheim opened her remarks with a smile. “I was told to be brief, so I will be,” she said to "
            "laughter. “Thank you.”"
        ),
        [quoted("I was told to be brief, so I will be,", SOLHEIM), quoted("Thank you.", SOLHEIM)],
    ),
    (
        (
            "The meeting lasted three hours.\n“It was frank and friendly,” Araya told reporters afterwards.\n“We "
            "will meet again before the end of the year.”\n“I am hopeful,” said Solheim."
        ),
        [
            quoted("It was frank and friendly,", ARAYA),
            quoted("We will meet again before the end of the year.", ARAYA),
            quoted("I am hopeful,", SOLHEIM),
        ],
    ),
    ("“No comment,” the envoy said when asked about the arrests.", [quoted("No comment,", QUIROGA)]),
    (
        "“This,” he said, pointing at the map, “is where it all began.”",
        [quoted("This,", ARAYA), quoted("is where it all began.", ARAYA)],
    ),
    (
        "“Our position has not changed: the islands are Chilean,” Araya said.",
        [quoted("Our position has not changed: the islands are Chilean,", ARAYA)],
    ),
    (
        "“I do not trust them,” Araya said of the rebels. “I never have.”",
        [quoted("I do not trust them,", ARAYA), quoted("I never have.", ARAYA)],
    ),
    (
        "Solheim told the BBC she was “not in the business of making threats”.",
        [quoted("not in the business of making threats", SOLHEIM)],
    ),
    (
        "The foreign ministry described the arrest of two sailors as “unlawful and without any cause”.",
        [quoted("unlawful and without any cause", FOREIGN_MINISTRY)],
    ),
    (
        (
            "“The two ministers reviewed the state of ties between both countries and agreed to widen trade,” "
            "read a statement from the foreign ministry."
        ),
        [
            quoted(
                ("The two ministers reviewed the state of ties between both countries and agreed to widen trade,"),
                FOREIGN_MINISTRY,
            )
        ],
    ),
    (
        (
            "“The two ministers reviewed the state of ties between both countries,” the foreign ministry said in "
            "a statement after the talks.\n“They also agreed to widen trade.”"
        ),
        [
            quoted("The two ministers reviewed the state of ties between both countries,", FOREIGN_MINISTRY),
            quoted("They also agreed to widen trade.", FOREIGN_MINISTRY),
        ],
    ),
    (
        "Responding to the charge, Araya said: “Show me one photograph. Just one.”",
        [quoted("Show me one photograph. Just one.", ARAYA)],
    ),
    (
        "“We cannot eat promises,” Araya told the assembly, urging Norway to release the money.",
        [quoted("We cannot eat promises,", ARAYA)],
    ),
    (
        "“Why should we pay twice?” asked Quiroga. “We are not a bank.”",
        [quoted("Why should we pay twice?", QUIROGA), quoted("We are not a bank.", QUIROGA)],
    ),
    (
        '"The embassy will reopen in June," Solheim said. "Flights will follow."',
        [quoted("The embassy will reopen in June,", SOLHEIM), quoted("Flights will follow.", SOLHEIM)],
    ),
    (
        "“The embassy will reopen in June,” Solheim was quoted by the foreign ministry as saying.",
        [quoted("The embassy will reopen in June,", SOLHEIM)],
    ),
    (
        "Solheim, who is on her third visit, said the embassy would reopen in June.",
        [stated("the embassy would reopen in June", SOLHEIM)],
    ),
    (
        "“The embassy,” she explained, “was closed because the roof leaked, not because we were angry.”",
        [
            quoted("The embassy,", SOLHEIM),
            quoted("was closed because the roof leaked, not because we were angry.", SOLHEIM),
        ],
    ),
    (
        "Quiroga spoke of “a wound that will not close” between the two countries.",
        [quoted("a wound that will not close", QUIROGA)],
    ),
    (
        "The United Nations welcomed the pact as “a step that others should follow”.",
        [quoted("a step that others should follow", "United Nations")],
    ),
    (
        "“It is a step that others should follow,” the United Nations said on its website.",
        [quoted("It is a step that others should follow,", "United Nations")],
    ),
    ("“A friend in need is a friend indeed,” is an old saying in the valley.", []),
    ("The shop sells “maps of lands that never were” and old globes.", []),
    (
        "Araya read aloud from the letter. “My son, the sea gives and the sea takes.”",
        [quoted("My son, the sea gives and the sea takes.", ARAYA)],
    ),
    (
        ("In a speech on Tuesday, the Chilean leader accused Oslo of “hiding behind paragraphs while people drown”."),
        [stated(("the Chilean leader accused Oslo of “hiding behind paragraphs while people drown”"), ARAYA)],
    ),
    (
        (
            "“We expect the port to open soon,” the Chilean leader told visiting officials, according to a "
            "statement from the palace."
        ),
        [quoted("We expect the port to open soon,", ARAYA)],
    ),
    (
        (
            "“Norway’s position is clear,” Solheim said. “We want the strait open, and we want it now.” She "
            "declined to say how."
        ),
        [
            quoted("Norway’s position is clear,", SOLHEIM),
            quoted("We want the strait open, and we want it now.", SOLHEIM),
        ],
    ),
    (
        "Solheim said in Lima that she expected a vote soon and that Norway would abstain.",
        [stated("she expected a vote soon and that Norway would abstain", SOLHEIM)],
    ),
    (
        "The ministry said that at least nine boats were damaged, including three from Peru.",
        [stated("at least nine boats were damaged, including three from Peru", DEFENCE_MINISTRY)],
    ),
    (
        "Nairobi claims the boats were armed; Rabat says they carried salt.",
        [stated("the boats were armed", "KEN"), stated("they carried salt", "MAR")],
    ),
    (
        "Araya conceded that mistakes had been made but said the plan would go ahead.",
        [stated("mistakes had been made", ARAYA), stated("the plan would go ahead", ARAYA)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SECOND_SET)
def test_passages_of_the_second_set(told_by, text, expected):
    assert sorted(told_by(text), key=str) == sorted(expected, key=str)
