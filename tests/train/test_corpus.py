"""The corpus of the repository: all its checks hold; those against the yardsticks where these lie beside it."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest

from dragoman.train.lint import Report, files_of, lint, read_contents

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "corpus"
# Texts that others have labelled: they measure the model, so the corpus may not repeat them.
YARDSTICKS = ROOT.parent / "shared" / "dev"


@lru_cache(maxsize=1)
def load_report() -> Report:
    return lint(files_of(CORPUS), whole=True, against=YARDSTICKS)


def test_the_corpus_is_there() -> None:
    assert {path.parent.name for path in files_of(CORPUS)} == {"annotated", "pairs"}


@pytest.mark.parametrize("name", ["files", "annotated", "pairs", "duplicates", "parts", "near-duplicates", "balance"])
def test_the_corpus_has_no_fault(name: str) -> None:
    (check,) = [check for check in load_report().checks if check.name == name]
    assert check.faults == ()


def test_the_corpus_shares_no_eight_words_with_the_yardsticks() -> None:
    if not YARDSTICKS.is_dir():
        texts = len(read_contents(*split_files()).sentences)
        pytest.skip(f"{texts} texts of the corpus not compared: no folder {YARDSTICKS.relative_to(ROOT.parent)}")
    check = load_report().checks[-1]
    assert check.name == "overlap"
    assert check.faults == ()


def split_files() -> tuple[list[Path], list[Path]]:
    """The files of passages and those of pairs."""
    paths = files_of(CORPUS)
    return [path for path in paths if path.suffix == ".txt"], [path for path in paths if path.suffix == ".jsonl"]
