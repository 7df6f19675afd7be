"""Titles: the offices, ranks, states and bodies before a personal name.

In: the Layout of a sentence and where a name stands. Out: a Scan of the left side ("Belarusian Defence Minister Lt.
Gen. X", "Minister of Y, Gen. X"). What stands there without a title or state gives nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from .introducing import person_noun_before
from .layout import REACH, Layout
from .pieces import Piece

OFFICE_JOINTS = frozenset({"and", "&", "/", "-", "–"})
_ROLE_JOINTS = frozenset({"for", "of", "and", "&", "the", "on"})
# Offices that are as well a rank for life, behind the office held: "her Turkish counterpart, Ambassador X".
_LASTING = frozenset({"Ambassador"})


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
        if self._is_beside_only(piece):
            return self._sent_to(piece)
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

    def _is_beside_only(self, piece: Piece) -> bool:
        """A state or town right before a name, with no title: "Paramaribo Herald", no "Paramaribo's Herald"."""
        untitled = not (self.scan.offices or self.scan.ranks or self.scan.sectors)
        of_office = self.layout.lower(piece.first - 1) == "of" and self.layout.kind_at(piece.first - 2, "office")
        beside = piece.kind in ("name", "seat", "region") and piece.last == self.start - 1
        return untitled and beside and not of_office

    def _sent_to(self, piece: Piece) -> int | None:
        """ "U.S. Ambassador to Kenya X": the state between is not whose the office is."""
        layout = self.layout
        office = layout.kind_at(piece.first - 2, "office") if layout.lower(piece.first - 1) in ("to", "in") else None
        if office is None or office.name not in layout.references.portfolio:
            return None
        self.scan.take(office.first, piece.last)
        self.scan.edge = piece.first
        return self._at_piece(office)

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
        if token.text == "," and {office.name for office in scan.offices} <= _LASTING:
            # "After meeting the president of Chad, X left" has no closing mark.
            if layout.closes(self.last + 1):
                self._title_left_of(at)
            return None
        if token.tag == "HYPH" and layout.is_former(at - 1):
            # "Ex-PM".
            return at - 1
        if token.text == "," and not scan.countries and scan.edge == at + 1 and layout.closes(self.last + 1):
            self._owner_left_of(at)
            return None
        if token.lower in OFFICE_JOINTS and scan.offices:
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
            self._person_noun_left_of(comma)
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

    def _person_noun_left_of(self, comma: int) -> None:
        """ "A Taiwanese fisheries official, X, said", "an observer from the African Union, X, said"."""
        layout, scan = self.layout, self.scan
        found = person_noun_before(layout, comma)
        if found is None or scan.offices:
            return
        noun, owner = found
        before = layout.states_before(noun.first)
        body = None if before else layout.organisation_before(noun.first)
        states = [state.country for state in before if state.country] or list(owner.countries)
        if body is not None:
            states = states or ([body.country] if body.country else [])
            scan.sectors.extend(body.sectors)
        if not states:
            return
        scan.edge = min([noun.first, *(piece.first for piece in before), *([body.first] if body else [])])
        scan.take(scan.edge, comma - 1)
        scan.countries = states
        scan.sectors.extend(sector for sector in (*noun.sectors, *owner.sectors) if sector not in scan.sectors)

    def _owner_left_of(self, comma: int) -> None:
        """ "A senior U.S. official, Under Secretary X, said", "his Turkish counterpart, Foreign Minister Y, said": the
        state before the comma, where no list of several goes on behind the name."""
        layout, scan = self.layout, self.scan
        if layout.lower(self.last + 1) == "," and layout.lower(self.last + 2) in ("and", "or"):
            return
        title = layout.title_before_comma(comma)
        if title is not None:
            piece, owner = title.office, title.owner
        else:
            found = person_noun_before(layout, comma)
            if found is None:
                return
            piece, owner = found
        if not layout.is_singular(piece):
            return
        states = [state.country for state in layout.states_before(piece.first) if state.country]
        scan.countries = states or list(owner.countries)

    def _joined_office(self, office: Piece) -> Piece | None:
        """ "Its deputy prime minister and foreign minister, X"."""
        before = self.layout.kind_at(office.first - 2, "office")
        if before is None or self.layout.lower(office.first - 1) not in OFFICE_JOINTS:
            return None
        self._take(before)
        self.scan.offices.insert(0, before)
        self.scan.roles.insert(0, before.name)
        return before

    def _extend_role(self, at: int) -> bool:
        """ "Minister for Maritime Affairs X": capitalised words between an office and the name."""
        layout, probe = self.layout, at
        if layout.tokens[at].pos != "PROPN":
            # "The mayor of Kehl": the name itself is what the office is of.
            return False
        while probe >= 0 and self.start - probe <= REACH:
            office = layout.kind_at(probe, "office")
            if office:
                behind = layout.tokens[office.last + 1 : self.scan.edge]
                serving = layout.serving(office)
                if serving is not None and layout.lower(office.last + 1) in ("on", "for"):
                    # "Adviser to the Prime Minister on Commerce X".
                    self._take(serving)
                    self.scan.take(serving.first, self.start - 1)
                    self.scan.offices.insert(0, serving)
                    self.scan.roles.insert(0, serving.name)
                    return True
                fields = any(token.lower in ("for", "of") for token in layout.tokens[office.first : office.last + 1])
                if layout.lower(office.last + 1) not in (("and", "&", ",") if fields else ("for", "of")):
                    return False
                if fields and not any(token.lower in ("and", "&") for token in behind):
                    return False
                # "Minister of Agriculture and Fisheries": the first field names the office.
                words = "" if fields else " " + " ".join(token.text for token in behind)
                self.scan.take(office.first, self.start - 1)
                self.scan.edge = office.first
                self.scan.offices.insert(0, office)
                self.scan.roles.insert(0, office.name + words)
                return True
            token = layout.tokens[probe]
            if token.pos != "PROPN" and token.lower not in _ROLE_JOINTS and token.text != ",":
                return False
            probe -= 1
        return False
