"""The actor lexicon: organisations, offices, ranks, common nouns and references, joined with the names of states.

One phrase book holds them all, so that the longest phrase wins whatever its kind ("Bank of England" over
"England"). The rows are data under `data/en/`, their keys are closed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from ..lexicon.load import check_keys, load_rows, load_table
from ..lexicon.match import PhraseBook
from ..lexicon.nothing import load_nothing
from ..lexicon.officials import Officials, load_officials
from ..lexicon.states import StateName, States, load_states
from .tenures import load_words

ORGANISATIONS_FILE = "en/organisations.toml"
# Bodies whose name or acronym means another one first, or several: the states in play decide.
SHARED_FILE = "en/organisations-shared.toml"
OFFICES_FILE = "en/offices.toml"
NOUNS_FILES = ("en/nouns.toml", "en/nouns-more.toml")
REFERENCES_FILE = "en/references.toml"


@dataclass(frozen=True, slots=True)
class Word:
    """A phrase that names or describes actors. `kind` is organisation, office, rank, honorific or noun, or nothing for
    a phrase that means no actor ("tennis court"); `name` the canonical name or role; `country` and `sectors` what it is
    coded as; `form` of a noun is body, person or group; `shared` whether the name means this body only where its state
    is in play."""

    kind: str
    name: str
    country: str | None = None
    sectors: tuple[str, ...] = ()
    form: str = ""
    shared: bool = False


@dataclass(frozen=True, slots=True)
class References:
    """Words that refer back or tell whose somebody is; what each list holds stands beside it in the data file."""

    pair_nouns: frozenset[str]
    pair_words: frozenset[str]
    other_states: frozenset[str]
    state_nouns: frozenset[str]
    former: frozenset[str]
    passing: frozenset[str]
    heading: frozenset[str]
    speaking_for: frozenset[str]
    portfolio: frozenset[str]
    outside: frozenset[str]
    abroad: frozenset[str]
    not_of: frozenset[str]
    leader_roles: frozenset[str]
    leader_nouns: frozenset[str]
    generic_roles: frozenset[str]
    owned_only: frozenset[str]
    of_bodies: frozenset[str]
    partitives: frozenset[str]
    people_nouns: frozenset[str]
    state_forms: Mapping[str, frozenset[str]]
    buildings: frozenset[str]
    particles: frozenset[str]
    leading: frozenset[str]
    articles: frozenset[str]
    men: frozenset[str]
    women: frozenset[str]
    of_a_body: frozenset[str]
    things: frozenset[str]
    things_before: frozenset[str]


@dataclass(frozen=True, slots=True)
class ActorLexicon:
    """All that the actors stage looks up."""

    book: PhraseBook[StateName | Word]
    states: States
    references: References
    officials: Officials
    surname_words: frozenset[str]


def _words() -> Iterator[tuple[str, Word]]:
    for file in (ORGANISATIONS_FILE, SHARED_FILE):
        keys = "name aliases country sectors kind from until note"
        for row in load_rows(file, "organisation", allowed=keys, needed="name kind"):
            sectors, shared = tuple(row.get("sectors", ())), file == SHARED_FILE
            word = Word("organisation", row["name"], row.get("country") or None, sectors, shared=shared)
            for text in (row["name"], *row.get("aliases", ())):
                yield text, word
    for text in load_nothing():
        yield text, Word("nothing", text)
    for row in load_rows(
        OFFICES_FILE, "office", allowed="words role sectors kind country note", needed="words role kind"
    ):
        for text in row["words"]:
            yield text, Word(row["kind"], row["role"], row.get("country"), tuple(row.get("sectors", ())))
    for file in NOUNS_FILES:
        for row in load_rows(file, "noun", allowed="words sectors kind note", needed="words sectors"):
            for text in row["words"]:
                yield text, Word("noun", text, None, tuple(row["sectors"]), row.get("kind", ""))


def _references() -> References:
    table = load_table(REFERENCES_FILE)
    keys = References.__dataclass_fields__
    check_keys(REFERENCES_FILE, table, frozenset(keys), frozenset(keys))
    forms = {form: frozenset(codes) for form, codes in table["state_forms"].items()}
    lists = {key: frozenset(table[key]) for key in keys if key != "state_forms"}
    return References(**lists, state_forms=forms)


def _plurals(word: Word, text: str) -> Iterator[str]:
    """The words of an office or rank in the plural: "foreign ministers", "chiefs of staff", "generals"."""
    head, *rest = text.split(" of ", 1)
    words = head.split()
    last = words[-1]
    if word.kind not in ("office", "rank") or last.endswith("s") or not last.isalpha():
        return
    if last.endswith("man"):
        plural = last[:-2] + "en"
    elif last.endswith("y") and last[-2] not in "aeiou":
        plural = last[:-1] + "ies"
    else:
        plural = last + ("es" if last.endswith(("ch", "sh", "x")) else "s")
    yield " of ".join([" ".join([*words[:-1], plural]), *rest])


@lru_cache(maxsize=1)
def load_actor_lexicon() -> ActorLexicon:
    """The lexicon, built once a process. Raises LexiconError where a data file is broken."""
    states = load_states()
    phrases: list[tuple[str, StateName | Word, bool]] = [(name.text, name, True) for name in states.names]
    for text, word in _words():
        is_name = word.kind in ("organisation", "nothing")
        phrases.append((text, word, is_name))
        phrases.extend((plural, word, is_name) for plural in _plurals(word, text))
    return ActorLexicon(PhraseBook(phrases), states, _references(), load_officials(), load_words())
