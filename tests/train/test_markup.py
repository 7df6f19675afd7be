"""The markup of annotated passages: braces for spans, a line for each event, and what is refused."""

from __future__ import annotations

import pytest

from dragoman.errors import CorpusError
from dragoman.train.markup import MarkedEvent, MarkedSpan, Passage, read_passages

NESTED = "{the mayor of {Oslo|N}|A1} {met|T1} {Finland|R1 A2} and {urged|T2} calm"
EVENTS = "1 CONSULT visit 042 actual\n2 REQUEST - 020 future"
BLOCK = f"@ Europe | 1990s | lead\n{NESTED}\n{EVENTS}\nctx diplomatic, territory\n"


def only_passage(block: str) -> Passage:
    (passage,) = read_passages(block, "w1")
    assert isinstance(passage, Passage), passage
    return passage


def only_fault(block: str) -> str:
    (fault,) = read_passages(block, "w1")
    assert isinstance(fault, CorpusError), fault
    return str(fault)


def test_a_passage_is_read_with_all_that_stands_in_its_block() -> None:
    passage = only_passage(BLOCK)
    assert passage.text == "the mayor of Oslo met Finland and urged calm"
    assert passage.events == (
        MarkedEvent(1, "CONSULT", "visit", "042", "actual"),
        MarkedEvent(2, "REQUEST", None, "020", "future"),
    )
    assert passage.contexts == ("diplomatic", "territory")
    assert passage.tags == ("Europe", "1990s", "lead")
    assert (passage.line, passage.source) == (1, "w1")


@pytest.mark.parametrize(
    ("role", "event", "words"),
    [
        ("A", 1, ["the mayor of Oslo"]),
        ("N", 0, ["Oslo"]),
        ("R", 1, ["Finland"]),
        ("A", 2, ["Finland"]),
        ("T", 2, ["urged"]),
        ("R", 2, []),
        ("S", 1, []),
    ],
)
def test_a_span_is_the_words_of_the_text_that_its_braces_hold(role: str, event: int, words: list[str]) -> None:
    passage = only_passage(BLOCK)
    assert [passage.words_of(span) for span in passage.of(role, event)] == words


def test_spans_stand_in_the_order_of_the_text_the_outer_one_first() -> None:
    passage = only_passage("{{Oslo|N} police|A1} {left|T1}\n1 RETREAT withdraw 087 actual")
    assert passage.spans == (MarkedSpan(0, 11, "A", 1), MarkedSpan(0, 4, "N", 0), MarkedSpan(12, 16, "T", 1))


@pytest.mark.parametrize(
    ("block", "events", "contexts"),
    [
        ("Rain fell.\nnone", 0, ()),
        ("# a note of the writer\nRain fell.\nnone\nctx: disasters", 0, ("disasters",)),
        ("{Chad|A1} {left|T1}.\n1 RETREAT - 087 actual\nctx", 1, ()),
    ],
)
def test_notes_tags_and_contexts_may_be_left_out(block: str, events: int, contexts: tuple[str, ...]) -> None:
    passage = only_passage(block)
    assert (len(passage.events), passage.contexts, passage.tags) == (events, contexts, ())


@pytest.mark.parametrize(
    ("block", "fault"),
    [
        ("Rain fell.", "needs a line of text"),
        ("@ Europe\nnone", "needs a line of text"),
        ("Rain fell.\nctx disasters", "no event line and no `none`"),
        ("{Chad|A1} {left|T1}\n1 RETREAT - 087 actual\nnone", "`none` beside event lines"),
        ("{Chad|A1} {left|T1}\n1 RETREAT 087 actual", "is not `NUMBER TYPE MODE CODE REALIS`"),
        ("{Chad|A1} {left|T1}\n1 RETREAT - 87 actual", "is not `NUMBER TYPE MODE CODE REALIS`"),
        ("{Chad|A1} {left|T1}\n1 RETREAT - 087 maybe", "realis 'maybe' is none of"),
        ("{Chad|X1} left\nnone", "role 'X1' is none of"),
        ("{Chad|A} left\nnone", "role 'A' is none of"),
        ("{Chad|N1} left\nnone", "role 'N1' is none of"),
        ("{Chad|} left\nnone", "a span without roles"),
        ("{Chad} left\nnone", "a span without roles near"),
        ("{|N} left\nnone", "an empty span"),
        ("{Chad left\nnone", "a brace is not closed"),
        ("Chad|N} left\nnone", "a bar without its braces"),
    ],
)
def test_a_block_that_does_not_parse_is_refused_with_its_line(block: str, fault: str) -> None:
    told = only_fault(f"\n\n{block}")
    assert told.startswith("w1:3: ")
    assert fault in told


def test_a_broken_block_takes_none_of_its_neighbours_with_it() -> None:
    found = list(read_passages("Rain fell.\nnone\n\nbroken\n\n\nSnow fell.\nnone\n", "w1"))
    assert [isinstance(each, Passage) for each in found] == [True, False, True]
    assert [each.line for each in found if isinstance(each, Passage)] == [1, 7]


def test_an_empty_file_holds_no_passage() -> None:
    assert list(read_passages("\n \n")) == []
