"""The checks of the corpus: each fault is told with file and line, and what is right is not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.train.lint import (
    LONGEST_PASSAGE,
    LONGEST_SPAN,
    Report,
    faults_of,
    faults_of_label,
    faults_of_line,
    files_of,
    lines_of,
    lint,
    lint_files,
)
from dragoman.train.markup import Passage, read_passages

from .corpora import BLOCK, ROW, row, write_corpus

EVENT = "1 RETREAT withdraw 087 actual"
YARD = "Analysts of the bank expect the price of copper to fall next year"


def faults_in(block: str) -> list[str]:
    (passage,) = read_passages(block)
    assert isinstance(passage, Passage), passage
    return list(faults_of(passage))


def faults_by(report: Report, name: str) -> tuple[str, ...]:
    (check,) = [check for check in report.checks if check.name == name]
    return check.faults


@pytest.mark.parametrize(
    "block",
    [
        BLOCK,
        "Rain fell.\nnone",
        "{Chad|A1} {left|T1}.\n1 RETREAT - 087 actual",
        f"{'x' * LONGEST_PASSAGE}\nnone",
        f"{{{'x' * LONGEST_SPAN}|N}} fell\nnone",
    ],
)
def test_a_passage_that_keeps_the_rules_has_no_fault(block: str) -> None:
    assert faults_in(block) == []


@pytest.mark.parametrize(
    ("block", "fault"),
    [
        (f"{'x' * (LONGEST_PASSAGE + 1)}\nnone", "901 characters; at most 900"),
        ("Rain fell.\nnone\nctx weather, military", "unknown contexts ['weather']"),
        (f"{{Chad|A1}} {{left|T1}}.\n{EVENT}\n{EVENT}", "event numbers repeat: [1, 1]"),
        (f"{{Chad|A1}} {{left|T1}} {{Mali|R2}}.\n{EVENT}", "spans of events [2] that have no event line"),
        ("{Chad |N} fell\nnone", "span 'Chad ' has blanks at its ends"),
        (f"{{{'x' * (LONGEST_SPAN + 1)}|N}} fell\nnone", "longer than 160"),
        (f"{{Chad|A1}} left.\n{EVENT}", "event 1 has no trigger (T1)"),
        (f"Chad {{left|T1}}.\n{EVENT}", "event 1 has no actor (A1)"),
        ("{Chad|A1} {left|T1}.\n1 RETREAT phone 087 actual", "event 1: RETREAT has no mode phone"),
    ],
)
def test_a_passage_that_breaks_a_rule_is_told_why(block: str, fault: str) -> None:
    assert any(fault in each for each in faults_in(block)), faults_in(block)


@pytest.mark.parametrize(
    ("kind", "mode", "cameo", "fault"),
    [
        ("RETREAT", "withdraw", "087", None),
        ("RETREAT", None, "087", None),
        ("COERCE", "seize", "171", None),
        # A code may have a second type.
        ("ASSAULT", "destroy", "171", None),
        ("SNUB", None, "087", "unknown type SNUB"),
        (None, None, "087", "unknown type None"),
        ("RETREAT", None, "999", "code 999 is no event"),
        ("RETREAT", None, "000", "code 000 is no event"),
        ("AID", None, "087", "not AID"),
        ("AGREE", None, "171", "code 171 is COERCE or ASSAULT, not AGREE"),
        ("RETREAT", "arrest", "087", "RETREAT has no mode arrest; allowed: withdraw"),
        ("AGREE", "visit", "031", "AGREE has no mode visit; allowed: -"),
    ],
)
def test_a_label_fits_the_ontology(kind: str | None, mode: str | None, cameo: str, fault: str | None) -> None:
    found = list(faults_of_label(kind, mode, cameo))
    assert len(found) == (fault is not None)
    assert fault is None or fault in found[0]


@pytest.mark.parametrize(
    "line",
    [
        row(),
        row(attributed=True),
        row(attributed=None),
        row(cameo="000", type=None, mode=None),
        row(text="<S>the mayor of <T>Oslo</T></S> ran"),
    ],
)
def test_a_marked_pair_that_keeps_the_rules_has_no_fault(line: str) -> None:
    assert list(faults_of_line(line)) == []


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("", "Expecting value"),
        ("{", "Expecting property name"),
        ("[]", "wanted a row with cameo, mode, realis, text, type"),
        (json.dumps({key: value for key, value in ROW.items() if key != "mode"}), "wanted a row"),
        (row(lable="x"), "wanted a row"),
        (row(cameo=87), "values of another kind under cameo"),
        (row(mode=["visit"], attributed=1), "values of another kind under attributed, mode"),
        (row(text=None), "values of another kind under text"),
        (row(text="Chad left Mali."), "the marks of 'Chad left Mali.' are []"),
        (row(text="<S>Chad</S> left <T>Mali</T> and <T>Togo</T>"), "a mark stands twice"),
        (row(text="<S>Chad </S>left <T>Mali</T>"), "span 'Chad ' is empty, has blanks"),
        (row(text="<S></S> left <T>Mali</T>"), "span '' is empty"),
        (row(text="</S>Chad<S> left <T>Mali</T>"), "span '' is empty"),
        (row(text="<S><T>Chad</S></T> left"), "source 'Chad' and target 'Chad' are one span or cross"),
        (row(text="<S>north <T>of</S> Chad</T>"), "source 'north of' and target 'of Chad' are one span or cross"),
        (row(realis="maybe"), "realis 'maybe' is none of actual"),
        (row(type="SNUB"), "unknown type SNUB"),
        (row(type=None), "unknown type None"),
        (row(cameo="057"), "code 057 is SUPPORT, not RETREAT"),
        (row(mode="visit"), "RETREAT has no mode visit"),
        (row(cameo="000"), "code 000 has no type and no mode, not RETREAT withdraw"),
        (row(cameo="000", type=None), "code 000 has no type and no mode, not None withdraw"),
    ],
)
def test_a_marked_pair_that_breaks_a_rule_is_told_why(line: str, fault: str) -> None:
    found = list(faults_of_line(line))
    assert any(fault in each for each in found), found


def test_a_fault_of_a_passage_names_file_and_line(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path, blocks=[BLOCK, "broken", "Rain fell.\nnone\nctx weather"])
    assert list(lint_files(files_of(folder)[:1])) == [
        "w1.txt:5: a passage needs a line of text and its event lines, or `none`",
        "w1.txt:7: unknown contexts ['weather']",
    ]


def test_a_small_corpus_misses_its_minimums_and_nothing_else(tmp_path: Path) -> None:
    report = lint(files_of(write_corpus(tmp_path)), whole=True)
    assert [check.name for check in report.checks if check.faults] == ["balance"]
    assert "balance: 1 passages, at least 3000" in report.faults


def test_files_that_are_no_whole_corpus_have_no_minimums(tmp_path: Path) -> None:
    assert lint(files_of(write_corpus(tmp_path)), whole=False).faults == []


@pytest.mark.parametrize(
    ("rows", "name", "faults"),
    [
        ([row(), row()], "duplicates", ("plain.jsonl:2: 1.00 like plain.jsonl:1",)),
        ([row(), row(text=ROW["text"].upper())], "duplicates", ("plain.jsonl:2: 1.00 like plain.jsonl:1",)),
        ([row(), row(cameo="084", mode="release")], "duplicates", ("plain.jsonl:2: 1.00 like plain.jsonl:1",)),
        ([row(), row(text="<T>Chad</T> left <S>Mali</S> to its own troops on Monday.")], "duplicates", ()),
        ([row(), row(text="<T>Chad</T> left <S>Mali</S> to its own troops on Monday.")], "near-duplicates", ()),
        ([row(), row(text=f"{ROW['text']} Then?")], "near-duplicates", ("plain.jsonl:2: 0.88 like plain.jsonl:1",)),
        ([row(), row(text="<S>Chad</S> left <T>Mali</T> with all its men.")], "near-duplicates", ()),
        ([row(), row(realis="maybe")], "pairs", ("plain.jsonl:2: realis 'maybe' is none of ",)),
    ],
)
def test_a_fault_of_a_pair_names_file_and_line(
    tmp_path: Path, rows: list[str], name: str, faults: tuple[str, ...]
) -> None:
    found = faults_by(lint(files_of(write_corpus(tmp_path, rows=rows)), whole=False), name)
    assert len(found) == len(faults)
    assert all(each.startswith(wanted) for each, wanted in zip(found, faults, strict=True)), found


def test_a_sentence_in_two_parts_is_a_fault(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path, rows=[row()])
    text = ROW["text"].replace("<S>", "").replace("</S>", "").replace("<T>", "").replace("</T>", "")
    (folder / "annotated" / "w8.txt").write_text(f"{text}\nnone\n", encoding="utf-8")
    found = faults_by(lint(files_of(folder), whole=False), "parts")
    assert found == ("plain.jsonl:1: 1.00 like w8.txt:1, in train and held",)


def test_a_file_with_a_broken_line_is_told_and_left_out_of_the_balance(tmp_path: Path) -> None:
    report = lint(files_of(write_corpus(tmp_path, rows=[row(), "{"])), whole=False)
    assert [fault.split(" ")[:2] for fault in report.faults] == [["pairs:", "plain.jsonl:2:"]]
    assert report.balance.tallies["origin"] == {"w1": 1}


@pytest.mark.parametrize(
    ("names", "faults"),
    [
        ([], ("no files",)),
        (["annotated/gone.txt", "pairs/plain.jsonl"], ("gone.txt: no .txt or .jsonl file",)),
        (["pairs"], ("pairs: no .txt or .jsonl file",)),
        (["pairs/plain.jsonl"], ()),
    ],
)
def test_a_file_that_has_no_check_is_a_fault(tmp_path: Path, names: list[str], faults: tuple[str, ...]) -> None:
    folder = write_corpus(tmp_path)
    assert faults_by(lint([folder / name for name in names], whole=False), "files") == faults


def write_yardstick(folder: Path, *texts: str) -> Path:
    folder.mkdir()
    (folder / "gold.jsonl").write_text("\n".join(json.dumps({"sentence": text}) for text in texts), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        (
            "Traders said analysts of the bank expect the price of cocoa to rise.",
            ("w1.txt:5: 8 words shared: 'analysts of the bank expect the price of'",),
        ),
        ("The analysts of a bank expect the price of copper to rise.", ()),
    ],
)
def test_words_shared_with_a_yardstick_are_told_in_the_words_of_the_corpus(
    tmp_path: Path, text: str, faults: tuple[str, ...]
) -> None:
    folder = write_corpus(tmp_path / "corpus", blocks=[BLOCK, f"{text}\nnone"])
    report = lint(files_of(folder), whole=False, against=write_yardstick(tmp_path / "yard", YARD))
    assert faults_by(report, "overlap") == faults
    assert "next year" not in "\n".join(lines_of(report))


def test_a_text_shared_with_a_yardstick_is_told_once_for_all_its_pairs(tmp_path: Path) -> None:
    texts = [f"<{one}>Chad</{one}> told <{other}>Mali</{other}> that {YARD}." for one, other in ("ST", "TS")]
    folder = write_corpus(tmp_path / "corpus", rows=[row(text=text) for text in texts])
    report = lint(files_of(folder), whole=False, against=write_yardstick(tmp_path / "yard", YARD))
    assert [fault.split(" ")[:2] for fault in faults_by(report, "overlap")] == [["plain.jsonl:1:", "13"]]


@pytest.mark.parametrize(
    ("lines", "fault"), [(["{"], "gold.jsonl:1: no JSON"), (["{}"], "no text of 8 or more words"), ([], "no text of")]
)
def test_a_yardstick_that_holds_no_text_is_a_fault(tmp_path: Path, lines: list[str], fault: str) -> None:
    yard = write_yardstick(tmp_path / "yard")
    (yard / "gold.jsonl").write_text("\n".join(lines), encoding="utf-8")
    report = lint(files_of(write_corpus(tmp_path / "corpus")), whole=False, against=yard)
    assert [fault in each for each in faults_by(report, "overlap")] == [True]


def test_a_yardstick_that_is_missing_is_told_and_is_no_fault(tmp_path: Path) -> None:
    paths = files_of(write_corpus(tmp_path / "corpus"))
    without, missing = lint(paths, whole=False), lint(paths, whole=False, against=tmp_path / "gone")
    assert without.faults == missing.faults == []
    assert without.checks[-1].read == "not checked: no --against FOLDER"
    assert missing.checks[-1].read.startswith("not checked: no folder ")


def test_the_printed_report_of_single_files_has_no_minimums(tmp_path: Path) -> None:
    lines = "\n".join(lines_of(lint(files_of(write_corpus(tmp_path)), whole=False)))
    assert "pairs by code" in lines
    assert "short" not in lines


def test_the_printed_report_has_checks_minimums_tallies_and_faults(tmp_path: Path) -> None:
    lines = "\n".join(lines_of(lint(files_of(write_corpus(tmp_path)), whole=True))).splitlines()
    for wanted in (
        "duplicates            0  2 texts",
        f"{'pairs with a target':<42} {2:>6}  12000  short",
        "pairs by code",
        "087 2",
        "balance: 1 passages, at least 3000",
    ):
        assert wanted in lines
