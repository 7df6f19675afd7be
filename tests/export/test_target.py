"""Targets: a file is there whole or not at all, and nothing is written over unasked."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from dragoman.errors import ExportError
from dragoman.export.target import FileTarget


def write(paths: dict[str, Path], *, force: bool = False, content: bytes = b"new") -> None:
    with FileTarget(paths, force=force) as target:
        for name in paths:
            target.open(name).write(content)


def test_target_gives_files_their_names(tmp_path: Path) -> None:
    write({"a": tmp_path / "new" / "a.csv", "b": tmp_path / "new" / "b.csv"})
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == ["a.csv", "b.csv"]
    assert (tmp_path / "new" / "a.csv").read_bytes() == b"new"


def test_target_shows_no_file_before_the_end(tmp_path: Path) -> None:
    with FileTarget({"a": tmp_path / "a.csv"}, force=False) as target:
        target.open("a").write(b"half")
        assert not (tmp_path / "a.csv").exists()
    assert (tmp_path / "a.csv").read_bytes() == b"half"


@pytest.mark.parametrize(
    "error", [RuntimeError("power cut"), KeyboardInterrupt(), BrokenPipeError(errno.EPIPE, "gone")]
)
def test_target_leaves_nothing_behind_when_it_is_broken_off(tmp_path: Path, error: BaseException) -> None:
    with pytest.raises(type(error)), FileTarget({"a": tmp_path / "new" / "a"}, force=False) as target:
        target.open("a").write(b"half")
        raise error
    assert list(tmp_path.iterdir()) == []


def test_target_says_that_the_disk_is_full_and_keeps_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    full = OSError(errno.ENOSPC, "No space left on device")
    with (
        pytest.raises(ExportError, match="a cannot be written: No space left on device"),
        FileTarget({"a": tmp_path / "a"}, force=True) as target,
    ):
        target.open("a").write(b"half")
        raise full
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
    assert (tmp_path / "a").read_bytes() == b"old"


def test_target_writes_over_nothing_unless_forced(tmp_path: Path) -> None:
    paths = {"a": tmp_path / "a", "b": tmp_path / "b"}
    (tmp_path / "b").write_bytes(b"old")
    with pytest.raises(ExportError, match=r"b is there already\. Give another path to --out, or --force"):
        write(paths)
    assert [path.name for path in tmp_path.iterdir()] == ["b"]
    write(paths, force=True)
    assert [path.read_bytes() for path in paths.values()] == [b"new", b"new"]


def test_target_leaves_a_file_that_another_program_made_meanwhile(tmp_path: Path) -> None:
    with (
        pytest.raises(ExportError, match="was made by another program meanwhile"),
        FileTarget({"a": tmp_path / "a"}, force=False) as target,
    ):
        target.open("a").write(b"new")
        (tmp_path / "a").write_bytes(b"theirs")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"theirs")]


def test_target_works_where_the_file_system_has_no_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*names: object) -> None:
        raise OSError(errno.EPERM, "not permitted")

    monkeypatch.setattr("dragoman.export.target.os.link", refuse)
    write({"a": tmp_path / "a"})
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"new")]


@pytest.mark.parametrize(
    ("path", "message"),
    [
        (".", "is a folder"),
        ("/dev/null", "is no file"),
        ("none/there/a", "none/there cannot be written: No such file"),
        ("file/a", "cannot be written"),
    ],
)
def test_target_says_where_it_cannot_write(tmp_path: Path, path: str, message: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(ExportError, match=message):
        write({"a": tmp_path / path})
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


def test_target_keeps_other_files_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_bytes(b"mine")
    write({"a": tmp_path / "a"}, force=True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "notes.txt"]
