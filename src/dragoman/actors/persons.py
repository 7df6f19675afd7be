"""Persons: who is meant by a name, of which office.

In: the slot of a name and what the article has said. Out: its Target. The same name means the same person; a single
word that nobody introduces means nobody. Which state they belong to is found by `allegiance`.
"""

from __future__ import annotations

from ..lexicon.cities import load_city_states
from ..lexicon.officials import Holder
from ..record.sighting import SIGHTING
from .allegiance import COLLEAGUE, COUNTERPART, StateFinder
from .people import People
from .slots import LINKED, SEEN, WEAK, Discourse, Known, Slot, Target
from .tenures import Told

_PLACE_WORDS = frozenset({"in", "at", "near", "outside", "around", "across"})


class PersonLinker:
    """Links names to the persons of one article."""

    def __init__(self, discourse: Discourse, people: People) -> None:
        self.discourse = discourse
        self.people = people
        self.states = StateFinder(discourse, people)

    def link(self, slot: Slot) -> tuple[Target, ...]:
        """The person meant; nobody where a single word or the name of a town is neither introduced nor met before,
        since such words are as often places and firms."""
        phrase = slot.phrase
        name = phrase.name or ""
        gender = self._gender(slot)
        found = self.people.named(name, fits=lambda known: self._fits(slot, known, gender))
        if len(found) > 1:
            return self._shared(found)
        tells = bool(phrase.roles or phrase.countries or phrase.sectors or phrase.ranks)
        if not found and not tells and (" " not in name or self._is_town(slot, name)):
            holder = None if self._stands_as_place(slot) else self._holder(name, slot)
            if holder is None:
                return ()
        return (Target(person=self._meet(slot, found[0] if found else None)),)

    def _is_town(self, slot: Slot, name: str) -> bool:
        return self._stands_as_place(slot) or name.casefold() in load_city_states()

    def _stands_as_place(self, slot: Slot) -> bool:
        return slot.head.dep == "pobj" and slot.sentence.head(slot.head).lower in _PLACE_WORDS

    def _holder(self, name: str, slot: Slot) -> Holder | None:
        """The office-holder of the tables whom a name means by itself."""
        phrase, tenures = slot.phrase, self.discourse.tenures
        roles = [role for role in phrase.roles if role not in (COUNTERPART, COLLEAGUE)]
        told = Told(roles, () if phrase.local else phrase.countries, phrase.former)
        return tenures.whole(name, told) or tenures.surname(name, told)

    def _shared(self, found: list[Known]) -> tuple[Target, ...]:
        """What several persons of one name share: their state."""
        countries = {known.country for known in found}
        country = countries.pop() if len(countries) == 1 else None
        return (Target(country=country, rule="shared-name", confidence=LINKED),) if country else ()

    def _fits(self, slot: Slot, known: Known, gender: str | None) -> bool:
        """Whether nothing beside the name speaks against the person: another state, another gender, another office."""
        phrase = slot.phrase
        if phrase.countries and known.country and known.country not in phrase.countries and known.confidence >= LINKED:
            return False
        return not (gender and known.gender and gender != known.gender)

    def _meet(self, slot: Slot, known: Known | None) -> Known:
        phrase = slot.phrase
        name = phrase.name or ""
        if known is None:
            known = self.people.add(name)
            self._name_late(known, slot)
        elif len(name.split()) > len(known.name.split()):
            self.people.rename(known, name)
        self._title(known, slot)
        known.gender = known.gender or self._gender(slot)
        if known.country is None or (phrase.countries and known.confidence == WEAK):
            self.states.place(known, slot)
        elif known.rule == SIGHTING:
            self._correct(known, slot)
        else:
            self.states.reconsider(known, slot)
        self._hold(known, slot)
        return known

    def _name_late(self, known: Known, slot: Slot) -> None:
        """Give a new name of which nothing is told the office that spoke in the sentence before."""
        phrase = slot.phrase
        if phrase.roles or phrase.countries or phrase.sectors or phrase.ranks or " " not in known.name:
            return
        office = self.states.topics.named_late(slot)
        if office is not None and office.role is not None and self._holder(known.name, slot) is None:
            known.roles.append(office.role)
            known.country, known.sectors = office.country, office.sectors
            known.rule, known.confidence = "named-late", LINKED

    def _correct(self, known: Known, slot: Slot) -> None:
        """Let what this article links go before what others showed, but not what it leaves to guess."""
        seen = known.country, known.rule, known.confidence
        self.states.place(known, slot)
        if known.confidence < SEEN:
            known.country, known.rule, known.confidence = seen

    def _hold(self, known: Known, slot: Slot) -> None:
        """Take over what the tables of office-holders say: the state where the text shows none for certain, and the
        sectors on the day of the text."""
        if known.holder is None:
            holder = self._holder(known.name, slot)
            if holder is None:
                self._recall(known)
                return
            if known.country not in (None, holder.country) and known.confidence >= LINKED:
                return
            known.holder = holder
            if known.country is None or known.confidence < LINKED:
                country = self.discourse.tenures.state_of(holder)
                known.country, known.rule, known.confidence = country, "office-holder", LINKED
        told = Told([role for role in known.roles if role not in (COUNTERPART, COLLEAGUE)], (), known.former)
        sectors = None if known.former else self.discourse.tenures.sectors(known.holder, told)
        if sectors is not None:
            known.sectors = sectors

    def _recall(self, known: Known) -> None:
        """Take over what other articles showed of a name to which neither this one nor the tables give a state."""
        if known.country is not None and known.confidence > WEAK:
            return
        seen = self.discourse.witnesses.seen(known.name, known.sectors)
        if seen is not None:
            known.country, known.rule, known.confidence = seen.country, SIGHTING, SEEN
            known.sectors = known.sectors or seen.sectors

    def _title(self, known: Known, slot: Slot) -> None:
        """Take over what the phrase says of office, rank and sector, where nothing was known."""
        phrase = slot.phrase
        roles = [role for role in phrase.roles if role not in (COUNTERPART, COLLEAGUE)]
        sectors = phrase.sectors
        if COUNTERPART in phrase.roles:
            repeated = self.office_beside(slot)
            if repeated is not None and repeated.role:
                roles.append(repeated.role)
                sectors = sectors or repeated.sectors
        if not known.roles:
            known.roles.extend(dict.fromkeys(roles))
            if roles or not known.sectors:
                known.sectors = sectors or known.sectors
                known.former = known.former or phrase.former
        known.ranks.extend(rank for rank in phrase.ranks if rank not in known.ranks)

    def _gender(self, slot: Slot) -> str | None:
        """What the title says ("spokeswoman", "Mr.", "Queen"); None where it says nothing."""
        first, last = slot.phrase.intro or (slot.phrase.first, slot.phrase.last)
        for token in slot.sentence.tokens[first : last + 1]:
            gender = self.gender_of(token.lower)
            if gender:
                return gender
        return None

    def gender_of(self, word: str) -> str | None:
        """ "he", "she" or None for a title."""
        if word in self.discourse.references.women or word.endswith("woman"):
            return "she"
        return "he" if word in self.discourse.references.men or word.endswith(("sman", "rman")) else None

    def office_beside(self, slot: Slot) -> Target | None:
        """Whose office "counterpart" repeats: the one that its possessive means, else the one named last before."""
        for other in self.discourse.back(slot, 1):
            for target in other.targets:
                role = target.person.role if target.person else target.role
                if role:
                    sectors = target.person.sectors if target.person else target.sectors
                    return Target(role=role, sectors=sectors)
        return None
