"""The encoder and its heads in torch: MPNet and BERT weights read from a folder, with as many layers as are wanted.

In: ids of marked sentences or passages. Out: hidden vectors; logits of the heads. Written out here and not taken from
transformers because the export wants a plain graph, and a fused attention is faster on a processor.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from ..model.marks import MARKERS

BUCKETS = 32
FARTHEST = 128


@dataclass(frozen=True, slots=True)
class Shape:
    """The measures of an encoder: width, heads, inner width, layers, whether positions are also relative (MPNet)."""

    width: int
    heads: int
    inner: int
    layers: int
    words: int
    positions: int
    first_position: int
    relative: bool
    epsilon: float
    pad: int


class Layer(nn.Module):
    """A transformer layer that normalises after each half."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.heads = shape.heads
        self.into = nn.Linear(shape.width, 3 * shape.width)
        self.out = nn.Linear(shape.width, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=shape.epsilon)
        self.up = nn.Linear(shape.width, shape.inner)
        self.down = nn.Linear(shape.inner, shape.width)
        self.last = nn.LayerNorm(shape.width, eps=shape.epsilon)
        self.drop = nn.Dropout(dropout)

    def forward(self, hidden: Tensor, bias: Tensor) -> Tensor:
        """`hidden` (batch, length, width); `bias` (batch, heads, length, length) is added to the attention scores."""
        batch, length, width = hidden.shape
        query, key, value = self.into(hidden).view(batch, length, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=bias)
        return self.rest(hidden, seen.transpose(1, 2).reshape(batch, length, width))

    def forward_at(self, hidden: Tensor, bias: Tensor, places: Tensor) -> Tensor:
        """The vectors (batch, few, width) at some places (batch, few) alone: what the others would become costs
        nothing."""
        batch, length, width = hidden.shape
        rows = torch.arange(batch, device=hidden.device)[:, None]
        asked, few = hidden[rows, places], places.shape[1]
        query = functional.linear(asked, self.into.weight[:width], self.into.bias[:width])
        both = functional.linear(hidden, self.into.weight[width:], self.into.bias[width:])
        query = query.view(batch, few, self.heads, -1).transpose(1, 2)
        key, value = both.view(batch, length, 2, self.heads, -1).permute(2, 0, 3, 1, 4)
        near = bias.transpose(1, 2)[rows, places].transpose(1, 2)
        seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=near)
        return self.rest(asked, seen.transpose(1, 2).reshape(batch, few, width))

    def rest(self, hidden: Tensor, seen: Tensor) -> Tensor:
        """What follows the attention."""
        hidden = self.norm(hidden + self.drop(self.out(seen)))
        inner = self.down(functional.gelu(self.up(hidden)))
        normal: Tensor = self.last(hidden + self.drop(inner))
        return normal


class Encoder(nn.Module):
    """Word and position embeddings, marker embeddings, layers."""

    def __init__(self, shape: Shape, dropout: float = 0.1) -> None:
        super().__init__()
        self.shape = shape
        self.words = nn.Embedding(shape.words, shape.width)
        self.markers = nn.Embedding(MARKERS, shape.width)
        self.positions = nn.Embedding(shape.positions, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=shape.epsilon)
        self.relative = nn.Embedding(BUCKETS, shape.heads) if shape.relative else None
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))
        self.drop = nn.Dropout(dropout)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Hidden vectors (batch, length, width) of ids (batch, length); `mask` is 1.0 where there is a token, else
        0.0."""
        hidden, bias = self.below(ids, mask)
        last: Layer = self.layers[-1]  # type: ignore[assignment]
        seen: Tensor = last(hidden, bias)
        return seen

    def forward_at(self, ids: Tensor, mask: Tensor, places: Tensor) -> tuple[Tensor, Tensor]:
        """The vectors below the last layer (batch, length, width), and those of the last at some places (batch,
        few)."""
        hidden, bias = self.below(ids, mask)
        last: Layer = self.layers[-1]  # type: ignore[assignment]
        return hidden, last.forward_at(hidden, bias, places)

    def freeze(self, layers: int) -> None:
        """Leave the embeddings and the lowest layers as they are: nothing is learnt there, no gradient reaches them."""
        under = [self.words, self.markers, self.positions, self.norm, self.relative, *self.layers[:layers]]
        for module in under:
            if module is not None:
                module.requires_grad_(False)

    def below(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """What the last layer reads: hidden vectors, and the bias (batch, heads, length, length) of the attention."""
        length = ids.shape[1]
        places = torch.arange(length, device=ids.device)
        table = torch.cat([self.words.weight, self.markers.weight])
        hidden = functional.embedding(ids, table) + self.positions(places + self.shape.first_position)
        hidden = self.drop(self.norm(hidden))
        bias = (1.0 - mask)[:, None, None, :] * -1e4
        if self.relative is not None:
            near = self.relative(bucket_of(places[None, :] - places[:, None])).permute(2, 0, 1)
            bias = bias + near[None]
        else:
            bias = bias.expand(-1, self.shape.heads, length, -1)
        for layer in self.layers[:-1]:
            hidden = layer(hidden, bias)
        return hidden, bias


def bucket_of(distance: Tensor) -> Tensor:
    """The bucket of each relative position (key place less query place), as MPNet and T5 number them."""
    half = BUCKETS // 2
    side = (distance > 0).long() * half
    away = distance.abs()
    exact = half // 2
    far = exact + (torch.log(away.float().clamp(min=1) / exact) / math.log(FARTHEST / exact) * (half - exact)).long()
    return side + torch.where(away < exact, away, far.clamp(max=half - 1))


def shape_of(folder: Path, layers: int | None) -> Shape:
    """The shape of the weights in a folder, with `layers` of their layers (None: all)."""
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    relative = config["model_type"] == "mpnet"
    return Shape(
        width=config["hidden_size"],
        heads=config["num_attention_heads"],
        inner=config["intermediate_size"],
        layers=layers or config["num_hidden_layers"],
        words=config["vocab_size"],
        positions=config["max_position_embeddings"],
        first_position=2 if relative else 0,
        relative=relative,
        epsilon=config["layer_norm_eps"],
        pad=config["pad_token_id"],
    )


def load_encoder(folder: Path, keep: Sequence[int] | None = None, *, dropout: float = 0.1) -> Encoder:
    """The encoder with the weights of a folder (config.json, model.safetensors), with the layers `keep` (None: all)."""
    given = load_file(str(folder / "model.safetensors"))
    prefix = "mpnet." if any(name.startswith("mpnet.") for name in given) else ""
    given = {name.removeprefix(prefix): tensor for name, tensor in given.items()}
    keep = list(range(shape_of(folder, None).layers)) if keep is None else list(keep)
    encoder = Encoder(shape_of(folder, len(keep)), dropout)
    weights = {
        "words.weight": given["embeddings.word_embeddings.weight"],
        "positions.weight": positions_of(given),
        **renamed(given, "norm", "embeddings.LayerNorm"),
    }
    if encoder.relative is not None:
        weights["relative.weight"] = given["encoder.relative_attention_bias.weight"]
    for new, old in enumerate(keep):
        weights |= layer_weights(given, f"layers.{new}", f"encoder.layer.{old}", relative=encoder.relative is not None)
    # A marker begins as the sign that a writer would use for it, so that its first vector is one the layers know.
    signs = [ids_of(folder)[sign] for sign in ("[", "]", "{", "}")]
    weights["markers.weight"] = weights["words.weight"][signs].clone()
    encoder.load_state_dict(weights)
    return encoder


def ids_of(folder: Path) -> dict[str, int]:
    """The vocabulary of a folder's tokenizer."""
    return dict(json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"])


def positions_of(given: dict[str, Tensor]) -> Tensor:
    """The position embeddings; BERT's only token type is added, as every token has it."""
    positions = given["embeddings.position_embeddings.weight"]
    kinds = given.get("embeddings.token_type_embeddings.weight")
    return positions if kinds is None else positions + kinds[0]


def renamed(given: dict[str, Tensor], new: str, old: str) -> dict[str, Tensor]:
    """Weight and bias of one module under its name here."""
    return {f"{new}.{part}": given[f"{old}.{part}"] for part in ("weight", "bias")}


def layer_weights(given: dict[str, Tensor], new: str, old: str, *, relative: bool) -> dict[str, Tensor]:
    """The weights of one layer, query, key and value joined."""
    names = (
        [f"attention.attn.{one}" for one in "qkv"]
        if relative
        else [f"attention.self.{one}" for one in ("query", "key", "value")]
    )
    out, norm = (
        ("attention.attn.o", "attention.LayerNorm")
        if relative
        else ("attention.output.dense", "attention.output.LayerNorm")
    )
    return {
        **{
            f"{new}.into.{part}": torch.cat([given[f"{old}.{name}.{part}"] for name in names])
            for part in ("weight", "bias")
        },
        **renamed(given, f"{new}.out", f"{old}.{out}"),
        **renamed(given, f"{new}.norm", f"{old}.{norm}"),
        **renamed(given, f"{new}.up", f"{old}.intermediate.dense"),
        **renamed(given, f"{new}.down", f"{old}.output.dense"),
        **renamed(given, f"{new}.last", f"{old}.output.LayerNorm"),
    }
