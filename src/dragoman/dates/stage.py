"""The stage "dates": the calendar dates of an article, each clause read with the tense of its verb.

In: the article and its parse. Out: the Whens of all its sentences but those of furniture, in order of the text.
"""

from __future__ import annotations

from collections.abc import Callable

from ..parse.tokens import Parsed, Sentence
from ..record import Article, RegionKind, When
from ..stage import Stage
from .find import find_dates
from .lexicon import load_lexicon
from .tense import clause_tense


def find_article_dates(article: Article, parsed: Parsed) -> tuple[When, ...]:
    """The dates that the article names outside its furniture."""
    found: list[When] = []
    for sentence in parsed.sentences:
        if sentence.region == RegionKind.FURNITURE or not sentence.tokens:
            continue
        text = parsed.text[sentence.start : sentence.end]
        found += find_dates(text, published=article.published, tense_at=_tense_reader(sentence), offset=sentence.start)
    return tuple(found)


def _tense_reader(sentence: Sentence) -> Callable[[int], str | None]:
    """A function that tells the tense at a position of the sentence's text."""
    lexicon = load_lexicon()

    def read_tense(position: int) -> str | None:
        place = sentence.start + position
        token = next((token for token in sentence.tokens if token.start <= place < token.end), None)
        return None if token is None else clause_tense(sentence, token, lexicon)

    return read_tense


def stage() -> Stage:
    """The stage that finds the dates."""
    return Stage("dates", ("article", "parsed"), ("dates",), find_article_dates)
