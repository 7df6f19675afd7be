"""Find statements behind nouns: "X's view that ...", "X's answer was that ...", "according to X", "in the view of X".

In: a Passage, a sentence and a token of it. Out: the Draft of the clause, its speaker the owner of the noun. Refuses:
nouns that nobody owns ("the fact that"), and clauses that already have a verb of speech.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..actors.mention import Mention
from ..parse.tokens import Sentence, Token
from .clause import clause_tokens, content_of, is_that
from .passage import Draft, Passage
from .phrase import find_issuer
from .speaker import find_subject, name_mention
from .statement import is_said, make_draft

OWNING = frozenset({"statement", "act", "quoted"})
VIEWS = frozenset({"account", "eyes", "judgment", "judgement", "opinion", "reading", "telling", "version", "view"})


def from_noun(passage: Passage, sentence: Sentence, noun: Token) -> Draft | None:
    """X's view that CLAUSE; X's view is that CLAUSE; X repeated the view that CLAUSE."""
    if noun.pos != "NOUN" or noun.lemma.lower() not in passage.speech.position:
        return None
    verb = sentence.head(noun)
    content = that_clause(sentence, noun) or _clause_behind_copula(sentence, noun, verb)
    if content is None:
        return None
    speaker: Mention | None = None
    if noun.dep == "dobj" and passage.verb_class(verb) in OWNING and is_said(passage, sentence, verb):
        subject = find_subject(passage, sentence, verb)
        speaker = name_mention(passage, sentence, subject) if subject is not None else None
    speaker = speaker or find_owner(passage, sentence, noun)
    if speaker is None:
        return None
    return make_draft(passage, sentence, clause_tokens(passage, sentence, content, noun), speaker, "position-of")


def _clause_behind_copula(sentence: Sentence, noun: Token, verb: Token) -> Token | None:
    """The clause in "X's answer was that CLAUSE"."""
    if noun.dep != "nsubj" or verb.lemma.lower() != "be" or sentence.child(verb, "neg") is not None:
        return None
    for content in sentence.children(verb, "ccomp"):
        if any(is_that(child) for child in sentence.children(content, "mark")) and content.index > verb.index:
            return content
    return None


def find_owner(passage: Passage, sentence: Sentence, noun: Token) -> Mention | None:
    """Whose answer or view it is: its possessor, the nationality before it, or the name behind from, of or by."""
    owners = [*sentence.children(noun, "poss")]
    for prep in sentence.children(noun, "prep"):
        if prep.lower in ("from", "of", "by"):
            owners.extend(sentence.children(prep, "pobj"))
    for owner in owners:
        found = name_mention(passage, sentence, owner)
        if found is not None and found.actors:
            return found
    return find_issuer(passage, sentence, noun)


def that_clause(sentence: Sentence, noun: Token) -> Token | None:
    """The head of the clause with "that" which tells what the noun holds."""
    for content in sentence.children(noun, "acl", "ccomp", "relcl", "advcl"):
        if any(is_that(child) and child.index < content.index for child in sentence.children(content)):
            return content
    return None


def from_according(passage: Passage, sentence: Sentence, token: Token) -> Draft | None:
    """According to X, CLAUSE, in any order."""
    if token.lower != "according":
        return None
    to = sentence.child(token, "prep")
    if to is None or to.lower != "to":
        return None
    source, above = sentence.child(to, "pobj"), sentence.head(token)
    if source is None or (passage.verb_class(above) is not None and _reports(passage, sentence, above)):
        return None
    speaker = name_mention(passage, sentence, source)
    if speaker is None:
        return None
    own = {word.index for word in sentence.subtree(token)}
    tokens = [word for word in sentence.tokens if word.index not in own]
    if not any(word.pos in ("VERB", "AUX") and not passage.is_spoken(word) for word in tokens):
        return None
    return make_draft(passage, sentence, _without_lead(tokens), speaker, "according-to")


def from_view(passage: Passage, sentence: Sentence, token: Token) -> Draft | None:
    """In the view of X, CLAUSE; CLAUSE, in X's opinion."""
    lead = sentence.head(token)
    if token.lower not in VIEWS or token.dep != "pobj" or lead.lower != "in" or passage.is_spoken(token):
        return None
    above = sentence.head(lead)
    told = any(passage.verb_class(word) == "statement" and not passage.is_spoken(word) for word in sentence.tokens)
    if above.pos not in ("VERB", "AUX") or told:
        return None
    speaker = find_owner(passage, sentence, token)
    if speaker is None:
        return None
    own = {word.index for word in sentence.subtree(lead)}
    tokens = [word for word in sentence.subtree(above) if word.index not in own]
    return make_draft(passage, sentence, _without_lead(tokens), speaker, "according-to")


def _reports(passage: Passage, sentence: Sentence, verb: Token) -> bool:
    """Whether the verb of speech has something said to it, a clause or words in marks."""
    return content_of(passage, sentence, verb) is not None or any(passage.is_spoken(token) for token in sentence.tokens)


def _without_lead(tokens: Sequence[Token]) -> list[Token]:
    """The tokens without conjunctions and commas in front."""
    at = 0
    while at < len(tokens) and (tokens[at].text == "," or (tokens[at].dep == "cc" and at == 0)):
        at += 1
    return list(tokens[at:])
