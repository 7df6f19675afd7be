"""Claims: direct and indirect speech with its speakers, and what states it is about."""

from .find import find_claims, stage

__all__ = ["find_claims", "stage"]
