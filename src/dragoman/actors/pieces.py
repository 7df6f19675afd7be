"""Pieces: the lexicon's hits and the personal names of a sentence, in order, none overlapping another.

In: a Sentence and the actor lexicon. Out: Pieces. A name is what the entity labels call a person, or capitalised
words behind an office or rank; words of the lexicon at its edges are taken off ("Iranian President Dr.").
"""

from __future__ import annotations

from dataclasses import dataclass

from ..lexicon.match import Match
from ..lexicon.states import StateName
from ..parse.tokens import Sentence, Token
from .lexicon import ActorLexicon, Word

STATE_KINDS = frozenset({"name", "adjective", "people", "seat", "region", "group"})
# Which reading of a phrase stands where it has several: a state's own name before the seat of that name.
_KIND_ORDER = ("name", "organisation", "adjective", "seat", "office", "people", "region", "group", "rank", "honorific")
# Small words inside names of persons.
_PARTICLES = frozenset(
    "al el ul ibn bin bint abu ben van von der den de da do dos das del della di du la le lo ter ten af av y e i -".split()
)
# The longest personal name of the project's pages has five words.
LONGEST_NAME = 6


@dataclass(frozen=True, slots=True)
class Piece:
    """Tokens `first` to `last` and what they are. `kind` is a state kind, organisation, office, rank, honorific,
    noun or person; `country` and `sectors` as in the lexicon; `name` the canonical text."""

    first: int
    last: int
    kind: str
    name: str
    country: str | None = None
    sectors: tuple[str, ...] = ()
    ambiguous: bool = False
    also: tuple[str, ...] = ()

    @property
    def is_state(self) -> bool:
        """Whether the piece names a state, its people or its seat."""
        return self.kind in STATE_KINDS


def _order(entry: StateName | Word) -> int:
    return _KIND_ORDER.index(entry.kind) if entry.kind in _KIND_ORDER else len(_KIND_ORDER)


def _is_barred(match: Match[StateName | Word], sentence: Sentence) -> bool:
    """Whether the word before says that no state is meant ("ethnic Albanians")."""
    before = sentence.tokens[match.first - 1].lower if match.first else ""
    return any(isinstance(entry, StateName) and before in entry.not_after for entry in match.entries)


def _piece(match: Match[StateName | Word]) -> Piece:
    entries = sorted(match.entries, key=_order)
    best = entries[0]
    same = [entry for entry in entries if entry.kind == best.kind]
    kinds = tuple(dict.fromkeys(entry.kind for entry in entries))
    if isinstance(best, StateName):
        # "The Kremlin" is a present state's unless only a past one had it.
        named = [entry for entry in same if isinstance(entry, StateName)]
        codes = {entry.code for entry in named if not entry.past} or {entry.code for entry in named}
        code = codes.pop() if len(codes) == 1 else None
        return Piece(match.first, match.last, best.kind, best.text, code, best.sectors, best.ambiguous, kinds)
    # Two bodies under one acronym: what they share stands, the rest is unknown.
    countries = {entry.country for entry in same if isinstance(entry, Word)}
    country = countries.pop() if len(countries) == 1 else None
    return Piece(match.first, match.last, best.kind, best.name, country, best.sectors, False, kinds)


def _is_capitalised(token: Token) -> bool:
    return token.text[:1].isupper() and token.pos in ("PROPN", "NOUN", "ADJ", "X", "VERB", "ADV", "NUM")


def _entity_names(sentence: Sentence) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for token in sentence.tokens:
        if token.entity != "PERSON":
            continue
        if spans and not token.entity_begin and spans[-1][1] == token.index - 1:
            spans[-1] = (spans[-1][0], token.index)
        else:
            spans.append((token.index, token.index))
    return spans


def _run_after(sentence: Sentence, start: int, taken: dict[int, Piece]) -> tuple[int, int] | None:
    """The capitalised words from token `start` on that may be a name."""
    tokens, last, at = sentence.tokens, start - 1, start
    while at < len(tokens) and at - start < LONGEST_NAME:
        token = tokens[at]
        if at in taken and not taken[at].ambiguous and taken[at].kind != "honorific":
            break
        if token.pos == "PROPN" and token.text[:1].isupper():
            last = at
        elif not (last >= start and token.lower in _PARTICLES and at + 1 < len(tokens) and _is_capitalised(tokens[at + 1])):
            break
        at += 1
    return (start, last) if last >= start else None


def _trim(sentence: Sentence, first: int, last: int, taken: dict[int, Piece]) -> tuple[int, int] | None:
    """The name without words of the lexicon and possessive endings at its edges."""
    tokens = sentence.tokens
    while last >= first and (tokens[last].tag == "POS" or not any(char.isalpha() for char in tokens[last].text)):
        last -= 1
    while first <= last and first in taken:
        piece = taken[first]
        # "Jordan Reed", "Chad Miller": an ambiguous word at the head of a longer name belongs to the name.
        if piece.ambiguous and piece.last < last and piece.last + 1 not in taken:
            break
        first = piece.last + 1
    # A surname may also be the name of a firm or a party: only titles and states end a name.
    while last >= first and last in taken and not (last > first and (taken[last].ambiguous or taken[last].kind == "organisation")):
        last = taken[last].first - 1
    while first <= last and not tokens[first].text[:1].isalpha():
        first += 1
    if first > last or not tokens[first].text[:1].isupper():
        # "al-Sudani": a particle may begin a name.
        if not (first < last and tokens[first].lower in _PARTICLES):
            return None
    return first, last


def _reach_title(sentence: Sentence, first: int, taken: dict[int, Piece]) -> int:
    """Where a name begins that the entity labels cut short: behind the title before it."""
    at = first - 1
    while at >= 0 and first - at < LONGEST_NAME and at not in taken and sentence.tokens[at].pos == "PROPN":
        at -= 1
    titled = at >= 0 and at in taken and taken[at].kind in ("office", "rank", "honorific")
    return at + 1 if titled else first


def find_pieces(sentence: Sentence, lexicon: ActorLexicon) -> list[Piece]:
    """The pieces of a sentence in order."""
    matches = lexicon.book.find(sentence.tokens)
    hits = [_piece(match) for match in matches if not _is_barred(match, sentence)]
    taken = {at: piece for piece in hits for at in range(piece.first, piece.last + 1)}
    names: list[tuple[int, int]] = []
    for first, last in _entity_names(sentence):
        trimmed = _trim(sentence, first, last, taken)
        if trimmed:
            names.append((_reach_title(sentence, trimmed[0], taken), trimmed[1]))
    covered = {at for first, last in names for at in range(first, last + 1)}
    for piece in hits:
        if piece.kind not in ("office", "rank", "honorific") or piece.last + 1 in covered:
            continue
        if sentence.tokens[piece.first].text[:1].islower() and piece.kind == "honorific":
            continue
        run = _run_after(sentence, piece.last + 1, taken)
        if run and not covered & set(range(run[0], run[1] + 1)) and not (run[1] + 1 in covered):
            names.append(run)
            covered |= set(range(run[0], run[1] + 1))
    persons = [Piece(first, last, "person", _name_text(sentence, first, last)) for first, last in names]
    kept = [piece for piece in hits if not covered & set(range(piece.first, piece.last + 1))]
    return sorted(kept + persons, key=lambda piece: piece.first)


def _name_text(sentence: Sentence, first: int, last: int) -> str:
    """The name as written, with single blanks."""
    tokens = sentence.tokens[first : last + 1]
    text = "".join(
        token.text + (" " if after and after.start > token.end else "")
        for token, after in zip(tokens, [*tokens[1:], None], strict=True)
    )
    return text.strip()
