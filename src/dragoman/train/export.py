"""Export: the fitted network as one ONNX file, as the runtime reads it.

In: a Network. Out: a model with the inputs ids, mask, source, target; the outputs code, mode, realis, attributed and
vector for marked pairs, tags and contexts for passages. A caller asks for the ones it wants, and only their nodes run.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto
from torch import nn

from .encoder import Encoder, Layer, bucket_of
from .graph import Array, Graph
from .network import TAGGED_ROLES, TAGS, Network

# More tokens than the runtime ever gives: the relative distances are worked out once for as many.
LONGEST_INPUT = 256
OUTPUTS = ("code", "mode", "realis", "attributed", "vector", "tags", "contexts")


def export_network(network: Network, path: Path, factors: Mapping[str, torch.Tensor]) -> None:
    """Write the network as an ONNX file with int8 weights; `factors` smooth the channels before each matrix."""
    onnx.save(build_model(network, factors), str(path))


def build_model(network: Network, factors: Mapping[str, torch.Tensor]) -> onnx.ModelProto:
    """The network as an ONNX model."""
    graph = Graph()
    writer = LayerWriter(graph, network.encoder, {name: of(factor) for name, factor in factors.items()})
    hidden, bias = writer.below()
    last = len(network.encoder.layers) - 1
    vector = pair_vector(graph, writer, hidden, bias, last)
    for name in ("code", "mode", "realis", "attributed"):
        head = getattr(network, name)
        graph.op("Identity", graph.exact(vector, of(head.weight), of(head.bias), name), name=name)
    graph.op("Identity", vector, name="vector")
    full = writer.layer(last, hidden, bias)
    tags = graph.exact(full, of(network.tags.weight), of(network.tags.bias), "tags")
    graph.op("Reshape", tags, graph.shape(0, 0, TAGGED_ROLES, TAGS), name="tags")
    contexts = graph.exact(writer.mean(full), of(network.contexts.weight), of(network.contexts.bias), "contexts")
    graph.op("Identity", contexts, name="contexts")
    whole = (TensorProto.INT64, ["batch", "length"])
    one = (TensorProto.INT64, ["batch"])
    inputs = {"ids": whole, "mask": (TensorProto.FLOAT, ["batch", "length"]), "source": one, "target": one}
    shapes: dict[str, list[str | int]] = {name: ["batch", f"n_{name}"] for name in OUTPUTS}
    shapes["tags"] = ["batch", "length", TAGGED_ROLES, TAGS]
    return graph.model(inputs, shapes)


def pair_vector(graph: Graph, writer: LayerWriter, hidden: str, bias: str, last: int) -> str:
    """The vector of a marked pair: the mean below the last layer, and the last layer at the two markers."""
    two = [graph.op("Unsqueeze", name, graph.shape(1)) for name in ("source", "target")]
    places = graph.op("Concat", *two, axis=1)
    asked = graph.op("GatherND", hidden, graph.op("Unsqueeze", places, graph.shape(2)), batch_dims=1)
    across = graph.op("Transpose", bias, perm=[0, 2, 1, 3])
    near = graph.op("GatherND", across, graph.op("Unsqueeze", places, graph.shape(2)), batch_dims=1)
    marked = writer.layer(last, hidden, graph.op("Transpose", near, perm=[0, 2, 1, 3]), asked)
    flat = graph.op("Flatten", marked, axis=1)
    return graph.op("Concat", writer.mean(hidden), flat, axis=1)


class LayerWriter:
    """Writes the parts of an encoder into a graph."""

    def __init__(self, graph: Graph, encoder: Encoder, factors: Mapping[str, Array]) -> None:
        self.graph, self.encoder, self.shape = graph, encoder, encoder.shape
        self.factors = factors

    def smoothed(self, given: str, name: str) -> str:
        """The values with each channel divided by its factor, once for all matrices that read them."""
        if name not in self.factors:
            return given
        return self.graph.op("Mul", given, self.graph.constant(1.0 / self.factors[name], f"{name}.smooth"))

    def matrix(self, module: nn.Linear, name: str) -> Array:
        """The weights of a matrix, each input channel multiplied by its factor."""
        weight = of(module.weight)
        return weight * self.factors[name][None, :] if name in self.factors else weight

    def below(self) -> tuple[str, str]:
        """The hidden vectors below the last layer, and the bias of the attention."""
        graph, encoder = self.graph, self.encoder
        table = torch.cat([encoder.words.weight, encoder.markers.weight])
        length = graph.op("Gather", graph.op("Shape", "ids"), graph.shape(1))
        first = self.shape.first_position
        positions = graph.constant(of(encoder.positions.weight)[first : first + LONGEST_INPUT], "positions")
        placed = graph.op("Slice", positions, graph.shape(0), length, graph.shape(0))
        hidden = graph.op("Add", graph.rows(of(table), "ids", "words"), placed)
        hidden = graph.normal(hidden, of(encoder.norm.weight), of(encoder.norm.bias), self.shape.epsilon, "norm")
        absent = graph.op("Mul", graph.op("Sub", graph.scalar(1.0), "mask"), graph.scalar(-1e4))
        bias = graph.op("Unsqueeze", absent, graph.shape(1, 2))
        bias = graph.op("Add", bias, self.nearness(length))
        for number in range(len(encoder.layers) - 1):
            hidden = self.layer(number, hidden, bias)
        return hidden, bias

    def nearness(self, length: str) -> str:
        """The bias of relative places (1, heads, length, length); zeros where the encoder has none."""
        graph, places = self.graph, torch.arange(LONGEST_INPUT)
        if self.encoder.relative is None:
            near = np.zeros((self.shape.heads, LONGEST_INPUT, LONGEST_INPUT), dtype=np.float32)
            whole = graph.constant(near, "near")
        else:
            # A table of the distances that there are, and not of all pairs of places: 256 KiB less for each head.
            buckets = graph.constant(bucket_of(places[None, :] - places[:, None]).numpy().astype(np.int64), "buckets")
            small = graph.op(
                "Slice", buckets, graph.shape(0, 0), graph.op("Concat", length, length, axis=0), graph.shape(0, 1)
            )
            found = graph.op("Gather", graph.constant(of(self.encoder.relative.weight), "relative"), small)
            return graph.op("Unsqueeze", graph.op("Transpose", found, perm=[2, 0, 1]), graph.shape(0))
        sliced = graph.op(
            "Slice", whole, graph.shape(0, 0), graph.op("Concat", length, length, axis=0), graph.shape(1, 2)
        )
        return graph.op("Unsqueeze", sliced, graph.shape(0))

    def layer(self, number: int, hidden: str, bias: str, asked: str | None = None) -> str:
        """A layer over all places of `hidden`, or over the vectors `asked` alone, which look at all places."""
        graph, shape, width = self.graph, self.shape, self.shape.width
        part: Layer = self.encoder.layers[number]  # type: ignore[assignment]
        weight, added, name = self.matrix(part.into, f"{number}.into"), of(part.into.bias), f"layer{number}"
        smooth = self.smoothed(hidden, f"{number}.into")
        givens = (smooth if asked is None else self.smoothed(asked, f"{number}.into"), smooth, smooth)
        query, key, value = (
            self.heads(graph.linear(given, weight[at * width :][:width], added[at * width :][:width], f"{name}.{sign}"))
            for at, (given, sign) in enumerate(zip(givens, "qkv", strict=True))
        )
        scores = graph.op("MatMul", query, graph.op("Transpose", key, perm=[0, 1, 3, 2]))
        scores = graph.op("Mul", scores, graph.scalar((width // shape.heads) ** -0.5))
        seen = graph.op("MatMul", graph.op("Softmax", graph.op("Add", scores, bias), axis=-1), value)
        seen = graph.op("Reshape", graph.op("Transpose", seen, perm=[0, 2, 1, 3]), graph.shape(0, 0, width))
        seen = self.product(seen, part.out, f"{number}.out")
        hidden = graph.op("Add", asked or hidden, seen)
        hidden = graph.normal(hidden, of(part.norm.weight), of(part.norm.bias), shape.epsilon, f"{name}.norm")
        inner = graph.op("Gelu", self.product(hidden, part.up, f"{number}.up"))
        inner = self.product(inner, part.down, f"{number}.down")
        summed = graph.op("Add", hidden, inner)
        return graph.normal(summed, of(part.last.weight), of(part.last.bias), shape.epsilon, f"{name}.last")

    def product(self, given: str, module: nn.Linear, name: str) -> str:
        """`given` through a matrix, smoothed."""
        return self.graph.linear(self.smoothed(given, name), self.matrix(module, name), of(module.bias), f"layer{name}")

    def heads(self, given: str) -> str:
        """(batch, length, width) as (batch, heads, length, width / heads)."""
        graph, shape = self.graph, self.shape
        parted = graph.op("Reshape", given, graph.shape(0, 0, shape.heads, shape.width // shape.heads))
        return graph.op("Transpose", parted, perm=[0, 2, 1, 3])

    def mean(self, hidden: str) -> str:
        """The mean vector over the tokens that are there."""
        graph = self.graph
        there = graph.op("Unsqueeze", "mask", graph.shape(2))
        total = graph.op("ReduceSum", graph.op("Mul", hidden, there), graph.shape(1), keepdims=0)
        count = graph.op("ReduceSum", "mask", graph.shape(1), keepdims=1)
        return graph.op("Div", total, graph.op("Max", count, graph.scalar(1.0)))


def of(tensor: torch.Tensor) -> Array:
    """The numbers of a tensor."""
    return tensor.detach().float().numpy()
