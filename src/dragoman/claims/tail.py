"""Find statements that no verb of speech governs in the parse: ", the envoy said" at the end, and "made it clear that".

In: a Passage, a sentence and a token of it. Out: the Draft of what stands before a speaker at the end, whom the parser
takes for one more phrase of the statement, or behind an idiom. Refuses: a verb with a clause of its own, and what is
no main clause ("When the talks ended, the envoy said").
"""

from __future__ import annotations

from collections.abc import Sequence

from ..parse.tokens import Sentence, Token
from .passage import Draft, Passage
from .speaker import find_subject, name_mention
from .statement import is_said, make_draft

OPENERS = frozenset({"DET", "PRON", "PROPN", "ADJ", "NOUN", "NUM"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
LONGEST_SPEAKER = 16  # tokens of a phrase that names who speaks, its apposition too
# Verbs that only together with one of these words tell that something was said.
IDIOMS = {"make": ("clear", "plain"), "let": ("known", "know"), "send": ("word",), "leave": ("doubt",)}
LONGEST_IDIOM = 9  # tokens between the verb's word and "that"
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def from_tail(passage: Passage, sentence: Sentence, verb: Token) -> Draft | None:
    """The statement before ", X said" at the end of a sentence."""
    if verb.tag not in ("VBD", "VBZ") or passage.verb_class(verb) != "statement":
        return None
    if not _ends(passage, sentence, verb) or not is_said(passage, sentence, verb):
        return None
    comma = _comma_before(passage, sentence, verb)
    if comma is None:
        return None
    content = sentence.tokens[:comma]
    head = _head_of(sentence, sentence.tokens[comma + 1 : verb.index])
    if head is None or not _is_main(passage, sentence, content):
        return None
    return make_draft(passage, sentence, content, name_mention(passage, sentence, head), "said-at-end")


def from_idiom(passage: Passage, sentence: Sentence, that: Token) -> Draft | None:
    """The statement behind "made it clear that", "let it be known that" and "sent word to Oslo that"."""
    if that.lower != "that" or that.dep != "mark" or passage.is_spoken(that):
        return None
    before = [token.lower for token in sentence.tokens[max(0, that.index - LONGEST_IDIOM) : that.index]]
    verb = next((token for token in sentence.ancestors(that) if token.lemma.lower() in IDIOMS), None)
    if verb is None or verb.index > that.index or passage.is_spoken(verb) or not is_said(passage, sentence, verb):
        return None
    if not any(word in before for word in IDIOMS[verb.lemma.lower()]):
        return None
    content = sentence.head(that)
    tokens = [token for token in sentence.subtree(content) if token.index > that.index]
    subject = find_subject(passage, sentence, verb)
    if subject is None or passage.is_spoken(subject) or not tokens:
        return None
    return make_draft(passage, sentence, tokens, name_mention(passage, sentence, subject), "indirect-said")


def _ends(passage: Passage, sentence: Sentence, verb: Token) -> bool:
    """Whether nothing is said behind the verb: only hearers, days and places, or words in marks."""
    for token in sentence.tokens[verb.index + 1 :]:
        if passage.is_spoken(token):
            return True
        if token.tag in FINITE or (token.lower == "that" and token.tag == "IN") or token.text == ",":
            return False
    return True


def _comma_before(passage: Passage, sentence: Sentence, verb: Token) -> int | None:
    """The comma before the speaker; an apposition with commas of its own belongs to the speaker."""
    found: int | None = None
    for at in range(verb.index - 1, max(-1, verb.index - 1 - LONGEST_SPEAKER), -1):
        token = sentence.tokens[at]
        if passage.is_spoken(token) or token.tag in FINITE or token.text in ";:" or token.tag in ("WDT", "WP"):
            break
        if token.text == "," and at + 1 < verb.index:
            inner = found is not None and sentence.tokens[verb.index - 1].text != ","
            if inner or sentence.tokens[at + 1].pos not in OPENERS:
                break
            found = at
    return found


def _head_of(sentence: Sentence, speaker: Sequence[Token]) -> Token | None:
    """The noun that leads the speaker's phrase."""
    inside = {token.index for token in speaker}
    for token in speaker:
        outside = token.head not in inside or token.head == token.index
        if token.pos in ("NOUN", "PROPN", "PRON") and token.tag != "PRP$" and outside:
            return token
    return None


def _is_main(passage: Passage, sentence: Sentence, content: Sequence[Token]) -> bool:
    """Whether the words, no words in marks, hold a main clause: a finite verb and its subject below no conjunction."""
    if (
        not content
        or any(passage.is_spoken(token) for token in content)
        or content[0].tag in ("VBN", "VBG", "WRB", "WP")
        or content[0].dep == "mark"
    ):
        return False
    inside = {token.index for token in content}
    for token in content:
        above = sentence.head(token)
        finite = above.tag in FINITE or any(child.tag in FINITE for child in sentence.children(above, "aux", "auxpass"))
        if token.dep in SUBJECTS and above.index in inside and finite and above.dep in ("ROOT", "ccomp", "conj"):
            return True
    return False
