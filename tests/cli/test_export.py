"""`dragoman export`: files, standard output, filters, and what is refused before anything is written."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.cli.export import Shown

from .conftest import Answer

Cli = Callable[..., Answer]


@pytest.fixture
def stored(cli: Cli, page: Path, tmp_path: Path) -> Path:
    """The default database with one article."""
    assert cli("code", "--published", "2025-06-04", page).status == 0
    return tmp_path / "dragoman.db"


def test_export_prints_what_code_prints(cli: Cli, page: Path, stored: Path) -> None:
    coded = cli("code", "--published", "2025-06-04", "--format", "jsonl", page)
    answer = cli("export", "--format", "jsonl")
    assert answer.status == 0
    assert answer.lines() == coded.lines()
    assert "dragoman.db: 1 records written" in answer.err


@pytest.mark.parametrize(("form", "kinds"), [("csv", 7), ("parquet", 7), ("gdelt", 2)])
def test_export_writes_several_files_into_a_folder(
    cli: Cli, stored: Path, tmp_path: Path, form: str, kinds: int
) -> None:
    answer = cli("export", "--format", form, "--out", "out")
    assert (answer.status, answer.out) == (0, "")
    assert "written to out" in answer.err
    assert len(list((tmp_path / "out").iterdir())) == kinds


def test_export_writes_one_kind_to_a_file_or_to_standard_output(cli: Cli, stored: Path, tmp_path: Path) -> None:
    shown = cli("export", "--format", "csv", "--kind", "claims")
    assert shown.out.startswith("article_id,")
    assert cli("export", "--format", "csv", "--kind", "claims", "--out", "said.csv").status == 0
    assert (tmp_path / "said.csv").read_bytes().decode() == shown.out
    assert cli("export", "--format", "csv", "--kind", "claims", "--out", "-").out == shown.out


def test_export_writes_over_nothing_unless_forced(cli: Cli, stored: Path, tmp_path: Path) -> None:
    (tmp_path / "out.txt").write_text("mine")
    answer = cli("export", "--format", "polecat", "--out", "out.txt")
    assert answer.status == 2
    assert "out.txt is there already" in answer.err
    assert (tmp_path / "out.txt").read_text() == "mine"
    assert cli("export", "--format", "polecat", "--out", "out.txt", "--force").status == 0
    assert (tmp_path / "out.txt").read_text().startswith("Event ID\t")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--format", "xlsx"], "'xlsx' is none. Allowed: jsonl"),
        (["--format", "csv"], "csv writes 7 files"),
        (["--format", "gdelt", "--kind", "claims"], "'claims' cannot stand in gdelt. Allowed: events"),
        (["--format", "csv", "--kind", "claims", "--since", "June"], "'June' given as since is no day"),
        (["--format", "csv", "--kind", "claims", "--until", "2025-02-30"], "given as until"),
        (["--format", "polecat", "--dyad", "GHA"], "requires 2 arguments"),
        ([], "--format"),
    ],
)
def test_export_refuses_what_it_cannot_do(cli: Cli, stored: Path, words: list[str], message: str) -> None:
    answer = cli("export", *words)
    assert answer.status == 2
    assert message in " ".join(answer.err.split())
    assert answer.out == ""


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ([], 1),
        (["--dyad", "gha", "ben"], 1),
        (["--kind", "events", "--dyad", "Benin", "Ghana"], 1),
        (["--dyad", "GHA", "TGO"], 0),
        (["--since", "2025-06-04"], 1),
        (["--since", "2025-06-05"], 0),
        (["--until", "2025-06-03"], 0),
    ],
)
def test_export_filters(cli: Cli, stored: Path, words: list[str], count: int) -> None:
    answer = cli("export", "--format", "jsonl", "--kind", "claims", "--kind", "agreements", *words)
    assert len(answer.lines()) == count
    if not count:
        assert "nothing fits" in answer.err


def test_export_says_what_it_leaves_out(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("ACCRA: Ghana did not sign a defence agreement with Benin on Tuesday.\n")
    coded = cli("code", "--published", "2025-06-04", "--format", "jsonl", "page.txt")
    realis = [event["realis"] for event in coded.lines()[0]["events"]]
    assert "negated" in realis
    answer = cli("export", "--format", "icews")
    assert f"left out: {realis.count('negated')} events planned, hypothetical or negated" in answer.err
    assert len(answer.out.splitlines()) == 1 + len(realis) - realis.count("negated")


def test_export_makes_no_database(cli: Cli, tmp_path: Path) -> None:
    answer = cli("export", "--format", "jsonl")
    assert answer.status == 1
    assert "There is no database" in answer.err
    assert list(tmp_path.iterdir()) == []


def test_export_says_where_it_cannot_write(cli: Cli, stored: Path) -> None:
    answer = cli("export", "--format", "gexf", "--out", "none/there/net.gexf")
    assert answer.status == 1
    assert "none/there cannot be written" in answer.err


def test_export_shows_a_terminal_nothing_that_steers_it(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = io.StringIO()
    monkeypatch.setattr(sys, "stdout", screen)
    shown = Shown()
    for part in ("a\x1b[31m\u202e".encode()[:8], "a\x1b[31m\u202e".encode()[8:], b",b\r\n"):
        shown.write(part)
    assert screen.getvalue() == "a\\x1b[31m\\u202e,b\n"


def test_export_is_read_by_a_reader_that_leaves(stored: Path, program: str, tmp_path: Path) -> None:
    import subprocess

    line = f"{program} export --format jsonl --db {stored} | head -c 20"
    run = subprocess.run(line, shell=True, cwd=tmp_path, capture_output=True, timeout=120, check=False)
    assert run.stdout == b'{"article": {"id": "'
    assert b"Traceback" not in run.stderr
