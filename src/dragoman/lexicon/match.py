"""Match: phrases of a lexicon found in a sentence by whole words, longest first.

Phrases and tokens are broken into runs of letters and digits and compared without case; a match begins and ends at
the edges of tokens, so "ambassador" never holds "Assad", and does not run over a comma that its phrase lacks. Names
must begin with a capital in the text, acronyms must stand as the lexicon writes them ("US" is no "us").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from ..parse.tokens import Token

Entry = TypeVar("Entry")
_RUN = re.compile(r"\w+")
# The parser parts a possessive ending from its word, so a lexicon's phrase goes without it too.
_POSSESSIVE = re.compile(r"['’]s\b")
# Marks that part two names of a list, unless the phrase itself has them: "Turkish, Cypriot and Greek".
_PARTING = frozenset(",;:()[]—–")
# A phrase in capitals up to this length is an acronym whose case counts; longer ones may be shouted headlines.
LONGEST_ACRONYM = 6


@dataclass(frozen=True, slots=True)
class Match(Generic[Entry]):
    """The lexicon's `entries` for the tokens number `first` to `last` of a sentence, both included."""

    first: int
    last: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class _Phrase(Generic[Entry]):
    runs: tuple[str, ...]
    text: str
    entry: Entry
    is_name: bool


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence as runs: without case, as written, the token of each, the first run of each token, and where a match
    may end."""

    tokens: tuple[Token, ...]
    runs: tuple[str, ...]
    words: tuple[str, ...]
    owner: tuple[int, ...]
    starts: dict[int, int]
    edges: frozenset[int]


def _words_of(text: str) -> list[str]:
    return _RUN.findall(_POSSESSIVE.sub("", text))


def runs_of(text: str) -> tuple[str, ...]:
    """The runs of letters and digits in `text`, without case."""
    return tuple(word.casefold() for word in _words_of(text))


class PhraseBook(Generic[Entry]):
    """Phrases with their entries, ready to be found in sentences. Built once, then only read."""

    def __init__(self, phrases: Iterable[tuple[str, Entry, bool]]) -> None:
        """`phrases`: text, entry, and whether the phrase is a name (needs a capital)."""
        self._by_first: dict[str, dict[int, dict[tuple[str, ...], list[_Phrase[Entry]]]]] = {}
        for text, entry, is_name in phrases:
            runs = runs_of(text)
            if runs:
                by_length = self._by_first.setdefault(runs[0], {})
                by_length.setdefault(len(runs), {}).setdefault(runs, []).append(_Phrase(runs, text, entry, is_name))

    def look_up(self, text: str) -> tuple[Entry, ...]:
        """The entries whose phrase is the whole of `text`."""
        runs = runs_of(text)
        if not runs:
            return ()
        phrases = self._by_first.get(runs[0], {}).get(len(runs), {}).get(runs, [])
        return tuple(phrase.entry for phrase in phrases if _case_fits(phrase, text))

    def find(self, tokens: Sequence[Token]) -> list[Match[Entry]]:
        """All matches in the tokens, longest first from the left, none overlapping another."""
        line = _read_line(tokens)
        found: list[Match[Entry]] = []
        at = 0
        while at < len(tokens):
            match = self._longest(line, at)
            if match is not None:
                found.append(match)
                at = match.last
            at += 1
        return found

    def _longest(self, line: _Line, at: int) -> Match[Entry] | None:
        begin = line.starts.get(at)
        if begin is None or begin >= len(line.runs) or line.owner[begin] != at:
            return None
        by_length = self._by_first.get(line.runs[begin], {})
        for length in sorted(by_length, reverse=True):
            end = begin + length
            phrases = by_length[length].get(line.runs[begin:end], ()) if end in line.edges else ()
            if phrases:
                last = line.owner[end - 1]
                text = " ".join(line.words[begin:end])
                marks = _count_marks(token.text for token in line.tokens[at : last + 1])
                fitting = (each for each in phrases if _case_fits(each, text) and marks <= _count_marks(each.text))
                entries = tuple(phrase.entry for phrase in fitting)
                if entries:
                    return Match(at, last, entries)
        return None


def _read_line(tokens: Sequence[Token]) -> _Line:
    words: list[str] = []
    owner: list[int] = []
    starts: dict[int, int] = {}
    edges: set[int] = set()
    for at, token in enumerate(tokens):
        # A possessive ending is no word of a name.
        if token.tag == "POS":
            continue
        starts[at] = len(words)
        # Each side of a stroke may be a phrase: the parser leaves some in one token.
        for part in token.text.split("/"):
            added = _words_of(part)
            words.extend(added)
            owner.extend([at] * len(added))
            if added:
                edges.add(len(words))
    runs = tuple(word.casefold() for word in words)
    return _Line(tuple(tokens), runs, tuple(words), tuple(owner), starts, frozenset(edges))


def _count_marks(texts: Iterable[str]) -> int:
    return sum(char in _PARTING for text in texts for char in text)


def _case_fits(phrase: _Phrase[Entry], text: str) -> bool:
    if not phrase.is_name:
        return True
    letters = [char for char in phrase.text if char.isalpha()]
    if letters and len(letters) <= LONGEST_ACRONYM and all(char.isupper() for char in letters):
        return [char for char in text if char.isalpha()] == letters
    if not letters or not letters[0].isupper():
        return True
    first = next((char for char in text if char.isalpha()), "")
    # Scripts without case have nothing to check.
    return first.isupper() or first.lower() == first.upper()
