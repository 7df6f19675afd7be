"""ClaimReview: claims as a feed in the words that fact checkers exchange.

In: records. Out: one JSON document. dragoman proves that words were said, not that they are true: there is no rating
and no reviewer, and whoever checks the claims adds both.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..record import Article, Claim
from ..store import StoredRecord
from .target import Target
from .text import json_line
from .writing import Choice, Tally, open_text

KINDS = ("claims",)
HEAD = '{"@context": "https://schema.org", "@type": "DataFeed", "dataFeedElement": ['


def write_claimreview(records: Iterable[StoredRecord], target: Target, choice: Choice) -> Tally:
    """Write the feed, one claim a line."""
    tally = Tally()
    with open_text(target, "claims.json") as stream:
        stream.write(HEAD)
        mark = "\n"
        for stored in records:
            for claim in stored.record.claims:
                item = {"@type": "DataFeedItem", "dateModified": stored.last_coded}
                review = make_review(claim, stored.record.article)
                stream.write(mark + json_line({**item, "item": review}))
                tally.written["claims"] += 1
                mark = ",\n"
        stream.write("\n]}\n")
    return tally


def make_review(claim: Claim, article: Article) -> dict[str, Any]:
    """The review of one claim, as far as the record knows it."""
    reviewed: dict[str, Any] = {"@type": "Claim", "datePublished": article.published, "appearance": _page(article)}
    speaker = claim.speaker
    if speaker is not None:
        author: dict[str, Any] = {"name": speaker.name or speaker.span.text, "jobTitle": speaker.role}
        # Only who holds an office is known to be a person.
        reviewed["author"] = _known({"@type": "Person", **author} if speaker.role else author)
    return {"@type": "ClaimReview", "claimReviewed": claim.text, "itemReviewed": _known(reviewed)}


def _page(article: Article) -> dict[str, Any]:
    publisher = {"@type": "Organization", "name": article.publisher} if article.publisher else None
    page = {"headline": article.title, "url": article.url, "datePublished": article.published}
    return _known({"@type": "NewsArticle", **page, "publisher": publisher, "identifier": article.id})


def _known(node: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in node.items() if value is not None}
