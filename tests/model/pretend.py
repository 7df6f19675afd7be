"""A pretended model that reads by keywords, so that a user's ontology can be tried without weights."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from dragoman.model.card import Card
from dragoman.model.own import OWN_OUTPUTS, PASSAGE_OUTPUTS
from dragoman.model.reader import MarkedText
from dragoman.model.session import Floats
from dragoman.ontology.own_file import unmark

CARD = Card(
    codes=("000", "036", "057", "112", "190", "195"),
    modes=("-", "ASSAULT/aerial", "ASSAULT/explosives", "CONSULT/visit"),
    realis=("actual", "future"),
    contexts=("military", "economic"),
    open_id=0,
    close_id=1,
    pad_id=2,
    vocabulary=10,
    temperature=1.0,
    thresholds={"nothing": 0.5, "tag": 0.5, "context": 0.5},
    digest="d" * 64,
    told={},
)
CODE_OF = {"promised": 1, "signed": 2, "accused": 3, "attacked": 4, "bombed": 5}
SURE = 5.0
WIDTH = 48


def bag(text: str) -> Floats:
    """How often words of each kind stand in a text."""
    counts = np.zeros(WIDTH, dtype=np.float32)
    for word in text.lower().replace(".", "").split():
        counts[zlib.crc32(word.encode()) % WIDTH] += 1
    return counts


def hot(length: int, place: int) -> Floats:
    """Logits that are sure of one place."""
    logits = np.zeros(length, dtype=np.float32)
    logits[place] = SURE
    return logits


def outputs_of(text: str, source: str = "", target: str = "") -> list[Floats]:
    """What the pretended model gives for a marked sentence."""
    words = text.lower().replace(".", "").split()
    code = next((place for word, place in CODE_OF.items() if word in words), 0)
    return [
        hot(len(CARD.codes), code),
        hot(len(CARD.modes), 1 if code == 5 else 0),
        hot(2, int("will" in words)),
        hot(2, int("reportedly" in words)),
        np.concatenate([bag(text), bag(source), bag(target)]),
    ]


def outputs_of_marked(marked: str) -> list[Floats]:
    """The same, for a sentence with its marks."""
    one = unmark(marked)
    return outputs_of(one.text, one.text[slice(*one.source)], one.text[slice(*one.target)])


def outputs_of_passage(text: str) -> list[Floats]:
    """What the pretended model gives for a passage."""
    military = SURE if "soldiers" in text else -SURE
    return [np.array([military, -SURE], dtype=np.float32), np.concatenate([bag(text), bag(""), bag("")])]


@dataclass
class PretendedReader:
    """Answers as a reader does, and remembers what it was asked."""

    card: Card = CARD
    asked: list[str] = field(default_factory=list)

    def ask(self, wanted: Sequence[str], pairs: Sequence[MarkedText]) -> list[list[Floats]]:
        assert tuple(wanted) == OWN_OUTPUTS
        self.asked += [pair.text for pair in pairs]
        return [outputs_of(p.text, p.text[slice(*p.source)], p.text[slice(*(p.target or (0, 0)))]) for p in pairs]

    def ask_passages(self, wanted: Sequence[str], texts: Sequence[str]) -> list[list[Floats]]:
        assert tuple(wanted) == PASSAGE_OUTPUTS
        self.asked += texts
        return [outputs_of_passage(text) for text in texts]
