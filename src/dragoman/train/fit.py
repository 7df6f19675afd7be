"""Fit the network to the corpus: all heads together, the word embeddings left as they are.

In: rows of pairs and passages. Out: the fitted network. The same seed, threads and machine give the same weights.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from ..ontology import plv15_of
from ..ontology.cameo import NO_EVENT
from .batches import UNKNOWN, Labels, PairBatch, PairRow, PassageBatch, PassageRow, pair_batches, passage_batches
from .network import TAGS, Network
from .pairs import split_label

ACTUAL = "actual"
# How the teacher is fitted: all twelve layers, on pairs alone, the lower four left as they are, which costs a fifth
# less time a step.
TEACHER_LAYERS = 12
# Nine pairs of ten are actual: unweighted, the first model found 0.39 of the others.
RARE_REALIS = 3.0


@dataclass(frozen=True, slots=True)
class Plan:
    """How to fit: passes over the pairs, pairs a step, learning rates, how much each part of the loss weighs."""

    epochs: float = 3.0
    size: int = 32
    rate: float = 4e-5
    head_rate: float = 1e-3
    warm: float = 0.08
    smoothing: float = 0.05
    # The class of the fifteen is what most users count; its loss beside the code's lifted macro-F1 on the development
    # part.
    kind_weight: float = 0.5
    mode_weight: float = 0.3
    realis_weight: float = 0.3
    attributed_weight: float = 0.2
    tag_weight: float = 1.0
    context_weight: float = 1.0
    # Passages are read once for so many steps of pairs; 0: never.
    tag_every: int = 2
    soft_weight: float = 0.7
    # Layers from below that stay as they are, with all that lies under them.
    frozen_layers: int = 0
    seed: int = 20261124


def teacher_plan() -> Plan:
    """How the teacher is fitted."""
    return Plan(epochs=2.0, rate=3e-5, tag_every=0, frozen_layers=4)


def distilling_plan() -> Plan:
    """How the fitted network goes on with the teacher's probabilities: one more pass at half the rate."""
    return Plan(epochs=1.0, rate=2e-5, head_rate=5e-4, seed=20261125)


def kind_matrix(labels: Labels) -> Tensor:
    """(codes, kinds): 1.0 where a code belongs to a kind; the kinds are the fifteen classes, the acts with none, and
    nothing between."""
    kinds = [kind_of(label) for label in labels.codes]
    names = sorted(set(kinds))
    matrix = torch.zeros(len(kinds), len(names))
    for row, kind in enumerate(kinds):
        matrix[row, names.index(kind)] = 1.0
    return matrix


def kind_of(label: str) -> str:
    """The class of the fifteen that a code label belongs to, or a name for what has none."""
    cameo, kind = split_label(label)
    return NO_EVENT if cameo == NO_EVENT else plv15_of(cameo, kind) or "other"


class Fitting:
    """One fitting of a network: optimiser, schedule and losses."""

    def __init__(self, network: Network, labels: Labels, plan: Plan, steps: int) -> None:
        self.network, self.plan, self.steps = network, plan, steps
        self.kinds = kind_matrix(labels)
        self.realis_weights = torch.tensor([1.0 if name == ACTUAL else RARE_REALIS for name in labels.realis])
        network.encoder.words.weight.requires_grad_(False)
        if plan.frozen_layers:
            network.encoder.freeze(plan.frozen_layers)
        body = [p for p in network.encoder.parameters() if p.requires_grad]
        heads = [p for name, p in network.named_parameters() if not name.startswith("encoder.")]
        self.optimiser = torch.optim.AdamW(
            [
                {"params": body, "lr": plan.rate, "top": plan.rate},
                {"params": heads, "lr": plan.head_rate, "top": plan.head_rate},
            ],
            weight_decay=0.01,
            fused=True,
        )
        self.step_number = 0

    def step(self, loss: Tensor) -> None:
        """One step of the optimiser at the rate of the schedule: up over the first share, then down to nothing."""
        warm = max(1, int(self.plan.warm * self.steps))
        share = min(1.0, (self.step_number + 1) / warm) * max(0.0, 1.0 - self.step_number / self.steps)
        for group in self.optimiser.param_groups:
            group["lr"] = group["top"] * share
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_([p for g in self.optimiser.param_groups for p in g["params"]], 1.0)
        self.optimiser.step()
        self.optimiser.zero_grad(set_to_none=True)
        self.step_number += 1

    def pair_loss(self, batch: PairBatch) -> Tensor:
        """The loss of a batch of marked pairs."""
        plan = self.plan
        vector = self.network.pair_vector(batch.ids, batch.mask, batch.source, batch.target)
        code, mode, realis, attributed = self.network.pair(vector)
        loss = functional.cross_entropy(code, batch.code, label_smoothing=plan.smoothing, ignore_index=UNKNOWN)
        loss = loss + plan.kind_weight * self.kind_loss(code, batch.code)
        if batch.soft is not None:
            taught = -(batch.soft * functional.log_softmax(code, dim=1)).sum(1).mean()
            loss = (1 - plan.soft_weight) * loss + plan.soft_weight * taught * (1 + plan.kind_weight)
        for weight, logits, wanted, classes in (
            (plan.mode_weight, mode, batch.mode, None),
            (plan.realis_weight, realis, batch.realis, self.realis_weights),
            (plan.attributed_weight, attributed, batch.attributed, None),
        ):
            if bool((wanted != UNKNOWN).any()):
                loss = loss + weight * functional.cross_entropy(logits, wanted, classes, ignore_index=UNKNOWN)
        return loss

    def kind_loss(self, code: Tensor, wanted: Tensor) -> Tensor:
        """The loss of the fifteen classes, their probabilities being sums over their codes."""
        known = wanted != UNKNOWN
        kinds = functional.softmax(code[known], dim=1) @ self.kinds
        gold = self.kinds[wanted[known]].argmax(1)
        return functional.nll_loss(torch.log(kinds.clamp(min=1e-6)), gold)

    def passage_loss(self, batch: PassageBatch) -> Tensor:
        """The loss of a batch of passages."""
        tags, contexts = self.network.passage(batch.ids, batch.mask)
        loss = self.plan.tag_weight * functional.cross_entropy(
            tags.reshape(-1, TAGS), batch.tags.reshape(-1), ignore_index=UNKNOWN
        )
        return loss + self.plan.context_weight * functional.binary_cross_entropy_with_logits(contexts, batch.contexts)


def fit(
    network: Network,
    labels: Labels,
    pairs: Sequence[PairRow],
    passages: Sequence[PassageRow],
    plan: Plan,
    *,
    soft: Tensor | None = None,
    told: Callable[[str], None] = print,
) -> None:
    """Fit the network in place; `told` hears of the progress."""
    torch.manual_seed(plan.seed)
    pad = network.encoder.shape.pad
    per_epoch = math.ceil(len(pairs) / plan.size)
    fitting = Fitting(network, labels, plan, math.ceil(per_epoch * plan.epochs))
    network.train()
    begun, epoch, seen = time.monotonic(), 0, 0.0
    reading = endless(passages, plan, pad)
    while fitting.step_number < fitting.steps:
        for _, batch in pair_batches(pairs, plan.size, pad, plan.seed + epoch, soft):
            loss = fitting.pair_loss(batch)
            seen += (float(loss.detach()) - seen) / min(50, fitting.step_number + 1)
            if passages and plan.tag_every and fitting.step_number % plan.tag_every == 0:
                loss = loss + fitting.passage_loss(next(reading))
            fitting.step(loss)
            if fitting.step_number % 50 == 0 or fitting.step_number == fitting.steps:
                told(f"step {fitting.step_number}/{fitting.steps}  loss {seen:.3f}  {time.monotonic() - begun:.0f} s")
            if fitting.step_number >= fitting.steps:
                break
        epoch += 1
    network.eval()


def endless(passages: Sequence[PassageRow], plan: Plan, pad: int) -> Iterator[PassageBatch]:
    """Batches of passages without end."""
    epoch = 0
    while passages:
        for _, batch in passage_batches(passages, plan.size, pad, plan.seed + 1000 + epoch):
            yield batch
        epoch += 1
