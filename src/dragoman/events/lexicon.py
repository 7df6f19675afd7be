"""The act lexicon: verbs and nouns that tell an act, the operators above them, and the tables between code books.

Rows are data (`data/en/acts-*.toml`) with closed keys. An Act gives a CAMEO code and says where its recipient stands;
an Operator (vow, refuse, suspend) shifts the code of the act below it by the table of its kind.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ..errors import LexiconError
from ..lexicon.load import load_rows, load_table

CLASSES_FILE = "en/acts-classes.toml"
OPERATORS_FILE = "en/acts-operators.toml"
ACT_FILES = ("en/acts-cooperation.toml", "en/acts-conflict.toml")
_ACT_KEYS = "id verbs objects nouns noun_objects noun_of code mode to recipient mutual alone passive reply"
DEFAULT_TO = ("with", "to", "against", "on", "from", "at", "into", "toward", "towards", "over")
DEFAULT_RECIPIENT = ("object", "prep", "inside")


@dataclass(frozen=True, slots=True)
class Act:
    """What a verb or noun tells. `objects` are the classes or words that the object's head must be in (empty: any);
    see docs/lexicons.md for each key. `alone` says that the act counts without a recipient; the check
    stage still refuses all such acts but shows of force, since a record of relations needs two sides."""

    id: str
    code: str
    mode: str | None
    objects: tuple[str, ...]
    noun_objects: tuple[str, ...]
    noun_of: str
    to: tuple[str, ...]
    recipient: tuple[str, ...]
    mutual: bool
    alone: bool
    passive: bool
    reply: bool


@dataclass(frozen=True, slots=True)
class Operator:
    """A verb, noun or adjective above an act. `control` says who does the act below: subject, object or none."""

    id: str
    kind: str
    control: str


@dataclass(frozen=True, slots=True)
class ActLexicon:
    """All that the events stage looks up. `verbs` map a lemma to (governing preposition or "", Act)."""

    verbs: dict[str, tuple[tuple[str, Act], ...]]
    nouns: dict[str, tuple[Act, ...]]
    operator_verbs: dict[str, Operator]
    operator_nouns: dict[str, Operator]
    operator_adjectives: dict[str, Operator]
    classes: dict[str, frozenset[str]]
    shifts: dict[str, dict[str, str]]
    types: dict[str, tuple[str, str]]
    plain: tuple[tuple[frozenset[str], frozenset[str]], ...]
    plain_nouns: frozenset[str]

    def is_in(self, phrase: str, wanted: tuple[str, ...]) -> bool:
        """Whether the lemma phrase is one of the words or in one of the "@classes" of `wanted`."""
        return any(phrase in self.classes[word[1:]] if word[0] == "@" else phrase == word for word in wanted)

    def shift(self, kind: str, code: str) -> str | None:
        """The code that an operator of `kind` makes of `code`; "" keeps it, None makes no event."""
        table = self.shifts.get(kind, {})
        for length in (3, 2, 1):
            if code[:length] in table:
                return table[code[:length]]
        return None


def _act(row: dict[str, Any]) -> Act:
    return Act(
        row["id"],
        row["code"],
        row.get("mode") or None,
        tuple(row.get("objects", ())),
        tuple(row.get("noun_objects", ())),
        row.get("noun_of", "recipient"),
        tuple(row.get("to", DEFAULT_TO)),
        tuple(row.get("recipient", DEFAULT_RECIPIENT)),
        row.get("mutual", False),
        row.get("alone", False),
        row.get("passive", True),
        row.get("reply", False),
    )


def _act_rows() -> Iterator[dict[str, Any]]:
    for name in ACT_FILES:
        yield from load_rows(name, "act", allowed=_ACT_KEYS, needed="id code")


def _operators() -> tuple[dict[str, Operator], dict[str, Operator], dict[str, Operator]]:
    tables: tuple[dict[str, Operator], ...] = ({}, {}, {})
    rows = load_rows(
        OPERATORS_FILE, "operator", allowed="id verbs nouns adjectives kind control", needed="id kind control"
    )
    for row in rows:
        operator = Operator(row["id"], row["kind"], row["control"])
        for table, key in zip(tables, ("verbs", "nouns", "adjectives"), strict=True):
            for word in row.get(key, ()):
                table.setdefault(word, operator)
    return tables[0], tables[1], tables[2]


@lru_cache(maxsize=1)
def load_act_lexicon() -> ActLexicon:
    """The lexicon, built once a process. Raises LexiconError where a data file is broken."""
    verbs: dict[str, list[tuple[str, Act]]] = {}
    nouns: dict[str, list[Act]] = {}
    for row in _act_rows():
        act = _act(row)
        for word in row.get("verbs", ()):
            lemma, _, governed = word.partition("+")
            verbs.setdefault(lemma, []).append((governed, act))
        for word in row.get("nouns", ()):
            nouns.setdefault(word, []).append(act)
    classes = {
        row["name"]: frozenset(row["words"])
        for row in load_rows(CLASSES_FILE, "class", allowed="name words", needed="name words")
    }
    operators = load_table(OPERATORS_FILE)
    types = {code: (pair[0], pair[1]) for code, pair in operators["mode"].items()}
    unknown = {row["code"] for row in _act_rows()} - set(types)
    if unknown:
        raise LexiconError(f"Acts have the codes {sorted(unknown)} that [mode] of {OPERATORS_FILE} does not list.")
    plain_rows = load_rows(CLASSES_FILE, "plain", allowed="words kind verbs objects nouns note", needed="kind")
    plain = tuple(
        (frozenset(row.get("verbs", ())), frozenset(row.get("objects", ())))
        for row in plain_rows
        if row["kind"] == "verb+object"
    )
    plain_nouns = frozenset(word for row in plain_rows if row["kind"] == "noun" for word in row.get("words", ()))
    by_verb, by_noun, by_adjective = _operators()
    return ActLexicon(
        {lemma: tuple(entries) for lemma, entries in verbs.items()},
        {lemma: tuple(entries) for lemma, entries in nouns.items()},
        by_verb,
        by_noun,
        by_adjective,
        classes,
        operators["shift"],
        types,
        plain,
        plain_nouns,
    )
