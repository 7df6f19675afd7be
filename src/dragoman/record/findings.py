"""The kinds of finding that a record keeps. All frozen; each has its span, its rule and a confidence.

`to_dict` gives the public JSON form, `from_dict` takes it back. `rule` names the rule, table row or model that
made the finding; `confidence` is from 0 to 1 and orders findings for review, it is no probability unless the
rule's card says so.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Self

from .span import Span

QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
REALIS = ("actual", "historical", "future", "hypothetical", "negated")
PRECISIONS = ("day", "week", "month", "quarter", "half", "year", "decade", "century")
AGREEMENT_KINDS = (
    "treaty", "agreement", "mou", "roadmap", "joint statement", "contract", "protocol", "programme", "plan",
)  # fmt: skip
AGREEMENT_STATUSES = ("proposed", "planned", "signed", "ratified", "in force", "suspended", "ended")
COMMITMENT_STATUSES = ("open", "met", "missed", "withdrawn")
# A report tells what happened within so many days before it; what has no date of its own is taken to be of them.
NEWS_DAYS = 3
CONDITION_KINDS = ("mechanism", "obstacle")
MEETING_FORMS = ("visit", "meeting", "summit", "call", "domestic")
MEETING_LEVELS = ("head of state", "head of government", "minister", "officials")
MEETING_FORMATS = ("bilateral", "trilateral", "multilateral", "summit", "phone", "inter-ministerial")


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, speaks or attends, as mentioned at `span`.

    `name` is the canonical name, `role` the office held, `country` an ISO 3166-1 alpha-3 code or UNO, EUR, IGO,
    NGO, MNC; each None where unknown. `sectors` are PLOVER sector codes, most specific first.
    """

    span: Span
    name: str | None = None
    role: str | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()
    rule: str = ""
    confidence: float = 1.0

    @property
    def code(self) -> str:
        """What stands for the actor in a dyad: its country, or its name where it has none."""
        return self.country or self.name or self.span.text

    def to_dict(self) -> dict[str, Any]:
        """The public form."""
        return {
            "text": self.span.text,
            "name": self.name,
            "role": self.role,
            "country": self.country,
            "sectors": list(self.sectors),
            "start": self.span.start,
            "end": self.span.end,
            "rule": self.rule,
            "confidence": self.confidence,
        }

    @classmethod
    def from_dict(cls, plain: dict[str, Any]) -> Actor:
        """The inverse of `to_dict`."""
        return cls(
            Span.from_dict(plain),
            plain["name"],
            plain["role"],
            plain["country"],
            tuple(plain["sectors"]),
            plain["rule"],
            plain["confidence"],
        )


@dataclass(frozen=True, slots=True)
class When:
    """A calendar date that the text names: ISO days `start` to `end`, both included; None where a bound is open.

    `precision` is the smallest calendar unit named. `span` holds the words.
    """

    span: Span
    start: str | None
    end: str | None
    precision: str
    rule: str = ""
    confidence: float = 1.0

    def is_news(self, published: str | None) -> bool:
        """Whether the date is a day within the NEWS_DAYS before the ISO day of publication."""
        if self.end is None or published is None or self.precision != "day":
            return False
        return 0 <= (date.fromisoformat(published) - date.fromisoformat(self.end)).days <= NEWS_DAYS

    def to_dict(self) -> dict[str, Any]:
        """The public form; the days stand under `from` and `to`."""
        return {
            "text": self.span.text,
            "start": self.span.start,
            "end": self.span.end,
            "from": self.start,
            "to": self.end,
            "precision": self.precision,
            "rule": self.rule,
            "confidence": self.confidence,
        }

    @classmethod
    def from_dict(cls, plain: dict[str, Any]) -> When:
        """The inverse of `to_dict`."""
        return cls(
            Span.from_dict(plain), plain["from"], plain["to"], plain["precision"], plain["rule"], plain["confidence"]
        )


@dataclass(frozen=True, slots=True)
class Where:
    """A place that the text names. Coordinates are WGS 84 degrees; `geonameid` is GeoNames'. None where unknown."""

    span: Span
    name: str
    country: str | None
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None
    rule: str = ""
    confidence: float = 1.0

    def to_dict(self) -> dict[str, Any]:
        """The public form."""
        return {
            "text": self.span.text,
            "start": self.span.start,
            "end": self.span.end,
            "name": self.name,
            "country": self.country,
            "lat": self.lat,
            "lon": self.lon,
            "geonameid": self.geonameid,
            "rule": self.rule,
            "confidence": self.confidence,
        }

    @classmethod
    def from_dict(cls, plain: dict[str, Any]) -> Where:
        """The inverse of `to_dict`."""
        return cls(
            Span.from_dict(plain),
            *(plain[key] for key in ("name", "country", "lat", "lon", "geonameid", "rule", "confidence")),
        )


def _plain(value: Any) -> Any:
    """A field's public form: values with `to_dict` unfold, tuples become lists."""
    if hasattr(value, "to_dict"):
        return value.to_dict()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


def _optional(kind: type[Any], plain: dict[str, Any] | None) -> Any:
    return None if plain is None else kind.from_dict(plain)


def _many(kind: type[Any], plain: list[dict[str, Any]]) -> tuple[Any, ...]:
    return tuple(kind.from_dict(item) for item in plain)


class Finding:
    """What all findings share: `id`, the `evidence` span, the `rule`, a `confidence`, and the way to plain values."""

    __slots__ = ()

    id: str
    evidence: Span
    rule: str
    confidence: float

    def to_dict(self) -> dict[str, Any]:
        """The public form: the fields in their order, spans, actors, dates and places unfolded."""
        return {field.name: _plain(getattr(self, field.name)) for field in fields(self)}  # type: ignore[arg-type]

    @classmethod
    def from_dict(cls, plain: dict[str, Any]) -> Self:
        """The inverse of `to_dict`."""
        return cls(**{**plain, **cls._unfold(plain)})

    @classmethod
    def _unfold(cls, plain: dict[str, Any]) -> dict[str, Any]:
        return {"evidence": Span.from_dict(plain["evidence"])}


@dataclass(frozen=True, slots=True)
class Event(Finding):
    """Who did what to whom. Reciprocal events list every participant under `actors`, `recipients` may be empty.

    `attribution` is None where the outlet itself reports the event, else the one who says so. `trigger` is the
    word that tells the act, `evidence` the sentence that proves all of it.
    """

    id: str
    type: str
    mode: str | None
    cameo: str
    contexts: tuple[str, ...]
    quad: str
    score: float
    realis: str
    confidence: float
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    date: When | None
    place: Where | None
    attribution: Actor | None
    evidence: Span
    trigger: Span
    rule: str

    @classmethod
    def _unfold(cls, plain: dict[str, Any]) -> dict[str, Any]:
        return {
            "contexts": tuple(plain["contexts"]),
            "actors": _many(Actor, plain["actors"]),
            "recipients": _many(Actor, plain["recipients"]),
            "date": _optional(When, plain["date"]),
            "place": _optional(Where, plain["place"]),
            "attribution": _optional(Actor, plain["attribution"]),
            "evidence": Span.from_dict(plain["evidence"]),
            "trigger": Span.from_dict(plain["trigger"]),
        }


@dataclass(frozen=True, slots=True)
class Period:
    """The time that an agreement covers: ISO days, both included; None where a bound is open."""

    start: str | None
    end: str | None

    def to_dict(self) -> dict[str, Any]:
        """`{"from", "to"}`."""
        return {"from": self.start, "to": self.end}

    @classmethod
    def from_dict(cls, plain: dict[str, Any]) -> Period:
        """The inverse of `to_dict`."""
        return cls(plain["from"], plain["to"])


@dataclass(frozen=True, slots=True)
class Agreement(Finding):
    """A treaty, pact, memorandum or plan of two or more parties. `date` is that of the status; `count` is set for
    a group ("several agreements" has count None and `grouped` true, "three agreements" count 3)."""

    id: str
    kind: str
    parties: tuple[str, ...]
    topics: tuple[str, ...]
    date: When | None
    place: Where | None
    period: Period | None
    status: str
    grouped: bool
    count: int | None
    evidence: Span
    rule: str
    confidence: float

    @classmethod
    def _unfold(cls, plain: dict[str, Any]) -> dict[str, Any]:
        return {
            "parties": tuple(plain["parties"]),
            "topics": tuple(plain["topics"]),
            "date": _optional(When, plain["date"]),
            "place": _optional(Where, plain["place"]),
            "period": _optional(Period, plain["period"]),
            "evidence": Span.from_dict(plain["evidence"]),
        }


@dataclass(frozen=True, slots=True)
class Commitment(Finding):
    """What one or more parties promise. `amount` is in `currency` (ISO 4217) or counted in `unit`; `deadline` is
    the year, month or day by which it is due, as ISO text of that precision."""

    id: str
    parties: tuple[str, ...]
    what: str
    amount: float | int | None
    currency: str | None
    unit: str | None
    deadline: str | None
    status: str
    promised_by: tuple[Actor, ...]
    evidence: Span
    rule: str
    confidence: float

    @classmethod
    def _unfold(cls, plain: dict[str, Any]) -> dict[str, Any]:
        return {
            "parties": tuple(plain["parties"]),
            "promised_by": _many(Actor, plain["promised_by"]),
            "evidence": Span.from_dict(plain["evidence"]),
        }


@dataclass(frozen=True, slots=True)
class Claim(Finding):
    """What a speaker says. `quote` is true for direct speech; `text` is what was said, `evidence` the same words
    in place; `about` the states that the words or their passage speak of."""

    id: str
    speaker: Actor | None
    quote: bool
    text: str
    about: tuple[str, ...]
    evidence: Span
    rule: str
    confidence: float

    @classmethod
    def _unfold(cls, plain: dict[str, Any]) -> dict[str, Any]:
        return {
            "speaker": _optional(Actor, plain["speaker"]),
            "about": tuple(plain["about"]),
            "evidence": Span.from_dict(plain["evidence"]),
        }


@dataclass(frozen=True, slots=True)
class Meeting(Finding):
    """A meeting, visit or call and all who attended. `form` is visit, meeting, summit, call or domestic; `level` that
    of the highest who came, `format` between how many or how it was held, None where nothing tells and in records of
    before they were read."""

    id: str
    form: str
    participants: tuple[Actor, ...]
    countries: tuple[str, ...]
    place: Where | None
    date: When | None
    realis: str
    evidence: Span
    rule: str
    confidence: float
    level: str | None = None
    format: str | None = None

    @classmethod
    def _unfold(cls, plain: dict[str, Any]) -> dict[str, Any]:
        return {
            "participants": _many(Actor, plain["participants"]),
            "countries": tuple(plain["countries"]),
            "place": _optional(Where, plain["place"]),
            "date": _optional(When, plain["date"]),
            "evidence": Span.from_dict(plain["evidence"]),
        }


@dataclass(frozen=True, slots=True)
class Person(Finding):
    """A named person with the office that the article gives. `evidence` holds the words that introduce them."""

    id: str
    name: str
    role: str | None
    country: str | None
    sectors: tuple[str, ...]
    evidence: Span
    rule: str
    confidence: float

    @classmethod
    def _unfold(cls, plain: dict[str, Any]) -> dict[str, Any]:
        return {"sectors": tuple(plain["sectors"]), "evidence": Span.from_dict(plain["evidence"])}


@dataclass(frozen=True, slots=True)
class Condition(Finding):
    """What carries a relation of states (mechanism: a border market, a joint commission) or hinders it (obstacle:
    sanctions, a shortage of currency)."""

    id: str
    kind: str
    what: str
    parties: tuple[str, ...]
    evidence: Span
    rule: str
    confidence: float

    @classmethod
    def _unfold(cls, plain: dict[str, Any]) -> dict[str, Any]:
        return {"parties": tuple(plain["parties"]), "evidence": Span.from_dict(plain["evidence"])}
