"""Status: in which state an agreement is, read at the words around its noun.

In: a Sentence, the noun's token, the lexicon. Out: the status and the word that shows it. The clause behind the noun
("a pact that parliament ratified") wins over the verb above it ("signed a pact"), since it tells the later state.
"""

from __future__ import annotations

import re

from ..events.chain import climb
from ..events.frames import VERB_POS, lemma_of, patients_of, prep_objects
from ..events.modality import read_modality
from ..parse.tokens import Sentence, Token
from .lexicon import PromiseLexicon

Status = tuple[str | None, Token | None]

_YEAR = re.compile(r"(?:1[89]|20)\d\d")
# Prepositions behind a verb that bring the agreement as an object: "acceded to a treaty", "withdrew from the pact".
_OBJECT_PREPS = ("to", "on", "into", "from", "out")
# An act told in these clauses is no state: "before a treaty is signed", "unless the pact is ratified".
_NOT_YET = frozenset({"before", "until", "unless", "if", "once", "till"})
# Under these prepositions an agreement is what is talked about.
_TALKED = frozenset({"on", "about", "over", "for", "towards", "toward", "to", "of"})
# What is put to an agreement that is signed.
_SIGNATURES = frozenset({"name", "signature", "initial", "pen", "seal", "hand"})
# What was done to an agreement when it was made: the parser hangs these on the nearest noun.
_MADE = frozenset("sign initial conclude reach ratify agree adopt negotiate renew amend approve strike".split())
_STATES = {
    "suspended": "suspended",
    "frozen": "suspended",
    "dormant": "suspended",
    "void": "ended",
    "dead": "ended",
    "defunct": "ended",
    "valid": "in force",
    "binding": "in force",
}
# In so many words behind "which" its verb stands.
LONGEST_CLAUSE = 16
_HOPES = frozenset({"refuse", "fail", "decline"})


def read_status(sentence: Sentence, token: Token, lexicon: PromiseLexicon) -> Status:
    """The status of the agreement at `token` and the word that shows it; (None, None) where nothing does."""
    head = token
    while head.dep in ("conj", "appos") and sentence.head(head).pos in ("NOUN", "PROPN"):
        head = sentence.head(head)
    for verb in _clauses(sentence, token):
        status = lexicon.status_of.get(lemma_of(sentence, verb)) or lexicon.status_of.get(verb.lemma)
        told = verb.tag in ("VBN", "VBD") or token in patients_of(sentence, verb) or status == "in force"
        if status and told:
            return _marked(sentence, verb, status)
    for found in (_from_phrase(sentence, token), _from_above(sentence, head, lexicon)):
        if found[0] is not None:
            return found
    return ("in force", None) if year_of(sentence, token) is not None else (None, None)


def year_of(sentence: Sentence, token: Token) -> Token | None:
    """The year or month that tells one agreement from others: "the 2002 accord", "the accord of 2010", "the March road
    map"."""
    for child in sentence.children(token):
        if _YEAR.fullmatch(child.text) or (child.dep == "compound" and child.entity == "DATE"):
            return child
        if child.dep == "prep" and child.lower == "of":
            for each in sentence.children(child, "pobj"):
                if _YEAR.fullmatch(each.text) or (each.entity == "DATE" and each.pos == "PROPN"):
                    return each
    return None


def _clauses(sentence: Sentence, token: Token) -> list[Token]:
    """The clauses behind the noun, those too that the parser hung on a noun inside its phrase ("the treaty on weapons
    signed on Friday"), or on nothing ("a protocol which the envoy signed")."""
    own = sentence.children(token, "acl", "relcl")
    inner = [
        clause
        for prep in sentence.children(token, "prep")
        for noun in sentence.children(prep, "pobj")
        for clause in sentence.children(noun, "acl", "relcl")
        if clause.tag in ("VBN", "VBD") and clause.lemma in _MADE
    ]
    if own or inner or token.index + 1 >= len(sentence.tokens):
        return [*own, *inner]
    if sentence.tokens[token.index + 1].lower not in ("which", "that"):
        return []
    for each in sentence.tokens[token.index + 2 : token.index + LONGEST_CLAUSE]:
        if each.lemma in _MADE and each.tag in ("VBN", "VBD"):
            return [each]
        if each.pos in VERB_POS:
            break
    return []


def _from_phrase(sentence: Sentence, token: Token) -> Status:
    """ "an accord, in force since 2014"."""
    for prep in sentence.children(token, "prep"):
        if prep.lower in ("in", "into") and any(each.lower == "force" for each in sentence.children(prep, "pobj")):
            return "in force", None
    return None, None


def _from_above(sentence: Sentence, head: Token, lexicon: PromiseLexicon) -> Status:
    step = climb(sentence, head)
    if step is None:
        return _under(sentence, head)
    above, via = step
    if above.pos in VERB_POS:
        found = _from_verb(sentence, head, above, via, lexicon)
        if found[0] is not None:
            return found
    noun = lexicon.status_nouns.get(above.lemma) if above.pos == "NOUN" else None
    if noun == "proposed" and via in _TALKED:
        return noun, None
    if noun is not None and via == "of":
        return _marked(sentence, above, noun)
    return _under(sentence, head)


def _from_verb(sentence: Sentence, head: Token, above: Token, via: str, lexicon: PromiseLexicon) -> Status:
    lemma = lemma_of(sentence, above)
    prep = next((child.lower for child in sentence.children(above, "prep")), "")
    status = lexicon.status_of.get(lemma) or lexicon.status_of.get(f"{above.lemma}_{prep}")
    status = status or lexicon.status_of.get(above.lemma)
    if above.lemma == "put" and via == "to" and _objects(sentence, above) & _SIGNATURES:
        return _marked(sentence, above, "signed")
    # "put a pact on ice": the parser may hang the ice on the pact.
    iced = {"ice"} & (_behind(sentence, above, "on") | _behind(sentence, head, "on"))
    if above.lemma == "put" and via in ("dobj", "nsubjpass") and iced:
        return _marked(sentence, above, "suspended")
    if via == "nsubj" and _takes_effect(sentence, above):
        ahead = read_modality(sentence, above).future
        return ("planned" if ahead else "in force"), above
    below = next((each for each in sentence.children(above, "xcomp") if above.lemma == "be"), None)
    if via == "nsubj" and below is not None and lexicon.status_of.get(below.lemma) in ("signed", "ratified"):
        # "The pact is to be signed in June".
        return "planned", below
    if via == "nsubj" and above.lemma in ("stay", "remain", "be", "lie") and _rests(sentence, above):
        return _rests(sentence, above), above
    # "An arrangement reached in 2019 ...": the parser takes the participle for a verb.
    made = via == "nsubj" and above.lemma in _MADE and above.tag in ("VBD", "VBN") and not _objects(sentence, above)
    passive = via in ("dobj", "nsubjpass", "obj") or made
    if status and (passive or (via in _OBJECT_PREPS and status != "in force")):
        return _marked(sentence, above, status)
    if status in ("in force", "ended") and via == "nsubj":
        return status, above
    return None, None


def _objects(sentence: Sentence, verb: Token) -> set[str]:
    return {each.lemma for each in sentence.children(verb, "dobj", "nsubjpass")}


def _behind(sentence: Sentence, verb: Token, name: str) -> set[str]:
    return {each.lemma for each in prep_objects(sentence, verb).get(name, ())}


def _rests(sentence: Sentence, verb: Token) -> str | None:
    """ "stays suspended", "is void": the state that an agreement is in."""
    words = [each.lower for each in sentence.children(verb, "acomp", "oprd", "xcomp", "attr")]
    return next((_STATES[word] for word in words if word in _STATES), None)


def _takes_effect(sentence: Sentence, verb: Token) -> bool:
    """ "took effect", "enters into force"."""
    if verb.lemma == "take":
        return "effect" in _objects(sentence, verb)
    into = _behind(sentence, verb, "into") | _behind(sentence, verb, "in")
    return verb.lemma in ("come", "enter", "go", "be", "remain", "stay") and bool(
        into & {"force", "effect", "operation"}
    )


def _under(sentence: Sentence, head: Token) -> Status:
    """ "Trains ran under an accord": what is done under an agreement shows that it stands."""
    above = sentence.head(head)
    return ("in force", None) if head.dep == "pobj" and above.lower == "under" else (None, None)


def _marked(sentence: Sentence, verb: Token, status: str) -> Status:
    """The status under the verb's modality: a signing that lies ahead is planned, one that was refused proposed."""
    modality = read_modality(sentence, verb)
    above = sentence.head(verb)
    wanted = verb.dep in ("xcomp", "ccomp", "acl") and verb.tag in ("VB", "VBG") and above.index != verb.index
    waiting = any(child.lower in _NOT_YET for child in sentence.children(verb, "mark", "advmod"))
    if status in ("signed", "ratified"):
        if modality.negated or waiting or (wanted and above.lemma in _HOPES):
            return "proposed", verb
        if modality.future or modality.possible or wanted or verb.tag == "VB":
            return "planned", verb
    undone = modality.negated or modality.possible or modality.future or verb.tag == "VB"
    return ("in force", verb) if undone and status in ("suspended", "ended") else (status, verb)
