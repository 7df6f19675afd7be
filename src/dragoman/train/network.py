"""The network: one encoder, and heads for a marked pair and for a passage.

A marked pair gives the logits of code, mode, realis and attribution from three vectors: the mean of the sentence below
the last layer, and those of the two opening markers, for which alone the last layer is worked out. A passage gives for
each token and role (actor, recipient, trigger) outside, begin or inside, and for the whole the contexts.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from .encoder import Encoder

TAGGED_ROLES = 3
TAGS = 3


class Network(nn.Module):
    """The encoder with its heads; `sizes` are the classes of code, mode, realis and the contexts."""

    def __init__(
        self, encoder: Encoder, *, codes: int, modes: int, realis: int, contexts: int, dropout: float = 0.1
    ) -> None:
        super().__init__()
        self.encoder = encoder
        width = encoder.shape.width
        self.drop = nn.Dropout(dropout)
        self.code = nn.Linear(3 * width, codes)
        self.mode = nn.Linear(3 * width, modes)
        self.realis = nn.Linear(3 * width, realis)
        self.attributed = nn.Linear(3 * width, 2)
        self.tags = nn.Linear(width, TAGGED_ROLES * TAGS)
        self.contexts = nn.Linear(width, contexts)

    def pair_vector(self, ids: Tensor, mask: Tensor, source: Tensor, target: Tensor) -> Tensor:
        """The vector (batch, 3 * width) of marked pairs; `source`, `target` (batch) are the places of the opening
        markers."""
        hidden, marked = self.encoder.forward_at(ids, mask, torch.stack([source, target], dim=1))
        return torch.cat([mean_of(hidden, mask), marked.flatten(1)], dim=1)

    def pair(self, vector: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Logits of code, mode, realis and attribution from pair vectors."""
        vector = self.drop(vector)
        return self.code(vector), self.mode(vector), self.realis(vector), self.attributed(vector)

    def passage(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Tag logits (batch, length, roles, tags) and context logits (batch, contexts) of passages."""
        hidden = self.encoder(ids, mask)
        tags = self.tags(self.drop(hidden))
        return tags.view(*hidden.shape[:2], TAGGED_ROLES, TAGS), self.contexts(self.drop(mean_of(hidden, mask)))


def mean_of(hidden: Tensor, mask: Tensor) -> Tensor:
    """The mean vector over the tokens that are there."""
    return (hidden * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True).clamp(min=1.0)
