"""The words of meetings, visits and calls, from `data/en/meetings.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar

from ..lexicon.load import check_keys, load_table

MEETINGS_FILE = "en/meetings.toml"
_SECTIONS = frozenset({"nouns", "verbs", "attend", "chair", "words", "levels"})


@dataclass(frozen=True, slots=True)
class WordLists:
    """The lists of [words]; what each holds stands beside it in the data file."""

    light: frozenset[str]
    during: frozenset[str]
    phones: frozenset[str]
    motion: frozenset[str]
    fixed: frozenset[str]
    goes: frozenset[str]
    persons_only: frozenset[str]
    needs_time: frozenset[str]
    telling: frozenset[str]
    off: frozenset[str]
    due: frozenset[str]
    fixing: frozenset[str]
    leading: frozenset[str]
    delegations: frozenset[str]
    again: frozenset[str]
    resuming: frozenset[str]
    groups: frozenset[str]
    cabinets: frozenset[str]
    signing: frozenset[str]
    issuing: frozenset[str]
    papers: frozenset[str]
    signatures: frozenset[str]
    beside: frozenset[str]
    others: frozenset[str]
    ceremonies: frozenset[str]


@dataclass(frozen=True, slots=True)
class LevelWords:
    """The lists of [levels]: roles, and words of the evidence."""

    heads_of_state: frozenset[str]
    heads_of_government: frozenset[str]
    words_of_state: frozenset[str]
    words_of_government: frozenset[str]
    words_of_ministers: frozenset[str]
    words_of_officials: frozenset[str]


@dataclass(frozen=True, slots=True)
class MeetingWords:
    """Form by noun, (form, preposition) by verb, verbs of attending and of presiding, and lists of single words."""

    nouns: dict[str, str]
    verbs: dict[str, tuple[tuple[str, str], ...]]
    attend: frozenset[str]
    chair: frozenset[str]
    lists: WordLists
    levels: LevelWords


Lists = TypeVar("Lists", WordLists, LevelWords)


def _lists(kind: type[Lists], section: str, table: dict[str, Any]) -> Lists:
    keys = frozenset(kind.__dataclass_fields__)
    check_keys(f"{MEETINGS_FILE} [{section}]", table[section], keys, keys)
    return kind(**{key: frozenset(table[section][key]) for key in keys})


@lru_cache(maxsize=1)
def load_meeting_words() -> MeetingWords:
    """The words, built once a process. Raises LexiconError where the data file is broken."""
    table = load_table(MEETINGS_FILE)
    check_keys(MEETINGS_FILE, table, _SECTIONS, _SECTIONS)
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
        _lists(WordLists, "words", table),
        _lists(LevelWords, "levels", table),
    )
