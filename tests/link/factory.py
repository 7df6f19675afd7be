"""Mentions built by hand, without an article around them."""

from __future__ import annotations

from typing import Any

from dragoman.link import Mention
from dragoman.link.words import proper_names, stem_words
from dragoman.record import Span

STRUCK = "Jets struck a fuel depot near the harbour, killing nine dock workers"


def make_mention(article: str = "a", text: str = STRUCK, *, at: int = 0, **changes: Any) -> Mention:
    """An air strike of CHL on PER on 3 March 2031, told at an offset; `changes` replace whole fields."""
    values: dict[str, Any] = {
        "kind": "events", "article_id": article, "finding_id": "f1", "published": "2031-03-04", "type": "ASSAULT",
        "mode": "aerial", "code": "195", "realis": "held", "background": False, "status": None, "actors": ("CHL",),
        "recipients": ("PER",), "topics": (), "start": "2031-03-03", "end": "2031-03-03", "precision": "day",
        "place": None, "place_country": None, "place_wide": False, "amount": None, "currency": None, "unit": None,
        "deadline": None, "period": None, "alone": True, "people": (), "words": stem_words(text),
        "names": proper_names(text), "evidence": Span(at, at + len(text), text),
    }  # fmt: skip
    return Mention(**{**values, **changes})


def on_day(day: str) -> dict[str, Any]:
    """The fields of a mention that gives a day."""
    return {"start": day, "end": day, "precision": "day"}


UNDATED: dict[str, Any] = {"start": None, "end": None, "precision": None}


def make_commitment(article: str = "a", **changes: Any) -> Mention:
    """A promise of CHL and PER to trade for 10 billion dollars by 2035."""
    text = "Both will raise bilateral trade to $10 billion by 2035"
    values = {
        "kind": "commitments", "type": "", "mode": None, "code": None, "actors": ("CHL", "PER"), "recipients": (),
        "amount": 1e10, "currency": "USD", "deadline": "2035", "status": "open", "topics": ("bilateral", "trade"),
        **UNDATED,
    }  # fmt: skip
    return make_mention(article, text, **{**values, **changes})


def make_agreement(
    article: str = "a", text: str = "They signed a protocol on fishing quotas", **changes: Any
) -> Mention:
    """A protocol of CHL and PER, signed on 3 March 2031."""
    values = {
        "kind": "agreements", "type": "protocol", "mode": None, "code": None, "actors": ("CHL", "PER"),
        "recipients": (), "topics": ("fishin",), "status": "signed",
    }  # fmt: skip
    return make_mention(article, text, **{**values, **changes})


def make_meeting(article: str = "a", text: str = "The ministers met in Arica for talks", **changes: Any) -> Mention:
    """A meeting of CHL and PER on 3 March 2031."""
    values = {
        "kind": "meetings", "type": "meeting", "mode": None, "code": None, "actors": ("CHL", "PER"), "recipients": (),
    }  # fmt: skip
    return make_mention(article, text, **{**values, **changes})
