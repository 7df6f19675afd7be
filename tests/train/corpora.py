"""What tests of the corpus checks are built from: sentences, pairs and small corpora on disk."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dragoman.train.pairs import Pair
from dragoman.train.similar import Sentence

ROW: dict[str, Any] = {
    "text": "<S>Chad</S> left <T>Mali</T> to its own troops on Monday.",
    "cameo": "087",
    "type": "RETREAT",
    "mode": "withdraw",
    "realis": "actual",
}
BLOCK = "{Chad|A1} {left|T1} {Togo|R1} after the vote in spring.\n1 RETREAT withdraw 087 actual\nctx military"


def row(**values: Any) -> str:
    """A line of a file of marked pairs."""
    return json.dumps({**ROW, **values})


def sentence(text: str, place: str = "plain.jsonl:1", *, part: str = "train", marks: tuple[int, ...] = ()) -> Sentence:
    return Sentence(place, text, part, marks)


def pair(**values: Any) -> Pair:
    """A plain pair, with some of its fields set."""
    plain: dict[str, Any] = {
        "text": "Chad left Mali.",
        "source": (0, 4),
        "target": (10, 14),
        "cameo": "087",
        "type": "RETREAT",
        "mode": None,
        "realis": "actual",
        "attributed": None,
        "origin": "plain",
        "part": "train",
    }
    return Pair(**{**plain, **values})


def write_corpus(folder: Path, *, blocks: Sequence[str] = (BLOCK,), rows: Sequence[str] = (row(),)) -> Path:
    """A corpus with one file of passages and one of pairs."""
    for name, lines in (("annotated/w1.txt", "\n\n".join(blocks)), ("pairs/plain.jsonl", "\n".join(rows))):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(lines, encoding="utf-8")
    return folder
