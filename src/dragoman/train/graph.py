"""Small helpers that build an ONNX graph node by node, with matrices as int8 and a scale for each column.

In: numpy arrays and names of values. Out: names of new values; `Graph.model()` is the whole. An exporter that traces
was tried first: it failed on lengths that vary, and hid which products are whole numbers.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

Array = NDArray[Any]

OPSET = 20
# Seven bits a weight: on processors without VNNI two products of eight bits overflow the sixteen that they are added in
# (measured on one core: no slower, and the labels differ from the float ones less often).
WEIGHT_TOP = 63
BYTE_TOP = 127
QUANTISED = "com.microsoft"


class Graph:
    """A graph under construction."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.fixed: list[onnx.TensorProto] = []
        self.names: set[str] = set()

    def constant(self, value: Array, name: str | None = None) -> str:
        """A fixed value, kept once under its name."""
        name = name or f"c{len(self.fixed)}"
        if name not in self.names:
            self.names.add(name)
            self.fixed.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def shape(self, *sizes: int) -> str:
        """A fixed shape or list of whole numbers."""
        return self.constant(
            np.array(sizes, dtype=np.int64), "i_" + "_".join(str(one).replace("-", "m") for one in sizes)
        )

    def scalar(self, value: float) -> str:
        """A fixed number."""
        return self.constant(np.array(value, dtype=np.float32), f"f_{value}")

    def op(self, kind: str, *given: str, name: str | None = None, domain: str = "", **options: Any) -> str:
        """A node with one output, whose name is returned."""
        name = name or f"v{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(given), [name], domain=domain, **options))
        return name

    def ops(self, kind: str, *given: str, outputs: int, **options: Any) -> list[str]:
        """A node with several outputs."""
        names = [f"v{len(self.nodes)}_{one}" for one in range(outputs)]
        self.nodes.append(helper.make_node(kind, list(given), names, **options))
        return names

    def linear(self, given: str, weight: Array, bias: Array, name: str) -> str:
        """`given` @ weight.T + bias, the weight (out, in) as int8; the left side is made whole numbers as it comes."""
        weight = weight.astype(np.float32)
        scale = np.maximum(np.abs(weight).max(axis=1), 1e-8).astype(np.float32) / WEIGHT_TOP
        whole = np.clip(np.round(weight / scale[:, None]), -WEIGHT_TOP, WEIGHT_TOP).astype(np.int8).T
        return self.op(
            "DynamicQuantizeMatMul",
            given,
            self.constant(whole, f"{name}.w"),
            self.constant(scale, f"{name}.s"),
            self.constant(np.zeros(len(scale), dtype=np.int8), f"zero{len(scale)}"),
            self.constant(bias.astype(np.float32), f"{name}.b"),
            domain=QUANTISED,
        )

    def exact(self, given: str, weight: Array, bias: Array, name: str) -> str:
        """`given` @ weight.T + bias in floats, for the small matrices of the heads."""
        product = self.op("MatMul", given, self.constant(weight.T.astype(np.float32), f"{name}.w"))
        return self.op("Add", product, self.constant(bias.astype(np.float32), f"{name}.b"))

    def rows(self, table: Array, ids: str, name: str) -> str:
        """The rows of a table by their numbers, the table as int8 with a scale for each row."""
        scale = np.maximum(np.abs(table).max(axis=1, keepdims=True), 1e-8).astype(np.float32) / BYTE_TOP
        whole = np.clip(np.round(table / scale), -BYTE_TOP, BYTE_TOP).astype(np.int8)
        taken = self.op("Cast", self.op("Gather", self.constant(whole, f"{name}.w"), ids), to=TensorProto.FLOAT)
        return self.op("Mul", taken, self.op("Gather", self.constant(scale, f"{name}.s"), ids))

    def normal(self, given: str, weight: Array, bias: Array, epsilon: float, name: str) -> str:
        """Layer normalisation over the last axis."""
        return self.op(
            "LayerNormalization",
            given,
            self.constant(weight.astype(np.float32), f"{name}.w"),
            self.constant(bias.astype(np.float32), f"{name}.b"),
            axis=-1,
            epsilon=epsilon,
        )

    def model(
        self, inputs: Mapping[str, tuple[int, list[str]]], outputs: dict[str, list[str | int]]
    ) -> onnx.ModelProto:
        """The whole model; inputs by name with element type and shape, outputs by name with shape."""
        graph = helper.make_graph(
            self.nodes,
            "dragoman",
            [helper.make_tensor_value_info(name, kind, shape) for name, (kind, shape) in inputs.items()],
            [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in outputs.items()],
            self.fixed,
        )
        sets = [helper.make_opsetid("", OPSET), helper.make_opsetid(QUANTISED, 1)]
        model = helper.make_model(graph, opset_imports=sets, producer_name="dragoman")
        model.ir_version = 9
        onnx.checker.check_model(model)
        return model
