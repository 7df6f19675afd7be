import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.read.kinds import Kind, find_kind


@pytest.mark.parametrize(
    ("head", "name", "kind"),
    [
        (b"The towns agreed.", "x.txt", Kind.TEXT),
        (b"The towns agreed.", "x.html", Kind.TEXT),
        (b"The towns agreed: a < b.", "x", Kind.TEXT),
        (b"The <b>towns</b> agreed.", "x.html", Kind.HTML),
        (b"<!DOCTYPE html><html>", "x", Kind.HTML),
        (b"\xef\xbb\xbf\n <html lang=en>", "x.txt", Kind.HTML),
        (b"<p>The towns agreed.</p>", "-", Kind.HTML),
        (b"<!-- saved --><html>", "x", Kind.HTML),
        (b'<?xml version="1.0"?><html xmlns="x">', "x.xml", Kind.HTML),
        (b'<?xml version="1.0"?><rss version="2.0">', "x", Kind.FEED),
        (b'<feed xmlns="http://www.w3.org/2005/Atom">', "x.xml", Kind.FEED),
        (b"<rdf:RDF xmlns:rdf='x'>", "x", Kind.FEED),
        (b'<?xml version="1.0"?><catalogue>', "x", Kind.FEED),
        (b"<- the towns agreed", "x", Kind.TEXT),
        (b'{"text": "x"}', "x.txt", Kind.JSON),
        (b'[{"text": "x"}]', "-", Kind.JSON),
        (b'{\n  "text": "x"\n}', "x", Kind.JSON),
        (b"[Photo] The towns agreed.", "x.txt", Kind.TEXT),
        (b"{broken", "x.jsonl", Kind.JSON),
        (b"{broken", "x.txt", Kind.TEXT),
        (b"not json", "x.jsonl", Kind.JSON),
        (b'{"text": "x"}', "x.jsonl.gz", Kind.JSON),
        (b"WARC/1.0\r\n", "x", Kind.WARC),
        ('{"text": "x"}'.encode("utf-16-le"), "x", Kind.JSON),
        ("<html><body>".encode("utf-16"), "x", Kind.HTML),
        (b"", "x", Kind.TEXT),
    ],
)
def test_kinds_go_by_content_then_by_extension(head, name, kind):
    assert find_kind(head, name=name) is kind


@given(st.binary(), st.text())
def test_kinds_take_any_bytes(head, name):
    assert find_kind(head, name=name) in Kind
