"""Statements: a stretch of tokens becomes a Draft, and a verb of speech tells whether anything was said.

In: a Passage, a sentence and its tokens. Out: Drafts without edges of punctuation. Refuses: stretches that stand in
marks for the most part (direct.py finds those), and what was not said, only asked, supposed or yet to come.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..actors.mention import Mention
from ..parse.tokens import Sentence, Token
from .passage import Draft, Passage

FIGURES = frozenset({"CARDINAL", "MONEY", "PERCENT", "QUANTITY"})

UNSURE = frozenset({"may", "might", "could", "should", "will", "would", "shall", "ca", "must"})
GOING_ON = frozenset({"go", "continue", "proceed"})
SAVING = frozenset({"than", "except", "but"})  # "declined to comment, other than to say that ..." says something
# Whoever calls somebody in or up to say something has said it.
CALLING = frozenset({"cable", "call", "convene", "phone", "ring", "summon", "telephone", "write"})


def make_draft(
    passage: Passage,
    sentence: Sentence,
    tokens: Sequence[Token],
    speaker: Mention | None,
    rule: str,
    *,
    quoted: bool = False,
) -> Draft | None:
    """A Draft of the tokens' stretch; None where too little of it stands outside of marks (unless `quoted`)."""
    span = passage.cut_tokens(tokens)
    if span is None:
        return None
    inside = [token for token in sentence.tokens if span.start <= token.start and token.end <= span.end]
    words = [token for token in inside if token.pos != "PUNCT"]
    if not quoted and (_is_fragment(passage, inside, rule) or (speaker and _is_statistic(passage, speaker, inside))):
        return None
    if len(words) < 2 or (not quoted and 2 * len(passage.unquoted_words(words)) <= len(words)):
        return None
    return Draft(span, speaker, False, rule, sentence.index, sentence.paragraph)


def is_said(passage: Passage, sentence: Sentence, verb: Token) -> bool:
    """Whether the verb tells that something was said: not negated, asked, supposed or still to come."""
    if sentence.child(verb, "neg") is not None or sentence.tokens[-1].text == "?":
        return False
    for child in sentence.children(verb, "aux", "mark"):
        if child.dep == "mark" and child.lower in ("if", "unless", "whether"):
            return False
        if child.dep == "aux" and child.lower in UNSURE:
            return False
        if child.dep == "aux" and child.lower == "to" and sentence.head(verb).lemma not in GOING_ON | CALLING:
            return sentence.tokens[max(0, child.index - 1)].lower in SAVING
    return True


def _is_statistic(passage: Passage, speaker: Mention, words: Sequence[Token]) -> bool:
    """Whether a body that counts tells a figure: "Sales were worth 2 billion, according to the statistics office"."""
    if speaker.actors and speaker.actors[0].name and speaker.kind == "person":
        return False
    tokens = passage.parsed.sentences[speaker.sentence].tokens[speaker.first : speaker.last + 1]
    counts = any(token.lemma.lower() in passage.speech.counting for token in tokens)
    return counts and any(token.entity in FIGURES or token.pos == "NUM" for token in words)


def _is_fragment(passage: Passage, words: Sequence[Token], rule: str) -> bool:
    """Whether little is left of a clause: a subject and an auxiliary beside words in marks ("He had, he said, “only
    ...”"), or a relative clause that an aside cut off."""
    plain = passage.unquoted_words(words)
    cut_off = rule == "said-amid" and bool(plain) and plain[0].tag in ("WDT", "WP")
    return cut_off or all(token.pos in ("PRON", "AUX", "DET") for token in plain)
