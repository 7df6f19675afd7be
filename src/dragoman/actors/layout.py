"""Layout: a sentence with its pieces by token, and who owns what stands in it.

In: a Sentence and its Pieces. Out: the states and bodies before a noun ("the US and Iraqi"), behind it ("of the Kenyan
army"), and the office left of a comma ("Defence Minister of Belarus, ..."). A state that only qualifies others
("US-backed") or is only a place ("in Moscow President X") owns nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ..lexicon.cities import load_place_states
from ..parse.tokens import Sentence, Token
from .lexicon import References
from .pieces import Piece

# How far from a name or noun its state or office is looked for, in tokens; longer stretches join unrelated phrases.
REACH = 12
_LIST_WORDS = frozenset({"and", "-", "–", "&", "/"})
_PLACE_WORDS = frozenset(
    {"in", "at", "near", "outside", "inside", "around", "from", "across", "into", "toward", "towards"}
)
_OWNER_WORDS = frozenset({"of", "for", "from", "at", "with", "in"})
_ROLE_JOINTS = frozenset({"for", "of", "and", "&", "the", "to", "in", "at", "on"})
_SHORT = 3
# Words between "of" and an owner.
_BEFORE_OWNER = frozenset({"the", "both", "a", "an"})
# Offices that serve another one.
SERVING = frozenset({"Aide", "Adviser"})
# The role of one who is said to head a body.
HEAD_ROLE = "Head"


@dataclass
class Owner:
    """The states and sectors that own something, and the outermost token reached."""

    edge: int
    countries: list[str] = field(default_factory=list)
    sectors: list[str] = field(default_factory=list)


@dataclass
class Title:
    """An office before a comma: its piece, what names its field, its owner."""

    office: Piece
    field_words: str
    owner: Owner


class Layout:
    """The tokens and pieces of one sentence. `used` holds the tokens that a phrase has taken."""

    def __init__(self, sentence: Sentence, pieces: Iterable[Piece], references: References) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.references = references
        self.pieces = list(pieces)
        self.at = {index: piece for piece in self.pieces for index in range(piece.first, piece.last + 1)}
        self.used: set[int] = set()

    def take(self, first: int, last: int) -> None:
        """Mark tokens as part of a phrase."""
        self.used.update(range(first, last + 1))

    def token(self, at: int) -> Token | None:
        """The token, None beyond the sentence."""
        return self.tokens[at] if 0 <= at < len(self.tokens) else None

    def lower(self, at: int) -> str:
        """The token's word in lower case, empty beyond the sentence."""
        token = self.token(at)
        return token.lower if token else ""

    def kind_at(self, at: int, *kinds: str) -> Piece | None:
        """The piece at the token, where it is of one of `kinds`."""
        piece = self.at.get(at)
        return piece if piece and piece.kind in kinds else None

    def is_plural(self, piece: Piece) -> bool:
        """Whether an office is several persons'."""
        return piece.kind == "office" and self.head_of(piece).tag in ("NNS", "NNPS")

    def is_singular(self, piece: Piece) -> bool:
        """Whether one person is meant."""
        return self.head_of(piece).tag in ("NN", "NNP")

    def head_of(self, piece: Piece) -> Token:
        """The token that heads the piece: the one whose own head lies outside."""
        inside = range(piece.first, piece.last + 1)
        heads = (self.tokens[at] for at in inside if self.tokens[at].head not in inside or self.tokens[at].head == at)
        return next(heads, self.tokens[piece.last])

    def is_former(self, at: int) -> bool:
        """Whether the token says that an office is past."""
        return self.lower(at).rstrip("-") in self.references.former

    def former_before(self, first: int) -> bool:
        """Whether one of the three tokens before says that an office is past, with no other actor between."""
        for at in range(first - 1, max(-1, first - 4), -1):
            if self.is_former(at):
                return True
            if at in self.at and not self.at[at].is_state or self.lower(at) in ("and", ","):
                return False
        return False

    def may_stand_between(self, at: int) -> bool:
        """Whether the token may stand between a state and the noun that it owns, without changing whose it is."""
        token = self.tokens[at]
        if token.dep == "det" or token.tag in ("PRP$", "DT"):
            return False
        return (
            token.tag == "POS"
            or token.lower in self.references.passing
            or self.is_former(at)
            or (token.pos in ("ADJ", "NUM") and token.lower != "other")
            or (token.pos in ("NOUN", "PROPN", "VERB") and token.dep in ("compound", "amod", "nmod"))
        )

    def is_place(self, piece: Piece) -> bool:
        """Whether a state's name is only where something happens: "in Moscow President X". Acronyms serve as
        adjectives ("in US President X's words")."""
        if piece.kind not in ("name", "seat", "region") or self.lower(piece.first - 1) not in _PLACE_WORDS:
            return False
        after = self.token(piece.last + 1)
        text = self.tokens[piece.first].text.replace(".", "")
        return not (after is not None and after.tag == "POS") and not (text.isupper() and len(text) <= _SHORT)

    def _owns(self, piece: Piece | None) -> bool:
        return bool(piece and piece.is_state and not piece.outside and piece.first not in self.used)

    # -- before a noun ------------------------------------------------------------------------------------------

    def states_before(self, first: int) -> list[Piece]:
        """The states that possess or qualify what begins at token `first` ("Iran's powerful", "the US and Iraqi")."""
        at = first - 1
        while at >= 0 and first - at <= REACH and (at not in self.at or self._passes_by(at, first)):
            if at in self.at:
                at = self.at[at].first
            elif self._joins_fields(at):
                at -= 1
            elif not self.may_stand_between(at):
                break
            at -= 1
        found: list[Piece] = []
        while self._owns(self.at.get(at)) and not self.is_place(self.at[at]):
            piece = self.at[at]
            if not piece.country and not found and self._owns(self.at.get(at - 1)) and self.at[at - 1].country:
                # "Israeli Arab lawmakers".
                at -= 1
                continue
            if found and not self._in_line(piece, found[0]):
                break
            found.insert(0, piece)
            at = self._before_joint(piece.first - 1, listed=len(found) > 1)
        return found

    def _passes_by(self, at: int, first: int) -> bool:
        """A common noun that only qualifies, or a region that is an envoy's field ("Moscow's Middle East envoy")."""
        piece = self.at[at]
        before = self.token(piece.first - 1)
        region = piece.kind in ("group", "region") and not piece.country and before is not None and before.tag == "POS"
        return region or self._qualifies(at, first)

    def _qualifies(self, at: int, first: int) -> bool:
        """Whether a common noun of the lexicon only qualifies what begins at `first` ("military spy agency")."""
        piece = self.at[at]
        head = self.tokens[piece.last]
        return piece.kind == "noun" and head.dep in ("compound", "amod", "nmod") and head.head >= first

    def _joins_fields(self, at: int) -> bool:
        """ "Japan's foreign and defence ministers": an "and" between two fields of one noun."""
        before = self.token(at - 1)
        return self.lower(at) == "and" and before is not None and before.pos == "ADJ" and at - 1 not in self.at

    def _in_line(self, piece: Piece, after: Piece) -> bool:
        """ "Kenyan and Ugandan", "the US and Iraqi", but not "with Kenya and Ugandan officials"."""
        if (piece.kind == "adjective") == (after.kind == "adjective"):
            return True
        text = self.tokens[piece.first].text.replace(".", "")
        return text.isupper() and len(text) <= _SHORT

    def _before_joint(self, at: int, *, listed: bool) -> int:
        """The last token of what may be coordinated with what begins behind token `at`; -1 where nothing is."""
        word = self.lower(at)
        if word in _LIST_WORDS or (word == "," and listed):
            at -= 1
            if self.lower(at) == ",":
                at -= 1
            return at - 1 if at > 0 and self.tokens[at].tag == "POS" else at
        return -1

    def place_before(self, first: int) -> Piece | None:
        """ "In Moscow the foreign ministry said": the capital at the head of the clause."""
        token = self.token(first - 1)
        if token is None or not (token.dep == "det" or token.tag == "DT"):
            return None
        at = first - 3 if self.lower(first - 2) == "," else first - 2
        piece = self.at.get(at)
        if piece and piece.kind in ("seat", "name") and piece.country and self.lower(piece.first - 1) == "in":
            before = self.token(piece.first - 2)
            return piece if before is None or before.pos in ("PUNCT", "CCONJ") else None
        return None

    def organisation_before(self, first: int) -> Piece | None:
        """ "The UN humanitarian chief": the body that owns what begins at token `first`."""
        at = first - 1
        while at >= 0 and first - at <= 4:
            piece = self.at.get(at)
            if piece:
                return piece if piece.kind == "organisation" and piece.first not in self.used else None
            if not self.may_stand_between(at):
                return None
            at -= 1
        return None

    def town_at(self, at: int) -> tuple[int, str] | None:
        """The large city or division whose name begins at token `at`: its last token and its state."""
        for size in (3, 2, 1):
            tokens = self.tokens[at : at + size] if at >= 0 else ()
            free = len(tokens) == size and all(self._free(at + n) for n in range(size))
            if free and tokens[0].text[:1].isupper() and tokens[-1].text[:1].isupper():
                name = " ".join(token.text for token in tokens).replace(" - ", "-").casefold()
                state = load_place_states().get(name)
                if state:
                    return at + size - 1, state
        return None

    def town_before(self, first: int) -> tuple[int, str] | None:
        """The large city or division that qualifies what begins at token `first` ("the Lahore judges", "Punjab state
        lawmakers"): its first token and its state."""
        at = first - 1
        while at >= 0 and first - at <= 4 and self._free(at) and not self.tokens[at].text[:1].isupper():
            if not self.may_stand_between(at) or self.lower(at) in self.references.outside:
                return None
            at -= 1
        for size in (3, 2, 1):
            found = self.town_at(at - size + 1)
            if found is not None and found[0] == at:
                return at - size + 1, found[1]
        return None

    def _free(self, at: int) -> bool:
        return at not in self.at and at not in self.used and self.tokens[at].entity != "PERSON"

    # -- behind a noun ------------------------------------------------------------------------------------------

    def owner_after(self, last: int, *, office: str | None = None, several: bool = False) -> Owner:
        """The states or bodies in an "of A and B", "for the Kenyan army" behind token `last`. `office` is the role of
        an office, None for a noun; `several` whether it may be owned by more than one."""
        owner, link = Owner(last), self.lower(last + 1)
        if link not in _OWNER_WORDS or (office is None and link in ("for", "with", "at")):
            return owner
        at = last + 2
        while at < len(self.tokens) and at - last <= REACH:
            piece, word = self.at.get(at), self.lower(at)
            if piece is None:
                town = self.town_at(at) if not owner.countries else None
                if town is not None and link in ("of", "from", "at"):
                    owner.countries.append(town[1])
                    owner.edge, at = town[0], town[0] + 1
                    continue
                joins = word in _BEFORE_OWNER or self.tokens[at].tag == "POS" or (several and word in ("and", ","))
                if not joins:
                    break
                at += 1
                continue
            if not self._is_owner(piece, link, office):
                break
            if piece.country:
                owner.countries.append(piece.country)
            owner.sectors.extend(piece.sectors if not piece.is_state else ())
            owner.edge = piece.last
            at = piece.last + 1
            if piece.kind in ("noun", "organisation") and not several:
                if not owner.countries:
                    further = self.owner_after(piece.last)
                    owner.countries.extend(further.countries)
                    owner.edge = further.edge
                break
        return owner

    def _is_owner(self, piece: Piece, link: str, office: str | None) -> bool:
        """Whether the piece behind "of", "for" ... owns the office or noun before it."""
        body = self._body_behind(piece)
        if piece.kind == "noun":
            return office is not None and piece.form in ("body", "group") and link != "from"
        if piece.kind == "organisation":
            return True
        if not piece.is_state or piece.outside:
            return False
        if piece.kind in ("adjective", "people") and not body:
            after = self.token(piece.last + 1)
            return office is not None and link == "of" and after is not None and after.pos in ("NOUN", "ADJ", "CCONJ")
        if link == "for":
            return body or office in self.references.speaking_for
        # "The ambassador in Apia", "an official in Nairobi": where, not whose; "in the Kenyan cabinet": whose.
        return body or link in ("of", "from")

    def _body_behind(self, piece: Piece) -> bool:
        """Whether a body follows a state ("the Kenyan and Ugandan armies", "Kenya's interior ministry")."""
        at = piece.last + 1
        while at < len(self.tokens) and at - piece.last <= REACH // 2:
            after = self.at.get(at)
            if after and after.kind in ("noun", "organisation"):
                return True
            word = self.tokens[at]
            if not (after and after.is_state or word.tag == "POS" or word.lower in ("and", ",") or word.pos == "ADJ"):
                return False
            at += 1
        return False

    # -- an office before a comma --------------------------------------------------------------------------------

    def title_before_comma(self, comma: int) -> Title | None:
        """ "Defence Minister of Belarus, X", "China's vice minister of public security, X", "its president, X"."""
        at = comma - 1
        while at >= 0 and comma - at <= REACH and not self.kind_at(at, "office"):
            piece, token = self.at.get(at), self.tokens[at]
            if token.tag == "NN" and token.lower in self.references.heading and self.lower(at + 1) == "of":
                return self._head_of(at, comma)
            fits = token.text[:1].isupper() or token.lower in _ROLE_JOINTS or token.pos in ("NOUN", "ADJ", "PROPN")
            if token.pos in ("VERB", "AUX", "PUNCT") or (piece and piece.kind in ("person", "rank", "honorific")):
                return None
            if not (piece or fits or token.tag == "POS"):
                return None
            at -= 1
        office = self.kind_at(at, "office")
        if office is None or self.is_plural(office):
            return None
        serving = self.serving(office)
        if serving is not None:
            # "The Adviser to the Prime Minister on Commerce, X".
            owners = [state.country for state in self.states_before(office.first) if state.country]
            return Title(serving, "", Owner(office.last, owners))
        if office.last + 1 < comma and self.lower(office.last + 1) not in _ROLE_JOINTS - {"and", "&", "the"}:
            return None
        owner = self.owner_after(office.last, office=office.name)
        words = ""
        if not owner.countries and not owner.sectors and self.lower(office.last + 1) in ("for", "of"):
            words = " " + " ".join(token.text for token in self.tokens[office.last + 1 : comma])
        return Title(office, words, owner)

    def serving(self, office: Piece) -> Piece | None:
        """The office of one who serves the holder of `office`: "the adviser to the prime minister"."""
        at = office.first - 1
        while at >= 0 and self.lower(at) != "to" and office.first - at < _SHORT + 1:
            at -= 1
        serving = self.kind_at(at - 1, "office") if self.lower(at) == "to" else None
        return serving if serving is not None and serving.name in SERVING else None

    def _head_of(self, at: int, comma: int) -> Title | None:
        """ "The head of Kenya's navy, X"."""
        owner = self.owner_after(at, office=HEAD_ROLE)
        known = owner.edge == comma - 1 and (owner.countries or owner.sectors)
        return Title(Piece(at, at, "office", HEAD_ROLE), "", owner) if known else None

    def closes(self, at: int) -> bool:
        """Whether token `at` closes an apposition: a mark, the end, or "who"."""
        token = self.token(at)
        return token is None or token.pos == "PUNCT" or token.tag in ("WP", "WP$", "-RRB-") or token.text in ')"”’'
