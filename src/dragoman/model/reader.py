"""The reader: sentences in, relations and tagged spans out; the one door through which the rest asks the model.

In: texts with offsets. Out: Relations for marked pairs, Readings for passages. Loaded once a process by `load_reader`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources.abc import Traversable

import numpy as np
from tokenizers import Tokenizer

from ..errors import SetupError
from .card import TOKENIZER, Card, load_card, model_folder, read_card
from .marks import Marker, Span, Tokens
from .relation import Relation, decide
from .session import Floats, Session
from .tagger import Tagged, read_tags

PAIR_OUTPUTS = ("code", "mode", "realis", "attributed")
# Marked sentences tokenised and asked together, so that a long file streams.
TOGETHER = 256


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A sentence with the characters of source and target; `target` None where the act has no recipient."""

    text: str
    source: Span
    target: Span | None


@dataclass(frozen=True, slots=True)
class Reading:
    """What the tagger reads in a passage: spans in their roles, and the probability of each context."""

    spans: tuple[Tagged, ...]
    contexts: dict[str, float]


class Reader:
    """The model of a folder, ready to read."""

    def __init__(self, folder: Traversable, card: Card, *, threads: int = 1) -> None:
        """Load a model. Raises SetupError where a file of it is missing or broken."""
        try:
            tokenizer = Tokenizer.from_str(folder.joinpath(TOKENIZER).read_text(encoding="utf-8"))
        except OSError as error:
            raise SetupError(f"The model's {TOKENIZER} cannot be read: {error}. Reinstall dragoman.") from error
        self.card = card
        self.marker = Marker(tokenizer, open_id=card.open_id, close_id=card.close_id, vocabulary=card.vocabulary)
        self.session = Session(folder, card, threads=threads)

    def relations(
        self, pairs: Sequence[MarkedText], *, scheme: str = "plover", abstain: bool = True
    ) -> list[Relation]:
        """What each source does to its target. Raises ValueError on a span without a word or an unknown scheme."""
        found: list[Relation] = []
        for begin in range(0, len(pairs), TOGETHER):
            found += [
                decide(outputs, self.card, scheme, abstain=abstain)
                for outputs in self.ask(PAIR_OUTPUTS, pairs[begin : begin + TOGETHER])
            ]
        return found

    def vectors(self, pairs: Sequence[MarkedText]) -> Floats:
        """The vectors (pairs, 3 * width) from which the heads read, for a user's own ontology."""
        rows = [
            outputs[0]
            for begin in range(0, len(pairs), TOGETHER)
            for outputs in self.ask(("vector",), pairs[begin : begin + TOGETHER])
        ]
        return np.stack(rows) if rows else np.zeros((0, 0), dtype=np.float32)

    def ask(self, wanted: Sequence[str], pairs: Sequence[MarkedText]) -> list[list[Floats]]:
        """The outputs of marked sentences."""
        tokens = self.marker.tokenise([pair.text for pair in pairs])
        marked = [self.marker.mark(one, pair.source, pair.target) for one, pair in zip(tokens, pairs, strict=True)]
        return self.session.ask(wanted, [one.ids for one in marked], [(one.source, one.target) for one in marked])

    def ask_passages(self, wanted: Sequence[str], texts: Sequence[str]) -> list[list[Floats]]:
        """The outputs of passages without marks."""
        rows = [self.marker.plain(one) for one in self.marker.tokenise(texts)]
        return self.session.ask(wanted, rows, [(0, 0)] * len(rows))

    def tag_logits(self, texts: Sequence[str]) -> list[tuple[Tokens, Floats]]:
        """The tokens and tag logits of each passage, from which spans are read at any threshold."""
        tokens = self.marker.tokenise(texts)
        answers = self.session.ask(("tags",), [self.marker.plain(one) for one in tokens], [(0, 0)] * len(tokens))
        return [(one, tags) for one, (tags,) in zip(tokens, answers, strict=True)]

    def passages(self, texts: Sequence[str]) -> list[Reading]:
        """The tagged spans and contexts of each passage."""
        tokens = self.marker.tokenise(texts)
        rows = [self.marker.plain(one) for one in tokens]
        answers = self.session.ask(("tags", "contexts"), rows, [(0, 0)] * len(rows))
        least = self.card.thresholds["tag"]
        readings = []
        for one, (tags, contexts) in zip(tokens, answers, strict=True):
            shares = 1.0 / (1.0 + np.exp(-contexts))
            chances = {name: float(share) for name, share in zip(self.card.contexts, shares, strict=True)}
            readings.append(Reading(tuple(read_tags(tags, one, least=least)), chances))
        return readings


@lru_cache(maxsize=1)
def load_reader() -> Reader:
    """The reader of the model that ships, loaded once a process."""
    return Reader(model_folder(), load_card())


def read_folder(folder: Traversable) -> Reader:
    """The reader of a model in another folder."""
    return Reader(folder, read_card(folder))
