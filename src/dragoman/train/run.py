"""Train the model that ships: `python -m dragoman.train.run CORPUS WEIGHTS OUT [--layers N] [--epochs N]`.

In: the corpus folder and a folder with the weights of an encoder. Out: `network.pt` in the folder OUT, from which
`dragoman.train.finish` makes what ships. Two steps, so that a long fitting is not lost by what follows it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import torch

from .batches import labels_of, pair_rows, passage_rows
from .encoder import load_encoder
from .fit import TEACHER_LAYERS, Plan, distilling_plan, fit, teacher_plan
from .fitted import Fitted, build_marker, build_network
from .pairs import corpus_digest, only, part_of, read_annotated, read_pairs
from .teach import agreement, soft_labels

# The lower half of the twelve layers of MPNet: on the plain sentences of the corpus 0.94 of held-out pairs against 0.91
# for every second layer, and half the time a pair of all twelve.
LAYERS = 6


def train(corpus: Path, weights: Path, out: Path, *, layers: int, plan: Plan, begun: Path | None = None) -> None:
    """Fit the network to the training part of the corpus and keep it in `out`. `begun` holds a network fitted before,
    which goes on to learn from the teacher's file beside the labels."""
    torch.manual_seed(plan.seed)
    encoder = load_encoder(weights, range(layers))
    marker = build_marker(weights, encoder)
    pairs, digest = read_pairs(corpus), corpus_digest(corpus)
    labels = labels_of(pairs)
    network = build_network(encoder, labels)
    if begun is not None:
        network.load_state_dict(torch.load(begun / "network.pt", weights_only=True)["state"])
    taught = only(pairs, "train")
    passages = [passage for passage in read_annotated(corpus) if part_of(passage.text, passage.source) == "train"]
    print(f"{len(taught)} pairs, {len(passages)} passages, {len(labels.codes)} codes, {layers} layers", file=sys.stderr)
    rows, lines = pair_rows(taught, marker, labels), passage_rows(passages, marker, labels)
    soft = None
    if begun is not None:
        hard = [row.code for row in rows]
        soft, missing = soft_labels(corpus, taught, labels, hard)
        share = agreement(soft, hard, labels)
        print(f"the teacher agrees on {share:.3f} of the pairs and lacks {missing}", file=sys.stderr)
    fit(network, labels, rows, lines, plan, soft=soft, told=lambda line: print(line, file=sys.stderr, flush=True))
    out.mkdir(parents=True, exist_ok=True)
    torch.save(asdict(Fitted(network.state_dict(), labels, layers, asdict(plan), digest)), out / "network.pt")


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line of the first step."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("corpus", "weights", "out"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--layers", type=int, default=LAYERS)
    parser.add_argument("--epochs", type=float, default=Plan().epochs)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--teacher", action="store_true", help="fit the teacher: all layers, pairs alone")
    parser.add_argument("--begun", type=Path, help="a folder with a fitted network that goes on with the teacher")
    given = parser.parse_args(arguments)
    torch.set_num_threads(given.threads)
    layers, plan = (TEACHER_LAYERS, teacher_plan()) if given.teacher else (given.layers, Plan(epochs=given.epochs))
    if given.begun is not None:
        plan = distilling_plan()
    train(given.corpus, given.weights, given.out, layers=layers, plan=plan, begun=given.begun)


if __name__ == "__main__":
    main()
