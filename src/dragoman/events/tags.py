"""Tags: what the tagger marked in a sentence becomes whole words, and the mentions that stand there.

In: a Sentence, its Tagged spans, its Mentions. Out: Tagged spans. The encoder's word pieces part names with accents
and hyphens ("Nham|pó|ssa"), so that a tag may begin inside a word or one name be tagged in several pieces: each is
widened to the words that it touches and to the mention that those belong to, and pieces of one mention become one.
Refuses a tag that holds no word by which somebody can be meant (punctuation, "the", "Mr").
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..actors.mention import Mention
from ..model.tagger import Tagged
from ..parse.tokens import Sentence, Token

_EMPTY_POS = frozenset({"PUNCT", "DET", "ADP", "CCONJ", "PART", "SPACE", "SYM"})
_TITLES = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr."})
PARTIES = ("actor", "recipient")


def whole_tags(sentence: Sentence, spans: Iterable[Tagged], mentions: Sequence[Mention]) -> tuple[Tagged, ...]:
    """The tags of a sentence (offsets from its start) as whole words; parties as the mentions that they mean."""
    found: dict[tuple[str, int, int], Tagged] = {}
    for span in spans:
        tokens = _words(sentence, span)
        if not tokens:
            continue
        if span.role in PARTIES:
            tokens = _mention_words(sentence, tokens, mentions)
        start, end = tokens[0].start - sentence.start, tokens[-1].end - sentence.start
        key = (span.role, start, end)
        best = found.get(key)
        if best is None or best.confidence < span.confidence:
            found[key] = replace(span, start=start, end=end)
    return tuple(each for each in found.values() if not _is_part(each, found.values()))


def _words(sentence: Sentence, span: Tagged) -> list[Token]:
    """The words that a tag touches, without what begins or ends it and means nobody."""
    begin, end = sentence.start + span.start, sentence.start + span.end
    tokens = [token for token in sentence.tokens if token.start < end and begin < token.end]
    while tokens and tokens[-1].pos in _EMPTY_POS:
        tokens.pop()
    while tokens and tokens[0].pos == "PUNCT":
        tokens.pop(0)
    meant = [token for token in tokens if token.pos not in _EMPTY_POS and token.lower not in _TITLES]
    # "The" before a mention that begins with it still points at that mention; alone it points at nothing.
    return tokens if meant else []


def _mention_words(sentence: Sentence, tokens: list[Token], mentions: Sequence[Mention]) -> list[Token]:
    """The words of the tag and of the mentions that its first and last words stand in."""
    first, last = tokens[0].index, tokens[-1].index
    for mention in mentions:
        if mention.first <= tokens[-1].index <= mention.last or mention.first <= tokens[0].index <= mention.last:
            first, last = min(first, mention.first), max(last, mention.last)
    return list(sentence.tokens[first : last + 1])


def _is_part(span: Tagged, others: Iterable[Tagged]) -> bool:
    """Whether a longer tag of the same role holds this one."""
    return any(
        other.role == span.role
        and other.start <= span.start
        and span.end <= other.end
        and other.end - other.start > span.end - span.start
        for other in others
    )
