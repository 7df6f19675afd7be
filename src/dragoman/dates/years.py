"""Years: which numbers of four digits are years where no month or other unit stands beside them.

In: a Reading. Out: the indexes of those that a cue shows to be years. Refuses all others: a bare number may count
soldiers, tell the time or name a resolution.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .reading import Reading

# "by 1500" or "of 1200" means an amount more often than a year.
FIRST_WEAK_YEAR = 1900
_LIST_MARKS = frozenset({",", "and", "or", "/", "-"})


def find_bare_years(reading: Reading) -> frozenset[int]:
    """The indexes of the words that are years by their cues, in one pass so that lists carry on."""
    found: set[int] = set()
    for at in range(len(reading.words)):
        if reading.is_year(at) and not _is_glued(reading, at) and _has_cue(reading, at, found):
            found.add(at)
    return frozenset(found)


def _is_glued(reading: Reading, at: int) -> bool:
    """Whether a hyphen ties the number to a word ("F-2015", "2015-built"), or a label stands before it."""
    before = reading.lower(at - 1) == "-" and reading.joined(at) and reading.joined(at - 1)
    after = reading.lower(at + 1) == "-" and reading.joined(at + 1) and reading.joined(at + 2)
    if before and reading.words[at - 2].kind == "word" and reading.lower(at - 2) != "mid":
        return True
    return after or (reading.is_in(at - 1, "number_labels") and not reading.is_in(at + 1, "event_nouns"))


def _has_cue(reading: Reading, at: int, found: set[int]) -> bool:
    before, year = reading.lower(at - 1), reading.words[at].value or 0
    if _goes_on(reading, at, found):
        return True
    if before in reading.lexicon.words["year_cues"]:
        return not _counts(reading, at, year)
    if reading.is_in(at + 1, "event_nouns") and not reading.is_capital(at - 1):
        return True
    if before in reading.lexicon.words["year_determiners"]:
        return _names_thing(reading, at, year)
    if before in reading.lexicon.words["weak_year_cues"] and year >= FIRST_WEAK_YEAR:
        return reading.is_edge(at + 1) and before not in ("and", "or") and _may_hold_year(reading, at)
    if before == "to":
        return reading.is_in(at - 2, "year_goals") and reading.is_edge(at + 1)
    if before == "(":
        return reading.lower(at + 1) in {")", ","}
    return reading.begins(at) and reading.is_in(at + 1, "year_verbs") and year >= FIRST_WEAK_YEAR


def _goes_on(reading: Reading, at: int, found: set[int]) -> bool:
    """Whether the number goes on a list of years ("in 2019, 2020 and 2021")."""
    steps = 2 if reading.lower(at - 1) in {"and", "or"} and reading.lower(at - 2) == "," else 1
    return reading.lower(at - 1) in _LIST_MARKS and at - steps - 1 in found


def _counts(reading: Reading, at: int, year: int) -> bool:
    """Whether a round number stands before a plural that it may count ("in 2000 places")."""
    after = reading.lower(at + 1)
    plural = reading.is_common(at + 1) and after.endswith("s") and not after.endswith("ss")
    return plural and year % 100 == 0 and not reading.is_in(at + 1, "function_words", "event_nouns")


def _names_thing(reading: Reading, at: int, year: int) -> bool:
    """Whether the year describes what follows ("the 2015 deal", "its 2010 Strategic Concept")."""
    after = reading.word(at + 1)
    if after is None or after.kind != "word":
        listed = reading.lower(at + 1) in _LIST_MARKS and reading.is_year(at + 2)
        return listed or reading.is_possessive(at + 1) and year >= FIRST_WEAK_YEAR
    if reading.is_in(at + 1, "function_words"):
        return after.lower in {"and", "or"} and reading.is_year(at + 2)
    return not _counts(reading, at, year)


def _may_hold_year(reading: Reading, at: int) -> bool:
    """Whether "of", "from" and the like belong to a date, not to a sum ("a total of 2015", "from 1900 to 2000 men")."""
    before, further = reading.lower(at - 1), reading.word(at + 2)
    if reading.lower(at + 1) in {"to", "and", "or", "-"} and further is not None and further.kind != "word":
        return reading.is_year(at + 2)
    if before in {"than", "as"}:
        return reading.is_in(at - 2, "comparing_words")
    if before in {"for", "by", "into"}:
        return (reading.words[at].value or 0) % 100 != 0
    return before != "of" or reading.lower(at - 2) not in {"total", "number", "sum", "figure", "out"}
