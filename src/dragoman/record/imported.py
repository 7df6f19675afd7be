"""Imported events: what files of other event data tell. They have no words that prove them and are no findings.

In: the values of a row. Out: frozen values with a public form. They never mix with what dragoman coded.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .article import digest

SOURCES = ("gdelt", "polecat")


@dataclass(frozen=True, slots=True)
class ImportedActor:
    """Who acts or is acted on, as far as the source tells: a `country` as for `Actor`, `sectors` by PLOVER."""

    name: str | None
    country: str | None
    sectors: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The public form."""
        return {"name": self.name, "country": self.country, "sectors": list(self.sectors)}


@dataclass(frozen=True, slots=True)
class ImportedEvent:
    """One row of a file. `type` and `mode` are PLOVER's, `cameo` the code where the source has one; `score` and `quad`
    are the source's own. `row` is the line in `file`, counted from 1. None where the source does not tell."""

    source: str
    source_id: str
    day: str | None
    type: str | None
    mode: str | None
    cameo: str | None
    quad: str | None
    score: float | None
    actors: tuple[ImportedActor, ...]
    recipients: tuple[ImportedActor, ...]
    place_name: str | None
    place_country: str | None
    place_lat: float | None
    place_lon: float | None
    place_geonameid: int | None
    url: str | None
    file: str
    row: int

    @property
    def content(self) -> str:
        """A name for what the row tells, wherever it stands: equal for equal rows only."""
        plain = self.to_dict()
        del plain["file"], plain["row"]
        return digest(*(repr(value) for value in plain.values()))

    def to_dict(self) -> dict[str, Any]:
        """The public form."""
        return {
            "source": self.source,
            "source_id": self.source_id,
            "day": self.day,
            "type": self.type,
            "mode": self.mode,
            "cameo": self.cameo,
            "quad": self.quad,
            "score": self.score,
            "actors": [actor.to_dict() for actor in self.actors],
            "recipients": [actor.to_dict() for actor in self.recipients],
            "place": {
                "name": self.place_name,
                "country": self.place_country,
                "lat": self.place_lat,
                "lon": self.place_lon,
                "geonameid": self.place_geonameid,
            },
            "url": self.url,
            "file": self.file,
            "row": self.row,
        }


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """A file that was imported: its `digest` is the SHA-256 of its unpacked content, `member` its name in an archive.

    `finished` is false where the import was broken off; run it again. `events` are those that it brought.
    """

    name: str
    member: str | None
    digest: str
    source: str
    imported: str
    finished: bool
    events: int
    skipped: int

    @property
    def label(self) -> str:
        """The name for messages."""
        return self.name if self.member is None else f"{self.name}:{self.member}"
