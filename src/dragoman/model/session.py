"""The session: the weights in onnxruntime, loaded once a process, asked row by row.

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
        """For each row of ids the outputs `wanted`, in the order asked; `places` are the two markers of each row.

        Rows go one at a time: on one core that is faster than padded batches (benchmarks/relate.py), and no answer
        hangs on what stands beside it, as the whole numbers of a batch share one scale.
        """
        return [self.run(wanted, row, place) for row, place in zip(rows, places, strict=True)]

    def run(self, wanted: Sequence[str], row: Sequence[int], place: tuple[int, int]) -> list[Floats]:
        """The outputs of one row."""
        source, target = place
        given: dict[str, Any] = {
            "ids": np.array([row], dtype=np.int64),
            "mask": np.ones((1, len(row)), dtype=np.float32),
            "source": np.array([source], dtype=np.int64),
            "target": np.array([target], dtype=np.int64),
        }
        return [values[0] for values in self.inner.run(list(wanted), given, self.only_asked)]
