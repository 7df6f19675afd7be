"""The store: records in SQLite or PostgreSQL. Only here are SQLAlchemy and Alembic imported."""

from .database import BUSY_SECONDS
from .find import ArticleRow, EventRow
from .save import SaveOutcome
from .store import Store
from .stream import Selection, StoredRecord

__all__ = [
    "BUSY_SECONDS",
    "ArticleRow",
    "EventRow",
    "SaveOutcome",
    "Selection",
    "Store",
    "StoredRecord",
]
