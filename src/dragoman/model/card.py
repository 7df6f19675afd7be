"""The model's card: what its numbers mean, how it was made, and how good it is.

In: `card.json` beside the weights. Out: a Card. Refuses: weights whose digest is another than the card's (SetupError).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from ..errors import SetupError

WEIGHTS, TOKENIZER, CARD = "model.onnx", "tokenizer.json", "card.json"


@dataclass(frozen=True, slots=True)
class Card:
    """The classes of each head in the order of their logits, the ids of the tokens that open and close a text, the rows
    of the word table, the temperature that calibrates the codes, the thresholds, and the digest of the weights."""

    codes: tuple[str, ...]
    modes: tuple[str, ...]
    realis: tuple[str, ...]
    contexts: tuple[str, ...]
    open_id: int
    close_id: int
    pad_id: int
    vocabulary: int
    temperature: float
    thresholds: Mapping[str, float]
    digest: str
    told: Mapping[str, Any]


def model_folder() -> Traversable:
    """The folder of the model that ships."""
    return files("dragoman").joinpath("data", "model")


def read_card(folder: Traversable) -> Card:
    """The card of a folder. Raises SetupError where it is missing or broken."""
    try:
        row = json.loads(folder.joinpath(CARD).read_text(encoding="utf-8"))
        values: dict[str, Any] = {name: row[name] for name in Card.__dataclass_fields__}
        for name in ("codes", "modes", "realis", "contexts"):
            values[name] = tuple(values[name])
        return Card(**values)
    except (OSError, ValueError, KeyError) as error:
        raise SetupError(f"The model's card {folder}/{CARD} cannot be read: {error}. Reinstall dragoman.") from error


@lru_cache(maxsize=1)
def load_card() -> Card:
    """The card of the model that ships."""
    return read_card(model_folder())


def check_digest(weights: bytes, card: Card) -> None:
    """Raise SetupError where the weights are not those that the card tells of."""
    found = hashlib.sha256(weights).hexdigest()
    if found != card.digest:
        raise SetupError(
            f"The weights of the model have the digest {found[:16]}..., the card tells of {card.digest[:16]}.... "
            "Allowed: the two as they were made together. Reinstall dragoman."
        )
