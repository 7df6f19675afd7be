"""Charges and denials keep their verb and the clause from its subject on."""

from __future__ import annotations

import pytest

SOLHEIM = "Ingrid Solheim"
ARAYA = "Tomas Araya"
DEFENCE_MINISTRY = "defence ministry"


def stated(text: str, speaker: str | None) -> tuple[str, str | None, bool]:
    return text, speaker, False


CHARGES = [
    (
        "Kenya denied that its men had opened fire and blamed smugglers for the raid.",
        [
            stated("Kenya denied that its men had opened fire", "KEN"),
            stated("blamed smugglers for the raid", "KEN"),
        ],
    ),
    (
        "Solheim accused the envoy of theft on Monday after a long debate.",
        [stated("Solheim accused the envoy of theft on Monday after a long debate", SOLHEIM)],
    ),
    ("Norway accused Chile of overfishing.", [stated("Norway accused Chile of overfishing", "NOR")]),
    (
        "Araya accused Norway of sending spies to his palace.",
        [stated("Araya accused Norway of sending spies to his palace", ARAYA)],
    ),
    (
        "The raid came a week after Kenya accused Morocco of arming rebels.",
        [stated("Kenya accused Morocco of arming rebels", "KEN")],
    ),
    ("The dispute, in which Norway accused Chile of theft, is old.", [stated("Norway accused Chile of theft", "NOR")]),
    (
        "Norway accused Chile at the time of hiding two boats.",
        [stated("Norway accused Chile at the time of hiding two boats", "NOR")],
    ),
    (
        "Norway accused Chile on April 9 of hiding two boats.",
        [stated("Norway accused Chile on April 9 of hiding two boats", "NOR")],
    ),
    (
        "Norway accused Chile of hiding two boats; Chile denied that any of its boats had been there.",
        [
            stated("Norway accused Chile of hiding two boats", "NOR"),
            stated("Chile denied that any of its boats had been there", "CHL"),
        ],
    ),
    ("Chile rejected the accusation.", [stated("Chile rejected the accusation", "CHL")]),
    ("Chile denied the charge.", [stated("Chile denied the charge", "CHL")]),
    ("Araya blamed Norway for the delay.", [stated("Araya blamed Norway for the delay", ARAYA)]),
    (
        "Morocco was accused by Kenya of arming rebels.",
        [stated("Morocco was accused by Kenya of arming rebels", "KEN")],
    ),
    ("Araya left the room, accusing Norway of bad faith.", [stated("accusing Norway of bad faith", ARAYA)]),
    ("Araya met his aides and accused Norway of bad faith.", [stated("accused Norway of bad faith", ARAYA)]),
    ("Araya denied that Chile had moved its buoys.", [stated("Araya denied that Chile had moved its buoys", ARAYA)]),
    (
        "Araya denied the claim that Chile had moved its buoys.",
        [stated("Araya denied the claim that Chile had moved its buoys", ARAYA)],
    ),
    ("Araya rejected the charge of theft.", [stated("Araya rejected the charge of theft", ARAYA)]),
    ("Nairobi denied any involvement in the raid.", [stated("Nairobi denied any involvement in the raid", "KEN")]),
    (
        "Nairobi dismissed allegations that it had paid the rebels.",
        [stated("Nairobi dismissed allegations that it had paid the rebels", "KEN")],
    ),
    (
        "The defence ministry denied sending drones.",
        [stated("The defence ministry denied sending drones", DEFENCE_MINISTRY)],
    ),
    (
        "Kenya has accused Morocco of arming rebels and called for talks.",
        [stated("Kenya has accused Morocco of arming rebels", "KEN")],
    ),
    (
        "Kenya rejected Morocco's claim that the town was taken.",
        [stated("Kenya rejected Morocco's claim that the town was taken", "KEN"), stated("the town was taken", "MAR")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CHARGES)
def test_charges_keep_the_whole_clause(told_by, text, expected):
    assert sorted(told_by(text), key=str) == sorted(expected, key=str)
