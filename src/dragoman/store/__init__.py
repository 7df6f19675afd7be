"""The store: records in SQLite or PostgreSQL. Only here are SQLAlchemy and Alembic imported."""

from ..record.counts import PairCount, SpanCount, TopicCount
from ..record.found import FindingRow, Found, SightingRow
from .choice import Choice
from .claims import ClaimRow
from .database import BUSY_SECONDS
from .find import ArticleRow, EventRow
from .imported import FileToImport, ImportOutcome, choose_files
from .ledger import LineChoice
from .reader import DyadReader
from .save import SaveOutcome
from .store import Store
from .stream import Selection, StoredRecord

__all__ = [
    "BUSY_SECONDS",
    "ArticleRow",
    "Choice",
    "ClaimRow",
    "DyadReader",
    "EventRow",
    "FileToImport",
    "ImportOutcome",
    "LineChoice",
    "FindingRow",
    "Found",
    "PairCount",
    "SaveOutcome",
    "Selection",
    "SightingRow",
    "SpanCount",
    "Store",
    "StoredRecord",
    "choose_files",
    "TopicCount",
]
