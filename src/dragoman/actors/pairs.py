"""Pairs: which states "both countries", "the three governments", "the two armies" and "the country" mean.

In: the slot of such a phrase and what the article has said. Out: Targets, exactly as many as the phrase says. What no
coordination shows, nor the last sentences, nor the two states that the article names most, stays without a target.
"""

from __future__ import annotations

from ..record import RegionKind
from .slots import LINKED, SUBJECTS, WEAK, Discourse, Slot, Target

# How many sentences back a pair of states may reach; news names its actors again after that.
PAIR_REACH = 6
_COUNTS = {"three": 3, "four": 4, "five": 5, "six": 6}
_PAIR = 2
# The article's two main states are named so many times as often as one that it names by the way.
BY_THE_WAY = 3
_OF_THE_AFFAIR = frozenset({"side", "capital"})
_NO_STATES = frozenset({"UNO", "EUR", "IGO", "NGO", "MNC"})


class PairLinker:
    """Links phrases for several states, and for one state spoken of."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse
        self.references = discourse.references

    def link_pair(self, slot: Slot) -> tuple[Target, ...]:
        """The states of a pair, with the office or sector that the phrase gives them."""
        role = slot.phrase.roles[0] if slot.phrase.roles else None
        return tuple(
            Target(role=role, country=code, sectors=slot.phrase.sectors, rule="pair", confidence=LINKED)
            for code in self.of_phrase(slot)
        )

    def link_state(self, slot: Slot) -> tuple[Target, ...]:
        """ "The country": the one state spoken of in this sentence or the one before."""
        lemma = slot.head.lemma
        forms = self.references.state_forms.get(lemma)
        for here in (self.discourse.before(slot), self.discourse.here(slot.sentence.index - 1)):
            codes = list(dict.fromkeys(code for other in here if other.kind != "adjective" for code in other.codes))
            if lemma in self.references.other_states:
                return ()
            codes = [code for code in codes if code not in _NO_STATES and (forms is None or code in forms)]
            if len(codes) == 1:
                return (Target(country=codes[0], rule="that-state", confidence=WEAK),)
            if codes:
                return ()
        return ()

    def of_phrase(self, slot: Slot) -> list[str]:
        """The states that the text spoke of last, as many as the phrase says (two where it does not say), in the order
        of the article; empty where not exactly so many are shown."""
        count, left_out = self._count(slot), self._left_out(slot)
        found: list[str] = []
        for behind in range(PAIR_REACH + 1):
            joined = self._joined_subject(slot, behind, count)
            if joined and not found and not left_out & set(joined):
                # "Both sides" are those of the whole affair, "both countries" those just named.
                weighs = behind and slot.head.lemma in _OF_THE_AFFAIR
                return self._weighed(joined, left_out, shared=0) if weighs else joined
            if count != _PAIR:
                continue
            here = dict.fromkeys(self._named(slot, behind))
            new = [code for code in here if code not in found and code not in left_out]
            if len(found) + len(new) > _PAIR:
                return self._main_pair([*found, *new], left_out)
            found.extend(new)
            if len(found) == _PAIR:
                return self._weighed(found, left_out) if behind else sorted(found, key=self._first_named)
        return self._only_group(count) if count != _PAIR else []

    def _count(self, slot: Slot) -> int:
        """How many states a phrase means ("the three governments"): two where it names no other number."""
        words = [token.lower for token in slot.sentence.tokens[slot.phrase.first : slot.phrase.last + 1]]
        return next((_COUNTS[word] for word in words if word in _COUNTS), _PAIR)

    def _left_out(self, slot: Slot) -> set[str]:
        """ "China thanked both neighbours", "China supplied both countries": the state that does it is none of them."""
        head = slot.head
        verb = slot.sentence.head(head)
        if head.lemma not in self.references.other_states and head.dep not in ("dobj", "dative"):
            return set()
        subject = slot.sentence.child(verb, *SUBJECTS)
        while subject is None and verb.dep in ("xcomp", "conj", "advcl", "ccomp") and verb.head != verb.index:
            verb = slot.sentence.head(verb)
            subject = slot.sentence.child(verb, *SUBJECTS)
        other = self.discourse.at(slot.sentence, subject) if subject is not None else None
        return set(other.codes) if other is not None and len(other.codes) == 1 else set()

    def _named(self, slot: Slot, behind: int) -> list[str]:
        """The states that a sentence names outside other people's words, before the phrase."""
        here = self.discourse.before(slot) if not behind else self.discourse.here(slot.sentence.index - behind)
        return [
            code
            for other in here
            if other.sentence.region in (slot.sentence.region, RegionKind.HEADLINE)
            for code in other.codes
            if code not in _NO_STATES or (code == "EUR" and slot.head.lemma == "side")
        ]

    def _joined_subject(self, slot: Slot, behind: int, count: int) -> list[str]:
        """The states that together are the subject of a sentence before the phrase ("A and B have agreed")."""
        before = self.discourse.before(slot)
        here = before if not behind else self.discourse.here(slot.sentence.index - behind)
        for first in here:
            if not first.is_subject:
                continue
            joined = self.discourse.joined(first)
            codes = list(dict.fromkeys(code for each in joined if behind or each in before for code in each.codes))
            if len(codes) == count:
                return codes
        return []

    def _only_group(self, count: int) -> list[str]:
        """The one group of so many states that the article coordinates; empty where it coordinates several."""
        found = {tuple(sorted(group)): group for group in self.discourse.groups.get(count, ())}
        return list(next(iter(found.values()))) if len(found) == 1 else []

    def _weighed(self, found: list[str], left_out: set[str], *, shared: int = 1) -> list[str]:
        """The two states named last, or the article's main pair where one of the two is named only by the way."""
        main, counts = self._main_pair(found, left_out, shared=shared), self.discourse.counts
        passing = [code for code in found if code not in main]
        least = min((counts[code] for code in main), default=0)
        if main and passing and all(least >= BY_THE_WAY * counts[code] for code in passing):
            return main
        return sorted(found, key=self._first_named)

    def _main_pair(self, codes: list[str], left_out: set[str], *, shared: int = _PAIR) -> list[str]:
        """The article's two most named states where so many of them as `shared` are among `codes` and no third is named
        as often."""
        counts = self.discourse.counts
        ranked = sorted(set(counts) - left_out, key=lambda code: (-counts[code], self._first_named(code)))
        if len(ranked) > _PAIR and counts[ranked[_PAIR]] == counts[ranked[1]]:
            return []
        pair = ranked[:_PAIR]
        enough = len(set(pair) & set(codes)) >= shared and len(pair) == _PAIR
        return sorted(pair, key=self._first_named) if enough else []

    def _first_named(self, code: str) -> int:
        return self.discourse.first_named.get(code, len(self.discourse.slots))
