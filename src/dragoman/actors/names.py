"""Names: the personal names of a sentence, and all its pieces with them.

In: a Sentence, the actor lexicon, perhaps names that other sentences gave. Out: Pieces in order. A name is what the
entity labels call a person, or capitalised words beside an office or rank; words of the lexicon at its edges are taken
off ("Iranian President Dr."), what the labels cut off is added ("al-Sudani").
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..parse.tokens import Sentence, Token
from .introducing import person_noun_before
from .layout import Layout
from .lexicon import ActorLexicon, References
from .pieces import Piece, find_hits

_HYPHENS = frozenset({"-", "‑"})
# Words between an office and its fields ("Secretary for Roads", "Minister of Trade and Energy").
_FIELD_JOINTS = frozenset({"for", "of", "on", "and", "&", ","})
# Entity labels of what is no name; the labels of places and firms are often names that the parser does not know.
_NOT_NAMES = frozenset(
    {"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY", "LANGUAGE", "LAW", "EVENT"}
)  # fmt: skip
_PLACE_WORDS = frozenset({"in", "at", "near", "outside", "inside", "around", "across", "to", "into", "through"})
# Abbreviated titles that the lexicon cannot hold as words of their own.
_NOT_LAST = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
# The longest personal names of the news have five words; a hyphen is a token too.
LONGEST_NAME = 7


@dataclass(frozen=True, slots=True)
class NameIndex:
    """Names of several words, by their first word, to be found again in other sentences."""

    by_first: dict[str, list[tuple[str, ...]]]

    @classmethod
    def build(cls, names: Iterable[tuple[str, ...]]) -> NameIndex:
        """The index of `names`, longest first."""
        by_first: dict[str, list[tuple[str, ...]]] = {}
        for words in sorted(set(names), key=len, reverse=True):
            if len(words) > 1:
                by_first.setdefault(words[0], []).append(words)
        return cls(by_first)


EMPTY_INDEX = NameIndex({})


class NameFinder:
    """Finds the names of one sentence. `hits` are the lexicon's pieces of it."""

    def __init__(self, sentence: Sentence, hits: list[Piece], lexicon: ActorLexicon) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.lexicon = lexicon
        self.references = lexicon.references
        self.layout = Layout(sentence, hits, lexicon.references)
        self.taken = self.layout.at
        self.hits = hits
        self.names: list[tuple[int, int]] = []
        self.covered: set[int] = set()

    def find(self, known: NameIndex) -> list[tuple[int, int]]:
        """First and last token of each name."""
        for first, last in self._known(known):
            self._add(first, last)
        texts = [token.text for token in self.tokens]
        for first, last in official_names(texts, self.lexicon):
            named = inside_body(self.taken, first, last) or self._goes_on(first, last)
            if not named and not names_thing(texts, first, last, self.references):
                self._add(first, last)
        for first, last in self._labelled():
            trimmed = self._trim(first, last)
            if trimmed and not names_thing(texts, *trimmed, self.references):
                whole = self._reach_left(trimmed[0]), self._reach_right(trimmed[1])
                self._add(*self._without_field(*whole))
        for piece in self.hits:
            self._beside_title(piece)
        return sorted(self.names)

    def _add(self, first: int, last: int) -> None:
        if not self.covered & set(range(first, last + 1)):
            self.names.append((first, last))
            self.covered.update(range(first, last + 1))

    def _known(self, known: NameIndex) -> list[tuple[int, int]]:
        """Names that stand in other sentences, word for word."""
        found, at = [], 0
        while at < len(self.tokens):
            for words in known.by_first.get(self.tokens[at].text, ()):
                end = at + len(words)
                if tuple(token.text for token in self.tokens[at:end]) == words:
                    found.append((at, end - 1))
                    at = end - 1
                    break
            at += 1
        return found

    def _goes_on(self, first: int, last: int) -> bool:
        """Whether the name of an office-holder is part of a longer name ("Ali Hassan" in "Ali Hassan Tariq")."""
        around = [at for at in (first - 1, last + 1) if 0 <= at < len(self.tokens)]
        return any(
            self.tokens[at].entity == "PERSON"
            and self._is_word(at)
            and at not in self.taken
            and not (at > last and self.tokens[at].entity_begin)
            and not (at < first and self.tokens[first].entity_begin)
            for at in around
        )

    def _labelled(self) -> list[tuple[int, int]]:
        spans: list[tuple[int, int]] = []
        for token in self.tokens:
            if token.entity != "PERSON" or token.text.isspace():
                continue
            if spans and not token.entity_begin and spans[-1][1] == token.index - 1:
                spans[-1] = (spans[-1][0], token.index)
            else:
                spans.append((token.index, token.index))
        return spans

    def _is_word(self, at: int) -> bool:
        """Whether the token may be a word of a name."""
        token = self.tokens[at]
        return token.pos == "PROPN" and token.text[:1].isupper() and token.entity not in _NOT_NAMES

    def _free(self, at: int) -> bool:
        """Whether no hit of the lexicon stands at the token that could not be part of a name."""
        piece = self.taken.get(at)
        return piece is None or piece.ambiguous

    def _run(self, start: int, *, sure: bool = False) -> tuple[int, int] | None:
        """The capitalised words from token `start` on that may be a name; where commas around make it `sure` that a
        name stands there, those count whose tags are wrong ("Hyacinth" as an adjective)."""
        last, at = start - 1, start
        while (
            at < len(self.tokens)
            and at - start < LONGEST_NAME
            and self._free(at)
            and not self.tokens[at].text.isspace()
        ):
            token = self.tokens[at]
            joins = (
                token.lower in self.references.particles
                and at + 1 < len(self.tokens)
                and self.tokens[at + 1].text[:1].isupper()
            )
            if self._is_word(at) or (sure and token.text[:1].isupper() and token.entity not in _NOT_NAMES):
                last = at
            elif not (joins and (last >= start or token.lower in self.references.leading)):
                break
            at += 1
        return (start, last) if last >= start else None

    def _trim(self, first: int, last: int) -> tuple[int, int] | None:
        """The name without words of the lexicon and possessive endings at its edges."""
        tokens, taken = self.tokens, self.taken
        while last >= first and (tokens[last].tag == "POS" or not any(char.isalpha() for char in tokens[last].text)):
            last -= 1
        while first <= last and first in taken:
            piece = taken[first]
            # "Jordan Reed", "Chad Miller": an ambiguous word at the head of a longer name belongs to the name.
            if piece.ambiguous and piece.last < last and piece.last + 1 not in taken:
                break
            first = piece.last + 1
        # A surname may also be the name of a firm or a party: only titles and states end a name.
        while last > first and last in taken and not (taken[last].ambiguous or taken[last].kind == "organisation"):
            last = self._without_tail(first, taken[last].first - 1)
        while first <= last and not tokens[first].text[:1].isalpha():
            first += 1
        if first > last or (first in taken and not taken[first].ambiguous):
            return None
        if not tokens[first].text[:1].isupper() and not (
            first < last and tokens[first].lower in self.references.particles
        ):
            return None
        return first, last

    def _without_field(self, first: int, last: int) -> tuple[int, int]:
        """A label that took in the field of an office: "Secretary for Roads Ana Lopes", "for Trade and Energy X Y"."""
        if last - first < 2 or self.layout.lower(first - 1) not in _FIELD_JOINTS:
            return first, last
        at = first - 1
        while at > 0 and first - at <= LONGEST_NAME:
            office = self.layout.kind_at(at, "office")
            if office is not None:
                held = office.name.lower().endswith(("minister", "secretary"))
                of_field = held and self.layout.lower(office.last + 1) in ("for", "of", "on")
                return (first + 1, last) if of_field else (first, last)
            if self.tokens[at].pos != "PROPN" and self.tokens[at].lower not in _FIELD_JOINTS:
                break
            at -= 1
        return first, last

    def _without_tail(self, first: int, last: int) -> int:
        """The last token of a name without possessive endings, marks and small words behind it ("X of")."""
        while last >= first and not self.tokens[last].text[:1].isupper():
            last -= 1
        return last

    def _reach_left(self, first: int) -> int:
        """Where a name begins that the labels cut short: at its particle ("al-Sudani"), behind the title before it."""
        at = first - 1
        if at > 0 and self.tokens[at].text in _HYPHENS and self.tokens[at].end == self.tokens[first].start:
            before = self.tokens[at - 1]
            if before.lower in self.references.articles or (
                before.pos == "PROPN" and at - 1 not in self.taken and before.text[:1].isupper()
            ):
                first, at = at - 1, at - 2
        while (
            at >= 0
            and self.tokens[at].lower in self.references.leading
            and self.tokens[at].text.islower()
            and at not in self.taken
        ):
            if self.tokens[at].lower in ("an", "as", "at", "ad"):
                break
            first, at = at, at - 1
        at = first - 1
        if self._is_given_name(at, first):
            return at
        while at >= 0 and first - at < LONGEST_NAME and at not in self.taken and self.tokens[at].pos == "PROPN":
            at -= 1
        titled = at >= 0 and self.taken.get(at) is not None and self.taken[at].kind in ("office", "rank", "honorific")
        return at + 1 if titled else first

    def _is_given_name(self, at: int, first: int) -> bool:
        """Whether the word before a labelled surname is its given name: part of its phrase, and no other entity."""
        if at < 0 or at in self.taken or not self._is_word(at):
            return False
        token = self.tokens[at]
        alone = at == 0 or self.tokens[at - 1].pos != "PROPN" or at - 1 in self.taken
        return alone and token.dep == "compound" and token.head >= first and token.entity in ("", "PERSON")

    def _reach_right(self, last: int) -> int:
        """Where a name ends that the labels cut short ("Rosa Quispe" of "Rosa Quispe Mamani")."""
        at = last + 1
        while at < len(self.tokens) and at - last < LONGEST_NAME and at not in self.taken:
            token, hyphen = self.tokens[at], self.tokens[at].text in _HYPHENS
            whole = hyphen and self.tokens[at - 1].end == token.start and at + 1 < len(self.tokens)
            if whole and self._is_word(at + 1) and self.tokens[at + 1].start == token.end and at + 1 not in self.taken:
                last = at + 1
                at += 1
            elif self._is_word(at) and token.entity in ("", "PERSON") or token.lower in _NOT_LAST:
                last = at
            else:
                break
            at += 1
        return last

    # -- beside offices -----------------------------------------------------------------------------------------

    def _beside_title(self, piece: Piece) -> None:
        """Names that the labels missed: behind a title, behind a title and a comma, before a comma and a title."""
        if piece.kind == "honorific" and self.tokens[piece.first].text[:1].islower():
            return
        of_office = piece.kind == "name" and self.layout.lower(piece.first - 1) == "of"
        if of_office and self.layout.kind_at(piece.first - 2, "office"):
            # "Defence Minister of Belarus X".
            run = self._run(piece.last + 1) if piece.last + 1 not in self.covered else None
            if run and run[1] > run[0]:
                self._add(*run)
        if piece.kind == "noun" and piece.form == "person" and self.tokens[piece.last].tag == "NN":
            self._behind_comma(piece)
        if piece.kind not in ("office", "rank", "honorific"):
            return
        if piece.last + 1 < len(self.tokens) and piece.last + 1 not in self.covered:
            run = self._run(piece.last + 1)
            if run and run[1] + 1 not in self.covered and self._stands_alone(run):
                self._add(*run)
        if piece.kind == "office" and not self.layout.is_plural(piece):
            self._behind_comma(piece)
            self._before_comma(piece)

    def _stands_alone(self, run: tuple[int, int]) -> bool:
        """Whether no body follows the words, whose name they would be ("President Trump Tower Committee")."""
        after = self.taken.get(run[1] + 1)
        return (
            after is None or after.kind not in ("noun", "organisation") or after.first == run[1] + 1 and run[1] > run[0]
        )

    def _behind_comma(self, office: Piece) -> None:
        """ "Its climate minister, Ana Lopes, said", where a mark closes the apposition."""
        comma = office.last + 1
        while comma < len(self.tokens) and self.tokens[comma].text != "," and comma - office.last <= LONGEST_NAME:
            comma += 1
        start = comma + 1
        while self.layout.kind_at(start, "rank", "honorific"):
            start = self.taken[start].last + 1
        if start >= len(self.tokens) or start in self.covered or self.layout.lower(comma) != ",":
            return
        run = self._run(start, sure=True) if self._introduces(office, comma) else None
        if run and run[1] > run[0] and self.layout.closes(run[1] + 1) and not self._is_listed(run[1] + 1):
            self._add(*run)

    def _introduces(self, piece: Piece, comma: int) -> bool:
        """Whether the office or the common noun is what the comma closes."""
        if piece.kind == "office":
            title = self.layout.title_before_comma(comma)
            return title is not None and title.office is piece
        found = person_noun_before(self.layout, comma)
        return found is not None and found[0] is piece

    def _before_comma(self, office: Piece) -> None:
        """ "Ana Lopes, the climate minister of Brazil, said", where a mark closes the apposition."""
        at = office.first - 1
        while at > 0 and office.first - at <= LONGEST_NAME and self.tokens[at].text != ",":
            piece, token = self.taken.get(at), self.tokens[at]
            fits = token.pos in ("DET", "ADJ", "PART") or token.tag == "POS" or token.dep in ("compound", "amod", "det")
            if not (fits or (piece and piece.is_state) or token.lower in self.references.passing):
                return
            at -= 1
        edge = self.layout.owner_after(office.last, office=office.name).edge
        if at < 2 or self.tokens[at].text != "," or not self.layout.closes(edge + 1):
            return
        last = first = at - 1
        while first >= 0 and self._is_word(first) and self._free(first) and last - first < LONGEST_NAME:
            first -= 1
        before = self.layout.lower(first)
        if first + 1 < last and before not in _PLACE_WORDS and not self.covered & set(range(first + 1, last + 1)):
            self._add(first + 1, last)

    def _is_listed(self, at: int) -> bool:
        """Whether a list of names goes on ("the minister, Ann Lee, Bo Chen and ..."): no apposition."""
        following = self.tokens[at + 1 : at + 2]
        return self.layout.lower(at) == "," and bool(following) and following[0].text == "and"


def official_names(texts: Sequence[str], lexicon: ActorLexicon) -> list[tuple[int, int]]:
    """First and last token of each whole name of an office-holder of the tables."""
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(texts):
        size = lexicon.officials.longest_at(texts, at) if texts[at][:1].isupper() else 0
        if size:
            found.append((at, at + size - 1))
        at += max(1, size)
    return found


def inside_body(taken: Mapping[int, Piece], first: int, last: int) -> bool:
    """Whether a name is part of the name of a body that reaches beyond it ("Boutros-Ghali Foundation"), or a title or
    state begins or ends it."""
    pieces = [taken[at] for at in range(first, last + 1) if at in taken]
    return any(piece.first < first or piece.last > last for piece in pieces)


def names_thing(texts: Sequence[str], first: int, last: int, references: References) -> bool:
    """Whether the capitalised words of a name are those of a thing named after somebody: "Indira Gandhi International
    Airport", "Lake Mobutu", "the Ambassador Bridge"."""
    before = texts[first - 1].lower() if first and texts[first - 1][:1].isupper() else ""
    if before in references.things_before or (first < last and texts[first].lower() in references.things_before):
        return True
    end = last
    while end < len(texts) and texts[end][:1].isupper():
        if texts[end].lower() in references.things:
            return True
        end += 1
    return False


def name_text(sentence: Sentence, first: int, last: int) -> str:
    """The name as written, with single blanks."""
    tokens: tuple[Token, ...] = sentence.tokens[first : last + 1]
    words = []
    for token, after in zip(tokens, (*tokens[1:], None), strict=True):
        words.append(token.text + (" " if after is not None and after.start > token.end else ""))
    return " ".join("".join(words).split())


def find_pieces(
    sentence: Sentence, lexicon: ActorLexicon, *, hits: list[Piece] | None = None, known: NameIndex = EMPTY_INDEX
) -> list[Piece]:
    """The pieces of a sentence in order. `known` are personal names that other sentences gave; `hits` what `find_hits`
    gave, where it was asked before."""
    hits = find_hits(sentence, lexicon) if hits is None else hits
    names = NameFinder(sentence, hits, lexicon).find(known)
    covered = {at for first, last in names for at in range(first, last + 1)}
    persons = [Piece(first, last, "person", name_text(sentence, first, last)) for first, last in names]
    kept = [piece for piece in hits if not covered & set(range(piece.first, piece.last + 1))]
    return sorted(kept + persons, key=lambda piece: piece.first)
