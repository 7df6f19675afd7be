"""Sheets: figures as CSV, and plots as files.

In: rows of plain values, bytes of a picture. Out: CSV on standard output; a file. Refuses (AnalysisError) a file that
cannot be written.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from ..errors import AnalysisError
from .console import clean, say, warn


def say_csv(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> None:
    """Print rows as CSV with a head; what could steer a terminal is made visible."""
    stream = io.StringIO()
    writer = csv.DictWriter(stream, columns, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    say(clean(stream.getvalue()).rstrip("\n"))


def write_plot(path: Path, picture: bytes) -> None:
    """Write a picture and say where it is."""
    try:
        path.write_bytes(picture)
    except OSError as error:
        raise AnalysisError(
            f"The plot cannot be written to {str(path)!r}: {error.strerror}. Give another file."
        ) from error
    warn(f"drawn: {path}")
