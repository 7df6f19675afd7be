"""Find charges and denials: "X accused Y of Z", "X blamed Y for Z", "X denied that Z", "X rejected the claim that Z".

In: a Passage. Out: a Draft of the whole clause from the subject to its end, for without its verb the clause would
say what nobody said. Refuses: charges without their matter, passives without an agent, and what was not denied.
"""

from __future__ import annotations

from ..parse.tokens import Sentence, Token
from .clause import TIMES, clause_tokens
from .nominal import that_clause
from .passage import Draft, Passage
from .speaker import find_subject, is_passive, name_mention
from .statement import is_said, make_draft

CHARGE_PREPOSITIONS = {"accuse": ("of",), "blame": ("for", "on", "over")}


def find_charges(passage: Passage) -> list[Draft]:
    """The charges and denials of all sentences of the body, in order."""
    found: list[Draft] = []
    for sentence in passage.sentences:
        for token in sentence.tokens:
            kind = passage.verb_class(token)
            if kind not in ("accuse", "blame", "deny", "rebut") or passage.is_spoken(token):
                continue
            if token.pos not in ("VERB", "AUX") or not is_said(passage, sentence, token):
                continue
            last = _matter_of(passage, sentence, token, kind)
            draft = _make_charge(passage, sentence, token, last, kind) if last is not None else None
            if draft is not None:
                found.append(draft)
    return found


def _matter_of(passage: Passage, sentence: Sentence, verb: Token, kind: str) -> int | None:
    """The index of the last token of what somebody is charged with or denies; None where nothing tells it."""
    if kind in CHARGE_PREPOSITIONS:
        return _matter_of_charge(passage, sentence, verb, CHARGE_PREPOSITIONS[kind])
    return _matter_of_denial(passage, sentence, verb, kind)


def _matter_of_charge(passage: Passage, sentence: Sentence, verb: Token, prepositions: tuple[str, ...]) -> int | None:
    targets = sentence.children(verb, "dobj", "nsubjpass", "dative")
    # "accused Chile at the time of ...", "on Monday of ...": the parser hangs the matter on the time.
    times = [noun for prep in sentence.children(verb, "prep") for noun in sentence.children(prep, "pobj")]
    holders = [verb, *targets, *(noun for noun in times if noun.entity == "DATE" or noun.lower in TIMES)]
    for holder in holders:
        for preposition in sentence.children(holder, "prep"):
            if preposition.lower in prepositions and preposition.index > verb.index and targets:
                return max(
                    _end_of(passage, sentence, part, verb) for part in (preposition, *_parts_behind(sentence, verb))
                )
    return None


def _parts_behind(sentence: Sentence, verb: Token) -> list[Token]:
    """The adjuncts that follow the verb without a break: where, when and by what somebody is charged."""
    found: list[Token] = []
    for child in sentence.children(verb):
        if child.index > verb.index:
            if child.dep not in ("dobj", "prep", "agent", "npadvmod", "advmod", "dative"):
                break
            found.append(child)
    return found


def _matter_of_denial(passage: Passage, sentence: Sentence, verb: Token, kind: str) -> int | None:
    clauses = (child for child in sentence.children(verb, "ccomp", "xcomp") if child.index > verb.index)
    clause = next(clauses, None)
    if kind == "deny" and clause is not None and not _is_question(sentence, clause):
        return _end_of(passage, sentence, clause, verb)
    for noun in sentence.children(verb, "dobj", "nsubjpass"):
        lemma = noun.lemma.lower()
        matter = that_clause(sentence, noun) or sentence.child(noun, "prep", "acl")
        if lemma in passage.speech.charge and matter is not None:
            return max(_end_of(passage, sentence, matter, verb), verb.index)
        # What only answers ("denied the charge", "rejected the accusation") is a claim too, but not of a bare report.
        bare = kind == "deny" or lemma in passage.speech.charge
        if bare and lemma in passage.speech.deniable and noun.index > verb.index:
            return max(_end_of(passage, sentence, noun, verb), verb.index)
    return None


def _is_question(sentence: Sentence, clause: Token) -> bool:
    return any(child.lower in ("whether", "if") for child in sentence.children(clause, "mark"))


def _end_of(passage: Passage, sentence: Sentence, part: Token, verb: Token) -> int:
    """Where the part ends: before new speech, and before a comma that parts it from what follows its clause."""
    tokens = clause_tokens(passage, sentence, part, verb)
    for at, token in enumerate(tokens[:-1]):
        if token.dep == "cc" and passage.verb_class(tokens[at + 1]) is not None:
            tokens = tokens[:at]
            break
    return tokens[-1].index if tokens else part.index


def _make_charge(passage: Passage, sentence: Sentence, verb: Token, last: int, kind: str) -> Draft | None:
    subject = find_subject(passage, sentence, verb)
    if subject is None or passage.is_spoken(subject):
        return None
    passive = is_passive(sentence, verb)
    front = sentence.child(verb, "nsubjpass" if passive else "nsubj")
    first = min(sentence.subtree(front)[0].index, verb.index) if front is not None else verb.index
    if passive:
        agent = sentence.child(verb, "agent")
        last = max(last, sentence.subtree(agent)[-1].index) if agent is not None else last
    rule = {"accuse": "accused", "blame": "blamed"}.get(kind, "denied")
    speaker = name_mention(passage, sentence, subject)
    return make_draft(passage, sentence, sentence.tokens[first : last + 1], speaker, rule, quoted=True)
