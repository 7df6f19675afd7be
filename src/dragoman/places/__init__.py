"""Places: names of places become Where, each with its span, its state and, where known, coordinates."""

from __future__ import annotations

from ..stage import Stage
from .find import find_in_article, find_places

__all__ = ["find_places", "stage"]


def stage() -> Stage:
    """The places stage; builds the gazetteer on its first article."""
    return Stage("places", ("article", "parsed"), ("places",), find_in_article)
