import gzip
import io

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from dragoman.read import ReadFailure, read_inputs
from dragoman.read import from_warc as module
from dragoman.record import Article

HTML = "<html><body><article><p>OSLO: The towns’ mayors agreed.</p><p>They signed it.</p></article></body></html>"


def write(*pages, packed=True):
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    for url, status, kind, body in pages:
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.0")
        writer.write_record(writer.create_warc_record(url, "response", io.BytesIO(body), http_headers=headers))
    return out.getvalue()


def page(number=1, status="200 OK", kind="text/html; charset=utf-8", body=None):
    return f"http://herald.example/{number}", status, kind, HTML.encode() if body is None else body


def read(raw):
    return list(read_inputs(["-"], stdin=io.BytesIO(raw)))


@pytest.mark.parametrize("packed", [True, False])
def test_warc_gives_the_pages_that_were_found(packed):
    raw = write(page(1), page(2, status="404 Not Found"), page(3, kind="image/png"), page(4), packed=packed)
    found = read(raw)
    assert [article.url for article in found] == ["http://herald.example/1", "http://herald.example/4"]
    assert found[0].text == "OSLO: The towns’ mayors agreed.\n\nThey signed it."


def test_warc_packed_as_a_whole_is_read():
    assert len(read(gzip.compress(write(page(1), page(2), packed=False)))) == 2


@pytest.mark.parametrize(
    ("kind", "encoding"),
    [("text/html; charset=windows-1252", "cp1252"), ("text/html", "utf-8"), ("text/html", "cp1252")],
)
def test_warc_pages_are_read_in_the_charset_of_their_server(kind, encoding):
    assert "towns’ mayors" in read(write(page(kind=kind, body=HTML.encode(encoding))))[0].text


def test_warc_page_without_a_report_does_not_stop_the_others():
    failure, article = read(write(page(1, body=b"<html></html>"), page(2)))
    assert isinstance(failure, ReadFailure) and "herald.example/1" in failure.message
    assert article.url.endswith("/2")


def test_warc_record_that_is_too_large_is_skipped(monkeypatch):
    monkeypatch.setattr(module, "MAX_TEXT", 300)
    failure, article = read(write(page(1, body=HTML.encode() + b"<p>more</p>" * 50), page(2)))
    assert "larger" in failure.message
    assert isinstance(article, Article)


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("cut", [20, 150, 300])
def test_warc_broken_tail_is_reported_after_what_could_be_read(packed, cut):
    whole = write(page(1), packed=packed)
    found = read(whole + write(page(2), packed=packed)[:cut])
    assert found[0].url.endswith("/1")
    assert isinstance(found[-1], ReadFailure)


def test_warc_without_records_is_a_failure():
    [failure] = read(b"WARC/1.0\r\n")
    assert isinstance(failure, ReadFailure)
