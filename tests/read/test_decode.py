import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import ReadError
from dragoman.read.decode import clean_text, decode_text, find_declared, plain_lines

ENGLISH = "The two towns’ mayors agreed – “at last” – on a ferry.\nIt costs 40 crowns.\n"
CZECH = "Starostové obou měst se dohodli na přívozu přes řeku. Říkají, že bude jezdit každý den až do večera.\n" * 5
RUSSIAN = "Мэры двух городов договорились о пароме через реку. Он будет ходить каждый день.\n" * 5


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "utf-8"), (ENGLISH, "utf-8-sig"), (ENGLISH, "cp1252"), (ENGLISH, "utf-16"), (ENGLISH, "utf-16-le"),
        (ENGLISH, "utf-16-be"), (ENGLISH, "utf-32"), (CZECH, "utf-8"), (CZECH, "utf-16-le"), (RUSSIAN, "utf-8"),
        (RUSSIAN, "utf-16-le"), (RUSSIAN, "utf-16-be"), (RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"),
    ],
)  # fmt: skip
def test_decode_reads_text_in_any_encoding(text, encoding):
    assert decode_text(text.encode(encoding), name="x") == text


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("cp1250", "windows-1250"),
        ("iso-8859-2", "ISO-8859-2"),
        ("utf-8", "iso-8859-1"),
        ("utf-8", "utf-16"),
        ("utf-8", "no"),
    ],
)
def test_decode_believes_a_declared_charset_unless_the_bytes_are_utf8(encoding, declared):
    assert decode_text(CZECH.encode(encoding), name="x", declared=declared) == CZECH


@pytest.mark.parametrize(
    "declared", ["base64", "zip", "rot13", "idna", "unicode_escape", "x\x00y", "utf-7", "", "mbcs"]
)
def test_decode_survives_charsets_that_are_none(declared):
    assert "mayors" in decode_text(ENGLISH.encode("cp1252"), name="x", declared=declared)


def test_decode_replaces_single_broken_bytes():
    raw = CZECH.encode() + b"\xff\xfe end"
    text = decode_text(raw, name="x")
    assert text.startswith(CZECH) and text.endswith("\ufffd\ufffd end")


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "is empty"),
        (b" \n\t ", "is empty"),
        (b"%PDF-1.7 rest", "PDF"),
        (b"\x89PNG\r\n\x1a\n rest", "PNG"),
        (b"PK\x03\x04 rest", "ZIP"),
        (b"\xff\xd8\xff\xe0 rest", "JPEG"),
        (b"GIF89a rest", "GIF"),
        (b"{\\rtf1 rest}", "RTF"),
        (b"\x00\x00\x00\x18ftypmp42", "MP4"),
        (b"some\x00thing\x01\x00\x00", "looks binary"),
        (b"\x00" * 40, "looks binary"),
        (bytes(range(1, 32)) * 9, "looks binary"),
    ],
)
def test_decode_refuses_what_is_no_text(raw, words):
    with pytest.raises(ReadError, match=words):
        decode_text(raw, name="x")


@pytest.mark.parametrize(
    ("head", "charset"),
    [
        (b'<meta charset="windows-1250">', "windows-1250"),
        (b"<meta http-equiv=x content='text/html; charset=koi8-r'>", "koi8-r"),
        (b'<?xml version="1.0" encoding="iso-8859-2"?>', "iso-8859-2"),
        (b"<p>no charset here</p>", None),
        (b" " * 5000 + b"<meta charset=koi8-r>", None),
    ],
)
def test_decode_finds_the_charset_that_markup_declares(head, charset):
    assert find_declared(head) == charset


def test_decode_cleans_one_for_one():
    assert clean_text("\ufeffa\x00b\ud800c") == "a\ufffdb\ufffdc"
    assert plain_lines("a\r\nb\rc\n") == "a\nb\nc\n"


@given(st.binary(), st.one_of(st.none(), st.text()))
def test_decode_takes_any_bytes(raw, declared):
    try:
        text = decode_text(raw, name="x", declared=declared)
    except ReadError:
        return
    text.encode("utf-8")
    assert "\x00" not in text
