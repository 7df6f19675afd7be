"""Tell what a single line of a news page looks like: label, stamp, byline, caption, bullet, headline, sentence.

In: one paragraph. Out: its Shape, and the days that a stamp names. A shape is what the line alone shows; where it
stands on the page decides what it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from .dateline import find_dateline
from .days import Day, find_days
from .furniture import Furniture, load_furniture


class Shape(StrEnum):
    """What a line looks like."""

    LABEL = "label"
    LINKS = "links"
    LINK = "link"
    STAMP = "stamp"
    BYLINE = "byline"
    CAPTION = "caption"
    MAYBE_CAPTION = "maybe caption"
    BULLET = "bullet"
    DATELINE = "dateline"
    SHORT = "short"
    SENTENCE = "sentence"


# Labels, stamps and bylines are short; anything longer reports something.
_LONGEST_LABEL = 200
_MOST_LABEL_WORDS = 25
_LONGEST_STAMP = 140
_LONGEST_AUTHOR = 60
_MOST_BYLINE_WORDS = 9
_MOST_HEADLINE_WORDS = 25
_LONGEST_HEADLINE = 200
_LONGEST_CAPTION = 1000
_LONGEST_CREDIT = 80

_BULLET = re.compile(r"[•▪●‣◦■►·*–—-]\s+\S|[•▪●‣◦■►]\S")
_SENTENCE_END = re.compile(r"[.…:;,][\"'”’)\]]{0,3}$|[!?][\"”’)\]]{1,3}$|[-–—]$")
_INITIALS_END = re.compile(r"\b(?:[A-Z]\.){2,4}$")
_TIME = re.compile(r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?", re.IGNORECASE)
_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_IN_PAPER = re.compile(r"\s*in [^.;:]{2,60},\s*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s*)?", re.IGNORECASE)
_MOST_WORDS_BEHIND_STAMP = 6

_BRACKET = re.compile(r"\(([^()]{1,60})\)")
_CREDIT = re.compile(r"\(([^()]{2,80})\)\.?$")
_NUMBERED_PICTURE = re.compile(r"\[\d{1,2}(?:/| of )\d{1,2}\]")
_AGENCY_CREDIT = re.compile(r"[.,!?\"”] [A-Z]{2,12}/[A-Z][a-z][\w'’-]{0,20}(?: [A-Z][\w'’.-]{0,20}){0,3}$")
_STOP_AND_CREDIT = re.compile(r"[.!?”\"’']\s{0,2}\([A-Z][^()]{1,80}\)\.?$")


@dataclass(frozen=True, slots=True)
class Stamp:
    """The ISO days on which a page says it was published and changed; None where the line does not say."""

    published: str | None
    updated: str | None


def squeeze(line: str) -> str:
    """The line in lower case with single spaces, as the lexicon writes its words."""
    return " ".join(line.lower().replace("’", "'").split())


def shape_of(line: str) -> Shape:
    """What `line` looks like."""
    furniture = load_furniture()
    plain = squeeze(line) if len(line) <= _LONGEST_LABEL else ""
    if plain:
        furniture_shape = _furniture_shape(line, plain, furniture)
        if furniture_shape:
            return furniture_shape
    if _BULLET.match(line):
        return Shape.BULLET
    caption = _caption_shape(line, furniture)
    if caption is Shape.CAPTION:
        return caption
    ended = ends_sentence(line)
    if ended and find_dateline(line):
        return Shape.DATELINE
    if caption:
        return caption
    return Shape.SENTENCE if ended else Shape.SHORT


def stands_alone(line: str) -> bool:
    """Whether the line is surely no part of a paragraph wrapped over several lines."""
    furniture = load_furniture()
    plain = squeeze(line) if len(line) <= _LONGEST_LABEL else ""
    return bool(_BULLET.match(line)) or bool(plain and _furniture_shape(line, plain, furniture))


def ends_sentence(line: str) -> bool:
    """Whether the line is a sentence or too long for a headline."""
    if len(line) > _LONGEST_HEADLINE or len(line.split()) > _MOST_HEADLINE_WORDS:
        return True
    return bool(_SENTENCE_END.search(line)) and not _INITIALS_END.search(line)


def read_stamp(line: str) -> Stamp | None:
    """The days of a line that is a publication stamp, None for any other line."""
    if len(line) > _LONGEST_STAMP:
        return None
    days = find_days(line)
    if not days:
        return None
    furniture = load_furniture()
    published = updated = None
    start = before = _behind_author(line[: days[0].start])
    for place, day in enumerate(days):
        kind = _stamp_kind(line[before : day.start], furniture, first=place == 0)
        if kind is None:
            return None
        if kind == "updated":
            updated = updated or day.iso
        else:
            published = published or day.iso
        before = day.end
    bare = not _starts_with_stamp_word(squeeze(line[start:]), furniture)
    return Stamp(published, updated) if _may_end_stamp(line, days[-1], furniture, bare=bare) else None


def _behind_author(before: str) -> int:
    """Where the stamp begins in the words before its first day: behind "Jane Roe |", or at their start."""
    start = max(before.rfind(mark) for mark in "|•·") + 1
    return start if start <= _LONGEST_AUTHOR else 0


def _furniture_shape(line: str, plain: str, furniture: Furniture) -> Shape | None:
    short = len(plain.split()) <= _MOST_LABEL_WORDS
    if furniture.links.match_whole(plain):
        return Shape.LINKS
    if furniture.labels.match_whole(plain):
        return Shape.LABEL
    if short and furniture.links.match_start(plain):
        return Shape.LINK
    if read_stamp(line):
        return Shape.STAMP
    if _is_doubtful_stamp(plain, furniture):
        return Shape.LABEL
    if _is_byline(line, plain, furniture):
        return Shape.BYLINE
    return Shape.LABEL if short and furniture.labels.match_start(plain) else None


def _is_doubtful_stamp(plain: str, furniture: Furniture) -> bool:
    """Whether the line is a stamp whose day can be read in two ways: "Published: 4/6/2023"."""
    word = _starts_with_stamp_word(plain, furniture)
    rest = _TOKEN.findall(_TIME.sub(" ", plain[len(word) :])) if word else []
    return any(token.isdigit() for token in rest) and all(
        token.isdigit() or token in furniture.stamp_fill for token in rest
    )


def _is_byline(line: str, plain: str, furniture: Furniture) -> bool:
    if furniture.bylines.match_whole(plain):
        return True
    start = furniture.bylines.match_start(plain)
    if start is None:
        return False
    if start != "by":
        return len(plain.split()) <= _MOST_LABEL_WORDS
    words = [word for word in line.split()[1:] if any(char.isalnum() for char in word)]
    if not 0 < len(words) <= _MOST_BYLINE_WORDS or ends_sentence(line) or any(char.isdigit() for char in line):
        return False
    return all(word[0].isupper() or word.lower().strip(",&|") in furniture.byline_small for word in words)


def _starts_with_stamp_word(plain: str, furniture: Furniture) -> str | None:
    for word in (*furniture.updated, *furniture.published):
        if plain.startswith(word) and not plain[len(word) :][:1].isalnum():
            return word
    return None


def _stamp_kind(between: str, furniture: Furniture, *, first: bool) -> str | None:
    """Which day follows the words `between`: published or updated; None where they are no stamp words."""
    plain = squeeze(_TIME.sub(" ", between)).strip(" |:-–—•·,/()[].")
    word = _starts_with_stamp_word(plain, furniture)
    rest = plain[len(word) :] if word else plain
    if not (first and word and _IN_PAPER.fullmatch(rest + ", ")):
        tokens = _TOKEN.findall(rest)
        if not all(token in furniture.stamp_fill or token.isdigit() for token in tokens):
            # Behind the first day other words may come before the next stamp word: "| 3:15 pm Oslo time | Updated".
            late = None if first else next((each for each in furniture.updated if each in plain), None)
            return "updated" if late else None
    return "updated" if word in furniture.updated else "published"


def _may_end_stamp(line: str, last: Day, furniture: Furniture, *, bare: bool) -> bool:
    behind = _TIME.sub(" ", line[last.end :])
    tokens = [token.lower() for token in _TOKEN.findall(behind)]
    strange = [token for token in tokens if token not in furniture.stamp_fill and not token.isdigit()]
    if bare:
        return not strange
    return len(strange) <= _MOST_WORDS_BEHIND_STAMP and not (strange and ends_sentence(line))


def _caption_shape(line: str, furniture: Furniture) -> Shape | None:
    if len(line) > _LONGEST_CAPTION:
        return None
    plain = squeeze(line)
    brackets = {inner.strip() for inner in _BRACKET.findall(plain)}
    commas = {part.strip() for part in plain.split(",") if " " in part.strip()}
    credit = _CREDIT.search(plain)
    if brackets & furniture.positions or commas & furniture.positions:
        return Shape.CAPTION
    if credit and set(_TOKEN.findall(credit[1])) & furniture.credits:
        return Shape.CAPTION
    if any(phrase in plain for phrase in furniture.phrases):
        return Shape.CAPTION
    if _NUMBERED_PICTURE.match(line) or (" " in line and _AGENCY_CREDIT.search(line[-_LONGEST_CREDIT:])):
        return Shape.CAPTION
    weak = brackets & furniture.weak_positions or any(phrase in plain for phrase in furniture.weak_phrases)
    return Shape.MAYBE_CAPTION if weak or _STOP_AND_CREDIT.search(line) else None
