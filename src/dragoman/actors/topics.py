"""Topics: what the sentences around a phrase show of whose an office is.

In: the slot of a person and what the article has said. Out: a state or body, or an office named just before. "In Baku a
presidential aide, X, said", "Its spokesman, X" after a body, "The ambassador, X" after "the German ambassador", "X
said" after "the Angolan trade minister told". Where two may be meant, nothing is shown.
"""

from __future__ import annotations

from ..record import RegionKind
from .pieces import Piece
from .sides import SideWords
from .slots import Discourse, Slot, Target

_BODY_KINDS = frozenset({"state", "seat", "noun", "organisation"})
_SPEAKING_KINDS = frozenset({"state", "seat", "noun", "office", "organisation"})
# An office named with its state so many sentences ago is the one that "the ambassador, X" repeats.
REPEAT_REACH = 3
_THE = frozenset({"the", "this"})


class TopicReader:
    """Reads what stands around the persons of one article."""

    def __init__(self, discourse: Discourse, words: SideWords) -> None:
        self.discourse = discourse
        self.words = words

    def fronted_capital(self, slot: Slot) -> str | None:
        """ "In Rome, Deputy Foreign Minister X cautioned": of the state whose capital heads the sentence."""
        tokens, verb = slot.sentence.tokens, slot.sentence.head(slot.head)
        if not slot.is_subject or verb.lemma not in self.words.speaking:
            return None
        for piece in self._seats(slot):
            heads = piece.first == 1 and tokens[0].lower == "in"
            text = " ".join(token.lower for token in tokens[piece.first : piece.last + 1])
            if heads and text not in self.words.hosts and piece.last < slot.phrase.first:
                return piece.country
        return None

    def _seats(self, slot: Slot) -> list[Piece]:
        return self.discourse.places.get(slot.sentence.index, [])

    def own_capital(self, slot: Slot, capitals: set[str]) -> str | None:
        """ "Tanzania's vote is its own business, Foreign Minister X said in Dodoma": of the state spoken of, in its own
        capital, where the report has no home."""
        verb = slot.sentence.head(slot.head)
        if self.discourse.home is not None or len(capitals) != 1 or not slot.is_subject:
            return None
        there = any(
            child.lower == "in" and any(piece.first == child.index + 1 for piece in self._seats(slot))
            for child in slot.sentence.children(verb, "prep")
        )
        if not there or verb.lemma not in self.words.speaking:
            return None
        state = next(iter(capitals))
        return state if self.discourse.sides.named.get(state, 0) > 1 else None

    def speaking_before(self, slot: Slot) -> str | None:
        """ "China told Japan to leave. 'There is no room,' Vice Premier X said": of the state that spoke before, where
        this sentence quotes."""
        verb = slot.sentence.head(slot.head)
        if not slot.is_subject or verb.lemma not in self.words.speaking or not self._quotes(slot):
            return None
        for other in self.discourse.here(slot.sentence.index - 1):
            if other.sentence.region is not RegionKind.BODY or not other.is_subject or other.quote is not None:
                continue
            said = other.sentence.head(other.head)
            speaks = said.index == other.sentence.root.index and said.lemma in self.words.speaking
            spoken = other.kind in _SPEAKING_KINDS and len(other.codes) == 1 and not other.is_several
            return other.codes[0] if speaks and spoken else None
        return None

    def _quotes(self, slot: Slot) -> bool:
        """Whether a quote stands in the sentence."""
        start, end = slot.sentence.start, slot.sentence.end
        return any(quote.outer.start < end and quote.outer.end > start for quote in self.discourse.parsed.quotes)

    def repeated_office(self, slot: Slot) -> str | None:
        """ "The ambassador, X" after "the German ambassador": of the state of the office that is repeated."""
        first = (slot.phrase.intro or (slot.phrase.first, slot.phrase.last))[0]
        before = slot.sentence.tokens[first - 1].lower if first else ""
        if before not in _THE or len(slot.phrase.roles) != 1:
            return None
        for other in self.discourse.back(slot, REPEAT_REACH):
            if other.kind == "office" and not other.is_several and other.phrase.roles == slot.phrase.roles:
                return other.codes[0] if len(other.codes) == 1 else None
        return None

    def body_meant(self, slot: Slot) -> str | None:
        """ "China's western command gave no figure. Its spokesman, X": of the subject before, where no other body is
        named there that "its" could mean."""
        before = self.discourse.before(slot)
        for slots in (before, self.discourse.here(slot.sentence.index - 1)):
            named = [each for each in slots if each.kind in _BODY_KINDS and each.codes and each.quote is None]
            subjects = [each for each in named if each.is_subject or _owns_subject(each)]
            if not subjects:
                continue
            bodies = {code for each in named if each.kind in ("noun", "organisation") for code in each.codes}
            codes = set(subjects[0].codes)
            return codes.pop() if len(codes) == 1 and bodies <= codes else None
        return None

    def subject_it(self, slot: Slot) -> str | None:
        """ "Slovakia raised its target. It will burn no coal, Environment Minister X said"."""
        for other in self.discourse.before(slot):
            if other.is_subject and other.quote == slot.quote:
                meant = other.kind == "pronoun" and other.first.lower == "it" and len(other.codes) == 1
                return other.codes[0] if meant else None
        return None

    def named_late(self, slot: Slot) -> Target | None:
        """ "Angola's trade minister told a reporter. 'So it will be,' said X": the office of one who is named in the
        next sentence, where nobody else is named between and nothing else tells who it is."""
        verb, tokens = slot.sentence.head(slot.head), slot.sentence.tokens
        after = tokens[slot.phrase.last + 1].text if slot.phrase.last + 1 < len(tokens) else ""
        if not slot.is_subject or verb.lemma not in self.words.speaking or after in (",", "(", "–", "—"):
            return None
        if slot.quote is not None or any(each.kind == "person" for each in self.discourse.before(slot)):
            return None
        last = [each for each in self.discourse.here(slot.sentence.index - 1) if each.quote is None]
        if any(each.kind == "person" for each in last) or slot.sentence.region is not RegionKind.BODY:
            return None
        offices = [each for each in last if each.kind == "office" and each.is_subject and not each.is_several]
        if len(offices) != 1 or offices[0].sentence.region is not RegionKind.BODY:
            return None
        office = offices[0]
        said = office.sentence.head(office.head)
        if said.index != office.sentence.root.index or said.lemma not in self.words.speaking | self.words.late:
            return None
        target = office.targets[0] if len(office.targets) == 1 else None
        return target if target is not None and target.role and target.country and target.person is None else None


def _owns_subject(slot: Slot) -> bool:
    """Whether the phrase possesses the subject of its sentence."""
    above = slot.sentence.head(slot.head)
    return slot.head.dep == "poss" and above.dep in ("nsubj", "nsubjpass")
