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
from .pieces import Piece

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
    gender: str | None = None

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

    def __init__(self, references: References, home: str | None, places: dict[int, list[Piece]]) -> None:
        """`places`: the capitals that each sentence names, by its number."""
        self.references = references
        self.home = home
        self.places = places
        self.people: list[Known] = []
        self.slots: list[Slot] = []

    def add(self, sentence: Sentence, phrase: Phrase) -> None:
        """Link one phrase and remember it."""
        slot = Slot(sentence, phrase, phrase.kind)
        if phrase.kind == "person":
            slot.targets = self._person(slot)
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

    def _person(self, slot: Slot) -> tuple[Target, ...]:
        """The person meant; nobody where a single word is neither introduced nor a name met before, since such words
        are as often towns and firms."""
        phrase = slot.phrase
        single = phrase.name is not None and " " not in phrase.name
        if single and not phrase.roles and not phrase.countries and not phrase.sectors and self.person_named(phrase.name or "") is None:
            return ()
        return (Target(person=self._meet(slot)),)

    def _meet(self, slot: Slot) -> Known:
        phrase = slot.phrase
        assert phrase.name is not None
        known = self.person_named(phrase.name)
        if known is None:
            known = Known(phrase.name)
            self.people.append(known)
        elif len(phrase.name.split()) > len(known.name.split()):
            known.name = phrase.name
        roles = [role if role != "Counterpart" else self._role_beside(slot) for role in phrase.roles if role != "Colleague"]
        new_roles = [role for role in roles if role and role not in known.roles]
        if not known.roles or known.rule == "named":
            known.roles.extend(new_roles)
        if phrase.sectors and not known.sectors:
            known.sectors = phrase.sectors
        known.former = known.former or phrase.former
        known.gender = known.gender or self._gender(slot)
        if known.country is None or (phrase.countries and known.confidence == WEAK):
            self._place_person(known, slot)
        return known

    def _gender(self, slot: Slot) -> str | None:
        """What the title says ("spokeswoman", "Mr.", "Queen"); None where it says nothing."""
        first, last = slot.phrase.intro or (slot.phrase.first, slot.phrase.last)
        for token in slot.sentence.tokens[first : last + 1]:
            if token.lower in self.references.men or token.lower.endswith(("sman", "rman")):
                return "he"
            if token.lower in self.references.women or token.lower.endswith("woman"):
                return "she"
        return None

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
        body = self._body_named(slot)
        if body:
            known.country, known.rule, known.confidence = body, "named-of-body", LINKED
            return
        neighbour = self._list_neighbour(slot)
        if neighbour:
            known.country, known.rule, known.confidence = neighbour, "named-in-list", LINKED
            return
        beside = self._speaking_state(slot) or self._topic_in_its_capital(slot)
        if beside and beside != self.home:
            known.country, known.rule, known.confidence = beside, "named-beside", WEAK
        elif self._capitals_here(slot) - {self.home}:
            # "The prime minister said in Tallinn" under another dateline: either may be meant.
            return
        elif self.home and phrase.sectors[:1] in (("GOV",), ("MIL",), ("LEG",)) and not self._is_held(known):
            known.country, known.rule, known.confidence = self.home, "named-at-home", WEAK
        elif slot.is_subject and phrase.sectors[:1] == ("GOV",):
            # "Kenya still holds two men; Foreign Minister X said they would be freed."
            state = self._subject_state(slot, ("state", "seat"))
            if state:
                known.country, known.rule, known.confidence = state, "named-beside", WEAK

    def _body_named(self, slot: Slot) -> str | None:
        """The state of the body that the office repeats: "a ministry spokesman, X" after "Kenya's foreign ministry"."""
        first, last = slot.phrase.intro or (slot.phrase.first, slot.phrase.last)
        lemmas = {token.lemma for token in slot.sentence.tokens[first : last + 1] if token.pos == "NOUN"}
        for other in reversed(self.slots):
            if slot.sentence.index - other.sentence.index > PRONOUN_REACH:
                return None
            if other.kind == "noun" and other.head.lemma in lemmas and len(set(other.codes)) == 1:
                return other.codes[0]
        return None

    def _speaking_state(self, slot: Slot) -> str | None:
        """The state of the office-holder who is the subject of the sentence, for one on whose behalf the subject acts
        ("Kenya's minister brought greetings from President X")."""
        above = slot.sentence.head(slot.head)
        if slot.head.dep != "pobj" or above.lower not in ("from", "of", "behalf"):
            return None
        return self._subject_state(slot, ("person", "office", "noun", "pronoun"))

    def _capitals_here(self, slot: Slot) -> set[str]:
        """The states whose capitals the sentence names as places behind its subject."""
        tokens = slot.sentence.tokens
        return {
            piece.country
            for piece in self.places.get(slot.sentence.index, ())
            if piece.first and tokens[piece.first - 1].lower == "in" and piece.country
        }

    def _topic_in_its_capital(self, slot: Slot) -> str | None:
        """"Estonia has said no. ... Prime Minister X said in Tallinn": the state spoken of, in its own capital."""
        capitals = self._capitals_here(slot)
        for other in reversed(self.slots):
            if other.sentence is slot.sentence or not other.is_subject or other.kind not in ("state", "seat", "noun"):
                continue
            if slot.sentence.index - other.sentence.index > PRONOUN_REACH:
                return None
            codes = set(other.codes)
            return codes.pop() if len(codes) == 1 and codes <= capitals else None
        return None

    def _subject_state(self, slot: Slot, kinds: tuple[str, ...]) -> str | None:
        """The one state of the first subject of the sentence before the phrase."""
        for other in self.slots:
            if other.sentence is slot.sentence and other.is_subject and other.kind in kinds:
                codes = list(dict.fromkeys(other.codes))
                return codes[0] if len(codes) == 1 else None
        return None

    def _is_held(self, known: Known) -> bool:
        """Whether another person of the home state holds the same office in this article."""
        return any(
            other is not known and other.country == self.home and set(other.roles) & set(known.roles)
            for other in self.people
        )

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
                return other.targets[0].code if other.targets else None
            return None
        return None

    def _possessor(self, slot: Slot) -> str | None:
        """The one state that "its", "his" or "their" before the phrase means."""
        codes = self._possessors(slot)
        return codes[0] if len(codes) == 1 else None

    def _possessors(self, slot: Slot) -> list[str]:
        """The states that "its", "his" or "their" before the phrase means."""
        tokens = slot.sentence.tokens
        for at in range(slot.phrase.first, max(-1, slot.phrase.first - 4), -1):
            if tokens[at].tag == "PRP$":
                for other in reversed(self.slots):
                    if other.sentence is slot.sentence and other.phrase.first == at:
                        return list(dict.fromkeys(other.codes))
                return []
        return []

    # -- offices, bodies and common nouns ------------------------------------------------------------------------

    def _office(self, slot: Slot) -> tuple[Target, ...]:
        phrase = slot.phrase
        role = phrase.roles[0] if phrase.roles else None
        if role == "Counterpart":
            role = self._role_beside(slot)
        owner = self._possessor(slot)
        countries = phrase.countries or ((owner,) if owner else ())
        if phrase.plural:
            if not countries:
                countries = tuple(self._possessors(slot))
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
        word = slot.sentence.tokens[slot.phrase.first].lower
        gender = "he" if word in ("he", "him", "his", "himself") else "she"
        for other in self._recent(slot):
            persons = [
                target for target in other.targets if target.person is not None and target.person.gender in (None, gender)
            ]
            if len(persons) == 1 and other.kind in ("person", "office", "pronoun"):
                known = persons[0].person
                assert known is not None
                known.gender = gender
                return (Target(person=known, rule="pronoun", confidence=LINKED),)
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
            group = self._joined(other)
            if len(group) > 1 and other.targets:
                return tuple(target for each in group for target in each.targets)
        return ()

    def _joined(self, first: Slot) -> list[Slot]:
        """The slot and those coordinated with it ("A, B and C")."""
        return [
            each
            for each in self.slots
            if each.sentence is first.sentence and (each is first or (each.head.dep == "conj" and _conj_root(each) == first.head.index))
        ]

    def _pair(self, slot: Slot) -> tuple[Target, ...]:
        codes = self._pair_before(slot)
        return tuple(Target(country=code, rule="pair", confidence=LINKED) for code in codes)

    def _pair_before(self, slot: Slot) -> list[str]:
        """The states that the text spoke of last, as many as the phrase says (two where it does not say), in the order of
        the article; empty where not exactly so many are shown."""
        found: list[str] = []
        sentence = slot.sentence.index
        count = _count(slot)
        for back in range(PAIR_REACH + 1):
            joined = self._joined_subject(slot, sentence - back, count)
            if joined and not found:
                return joined
            if count != 2:
                continue
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

    def _joined_subject(self, slot: Slot, sentence: int, count: int) -> list[str]:
        """The states that together are the subject of a sentence before the phrase ("A and B have agreed")."""
        here = [each for each in self.slots if each.sentence.index == sentence and (each.sentence is not slot.sentence or each.phrase.last < slot.phrase.first)]
        for first in here:
            if not first.is_subject:
                continue
            codes = list(dict.fromkeys(code for each in self._joined(first) if each in here for code in each.codes))
            if len(codes) == count:
                return codes
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


def _conj_root(slot: Slot) -> int:
    """The token at the head of a coordination."""
    token = slot.head
    while token.dep == "conj":
        token = slot.sentence.tokens[token.head]
    return token.index


_COUNTS = {"three": 3, "four": 4, "five": 5, "six": 6}


def _count(slot: Slot) -> int:
    """How many states a phrase means ("the three governments"): two where it names no other number."""
    words = [token.lower for token in slot.sentence.tokens[slot.phrase.first : slot.phrase.last + 1]]
    return next((_COUNTS[word] for word in words if word in _COUNTS), 2)


def _is_place(slot: Slot) -> bool:
    """Whether the phrase stands as a place: "in Nairobi", "near Kenya"."""
    above = slot.sentence.head(slot.head)
    return slot.head.dep == "pobj" and above.lower in ("in", "at", "near", "outside", "around", "inside", "across")


def _role_fits(wanted: str, held: str) -> bool:
    """Whether a title may mean the holder of an office: the same, or the tail of it ("minister", "prime minister")."""
    return held == wanted or held.endswith(" " + wanted) or held.startswith(wanted + " ") or wanted in held.split(" and ")
