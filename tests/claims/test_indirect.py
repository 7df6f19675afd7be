"""Indirect statements: the clause that is reported and who reports it."""

from __future__ import annotations

import pytest

SOLHEIM = "Ingrid Solheim"
ARAYA = "Tomas Araya"
QUIROGA = "Pedro Quiroga"
FOREIGN_MINISTRY = "foreign ministry"
DEFENCE_MINISTRY = "defence ministry"


def stated(text: str, speaker: str | None) -> tuple[str, str | None, bool]:
    return text, speaker, False


REPORTED = [
    (
        "Solheim repeated Oslo’s position that it had sent three offers, but instead received silence.",
        [stated("it had sent three offers, but instead received silence", SOLHEIM)],
    ),
    (
        "Solheim wrote in a letter that the roof was new.",
        [stated("the roof was new", SOLHEIM)],
    ),
    ("Solheim said the bridge would open in spring.", [stated("the bridge would open in spring", SOLHEIM)]),
    ("Solheim said that the bridge would open in spring.", [stated("the bridge would open in spring", SOLHEIM)]),
    ("The foreign minister added that the bridge was safe.", [stated("the bridge was safe", SOLHEIM)]),
    ("Araya noted that trade had doubled.", [stated("trade had doubled", ARAYA)]),
    ("Araya stressed that both countries needed peace.", [stated("both countries needed peace", ARAYA)]),
    ("The defence ministry warned that the strait was mined.", [stated("the strait was mined", DEFENCE_MINISTRY)]),
    (
        "The defence ministry announced that two patrol boats had been lost.",
        [stated("two patrol boats had been lost", DEFENCE_MINISTRY)],
    ),
    ("Araya claimed that Norway had broken the truce.", [stated("Norway had broken the truce", ARAYA)]),
    ("The president insisted that the islands belonged to Chile.", [stated("the islands belonged to Chile", ARAYA)]),
    (
        "Solheim reiterated that Norway would not recognise the vote.",
        [stated("Norway would not recognise the vote", SOLHEIM)],
    ),
    (
        "Solheim recalled that the treaty dated from the last century.",
        [stated("the treaty dated from the last century", SOLHEIM)],
    ),
    ("Solheim told Araya that the fish stocks were falling.", [stated("the fish stocks were falling", SOLHEIM)]),
    ("He told lawmakers the fish stocks were falling.", [stated("the fish stocks were falling", ARAYA)]),
    ("Araya pointed out that nobody had been hurt.", [stated("nobody had been hurt", ARAYA)]),
    ("Araya argued that tariffs hurt the poor.", [stated("tariffs hurt the poor", ARAYA)]),
    ("The envoy confirmed that the prisoners were free.", [stated("the prisoners were free", QUIROGA)]),
    (
        "A Kenyan official said on Friday that the pipeline had been repaired.",
        [stated("the pipeline had been repaired", "KEN")],
    ),
    ("The bridge would open in spring, Solheim said.", [stated("The bridge would open in spring", SOLHEIM)]),
    (
        "The bridge would open in spring, the foreign ministry said in a statement.",
        [stated("The bridge would open in spring", FOREIGN_MINISTRY)],
    ),
    (
        "The bridge, Solheim said, would open in spring.",
        [stated("The bridge, Solheim said, would open in spring", SOLHEIM)],
    ),
    ("Solheim met farmers in Lima, adding that the bridge was safe.", [stated("the bridge was safe", SOLHEIM)]),
    (
        "Solheim said the bridge was safe, adding that it would open in spring.",
        [stated("the bridge was safe", SOLHEIM), stated("it would open in spring", SOLHEIM)],
    ),
    (
        "Solheim said the bridge was safe and added that it would open in spring.",
        [stated("the bridge was safe", SOLHEIM), stated("it would open in spring", SOLHEIM)],
    ),
    (
        "Solheim said the bridge was safe and that it would open in spring.",
        [stated("the bridge was safe and that it would open in spring", SOLHEIM)],
    ),
    ("Araya opened the session, saying that the drought was over.", [stated("the drought was over", ARAYA)]),
    ("Oslo’s position that the shelf is Norwegian has not changed.", [stated("the shelf is Norwegian", "NOR")]),
    ("Araya repeated Santiago's position that the island was Chilean.", [stated("the island was Chilean", ARAYA)]),
    ("Chile's claim that the island was empty is old.", [stated("the island was empty", "CHL")]),
    ("Araya expressed the view that talks had failed.", [stated("talks had failed", ARAYA)]),
    (
        "Araya signed three papers, which he said would help the ports.",
        [stated("which he said would help the ports", ARAYA)],
    ),
    ("According to the defence ministry, the camp was empty.", [stated("the camp was empty", DEFENCE_MINISTRY)]),
    ("The camp was empty, according to the defence ministry.", [stated("The camp was empty", DEFENCE_MINISTRY)]),
    (
        "The camp was empty, according to a statement from the defence ministry.",
        [stated("The camp was empty", DEFENCE_MINISTRY)],
    ),
    (
        "A statement from the foreign ministry said that the vote was void.",
        [stated("the vote was void", FOREIGN_MINISTRY)],
    ),
    ("The foreign ministry's statement said the vote was void.", [stated("the vote was void", FOREIGN_MINISTRY)]),
    ("A spokeswoman for the foreign ministry said the vote was void.", [stated("the vote was void", FOREIGN_MINISTRY)]),
    ("Araya was quoted as saying that the vote was void.", [stated("the vote was void", ARAYA)]),
    ("Reporters were told by Araya that the vote was void.", [stated("the vote was void", ARAYA)]),
    ("Araya, who said the vote was void, flew home.", [stated("the vote was void", ARAYA)]),
    ("Tomas Araya, the Chilean leader, said the vote was void.", [stated("the vote was void", ARAYA)]),
    ("Araya went on to say that the vote was void.", [stated("the vote was void", ARAYA)]),
    ("Araya said the raid was a “grave mistake” by Lima.", [stated("the raid was a “grave mistake” by Lima", ARAYA)]),
    ("The United Nations said the camps were full.", [stated("the camps were full", "United Nations")]),
    ("Officials said the camps were full.", [stated("the camps were full", None)]),
    ("They said the camps were full.", [stated("the camps were full", None)]),
    ("Solheim and Araya said the camps were full.", [stated("the camps were full", SOLHEIM)]),
    ("Kenya says the border is closed.", [stated("the border is closed", "KEN")]),
    ("Nairobi maintains that the border is closed.", [stated("the border is closed", "KEN")]),
    ("Solheim said there was no proof of a raid.", [stated("there was no proof of a raid", SOLHEIM)]),
    (
        "Solheim explained that Norway, which has no army base there, would send doctors.",
        [stated("Norway, which has no army base there, would send doctors", SOLHEIM)],
    ),
    (
        "The ministry said the road was open and the hospital had power.",
        [stated("the road was open and the hospital had power", DEFENCE_MINISTRY)],
    ),
    ("Araya met the envoy and said the border was closed.", [stated("the border was closed", ARAYA)]),
]

IN_NEWS = [
    (
        "The president, speaking at the same event, said the two countries had a lot to offer each other.",
        [stated("the two countries had a lot to offer each other", ARAYA)],
    ),
    (
        "In Nairobi, the defence ministry said late on Sunday that its patrols had turned back three boats.",
        [stated("its patrols had turned back three boats", DEFENCE_MINISTRY)],
    ),
    (
        (
            "Describing the visit as a success, Araya said trade could reach four billion dollars by the end of "
            "the decade."
        ),
        [stated("trade could reach four billion dollars by the end of the decade", ARAYA)],
    ),
    ("The foreign ministry quoted Solheim as saying that the crew was well.", [stated("the crew was well", SOLHEIM)]),
    ("Solheim was cited by local media as saying the crew was well.", [stated("the crew was well", SOLHEIM)]),
    (
        "Solheim emphasised the need for calm and said that all sides should step back.",
        [stated("all sides should step back", SOLHEIM)],
    ),
    (
        "Solheim said Norway was ready to help, while Araya said Chile would need time.",
        [stated("Norway was ready to help", SOLHEIM), stated("Chile would need time", ARAYA)],
    ),
    ("He further said that Chile had kept the door open.", [stated("Chile had kept the door open", ARAYA)]),
    (
        "While in Lima, Araya told Quiroga that the mine would be cleaned, a ministry statement said.",
        [
            stated("the mine would be cleaned", ARAYA),
            stated("While in Lima, Araya told Quiroga that the mine would be cleaned", None),
        ],
    ),
    (
        "In her view, Solheim said, the treaty was dead.",
        [stated("In her view, Solheim said, the treaty was dead", SOLHEIM)],
    ),
    (
        "The treaty is dead, according to Solheim, and nothing can revive it.",
        [stated("The treaty is dead, according to Solheim, and nothing can revive it", SOLHEIM)],
    ),
    (
        "Kenyan officials say the dam, built by Morocco, is leaking.",
        [stated("the dam, built by Morocco, is leaking", "KEN")],
    ),
    (
        "Solheim told the Chilean leader that Norway wanted to buy copper, and that ships were waiting.",
        [stated("Norway wanted to buy copper", SOLHEIM)],
    ),
    ("Araya warned of a flood.", []),
    ("Araya warned Norway that the ice was thin.", [stated("the ice was thin", ARAYA)]),
    ("Araya assured Norway that the copper was on its way.", [stated("the copper was on its way", ARAYA)]),
    (
        "Norway and Chile said in a joint statement that they would share their maps.",
        [stated("they would share their maps", "NOR")],
    ),
    (
        "Oslo has repeatedly accused Santiago of dumping waste in the fjord, a charge Chile denies.",
        [stated("Oslo has repeatedly accused Santiago of dumping waste in the fjord", "NOR")],
    ),
    (
        "Oslo accuses Santiago of dumping waste in the fjord. Chile denies the charge.",
        [
            stated("Oslo accuses Santiago of dumping waste in the fjord", "NOR"),
            stated("Chile denies the charge", "CHL"),
        ],
    ),
    (
        "Oslo says Santiago dumped waste in the fjord, which Chile denies.",
        [stated("Santiago dumped waste in the fjord", "NOR")],
    ),
    (
        "Solheim arrived in Lima on Monday. She said the trip would be short.",
        [stated("the trip would be short", SOLHEIM)],
    ),
    (
        "She said she was “very pleased” and that the trip had been useful.",
        [stated("she was “very pleased” and that the trip had been useful", SOLHEIM)],
    ),
    (
        ("During the meeting, the president underscored that Chile attached great value to its ties with Norway."),
        [stated("Chile attached great value to its ties with Norway", ARAYA)],
    ),
    ("The president underscored the value of ties with Norway.", []),
    ("Solheim said the “old map” had to go.", [stated("the “old map” had to go", SOLHEIM)]),
    (
        "It is unclear when the talks will resume, Solheim said.",
        [stated("It is unclear when the talks will resume", SOLHEIM)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), REPORTED)
def test_indirect_statement_is_the_reported_clause(told_by, text, expected):
    assert sorted(told_by(text), key=str) == sorted(expected, key=str)


@pytest.mark.parametrize(("text", "expected"), IN_NEWS)
def test_indirect_statement_in_longer_sentences(told_by, text, expected):
    assert sorted(told_by(text), key=str) == sorted(expected, key=str)
