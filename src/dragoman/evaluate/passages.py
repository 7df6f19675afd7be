"""Passages: short texts with gold findings of one kind or several, scored as the pages are.

In: rows with `text`, `published` and the lists that a reader marked (`claims`, `agreements`, ...). Out: the tally of
each kind that any row has, over the rows that have it. Refuses: rows without text, and rows that mark no kind at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..coding import code_text
from ..errors import ReadError
from .records import KINDS, Tally, score_kind


def score_passages(rows: Sequence[dict[str, Any]]) -> dict[str, Tally]:
    """The tally of each kind that the rows mark. Raises ReadError where a row has no text or none marks a kind."""
    for number, row in enumerate(rows, 1):
        if not isinstance(row, dict) or not isinstance(row.get("text"), str):
            raise ReadError(f'Passage {number} has no text. Give each as an object with "text" and its findings.')
    tallies = {kind: Tally() for kind in KINDS if any(kind in row for row in rows)}
    if not tallies:
        raise ReadError(f"No passage marks findings. Give at least one list of these: {', '.join(KINDS)}.")
    for row in rows:
        plain = code_text(row["text"], published=row.get("published")).to_dict()
        for kind, tally in tallies.items():
            if kind in row:
                score_kind(kind, plain[kind], row[kind], tally)
    return tallies
