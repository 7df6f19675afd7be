"""Pieces: what the lexicon knows of a sentence, in order, none overlapping another.

In: a Sentence and the actor lexicon. Out: Pieces. A hit is dropped where the words around it say that no such actor is
meant ("ethnic Albanians", "anti-Russian", "US$"). The names of persons are added by `names`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from ..lexicon.cities import load_place_states
from ..lexicon.match import Match
from ..lexicon.states import StateName
from ..parse.tokens import Sentence
from .lexicon import ActorLexicon, Word

STATE_KINDS = frozenset({"name", "adjective", "people", "seat", "region", "group"})
# Which reading of a phrase stands where it has several: a state's own name before the seat of that name.
_KIND_ORDER = ("name", "organisation", "adjective", "seat", "office", "people", "region", "group", "rank", "honorific")
# "Pro-Russian", "anti-Western": whoever is meant is not of that state.
_STANCES = frozenset({"pro", "anti", "non", "post", "trans", "un"})
_HYPHENS = frozenset({"-", "–", "‑"})


@dataclass(frozen=True, slots=True)
class Piece:
    """Tokens `first` to `last` and what they are. `kind` is a state kind, organisation, office, rank, honorific,
    noun or person; `country` and `sectors` as in the lexicon; `name` the canonical text; `also` the kinds of its other
    readings; `form` that of a noun; `outside` whether it qualifies others than its own people ("US-backed"); `choices`
    the bodies that share the name."""

    first: int
    last: int
    kind: str
    name: str
    country: str | None = None
    sectors: tuple[str, ...] = ()
    ambiguous: bool = False
    also: tuple[str, ...] = ()
    form: str = ""
    outside: bool = False
    choices: tuple[Word, ...] = ()

    @property
    def is_state(self) -> bool:
        """Whether the piece names a state, its people or its seat."""
        return self.kind in STATE_KINDS


def _order(entry: StateName | Word) -> int:
    return _KIND_ORDER.index(entry.kind) if entry.kind in _KIND_ORDER else len(_KIND_ORDER)


def _is_barred(match: Match[StateName | Word], sentence: Sentence) -> bool:
    """Whether the words around say that no state is meant ("ethnic Albanians", "anti-Russian", "US$")."""
    tokens = sentence.tokens
    named = [entry for entry in match.entries if isinstance(entry, StateName)]
    if not named:
        return False
    before = tokens[match.first - 1].lower if match.first else ""
    if any(before in entry.not_after for entry in named):
        return True
    after = tokens[match.last + 1] if match.last + 1 < len(tokens) else None
    money = after is not None and after.text.startswith("$") and after.start == tokens[match.last].end
    if money or "$" in tokens[match.last].text:
        return True
    return match.first > 1 and before in _HYPHENS and tokens[match.first - 2].lower in _STANCES


def _is_namesake(match: Match[StateName | Word], sentence: Sentence) -> bool:
    """ "Moscow, Idaho": a seat of government behind whose comma a division or city of another state stands."""
    seats = {entry.code for entry in match.entries if isinstance(entry, StateName) and entry.kind == "seat"}
    tokens, at = sentence.tokens, match.last + 1
    if not seats or at + 1 >= len(tokens) or tokens[at].text != "," or not tokens[at + 1].text[:1].isupper():
        return False
    places = load_place_states()
    two = " ".join(token.text for token in tokens[at + 1 : at + 3]).casefold()
    state = places.get(two) or places.get(tokens[at + 1].lower)
    return state is not None and state not in seats


def _is_outside(match: Match[StateName | Word], sentence: Sentence, lexicon: ActorLexicon) -> bool:
    """ "US-backed forces", "Geneva-based envoys"."""
    tokens, after = sentence.tokens, match.last + 1
    if after + 1 < len(tokens) and tokens[after].text in _HYPHENS:
        return tokens[after + 1].lower in lexicon.references.outside
    return False


def _piece(match: Match[StateName | Word], buildings: frozenset[str]) -> Piece:
    entries = sorted(match.entries, key=_order)
    best = entries[0]
    same = [entry for entry in entries if entry.kind == best.kind]
    kinds = tuple(dict.fromkeys(entry.kind for entry in entries))
    if isinstance(best, StateName):
        # "The Kremlin" is a present state's unless only a past one had it.
        named = [entry for entry in same if isinstance(entry, StateName)]
        codes = {entry.code for entry in named if not entry.past} or {entry.code for entry in named}
        code = codes.pop() if len(codes) == 1 else None
        sectors = best.sectors or (("GOV",) if best.kind == "seat" and best.text in buildings else ())
        return Piece(match.first, match.last, best.kind, best.text, code, sectors, best.ambiguous, kinds)
    words = tuple(entry for entry in same if isinstance(entry, Word))
    plain = next((entry for entry in entries if isinstance(entry, Word) and entry.kind == "noun"), None)
    if plain is not None and all(word.shared for word in words):
        # "Uzbekistan's Senate": a common noun, whose owner stands beside it.
        return Piece(match.first, match.last, "noun", plain.name, None, plain.sectors, False, kinds, plain.form)
    piece = Piece(match.first, match.last, best.kind, best.name, None, (), False, kinds, best.form, choices=words)
    return _settled(piece, [word for word in words if not word.shared] or words)


def _settled(piece: Piece, words: Sequence[Word]) -> Piece:
    """The piece with what the bodies under its name share; what they do not share is unknown."""
    countries, sectors = {word.country for word in words}, {word.sectors for word in words}
    return replace(
        piece,
        name=words[0].name if len(words) == 1 else piece.name,
        country=countries.pop() if len(countries) == 1 else None,
        sectors=sectors.pop() if len(sectors) == 1 else (),
    )


def choose_bodies(hits: Iterable[Piece], in_play: Collection[str]) -> list[Piece]:
    """The hits, those under a name that several bodies share settled by the states in play: the one body whose state
    is. Where that decides nothing, the name means what it means most often, or what all its bodies share."""
    chosen = []
    for piece in hits:
        near = [word for word in piece.choices if word.country in in_play] if len(piece.choices) > 1 else []
        chosen.append(_settled(piece, near) if len(near) == 1 else piece)
    return chosen


def _with_point(piece: Piece, sentence: Sentence) -> Piece:
    """A rank with the point of its abbreviation, where the parser has parted the two ("Col" + ".")."""
    tokens, after = sentence.tokens, piece.last + 1
    if piece.kind not in ("rank", "honorific") or after + 1 >= len(tokens):
        return piece
    parted = tokens[after].text == "." and tokens[after].start == tokens[piece.last].end
    return replace(piece, last=after) if parted and tokens[after + 1].text[:1].isupper() else piece


def find_hits(sentence: Sentence, lexicon: ActorLexicon) -> list[Piece]:
    """The lexicon's hits of a sentence, without those that mean no actor."""
    hits = []
    for match in lexicon.book.find(sentence.tokens):
        if match.entries[0].kind != "nothing" and not _is_barred(match, sentence) and not _is_namesake(match, sentence):
            piece = _with_point(_piece(match, lexicon.references.buildings), sentence)
            hits.append(replace(piece, outside=True) if _is_outside(match, sentence, lexicon) else piece)
    return hits
