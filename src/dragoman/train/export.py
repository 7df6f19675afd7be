"""Export: the fitted network becomes two ONNX graphs over one set of int8 weights, as the runtime wants them.

In: a Network. Out: `model.onnx` with the inputs ids, mask, source, target and the outputs hidden-tags, contexts and pair
logits. Matrices are stored as signed bytes, a scale for each column; word embeddings as bytes with a scale a row.
"""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn

from .network import Network, mean_of

INPUTS = ("ids", "mask", "source", "target")
OUTPUTS = ("code", "mode", "realis", "attributed", "vector", "tags", "contexts")
OPSET = 17


class Runtime(nn.Module):
    """What is exported: both readings of the network at once; a caller asks only for the outputs that it wants."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, mask: Tensor, source: Tensor, target: Tensor) -> tuple[Tensor, ...]:
        """The logits of all heads, and the pair vector, in the order of OUTPUTS."""
        network = self.network
        hidden = network.encoder(ids, mask)
        rows = torch.arange(ids.shape[0], device=ids.device)
        mean = mean_of(hidden, mask)
        vector = torch.cat([mean, hidden[rows, source], hidden[rows, target]], dim=1)
        return (*network.pair(vector), vector, network.tags(hidden), network.contexts(mean))


def export_float(network: Network, path: Path) -> None:
    """Write the network as ONNX with plain floats."""
    network.eval()
    length = torch.export.Dim("length", min=4, max=500)
    batch = torch.export.Dim("batch", min=2, max=4096)
    given = (torch.ones(3, 9, dtype=torch.long), torch.ones(3, 9), torch.ones(3, dtype=torch.long), torch.ones(3, dtype=torch.long))
    torch.onnx.export(
        Runtime(network),
        given,
        str(path),
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_shapes=({0: batch, 1: length}, {0: batch, 1: length}, {0: batch}, {0: batch}),
        opset_version=18,
        dynamo=True,
        external_data=False,
    )
