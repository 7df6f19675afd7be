"""Link: what each phrase of an article means, from what the article has said before.

In: the phrases of all sentences, in order, and the home state of the report. Out: Slots with Targets. A surname means
the person named before, a title the person of that office, "he" the person last spoken of, "it" the state that was
the subject, "both countries" the two states spoken of. What nothing proves stays without a target.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ..parse.tokens import Sentence, Token
from ..record import RegionKind
from .lexicon import References
from .phrases import Phrase

SUBJECTS = ("nsubj", "nsubjpass")
# How many sentences back a pronoun or a pair of states may reach; news names its actors again after that.
PRONOUN_REACH = 2
PAIR_REACH = 6
# What a link without explicit words is worth, for the order of review only.
SURE, LINKED, WEAK = 1.0, 0.8, 0.6


@dataclass
class Known:
    """A person of the article: all names, offices and states that the text gives for them."""

    name: str
    roles: list[str] = field(default_factory=list)
    country: str | None = None
    sectors: tuple[str, ...] = ()
    former: bool = False
    rule: str = "named"
    confidence: float = SURE

    @property
    def words(self) -> list[str]:
        """The name's words in lower case."""
        return self.name.lower().replace("-", " ").split()

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


@dataclass
class Slot:
    """A phrase in its sentence with what it means. `kind` is that of the mention to be made."""

    sentence: Sentence
    phrase: Phrase
    kind: str
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
    def is_subject(self) -> bool:
        """Whether the phrase is the subject of a verb."""
        return self.head.dep in SUBJECTS

    @property
    def codes(self) -> list[str]:
        """The codes of the targets."""
        return [target.code for target in self.targets if target.code]


class Linker:
    """Goes through an article's phrases in order. Made for one article."""

    def __init__(self, references: References, home: str | None) -> None:
        self.references = references
        self.home = home
        self.people: list[Known] = []
        self.slots: list[Slot] = []

    def add(self, sentence: Sentence, phrase: Phrase) -> None:
        """Link one phrase and remember it."""
        slot = Slot(sentence, phrase, phrase.kind)
        if phrase.kind == "person":
            slot.targets = (Target(person=self._meet(slot)),)
        elif phrase.kind == "office":
            slot.targets = self._office(slot)
        elif phrase.kind == "noun":
            slot.targets = self._noun(slot)
        elif phrase.kind == "pronoun":
            slot.targets = self._pronoun(slot)
        elif phrase.kind == "pair":
            slot.targets = self._pair(slot)
        elif phrase.kind == "that-state":
            slot.targets = self._one_state(slot)
        elif phrase.kind != "first-person":
            slot.targets = tuple(
                Target(name=phrase.name, country=code, sectors=phrase.sectors, rule=phrase.rule)
                for code in phrase.countries or ((None,) if phrase.kind == "organisation" else ())
            )
        self.slots.append(slot)

    # -- persons ------------------------------------------------------------------------------------------------

    def _meet(self, slot: Slot) -> Known:
        phrase = slot.phrase
        assert phrase.name is not None
        known = self.person_named(phrase.name)
        if known is None:
            known = Known(phrase.name)
            self.people.append(known)
        elif len(phrase.name.split()) > len(known.name.split()):
            known.name = phrase.name
        roles = [role if role != "Counterpart" else self._role_beside(slot) for role in phrase.roles]
        new_roles = [role for role in roles if role and role not in known.roles]
        if not known.roles or known.rule == "named":
            known.roles.extend(new_roles)
        if phrase.sectors and not known.sectors:
            known.sectors = phrase.sectors
        known.former = known.former or phrase.former
        if known.country is None:
            self._place_person(known, slot)
        return known

    def _place_person(self, known: Known, slot: Slot) -> None:
        phrase = slot.phrase
        if phrase.countries:
            known.country, known.rule, known.confidence = phrase.countries[0], phrase.rule, SURE
            return
        owner = self._possessor(slot)
        if owner:
            known.country, known.rule, known.confidence = owner, "named-possessor", LINKED
            return
        if not phrase.roles:
            return
        neighbour = self._list_neighbour(slot)
        if neighbour:
            known.country, known.rule, known.confidence = neighbour, "named-in-list", LINKED

    def person_named(self, name: str) -> Known | None:
        """The person of the article whom `name` means: the same words, or a surname; the latest where several fit."""
        words = name.lower().replace("-", " ").split()
        for known in reversed(self.people):
            if known.words == words:
                return known
        for known in reversed(self.people):
            theirs = known.words
            if len(words) == 1 and (theirs[-1] == words[0] or (len(theirs) > 1 and theirs[0] == words[0])):
                return known
            if len(words) > 1 and (words[-1] == theirs[-1]) and (set(words) <= set(theirs) or set(theirs) <= set(words)):
                return known
        return None

    def _role_beside(self, slot: Slot) -> str | None:
        """The role that "counterpart" repeats: that of the person named last before."""
        for other in reversed(self.slots):
            if other.sentence.index < slot.sentence.index - 1:
                return None
            for target in other.targets:
                role = target.person.role if target.person else target.role
                if role:
                    return role
        return None

    def _list_neighbour(self, slot: Slot) -> str | None:
        """The state of the person before in a list ("Kenya's X A, Y B and Z C"), where only list words stand between."""
        for other in reversed(self.slots):
            if other.sentence.index != slot.sentence.index:
                return None
            if other.kind != "person" or other.phrase.last >= slot.phrase.first:
                continue
            between = slot.sentence.tokens[other.phrase.last + 1 : slot.phrase.first]
            words = {token.lower for token in between if token.dep != "det"}
            if words <= {",", "and", "as", "well", "along", "with", "the", "also", "by", ";"} and len(between) <= 6:
                return other.targets[0].code
            return None
        return None

    def _possessor(self, slot: Slot) -> str | None:
        """The state that "its", "his" or "their" before the phrase means."""
        tokens = slot.sentence.tokens
        for at in range(slot.phrase.first, max(-1, slot.phrase.first - 4), -1):
            if tokens[at].tag == "PRP$":
                for other in reversed(self.slots):
                    if other.sentence is slot.sentence and other.phrase.first == at:
                        codes = list(dict.fromkeys(other.codes))
                        return codes[0] if len(codes) == 1 else None
                return None
        return None

    # -- offices, bodies and common nouns ------------------------------------------------------------------------

    def _office(self, slot: Slot) -> tuple[Target, ...]:
        phrase = slot.phrase
        role = phrase.roles[0] if phrase.roles else None
        if role == "Counterpart":
            role = self._role_beside(slot)
        owner = self._possessor(slot)
        countries = phrase.countries or ((owner,) if owner else ())
        if phrase.plural:
            if not countries and self._is_definite(slot):
                countries = tuple(self._pair_before(slot))
            return tuple(Target(role=role, country=code, sectors=phrase.sectors, rule="office") for code in countries)
        known = self._holder(slot, role, countries) if not phrase.former else None
        if known:
            return (Target(person=known, rule="title", confidence=LINKED),)
        if countries:
            return (Target(role=role, country=countries[0], sectors=phrase.sectors, rule="office"),)
        if self._is_definite(slot) and phrase.sectors[:1] == ("GOV",) and self.home:
            return (Target(None, None, role, self.home, phrase.sectors, "office-at-home", WEAK),)
        return ()

    def _holder(self, slot: Slot, role: str | None, countries: tuple[str, ...]) -> Known | None:
        """The person whom a title means: named before, of that office, and of that state where one is said."""
        if not role or slot.sentence.tokens[slot.phrase.first].lower in ("a", "an", "any", "no", "every"):
            return None
        wanted = role.lower()
        leaders = self.references.leader_roles
        is_leader = wanted in self.references.leader_nouns or role == "Leader"
        for other in reversed(self.slots):
            if other.kind not in ("person", "office", "pronoun"):
                continue
            for target in other.targets:
                known = target.person
                if known is None or not known.roles or (countries and known.country not in countries):
                    continue
                if is_leader and any(held in leaders for held in known.roles):
                    return known
                if any(_role_fits(wanted, held.lower()) for held in known.roles):
                    return known
        return None

    def _is_definite(self, slot: Slot) -> bool:
        first = slot.sentence.tokens[slot.phrase.first]
        return first.lower in ("the", "this", "that", "its", "their") or first.text[:1].isupper()

    def _noun(self, slot: Slot) -> tuple[Target, ...]:
        phrase = slot.phrase
        owner = self._possessor(slot)
        countries = phrase.countries or ((owner,) if owner else ())
        if countries:
            return tuple(Target(country=code, sectors=phrase.sectors, rule=phrase.rule) for code in countries)
        if not self._is_definite(slot):
            return (Target(sectors=phrase.sectors, rule=phrase.rule),)
        lemma = slot.head.lemma
        for other in reversed(self.slots):
            if other.kind == "noun" and other.codes and other.head.lemma == lemma:
                return tuple(
                    Target(country=code, sectors=phrase.sectors, rule="noun-again", confidence=LINKED)
                    for code in dict.fromkeys(other.codes)
                )
        if phrase.sectors[:1] == ("GOV",) and self.home and slot.head.lower not in ("officials", "sources"):
            return (Target(country=self.home, sectors=phrase.sectors, rule="noun-at-home", confidence=WEAK),)
        return (Target(sectors=phrase.sectors, rule=phrase.rule),)

    # -- pronouns and pairs ---------------------------------------------------------------------------------------

    def _pronoun(self, slot: Slot) -> tuple[Target, ...]:
        word = slot.sentence.tokens[slot.phrase.first].lower
        if word in ("he", "she", "him", "her", "his", "himself", "herself", "hers"):
            return self._person_before(slot)
        if word in ("it", "its", "itself"):
            return self._state_before(slot)
        return self._several_before(slot)

    def _recent(self, slot: Slot) -> list[Slot]:
        """The slots before this one that a pronoun may mean, nearest sentence first, subjects before others."""
        near = [
            other
            for other in self.slots
            if 0 <= slot.sentence.index - other.sentence.index <= PRONOUN_REACH
            and other.sentence.region is slot.sentence.region
            and slot.sentence.paragraph - other.sentence.paragraph <= 1
            and (other.sentence is not slot.sentence or other.phrase.last < slot.phrase.first)
        ]

        def rank(other: Slot) -> tuple[int, bool, int]:
            behind = slot.sentence.index - other.sentence.index
            # Within one sentence and the next the first subject goes on being spoken of.
            return behind, not other.is_subject, other.phrase.first if other.is_subject else -other.phrase.first

        return sorted(near, key=rank)

    def _person_before(self, slot: Slot) -> tuple[Target, ...]:
        for other in self._recent(slot):
            persons = [target for target in other.targets if target.person is not None]
            if len(persons) == 1 and other.kind in ("person", "office", "pronoun"):
                return (Target(person=persons[0].person, rule="pronoun", confidence=LINKED),)
            # "The minister said he": an office whose holder nobody names still carries its state.
            if other.kind == "office" and len(other.targets) == 1 and not other.phrase.plural:
                target = other.targets[0]
                return (Target(None, None, target.role, target.country, target.sectors, "pronoun", LINKED),)
        return ()

    def _state_before(self, slot: Slot) -> tuple[Target, ...]:
        possessive = slot.sentence.tokens[slot.phrase.first].tag == "PRP$"
        for other in self._recent(slot):
            if other.kind not in ("state", "seat", "noun", "organisation", "that-state", "pronoun"):
                continue
            if other.kind == "pronoun" and not other.phrase.rule == "it":
                continue
            codes = list(dict.fromkeys(other.codes))
            near = other.sentence is slot.sentence
            if len(codes) != 1 or _is_place(other):
                continue
            if other.is_subject or (near and (possessive or other.head.dep in ("poss", "agent"))):
                target = other.targets[0]
                return (Target(None, target.name, None, codes[0], target.sectors, "pronoun", LINKED),)
        return ()

    def _several_before(self, slot: Slot) -> tuple[Target, ...]:
        subjects = [other for other in self._recent(slot) if other.is_subject or other.head.dep == "conj"]
        for other in subjects:
            if other.kind == "pair" or len(set(other.codes)) > 1:
                return other.targets
            if other.kind == "noun" and other.targets and other.head.tag in ("NNS", "NNPS"):
                return other.targets
            group = [
                each
                for each in self.slots
                if each.sentence is other.sentence and each.head.dep == "conj" and each.head.head == other.head.index
            ]
            if group and other.targets:
                return tuple(target for each in (other, *group) for target in each.targets)
        return ()

    def _pair(self, slot: Slot) -> tuple[Target, ...]:
        codes = self._pair_before(slot)
        return tuple(Target(country=code, rule="pair", confidence=LINKED) for code in codes)

    def _pair_before(self, slot: Slot) -> list[str]:
        """The two states that the text spoke of last, in the order of the article; empty where not exactly two."""
        found: list[str] = []
        sentence = slot.sentence.index
        for back in range(PAIR_REACH + 1):
            here = [
                code
                for other in self.slots
                if other.sentence.index == sentence - back
                and other.sentence.region in (slot.sentence.region, RegionKind.HEADLINE)
                and (back or other.phrase.last < slot.phrase.first)
                for code in other.codes
            ]
            new = [code for code in dict.fromkeys(here) if code not in found]
            if len(found) + len(new) > 2:
                return self._main_pair([*found, *new])
            found.extend(new)
            if len(found) == 2:
                return sorted(found, key=self._first_named)
        return []

    def _main_pair(self, codes: list[str]) -> list[str]:
        """The article's two most named states where both are among `codes` and no third is named as often."""
        counts: dict[str, int] = {}
        for slot in self.slots:
            for code in slot.codes:
                counts[code] = counts.get(code, 0) + 1
        ranked = sorted(counts, key=lambda code: (-counts[code], self._first_named(code)))
        if len(ranked) > 2 and counts[ranked[2]] == counts[ranked[1]]:
            return []
        pair = ranked[:2]
        return sorted(pair, key=self._first_named) if set(pair) <= set(codes) else []

    def _first_named(self, code: str) -> int:
        return next((number for number, slot in enumerate(self.slots) if code in slot.codes), len(self.slots))

    def _one_state(self, slot: Slot) -> tuple[Target, ...]:
        """"The country": the one state spoken of in this sentence or the one before."""
        for back in (0, 1):
            codes = {
                code
                for other in self.slots
                if other.sentence.index == slot.sentence.index - back
                and (back or other.phrase.last < slot.phrase.first)
                for code in other.codes
            }
            if len(codes) == 1:
                return (Target(country=codes.pop(), rule="that-state", confidence=WEAK),)
            if codes:
                return ()
        return ()


def _is_place(slot: Slot) -> bool:
    """Whether the phrase stands as a place: "in Nairobi", "near Kenya"."""
    above = slot.sentence.head(slot.head)
    return slot.head.dep == "pobj" and above.lower in ("in", "at", "near", "outside", "around", "inside", "across")


def _role_fits(wanted: str, held: str) -> bool:
    """Whether a title may mean the holder of an office: the same, or the tail of it ("minister", "prime minister")."""
    return held == wanted or held.endswith(" " + wanted) or held.startswith(wanted + " ") or wanted in held.split(" and ")
