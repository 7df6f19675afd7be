"""The words of meetings, visits and calls, from `data/en/meetings.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ..lexicon.load import check_keys, load_table

MEETINGS_FILE = "en/meetings.toml"
_SECTIONS = frozenset({"nouns", "verbs", "attend", "chair", "words"})
# The lists of [words], in the order of the last fields.
_LISTS = ("light", "during", "phones", "motion", "fixed", "persons_only", "needs_time", "telling", "off")


@dataclass(frozen=True, slots=True)
class MeetingWords:
    """Form by noun, (form, preposition) by verb, verbs of attending and of presiding, and lists of single words."""

    nouns: dict[str, str]
    verbs: dict[str, tuple[tuple[str, str], ...]]
    attend: frozenset[str]
    chair: frozenset[str]
    light: frozenset[str]
    during: frozenset[str]
    phones: frozenset[str]
    motion: frozenset[str]
    fixed: frozenset[str]
    persons_only: frozenset[str]
    needs_time: frozenset[str]
    telling: frozenset[str]
    off: frozenset[str]


@lru_cache(maxsize=1)
def load_meeting_words() -> MeetingWords:
    """The words, built once a process. Raises LexiconError where the data file is broken."""
    table = load_table(MEETINGS_FILE)
    check_keys(MEETINGS_FILE, table, _SECTIONS, _SECTIONS)
    check_keys(f"{MEETINGS_FILE} [words]", table["words"], frozenset(_LISTS), frozenset(_LISTS))
    verbs: dict[str, list[tuple[str, str]]] = {}
    for form, words in table["verbs"].items():
        for word in words:
            lemma, _, prep = word.partition("+")
            verbs.setdefault(lemma, []).append((form, prep))
    return MeetingWords(
        {word: form for form, words in table["nouns"].items() for word in words},
        {lemma: tuple(entries) for lemma, entries in verbs.items()},
        frozenset(table["attend"]["words"]),
        frozenset(word.partition("+")[0] for word in table["chair"]["words"]),
        *(frozenset(table["words"][name]) for name in _LISTS),
    )
