"""Promise: the words of a sentence that promise something, before it is asked what, how much and until when.

In: a Sentence and a token, the lexicons, what stands above in the article. Out: a Promise, or None. Refuses forecasts,
threats, hopes, conditions and what is denied; a bare future promises only where somebody is bound by it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..events.chain import find_operator
from ..events.frames import SUBJECTS, VERB_POS, patients_of, prep_objects, subjects_of
from ..events.lexicon import ActLexicon
from ..events.modality import Modality, read_modality
from ..parse.tokens import Sentence, Token
from .lexicon import PromiseLexicon

# Kinds of operators that promise.
_PROMISING = frozenset({"intend", "offer"})
_TOLD_TAGS = ("VBD", "VBN", "VBZ", "VBP", "VBG")
_EXCHANGE = frozenset({"return", "exchange"})


@dataclass(frozen=True, slots=True)
class Promise:
    """`verb` tells what is promised, `by` the word of promising (None for a bare future). `firm` words stand without
    amount and deadline; `whole` promises take their subject into the evidence; a `bound` one needs an agreement;
    `until` is the number of the token where the next promise of the same word begins."""

    sentence: Sentence
    verb: Token
    by: Token | None
    firm: bool
    rule: str
    whole: bool = False
    bound: bool = False
    until: int | None = None


def read_promise(sentence: Sentence, token: Token, acts: ActLexicon, lexicon: PromiseLexicon) -> Promise | None:
    """The promise that the token tells."""
    if token.pos in VERB_POS and token.dep not in ("aux", "auxpass"):
        return _verb_promise(sentence, token, acts, lexicon)
    if token.pos == "NOUN" and token.lemma in acts.operator_nouns:
        operator = acts.operator_nouns[token.lemma]
        if operator.kind in _PROMISING and not read_modality(sentence, token).negated:
            verb = sentence.child(token, "acl")
            told = verb is not None and verb.tag == "VB"
            firm = told and operator.id in ("promise", "offer")
            return Promise(sentence, verb or token, token, firm, f"noun-{operator.id}")
    return None


def _verb_promise(sentence: Sentence, verb: Token, acts: ActLexicon, lexicon: PromiseLexicon) -> Promise | None:
    modality = read_modality(sentence, verb)
    if modality.negated or modality.possible:
        return None
    operator = find_operator(sentence, verb, acts)
    if operator is not None and operator.kind in _PROMISING and (verb.tag in _TOLD_TAGS or modality.future):
        if operator.id == "wish":
            return None
        firm = verb.lemma in lexicon.firm_words and _is_concrete(sentence, verb, lexicon)
        return Promise(sentence, verb, verb, firm, f"promise-{operator.id}")
    if verb.lemma in lexicon.promise_words and verb.tag in ("VBD", "VBN", "VBZ", "VBP"):
        return Promise(sentence, verb, verb, False, f"promise-{verb.lemma}")
    if (modality.future or modality.duty or _is_planned(sentence, verb)) and _binds(sentence, verb, lexicon):
        return _future(sentence, verb, modality, lexicon)
    return None


def _is_planned(sentence: Sentence, verb: Token) -> bool:
    """ "is to contribute", "are to be freed": also where the parser takes the infinitive for a plain complement."""
    above = sentence.head(verb)
    infinitive = any(child.lower == "to" for child in sentence.children(verb, "aux"))
    return verb.dep in ("xcomp", "ccomp") and infinitive and above.lower in ("is", "are") and above.pos == "AUX"


def _future(sentence: Sentence, verb: Token, modality: Modality, lexicon: PromiseLexicon) -> Promise | None:
    exchange = any(each.lower in _EXCHANGE for each in prep_objects(sentence, verb).get("in", ()))
    known = verb.lemma in lexicon.giving or modality.scheduled
    return Promise(
        sentence, verb, None, exchange, "future" if not modality.duty else "duty", True, not known or modality.duty
    )


def _is_concrete(sentence: Sentence, verb: Token, lexicon: PromiseLexicon) -> bool:
    """Whether something is promised to be done, or a thing to somebody: "promised the city buses", no "support"."""
    if sentence.child(verb, "xcomp", "ccomp") is not None:
        return True
    given = [each for each in patients_of(sentence, verb) if each.dep in ("dobj", "conj", "nsubjpass")]
    receiver = sentence.child(verb, "dative") is not None or "to" in prep_objects(sentence, verb)
    nouns = [each for each in given if each.pos == "NOUN"]
    return receiver and bool(nouns) and all(each.lemma not in lexicon.vague for each in nouns)


def _binds(sentence: Sentence, verb: Token, lexicon: PromiseLexicon) -> bool:
    """Whether a future binds somebody: no forecast or threat, no condition, no course of things."""
    for above in sentence.ancestors(verb):
        if above.pos in VERB_POS and above.lemma in lexicon.no_promise:
            return False
    clauses = [verb, *sentence.children(verb, "advcl")]
    if any(mark.lower in ("if", "unless") for each in clauses for mark in sentence.children(each, "mark")):
        return False
    if verb.lemma in lexicon.meeting_verbs or any(
        child.lower in ("have", "had") for child in sentence.children(verb, "aux")
    ):
        # "was to have signed" did not come; "will have come" tells how it will be by then.
        return verb.lemma not in lexicon.meeting_verbs and any(
            each.lower in ("will", "wo") for each in sentence.children(verb)
        )
    if verb.dep == "relcl" and read_modality(sentence, verb).duty:
        return False
    subjects = sentence.children(verb, *SUBJECTS)
    return not any(subject.lemma in lexicon.no_subject and subject.pos != "PRON" for subject in subjects)


def read_terms(sentence: Sentence, verb: Token, lexicon: PromiseLexicon) -> list[Promise]:
    """What an agreement provides for: "provides for the release of prisoners within ten days"."""
    if verb.pos not in VERB_POS or verb.lemma not in lexicon.terms or read_modality(sentence, verb).negated:
        return []
    subjects = {each.lemma for each in subjects_of(sentence, verb)}
    if not subjects & ({"it", "which", "that"} | lexicon.kind_of.keys() | lexicon.general):
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


def read_pledged_sums(sentence: Sentence, verb: Token, lexicon: PromiseLexicon) -> Promise | None:
    """ "The largest of the pledges was Canada's: C$40 million": sums behind "be" in a sentence on pledges."""
    if verb.lemma != "be" or verb.pos not in VERB_POS or verb.dep in ("aux", "auxpass"):
        return None
    before = [each for each in sentence.tokens[: verb.index] if each.lemma in lexicon.pledge_nouns]
    return Promise(sentence, verb, verb, False, "pledge-sum") if before else None


def split_promise(promise: Promise) -> list[Promise]:
    """One promise for each act that is promised: "agreed to build a line, and to share its cost"."""
    if promise.by is None or promise.by is not promise.verb:
        return [promise]
    below = promise.sentence.child(promise.verb, "xcomp")
    if below is None or below.pos not in VERB_POS:
        return [promise]
    acts = [each for each in promise.sentence.conjuncts(below) if each.pos in VERB_POS]
    starts = [
        next((child for child in promise.sentence.children(each, "aux") if child.lower == "to"), None) for each in acts
    ]
    parts = [(act, start) for act, start in zip(acts[1:], starts[1:], strict=True) if start is not None]
    ends = [start.index for _, start in parts] + [len(promise.sentence.tokens)]
    first = replace(promise, until=ends[0]) if parts else promise
    later = [replace(promise, verb=act, by=None, until=ends[at + 1]) for at, (act, _) in enumerate(parts)]
    return [first, *later]
