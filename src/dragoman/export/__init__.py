"""Exports: the record in the formats that users of event data load. Reads the store as a stream, writes files whole."""

from .formats import (
    FORMATS,
    choose_kinds,
    export_files,
    export_stream,
    find_format,
    place_files,
    require_one_file,
)
from .target import require_free
from .writing import Tally

__all__ = [
    "FORMATS",
    "Tally",
    "choose_kinds",
    "export_files",
    "export_stream",
    "find_format",
    "place_files",
    "require_free",
    "require_one_file",
]
