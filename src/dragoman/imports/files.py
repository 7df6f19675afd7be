"""Files: tables of other event data as streams, plain, packed with gzip, or in a zip archive.

In: a path. Out: its tables, each with a digest of its content and a way to read it from the start. What a file is, its
content decides, not its name. Refuses (ImportFileError) what cannot be read, is damaged or locked; nothing is unpacked
onto the disk.
"""

from __future__ import annotations

import gzip
import hashlib
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol

from ..errors import ImportFileError

GZIP, ZIP = b"\x1f\x8b", b"PK\x03\x04"
EMPTY_ZIP = b"PK\x05\x06"
# Bytes read at once for the digest.
CHUNK = 1 << 20
# What a packed file that is cut off or changed raises.
DAMAGE = (gzip.BadGzipFile, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError)


class Readable(Protocol):
    """What is read of a stream of bytes, packed or not."""

    def read(self, size: int = -1, /) -> bytes:
        """So many bytes, all without a size; none at the end."""

    def readline(self, size: int = -1, /) -> bytes:
        """A line with its end, at most so many bytes of it; nothing at the end."""


@dataclass(frozen=True, slots=True)
class TableFile:
    """A table: its file, its name in an archive, and `open`, which gives its unpacked bytes from the start."""

    path: Path
    name: str
    member: str | None
    open: Callable[[], AbstractContextManager[Readable]]

    @property
    def label(self) -> str:
        """The name for messages."""
        return self.name if self.member is None else f"{self.name}:{self.member}"

    def digest(self) -> str:
        """The SHA-256 of the unpacked content, in hexadecimal digits; the whole table is read once for it."""
        summed = hashlib.sha256()
        with self.reading() as stream:
            while chunk := stream.read(CHUNK):
                summed.update(chunk)
        return summed.hexdigest()

    @contextmanager
    def reading(self) -> Iterator[Readable]:
        """The stream; what goes wrong while it is read comes out as an ImportFileError."""
        with explain(self.label), self.open() as stream:
            yield stream


@contextmanager
def explain(label: str) -> Iterator[None]:
    """Raise what goes wrong with a file as an ImportFileError."""
    try:
        yield
    except DAMAGE as error:
        raise ImportFileError(f"{label} is damaged or cut off ({error}). Get it again.") from error
    except RuntimeError as error:
        # The library has no class of its own for a locked archive.
        if "password" not in str(error):
            raise
        raise ImportFileError(f"{label} is locked with a password. Unpack it first.") from error
    except OSError as error:
        raise ImportFileError(f"{label} cannot be read: {error.strerror or error}. Check the path.") from error


def find_tables(path: Path, *, name: str | None = None) -> list[TableFile]:
    """The tables of a file; `name` is what it is called where the path is not its own."""
    called = name or path.name
    with explain(str(path)):
        with path.open("rb") as stream:
            head = stream.read(len(ZIP))
        if head.startswith((ZIP, EMPTY_ZIP)):
            return _find_members(path, called)
        if head.startswith(GZIP):
            return [TableFile(path, called, None, lambda: closing(gzip.open(path, "rb")))]
    return [TableFile(path, called, None, lambda: path.open("rb"))]


def _find_members(path: Path, called: str) -> list[TableFile]:
    with zipfile.ZipFile(path) as archive:
        members = [entry.filename for entry in archive.infolist() if not entry.is_dir()]
        packed = [member for member in members if _is_packed(archive, member)]
    if packed:
        raise ImportFileError(f"{called} holds packed files ({packed[0]}). Unpack it and give these files.")
    if not members:
        raise ImportFileError(f"{called} is an empty archive. Give a file with a table of events.")
    return [TableFile(path, called, member, _opener(path, member)) for member in members]


def _is_packed(archive: zipfile.ZipFile, member: str) -> bool:
    with archive.open(member) as stream:
        return stream.read(len(ZIP)).startswith((ZIP, GZIP))


def _opener(path: Path, member: str) -> Callable[[], AbstractContextManager[Readable]]:
    @contextmanager
    def open_member() -> Iterator[Readable]:
        with zipfile.ZipFile(path) as archive, archive.open(member) as stream:
            yield stream

    return open_member


def spool(stream: Readable, target: IO[bytes]) -> None:
    """Copy a stream that can be read once only to a file that can be read again."""
    while chunk := stream.read(CHUNK):
        target.write(chunk)
    target.flush()
