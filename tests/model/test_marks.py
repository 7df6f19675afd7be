from __future__ import annotations

import pytest
from tokenizers import Tokenizer, models, pre_tokenizers

from dragoman.model.marks import LONGEST, NEAR, Marker, covered

WORDS = {word: number for number, word in enumerate("[UNK] a b c d e f g . ' s".split())}
FIRST = 100
S, S_END, T, T_END = range(FIRST, FIRST + 4)
OPEN, CLOSE = 50, 51


@pytest.fixture
def marker() -> Marker:
    tokenizer = Tokenizer(models.WordLevel(WORDS, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return Marker(tokenizer, open_id=OPEN, close_id=CLOSE, vocabulary=FIRST)


@pytest.mark.parametrize(
    ("text", "source", "target", "wanted"),
    [
        pytest.param("a b c", (0, 1), (4, 5), [S, 1, S_END, 2, T, 3, T_END], id="source first"),
        pytest.param("a b c", (4, 5), (0, 1), [T, 1, T_END, 2, S, 3, S_END], id="target first"),
        pytest.param("a b c", (0, 1), (2, 3), [S, 1, S_END, T, 2, T_END, 3], id="side by side"),
        pytest.param("a b c", (0, 3), (2, 3), [S, 1, T, 2, T_END, S_END, 3], id="target inside, at the end"),
        pytest.param("a b c", (0, 1), (0, 5), [T, S, 1, S_END, 2, 3, T_END], id="source inside, at the beginning"),
        pytest.param("a b c", (2, 3), None, [1, S, 2, S_END, 3], id="no target"),
        pytest.param("a's b", (0, 1), (4, 5), [S, 1, S_END, 9, 10, T, 2, T_END], id="a possessive stays outside"),
    ],
)
def test_mark_puts_the_markers_around_the_two(
    marker: Marker, text: str, source: tuple[int, int], target: tuple[int, int] | None, wanted: list[int]
) -> None:
    marked = marker.mark(marker.tokenise([text])[0], source, target)
    assert list(marked.ids) == [OPEN, *wanted, CLOSE]
    assert marked.ids[marked.source] == S
    assert marked.ids[marked.target] == (S if target is None else T)


def test_mark_crops_a_long_sentence_but_keeps_both_parties(marker: Marker) -> None:
    text = "a " + "b " * 300 + "c " + "d " * 300 + "e"
    source = (text.index("c"), text.index("c") + 1)
    for target in ((0, 1), (len(text) - 1, len(text))):
        marked = marker.mark(marker.tokenise([text])[0], source, target)
        assert len(marked.ids) <= LONGEST + 2
        assert {S, S_END, T, T_END} <= set(marked.ids)


def test_mark_leaves_a_sentence_whole_that_just_fits(marker: Marker) -> None:
    text = "a " * (LONGEST - 4)
    marked = marker.mark(marker.tokenise([text])[0], (0, 1), (2, 3))
    assert len(marked.ids) == LONGEST + 2
    assert NEAR < LONGEST


@pytest.mark.parametrize("span", [(1, 2), (5, 5), (90, 95)])
def test_covered_refuses_a_span_without_a_token(marker: Marker, span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="hold no token"):
        covered(marker.tokenise(["a b c"])[0], span)
