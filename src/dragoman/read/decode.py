"""Bytes become text: byte order mark, declared charset, UTF-8, UTF-16 without mark, then detection.

In: the bytes of one document. Out: its text, free of NUL and lone surrogates. Refuses: empty and binary bytes, with
the name of the format where its first bytes are known (ReadError). Single broken bytes are replaced, never fatal.
"""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from ..errors import ReadError

# What a page or a record may hold: the longest news pages are below 1 MB, and the parser needs about a hundred
# times the size of a text in memory.
MAX_TEXT = 20_000_000

# Kinds, charsets and control characters show in the opening; reading more of it changes no verdict.
SAMPLE = 65_536

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"PK\x03\x04", "ZIP (also DOCX, XLSX, EPUB)"),
    (b"PK\x05\x06", "ZIP"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"RIFF", "RIFF (WEBP, WAV, AVI)"),
    (b"\xd0\xcf\x11\xe0", "old Microsoft Office"),
    (b"{\\rtf", "RTF"),
    (b"\x7fELF", "ELF program"),
    (b"SQLite format 3\x00", "SQLite"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"\x28\xb5\x2f\xfd", "zstandard"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"Rar!", "RAR"),
    (b"PAR1", "Parquet"),
    (b"ID3", "MP3"),
    (b"OggS", "Ogg"),
    (b"\x00\x00\x01\x00", "ICO"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
)
_CHARSET = re.compile(rb"""charset\s{0,3}=\s{0,3}["']?\s{0,3}([A-Za-z0-9._:-]{2,40})""", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"""^\s{0,20}<\?xml[^>]{0,200}?encoding\s{0,3}=\s{0,3}["']([A-Za-z0-9._:-]{2,40})""")
# Browsers read a declared charset in the first kilobyte; pages that put it later still exist.
_HEAD = 4096

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROLS = 0.05
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_NEW_LINES = re.compile(r"\r\n?")

# English with Windows quotes and dashes has few bytes above ASCII; other languages in one-byte charsets have more.
_NEARLY_ASCII = 0.03
# A file in UTF-8 may hold some broken bytes; where most high sequences are sound, it is UTF-8 all the same.
_MOST_BROKEN = 0.2
_PRINTABLE = 0.95


def decode_text(raw: bytes, *, name: str, declared: str | None = None) -> str:
    """The text of `raw`; `declared` is the charset that its server or markup names, `name` stands in errors."""
    refuse_binary(raw[:SAMPLE], name=name)
    text = clean_text(_decode(raw, declared))
    controls = len(_CONTROLS.findall(text[:SAMPLE]))
    if controls > _MOST_CONTROLS * len(text[:SAMPLE]):
        raise _binary(raw, name, None)
    if not text.strip():
        raise ReadError(f"{name} is empty: it holds only white space. Give a file that holds a text.")
    return text


def refuse_binary(head: bytes, *, name: str) -> None:
    """Raise ReadError where the first bytes of a document are those of no text."""
    if not head:
        raise ReadError(f"{name} is empty: it has no bytes. Give a file that holds a text.")
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            raise _binary(head, name, kind)
    if head[4:8] == b"ftyp":
        raise _binary(head, name, "MP4")
    if b"\x00" in head and find_wide_encoding(head) is None:
        raise _binary(head, name, None)


def find_wide_encoding(head: bytes) -> str | None:
    """UTF-16 or UTF-32, by mark or by its pattern of zero bytes; None for all else."""
    for mark, encoding in _MARKS[1:]:
        if head.startswith(mark):
            return encoding
    zeros = [head[parity::2].count(0) for parity in (0, 1)]
    for parity, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if zeros[parity] and zeros[1 - parity] <= zeros[parity] // 20:
            text = head[: len(head) // 2 * 2].decode(encoding, "replace")
            good = sum((char.isprintable() or char.isspace()) and char != "\ufffd" for char in text)
            if good >= _PRINTABLE * len(text) and any(char.isspace() for char in text):
                return encoding
    return None


def find_declared(head: bytes) -> str | None:
    """The charset that markup declares for itself."""
    match = _XML_ENCODING.search(head[:_HEAD]) or _CHARSET.search(head[:_HEAD])
    return match[1].decode("ascii") if match else None


def clean_text(text: str) -> str:
    """The text with each NUL and lone surrogate, which no database stores, replaced one for one."""
    return _UNSTORABLE.sub("\ufffd", text.removeprefix("\ufeff"))


def plain_lines(text: str) -> str:
    """The text with one kind of line end."""
    return _NEW_LINES.sub("\n", text)


def _decode(raw: bytes, declared: str | None) -> str:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, "replace")
    if b"\x00" in raw[:SAMPLE]:
        wide = find_wide_encoding(raw[:SAMPLE])
        if wide:
            return raw.decode(wide, "replace")
    # Bytes that are sound UTF-8 are hardly ever anything else, whatever a careless server declares.
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    named = _decode_declared(raw, declared)
    return named if named is not None else _detect(raw)


def _decode_declared(raw: bytes, declared: str | None) -> str | None:
    try:
        encoding = codecs.lookup((declared or "").strip()).name
    except (LookupError, ValueError):
        return None
    if encoding.startswith(("utf-8", "utf-16", "utf-32", "utf-7")):
        return None
    # The web's rule: pages that declare Latin-1 or ASCII are written in the Windows charset.
    encoding = "cp1252" if encoding in ("iso8859-1", "ascii") else encoding
    try:
        return raw.decode(encoding, "strict" if encoding != "cp1252" else "replace")
    except (UnicodeError, LookupError, AssertionError, TypeError):
        # Some codecs of the standard library turn bytes into bytes, or fail in their own ways.
        return None


def _detect(raw: bytes) -> str:
    replaced = raw.decode("utf-8", "replace")
    broken = replaced.count("\ufffd")
    high = sum(byte > 127 for byte in raw[:SAMPLE])
    sound = sum(ord(char) > 127 and char != "\ufffd" for char in replaced)
    if broken <= _MOST_BROKEN * sound:
        return replaced
    if high <= _NEARLY_ASCII * len(raw[:SAMPLE]):
        return raw.decode("cp1252", "replace")
    best = from_bytes(raw[:SAMPLE]).best()
    return raw.decode(best.encoding if best else "cp1252", "replace")


def _binary(head: bytes, name: str, kind: str | None) -> ReadError:
    shown = f"{kind}: first bytes {head[:4]!r}" if kind else f"first bytes {head[:8]!r}"
    return ReadError(f"{name} looks binary ({shown}): give text, HTML, JSONL, a feed or a WARC.")
