"""What states a claim is about: those of its words, else those around it, the speaker's own only where named."""

from __future__ import annotations

import pytest

ABOUT = [
    # The words of the claim come first, in their order.
    ("“Chile and Peru share a coast,” Solheim said.", [("CHL", "PER")]),
    ("Solheim told Araya: “Peru has a coast.”", [("PER",)]),
    # The speaker's own state counts where the words name it.
    ("“Norway and Chile share an ocean,” Solheim said.", [("NOR", "CHL")]),
    ("“both countries share an ocean,” Solheim said.", [("NOR", "CHL")]),
    # ... and the others of the passage are added where the words name no other.
    ("“Norway keeps its word,” Solheim told Araya.", [("NOR", "CHL")]),
    # A pronoun is not enough for the speaker's own state.
    ("Araya said he was tired of Lima.", [("PER",)]),
    # Else the sentence, without the speaker's state.
    ("“The sea is deep,” Solheim told Araya in Lima.", [("CHL", "PER")]),
    # Else what the same speaker's claim before it was about, before the rest of the paragraph.
    ("Kenya was quiet. “Peru is far,” Solheim said. “The sea is deep.”", [("PER",), ("PER",)]),
    # Else the paragraph, then the paragraphs before it, no more than two.
    ("Solheim arrived in Lima. “The sea is deep,” she said.", [("PER",)]),
    ("Solheim arrived in Lima.\n“The sea is deep,” she said.", [("PER",)]),
    ("Solheim arrived in Lima.\nIt rained.\nIt rained.\n“The sea is deep,” she said.", [()]),
    # The accuser is the speaker, not the matter.
    ("Norway accused Chile of theft.", [("CHL",)]),
    ("“The sea is deep,” the shopkeeper said.", [()]),
]


@pytest.mark.parametrize(("text", "expected"), ABOUT)
def test_about_names_the_states(claims_of, text, expected):
    assert [claim.about for claim in claims_of(text)] == expected
