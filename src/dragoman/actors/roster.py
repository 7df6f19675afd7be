"""Roster: every person of an article of whom an office or a state is known.

In: the slots of an article. Out: Persons, in the order in which they are named, each at the words that introduce them
best. Where these words themselves give the office that the person holds, and the state, the rule is `named-office` and
nothing else has that rule. Names of whom nothing is known, as those of editors at the foot of a report, are left out.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..parse.tokens import Parsed
from ..record import Article, Person, digest
from ..record.sighting import NAMED_OFFICE
from .slots import SURE, Known, Slot

# Titles that repeat an office named elsewhere, and words beside an office that is not held on the day.
_REPEATING = frozenset({"Counterpart", "Colleague"})
_NOT_NOW = frozenset({"then", "incoming", "designate", "elect", "next", "future", "nominee", "candidate", "shadow"})
# So many tokens before the words that introduce somebody may take the office back ("then-", "the next").
_BEFORE = 2


def list_persons(article: Article, parsed: Parsed, slots: Iterable[Slot]) -> tuple[Person, ...]:
    """The persons of the article."""
    best: dict[Known, Slot] = {}
    for slot in slots:
        known = slot.targets[0].person if slot.kind == "person" and slot.targets else None
        if known is None:
            continue
        held = best.get(known)
        if held is None or _tells(slot) > _tells(held):
            best[known] = slot
    return tuple(_person(article, parsed, known, slot) for known, slot in best.items() if known.roles or known.country)


def _tells(slot: Slot) -> tuple[bool, int, int]:
    phrase = slot.phrase
    return bool(phrase.roles and phrase.countries), len(phrase.roles), len(phrase.countries)


def _introduces(known: Known, slot: Slot) -> bool:
    """Whether the words of the slot show by themselves that the person now holds the office, of the state."""
    phrase = slot.phrase
    if phrase.local or phrase.plural or phrase.former or known.former or phrase.countries != (known.country,):
        return False
    roles = set(phrase.roles)
    if not known.roles or not set(known.roles) <= roles or roles & _REPEATING:
        return False
    first, last = phrase.intro or (phrase.first, phrase.last)
    words = {token.lower for token in slot.sentence.tokens[max(0, first - _BEFORE) : last + 1]}
    return not words & _NOT_NOW


def _proof(known: Known, slot: Slot) -> tuple[str, float]:
    """The rule and the confidence of a person introduced by the words of the slot."""
    if _introduces(known, slot):
        return NAMED_OFFICE, SURE
    if known.rule == NAMED_OFFICE:
        return "named", known.confidence
    return known.rule, known.confidence


def _person(article: Article, parsed: Parsed, known: Known, slot: Slot) -> Person:
    first, last = slot.phrase.intro or (slot.phrase.first, slot.phrase.last)
    evidence = parsed.span(slot.sentence.tokens[first : last + 1])
    return Person(
        digest(article.id, "person", evidence.start, known.name),
        known.name,
        known.role,
        known.country,
        known.sectors,
        evidence,
        *_proof(known, slot),
    )
