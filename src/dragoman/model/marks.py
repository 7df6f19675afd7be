"""Marks: a sentence with a source and a target becomes the token ids that the encoder reads.

In: text, the characters of source and target (target may be None). Out: ids with four marker ids around the two.
The trainer and the runtime both use this, so that a sentence is read the same way in both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tokenizers import Tokenizer

# Ids past the vocabulary for <S>, </S>, <T>, </T>: the encoder's embedding has four rows more than the tokenizer.
MARKERS = 4
# Tokens of a marked sentence, measured on the corpus: 99.5 % of its pairs fit whole. Longer ones keep what is near the
# two.
LONGEST = 112
# Tokens kept on each side of the two where a sentence is longer than that.
NEAR = 40

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Tokens:
    """A tokenised text: ids without the ids that open and close, the characters (start, end) and the word of each."""

    ids: tuple[int, ...]
    offsets: tuple[Span, ...]
    words: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked sentence: ids with open, close and markers, the place of <S>, and that of <T> (of <S> where no
    target)."""

    ids: tuple[int, ...]
    source: int
    target: int


class Marker:
    """Makes the encoder's input from text: tokenises, puts the markers in, crops what is too long."""

    def __init__(self, tokenizer: Tokenizer, *, open_id: int, close_id: int, vocabulary: int) -> None:
        """`vocabulary` is the number of rows of the encoder's word embeddings: the markers come behind them."""
        self.tokenizer = tokenizer
        self.open_id, self.close_id = open_id, close_id
        self.first_marker = vocabulary

    def tokenise(self, texts: Sequence[str]) -> list[Tokens]:
        """The tokens of each text."""
        encoded = self.tokenizer.encode_batch(list(texts), add_special_tokens=False)
        return [Tokens(tuple(one.ids), tuple(one.offsets), tuple(one.word_ids)) for one in encoded]

    def mark(self, tokens: Tokens, source: Span, target: Span | None) -> Marked:
        """The tokens with markers around source and target; where both begin at one place the longer is outside."""
        ends: list[tuple[tuple[int, int, int], int]] = []
        for number, span in enumerate((source, target)):
            if span is None:
                continue
            first, last = covered(tokens, span)
            ends.append(((first, 1, -(last - first)), self.first_marker + 2 * number))
            ends.append(((last, 0, -first), self.first_marker + 2 * number + 1))
        ids = list(tokens.ids)
        for (place, *_), marker in sorted(ends, reverse=True):
            ids.insert(place, marker)
        ids = self.crop(ids)
        whole = (self.open_id, *ids, self.close_id)
        at = whole.index(self.first_marker)
        return Marked(whole, at, at if target is None else whole.index(self.first_marker + 2))

    def crop(self, ids: list[int]) -> list[int]:
        """The ids, or what lies around the markers where there are too many: the middle goes last."""
        if len(ids) <= LONGEST:
            return ids
        places = [at for at, token in enumerate(ids) if token >= self.first_marker]
        kept = ids[max(0, places[0] - NEAR) : places[-1] + 1 + NEAR]
        if len(kept) > LONGEST:
            near = [
                at
                for at, _ in enumerate(kept)
                if any(abs(at - (p - max(0, places[0] - NEAR))) < LONGEST // 8 for p in places)
            ]
            kept = [kept[at] for at in near]
        return kept

    def plain(self, tokens: Tokens) -> tuple[int, ...]:
        """The ids of a passage without markers, for the tagger."""
        return (self.open_id, *tokens.ids[: 2 * LONGEST], self.close_id)


def covered(tokens: Tokens, span: Span) -> Span:
    """The tokens (first, last + 1) that a span of characters touches. Raises ValueError where it touches none."""
    touched = [at for at, (start, end) in enumerate(tokens.offsets) if start < span[1] and end > span[0]]
    if not touched:
        raise ValueError(
            f"the characters {span[0]} to {span[1]} hold no token. Give a span of words inside the sentence."
        )
    return touched[0], touched[-1] + 1
