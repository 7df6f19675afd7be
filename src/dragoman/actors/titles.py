"""Titles: the offices, ranks, states and bodies around a personal name.

In: the Layout of a sentence and where a name stands. Out: a Scan for the left side ("Belarusian Defence Minister Lt.
Gen. X", "Minister of Y, Gen. X") and one for the right ("X, the foreign minister of Y", "X, who heads Y's navy"). What
stands there without a title or state gives nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from .layout import HEAD_ROLE, REACH, Layout
from .pieces import Piece

_OFFICE_JOINTS = frozenset({"and", "&", "/", "-", "–"})
_ROLE_JOINTS = frozenset({"for", "of", "and", "&", "the"})
_OPENING = frozenset({",", "(", "–", "—", "-"})
_CLOSING_PREPS = frozenset({"of", "for", "at", "to", "in", "under", "from", "since", "between"})
_WHO = frozenset({"who"})


@dataclass
class Scan:
    """What a look to one side of a name has gathered. `edge` is the outermost token reached."""

    edge: int
    offices: list[Piece] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    ranks: list[str] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    sectors: list[str] = field(default_factory=list)
    former: bool = False
    used: set[int] = field(default_factory=set)

    def take(self, first: int, last: int) -> None:
        """Count tokens to the phrase."""
        self.used.update(range(first, last + 1))

    @property
    def tells(self) -> bool:
        """Whether anything was found that tells who somebody is."""
        return bool(self.offices or self.roles or self.countries or self.sectors)


class LeftScan:
    """Looks left of one name."""

    def __init__(self, layout: Layout, start: int, last: int) -> None:
        """The name runs from token `start` to `last`."""
        self.layout = layout
        self.start = start
        self.last = last
        self.scan = Scan(start)

    def look(self) -> Scan:
        """What stands before the name that begins at token `start`."""
        at: int | None = self.start - 1
        while at is not None and at >= 0 and self.start - at <= 2 * REACH:
            piece = self.layout.at.get(at)
            at = self._at_piece(piece) if piece else self._at_word(at)
        if self.scan.offices or self.scan.sectors:
            self.scan.former = self.scan.former or self.layout.former_before(self.scan.edge)
        return self.scan

    def _take(self, piece: Piece) -> int:
        self.scan.edge = min(self.scan.edge, piece.first)
        self.scan.take(piece.first, piece.last)
        return piece.first - 1

    def _at_piece(self, piece: Piece) -> int | None:
        """Read one piece; the next token to look at, None where the look ends."""
        scan, layout = self.scan, self.layout
        if piece.kind in ("rank", "honorific"):
            scan.ranks.insert(0, piece.name)
            if not scan.offices:
                scan.sectors.extend(sector for sector in piece.sectors if sector not in scan.sectors)
            return self._take(piece)
        if piece.kind == "office":
            after = layout.token(piece.last + 1)
            if after is not None and after.tag == "POS":
                # "The president's spokesman": the president is not who is named.
                return self._take(piece) if scan.offices else None
            scan.offices.insert(0, piece)
            scan.roles.insert(0, piece.name)
            return self._take(piece)
        if piece.kind == "noun":
            return self._at_noun(piece)
        if piece.kind == "organisation" and (
            scan.offices or piece.last == self.start - 1 or scan.edge == piece.last + 1
        ):
            self._take(piece)
            scan.countries = [piece.country] if piece.country else []
            scan.sectors.extend(piece.sectors)
            if not piece.country:
                scan.countries = [state.country for state in layout.states_before(piece.first) if state.country]
            return None
        if piece.is_state and piece.first not in layout.used and not piece.outside and not layout.is_place(piece):
            self._take(piece)
            # "Georgia Gov. X" is of the state whose governors alone are written so.
            alone = [office.country for office in scan.offices if office.country] if piece.ambiguous else []
            scan.countries = alone[:1] or ([piece.country] if piece.country else [])
            office = layout.kind_at(piece.first - 2, "office")
            if office is not None and not scan.offices and layout.lower(piece.first - 1) == "of":
                # "Defence Minister of Belarus X".
                scan.offices.insert(0, office)
                scan.roles.insert(0, office.name)
                self._take(office)
        return None

    def _at_noun(self, piece: Piece) -> int | None:
        """ "Kenyan journalist X", "Kenyan army spokesman X"."""
        scan, layout = self.scan, self.layout
        tag = layout.tokens[piece.last].tag
        if scan.offices and piece.last == scan.edge - 1 and piece.form != "person":
            scan.sectors.extend(sector for sector in piece.sectors if sector not in scan.sectors)
            return self._take(piece)
        if not scan.offices and piece.form != "body" and tag == "NN" and piece.last == scan.edge - 1:
            scan.sectors.extend(sector for sector in piece.sectors if sector not in scan.sectors)
            return self._take(piece)
        return None

    def _at_word(self, at: int) -> int | None:
        """Read a word that the lexicon does not know."""
        scan, layout = self.scan, self.layout
        token = layout.tokens[at]
        if layout.is_former(at):
            scan.former = True
            return at - 1
        if token.dep == "det" or token.tag in ("DT", "PRP$"):
            return None
        if token.text == "," and not scan.offices:
            # "After meeting the president of Chad, X left" has no closing mark.
            if layout.closes(self.last + 1):
                self._title_left_of(at)
            return None
        if token.tag == "HYPH" and layout.is_former(at - 1):
            # "Ex-PM".
            return at - 1
        if token.lower in _OFFICE_JOINTS and scan.offices:
            return at - 1 if layout.kind_at(at - 1, "office") else self._doubled_field(at)
        if token.tag == "POS" or token.lower in layout.references.passing:
            return at - 1
        if (
            not scan.offices
            and token.tag in ("NN", "JJ")
            and token.lemma in layout.references.people_nouns
            and at == scan.edge - 1
        ):
            # "Peruvian national X".
            return at - 1
        if scan.offices or scan.sectors:
            return at - 1 if layout.may_stand_between(at) and scan.edge - at <= REACH // 2 else None
        return scan.edge - 1 if self._extend_role(at) else None

    def _doubled_field(self, at: int) -> int | None:
        """ "Works and Transport Minister X", "Trade, Industry and Transport Minister X": the words before "and"."""
        before = at - 1
        while before >= 0 and at - before <= REACH // 2 and before not in self.layout.at:
            token = self.layout.tokens[before]
            if not (token.text == "," or (token.text[:1].isupper() and token.pos in ("PROPN", "NOUN"))):
                break
            before -= 1
        if before == at - 1 or not self.layout.tokens[self.scan.offices[0].first].text[:1].isupper():
            return None
        first = before + 1
        while self.layout.tokens[first].text == ",":
            first += 1
        self.scan.edge = min(self.scan.edge, first)
        return before

    def _title_left_of(self, comma: int) -> None:
        """Take the office left of the comma, where the name behind it is an apposition."""
        layout, scan = self.layout, self.scan
        title = layout.title_before_comma(comma)
        if title is None:
            return
        office = title.office
        self._take(office)
        scan.take(office.first, comma - 1)
        scan.offices.insert(0, office)
        scan.roles.insert(0, office.name + title.field_words)
        joined = self._joined_office(office)
        owner = title.owner
        before = layout.states_before(scan.edge)
        body = layout.organisation_before(scan.edge) or layout.kind_at(scan.edge - 1, "noun")
        if not before and body is not None and body.first not in layout.used:
            self._take(body)
            scan.sectors.extend(sector for sector in body.sectors if sector not in scan.sectors)
            before = [body] if body.country else layout.states_before(body.first)
        if before:
            scan.edge = before[0].first
            scan.take(before[0].first, office.first)
        scan.countries = [state.country for state in before if state.country] or list(owner.countries)
        scan.sectors.extend(sector for sector in owner.sectors if sector not in scan.sectors)
        scan.former = scan.former or layout.former_before((joined or office).first)

    def _joined_office(self, office: Piece) -> Piece | None:
        """ "Its deputy prime minister and foreign minister, X"."""
        before = self.layout.kind_at(office.first - 2, "office")
        if before is None or self.layout.lower(office.first - 1) not in _OFFICE_JOINTS:
            return None
        self._take(before)
        self.scan.offices.insert(0, before)
        self.scan.roles.insert(0, before.name)
        return before

    def _extend_role(self, at: int) -> bool:
        """ "Minister for Maritime Affairs X": capitalised words between an office and the name."""
        layout, probe = self.layout, at
        while probe >= 0 and self.start - probe <= REACH:
            office = layout.kind_at(probe, "office")
            if office:
                if layout.lower(office.last + 1) not in ("for", "of"):
                    return False
                words = " ".join(token.text for token in layout.tokens[office.last + 1 : self.scan.edge])
                self.scan.take(office.first, self.start - 1)
                self.scan.edge = office.first
                self.scan.offices.insert(0, office)
                self.scan.roles.insert(0, f"{office.name} {words}")
                return True
            token = layout.tokens[probe]
            if token.pos != "PROPN" and not (token.lower in _ROLE_JOINTS and token.text != ","):
                return False
            probe -= 1
        return False


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
        """ "President X of Kenya"."""
        if self.layout.lower(self.last + 1) != "of":
            return None
        at = self.last + 3 if self.layout.lower(self.last + 2) == "the" else self.last + 2
        piece = self.layout.kind_at(at, "name", "organisation")
        if piece is None or not piece.country or piece.outside:
            return None
        self.scan.countries = [piece.country]
        self.scan.take(piece.first, piece.last)
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
            if further is None or layout.lower(office.last + 1) not in _OFFICE_JOINTS or layout.is_plural(further):
                break
            office = further
        owner = layout.owner_after(scan.edge, office=office.name)
        if not scan.countries:
            scan.countries.extend(owner.countries)
        scan.sectors.extend(owner.sectors)
        scan.take(scan.edge + 1, owner.edge)
        scan.edge = owner.edge
        return scan if self._ends(scan.edge + 1) else None

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
