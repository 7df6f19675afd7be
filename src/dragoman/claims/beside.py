"""Name who stands beside a quote: the subject of the verb of speech there, else the phrase next to that verb.

In: a Passage, the words before or behind a quote, and where the verb stands in them. Out: the Mention of the speaker,
None where the words show nobody. Refuses: hearers ("told the envoy"), and owners of the one who speaks.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..actors.mention import Mention
from ..parse.tokens import Sentence, Token
from .nominal import find_owner
from .passage import Draft, Passage, Word
from .phrase import is_person, plain_mention
from .speaker import find_subject, name_mention
from .voice import PERSONS, main_subject

ADJACENT = 3  # tokens between an inverted verb ("said") and the name behind it
RUNNING = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "PART", "DET", "PRON"})
COPULAS = frozenset({"was", "is", "were", "came", "comes", "went", "ran"})


def name_speaker_beside(passage: Passage, words: Sequence[Word], at: int) -> Mention | None:
    """The speaker of the verb at `at`: its subject where that stands outside of quotes, else the adjacent name."""
    word = words[at]
    subject = find_subject(passage, word.sentence, word.token)
    starts = {other.token.start for other in words}
    hangs = word.token.tag == "VBG" or word.token.dep in ("conj", "xcomp", "pcomp")
    if subject is not None and not passage.is_spoken(subject) and (subject.start in starts or hangs):
        return name_mention(passage, word.sentence, subject)
    inverted = word.sentence.child(word.token, "dobj", "attr") if at == 0 and subject is None else None
    if inverted is not None and not passage.is_spoken(inverted):
        return name_mention(passage, word.sentence, inverted)
    head = _head_behind(words, at) if at <= 1 else _head_before(words, at)
    if head is not None and not passage.is_spoken(head):
        found = name_mention(passage, word.sentence, head)
        if found is not None and found.actors:
            return found
    return name_adjacent(passage, words, at)


def name_source(passage: Passage, to: Word) -> Mention | None:
    """The mention behind "according to"."""
    source = to.sentence.child(to.token, "pobj")
    if source is not None:
        return name_mention(passage, to.sentence, source)
    return name_adjacent(passage, [to], 0)


def name_behind_copula(passage: Passage, words: Sequence[Word]) -> Mention | None:
    """The speaker in "was all that she would say", "was Oslo's comment" or "came the reply from Oslo"."""
    if not words or words[0].token.lower not in COPULAS:
        return None
    for word in words[1:]:
        if word.token.lemma.lower() in passage.speech.position:
            owner = find_owner(passage, word.sentence, word.token)
            if owner is not None:
                return owner
        if word.token.dep == "nsubj" and word.token.tag not in ("WDT", "WP") and word.token.lower != "that":
            return name_mention(passage, word.sentence, word.token)
        if word.token.lower == "from" and word.token.dep == "prep":
            return name_source(passage, word)
    return None


def name_teller(passage: Passage, words: Sequence[Word], last: Draft | None) -> Mention | None:
    """Who speaks behind a sentence without a verb of speech: the one person whom it tells of ("He laughed. “...”"), or,
    behind a question, whoever spoke before it."""
    if not words:
        return None
    sentence = words[0].sentence
    asks = sentence.tokens[-1].text == "?"
    subject = main_subject(passage, sentence)
    if subject is None or asks:
        return last.speaker if last is not None and asks else None
    mention = name_mention(passage, sentence, subject)
    person = subject.lower in PERSONS or is_person(passage, plain_mention(passage, sentence, subject), subject)
    if mention is None or not mention.actors or not person or len(mention.actors) > 1:
        return None
    others = [
        other
        for other in passage.mentions_by_sentence.get(sentence.index, [])
        if other.kind in ("person", "office") and not mention.span.covers(other.span) and other.head != subject.index
    ]
    return None if others else mention


def _head_behind(words: Sequence[Word], at: int) -> Token | None:
    """The noun of the phrase behind an inverted verb: the last of its run, not the owner before it."""
    head: Token | None = None
    for word in words[at + 1 :]:
        if word.sentence is not words[at].sentence or word.token.pos not in RUNNING:
            break
        if word.token.pos in ("NOUN", "PROPN"):
            head = word.token
    return head


def _head_before(words: Sequence[Word], at: int) -> Token | None:
    """The noun of the phrase that stands right before the verb, or, where a comma parts them, of the first phrase."""
    before = words[at - 1]
    if before.sentence is not words[at].sentence:
        return None
    if before.token.pos in ("NOUN", "PROPN"):
        return before.token
    if before.token.text != ",":
        return None
    head: Token | None = None
    for word in words[:at]:
        if word.token.pos not in RUNNING:
            break
        head = word.token if word.token.pos in ("NOUN", "PROPN") else head
    return head


def name_adjacent(passage: Passage, words: Sequence[Word], verb_at: int) -> Mention | None:
    """The mention next to the verb at `verb_at` in words beside a quote, where the parse shows no subject there."""
    verb = words[verb_at].token
    sentence = words[verb_at].sentence
    mentions = passage.mentions_by_sentence.get(sentence.index, [])
    if verb_at <= 1:
        behind = [mention for mention in mentions if verb.index < mention.first <= verb.index + ADJACENT]
        nearest = min(behind, key=lambda mention: (mention.first, -mention.last), default=None)
    else:
        first = next(word.token for word in words if word.sentence is sentence)
        before = [
            mention
            for mention in mentions
            if first.index <= mention.first and mention.last < verb.index and not _is_addressed(sentence, mention)
        ]
        nearest = min(before, key=lambda mention: (mention.first, -mention.last), default=None)
        if nearest is not None and nearest.first > first.index + ADJACENT:
            return None
    return _completed(passage, sentence, nearest) if nearest is not None else None


def _completed(passage: Passage, sentence: Sentence, mention: Mention) -> Mention:
    """The mention, or the phrase whose modifier or owner it is: "Iran" in "Iran's delegate" does not speak."""
    token = sentence.tokens[mention.head]
    while token.dep in ("poss", "amod", "compound", "nmod") and sentence.head(token).index > token.index:
        token = sentence.head(token)
    if token.index == mention.head and mention.actors:
        found = name_mention(passage, sentence, token)
        return found if found is not None else mention
    found = name_mention(passage, sentence, token) or plain_mention(passage, sentence, token)
    return found if found is not None and found.actors else mention


def _is_addressed(sentence: Sentence, mention: Mention) -> bool:
    """Whether a preposition before the mention makes it the hearer or the matter, not the speaker."""
    return mention.first > 0 and sentence.tokens[mention.first - 1].lower in ("to", "with", "about", "on", "against")
