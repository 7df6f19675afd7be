"""Lay out the phrase of a speaker: where it begins and ends, the name behind it, and whose it is by its own words.

In: a Passage, a sentence and the noun that heads the phrase. Out: token indices, a name, a country. Refuses: to read
a state from words that only tell where somebody stood ("a diplomat in Kabul").
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..actors.mention import Mention
from ..parse.tokens import Sentence, Token
from ..record import Span
from .passage import Passage

LINKS = frozenset({"of", "in", "at", "for", "from", "to", "on", "with", "near", "inside"})
OWNING_LINKS = frozenset({"of", "for", "from", "at"})  # what follows tells whom the noun before it belongs to
PLACING_LINKS = frozenset({"in", "inside"})
# Who answers for the state whose seat follows "in"; others ("a diplomat in Kabul") are mostly somebody else's.
SEATED = frozenset(
    "administration army authority cabinet command government junta leadership ministry official regime ruler spokesman"
    " spokesperson spokeswoman".split()
)
# Somebody else's: "her Hungarian colleague" is Hungarian, "her colleague" may be of any state.
OTHERS = frozenset({"colleague", "counterpart", "guest", "host", "interlocutor", "partner"})
MODIFIERS = ("amod", "compound", "nmod")
PARTICLES = frozenset("al ap ben bin da de del der di dos du e el ibn la le ould van von y zu".split())
LONGEST_TAIL = 8  # tokens of a phrase behind its noun; a longer one tells more than who speaks
LONGEST_NAME = 8  # tokens, hyphens among them
NAMING = frozenset({"named", "called"})


@dataclass(frozen=True, slots=True)
class Name:
    """A personal name in the text: its words, its last token, and the mention of it where there is one."""

    text: str
    last: int
    mention: Mention | None = None


def bounds_of(passage: Passage, sentence: Sentence, head: Token) -> tuple[int, int]:
    """The first and last token of the noun phrase: modifiers before the head, short prepositional phrases behind it."""
    own = {token.index for token in sentence.subtree(head)}
    first = head.index
    while first - 1 in own and not _breaks(passage, sentence.tokens[first - 1]):
        first -= 1
    last = head.index
    for prep in sentence.children(head, "prep"):
        time = any(token.entity in ("DATE", "TIME") for token in sentence.children(prep, "pobj"))
        if prep.index != last + 1 or prep.lower not in LINKS or time:
            continue
        tail = [token for token in sentence.subtree(prep) if token.index >= prep.index]
        end = prep.index
        for at, token in enumerate(tail[1:LONGEST_TAIL], 1):
            listed = token.text == "," and any(other.dep in ("conj", "cc") for other in tail[at + 1 : at + 2])
            if token.index != end + 1 or (_breaks(passage, token) and not listed) or _opens_clause(token):
                break
            end = token.index
        if end == prep.index:
            break
        last = end
    return first, last


def _breaks(passage: Passage, token: Token) -> bool:
    """Whether a phrase ends at the token: at punctuation other than a hyphen, or at the marks of a quote."""
    return (token.pos == "PUNCT" and token.tag != "HYPH") or token.pos == "SPACE" or passage.is_spoken(token)


def _opens_clause(token: Token) -> bool:
    return token.pos in ("VERB", "AUX", "SCONJ") or token.tag in ("WP", "WDT", "WRB", "TO")


def is_person(passage: Passage, mention: Mention | None, head: Token) -> bool:
    """Whether a mention or a noun means one human being."""
    if mention is not None and mention.kind in ("person", "office", "title"):
        return head.tag not in ("NNS", "NNPS")
    return head.tag == "NN" and head.lemma.lower() in passage.speech.person


def is_body(passage: Passage, mention: Mention | None, head: Token) -> bool:
    """Whether a mention or a noun means a state or an institution."""
    if mention is not None and mention.kind in ("state", "seat", "body", "organisation"):
        return True
    return head.tag == "NN" and head.lemma.lower() in passage.speech.body


def name_behind(passage: Passage, sentence: Sentence, last: int) -> Name | None:
    """The name that stands in apposition behind token `last`: "..., Ana Ruiz," or directly "the delegate Ana Ruiz"."""
    at = last + 1
    if at >= len(sentence.tokens):
        return None
    comma = sentence.tokens[at].text == ","
    if comma or sentence.tokens[at].lower in NAMING:
        at += 1
    found = name_at(passage, sentence, at)
    if found is None:
        return None
    after = sentence.tokens[found.last + 1] if found.last + 1 < len(sentence.tokens) else None
    # "Oslo, Ana Ruiz and Tom Lee": without a second comma the names are a list.
    closed = after is None or after.pos in ("PUNCT", "SPACE") or after.lower in OWNING_LINKS
    return found if closed or not comma else None


def name_at(passage: Passage, sentence: Sentence, at: int) -> Name | None:
    """The personal name of two words or more that begins at the token."""
    mentions = passage.mentions_by_sentence.get(sentence.index, [])
    for mention in mentions:
        named = mention.kind == "person" and mention.actors and mention.actors[0].name
        if mention.first == at and named:
            return Name(str(mention.actors[0].name), mention.last, mention)
    last, words = at - 1, 0
    for token in sentence.tokens[at : at + LONGEST_NAME]:
        joined = token.tag == "HYPH" or token.text in "-–"
        if not (_is_name_word(token) or joined or (token.lower in PARTICLES and last >= at)):
            break
        if _is_name_word(token):
            words, last = words + (sentence.tokens[max(0, token.index - 1)].text not in "-–"), token.index
    if words < 2 or any(mention.first <= at <= mention.last and mention.actors for mention in mentions):
        return None
    tokens = sentence.tokens[at : last + 1]
    return Name(Span.cut(passage.parsed.text, tokens[0].start, tokens[-1].end).text, last)


def _is_name_word(token: Token) -> bool:
    """Whether the word may be part of a name: capitalised, and no day, state or number."""
    if token.entity in ("DATE", "TIME", "NORP", "CARDINAL", "MONEY"):
        return False
    return token.text[:1].isupper() and token.pos in ("PROPN", "NOUN", "ADJ", "X", "VERB")


def is_name_part(token: Token) -> bool:
    """Whether the word may stand inside a name: a capitalised word, a hyphen or a particle."""
    return _is_name_word(token) or token.tag == "HYPH" or token.lower in PARTICLES


def country_of(passage: Passage, sentence: Sentence, head: Token, first: int, last: int) -> str | None:
    """The state that the phrase itself names: by a nationality, an owner, or the body behind "of", "for" or "at"."""
    mentions = [
        mention
        for mention in passage.mentions_by_sentence.get(sentence.index, [])
        if mention.countries and first <= mention.head <= last and mention.head != head.index
    ]
    for wanted in (MODIFIERS, ("poss",)):
        if wanted == ("poss",) and head.lemma.lower() in OTHERS:
            continue
        owners = [
            mention
            for mention in mentions
            if mention.head < head.index and _leads(sentence, sentence.tokens[mention.head], head, wanted)
        ]
        if owners:
            return _only(owners)
    return _country_behind(sentence, mentions, head)


def _leads(sentence: Sentence, token: Token, head: Token, deps: tuple[str, ...]) -> bool:
    """Whether the token, by dependencies of these kinds, belongs to the head."""
    while token.index != head.index:
        if token.dep not in MODIFIERS and token.dep not in deps:
            return False
        token = sentence.head(token)
        if token.head == token.index and token.index != head.index:
            return False
    return True


def _country_behind(sentence: Sentence, mentions: list[Mention], head: Token) -> str | None:
    """The state behind the head: of a body that it belongs to, or the seat of the government that it speaks for."""
    marked = any(token.text[:1].isupper() for token in sentence.children(head, *MODIFIERS))
    for prep in sentence.children(head, "prep"):
        inside = {token.index for token in sentence.subtree(prep)}
        named = [mention for mention in mentions if mention.head in inside]
        placing = prep.lower in PLACING_LINKS and head.lemma.lower() in SEATED and not marked
        if named and (prep.lower in OWNING_LINKS or placing):
            return _only(named)
    return None


def _only(mentions: list[Mention]) -> str | None:
    """The one state of the mentions; None where they name several."""
    codes = {code for mention in mentions for code in mention.countries}
    return codes.pop() if len(codes) == 1 else None


def find_issuer(passage: Passage, sentence: Sentence, paper: Token) -> Mention | None:
    """Whom a statement or a spokesman speaks for: its possessor, or the name behind from, by, of or for."""
    names = [*sentence.children(paper, "poss")]
    for child in sentence.children(paper, "prep", "acl", "agent"):
        if child.dep == "acl":
            names.extend(
                name for by in sentence.children(child, "agent", "prep") for name in sentence.children(by, "pobj")
            )
        elif child.lower in ("from", "by", "of", "for", "at"):
            names.extend(sentence.children(child, "pobj"))
    names.extend(sentence.children(paper, "compound", "nmod", "amod"))
    mentions = passage.mentions_by_sentence.get(sentence.index, [])
    for name in names:
        for mention in mentions:
            if mention.actors and (mention.head == name.index or mention.first <= name.index <= mention.last):
                return mention
    return None


def plain_mention(passage: Passage, sentence: Sentence, token: Token) -> Mention | None:
    """The mention that the token heads, else the shortest one that holds it."""
    mentions = passage.mentions_by_sentence.get(sentence.index, [])
    headed = next((mention for mention in mentions if mention.head == token.index), None)
    if headed is not None:
        return headed
    covering = [mention for mention in mentions if mention.first <= token.index <= mention.last]
    found = min(covering, key=lambda mention: mention.last - mention.first, default=None)
    hyphen = sentence.tokens[token.index - 1] if found is None and token.index > 1 else None
    if hyphen is None or hyphen.text not in "-–" or token.start != hyphen.end:
        return found
    # "Nasser Kanaani-Far": a mention may end at the hyphen of its name.
    cut = next((mention for mention in mentions if mention.last == hyphen.index - 1 and mention.actors), None)
    if cut is None or not cut.actors[0].name:
        return cut
    rest = Span.cut(passage.parsed.text, hyphen.start, token.end).text
    return replace(cut, actors=(replace(cut.actors[0], name=cut.actors[0].name + rest), *cut.actors[1:]))
