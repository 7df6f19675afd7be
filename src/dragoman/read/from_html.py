"""An HTML page becomes one article: its report in paragraphs, its photo captions, its title and dates.

In: decoded HTML and its address. Out: an Article. Refuses: pages without any text of a report (ReadError).
trafilatura finds the report and the metadata; captions, which it drops, and dates, where it guesses, are read here.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

import lxml.html
import trafilatura
from lxml import etree
from trafilatura.metadata import extract_metadata

from ..errors import ReadError
from ..record import Article, RegionKind
from .blocks import extract_blocks, find_captions, visible_blocks
from .build import Page, build_article
from .days import find_days, read_day
from .regions import Block, join_blocks, mark_blocks

_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,300}\?>")
_PUBLISHED_NAMES = frozenset(
    (
        "article:published_time", "og:article:published_time", "datepublished", "date", "pubdate", "publishdate",
        "publish-date", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.created", "parsely-pub-date",
        "sailthru.date", "publication_date", "article.published", "cxenseparse:recs:publishtime", "og:pubdate",
        "published_time", "release_date",
    )
)  # fmt: skip
_UPDATED_NAMES = frozenset(
    (
        "article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified", "lastmod",
        "last-modified", "dcterms.modified", "dc.date.modified", "article.updated", "revised",
    )
)  # fmt: skip
_JSON_PUBLISHED = re.compile(r'"datePublished"\s{0,4}:\s{0,4}"([^"]{8,40})"')
_JSON_UPDATED = re.compile(r'"dateModified"\s{0,4}:\s{0,4}"([^"]{8,40})"')
# The largest news pages have ten thousand elements; one with twenty times as many only costs minutes.
_MOST_ELEMENTS = 200_000
# htmldate must neither search the text nor take the day of the last change for that of publication.
_DATE_SETTINGS = {"extensive_search": False, "original_date": True}


def read_html(html: str, page: Page, *, name: str) -> Article:
    """The article of an HTML page; `name` stands in errors."""
    tree = parse_html(html, name=name)
    metadata = _read_metadata(tree)
    published, updated = _read_days(tree, metadata, html)
    captions = find_captions(tree)
    blocks = _find_report(tree)
    if len(blocks) < 2:
        # Of a short page trafilatura makes one paragraph of all its words; the page's own paragraphs are better.
        blocks = visible_blocks(tree) or blocks
    if not blocks:
        raise ReadError(f"{name} holds no text of a report: no paragraph was found. Give the page of one report.")
    text, lines = join_blocks([*blocks, *(Block(words, RegionKind.CAPTION) for words in captions)])
    known = Page(
        id=page.id,
        title=page.title or _text_or_none(getattr(metadata, "title", None)),
        url=page.url or _web_address(getattr(metadata, "url", None)),
        publisher=page.publisher or _text_or_none(getattr(metadata, "sitename", None)),
        published=page.published or published,
        updated=page.updated or updated,
        fallback=page.fallback,
    )
    return build_article(text, mark_blocks(lines), known)


def parse_html(html: str, *, name: str) -> lxml.html.HtmlElement:
    """The tree of a page or fragment, however broken; network and entities stay off."""
    parser = lxml.html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    try:
        tree = lxml.html.document_fromstring(_DECLARATION.sub("", html), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise ReadError(f"{name} cannot be parsed as HTML: {error}. Save the page again or give its text.") from error
    if sum(1 for _ in islice(tree.iter(), _MOST_ELEMENTS + 1)) > _MOST_ELEMENTS:
        raise ReadError(
            f"{name} has more than {_MOST_ELEMENTS:,} elements, the most that is read. Give the text alone."
        )
    return tree


def _find_report(tree: lxml.html.HtmlElement) -> list[Block]:
    """The paragraphs that trafilatura takes for the report; none where it finds nothing or fails."""
    try:
        found = trafilatura.bare_extraction(
            copy.deepcopy(tree), include_comments=False, include_tables=True, favor_recall=True
        )
    except Exception:  # hostile markup makes the library fail in ways that it does not name
        return []
    body = getattr(found, "body", None)
    return extract_blocks(body) if body is not None else []


def _read_metadata(tree: lxml.html.HtmlElement) -> Any:
    try:
        return extract_metadata(copy.deepcopy(tree), date_config=dict(_DATE_SETTINGS), extensive=False)
    except Exception:  # as above
        return None


def _read_days(tree: lxml.html.HtmlElement, metadata: Any, html: str) -> tuple[str | None, str | None]:
    """The days of publication and of change that the markup names."""
    published = _first_day(_named_values(tree, _PUBLISHED_NAMES)) or _script_day(tree, _JSON_PUBLISHED)
    updated = _first_day(_named_values(tree, _UPDATED_NAMES)) or _script_day(tree, _JSON_UPDATED)
    guess = read_day(getattr(metadata, "date", None))
    # The library reads 4/6/2023 in one of its two ways; its day counts only where the page names it without doubt.
    if published is None and guess and guess != updated and any(day.iso == guess for day in find_days(html)):
        published = guess
    return published, updated


def _named_values(tree: lxml.html.HtmlElement, names: frozenset[str]) -> Iterator[str]:
    for element in tree.iter("meta", "time", "span", "abbr"):
        for key in ("property", "name", "itemprop"):
            if (element.get(key) or "").strip().lower() in names:
                yield element.get("content") or element.get("datetime") or element.text_content()


def _first_day(values: Iterator[str]) -> str | None:
    return next((day for day in map(read_day, values) if day), None)


def _script_day(tree: lxml.html.HtmlElement, pattern: re.Pattern[str]) -> str | None:
    scripts = (script.text or "" for script in tree.iter("script") if "ld+json" in (script.get("type") or ""))
    return _first_day(match[1] for script in scripts if (match := pattern.search(script)))


def _text_or_none(value: Any) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _web_address(value: Any) -> str | None:
    try:
        return value if isinstance(value, str) and urlsplit(value).scheme in ("http", "https") else None
    except ValueError:
        return None
