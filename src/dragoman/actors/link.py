"""Link: what each phrase of an article means, from what the article has said before.

In: the phrases of all sentences, in order, and the home state of the report. Out: Slots with Targets. A surname means
the person named before, a title the person of that office, "he" the person last spoken of, "it" the state that was
the subject, "both countries" the two states spoken of. What nothing proves stays without a target.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..parse.tokens import Sentence
from .offices import OfficeLinker
from .pairs import PairLinker
from .people import People
from .persons import PersonLinker
from .phrases import Phrase
from .pronouns import PronounLinker
from .slots import WEAK, Discourse, Slot, Target


class Linker:
    """Goes through an article's phrases in order. Made for one article."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse
        self.people = People(discourse.references.particles)
        self.pairs = PairLinker(discourse)
        self.persons = PersonLinker(discourse, self.people)
        self.offices = OfficeLinker(discourse, self.persons, self.pairs)
        self.pronouns = PronounLinker(discourse)

    @property
    def slots(self) -> list[Slot]:
        """All slots in order."""
        return self.discourse.slots

    def add_sentence(self, sentence: Sentence, phrases: Iterable[Phrase]) -> None:
        """Link the phrases of one sentence and remember them."""
        for phrase in sorted(phrases, key=lambda phrase: (phrase.first, phrase.last)):
            slot = self.discourse.open(sentence, phrase)
            slot.targets = self._targets(slot)
            self.discourse.remember(slot)
        self.discourse.close(sentence)

    def _targets(self, slot: Slot) -> tuple[Target, ...]:
        phrase = slot.phrase
        links = {
            "person": self.persons.link,
            "office": self.offices.link_office,
            "noun": self.offices.link_noun,
            "pronoun": self.pronouns.link,
            "pair": self.pairs.link_pair,
            "that-state": self.pairs.link_state,
        }
        if phrase.kind in links:
            found = links[phrase.kind](slot)
            if not found and phrase.kind == "pair" and phrase.roles and phrase.sectors:
                # "Two former foreign ministers": nobody's are known, their kind is.
                role = " and ".join(phrase.roles)
                return (Target(role=role, sectors=phrase.sectors, rule=phrase.rule, confidence=WEAK),)
            return found
        if phrase.kind == "first-person":
            return ()
        # A body that is no state's still has its name and sectors.
        codes: tuple[str | None, ...] = phrase.countries or ((None,) if phrase.kind == "organisation" else ())
        return tuple(Target(name=phrase.name, country=code, sectors=phrase.sectors, rule=phrase.rule) for code in codes)
