"""Appositions: the offices, states and bodies behind a personal name.

In: the Layout of a sentence and where a name ends. Out: a Scan of the right side ("X, the foreign minister of Y", "X,
who heads Y's navy", "President X of Y"). What stands there without a title or state gives nothing.
"""

from __future__ import annotations

from .layout import HEAD_ROLE, REACH, Layout
from .pieces import Piece
from .titles import OFFICE_JOINTS, Scan

_OPENING = frozenset({",", "(", "–", "—", "-"})
_CLOSING_PREPS = frozenset({"of", "for", "at", "to", "in", "under", "from", "since", "between", "until", "till"})
# "Kenya's foreign minister until last year": the office is past.
_ENDED = frozenset({"until", "till"})
_WHO = frozenset({"who"})
# What may follow a possessive within its phrase.
_OWNED = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})


class RightScan:
    """Looks right of one name."""

    def __init__(self, layout: Layout, last: int) -> None:
        self.layout = layout
        self.last = last
        self.scan = Scan(last)

    def look(self) -> Scan | None:
        """What stands behind the name that ends with token `last`; None where nothing tells who it is."""
        opening = self.layout.token(self.last + 1)
        if opening is None or opening.text not in _OPENING:
            return None
        at = self._skip_aside(self.last + 2)
        if self.layout.lower(at) in _WHO:
            return self._heads(at + 1)
        return self._apposition(at)

    def of_state(self) -> Scan | None:
        """ "President X of Kenya", "President X (Kenya)"."""
        bracket = self.layout.lower(self.last + 1) == "("
        if self.layout.lower(self.last + 1) != "of" and not bracket:
            return None
        at = self.last + 3 if self.layout.lower(self.last + 2) == "the" else self.last + 2
        piece = self.layout.kind_at(at, "name", "organisation")
        if piece is None or not piece.country or piece.outside:
            return None
        if bracket and self.layout.lower(piece.last + 1) != ")":
            return None
        self.scan.countries = [piece.country]
        self.scan.take(piece.first, piece.last)
        self.scan.edge = piece.last + 1 if bracket else piece.last
        return self.scan

    def _skip_aside(self, at: int) -> int:
        """Behind an age or a place in a picture: "X, 52, the", "X, left, the"."""
        token, comma = self.layout.token(at), self.layout.lower(at + 1)
        if (
            token is not None
            and comma == ","
            and (token.pos == "NUM" or token.lower in ("left", "right", "center", "centre"))
        ):
            return at + 2
        return at

    def _apposition(self, at: int) -> Scan | None:
        layout, scan = self.layout, self.scan
        while at < len(layout.tokens) and at - self.last <= REACH:
            piece, token = layout.at.get(at), layout.tokens[at]
            if piece is None:
                if layout.is_former(at):
                    scan.former = True
                elif token.lower in layout.references.heading and token.tag == "NN":
                    return self._head_of(at)
                elif not self._passes(at):
                    return None
                at += 1
                continue
            if piece.kind == "office" and not layout.is_plural(piece):
                return self._at_office(piece)
            if piece.kind == "noun" and piece.form != "body" and layout.tokens[piece.last].tag == "NN":
                return self._at_person_noun(piece)
            if not (piece.is_state or piece.kind in ("organisation", "noun")) or piece.outside:
                return None
            scan.countries.extend([piece.country] if piece.country else [])
            scan.sectors.extend(piece.sectors if not piece.is_state else ())
            scan.take(piece.first, piece.last)
            at = piece.last + 1
        return None

    def _passes(self, at: int) -> bool:
        token = self.layout.tokens[at]
        qualifies = token.pos in ("ADJ", "NOUN", "PROPN") and token.dep in ("amod", "compound", "nmod")
        return token.tag in ("POS", "DT", "PRP$") or token.lower in self.layout.references.passing or qualifies

    def _at_office(self, office: Piece) -> Scan | None:
        scan, layout = self.scan, self.layout
        while True:
            scan.offices.append(office)
            scan.roles.append(office.name)
            scan.take(office.first, office.last)
            scan.edge = office.last
            further = layout.kind_at(office.last + 2, "office")
            if further is None or layout.lower(office.last + 1) not in OFFICE_JOINTS or layout.is_plural(further):
                break
            office = further
        owner = layout.owner_after(scan.edge, office=office.name)
        if not scan.countries:
            scan.countries.extend(owner.countries)
        scan.sectors.extend(owner.sectors)
        edge = self._whole(owner.edge) if owner.countries else owner.edge
        scan.take(scan.edge + 1, edge)
        scan.edge = edge
        scan.former = scan.former or layout.lower(scan.edge + 1) in _ENDED
        return scan if self._ends(scan.edge + 1) else None

    def _whole(self, edge: int) -> int:
        """Where what the owner owns ends: "the commander of Iran's border guards"."""
        tokens, at = self.layout.tokens, edge + 1
        if at >= len(tokens) or tokens[at].tag != "POS":
            return edge
        while at + 1 < len(tokens) and at - edge <= REACH and tokens[at + 1].pos in _OWNED:
            at += 1
        return at

    def _at_person_noun(self, piece: Piece) -> Scan | None:
        """ "X, a Kenyan journalist, said"."""
        scan = self.scan
        scan.sectors[:0] = piece.sectors
        scan.take(piece.first, piece.last)
        owner = self.layout.owner_after(piece.last)
        scan.countries.extend(owner.countries if not scan.countries else [])
        scan.edge = max(piece.last, owner.edge)
        return scan if self._ends(scan.edge + 1) else None

    def _head_of(self, at: int) -> Scan | None:
        """ "X, the head of Kenya's navy"."""
        owner = self.layout.owner_after(at, office=HEAD_ROLE)
        return self._headed(at, owner.countries, owner.sectors, owner.edge) if owner.edge > at else None

    def _heads(self, at: int) -> Scan | None:
        """ "X, who heads Kenya's navy": the verb's object, with its state."""
        layout = self.layout
        verb = layout.token(at)
        if verb is None or verb.lower not in layout.references.heading or verb.pos not in ("VERB", "AUX"):
            return None
        countries: list[str] = []
        sectors: list[str] = []
        end = at
        for each in range(at + 1, min(len(layout.tokens), at + REACH)):
            piece, token = layout.at.get(each), layout.tokens[each]
            if token.pos in ("PUNCT", "VERB", "AUX", "ADP", "CCONJ") and piece is None and token.tag != "HYPH":
                break
            if piece is not None and piece.first == each and not piece.outside:
                countries.extend([piece.country] if piece.country else [])
                sectors.extend(piece.sectors if not piece.is_state else ())
            end = each
        # "Who led Kenya to victory" heads no body.
        ends_in_state = end in layout.at and layout.at[end].kind in ("name", "seat")
        return None if ends_in_state or end == at else self._headed(at, countries, sectors, end)

    def _headed(self, first: int, countries: list[str], sectors: list[str], end: int) -> Scan | None:
        scan = self.scan
        if not countries and not sectors:
            return None
        scan.roles.append(HEAD_ROLE)
        scan.countries = scan.countries or countries
        scan.sectors.extend(sectors)
        scan.take(first, end)
        scan.edge = end
        return scan

    def _ends(self, at: int) -> bool:
        """Whether what follows closes the apposition, so that "A, president B and C" joins nothing."""
        token = self.layout.token(at)
        if self.layout.closes(at) or token is None:
            return True
        return token.lower in _CLOSING_PREPS and at not in self.layout.at
