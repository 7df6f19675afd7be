"""Future: an act that lies ahead and binds somebody ("will pay", "is to open", "was to have begun", "takes effect").

In: a Sentence and a verb, its Modality, the lexicon. Out: a Promise, or None. Refuses conditions, threats, hopes, what
onlookers foresee, questions, the course of things, and meetings.
"""

from __future__ import annotations

from ..events.frames import SUBJECTS, VERB_POS, lemma_of, patients_of, prep_objects, subjects_of
from ..events.modality import Modality, read_modality
from ..parse.tokens import Sentence, Token
from .lexicon import PromiseLexicon
from .promise_words import Promise

_EXCHANGE = frozenset({"return", "exchange"})
_QUESTIONS = frozenset({"who", "what", "how", "why", "whether", "if"})
_MATTERS = frozenset("matter issue question case concern point subject topic attention voice doubt".split())
_SELVES = frozenset({"it", "they", "he", "she", "we"})
_CONCLUDING = frozenset("sign conclude initial reach finalise finalize negotiate draft strike seal adopt".split())
_PAST_BE = frozenset({"was", "were"})


def read_future(sentence: Sentence, verb: Token, modality: Modality, lexicon: PromiseLexicon) -> Promise | None:
    """The promise of a verb that lies ahead."""
    obliged = _is_obliged(sentence, verb)
    if not (modality.future or modality.duty or obliged or _is_planned(sentence, verb)):
        return None
    if not _binds(sentence, verb, lexicon):
        return None
    if verb.lemma not in lexicon.giving and any(
        each.lower in ("we", "i", "you") for each in sentence.children(verb, "nsubj")
    ):
        # "Tomorrow we will read it again".
        return None
    duty = modality.duty or obliged
    exchange = any(each.lower in _EXCHANGE for each in prep_objects(sentence, verb).get("in", ()))
    firm = exchange or _shares_cost(sentence, verb, lexicon) or _says_so(sentence, verb, modality, lexicon)
    known = verb.lemma in lexicon.giving or modality.scheduled or firm
    return Promise(
        sentence,
        verb,
        None,
        firm,
        "duty" if duty else "future",
        whole=True,
        bound=not known or duty or _is_forecast(sentence, verb, lexicon),
        past=_was_to(sentence, verb),
        status="missed" if _was_to(sentence, verb) and _is_perfect(sentence, verb) else "open",
    )


def read_schedule(sentence: Sentence, verb: Token, lexicon: PromiseLexicon) -> Promise | None:
    """The present of a calendar: "It takes effect on Jan. 1", "Deliveries begin in December"."""
    if verb.tag not in ("VBZ", "VBP") or sentence.child(verb, "aux", "neg") is not None:
        return None
    objects = {each.lemma for each in sentence.children(verb, "dobj")}
    into = {each.lemma for each in prep_objects(sentence, verb).get("into", ())}
    in_force = (verb.lemma == "take" and "effect" in objects) or (
        verb.lemma in ("enter", "come", "go") and into & {"force", "effect", "operation", "service"}
    )
    if not in_force and (lemma_of(sentence, verb) not in lexicon.scheduling or objects):
        return None
    subjects = subjects_of(sentence, verb)
    if not subjects or any(each.lemma in lexicon.no_subject and each.pos != "PRON" for each in subjects):
        return None
    return Promise(sentence, verb, None, False, "schedule", whole=True, bound=True)


def _above_be(sentence: Sentence, verb: Token) -> Token | None:
    """The "be" of "is to visit", None where there is none."""
    infinitive = any(child.lower == "to" for child in sentence.children(verb, "aux"))
    while verb.dep == "conj" and sentence.head(verb).pos in VERB_POS and infinitive:
        # "is to take twelve nurses and to spend $9 million".
        verb = sentence.head(verb)
        infinitive = any(child.lower == "to" for child in sentence.children(verb, "aux"))
    above = sentence.head(verb)
    return above if verb.dep in ("xcomp", "ccomp") and infinitive and above.lemma == "be" else None


def _is_planned(sentence: Sentence, verb: Token) -> bool:
    """ "is to contribute", "are to be freed": also where the parser takes the infinitive for a plain complement."""
    above = _above_be(sentence, verb)
    return above is not None and above.lower in ("is", "are") and above.pos == "AUX"


def _is_obliged(sentence: Sentence, verb: Token) -> bool:
    """ "will have to pay", "has to leave": the duty stands at "have"."""
    above = sentence.head(verb)
    while verb.dep == "conj" and above.pos in VERB_POS:
        verb, above = above, sentence.head(above)
    infinitive = any(child.lower == "to" for child in sentence.children(verb, "aux"))
    return verb.dep == "xcomp" and infinitive and above.lemma == "have" and above.tag in ("VB", "VBZ", "VBP")


def _is_perfect(sentence: Sentence, verb: Token) -> bool:
    return any(child.lower in ("have", "had") for child in sentence.children(verb, "aux"))


def _was_to(sentence: Sentence, verb: Token) -> bool:
    """ "was to give", "were to have gone": planned once; a plan in somebody's reported words lies ahead."""
    above = _above_be(sentence, verb)
    return above is not None and above.lower in _PAST_BE and above.dep != "ccomp"


def _shares_cost(sentence: Sentence, verb: Token, lexicon: PromiseLexicon) -> bool:
    """ "will pay half of the cost", "the bill will be borne by": who pays is a promise by itself."""
    if verb.lemma not in lexicon.bearing:
        return False
    return any(each.lemma in lexicon.costs for each in patients_of(sentence, verb))


def _says_so(sentence: Sentence, verb: Token, modality: Modality, lexicon: PromiseLexicon) -> bool:
    """ "Cameroon said it would reopen its post", "will hold a fifth under the contract": a promise without a sum."""
    objects = patients_of(sentence, verb)
    if not objects or modality.duty or verb.lemma not in lexicon.giving:
        return False
    if any(each.lemma in _MATTERS or each.pos == "PRON" for each in objects if each.lower != "them"):
        return False
    under = prep_objects(sentence, verb).get("under", ())
    if any(each.lemma in lexicon.kind_of for each in under):
        return True
    above = sentence.head(verb)
    own = sentence.child(verb, "nsubj")
    speaks = verb.dep == "ccomp" and above.lemma in lexicon.announcing
    return speaks and own is not None and own.lower in _SELVES


def _is_forecast(sentence: Sentence, verb: Token, lexicon: PromiseLexicon) -> bool:
    return any(above.lemma in lexicon.forecasts for above in sentence.ancestors(verb) if above.pos in VERB_POS)


def _binds(sentence: Sentence, verb: Token, lexicon: PromiseLexicon) -> bool:
    """Whether a future binds somebody: no threat, no question, no condition, no course of things."""
    for above in sentence.ancestors(verb):
        if above.pos in VERB_POS and (above.lemma in lexicon.no_promise or _onlooker(sentence, above, lexicon)):
            return False
    clauses = [verb, *sentence.children(verb, "advcl")]
    if any(mark.lower in ("if", "unless") for each in clauses for mark in sentence.children(each, "mark")):
        return False
    if (
        verb.lemma in lexicon.stative
        or _is_asked(sentence, verb)
        or is_meeting(sentence, verb, lexicon)
        or _is_size(sentence, verb)
    ):
        return False
    subjects = sentence.children(verb, *SUBJECTS) or subjects_of(sentence, verb)
    if any(subject.lemma in lexicon.no_subject and subject.pos != "PRON" for subject in subjects):
        return False
    if _is_perfect(sentence, verb):
        # "will have come" tells how it will be by then, "was to have come" what was planned.
        return any(each.lower in ("will", "wo") for each in sentence.children(verb)) or _was_to(sentence, verb)
    return not (verb.dep == "relcl" and read_modality(sentence, verb).duty)


def is_meeting(sentence: Sentence, verb: Token, lexicon: PromiseLexicon) -> bool:
    """Whether an act is a journey or talks: meetings have records of their own."""
    if verb.lemma in lexicon.meeting_verbs:
        return True
    objects = patients_of(sentence, verb)
    if verb.lemma in _CONCLUDING and any(each.lemma in lexicon.kind_of for each in objects):
        # Agreements have records of their own.
        return True
    return verb.lemma in lexicon.holding and any(each.lemma in lexicon.no_subject for each in objects)


def _onlooker(sentence: Sentence, above: Token, lexicon: PromiseLexicon) -> bool:
    """ "Analysts expect", "economists say": who only looks on binds nobody."""
    return any(each.lemma in lexicon.onlookers for each in sentence.children(above, "nsubj"))


def _is_asked(sentence: Sentence, verb: Token) -> bool:
    """ "asked where the money would come from": a question leaves it open."""
    if verb.dep not in ("ccomp", "pcomp", "xcomp", "ROOT", "advcl"):
        return False
    ahead = [child for child in sentence.children(verb) if child.index < verb.index]
    asking = {child.lower for child in ahead if child.dep in ("advmod", "nsubj", "mark", "dobj", "attr")} & _QUESTIONS
    opening = sentence.subtree(verb)[0].lower
    where = verb.dep in ("ccomp", "pcomp") and opening in ("where", "when", *_QUESTIONS)
    return bool(asking) or where


def _is_size(sentence: Sentence, verb: Token) -> bool:
    """ "The bridge will be 3 km long" describes the thing."""
    if verb.lemma != "be":
        return False
    sizes = {"long", "wide", "high", "tall", "deep", "thick"}
    return any(child.lower in sizes for child in sentence.children(verb, "acomp", "advmod"))
