"""`dragoman ledger` and `dragoman claims` over a small store."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from ledger.factory import claim, event, pact, promise, record

from dragoman.record import Span
from dragoman.store import Store

from .conftest import Answer

Cli = Callable[..., Answer]
CABLE = "Kenya and Uganda agreed to lay a fibre cable of 300 km under the lake by the end of June 2020."
LATER = "They will lay the fibre cable under the lake by December 2020, six months later than planned."
LOAN = "Norway promised to lend Kenya $40 million by 2019."
PACT = "Kenya and Uganda signed a treaty on a road to Jinja on Monday."
CHARGED = "Kenya accused Uganda of closing the sluice. Uganda denied that it had closed the sluice."
HOSTILE = "Norway will lend \x1b[31mKenya $9 million."


@pytest.fixture
def db(tmp_path: Path) -> str:
    """Four articles with two promises, one of them moved, a treaty and a dispute."""
    first = CHARGED[: CHARGED.index(" Uganda denied")]
    records = [
        record("a", "2018-03-01", CABLE, promise(CABLE, CABLE[17:-1], amount=300, unit="km", deadline="2020-06")),
        record("b", "2019-02-01", LATER, promise(LATER, LATER[10:-1], deadline="2020-12")),
        record("n", "2018-01-01", LOAN, promise(LOAN, LOAN[7:-1], parties=("KEN", "NOR"), amount=40_000_000,
                                               currency="USD", deadline="2019")),
        record("p", "2020-04-08", PACT, pact(PACT, "a treaty on a road to Jinja", topics=("economic",),
                                             day=("2020-04-06", "2020-04-06"))),
        record("c", "2020-01-02", CHARGED,
               event(CHARGED, "accused", "ACCUSE", "KEN", "UGA", evidence=Span(0, len(first), first)),
               claim(CHARGED, "Kenya accused Uganda of closing the sluice", "KEN", rule="accused", about=("UGA",)),
               claim(CHARGED, "Uganda denied that it had closed the sluice", "UGA", rule="denied", about=("KEN",))),
    ]  # fmt: skip
    file = tmp_path / "some.db"
    with Store.open(file) as store:
        store.save_many(records, coder="1")
    return str(file)


def test_the_table_shows_what_is_due_and_what_became_of_it(cli: Cli, db: str) -> None:
    answer = cli("ledger", "--db", db, "--as-of", "2020-07-01")
    rows = [line.split() for line in answer.out.splitlines()[2:]]
    assert answer.status == 0 and answer.err == ""
    assert [row[1] for row in rows] == ["promise", "promise", "treaty"]
    assert "2019-12-31: no report" in answer.out.splitlines()[2]
    assert "2020-12-31" in answer.out.splitlines()[3] and "no report" not in answer.out.splitlines()[3]
    assert all(len(line) <= 160 for line in answer.out.splitlines())


@pytest.mark.parametrize("width", ["80", "60"])
def test_the_table_fits_a_narrow_terminal(cli: Cli, db: str, width: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", width)
    answer = cli("ledger", "--db", db)
    assert answer.status == 0
    assert all(len(line) <= int(width) for line in answer.out.splitlines())


FILTERS: list[tuple[tuple[str, ...], list[str]]] = [
    ((), ["n", "a", "p"]),
    (("--due", "2020"), ["a"]),
    (("--due", "2020-12"), ["a"]),
    (("--due", "2021"), []),
    (("--party", "nor"), ["n"]),
    (("--party", "KEN", "--party", "UGA"), ["a", "p"]),
    (("--kind", "agreement"), ["p"]),
    (("--kind", "commitment"), ["n", "a"]),
    (("--min-amount", "4e7", "--currency", "usd"), ["n"]),
    (("--min-amount", "5e7", "--currency", "USD"), []),
    (("--status", "signed"), ["p"]),
    (("--overdue", "--as-of", "2020-07-01"), ["n"]),
    (("--overdue", "--as-of", "2021-01-01"), ["n", "a"]),
    (("--topic", "economic"), ["p"]),
    (("--limit", "1"), ["n"]),
]


@pytest.mark.parametrize(("options", "articles"), FILTERS)
def test_lines_are_chosen(cli: Cli, db: str, options: tuple[str, ...], articles: list[str]) -> None:
    answer = cli("ledger", "--db", db, "--format", "jsonl", *options)
    assert answer.status == 0
    assert [line["entries"][0]["article"] for line in answer.lines()] == articles
    assert ("fits" in answer.err) is (articles == [])
    assert ("Show more" in answer.err) is (options == ("--limit", "1"))


def test_json_tells_how_a_line_stands(cli: Cli, db: str) -> None:
    (line,) = json.loads(cli("ledger", "--db", db, "--due", "2020", "--as-of", "2021-01-01", "--format", "json").out)
    assert (line["due"], line["overdue"], line["due_text"]) == ("2020-12-31", True, "due 2020-12-31: no report")
    assert [entry["change"] for entry in line["entries"]] == ["announced", "postponed"]
    assert line["entries"][1]["words"]["text"] == LATER
    assert line["status"] == "open"


def test_csv_has_one_row_a_line(cli: Cli, db: str) -> None:
    rows = list(csv.DictReader(io.StringIO(cli("ledger", "--db", db, "--format", "csv").out)))
    assert [(row["parties"], row["deadline"], row["amount"]) for row in rows] == [
        ("KEN|NOR", "2019", "40000000.0"), ("KEN|UGA", "2020-12", "300.0"), ("KEN|UGA", "", "")
    ]  # fmt: skip
    assert rows[1]["entries"] == "announced 2018-03-01|postponed 2019-02-01"


def test_one_line_is_shown_with_its_words(cli: Cli, db: str) -> None:
    (line,) = cli("ledger", "--db", db, "--due", "2020", "--format", "jsonl").lines()
    answer = cli("ledger", line["id"][:6], "--db", db, "--as-of", "2020-07-01")
    assert answer.status == 0
    told = " ".join(answer.out.split())
    for words in (CABLE, LATER, "2. 2019-02-01 postponed by 2020-12", "due 2020-12-31", "Paper of b", "the same by"):
        assert words in told
    assert json.loads(cli("ledger", line["id"], "--db", db, "--format", "json").out)[0]["id"] == line["id"]


def test_what_is_said_does_not_steer_the_terminal(cli: Cli, tmp_path: Path) -> None:
    with Store.open(tmp_path / "h.db") as store:
        store.save(record("h", "2018-01-01", HOSTILE, promise(HOSTILE, HOSTILE[7:-1])), coder="1")
    for form in ("table", "json", "csv"):
        assert "\x1b" not in cli("ledger", "--db", "h.db", "--format", form).out
    assert "\x1b" not in cli("claims", "--contested", "--db", "h.db").out


WRONG: list[tuple[tuple[str, ...], int, str]] = [
    (("ledger", "--due", "28"), 2, "is no year, month or day"),
    (("ledger", "--min-amount", "3"), 2, "--min-amount needs --currency"),
    (("ledger", "--kind", "event"), 2, "no lines of the kind 'event'. Allowed: agreement, commitment"),
    (("ledger", "--status", "broken"), 2, "'broken' is no status of a line. Allowed: proposed"),
    (("ledger", "--as-of", "today"), 2, "The day 'today' is no day"),
    (("ledger", "--format", "xml"), 2, "'xml' is no format. Allowed: table, json, jsonl, csv"),
    (("ledger", "0123"), 1, "No line of the ledger has an id that is or begins with '0123'"),
    (("ledger", "0123", "--format", "xml"), 2, "'xml' is no format"),
    (("claims", "--since", "then"), 2, "The day 'then' is no day"),
    (("claims", "--contested", "--until", "then"), 2, "The day 'then' is no day"),
]


@pytest.mark.parametrize(("words", "status", "message"), WRONG)
def test_what_means_nothing_is_refused(cli: Cli, db: str, words: tuple[str, ...], status: int, message: str) -> None:
    answer = cli(*words, "--db", db)
    assert (answer.status, answer.out) == (status, "")
    assert message in answer.err


@pytest.mark.parametrize("command", ["ledger", "claims"])
def test_a_missing_database_is_named(cli: Cli, command: str) -> None:
    answer = cli(command)
    assert answer.status == 1 and "dragoman.db" in answer.err


def test_a_topic_that_does_not_ship_is_hinted_at(cli: Cli, db: str) -> None:
    answer = cli("ledger", "--db", db, "--topic", "fish")
    assert answer.status == 0 and "'fish' is no context that ships: " in answer.err


# -- claims -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "count"),
    [
        ((), 2),
        (("--speaker", "ken"), 1),
        (("--about", "KEN"), 1),
        (("--speaker", "KEN", "--about", "KEN"), 0),
        (("--search", "closed sluice"), 1),
        (("--since", "2020-01-03"), 0),
        (("--until", "2020-01-02"), 2),
        (("--limit", "1"), 1),
    ],
)
def test_claims_are_chosen(cli: Cli, db: str, options: tuple[str, ...], count: int) -> None:
    answer = cli("claims", "--db", db, "--format", "jsonl", *options)
    assert answer.status == 0 and len(answer.lines()) == count
    assert ("no claim fits" in answer.err) is (count == 0)


def test_a_claim_is_shown_with_its_speaker_and_words(cli: Cli, db: str) -> None:
    told = cli("claims", "--db", db, "--speaker", "UGA").out
    assert "2020-01-02" in told and "UGA" in told and "Uganda denied that it had closed the sluice" in told


def test_the_accounts_of_both_sides_stand_next_to_each_other(cli: Cli, db: str) -> None:
    told = cli("claims", "--db", db, "--contested").out
    assert "1 charge: Kenya, KEN (Paper of c, 2020-01-02, c)" in told
    assert "2 denial: Uganda, UGA (Paper of c, 2020-01-02, c)" in told
    assert "differ in denial: charge: KEN (1); denial: UGA (2)" in told
    (contest,) = cli("claims", "--db", db, "--contested", "--format", "jsonl").lines()
    assert contest["contested"] is True and [each["stance"] for each in contest["accounts"]] == ["charge", "denial"]


@pytest.mark.parametrize(
    ("options", "count"),
    [(("--about", "UGA"), 1), (("--about", "NOR"), 0), (("--speaker", "KEN"), 1), (("--search", "sluice"), 1),
     (("--search", "bridge"), 0), (("--since", "2020-01-03"), 0)],
)  # fmt: skip
def test_contests_are_chosen(cli: Cli, db: str, options: tuple[str, ...], count: int) -> None:
    answer = cli("claims", "--db", db, "--contested", "--format", "jsonl", *options)
    assert answer.status == 0 and len(answer.lines()) == count
    assert ("nothing contested fits" in answer.err) is (count == 0)
