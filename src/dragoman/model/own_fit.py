"""Fit a user's own ontology: small heads over the vectors of the model that ships, in numpy, in minutes on a laptop.

In: an OwnFile and a reader. Out: an OwnOntology with its figures. The examples of a class are held against those of the
user's other classes and against the known sentences of the shipped types (`en/known.toml`). Each threshold and figure
comes from leaving one sentence out at a time. Two runs over the same file give the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

import numpy as np

from ..ontology.known import Known, load_known
from ..ontology.own_file import Example, OwnContext, OwnFile, OwnType
from .card import Card
from .logistic import Array, Numbers, fit_head, left_out, log_shares, turn
from .own import (
    CONTEXT,
    MODES_OF,
    OWN_OUTPUTS,
    PASSAGE_OUTPUTS,
    REST,
    TYPES,
    Head,
    OwnOntology,
    TypeTold,
    pair_features,
    passage_features,
)
from .own_figures import calibrate, choose_thresholds, decide_rows, score
from .reader import MarkedText
from .relation import decide, scheme_of
from .session import Floats

# The length of what the shipped model decides, beside the parts of the vector (the sentence, the source, the target),
# which have the length 1 each. On nine types cut out of the corpus and the type of docs/ontology.md: a half beat
# nothing (F1 0.65 to 0.62) and equalled 1; parts of one length beat the vector as it is, in which the sentence weighs
# little (0.88 to 0.76 on the type of the docs).
SHARE_OF_TOLD = 0.5
# Coordinates in which a head is fitted: up to as many rows nothing is lost, and thirty types of fifty examples each
# still take two minutes.
MOST_COORDINATES = 256
# The parts of a pair's vector: the sentence, the source, the target.
PARTS_OF_PAIR = 3
# What stands for the length of columns that never change.
SMALLEST = 1e-9
# Sentences read between two lines of progress.
READ_TOGETHER = 128
NO_FIGURES = {"examples": 0, "precision": None, "recall": None, "f1": None, "threshold": None}

Tell = Callable[[str], None]
Figures = list[dict[str, Any]]
Heads = dict[str, Head]


class Asker(Protocol):
    """What fitting wants of a reader."""

    card: Card

    def ask(self, wanted: Sequence[str], pairs: Sequence[MarkedText]) -> list[list[Floats]]:
        """The outputs of marked sentences."""

    def ask_passages(self, wanted: Sequence[str], texts: Sequence[str]) -> list[list[Floats]]:
        """The outputs of passages."""


@dataclass(frozen=True, slots=True)
class Row:
    """A marked sentence: the user's type and mode that it is an example of (REST for none); whether it is a known one,
    and its PLOVER type; once read, what the shipped model decides and what the heads read."""

    example: Example
    own: str = REST
    mode: str = REST
    ships: bool = False
    known: str | None = None
    shipped: str | None = None
    features: Array = field(default_factory=lambda: np.zeros(0))


@dataclass(frozen=True, slots=True)
class Parts:
    """How features are laid out: `told` columns of what the shipped model decides, then `count` parts of one width."""

    told: int
    count: int


def fit_own(file: OwnFile, reader: Asker, *, tell: Tell) -> OwnOntology:
    """The ontology of a file, learned over the reader's model; `tell` is given lines of progress."""
    known = load_known()
    rows = read_rows(file.types, known, reader, tell)
    told = len(scheme_of(reader.card.codes, "plover").names) + 1
    parts = Parts(told, PARTS_OF_PAIR)
    heads, types, taken = fit_types(file.types, rows, parts, tell)
    for one, figure in zip(file.types, types, strict=True):
        more, figure["modes"] = fit_modes(one, rows, parts, tell)
        heads |= more
    more, contexts = fit_contexts(file.contexts, known, reader, tell)
    return OwnOntology(
        name=file.name,
        description=file.description,
        types=tuple(tell_type(one) for one in file.types),
        renamed_contexts={one.replaces: one.name for one in file.contexts if one.replaces},
        heads=heads | more,
        model_digest=reader.card.digest,
        file_digest=file.digest,
        figures={"types": types, "contexts": contexts, "known": {"sentences": len(known), "taken": taken}},
    )


def tell_type(own: OwnType) -> TypeTold:
    """A type without its examples."""
    renamed = {mode.replaces: mode.name for mode in own.modes if mode.replaces}
    return TypeTold(own.name, own.description, own.quad, own.score, own.replaces, renamed)


def read_rows(types: Sequence[OwnType], known: Sequence[Known], reader: Asker, tell: Tell) -> list[Row]:
    """All marked sentences as the model reads them; none where no type has an example. Known sentences come first."""
    rows = [Row(one.example, ships=True, known=one.type) for one in known]
    for one in types:
        rows += [Row(example, one.name) for example in one.examples]
        rows += [Row(example, one.name, mode.name) for mode in one.modes for example in mode.examples]
        rows += [Row(example) for example in one.unlike]
    if len(rows) == len(known):
        return []
    outputs: list[list[Floats]] = []
    for begin in range(0, len(rows), READ_TOGETHER):
        tell(f"reading marked sentences: {begin} of {len(rows)}")
        block = [row.example for row in rows[begin : begin + READ_TOGETHER]]
        outputs += reader.ask(OWN_OUTPUTS, [MarkedText(one.text, one.source, one.target) for one in block])
    told = [decide(each[:-1], reader.card) for each in outputs]
    return [
        replace(row, shipped=relation.type, features=pair_features(relation, each[-1]))
        for row, relation, each in zip(rows, told, outputs, strict=True)
    ]


def fit_types(types: Sequence[OwnType], rows: Sequence[Row], parts: Parts, tell: Tell) -> tuple[Heads, Figures, int]:
    """The head of the types that have examples, the figures of all, and how many known sentences the user's types take
    from the shipped ones."""
    figures: Figures = [{"name": one.name, "from": one.replaces, **NO_FIGURES} for one in types]
    learned = [one for one in types if one.learned]
    if not learned:
        return {}, figures, 0
    tell(f"learning types: {', '.join(one.name for one in learned)}")
    number = {one.name: at for at, one in enumerate(learned, start=1)}
    of_shipped: dict[str | None, int] = {one.replaces: number[one.name] for one in learned if one.replaces}
    # An example of a type that is only renamed is one for its modes, and of the shipped type for the others.
    gold = np.array([number.get(row.own, 0) or of_shipped.get(row.known, 0) for row in rows])
    shipped = np.array([of_shipped.get(row.shipped, 0) for row in rows])
    texts = [row.example.text for row in rows]
    head, logits = learn([row.features for row in rows], gold, texts, names=list(number), parts=parts)
    shares = np.exp(log_shares(logits / head.temperature))[:, 1:]
    thresholds, least = {}, np.ones_like(shares)
    for name, at in number.items():
        thresholds[name], least[:, at - 1] = choose_thresholds(shares[:, at - 1], gold == at, shipped == at)
    said = decide_rows(shares, least, shipped)
    # Known sentences of a shipped type that the user extends are neither a success nor a failure of the examples.
    counted = np.array([row.own != REST or row.known not in of_shipped for row in rows])
    for figure in figures:
        if figure["name"] in number:
            at = number[figure["name"]]
            figure |= score((gold == at) & counted, (said == at) & counted)
            figure["threshold"] = thresholds[figure["name"]]
    known = [at for at, row in enumerate(rows) if row.ships]
    taken = sum(int(said[at] not in (gold[at], shipped[at])) for at in known)
    return {TYPES: replace(head, thresholds=thresholds)}, figures, taken


def fit_modes(own: OwnType, rows: Sequence[Row], parts: Parts, tell: Tell) -> tuple[Heads, Figures]:
    """The head of the modes of a type that have examples, and the figures of all its modes."""
    figures: Figures = [{"name": mode.name, "from": mode.replaces, **NO_FIGURES} for mode in own.modes]
    new = [mode.name for mode in own.modes if mode.examples]
    if not new:
        return {}, figures
    tell(f"learning modes of {own.name}: {', '.join(new)}")
    mine = [row for row in rows if row.own == own.name or (own.replaces and row.known == own.replaces)]
    gold = np.array([1 + new.index(row.mode) if row.mode in new else 0 for row in mine])
    texts = [row.example.text for row in mine]
    head, logits = learn([row.features for row in mine], gold, texts, names=new, parts=parts)
    said = logits.argmax(axis=1)
    for figure in figures:
        if figure["name"] in new:
            at = 1 + new.index(figure["name"])
            figure |= score(gold == at, said == at)
    return {MODES_OF + own.name: head}, figures


def fit_contexts(
    contexts: Sequence[OwnContext], known: Sequence[Known], reader: Asker, tell: Tell
) -> tuple[Heads, Figures]:
    """A head for each context that has examples, and the figures of all."""
    figures: Figures = [{"name": one.name, "from": one.replaces, **NO_FIGURES} for one in contexts]
    texts = list(dict.fromkeys(text for one in contexts for text in (*one.examples, *one.unlike)))
    if not texts:
        return {}, figures
    own = set(texts)
    texts += [one.example.text for one in known if one.example.text not in own]
    outputs: list[list[Floats]] = []
    for begin in range(0, len(texts), READ_TOGETHER):
        tell(f"reading sentences: {begin} of {len(texts)}")
        outputs += reader.ask_passages(PASSAGE_OUTPUTS, texts[begin : begin + READ_TOGETHER])
    features = [passage_features(*each) for each in outputs]
    parts, heads = Parts(len(reader.card.contexts), 1), Heads()
    for one, figure in zip(contexts, figures, strict=True):
        if one.examples:
            tell(f"learning the context {one.name}")
            gold = np.array([int(text in one.examples) for text in texts])
            head, logits = learn(features, gold, texts, names=[one.name], parts=parts)
            shares = np.exp(log_shares(logits / head.temperature))[:, 1]
            threshold, least = choose_thresholds(shares, gold == 1, gold < 0)
            figure |= score(gold == 1, shares >= least)
            figure["threshold"] = threshold
            heads[CONTEXT + one.name] = replace(head, thresholds={one.name: threshold})
    return heads, figures


def learn(
    features: Sequence[Array], labels: Numbers, texts: Sequence[str], *, names: list[str], parts: Parts
) -> tuple[Head, Array]:
    """The head that tells the labels (0 for REST, then `names`), and for each row the logits of a head that has seen no
    row of its text."""
    given = np.stack(features)
    middle = given.mean(axis=0)
    scale = scales(given - middle, parts)
    placed, back = turn((given - middle) / scale, most=MOST_COORDINATES)
    counts = np.bincount(labels, minlength=len(names) + 1)
    # Halfway between rows that count alike, which leaves a small class unheard, and classes that count alike, which
    # gives it too much: on types cut out of the corpus it had the best F1 of the three.
    weights = np.sqrt(len(labels) / np.maximum(counts, 1))[labels]
    head = fit_head(placed, labels, weights, classes=len(counts))
    groups = np.unique(np.array(texts), return_inverse=True)[1]
    logits = np.zeros((len(labels), len(counts)))
    for numbers, said in left_out(placed, labels, weights, groups, head):
        logits[numbers] = said
    weight = (head[:, :-1] @ back.T) / scale
    bias = head[:, -1] - weight @ middle
    return Head((REST, *names), weight, bias, calibrate(logits, labels, weights)), logits


def scales(centred: Array, parts: Parts) -> Array:
    """What each column is divided by, so that the parts have the same mean square length, what is told before them
    SHARE_OF_TOLD of it, and the whole row 1."""
    blocks = [centred[:, : parts.told], *np.split(centred[:, parts.told :], parts.count, axis=1)]
    wanted = [SHARE_OF_TOLD, *[1.0] * parts.count]
    whole = float(np.linalg.norm(wanted))
    sizes = [max(float(np.sqrt((block**2).sum(axis=1).mean())), SMALLEST) for block in blocks]
    each = [whole * size / want for size, want in zip(sizes, wanted, strict=True)]
    return np.repeat(each, [block.shape[1] for block in blocks])
