"""Find who speaks: from a verb of speech to its subject, from the subject to the Mention that names it.

In: a Passage and a verb. Out: the subject's token and the Mention, each None where the sentence does not show it.
Refuses: to name anybody beyond the subject, its apposition, or whoever a statement or a spokesman speaks for.
"""

from __future__ import annotations

from ..actors.mention import Mention
from ..parse.tokens import Sentence, Token
from .passage import Passage
from .phrase import find_issuer, plain_mention
from .voice import complete_voice, with_country

MAX_CLIMB = 12  # steps up from a participle to the verb that it hangs on
RELATIVES = frozenset({"who", "which", "that", "whom"})


def is_passive(sentence: Sentence, verb: Token) -> bool:
    """Whether the verb's subject suffers what it tells."""
    return sentence.child(verb, "auxpass", "nsubjpass", "csubjpass") is not None


def find_subject(passage: Passage, sentence: Sentence, verb: Token) -> Token | None:
    """Who does the verb: its own subject, the agent of a passive, or the subject of the verb that it hangs on."""
    if passage.verb_class(verb) == "quoted":
        return _find_quoted(sentence, verb)
    if is_passive(sentence, verb):
        agent = sentence.child(verb, "agent")
        return sentence.child(agent, "pobj") if agent is not None else None
    # Some parses give the verb a subject in the quote too.
    subjects = sentence.children(verb, "nsubj")
    subject = next((each for each in subjects if not passage.is_spoken(each)), subjects[0] if subjects else None)
    if subject is not None:
        if subject.lower in RELATIVES and verb.dep == "relcl":
            return sentence.head(verb)
        return subject
    return _subject_of_aside(sentence, verb) or _climb_to_subject(passage, sentence, verb)


def _subject_of_aside(sentence: Sentence, verb: Token) -> Token | None:
    """The subject that the parse gave to a participle behind a comma: "Ruiz, asked about the talks, said"."""
    for aside in sentence.children(verb, "ccomp", "advcl"):
        subject = sentence.child(aside, "nsubj")
        if subject is None or aside.tag not in ("VBD", "VBN") or not subject.index < aside.index < verb.index:
            continue
        if sentence.tokens[aside.index - 1].text == sentence.tokens[verb.index - 1].text == ",":
            return subject
    return None


def _find_quoted(sentence: Sentence, verb: Token) -> Token | None:
    """Who was quoted: the object of the active verb, the subject of the passive one."""
    return sentence.child(verb, "nsubjpass") or sentence.child(verb, "dobj")


def _climb_to_subject(passage: Passage, sentence: Sentence, verb: Token) -> Token | None:
    """The subject above a verb without one; a verb of speech above it comes before the clause it reports."""
    if verb.dep not in ("conj", "advcl", "xcomp", "pcomp", "acl", "ccomp", "dep", "prep", "parataxis"):
        return None
    fallback: Token | None = None
    for step, above in enumerate(sentence.ancestors(verb)):
        if step >= MAX_CLIMB:
            break
        if above.pos in ("NOUN", "PROPN", "PRON") and verb.dep == "acl":
            return above
        if above.pos not in ("VERB", "AUX"):
            continue
        if passage.verb_class(above) == "quoted":
            return _find_quoted(sentence, above)
        if is_passive(sentence, above) and verb.dep == "xcomp":
            return None
        subject = sentence.child(above, "nsubj", "nsubjpass")
        if subject is None:
            continue
        if subject.lower in RELATIVES and above.dep == "relcl":
            return fallback or sentence.head(above)
        if passage.verb_class(above) is not None and not passage.is_spoken(above):
            return subject
        fallback = fallback or subject
        if above.dep == "relcl":
            break
    return fallback


def name_mention(passage: Passage, sentence: Sentence, token: Token) -> Mention | None:
    """The mention that a subject is: by its head, its apposition, or the one it speaks for; completed by its phrase."""
    mentions = passage.mentions_by_sentence.get(sentence.index, [])
    headed = plain_mention(passage, sentence, token)
    if headed is not None and headed.actors:
        return complete_voice(passage, sentence, token, headed)
    lemma = token.lemma.lower()
    if lemma in passage.speech.document or lemma in passage.speech.mouthpiece:
        issuer = find_issuer(passage, sentence, token)
        # A bare nationality ("a Saudi statement") names no body: the whole phrase says more.
        if issuer is not None and issuer.kind not in ("adjective", "state"):
            return issuer
    voice = complete_voice(passage, sentence, token, headed)
    if voice is None or not voice.actors or not voice.actors[0].name:
        appositions = [*sentence.children(token, "appos"), *([sentence.head(token)] if token.dep == "appos" else [])]
        heads = {apposition.index for apposition in appositions}
        named = next((mention for mention in mentions if mention.head in heads and mention.actors), None)
        if named is not None and voice is not None and named.kind in ("state", "adjective"):
            # "The chairman, a Zimbabwean,": the apposition tells whose man he is.
            return with_country(voice, named.actors[0].country)
        if named is not None and (named.actors[0].name or voice is None):
            return named
    return voice if voice is not None and voice.actors else headed
