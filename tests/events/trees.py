"""Sentences built by hand with tags, and mentions in them, so that rules are tested without a parser."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.actors.mention import Mention
from dragoman.parse.tokens import Parsed, Sentence, Token
from dragoman.record import Actor, RegionKind, Span

_POS = {
    **dict.fromkeys(("NN", "NNS"), "NOUN"),
    **dict.fromkeys(("NNP", "NNPS"), "PROPN"),
    **dict.fromkeys(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"), "VERB"),
    **dict.fromkeys(("PRP", "WDT", "WP"), "PRON"),
    **dict.fromkeys(("TO", "POS"), "PART"),
    **dict.fromkeys(("DT", "PRP$"), "DET"),
    **{"MD": "AUX", "IN": "ADP", "RP": "ADP", "JJ": "ADJ", "RB": "ADV", "WRB": "SCONJ", "CC": "CCONJ", "CD": "NUM"},
}


def make_tree(rows: str, *, start: int = 0, index: int = 0) -> Sentence:
    """A body sentence from `word=lemma TAG dep head` rows parted by ";"; the lemma is left out where it is the word in
    lower case. Words stand a blank apart from offset `start`."""
    tokens: list[Token] = []
    at = start
    for number, row in enumerate(rows.split(";")):
        spelt, tag, dep, head = row.split()
        word, _, lemma = spelt.partition("=")
        pos = "AUX" if dep in ("aux", "auxpass") and tag != "TO" else _POS.get(tag, "X")
        tokens.append(Token(number, word, lemma or word.lower(), pos, tag, dep, int(head), at, at + len(word)))
        at += len(word) + 1
    return Sentence(index, 0, RegionKind.BODY, tuple(tokens))


def make_parsed(*sentences: Sentence) -> Parsed:
    """The sentences as an article, a blank between words."""
    return Parsed(" ".join(token.text for sentence in sentences for token in sentence.tokens), sentences)


def words(tokens: Sequence[Token]) -> list[str]:
    """The words of tokens."""
    return [token.text for token in tokens]


def token(sentence: Sentence, word: str) -> Token:
    """The first token that is `word`."""
    return next(each for each in sentence.tokens if each.text == word)


def span(sentence: Sentence, first: str, last: str | None = None) -> Span:
    """The span from one word to another of the sentence."""
    one, other = token(sentence, first), token(sentence, last or first)
    text = " ".join(words(sentence.tokens[one.index : other.index + 1]))
    return Span(one.start, other.end, text)


def mention(
    sentence: Sentence, word: str, country: str | None, *, kind: str = "state", name: str | None = None
) -> Mention:
    """A mention of one word; it means nobody where neither country nor name is given."""
    at, words_of = token(sentence, word), span(sentence, word)
    actors = (Actor(words_of, name=name, country=country),) if country or name else ()
    return Mention(sentence.index, at.index, at.index, at.index, words_of, kind, actors)


# Kenya urged Uganda to withdraw troops
URGED = make_tree(
    "Kenya NNP nsubj 1; urged=urge VBD ROOT 1; Uganda NNP dobj 1; to TO aux 4; withdraw VB xcomp 1; "
    "troops=troop NNS dobj 4"
)
# Kenya refused to resume talks with Uganda
REFUSED = make_tree(
    "Kenya NNP nsubj 1; refused=refuse VBD ROOT 1; to TO aux 3; resume VB xcomp 1; talks=talk NNS dobj 3; "
    "with IN prep 4; Uganda NNP pobj 5"
)
# Kenya was attacked by Uganda and Togo
ATTACKED = make_tree(
    "Kenya NNP nsubjpass 2; was=be VBD auxpass 2; attacked=attack VBN ROOT 2; by IN agent 2; Uganda NNP pobj 3; "
    "and CC cc 4; Togo NNP conj 4"
)
# Kenya accused Uganda of attacking Togo
ACCUSED = make_tree(
    "Kenya NNP nsubj 1; accused=accuse VBD ROOT 1; Uganda NNP dobj 1; of IN prep 1; attacking=attack VBG pcomp 3; "
    "Togo NNP dobj 4"
)
