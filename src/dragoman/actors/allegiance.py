"""Allegiance: which state a person belongs to.

In: a person and a slot of their name. Out: the state, its rule and confidence, set on the person. It is what stands
beside the name; else what a possessive, a body of the same name, a list or the person's own capital shows; else the
home of the report, for offices that one person holds, or the one side of it that is not excluded. What nothing shows
stays None.
"""

from __future__ import annotations

from ..record import RegionKind
from .people import People
from .sides import load_side_words
from .slots import LINKED, SURE, WEAK, Discourse, Known, Slot
from .topics import TopicReader

# A body named so many sentences ago still owns the office that repeats it ("a ministry spokesman").
BODY_REACH = 2
_LIST_WORDS = frozenset({",", "and", "as", "well", "along", "with", "also", "by", ";", "accompanied", "plus"})
_COMPANY = frozenset({"along", "accompanied", "well", "plus"})
_STATE_SECTORS = frozenset({"GOV", "MIL", "LEG"})
COUNTERPART, COLLEAGUE = "Counterpart", "Colleague"
# A state with the rule that found it and what it is worth.
Found = tuple[str | None, str, float]
NOTHING: Found = (None, "", WEAK)
# What stands for itself where a possessive follows: "the country's", "the ministry's", "the EU's".
_OWNERS = frozenset({"person", "office", "that-state", "noun", "organisation"})
_SPOKESMAN = "Spokesman"
# Codes of what no state owns.
_BODIES = frozenset({"UNO", "EUR", "IGO", "NGO"})


class StateFinder:
    """Finds the states of the persons of one article."""

    def __init__(self, discourse: Discourse, people: People) -> None:
        self.discourse = discourse
        self.people = people
        self.words = load_side_words()
        self.topics = TopicReader(discourse, self.words)

    def place(self, known: Known, slot: Slot) -> None:
        """Set the state that the slot shows, where it shows one."""
        found = self._found(known, slot)
        if found[0]:
            known.country, known.rule, known.confidence = found

    def reconsider(self, known: Known, slot: Slot) -> None:
        """Take back a state that was but inferred where the slot shows that the person is not of it."""
        if known.confidence == WEAK and known.country in self.discourse.sides.not_of(slot.sentence, slot.phrase):
            known.country = None
            self.place(known, slot)

    def _found(self, known: Known, slot: Slot) -> Found:
        phrase = slot.phrase
        if phrase.countries:
            return phrase.countries[0], phrase.rule, WEAK if phrase.local else SURE
        acts_for = self.discourse.sides.acts_for(slot.sentence, phrase)
        if acts_for:
            return acts_for, "named-acting-for", LINKED
        owned, owners = self.possessors(slot)
        if owned:
            owners = owners or self.office_owners(slot)
            return (owners[0], "named-possessor", LINKED) if len(owners) == 1 else NOTHING
        superior = self._superior(slot)
        if superior:
            return superior, "named-possessor", LINKED
        if not phrase.roles:
            return NOTHING
        body = self._body_named(slot) or self.topics.repeated_office(slot)
        if body:
            return body, "named-of-body", LINKED
        in_list, neighbour = self._list_neighbour(slot)
        excluded = self._excluded(known, slot)
        if neighbour and neighbour not in excluded:
            return neighbour, "named-in-list", LINKED
        return NOTHING if in_list and neighbour is None else self._state_around(known, slot, excluded)

    def _excluded(self, known: Known, slot: Slot) -> set[str]:
        """The states of which the person is not: by this slot, or as others hold the office there."""
        found = set(self.discourse.sides.not_of(slot.sentence, slot.phrase))
        home = self.discourse.home
        return found | {home} if home and self._is_held(known) else found

    def _state_around(self, known: Known, slot: Slot, excluded: set[str]) -> Found:
        """The state that the sentence, the topic or the report's home shows."""
        home = self.discourse.home
        beside = self._speaking_state(slot) or self._topic_in_its_capital(slot)
        if beside and beside != home:
            return beside, "named-beside", WEAK
        fronted = self.topics.fronted_capital(slot)
        if fronted and fronted not in excluded and slot.phrase.sectors:
            return fronted, "named-beside", WEAK
        of_state = bool(slot.phrase.sectors) and set(slot.phrase.sectors[:1]) <= _STATE_SECTORS
        if not of_state:
            return NOTHING
        other = self._other_side(slot, excluded)
        if other and (home is None or home == other or home in excluded):
            return other, "named-other-side", WEAK
        sides = self.discourse.sides
        if home is None and sides.ground and sides.named and set(sides.named) <= excluded - {sides.ground}:
            # "MANAGUA - Deputy Foreign Minister X accused Honduras", where no third state is named.
            return sides.ground, "named-at-home", WEAK
        sent = bool(set(slot.phrase.roles) & self.discourse.references.portfolio)
        if self.capitals_in(slot) - {home}:
            # "The prime minister said in Tallinn" under another dateline: either may be meant.
            own = self.topics.own_capital(slot, self.capitals_in(slot))
            return (own, "named-beside", WEAK) if own and own not in excluded else NOTHING
        if home and home not in excluded and not sent and not slot.phrase.plural:
            return home, "named-at-home", WEAK
        if slot.is_subject and slot.phrase.sectors[:1] == ("GOV",) and slot.sentence.region is RegionKind.BODY:
            # "Kenya still holds two men; Foreign Minister X said they would be freed."
            state = self._subject_state(slot, ("state", "seat"), intending=sent)
            if not sent:
                state = state or self.topics.subject_it(slot) or self.topics.speaking_before(slot)
            return (state, "named-beside", WEAK) if state not in excluded else NOTHING
        return NOTHING

    def _other_side(self, slot: Slot, excluded: set[str]) -> str | None:
        """The side of the report that is left, where the sentence names no third state before."""
        sides = self.discourse.sides
        states = (other for other in self.discourse.before(slot) if other.kind in ("state", "seat"))
        third = any(code not in sides.pair for other in states for code in other.codes)
        return None if third else sides.other(excluded)

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

    def office_owners(self, slot: Slot) -> list[str]:
        """The state of the body that "its spokesman" means, where the pronoun alone shows none."""
        tokens = slot.sentence.tokens
        its = any(token.lower == "its" for token in tokens[max(0, slot.phrase.first - 3) : slot.phrase.first + 1])
        meant = self.topics.body_meant(slot) if its and slot.phrase.roles else None
        return [meant] if meant else []

    def _superior(self, slot: Slot) -> str | None:
        """The state or body of which a possessive says that the office is: "President Y's envoy, X", "the country's
        foreign minister, X", "the bloc's commissioner, X"."""
        at, tokens = slot.phrase.first - 1, slot.sentence.tokens
        while at > 0 and tokens[at].pos in ("ADJ", "NOUN") and slot.phrase.first - at < BODY_REACH + 2:
            at -= 1
        if at < 1 or tokens[at].tag != "POS":
            return None
        owner = tokens[at - 1]
        other = self.discourse.at(slot.sentence, owner)
        if other is not None and other.kind in _OWNERS and len(other.codes) == 1:
            return other.codes[0]
        if owner.lemma in self.words.organisations:
            named = (code for other in self.discourse.back(slot, BODY_REACH) for code in other.codes if code in _BODIES)
            return next(named, None)
        return None

    def _body_named(self, slot: Slot) -> str | None:
        """The state of the body that the office repeats: "a ministry spokesman, X" after "Kenya's foreign ministry". A
        mere spokesman speaks for the body that was the subject last: "The World Bank paid. A spokesman, X, said"."""
        first, last = slot.phrase.intro or (slot.phrase.first, slot.phrase.last)
        lemmas = {token.lemma for token in slot.sentence.tokens[first : last + 1] if token.pos == "NOUN"}
        for other in self.discourse.back(slot, BODY_REACH):
            if other.kind == "noun" and other.head.lemma in lemmas and len(other.codes) == 1:
                return other.codes[0]
        if slot.phrase.roles != (_SPOKESMAN,):
            return None
        for sentence in (slot.sentence.index, slot.sentence.index - 1):
            for other in self.discourse.here(sentence):
                if other.is_subject and other.quote is None and other.kind in ("organisation", "noun", "person"):
                    is_body = other.kind == "organisation" or (other.kind == "noun" and not other.is_several)
                    return other.codes[0] if is_body and len(other.codes) == 1 else None
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
        """The states whose capitals the sentence names as places, or on whose radio it was said."""
        tokens = slot.sentence.tokens
        return set(self.discourse.sides.media.get(slot.sentence.index, ())) | {
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

    def _subject_state(self, slot: Slot, kinds: tuple[str, ...], *, intending: bool = False) -> str | None:
        """The one state of the first subject of the sentence before the phrase; with `intending` only where the verb
        tells what the state itself wants or offers, of which its envoys speak."""
        for other in self.discourse.before(slot):
            if other.is_subject and other.kind in kinds and other.quote == slot.quote:
                meant = not intending or slot.sentence.head(other.head).lemma in self.words.intending
                return other.codes[0] if meant and len(other.codes) == 1 else None
        return None

    def _is_held(self, known: Known) -> bool:
        """Whether another person of the home state holds the same office in this article."""
        held = set(known.roles)
        return any(
            other is not known and other.country == self.discourse.home and held & set(other.roles)
            for other in self.people.known
        )
