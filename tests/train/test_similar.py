"""Texts that are too much alike: what is a duplicate, nearly one, or shared with a yardstick, and what is not."""

from __future__ import annotations

import json
import random
from pathlib import Path

import numpy as np
import pytest

from dragoman.errors import CorpusError
from dragoman.train.similar import (
    MOST_PER_BUCKET,
    NEAR,
    Sentence,
    Yardstick,
    bands_of,
    find_duplicates,
    find_near,
    find_torn,
    jaccard,
    read_yardstick,
    shingles_of,
    words_of,
)

from .corpora import sentence

# Made-up words: no two of these texts have a shingle in common unless a test puts it there.
WORDS = [f"word{number}" for number in range(40)]
LONG = " ".join(WORDS)
CHANGED = " ".join([*WORDS[:20], "other", *WORDS[21:]])
REWRITTEN = " ".join("other" if number % 4 == 0 else word for number, word in enumerate(WORDS))
YARD = "the envoy of the northern league flew home on Friday without a word"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Egypt's U.N. envoy, Mr. Amr, paid $5,000.", ["egypt", "u.n", "envoy", "mr", "amr", "paid", "5,000"]),
        ("Egypt 's U.N. envoy , Mr. Amr , paid $ 5,000 .", ["egypt", "u.n", "envoy", "mr", "amr", "paid", "5,000"]),
        ("a 30-year-old S-300", ["a", "30-year-old", "s-300"]),
        ("... - ?", []),
    ],
)
def test_words_are_the_same_whether_or_not_a_text_was_cut_into_tokens(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (sentence("Chad left Mali."), sentence("Chad left Mali."), True),
        (sentence("Chad left Mali."), sentence(" CHAD  left\tmali. "), True),
        (sentence("Chad left Mali."), sentence("Chad left Mali!"), False),
        (sentence("Chad left Mali.", marks=(0, 4, 10, 14)), sentence("Chad left Mali.", marks=(0, 4, 10, 14)), True),
        (sentence("Chad left Mali.", marks=(0, 4, 10, 14)), sentence("Chad  left Mali.", marks=(0, 4, 11, 15)), True),
        # One sentence tells of several pairs on purpose.
        (sentence("Chad left Mali.", marks=(0, 4, 10, 14)), sentence("Chad left Mali.", marks=(10, 14, 0, 4)), False),
        (sentence("Chad left Mali.", marks=(0, 4, 10, 14)), sentence("Chad left Mali."), False),
    ],
)
def test_a_duplicate_has_the_same_words_and_the_same_marks(first: Sentence, second: Sentence, same: bool) -> None:
    found = [(alike.first, alike.second) for alike in find_duplicates([first, second])]
    assert found == ([(first, second)] if same else [])


@pytest.mark.parametrize(
    ("text", "part", "torn"),
    [("chad left  Mali.", "held", True), ("chad left  Mali.", "train", False), ("Chad left Togo.", "held", False)],
)
def test_a_sentence_is_torn_where_its_words_lie_in_two_parts(text: str, part: str, torn: bool) -> None:
    sentences = [sentence("Chad left Mali.", marks=(0, 4, 10, 14)), sentence(text, "w8.txt:1", part=part)]
    assert bool(list(find_torn(sentences))) is torn


@pytest.mark.parametrize(
    ("text", "near"),
    [
        (CHANGED, True),
        (f"{LONG} and", True),
        (LONG.replace("word9 ", ""), True),
        (REWRITTEN, False),
        (" ".join(reversed(WORDS)), False),
        # The same words are a duplicate or another pair of one sentence, and no news here.
        (LONG.upper(), False),
    ],
)
def test_a_near_duplicate_shares_most_of_its_runs_of_three_words(text: str, near: bool) -> None:
    found = list(find_near([sentence(LONG, "w1.txt:1"), sentence(text, "w2.txt:9")]))
    assert [(alike.first.place, alike.second.place) for alike in found] == ([("w1.txt:1", "w2.txt:9")] if near else [])
    assert all(NEAR <= alike.share < 1 for alike in found)


def test_near_duplicates_are_held_to_the_share_that_is_asked() -> None:
    sentences = [sentence(LONG), sentence(CHANGED)]
    share = jaccard(shingles_of(LONG), shingles_of(CHANGED))
    assert [alike.share for alike in find_near(sentences, least=share)] == [share]
    assert list(find_near(sentences, least=share + 0.001)) == []


@pytest.mark.parametrize(("one", "other"), [("Stop!", "stop"), ("go home", "Go home."), ("", "...")])
def test_texts_shorter_than_a_shingle_can_be_compared(one: str, other: str) -> None:
    assert shingles_of(one) == shingles_of(other)
    assert len(shingles_of(one)) == 1


def test_hardly_a_near_duplicate_is_missed_among_many_texts() -> None:
    random.seed(5)
    texts = [" ".join(random.sample(range_words(900), 30)) for _ in range(300)]
    changed = [" ".join([*text.split()[:14], "other", *text.split()[15:]]) for text in texts]
    sentences = [sentence(text, f"{number}") for number, text in enumerate([*texts, *changed])]
    found = {(alike.first.place, alike.second.place) for alike in find_near(sentences)}
    wanted = {(f"{number}", f"{number + 300}") for number in range(300)}
    assert found <= wanted
    assert len(found) >= 298


def range_words(count: int) -> list[str]:
    return [f"w{number}" for number in range(count)]


def test_every_one_of_many_like_texts_is_told() -> None:
    count = 3 * MOST_PER_BUCKET
    sentences = [sentence(f"{LONG} {number}", str(number)) for number in range(count)]
    assert {alike.second.place for alike in find_near(sentences)} == {str(number) for number in range(1, count)}


def test_the_bands_of_a_text_are_the_same_in_every_run() -> None:
    first = next(iter(bands_of(shingles_of("Chad left Mali to its own troops"))))
    # Pinned: numbers that a process draws for itself would find other near-duplicates each time.
    assert np.frombuffer(first, dtype=np.uint64).tolist() == [13651098, 171281089, 973592546, 2334696575]


@pytest.mark.parametrize(
    ("text", "shared"),
    [
        ("He said The Envoy of the Northern League, flew home.", "The Envoy of the Northern League, flew home"),
        ("league flew home on Friday without a word", "league flew home on Friday without a word"),
        # Seven words of the yardstick, and then others.
        ("The envoy of the northern league flew off.", None),
        ("The envoy of the northern league soon flew home on Friday without a word.", None),
        ("on Friday the envoy of the northern lights flew home", None),
        ("", None),
    ],
)
def test_a_run_of_eight_words_of_the_yardstick_is_found_in_the_words_of_the_text(text: str, shared: str | None) -> None:
    runs = list(Yardstick([YARD]).find_runs(text))
    assert [text[run.start : run.end] for run in runs] == ([] if shared is None else [shared])
    assert [run.words for run in runs] == ([] if shared is None else [len(words_of(shared))])


def test_no_run_goes_from_one_text_of_the_yardstick_into_the_next() -> None:
    halves = ["the envoy of the northern league", "flew home on Friday without a word"]
    assert list(Yardstick(halves).find_runs(YARD)) == []
    assert [run.words for run in Yardstick(halves).find_runs(YARD, least=6)] == [6, 7]


def test_a_run_is_as_long_as_the_longest_text_that_has_it() -> None:
    yardstick = Yardstick([" ".join(WORDS[:10]), " ".join(WORDS[2:20]), " ".join(WORDS[4:12])])
    assert [run.words for run in yardstick.find_runs(LONG)] == [10, 18]


def test_runs_that_overlap_are_told_each() -> None:
    yardstick = Yardstick([" ".join(WORDS[:8]), " ".join(WORDS[1:9])])
    assert [LONG[run.start : run.end] for run in yardstick.find_runs(LONG)] == [
        " ".join(WORDS[:8]),
        " ".join(WORDS[1:9]),
    ]


@pytest.mark.parametrize("seed", range(20))
def test_the_yardstick_finds_what_a_search_word_by_word_finds(seed: int) -> None:
    draw = random.Random(seed)
    texts = ["".join(draw.choices("ab c", k=24)) for _ in range(6)]
    asked = "".join(draw.choices("ab c", k=60))
    places = {f" {' '.join(words_of(text))} " for text in texts}
    words = words_of(asked)
    ends = range(1, len(words) + 1)
    told = [[f" {' '.join(words[start:end])} " for start in range(end)] for end in ends]
    wanted = [
        max((run.count(" ") - 1 for run in runs if any(run in text for text in places)), default=0) for runs in told
    ]
    assert Yardstick(texts).shared(words) == wanted


def test_a_yardstick_is_read_from_all_its_files_once(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    lines = [{"sentence": "one", "label": "x"}, {"text": "two", "spans": [{"text": "three"}]}, {"sentence": "one"}]
    (tmp_path / "a.jsonl").write_text("\n".join(json.dumps(line) for line in lines) + "\n\n", encoding="utf-8")
    (tmp_path / "inner" / "b.json").write_text(json.dumps({"rows": [{"text": "four"}], "title": "no"}))
    (tmp_path / "c.txt").write_text('{"text": "five"}')
    assert read_yardstick(tmp_path) == ["one", "two", "three", "four"]


def test_a_broken_yardstick_is_refused_without_its_words(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "one"}\n{"text": "secret\n')
    with pytest.raises(CorpusError, match=r"a\.jsonl:2: no JSON") as error:
        read_yardstick(tmp_path)
    assert "secret" not in str(error.value)
