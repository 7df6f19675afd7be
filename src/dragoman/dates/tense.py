"""Tense: whether a clause tells of the past or of what lies ahead.

In: the words around a place, or a parsed sentence and one of its tokens. Out: "past", "future" or None where
nothing tells. Refuses nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..parse.tokens import Sentence, Token
from ..record import RegionKind
from .lexicon import Lexicon
from .words import Word

# A cue further away belongs to another clause more often than not.
REACH = 14
# A passive auxiliary stands at most this far before its participle ("will also be formally signed").
PASSIVE_REACH = 4
_STOPS = frozenset({".", "!", "?", ";"})
_VERB_TAGS = frozenset({"VB", "VBD", "VBN", "VBG", "VBZ", "VBP", "MD"})


def words_tense(words: Sequence[Word], at: int, lexicon: Lexicon) -> str | None:
    """The tense by the nearest cue of the same sentence, those before the place first."""
    for index in _towards_left(words, at):
        told = _cue(words, index, lexicon)
        if told is not None:
            return told
    for index in range(at, min(at + REACH, len(words))):
        if _stops(words, index):
            break
        told = _cue(words, index, lexicon)
        if told is not None:
            return told
    return None


def _towards_left(words: Sequence[Word], at: int) -> Iterator[int]:
    for index in range(at - 1, max(-1, at - 1 - REACH), -1):
        if _stops(words, index):
            return
        yield index


def _stops(words: Sequence[Word], index: int) -> bool:
    """Whether a sentence ends here; the dot of a short form does not end it."""
    if words[index].lower not in _STOPS:
        return False
    if words[index].lower != ".":
        return True
    before = words[index - 1] if index else None
    return before is not None and before.kind == "word" and len(before.text) > 3


def _cue(words: Sequence[Word], index: int, lexicon: Lexicon) -> str | None:
    word = words[index]
    for phrase in lexicon.future_cues.get(word.lower, ()):
        start = index + 1 - len(phrase)
        if start >= 0 and all(words[start + step].lower == part for step, part in enumerate(phrase)):
            return None if word.capital and word.lower == "may" else "future"
    if word.kind != "word" or word.capital and index:
        return None
    if word.lower in lexicon.words["past_cues"]:
        # "Will be held", but "was held".
        return "future" if _is_passive(words, index, lexicon) else "past"
    if word.lower.endswith("s") and word.lower[:-1] in lexicon.words["timetable_verbs"]:
        return "future"
    if len(word.lower) > 3 and word.lower.endswith("ed"):
        return "future" if _is_passive(words, index, lexicon) else "past"
    return None


def _is_passive(words: Sequence[Word], index: int, lexicon: Lexicon) -> bool:
    """Whether "be", "will" and the like govern the participle, adverbs between them apart."""
    for before in range(index - 1, max(-1, index - 1 - PASSIVE_REACH), -1):
        lower = words[before].lower
        if lower in lexicon.words["passive_cues"]:
            return True
        if not lower.endswith("ly") and lower not in {"also", "not", "then", "again", "first"}:
            return False
    return False


def clause_tense(sentence: Sentence, token: Token, lexicon: Lexicon) -> str | None:
    """The tense of the verb that governs `token`, by the parse; a modifier such as "upcoming" goes first."""
    for above in (token, *sentence.ancestors(token)):
        modifiers = {child.lower for child in sentence.children(above, "amod")}
        if modifiers & lexicon.words["future_modifiers"]:
            return "future"
        if above.tag in _VERB_TAGS:
            return _verb_tense(sentence, above, lexicon)
    return None


def _verb_tense(sentence: Sentence, verb: Token, lexicon: Lexicon) -> str | None:
    helpers = sentence.children(verb, "aux", "auxpass")
    if any(child.tag == "MD" for child in helpers) or verb.tag == "MD":
        return "future"
    lowers = {child.lower for child in helpers}
    if any(child.tag == "TO" for child in helpers):
        return _infinitive_tense(sentence, verb, lexicon)
    if verb.tag == "VBD" or lowers & {"was", "were", "had", "has", "have", "did"}:
        return "past"
    if verb.tag == "VBN":
        return "future" if verb.lemma in lexicon.words["future_heads"] else "past"
    if verb.tag == "VBG":
        return "future" if lowers & {"is", "are"} else _above_tense(sentence, verb, lexicon)
    # A headline tells the past in the present tense; a report names a timetable so.
    timetable = verb.lemma in lexicon.words["timetable_verbs"] and sentence.region != RegionKind.HEADLINE
    return "future" if timetable and verb.tag in ("VBZ", "VBP") else None


def _infinitive_tense(sentence: Sentence, verb: Token, lexicon: Lexicon) -> str | None:
    """What lies ahead after "agree to" and the like; else the infinitive takes the tense of its head."""
    head = sentence.head(verb)
    if head.index == verb.index or head.lemma in lexicon.words["future_heads"]:
        return "future"
    return _above_tense(sentence, verb, lexicon)


def _above_tense(sentence: Sentence, verb: Token, lexicon: Lexicon) -> str | None:
    """The tense of the nearest finite verb above."""
    for above in sentence.ancestors(verb):
        helpers = {child.lower for child in sentence.children(above, "aux", "auxpass")}
        if any(child.tag == "MD" for child in sentence.children(above, "aux")):
            return "future"
        if above.tag == "VBD" or helpers & {"was", "were", "had", "has", "have", "did"}:
            return "past"
    return None
