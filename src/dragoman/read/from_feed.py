"""An RSS or Atom feed becomes articles, one an entry.

In: the bytes of a feed. Out: an Article for each entry, from its full content where the feed gives it, else from its
description; a ReadFailure for an entry without words. Refuses: XML that is no feed (ReadError). Entities that a
document defines for itself are never expanded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from typing import Any

import feedparser

from ..errors import ReadError
from ..record import Article, RegionKind
from .blocks import find_captions, visible_blocks
from .build import Page, build_article
from .days import read_day
from .decode import clean_text
from .failure import ReadFailure
from .from_html import parse_html
from .from_text import read_whole
from .regions import Block, join_blocks, mark_blocks

_TAG = re.compile(r"<[a-zA-Z!/]")
_ANY_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")
# A feed needs no document type; cutting its inner part disarms entities that unfold into gigabytes.
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]{0,1000}(?:\[[^\]]*\]\s*)?>", re.IGNORECASE)
# The text was decoded before: no declaration may be believed again.
_HEADERS = (("content-type", "application/xml; charset=utf-8"),)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,300}\?>")


def read_feed(text: str, page: Page, *, name: str) -> Iterator[Article | ReadFailure]:
    """The articles of a decoded feed; `name` stands in errors."""
    plain = _DOCTYPE.sub("", _XML_DECLARATION.sub("", text), count=1)
    try:
        feed = feedparser.parse(plain.encode("utf-8", "replace"), response_headers=dict(_HEADERS))
    except Exception as error:  # hostile XML makes the library fail in ways that it does not name
        raise ReadError(f"{name} cannot be parsed as a feed: {error}. Save the feed again.") from error
    if not feed.entries:
        what = "a feed without entries" if feed.version else "XML, but neither RSS nor Atom"
        raise ReadError(f"{name} is {what}: there is nothing to read. Give a feed with entries, HTML, text or JSONL.")
    publisher = _words(feed.feed.get("title"))
    for number, entry in enumerate(feed.entries, start=1):
        try:
            yield _read_entry(entry, replace(page, publisher=publisher), name=f"Entry {number}")
        except ReadError as error:
            yield ReadFailure(name, None, str(error))


def _read_entry(entry: Any, page: Page, *, name: str) -> Article:
    title = _title(entry)
    known = replace(
        page,
        title=title,
        url=_words(entry.get("link")),
        publisher=_words((entry.get("source") or {}).get("title")) or page.publisher,
        published=read_day(entry.get("published")) or read_day(entry.get("created")),
        # Asked through the dict itself: the library would give the day of publication where no other is given.
        updated=read_day(dict.get(entry, "updated")),
    )
    content = _find_content(entry)
    if not _TAG.search(content):
        words = clean_text(unescape(content)).strip() or title
        if not words:
            raise ReadError(f"{name} of the feed has neither text nor title. Nothing can be read from it.")
        return read_whole(words, known)
    tree = parse_html(f"<div>{content}</div>", name=name)
    captions = [Block(words, RegionKind.CAPTION) for words in find_captions(tree)]
    blocks = visible_blocks(tree) or ([Block(title, RegionKind.BODY)] if title else [])
    if not blocks:
        raise ReadError(f"{name} of the feed has neither text nor title. Nothing can be read from it.")
    text, lines = join_blocks([*blocks, *captions])
    return build_article(text, mark_blocks(lines), known)


def _find_content(entry: Any) -> str:
    """The longest of the entry's contents, else its description."""
    contents = [each.get("value") or "" for each in entry.get("content") or ()]
    return clean_text(max([*contents, entry.get("summary") or ""], key=len))


def _title(entry: Any) -> str | None:
    # Feeds escape titles twice as often as they should; "&amp;" is never meant to be read.
    title = entry.get("title")
    return _words(unescape(_ANY_TAG.sub("", title))) if isinstance(title, str) else None


def _words(value: Any) -> str | None:
    return " ".join(clean_text(value).split()) or None if isinstance(value, str) else None
