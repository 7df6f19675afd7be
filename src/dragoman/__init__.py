"""dragoman reads news about relations between states and keeps a verified record of it.

import dragoman
record = dragoman.code("ACCRA: Ghana signed ...", published="2025-06-04")
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .record import Record

__all__ = ["code", "version"]


def code(
    text: str,
    *,
    published: str | None = None,
    title: str | None = None,
    url: str | None = None,
    publisher: str | None = None,
) -> Record:
    """The Record of one report. `published` is an ISO day; without it relative dates stay unknown.

    Raises ReadError where the text is empty or the day is none. A text that holds several reports is one article here;
    `dragoman.read.read_text` splits it.
    """
    from .coding import code_text

    return code_text(text, published=published, title=title, url=url, publisher=publisher)


def version() -> str:
    """The installed version of dragoman."""
    from importlib.metadata import version as installed

    return installed("dragoman")
