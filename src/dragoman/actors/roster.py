"""Roster: every person of an article of whom an office or a state is known.

In: the slots of an article. Out: Persons, in the order in which they are named, each at the words that introduce them
best. Names of whom nothing is known, as those of editors at the foot of a report, are left out.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..parse.tokens import Parsed
from ..record import Article, Person, digest
from .slots import Known, Slot


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


def _tells(slot: Slot) -> tuple[int, int]:
    return len(slot.phrase.roles), len(slot.phrase.countries)


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
        known.rule,
        known.confidence,
    )
