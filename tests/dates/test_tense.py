"""The tense of a clause, from its words and from its parse."""

from __future__ import annotations

import pytest

from dragoman.dates.lexicon import load_lexicon
from dragoman.dates.tense import clause_tense, words_tense
from dragoman.dates.words import split_words
from dragoman.parse.tokens import Sentence, Token
from dragoman.record import RegionKind

WORDS = [
    ("They will meet @", "future"),
    ("They would meet @", "future"),
    ("They plan to meet @", "future"),
    ("They are to meet @", "future"),
    ("The treaty will be signed @", "future"),
    ("The treaty is to be formally signed @", "future"),
    ("Talks are scheduled @", "future"),
    ("They agreed to meet @", "future"),
    ("They met @", "past"),
    ("They arrived @", "past"),
    ("They have not spoken since @", "past"),
    ("He said he will leave @", "future"),
    ("They will meet after they talked @", "past"),
    ("@ they will meet", "future"),
    ("@ they met", "past"),
    ("They will meet again soon. @ they met", "past"),
    ("They meet @", None),
    ("@", None),
    ("talks @ in the capital", None),
    ("Will Smith and others @", "future"),
    ("Red Square @", None),
]


@pytest.mark.parametrize(("text", "tense"), WORDS)
def test_nearest_cue_of_the_sentence_tells_the_tense(text: str, tense: str | None) -> None:
    words = split_words(text)
    at = next(index for index, word in enumerate(words) if word.text == "@")
    assert words_tense(words, at, load_lexicon()) == tense


def sentence(rows: str, *, region: RegionKind = RegionKind.BODY) -> Sentence:
    """A sentence from rows "text lemma tag dep head"."""
    tokens: list[Token] = []
    start = 0
    for index, row in enumerate(rows.split(";")):
        text, lemma, tag, dep, head = row.split()
        tokens.append(Token(index, text, lemma, "", tag, dep, int(head), start, start + len(text)))
        start += len(text) + 1
    return Sentence(0, 0, region, tuple(tokens))


PARSES = [
    ("Talks talk NNS nsubj 2; will will MD aux 2; resume resume VB ROOT 2; on on IN prep 2; Friday friday NNP pobj 3",
     "future"),
    ("Talks talk NNS nsubj 1; failed fail VBD ROOT 1; on on IN prep 1; Friday friday NNP pobj 2", "past"),
    ("All all DT nsubj 1; agreed agree VBD ROOT 1; to to TO aux 3; meet meet VB xcomp 1; Friday friday NNP npadvmod 3",
     "future"),
    ("He he PRP nsubj 1; came come VBD ROOT 1; to to TO aux 3; sign sign VB advcl 1; Friday friday NNP npadvmod 3",
     "past"),
    ("Talks talk NNS ROOT 0; planned plan VBN acl 0; for for IN prep 1; Friday friday NNP pobj 2", "future"),
    ("Deal deal NN ROOT 0; signed sign VBN acl 0; on on IN prep 1; Friday friday NNP pobj 2", "past"),
    ("It it PRP nsubj 2; was be VBD auxpass 2; signed sign VBN ROOT 2; Friday friday NNP npadvmod 2", "past"),
    ("It it PRP nsubj 3; will will MD aux 3; be be VB auxpass 3; signed sign VBN ROOT 3; Friday friday NNP npadvmod 3",
     "future"),
    ("He he PRP nsubj 2; is be VBZ aux 2; flying fly VBG ROOT 2; in in RP prt 2; Friday friday NNP npadvmod 2",
     "future"),
    ("Talks talk NNS nsubj 1; begin begin VBP ROOT 1; on on IN prep 1; Friday friday NNP pobj 2", "future"),
    ("He he PRP nsubj 1; said say VBD ROOT 1; in in IN prep 1; the the DT det 5; upcoming upcoming JJ amod 5; "
     "Friday friday NNP pobj 2", "future"),
    ("He he PRP nsubj 1; knows know VBZ ROOT 1; Friday friday NNP npadvmod 1", None),
    ("Talks talk NNS ROOT 0; on on IN prep 0; Friday friday NNP pobj 1", None),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "tense"), PARSES)
def test_verb_that_governs_the_date_tells_the_tense(rows: str, tense: str | None) -> None:
    parsed = sentence(rows)
    date = next(token for token in parsed.tokens if token.text == "Friday")
    assert clause_tense(parsed, date, load_lexicon()) == tense


def test_present_tense_of_a_headline_tells_nothing() -> None:
    parsed = sentence("Talks talk NNS nsubj 1; open open VBP ROOT 1; Friday friday NNP npadvmod 1",
                      region=RegionKind.HEADLINE)  # fmt: skip
    assert clause_tense(parsed, parsed.tokens[-1], load_lexicon()) is None
