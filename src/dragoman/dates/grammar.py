"""Grammar: phrase patterns compiled once, and matched over the words of a text.

In: the rule rows of the lexicon; then a Reading and the name of what is searched. Out: Matches, longest first at
each place. Refuses with LexiconError a pattern that names an unknown slot or function, or refers to itself: so the
depth of a match is bounded by the grammar, and results kept by place make the work linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Any

from ..errors import LexiconError
from .builders import BUILDERS
from .interval import Interval, plausible
from .lexicon import FILE, Lexicon, RuleRow, load_lexicon
from .reading import Reading
from .site import Site
from .slots import SLOTS, list_openers

JOINERS = frozenset({",", "of"})
_SLOT = re.compile(r"\{([a-z]+)(?::([a-z]+))?\}")


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a pattern: one of `literals`, or the slot `slot`, its value known as `key`."""

    literals: frozenset[str]
    slot: str
    key: str


@dataclass(frozen=True, slots=True)
class Variant:
    """A rule with its optional elements decided. `order` ranks it among those of the same length."""

    rule: RuleRow
    elements: tuple[Element, ...]
    order: int


@dataclass(frozen=True, slots=True)
class Match:
    """What was found: the value, the index behind its last word, and the name of the rule that tells most."""

    value: Any
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Grammar:
    """The variants that give each name, by their first word or first slot; and the words and the slots that read
    the text itself with which a phrase of that name may begin. `openers` are all words with which any may begin."""

    by_word: Mapping[str, Mapping[str, tuple[Variant, ...]]]
    by_slot: Mapping[str, Mapping[str, tuple[Variant, ...]]]
    first_words: Mapping[str, frozenset[str]]
    first_slots: Mapping[str, frozenset[str]]
    openers: frozenset[str]


def _element(source: str) -> Element:
    slot = _SLOT.fullmatch(source)
    if slot is None:
        return Element(frozenset(source.split("|")), "", "")
    return Element(frozenset(), slot[1], slot[2] or slot[1])


def _expand(rule: RuleRow) -> Iterator[tuple[Element, ...]]:
    """The rule's patterns with and without each optional element."""
    choices: list[tuple[Element | None, ...]] = []
    for source in rule.pattern.split():
        element = _element(source.removesuffix("?"))
        choices.append((element, None) if source.endswith("?") else (element,))
    for chosen in product(*choices):
        elements = tuple(element for element in chosen if element is not None)
        # An optional comma or "of" joins what follows; without that it is no part of the phrase.
        if not elements[-1].literals & JOINERS:
            yield elements


def _check_rule(rule: RuleRow, names: frozenset[str]) -> None:
    if rule.build not in BUILDERS:
        raise LexiconError(
            f"{FILE}: rule {rule.name!r} builds with {rule.build!r}, allowed is one of {sorted(BUILDERS)}."
        )
    for elements in _expand(rule):
        for element in elements:
            known = not element.slot or element.slot in SLOTS or element.slot in names
            if not known:
                raise LexiconError(
                    f"{FILE}: rule {rule.name!r} asks for the slot {element.slot!r}, "
                    f"allowed is one of {sorted(names | set(SLOTS))}."
                )


def _check_depth(rules: tuple[RuleRow, ...]) -> None:
    """Refuse names that lead back to themselves."""
    below: dict[str, set[str]] = {}
    for rule in rules:
        below.setdefault(rule.gives, set()).update(slot for slot, _ in _SLOT.findall(rule.pattern))
    left = {name: parts & set(below) for name, parts in below.items()}
    while left:
        ready = {name for name, parts in left.items() if not parts}
        if not ready:
            raise LexiconError(f"{FILE}: the rules for {sorted(left)} lead back to themselves. Break the circle.")
        left = {name: parts - ready for name, parts in left.items() if name not in ready}


def compile_grammar(lexicon: Lexicon) -> Grammar:
    """The Grammar of the lexicon's rule rows."""
    rules = lexicon.rules
    names = frozenset(rule.gives for rule in rules)
    by_word: dict[str, dict[str, list[Variant]]] = {name: {} for name in names}
    by_slot: dict[str, dict[str, list[Variant]]] = {name: {} for name in names}
    for order, rule in enumerate(rules):
        _check_rule(rule, names)
        for elements in _expand(rule):
            variant = Variant(rule, elements, order)
            for literal in elements[0].literals:
                by_word[rule.gives].setdefault(literal, []).append(variant)
            if elements[0].slot:
                by_slot[rule.gives].setdefault(elements[0].slot, []).append(variant)
    _check_depth(rules)
    words, slots = _freeze(by_word), _freeze(by_slot)
    firsts = {name: _collect_firsts(name, words, slots) for name in names}
    first_words = {name: found[0] for name, found in firsts.items()}
    openers = frozenset[str]().union(*first_words.values()) | list_openers(lexicon)
    return Grammar(words, slots, first_words, {name: found[1] for name, found in firsts.items()}, openers)


def _collect_firsts(
    name: str, by_word: Mapping[str, Mapping[str, Any]], by_slot: Mapping[str, Mapping[str, Any]]
) -> tuple[frozenset[str], frozenset[str]]:
    """The words and the text-reading slots with which `name` may begin, through all names below it."""
    words, slots = set(by_word[name]), set()
    for slot in by_slot[name]:
        if slot in SLOTS:
            slots.add(slot)
            continue
        below = _collect_firsts(slot, by_word, by_slot)
        words |= below[0]
        slots |= below[1]
    return frozenset(words), frozenset(slots)


def _freeze(table: dict[str, dict[str, list[Variant]]]) -> dict[str, dict[str, tuple[Variant, ...]]]:
    return {name: {first: tuple(many) for first, many in firsts.items()} for name, firsts in table.items()}


@lru_cache(maxsize=1)
def load_grammar() -> tuple[Lexicon, Grammar]:
    """The lexicon that comes with dragoman and its compiled patterns."""
    lexicon = load_lexicon()
    return lexicon, compile_grammar(lexicon)


class Matcher:
    """Matches the grammar over one Reading and keeps what it found by name and place."""

    def __init__(self, grammar: Grammar, reading: Reading) -> None:
        self.grammar = grammar
        self.reading = reading
        self._kept: dict[tuple[str, int], Match | None] = {}

    def search(self, name: str) -> Iterator[tuple[int, Match]]:
        """The matches of `name` from left to right, the longest at each place, without overlap."""
        at = 0
        while at < len(self.reading.words):
            word = self.reading.words[at]
            plain = word.kind == "word" and word.lower not in self.grammar.openers
            found = None if plain else self.match(name, at)
            if found is None:
                at += 1
                continue
            yield at, found
            at = found.end

    def match(self, name: str, at: int) -> Match | None:
        """The longest match of a slot or rule name at a place."""
        key = (name, at)
        if key not in self._kept:
            self._kept[key] = self._match_slot(name, at) if name in SLOTS else self._match_rules(name, at)
        return self._kept[key]

    def _match_slot(self, name: str, at: int) -> Match | None:
        if at >= len(self.reading.words):
            return None
        read = SLOTS[name](self.reading, at)
        return None if read is None else Match(read[0], read[1], "")

    def _match_rules(self, name: str, at: int) -> Match | None:
        if not self._may_begin(name, at):
            return None
        best: Match | None = None
        best_order = 0
        for variant in self._candidates(name, at):
            found = self._match_variant(variant, at)
            if found is None or (best is not None and found.end < best.end):
                continue
            if best is None or found.end > best.end or variant.order < best_order:
                best, best_order = found, variant.order
        return best

    def _may_begin(self, name: str, at: int) -> bool:
        """Whether any phrase of that name begins with the word here; most words of a text begin none."""
        if at >= len(self.reading.words):
            return False
        if self.reading.words[at].lower in self.grammar.first_words[name]:
            return True
        return any(self.match(slot, at) is not None for slot in self.grammar.first_slots[name])

    def _candidates(self, name: str, at: int) -> Iterator[Variant]:
        yield from self.grammar.by_word[name].get(self.reading.words[at].lower, ())
        for slot, variants in self.grammar.by_slot[name].items():
            if self.match(slot, at) is not None:
                yield from variants

    def _step(self, element: Element, at: int) -> Match | None:
        if element.slot:
            return self.match(element.slot, at)
        lower = self.reading.lower(at)
        return Match(None, at + 1, "") if lower in element.literals else None

    def _match_variant(self, variant: Variant, start: int) -> Match | None:
        rule, values, at, told = variant.rule, dict(variant.rule.set), start, ""
        if self.reading.lower(start - 1) in rule.unless_after:
            return None
        for element in variant.elements:
            step = self._step(element, at)
            if step is None:
                return None
            if element.slot:
                values[element.key] = step.value
                told = told or step.rule
            at = step.end
        if self.reading.lower(at) in rule.unless_before:
            return None
        value = build(BUILDERS[rule.build], values, Site(self.reading, start, at))
        return None if value is None else Match(value, at, told if rule.build == "take" and told else rule.name)


def build(
    builder: Callable[[Mapping[str, Any], Site], Interval | None], values: Mapping[str, Any], site: Site
) -> Interval | None:
    """What the builder makes of the values; None where the calendar has no such day."""
    try:
        interval = builder(values, site)
    except (ValueError, OverflowError):
        return None
    return interval if interval is not None and plausible(interval) else None
