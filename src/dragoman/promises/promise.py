"""Promises told by a word of promising: "pledged", "agreed to", "an offer to", "is ready to".

In: a Sentence and a token, the lexicons. Out: a Promise, or None. Refuses hopes, what is denied or only possible, and
journeys, which are meetings.
"""

from __future__ import annotations

from dataclasses import replace

from ..events.chain import find_operator
from ..events.frames import VERB_POS, patients_of, prep_objects
from ..events.lexicon import ActLexicon
from ..events.modality import read_modality
from ..parse.tokens import Sentence, Token
from .future import is_meeting, read_future, read_schedule
from .lexicon import PromiseLexicon
from .promise_words import Promise, act_below

# Kinds of operators that promise.
_PROMISING = frozenset({"intend", "offer"})
_TOLD_TAGS = ("VBD", "VBN", "VBZ", "VBP", "VBG")


def read_promise(sentence: Sentence, token: Token, acts: ActLexicon, lexicon: PromiseLexicon) -> Promise | None:
    """The promise that the token tells."""
    if token.pos in VERB_POS and token.dep not in ("aux", "auxpass"):
        return _verb_promise(sentence, token, acts, lexicon)
    if token.pos == "NOUN" and token.lemma in acts.operator_nouns:
        return _noun_promise(sentence, token, acts, lexicon)
    if token.pos == "ADJ" and token.lemma in lexicon.readiness:
        return _ready(sentence, token, lexicon)
    return None


def _noun_promise(sentence: Sentence, noun: Token, acts: ActLexicon, lexicon: PromiseLexicon) -> Promise | None:
    """ "an offer to station a frigate", "a promise of $5 million"."""
    operator = acts.operator_nouns[noun.lemma]
    if operator.kind not in _PROMISING or read_modality(sentence, noun).negated or operator.id == "wish":
        return None
    verb = next((each for each in sentence.children(noun, "acl") if each.tag == "VB"), None)
    if verb is not None and is_meeting(sentence, verb, lexicon):
        return None
    firm = verb is not None and operator.id in ("promise", "offer")
    return Promise(sentence, verb or noun, noun, firm, f"noun-{operator.id}")


def _ready(sentence: Sentence, token: Token, lexicon: PromiseLexicon) -> Promise | None:
    """ "is ready to lend equipment", "is prepared to pay $5 million"."""
    above = sentence.head(token)
    act = sentence.child(token, "xcomp")
    if act is None or act.tag != "VB" or token.dep != "acomp" or above.lemma not in ("be", "stand"):
        return None
    modality = read_modality(sentence, above)
    if modality.negated or modality.possible or act.lemma not in lexicon.giving or is_meeting(sentence, act, lexicon):
        return None
    return Promise(sentence, act, None, bool(patients_of(sentence, act)), "ready", whole=True)


def _verb_promise(sentence: Sentence, verb: Token, acts: ActLexicon, lexicon: PromiseLexicon) -> Promise | None:
    modality = read_modality(sentence, verb)
    if modality.negated or modality.possible:
        return None
    operator = find_operator(sentence, verb, acts)
    if operator is not None and operator.kind in _PROMISING and (verb.tag in _TOLD_TAGS or modality.future):
        below = act_below(sentence, verb)
        if verb.lemma == "mean" and (below is None or below.dep == "ccomp"):
            # "means that no more than four are broken" explains.
            return None
        if operator.id == "wish":
            # "want trade to reach $5 billion by 2030" is an aim, other wishes bind nobody.
            aims = verb.lemma == "want" and below is not None and below.lemma in lexicon.reaching
            return Promise(sentence, verb, verb, False, "aim", bound=True, counted=True, timed=True) if aims else None
        if below is not None and is_meeting(sentence, below, lexicon):
            return None
        if below is None and verb.dep == "acl" and sentence.child(verb, "dobj", "dative") is None:
            # "talks planned for June": what was promised stands before the participle.
            return None
        firm = verb.lemma in lexicon.firm_words and _is_concrete(sentence, verb, lexicon)
        if operator.id == "offer" or below is not None:
            firm = firm and below is not None and below.lemma not in lexicon.idle
        return Promise(sentence, verb, verb, firm, f"promise-{operator.id}")
    if verb.lemma in lexicon.promise_words and verb.tag in ("VBD", "VBN", "VBZ", "VBP"):
        below = act_below(sentence, verb)
        if below is not None and is_meeting(sentence, below, lexicon):
            return None
        return Promise(sentence, verb, verb, False, f"promise-{verb.lemma}")
    return read_future(sentence, verb, modality, lexicon) or read_schedule(sentence, verb, lexicon)


def _is_concrete(sentence: Sentence, verb: Token, lexicon: PromiseLexicon) -> bool:
    """Whether something is promised to be done, or a thing to somebody: "promised the city buses", no "support"."""
    if act_below(sentence, verb) is not None:
        return True
    given = [each for each in patients_of(sentence, verb) if each.dep in ("dobj", "conj", "nsubjpass")]
    receiver = sentence.child(verb, "dative") is not None or "to" in prep_objects(sentence, verb)
    nouns = [each for each in given if each.pos == "NOUN"]
    return receiver and bool(nouns) and all(each.lemma not in lexicon.vague for each in nouns)


def split_promise(promise: Promise) -> list[Promise]:
    """One promise for each act that is promised: "agreed to build a line, and to share its cost"."""
    if promise.by is None or promise.by is not promise.verb:
        return [promise]
    below = act_below(promise.sentence, promise.verb)
    if below is None or below.pos not in VERB_POS:
        return [promise]
    acts = [each for each in promise.sentence.conjuncts(below) if each.pos in VERB_POS]
    # "to cut tariffs and scrap them by 2005": an act without "to" is one by itself where it has an object.
    starts = [
        next((child for child in promise.sentence.children(each, "aux") if child.lower == "to"), None)
        or (each if promise.sentence.child(each, "dobj") is not None else None)
        for each in acts
    ]
    parts = [(act, start) for act, start in zip(acts[1:], starts[1:], strict=True) if start is not None]
    ends = [start.index for _, start in parts] + [len(promise.sentence.tokens)]
    first = replace(promise, until=ends[0]) if parts else promise
    later = [replace(promise, verb=act, by=None, until=ends[at + 1]) for at, (act, _) in enumerate(parts)]
    return [first, *later]
