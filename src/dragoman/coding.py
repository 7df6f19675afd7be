"""Coding: texts and inputs through the one pipeline of the process.

In: a text or Articles. Out: Records. The pipeline is built once a process; its stages load on the first article.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from .errors import ReadError
from .pipeline import Pipeline, standard_pipeline
from .read import read_text
from .record import Article, Record, Sightings


@lru_cache(maxsize=1)
def load_pipeline() -> Pipeline:
    """The standard pipeline, built once a process."""
    return standard_pipeline()


def check_day(day: str | None) -> str | None:
    """The ISO day, or None for None. Raises ReadError on what is no day."""
    if day is None:
        return None
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError as error:
        raise ReadError(
            f"The publication date {day!r} is no day. Allowed: YYYY-MM-DD, for example 2025-06-04. "
            "Give a day of the calendar, or leave it out."
        ) from error


def code_article(article: Article, *, sightings: Sightings | None = None) -> Record:
    """The record of an article; `sightings`: who can be asked what other articles showed of a name."""
    return load_pipeline().code(article, sightings=sightings)


def code_text(
    text: str,
    *,
    published: str | None = None,
    title: str | None = None,
    url: str | None = None,
    publisher: str | None = None,
) -> Record:
    """The record of one report given as text. Raises ReadError where it is empty or `published` is no day."""
    articles = read_text(text, title=title, url=url, published=check_day(published), publisher=publisher, split=False)
    if not articles:
        raise ReadError("The text is empty. Give the text of a report.")
    return code_article(articles[0])
