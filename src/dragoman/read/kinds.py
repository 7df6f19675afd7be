"""Recognise what a document is: WARC, JSON, feed, HTML or plain text.

In: the first bytes of a document and its name. Out: its Kind. Content decides; the extension only where content
leaves it open.
"""

from __future__ import annotations

import json
import re
from enum import StrEnum
from pathlib import PurePath

from .decode import find_wide_encoding


class Kind(StrEnum):
    """The kinds of document that dragoman reads."""

    TEXT = "text"
    HTML = "html"
    JSON = "json"
    FEED = "feed"
    WARC = "warc"


_EXTENSIONS = {
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".xhtml": Kind.HTML,
    ".json": Kind.JSON,
    ".jsonl": Kind.JSON,
    ".ndjson": Kind.JSON,
    ".rss": Kind.FEED,
    ".atom": Kind.FEED,
    ".xml": Kind.FEED,
    ".warc": Kind.WARC,
}
_FEED = re.compile(r"<(?:rss|feed|rdf:rdf|atom:feed)[\s>]")
_HTML = re.compile(
    r"<(?:!doctype html|html|head|body|meta|title|article|section|main|div|p|h[1-6]|table|span|br|a|ul|script|style)"
    r"[\s/>]"
)
_ANY_TAG = re.compile(r"<[a-z!/?]")
_XML = re.compile(r"<\?xml\s|<!doctype\s|<[a-z_][\w:.-]*[\s/>]")
_JSON_OPENING = re.compile(r'\{\s*["}]|\[\s*[{\]]')
_COMMENT = re.compile(r"\s*<!--.*?-->", re.DOTALL)


def find_kind(head: bytes, *, name: str) -> Kind:
    """What the document is that starts with `head` and is called `name`."""
    if head.startswith(b"WARC/"):
        return Kind.WARC
    text = head.decode(find_wide_encoding(head) or "utf-8", "replace").lstrip("\ufeff \t\r\n").lower()
    path = PurePath(name.lower().removesuffix(".gz"))
    by_name = _EXTENSIONS.get(path.suffix)
    if text[:1] in ("{", "["):
        return Kind.JSON if by_name is Kind.JSON or _looks_like_json(text) else Kind.TEXT
    while comment := _COMMENT.match(text):
        text = text[comment.end() :].lstrip()
    if text.startswith("<"):
        return _markup_kind(text, by_name)
    if by_name is Kind.HTML and _ANY_TAG.search(text):
        return Kind.HTML
    return Kind.JSON if by_name is Kind.JSON else Kind.TEXT


def _looks_like_json(text: str) -> bool:
    if _JSON_OPENING.match(text):
        return True
    try:
        json.loads(text.split("\n", 1)[0])
    except (ValueError, RecursionError):
        return False
    return True


def _markup_kind(text: str, by_name: Kind | None) -> Kind:
    feed, html = _FEED.search(text), _HTML.search(text)
    if feed and (html is None or feed.start() < html.start()):
        return Kind.FEED
    if html and (html.start() == 0 or by_name is Kind.HTML or not text.startswith("<?xml") or "<html" in text):
        return Kind.HTML
    return by_name or Kind.FEED if _XML.match(text) else by_name or Kind.TEXT
