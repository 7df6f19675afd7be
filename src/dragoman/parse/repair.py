"""Repair: a mistake of the small English parsers that news invites, set right in the tokens.

"In August Budapest accused Slovakia": without a comma the parser reads "August Budapest" as one name behind "in" and
leaves the verb without a subject. Where a finite verb has no subject and such a phrase stands right before it, the
month or weekday stays behind the preposition and the name becomes the subject. Nothing else is changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .tokens import Token

_DAYS_AND_MONTHS = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday"
    " thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})


def repair_subjects(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens of a sentence with the subjects put right."""
    fixed = list(tokens)
    for month in tokens:
        if month.lower.rstrip(".") not in _DAYS_AND_MONTHS or month.dep != "compound":
            continue
        name = tokens[month.head]
        prep = tokens[name.head]
        verb = tokens[prep.head]
        if name.dep != "pobj" or prep.dep != "prep" or not prep.index < month.index < name.index < verb.index:
            continue
        if _has_subject(tokens, verb) or not _is_finite(tokens, verb) or not _is_adjacent(tokens, name, verb):
            continue
        passive = any(token.head == verb.index and token.dep == "auxpass" for token in tokens)
        fixed[month.index] = replace(fixed[month.index], dep="pobj", head=prep.index)
        fixed[name.index] = replace(fixed[name.index], dep="nsubjpass" if passive else "nsubj", head=verb.index)
    return tuple(fixed)


def _has_subject(tokens: Sequence[Token], verb: Token) -> bool:
    return any(token.head == verb.index and token.dep in _SUBJECTS for token in tokens)


def _is_finite(tokens: Sequence[Token], verb: Token) -> bool:
    auxiliaries = [token for token in tokens if token.head == verb.index and token.dep in ("aux", "auxpass")]
    return verb.tag in _FINITE or any(token.tag in _FINITE for token in auxiliaries)


def _is_adjacent(tokens: Sequence[Token], name: Token, verb: Token) -> bool:
    """Whether only auxiliaries and adverbs stand between the name and the verb."""
    return all(token.pos in ("AUX", "ADV", "PART") for token in tokens[name.index + 1 : verb.index])
