"""Passage: an article laid out for finding who says what: words by paragraph, quotes and mentions by place.

In: Article, Parsed and Mentions. Out: one Passage that the rules of this package ask. Refuses: paragraphs other
than the body, and sentences too long to be prose.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..actors.mention import Mention
from ..parse.tokens import Parsed, Quote, Sentence, Token
from ..record import Article, RegionKind, Span
from .speech import Speech

MAX_SENTENCE = 300  # tokens; beyond it stands a list or a table, and the work per sentence stays bounded
WINDOW = 70  # tokens on either side of a quote that may name its speaker
ASIDE_WORDS = 3  # a quote of so few words does not break the clause around it
TERMINALS = frozenset({".", "!", "?"})


@dataclass(frozen=True, slots=True)
class Word:
    """A token with the sentence that holds it."""

    sentence: Sentence
    token: Token


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim in the making: what was said, by which mention (None where unknown), shown by which rule."""

    span: Span
    speaker: Mention | None
    quote: bool
    rule: str
    sentence: int
    paragraph: int


@dataclass(frozen=True)
class Passage:
    """What the rules ask about one article."""

    article: Article
    parsed: Parsed
    mentions: tuple[Mention, ...]
    speech: Speech

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the body that are prose."""
        return tuple(
            sentence
            for sentence in self.parsed.sentences
            if sentence.region is RegionKind.BODY and sentence.tokens and len(sentence.tokens) <= MAX_SENTENCE
        )

    @cached_property
    def words(self) -> dict[int, list[Word]]:
        """The words of each body paragraph, in order."""
        found: dict[int, list[Word]] = defaultdict(list)
        for sentence in self.sentences:
            found[sentence.paragraph].extend(Word(sentence, token) for token in sentence.tokens)
        return dict(found)

    @cached_property
    def starts(self) -> dict[int, list[int]]:
        """The offset of each word of each body paragraph."""
        return {paragraph: [word.token.start for word in words] for paragraph, words in self.words.items()}

    @cached_property
    def paragraphs(self) -> list[int]:
        """The numbers of the body paragraphs, in order."""
        return sorted(self.words)

    def paragraphs_before(self, paragraph: int, most: int) -> list[int]:
        """The numbers of at most `most` body paragraphs before the given one, the nearest first."""
        at = bisect_left(self.paragraphs, paragraph)
        return self.paragraphs[max(0, at - most) : at][::-1]

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """The quotes of the body, in order."""
        return tuple(quote for quote in self.parsed.quotes if quote.paragraph in self.words)

    @cached_property
    def quote_starts(self) -> list[int]:
        """The offset of each quote."""
        return [quote.outer.start for quote in self.quotes]

    @cached_property
    def mentions_by_sentence(self) -> dict[int, list[Mention]]:
        """The mentions of each sentence, in order."""
        found: dict[int, list[Mention]] = defaultdict(list)
        for mention in sorted(self.mentions, key=lambda mention: (mention.span, mention.kind)):
            found[mention.sentence].append(mention)
        return dict(found)

    @cached_property
    def body_mentions(self) -> list[Mention]:
        """The mentions of the body, in order."""
        found = [
            mention for sentence in self.sentences for mention in self.mentions_by_sentence.get(sentence.index, ())
        ]
        return sorted(found, key=lambda mention: (mention.span.start, mention.span.end))

    @cached_property
    def mention_starts(self) -> list[int]:
        """The offset of each mention of the body."""
        return [mention.span.start for mention in self.body_mentions]

    def mentions_within(self, span: Span) -> list[Mention]:
        """The mentions of the body that begin within the span, in order."""
        first, last = bisect_left(self.mention_starts, span.start), bisect_left(self.mention_starts, span.end)
        return self.body_mentions[first:last]

    @cached_property
    def countries_by_paragraph(self) -> dict[int, tuple[str, ...]]:
        """The codes that the mentions of each body paragraph have, in order, each once."""
        found: dict[int, dict[str, None]] = defaultdict(dict)
        for sentence in self.sentences:
            for mention in self.mentions_by_sentence.get(sentence.index, ()):
                found[sentence.paragraph].update(dict.fromkeys(mention.countries))
        return {paragraph: tuple(codes) for paragraph, codes in found.items()}

    def quote_around(self, offset: int) -> Quote | None:
        """The quote whose marks or words hold the offset."""
        at = bisect_right(self.quote_starts, offset) - 1
        return self.quotes[at] if at >= 0 and offset < self.quotes[at].outer.end else None

    def is_spoken(self, token: Token) -> bool:
        """Whether the token stands in a quote, marks included."""
        return self.quote_around(token.start) is not None

    def verb_class(self, token: Token) -> str | None:
        """The class of a verb of speech; None for any other word."""
        if token.pos not in ("VERB", "AUX") and token.tag not in ("VBD", "VBZ", "VBN"):
            return None
        return self.speech.class_of(token.lemma.lower())

    def words_after(self, quote: Quote) -> list[Word]:
        """The words behind the quote up to the end of its sentence or the next full quote."""
        words = self.words[quote.paragraph]
        at, found = bisect_right(self.starts[quote.paragraph], quote.outer.end - 1), list[Word]()
        for word in words[at : at + WINDOW]:
            around = self.quote_around(word.token.start)
            if around is not None and around is not quote and not is_aside(around):
                break
            if word.token.text in TERMINALS and around is None:
                break
            if around is None:
                found.append(word)
        return found

    def words_before(self, paragraph: int, offset: int) -> list[Word]:
        """The words before the offset back to the start of its sentence or the end of a full quote."""
        words = self.words.get(paragraph, [])
        at, found = bisect_right(self.starts.get(paragraph, []), offset - 1), list[Word]()
        for word in reversed(words[max(0, at - WINDOW) : at]):
            around = self.quote_around(word.token.start)
            if around is not None and around.outer.start < offset and not is_aside(around):
                break
            if word.token.text in TERMINALS and around is None:
                break
            if around is None:
                found.append(word)
        return found[::-1]

    def unquoted_words(self, tokens: Iterable[Token]) -> list[Token]:
        """The tokens that are words and stand in no quote."""
        return [token for token in tokens if token.pos != "PUNCT" and not self.is_spoken(token)]

    def cut_tokens(self, tokens: Sequence[Token]) -> Span | None:
        """The stretch of the tokens without punctuation at its edges, its quotation marks kept whole."""
        start, end = 0, len(tokens)
        while start < end and _is_edge(tokens[start], opening=True):
            start += 1
        while end > start and _is_edge(tokens[end - 1], opening=False):
            end -= 1
        if start >= end:
            return None
        first, last = tokens[start].start, tokens[end - 1].end
        head, tail = self.quote_around(first), self.quote_around(last - 1)
        # Half a quote would not say what was said: the stretch takes all of it.
        first = head.outer.start if head is not None and head.outer.start < first else first
        last = tail.outer.end if tail is not None and tail.outer.end > last else last
        if head is not None and tail is head and head.outer.start == first and head.outer.end == last:
            first, last = head.inner.start, head.inner.end
        return Span.cut(self.parsed.text, first, last)


def is_aside(quote: Quote) -> bool:
    """Whether a quote is a word or two inside somebody else's clause."""
    return len(quote.inner.text.split()) <= ASIDE_WORDS and quote.inner.text[-1] not in ",.!?"


def _is_edge(token: Token, *, opening: bool) -> bool:
    """Whether punctuation at the edge of a stretch is no part of it."""
    kept = "“‘\"'«„([" if opening else "”’\"'»)]%"
    return token.pos in ("PUNCT", "SPACE") and token.text not in kept
