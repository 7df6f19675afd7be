"""Status: in which state an agreement is, read at the words around its noun.

In: a Sentence, the noun's token, the lexicon. Out: the status and the word that shows it. The clause behind the noun
("a pact that parliament ratified") wins over the verb above it ("signed a pact"), since it tells the later state.
"""

from __future__ import annotations

import re

from ..events.chain import climb
from ..events.frames import VERB_POS, lemma_of, patients_of
from ..events.modality import read_modality
from ..parse.tokens import Sentence, Token
from .lexicon import PromiseLexicon

Status = tuple[str | None, Token | None]

_YEAR = re.compile(r"(?:1[89]|20)\d\d")
# Prepositions behind a verb that bring the agreement as an object: "acceded to a treaty", "withdrew from the pact".
_OBJECT_PREPS = ("to", "on", "into", "from", "out")
# An act told in these clauses is no state: "before a treaty is signed", "unless the pact is ratified".
_NOT_YET = frozenset({"before", "until", "unless", "if", "once", "till"})
_HOPES = frozenset({"refuse", "fail", "decline"})


def read_status(sentence: Sentence, token: Token, lexicon: PromiseLexicon) -> Status:
    """The status of the agreement at `token` and the word that shows it; (None, None) where nothing does."""
    head = token
    while head.dep == "conj" and sentence.head(head).pos in ("NOUN", "PROPN"):
        head = sentence.head(head)
    for verb in sentence.children(token, "acl", "relcl"):
        status = lexicon.status_of.get(lemma_of(sentence, verb))
        if status and (verb.tag in ("VBN", "VBD") or token in patients_of(sentence, verb) or status == "in force"):
            return _marked(sentence, verb, status)
    found = _from_above(sentence, head, lexicon)
    if found[0] is None and any(_YEAR.fullmatch(child.text) for child in sentence.children(token)):
        return "in force", None
    return found


def _from_above(sentence: Sentence, head: Token, lexicon: PromiseLexicon) -> Status:
    step = climb(sentence, head)
    if step is None:
        return _under(sentence, head)
    above, via = step
    if above.pos in VERB_POS:
        status = lexicon.status_of.get(lemma_of(sentence, above)) or lexicon.status_of.get(above.lemma)
        passive = via in ("dobj", "nsubjpass", "obj")
        if status and (passive or (via in _OBJECT_PREPS and status != "in force")):
            return _marked(sentence, above, status)
        if status in ("in force", "ended") and via == "nsubj":
            return status, above
    if above.lemma in lexicon.status_nouns and via == "of":
        return _marked(sentence, above, lexicon.status_nouns[above.lemma])
    return _under(sentence, head)


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
