"""`dragoman dyad`: series, sheets, plots and the page about two states; what is refused."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from lxml import html as lxml_html
from store.factory import ANA, CHILE, PERU, cut, make_article, make_event, make_record

from dragoman.record import Record, When
from dragoman.store import Store

from .conftest import Answer

Cli = Callable[..., Answer]
HOSTILE = "<script>alert(1)</script> \x1b[31m $x$ [a](b)"


def when(first: str, last: str | None = None, precision: str = "day") -> When:
    return When(cut("on 3 March 2031"), first, last or first, precision)


@pytest.fixture
def stored(tmp_path: Path) -> Path:
    """A database of three articles about Chile and Peru."""
    act: dict[str, Any] = {"mode": None, "contexts": ("military",)}
    aid = {**act, "type": "AID", "quad": "material cooperation", "score": 10.0}
    blame = {
        **act,
        "type": "ACCUSE",
        "quad": "verbal conflict",
        "score": -3.0,
        "actors": (PERU,),
        "recipients": (CHILE,),
    }
    year = when("2030-01-01", "2030-12-31", "year")
    with Store.open(tmp_path / "dragoman.db") as store:
        store.save(
            make_record("one", events=(make_event(), make_event("e2", **aid, date=when("2031-05-20")))), coder="1"
        )
        events = (
            make_event(),
            make_event("e2", **blame, date=None, attribution=ANA),
            make_event("e3", **aid, date=year),
        )
        denied = make_event("e4", realis="negated", date=when("2031-03-04"))
        article = make_article(
            "two", title=HOSTILE, publisher=HOSTILE, url="javascript:alert(1)", published="2031-03-05"
        )
        store.save(Record(article, events=(*events, denied)), coder="1")
        store.save(
            Record(make_article("three"), events=(make_event(actors=(replace(CHILE, country="BOL"),)),)), coder="1"
        )
    return tmp_path / "dragoman.db"


def series(cli: Cli, *options: object, pair: tuple[str, str] = ("CHL", "PER")) -> dict[str, Any]:
    answer = cli("dyad", *pair, "--format", "json", *options)
    assert answer.status == 0, answer.err
    plain: dict[str, Any] = json.loads(answer.out)
    return plain


def counts(plain: dict[str, Any]) -> dict[str, int]:
    return {period["period"]: period["count"] for period in plain["periods"]}


@pytest.mark.usefixtures("stored")
def test_dyad_counts_by_month_with_the_empty_ones(cli: Cli) -> None:
    plain = series(cli)
    assert counts(plain) == {"2031-03": 3, "2031-04": 0, "2031-05": 1}
    assert (plain["total"], plain["unplaced"], plain["changes"]) == (5, 1, [])
    first = plain["periods"][0]
    assert first["quads"] == {
        "verbal cooperation": 2, "material cooperation": 0, "verbal conflict": 1, "material conflict": 0,
    }  # fmt: skip
    assert first["types"] == {"ACCUSE": 1, "CONSULT": 2}
    assert (first["score"], first["mean"], first["cooperation"], first["conflict"]) == (5.0, 1.6667, 8.0, -3.0)
    assert (first["dated"], first["attributed"], first["from"], first["to"]) == (2, 1, "2031-03-01", "2031-03-31")
    assert plain["periods"][1]["mean"] is None
    topics = {each["context"]: each["count"] for each in plain["topics"]}
    assert topics == {"military": 3, "economic": 2}


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize(
    ("options", "counted"),
    [
        (["--by", "year"], {"2030": 1, "2031": 4}),
        (["--by", "quarter"], {"2031-Q1": 3, "2031-Q2": 1}),
        (["--by", "WEEK", "--until", "2031-03-20"], {"2031-W10": 3, "2031-W11": 0, "2031-W12": 0}),
        (["--by", "day", "--until", "2031-03-05"], {"2031-03-03": 2, "2031-03-04": 0, "2031-03-05": 1}),
        (["--types", "aid"], {"2031-05": 1}),
        (["--types", "AID,CONSULT", "--types", "ACCUSE", "--until", "2031-03-31"], {"2031-03": 3}),
        (["--directed", "--until", "2031-03-31"], {"2031-03": 2}),
        (["--no-attributed", "--until", "2031-03-31"], {"2031-03": 2}),
        (["--realis", "negated"], {"2031-03": 1}),
        (["--realis", "actual,negated", "--until", "2031-03-31"], {"2031-03": 4}),
        (["--count", "happenings", "--until", "2031-03-31"], {"2031-03": 2}),
        (["--since", "2031-04-01", "--until", "2031-06-10"], {"2031-04": 0, "2031-05": 1, "2031-06": 0}),
        (["--types", "ASSAULT"], {}),
    ],
    ids=str,
)  # fmt: skip
def test_dyad_counts_what_is_asked_for(cli: Cli, options: list[str], counted: dict[str, int]) -> None:
    assert counts(series(cli, *options)) == counted


@pytest.mark.usefixtures("stored")
def test_dyad_is_the_same_from_either_side_but_for_its_direction(cli: Cli) -> None:
    turned = series(cli, pair=("per", "chl"))
    assert turned["periods"] == series(cli)["periods"]
    assert counts(series(cli, "--directed", pair=("PER", "CHL"))) == {"2031-03": 1}


@pytest.mark.usefixtures("stored")
def test_dyad_as_lines_as_a_sheet_and_as_a_table(cli: Cli) -> None:
    lines = cli("dyad", "CHL", "PER", "--format", "jsonl").lines()
    assert [line["period"] for line in lines] == ["2031-03", "2031-04", "2031-05"]
    assert {(line["first"], line["second"]) for line in lines} == {("CHL", "PER")}
    rows = list(csv.DictReader(io.StringIO(cli("dyad", "CHL", "PER", "--format", "csv").out)))
    assert [(row["period"], row["count"], row["type:AID"], row["score:verbal conflict"]) for row in rows] == [
        ("2031-03", "3", "0", "-3.0"), ("2031-04", "0", "0", "0.0"), ("2031-05", "1", "1", "0.0"),
    ]  # fmt: skip
    table = cli("dyad", "CHL", "PER").out
    assert "Chile (CHL) – Peru (PER)" in table
    assert "5 mentions by month (1 by their day of publication, 1 in no single month, 1 in somebody's words)" in table
    assert "2031-04" not in table
    assert "Chile (CHL) → Peru (PER)" in cli("dyad", "CHL", "PER", "--directed").out


@pytest.mark.usefixtures("stored")
def test_dyad_without_events_says_so(cli: Cli) -> None:
    answer = cli("dyad", "CHL", "FRA")
    assert (answer.status, answer.out) == (0, "")
    assert "no event between CHL and FRA fits" in answer.err
    assert series(cli, pair=("CHL", "FRA"))["periods"] == []


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["XXX", "PER"], "'XXX' is no code of a state. Allowed: ISO 3166-1 alpha-3"),
        (["CHL", "Peru"], "Peru is PER."),
        (["CHL", "chl"], "are one state. Give two."),
        (["CHL", "PER", "--by", "decade"], "'decade' is no period to count by. Allowed: day, week, month"),
        (["CHL", "PER", "--since", "soon"], "'soon' is no day"),
        (["CHL", "PER", "--since", "2031-02-01", "--until", "2031-01-01"], "2031-02-01 is after --until 2031-01-01"),
        (["CHL", "PER", "--realis", "true"], "'true' is no realis. Allowed: actual"),
        (["CHL", "PER", "--count", "words"], "'words' cannot be counted. Allowed: mentions, happenings"),
        (["CHL", "PER", "--plot", "a.pdf"], "Give a name that ends in .svg or .png"),
        (["CHL", "PER", "--html"], "--html is a way to print the page of --brief"),
        (["CHL", "PER", "--brief", "--directed"], "Leave one of them out"),
        (["CHL", "PER", "--brief", "--format", "csv"], "--brief is a page and no sheet"),
        (["CHL", "PER", "--brief", "--html", "--format", "json"], "exclude each other"),
    ],
    ids=str,
)  # fmt: skip
def test_dyad_refuses_what_means_nothing(cli: Cli, words: list[str], told: str) -> None:
    answer = cli("dyad", *words)
    assert (answer.status, answer.out) == (2, "")
    assert told in answer.err


def test_dyad_makes_no_database(cli: Cli, tmp_path: Path) -> None:
    answer = cli("dyad", "CHL", "PER")
    assert answer.status == 1
    assert "There is no database dragoman.db" in answer.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize("name", ["a.svg", "b.png"])
def test_dyad_is_drawn_beside_its_figures(cli: Cli, tmp_path: Path, name: str) -> None:
    answer = cli("dyad", "CHL", "PER", "--format", "jsonl", "--plot", name)
    assert (answer.status, len(answer.lines())) == (0, 3)
    assert f"drawn: {name}" in answer.err
    drawn = (tmp_path / name).read_bytes()
    assert drawn.startswith(b"\x89PNG") if name.endswith("png") else etree.fromstring(drawn).tag.endswith("svg")


@pytest.mark.usefixtures("stored")
def test_dyad_that_cannot_be_drawn_or_written_gives_status_1(cli: Cli) -> None:
    nothing = cli("dyad", "CHL", "FRA", "--plot", "a.svg")
    assert nothing.status == 1
    assert "There is no event between Chile and France to draw" in nothing.err
    nowhere = cli("dyad", "CHL", "PER", "--plot", "no/such/folder/a.svg")
    assert nowhere.status == 1
    assert "The plot cannot be written to" in nowhere.err


def walk(plain: Any) -> list[dict[str, Any]]:
    """Every statement of a page as JSON."""
    if isinstance(plain, dict):
        return [*([plain] if "citations" in plain else []), *(each for value in plain.values() for each in walk(value))]
    return [each for value in plain for each in walk(value)] if isinstance(plain, list) else []


def test_brief_cites_words_that_stand_in_their_article(cli: Cli, stored: Path) -> None:
    plain = json.loads(cli("dyad", "CHL", "PER", "--brief", "--format", "json").out)
    found = walk(plain)
    assert len(found) >= 10
    with Store.open(stored, create=False) as store:
        for statement in found:
            assert statement["citations"]
            for each in statement["citations"]:
                record = store.get(each["article"])
                assert record is not None
                assert record.article.text[each["start"] : each["end"]] == each["text"]
                assert (record.article.publisher, record.article.published) == (each["outlet"], each["published"])


@pytest.mark.usefixtures("stored")
def test_brief_tells_what_the_findings_tell(cli: Cli) -> None:
    plain = json.loads(cli("dyad", "CHL", "PER", "--brief", "--format", "json").out)
    told = {section["name"]: [each["text"] for each in walk(section)] for section in plain["sections"]}
    assert plain["summary"]["text"].startswith(
        "2 articles with 5 events between Chile and Peru: 2 of verbal cooperation"
    )
    assert told["timeline"] == [
        "On 2031-05-20: AID, Chile towards Peru.",
        "Reported on 2031-03-05: ACCUSE, Peru towards Chile, in the words of trade minister Ana Quispe (PER).",
        "On 2031-03-03: CONSULT (visit), Chile towards Peru.",
    ]
    assert told["contradictions"] == [
        "CONSULT (visit), Chile towards Peru: the outlet reports that it was done, on 2031-03-03; "
        "the outlet reports that it was not, on 2031-03-04."
    ]
    assert told["one-side"] == [
        "trade minister Ana Quispe (PER) says: ACCUSE, Peru towards Chile, reported on 2031-03-05."
    ]
    assert told["agreements"] == ["Protocol of Chile, Peru: signed by 2033-12-31, for 2031-01-01 to …."]
    assert told["meetings"] == ["Meeting of Chile, Peru in Arica on 2031-03-03: Chile (CHL), Peru (PER)."]
    assert told["officials"] == ["Ana Quispe, trade minister, Peru; in an article published on 2031-03-04."]
    (timeline,) = [section for section in plain["sections"] if section["name"] == "timeline"]
    assert timeline["left_out"] == 1
    assert [each["reports"] for each in timeline["statements"]] == [1, 1, 2]


@pytest.mark.usefixtures("stored")
def test_brief_in_markdown_and_html_leaves_hostile_words_alone(cli: Cli) -> None:
    markdown = cli("dyad", "CHL", "PER", "--brief").out
    assert markdown.startswith("# Chile – Peru\n")
    assert "<script>" not in markdown and "\x1b" not in markdown and "javascript:" not in markdown
    html = cli("dyad", "CHL", "PER", "--brief", "--html").out
    page = lxml_html.fromstring(html)
    assert page.xpath("//script") == [] and len(page.xpath("//svg")) == 1
    assert "<script>alert(1)</script>" in page.text_content() and "\x1b" not in html
    assert "javascript:" not in html


@pytest.mark.usefixtures("stored")
def test_brief_of_a_few_days_holds_only_what_lies_in_them(cli: Cli) -> None:
    plain = json.loads(cli("dyad", "CHL", "PER", "--brief", "--since", "2031-05-01", "--format", "json").out)
    assert {each["published"] for each in plain["summary"]["citations"]} == {"2031-03-04"}
    told = {section["name"]: [each["text"] for each in walk(section)] for section in plain["sections"]}
    assert told == {
        "timeline": ["On 2031-05-20: AID, Chile towards Peru."],
        "agreements": ["Protocol of Chile, Peru: signed by 2033-12-31, for 2031-01-01 to …."],
    }


@pytest.mark.usefixtures("stored")
def test_brief_of_nothing_says_so(cli: Cli) -> None:
    answer = cli("dyad", "CHL", "FRA", "--brief")
    assert answer.status == 0
    assert "nothing is known of CHL and FRA together" in answer.err
