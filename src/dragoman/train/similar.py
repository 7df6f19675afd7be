"""Texts that are too much alike: duplicates, near-duplicates, and runs of words shared with the texts of a yardstick.

In: Sentences with their places; a folder of yardstick texts. Out: pairs of Sentences, and Runs, which are characters of
the corpus, so that a report shows no words but its own. Time and memory grow with the input, not with its square.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..errors import CorpusError

# Sentences of news have some thirty words: one word changed in the middle leaves 0.81 of the shingles of three words.
SHINGLE = 3
NEAR = 0.8
# Sixteen bands of four rows: of pairs that share 0.8 of their shingles, 2 in 10,000 are missed; of pairs that share
# 0.3, 12 in 100 are compared for nothing.
PERMUTATIONS, BANDS = 64, 16
SEED = 8
# A stock phrase may put very many texts into one bucket; a text is compared with the last ones of each alone.
MOST_PER_BUCKET = 32
# Eight words in a row are no accident, save for names of offices and stock phrases, which a writer can put otherwise.
LONGEST_SHARED = 8
# Abbreviations, numbers and hyphened words are one word each, whether or not the text was cut into tokens.
WORD = re.compile(r"\w+(?:[.,-]\w+)*")
# What is left of a possessive: no word.
CLITIC = "s"
END = "\n"
YARDSTICK_KEYS = ("sentence", "text")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text of the corpus: its place "file:line", its part, and the characters of its marks (none in a passage)."""

    place: str
    text: str
    part: str
    marks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Alike:
    """Two Sentences, the earlier one first, and the share of their shingles that both have."""

    first: Sentence
    second: Sentence
    share: float


@dataclass(frozen=True, slots=True)
class Run:
    """Characters `start` to `end` of a text, half-open: so many `words` that stand in a yardstick text in a row."""

    start: int
    end: int
    words: int


def normalise(text: str) -> str:
    """The text without differences of case and blanks."""
    return " ".join(text.casefold().split())


def find_words(text: str) -> list[re.Match[str]]:
    """The words of a text, each with its place."""
    return [match for match in WORD.finditer(text) if match[0].casefold() != CLITIC]


def words_of(text: str) -> list[str]:
    """The words of a text without case."""
    return [match[0].casefold() for match in find_words(text)]


def find_duplicates(sentences: Iterable[Sentence]) -> Iterator[Alike]:
    """Sentences with the same words and the same marks as an earlier one: the same words with other marks are none."""
    first: dict[tuple[str, ...], Sentence] = {}
    for sentence in sentences:
        places = (str(len(normalise(sentence.text[:mark]))) for mark in sentence.marks)
        earlier = first.setdefault((normalise(sentence.text), *places), sentence)
        if earlier is not sentence:
            yield Alike(earlier, sentence, 1.0)


def find_torn(sentences: Iterable[Sentence]) -> Iterator[Alike]:
    """Sentences with the same words as an earlier one that lies in another part: what is measured would be learned."""
    first: dict[str, Sentence] = {}
    for sentence in sentences:
        earlier = first.setdefault(normalise(sentence.text), sentence)
        if earlier.part != sentence.part:
            yield Alike(earlier, sentence, 1.0)


def find_near(sentences: Iterable[Sentence], *, least: float = NEAR) -> Iterator[Alike]:
    """Sentences whose words are nearly those of an earlier one, but not the same."""
    texts = list({normalise(sentence.text): sentence for sentence in reversed(list(sentences))}.values())[::-1]
    shingles = [shingles_of(sentence.text) for sentence in texts]
    buckets: dict[tuple[int, bytes], list[int]] = defaultdict(list)
    for number, own in enumerate(shingles):
        earlier: set[int] = set()
        for key in enumerate(bands_of(own)):
            earlier.update(buckets[key][-MOST_PER_BUCKET:])
            buckets[key].append(number)
        for other in sorted(earlier):
            if (share := jaccard(own, shingles[other])) >= least:
                yield Alike(texts[other], texts[number], share)


def shingles_of(text: str) -> frozenset[int]:
    """The runs of three words of a text, each as a number; a shorter text is one shingle."""
    words = words_of(text)
    starts = range(max(1, len(words) - SHINGLE + 1))
    runs = (" ".join(words[start : start + SHINGLE]) for start in starts)
    return frozenset(digest_of(run) for run in runs)


def digest_of(text: str) -> int:
    """A number of 64 bits that hangs on the text alone."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")


def jaccard(one: frozenset[int], other: frozenset[int]) -> float:
    """The share of the shingles of two texts that both have."""
    return len(one & other) / len(one | other)


def bands_of(shingles: frozenset[int]) -> Iterator[bytes]:
    """The bands of the MinHash of a text: two texts that are much alike have at least one of them in common."""
    factors, shifts = load_permutations()
    numbers = np.fromiter(shingles, dtype=np.uint64, count=len(shingles))[:, None]
    smallest = ((numbers * factors + shifts) >> np.uint64(32)).min(axis=0)
    return (band.tobytes() for band in smallest.reshape(BANDS, -1))


@lru_cache(maxsize=1)
def load_permutations() -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """The odd factors and the shifts of the hash functions, the same in every run."""
    numbers = np.array([digest_of(f"{SEED} {number}") for number in range(2 * PERMUTATIONS)], dtype=np.uint64)
    return numbers[:PERMUTATIONS] | np.uint64(1), numbers[PERMUTATIONS:]


class Yardstick:
    """The texts of a yardstick as a suffix automaton over words: each of its states is a set of runs of words.

    It finds the longest run that ends at a word in one pass over a text, however many texts it holds.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self.steps: list[dict[str, int]] = [{}]
        self.links = [-1]
        self.lengths = [0]
        last = 0
        for text in texts:
            # END is no word of any text, so that no run goes from one text into the next.
            for word in (*words_of(text), END):
                last = self.extend(last, word)

    def extend(self, last: int, word: str) -> int:
        """Add a word behind the state that holds all words so far, and give the state that then does."""
        state = self.add({}, 0, self.lengths[last] + 1)
        at = last
        while at >= 0 and word not in self.steps[at]:
            self.steps[at][word] = state
            at = self.links[at]
        if at < 0:
            return state
        target = self.steps[at][word]
        if self.lengths[target] != self.lengths[at] + 1:
            target = self.split(at, word)
        self.links[state] = target
        return state

    def split(self, at: int, word: str) -> int:
        """Part the runs that `word` leads to from state `at` from the longer ones that share their state."""
        target = self.steps[at][word]
        twin = self.add(dict(self.steps[target]), self.links[target], self.lengths[at] + 1)
        self.links[target] = twin
        while at >= 0 and self.steps[at].get(word) == target:
            self.steps[at][word] = twin
            at = self.links[at]
        return twin

    def add(self, steps: dict[str, int], link: int, length: int) -> int:
        """Add a state and give its number."""
        self.steps.append(steps)
        self.links.append(link)
        self.lengths.append(length)
        return len(self.steps) - 1

    def shared(self, words: Sequence[str]) -> list[int]:
        """For each word, the length of the longest run that ends there and stands in a text of the yardstick."""
        state, length, found = 0, 0, []
        for word in words:
            while state and word not in self.steps[state]:
                state = self.links[state]
                length = self.lengths[state]
            if word in self.steps[state]:
                state, length = self.steps[state][word], length + 1
            found.append(length)
        return found

    def find_runs(self, text: str, *, least: int = LONGEST_SHARED) -> Iterator[Run]:
        """The runs of at least so many words that the text shares with the yardstick, none of them inside another."""
        words = find_words(text)
        lengths = [*self.shared([word[0].casefold() for word in words]), 0]
        for number, word in enumerate(words):
            length = lengths[number]
            if length >= least and lengths[number + 1] <= length:
                yield Run(words[number - length + 1].start(), word.end(), length)


def read_yardstick(folder: Path) -> list[str]:
    """The distinct texts of a folder of JSON and JSONL files. Raises CorpusError on one that is broken."""
    found: dict[str, None] = {}
    for path in sorted(folder.rglob("*.json*")):
        text = path.read_text(encoding="utf-8")
        for number, part in enumerate(text.splitlines() if path.suffix == ".jsonl" else [text], start=1):
            try:
                found.update(dict.fromkeys(strings_of(json.loads(part)) if part.strip() else ()))
            except ValueError as error:
                raise CorpusError(f"{path.name}:{number}: no JSON: {error}") from error
    return list(found)


def strings_of(value: Any) -> Iterator[str]:
    """What stands under the keys of a yardstick text, at any depth."""
    if isinstance(value, dict):
        yield from (value[key] for key in YARDSTICK_KEYS if isinstance(value.get(key), str))
    if isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from strings_of(each)
