"""The session: the weights in onnxruntime, loaded once a process, asked in batches of like length.

In: rows of ids. Out: arrays, one row for each. Only here is onnxruntime imported.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources.abc import Traversable
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from ..errors import SetupError
from .card import WEIGHTS, Card, check_digest

Floats = NDArray[np.float32]
# Rows run together: more gave no speed on one core, and memory grows with them.
BATCH = 1
QUIET = 3


class Session:
    """The weights of a model, ready to be asked."""

    def __init__(self, folder: Traversable, card: Card, *, threads: int = 1) -> None:
        """Load the weights of a folder. Raises SetupError where they are missing, broken or not the card's."""
        try:
            weights = folder.joinpath(WEIGHTS).read_bytes()
        except OSError as error:
            raise SetupError(
                f"The model's weights {folder}/{WEIGHTS} cannot be read: {error}. Reinstall dragoman."
            ) from error
        check_digest(weights, card)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = QUIET
        self.card = card
        self.inner = onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
        self.only_asked = onnxruntime.RunOptions()
        self.only_asked.only_execute_path_to_fetches = True

    def ask(
        self, wanted: Sequence[str], rows: Sequence[Sequence[int]], places: Sequence[tuple[int, int]]
    ) -> list[list[Floats]]:
        """For each row of ids the outputs `wanted`, in the order asked; `places` are the two markers of each row."""
        answers: list[list[Floats]] = [[] for _ in rows]
        by_length = sorted(range(len(rows)), key=lambda at: len(rows[at]))
        for begin in range(0, len(rows), BATCH):
            block = by_length[begin : begin + BATCH]
            for at, values in zip(
                block, self.run(wanted, [rows[one] for one in block], [places[one] for one in block]), strict=True
            ):
                answers[at] = values
        return answers

    def run(
        self, wanted: Sequence[str], rows: Sequence[Sequence[int]], places: Sequence[tuple[int, int]]
    ) -> list[list[Floats]]:
        """One batch."""
        longest = max(len(row) for row in rows)
        ids = np.full((len(rows), longest), self.card.pad_id, dtype=np.int64)
        mask = np.zeros((len(rows), longest), dtype=np.float32)
        for number, row in enumerate(rows):
            ids[number, : len(row)] = row
            mask[number, : len(row)] = 1.0
        marks = np.array(places, dtype=np.int64)
        given: dict[str, Any] = {"ids": ids, "mask": mask, "source": marks[:, 0], "target": marks[:, 1]}
        found = self.inner.run(list(wanted), given, self.only_asked)
        return [[values[number] for values in found] for number in range(len(rows))]
