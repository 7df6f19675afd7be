"""Page: a briefing as Markdown or HTML.

In: a Briefing. Out: text in which whatever comes from articles is plain words, neither marks of Markdown nor of HTML,
and no address but of the web. Nothing is refused.
"""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from functools import lru_cache
from typing import Any

from .briefing import Briefing
from .statement import Citation, Statement

TEMPLATES = ("dragoman", "data/templates")
# What means something to Markdown, wherever it stands; a backslash before it takes the meaning away.
_MARKS = re.compile(r"([\\`*_{}\[\]<>|#~&$^])")
# At the head of a line a number or a sign would begin a list.
_HEAD = re.compile(r"^(\d+)([.)])|^([-+=])")
# Addresses that a page may lead to.
_WEB = re.compile(r"https?://[^\s<>\"'`\\|\x00-\x1f\x7f]+", re.IGNORECASE)


def render_markdown(briefing: Briefing) -> str:
    """The briefing in Markdown."""
    # All words are escaped before the template sees them, so that none can be forgotten in it.
    template = load_templates(html=False).get_template("briefing.md.jinja")
    return str(template.render(briefing=escape_all(briefing)))


def render_html(briefing: Briefing, *, plot: str | None = None) -> str:
    """The briefing as a page of HTML; `plot` is an SVG that we have drawn ourselves."""
    from markupsafe import Markup

    # The drawing is ours, from numbers and names of states; all else is escaped.
    drawing = None if plot is None else Markup(plot)
    return str(load_templates(html=True).get_template("briefing.html.jinja").render(briefing=briefing, plot=drawing))


@lru_cache(maxsize=2)
def load_templates(*, html: bool) -> Any:
    """The templates; in those of HTML every value is escaped by itself."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader(*TEMPLATES), autoescape=html, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    environment.globals["web"] = web_address
    return environment


def escape_all(value: Any) -> Any:
    """A briefing and all that is in it, with every string as plain words of Markdown."""
    if isinstance(value, str):
        return escape_markdown(value)
    if isinstance(value, tuple):
        return [escape_all(item) for item in value]
    if not is_dataclass(value):
        return value
    plain = {field.name: escape_all(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Citation):
        plain["link"] = web_address(value.url)
    if isinstance(value, Statement):
        plain["left_out"] = value.left_out
    return plain


def escape_markdown(text: str) -> str:
    """The text in one line in which no character is a mark."""
    words = _MARKS.sub(r"\\\1", " ".join(text.split()))
    return _HEAD.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", words)


def web_address(url: str | None) -> str | None:
    """The address where it is one of the web, with its brackets spelled out; None for any other."""
    if url is None or not _WEB.fullmatch(url):
        return None
    return url.replace("(", "%28").replace(")", "%29")
