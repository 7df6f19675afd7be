"""Plain text becomes articles: one page may hold several reports.

In: a decoded text. Out: Articles, each a verbatim slice of the text, with regions and what its lines say of dates.
"""

from __future__ import annotations

from dataclasses import replace

from ..record import Article
from .build import Page, build_article
from .decode import plain_lines
from .regions import mark_text
from .split import split_page


def read_page(text: str, page: Page) -> list[Article]:
    """The articles of a plain-text page. `page` holds for all of them, title and id only where there is one."""
    text = plain_lines(text)
    slices = split_page(text)
    if len(slices) == 1:
        start, end = slices[0]
        return [read_whole(text[start:end], page)]
    articles = []
    for number, (start, end) in enumerate(slices, start=1):
        name = f"{page.id}-{number}" if page.id else None
        articles.append(read_whole(text[start:end], replace(page, id=name, title=None)))
    return articles


def read_whole(text: str, page: Page) -> Article:
    """The one article of a text that is taken as it stands."""
    return build_article(text, mark_text(text), page)
