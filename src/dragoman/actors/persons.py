"""Persons: who is meant by a name, and which state they belong to.

In: the slot of a name and what the article has said. Out: its Target. The state is what stands beside the name; else
what a possessive, a body of the same name, a list or the person's own capital shows; else the home of the report, for
offices that one person holds. What nothing shows stays None.
"""

from __future__ import annotations

from ..lexicon.cities import load_city_states
from ..lexicon.officials import Holder
from ..record import RegionKind
from ..record.sighting import SIGHTING
from .people import People
from .slots import LINKED, SEEN, SURE, WEAK, Discourse, Known, Slot, Target
from .tenures import Told

# A body named so many sentences ago still owns the office that repeats it ("a ministry spokesman").
BODY_REACH = 2
_LIST_WORDS = frozenset({",", "and", "as", "well", "along", "with", "also", "by", ";", "accompanied", "plus"})
_COMPANY = frozenset({"along", "accompanied", "well", "plus"})
_STATE_SECTORS = frozenset({"GOV", "MIL", "LEG"})
_PLACE_WORDS = frozenset({"in", "at", "near", "outside", "around", "across"})
_COUNTERPART, _COLLEAGUE = "Counterpart", "Colleague"


class PersonLinker:
    """Links names to the persons of one article."""

    def __init__(self, discourse: Discourse, people: People) -> None:
        self.discourse = discourse
        self.people = people

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
        roles = [role for role in phrase.roles if role not in (_COUNTERPART, _COLLEAGUE)]
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
        elif len(name.split()) > len(known.name.split()):
            self.people.rename(known, name)
        self._title(known, slot)
        known.gender = known.gender or self._gender(slot)
        if known.country is None or (phrase.countries and known.confidence == WEAK):
            self._place(known, slot)
        elif known.rule == SIGHTING:
            self._correct(known, slot)
        self._hold(known, slot)
        return known

    def _correct(self, known: Known, slot: Slot) -> None:
        """Let what this article links go before what others showed, but not what it leaves to guess."""
        seen = known.country, known.rule, known.confidence
        self._place(known, slot)
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
        told = Told([role for role in known.roles if role not in (_COUNTERPART, _COLLEAGUE)], (), known.former)
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
        roles = [role for role in phrase.roles if role not in (_COUNTERPART, _COLLEAGUE)]
        sectors = phrase.sectors
        if _COUNTERPART in phrase.roles:
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

    # -- the state ----------------------------------------------------------------------------------------------

    def _place(self, known: Known, slot: Slot) -> None:
        if slot.phrase.countries:
            confidence = WEAK if slot.phrase.local else SURE
            known.country, known.rule, known.confidence = slot.phrase.countries[0], slot.phrase.rule, confidence
            return
        owned, owners = self.possessors(slot)
        if owned:
            if len(owners) == 1:
                known.country, known.rule, known.confidence = owners[0], "named-possessor", LINKED
            return
        superior = self._superior(slot)
        if superior:
            known.country, known.rule, known.confidence = superior, "named-possessor", LINKED
            return
        if not slot.phrase.roles:
            return
        found = self._body_named(slot), "named-of-body", LINKED
        if not found[0]:
            in_list, neighbour = self._list_neighbour(slot)
            if in_list and neighbour is None:
                return
            found = neighbour, "named-in-list", LINKED
        if not found[0]:
            found = self._state_around(known, slot)
        if found[0]:
            known.country, known.rule, known.confidence = found

    def _state_around(self, known: Known, slot: Slot) -> tuple[str | None, str, float]:
        """The state that the sentence, the topic or the report's home shows."""
        home = self.discourse.home
        beside = self._speaking_state(slot) or self._topic_in_its_capital(slot)
        if beside and beside != home:
            return beside, "named-beside", WEAK
        if self.capitals_in(slot) - {home}:
            # "The prime minister said in Tallinn" under another dateline: either may be meant.
            return None, "", WEAK
        if home and set(slot.phrase.sectors[:1]) <= _STATE_SECTORS and slot.phrase.sectors and not self._is_held(known):
            return home, "named-at-home", WEAK
        if slot.is_subject and slot.phrase.sectors[:1] == ("GOV",) and slot.sentence.region is RegionKind.BODY:
            # "Kenya still holds two men; Foreign Minister X said they would be freed."
            return self._subject_state(slot, ("state", "seat")), "named-beside", WEAK
        return None, "", WEAK

    def possessors(self, slot: Slot) -> tuple[bool, list[str]]:
        """Whether "its", "his" or "their" stands before the phrase, and the states that it means."""
        tokens = slot.sentence.tokens
        for at in range(slot.phrase.first, max(-1, slot.phrase.first - 4), -1):
            if tokens[at].tag == "PRP$":
                if tokens[at].lower in ("my", "our", "your"):
                    return True, []
                other = self.discourse.at(slot.sentence, tokens[at])
                return True, other.codes if other is not None and other is not slot else []
            if at < slot.phrase.first and tokens[at].pos not in ("ADJ", "NOUN", "PROPN", "VERB", "NUM", "ADV", "PUNCT"):
                break
            if tokens[at].text == ",":
                break
        return False, []

    def _superior(self, slot: Slot) -> str | None:
        """The state of the person whose the office is: "President Y's envoy, X"."""
        at, tokens = slot.phrase.first - 1, slot.sentence.tokens
        while at > 0 and tokens[at].pos in ("ADJ", "NOUN") and slot.phrase.first - at < BODY_REACH + 2:
            at -= 1
        if at < 1 or tokens[at].tag != "POS":
            return None
        other = self.discourse.at(slot.sentence, tokens[at - 1])
        return other.codes[0] if other is not None and other.kind == "person" and len(other.codes) == 1 else None

    def _body_named(self, slot: Slot) -> str | None:
        """The state of the body that the office repeats: "a ministry spokesman, X" after "Kenya's foreign ministry"."""
        first, last = slot.phrase.intro or (slot.phrase.first, slot.phrase.last)
        lemmas = {token.lemma for token in slot.sentence.tokens[first : last + 1] if token.pos == "NOUN"}
        for other in self.discourse.back(slot, BODY_REACH):
            if other.kind == "noun" and other.head.lemma in lemmas and len(other.codes) == 1:
                return other.codes[0]
        return None

    def _list_neighbour(self, slot: Slot) -> tuple[bool, str | None]:
        """Whether the person stands in a list behind another one, and the state that the list shares.

        Two office-holders joined by a bare "and" under another state's dateline may be a guest and a host, and two
        holders of one office are never of one state: then nobody's state is shown.
        """
        for other in reversed(self.discourse.before(slot)):
            if other.kind != "person":
                continue
            between = slot.sentence.tokens[other.phrase.last + 1 : slot.phrase.first]
            words = {token.lower for token in between if token.dep != "det" and token.tag != "PRP$"}
            if not words or not words <= _LIST_WORDS or len(between) > 6:
                return False, None
            code = other.targets[0].code if other.targets else None
            person = other.targets[0].person if other.targets else None
            if person is not None and set(person.roles) & set(slot.phrase.roles):
                return False, None
            bare = words == {"and"} and not self._is_third(other) and not words & _COMPANY
            foreign = bool(self.discourse.home) and code != self.discourse.home
            return bool(code), None if bare and foreign else code
        return False, None

    def _is_third(self, other: Slot) -> bool:
        """Whether a list of persons already ran before `other`."""
        tokens = other.sentence.tokens
        before = tokens[other.phrase.first - 1].lower if other.phrase.first else ""
        persons = [each for each in self.discourse.before(other) if each.kind == "person"]
        return before == "," and bool(persons)

    def _speaking_state(self, slot: Slot) -> str | None:
        """The state of the office-holder who is the subject of the sentence, for one on whose behalf the subject acts
        ("Kenya's minister brought greetings from President X")."""
        above = slot.sentence.head(slot.head)
        if slot.head.dep != "pobj" or above.lower not in ("from", "of", "behalf"):
            return None
        return self._subject_state(slot, ("person", "office", "noun", "pronoun"))

    def capitals_in(self, slot: Slot) -> set[str]:
        """The states whose capitals the sentence names as places."""
        tokens = slot.sentence.tokens
        return {
            piece.country
            for piece in self.discourse.places.get(slot.sentence.index, ())
            if piece.first and tokens[piece.first - 1].lower == "in" and piece.country
        }

    def _topic_in_its_capital(self, slot: Slot) -> str | None:
        """ "Estonia has said no. ... Prime Minister X said in Tallinn": the state spoken of, in its own capital."""
        capitals = self.capitals_in(slot)
        for behind in range(1, BODY_REACH + 1):
            for other in self.discourse.here(slot.sentence.index - behind):
                if other.is_subject and other.kind in ("state", "seat", "noun") and other.quote is None:
                    codes = set(other.codes)
                    return codes.pop() if len(codes) == 1 and codes <= capitals else None
        return None

    def _subject_state(self, slot: Slot, kinds: tuple[str, ...]) -> str | None:
        """The one state of the first subject of the sentence before the phrase."""
        for other in self.discourse.before(slot):
            if other.is_subject and other.kind in kinds and other.quote == slot.quote:
                return other.codes[0] if len(other.codes) == 1 else None
        return None

    def _is_held(self, known: Known) -> bool:
        """Whether another person of the home state holds the same office in this article."""
        held = set(known.roles)
        return any(
            other is not known and other.country == self.discourse.home and held & set(other.roles)
            for other in self.people.known
        )
