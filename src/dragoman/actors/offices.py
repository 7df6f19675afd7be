"""Offices: what a title, a body or a common noun without a name means.

In: the slot of an office or noun and what the article has said. Out: its Targets: the person who holds the office, the
state that owns the body, the states of "the two armies". The home of the report owns an office or ministry that stands
without a state, where no place abroad and no other holder speaks against it.
"""

from __future__ import annotations

from ..record import RegionKind
from .pairs import PairLinker
from .persons import PersonLinker
from .slots import LINKED, WEAK, Discourse, Known, Slot, Target

# "The minister" means somebody named so many sentences ago at most; "the foreign minister" may be farther.
GENERIC_REACH = 6
# People without a name ("the soldiers") are spoken of again so many sentences on at most.
GROUP_REACH = 4
_INDEFINITE = frozenset(
    {"a", "an", "any", "no", "every", "each", "some", "another", "several", "many", "all", "most", "other"}
)
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her", "both"})
_OTHERS = frozenset({"other", "another", "former", "local"})
_GOVERNMENTS = frozenset({"government", "cabinet"})
_VISITING = frozenset({"visiting"})


class OfficeLinker:
    """Links offices, bodies and common nouns of one article."""

    def __init__(self, discourse: Discourse, persons: PersonLinker, pairs: PairLinker) -> None:
        self.discourse = discourse
        self.references = discourse.references
        self.persons = persons
        self.pairs = pairs

    def link_office(self, slot: Slot) -> tuple[Target, ...]:
        """The holder of an office, or the office with its state."""
        phrase = slot.phrase
        role, sectors = (phrase.roles[0] if phrase.roles else None), phrase.sectors
        if role == "Counterpart":
            repeated = self.persons.office_beside(slot)
            role, sectors = (repeated.role, repeated.sectors) if repeated else (None, sectors)
        elif role == "Colleague":
            role = None
        owned, owners = self.persons.states.possessors(slot)
        if owned and not owners and not phrase.plural:
            owners = self.persons.states.office_owners(slot)
        countries = phrase.countries or tuple(owners if phrase.plural else owners[:1] if len(owners) == 1 else ())
        if phrase.plural:
            if not countries and not owned and self._starts_with(slot, _DEFINITE):
                countries = tuple(self.pairs.of_phrase(slot))
            if not countries:
                return (Target(role=role, sectors=sectors, rule="office"),) if sectors else ()
            return tuple(Target(role=role, country=code, sectors=sectors, rule="office") for code in countries)
        known = self._holder(slot, role, countries) if not phrase.former else None
        if known:
            return (Target(person=known, rule="title", confidence=LINKED),)
        if phrase.rule == "rank" and not countries:
            return ()
        if countries:
            return (Target(role=role, country=countries[0], sectors=sectors, rule="office"),)
        home = self.discourse.home
        if (
            home
            and not owned
            and sectors[:1] == ("GOV",)
            and self._is_at_home(slot)
            and role not in self.discourse.held_abroad
        ):
            return (Target(None, None, role, home, sectors, "office-at-home", WEAK),)
        return (Target(role=role, sectors=sectors, rule="office"),) if sectors else ()

    def _starts_with(self, slot: Slot, words: frozenset[str]) -> bool:
        return slot.first.lower in words

    def _is_at_home(self, slot: Slot) -> bool:
        """Whether the phrase may mean an office of the report's home: "the foreign minister" in the body, with no
        foreign capital in the sentence and no visitor meant."""
        words = {token.lower for token in slot.sentence.tokens[slot.phrase.first : slot.phrase.last + 1]}
        return (
            slot.sentence.region is RegionKind.BODY
            and not words & (_VISITING | _OTHERS)
            and self._is_definite(slot)
            and slot.quote is None
            and not self.persons.states.capitals_in(slot) - {self.discourse.home}
        )

    def _is_definite(self, slot: Slot) -> bool:
        """ "The minister", "Foreign Minister", not "a minister" and not "Ministers" at the head of a sentence."""
        first = slot.first
        if first.lower in _INDEFINITE:
            return False
        return first.lower in _DEFINITE or (
            first.text[:1].isupper() and first.index > 0 and first.tag in ("NNP", "NNPS")
        )

    def _holder(self, slot: Slot, role: str | None, countries: tuple[str, ...]) -> Known | None:
        """The person whom a title means: named before, of that office, and of that state where one is said."""
        if not role or self._starts_with(slot, _INDEFINITE):
            return None
        is_leader = role.lower() in self.references.leader_nouns
        generic = role in self.references.generic_roles or is_leader or slot.phrase.rule == "rank"
        gender = self.persons.gender_of(slot.sentence.tokens[slot.phrase.last].lower)
        words = {token.lower for token in slot.sentence.tokens[slot.phrase.first : slot.phrase.last + 1]}
        for other in reversed(self.discourse.titled):
            if generic and slot.sentence.index - other.sentence.index > GENERIC_REACH:
                return None
            if other.sentence is slot.sentence and other.phrase.last >= slot.phrase.first:
                continue
            for target in other.targets:
                known = target.person
                if known is None or (countries and known.country not in countries):
                    continue
                if gender and known.gender and gender != known.gender:
                    continue
                if words & _VISITING and known.country in (None, self.discourse.home):
                    continue
                if self._holds(known, role, is_leader=is_leader, rank=slot.phrase.rule == "rank"):
                    return known
        return None

    def _holds(self, known: Known, role: str, *, is_leader: bool, rank: bool) -> bool:
        if rank:
            wanted = role.lower()
            return any(held.lower() == wanted or held.lower().endswith(" " + wanted) for held in known.ranks)
        if known.former:
            return False
        if is_leader:
            return any(held in self.references.leader_roles for held in known.roles)
        return any(role_fits(role.lower(), held.lower()) for held in known.roles)

    # -- bodies and common nouns ----------------------------------------------------------------------------------

    def link_noun(self, slot: Slot) -> tuple[Target, ...]:
        """The state that owns a body or people, or the sector alone."""
        phrase = slot.phrase
        owned, owners = self.persons.states.possessors(slot)
        countries = phrase.countries or (tuple(owners) if len(owners) == 1 or slot.is_several else ())
        if countries:
            return tuple(Target(country=code, sectors=phrase.sectors, rule=phrase.rule) for code in countries)
        bare = (Target(sectors=phrase.sectors, rule=phrase.rule),)
        if owned or not self._starts_with(slot, _DEFINITE) and not slot.head.tag.startswith("NNP"):
            return bare
        if slot.first.lower in _INDEFINITE:
            return bare
        again = self._again(slot)
        if again:
            return again
        speaker = self._speaker_state(slot)
        if speaker:
            return (Target(country=speaker, sectors=phrase.sectors, rule="noun-of-speaker", confidence=WEAK),)
        home = self.discourse.home
        is_body = phrase.sectors[:1] == ("GOV",) and slot.head.tag in ("NN", "NNP") and self._is_government(slot)
        if is_body and home and self._is_at_home(slot):
            return (Target(country=home, sectors=phrase.sectors, rule="noun-at-home", confidence=WEAK),)
        return bare

    def _speaker_state(self, slot: Slot) -> str | None:
        """ "Kenya's minister said the government would pay": the state for which the subject above speaks."""
        if slot.head.lemma not in _GOVERNMENTS or slot.phrase.last > slot.head.index or not slot.is_subject:
            return None
        verb = slot.sentence.head(slot.head)
        if verb.dep != "ccomp":
            return None
        subject = self.discourse.subject_of(slot.sentence, slot.sentence.head(verb))
        other = self.discourse.at(slot.sentence, subject) if subject is not None else None
        if other is None or other.kind not in ("person", "office") or len(other.codes) != 1:
            return None
        sectors = other.targets[0].person.sectors if other.targets[0].person else other.targets[0].sectors
        return other.codes[0] if sectors[:1] == ("GOV",) else None

    def _is_government(self, slot: Slot) -> bool:
        """Whether the noun is a body that every state has at home, not one that stands abroad or visits."""
        lemma = slot.head.lemma
        return lemma not in self.references.abroad and lemma not in (
            "official",
            "source",
            "diplomat",
            "delegation",
            "team",
        )

    def _again(self, slot: Slot) -> tuple[Target, ...]:
        """ "The ministry" after "Kenya's foreign ministry"."""
        other = self.discourse.nouns.get(slot.head.lemma)
        if other is None or other.is_several != slot.is_several:
            return ()
        behind = slot.sentence.index - other.sentence.index
        if slot.is_several and behind > GROUP_REACH or other.quote is not None and other.quote != slot.quote:
            return ()
        return tuple(
            Target(country=code, sectors=slot.phrase.sectors, rule="noun-again", confidence=LINKED)
            for code in other.codes
        )


def role_fits(wanted: str, held: str) -> bool:
    """Whether a title may mean the holder of an office: the same, or the tail of it ("minister", "prime minister")."""
    if (
        wanted.endswith("minister")
        and held.startswith(("deputy", "vice", "first deputy"))
        and not wanted.startswith(("deputy", "vice"))
    ):
        return wanted == "minister" and held.endswith("minister") and "prime" not in held
    return held == wanted or held.endswith(" " + wanted) or held.startswith(wanted + " ")
