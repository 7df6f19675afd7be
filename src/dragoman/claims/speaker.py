"""Find who speaks: from a verb of speech to its subject, from the subject to the Mention that names it.

In: a Passage and a verb. Out: the subject's token and the Mention, each None where the sentence does not show it.
Refuses: to name anybody beyond the subject, its apposition, or whoever a statement or a spokesman speaks for.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..actors.mention import Mention
from ..parse.tokens import Sentence, Token
from .passage import Passage, Word
from .phrase import find_issuer, plain_mention
from .voice import complete_voice

MAX_CLIMB = 12  # steps up from a participle to the verb that it hangs on
ADJACENT = 3  # tokens between an inverted verb ("said") and the name behind it
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
    subject = sentence.child(verb, "nsubj")
    if subject is not None:
        if subject.lower in RELATIVES and verb.dep == "relcl":
            return sentence.head(verb)
        return subject
    return _climb_to_subject(passage, sentence, verb)


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
        if named is not None and (named.actors[0].name or voice is None):
            return named
    return voice if voice is not None and voice.actors else headed


def name_adjacent(passage: Passage, words: Sequence[Word], verb_at: int) -> Mention | None:
    """The mention next to the verb at `verb_at` in words beside a quote, where the parse shows no subject there."""
    verb = words[verb_at].token
    sentence = words[verb_at].sentence
    mentions = passage.mentions_by_sentence.get(sentence.index, [])
    if verb_at <= 1:
        behind = [mention for mention in mentions if verb.index < mention.first <= verb.index + ADJACENT]
        return min(behind, key=lambda mention: (mention.first, -mention.last), default=None)
    first = next(word.token for word in words if word.sentence is sentence)
    before = [
        mention
        for mention in mentions
        if first.index <= mention.first and mention.last < verb.index and not _is_addressed(sentence, mention)
    ]
    nearest = min(before, key=lambda mention: (mention.first, -mention.last), default=None)
    return nearest if nearest is not None and nearest.first <= first.index + ADJACENT else None


def _is_addressed(sentence: Sentence, mention: Mention) -> bool:
    """Whether a preposition before the mention makes it the hearer or the matter, not the speaker."""
    return mention.first > 0 and sentence.tokens[mention.first - 1].lower in ("to", "with", "about", "on", "against")
