"""Bytes, files, folders and feeds become Articles."""

from .failure import ReadFailure
from .inputs import read_inputs, read_text

__all__ = ["ReadFailure", "read_inputs", "read_text"]
