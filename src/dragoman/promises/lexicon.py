"""The words of agreements, commitments, money and measures, from `data/en/promises.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ..lexicon.load import check_keys, load_table

PROMISES_FILE = "en/promises.toml"
_SECTIONS = frozenset(
    "status status_nouns kinds weak_kinds words currency money_words scale minor_money unit mechanisms obstacles"
    " hindrances promise_verbs topics".split()
)
# The lists of [words], in the order of the lexicon's last fields.
_WORDS = (
    "general",
    "others",
    "brokering",
    "terms",
    "no_promise",
    "no_subject",
    "meeting_verbs",
    "vague",
    "giving",
    "pledge_nouns",
    "uncounted",
    "spans_of_time",
    "bearing",
    "costs",
    "forecasts",
    "onlookers",
    "scheduling",
    "moving",
    "binding",
    "setting",
    "measured",
    "promised",
    "ordering",
    "holding",
    "readiness",
    "stative",
    "idle",
    "announcing",
    "reaching",
)


@dataclass(frozen=True, slots=True)
class PromiseLexicon:
    """Status by verb, kind by phrase, currency and unit by word, and the words of conditions and promises."""

    status_of: dict[str, str]
    kind_of: dict[str, str]
    currency_of: dict[str, str]
    shared_money: dict[str, dict[str, str]]
    scale: dict[str, int]
    minor_money: dict[str, str]
    unit_of: dict[str, str]
    mechanisms: frozenset[str]
    obstacles: frozenset[str]
    hindrances: frozenset[str]
    promise_words: frozenset[str]
    firm_words: frozenset[str]
    topics: frozenset[str]
    status_nouns: dict[str, str]
    weak_kinds: dict[str, frozenset[str]]
    general: frozenset[str]
    others: frozenset[str]
    brokering: frozenset[str]
    terms: frozenset[str]
    no_promise: frozenset[str]
    no_subject: frozenset[str]
    meeting_verbs: frozenset[str]
    vague: frozenset[str]
    giving: frozenset[str]
    pledge_nouns: frozenset[str]
    uncounted: frozenset[str]
    spans_of_time: frozenset[str]
    bearing: frozenset[str]
    costs: frozenset[str]
    forecasts: frozenset[str]
    onlookers: frozenset[str]
    scheduling: frozenset[str]
    moving: frozenset[str]
    binding: frozenset[str]
    setting: frozenset[str]
    measured: frozenset[str]
    promised: frozenset[str]
    ordering: frozenset[str]
    holding: frozenset[str]
    readiness: frozenset[str]
    stative: frozenset[str]
    idle: frozenset[str]
    announcing: frozenset[str]
    reaching: frozenset[str]


def _invert(table: dict[str, list[str]]) -> dict[str, str]:
    return {word: name for name, words in table.items() for word in words}


@lru_cache(maxsize=1)
def load_promise_lexicon() -> PromiseLexicon:
    """The lexicon, built once a process. Raises LexiconError where the data file is broken."""
    table: dict[str, Any] = load_table(PROMISES_FILE)
    check_keys(PROMISES_FILE, table, _SECTIONS, _SECTIONS)
    check_keys(f"{PROMISES_FILE} [words]", table["words"], frozenset(_WORDS), frozenset(_WORDS))
    return PromiseLexicon(
        _invert(table["status"]),
        _invert(table["kinds"]),
        _invert(table["currency"]),
        table["money_words"],
        table["scale"],
        _invert(table["minor_money"]),
        _invert(table["unit"]),
        frozenset(table["mechanisms"]["words"]),
        frozenset(table["obstacles"]["words"]),
        frozenset(table["hindrances"]["words"]),
        frozenset(table["promise_verbs"]["words"]),
        frozenset(table["promise_verbs"]["firm"]),
        frozenset(table["topics"]["words"]),
        _invert(table["status_nouns"]),
        {word: frozenset(row["status"]) for row in table["weak_kinds"] for word in row["words"]},
        *(frozenset(table["words"][name]) for name in _WORDS),
    )
