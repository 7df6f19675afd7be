"""Put an Article together from a marked text and what its page says about it.

In: a text, its regions, and metadata. Out: an Article whose days are ISO days or None.
The day of publication is the first of: given with the text, printed by a stamp, given in full by the dateline,
completed from the dateline's month and day, the day of change, the day that the user gave for all.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..errors import ReadError
from ..record import Article, digest
from .days import complete_day, read_day
from .language import find_language
from .regions import Marked


@dataclass(frozen=True, slots=True)
class Page:
    """What is known of a text from outside it; None where nothing is. `fallback` is the day that the user gave for
    articles without a day of their own."""

    id: str | None = None
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    updated: str | None = None
    fallback: str | None = None


def build_article(text: str, marked: Marked, page: Page) -> Article:
    """The article of `text`; what the page says goes before what the text says."""
    title = page.title or marked.title
    updated = page.updated or marked.updated
    return Article(
        id=page.id or digest(page.url, title, text),
        text=text,
        title=title,
        url=page.url,
        publisher=page.publisher,
        published=_find_published(marked, page, updated),
        updated=updated,
        dateline=marked.dateline,
        language=find_language(text),
        regions=marked.regions,
    )


def check_day(published: str | None) -> str | None:
    """The ISO day that the user gave; ReadError where it is none."""
    day = read_day(published)
    if published is not None and day is None:
        raise ReadError(f"The publication date {published!r} is no day: give one as YYYY-MM-DD, such as 2024-01-31.")
    return day


def _find_published(marked: Marked, page: Page, updated: str | None) -> str | None:
    own = page.published or marked.published or marked.dateline_day
    if own:
        return own
    known = updated or page.fallback
    if marked.dateline_month_day:
        month, day = marked.dateline_month_day
        completed = complete_day(month, day, known=known)
        if completed:
            return completed
    return known
