"""The tagger: who acts and who is acted on in a passage, and the words that tell the acts.

In: tag logits of a passage and the characters of its tokens. Out: Tagged spans with a role and a probability.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from .marks import Tokens
from .relation import softmax
from .session import Floats

ROLES = ("actor", "recipient", "trigger")
OUTSIDE, BEGIN, INSIDE = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Tagged:
    """Characters `start` to `end` of a passage in a role, with the mean probability of its tokens."""

    start: int
    end: int
    role: str
    confidence: float


def read_tags(logits: Floats, tokens: Tokens, *, least: float) -> Iterator[Tagged]:
    """The spans of all roles in a passage (logits: length with open and close, roles, tags) whose probability is at
    least `least`. A span begins at a begin, or at an inside that follows an outside; words are never cut."""
    chances = softmax(logits)[1:-1]
    for number, role in enumerate(ROLES):
        inside = 1.0 - chances[:, number, OUTSIDE]
        begins = chances[:, number, BEGIN] > chances[:, number, INSIDE]
        at = 0
        count = min(len(inside), len(tokens.offsets))
        while at < count:
            if inside[at] < least:
                at += 1
                continue
            last = at + 1
            while last < count and inside[last] >= least and (joined(tokens, last) or not begins[last]):
                last += 1
            while last < count and joined(tokens, last):
                last += 1
            yield Tagged(tokens.offsets[at][0], tokens.offsets[last - 1][1], role, float(np.mean(inside[at:last])))
            at = last


def joined(tokens: Tokens, at: int) -> bool:
    """Whether a token goes on the word of the one before it."""
    return at > 0 and tokens.words[at] == tokens.words[at - 1]
