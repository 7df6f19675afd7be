"""GDELT 2.0: the event table with its 61 columns and the mention table with its 16.

In: records. Out: two tables parted by tabs, without headers as GDELT publishes them; one event row for each pair of
source and target, one mention for each row. Columns about which the store knows nothing are empty.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from ..lexicon.exchange import Exchange, load_exchange
from ..record import Actor, Article, Event, Where, digest
from ..store import StoredRecord
from .pairs import day_of, is_lead, keep_tellable, month_of, pair_actors, year_of
from .target import Target
from .writing import Choice, Tally, open_tabs

EVENT_FILE = "dragoman.export.CSV"
MENTION_FILE = "dragoman.mentions.CSV"

ACTOR_COLUMNS = (
    "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code",
    "Type2Code", "Type3Code",
)  # fmt: skip
GEO_COLUMNS = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
COLUMNS = (
    *("GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"),
    *(f"Actor{side}{column}" for side in (1, 2) for column in ACTOR_COLUMNS),
    *("IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale"),
    *("NumMentions", "NumSources", "NumArticles", "AvgTone"),
    *(f"{whose}Geo_{column}" for whose in ("Actor1", "Actor2", "Action") for column in GEO_COLUMNS),
    *("DATEADDED", "SOURCEURL"),
)
MENTION_COLUMNS = (
    "GLOBALEVENTID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName", "MentionIdentifier",
    "SentenceID", "Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset", "InRawText", "Confidence",
    "MentionDocLen", "MentionDocTone", "MentionDocTranslationInfo", "Extras",
)  # fmt: skip
# What the store does not know: tone, ethnic and religious codes, where actors are, divisions and features of places.
EMPTY = (
    *(f"Actor{side}{column}" for side in (1, 2) for column in ("EthnicCode", "Religion1Code", "Religion2Code")),
    *(f"Actor{side}Geo_{column}" for side in (1, 2) for column in GEO_COLUMNS),
    *("AvgTone", "ActionGeo_ADM1Code", "ActionGeo_ADM2Code", "ActionGeo_FeatureID"),
)
EMPTY_MENTION = ("SentenceID", "MentionDocTone", "MentionDocTranslationInfo", "Extras")
# The last CAMEO root of each of GDELT's quad classes.
QUAD_ENDS = ((5, 1), (8, 2), (13, 3), (20, 4))
# GDELT's words for kinds of things: a page on the web, a citation of something else, a place that is a whole state.
WEB, CITATION, COUNTRY = 1, 2, 1
# Hexadecimal digits of a number that 64-bit readers hold.
ID_DIGITS = 15
MOST_TYPES = 3
DAYS_OF_MONTH, DAYS_OF_YEAR = 30, 365


def write_gdelt(records: Iterable[StoredRecord], target: Target, choice: Choice) -> Tally:
    """Write both tables."""
    tally = Tally()
    codes = load_exchange()
    with (
        open_tabs(target, EVENT_FILE, COLUMNS, header=False) as events,
        open_tabs(target, MENTION_FILE, MENTION_COLUMNS, header=False) as mentions,
    ):
        for stored in records:
            found = stored.record.events
            for event in keep_tellable(found, attributed=choice.attributed, left_out=tally.left_out):
                tally.written["events"] += 1
                for pair in pair_actors(event):
                    row = make_row(event, stored, pair, codes)
                    events.add(row)
                    mentions.add(make_mention(event, stored, pair, row))
                    tally.written["rows"] += 1
    return tally


def number_of(event: Event, article: Article, pair: tuple[Actor | None, Actor | None]) -> int:
    """The whole number that names a row, the same at each export."""
    spans = [None if actor is None else f"{actor.span.start}-{actor.span.end}" for actor in pair]
    return int(digest("gdelt", article.id, event.id, *spans)[:ID_DIGITS], 16)


def quad_of(cameo: str) -> int:
    """The quad class that GDELT gives a CAMEO code, by its root."""
    return next(quad for last, quad in QUAD_ENDS if int(cameo[:2]) <= last)


def make_row(
    event: Event, stored: StoredRecord, pair: tuple[Actor | None, Actor | None], codes: Exchange
) -> dict[str, Any]:
    """The cells of one pair of an event."""
    article, root = stored.record.article, event.cameo[:2]
    day, month = day_of(event, article), month_of(event, article)
    return {
        "GLOBALEVENTID": number_of(event, article, pair),
        "SQLDATE": None if day is None else day.replace("-", ""),
        "MonthYear": None if month is None else month.replace("-", ""),
        "Year": year_of(event, article),
        "FractionDate": None if day is None else tell_fraction(day),
        **make_actor("Actor1", pair[0], codes),
        **make_actor("Actor2", pair[1], codes),
        "IsRootEvent": int(is_lead(event, article)),
        "EventCode": event.cameo,
        "EventBaseCode": event.cameo[:3],
        "EventRootCode": root,
        "QuadClass": quad_of(event.cameo),
        "GoldsteinScale": codes.goldstein[root],
        "NumMentions": 1,
        "NumSources": 1,
        "NumArticles": 1,
        **make_place(event.place, codes),
        "DATEADDED": _digits(stored.last_coded),
        "SOURCEURL": article.url,
    }


def tell_fraction(day: str) -> str:
    """A day as a fraction of its year, in GDELT's count of 30 days a month."""
    year, month, number = day.split("-")
    passed = (int(month) - 1) * DAYS_OF_MONTH + int(number)
    return f"{int(year) + min(passed / DAYS_OF_YEAR, 1):.4f}"


def make_actor(side: str, actor: Actor | None, codes: Exchange) -> dict[str, Any]:
    """The cells of one actor: country, known group and up to three types in CAMEO codes."""
    if actor is None:
        return {}
    group, kind = codes.bodies.get(actor.country or "", ("", ""))
    country = codes.cameo_of(actor.country)
    own = (codes.sectors.get(sector) for sector in actor.sectors)
    types = list(dict.fromkeys(code for code in (kind, *own) if code))[:MOST_TYPES]
    row: dict[str, Any] = {
        f"{side}Code": "".join([country or "", *types[:1], group, *types[1:]]),
        f"{side}Name": actor.name or actor.span.text,
        f"{side}CountryCode": country,
        f"{side}KnownGroupCode": group,
    }
    return row | {f"{side}Type{place}Code": code for place, code in enumerate(types, 1)}


def make_place(where: Where | None, codes: Exchange) -> dict[str, Any]:
    """The cells of the place of an act. Only a whole state tells of what type it is."""
    if where is None:
        return {}
    state = codes.names.get(where.country or "")
    whole = state is not None and where.name == state
    return {
        "ActionGeo_Type": COUNTRY if whole else None,
        "ActionGeo_FullName": where.name if whole or state is None else f"{where.name}, {state}",
        "ActionGeo_CountryCode": codes.fips.get(where.country or ""),
        "ActionGeo_Lat": where.lat,
        "ActionGeo_Long": where.lon,
    }


def make_mention(
    event: Event, stored: StoredRecord, pair: tuple[Actor | None, Actor | None], row: dict[str, Any]
) -> dict[str, Any]:
    """The cells of the report of an event row."""
    article = stored.record.article
    first, second = (None if actor is None else actor.span.start for actor in pair)
    return {
        "GLOBALEVENTID": row["GLOBALEVENTID"],
        "EventTimeDate": row["DATEADDED"],
        # The hour of publication is not known.
        "MentionTimeDate": None if article.published is None else article.published.replace("-", "") + "000000",
        "MentionType": WEB if article.url else CITATION,
        "MentionSourceName": article.publisher or _host(article.url),
        "MentionIdentifier": article.url or article.id,
        "Actor1CharOffset": first,
        "Actor2CharOffset": second,
        "ActionCharOffset": event.trigger.start,
        # Every finding is proved by the text as it stands on the page.
        "InRawText": 1,
        "Confidence": round(event.confidence * 100),
        "MentionDocLen": len(article.text),
    }


def _digits(time: str) -> str:
    """An ISO second as fourteen digits."""
    return "".join(char for char in time if char.isdigit())


def _host(url: str | None) -> str | None:
    try:
        return urlsplit(url).hostname if url else None
    except ValueError:
        return None
