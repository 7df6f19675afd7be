"""Find the clause that a verb or noun of speech reports, and the stretch of it that was said.

In: a Passage, a sentence and a verb or noun of it. Out: the head of the clause, and its tokens without "that", without
the verb's own words, cut where new speech begins. Refuses: questions, and clauses that tell whose a quote is.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..parse.tokens import Sentence, Token
from .passage import Passage

QUESTIONS = frozenset({"whether", "if"})
REASONS = frozenset({"because", "since", "as"})  # before a clause that is told amid another
CONTRASTS = frozenset({"while", "whereas", "although", "though"})
# Verbs with a hearer before the clause; some parses take the clause for a description of the hearer.
HEARD = frozenset({"tell", "inform", "remind", "assure", "reassure", "notify", "warn", "caution"})
TIMES = frozenset({"time", "day", "moment", "outset", "weekend"})  # "said at the time that": no such time is described
PARTINGS = frozenset({";", ":"})


def content_of(passage: Passage, sentence: Sentence, verb: Token) -> Token | None:
    """The head of the clause that the verb reports."""
    reported = [child for child in sentence.children(verb, "ccomp") if not _is_parted(sentence, child, verb)]
    contents = [child for child in reported if _is_clause(sentence, child)]
    contents = [child for child in contents if not _tells_of_quote(passage, sentence, verb, child)]
    # What stands in marks is found as a quote; the clause outside of them is the statement.
    contents = [child for child in contents if not passage.is_spoken(child)] or contents
    if reported:
        return next((child for child in contents if child.index > verb.index), contents[0] if contents else None)
    if verb.dep == "parataxis" and sentence.child(verb, "nsubj") is not None:
        content = sentence.head(verb)
        if _is_parted(sentence, content, verb):
            # "A, X says; B, it said": the statement is the clause on this side of the semicolon.
            beside = [child for child in sentence.children(content, "ccomp") if child.index < verb.index]
            return next((child for child in beside if not _is_parted(sentence, child, verb)), None)
        return content if content.pos in ("VERB", "AUX") and _is_clause(sentence, content) else None
    if verb.dep == "pcomp":
        return None
    # Some parses hang the clause on the verb as an adjunct although "that" opens it.
    for content in sentence.children(verb, "advcl", "acl", "relcl", "dep"):
        mark = sentence.child(content, "mark")
        if mark is not None and mark.lower == "that" and content.index > verb.index:
            return content
    return _misplaced_content(sentence, verb)


def _tells_of_quote(passage: Passage, sentence: Sentence, verb: Token, content: Token) -> bool:
    """Whether a quote ends between the verb and a clause behind it, which then tells who spoke the quote."""
    first = sentence.subtree(content)[0]
    return any(verb.end <= quote.outer.start and quote.outer.end <= first.start for quote in passage.quotes)


def _is_parted(sentence: Sentence, content: Token, verb: Token) -> bool:
    """Whether a semicolon stands between the two, so that the clause before it is another statement."""
    first, last = sorted((content.index, verb.index))
    return any(token.text == ";" for token in sentence.tokens[first:last])


def _misplaced_content(sentence: Sentence, verb: Token) -> Token | None:
    """The clause that the parse took for a description of the hearer (told X that) or the paper (in a post that)."""
    heard = verb.lemma.lower() in HEARD
    # "told visiting envoy Luc Roy that ...": the parser takes the modifier for a verb with the clause as its own.
    for visiting in sentence.children(verb, "xcomp") if heard else ():
        if visiting.tag == "VBG" and sentence.child(visiting, "dobj") is not None:
            return next((child for child in sentence.children(visiting, "ccomp") if child.index > visiting.index), None)
    nouns = sentence.children(verb, "dobj") if heard else []
    papers = [noun for prep in sentence.children(verb, "prep") for noun in sentence.children(prep, "pobj")]
    for noun in (*nouns, *papers):
        for content in sentence.children(noun, "relcl", "acl"):
            opening, subject = sentence.subtree(content)[0], sentence.child(content, "nsubj", "nsubjpass")
            timed = noun.lower in TIMES or noun.entity == "DATE"
            opens = opening.lower == "that" and (noun in nouns or timed or opening.dep == "mark")
            if opens and subject is not None and subject.index != opening.index:
                return content
    return None


def _is_clause(sentence: Sentence, content: Token) -> bool:
    """Whether the clause states something: finite or with a subject, and no question."""
    if any(is_that(child) for child in sentence.children(content, "mark")):
        return any(token.pos in ("VERB", "AUX") for token in sentence.subtree(content))
    auxiliaries = sentence.children(content, "aux", "auxpass")
    if any(child.lower == "to" for child in auxiliaries):
        return False
    if content.tag in ("VBG", "VBN") and not auxiliaries:
        return False
    for child in sentence.children(content, "mark", "advmod", "dobj", "attr", "nsubj"):
        if child.index > content.index:
            continue
        if child.dep == "mark" and child.lower in QUESTIONS:
            return False
        if child.dep != "mark" and child.tag in ("WRB", "WP"):
            return False
    return sentence.child(content, "nsubj", "nsubjpass", "expl", "csubj", "csubjpass") is not None or bool(auxiliaries)


def clause_tokens(passage: Passage, sentence: Sentence, content: Token, verb: Token) -> list[Token]:
    """The clause under `content` without its "that", without the verb's own words, cut where new speech begins."""
    own = {token.index for token in sentence.subtree(verb)} if verb.dep == "parataxis" else {verb.index}
    tokens = [token for token in sentence.subtree(content) if token.index not in own]
    tokens = _this_side(tokens, verb) if verb.dep == "parataxis" else tokens
    while tokens and (
        (tokens[0].dep == "mark" and tokens[0].lower in REASONS and tokens[0].index < verb.index)
        or (tokens[0].pos == "PUNCT" and not passage.is_spoken(tokens[0]))
        or is_that(tokens[0])
        or (tokens[0].lower == "that" and tokens[0].tag == "WDT")
    ):
        tokens = tokens[1:]
    if len(tokens) > 1 and tokens[0].pos == "ADV" and is_that(tokens[1]):
        tokens = tokens[2:]  # "said later that": the adverb tells when it was said
    tokens = _without_day(sentence, tokens, verb)
    for at, token in enumerate(tokens):
        if at and token.index > content.index and _starts_new_speech(passage, sentence, token):
            return tokens[:at]
    # The conjunction before the next verb of speech hangs on the clause in some parses.
    while tokens and tokens[-1].dep == "cc":
        tokens = tokens[:-1]
    return [*tokens, *_contrast_behind(sentence, tokens, verb)]


def _this_side(tokens: Sequence[Token], verb: Token) -> list[Token]:
    """The tokens between the colons and semicolons around the verb: "it was late: the trains, he said, would go"."""
    marks = [token.index for token in tokens if token.text in PARTINGS]
    first = max((mark for mark in marks if mark < verb.index), default=-1)
    last = min((mark for mark in marks if mark > verb.index), default=tokens[-1].index + 1 if tokens else 0)
    return [token for token in tokens if first < token.index < last]


def _contrast_behind(sentence: Sentence, tokens: Sequence[Token], verb: Token) -> list[Token]:
    """The words of ", but instead ..." which the parse joins to the verb of speech and the sense to the clause."""
    speech = verb if verb.pos in ("VERB", "AUX") else sentence.head(verb)
    for other in sentence.children(speech, "conj"):
        own = sentence.subtree(other)
        lead = sentence.tokens[max(0, own[0].index - 1)]
        behind = bool(tokens) and tokens[-1].index < lead.index <= tokens[-1].index + 2
        if behind and lead.lower == "but" and own[0].lower in ("instead", "rather"):
            return own
    return []


def _without_day(sentence: Sentence, tokens: list[Token], verb: Token) -> list[Token]:
    """The clause without a day right behind the verb: in "said on Friday the road ..." it tells when it was said."""
    if not tokens or tokens[0].index != verb.index + 1:
        return tokens
    lead = tokens[0] if tokens[0].dep != "prep" else sentence.child(tokens[0], "pobj")
    if lead is None or lead.entity != "DATE" or tokens[0].dep not in ("prep", "npadvmod"):
        return tokens
    own = {token.index for token in sentence.subtree(tokens[0])}
    rest = [token for token in tokens if token.index not in own]
    return tokens if not rest or rest[0].text == "," else rest


def is_that(token: Token) -> bool:
    """Whether the word opens a clause that tells what is said or held."""
    return token.lower == "that" and token.tag == "IN"


def _starts_new_speech(passage: Passage, sentence: Sentence, token: Token) -> bool:
    """Whether the words from the token on leave the clause: ", adding ...", "and added ...", "according to"."""
    following = sentence.tokens[token.index + 1] if token.index + 1 < len(sentence.tokens) else None
    if following is None or passage.is_spoken(token):
        return False
    if token.text == "," and following.tag == "VBG":
        return passage.verb_class(following) is not None
    if token.text == "," and following.lower == "according":
        return True
    if token.text == "," and following.tag == "WDT":
        return passage.verb_class(sentence.head(following)) is not None
    if token.lower in CONTRASTS and token.dep == "mark":
        return passage.verb_class(sentence.head(token)) is not None
    if token.lower == "according" and following.lower == "to":
        return True
    if token.dep != "cc":
        return False
    # "of arming rebels and called": a finite verb goes with the verb of speech, not with the gerund.
    return following.lower in ("added", "adds") or (
        sentence.head(token).tag == "VBG" and following.tag in ("VBD", "VBZ")
    )
