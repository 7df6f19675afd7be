"""What every test may count on: the index of small towns stands in the cache, and no test meets the line about it."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="session", autouse=True)
def _towns() -> None:
    from dragoman.places.towns import load_towns

    load_towns()
