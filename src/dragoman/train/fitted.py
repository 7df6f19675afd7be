"""Fitted: a network as it is kept between the steps, and what belongs to it: marker, fresh heads, the file.

In: the folder of the encoder's weights, labels. Out: Networks and Markers. Below the steps, which all need them.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer

from ..model.marks import Marker
from .batches import Labels
from .encoder import Encoder, ids_of, load_encoder
from .network import Network


@dataclass(slots=True)
class Fitted:
    """A fitted network as it is kept between the steps."""

    state: dict[str, torch.Tensor]
    labels: Labels
    layers: int
    plan: dict[str, float]
    corpus_digest: str


def load_tokenizer(folder: Path) -> Tokenizer:
    """The tokenizer of a folder of weights, without cropping and padding."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def build_marker(folder: Path, encoder: Encoder) -> Marker:
    """The Marker of an encoder."""
    ids = ids_of(folder)
    opening, closing = ("<s>", "</s>") if encoder.shape.relative else ("[CLS]", "[SEP]")
    return Marker(load_tokenizer(folder), open_id=ids[opening], close_id=ids[closing], vocabulary=encoder.shape.words)


def build_network(encoder: Encoder, labels: Labels) -> Network:
    """A network with fresh heads for the labels."""
    sizes = {
        "codes": len(labels.codes),
        "modes": len(labels.modes),
        "realis": len(labels.realis),
        "contexts": len(labels.contexts),
    }
    return Network(encoder, **sizes)


def load_fitted(fitted: Path, weights: Path) -> tuple[Network, Labels, dict[str, Any]]:
    """The network of the first step, its labels, and what else was kept."""
    kept = torch.load(fitted / "network.pt", weights_only=True)
    labels = Labels(**{name: tuple(names) for name, names in kept["labels"].items()})
    network = build_network(load_encoder(weights, range(kept["layers"])), labels)
    network.load_state_dict(kept["state"])
    network.eval()
    return network, labels, kept
