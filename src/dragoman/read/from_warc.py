"""A WARC archive becomes articles, one for each HTML response with status 200.

In: a binary stream, unpacked. Out: Articles with the address of their record, and a ReadFailure for each page
without a report, for each record that is too large, and for a broken tail. Streams: only a record is bounded.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Protocol

from warcio.archiveiterator import ArchiveIterator

from ..errors import ReadError
from ..record import Article
from .build import Page
from .decode import MAX_TEXT, decode_text, find_declared
from .failure import ReadFailure
from .from_html import read_html

_HTML_TYPES = ("text/html", "application/xhtml+xml")
_CHARSET = re.compile(r"charset\s{0,3}=\s{0,3}[\"']?([\w.:-]{2,40})", re.IGNORECASE)


# The library ends in silence where an archive is cut off; a whole one ends with an empty line.
_RECORD_ENDS = (b"\r\n\r\n", b"\n\n")


class Pieces(Protocol):
    """A stream that can give what it has at hand."""

    def read1(self, size: int, /) -> bytes:
        """At most `size` bytes, fewer where fewer are at hand; none at the end."""
        ...


class _Tail(io.RawIOBase):
    """A stream that remembers the last bytes it gave."""

    def __init__(self, stream: Pieces) -> None:
        self._stream = stream
        self.last = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        # One piece at a time: a larger read would lose what stands before a break.
        chunk = self._stream.read1(len(buffer))
        buffer[: len(chunk)] = chunk
        self.last = (self.last + chunk[-4:])[-4:]
        return len(chunk)


def read_warc(stream: Pieces, page: Page, *, name: str) -> Iterator[Article | ReadFailure]:
    """The articles of a WARC stream; `name` stands in errors."""
    records = 0
    tail = _Tail(stream)
    try:
        for record in ArchiveIterator(tail):
            records += 1
            if _is_page(record):
                yield _read_record(record, page, name)
    except Exception as error:  # a broken archive makes the library fail in many ways
        yield _broken(name, records, str(error) or type(error).__name__)
        return
    if not tail.last.endswith(_RECORD_ENDS):
        yield _broken(name, records, "it ends in the middle of a record")


def _broken(name: str, records: int, why: str) -> ReadFailure:
    return ReadFailure(
        name,
        None,
        f"The archive is broken at record {records} or behind it: {why}. What stands before was read; fetch the file "
        "again for the rest.",
    )


def _is_page(record: Any) -> bool:
    if record.rec_type != "response" or record.http_headers is None:
        return False
    kind = (record.http_headers.get_header("Content-Type") or "").lower()
    return record.http_headers.get_statuscode() == "200" and kind.strip().startswith(_HTML_TYPES)


def _read_record(record: Any, page: Page, name: str) -> Article | ReadFailure:
    url = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ") or None
    label = f"The record of {url}"
    raw = record.content_stream().read(MAX_TEXT + 1)
    if len(raw) > MAX_TEXT:
        return ReadFailure(name, None, f"{label} is larger than {MAX_TEXT:,} bytes, the most read. It was skipped.")
    declared = _CHARSET.search(record.http_headers.get_header("Content-Type") or "")
    try:
        html = decode_text(raw, name=label, declared=declared[1] if declared else find_declared(raw))
        return read_html(html, replace(page, url=url), name=label)
    except ReadError as error:
        return ReadFailure(name, None, str(error))
