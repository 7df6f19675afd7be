"""Dues: deadlines that are set, moved or missed ("due on Sept. 1", "was given until April 30", "moved the opening to").

In: a Sentence and a token, the lexicon. Out: a Promise, or None. Refuses persons and meetings that are due somewhere.
"""

from __future__ import annotations

from ..events.frames import RELATIVES, VERB_POS, is_passive, lemma_of, patients_of, prep_objects, subjects_of
from ..parse.tokens import Sentence, Token
from .clauses import phrase_tokens
from .future import is_meeting
from .lexicon import PromiseLexicon
from .promise_words import Promise

_DATED = ("on", "in", "by", "before", "at", "for", "until")
_NO_THING = ("PROPN", "PRON")


def read_due(sentence: Sentence, token: Token, lexicon: PromiseLexicon) -> Promise | None:
    """ "the $9 million that was due on Sept. 1", "A study, first due in March": the thing and its day."""
    if token.lower != "due" or token.pos != "ADJ":
        return None
    above = sentence.head(token)
    is_clause = token.dep == "acomp" and above.pos in VERB_POS
    if not (_names_date(sentence, token) or (is_clause and _names_date(sentence, above))):
        return None
    heads = (token, above) if is_clause else (token,)
    if any(
        each.entity in ("GPE", "LOC", "FAC") for head in heads for each in prep_objects(sentence, head).get("in", ())
    ):
        return None
    thing = _thing(sentence, above if is_clause else token, is_clause)
    if thing is None or thing.lemma in lexicon.no_subject or thing.pos in _NO_THING:
        return None
    now = is_clause and above.lower in ("is", "are", "falls", "fall", "becomes", "become")
    if is_clause and above.dep != "relcl":
        return Promise(sentence, above, None, False, "due", whole=True, past=not now, timed=True, bound=True)
    words = tuple(phrase_tokens(sentence, thing, relatives=True))
    return Promise(sentence, thing, thing, False, "due", past=not now, timed=True, bound=True, words=words)


def read_promised_thing(sentence: Sentence, verb: Token, lexicon: PromiseLexicon) -> Promise | None:
    """ "the 300,000 tonnes of coal that it offered", "the 650 million promised": a thing that was promised before."""
    if verb.dep not in ("relcl", "acl") or verb.lemma not in lexicon.promised or verb.tag not in ("VBD", "VBN"):
        return None
    thing = sentence.head(verb)
    own = sentence.children(verb, "dobj", "xcomp", "ccomp")
    if thing.pos not in ("NOUN", "NUM") or any(each.lower not in RELATIVES for each in own):
        return None
    if verb.dep == "relcl" and not own and sentence.child(verb, "nsubjpass") is None:
        return None
    words = tuple(phrase_tokens(sentence, thing, relatives=True))
    return Promise(sentence, thing, thing, False, "promised-thing", past=True, counted=True, words=words)


def read_order(sentence: Sentence, verb: Token, lexicon: PromiseLexicon) -> Promise | None:
    """ "ordered the ministry to answer by May": what a government sets its own offices to do for another state."""
    if verb.lemma not in lexicon.ordering or verb.tag not in ("VBD", "VBN", "VBZ", "VBP"):
        return None
    act = sentence.child(verb, "xcomp", "ccomp", "advcl")
    if act is None or act.tag not in ("VB", "VBN") or act.index < verb.index:
        return None
    # "ordered that it be laid before", "directed them to answer", but not "told them that they had left".
    helpers = {child.lower for child in sentence.children(act, "aux", "auxpass")}
    if not (helpers <= {"to", "be", "not"} and (helpers or act.tag == "VB")) or is_meeting(sentence, act, lexicon):
        return None
    told = [*sentence.children(verb, "dobj", "dative"), *sentence.children(act, "nsubj")]
    if any(each.entity in ("GPE", "NORP") or each.pos == "PRON" for each in told):
        return None
    return Promise(sentence, act, verb, False, "order", timed=True, bound=True)


def _thing(sentence: Sentence, head: Token, is_clause: bool) -> Token | None:
    if not is_clause:
        above = sentence.head(head)
        return above if head.dep in ("amod", "acl", "relcl", "appos") and above.pos in ("NOUN", "NUM") else None
    subjects = subjects_of(sentence, head)
    return subjects[0] if subjects and subjects[0].pos in ("NOUN", "NUM", "SYM") else None


def _names_date(sentence: Sentence, head: Token) -> bool:
    preps = prep_objects(sentence, head)
    named = [each for prep in _DATED for each in preps.get(prep, ())]
    return any(each.entity == "DATE" for each in [*named, *sentence.children(head, "npadvmod")])


def read_given_time(sentence: Sentence, verb: Token, lexicon: PromiseLexicon) -> Promise | None:
    """ "Tashkent was given until April 30 to pay", "has until 2023 to take over"."""
    if verb.pos not in VERB_POS or "until" not in prep_objects(sentence, verb):
        return None
    given = verb.lemma == "give" and (is_passive(sentence, verb) or sentence.child(verb, "dobj", "dative") is not None)
    if not (given or verb.lemma == "have"):
        return None
    acts = [each for each in sentence.subtree(verb) if each.tag == "VB" and each.index > verb.index]
    if not any(child.lower == "to" for act in acts for child in sentence.children(act, "aux")):
        return None
    return Promise(sentence, verb, None, False, "given-time", whole=True, timed=True)


def read_moved_date(sentence: Sentence, verb: Token, lexicon: PromiseLexicon) -> Promise | None:
    """ "moved the deadline to September 30", "put off the opening until May"."""
    if verb.pos not in VERB_POS or verb.tag == "VB":
        return None
    lemma = lemma_of(sentence, verb)
    adverb = next((child.lower for child in sentence.children(verb, "advmod")), "")
    if lemma not in lexicon.moving and f"{verb.lemma}_{adverb}" not in lexicon.moving:
        return None
    moved = [each for each in patients_of(sentence, verb) if each.pos == "NOUN"]
    preps = prep_objects(sentence, verb)
    agreements = lexicon.kind_of.keys() | lexicon.general
    if not moved or any(each.lemma in lexicon.no_subject | agreements for each in moved):
        return None
    if not any(prep in preps for prep in ("to", "until", "till", "by")):
        return None
    return Promise(sentence, verb, None, False, "moved-date", whole=True, timed=True, bound=True)
