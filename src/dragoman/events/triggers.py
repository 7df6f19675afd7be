"""Triggers: the verbs and nouns of a sentence that tell an act of the lexicon.

In: a Sentence, the act lexicon, Roles. Out: pairs of token and Act, one Act for each token. Where several acts share a
lemma, the one whose object class or governed preposition fits wins over the one that asks for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..parse.tokens import Sentence, Token
from .chain import find_operator
from .frames import VERB_POS, Frame, lemma_of, noun_frame, prep_objects, spread, verb_frame
from .lexicon import Act, ActLexicon, Operator
from .roles import Roles

# "Declined to comment": silence towards the press refuses no state anything.
_KEEPING_SILENT = frozenset({"decline", "refuse"})
_TELLING = frozenset(
    {"comment", "elaborate", "say", "specify", "identify", "name", "confirm", "answer", "disclose", "reveal", "detail"}
)
_PRESS = frozenset({"reporter", "journalist", "press", "newspaper", "media", "agency"})
# "Ordered the consul to leave", "gave two diplomats 48 hours to leave": an expulsion in other words.
_BIDDING = frozenset({"order", "tell", "give", "instruct", "ask", "request"})
_LEAVING = frozenset({"leave", "depart", "quit"})
_SENT = ("@envoy", "@delegation", "@peacekeeper", "@aid-agency", "embassy staff")
EXPULSION = "expel-envoy"
# Who travels: goods that "go to" a state visit nobody.
_TRAVELLERS = ("@actor", "@visitor", "@delegation", "@leadership", "@envoy")
_VISIT_CODE = "042"
# "Most of the gas": a quantity stands for what it is a quantity of.
_QUANTITIES = frozenset(
    "most half much some all part third quarter share bulk rest tonne ton barrel megawatt metre meter litre".split()
)
_SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}")


@dataclass(frozen=True, slots=True)
class Trigger:
    """A token that tells `act`, with its frame. `governed` is the preposition whose object counts as the object."""

    token: Token
    act: Act
    frame: Frame
    objects: tuple[Token, ...]
    governed: str = ""


# What an operator tells by itself where no act stands below it ("agreed to build a pipeline", "urged Y to publish").
ALONE_CODES = {"promise": "030", "agree": "030", "offer": "030", "refuse": "120", "demand": "100", "request": "020"}


def operator_act(operator: Operator) -> Act | None:
    """The general act of an operator that shapes no act of the lexicon, None where it tells nothing by itself."""
    code = ALONE_CODES.get(operator.id)
    if code is None:
        return None
    to = ("with", "to", "from", "on", "upon", "of")
    return Act(f"only-{operator.id}", code, None, (), (), "object", to, ("object", "prep"), False, False, True, False)


def phrase_lemmas(sentence: Sentence, head: Token) -> list[str]:
    """The ways to look a noun phrase up: its head's lemma alone and with the words before it or an of-phrase."""
    lemmas = [head.lemma, head.lower]
    words = [head.lemma]
    at = head.index - 1
    while at >= 0 and head.index - at <= 3 and sentence.tokens[at].dep in ("compound", "amod", "nmod", "poss", "punct"):
        words.insert(0, sentence.tokens[at].lemma)
        lemmas.append(" ".join(words))
        at -= 1
    for prep in sentence.children(head, "prep"):
        for inner in sentence.children(prep, "pobj"):
            lemmas.append(f"{head.lemma} {prep.lower} {inner.lemma}")
            if prep.lower == "of" and head.lemma in _QUANTITIES:
                lemmas.append(inner.lemma)
    # The parser parts "self-defense" into three tokens.
    return [lemma.replace(" - ", "-") for lemma in lemmas]


def fits(sentence: Sentence, token: Token, wanted: tuple[str, ...], lexicon: ActLexicon) -> bool:
    """Whether the phrase headed by `token` is one of the words or classes."""
    return any(lexicon.is_in(lemma, wanted) for lemma in phrase_lemmas(sentence, token))


def find_triggers(sentence: Sentence, lexicon: ActLexicon, roles: Roles) -> Iterator[Trigger]:
    """The sentence's acts in order of the text. A noun by which a verb's act was chosen ("signed a treaty") tells no
    act of its own."""
    found = [each for each in _all_triggers(sentence, lexicon, roles) if not _is_sport(sentence, each, lexicon)]
    taken = {each.index for trigger in found if trigger.act.objects for each in trigger.objects}
    return (trigger for trigger in found if trigger.token.index not in taken)


def _is_sport(sentence: Sentence, trigger: Trigger, lexicon: ActLexicon) -> bool:
    """ "Kenya beat Uganda 2-0", "defeated Iceland in the final": violence of words only."""
    if trigger.act.code[:2] not in ("18", "19"):
        return False
    words = lexicon.classes.get("sport", frozenset())
    return any(token.lemma in words or _SCORE.fullmatch(token.text) for token in sentence.tokens)


def keeps_silent(sentence: Sentence, verb: Token) -> bool:
    """ "Declined to comment", "refused to speak to reporters"."""
    if verb.lemma not in _KEEPING_SILENT:
        return False
    return any(
        below.lemma in _TELLING
        or any(each.lemma in _PRESS for objects in prep_objects(sentence, below).values() for each in objects)
        for below in sentence.children(verb, "xcomp")
    )


def _bidden_to_leave(sentence: Sentence, verb: Token, frame: Frame, lexicon: ActLexicon) -> Trigger | None:
    """The expulsion that a verb of ordering tells with "to leave" and envoys as its object."""
    if verb.lemma not in _BIDDING:
        return None
    below = [*sentence.children(verb, "xcomp", "advcl", "ccomp")]
    below += [
        each for noun in sentence.children(verb, "dobj", "npadvmod") for each in sentence.children(noun, "acl", "relcl")
    ]
    if not any(each.lemma in _LEAVING and each.tag == "VB" for each in below):
        return None
    objects = tuple(each for each in frame.objects if fits(sentence, each, _SENT, lexicon))
    acts = [act for _, act in lexicon.verbs.get("expel", ()) if act.id == EXPULSION]
    return Trigger(verb, acts[0], frame, objects) if objects and acts else None


def _travels(sentence: Sentence, frame: Frame, lexicon: ActLexicon) -> bool:
    """Whether the one who goes may be a person, a body or a state."""
    return not frame.agents or any(
        each.pos in ("PROPN", "PRON") or fits(sentence, each, _TRAVELLERS, lexicon) for each in frame.agents
    )


def _all_triggers(sentence: Sentence, lexicon: ActLexicon, roles: Roles) -> Iterator[Trigger]:
    for token in sentence.tokens:
        if token.pos in VERB_POS and token.dep not in ("aux", "auxpass"):
            found = _verb_trigger(sentence, token, lexicon)
        elif token.pos in ("NOUN", "PROPN") and token.text[:1].islower() | (token.index == 0) | (token.pos == "NOUN"):
            found = _noun_trigger(sentence, token, lexicon, roles)
        else:
            found = None
        if found is not None:
            yield found


def operator_triggers(sentence: Sentence, lexicon: ActLexicon, taken: frozenset[int]) -> Iterator[Trigger]:
    """Verbs of asking, promising and refusing that govern a clause in which no act of the lexicon stands; `taken` are
    the tokens of acts and of operators already used."""
    for token in sentence.tokens:
        if token.pos not in VERB_POS or token.index in taken or keeps_silent(sentence, token):
            continue
        operator = find_operator(sentence, token, lexicon)
        act = operator_act(operator) if operator is not None else None
        below = sentence.child(token, "xcomp", "ccomp")
        if below is None and operator is not None and operator.id == "offer":
            below = sentence.child(token, "dobj")
        if act is None or below is None or below.index < token.index:
            continue
        # "Insists that it takes no side" asks nothing: what is asked stands in the infinitive or subjunctive.
        if act.code[:2] in ("02", "10") and not _is_bare(below):
            continue
        frame = verb_frame(sentence, token)
        # "urged that Y publish": the one who is asked is the subject below.
        objects = frame.objects or (
            spread(sentence, sentence.children(below, "nsubj")) if act.code[:2] in ("02", "10") else ()
        )
        yield Trigger(token, act, frame, objects)


def _is_bare(verb: Token) -> bool:
    """Whether a verb stands in its bare form: "to leave", "that Kenya shut it" (the parser takes "shut" for a past)."""
    return verb.tag == "VB" or verb.lower == verb.lemma


def _asked_below(sentence: Sentence, verb: Token, act: Act) -> tuple[Token, ...]:
    """ "Demanded that Kenya shut the camps": the one who is asked is the subject below."""
    if act.code[:2] not in ("02", "10"):
        return ()
    clauses = [each for each in sentence.children(verb, "ccomp") if _is_bare(each) and each.index > verb.index]
    return spread(sentence, [subject for each in clauses for subject in sentence.children(each, "nsubj")])


def _verb_trigger(sentence: Sentence, verb: Token, lexicon: ActLexicon) -> Trigger | None:
    if keeps_silent(sentence, verb):
        return None
    expulsion = _bidden_to_leave(sentence, verb, verb_frame(sentence, verb), lexicon)
    if expulsion is not None:
        return expulsion
    entries = lexicon.verbs.get(lemma_of(sentence, verb), ())
    if not entries:
        entries = lexicon.verbs.get(verb.lemma, ()) if sentence.child(verb, "prt") is None else ()
    if not entries:
        return None
    frame = verb_frame(sentence, verb)
    if any(
        verb.lemma in verbs and any(each.lemma in objects for each in frame.objects) for verbs, objects in lexicon.plain
    ):
        return None
    preps = frame.preps
    best: tuple[int, Trigger] | None = None
    for governed, act in entries:
        if frame.passive and not act.passive:
            continue
        if act.code == _VISIT_CODE and not _travels(sentence, frame, lexicon):
            continue
        if governed:
            objects = preps.get(governed, ()) or _stranded(sentence, verb, governed, frame)
            if not objects:
                continue
        else:
            # "was granted asylum": what is given stays an object in the passive.
            kept = spread(sentence, sentence.children(verb, "dobj", "oprd")) if frame.passive else ()
            objects = kept or frame.objects
        rank = 2 * bool(governed)
        if act.objects:
            objects = tuple(each for each in objects if fits(sentence, each, act.objects, lexicon))
            if not objects:
                continue
            rank += 3
        trigger = Trigger(verb, act, frame, objects or _asked_below(sentence, verb, act), governed)
        if best is None or rank > best[0]:
            best = rank, trigger
    return best[1] if best else None


def _stranded(sentence: Sentence, verb: Token, governed: str, frame: Frame) -> tuple[Token, ...]:
    """ "was called for": in a passive the subject is the object of the preposition left behind."""
    if frame.passive and any(child.lower == governed for child in sentence.children(verb, "prep")):
        return frame.objects
    # "hit back at": a particle and a preposition below it.
    for child in sentence.children(verb, "advmod", "prt"):
        inner = prep_objects(sentence, child).get(governed)
        if inner:
            return inner
    return ()


def _noun_trigger(sentence: Sentence, noun: Token, lexicon: ActLexicon, roles: Roles) -> Trigger | None:
    lemmas = phrase_lemmas(sentence, noun)
    if any(lemma in lexicon.plain_nouns for lemma in lemmas):
        return None
    if noun.dep in ("compound", "nmod") and sentence.head(noun).pos in ("NOUN", "PROPN"):
        return None
    mention = roles.mention_at(sentence, noun)
    if mention is not None and mention.kind not in ("noun", "adjective"):
        return None
    for lemma in dict.fromkeys((*reversed(lemmas), noun.lower)):
        for act in sorted(lexicon.nouns.get(lemma, ()), key=lambda act: not act.noun_objects):
            frame = noun_frame(sentence, noun)
            objects = frame.preps.get("of", ()) if act.noun_of == "object" else ()
            if act.noun_objects:
                objects = tuple(
                    each for each in frame.preps.get("of", ()) if fits(sentence, each, act.noun_objects, lexicon)
                )
                compound = [
                    child
                    for child in sentence.children(noun, "compound")
                    if fits(sentence, child, act.noun_objects, lexicon)
                ]
                if not objects and not compound:
                    continue
            return Trigger(noun, act, frame, objects)
    return None
