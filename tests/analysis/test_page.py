"""Pages: every sentence with its source, and hostile words that stay words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from lxml import html as lxml_html
from markdown_it import MarkdownIt

from dragoman.analysis.briefing import Briefing, Material, make_briefing
from dragoman.analysis.main_events import Group
from dragoman.analysis.page import escape_markdown, render_html, render_markdown, web_address
from dragoman.record import Span
from dragoman.record.found import FindingRow, Found

from .found import (
    ANA,
    DAY,
    found,
    make_agreement,
    make_claim,
    make_commitment,
    make_condition,
    make_event,
    make_meeting,
    row,
    seen,
)  # fmt: skip

HOSTILE = '<script>alert("x")</script> [a](javascript:x) ![b](http://c) `code` **bold** &lt; $1$ | # ~~no~~'
URL = "https://news.example/1?a=(1)&b=<"


def make_material(**changes: Any) -> Material:
    event = row(make_event())
    values: dict[str, Any] = {
        "codes": ("PER", "CHL"), "names": {"PER": "Peru", "CHL": "Chile"}, "since": "2031-01-01", "until": None,
        "quads": {"verbal cooperation": 3, "verbal conflict": 0, "material conflict": 1}, "articles": 2,
        "first": event, "last": row(make_event(id="e9"), article_id="art-9", day="2031-04-01"),
        "groups": [(Group("PER", "CHL", "2031-03-03", "CONSULT", 2, 4.0, True), found(make_event(), make_event()))],
        "groups_left_out": 4,
        "agreements": found(make_agreement(), make_agreement(), make_agreement(status="ratified")),
        "commitments": found(make_commitment()), "meetings": found(make_meeting(), count=7),
        "conditions": found(make_condition()), "claims": (found(make_claim(), count=3), Found((), 0)),
        "attributed": found(make_event(attribution=ANA)),
        "denied": [(event, row(make_event(realis="negated", date=DAY), article_id="art-3"))],
        "officials": ([seen(), seen("Ana QUISPE"), seen("Luz Rojas", "envoy")], []),
    }  # fmt: skip
    return Material(**{**values, **changes})


def sections(briefing: Briefing) -> dict[str, Any]:
    return {section.name: section for section in briefing.sections}


def test_a_briefing_counts_and_cites_the_first_and_the_last_event() -> None:
    summary = make_briefing(make_material()).summary
    assert summary is not None
    assert summary.text == (
        "2 articles with 4 events between Peru and Chile: 3 of verbal cooperation, 1 of material conflict; the first "
        "of those with a known day on 2031-03-03, the last on 2031-04-01."
    )
    assert [each.article for each in summary.citations] == ["art-1", "art-9"]


def test_a_briefing_has_the_sections_that_hold_something_and_no_other() -> None:
    assert list(sections(make_briefing(make_material()))) == [
        "timeline", "agreements", "commitments", "contradictions", "one-side", "claims", "meetings", "officials",
        "conditions",
    ]  # fmt: skip
    empty = make_briefing(Material(("PER", "CHL"), {}, None, None, {}, 0))
    assert (empty.summary, empty.sections, empty.names) == (None, (), ("PER", "CHL"))


def test_a_briefing_puts_reports_together_that_say_the_same_and_counts_what_is_left_out() -> None:
    found = sections(make_briefing(make_material()))
    assert [each.reports for each in found["agreements"].statements] == [2, 1]
    assert (found["meetings"].left_out, found["claims"].left_out, found["timeline"].left_out) == (6, 2, 4)
    assert [(each.text, each.reports) for each in found["officials"].sides[0][1]] == [
        ("Ana Quispe, trade minister, Peru; in an article published on 2031-03-04.", 2),
        ("Luz Rojas, envoy, Peru; in an article published on 2031-03-04.", 1),
    ]


def test_words_of_somebody_else_are_no_words_of_either_side() -> None:
    third = replace(ANA, country="BOL")
    material = make_material(attributed=found(make_event(attribution=third)))
    assert "one-side" not in sections(make_briefing(material))


def statements(plain: Any) -> list[dict[str, Any]]:
    """Every statement of a briefing as JSON."""
    if isinstance(plain, dict):
        own = [plain] if "citations" in plain else []
        return own + [each for value in plain.values() for each in statements(value)]
    return [each for value in plain for each in statements(value)] if isinstance(plain, list) else []


def test_every_statement_is_cited_with_article_outlet_day_and_words() -> None:
    found = statements(make_briefing(make_material()).to_dict())
    assert len(found) == 12
    for statement in found:
        assert statement["citations"]
        for each in statement["citations"]:
            assert each["article"] and each["outlet"] and each["published"]
            assert each["end"] - each["start"] == len(each["text"]) > 0


def test_pages_show_every_statement_and_its_words() -> None:
    briefing = make_briefing(make_material())
    page = " ".join(lxml_html.fromstring(render_html(briefing)).text_content().split())
    markdown = " ".join(render_markdown(briefing).split())
    for statement in statements(briefing.to_dict()):
        for words in (statement["text"], *(each["text"] for each in statement["citations"])):
            assert words in page
            assert words in markdown
    assert "### 2031-03" in markdown and "Nothing in the store." in markdown
    assert "4 more are not shown." in page and "Only what lies from 2031-01-01." in page


def hostile(finding: Any) -> FindingRow:
    evidence = Span(0, len(HOSTILE), HOSTILE)
    return row(replace(finding, evidence=evidence), title=HOSTILE, publisher=HOSTILE, url="javascript:alert(1)")


def hostile_briefing() -> Briefing:
    who = replace(ANA, name=HOSTILE, role=HOSTILE)
    claim = hostile(make_claim(speaker=who))
    commitment = hostile(make_commitment(what=HOSTILE, promised_by=(who,)))
    return make_briefing(make_material(claims=(Found((claim,), 1),) * 2, commitments=Found((commitment,), 1)))


def test_hostile_words_stay_words_in_html() -> None:
    text = render_html(hostile_briefing(), plot="<svg><g/></svg>")
    page = lxml_html.fromstring(text)
    assert HOSTILE in " ".join(page.text_content().split())
    assert page.xpath("//script") == []
    assert [name for element in page.iter() for name in element.attrib if str(name).startswith("on")] == []
    assert {str(link).split(":")[0] for link in page.xpath("//@href")} == {"https"}
    assert len(page.xpath("//svg")) == 1


def test_hostile_words_stay_words_in_markdown() -> None:
    page = lxml_html.fromstring(MarkdownIt("gfm-like", {"linkify": False}).render(render_markdown(hostile_briefing())))
    assert HOSTILE in " ".join(page.text_content().split())
    assert {str(element.tag) for element in page.iter()} <= set("div h1 h2 h3 p ul li blockquote a".split())
    assert {str(link).split(":")[0] for link in page.xpath("//@href")} == {"https"}


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        ("a\n\n# b", "a \\# b"),
        ("1. one", "1\\. one"),
        ("- one", "\\- one"),
        ("3.5 million", "3\\.5 million"),
        ("in 3.5", "in 3.5"),
        ("<b>&amp;", "\\<b\\>\\&amp;"),
        ("back\\slash", "back\\\\slash"),
    ],
)
def test_marks_of_markdown_lose_their_meaning(words: str, plain: str) -> None:
    assert escape_markdown(words) == plain


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://news.example/a_(b)", "https://news.example/a_%28b%29"),
        ("http://news.example", "http://news.example"),
        ("javascript:alert(1)", None),
        ("https://news.example/a b", None),
        ('https://x/"><script>', None),
        ("//news.example", None),
        ("data:text/html,x", None),
        ("", None),
        (None, None),
    ],
)
def test_pages_lead_to_addresses_of_the_web_only(url: str | None, address: str | None) -> None:
    assert web_address(url) == address


def test_pages_link_the_article_where_its_address_is_of_the_web() -> None:
    briefing = make_briefing(make_material())
    assert "[Neighbours talk](<https://news.example/1>)" in render_markdown(briefing)
    assert 'href="https://news.example/1"' in render_html(briefing)
    unknown = make_briefing(make_material(first=row(make_event(), title=None, publisher=None, published=None, url=URL)))
    assert "outlet not named, no day, no headline (art-1, 0–42)" in render_markdown(unknown)
