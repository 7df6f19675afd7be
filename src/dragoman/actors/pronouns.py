"""Pronouns: whom "he", "it", "their" mean.

In: the slot of a pronoun and what the article has said. Out: its Targets. The subject of the clause around it comes
first, then what the sentence before is about. Inside a quote only the quote's own words count, outside it none of
them; a pronoun that may as well mean a thing ("the treaty ... it") stays without a target.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..parse.tokens import Sentence, Token
from .references import HE, IT, SHE
from .slots import LINKED, SUBJECTS, Discourse, Known, Slot, Target, is_place

# How many sentences back a pronoun may reach; news names its actors again after that.
PRONOUN_REACH = 2
# How many heads above a pronoun are looked at; longer chains are lists or broken parses.
CLAUSE_REACH = 14
# How many words back a thing may be named that a pronoun could mean; longer sentences are lists.
TOKEN_REACH = 80
_VERBS = frozenset({"VERB", "AUX"})
_RELATIVES = frozenset({"WDT", "WP", "WP$", "WRB"})
_STATE_KINDS = frozenset({"state", "seat", "noun", "organisation", "that-state", "pronoun"})
_PERSON_KINDS = frozenset({"person", "office", "pronoun"})
# Nouns that name no thing to which "it" could point.
_TIMES = frozenset({"DATE", "TIME"})


class PronounLinker:
    """Links the pronouns of one article."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse

    def link(self, slot: Slot) -> tuple[Target, ...]:
        """What a pronoun of the third person means."""
        word = slot.first.lower
        if word in HE or word in SHE:
            return self._person(slot)
        return self._state(slot) if word in IT else self._several(slot)

    # -- persons ------------------------------------------------------------------------------------------------

    def _person(self, slot: Slot) -> tuple[Target, ...]:
        gender = "he" if slot.first.lower in HE else "she"
        own = self._own_subject(slot)
        near = [other for other in self._subjects(slot) if other is not None and other is not own]
        before = [other for other in reversed(self.discourse.before(slot)) if other is not own]
        for other in (*near, *before, *self._earlier(slot)):
            target = self._as_person(other, slot, gender)
            if target is not None:
                return (target,)
        return ()

    def _own_subject(self, slot: Slot) -> Slot | None:
        """The subject of the pronoun's own verb, which an object cannot mean ("X told him")."""
        if slot.first.tag == "PRP$" or slot.first.lower.endswith("self") or slot.first.dep in SUBJECTS:
            return None
        subject = next(self._clause_subjects(slot), None)
        return self.discourse.at(slot.sentence, subject) if subject is not None else None

    def _as_person(self, other: Slot, slot: Slot, gender: str) -> Target | None:
        if (
            other.kind not in _PERSON_KINDS
            or other.quote != slot.quote
            or other.phrase.plural
            and other.kind != "person"
        ):
            return None
        if other.kind == "pronoun" and other.first.lower not in HE | SHE:
            return None
        persons = [target for target in other.targets if target.person is not None]
        if len(persons) == 1:
            known: Known | None = persons[0].person
            if known is None or known.gender not in (None, gender):
                return None
            known.gender = gender
            return Target(person=known, rule="pronoun", confidence=LINKED)
        # "The minister said he": an office whose holder nobody names still carries its state.
        if other.kind == "office" and len(other.targets) == 1:
            target = other.targets[0]
            return Target(None, None, target.role, target.country, target.sectors, "pronoun", LINKED)
        return None

    def _earlier(self, slot: Slot) -> Iterator[Slot]:
        """The slots of the sentences before, in the same part of the page, subjects before others."""
        for behind in range(1, PRONOUN_REACH + 1):
            here = [
                other
                for other in self.discourse.here(slot.sentence.index - behind)
                if other.sentence.region is slot.sentence.region
                and slot.sentence.paragraph - other.sentence.paragraph <= 1
            ]
            yield from (other for other in here if other.is_subject)
            yield from (other for other in reversed(here) if not other.is_subject)

    # -- states -------------------------------------------------------------------------------------------------

    def _subjects(self, slot: Slot) -> Iterator[Slot | None]:
        """The subjects of the clauses around the pronoun, nearest first; None for one that is no actor."""
        for token in self._clause_subjects(slot):
            yield self.discourse.at(slot.sentence, token)

    def _state(self, slot: Slot) -> tuple[Target, ...]:
        if _says_nothing(slot):
            return ()
        beside = self._coordinated(slot)
        if beside is not None:
            return (beside,)
        own = self._own_subject(slot)
        for token in self._clause_subjects(slot):
            other = self.discourse.at(slot.sentence, token)
            if other is not None and other is own:
                continue
            target = self._as_state(other, slot, token=token) if other is not None else None
            if target is not None:
                return (target,)
            if other is None:
                owner = self._owner(slot, token)
                if owner is not None:
                    return (owner,)
                if _may_be_it(token):
                    return ()
        return self._state_in_sentence(slot) or self._state_before(slot)

    def _clause_subjects(self, slot: Slot) -> Iterator[Token]:
        """The subjects of the clauses that a pronoun stands in, nearest first: of its verb, of the verbs above, and the
        noun that a relative clause describes. Only what stands before the pronoun."""
        sentence, node, start = slot.sentence, slot.first, slot.first.index
        for _ in range(CLAUSE_REACH):
            if node.head == node.index:
                return
            above = sentence.head(node)
            if node.dep == "relcl" and above.index < start:
                # In "a dam that Laos needs" the noun is no subject.
                own = self.discourse.subject_of(sentence, node)
                if own is None or own.tag in _RELATIVES:
                    yield above
            elif above.pos in _VERBS or above.dep == "ROOT":
                subject = self.discourse.subject_of(sentence, above)
                stands = subject is not None and subject.index < start and subject.index != node.index
                if subject is not None and stands and subject.tag not in _RELATIVES:
                    yield subject
            node = above

    def _owner(self, slot: Slot, subject: Token) -> Target | None:
        """ "Kenya's economy ... its banks": what belongs to a thing belongs to the state that owns the thing."""
        named = ("poss", "compound", "amod", "nmod") if subject.tag == "NNP" else ("poss",)
        owner = slot.sentence.child(subject, *named) if slot.first.tag == "PRP$" else None
        other = self.discourse.at(slot.sentence, owner) if owner is not None else None
        return self._as_state(other, slot) if other is not None else None

    def _coordinated(self, slot: Slot) -> Target | None:
        """ "Between Kenya and its neighbour": what the possessive's own phrase is joined to."""
        if slot.first.tag != "PRP$":
            return None
        noun = slot.sentence.head(slot.first)
        if noun.dep != "conj" or noun.head >= slot.first.index:
            return None
        other = self.discourse.at(slot.sentence, slot.sentence.tokens[noun.head])
        return self._as_state(other, slot) if other is not None else None

    def _as_state(self, other: Slot, slot: Slot, *, token: Token | None = None) -> Target | None:
        """The state of a slot, None where it is several, a place or a person; `token` is the noun of a relative clause
        or a subject, which is more than a place."""
        if other.kind not in _STATE_KINDS or other.quote != slot.quote or (token is None and is_place(other)):
            return None
        if other.is_subject and len(self.discourse.joined(other)) > 1:
            return None
        if other.kind == "pronoun" and other.first.lower not in IT:
            return None
        if other.kind == "noun" and (other.is_several or not self._is_body(other)):
            return None
        if len(other.targets) != 1 or not other.targets[0].country:
            return None
        target = other.targets[0]
        return Target(None, target.name, None, target.country, target.sectors, "pronoun", LINKED)

    def _is_body(self, other: Slot) -> bool:
        return bool(other.targets and other.targets[0].sectors)

    def _state_in_sentence(self, slot: Slot) -> tuple[Target, ...]:
        """The only state that the sentence names before a possessive."""
        if slot.first.tag != "PRP$":
            return ()
        named = [other for other in self.discourse.before(slot) if other.codes and other.kind in _STATE_KINDS]
        codes = {code for other in named for code in other.codes}
        target = self._as_state(named[-1], slot) if len(codes) == 1 else None
        if target is None or _nouns_before(slot):
            return ()
        return (target,)

    def _state_before(self, slot: Slot) -> tuple[Target, ...]:
        """What the sentence before is about: the subject of its main verb, or what that subject is said to be."""
        if slot.quote is not None or _nouns_before(slot) or self._names_state_before(slot):
            return ()
        if slot.sentence.head(slot.first).lower in self.discourse.references.of_bodies:
            bodies = self._bodies(slot)
            if bodies:
                return tuple(bodies) if len(bodies) == 1 else ()
        for behind in range(1, PRONOUN_REACH + 1):
            here = self.discourse.here(slot.sentence.index - behind)
            sentence = self._sentence(slot, behind)
            if sentence is None:
                return ()
            root = sentence.root
            about = [sentence.child(root, *SUBJECTS), sentence.child(root, "attr") if root.lemma == "be" else None]
            for token in about:
                other = self.discourse.at(sentence, token) if token is not None else None
                target = self._as_state(other, slot) if other is not None else None
                if target is not None:
                    return (target,)
            if any(other.codes for other in here if other.kind != "adjective"):
                return ()
        return ()

    def _bodies(self, slot: Slot) -> list[Target]:
        """The bodies that the sentence before names, whose a spokesman may be."""
        if self._sentence(slot, 1) is None:
            return []
        here = [
            other for other in self.discourse.here(slot.sentence.index - 1) if other.kind in ("noun", "organisation")
        ]
        found = [self._as_state(other, slot) for other in here if not other.phrase.modifier]
        return [target for target in found if target is not None]

    def _names_state_before(self, slot: Slot) -> bool:
        """Whether the sentence names a state as an actor before the pronoun, which then may be meant as well."""
        return any(
            other.codes and other.is_subject and other.kind in _STATE_KINDS for other in self.discourse.before(slot)
        )

    def _sentence(self, slot: Slot, behind: int) -> Sentence | None:
        """The sentence so many before, where it stands in the same part of the page and close by."""
        index = slot.sentence.index - behind
        if index < 0:
            return None
        sentence = self.discourse.parsed.sentences[index]
        near = slot.sentence.paragraph - sentence.paragraph <= 1
        return sentence if sentence.region is slot.sentence.region and near else None

    # -- several ------------------------------------------------------------------------------------------------

    def _several(self, slot: Slot) -> tuple[Target, ...]:
        own = self._own_subject(slot)
        for token in self._clause_subjects(slot):
            other = self.discourse.at(slot.sentence, token)
            if other is not None and other is own:
                continue
            targets = self._as_several(other, slot) if other is not None else ()
            if targets:
                return targets
            if other is None and token.tag in ("NNS", "NNPS"):
                return ()
        if slot.quote is not None or _plurals_before(slot):
            return ()
        for behind in range(1, PRONOUN_REACH):
            sentence = self._sentence(slot, behind)
            subject = sentence.child(sentence.root, *SUBJECTS) if sentence is not None else None
            other = self.discourse.at(sentence, subject) if sentence is not None and subject is not None else None
            if other is None or sentence is None or self._may_be_object(slot, other, sentence):
                return ()
            return self._as_several(other, slot)
        return ()

    def _may_be_object(self, slot: Slot, subject: Slot, sentence: Sentence) -> bool:
        """Whether "their" behind the verb may as well mean those to whom the sentence before did something."""
        behind = slot.first.index > slot.sentence.root.index
        rest = sentence.tokens[subject.phrase.last + 1 :]
        return behind and any(token.tag in ("NNS", "NNPS") for token in rest)

    def _as_several(self, other: Slot, slot: Slot) -> tuple[Target, ...]:
        if other.quote != slot.quote or other.kind == "adjective" or not other.targets:
            return ()
        if other.kind == "pronoun" and (other.first.lower in HE | SHE | IT):
            return ()
        if other.is_several or len(other.targets) > 1:
            return other.targets
        group = self.discourse.joined(other)
        return tuple(target for each in group for target in each.targets) if len(group) > 1 else ()


def _says_nothing(slot: Slot) -> bool:
    """Whether "it" is only the grammar's: "it is clear that", "it has been a year", "the canal itself"."""
    token, sentence = slot.first, slot.sentence
    if token.lower == "itself":
        return token.dep in ("appos", "npadvmod", "nmod")
    verb = sentence.head(token)
    if token.lower != "it" or token.dep not in SUBJECTS:
        return False
    return verb.lemma in ("be", "seem", "appear", "remain", "take") and token.dep == "nsubj" and verb.head == verb.index


def _may_be_it(token: Token) -> bool:
    """Whether "it" may mean the thing that a subject names."""
    return token.tag in ("NN", "NNP", "DT") and token.entity not in _TIMES


def _nouns_before(slot: Slot) -> bool:
    """Whether the sentence names a thing as subject before the pronoun."""
    return any(token.dep in SUBJECTS and token.tag == "NN" for token in _tokens_before(slot))


def _plurals_before(slot: Slot) -> bool:
    """Whether the sentence names several things before the pronoun."""
    return any(token.tag in ("NNS", "NNPS") for token in _tokens_before(slot))


def _tokens_before(slot: Slot) -> tuple[Token, ...]:
    end = slot.first.index
    return slot.sentence.tokens[max(0, end - TOKEN_REACH) : end]
