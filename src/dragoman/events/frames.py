"""Frames: who does it, what it is done to and what stands behind prepositions, for a verb or an act noun.

In: a Sentence and the token of the predicate. Out: a Frame of tokens. A verb without a subject of its own takes that
of the verb it depends on (control, coordination, participles, relative clauses); a passive turns its parts round.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ..parse.tokens import Sentence, Token

VERB_POS = ("VERB", "AUX")
SUBJECTS = ("nsubj", "nsubjpass", "csubj")
OBJECTS = ("dobj", "obj", "dative", "oprd")
RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
# Verbs with an object whose subject still does the act below ("promised Kenya to send").
_SUBJECT_CONTROL = frozenset({"promise", "threaten", "vow", "use", "take", "pledge", "make", "hold", "visit", "meet"})
# Whom a government calls in to hear words of its own: "summoned the envoy to complain" is no complaint of the envoy's.
_CALLING = frozenset({"summon", "call", "convoke", "invite"})
_VOICING = frozenset(
    {"complain", "protest", "express", "convey", "lodge", "register", "voice", "deliver", "condemn", "object", "demand"}
)
# How many verbs up a missing subject is looked for; longer chains of the project's pages were parser errors.
DEEPEST = 4


@dataclass(frozen=True, slots=True)
class Frame:
    """The tokens around a predicate: heads of phrases, coordinated ones included."""

    trigger: Token
    agents: tuple[Token, ...]
    objects: tuple[Token, ...]
    preps: dict[str, tuple[Token, ...]] = field(default_factory=dict)
    passive: bool = False


def lemma_of(sentence: Sentence, verb: Token) -> str:
    """The verb's lemma with its particle joined by "_" ("call_off")."""
    particle = sentence.child(verb, "prt")
    return f"{verb.lemma}_{particle.lower}" if particle else verb.lemma


def is_passive(sentence: Sentence, verb: Token) -> bool:
    """Whether the verb stands in the passive, a bare participle behind a noun included ("ties strained by ...")."""
    if sentence.child(verb, "nsubjpass", "auxpass") is not None:
        return True
    if verb.tag != "VBN" or sentence.child(verb, "aux", "dobj") is not None:
        return False
    return verb.dep == "acl" or (verb.dep == "conj" and is_passive(sentence, sentence.head(verb)))


def spread(sentence: Sentence, tokens: list[Token]) -> tuple[Token, ...]:
    """The tokens with those coordinated to them, relative pronouns turned into what they stand for."""
    found: list[Token] = []
    for token in tokens:
        for each in sentence.conjuncts(_antecedent(sentence, token)):
            if each not in found:
                found.append(each)
    return tuple(found)


def _antecedent(sentence: Sentence, token: Token) -> Token:
    """The noun that a relative pronoun stands for, the token itself otherwise."""
    if token.lower not in RELATIVES or token.tag not in ("WDT", "WP", "WP$", "IN"):
        return token
    for above in sentence.ancestors(token):
        if above.dep == "relcl":
            return sentence.head(above)
    return token


def prep_objects(sentence: Sentence, head: Token) -> dict[str, tuple[Token, ...]]:
    """What stands behind each preposition of `head`: "with" -> its objects. "out of" is one preposition."""
    found: dict[str, list[Token]] = {}
    for prep in sentence.children(head, "prep", "agent", "dative"):
        if prep.pos not in ("ADP", "SCONJ", "PART", "ADV", "VERB"):
            continue
        objects = sentence.children(prep, "pobj")
        inner = sentence.children(prep, "prep")
        for each in inner:
            deep = sentence.children(each, "pobj")
            if deep and not objects:
                found.setdefault(f"{prep.lower}_{each.lower}", []).extend(spread(sentence, deep))
                found.setdefault(each.lower, []).extend(spread(sentence, deep))
        if objects:
            found.setdefault(prep.lower, []).extend(spread(sentence, objects))
    return {name: tuple(tokens) for name, tokens in found.items()}


def subjects_of(sentence: Sentence, verb: Token, *, depth: int = 0) -> tuple[Token, ...]:
    """Who does the verb's act: its own subject, or that of the verb above where it has none."""
    if is_passive(sentence, verb):
        agents = [each for agent in sentence.children(verb, "agent") for each in sentence.children(agent, "pobj")]
        return spread(sentence, agents)
    own = sentence.children(verb, *SUBJECTS)
    if own:
        return spread(sentence, own)
    return _inherited(sentence, verb, depth) if depth < DEEPEST else ()


def _inherited(sentence: Sentence, verb: Token, depth: int) -> tuple[Token, ...]:
    above = sentence.head(verb)
    if above.index == verb.index:
        return ()
    if verb.dep == "conj" and above.pos in VERB_POS:
        # "was attacked and fled": the passive subject goes on as the doer.
        return (
            patients_of(sentence, above)
            if is_passive(sentence, above)
            else subjects_of(sentence, above, depth=depth + 1)
        )
    if verb.dep in ("xcomp", "advcl", "ccomp", "dep") and above.pos in (*VERB_POS, "ADJ"):
        if verb.dep == "ccomp" and verb.tag in ("VBD", "VBZ", "VBP"):
            return ()
        voices = above.lemma in _CALLING and verb.lemma in _VOICING
        if verb.dep == "xcomp" and verb.tag == "VB" and above.lemma not in _SUBJECT_CONTROL and not voices:
            # "urged Kenya to withdraw": the object does it.
            objects = sentence.children(above, "dobj")
            if objects and objects[0].index < verb.index:
                return spread(sentence, objects)
        if is_passive(sentence, above):
            return patients_of(sentence, above)
        return subjects_of(sentence, above, depth=depth + 1)
    if verb.dep == "pcomp":
        over = sentence.head(above)
        if over.pos in VERB_POS:
            # "accused Kenya of attacking", "thanked Kenya for sending": the object does it.
            done_by = patients_of(sentence, over) if above.lower in ("of", "for", "from", "into") else ()
            return done_by or subjects_of(sentence, over, depth=depth + 1)
        return owners_of(sentence, over, depth=depth + 1)
    if verb.dep == "relcl":
        return spread(sentence, [above]) if sentence.child(verb, *SUBJECTS) is None else ()
    if verb.dep == "acl":
        if verb.tag == "VBG":
            return spread(sentence, [above])
        return owners_of(sentence, above, depth=depth + 1)
    return ()


def owners_of(sentence: Sentence, noun: Token, *, depth: int = 0) -> tuple[Token, ...]:
    """Whose act a noun is: its possessor, "by X", or the subject of the verb whose object it is."""
    own = sentence.children(noun, "poss")
    own += [
        each
        for prep in sentence.children(noun, "prep", "agent")
        if prep.lower == "by"
        for each in sentence.children(prep, "pobj")
    ]
    if own:
        return spread(sentence, own)
    if depth >= DEEPEST:
        return ()
    above = sentence.head(noun)
    if noun.dep in OBJECTS and above.pos in VERB_POS:
        return subjects_of(sentence, above, depth=depth + 1)
    if noun.dep == "conj" and above.pos in ("NOUN", "PROPN"):
        return owners_of(sentence, above, depth=depth + 1)
    if noun.dep == "pobj" and above.dep == "prep":
        over = sentence.head(above)
        if over.pos in VERB_POS:
            return subjects_of(sentence, over, depth=depth + 1)
        if over.pos == "NOUN":
            return owners_of(sentence, over, depth=depth + 1)
    return ()


def patients_of(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """What the verb's act is done to: its object, or the subject of a passive."""
    if is_passive(sentence, verb):
        own = sentence.children(verb, "nsubjpass")
        if own:
            return spread(sentence, own)
        above = sentence.head(verb)
        if verb.dep in ("acl", "relcl"):
            return spread(sentence, [above])
        if verb.dep == "conj" and above.pos in VERB_POS:
            return patients_of(sentence, above)
        if verb.dep in ("xcomp", "advcl") and above.pos in VERB_POS:
            return subjects_of(sentence, above)
        return ()
    own = sentence.children(verb, *OBJECTS)
    if not own and verb.dep == "relcl":
        # "the pact that they signed": the object is what the clause hangs on.
        above = sentence.head(verb)
        subjects = sentence.children(verb, *SUBJECTS)
        if (
            subjects
            and all(subject.lower not in RELATIVES for subject in subjects)
            and not has_adverb_link(sentence, verb)
        ):
            return spread(sentence, [above])
    if not own and verb.dep == "conj" and sentence.head(verb).pos in VERB_POS:
        return ()
    return spread(sentence, own)


def has_adverb_link(sentence: Sentence, verb: Token) -> bool:
    """ "where both signed", "during which": the clause gives time or place, not an object."""
    return any(
        child.lower in ("where", "when")
        or (
            child.dep == "prep"
            and sentence.child(child, "pobj", "pcomp") is not None
            and any(each.tag == "WDT" for each in sentence.children(child))
        )
        for child in sentence.children(verb)
    )


def verb_frame(sentence: Sentence, verb: Token) -> Frame:
    """The frame of a verb."""
    return Frame(
        verb,
        subjects_of(sentence, verb),
        patients_of(sentence, verb),
        prep_objects(sentence, verb),
        is_passive(sentence, verb),
    )


def noun_frame(sentence: Sentence, noun: Token) -> Frame:
    """The frame of an act noun: its possessors as agents, nothing as object, its prepositions."""
    own = sentence.children(noun, "poss")
    preps = prep_objects(sentence, noun)
    return Frame(noun, spread(sentence, own) + preps.get("by", ()), (), preps)
