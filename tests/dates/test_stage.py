"""The stage over a parsed article; parses are written by hand."""

from __future__ import annotations

from dragoman.dates import stage
from dragoman.parse.tokens import Parsed, Sentence, Token
from dragoman.record import Article, RegionKind

TEXT = "Photo of May 2, 2024.\nThe envoys will meet on Friday.\nThe envoys met on Friday."


def parse(text: str, *, first_kind: RegionKind = RegionKind.FURNITURE) -> Parsed:
    """Each line a sentence; the verb heads everything, "will" is its auxiliary."""
    tags = {"will": ("MD", "aux"), "meet": ("VB", "ROOT"), "met": ("VBD", "ROOT")}
    sentences, offset = [], 0
    for number, line in enumerate(text.split("\n")):
        words = line.rstrip(".").split()
        root = next((at for at, word in enumerate(words) if word in ("meet", "met")), 0)
        tokens, start = [], offset
        for index, word in enumerate(words):
            tag, dep = tags.get(word, ("NN", "dep"))
            tokens.append(Token(index, word, word.lower(), "", tag, dep, root, start, start + len(word)))
            start += len(word) + 1
        sentences.append(Sentence(number, number, first_kind if number == 0 else RegionKind.BODY, tuple(tokens)))
        offset += len(line) + 1
    return Parsed(text, tuple(sentences))


def test_stage_names_what_it_needs_and_gives() -> None:
    dates = stage()
    assert (dates.name, dates.needs, dates.gives) == ("dates", ("article", "parsed"), ("dates",))


def test_stage_reads_each_clause_by_its_verb_and_skips_furniture() -> None:
    whens = stage().run(Article("a", TEXT, published="2025-06-04"), parse(TEXT))
    assert isinstance(whens, tuple)
    assert all(when.span.proves(TEXT) for when in whens)
    assert [(when.span.text, when.start) for when in whens] == [("Friday", "2025-06-06"), ("Friday", "2025-05-30")]


def test_stage_reads_captions() -> None:
    whens = stage().run(Article("a", TEXT, published="2025-06-04"), parse(TEXT, first_kind=RegionKind.CAPTION))
    assert [when.start for when in whens] == ["2024-05-02", "2025-06-06", "2025-05-30"]


def test_stage_leaves_relative_dates_out_where_publication_is_unknown() -> None:
    assert stage().run(Article("a", TEXT), parse(TEXT)) == ()
