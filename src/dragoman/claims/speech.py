"""Speech: the lexicon of words that report speech, read from data/en/speech.toml.

In: the data file. Out: one frozen Speech. Refuses (LexiconError): unknown or missing keys, words that are not
lower-case text, a word twice in a class, a verb in two classes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from ..errors import LexiconError
from ..lexicon.load import check_keys, load_table

VERB_CLASSES = ("statement", "quote_only", "act", "characterise", "quoted", "deny", "rebut", "accuse", "blame")
NOUN_CLASSES = ("position", "charge", "deniable", "document", "mouthpiece", "counting", "named")
VOICE_CLASSES = ("person", "body")
# Codes of the PLOVER ontology for who acts; the lexicon gives one to a voice that shows no state.
SECTORS = frozenset(
    "GOV LEG JUD MIL SPY COP ELI PTY OPP REB UAF PRM PRE CRM BUS LAB AGR EDU JRN MED REL SOC REF CVL UNK".split()
)


@dataclass(frozen=True, slots=True)
class Speech:
    """Lemmas by class; what each class means stands in the head of the data file."""

    statement: frozenset[str]
    quote_only: frozenset[str]
    act: frozenset[str]
    characterise: frozenset[str]
    quoted: frozenset[str]
    deny: frozenset[str]
    rebut: frozenset[str]
    accuse: frozenset[str]
    blame: frozenset[str]
    position: frozenset[str]
    charge: frozenset[str]
    deniable: frozenset[str]
    document: frozenset[str]
    mouthpiece: frozenset[str]
    counting: frozenset[str]
    named: frozenset[str]
    person: Mapping[str, str]
    body: Mapping[str, str]

    def class_of(self, lemma: str) -> str | None:
        """The verb class of a lemma, None where it is no verb of speech."""
        return next((name for name in VERB_CLASSES if lemma in getattr(self, name)), None)

    def sector_of(self, lemma: str) -> str | None:
        """The sector of a noun for somebody who speaks, None where it is no such noun."""
        return self.person.get(lemma) or self.body.get(lemma)

    @property
    def size(self) -> int:
        """How many entries all classes have together."""
        return sum(len(getattr(self, field.name)) for field in fields(self))


@lru_cache(maxsize=1)
def load_speech() -> Speech:
    """The lexicon that ships with dragoman."""
    return make_speech(load_table("en/speech.toml"))


def make_speech(plain: Mapping[str, Any]) -> Speech:
    """A lexicon from the parsed data file, its keys and words checked."""
    _check_table("speech.toml", plain, ("verbs", "nouns", "voices"))
    _check_table("verbs", plain["verbs"], VERB_CLASSES)
    _check_table("nouns", plain["nouns"], NOUN_CLASSES)
    classes = {name: _check_words(name, words) for part in ("verbs", "nouns") for name, words in plain[part].items()}
    owner: dict[str, str] = {}
    for name in VERB_CLASSES:
        for word in sorted(classes[name]):
            if word in owner:
                raise LexiconError(
                    f"The verb {word!r} stands in two classes, {owner[word]} and {name}; keep it in one of them."
                )
            owner[word] = name
    _check_table("voices", plain["voices"], VOICE_CLASSES)
    person, body = (_read_voices(name, plain["voices"][name]) for name in VOICE_CLASSES)
    return Speech(person=person, body=body, **classes)


def _read_voices(name: str, table: Any) -> Mapping[str, str]:
    """The sector of each noun of a class of voices."""
    if not isinstance(table, Mapping):
        raise LexiconError(f"voices.{name} is {table!r}, but must be a table of words by sector.")
    sectors: dict[str, str] = {}
    for sector, words in table.items():
        if sector not in SECTORS:
            raise LexiconError(f"voices.{name} has the sector {sector!r}. Allowed: {', '.join(sorted(SECTORS))}.")
        for word in sorted(_check_words(f"voices.{name}.{sector}", words)):
            if word in sectors:
                raise LexiconError(f"The voice {word!r} stands in {sectors[word]} and in {sector}; keep it in one.")
            sectors[word] = sector
    return MappingProxyType(sectors)


def _check_table(name: str, table: Any, keys: tuple[str, ...]) -> None:
    """Raise LexiconError where the table is none or its keys are not exactly `keys`."""
    if not isinstance(table, Mapping):
        raise LexiconError(f"{name} is {table!r}, but must be a table with the keys {', '.join(keys)}.")
    check_keys(name, table, frozenset(keys), frozenset(keys))


def _check_words(name: str, words: Any) -> frozenset[str]:
    if not isinstance(words, list) or not words:
        raise LexiconError(f"The class {name} is {words!r}, but must be a list of at least one word.")
    for word in words:
        if not isinstance(word, str) or not word or word != word.strip().lower():
            raise LexiconError(f"The class {name} holds {word!r}; words are lower-case text without outer spaces.")
    if len(set(words)) < len(words):
        double = sorted({word for word in words if words.count(word) > 1})
        raise LexiconError(f"The class {name} holds {double} twice; keep each word once.")
    return frozenset(words)
