"""Find indirect statements: the clause that a verb or noun of speech reports becomes a Draft.

In: a Passage. Out: a Draft for "X said that ...", "X, adding that ...", "X's view that ...", "according to X, ..."
and "which X said ...". Refuses: questions, what was left unsaid or is yet to be said, and clauses wholly in marks.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..actors.mention import Mention
from ..parse.tokens import Sentence, Token
from .clause import clause_tokens, content_of
from .nominal import from_according, from_noun, from_view
from .passage import Draft, Passage
from .phrase import plain_mention
from .speaker import find_subject, name_mention
from .statement import is_said, make_draft
from .tail import from_idiom, from_tail

NO_SPEAKERS = frozenset({"we", "i", "us", "that", "this"})  # the outlet itself, or no person at all
FEWEST_BEHIND = 4  # words of a clause that goes on behind words in marks


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
                from_noun(passage, sentence, token),
                from_according(passage, sentence, token),
                from_view(passage, sentence, token),
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


def _is_relative(sentence: Sentence, verb: Token, content: Token) -> bool:
    """Whether the verb stands in a relative clause whose pronoun belongs to what is said."""
    return verb.dep == "relcl" and any(token.tag in ("WDT", "WP") for token in sentence.children(content))
