"""`dragoman code`: every kind of input is read, and what cannot be read does not stop the rest."""

from __future__ import annotations

import gzip
import io
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from .conftest import FRENCH, TREATY, WEATHER, Answer

Cli = Callable[..., Answer]
PARAGRAPHS = "".join(f"<p>{each}</p>" for each in TREATY.strip().split("\n\n"))
HTML = f"<html><head><title>Two neighbours sign</title></head><body><article><h1>Two neighbours sign</h1>{PARAGRAPHS}"
ROW = json.dumps({"id": "row-1", "text": TREATY, "title": "Two neighbours sign", "published": "2025-06-04"})
FEED = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>Coast Wire</title><item><title>Two neighbours sign</title>'
    f"<pubDate>Wed, 04 Jun 2025 08:00:00 GMT</pubDate><description>{TREATY}</description></item></channel></rss>"
)
CODE = ("code", "--no-store", "--format", "jsonl", "--published", "2025-06-04")


def warc(html: str) -> bytes:
    raw = io.BytesIO()
    writer = WARCWriter(raw, gzip=True)
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
    url = "https://coast.example/sign"
    writer.write_record(
        writer.create_warc_record(url, "response", payload=io.BytesIO(html.encode()), http_headers=headers)
    )
    return raw.getvalue()


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("page.txt", TREATY.encode()),
        ("page.html", f"{HTML}</article></body></html>".encode()),
        ("rows.jsonl", f"{ROW}\n".encode()),
        ("feed.xml", FEED.encode()),
        ("pages.warc.gz", warc(f"{HTML}</article></body></html>")),
        ("page.txt.gz", gzip.compress(TREATY.encode())),
        ("broken.html", HTML.replace("</p>", "").encode()),
    ],
)
def test_every_kind_of_input_yields_the_record(cli: Cli, tmp_path: Path, name: str, raw: bytes) -> None:
    (tmp_path / name).write_bytes(raw)
    answer = cli(*CODE, name)
    assert answer.status == 0, answer.err
    (record,) = answer.lines()
    assert "Ghana signed a defence agreement" in record["article"]["text"]
    assert record["article"]["published"] == "2025-06-04"
    codes = {actor["country"] for event in record["events"] for actor in [*event["actors"], *event["recipients"]]}
    assert {"GHA", "BEN"} <= codes


def test_a_dash_reads_standard_input(cli: Cli) -> None:
    answer = cli(*CODE, "-", stdin=TREATY.encode())
    assert (answer.status, len(answer.lines())) == (0, 1)


def test_the_program_reads_a_pipe(dragoman: Callable[..., subprocess.CompletedProcess[bytes]]) -> None:
    done = dragoman(*CODE, "-", input=f"{ROW}\n".encode())
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["article"]["id"] == "row-1"


def test_a_folder_with_one_bad_file_codes_the_others_and_fails(cli: Cli, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "a.txt").write_text(TREATY)
    (folder / "b.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    (folder / "c.jsonl").write_text(f'{ROW}\n{{"text": \n{ROW.replace("row-1", "row-2")}\n')
    answer = cli(*CODE, "pages")
    assert answer.status == 1
    assert len(answer.lines()) == 3
    assert "pages/b.txt" in answer.err
    assert "pages/c.jsonl, line 2" in answer.err
    assert "coded: 3, failed: 2" in answer.err


@pytest.mark.parametrize(
    ("name", "raw", "words"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t\n", "empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "PNG"),
        ("book.pdf", b"%PDF-1.7 \x00", "PDF"),
        ("zeros.bin", bytes(100), "binary"),
        ("rows.jsonl", b'{"title": "no words"}\n', "line 1"),
        ("feed.xml", b'<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>', "entries"),
    ],
)
def test_what_holds_no_text_is_refused_by_name(cli: Cli, tmp_path: Path, name: str, raw: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(raw)
    answer = cli(*CODE, name)
    assert (answer.status, answer.out) == (1, "")
    assert name in answer.err
    assert words in answer.err
    assert "Traceback" not in answer.err


def test_a_file_that_is_too_large_is_refused_before_it_is_parsed(cli: Cli, tmp_path: Path) -> None:
    with (tmp_path / "large.txt").open("wb") as file:
        file.truncate(0)
        for _ in range(50):
            file.write(WEATHER.encode() * (1_000_000 // len(WEATHER)))
    answer = cli(*CODE, "large.txt")
    assert (answer.status, answer.out) == (1, "")
    assert "large.txt is larger than 20,000,000 bytes" in answer.err


@pytest.mark.parametrize("name", ["vanished.txt", "no/such/folder", "nul\x00byte"])
def test_a_vanished_file_is_reported_and_the_others_are_coded(cli: Cli, page: Path, name: str) -> None:
    answer = cli(*CODE, name, page)
    assert (answer.status, len(answer.lines())) == (1, 1)
    assert name.replace("\x00", "\\x00") in answer.err


def test_an_empty_folder_is_reported(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    answer = cli(*CODE, "nothing")
    assert answer.status == 1
    assert "nothing: The folder holds no file" in answer.err


def test_a_page_without_states_is_no_failure(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "weather.txt").write_text(WEATHER)
    answer = cli("code", "--no-store", "--published", "2025-06-04", "weather.txt")
    assert (answer.status, answer.err) == (0, "")
    assert "No findings" in answer.out


def test_a_page_in_another_language_is_skipped_with_a_message(cli: Cli, page: Path, tmp_path: Path) -> None:
    (tmp_path / "french.txt").write_text(FRENCH)
    answer = cli(*CODE, "french.txt", page)
    assert (answer.status, len(answer.lines())) == (1, 1)
    assert "'fr'" in answer.err
    assert "English" in answer.err


def test_a_page_in_another_language_is_not_stored(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "french.txt").write_text(FRENCH)
    assert cli("code", "french.txt").status == 1
    assert cli("list", "--format", "jsonl").out == ""


def test_a_page_without_a_date_is_coded_with_a_warning(cli: Cli, page: Path) -> None:
    answer = cli("code", "--no-store", "--format", "jsonl", page)
    assert answer.status == 0
    assert "no publication date" in answer.err
    assert "--published YYYY-MM-DD" in answer.err
    assert answer.lines()[0]["article"]["published"] is None


def test_a_fault_in_one_article_does_not_cost_the_others(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dragoman.cli import code

    honest = code.code_article

    def faulty(article, **options):  # type: ignore[no-untyped-def]
        if article.id == "row-1":
            raise IndexError("no such token")
        return honest(article, **options)

    monkeypatch.setattr(code, "code_article", faulty)
    (tmp_path / "rows.jsonl").write_text(f"{ROW}\n{ROW.replace('row-1', 'row-2')}\n")
    answer = cli(*CODE, "rows.jsonl")
    assert [record["article"]["id"] for record in answer.lines()] == ["row-2"]
    assert answer.status == 1
    assert "Two neighbours sign: skipped, a stage failed (IndexError: no such token)" in answer.err
