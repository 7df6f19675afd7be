"""Relations: what the source does to the target of a marked sentence, from the logits of the heads.

In: logits. Out: a Relation with code, type, mode, realis, attribution and calibrated probabilities. Abstains: where
most of the probability says that nothing passes between the two, the type is None, unless the scheme lacks that answer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from ..ontology import load_codes, load_ontology, plv15_of
from ..ontology.cameo import NO_EVENT
from .card import Card
from .session import Floats

SCHEMES = ("plover", "plv15", "quad")
# The fifteen classes are the convention of gold standards whose pairs all come from coded events: there one of the
# fifteen is always meant, and the probability of nothing stands beside the answer.
WITHOUT_NOTHING = frozenset({"plv15"})
# The quad class of the one class of the fifteen that PLOVER does not have.
YIELD_QUAD = "material cooperation"


@dataclass(frozen=True, slots=True)
class Relation:
    """What the source does to the target: `type` None (and `cameo` "000") for nothing. `confidence` is the probability
    of
    the type, `scores` those of all types of the scheme; `codes` those of the CAMEO codes of note."""

    type: str | None
    mode: str | None
    cameo: str
    quad: str | None
    realis: str
    attributed: bool
    confidence: float
    scores: Mapping[str, float]
    nothing: float


@dataclass(frozen=True, slots=True)
class Scheme:
    """How the codes of a card fall together: the names of the classes, the class of each code (-1 for nothing), the
    quad class of each name."""

    names: tuple[str, ...]
    of_code: tuple[int, ...]
    quads: Mapping[str, str]


def split_label(label: str) -> tuple[str, str | None]:
    """The CAMEO code and PLOVER type of a label ("171/ASSAULT", "112"); no type for nothing between."""
    cameo, _, kind = label.partition("/")
    if kind:
        return cameo, kind
    return cameo, None if cameo == NO_EVENT else load_codes()[cameo].type or None


def class_of(label: str, scheme: str) -> str | None:
    """The class of a label in a scheme; None where nothing passes or the scheme has no class for it."""
    cameo, kind = split_label(label)
    if kind is None:
        return None
    if scheme == "plv15":
        return plv15_of(cameo, kind)
    return load_ontology()[kind].quad if scheme == "quad" else kind


def quad_of(name: str, scheme: str) -> str:
    """The quad class of a class."""
    if scheme == "quad":
        return name
    types = load_ontology()
    return types[name].quad if name in types else YIELD_QUAD


@lru_cache(maxsize=16)
def scheme_of(codes: tuple[str, ...], scheme: str) -> Scheme:
    """The scheme over these code labels. Raises ValueError on a scheme that is none of SCHEMES."""
    if scheme not in SCHEMES:
        raise ValueError(f"The scheme {scheme!r} is unknown. Allowed: {', '.join(SCHEMES)}.")
    classes = [class_of(label, scheme) for label in codes]
    names = tuple(sorted({name for name in classes if name is not None}))
    at = {name: number for number, name in enumerate(names)}
    return Scheme(
        names, tuple(-1 if name is None else at[name] for name in classes), {n: quad_of(n, scheme) for n in names}
    )


def softmax(logits: Floats) -> Floats:
    """Probabilities along the last axis."""
    raised = np.exp(logits - logits.max(axis=-1, keepdims=True))
    shares: Floats = raised / raised.sum(axis=-1, keepdims=True)
    return shares


def decide(outputs: Sequence[Floats], card: Card, scheme: str = "plover", *, abstain: bool = True) -> Relation:
    """The relation that the logits of code, mode, realis and attribution tell; without `abstain` always one of the
    scheme's classes."""
    code, mode, realis, attributed = outputs
    by = scheme_of(card.codes, scheme)
    chances = softmax(code / card.temperature)
    places = np.array(by.of_code)
    sums = np.array([chances[places == number].sum() for number in range(len(by.names))])
    nothing = float(chances[places == -1].sum())
    best = int(sums.argmax())
    name = by.names[best]
    if abstain and nothing >= max(card.thresholds["nothing"], float(sums[best])):
        best_code, kind, name_or_none, confidence = NO_EVENT, None, None, nothing
    else:
        label = card.codes[int(np.where(places == best, chances, -1.0).argmax())]
        best_code, kind = split_label(label)
        name_or_none, confidence = name, float(sums[best])
    return Relation(
        type=name_or_none,
        mode=None if kind is None else best_mode(mode, card, kind),
        cameo=best_code,
        quad=None if name_or_none is None else by.quads[name],
        realis=card.realis[int(realis.argmax())],
        attributed=bool(attributed[1] > attributed[0]),
        confidence=confidence,
        scores={each: float(value) for each, value in zip(by.names, sums, strict=True)},
        nothing=nothing,
    )


def best_mode(logits: Floats, card: Card, kind: str) -> str | None:
    """The likeliest mode that a type has, or None where none is likelier."""
    allowed = [at for at, name in enumerate(card.modes) if "/" not in name or name.partition("/")[0] == kind]
    chosen = card.modes[max(allowed, key=lambda at: float(logits[at]))]
    return chosen.partition("/")[2] or None
