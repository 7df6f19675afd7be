import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import ReadError
from dragoman.read import ReadFailure, read_inputs
from dragoman.read.build import Page
from dragoman.read.from_html import read_html
from dragoman.record import RegionKind

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Two towns share a ferry | The Ondra Herald</title>
<meta property="og:site_name" content="The Ondra Herald"><link rel="canonical" href="https://herald.example/a/1">
%(head)s</head><body><nav><a href="/">Home</a> <a href="/w">World news</a></nav>
<header><h1>Two towns share a ferry</h1></header>
<article><p class="byline">By Jane Roe</p>%(top)s
<figure><img src="a.jpg"><figcaption>The mayors wave from the new ferry on the river Ondra.</figcaption></figure>
<ul><li>Mayors sign a contract over forty crossings a day</li><li>Farmers had waited for nine years</li></ul>
<p><strong>BREZNA:</strong> The mayors of the two river towns on Monday signed a <a href="/x">contract</a> over a ferry,
officials of both towns said.</p>
<p>They smiled.</p>
<p>“We want <em>trade</em>,” the mayor said after the ceremony, which many farmers from both banks attended in spite of
the heavy rain.</p>
<h2>Nine years of talks</h2>
<p>The talks had lasted for nine years and were twice broken off over the price of a crossing, which is now settled.</p>
<aside class="related"><h3>Related</h3><ul><li><a href="1">Storm hits the coast of Avaria again</a></li></ul></aside>
<div class="share-bar">Share on Chirper</div>
<p>Trade between the towns stood at 3 million crowns in the year before the ferry sank, the towns said on 12 March 2019.
</p></article>
<div class="related-links"><figure><img src="b.jpg"><figcaption>A storm at the coast</figcaption></figure>
<p>Storm hits the coast of Avaria for the third time</p></div>
<footer>&copy; 2018 The Ondra Herald. All rights reserved. Updated 1 January 2018</footer></body></html>"""


def page(head="", top=""):
    return PAGE % {"head": head, "top": top}


def read(html, **known):
    return read_html(html, Page(**known), name="x")


def words(article, kind):
    return [article.text[region.start : region.end] for region in article.regions if region.kind is kind]


def test_html_gives_title_publisher_url_and_dateline():
    article = read(page())
    assert article.title == "Two towns share a ferry"
    assert (article.publisher, article.url) == ("The Ondra Herald", "https://herald.example/a/1")
    assert (article.dateline, article.published, article.updated) == ("BREZNA", None, None)


def test_html_keeps_every_paragraph_in_order():
    body = words(read(page()), RegionKind.BODY)
    assert [paragraph.split()[0] for paragraph in body] == ["The", "They", "“We", "The", "Trade"]
    assert body[0] == (
        "The mayors of the two river towns on Monday signed a contract over a ferry, officials of both towns said."
    )


def test_html_marks_captions_points_and_headings():
    article = read(page())
    assert words(article, RegionKind.CAPTION) == ["The mayors wave from the new ferry on the river Ondra."]
    assert len(words(article, RegionKind.DIGEST)) == 2
    assert "Nine years of talks" in words(article, RegionKind.HEADLINE)


@pytest.mark.parametrize("words", ["World news", "Storm", "Share on", "All rights", "A storm at"])
def test_html_leaves_out_what_stands_around_the_report(words):
    assert words not in read(page()).text


@pytest.mark.parametrize(
    ("head", "top", "published", "updated"),
    [
        ('<meta property="article:published_time" content="2021-05-03T22:10:00-05:00">', "", "2021-05-03", None),
        ('<meta itemprop="datePublished" content="3 May 2021">', "", "2021-05-03", None),
        ("", '<time itemprop="datePublished" datetime="2021-05-03">Monday</time>', "2021-05-03", None),
        ("", '<time datetime="2021-05-03T08:00">3 May 2021</time>', "2021-05-03", None),
        (
            '<script type="application/ld+json">{"datePublished": "2021-05-03", "dateModified":"2021-05-04"}</script>',
            "",
            "2021-05-03",
            "2021-05-04",
        ),
        ('<script type="application/ld+json">{"datePublished": "2021-05-03", broken</script>', "", "2021-05-03", None),
        ('<meta property="article:modified_time" content="2021-05-04">', "", "2021-05-04", "2021-05-04"),
        ("", "<p>Published: 3 May 2021</p>", "2021-05-03", None),
        ("", "<p>Published: 04/05/2021</p>", None, None),
        ("", '<div class="date">04/05/2021</div>', None, None),
        ('<meta name="date" content="nonsense">', "", None, None),
        ("", "", None, None),
    ],
)
def test_html_gives_a_day_only_where_the_page_does(head, top, published, updated):
    article = read(page(head, top))
    assert (article.published, article.updated) == (published, updated)


def test_html_takes_the_users_day_only_where_the_page_has_none():
    head = '<meta property="article:published_time" content="2021-05-03">'
    assert read(page(), fallback="2021-06-01").published == "2021-06-01"
    assert read(page(head), fallback="2021-06-01").published == "2021-05-03"


@pytest.mark.parametrize(
    "html",
    [
        "<p>OSLO: The two towns agreed on Monday.<p>They <b>signed</b> it.<div class=share>Share</div>",
        "<html><body><div>OSLO: The two towns agreed on Monday.<br><br>They signed it.</div></body>",
        "<body><article><p>OSLO: The two towns agreed on Monday.</p><p>They signed it.",
        "<table><tr><td>OSLO: The two towns agreed on Monday.</td><td>They signed it.</td></tr></table>",
        '<?xml version="1.0" encoding="utf-16"?>'
        "<html><p>OSLO: The two towns agreed on Monday.</p><p>They signed it.</p>",
        "<script>alert(1)</script><p>OSLO: The two towns agreed on Monday.</p>"
        "<p>They signed it.</p><style>p {}</style>",
    ],
)
def test_html_reads_short_and_broken_pages(html):
    article = read(html)
    assert words(article, RegionKind.BODY) == ["The two towns agreed on Monday.", "They signed it."]
    assert article.dateline == "OSLO"


def test_html_keeps_a_break_inside_a_sentence_as_a_space():
    assert words(read("<p>The two towns<br>agreed.<br>They signed it.</p>"), RegionKind.BODY) == [
        "The two towns agreed.",
        "They signed it.",
    ]


def test_html_finds_captions_by_class_once():
    article = read(
        "<main><div class='wp-caption'><img><p class='wp-caption-text'>A river bank</p></div>"
        "<p>The towns agreed.</p><p>They signed it.</p></main>"
    )
    assert words(article, RegionKind.CAPTION) == ["A river bank"]
    assert len(words(article, RegionKind.BODY)) == 2


@pytest.mark.parametrize(
    "html",
    ["<html></html>", "<html><nav><a href=x>Home</a></nav></html>", "<script>x</script>", "<div>" * 900, "<!-- x -->"],
)
def test_html_without_a_report_is_refused(html):
    with pytest.raises(ReadError, match="x holds no text|cannot be parsed"):
        read(html)


def test_html_with_too_many_elements_is_refused():
    with pytest.raises(ReadError, match="elements"):
        read("<p>" * 300_000)


def test_html_entities_of_an_own_document_type_stay_unexpanded():
    bomb = "<!DOCTYPE html [" + "".join(f'<!ENTITY e{number} "{f"&e{number - 1};" * 50}">' for number in range(1, 9))
    article = read(bomb + "]><html><body><p>The towns &e8; agreed.</p><p>They signed it.</p></body></html>")
    assert len(article.text) < 2000


@given(st.text(alphabet="<>/pdivah1\"'=&;! \nOne.", max_size=300))
def test_html_takes_any_markup(markup):
    for found in read_inputs(["-"], stdin=io.BytesIO(("<html>" + markup).encode())):
        if not isinstance(found, ReadFailure):
            at = 0
            for region in found.regions:
                assert at <= region.start < region.end <= len(found.text)
                at = region.end
