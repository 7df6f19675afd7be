"""Part claims that hold one another: a statement and the words in marks within it tell the same thing once.

In: a Passage and Drafts in order of the text. Out: Drafts of which none tells what another does. "Said the port would
stay “for ever open”" is one claim; "said that A and that B “...”" are two.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..record import Span
from .passage import Draft, Passage

CHARGES = frozenset({"accused", "blamed", "denied"})
REPORTED = frozenset({"indirect-said", "said-behind", "said-at-end", "adding-said"})
FEWEST_WORDS = 3  # of a statement that stands by itself beside the words in marks
# Where a statement ends and the next one begins, before and behind words in marks.
JOINT_BEFORE = re.compile(r",?\s+(?:and|but)\s+that\b|,\s+(?:though|although|but)\b")
JOINT_BEHIND = re.compile(r"[”’\"'»]?,?\s+(?:and|but)\s+(?:that\s+)?")


def part_nested(passage: Passage, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without what others hold; statements that go on before or behind the marks are cut to that part."""
    kept = list(drafts)
    for inner in [draft for draft in drafts if draft.rule == "quote-in-clause"]:
        outer = next((draft for draft in kept if _holds(draft, inner)), None)
        if outer is None:
            continue
        rest = None if outer.rule in CHARGES else _rest_of(passage, outer, inner)
        if rest is None:
            kept.remove(inner)
        else:
            kept[kept.index(outer)] = replace(outer, span=rest)
    # What somebody is told to have said is part of what is told: "Chile told us that Peru said ..., the envoy said".
    for inner in [draft for draft in kept if draft.rule in REPORTED]:
        if any(outer.rule in REPORTED and outer.speaker and _holds(outer, inner) for outer in kept):
            kept.remove(inner)
    return sorted(kept, key=lambda draft: (draft.span.start, draft.span.end))


def _holds(outer: Draft, inner: Draft) -> bool:
    return outer is not inner and not outer.quote and outer.span.covers(inner.span)


def _rest_of(passage: Passage, outer: Draft, inner: Draft) -> Span | None:
    """The part of the outer claim that is a statement of its own beside the inner one."""
    text = passage.parsed.text
    before = text[outer.span.start : inner.span.start]
    joints = list(JOINT_BEFORE.finditer(before))
    if joints and len(before[: joints[-1].start()].split()) >= FEWEST_WORDS:
        return Span.cut(text, outer.span.start, outer.span.start + joints[-1].start())
    behind = text[inner.span.end : outer.span.end]
    joint = JOINT_BEHIND.match(behind)
    if joint is not None and len(behind[joint.end() :].split()) >= FEWEST_WORDS:
        return Span.cut(text, inner.span.end + joint.end(), outer.span.end)
    return None
