"""Article: one report, its text frozen, with what its page says about it.

`text` is the report as it stood on the page (after decoding), so that offsets prove themselves against what the
user gave. Regions mark which stretches are headline, body, caption, digest or furniture; only body and headline
may yield events, a caption may inform the roster of persons.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class RegionKind(StrEnum):
    """What a stretch of a page is."""

    HEADLINE = "headline"
    BODY = "body"
    CAPTION = "caption"
    DIGEST = "digest"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Region:
    """The half-open stretch [start, end) of the article's text and what it is. One paragraph or line each."""

    start: int
    end: int
    kind: RegionKind

    def to_dict(self) -> dict[str, Any]:
        """`{"start", "end", "kind"}`."""
        return {"start": self.start, "end": self.end, "kind": str(self.kind)}

    @classmethod
    def from_dict(cls, plain: dict[str, Any]) -> Region:
        """The inverse of `to_dict`."""
        return cls(plain["start"], plain["end"], RegionKind(plain["kind"]))


@dataclass(frozen=True, slots=True)
class Article:
    """One report. `published` and `updated` are ISO days or None where the page does not say.

    `dateline` is the place at the head of the body ("ISLAMABAD"), None where there is none. `regions` are in
    order, do not overlap, and leave out only white space and the dateline.
    """

    id: str
    text: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    updated: str | None = None
    dateline: str | None = None
    language: str = "en"
    regions: tuple[Region, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The public form: plain values only."""
        return {
            "id": self.id,
            "title": self.title,
            "url": self.url,
            "publisher": self.publisher,
            "published": self.published,
            "updated": self.updated,
            "dateline": self.dateline,
            "language": self.language,
            "text": self.text,
            "regions": [region.to_dict() for region in self.regions],
        }

    @classmethod
    def from_dict(cls, plain: dict[str, Any]) -> Article:
        """The inverse of `to_dict`."""
        regions = tuple(Region.from_dict(region) for region in plain.get("regions", ()))
        return cls(**{**plain, "regions": regions})


def digest(*parts: object) -> str:
    """A stable name of 16 hexadecimal digits for `parts` (SHA-256 over them, separated)."""
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]
