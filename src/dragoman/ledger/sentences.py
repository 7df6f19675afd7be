"""Sentences: the sentences of a report's body, cut without a parser.

In: an Article. Out: Spans in order of the text, one paragraph never running into the next. A point behind an
abbreviation, a single letter or before a small letter ends nothing; where that is not sure two sentences stay one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..record import Article, Region, RegionKind, Span

_SHORT = frozenset(
    "mr mrs ms dr gen lt col maj capt sgt adm gov sen rep prof rev hon st no nos vol jan feb mar apr jun jul aug sep "
    "sept oct nov dec vs inc ltd co corp u.s u.k u.n e.u a.m p.m".split()
)
_END = re.compile(r"[.!?]+[\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9À-Þ])")
_LAST_WORD = re.compile(r"([\w.’']+?)\.$")


def find_sentences(article: Article) -> tuple[Span, ...]:
    """The sentences of the body; of the whole text where the article marks no regions."""
    regions: Sequence[Region] = article.regions or (Region(0, len(article.text), RegionKind.BODY),)
    found: list[Span] = []
    for region in regions:
        if region.kind is RegionKind.BODY:
            # A text that was changed by hand may be shorter than its regions.
            for paragraph in _split_paragraphs(article.text, region.start, min(region.end, len(article.text))):
                found.extend(_split_paragraph(article.text, *paragraph))
    return tuple(found)


def _split_paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Stretches between empty lines: a region may hold several where nothing marked them."""
    at = start
    for match in re.finditer(r"\n\s*\n", text[start:end]):
        yield at, start + match.start()
        at = start + match.end()
    yield at, end


def _split_paragraph(text: str, start: int, end: int) -> Iterator[Span]:
    at = start
    for match in _END.finditer(text, start, end):
        if _ends_sentence(text, at, match):
            if text[at : match.end()].strip():
                yield Span.cut(text, at, match.end())
            at = match.end()
    if text[at:end].strip():
        yield Span.cut(text, at, end)


def _ends_sentence(text: str, start: int, match: re.Match[str]) -> bool:
    if not match[0].startswith("."):
        return True
    word = _LAST_WORD.search(text, start, match.start() + 1)
    if word is None:
        return True
    plain = word[1].casefold()
    following = text[match.end() : match.end() + 1]
    if plain in _SHORT:
        # "on Sept. 1", "Gen. Smith"; but "in the U.S. The talks": an abbreviation of a state may end a sentence.
        return plain in ("u.s", "u.k", "u.n", "e.u", "a.m", "p.m") and text[match.end() : match.end() + 4] == "The "
    return not (len(plain) == 1 and plain.isalpha() and not following.isdigit())


def sentence_of(sentences: Sequence[Span], span: Span) -> Span | None:
    """The first sentence that shares a character with the span."""
    return next((each for each in sentences if each.overlaps(span)), None)
