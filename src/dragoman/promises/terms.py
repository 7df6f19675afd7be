"""Terms: what an agreement says ("provides for", "obliges both sides to"), its prices and costs, and sums promised.

In: a Sentence and a token, the lexicon. Out: Promises that need an agreement or a deal to belong to. Refuses what is
denied, and prices and sums that no verb sets.
"""

from __future__ import annotations

from ..events.frames import RELATIVES, VERB_POS, patients_of, prep_objects, subjects_of
from ..events.modality import read_modality
from ..parse.tokens import Sentence, Token
from .clauses import phrase_tokens
from .future import is_meeting
from .lexicon import PromiseLexicon
from .promise_words import Promise

# Verbs that bind in the past too ("obliged both sides to").
_OBLIGING = ("oblige", "require", "commit", "bind", "guarantee", "entitle")
_TOLD = ("VBD", "VBN", "VBZ", "VBP")
_AMOUNT_PREPS = ("at", "to", "from")


def _is_agreement(sentence: Sentence, token: Token, lexicon: PromiseLexicon) -> bool:
    if any(child.lower in ("any", "no", "every") for child in sentence.children(token, "det")):
        return False
    return token.lemma in lexicon.kind_of or token.lemma in lexicon.general or token.lower in ("it", "which", "that")


def read_terms(sentence: Sentence, verb: Token, lexicon: PromiseLexicon) -> list[Promise]:
    """What an agreement provides for: "provides for the release of prisoners within ten days"."""
    if verb.pos not in VERB_POS or verb.lemma not in lexicon.terms or read_modality(sentence, verb).negated:
        return []
    if not any(_is_agreement(sentence, each, lexicon) for each in subjects_of(sentence, verb)):
        return []
    heads = list(prep_objects(sentence, verb).get("for", ()))
    for prep in sentence.children(verb, "prep"):
        # "for A, for B and for C": the prepositions are coordinated.
        for other in sentence.conjuncts(prep)[1:]:
            heads.extend(sentence.children(other, "pobj"))
    if not heads and verb.lemma in ("envisage", "foresee", "stipulate"):
        heads = list(patients_of(sentence, verb))
    unique = {head.index: head for head in heads if head.pos in ("NOUN", "PROPN")}
    return [Promise(sentence, head, head, True, "agreement-terms", bound=True) for _, head in sorted(unique.items())]


def read_binding(sentence: Sentence, verb: Token, lexicon: PromiseLexicon) -> Promise | None:
    """ "a treaty that obliges both countries to line 300 km of canals", "It covers 14 vessels"."""
    if verb.pos not in VERB_POS or verb.lemma not in lexicon.binding or verb.tag == "VBG":
        return None
    modality = read_modality(sentence, verb)
    if modality.negated or modality.possible:
        return None
    subjects = subjects_of(sentence, verb)
    if verb.dep == "relcl" and any(child.lower in RELATIVES for child in sentence.children(verb, "nsubj")):
        subjects = (sentence.head(verb),)
    if not any(_is_agreement(sentence, each, lexicon) for each in subjects):
        return None
    # "covers the years to 2027" and "runs to 2027" only tell how long the agreement lasts.
    lasting = verb.lemma in ("cover", "run", "last")
    told = verb.tag in ("VBD", "VBN") and not modality.future
    if told and verb.lemma not in _OBLIGING:
        # What an agreement has brought is no promise.
        return None
    if verb.lemma not in (*_OBLIGING, "cover", "allow", "let") and any(each.lower == "it" for each in subjects):
        return None
    return Promise(sentence, verb, verb, False, "agreement-binds", bound=True, counted=lasting)


def read_price(sentence: Sentence, verb: Token, lexicon: PromiseLexicon) -> Promise | None:
    """ "the price fixed at 2.84 baht per kilowatt-hour", "The quota was raised to 8,000 tonnes"."""
    if verb.pos not in VERB_POS or verb.tag not in _TOLD or read_modality(sentence, verb).negated:
        return None
    if verb.lemma not in lexicon.setting:
        return None
    preps = prep_objects(sentence, verb)
    if not any(prep in preps for prep in _AMOUNT_PREPS):
        return None
    if not any(each.lemma in lexicon.measured for each in patients_of(sentence, verb)):
        return None
    if verb.dep == "acl":
        above = sentence.head(verb)
        return Promise(sentence, above, above, False, "price", bound=True, counted=True)
    return Promise(sentence, verb, None, False, "price", whole=True, bound=True, counted=True)


def read_cost(sentence: Sentence, verb: Token, lexicon: PromiseLexicon) -> Promise | None:
    """ "is expected to cost $128 million": the cost of what is agreed."""
    if verb.lemma != "cost" or verb.pos not in VERB_POS:
        return None
    modality = read_modality(sentence, verb)
    if modality.negated or not modality.future:
        return None
    above = sentence.head(verb)
    head = above if verb.dep == "xcomp" and above.lemma != "be" else verb
    return Promise(sentence, head, None, False, "cost", whole=True, bound=True, counted=True)


def read_expected(sentence: Sentence, verb: Token, lexicon: PromiseLexicon) -> Promise | None:
    """ "Guyana expects to ratify it by November", "he expected parliament to vote by June": what a party awaits."""
    if verb.lemma not in lexicon.forecasts or verb.tag not in _TOLD or read_modality(sentence, verb).negated:
        return None
    act = sentence.child(verb, "xcomp", "ccomp")
    subjects = subjects_of(sentence, verb)
    if act is None or act.tag != "VB" or sentence.child(verb, "nsubjpass", "auxpass") is not None or not subjects:
        return None
    if any(each.lemma in lexicon.onlookers for each in subjects) or is_meeting(sentence, act, lexicon):
        return None
    return Promise(sentence, verb, None, False, "expected", bound=True, whole=True)


def read_pledged_sums(sentence: Sentence, verb: Token, lexicon: PromiseLexicon) -> Promise | None:
    """ "The largest of the pledges was Canada's: C$40 million": sums behind "be" in a sentence on pledges."""
    if verb.lemma != "be" or verb.pos not in VERB_POS or verb.dep in ("aux", "auxpass"):
        return None
    before = [each for each in sentence.tokens[: verb.index] if each.lemma in lexicon.pledge_nouns]
    return Promise(sentence, verb, verb, False, "pledge-sum") if before else None


def read_purpose(sentence: Sentence, verb: Token, lexicon: PromiseLexicon) -> Promise | None:
    """ "signed a protocol for a bridge, to be finished by 1991": what the thing of an agreement is to become."""
    first = next(iter(sentence.children(verb, "aux")), None)
    if verb.tag not in ("VB", "VBN") or verb.dep not in ("advcl", "acl", "relcl", "xcomp") or first is None:
        return None
    passive = verb.lemma == "be" or sentence.child(verb, "auxpass") is not None
    if first.lower != "to" or not passive or sentence.child(verb, "nsubj", "nsubjpass") is not None:
        return None
    above = sentence.head(verb)
    if above.pos in VERB_POS and verb.dep == "xcomp":
        return None
    thing = _nearest_noun(sentence, first)
    if thing is None:
        return None
    last = max(each.index for each in phrase_tokens(sentence, verb, relatives=True))
    words = (*phrase_tokens(sentence, thing), *sentence.tokens[first.index : last + 1])
    return Promise(sentence, thing, thing, False, "purpose", bound=True, timed=True, words=words)


def _nearest_noun(sentence: Sentence, first: Token) -> Token | None:
    """The noun before ", to be ...": the head of the phrase that ends there."""
    if first.index < 2:
        return None
    last = sentence.tokens[first.index - 1]
    last = sentence.tokens[first.index - 2] if last.text == "," else last
    noun = last
    for above in sentence.ancestors(last):
        if above.pos in VERB_POS:
            break
        if above.pos == "NOUN":
            noun = above
            if above.dep == "pobj" and sentence.head(above).lower in ("for", "on"):
                break
    return noun if noun.pos == "NOUN" else None
