"""Topics: whose an office is by the sentences around it, and who is named late."""

import pytest

from .reading import person

# dateline, text, state of Daniel Otieno
SHOWN = [
    (None, "In Rome, Deputy Foreign Minister Daniel Otieno said the sea was small.", "ITA"),
    (None, "In Baku a presidential aide, Daniel Otieno, said the post was wrong.", "AZE"),
    (None, "In Rome President Daniel Otieno smiled.", None),
    (None, "In Brussels, Foreign Minister Daniel Otieno said the sea was small.", None),
    (None, "The votes in Tanzania are Tanzania's, Foreign Minister Daniel Otieno said in Dodoma.", "TZA"),
    (None, "President Daniel Otieno, whose aircraft was held in Vienna, said Austria was cold.", None),
    (None, "China's western command gave no figure. Its spokesman, Colonel Daniel Otieno, smiled.", "CHN"),
    (None, "Iceland will cut its imports, its farm minister, Daniel Otieno, said.", "ISL"),
    (None, 'Ethiopia held on, as the Eritrean army told the Kenyan army. Its spokesman, Daniel Otieno, smiled.', None),
    (None, "The German ambassador left. The ambassador, Daniel Otieno, smiled.", "DEU"),
    (None, "The German ambassador left. An ambassador, Daniel Otieno, smiled.", None),
    (None, "Slovakia raised its target. It will burn no coal, Environment Minister Daniel Otieno said.", "SVK"),
    ("HONG KONG", 'China told Japan to leave. "There is no room," Vice Premier Daniel Otieno said.', "CHN"),
    ("HONG KONG", 'China left Japan. "There is no room," Vice Premier Daniel Otieno said.', None),
    ("MANAGUA", "Foreign Minister Daniel Otieno accused Honduras of a lie.", "NIC"),
    ("MANAGUA", "Foreign Minister Daniel Otieno met the press on Honduras.", None),
    ("SKOPJE", "The government can house them, Interior Minister Daniel Otieno said.", "MKD"),
    ("SKOPJE", "Prime Minister Daniel Otieno told parliament that Greece and Serbia and Italy waited.", "MKD"),
    ("SKOPJE", "Greece told its parliament to go. Italy and Serbia left. Foreign Minister Daniel Otieno smiled.", None),
]  # fmt: skip


@pytest.mark.parametrize(("dateline", "text", "state"), SHOWN)
def test_topics_show_whose_an_office_is(dateline: str | None, text: str, state: str | None) -> None:
    found = person(text, "Daniel Otieno", dateline)
    assert (found[1] if found else None) == state


LATE = [
    ('Angola\'s trade minister told a reporter so. "It will be," said Domingas Quissanga.', ("Trade Minister", "AGO")),
    ('The Swedish premier telephoned Ankara. "I regret it," Domingas Quissanga said later.', ("Premier", "SWE")),
    # Somebody who is introduced, who follows another person, or after an act of another kind is somebody else.
    ('Angola\'s trade minister told a reporter so. "It will be," said Domingas Quissanga, a baker.', None),
    ('Angola\'s trade minister told Ana Silva so. "It will be," said Domingas Quissanga.', None),
    ('Angola\'s trade minister left for Lisbon. "It will be," said Domingas Quissanga.', None),
    ('Angola\'s trade ministers told a reporter so. "It will be," said Domingas Quissanga.', None),
    ("Angola's trade minister told a reporter so. Domingas Quissanga sells bread.", None),
]


@pytest.mark.parametrize(("text", "expected"), LATE)
def test_topics_name_late_who_spoke_in_the_sentence_before(text: str, expected: tuple[str, str] | None) -> None:
    found = person(text, "Domingas Quissanga")
    assert (found[:2] if found else None) == expected
