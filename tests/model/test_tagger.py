from __future__ import annotations

import numpy as np
import pytest

from dragoman.model.marks import Tokens
from dragoman.model.session import Floats
from dragoman.model.tagger import read_tags

#        0      4   6  8        17
TEXT = "Iran 's navy shelled Oman"
OFFSETS = ((0, 4), (5, 7), (8, 12), (13, 18), (18, 20), (21, 25))
WORDS = (0, 1, 2, 3, 3, 4)
TOKENS = Tokens((1, 2, 3, 4, 5, 6), OFFSETS, WORDS)


def logits(actor: str, recipient: str = "......", trigger: str = "......") -> Floats:
    """Logits for tags written as one letter a token: "." outside, "b" begin, "i" inside."""
    values = np.zeros((len(WORDS) + 2, 3, 3), dtype=np.float32)
    for role, line in enumerate((actor, recipient, trigger)):
        for at, sign in enumerate("." + line + "."):
            values[at, role, ".bi".index(sign)] = 6.0
    return values


@pytest.mark.parametrize(
    ("actor", "wanted"),
    [
        pytest.param("b.....", ["Iran"], id="one word"),
        pytest.param("bii...", ["Iran 's navy"], id="several words"),
        pytest.param("b.b...", ["Iran", "navy"], id="two spans"),
        pytest.param("bb....", ["Iran", "'s"], id="a begin ends the span before it"),
        pytest.param(".ii...", ["'s navy"], id="an inside after an outside begins"),
        pytest.param("...b..", ["shelled"], id="a word is never cut"),
        pytest.param("......", [], id="nothing"),
    ],
)
def test_read_tags_gives_the_spans_of_a_role(actor: str, wanted: list[str]) -> None:
    found = [span for span in read_tags(logits(actor), TOKENS, least=0.5) if span.role == "actor"]
    assert [TEXT[span.start : span.end] for span in found] == wanted


def test_read_tags_keeps_the_roles_apart() -> None:
    found = list(read_tags(logits("b.....", ".....b", "...bi."), TOKENS, least=0.5))
    assert [(span.role, TEXT[span.start : span.end]) for span in found] == [
        ("actor", "Iran"),
        ("recipient", "Oman"),
        ("trigger", "shelled"),
    ]


def test_read_tags_leaves_out_what_is_less_sure_than_asked() -> None:
    values = logits("b.....")
    values[1, 0] = [1.0, 1.2, 0.0]
    assert list(read_tags(values, TOKENS, least=0.9)) == []
    assert len(list(read_tags(values, TOKENS, least=0.5))) == 1
