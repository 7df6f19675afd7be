"""Expected places as short strings, so that tables of sentences stay readable."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.places import find_places


def short_form(text: str) -> str:
    """The places of a line as "Name/CODE; Name/-", in order."""
    return "; ".join(f"{where.name}/{where.country or '-'}" for where in find_places(text))


@pytest.fixture
def places_in() -> Callable[[str], str]:
    return short_form
