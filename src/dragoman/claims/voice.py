"""Tell whose voice it is: the subject of speech as a Mention whose Actor says as much as the text shows.

In: a Passage, a sentence, the subject's token and the mention that the actors stage gave it. Out: a Mention, completed
by the name behind it, its whole phrase, or whom it refers back to. Refuses: nouns that cannot speak, and references
with more than one reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ..actors.mention import Mention
from ..parse.tokens import Sentence, Token
from ..record import Actor
from .passage import Passage
from .phrase import (
    OTHERS,
    Name,
    bounds_of,
    country_of,
    find_issuer,
    is_body,
    is_name_part,
    is_person,
    name_at,
    name_behind,
    plain_mention,
)

PERSONS = frozenset({"he", "she", "him", "her"})
THINGS = frozenset({"it"})
SEVERAL = frozenset({"one", "some", "several", "two", "both", "each"})
SUBJECTS = ("nsubj", "nsubjpass")
LOOK_BACK = 6  # sentences back that a definite phrase may refer to
DEEPEST = 3  # references that lead on to references
VOICE_CONFIDENCE = 0.8
SHORTEST_SURNAME = 3
# Peoples that are spelled as their adjective: "the French said" is no single person.
PEOPLES = ("ish", "ch", "ese", "ss")
WIDENED = frozenset({"noun", "office", "body", "group"})


def complete_voice(
    passage: Passage, sentence: Sentence, token: Token, headed: Mention | None, depth: int = 0
) -> Mention | None:
    """The mention of a subject of speech, as full as the text shows it; None where it shows nobody."""
    if depth > DEEPEST:
        return headed
    if token.tag in ("PRP", "PRP$"):
        return _from_pronoun(passage, sentence, token, headed, depth)
    if _is_demonym(sentence, token, headed):
        return _from_demonym(passage, sentence, token, headed, depth)
    if headed is not None and headed.actors and headed.kind in ("state", "seat"):
        mouth = _mouth_of(sentence, token)
        if mouth is not None:
            return complete_voice(passage, sentence, mouth, plain_mention(passage, sentence, mouth), depth + 1)
    if headed is not None and headed.actors:
        return _join_others(passage, sentence, token, _complete_unnamed(passage, sentence, token, headed))
    if token.lower in SEVERAL and token.dep in SUBJECTS:
        return _from_several(passage, sentence, token, depth)
    if token.pos == "PROPN" or token.text[:1].isupper():
        named = _from_name(passage, sentence, token)
        if named is not None:
            return named
    if token.pos in ("NOUN", "PROPN", "ADJ"):
        found = _from_reference(passage, sentence, token, depth) or _from_phrase(passage, sentence, token)
        return _join_others(passage, sentence, token, found) if found is not None else headed
    return headed


def with_country(mention: Mention, country: str | None) -> Mention:
    """The mention, its first actor of the country where it shows none."""
    if not mention.actors or mention.actors[0].country is not None:
        return mention
    return replace(mention, actors=(replace(mention.actors[0], country=country), *mention.actors[1:]))


def _mouth_of(sentence: Sentence, token: Token) -> Token | None:
    """Who speaks for a state: "Khartoum, through its minister," or "Beijing, in the person of Ana Ruiz,"."""
    behind = sentence.tokens[token.index + 1 : token.index + 6]
    if len(behind) < 2 or behind[0].text != ",":
        return None
    words = [each.lower for each in behind[1:]]
    at = 1 if words[:1] == ["through"] else 4 if words[:4] == ["in", "the", "person", "of"] else 0
    preposition = sentence.tokens[token.index + 1 + at] if at else None
    mouth = sentence.child(preposition, "pobj") if preposition is not None else None
    # "Cameroon, through whose port ..." tells of no mouth.
    return mouth if mouth is not None and not any(each.tag == "WP$" for each in sentence.subtree(mouth)) else None


def _make(passage: Passage, sentence: Sentence, head: Token, bounds: tuple[int, int], actor: Actor) -> Mention:
    span = passage.parsed.span(sentence.tokens[bounds[0] : bounds[1] + 1])
    return Mention(sentence.index, *bounds, head.index, span, "voice", (replace(actor, span=span),))


def _complete_unnamed(passage: Passage, sentence: Sentence, token: Token, headed: Mention) -> Mention:
    """The mention with the name behind it, else with its whole phrase; named ones stay as they are."""
    actor = headed.actors[0]
    if headed.kind == "office" and sentence.tokens[headed.head].lemma.lower() in OTHERS:
        # "her Latvian counterpart" acts for Latvia; who speaks is a person without a name.
        actor = replace(actor, name=None)
    if actor.name or headed.kind not in WIDENED or len(headed.actors) > 1:
        return headed
    first, last = bounds_of(passage, sentence, sentence.tokens[headed.head])
    first, last = min(first, headed.first), max(last, headed.last)
    single = sentence.tokens[headed.head].tag not in ("NNS", "NNPS")
    name = name_behind(passage, sentence, last) or name_behind(passage, sentence, headed.last) if single else None
    if name is not None:
        return _make(passage, sentence, token, (first, name.last), _named(actor, name))
    if (first, last) == (headed.first, headed.last) and actor is headed.actors[0]:
        return headed
    country = actor.country or country_of(passage, sentence, sentence.tokens[headed.head], first, last)
    widened = _make(passage, sentence, token, (first, last), replace(actor, country=country))
    return replace(widened, kind=headed.kind)


def _named(actor: Actor, name: Name) -> Actor:
    """The actor with its name; what the name's own mention shows of it comes first."""
    if name.mention is None:
        return replace(actor, name=name.text, rule="voice-name", confidence=VOICE_CONFIDENCE)
    shown = name.mention.actors[0]
    return replace(shown, role=shown.role or actor.role, country=shown.country or actor.country)


def _join_others(passage: Passage, sentence: Sentence, token: Token, mention: Mention) -> Mention:
    """The mention with the span of all who are joined to it by "and": "Peru and Chile said"."""
    last = mention.last
    for other in sentence.conjuncts(token)[1:]:
        first, end = bounds_of(passage, sentence, other)
        between = sentence.tokens[last + 1 : first]
        joins = any(word.lower == "and" for word in between) or all(word.text == "," for word in between)
        if first <= last or not joins or any(word.pos in ("VERB", "AUX") for word in between):
            break
        last = end
    if last == mention.last or token.dep not in SUBJECTS:
        return mention
    joint = _make(passage, sentence, token, (mention.first, last), mention.actors[0])
    return replace(joint, kind=mention.kind, actors=(*joint.actors, *mention.actors[1:]))


def _from_phrase(passage: Passage, sentence: Sentence, token: Token) -> Mention | None:
    """A noun that speaks, with its phrase, the name behind it, and its state or sector."""
    lemma = token.lemma.lower()
    sector = passage.speech.sector_of(lemma)
    first, last = bounds_of(passage, sentence, token)
    country = country_of(passage, sentence, token, first, last)
    name = name_behind(passage, sentence, last)
    paper = lemma in passage.speech.document
    if sector is None and not (country and paper) and (name is None or paper or token.tag != "NN"):
        return None
    if sector is None and country is None and name is None:
        return None
    sectors = (sector,) if sector is not None and name is None else ()
    plain = Actor(passage.parsed.span([token]), None, None, country, sectors, rule="voice", confidence=VOICE_CONFIDENCE)
    if name is not None and token.tag == "NN" and not paper:
        return _make(passage, sentence, token, (first, name.last), _named(plain, name))
    return _make(passage, sentence, token, (first, last), plain)


def _from_name(passage: Passage, sentence: Sentence, token: Token) -> Mention | None:
    """A personal name that no mention holds: of two words, or a surname that stands behind other names in the text."""
    first = token.index
    while first > 0 and is_name_part(sentence.tokens[first - 1]) and not passage.is_spoken(sentence.tokens[first - 1]):
        first -= 1
    plain = Actor(passage.parsed.span([token]), rule="voice-name", confidence=VOICE_CONFIDENCE)
    name = name_at(passage, sentence, first)
    if name is not None and name.last >= token.index:
        return _make(passage, sentence, token, (first, name.last), replace(plain, name=name.text))
    surname = passage.parsed.span(sentence.tokens[first : token.index + 1])
    known = re.search(rf"[^\W\d_]+\s+{re.escape(surname.text)}\b", passage.parsed.text[: surname.start])
    if known is None or not known[0][0].isupper() or len(surname.text) < SHORTEST_SURNAME:
        return None
    return _make(passage, sentence, token, (first, token.index), replace(plain, name=surname.text))


def _is_demonym(sentence: Sentence, token: Token, headed: Mention | None) -> bool:
    """Whether one person is called by a nationality: "the American", "an Irishman"."""
    if headed is None or not headed.actors or headed.head != token.index:
        return False
    article = sentence.child(token, "det")
    by_people = headed.actors[0].rule in ("adjective-name", "people-name")
    single = token.tag not in ("NNS", "NNPS") and not token.lower.endswith(("s", *PEOPLES))
    return by_people and single and article is not None and article.lower in ("the", "a", "an", "one")


def _from_demonym(
    passage: Passage, sentence: Sentence, token: Token, headed: Mention | None, depth: int
) -> Mention | None:
    """The person whom a nationality means: by the name behind it, else the last one of that state who was told of."""
    if headed is None:
        return None
    country = headed.actors[0].country
    first = min([token.index, *(child.index for child in sentence.children(token, "det", "amod"))])
    name = name_behind(passage, sentence, token.index)
    plain = Actor(headed.span, None, None, country, rule="voice", confidence=VOICE_CONFIDENCE)
    if name is not None:
        return _make(passage, sentence, token, (first, name.last), _named(plain, name))
    article = sentence.child(token, "det")
    if article is not None and article.lower == "the":
        for earlier, head in _earlier_heads(passage, sentence, token):
            found = plain_mention(passage, earlier, head)
            if not is_person(passage, found, head):
                continue
            voice = complete_voice(passage, earlier, head, found, depth + 1)
            if voice is not None and voice.countries == (country,):
                return voice
    return _make(passage, sentence, token, (first, token.index), plain)


def _from_pronoun(
    passage: Passage, sentence: Sentence, token: Token, headed: Mention | None, depth: int
) -> Mention | None:
    """Whom a pronoun means: the mention's own reading, else the subject of the sentence before."""
    actor = headed.actors[0] if headed is not None and headed.actors else None
    unseen = _unseen_subject(passage, sentence, token, depth, known=actor is not None)
    if actor is None or (unseen is not None and token.lower in PERSONS):
        return unseen if unseen is not None else headed
    if actor.name and token.lower in THINGS:
        return _named_before(passage, sentence, token, actor) or headed
    if (actor.name and not _is_other(passage, sentence, token, actor)) or len(headed.actors if headed else ()) > 1:
        return headed
    # "he" for an ambassador without a name: the words that told of him say more than the pronoun.
    for earlier, head in _earlier_heads(passage, sentence, token):
        found = plain_mention(passage, earlier, head)
        if found is None or not found.actors or found.kind == "pronoun" or found.head != head.index:
            continue
        if head.tag in ("NNS", "NNPS") or (token.lower in PERSONS) != is_person(passage, found, head):
            continue
        if found.actors[0].country == actor.country and found.actors[0].role == actor.role:
            return complete_voice(passage, earlier, head, found, depth + 1)
    return headed


def _is_other(passage: Passage, sentence: Sentence, token: Token, actor: Actor) -> bool:
    """Whether the name is that of a state, lent by "her Latvian counterpart", for whom a person's pronoun stands."""
    return token.lower in PERSONS and any(
        mention.kind == "office"
        and mention.actors
        and mention.actors[0].name == actor.name
        and head.lemma.lower() in OTHERS
        for earlier, head in _earlier_heads(passage, sentence, token)
        for mention in (plain_mention(passage, earlier, head),)
        if mention is not None and mention.head == head.index
    )


def _named_before(passage: Passage, sentence: Sentence, token: Token, actor: Actor) -> Mention | None:
    """The nearest words before that name what "it" means: they tell more of it, a seat or a state."""
    for at in range(sentence.index, max(-1, sentence.index - 1 - LOOK_BACK), -1):
        for mention in reversed(passage.mentions_by_sentence.get(at, [])):
            if at == sentence.index and mention.first >= token.index:
                continue
            actors = mention.actors if mention.kind in ("state", "seat", "organisation") else ()
            if len(actors) == 1 and actors[0].name == actor.name and actors[0].rule != "adjective-name":
                return mention
    return None


def _unseen_subject(passage: Passage, sentence: Sentence, token: Token, depth: int, *, known: bool) -> Mention | None:
    """The subject before the pronoun that fits it; where its reading is `known`, only one that nobody read yet."""
    if token.lower in THINGS and not known:
        within = _speaker_within(passage, sentence, token, depth)
        if within is not None:
            return within
    before = _sentence_before(passage, sentence)
    subject = main_subject(passage, before) if before is not None else None
    if before is None or subject is None:
        return None
    found = plain_mention(passage, before, subject)
    if token.lower in PERSONS:
        unread = found is None and subject.pos == "PROPN"
        person = subject.lower in PERSONS or is_person(passage, found, subject) or unread
        # The actors stage takes no common noun ("an Israeli official") for whom a pronoun means.
        if not person or (known and found is not None and found.actors and found.kind != "noun"):
            return None
    elif token.lower in THINGS:
        paper = any(noun.lemma.lower() in passage.speech.document for noun in before.children(before.head(subject)))
        if known or not (paper or is_body(passage, found, subject)):
            return None
    else:
        return None
    return complete_voice(passage, before, subject, found, depth + 1)


def _speaker_within(passage: Passage, sentence: Sentence, token: Token, depth: int) -> Mention | None:
    """The body that spoke earlier in the pronoun's sentence: "..., the ministry says; none was hurt, it said"."""
    for verb in sentence.tokens[: token.index]:
        subject = sentence.child(verb, "nsubj") if passage.verb_class(verb) is not None else None
        if subject is not None and subject.index < token.index and not passage.is_spoken(subject):
            found = plain_mention(passage, sentence, subject)
            if is_body(passage, found, subject):
                return complete_voice(passage, sentence, subject, found, depth + 1)
    return None


def _from_several(passage: Passage, sentence: Sentence, token: Token, depth: int) -> Mention | None:
    """ "One of them", "both": the subject of the sentence before, where that means several."""
    before = _sentence_before(passage, sentence)
    subject = main_subject(passage, before) if before is not None else None
    if before is None or subject is None:
        return None
    several = subject.tag in ("NNS", "NNPS") or len(before.conjuncts(subject)) > 1
    found = plain_mention(passage, before, subject)
    return complete_voice(passage, before, subject, found, depth + 1) if several else None


def _from_reference(passage: Passage, sentence: Sentence, token: Token, depth: int) -> Mention | None:
    """ "The source", "the spokesman": the last one of that noun who was told of with more words."""
    article = sentence.child(token, "det")
    if article is None or article.lower != "the" or sentence.child(token, "poss", *("amod", "compound")) is not None:
        return None
    if name_behind(passage, sentence, token.index) is not None:
        return None
    for earlier, head in _earlier_heads(passage, sentence, token):
        if head.lemma.lower() != token.lemma.lower() or head.tag != token.tag:
            continue
        if token.lemma.lower() in passage.speech.document:
            return _issuer_told(passage, earlier, head, depth)
        voice = complete_voice(passage, earlier, head, plain_mention(passage, earlier, head), depth + 1)
        if voice is not None and (voice.actors[0].name or voice.actors[0].country):
            return voice
    return None


def _issuer_told(passage: Passage, sentence: Sentence, paper: Token, depth: int = 0) -> Mention | None:
    """Who gave out a paper told of before: its issuer, else the subject of the verb that it is the object of."""
    issuer = find_issuer(passage, sentence, paper)
    if issuer is not None:
        return issuer
    verb = sentence.head(paper)
    subject = sentence.child(verb, "nsubj") if paper.dep == "dobj" else None
    if subject is None:
        return None
    return complete_voice(passage, sentence, subject, plain_mention(passage, sentence, subject), depth + 1)


def _sentence_before(passage: Passage, sentence: Sentence) -> Sentence | None:
    """The sentence right before in the same paragraph that is not wholly in marks."""
    for at in range(sentence.index - 1, max(-1, sentence.index - 1 - LOOK_BACK), -1):
        before = passage.parsed.sentences[at]
        if before.paragraph != sentence.paragraph:
            return None
        if any(not passage.is_spoken(token) and token.pos in ("VERB", "AUX") for token in before.tokens):
            return before
    return None


def main_subject(passage: Passage, sentence: Sentence) -> Token | None:
    """The subject of the sentence's verb of speech, else of its main clause, outside of marks."""
    for token in sentence.tokens:
        spoken = passage.is_spoken(token) or passage.is_spoken(sentence.head(token))
        if (
            token.dep == "nsubj"
            and not spoken
            and passage.verb_class(sentence.head(token)) in ("statement", "quote_only")
        ):
            return token
    for dep in ("ROOT", "ccomp"):
        for token in sentence.tokens:
            if token.dep in SUBJECTS and not passage.is_spoken(token) and sentence.head(token).dep == dep:
                return token
    return None


def _earlier_heads(passage: Passage, sentence: Sentence, token: Token) -> Iterator[tuple[Sentence, Token]]:
    """The nouns before the token that are no modifiers, the nearest first, some sentences back."""
    for at in range(sentence.index, max(-1, sentence.index - 1 - LOOK_BACK), -1):
        earlier = passage.parsed.sentences[at]
        for head in reversed(earlier.tokens):
            if at == sentence.index and head.index >= token.index:
                continue
            named = head.pos in ("NOUN", "PROPN") and head.dep not in ("compound", "amod", "nmod", "poss")
            if named and not passage.is_spoken(head):
                yield earlier, head
