"""Reading: one text under work, with all that a pattern may ask about the words around it.

In: a text, its publication day, what is known of tense. Out: answers about neighbours, years and tense.
Refuses a publication date that is no ISO day.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property

from ..errors import ReadError
from .interval import FIRST_YEAR, LAST_YEAR
from .lexicon import Lexicon
from .tense import words_tense
from .words import Word, split_words
from .years import find_bare_years

# A coordination of dates that share one year at its end ("in May, June and July 2024") is followed this far.
SHARED_YEAR_REACH = 12
# Between a preposition and its date stand at most an article, a part ("mid") and a hyphen.
LONGEST_LEAD = 3
_UNIT_MARKS = frozenset("%°$€£¥₹#@+=_~*^\\")
_LIST_MARKS = frozenset({",", "and", "or", "-", "to", "&", "/"})


def read_day(published: str | None) -> date | None:
    """The day of an ISO date or time; None for None."""
    if published is None:
        return None
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        raise ReadError(
            f"The publication date {published!r} is no ISO day. Give it as YYYY-MM-DD, or leave it out."
        ) from None


class Reading:
    """The words of one text and questions about them; `at` is always the index of a word."""

    def __init__(
        self, text: str, lexicon: Lexicon, *, published: str | None, tense_at: Callable[[int], str | None] | None
    ) -> None:
        self.text = text
        self.words: tuple[Word, ...] = split_words(text)
        self.lexicon = lexicon
        self.published = read_day(published)
        self._tense_at = tense_at
        self._tenses: dict[int, str | None] = {}

    def word(self, at: int) -> Word | None:
        """The word at an index, None beyond either edge."""
        return self.words[at] if 0 <= at < len(self.words) else None

    def lower(self, at: int) -> str:
        """The word at an index in lower case, "" beyond either edge."""
        return self.words[at].lower if 0 <= at < len(self.words) else ""

    def is_in(self, at: int, *lists: str) -> bool:
        """Whether the word stands in one of the lexicon's word lists."""
        lower = self.lower(at)
        return any(lower in self.lexicon.words[name] for name in lists)

    def joined(self, at: int) -> bool:
        """Whether there is a word here and no space before it."""
        return at < len(self.words) and self.words[at].joined

    def is_capital(self, at: int) -> bool:
        """Whether the word begins with a capital letter."""
        word = self.word(at)
        return word is not None and word.kind == "word" and word.capital

    def is_common(self, at: int) -> bool:
        """Whether the word is written in small letters."""
        word = self.word(at)
        return word is not None and word.kind == "word" and not word.capital

    def begins(self, at: int) -> bool:
        """Whether a sentence or a quotation begins here, as far as the marks tell."""
        return at == 0 or self.lower(at - 1) in {".", "!", "?", ":", '"', "“", "”", ";", "—", "("}

    def is_edge(self, at: int) -> bool:
        """Whether a phrase may end before this word: the end, a mark, a function word or a name."""
        word = self.word(at)
        if word is None or word.kind == "other":
            return word is None or not (word.lower == "'" and word.joined)
        return self.is_in(at, "function_words") or word.capital

    def is_possessive(self, at: int) -> bool:
        """Whether an apostrophe joined to the word before stands here."""
        return self.lower(at) == "'" and self.joined(at)

    def is_number_free(self, at: int, *, suffix: int = 0) -> bool:
        """Whether the number here, with `suffix` words that end it, is glued to nothing that makes it no date."""
        before, word = self.word(at - 1), self.words[at]
        if before is not None and (before.lower in _UNIT_MARKS or (word.joined and before.kind == "word")):
            return False
        earlier = self.word(at - 2)
        digits_before = earlier is not None and earlier.kind not in ("word", "other")
        if before is not None and word.joined and before.joined and before.lower in ".:," and digits_before:
            return False
        after, later = self.word(at + suffix + 1), self.word(at + suffix + 2)
        if after is None:
            return True
        if after.lower in {"%", "°"} or (after.joined and after.kind != "other"):
            return False
        glued = after.joined and later is not None and later.joined and later.kind in ("number", "amount")
        return not (glued and after.lower in ".:,")

    @cached_property
    def years(self) -> tuple[bool, ...]:
        """For each word whether it is a number that may be a year, cues apart."""
        return tuple(self._may_be_year(at) for at in range(len(self.words)))

    def _may_be_year(self, at: int) -> bool:
        word = self.words[at]
        if word.value is None or word.end - word.start != 4 or not FIRST_YEAR <= word.value <= LAST_YEAR:
            return False
        # Behind a month only a round number counts things ("in March 2000 troops").
        before = at - 2 if self.lower(at - 1) == "." else at - 1
        months = (self.lexicon.months, self.lexicon.month_abbreviations)
        dated = word.value % 100 and any(self.lower(before) in table for table in months)
        return self.is_number_free(at) and (bool(dated) or not self.is_in(at + 1, "counted"))

    @cached_property
    def bare_years(self) -> frozenset[int]:
        """The indexes of the numbers that the words around show to be years."""
        return find_bare_years(self)

    def is_year(self, at: int) -> bool:
        """Whether the word is a number that may be a year, cues apart."""
        return 0 <= at < len(self.words) and self.years[at]

    def shared_year(self, at: int) -> int | None:
        """The year at the end of a coordination of months or days that goes on at this word."""
        seen_month = False
        for index in range(at, min(at + SHARED_YEAR_REACH, len(self.words))):
            word = self.words[index]
            if self.years[index]:
                return word.value if seen_month else None
            if word.lower in self.lexicon.months or word.lower in self.lexicon.month_abbreviations:
                if not word.capital or index == at:
                    return None
                seen_month = True
            elif word.lower not in _LIST_MARKS and word.lower != "." and not (word.value and word.value <= 31):
                return None
        return None

    def tense(self, at: int) -> str | None:
        """The tense of the clause that the words from here on belong to: past, future or None."""
        if at not in self._tenses:
            self._tenses[at] = self._find_tense(at)
        return self._tenses[at]

    def _find_tense(self, at: int) -> str | None:
        limit = self._limit_before(at)
        if limit == "since":
            return "past"
        if limit in self.lexicon.words["deadline_cues"]:
            return "past" if self._has_had(at) else "future"
        told = self._tense_at(self.words[at].start) if self._tense_at is not None else None
        told = told or words_tense(self.words, at, self.lexicon)
        if told is None and limit in self.lexicon.words["limit_cues"]:
            return "future"
        return told

    def _limit_before(self, at: int) -> str:
        """The preposition that governs the phrase here, across "the end of"."""
        before = at - 1
        if self.lower(before) == "of" and self.is_in(before - 1, "edges"):
            before -= 2
        for _ in range(LONGEST_LEAD):
            if self.lower(before) in {"the", "-"} or self.is_in(before, "parts"):
                before -= 1
        return self.lower(before)

    def _has_had(self, at: int) -> bool:
        return any(self.lower(index) == "had" for index in range(max(0, at - 10), at + 10))
