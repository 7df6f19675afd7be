"""A user's own ontology at work: types, modes and contexts that `dragoman train` has learned over the shipped model.

In: the folder of an ontology; the outputs of the model for a marked sentence or a passage. Out: an OwnRelation, or the
contexts. A type of the user wins where its probability reaches its threshold; elsewhere the decision of the shipped
model stays. Refuses (SetupError): a folder that is broken, or that was made over another model.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np

from ..errors import SetupError
from ..ontology import load_ontology
from .card import Card
from .logistic import Array, log_shares
from .reader import PAIR_OUTPUTS
from .relation import Relation, best_mode, class_of, decide, split_label
from .session import Floats

# What `decide` wants of the model, and what `contexts` wants.
OWN_OUTPUTS = (*PAIR_OUTPUTS, "vector")
PASSAGE_OUTPUTS = ("contexts", "vector")
# The class of a head for all that is none of the user's.
REST = ""
# The least probability that counts: below it the logarithm tells noise.
LEAST_SHARE = 1e-4
# The names of the heads: one of the types, one for the modes of each type, one for each context.
TYPES, MODES_OF, CONTEXT = "types", "modes.", "context."
ARRAYS_FILE, TOLD_FILE = "ontology.npz", "ontology.json"
# The format of the folder; another number is refused.
FORMAT = 1
# The fields that the file holds as they are, and the arrays of a head.
PLAIN = ("name", "description", "model_digest", "file_digest", "renamed_contexts", "figures")
PARTS = ("weight", "bias")


@dataclass(frozen=True, slots=True)
class OwnRelation:
    """What the source does to the target by a user's ontology; the same fields as Relation. `cameo` is None for a type
    that is the user's alone, `quad` where the user has given none."""

    type: str | None
    mode: str | None
    cameo: str | None
    quad: str | None
    realis: str
    attributed: bool
    confidence: float
    scores: Mapping[str, float]
    nothing: float


@dataclass(frozen=True, slots=True)
class OwnContexts:
    """The probability of each context, and those that reach their threshold."""

    chances: Mapping[str, float]
    held: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """A linear head: its classes (the first is REST), weights (classes, columns), biases, the temperature that
    calibrates it, and the probability that each class must reach."""

    classes: tuple[str, ...]
    weight: Array
    bias: Array
    temperature: float
    thresholds: Mapping[str, float] = field(default_factory=dict)

    def shares(self, features: Array) -> Array:
        """The calibrated probability of each class."""
        told: Array = np.exp(log_shares((features @ self.weight.T + self.bias) / self.temperature))
        return told

    def winner(self, shares: Array) -> str:
        """The likeliest class of the user that reaches its threshold, or REST."""
        best = 1 + int(shares[1:].argmax())
        name = self.classes[best]
        return name if shares[best] >= self.thresholds[name] else REST


@dataclass(frozen=True, slots=True)
class TypeTold:
    """A user's type without its examples: quad class and score, the PLOVER type that it replaces, and its modes that
    are shipped ones under another name (shipped name -> name)."""

    name: str
    description: str
    quad: str | None
    score: float | None
    replaces: str | None
    renamed_modes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class OwnOntology:
    """A user's ontology, ready to decide. `renamed_contexts`: shipped name -> name. `model_digest` is that of the model
    it was made over, `file_digest` that of the YAML file; `figures` is what leaving one out has shown."""

    name: str
    description: str
    types: tuple[TypeTold, ...]
    renamed_contexts: Mapping[str, str]
    heads: Mapping[str, Head]
    model_digest: str
    file_digest: str
    figures: Mapping[str, Any]

    @classmethod
    def load(cls, folder: Path, card: Card) -> OwnOntology:
        """The ontology of a folder. Raises SetupError where it is broken or made over another model than the card's."""
        try:
            row = json.loads((folder / TOLD_FILE).read_text(encoding="utf-8"))
            packed = (folder / ARRAYS_FILE).read_bytes()
            if row["format"] != FORMAT:
                raise ValueError(f"it is of format {row['format']!r}, this dragoman reads {FORMAT}")
            if hashlib.sha256(packed).hexdigest() != row["arrays_digest"]:
                raise ValueError(f"{ARRAYS_FILE} is not the one that {TOLD_FILE} tells of")
            with np.load(BytesIO(packed), allow_pickle=False) as arrays:
                heads = {key: read_head(key, told, arrays) for key, told in row["heads"].items()}
            types = tuple(TypeTold(**told) for told in row["types"])
            found = cls(heads=heads, types=types, **{name: row[name] for name in PLAIN})
        except (OSError, ValueError, KeyError, TypeError, AttributeError, EOFError) as error:
            told = f"{folder} holds no ontology that can be read ({type(error).__name__}: {error})."
            raise SetupError(f"{told} Allowed: a folder as `dragoman train` writes it. Train it again.") from error
        if found.model_digest != card.digest:
            digests = f"{found.model_digest[:16]}..., the model here is {card.digest[:16]}..."
            raise SetupError(
                f"The ontology {found.name} in {folder} was made over the model {digests}. Allowed: the same model. "
                "Train it again: dragoman train --force."
            )
        return found

    def save(self, folder: Path) -> None:
        """Write the ontology into a folder, made where it is not there. Raises SetupError where that fails."""
        packed = BytesIO()
        # A keyword of savez is a name in the file, and those of heads hold dots.
        arrays: dict[str, Any] = {f"{key}.{part}": getattr(h, part) for key, h in self.heads.items() for part in PARTS}
        np.savez(packed, **arrays)
        heads = {
            key: {"classes": head.classes, "temperature": head.temperature, "thresholds": dict(head.thresholds)}
            for key, head in self.heads.items()
        }
        row = {
            "format": FORMAT,
            **{name: getattr(self, name) for name in PLAIN},
            "arrays_digest": hashlib.sha256(packed.getvalue()).hexdigest(),
            "types": [asdict(one) for one in self.types],
            "heads": heads,
        }
        try:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / ARRAYS_FILE).write_bytes(packed.getvalue())
            (folder / TOLD_FILE).write_text(json.dumps(row, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        except OSError as error:
            told = f"{folder} cannot be written: {error.strerror}."
            raise SetupError(f"{told} Allowed: a folder where you may write. Give another to --out.") from error

    def decide(self, outputs: Sequence[Floats], card: Card) -> OwnRelation:
        """The relation that the outputs OWN_OUTPUTS of a marked sentence tell."""
        code, mode, *_, vector = outputs
        shipped = decide(outputs[:-1], card)
        features = pair_features(shipped, vector)
        scores, rest, winner = self.weigh(shipped, features)
        nothing = rest * shipped.nothing
        kind = winner or (None if shipped.type is None else self.name_of(shipped.type))
        told = self.told(kind)
        base = kind if told is None else told.replaces
        cameo: str | None = shipped.cameo
        if kind is not None and (base is None or base != shipped.type):
            cameo = None if base is None else best_code(code, card, base)
        return OwnRelation(
            type=kind,
            mode=None if kind is None else self.mode_of(kind, base, mode, features, card),
            cameo=cameo,
            quad=told.quad if told else load_ontology()[kind].quad if kind else None,
            realis=shipped.realis,
            attributed=shipped.attributed,
            confidence=nothing if kind is None else scores[kind],
            scores=scores,
            nothing=nothing,
        )

    def weigh(self, shipped: Relation, features: Array) -> tuple[dict[str, float], float, str]:
        """The probability of every type, what the user's types leave of the whole, and the user's type that wins or
        REST. What they leave is shared out as the shipped model says."""
        head = self.heads.get(TYPES)
        shares = np.ones(1) if head is None else head.shares(features)
        rest = float(shares[0])
        scores = {self.name_of(name): rest * chance for name, chance in shipped.scores.items()}
        if head is None:
            return scores, rest, REST
        for name, share in zip(head.classes[1:], shares[1:], strict=True):
            scores[name] = scores.get(name, 0.0) + float(share)
        return scores, rest, head.winner(shares)

    def told(self, kind: str | None) -> TypeTold | None:
        """The user's type of this name; None for a shipped one."""
        return next((one for one in self.types if one.name == kind), None)

    def name_of(self, shipped: str) -> str:
        """The name that a shipped type has here."""
        return next((one.name for one in self.types if one.replaces == shipped), shipped)

    def mode_of(self, kind: str, base: str | None, logits: Floats, features: Array, card: Card) -> str | None:
        """The mode: one of the user's where its head says so, else that of the shipped type, as it is called here."""
        head = self.heads.get(MODES_OF + kind)
        own = REST if head is None else head.classes[int(head.shares(features).argmax())]
        if own != REST:
            return own
        shipped = None if base is None else best_mode(logits, card, base)
        told = self.told(kind)
        return shipped if shipped is None or told is None else told.renamed_modes.get(shipped, shipped)

    def contexts(self, outputs: Sequence[Floats], card: Card) -> OwnContexts:
        """The contexts that the outputs PASSAGE_OUTPUTS of a passage tell."""
        logits, vector = outputs
        shipped = 1.0 / (1.0 + np.exp(-np.asarray(logits, dtype=np.float64)))
        chances = {
            self.renamed_contexts.get(name, name): float(chance)
            for name, chance in zip(card.contexts, shipped, strict=True)
        }
        least = dict.fromkeys(chances, card.thresholds["context"])
        features = passage_features(logits, vector)
        for head in (head for key, head in self.heads.items() if key.startswith(CONTEXT)):
            name = head.classes[1]
            chances[name] = float(head.shares(features)[1])
            least[name] = head.thresholds[name]
        return OwnContexts(chances, tuple(name for name, chance in chances.items() if chance >= least[name]))


def pair_features(shipped: Relation, vector: Floats) -> Array:
    """What the heads of types and modes read: the logarithm of each shipped probability, then the pair's vector."""
    chances = np.array([*shipped.scores.values(), shipped.nothing])
    return np.concatenate([np.log(np.maximum(chances, LEAST_SHARE)), vector])


def passage_features(logits: Floats, vector: Floats) -> Array:
    """What the heads of contexts read: the shipped contexts and the passage's mean, the first third of the vector. What
    is at the markers tells nothing where there are none."""
    bound = -np.log(LEAST_SHARE)
    return np.concatenate([np.clip(logits, -bound, bound), vector[: len(vector) // 3]]).astype(np.float64)


def best_code(logits: Floats, card: Card, kind: str) -> str:
    """The likeliest CAMEO code of a PLOVER type."""
    allowed = [at for at, label in enumerate(card.codes) if class_of(label, "plover") == kind]
    return split_label(card.codes[max(allowed, key=lambda at: float(logits[at]))])[0]


def read_head(key: str, told: Mapping[str, Any], arrays: Mapping[str, Array]) -> Head:
    """A head of a folder. Raises ValueError where its arrays do not fit its classes."""
    weight, bias = arrays[f"{key}.weight"], arrays[f"{key}.bias"]
    classes = tuple(told["classes"])
    if weight.ndim != 2 or len(weight) != len(classes) or bias.shape != (len(classes),):
        shapes = f"{weight.shape} and {bias.shape}"
        raise ValueError(f"the arrays of {key} have the shapes {shapes} for {len(classes)} classes")
    return Head(classes, weight, bias, float(told["temperature"]), dict(told["thresholds"]))
