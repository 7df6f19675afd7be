"""Marked pairs: from marked sentences and from annotated passages, each in its part of the corpus."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.errors import CorpusError
from dragoman.train.markup import Passage, read_passages
from dragoman.train.pairs import (
    HELD_WRITERS,
    MOST_PAIRS,
    Pair,
    apart,
    event_pairs,
    idle_pairs,
    label_of,
    only,
    part_of,
    read_annotated,
    read_marked,
    read_pairs,
    split_label,
    unmark,
)

ROW = {"text": "<S>Chad</S> left <T>Mali</T>.", "cameo": "087", "type": "RETREAT", "mode": None, "realis": "actual"}
MANY = " and ".join(f"{{Side {number}|R1}}" for number in range(MOST_PAIRS + 2))


def passage_of(block: str, source: str = "w1") -> Passage:
    (passage,) = read_passages(block, source)
    assert isinstance(passage, Passage), passage
    return passage


def told(pair: Pair) -> tuple[str, str | None]:
    """The words of source and target."""
    return pair.text[slice(*pair.source)], None if pair.target is None else pair.text[slice(*pair.target)]


def write_rows(path: Path, *rows: object) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("marked", "text", "source", "target"),
    [
        ("<S>Chad</S> left <T>Mali</T>.", "Chad left Mali.", (0, 4), (10, 14)),
        ("<T>Mali</T> was left by <S>Chad</S>.", "Mali was left by Chad.", (17, 21), (0, 4)),
        ("<S>the mayor of <T>Oslo</T></S> ran", "the mayor of Oslo ran", (0, 17), (13, 17)),
    ],
)
def test_marks_are_taken_out_of_a_text(marked: str, text: str, source: object, target: object) -> None:
    assert unmark(marked) == (text, source, target)


@pytest.mark.parametrize("marked", ["Chad left Mali.", "<S>Chad</S> left Mali.", "<S>Chad</S> left <T>Mali.", ""])
def test_a_text_without_all_its_marks_is_refused(marked: str) -> None:
    with pytest.raises(ValueError, match="the marks of"):
        unmark(marked)


@pytest.mark.parametrize(
    ("cameo", "kind", "label"),
    [
        ("171", "COERCE", "171"),
        ("171", "ASSAULT", "171/ASSAULT"),
        ("000", None, "000"),
    ],
)
def test_a_label_names_the_type_where_it_is_not_the_usual_one(cameo: str, kind: str | None, label: str) -> None:
    assert label_of(cameo, kind) == label
    assert split_label(label) == (cameo, kind)


def test_a_held_writer_goes_into_no_other_part() -> None:
    assert {part_of(f"text {number}", writer) for writer in HELD_WRITERS for number in range(300)} == {"held"}


def test_the_other_sentences_are_parted_by_their_words_alone() -> None:
    texts = [f"text {number}" for number in range(300)]
    parts = [part_of(text, "plain") for text in texts]
    assert set(parts) == {"train", "dev", "held"}
    assert [part_of(text, "artful") for text in texts] == parts
    assert parts.count("train") > 200


def test_a_marked_sentence_becomes_a_pair(tmp_path: Path) -> None:
    (pair,) = read_marked(write_rows(tmp_path / "plain.jsonl", ROW))
    assert told(pair) == ("Chad", "Mali")
    assert (pair.cameo, pair.type, pair.mode, pair.realis, pair.origin) == ("087", "RETREAT", None, "actual", "plain")
    assert pair.attributed is None


@pytest.mark.parametrize("attributed", [True, False])
def test_a_marked_sentence_may_say_whether_it_is_attributed(tmp_path: Path, attributed: bool) -> None:
    (pair,) = read_marked(write_rows(tmp_path / "plain.jsonl", {**ROW, "attributed": attributed}))
    assert pair.attributed is attributed


@pytest.mark.parametrize(
    "row",
    [{**ROW, "text": "Chad left Mali."}, {key: value for key, value in ROW.items() if key != "cameo"}],
)
def test_a_line_that_does_not_parse_is_refused_with_its_number(tmp_path: Path, row: object) -> None:
    with pytest.raises(CorpusError, match="plain.jsonl:2: "):
        list(read_marked(write_rows(tmp_path / "plain.jsonl", ROW, row)))


@pytest.mark.parametrize(
    ("block", "pairs"),
    [
        # Each actor with each recipient.
        (
            "{Chad|A1} and {Niger|A1} {blamed|T1} {Mali|R1} and {Togo|R1}.\n1 ACCUSE disapprove 111 actual",
            [("Chad", "Mali"), ("Chad", "Togo"), ("Niger", "Mali"), ("Niger", "Togo")],
        ),
        # A mutual act.
        (
            "{Chad|A1}, {Niger|A1} and {Mali|A1} {met|T1}.\n1 CONSULT multilateral 046 actual",
            [("Chad", "Niger"), ("Niger", "Mali")],
        ),
        # An act without a recipient.
        ("{Chad|A1} {called up|T1} reserves.\n1 MOBILIZE troops 154 actual", [("Chad", None)]),
        # Nobody acts on himself.
        ("{Chad|A1 R1} {rallied|T1}.\n1 PROTEST demo 141 actual", []),
        # No more than a few pairs of one event.
        (
            f"{{Chad|A1}} {{blamed|T1}} {MANY}.\n1 ACCUSE disapprove 111 actual",
            [("Chad", f"Side {number}") for number in range(MOST_PAIRS)],
        ),
    ],
)
def test_an_event_gives_the_pairs_of_its_parties(block: str, pairs: list[tuple[str, str | None]]) -> None:
    passage = passage_of(block)
    assert [told(pair) for pair in event_pairs(passage, passage.events[0])] == pairs


def test_a_pair_of_an_event_has_its_label_and_whether_somebody_vouches_for_it() -> None:
    block = (
        "{Chad|S1} said {Mali|A1} {shelled|T1} {a camp|R1} and {fled|T2}.\n"
        "1 ASSAULT heavy-weapons 194 negated\n2 RETREAT - 087 actual"
    )
    passage = passage_of(block.replace("{Mali|A1}", "{Mali|A1 A2}"), "w3")
    (first,), (second,) = (event_pairs(passage, event) for event in passage.events)
    assert (first.label, first.mode, first.realis, first.attributed) == ("194", "heavy-weapons", "negated", True)
    assert (second.label, second.attributed, second.target, second.origin) == ("087", False, None, "w3")


def test_a_bystander_and_a_party_have_nothing_between_them() -> None:
    passage = passage_of("{Chad|A1} {met|T1} {Mali|R1} in {Togo|N}.\n1 CONSULT visit 042 actual")
    (pair,) = idle_pairs(passage)
    assert (pair.label, pair.type, pair.mode, pair.realis, pair.attributed) == ("000", None, None, "actual", False)
    assert "Togo" in told(pair)


@pytest.mark.parametrize(
    "block",
    [
        "{Chad|A1} {met|T1} {Mali|R1}.\n1 CONSULT visit 042 actual",
        # A name inside of a party is the party's own.
        "{the army of {Chad|N}|A1} {met|T1} {Mali|R1}.\n1 CONSULT visit 042 actual",
        "{Chad|N} saw rain.\nnone",
    ],
)
def test_where_nobody_stands_by_there_is_no_pair_with_nothing_between(block: str) -> None:
    assert idle_pairs(passage_of(block)) == []


def idle_words(block: str) -> set[tuple[str, str | None]]:
    """The pairs with nothing between of twenty passages that differ in a number alone."""
    passages = [passage_of(block.replace("20 times", f"{number} times")) for number in range(20)]
    return {told(pair) for passage in passages for pair in idle_pairs(passage)}


@pytest.mark.parametrize(
    ("block", "pairs"),
    [
        ("{Chad|A1} {hit|T1} {Mali|R1} 20 times.\n1 ASSAULT - 190 actual", {("Mali", "Chad")}),
        # Who meets is met.
        ("{Chad|A1} {met|T1} {Mali|R1} 20 times.\n1 CONSULT visit 042 actual", set()),
        # The one who is hit hits back.
        (
            "{Chad|A1 R2} {hit|T1} {Mali|R1 A2}, which {hit back|T2} 20 times.\n"
            "1 ASSAULT - 190 actual\n2 ASSAULT - 190 actual",
            set(),
        ),
    ],
)
def test_a_one_way_act_turned_round_is_nothing(block: str, pairs: set[tuple[str, str | None]]) -> None:
    assert idle_words(block) == pairs


def test_a_span_inside_another_is_apart_from_it_and_from_itself_it_is_not() -> None:
    outer, inner, *_ = passage_of("{{Oslo|N} police|A1} {left|T1}\n1 RETREAT - 087 actual").spans
    assert apart(outer, inner)
    assert not apart(outer, outer)


def test_a_corpus_gives_the_pairs_of_both_of_its_folders(tmp_path: Path) -> None:
    write_rows(tmp_path / "pairs" / "plain.jsonl", ROW)
    folder = tmp_path / "annotated"
    folder.mkdir()
    (folder / "w8.txt").write_text("{Chad|A1} {left|T1}.\n1 RETREAT - 087 actual\n", encoding="utf-8")
    pairs = read_pairs(tmp_path)
    assert [told(pair) for pair in pairs] == [("Chad", "Mali"), ("Chad", None)]
    assert [pair.origin for pair in only(pairs, "held")][-1] == "w8"


def test_a_corpus_with_a_broken_passage_is_refused(tmp_path: Path) -> None:
    (tmp_path / "annotated").mkdir()
    (tmp_path / "annotated" / "w1.txt").write_text("Rain fell.\nnone\n\nbroken\n", encoding="utf-8")
    with pytest.raises(CorpusError, match="w1:4: "):
        read_annotated(tmp_path)
