"""`dragoman import`: files into the database, several at once, killed half way, and out again."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.store import Store

from .conftest import Answer

Cli = Callable[..., Answer]
HEADER = "Event ID\tEvent Date\tEvent Type\tActor Country\tRecipient Country\n"


def write_rows(path: Path, *ids: str, kind: str = "AID") -> Path:
    path.write_text(HEADER + "".join(f"{name}\t2031-03-03\t{kind}\tCHL\tPER\n" for name in ids))
    return path


def ids(place: Path) -> list[str]:
    with Store.open(place, create=False) as store:
        return [event.source_id for event in store.imported(dyad=("CHL", "PER"))]


def test_import_makes_the_database_and_says_what_a_file_brought(cli: Cli, tmp_path: Path) -> None:
    answer = cli("import", write_rows(tmp_path / "a.txt", "1", "2"), "--format", "polecat")
    assert (answer.status, answer.err) == (0, "")
    assert answer.out == "a.txt: 2 added, 0 there already, 0 skipped\n"
    assert ids(tmp_path / "dragoman.db") == ["1", "2"]


def test_import_again_doubles_nothing(cli: Cli, tmp_path: Path) -> None:
    path = write_rows(tmp_path / "a.txt", "1", "2")
    for _ in range(2):
        answer = cli("import", path, "--format", "polecat", "--db", "other.db")
    assert answer.out == "a.txt: 0 added, 2 there already, 0 skipped\n"
    assert ids(tmp_path / "other.db") == ["1", "2"]


def test_import_reports_bad_rows_with_their_lines_and_keeps_the_rest(cli: Cli, tmp_path: Path) -> None:
    path = write_rows(tmp_path / "a.txt", "1", "2", kind="A\x1bD")
    path.write_text(path.read_text().replace("1\t2031-03-03\tA\x1bD", "1\t2031-03-03\tAID"))
    answer = cli("import", path, write_rows(tmp_path / "b.txt", "3"), tmp_path / "none.txt", "--format", "polecat")
    assert answer.status == 1
    first, second = answer.err.splitlines()
    assert first.startswith("dragoman: a.txt, line 3: Event Type is 'A\\x1bD'. Allowed: AGREE")
    assert first.endswith("The row is skipped.")
    assert second == f"dragoman: {tmp_path}/none.txt cannot be read: No such file or directory. Check the path."
    assert ids(tmp_path / "dragoman.db") == ["1", "3"]


def test_import_reads_standard_input(cli: Cli, tmp_path: Path) -> None:
    rows = write_rows(tmp_path / "a.txt", "1").read_bytes()
    assert cli("import", "-", "--format", "polecat", stdin=rows).out == "stdin: 1 added, 0 there already, 0 skipped\n"


def test_import_undo_removes_what_a_file_brought(cli: Cli, tmp_path: Path) -> None:
    one, two = write_rows(tmp_path / "a.txt", "1", "2"), write_rows(tmp_path / "b.txt", "2", "3")
    cli("import", one, two, "--format", "polecat")
    assert cli("import", "--undo", one).out == "a.txt: 2 removed\n"
    assert ids(tmp_path / "dragoman.db") == ["3"]
    two.unlink()
    assert cli("import", "--undo", "b.txt").out == "b.txt: 1 removed\n"
    again = cli("import", "--undo", "b.txt")
    assert again.status == 1
    assert "No file 'b.txt' was imported" in again.err
    assert ids(tmp_path / "dragoman.db") == []


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["a.txt"], "lacks --format. Allowed: --format polecat or gdelt"),
        (["a.txt", "--format", "icews"], "'icews', which is none"),
        (["--format", "gdelt"], "Missing argument"),
    ],
)
def test_import_refuses_what_it_cannot_do(cli: Cli, tmp_path: Path, words: list[str], message: str) -> None:
    write_rows(tmp_path / "a.txt", "1")
    answer = cli("import", *words)
    assert answer.status == 2
    assert message in answer.err
    assert not (tmp_path / "dragoman.db").exists()


def test_import_undo_makes_no_database(cli: Cli, tmp_path: Path) -> None:
    assert cli("import", "--undo", "a.txt").status == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="needs a signal that cannot be caught")
def test_import_that_is_killed_leaves_a_clean_state_and_goes_on(program: str, tmp_path: Path) -> None:
    count = 12_000
    path = write_rows(tmp_path / "a.txt", *(f"{number:06}" for number in range(count)))
    words = [program, "import", str(path), "--format", "polecat", "--db", "killed.db"]
    run = subprocess.Popen(words, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        deadline = time.monotonic() + 60
        while count_rows(tmp_path / "killed.db") == 0 and time.monotonic() < deadline and run.poll() is None:
            time.sleep(0.01)
    finally:
        run.send_signal(signal.SIGKILL)
        run.wait(timeout=60)
    with Store.open(tmp_path / "killed.db", create=False) as store:
        (file,) = store.imported_files()
        assert store.check() == []
    assert 0 < file.events <= count and file.events % 1000 == 0
    again = subprocess.run(words, cwd=tmp_path, capture_output=True, timeout=120, check=True, text=True)
    assert again.stdout == f"a.txt: {count - file.events} added, {file.events} there already, 0 skipped\n"
    assert len(set(ids(tmp_path / "killed.db"))) == count_rows(tmp_path / "killed.db") == count


def count_rows(place: Path) -> int:
    if not place.exists():
        return 0
    connection = sqlite3.connect(f"file:{place}?mode=ro", uri=True)
    try:
        return int(connection.execute("SELECT COUNT(*) FROM imported_events").fetchone()[0])
    except sqlite3.OperationalError:
        return 0
    finally:
        connection.close()
