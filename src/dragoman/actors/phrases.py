"""Phrases: pieces of a sentence joined into noun phrases that may act, before anything is linked across sentences.

In: a Sentence and its Pieces. Out: Phrases, in order. A person takes the offices, ranks and states around the name
("Belarusian Defense Minister Lt. Gen. X", "X, the foreign minister of Y", "Minister of Y, Gen. X"); an office, a body
or a common noun takes the states that possess or qualify it; what is left over of states and organisations stands
for itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ..parse.tokens import Sentence
from .lexicon import ActorLexicon, References
from .pieces import Piece

# How far from a name or noun its state or office is looked for, in tokens; longer stretches of the project's pages
# joined unrelated phrases.
REACH = 12
_OFFICE_JOINTS = frozenset({"and", "&", "/", "-", "–"})
_ROLE_JOINTS = frozenset({"for", "of", "and", "&", "the", ","})
_SIDE_DEPS = frozenset({"compound", "amod", "nmod", "poss"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens `first` to `last`. `kind` is person, office, noun, organisation, state, seat, adjective or group.

    `name` is the person's or body's name, `roles` the offices in the order of the text, `countries` the states shown
    for it (two for "the foreign ministers of A and B"), `former` whether the office is past, `plural` whether it
    means several, `modifier` whether it only qualifies a noun that is no actor.
    """

    first: int
    last: int
    kind: str
    name: str | None = None
    roles: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    former: bool = False
    plural: bool = False
    modifier: bool = False
    rule: str = ""
    intro: tuple[int, int] | None = None


@dataclass
class _Scan:
    """What a look to one side of a name has gathered."""

    edge: int
    offices: list[Piece] = field(default_factory=list)
    role_texts: list[str] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    sectors: list[str] = field(default_factory=list)
    former: bool = False
    used: set[int] = field(default_factory=set)


class PhraseFinder:
    """Joins the pieces of one sentence. Made for each sentence; holds no state beyond it."""

    def __init__(self, sentence: Sentence, pieces: list[Piece], lexicon: ActorLexicon) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.pieces = pieces
        self.references: References = lexicon.references
        self.at = {index: piece for piece in pieces for index in range(piece.first, piece.last + 1)}
        self.used: set[int] = set()

    def find(self) -> list[Phrase]:
        """The phrases in order of the text."""
        phrases = [self._person(piece) for piece in self.pieces if piece.kind == "person"]
        for piece in self.pieces:
            if piece.kind in ("office", "noun") and piece.first not in self.used:
                found = self._nominal(piece)
                if found:
                    phrases.append(found)
        for piece in self.pieces:
            if piece.first not in self.used and piece.kind not in ("office", "noun", "person", "rank", "honorific"):
                phrases.append(self._standing(piece))
        return sorted(phrases, key=lambda phrase: phrase.first)

    # -- persons ------------------------------------------------------------------------------------------------

    def _person(self, piece: Piece) -> Phrase:
        left = self._look_left(piece.first)
        right = self._look_right(piece.last) if not left.offices else None
        offices, texts = list(left.offices), list(left.role_texts)
        countries, sectors, former = list(left.countries), list(left.sectors), left.former
        intro = (left.edge, piece.last)
        if right and right.offices:
            offices, texts = offices + right.offices, texts + right.role_texts
            countries = countries or right.countries
            sectors += right.sectors
            former = former or right.former
            intro = (left.edge, right.edge)
            left.used |= right.used
        self.used |= left.used | set(range(piece.first, piece.last + 1))
        return Phrase(
            left.edge,
            piece.last,
            "person",
            piece.name,
            tuple(dict.fromkeys(texts)),
            tuple(dict.fromkeys(countries)),
            _merge_sectors(offices, sectors, former),
            former,
            rule="named-office" if offices else "named",
            intro=intro,
        )

    def _look_left(self, start: int) -> _Scan:
        """Offices, ranks and states before a name that begins at token `start`."""
        scan = _Scan(start)
        at = start - 1
        comma = False
        while at >= 0 and start - at <= 2 * REACH:
            piece, token = self.at.get(at), self.tokens[at]
            if piece and piece.kind in ("rank", "honorific"):
                self._take(scan, piece)
                if piece.kind == "rank" and not scan.offices:
                    scan.sectors = [*piece.sectors]
            elif piece and piece.kind == "office":
                self._take(scan, piece)
                self._add_office(scan, piece)
            elif piece and piece.kind == "organisation" and (scan.offices or piece.last == start - 1):
                self._take(scan, piece)
                scan.countries = [piece.country] if piece.country else []
                scan.sectors.extend(piece.sectors)
                break
            elif piece and piece.is_state and piece.first not in self.used and not comma:
                self._take(scan, piece)
                scan.countries = [piece.country] if piece.country else []
                if scan.offices or piece.kind != "adjective":
                    break
                # "Pakistan's ... " never follows a bare nationality before a name.
                break
            elif token.tag == "POS" or token.lower in self.references.passing or self._is_former(scan, at):
                pass
            elif token.lower in _OFFICE_JOINTS and scan.offices and self._office_at(at - 1):
                pass
            elif token.text == "," and not scan.offices and self._office_before_comma(scan, at):
                break
            elif scan.offices or not self._extend_role(scan, at, start):
                break
            else:
                at = scan.edge
            at = min(at, scan.edge) - 1 if piece else at - 1
        return scan

    def _is_former(self, scan: _Scan, at: int) -> bool:
        if self.tokens[at].lower.rstrip("-") in self.references.former:
            scan.former = True
            return True
        return False

    def _office_at(self, at: int) -> Piece | None:
        piece = self.at.get(at)
        return piece if piece and piece.kind == "office" else None

    def _take(self, scan: _Scan, piece: Piece) -> None:
        scan.edge = min(scan.edge, piece.first)
        scan.used |= set(range(piece.first, piece.last + 1))

    def _add_office(self, scan: _Scan, piece: Piece, extension: str = "") -> None:
        scan.offices.insert(0, piece)
        scan.role_texts.insert(0, (piece.name + extension) if extension else piece.name)

    def _office_before_comma(self, scan: _Scan, comma: int) -> bool:
        """"Defence Minister of Belarus, Gen. X" and "its president, X": take the office left of the comma."""
        at, countries, texts = comma - 1, [], []
        while at >= 0 and comma - at <= REACH and not self._office_at(at):
            piece, token = self.at.get(at), self.tokens[at]
            if piece and piece.is_state and piece.country:
                countries.insert(0, piece.country)
                at = piece.first
            elif piece or not (token.text[:1].isupper() or token.lower in _ROLE_JOINTS or token.tag == "POS"):
                return False
            texts.insert(0, token.text)
            at -= 1
        piece = self._office_at(at)
        if piece is None or self._is_plural(piece):
            return False
        self._take(scan, piece)
        self._add_office(scan, piece)
        before = self._states_before(piece.first)
        scan.used |= set(range(piece.first, comma))
        if before:
            scan.edge = min(scan.edge, before[0].first)
            scan.used |= set(range(before[0].first, piece.first))
        scan.countries = countries or [state.country for state in before if state.country]
        scan.former = scan.former or self._former_before(piece.first)
        return True

    def _extend_role(self, scan: _Scan, at: int, start: int) -> bool:
        """"Minister for Maritime Affairs X": capitalised words between an office and the name."""
        probe = at
        while probe >= 0 and start - probe <= REACH:
            office = self._office_at(probe)
            if office:
                if self.tokens[office.last + 1].lower not in ("for", "of"):
                    return False
                words = self.tokens[office.last + 1 : start]
                scan.used |= set(range(office.first, start))
                scan.edge = office.first
                self._add_office(scan, office, " " + " ".join(word.text for word in words))
                return True
            token = self.tokens[probe]
            if not (token.pos == "PROPN" or (token.lower in _ROLE_JOINTS and token.text != ",")):
                return False
            probe -= 1
        return False

    def _look_right(self, last: int) -> _Scan | None:
        """", the foreign minister of Y," after a name that ends with token `last`."""
        at = last + 1
        if at >= len(self.tokens) or self.tokens[at].text not in (",", "(", "–", "—", "-"):
            return None
        scan = _Scan(last)
        at += 1
        while at < len(self.tokens) and at - last <= REACH:
            piece, token = self.at.get(at), self.tokens[at]
            if piece and piece.kind == "office" and not self._is_plural(piece):
                self._add_office(scan, piece)
                scan.used |= set(range(piece.first, piece.last + 1))
                scan.edge = piece.last
                self._states_after(scan, piece.last)
                break
            if piece and (piece.is_state or piece.kind == "organisation"):
                if piece.country:
                    scan.countries.append(piece.country)
                scan.sectors.extend(piece.sectors if piece.kind == "organisation" else ())
                scan.used |= set(range(piece.first, piece.last + 1))
                at = piece.last
            elif not (token.tag == "POS" or token.lower in self.references.passing or self._is_former(scan, at)):
                return None
            at += 1
        return scan if scan.offices and self._apposition_ends(scan.edge) else None

    def _apposition_ends(self, edge: int) -> bool:
        """Whether what follows the office closes the apposition, so that "A, president B and C" joins nothing."""
        if edge + 1 >= len(self.tokens):
            return True
        after = self.tokens[edge + 1]
        return after.pos in ("PUNCT", "CCONJ", "ADP", "VERB", "AUX", "PRON", "ADV") and edge + 1 not in self.at

    def _states_after(self, scan: _Scan, last: int) -> None:
        found, edge = self._of_states(last)
        if found:
            scan.countries.extend(found)
            scan.used |= set(range(last + 1, edge + 1))
            scan.edge = edge

    # -- bodies, offices and common nouns -----------------------------------------------------------------------

    def _nominal(self, piece: Piece) -> Phrase | None:
        head = self._head_of(piece)
        outer = self.sentence.head(head)
        qualifies = head.dep in _SIDE_DEPS and head.dep != "poss" and outer.index > piece.last
        if qualifies and outer.index != head.index:
            return None
        before = self._states_before(piece.first)
        organisation = self._organisation_before(piece.first)
        after, edge = self._of_states(piece.last)
        own = [piece.country] if piece.country else []
        countries = own or [state.country for state in before if state.country] or after
        first = min([piece.first, *(state.first for state in before)])
        sectors = piece.sectors
        if not countries and organisation:
            countries = [organisation.country] if organisation.country else []
            first = min(first, organisation.first)
            sectors = tuple(dict.fromkeys((*sectors, *organisation.sectors)))
        self.used |= set(range(first, piece.last + 1))
        if after and not before:
            self.used |= set(range(piece.last + 1, edge + 1))
        else:
            edge = piece.last
        former = self._former_before(piece.first)
        kind = "office" if piece.kind == "office" else "noun"
        left = self._left_edge(first)
        if not countries and self._is_pair(left, piece):
            return Phrase(left, edge, "pair", sectors=sectors, plural=True, rule="pair")
        return Phrase(
            left,
            edge,
            kind,
            None,
            (piece.name,) if kind == "office" else (),
            tuple(dict.fromkeys(countries)),
            ("ELI",) if former and kind == "office" else sectors,
            former,
            self._is_plural(piece),
            rule=kind,
        )

    def _is_pair(self, left: int, piece: Piece) -> bool:
        """"Both governments", "the two delegations", "the two presidents"."""
        words = {token.lower for token in self.tokens[left : piece.first]}
        head = self.tokens[piece.last]
        return bool(words & self.references.pair_words) and head.lemma in self.references.pair_nouns

    def _left_edge(self, first: int) -> int:
        """The phrase's first token with its article and adjectives."""
        at = first - 1
        while at >= 0 and first - at <= REACH and at not in self.at:
            token = self.tokens[at]
            if token.dep == "det" or (token.pos in ("ADJ", "NUM") and token.head > at) or token.tag == "POS":
                first = at
                if token.dep == "det":
                    break
                at -= 1
            else:
                break
        return first if self.tokens[first].tag != "POS" else first + 1

    def _head_of(self, piece: Piece) -> object:
        inside = range(piece.first, piece.last + 1)
        for index in inside:
            if self.tokens[index].head not in inside or self.tokens[index].head == index:
                return self.tokens[index]
        return self.tokens[piece.last]

    def _is_plural(self, piece: Piece) -> bool:
        tags = {self.tokens[at].tag for at in range(piece.first, piece.last + 1)}
        return bool(tags & {"NNS", "NNPS"}) and piece.kind == "office"

    def _states_before(self, first: int) -> list[Piece]:
        """The states that possess or qualify what begins at token `first` ("Iran's powerful", "the US and Iraqi")."""
        found: list[Piece] = []
        at = first - 1
        while at >= 0 and first - at <= REACH:
            piece, token = self.at.get(at), self.tokens[at]
            if piece and piece.is_state and piece.first not in self.used:
                found.insert(0, piece)
                at = piece.first - 1
                if at < 1 or self.tokens[at].lower not in ("and", "-", "–") or not self._qualifies(piece):
                    break
            elif piece or not self._may_stand_between(at):
                break
            else:
                at -= 1
            if found and token.lower not in ("and", "-", "–") and not piece:
                break
        return found

    def _qualifies(self, piece: Piece) -> bool:
        return piece.kind == "adjective" or self.tokens[piece.last].tag != "POS"

    def _may_stand_between(self, at: int) -> bool:
        token = self.tokens[at]
        return (
            token.tag == "POS"
            or token.lower in self.references.passing
            or token.lower.rstrip("-") in self.references.former
            or (token.pos in ("ADJ", "NUM") and token.lower not in ("other",))
            or (token.pos in ("NOUN", "PROPN") and token.dep in ("compound", "amod", "nmod"))
            or token.lower in ("and", "-", "–")
        )

    def _former_before(self, first: int) -> bool:
        around = range(max(0, first - 3), first)
        return any(self.tokens[at].lower.rstrip("-") in self.references.former for at in around)

    def _organisation_before(self, first: int) -> Piece | None:
        at = first - 1
        while at >= 0 and first - at <= 3:
            piece = self.at.get(at)
            if piece:
                return piece if piece.kind == "organisation" and piece.first not in self.used else None
            if not self._may_stand_between(at):
                return None
            at -= 1
        return None

    def _of_states(self, last: int) -> tuple[list[str], int]:
        """The states in an "of A and B" behind token `last`, and the last token of the phrase."""
        at, found, edge = last + 1, [], last
        if at >= len(self.tokens) or self.tokens[at].lower not in ("of", "from", "for"):
            return [], last
        at += 1
        while at < len(self.tokens) and at - last <= REACH:
            piece, token = self.at.get(at), self.tokens[at]
            qualifies = piece is not None and piece.kind == "adjective"
            if piece and qualifies and not self._is_noun_next(piece):
                break
            if piece and (piece.is_state or (piece.kind == "organisation" and piece.country)):
                if piece.country:
                    found.append(piece.country)
                edge = piece.last
                at = piece.last
            elif piece or token.lower not in ("the", "and", ",", "both"):
                break
            at += 1
        return found, edge

    def _is_noun_next(self, piece: Piece) -> bool:
        """"a spokesman for the Kenyan army": a nationality counts where a body follows."""
        after = self.at.get(piece.last + 1)
        return after is not None and after.kind == "noun"

    # -- states and organisations by themselves -----------------------------------------------------------------

    def _standing(self, piece: Piece) -> Phrase:
        self.used |= set(range(piece.first, piece.last + 1))
        head = self.tokens[piece.last]
        outer = self.sentence.head(head)
        modifier = head.dep in ("amod", "compound", "nmod") and outer.index > piece.last
        countries = (piece.country,) if piece.country else ()
        sectors = piece.sectors
        kind = piece.kind
        first = piece.first
        if kind == "organisation":
            before = self._states_before(piece.first) if not piece.country else []
            countries = countries or tuple(state.country for state in before if state.country)
            first = min([first, *(state.first for state in before)])
            self.used |= set(range(first, piece.last + 1))
        elif kind in ("name", "region"):
            kind = "state"
        elif kind == "people" and not modifier and head.tag in ("NNS", "NNPS"):
            kind = "state"
        elif kind in ("adjective", "people"):
            kind = "adjective" if modifier else "state"
        name = piece.name if kind in ("organisation", "group") else None
        return Phrase(first, piece.last, kind, name, (), countries, sectors, modifier=modifier, rule=f"{piece.kind}-name")


def _merge_sectors(offices: list[Piece], others: list[str], former: bool) -> tuple[str, ...]:
    sectors = [sector for office in offices for sector in office.sectors] + others
    if former and offices:
        return ("ELI",)
    # A general in a ministry is the ministry first.
    ordered = sorted(dict.fromkeys(sectors), key=lambda sector: sector != "GOV")
    return tuple(ordered)


def with_countries(phrase: Phrase, countries: tuple[str, ...], rule: str) -> Phrase:
    """The phrase with countries that a link has shown."""
    return replace(phrase, countries=countries, rule=rule)
