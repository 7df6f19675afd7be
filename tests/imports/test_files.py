"""Files: plain and packed tables, and what is refused."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path

import pytest

from dragoman.errors import ImportFileError
from dragoman.imports.files import find_tables, spool

CONTENT = b"a\tb\n" * 1000


def zipped(path: Path, **members: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/"), content)
    return path


@pytest.fixture
def packed(tmp_path: Path) -> dict[str, Path]:
    """The same table plain and packed, under names that say nothing."""
    (tmp_path / "plain").write_bytes(CONTENT)
    (tmp_path / "gz").write_bytes(gzip.compress(CONTENT))
    return {"plain": tmp_path / "plain", "gz": tmp_path / "gz", "zip": zipped(tmp_path / "zip", member=CONTENT)}


@pytest.mark.parametrize("form", ["plain", "gz", "zip"])
def test_files_are_read_by_what_they_hold(packed: dict[str, Path], form: str) -> None:
    (table,) = find_tables(packed[form])
    for _ in range(2):
        with table.reading() as stream:
            assert stream.read() == CONTENT
    assert table.label == ("zip:member" if form == "zip" else form)


def test_files_of_one_content_have_one_digest(packed: dict[str, Path]) -> None:
    digests = {find_tables(path)[0].digest() for path in packed.values()}
    assert len(digests) == 1 and len(digests.pop()) == 64


def test_files_of_an_archive_are_several_tables(tmp_path: Path) -> None:
    tables = find_tables(zipped(tmp_path / "all.zip", one=b"1\n", more__two=b"2\n", more__=b""))
    assert [table.label for table in tables] == ["all.zip:one", "all.zip:more/two"]
    assert len({table.digest() for table in tables}) == 2


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda path: None, "cannot be read: No such file"),
        (lambda path: path.mkdir(), "cannot be read: Is a directory"),
        (lambda path: path.write_bytes(gzip.compress(CONTENT)[:-9]), "damaged or cut off"),
        (lambda path: path.write_bytes(b"\x1f\x8bxx"), "damaged or cut off"),
        (lambda path: path.write_bytes(b"PK\x03\x04xx"), "damaged or cut off"),
        (lambda path: zipped(path), "an empty archive"),
        (lambda path: zipped(path, inner=gzip.compress(b"1")), r"holds packed files \(inner\)"),
    ],
)
def test_files_that_cannot_be_read_are_refused(tmp_path: Path, make: object, message: str) -> None:
    path = tmp_path / "file"
    make(path)  # type: ignore[operator]
    with pytest.raises(ImportFileError, match=message):
        [table.digest() for table in find_tables(path)]


def test_files_with_a_changed_byte_are_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "zip", member=bytes(range(256)) * 100)
    content = bytearray(path.read_bytes())
    content[60] ^= 0xFF
    path.write_bytes(content)
    with pytest.raises(ImportFileError, match="damaged or cut off"):
        find_tables(path)[0].digest()


def test_files_from_a_stream_are_copied_whole(tmp_path: Path) -> None:
    with (tmp_path / "kept").open("w+b") as kept:
        spool(io.BytesIO(CONTENT), kept)
    assert (tmp_path / "kept").read_bytes() == CONTENT
