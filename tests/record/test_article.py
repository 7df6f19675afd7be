"""The stable name of parts, and what an article lets others rely on."""

from __future__ import annotations

import pytest

from dragoman.record import Article, RegionKind, digest


def test_a_digest_is_the_same_in_every_version() -> None:
    assert digest("article", 4, None) == "e2c0842ee6378f8f"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("ab", "c"), ("a", "bc")),
        (("a",), ("a", None)),
        (("a", "b"), ("b", "a")),
        (("A",), ("a",)),
    ],
)
def test_digests_of_different_parts_differ(first: tuple[object, ...], second: tuple[object, ...]) -> None:
    assert digest(*first) != digest(*second)


@pytest.mark.parametrize("part", ["", "\ud800", "\x00", "é" * 10_000, 3.5, None])
def test_a_digest_is_sixteen_hexadecimal_digits_whatever_the_part(part: object) -> None:
    name = digest(part)
    assert len(name) == 16
    assert set(name) <= set("0123456789abcdef")


def test_the_kinds_of_region_keep_their_words() -> None:
    assert [str(kind) for kind in RegionKind] == ["headline", "body", "caption", "digest", "furniture"]


def test_an_article_knows_nothing_that_its_page_did_not_say() -> None:
    article = Article("one", "Some words.")
    assert {article.title, article.url, article.publisher, article.published, article.updated} == {None}
    assert article.dateline is None
    assert article.regions == ()


def test_an_unknown_kind_of_region_is_refused() -> None:
    plain = {**Article("one", "text").to_dict(), "regions": [{"start": 0, "end": 4, "kind": "sidebar"}]}
    with pytest.raises(ValueError, match="sidebar"):
        Article.from_dict(plain)
