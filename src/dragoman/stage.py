"""Stage: one step of the pipeline, with what it needs and what it gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Stage:
    """A named step. `run` takes the values named in `needs`, in that order, and returns one value for each name in
    `gives` (the value itself where there is one name, a tuple where there are more)."""

    name: str
    needs: tuple[str, ...]
    gives: tuple[str, ...]
    run: Callable[..., Any]
