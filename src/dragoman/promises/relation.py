"""Relations: the states that a passage is about, for words that name no party ("the accord", "the two sides").

In: the sentences of an article and its events. Out: codes of states. The nearest act of at least two states decides,
else the one that the report begins with; nothing is given where no such act stands before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from ..actors.mention import Mention
from ..events.roles import codes
from ..events.weigh import MODEL_RULE
from ..parse.tokens import Parsed, Sentence
from ..record import Event

# How many sentences back an act still sets the parties of what follows; farther back only the report's first act does.
REACH = 3
# How many sentences back the states of a promise or an agreement are looked for that names none.
PASSAGE_REACH = 2
# Codes of bodies in general: they name no party.
_NO_PARTY = frozenset({"IGO", "NGO", "MNC", "IMG"})
# Acts that bind their sides to one another; a quarrel told in between changes no parties of a pact.
_JOINING = frozenset({"AGREE", "CONSULT", "COOPERATE"})
# The type of what states sign or ratify together; support that one gives to another joins them no more than aid does.
SIGNING = "SUPPORT"

# How often a state is named that a report is about.
LEAST_NAMED = 3
# An act that the model alone read sets the parties of other findings only where it is this sure: on the development
# pages agreements and meetings lose 0.04 of F1 to its less certain ones.
LEAST_SURE = 0.8


def party_codes(found: Iterable[str]) -> list[str]:
    """The codes that stand for a state or a union of states, each once, in order."""
    kept = (code for code in found if len(code) == 3 and code.isupper() and code not in _NO_PARTY)
    return list(dict.fromkeys(kept))


def is_sure(event: Event) -> bool:
    """Whether other findings may rest on an event."""
    return event.rule != MODEL_RULE or event.confidence >= LEAST_SURE


def _main_pair(mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The two states that a report is about: named most often, each at least three times; () where a third is near."""
    counts = Counter(code for mention in mentions for code in party_codes(mention.countries))
    top = counts.most_common(3)
    if len(top) < 2 or top[1][1] < LEAST_NAMED or (len(top) > 2 and top[2][1] * 2 > top[1][1]):
        return ()
    return tuple(code for code, _ in top[:2])


class Relations:
    """Answers which states a sentence is about. Made for one article."""

    def __init__(self, parsed: Parsed, events: Sequence[Event], mentions: Sequence[Mention] = ()) -> None:
        self.main = _main_pair(mentions)
        self._named: dict[int, list[str]] = {}
        for mention in mentions:
            self._named.setdefault(mention.sentence, []).extend(party_codes(mention.countries))
        self._groups: list[tuple[int, tuple[str, ...]]] = []
        self._pairs: list[tuple[int, tuple[str, ...]]] = []
        for event in events:
            sides = tuple(party_codes([*codes(event.actors), *codes(event.recipients)]))
            sentence = parsed.sentence_at(event.trigger.start)
            if len(sides) < 2 or sentence is None or not is_sure(event):
                continue
            signed = event.type == SIGNING and not event.recipients
            if event.type in _JOINING or signed:
                self._groups.append((sentence.index, sides))
            if len(sides) == 2:
                self._pairs.append((sentence.index, sides))
        self._groups.sort(key=lambda group: group[0])

    def named(self, sentence: Sentence) -> tuple[str, ...]:
        """The states that a sentence names."""
        return tuple(dict.fromkeys(self._named.get(sentence.index, ())))

    def passage(self, sentence: Sentence, known: Iterable[str] = ()) -> tuple[str, ...]:
        """The two states that the sentence, then those before it, name with `known`; else those of the report."""
        states = list(dict.fromkeys(known))
        for at in range(sentence.index, max(-1, sentence.index - PASSAGE_REACH - 1), -1):
            states = list(dict.fromkeys([*states, *self._named.get(at, ())]))
            if len(states) > 1:
                return tuple(states) if len(states) == 2 else ()
        return self.main if set(states) <= set(self.main) else ()

    def lead(self) -> tuple[str, ...]:
        """The states of the first act that joins at least two."""
        return self._groups[0][1] if self._groups else ()

    def around(self, sentence: Sentence, known: Iterable[str] = ()) -> tuple[str, ...]:
        """The states of the nearest act here or before that joins all of `known`; else those of the first one."""
        wanted = set(known)
        near = [sides for index, sides in self._groups if sentence.index - REACH <= index <= sentence.index]
        lead = [self._groups[0][1]] if self._groups and self._groups[0][0] <= sentence.index else []
        return next((sides for sides in [*reversed(near), *lead] if wanted <= set(sides)), ())

    def pair(self, sentence: Sentence, known: Iterable[str] = ()) -> tuple[str, ...]:
        """The two states of most acts of the report, of quarrels too, where they hold `known` and one stands near."""
        wanted = set(known)
        counts = Counter(frozenset(sides) for _, sides in self._pairs)
        if not counts:
            return ()
        main = counts.most_common(1)[0][0]
        near = [
            sides for at, sides in self._pairs if sentence.index - REACH <= at <= sentence.index and set(sides) == main
        ]
        return near[-1] if near and wanted <= main else ()

    def counted(self, sentence: Sentence, count: int | None) -> tuple[str, ...]:
        """The states that "the three ministers" or "both sides" are: a group of that very number."""
        wanted = [sides for index, sides in reversed(self._groups) if index <= sentence.index]
        if count is None:
            return wanted[0] if wanted else ()
        return next((sides for sides in wanted if len(sides) == count), ())
