"""Words: what the words of two pieces of evidence have in common, their parties left out.

In: texts. Out: the stems of content words, and the share of them that two texts share. What every report says ("said
on Tuesday") and who the parties are (compared by their codes) counts for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..record.names import fold_name

# So many letters of a word are compared: enough to tell words apart, few enough to meet their inflections.
STEM = 6
# "Pakistan" and "Pakistani", "Iran" and "Iranian" share so many letters.
PARTY_STEM = 4
# Words shorter than this are no content words, save numbers.
SHORTEST = 3
# Where a text has fewer content words, their agreement says nothing.
FEWEST_WORDS = 3
# So many words must be shared, at least, before their share counts.
FEWEST_SHARED = 3

_FUNCTION = """
about above across after again against all along already also although among and another any are around away back
because been before being below between both but came can come could did does down due during each either else ever
every few first following for from further gave get give given goes had has have having her here him his how however
into its itself last later least less like made make many may might more most much must near neither never new next nor
not now off one only onto other our out over own part per put quite rather same second several shall she should since
some still such take taken than that the their them then there these they this those three through thus till together
too took toward towards two under until upon very via was well went were what when where whether which while who whom
whose why will with within without would year years yet you your
"""
_REPORT = """
said says say told tells according added adding quoted reported reports report statement spokesman spokeswoman
spokesperson reuters official officials government minister ministry president country countries state states
monday tuesday wednesday thursday friday saturday sunday day days week weeks month months today yesterday tomorrow
january february march april june july august september october november december
jan feb mar apr jun jul aug sep sept oct nov dec
"""
# What is counted and in what belongs to an amount, not to a matter.
_COUNTED = frozenset("hundred thousand million billion trillion percent dollar dollars euro euros".split())
_NOTHING = frozenset(word[:STEM] for word in f"{_FUNCTION} {_REPORT}".split())
# A capitalised word with a word before it, and so not at the beginning of a sentence or a quote.
_NAME = re.compile(r"(?<=[\w,;] )[A-Z][\w’'-]+")
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")


def stem_words(text: str, *, parties: Iterable[str] = ()) -> tuple[str, ...]:
    """The stems of the content words of a text, each once, without those that name the parties."""
    named = _name_stems(parties)
    found = set()
    for word in _WORD.findall(fold_name(text)):
        if word[0].isdigit():
            found.add(word.replace(",", ""))
        elif _is_content(word, named):
            found.add(word[:STEM])
    return tuple(sorted(found))


def _name_stems(parties: Iterable[str]) -> frozenset[str]:
    """The beginnings of the words that name parties."""
    return frozenset(
        word[:PARTY_STEM] for party in parties for word in _WORD.findall(fold_name(party)) if len(word) > 1
    )


def _is_content(word: str, named: frozenset[str]) -> bool:
    """Whether a folded word says something of its own, and names none of the parties."""
    if word[0].isdigit() or len(word) < SHORTEST:
        return False
    return word[:STEM] not in _NOTHING and word[:PARTY_STEM] not in named


def topic_words(text: str, *, parties: Iterable[str] = ()) -> tuple[str, ...]:
    """The content words of what something is about, each once and whole, without numbers."""
    named = _name_stems(parties)
    return tuple(
        sorted({word for word in _WORD.findall(fold_name(text)) if _is_content(word, named) and word not in _COUNTED})
    )


def proper_names(text: str, *, parties: Iterable[str] = ()) -> tuple[str, ...]:
    """The folded capitalised words of a text, save the first of each sentence, the parties and the names of days."""
    named = _name_stems(parties)
    found = {fold_name(match[0]) for match in _NAME.finditer(text)}
    return tuple(sorted(word for word in found if _is_content(word, named)))


def share_words(one: frozenset[str], other: frozenset[str]) -> tuple[float, int]:
    """The share of the smaller set of words that both have, and how many these are; nothing where too few are shared to
    say anything."""
    fewest = min(len(one), len(other))
    shared = len(one & other)
    if fewest < FEWEST_WORDS or shared < FEWEST_SHARED:
        return 0.0, 0
    return shared / fewest, shared
