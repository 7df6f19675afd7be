"""Repair: mistakes of the small English parsers that news invites, set right in the tokens.

"In August Budapest accused Slovakia": without a comma the parser reads "August Budapest" as one name behind "in" and
leaves the verb without a subject; in "expelled a diplomat on Monday and India retaliated" it joins India to Monday.
Where a finite verb has no subject and such a name stands right before it, the name becomes the subject. "Accused the
army on April 9 of shelling": the charge hangs on the verb, not on the day. Nothing else is changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from .tokens import Token

_DAYS_AND_MONTHS = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday"
    " thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
# Verbs that take a person and a charge with "of".
_CHARGING = frozenset({"accuse", "suspect", "convict", "acquit"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BETWEEN = frozenset({"AUX", "ADV", "PART"})
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


def repair_joined_subjects(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens with a name joined to what stands before "and" made the subject of the verb right behind it."""
    fixed = list(tokens)
    for verb in tokens:
        if verb.dep != "conj" or verb.pos != "VERB" or verb.head > verb.index or _has_subject(tokens, verb):
            continue
        if not _is_finite(tokens, verb) or any(token.head == verb.index and token.dep == "auxpass" for token in tokens):
            continue
        name = next((tokens[at] for at in range(verb.index - 1, -1, -1) if tokens[at].pos not in _BETWEEN), verb)
        first = next((at for at in range(name.index, -1, -1) if tokens[at].dep == "cc"), -1)
        if name.dep != "conj" or name.pos != "PROPN" or name.head <= verb.head or first < 0 or first < name.head:
            continue
        if any(tokens[at].dep not in ("compound", "det", "amod") for at in range(first + 1, name.index)):
            continue
        fixed[name.index] = replace(fixed[name.index], dep="nsubj", head=verb.index)
        fixed[first] = replace(fixed[first], head=verb.head)
    return tuple(fixed)


def repair_charges(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens with "of doing" hung on the verb that charges, not on a date or phrase between."""
    fixed = list(tokens)
    for prep in tokens:
        if prep.lower != "of" or prep.dep != "prep" or not _takes_a_deed(tokens, prep):
            continue
        verb = next((each for each in _above(tokens, prep) if each.pos in ("VERB", "AUX")), None)
        if verb is None or verb.index == prep.head or verb.lemma not in _CHARGING or verb.index > prep.index:
            continue
        behind = [token for token in tokens if token.head == verb.index]
        charged = next((token for token in behind if token.dep in ("dobj", "nsubjpass")), None)
        if charged is None or any(token.lower == "of" and token.dep == "prep" for token in behind):
            continue
        fixed[prep.index] = replace(fixed[prep.index], head=verb.index)
    return tuple(fixed)


def _takes_a_deed(tokens: Sequence[Token], prep: Token) -> bool:
    return any(token.head == prep.index and token.dep == "pcomp" and token.tag == "VBG" for token in tokens)


def _above(tokens: Sequence[Token], token: Token) -> Iterator[Token]:
    """The heads above a token, nearest first."""
    while token.head != token.index:
        token = tokens[token.head]
        yield token


def _has_subject(tokens: Sequence[Token], verb: Token) -> bool:
    return any(token.head == verb.index and token.dep in _SUBJECTS for token in tokens)


def _is_finite(tokens: Sequence[Token], verb: Token) -> bool:
    auxiliaries = [token for token in tokens if token.head == verb.index and token.dep in ("aux", "auxpass")]
    return verb.tag in _FINITE or any(token.tag in _FINITE for token in auxiliaries)


def _is_adjacent(tokens: Sequence[Token], name: Token, verb: Token) -> bool:
    """Whether only auxiliaries and adverbs stand between the name and the verb."""
    return all(token.pos in ("AUX", "ADV", "PART") for token in tokens[name.index + 1 : verb.index])
