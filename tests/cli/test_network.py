"""`dragoman dyads` and `dragoman network`: pairs in order, networks of periods, and what is refused."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from store.factory import CHILE, cut, make_article, make_event

from dragoman.record import Record, When
from dragoman.store import Store

from .conftest import Answer

Cli = Callable[..., Answer]


@pytest.fixture
def stored(tmp_path: Path) -> None:
    """A default database: Chile with Peru a lot, with Bolivia and an organisation once, Bolivia with Peru at war."""
    told = [
        ("CHL", "PER", "2030-05-01", 1), ("CHL", "PER", "2031-02-01", 1), ("PER", "CHL", "2031-08-01", 1),
        ("CHL", "BOL", "2031-02-01", 1), ("CHL", "IGO", "2031-02-01", 1), ("BOL", "PER", "2031-02-03", -1),
    ]  # fmt: skip
    with Store.open(tmp_path / "dragoman.db") as store:
        for at, (doer, other, day, sign) in enumerate(told):
            kind = {"type": "AID", "quad": "material cooperation", "score": 10.0, "mode": None}
            war = {"type": "ASSAULT", "quad": "material conflict", "score": -9.0, "mode": None}
            event = make_event(
                actors=(replace(CHILE, country=doer),), recipients=(replace(CHILE, country=other),),
                date=When(cut("on 3 March 2031"), day, day, "day"), **(kind if sign > 0 else war),
            )  # fmt: skip
            store.save(Record(make_article(f"a-{at}"), events=(event,)), coder="1")


def pairs(cli: Cli, *options: object) -> list[tuple[str, str, int]]:
    answer = cli("dyads", "--format", "jsonl", *options)
    assert answer.status == 0, answer.err
    return [(each["first"], each["second"], each["count"]) for each in answer.lines()]


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize(
    ("options", "found"),
    [
        ([], [("CHL", "PER", 3), ("BOL", "CHL", 1), ("BOL", "PER", 1)]),
        (["--bodies"], [("CHL", "PER", 3), ("BOL", "CHL", 1), ("BOL", "PER", 1), ("CHL", "IGO", 1)]),
        (["--limit", "1"], [("CHL", "PER", 3)]),
        (["--directed"], [("CHL", "PER", 2), ("BOL", "PER", 1), ("CHL", "BOL", 1), ("PER", "CHL", 1)]),
        (["--types", "ASSAULT"], [("BOL", "PER", 1)]),
        (["--since", "2031-02-02"], [("BOL", "PER", 1), ("CHL", "PER", 1)]),
        (["--until", "2030-12-31", "--count", "happenings"], [("CHL", "PER", 1)]),
        (["--realis", "future"], []),
    ],
    ids=str,
)
def test_dyads_stand_in_the_order_of_their_events(cli: Cli, options: list[str], found: list[Any]) -> None:
    assert pairs(cli, *options) == found


@pytest.mark.usefixtures("stored")
def test_dyads_as_json_sheet_and_table(cli: Cli) -> None:
    first = json.loads(cli("dyads", "--format", "json").out)[0]
    assert first == {
        "first": "CHL", "second": "PER", "count": 3, "cooperation": 3, "conflict": 0, "score": 30.0, "mean": 10.0,
        "from": "2030-05", "to": "2031-08",
        "quads": {"verbal cooperation": 0, "material cooperation": 3, "verbal conflict": 0, "material conflict": 0},
    }  # fmt: skip
    rows = list(csv.DictReader(io.StringIO(cli("dyads", "--format", "csv").out)))
    assert [(row["first"], row["second"], row["score"]) for row in rows][0] == ("CHL", "PER", "30.0")
    answer = cli("dyads", "--limit", "2")
    assert "CHL–PER" in answer.out and "30.0" in answer.out
    assert "There are 1 more pairs. Show more: --limit 20" in answer.err


def networks(cli: Cli, *options: object) -> list[dict[str, Any]]:
    answer = cli("network", "--format", "jsonl", *options)
    assert answer.status == 0, answer.err
    return answer.lines()


@pytest.mark.usefixtures("stored")
def test_network_tells_partners_and_weights(cli: Cli) -> None:
    (network,) = networks(cli)
    assert (network["period"], network["ties_of"]) == (None, "all")
    assert [(each["state"], each["degree"], each["weight"]) for each in network["states"]] == [
        ("CHL", 2, 4), ("PER", 2, 4), ("BOL", 2, 2),
    ]  # fmt: skip
    assert [(each["first"], each["second"], each["weight"]) for each in network["ties"]] == [
        ("CHL", "PER", 3), ("BOL", "CHL", 1), ("BOL", "PER", 1),
    ]  # fmt: skip


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize(
    ("options", "found"),
    [
        (["--period", "year"], {"2030": 1, "2031": 3}),
        (["--period", "quarter"], {"2030-Q2": 1, "2031-Q1": 3, "2031-Q3": 1}),
        (["--period", "month"], {"2030-05": 1, "2031-02": 3, "2031-08": 1}),
        (["--period", "week"], {"2030-W18": 1, "2031-W05": 2, "2031-W06": 1, "2031-W31": 1}),
        (["--period", "day", "--since", "2031-08-01"], {"2031-08-01": 1}),
        (["--period", "2031"], {"2031": 3}),
        (["--period", "2031-q1", "--ties", "conflict"], {"2031-Q1": 1}),
        (["--period", "2031", "--until", "2031-02-02"], {"2031": 2}),
        (["--period", "year", "--least", "2"], {"2031": 1}),
        (["--ties", "cooperation", "--bodies"], {None: 3}),
    ],
    ids=str,
)
def test_networks_of_periods(cli: Cli, options: list[str], found: dict[str | None, int]) -> None:
    assert {each["period"]: len(each["ties"]) for each in networks(cli, *options)} == found


@pytest.mark.usefixtures("stored")
def test_network_in_every_format(cli: Cli) -> None:
    assert isinstance(json.loads(cli("network", "--format", "json").out), dict)
    assert len(json.loads(cli("network", "--period", "year", "--format", "json").out)) == 2
    rows = list(csv.DictReader(io.StringIO(cli("network", "--period", "year", "--format", "csv").out)))
    assert [(row["period"], row["first"], row["second"], row["weight"]) for row in rows][:2] == [
        ("2030", "CHL", "PER", "1"), ("2031", "CHL", "PER", "2"),
    ]  # fmt: skip
    assert "3 states, 3 ties, modularity" in cli("network").out
    assert "There are 2 more states" in cli("network", "--limit", "1").err
    years = cli("network", "--period", "year").out
    assert "2031" in years and "CHL, PER, BOL" in years


@pytest.mark.usefixtures("stored")
def test_network_is_drawn(cli: Cli, tmp_path: Path) -> None:
    assert cli("network", "--period", "2031", "--plot", "n.svg").status == 0
    drawn = (tmp_path / "n.svg").read_text()
    assert "Who deals with whom, 2031" in drawn and "BOL" in drawn and "IGO" not in drawn


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["network", "--period", "decade"], "'decade' is no period. Write it as 2024 (a year)"),
        (["network", "--period", "2031-13"], "'2031-13' is no period"),
        (["network", "--ties", "love"], "'love' makes no tie. Allowed: all, cooperation, conflict"),
        (
            ["network", "--period", "year", "--plot", "a.svg"],
            "--plot draws one network, and --period year asks for several",
        ),
        (["network", "--plot", "a.gif"], "Give a name that ends in .svg or .png"),
        (["network", "--since", "soon"], "'soon' is no day"),
        (["dyads", "--count", "words"], "'words' cannot be counted"),
        (["dyads", "--until", "2031"], "'2031' is no day"),
    ],
    ids=str,
)
def test_what_means_nothing_is_refused(cli: Cli, words: list[str], told: str) -> None:
    answer = cli(*words)
    assert (answer.status, answer.out) == (2, "")
    assert told in answer.err


@pytest.mark.usefixtures("stored")
def test_nothing_that_fits_is_told(cli: Cli, tmp_path: Path) -> None:
    for words in (["dyads", "--types", "COERCE"], ["network", "--period", "1999", "--plot", "a.svg"]):
        answer = cli(*words)
        assert (answer.status, answer.out) == (0, "")
        assert "no pair of states fits" in answer.err
    assert not (tmp_path / "a.svg").exists()
    assert json.loads(cli("network", "--period", "1999", "--format", "json").out)["ties"] == []
