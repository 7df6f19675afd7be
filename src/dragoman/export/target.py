"""Target: where an export goes, so that a file is there whole or not at all.

In: a path, a folder or a stream. Out: streams of bytes under names. Files get their names when all of them are
complete; refuses (ExportError) to write over a file that is there already without `force`.
"""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Protocol, Self

from ..errors import ExportError


class Target(Protocol):
    """What a format writes to: `open` gives the stream for one of its files."""

    def open(self, name: str) -> BinaryIO:
        """The stream for the file that the format calls `name`."""


class StreamTarget:
    """A single stream that is open already, such as standard output."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def open(self, name: str) -> BinaryIO:
        """The stream; a format that needs several files cannot be written to one."""
        return self._stream


class FileTarget:
    """Files by the names that a format gives them, or by other paths. Use it in a `with` block: they get their names at
    its end, and none of them where it raises."""

    def __init__(self, paths: dict[str, Path], *, force: bool) -> None:
        self._paths = paths
        self._force = force
        self._parts: dict[Path, Path] = {}
        self._streams: list[BinaryIO] = []
        self._made: Path | None = None

    def open(self, name: str) -> BinaryIO:
        """A new file that will have the path of `name`."""
        path = self._paths[name]
        part = path.with_name(f".{path.name}.{secrets.token_hex(6)}.part")
        try:
            stream = part.open("xb")
        except OSError as error:
            raise _explain(error, path) from error
        self._parts[path] = part
        self._streams.append(stream)
        return stream

    def __enter__(self) -> Self:
        require_free(list(self._paths.values()), force=self._force)
        for folder in {path.parent for path in self._paths.values()}:
            try:
                # Only the last folder is made: a longer way that is not there is most often misspelt.
                folder.mkdir()
                self._made = folder
            except FileExistsError:
                pass
            except OSError as error:
                raise _explain(error, folder) from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._close(keep=error is None)
            if error is None:
                self._publish()
        except OSError as failed:
            self._discard()
            raise _explain(failed, next(iter(self._paths.values()))) from failed
        except BaseException:
            self._discard()
            raise
        if error is not None:
            self._discard()
        if isinstance(error, OSError) and error.errno not in (errno.EPIPE, None):
            raise _explain(error, next(iter(self._paths.values()))) from error

    def _close(self, *, keep: bool) -> None:
        """Close all streams; on the disk before they get their names, where they are kept."""
        for stream in self._streams:
            try:
                if keep and not stream.closed:
                    stream.flush()
                    os.fsync(stream.fileno())
                stream.close()
            except OSError:
                if keep:
                    raise
        self._streams = []

    def _publish(self) -> None:
        for path, part in list(self._parts.items()):
            if self._force:
                part.replace(path)
            else:
                _name_new(part, path)
            del self._parts[path]

    def _discard(self) -> None:
        """Remove what was written, and the folder where it was made for it and is empty."""
        for part in self._parts.values():
            part.unlink(missing_ok=True)
        self._parts = {}
        if self._made is not None and not any(self._made.iterdir()):
            self._made.rmdir()


def require_free(paths: Sequence[Path], *, force: bool) -> None:
    """Raise ExportError where a file is there already, or something that is no file."""
    for path in paths:
        if path.is_dir():
            raise ExportError(f"{path} is a folder. Allowed: a file. Give --out the path of a file in it.")
        if path.exists() and not path.is_file():
            raise ExportError(f"{path} is no file. Allowed: a file, or - for standard output. Give another to --out.")
        if path.exists() and not force:
            raise ExportError(f"{path} is there already. Give another path to --out, or --force to write over it.")


def _name_new(part: Path, path: Path) -> None:
    """Give a finished file its name. Raises ExportError where another program has made one of that name meanwhile."""
    try:
        # Unlike a rename, a link never takes the place of a file.
        os.link(part, path)
    except FileExistsError as error:
        raise ExportError(f"{path} was made by another program meanwhile; it was left as it is.") from error
    except OSError:
        # Some file systems have no links; the moment between look and rename is the best that is left.
        require_free([path], force=False)
        part.replace(path)
        return
    part.unlink()


def _explain(error: OSError, path: Path) -> ExportError:
    return ExportError(
        f"{path} cannot be written: {error.strerror}. Check the folder, its rights and the room on the disk; "
        "no file was made."
    )
