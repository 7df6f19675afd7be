"""Smoothing: how large each channel that enters a matrix grows, so that whole numbers hold it.

In: the network and marked sentences. Out: for each matrix a factor for each channel: the channel is divided by it and
the matrix multiplied, which changes nothing but the rounding. After Xiao et al. 2023, SmoothQuant, with its middle
strength.
"""

from __future__ import annotations

from collections.abc import Iterable

import torch
from torch import Tensor, nn

from .batches import PairBatch
from .network import Network

# 0 leaves all the rounding to the activations, 1 to the weights; the paper's default for encoders.
STRENGTH = 0.5


def channel_factors(network: Network, batches: Iterable[PairBatch]) -> dict[str, Tensor]:
    """The factor of each input channel of each layer's matrices, by "NUMBER.MATRIX" (into, out, up, down)."""
    largest: dict[str, Tensor] = {}
    hooks = []
    matrices = {
        f"{number}.{name}": getattr(layer, name)
        for number, layer in enumerate(network.encoder.layers)
        for name in ("into", "out", "up", "down")
    }
    for name, matrix in matrices.items():

        def note(_: nn.Module, given: tuple[Tensor, ...], __: Tensor, name: str = name) -> None:
            top = given[0].detach().abs().flatten(0, -2).amax(0)
            largest[name] = torch.maximum(largest[name], top) if name in largest else top

        hooks.append(matrix.register_forward_hook(note))
    network.eval()
    with torch.no_grad():
        for batch in batches:
            network.encoder(batch.ids, batch.mask)
    for hook in hooks:
        hook.remove()
    return {name: factor_of(largest[name], matrices[name].weight.detach()) for name in matrices}


def factor_of(largest: Tensor, weight: Tensor) -> Tensor:
    """The factor of each channel from the largest value seen there and the largest weight that meets it."""
    met = weight.abs().amax(0).clamp(min=1e-5)
    factor = largest.clamp(min=1e-5) ** STRENGTH / met ** (1 - STRENGTH)
    return factor.clamp(min=1e-2, max=1e4)
