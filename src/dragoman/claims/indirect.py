"""Find indirect statements: the clause that a verb or noun of speech reports becomes a Draft.

In: a Passage. Out: a Draft for "X said that ...", "X, adding that ...", "X's view that ...", "according to X, ..."
and "which X said ...". Refuses: questions, what was left unsaid or is yet to be said, and clauses wholly in marks.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..actors.mention import Mention
from ..parse.tokens import Sentence, Token
from .passage import Draft, Passage
from .phrase import find_issuer, plain_mention
from .speaker import find_subject, name_mention
from .statement import is_said, make_draft
from .tail import from_idiom, from_tail

QUESTIONS = frozenset({"whether", "if"})
NO_SPEAKERS = frozenset({"we", "i", "us", "that", "this"})  # the outlet itself, or no person at all
REASONS = frozenset({"because", "since", "as"})  # before a clause that is told amid another
CONTRASTS = frozenset({"while", "whereas", "although", "though"})
# Verbs with a hearer before the clause; some parses take the clause for a description of the hearer.
HEARD = frozenset({"tell", "inform", "remind", "assure", "reassure", "notify", "warn", "caution"})
TIMES = frozenset({"time", "day", "moment", "outset", "weekend"})  # "said at the time that": no such time is described
FEWEST_BEHIND = 4  # words of a clause that goes on behind words in marks
OWNING = frozenset({"statement", "act", "quoted"})


def find_indirect(passage: Passage) -> list[Draft]:
    """The indirect statements of all sentences of the body, in order."""
    found: list[Draft] = []
    for sentence in passage.sentences:
        for token in sentence.tokens:
            if passage.is_spoken(token):
                continue
            drafts = (
                _from_verb(passage, sentence, token) or from_tail(passage, sentence, token),
                from_idiom(passage, sentence, token),
                _from_noun(passage, sentence, token),
                _from_according(passage, sentence, token),
            )
            found.extend(draft for draft in drafts if draft is not None)
    return found


def _from_verb(passage: Passage, sentence: Sentence, verb: Token) -> Draft | None:
    """X said (that) CLAUSE, in any order, and "which X said CLAUSE"."""
    if passage.verb_class(verb) not in ("statement", "quoted") or not is_said(passage, sentence, verb):
        return None
    content = content_of(passage, sentence, verb)
    subject = find_subject(passage, sentence, verb)
    if content is None or subject is None or subject.lower in NO_SPEAKERS or content.index == subject.index:
        return None
    if passage.is_spoken(subject) or (verb.dep == "parataxis" and passage.is_spoken(content)):
        return None
    speaker = _speaker_of(passage, sentence, verb, subject, content)
    if _is_relative(sentence, verb, content):
        return make_draft(passage, sentence, sentence.subtree(verb), speaker, "relative-said")
    clause = clause_tokens(passage, sentence, content, verb)
    if not clause:
        return None
    before, after = clause[0].index < verb.index, clause[-1].index > verb.index
    rule = "said-amid" if before and after else "said-behind" if before else "indirect-said"
    if verb.tag == "VBG":
        rule = "adding-said"
    draft = make_draft(passage, sentence, clause, speaker, rule)
    return draft or make_draft(passage, sentence, _behind_marks(passage, clause), speaker, rule)


def _speaker_of(passage: Passage, sentence: Sentence, verb: Token, subject: Token, content: Token) -> Mention | None:
    """The mention of the subject. In "called off the session because Bolivia, it alleged, had ..." the pronoun does not
    mean the subject of what it interrupts, but that of the clause above."""
    speaker = name_mention(passage, sentence, subject)
    own = sentence.child(content, "nsubj", "nsubjpass") if verb.dep == "parataxis" and subject.tag == "PRP" else None
    told = plain_mention(passage, sentence, own) if own is not None else None
    if speaker is None or told is None or not told.actors or told.countries != speaker.countries:
        return speaker
    for above in sentence.ancestors(content):
        leading = sentence.child(above, "nsubj")
        if leading is not None and leading.index < content.index:
            found = name_mention(passage, sentence, leading)
            return found if found is not None and found.countries != told.countries else None
    return speaker if subject.lower != "it" else None


def _behind_marks(passage: Passage, clause: Sequence[Token]) -> list[Token]:
    """What a clause says, behind "and", after words in marks that make up most of it."""
    at = max((at for at, token in enumerate(clause) if passage.is_spoken(token)), default=len(clause))
    rest = [token for token in clause[at + 1 :] if token.text != ","]
    if len(rest) < FEWEST_BEHIND or rest[0].dep != "cc":
        return []
    rest = rest[2:] if rest[1].lower == "that" else rest[1:]
    return rest if any(token.pos in ("VERB", "AUX") for token in rest) else []


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
    if any(_is_that(child) for child in sentence.children(content, "mark")):
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


def _is_relative(sentence: Sentence, verb: Token, content: Token) -> bool:
    """Whether the verb stands in a relative clause whose pronoun belongs to what is said."""
    return verb.dep == "relcl" and any(token.tag in ("WDT", "WP") for token in sentence.children(content))


def clause_tokens(passage: Passage, sentence: Sentence, content: Token, verb: Token) -> list[Token]:
    """The clause under `content` without its "that", without the verb's own words, cut where new speech begins."""
    own = {token.index for token in sentence.subtree(verb)} if verb.dep == "parataxis" else {verb.index}
    tokens = [token for token in sentence.subtree(content) if token.index not in own]
    while tokens and (
        (tokens[0].dep == "mark" and tokens[0].lower in REASONS and tokens[0].index < verb.index)
        or (tokens[0].pos == "PUNCT" and not passage.is_spoken(tokens[0]))
        or _is_that(tokens[0])
        or (tokens[0].lower == "that" and tokens[0].tag == "WDT")
    ):
        tokens = tokens[1:]
    if len(tokens) > 1 and tokens[0].pos == "ADV" and _is_that(tokens[1]):
        tokens = tokens[2:]  # "said later that": the adverb tells when it was said
    tokens = _without_day(sentence, tokens, verb)
    for at, token in enumerate(tokens):
        if at and token.index > content.index and _starts_new_speech(passage, sentence, token):
            return tokens[:at]
    # The conjunction before the next verb of speech hangs on the clause in some parses.
    while tokens and tokens[-1].dep == "cc":
        tokens = tokens[:-1]
    return [*tokens, *_contrast_behind(sentence, tokens, verb)]


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


def _is_that(token: Token) -> bool:
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


def _from_noun(passage: Passage, sentence: Sentence, noun: Token) -> Draft | None:
    """X's view that CLAUSE; X repeated the view that CLAUSE."""
    if noun.pos != "NOUN" or noun.lemma.lower() not in passage.speech.position:
        return None
    content = that_clause(sentence, noun)
    if content is None:
        return None
    verb = sentence.head(noun)
    speaker: Mention | None = None
    if noun.dep == "dobj" and passage.verb_class(verb) in OWNING and is_said(passage, sentence, verb):
        subject = find_subject(passage, sentence, verb)
        speaker = name_mention(passage, sentence, subject) if subject is not None else None
    speaker = speaker or find_issuer(passage, sentence, noun)
    if speaker is None:
        return None
    return make_draft(passage, sentence, clause_tokens(passage, sentence, content, noun), speaker, "position-of")


def that_clause(sentence: Sentence, noun: Token) -> Token | None:
    """The head of the clause with "that" which tells what the noun holds."""
    for content in sentence.children(noun, "acl", "ccomp", "relcl", "advcl"):
        if any(_is_that(child) and child.index < content.index for child in sentence.children(content)):
            return content
    return None


def _from_according(passage: Passage, sentence: Sentence, token: Token) -> Draft | None:
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


def _reports(passage: Passage, sentence: Sentence, verb: Token) -> bool:
    """Whether the verb of speech has something said to it, a clause or words in marks."""
    return content_of(passage, sentence, verb) is not None or any(passage.is_spoken(token) for token in sentence.tokens)


def _without_lead(tokens: Sequence[Token]) -> list[Token]:
    """The tokens without conjunctions and commas in front."""
    at = 0
    while at < len(tokens) and (tokens[at].text == "," or (tokens[at].dep == "cc" and at == 0)):
        at += 1
    return list(tokens[at:])
