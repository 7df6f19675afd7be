"""Slots: what each phrase of an article means, kept so that later phrases can look back.

In: phrases as they are linked. Out: Slots, by sentence and in order, with counts of the states spoken of. Looking back
goes through the index by sentence, never through the whole article.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..lexicon.officials import Holder
from ..parse.tokens import Parsed, Sentence, Token
from .lexicon import References
from .phrases import Phrase
from .pieces import Piece
from .sides import NO_SIDES, Sides
from .tenures import Tenures
from .witnesses import Witnesses

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# What a link without explicit words is worth, for the order of review only.
SURE, LINKED, WEAK = 1.0, 0.8, 0.6
# What other articles showed of a name: less than a link of this one or the tables, more than a guess.
SEEN = 0.7
# So many phrases are looked at from each end of a sentence; one with more is a list that no pronoun reaches through.
MOST_SLOTS = 40
# How many phrases with a person of some office are kept for titles; news repeats a title soon after the name.
TITLED_REACH = 60


@dataclass(eq=False)
class Known:
    """A person of the article: all names, offices and states that the text gives for them; `holder` is the person of
    the tables of office-holders whom they are shown to be."""

    name: str
    roles: list[str] = field(default_factory=list)
    ranks: list[str] = field(default_factory=list)
    country: str | None = None
    sectors: tuple[str, ...] = ()
    former: bool = False
    rule: str = "named"
    confidence: float = SURE
    gender: str | None = None
    holder: Holder | None = None

    @property
    def role(self) -> str | None:
        """The offices joined as the text gives them."""
        return " and ".join(self.roles) if self.roles else None


@dataclass(frozen=True, slots=True)
class Target:
    """One meaning of a phrase: a known person, or a state or body with its code."""

    person: Known | None = None
    name: str | None = None
    role: str | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()
    rule: str = ""
    confidence: float = SURE

    @property
    def code(self) -> str | None:
        """The state or body that the target belongs to."""
        return self.person.country if self.person else self.country


@dataclass(eq=False)
class Slot:
    """A phrase in its sentence with what it means. `kind` is that of the mention to be made; `quote` the number of the
    quote that it stands in, None outside."""

    sentence: Sentence
    phrase: Phrase
    kind: str
    quote: int | None = None
    targets: tuple[Target, ...] = ()

    @property
    def head(self) -> Token:
        """The token that heads the phrase: the one whose own head lies outside."""
        inside = range(self.phrase.first, self.phrase.last + 1)
        for index in reversed(inside):
            token = self.sentence.tokens[index]
            if token.head not in inside or token.head == index:
                return token
        return self.sentence.tokens[self.phrase.last]

    @property
    def first(self) -> Token:
        """The first token of the phrase."""
        return self.sentence.tokens[self.phrase.first]

    @property
    def is_subject(self) -> bool:
        """Whether the phrase is the subject of a verb."""
        return self.head.dep in SUBJECTS

    @property
    def is_several(self) -> bool:
        """Whether the phrase's own words mean more than one."""
        return self.kind == "pair" or self.phrase.plural or self.head.tag in ("NNS", "NNPS")

    @property
    def codes(self) -> list[str]:
        """The codes of the targets, each once."""
        return list(dict.fromkeys(target.code for target in self.targets if target.code))


@dataclass
class Discourse:
    """All that an article has said so far. `home` is the state of the report, `places` the capitals that each sentence
    names, `held_abroad` the offices that the article gives to other states than the home,
    `tenures` who held which office on its day, `witnesses` what other articles showed of names, `sides` what sentences
    show of whose somebody is not."""

    parsed: Parsed
    references: References
    home: str | None
    places: dict[int, list[Piece]]
    held_abroad: frozenset[str]
    tenures: Tenures
    witnesses: Witnesses
    sides: Sides = NO_SIDES
    slots: list[Slot] = field(default_factory=list)
    by_sentence: dict[int, list[Slot]] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    first_named: dict[str, int] = field(default_factory=dict)
    nouns: dict[str, Slot] = field(default_factory=dict)
    titled: deque[Slot] = field(default_factory=lambda: deque(maxlen=TITLED_REACH))
    groups: dict[int, dict[tuple[str, ...], None]] = field(default_factory=dict)
    _quote_starts: list[int] = field(default_factory=list)
    _by_token: dict[tuple[int, int], Slot] = field(default_factory=dict)
    _subjects: dict[tuple[int, int], Token | None] = field(default_factory=dict)
    _roots: dict[int, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._quote_starts = [quote.outer.start for quote in self.parsed.quotes]

    def quote_at(self, offset: int) -> int | None:
        """The number of the quote that holds the article offset."""
        number = bisect_right(self._quote_starts, offset) - 1
        return number if number >= 0 and offset < self.parsed.quotes[number].outer.end else None

    def open(self, sentence: Sentence, phrase: Phrase) -> Slot:
        """A new slot, not yet remembered."""
        return Slot(sentence, phrase, phrase.kind, self.quote_at(sentence.tokens[phrase.first].start))

    def remember(self, slot: Slot) -> None:
        """Keep a linked slot, so that later phrases can mean the same."""
        number = len(self.slots)
        self.slots.append(slot)
        self.by_sentence.setdefault(slot.sentence.index, []).append(slot)
        head = slot.head.index
        for index in range(slot.phrase.first, slot.phrase.last + 1):
            if index == head:
                self._by_token[slot.sentence.index, index] = slot
            else:
                self._by_token.setdefault((slot.sentence.index, index), slot)
        for target in slot.targets:
            if target.code:
                self.counts[target.code] += 1
                self.first_named.setdefault(target.code, number)
        if slot.kind == "noun" and slot.codes:
            self.nouns[slot.head.lemma] = slot
        if slot.kind in ("person", "office", "pronoun") and any(target.person for target in slot.targets):
            self.titled.append(slot)

    def close(self, sentence: Sentence) -> None:
        """Keep the groups of states that a sentence coordinates, once all its phrases are linked."""
        joined: dict[int, list[Slot]] = {}
        for slot in self.by_sentence.get(sentence.index, []):
            if slot.targets:
                joined.setdefault(self._conj_root(slot), []).append(slot)
        for slots in joined.values():
            codes = tuple(dict.fromkeys(code for each in slots for code in each.codes))
            if len(codes) > 1:
                self.groups.setdefault(len(codes), {}).setdefault(codes, None)

    def here(self, sentence: int) -> list[Slot]:
        """The slots of a sentence, by its number; of a very long one those at its ends."""
        slots = self.by_sentence.get(sentence, [])
        return slots if len(slots) <= 2 * MOST_SLOTS else [*slots[:MOST_SLOTS], *slots[-MOST_SLOTS:]]

    def before(self, slot: Slot) -> list[Slot]:
        """The slots of the same sentence that end before `slot`."""
        return [each for each in self.here(slot.sentence.index) if each.phrase.last < slot.phrase.first]

    def subject_of(self, sentence: Sentence, verb: Token) -> Token | None:
        """The subject of a verb."""
        key = sentence.index, verb.index
        if key not in self._subjects:
            self._subjects[key] = sentence.child(verb, *SUBJECTS)
        return self._subjects[key]

    def back(self, slot: Slot, reach: int) -> Iterator[Slot]:
        """The slots before `slot`, latest first, at most `reach` sentences back."""
        yield from reversed(self.before(slot))
        for behind in range(1, reach + 1):
            yield from reversed(self.here(slot.sentence.index - behind))

    def at(self, sentence: Sentence, token: Token) -> Slot | None:
        """The slot that holds the token, the one headed by it where several do."""
        return self._by_token.get((sentence.index, token.index))

    def joined(self, first: Slot) -> list[Slot]:
        """The slot and those coordinated with it ("A, B and C")."""
        root = self._conj_root(first)
        if first.head.index != root:
            return [first]
        return [each for each in self.here(first.sentence.index) if each is first or self._conj_root(each) == root]

    def _conj_root(self, slot: Slot) -> int:
        """The token at the head of the coordination that the slot's head is part of."""
        sentence = slot.sentence
        if sentence.index not in self._roots:
            self._roots[sentence.index] = _conj_roots(sentence)
        return self._roots[sentence.index][slot.head.index]


def _conj_roots(sentence: Sentence) -> list[int]:
    """For each token the head of the coordination that it is part of."""
    roots = [-1] * len(sentence.tokens)
    for token in sentence.tokens:
        path = []
        at = token.index
        while roots[at] < 0 and sentence.tokens[at].dep == "conj" and sentence.tokens[at].head != at:
            path.append(at)
            at = sentence.tokens[at].head
        root = roots[at] if roots[at] >= 0 else at
        for each in (*path, at):
            roots[each] = root
    return roots


def is_place(slot: Slot) -> bool:
    """Whether the phrase stands as a place: "in Nairobi", "near Kenya"."""
    above = slot.sentence.head(slot.head)
    places = ("in", "at", "near", "outside", "around", "inside", "across")
    return slot.head.dep == "pobj" and above.lower in places
