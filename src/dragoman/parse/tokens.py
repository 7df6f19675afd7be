"""Parsed: an article as sentences of tokens with their dependencies, free of the parser that made them.

Tokens hold article offsets, so every stage can cut spans without knowing spaCy; tests build parses by hand.
Labels are those of the English spaCy pipelines: Penn tags, ClearNLP dependencies, OntoNotes entity types.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from ..record import RegionKind, Span


@dataclass(frozen=True, slots=True)
class Token:
    """One word. `index` and `head` count within the sentence (the root is its own head); `start`/`end` are article
    offsets; `entity` is the entity label or "", `entity_begin` whether the entity starts here."""

    index: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    start: int
    end: int
    entity: str = ""
    entity_begin: bool = False

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.lower()


@dataclass(frozen=True)
class Sentence:
    """A sentence of one region. `index` counts over the article, `paragraph` is the number of its region."""

    index: int
    paragraph: int
    region: RegionKind
    tokens: tuple[Token, ...]

    @property
    def start(self) -> int:
        """Article offset of the first character."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Article offset behind the last character."""
        return self.tokens[-1].end

    @cached_property
    def root(self) -> Token:
        """The head of the sentence."""
        return next((token for token in self.tokens if token.head == token.index), self.tokens[0])

    @cached_property
    def child_lists(self) -> tuple[tuple[int, ...], ...]:
        """For each token the indices of its dependents, in order."""
        lists: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                lists[token.head].append(token.index)
        return tuple(tuple(children) for children in lists)

    def children(self, token: Token, *deps: str) -> list[Token]:
        """The dependents of `token`, only those with one of `deps` where any are given."""
        found = (self.tokens[child] for child in self.child_lists[token.index])
        return [child for child in found if not deps or child.dep in deps]

    def child(self, token: Token, *deps: str) -> Token | None:
        """The first dependent with one of `deps`."""
        return next(iter(self.children(token, *deps)), None)

    def head(self, token: Token) -> Token:
        """The token that `token` depends on (itself for the root)."""
        return self.tokens[token.head]

    def subtree(self, token: Token) -> list[Token]:
        """The token and all below it, in order of the text."""
        found, open_ = [], [token.index]
        while open_:
            at = open_.pop()
            found.append(at)
            open_.extend(self.child_lists[at])
        return [self.tokens[at] for at in sorted(found)]

    def ancestors(self, token: Token) -> Iterator[Token]:
        """The heads above `token`, nearest first, without the token itself."""
        while token.head != token.index:
            token = self.tokens[token.head]
            yield token

    def conjuncts(self, token: Token) -> list[Token]:
        """The token and those that are coordinated below it, in order."""
        found, open_ = [], [token]
        while open_:
            found.append(open_.pop())
            open_.extend(reversed(self.children(found[-1], "conj")))
        return found

    def between(self, start: int, end: int) -> list[Token]:
        """The tokens that lie wholly within the article offsets [start, end)."""
        return [token for token in self.tokens if start <= token.start and token.end <= end]


@dataclass(frozen=True)
class Quote:
    """A stretch of direct speech: `inner` stands between the marks, `outer` includes them. `paragraph` is the number
    of its region; `continued` is true where the paragraph ends without a closing mark and the next one goes on."""

    outer: Span
    inner: Span
    paragraph: int
    continued: bool = False


@dataclass(frozen=True)
class Parsed:
    """An article's sentences and quotes, in order of the text."""

    text: str
    sentences: tuple[Sentence, ...]
    quotes: tuple[Quote, ...] = ()

    def span(self, tokens: Iterable[Token]) -> Span:
        """The span from the first to the last of `tokens`."""
        many = list(tokens)
        return Span.cut(self.text, min(token.start for token in many), max(token.end for token in many))

    def sentence_span(self, sentence: Sentence) -> Span:
        """The span of a whole sentence."""
        return Span.cut(self.text, sentence.start, sentence.end)

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds the article offset, if any."""
        low, high = 0, len(self.sentences)
        while low < high:
            middle = (low + high) // 2
            if self.sentences[middle].end <= offset:
                low = middle + 1
            else:
                high = middle
        found = self.sentences[low] if low < len(self.sentences) else None
        return found if found is not None and found.start <= offset else None

    def quote_at(self, offset: int) -> Quote | None:
        """The quote that holds the article offset, if any."""
        return next((quote for quote in self.quotes if quote.outer.start <= offset < quote.outer.end), None)
