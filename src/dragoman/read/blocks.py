"""Take paragraphs and photo captions out of markup.

In: the tree of a page, a fragment, or a report that trafilatura found. Out: Blocks of text with what the markup says
they are, and the captions of the report's own pictures. Navigation, share bars, related links and footers stay out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from ..record import RegionKind
from .lines import ends_sentence
from .regions import Block

_HIDDEN = ("script", "style", "noscript", "template", "iframe", "svg", "form", "button", "select", "textarea", "object")
_ASIDE = frozenset({"nav", "footer", "aside", "form", "button", "a", "menu", "dialog"})
_ASIDE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:related|recommend(?:ed|ations)?|promo|teaser|sidebar|share|social|newsletter|footer|nav|menu|"
    r"breadcrumbs?|comments?|advert|ads?|sponsor(?:ed)?|popular|trending|more-stories|read-?more)(?:$|[\s_-])",
    re.IGNORECASE,
)
_CAPTION_CLASS = re.compile(r"(?:^|[\s_-])(?:fig|wp|image|img|photo|media|picture)?-?caption(?:-text)?(?:$|[\s_])")
# A caption is a sentence or two; an element of that class with more text wraps something else.
_LONGEST_CAPTION = 1000
_PARAGRAPHS = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "figcaption", "td", "pre", "dd", "div")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "head"})
_POINTS = frozenset({"li", "item"})
_FOUND = ("p", "head", "item", "quote", "cell", "code")


def find_captions(tree: Any) -> list[str]:
    """Take the captions out of `tree` and return those of the report's own pictures, each once."""
    captions: dict[str, None] = {}
    taken: set[Any] = set()
    for element in [each for each in tree.iter() if _is_caption(each)]:
        if any(above in taken for above in element.iterancestors()):
            continue
        taken.add(element)
        words = " ".join(element.text_content().split())
        if words and not _stands_aside(element):
            captions[words] = None
    for element in taken:
        if element.getparent() is not None:
            element.drop_tree()
    return list(captions)


def extract_blocks(body: Any) -> list[Block]:
    """The paragraphs of a report in trafilatura's own markup."""
    return list(_mark(body.iter(*_FOUND), _FOUND))


def visible_blocks(tree: Any) -> list[Block]:
    """The paragraphs that a reader of the page sees, without what stands aside; its bare text where it has none."""
    for element in list(tree.iter(*_HIDDEN)):
        if element.getparent() is not None:
            element.drop_tree()
    elements = [element for element in tree.iter(*_PARAGRAPHS) if not _stands_aside(element)]
    blocks = list(_mark(iter(elements), _PARAGRAPHS))
    if blocks or any(True for _ in tree.iter(*_ASIDE)):
        return blocks
    return [Block(line, RegionKind.BODY) for line in tree.text_content().splitlines() if line.strip()]


def _mark(elements: Iterator[Any], paragraph_tags: tuple[str, ...]) -> Iterator[Block]:
    """A block for each paragraph; points before the first full paragraph are the digest."""
    opened = False
    for element in elements:
        for words in _own_lines(element, paragraph_tags):
            if element.tag in _HEADINGS:
                yield Block(words, RegionKind.HEADLINE)
            elif element.tag == "figcaption":
                yield Block(words, RegionKind.CAPTION)
            elif element.tag in _POINTS and not opened:
                yield Block(words, RegionKind.DIGEST)
            else:
                opened = opened or ends_sentence(words)
                yield Block(words, RegionKind.BODY)


def _own_lines(element: Any, paragraph_tags: tuple[str, ...]) -> list[str]:
    """The lines of an element's own words, without those of paragraphs inside it; a break after a full sentence
    parts two lines, any other is a space."""
    pieces: list[str] = []
    _collect(element, frozenset(paragraph_tags), pieces)
    lines: list[str] = []
    open_line = ""
    for piece in "".join(pieces).split("\n"):
        words = " ".join(piece.split())
        if open_line and (ends_sentence(open_line) or not words):
            lines.append(open_line)
            open_line = words
        else:
            open_line = f"{open_line} {words}".strip()
    return [line for line in (*lines, open_line) if line]


def _collect(element: Any, paragraph_tags: frozenset[str], pieces: list[str]) -> None:
    """Append the words of `element`, and a line end for every break and every paragraph inside it."""
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, each in walk:
        inner = each is not element and each.tag in paragraph_tags
        if event == "start":
            if inner:
                walk.skip_subtree()
            else:
                pieces.append(("\n" if each.tag in ("br", "lb") else "") + _one_line(each.text))
        elif each is not element:
            pieces.append(("\n\n" if inner else "") + _one_line(each.tail))


def _one_line(words: str | None) -> str:
    return (words or "").replace("\n", " ")


def _is_caption(element: Any) -> bool:
    if element.tag == "figcaption":
        return True
    if not isinstance(element.tag, str) or element.tag in ("body", "html", "article", "main", "section", "figure"):
        return False
    return bool(_CAPTION_CLASS.search(element.get("class") or "")) and len(element.text_content()) <= _LONGEST_CAPTION


def _stands_aside(element: Any) -> bool:
    """Whether the element belongs to what stands around a report. The header of an article is part of it."""
    in_header = False
    for each in (element, *element.iterancestors()):
        if each.tag in ("article", "main"):
            return False
        if each.tag in ("body", "html"):
            break
        if each.tag in _ASIDE or _ASIDE_CLASS.search(f"{each.get('class') or ''} {each.get('id') or ''}"):
            return True
        in_header = in_header or each.tag == "header"
    return in_header
