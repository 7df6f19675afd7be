"""Bare: an actor phrase by itself becomes a Parsed of one sentence, by rules for noun phrases and without the parser.

In: a phrase ("the visiting Danish prime minister", "Belarusian Defence Minister Lt. Gen. X"). Out: a Parsed with the
tags, heads and name labels that the stage reads, or None for what is no noun phrase (a clause, several sentences).
A parser trained on sentences is no surer of such fragments, and some two hundred times slower.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from ..parse.tokens import Parsed, Sentence, Token
from ..record import RegionKind
from .bare_words import (
    ADJECTIVES,
    CLAUSE,
    CONJUNCTIONS,
    DATES,
    DETERMINERS,
    IRREGULAR,
    NOUNS_IN_ING,
    NUMBERS,
    OWNERS,
    POSTPOSED,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
)
from .lexicon import ActorLexicon
from .names import inside_body, names_thing, official_names
from .pieces import Piece, find_hits

# Longer phrases are sentences, which the parser reads better.
MOST_TOKENS = 40
_TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}"  # U.S.
    r"|(?:Gen|Lt|Col|Maj|Brig|Adm|Capt|Sgt|Dr|Mr|Mrs|Ms|Prof|Rep|Sen|Gov|St|Jr|Sr|Hon|Rev|Cmdr|Ret|Amb|Msgr|Cpl|Pvt)\."
    r"|[A-Z]\.(?=\s)"
    r"|['’]s\b|(?<=s)['’](?!\w)"
    r"|\d[\d.,]*\d|\d"
    r"|\w+(?:['’](?!s\b)\w+)*"
    r"|\S"
)
_HYPHENS = frozenset({"-", "–", "‑"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_PLURAL = re.compile(r"(?:[^su]|us|[aeiou]u)s$|sses$")
_DEPS = {
    "DET": "det",
    "ADJ": "amod",
    "NUM": "nummod",
    "VERB": "amod",
    "ADV": "advmod",
    "PUNCT": "punct",
    "PRON": "poss",
}


@dataclass
class _Word:
    """A token while its place in the phrase is worked out."""

    text: str
    start: int
    pos: str = ""
    tag: str = ""
    dep: str = "dep"
    head: int = -1
    entity: str = ""

    @property
    def lower(self) -> str:
        return self.text.lower()


class Bare(NamedTuple):
    """A phrase as a Parsed of one sentence, and what the lexicon knows of it."""

    parsed: Parsed
    hits: list[Piece]


def parse_bare(text: str, lexicon: ActorLexicon) -> Bare | None:
    """The phrase parsed; None where it is no noun phrase."""
    words = [_Word(match[0], match.start()) for match in _TOKEN.finditer(text)]
    if not words or len(words) > MOST_TOKENS:
        return None
    for at, word in enumerate(words):
        word.pos, word.tag = _first_guess(word, at, words)
    hits = find_hits(_sentence(words), lexicon)
    _retag(words, hits)
    if any(word.tag in ("MD", "VBD") or word.text in ".!?;:" for word in words[:-1]):
        return None
    _label_names(text, words, hits, lexicon)
    _Builder(words).build()
    return Bare(Parsed(text, (_sentence(words),)), hits)


def _sentence(words: list[_Word]) -> Sentence:
    tokens = tuple(
        Token(
            at, word.text, _lemma(word), word.pos, word.tag, word.dep, at if word.head < 0 else word.head, word.start,
            word.start + len(word.text), word.entity, bool(word.entity) and (at == 0 or not words[at - 1].entity),
        )
        for at, word in enumerate(words)
    )  # fmt: skip
    return Sentence(0, 0, RegionKind.BODY, tokens)


def _first_guess(word: _Word, at: int, words: list[_Word]) -> tuple[str, str]:
    """Part of speech and tag by the word's form and its neighbours alone."""
    lower = word.lower
    if lower in ("'s", "’s", "'", "’") and at:
        return "PART", "POS"
    if not any(char.isalnum() for char in word.text):
        return "PUNCT", "HYPH" if word.text in _HYPHENS else word.text
    if word.text[:1].isdigit() or lower in NUMBERS:
        return "NUM", "CD"
    for group, pos, tag in (
        (DETERMINERS, "DET", "DT"),
        (OWNERS, "PRON", "PRP$"),
        (RELATIVES, "PRON", "WP"),
        (PRONOUNS, "PRON", "PRP"),
        (CONJUNCTIONS, "CCONJ", "CC"),
        (PREPOSITIONS, "ADP", "IN"),
        (CLAUSE, "AUX", "MD"),
    ):
        if lower in group and not _is_capital_inside(word, at) and not _is_acronym(word):
            return pos, tag
    if word.text[:1].isupper():
        return "PROPN", "NNPS" if word.text[-1] == "s" and _is_plural(lower) else "NNP"
    if lower in ADJECTIVES:
        return "ADJ", "JJ"
    return _verbal(lower, at, words) or ("NOUN", "NNS" if _is_plural(lower) else "NN")


def _verbal(lower: str, at: int, words: list[_Word]) -> tuple[str, str] | None:
    """A participle, where the word looks like one and another word follows that it may belong to."""
    if len(lower) < 5 or at + 1 == len(words) or not lower.endswith(("ed", "ing")) or lower in NOUNS_IN_ING:
        return None
    return "VERB", "VBN" if lower.endswith("ed") else "VBG"


def _is_capital_inside(word: _Word, at: int) -> bool:
    """A small word written with a capital inside a phrase is part of a name ("The Who", "Will Smith")."""
    return at > 0 and word.text[:1].isupper() and len(word.text) > 1


def _is_acronym(word: _Word) -> bool:
    """Whether a small word is written in capitals ("WHO", "IS")."""
    return len(word.text) > 1 and word.text.isupper()


def _is_plural(lower: str) -> bool:
    return lower in IRREGULAR or bool(_PLURAL.search(lower)) and len(lower) > 3


def _lemma(word: _Word) -> str:
    lower = word.lower
    if word.tag not in ("NNS", "NNPS"):
        return lower
    if lower in IRREGULAR:
        return IRREGULAR[lower]
    if lower.endswith("ies") and len(lower) > 4:
        return lower[:-3] + "y"
    if lower.endswith(("ches", "shes", "xes", "sses")):
        return lower[:-2]
    return lower[:-1] if lower.endswith("s") else lower


def _retag(words: list[_Word], hits: list[Piece]) -> None:
    """Take over what the lexicon knows: nationalities before a noun are adjectives, offices and bodies are nouns."""
    for piece in hits:
        last = words[piece.last]
        following = words[piece.last + 1] if piece.last + 1 < len(words) else None
        if piece.kind == "adjective":
            qualifies = following is not None and following.pos in ("NOUN", "PROPN", "ADJ", "VERB", "CCONJ", "NUM")
            last.pos, last.tag = ("ADJ", "JJ") if qualifies else ("PROPN", "NNP")
        elif piece.kind in ("office", "noun", "organisation", "name", "seat", "people", "group") and last.pos in (
            "ADJ", "VERB", "ADP", "DET", "AUX",
        ):  # fmt: skip
            capital = last.text[:1].isupper()
            plural = _is_plural(last.lower)
            last.pos = "PROPN" if capital else "NOUN"
            last.tag = ("NNPS" if plural else "NNP") if capital else ("NNS" if plural else "NN")


def _label_names(text: str, words: list[_Word], hits: list[Piece], lexicon: ActorLexicon) -> None:
    """Label runs of capitalised words outside the lexicon as names of persons: two words or more, or one that the
    tables of office-holders know; and dates as dates."""
    for word in words:
        if word.lower.rstrip(".") in DATES and word.text[:1].isupper():
            word.entity = "DATE"
    taken = {at: piece for piece in hits for at in range(piece.first, piece.last + 1)}
    texts = [word.text for word in words]
    for first, last in official_names(texts, lexicon):
        if not inside_body(taken, first, last) and not names_thing(texts, first, last, lexicon.references):
            _mark(words, first, last)
    at = 0
    while at < len(words):
        last = _run(words, at, taken, lexicon)
        if last < at:
            at += 1
            continue
        if not names_thing(texts, at, last, lexicon.references):
            name = text[words[at].start : words[last].start + len(words[last].text)]
            several = sum(word.text[:1].isupper() for word in words[at : last + 1]) > 1
            if several or (len(name) > 1 and lexicon.officials.surnamed(name)):
                _mark(words, at, last)
        at = last + 1


def _mark(words: list[_Word], first: int, last: int) -> None:
    for at in range(first, last + 1):
        words[at].entity = "PERSON"
        if words[at].text[:1].isalpha():
            words[at].pos, words[at].tag = "PROPN", "NNP"


def _run(words: list[_Word], first: int, taken: dict[int, Piece], lexicon: ActorLexicon) -> int:
    """The last word of the capitalised run that begins at `first`, `first - 1` where none does."""
    at, last = first, first - 1
    while at < len(words):
        word, piece = words[at], taken.get(at)
        if word.entity or (piece is not None and not piece.ambiguous):
            break
        if word.text[:1].isupper() and word.pos == "PROPN":
            last = at
        elif not (last >= first and (word.text in _HYPHENS or word.lower in lexicon.references.particles)):
            break
        at += 1
    return last


class _Builder:
    """Finds the head of each noun phrase and hangs the words on one another."""

    def __init__(self, words: list[_Word]) -> None:
        self.words = words
        self.root = -1
        self.last_head = -1

    def build(self) -> None:
        """Set `head` and `dep` of all words."""
        words, at, link = self.words, 0, ("ROOT", -1)
        while at < len(words):
            end = self._phrase_end(at)
            if end > at:
                head = self._hang(at, end)
                self._attach(head, link)
                at, link = end, ("appos", self.root)
                continue
            link = self._joint(at, link)
            at += 1
        if self.root < 0:
            self.root = 0
            words[0].dep = "ROOT"
        for index, word in enumerate(words):
            if word.head < 0 and index != self.root:
                word.head = self.root
        words[self.root].head, words[self.root].dep = self.root, "ROOT"

    def _attach(self, head: int, link: tuple[str, int]) -> None:
        """Hang the head of a phrase on what came before."""
        if self.root < 0:
            self.root, self.words[head].dep, self.words[head].head = head, "ROOT", head
        else:
            self.words[head].dep, self.words[head].head = link[0], link[1] if link[1] >= 0 else self.root
        self.last_head = head

    def _joint(self, at: int, link: tuple[str, int]) -> tuple[str, int]:
        """Hang a word that stands between phrases; how the next phrase hangs on what came before."""
        word, before = self.words[at], self.last_head if self.last_head >= 0 else self.root
        word.head = before if before >= 0 else -1
        if word.pos == "ADP":
            word.dep = "prep"
            return "pobj", at
        if word.pos == "CCONJ":
            word.dep = "cc"
            return "conj", before
        if word.tag == "WP":
            word.dep = "nsubj"
            return "dobj", self.root
        if word.pos == "VERB":
            word.dep = "acl"
            return "dobj", at
        if word.pos == "ADJ":
            word.dep = "amod"
            return link
        word.dep = "punct" if word.pos == "PUNCT" else "dep"
        if word.text == "," and self._is_list(at):
            return "conj", before
        return ("appos", self.root) if word.pos == "PUNCT" else link

    def _is_list(self, comma: int) -> bool:
        """Whether an "and" follows a phrase or two behind the comma: a list and no apposition."""
        following = self.words[comma + 1 :]
        marks = [word for word in following if word.text == "," or word.pos in ("CCONJ", "ADP")]
        return bool(marks) and marks[0].pos == "CCONJ"

    def _phrase_end(self, at: int) -> int:
        """The index behind the noun phrase that begins at `at`; `at` itself where none does."""
        words, end, nominal = self.words, at, False
        while end < len(words):
            word = words[end]
            if word.pos in _NOMINAL or word.pos == "NUM":
                nominal = True
            elif word.pos == "VERB" or (word.pos == "ADJ" and word.lower in POSTPOSED):
                if nominal and words[end - 1].tag not in ("POS", "HYPH") and not self._before_noun(end):
                    break
            elif word.pos == "CCONJ":
                if not self._joins_modifiers(end, at):
                    break
            elif word.tag == "HYPH" or word.pos == "ADV":
                pass
            elif word.pos == "DET" or word.tag == "PRP$":
                if nominal:
                    break
            elif word.pos not in ("ADJ", "PART"):
                break
            end += 1
        while end > at and words[end - 1].pos in ("CCONJ", "DET") or (end > at and words[end - 1].tag == "HYPH"):
            end -= 1
        return end

    def _before_noun(self, at: int) -> bool:
        """Whether a participle or adjective behind a noun belongs to a noun behind it ("army trained officers" does
        not, "Iran-backed armed groups" does)."""
        following = self.words[at + 1] if at + 1 < len(self.words) else None
        if following is None:
            return self.words[at].pos == "VERB" and self.words[at].tag == "VBG"
        if following.pos in ("ADP", "DET", "PUNCT", "PRON") and following.tag != "HYPH":
            return False
        return following.text[:1].islower()

    def _joins_modifiers(self, at: int, first: int) -> bool:
        """Whether an "and" joins what qualifies one noun ("foreign and defence ministers", "US and Iraqi forces")."""
        words = self.words
        if at == first or at + 1 >= len(words):
            return False
        before, following = words[at - 1], words[at + 1]
        if before.pos in ("ADJ", "VERB"):
            return following.pos in ("ADJ", "NOUN", "PROPN", "VERB")
        short = before.text.replace(".", "").isupper()
        return short and following.pos == "ADJ" and following.text[:1].isupper()

    def _hang(self, first: int, end: int) -> int:
        """Hang the words of one noun phrase on its head; the head's index."""
        words = self.words
        ends = [at for at in range(first, end) if words[at].tag == "POS"]
        previous, begin = -1, first
        head = first
        for stop in (*ends, end):
            span = range(begin, stop)
            nominals = [at for at in span if words[at].pos in _NOMINAL] or [at for at in span if words[at].pos == "NUM"]
            head = nominals[-1] if nominals else (span[-1] if len(span) else max(first, stop - 1))
            if nominals and stop == end and words[stop - 1].pos == "ADJ" and words[stop - 1].text.islower():
                # An adjective that ends the phrase is a noun there ("the Peru current", "the Kenyan poor").
                head = stop - 1
                words[head].pos, words[head].tag = "NOUN", "NN"
            for at in span:
                if at != head:
                    words[at].head, words[at].dep = head, _DEPS.get(words[at].pos, "compound")
            if previous >= 0:
                words[previous].head, words[previous].dep = head, "poss"
            if stop < end:
                words[stop].head, words[stop].dep = head, "case"
            previous, begin = head, stop + 1
        return head
