"""Batches: pairs and passages become padded tensors, those of like length together.

In: Pairs and Passages with the Marker and the labels. Out: PairBatch and PassageBatch, in an order that hangs on a
seed.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from ..model.marks import Marker, Tokens, covered
from .lint import CONTEXTS
from .markup import REALIS, Passage
from .network import TAGGED_ROLES
from .pairs import Pair

# Batches sorted by length together: the larger, the less padding and the less chance in the order.
SORTED_TOGETHER = 24
CONTEXT_NAMES = tuple(sorted(CONTEXTS))
# No label: the losses leave these places out.
UNKNOWN = -100
NO_MODE = "-"
# Intentions and threats: the roots of CAMEO whose future the older files call actual.
UNSETTLED_ROOTS = ("03", "13")


@dataclass(frozen=True, slots=True)
class Labels:
    """The classes that the heads know, in the order of their logits."""

    codes: tuple[str, ...]
    modes: tuple[str, ...]
    realis: tuple[str, ...] = REALIS
    contexts: tuple[str, ...] = CONTEXT_NAMES


def labels_of(pairs: Sequence[Pair]) -> Labels:
    """The classes that stand in the pairs."""
    modes = {f"{pair.type}/{pair.mode}" for pair in pairs if pair.mode}
    return Labels(tuple(sorted({pair.label for pair in pairs})), (NO_MODE, *sorted(modes)))


@dataclass(slots=True)
class PairBatch:
    """Marked pairs as tensors: ids and mask (batch, length), marker places and labels (batch), soft code labels or
    None."""

    ids: Tensor
    mask: Tensor
    source: Tensor
    target: Tensor
    code: Tensor
    mode: Tensor
    realis: Tensor
    attributed: Tensor
    soft: Tensor | None


@dataclass(slots=True)
class PassageBatch:
    """Passages as tensors: ids and mask (batch, length), tags (batch, length, roles), contexts (batch, contexts)."""

    ids: Tensor
    mask: Tensor
    tags: Tensor
    contexts: Tensor


@dataclass(frozen=True, slots=True)
class PairRow:
    """A pair with its ids and its labels as numbers."""

    ids: tuple[int, ...]
    source: int
    target: int
    code: int
    mode: int
    realis: int
    attributed: int


@dataclass(frozen=True, slots=True)
class PassageRow:
    """A passage with its ids, a tag for each id and role, and 1.0 for each context that it has."""

    ids: tuple[int, ...]
    tags: tuple[tuple[int, ...], ...]
    contexts: tuple[float, ...]


def pair_rows(pairs: Sequence[Pair], marker: Marker, labels: Labels) -> list[PairRow]:
    """The rows of pairs. A code that the labels lack is left out of the loss."""
    code = {name: at for at, name in enumerate(labels.codes)}
    mode = {name: at for at, name in enumerate(labels.modes)}
    rows = []
    for pair, tokens in zip(pairs, marker.tokenise([pair.text for pair in pairs]), strict=True):
        marked = marker.mark(tokens, pair.source, pair.target)
        told = mode.get(f"{pair.type}/{pair.mode}" if pair.mode else NO_MODE, UNKNOWN)
        attributed = UNKNOWN if pair.attributed is None else int(pair.attributed)
        rows.append(
            PairRow(
                marked.ids,
                marked.source,
                marked.target,
                code.get(pair.label, UNKNOWN),
                told,
                realis_of(pair, labels),
                attributed,
            )
        )
    return rows


def realis_of(pair: Pair, labels: Labels) -> int:
    """The realis of a pair as a number. Pairs whose attribution nobody read were labelled before the codebook parted a
    bare future from a promise: of their intentions and threats only what is not actual is taken."""
    unsure = pair.attributed is None and pair.realis == "actual" and pair.cameo[:2] in UNSETTLED_ROOTS
    return UNKNOWN if unsure else labels.realis.index(pair.realis)


def passage_rows(passages: Sequence[Passage], marker: Marker, labels: Labels) -> list[PassageRow]:
    """The rows of passages."""
    rows = []
    for passage, tokens in zip(passages, marker.tokenise([passage.text for passage in passages]), strict=True):
        ids = marker.plain(tokens)
        tags = [tag_line(passage, tokens, role, len(ids)) for role in "ART"]
        rows.append(
            PassageRow(
                ids, tuple(zip(*tags, strict=True)), tuple(float(c in passage.contexts) for c in labels.contexts)
            )
        )
    return rows


def tag_line(passage: Passage, tokens: Tokens, role: str, length: int) -> list[int]:
    """0 outside, 1 begin, 2 inside for each id of a passage and one role; of nested spans the outer one counts."""
    tags = [0] * length
    spans = {(span.start, span.end) for span in passage.spans if span.role == role}
    for start, end in sorted(spans, key=lambda place: (place[0] - place[1], place)):
        first, last = covered(tokens, (start, end))
        places = range(first + 1, min(last + 1, length - 1))
        if places and not any(tags[at] for at in places):
            tags[places[0]] = 1
            for at in places[1:]:
                tags[at] = 2
    return tags


def order(lengths: Sequence[int], size: int, seed: int | None) -> list[list[int]]:
    """The rows of each batch: like lengths together; shuffled by the seed, or in plain order of length for None."""
    at = list(range(len(lengths)))
    if seed is None:
        at.sort(key=lambda one: lengths[one])
        return [at[i : i + size] for i in range(0, len(at), size)]
    chance = random.Random(seed)
    chance.shuffle(at)
    batches: list[list[int]] = []
    for i in range(0, len(at), size * SORTED_TOGETHER):
        block = sorted(at[i : i + size * SORTED_TOGETHER], key=lambda one: lengths[one])
        batches += [block[j : j + size] for j in range(0, len(block), size)]
    chance.shuffle(batches)
    return batches


def pair_batches(
    rows: Sequence[PairRow], size: int, pad: int, seed: int | None, soft: Tensor | None = None
) -> Iterator[tuple[list[int], PairBatch]]:
    """Batches of pairs, each with the numbers of its rows; `soft` holds a teacher's code probabilities, a row each."""
    for at in order([len(row.ids) for row in rows], size, seed):
        block = [rows[one] for one in at]
        ids, mask = padded([row.ids for row in block], pad)
        source, target, code, mode, realis, attributed = (
            torch.tensor([getattr(row, name) for row in block])
            for name in ("source", "target", "code", "mode", "realis", "attributed")
        )
        taught = None if soft is None else soft[at]
        yield at, PairBatch(ids, mask, source, target, code, mode, realis, attributed, taught)


def passage_batches(
    rows: Sequence[PassageRow], size: int, pad: int, seed: int | None
) -> Iterator[tuple[list[int], PassageBatch]]:
    """Batches of passages, each with the numbers of its rows."""
    for at in order([len(row.ids) for row in rows], size, seed):
        block = [rows[one] for one in at]
        ids, mask = padded([row.ids for row in block], pad)
        tags = torch.full((len(block), ids.shape[1], TAGGED_ROLES), UNKNOWN)
        for number, row in enumerate(block):
            tags[number, : len(row.ids)] = torch.tensor(row.tags)
        yield at, PassageBatch(ids, mask, tags, torch.tensor([row.contexts for row in block]))


def padded(lines: Sequence[Sequence[int]], pad: int) -> tuple[Tensor, Tensor]:
    """Ids (batch, longest) filled with `pad`, and 1.0 where a token is."""
    longest = max(len(line) for line in lines)
    ids = torch.full((len(lines), longest), pad)
    mask = torch.zeros(len(lines), longest)
    for number, line in enumerate(lines):
        ids[number, : len(line)] = torch.tensor(line)
        mask[number, : len(line)] = 1.0
    return ids, mask
