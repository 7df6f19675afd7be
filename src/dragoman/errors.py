"""The errors that dragoman raises on purpose. Messages are written where they are raised and say what happened,
the value, what is allowed and what to do."""

from __future__ import annotations


class DragomanError(Exception):
    """The base of all errors meant for the user."""


class ReadError(DragomanError):
    """An input cannot be read as news: empty, binary, broken, too large or gone."""


class SetupError(DragomanError):
    """Something that must be installed or configured is missing."""


class LexiconError(DragomanError):
    """A data file breaks its closed set of keys or values."""


class PipelineError(DragomanError):
    """A stage needs what no earlier stage gives."""


class StoreError(DragomanError):
    """The database cannot be opened, read or written."""


class CorpusError(DragomanError):
    """A passage, sentence or ontology file for training does not parse or breaks a rule of the corpus."""


class ExportError(DragomanError):
    """A record cannot be written in another format, or its file cannot be made."""


class ImportFileError(DragomanError):
    """A file of other event data, or a row of it, cannot be read."""


class AnalysisError(DragomanError):
    """A period, a code or a choice by which nothing can be counted or drawn."""
