"""Imports: files of other event data into the same store, in tables of their own, beside what dragoman coded."""

from .files import TableFile, find_tables, spool
from .run import SOURCES, choose_imported, import_table

__all__ = ["SOURCES", "TableFile", "choose_imported", "find_tables", "import_table", "spool"]
