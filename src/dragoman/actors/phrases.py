"""Phrases: pieces of a sentence joined into noun phrases that may act, before anything is linked across sentences.

In: a Sentence and its Pieces. Out: Phrases, in order. A person takes the offices, ranks and states around the name; an
office, a body or a common noun takes the states that possess or qualify it; what is left over of states and
organisations stands for itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ..parse.tokens import Sentence, Token
from .appositions import RightScan
from .layout import REACH, SERVING, Layout, Owner
from .lexicon import ActorLexicon
from .pieces import Piece
from .titles import LeftScan, Scan

_SIDE_DEPS = frozenset({"compound", "amod", "nmod"})
_LIST_WORDS = frozenset({",", "and"})
# The role of whoever works at a body, for the search of its owner.
WORKER = "Worker"
# What a nationality may name a part of: "the Philippine island of Mindanao".
_PARTS = frozenset("state town city province island region village district capital part side territory valley".split())
# Words between "in" and the name of a place.
_TOWARDS = re.compile(r"(?:the|(?:north|south|east|west|central|mid)\w*)$")
# Sectors whose offices stand where they work.
_LOCAL = frozenset({("JUD",), ("COP",), ("REL",), ("EDU",), ("MED",), ("PTY",)})
# What a phrase is coded as where its own words say no more than that somebody acts for a body, or is armed.
_GENERIC = frozenset({("GOV",), ("UAF",), ("CVL",), ("UNK",), ()})


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens `first` to `last`. `kind` is person, office, noun, organisation, state, seat, adjective or group.

    `name` is the person's or body's name, `roles` the offices in the order of the text, `ranks` the ranks and
    honorifics, `countries` the states shown for it (two for "the foreign ministers of A and B"), `former` whether the
    office is past, `plural` whether it means several, `modifier` whether it only qualifies a noun that is no actor,
    `intro` the tokens that introduce a person, `local` whether only a town or the kind of the title shows the state.
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
    ranks: tuple[str, ...] = ()
    local: bool = False


class PhraseFinder:
    """Joins the pieces of one sentence. Made for each sentence; holds no state beyond it."""

    def __init__(self, sentence: Sentence, pieces: list[Piece], lexicon: ActorLexicon) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.references = lexicon.references
        self.layout = Layout(sentence, pieces, lexicon.references)
        self.used = self.layout.used

    def find(self) -> list[Phrase]:
        """The phrases in order of the text."""
        pieces = self.layout.pieces
        phrases: list[Phrase] = []
        for piece in pieces:
            if piece.kind == "person":
                phrases.append(self._person(piece, phrases[-1] if phrases else None))
        for piece in pieces:
            if piece.kind in ("office", "noun") and piece.first not in self.used:
                found = self._nominal(piece)
                if found:
                    phrases.append(found)
        # Ranks take their states first.
        for piece in sorted(pieces, key=lambda piece: piece.kind not in ("rank", "honorific")):
            if piece.first not in self.used and piece.kind not in ("office", "noun", "person"):
                standing = self._rank(piece) if piece.kind in ("rank", "honorific") else self._standing(piece)
                phrases.extend([standing] if standing else [])
        return sorted(phrases, key=lambda phrase: phrase.first)

    # -- persons ------------------------------------------------------------------------------------------------

    def _person(self, piece: Piece, previous: Phrase | None) -> Phrase:
        left = LeftScan(self.layout, piece.first, piece.last).look()
        right = self._right(piece, left)
        offices, roles = [*left.offices, *right.offices], [*left.roles, *right.roles]
        shared = self._shared_roles(piece, previous) if not roles and not left.tells else None
        countries = left.countries or right.countries
        local = not countries and bool(left.offices)
        if local:
            town = self.layout.town_before(left.edge)
            countries = [town[1]] if town is not None else self._of_office(left)
        sectors = _merge_sectors(offices, [*left.sectors, *right.sectors], left.former or right.former)
        former = left.former or right.former
        if shared:
            roles, sectors, former = list(shared.roles), shared.sectors, shared.former
        self.used |= left.used | right.used
        self.layout.take(piece.first, piece.last)
        return Phrase(
            left.edge,
            piece.last,
            "person",
            piece.name,
            tuple(dict.fromkeys(roles)),
            tuple(dict.fromkeys(countries)),
            sectors,
            former,
            plural=any(self.layout.is_plural(office) for office in offices) or bool(shared and shared.plural),
            rule="named-office" if roles else "named",
            intro=(left.edge, max(piece.last, right.edge)),
            ranks=tuple(left.ranks),
            local=local and bool(countries),
        )

    def _right(self, piece: Piece, left: Scan) -> Scan:
        """What stands behind the name, where what stands before it does not tell office and state."""
        if not left.offices:
            found = RightScan(self.layout, piece.last).look()
            if found is not None and found.tells:
                return found
        if not left.countries and (left.offices or left.ranks or piece.last > piece.first):
            found = RightScan(self.layout, piece.last).of_state()
            if found is not None:
                return found
        return Scan(piece.last)

    def _of_office(self, left: Scan) -> list[str]:
        """The state whose offices alone bear that title ("Gov.", "the Taoiseach")."""
        return [office.country for office in left.offices if office.country][:1]

    def _shared_roles(self, piece: Piece, previous: Phrase | None) -> Phrase | None:
        """ "Foreign ministers A, B and C": the phrase whose plural office the name shares."""
        if previous is None or not previous.plural or not previous.roles or previous.last >= piece.first:
            return None
        # "Presidents A of X and B of Y": what introduces the one before may stand behind the name.
        end = max(previous.last, previous.intro[1] if previous.intro else 0)
        between = self.tokens[end + 1 : piece.first]
        return previous if between and all(token.lower in _LIST_WORDS for token in between) else None

    # -- bodies, offices and common nouns -----------------------------------------------------------------------

    def _nominal(self, piece: Piece) -> Phrase | None:
        if self._qualifies(piece):
            return None
        layout = self.layout
        before = layout.states_before(piece.first)
        organisation = layout.organisation_before(piece.first)
        after = self._after(piece)
        place = layout.place_before(piece.first) if not before and not after.countries else None
        sectors = piece.sectors
        first, edge = piece.first, piece.last
        if piece.country:
            countries = [piece.country]
        elif any(state.country for state in before):
            countries = [state.country for state in before if state.country]
            first = before[0].first
        elif organisation and not after.countries:
            countries = [organisation.country] if organisation.country else []
            first = organisation.first
            own = piece.form == "body"
            sectors = (
                tuple(dict.fromkeys((*sectors, *organisation.sectors)))
                if own
                else of_body(sectors, organisation.sectors)
            )
        else:
            countries, edge = list(after.countries), after.edge
            layout.take(piece.last + 1, edge)
        if not countries and not organisation:
            town = layout.town_before(first)
            if town is not None:
                first, countries = town[0], [town[1]]
        if not countries and place is not None and place.country:
            countries = [place.country]
        if not countries and self.tokens[piece.last].lemma in self.references.owned_only and first == piece.first:
            return None
        if piece.kind == "office":
            sectors = of_body(sectors, tuple(after.sectors)) or self._of_superior(piece)
        layout.take(first, piece.last)
        return self._phrase_of(piece, self._left_edge(first), edge, countries, sectors)

    def _of_superior(self, piece: Piece) -> tuple[str, ...]:
        """The sectors of the office whose the office is: "the prime minister's spokesman"."""
        before = self.layout.token(piece.first - 1)
        superior = (
            self.layout.kind_at(piece.first - 2, "office") if before is not None and before.tag == "POS" else None
        )
        return superior.sectors if superior is not None else ()

    def _phrase_of(self, piece: Piece, left: int, edge: int, countries: list[str], sectors: tuple[str, ...]) -> Phrase:
        former = self.layout.former_before(piece.first)
        is_office = piece.kind == "office"
        if not countries and self._is_pair(left, piece):
            held = ("ELI",) if former and is_office else sectors
            roles = (piece.name,) if is_office else ()
            return Phrase(left, edge, "pair", None, roles, sectors=held, former=former, plural=True, rule="pair")
        return Phrase(
            left,
            edge,
            piece.kind,
            None,
            (piece.name,) if is_office else (),
            tuple(dict.fromkeys(countries)),
            ("ELI",) if former and is_office else sectors,
            former,
            self.layout.is_plural(piece),
            rule=piece.kind,
        )

    def _qualifies(self, piece: Piece) -> bool:
        """Whether the piece only qualifies a noun behind it ("police custody", "government bonds")."""
        head = self.layout.head_of(piece)
        return head.dep in _SIDE_DEPS and self.sentence.head(head).index > piece.last

    def _after(self, piece: Piece) -> Owner:
        """The owner behind an office, a body or a noun."""
        layout, lemma = self.layout, self.tokens[piece.last].lemma
        several = self.tokens[piece.last].tag in ("NNS", "NNPS")
        if piece.kind == "office":
            owner = self._of_served(piece) or layout.owner_after(piece.last, office=piece.name, several=several)
            local = not owner.countries and layout.lower(piece.last + 1) == "in" and piece.sectors[:1] in _LOCAL
            return self._local(piece, owner) if local else owner
        if lemma in self.references.not_of and layout.lower(piece.last + 1) == "of":
            return Owner(piece.last)
        owner = layout.owner_after(piece.last, several=several)
        link = layout.lower(piece.last + 1)
        if not owner.countries and link == "at" and piece.sectors[:1] in _LOCAL:
            return layout.owner_after(piece.last, office=WORKER, several=several)
        if owner.countries or link not in ("in", "on") or lemma in self.references.abroad:
            return owner
        return self._local(piece, owner)

    def _of_served(self, piece: Piece) -> Owner | None:
        """The state of the office that an aide or adviser serves: "an aide to the president of Gabon"."""
        layout = self.layout
        if piece.name not in SERVING or layout.lower(piece.last + 1) != "to":
            return None
        served = next(
            (found for at in range(piece.last + 2, piece.last + 8) if (found := layout.kind_at(at, "office"))), None
        )
        if served is None:
            return None
        before = [state.country for state in layout.states_before(served.first) if state.country]
        return Owner(served.last, before) if before else layout.owner_after(served.last, office=served.name)

    def _local(self, piece: Piece, owner: Owner) -> Owner:
        """ "The foreign ministry in Ouagadougou", "riot police in Dakar", "rebels in eastern Congo": whose a body or
        group is that stands somewhere. Soldiers and those who fled are as often of another state."""
        layout, at = self.layout, piece.last + 2
        while at < len(self.tokens) and at not in layout.at and _passes(self.tokens[at]):
            at += 1
        if piece.sectors[:1] in (("MIL",), ("REF",), ("JRN",)):
            return owner
        place = layout.kind_at(at, "seat", "name", "region", "group")
        adjective = layout.kind_at(at, "adjective")
        if adjective is not None and layout.lower(adjective.last + 1) in _PARTS:
            # "Guerrillas in the Indian state of Chhattisgarh".
            place = adjective
        if place is not None and place.country and not place.outside:
            return Owner(piece.last, [place.country])
        town = layout.town_at(at)
        return Owner(piece.last, [town[1]]) if town is not None else owner

    def _is_pair(self, left: int, piece: Piece) -> bool:
        """ "Both governments", "the two delegations", "the two armies"."""
        words = {token.lower for token in self.tokens[left : piece.first]}
        head = self.tokens[piece.last]
        several = head.lemma in self.references.pair_nouns or (piece.form == "body" and head.tag in ("NNS", "NNPS"))
        return bool(words & self.references.pair_words) and (several or self.layout.is_plural(piece))

    def _left_edge(self, first: int) -> int:
        """The phrase's first token with its article and adjectives."""
        at = first - 1
        while at >= 0 and first - at <= REACH and at not in self.layout.at:
            token = self.tokens[at]
            qualifies = token.head > at and token.text[:1].isalnum()
            if token.pos == "VERB":
                qualifies = qualifies and token.dep == "amod"
            if token.dep == "det" or token.tag == "POS" or (qualifies and token.pos in ("ADJ", "NUM", "VERB")):
                first = at
                if token.dep == "det":
                    break
                at -= 1
            else:
                break
        return first if self.tokens[first].tag != "POS" else first + 1

    # -- ranks, states and organisations by themselves ------------------------------------------------------------

    def _rank(self, piece: Piece) -> Phrase | None:
        """ "The general", "two Eritrean generals", "a Saudi princess": a rank without a name."""
        head = self.tokens[piece.last]
        if not piece.sectors or head.pos not in ("NOUN", "PROPN") or head.dep in ("amod", "advmod", "npadvmod"):
            return None
        before = self.layout.states_before(piece.first)
        first = before[0].first if before else piece.first
        left = self._left_edge(first)
        # "A general" may as well be "in general"; capitals alone may be a name.
        if not before and self.layout.lower(left) != "the" or self._qualifies(piece):
            return None
        former = self.layout.former_before(first)
        self.layout.take(first, piece.last)
        return Phrase(
            left,
            piece.last,
            "office",
            None,
            (piece.name,),
            tuple(dict.fromkeys(state.country for state in before if state.country)),
            ("ELI",) if former else piece.sectors,
            former,
            head.tag in ("NNS", "NNPS"),
            rule="rank",
        )

    def _standing(self, piece: Piece) -> Phrase:
        self.layout.take(piece.first, piece.last)
        head = self.tokens[piece.last]
        outer = self.sentence.head(head)
        modifier = (head.dep in _SIDE_DEPS and outer.index > piece.last) or piece.outside
        countries: tuple[str, ...] = (piece.country,) if piece.country else ()
        kind, first = piece.kind, piece.first
        if kind == "organisation" and not piece.country:
            before = self.layout.states_before(piece.first)
            countries = tuple(state.country for state in before if state.country)
            first = before[0].first if before else first
            self.layout.take(first, piece.last)
        elif kind in ("name", "region", "adjective", "people"):
            qualifies = modifier and kind in ("adjective", "people")
            kind = "adjective" if qualifies else "state"
        name = piece.name if kind in ("organisation", "group") else None
        return Phrase(
            first, piece.last, kind, name, (), countries, piece.sectors, modifier=modifier, rule=f"{piece.kind}-name"
        )


def _passes(token: Token) -> bool:
    """Whether a word may stand between "in" and the name of a place."""
    return token.pos == "ADJ" or bool(_TOWARDS.match(token.lower))


def of_body(sectors: tuple[str, ...], body: tuple[str, ...]) -> tuple[str, ...]:
    """The sectors of an office or noun that belongs to a body: the body's own where the noun's are generic ("Hezbollah
    fighters", "the party's leader"), else both."""
    if body and sectors in _GENERIC:
        return tuple(dict.fromkeys(body))
    return tuple(dict.fromkeys((*sectors, *body)))


def _merge_sectors(offices: Iterable[Piece], others: Iterable[str], former: bool) -> tuple[str, ...]:
    """The sectors of the offices, then the others; ELI alone for an office of the past."""
    held = list(offices)
    if former and (held or others):
        return ("ELI",)
    # A general in a ministry is the ministry first.
    return of_body(tuple(dict.fromkeys(sector for office in held for sector in office.sectors)), tuple(others))
