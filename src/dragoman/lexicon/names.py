"""Names of persons without what writers spell differently; the folding itself stands in the record."""

from __future__ import annotations

from ..record.names import fold_name

__all__ = ["fold_name"]
