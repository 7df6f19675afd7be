import io

import pytest

from dragoman.read import ReadFailure, read_inputs
from dragoman.record import RegionKind

RSS = """<?xml version="1.0" encoding="%(encoding)s"?>%(doctype)s
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Ondra Herald</title>
<item><title>Towns share a ferry</title>
<link>https://herald.example/1</link><pubDate>Mon, 03 May 2021 23:30:00 -0700</pubDate>
<description>A short note on the ferry.</description>
<content:encoded><![CDATA[<p>BREZNA: The towns’ mayors signed a contract.</p><ul><li>a ferry</li></ul><p>They "
"smiled.</p>
<figure><img src="a">
<figcaption>The ferry</figcaption></figure><script>x</script>]]></content:encoded></item>
<item><title>Envoys argue</title><description>&lt;b&gt;Envoys&lt;/b&gt; argued over a dam.%(extra)s</description></item>
<item><title>Only a title</title></item>
<item><link>https://herald.example/4</link></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Herald</title><entry><title "
"type="html">Towns &amp;amp; farms</title>
<link "
"href="https://herald.example/2"/><updated>2021-05-04T01:00:00Z</updated><published>2021-05-03T01:00:00Z</published>
<content type="html">&lt;p&gt;The towns agreed.&lt;/p&gt;&lt;p&gt;They signed.&lt;/p&gt;</content></entry></feed>"""


def read(text, encoding="utf-8"):
    return list(read_inputs(["-"], stdin=io.BytesIO(text.encode(encoding))))


def rss(encoding="utf-8", doctype="", extra=""):
    return RSS % {"encoding": encoding, "doctype": doctype, "extra": extra}


def test_feed_gives_an_article_for_each_entry():
    ferry, envoys, title, failure = read(rss())
    assert (ferry.title, ferry.url, ferry.publisher) == (
        "Towns share a ferry",
        "https://herald.example/1",
        "The Ondra Herald",
    )
    assert (ferry.published, ferry.dateline) == ("2021-05-03", "BREZNA")
    assert [region.kind for region in ferry.regions] == [
        RegionKind.BODY,
        RegionKind.BODY,
        RegionKind.BODY,
        RegionKind.CAPTION,
    ]
    assert envoys.text == "Envoys argued over a dam."
    assert title.text == "Only a title"
    assert isinstance(failure, ReadFailure) and "Entry 4" in failure.message


def test_feed_atom_gives_both_days():
    [article] = read(ATOM)
    assert (article.title, article.published, article.updated) == ("Towns & farms", "2021-05-03", "2021-05-04")
    assert article.text == "The towns agreed.\n\nThey signed."


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252", "utf-16"])
def test_feed_is_read_in_its_charset(encoding):
    assert "towns’ mayors" in read(rss(encoding), encoding.replace("windows-", "cp"))[0].text


def test_feed_entities_of_an_own_document_type_stay_unexpanded():
    bomb = '<!DOCTYPE rss [<!ENTITY e0 "boom">' + "".join(
        f'<!ENTITY e{number} "{f"&e{number - 1};" * 50}">' for number in range(1, 9)
    )
    found = read(rss(doctype=bomb + "]>", extra="&e8;"))
    assert "boom" not in found[1].text and len(found[1].text) < 200


def test_feed_does_not_read_files_of_the_reader(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("hidden words")
    found = read(rss(doctype=f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{secret}">]>', extra="&x;"))
    assert "hidden words" not in found[1].text


@pytest.mark.parametrize(
    "text", ["<?xml version='1.0'?><catalogue><x/></catalogue>", "<rss version='2.0'><channel/></rss>"]
)
def test_feed_without_entries_is_a_failure(text):
    [failure] = read(text)
    assert isinstance(failure, ReadFailure)
    assert "nothing to read" in failure.message


def test_feed_that_is_broken_off_gives_what_it_has():
    assert read(rss().split("<item><title>Envoys")[0])[0].title == "Towns share a ferry"
