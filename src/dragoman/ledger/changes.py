"""Changes: what the words of a sentence say became of an agreement or a promise.

In: a sentence. Out: Told changes with the words that tell them. Refuses what lies ahead, hangs on a condition, is
negated or denied: none of it happened.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from .lexicon import DENIED, PART, WHOLE, Cue, load_words

# Where a clause begins, as far as its marks and joining words show it.
_CLAUSE = re.compile(r"[,;:—–()\"“”]|\b(?:and|but|while|although|though|because|which|who|that|as|after)\b")
# "Not one of the ..." is no part.
_NONE = re.compile(r"\b(?:not|no|none)\s+$")
# Of what is told together only the more exact counts: what came too late or in part was not simply done.
_STRONGER = {
    "met": ("missed", "not done", "postponed", "suspended", "withdrawn", "cancelled"),
    "raised": ("lowered",),
    "not done": ("missed",),
}


@dataclass(frozen=True, slots=True)
class Told:
    """A change, and the words at [start, end) of the sentence that tell it."""

    change: str
    start: int
    end: int

    def to_dict(self) -> dict[str, Any]:
        """The change as plain values."""
        return {"change": self.change, "start": self.start, "end": self.end}

    @classmethod
    def from_dict(cls, plain: dict[str, Any]) -> Told:
        """The inverse of `to_dict`."""
        return cls(plain["change"], plain["start"], plain["end"])


def find_changes(sentence: str) -> tuple[Told, ...]:
    """The changes that a sentence tells, each once, in order of its words."""
    text = sentence.casefold().replace("’", "'") if len(sentence.casefold()) == len(sentence) else sentence.lower()
    first: dict[str, Told] = {}
    for told in sorted(_find_cues(text), key=lambda each: (each.start, each.end)):
        first.setdefault(told.change, told)
    for weaker, stronger in _STRONGER.items():
        if any(change in first for change in stronger):
            first.pop(weaker, None)
    return tuple(sorted(first.values(), key=lambda each: (each.start, each.end)))


def _find_cues(text: str) -> Iterator[Told]:
    for cue in load_words().cues:
        for match in cue.pattern.finditer(text):
            if not _is_guarded(text, match.start(), cue):
                yield Told(cue.change, match.start(), match.end())


def _is_guarded(text: str, start: int, cue: Cue) -> bool:
    """Whether something before the cue in its clause keeps it from telling anything."""
    before = text[:start]
    if cue.change in (PART, WHOLE):
        return _NONE.search(before) is not None
    marks = list(_CLAUSE.finditer(before))
    clause = before[marks[-1].end() :] if marks else before
    # "denied that it had missed", "said that if it was": the clause above may deny what the one below tells.
    above = before[marks[-2].end() if len(marks) > 1 else 0 : marks[-1].start()] if _is_below(marks) else ""
    for guard in load_words().guards:
        if cue.finite and not guard.finite:
            continue
        if cue.change == DENIED and not guard.reach:
            continue
        near = clause if guard.reach is None else " ".join(clause.split()[-guard.reach :])
        if guard.pattern.search(near):
            return True
    return bool(above) and re.search(r"\bden(?:y|ies|ied|ying)\b", above) is not None and cue.change != DENIED


def _is_below(marks: list[re.Match[str]]) -> bool:
    return bool(marks) and marks[-1][0] == "that"


def points_back(sentence: str) -> bool:
    """Whether the words point back to something agreed or promised before."""
    return load_words().standing.search(sentence.lower()) is not None


def changes_of(told: Iterable[Told]) -> frozenset[str]:
    """The names of the changes."""
    return frozenset(each.change for each in told)
