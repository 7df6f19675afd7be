import gzip
import io
import os
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import ReadError
from dragoman.read import ReadFailure, read_inputs, read_text
from dragoman.read import inputs as module
from dragoman.record import Article, digest

from .pages import DAM, FERRY, PLAIN


def read(*inputs, **options):
    return list(read_inputs([str(each) for each in inputs], **options))


def texts(found):
    return [each.text for each in found if isinstance(each, Article)]


def failures(found):
    return [each for each in found if isinstance(each, ReadFailure)]


def test_inputs_read_a_file_with_the_offsets_of_the_file(tmp_path):
    path = tmp_path / "page.txt"
    path.write_text(FERRY, newline="\r\n")
    [article] = read(path)
    assert article.text == FERRY.strip()
    assert article.id == digest(None, article.title, article.text)


def test_inputs_read_standard_input():
    assert texts(read("-", stdin=io.BytesIO(PLAIN.encode()))) == [PLAIN.rstrip()]


def test_inputs_read_a_pipe_that_gives_small_pieces():
    class Dripping(io.BytesIO):
        def read(self, size=-1):
            return super().read(min(size, 7) if size > 0 else 7)

    assert len(texts(read("-", stdin=Dripping((FERRY + DAM).encode())))) == 2


def test_inputs_read_folders_in_sorted_order_without_hidden_files(tmp_path):
    for name in ("b.txt", "a/2.txt", "a/1.html", ".hidden.txt", ".git/x.txt", "c.unknown"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"<p>File {name}.</p><p>More.</p>" if name.endswith("html") else f"File {name}.")
    assert [text.split("\n")[0] for text in texts(read(tmp_path))] == [
        "File b.txt.", "File c.unknown.", "File a/1.html.", "File a/2.txt.",
    ]  # fmt: skip


def test_inputs_go_on_after_each_bad_one(tmp_path):
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (tmp_path / "b.txt").write_text("")
    (tmp_path / "c.txt").write_text("The towns agreed.")
    found = read(tmp_path, tmp_path / "gone.txt", tmp_path / "c.txt")
    assert texts(found) == ["The towns agreed.", "The towns agreed."]
    image, empty, gone = failures(found)
    assert "PNG" in image.message and image.source.endswith("a.png")
    assert "empty" in empty.message
    assert "no such file" in gone.message and gone.source.endswith("gone.txt")


def test_inputs_report_a_folder_without_files(tmp_path):
    [failure] = read(tmp_path)
    assert "no file" in failure.message


def test_inputs_report_what_may_not_be_read(tmp_path, monkeypatch):
    def refuse(path, mode):
        raise PermissionError(13, "Permission denied", str(path))

    path = tmp_path / "a.txt"
    path.write_text("x")
    monkeypatch.setattr(module.Path, "open", refuse)
    [failure] = read(path)
    assert "permission" in failure.message


def test_inputs_report_links_that_lead_nowhere_and_do_not_follow_loops(tmp_path):
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert [failure.source for failure in failures(read(tmp_path))] == [str(tmp_path / "a.txt")]


def test_inputs_skip_pipes_inside_folders(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "a.txt").write_text("The towns agreed.")
    assert texts(read(tmp_path)) == ["The towns agreed."]


@pytest.mark.parametrize("name", ["bad\x00name", "x" * 5000])
def test_inputs_report_impossible_names(name):
    assert len(failures(read(name))) == 1


@pytest.mark.parametrize(
    "raw", [PLAIN.encode(), b'{"text": "The two neighbours met."}\n', b"<html><p>The two neighbours met.</p></html>"]
)
def test_inputs_unpack_gzip_of_any_kind(raw):
    [article] = read("-", stdin=io.BytesIO(gzip.compress(raw)))
    assert article.text.startswith("The two neighbours")


@pytest.mark.parametrize(
    "raw",
    [
        gzip.compress(PLAIN.encode())[:-12],
        gzip.compress(PLAIN.encode())[:40],
        b"\x1f\x8b",
        b"\x1f\x8b\x08\x00nonsense",
        gzip.compress(gzip.compress(PLAIN.encode())),
        gzip.compress(b""),
        gzip.compress(b"\x89PNG\r\n"),
    ],
)
def test_inputs_report_broken_gzip(raw):
    [failure] = read("-", stdin=io.BytesIO(raw))
    assert isinstance(failure, ReadFailure)


def test_inputs_give_the_rows_before_a_break_in_gzip():
    rows = b"".join(
        b'{"text": "Row %s."}\n' % random.Random(number).randbytes(400).hex().encode() for number in range(300)
    )
    found = read("-", stdin=io.BytesIO(gzip.compress(rows)[:-2000]))
    assert len(texts(found)) > 100
    assert "gzip" in found[-1].message


def test_inputs_refuse_texts_above_the_limit(monkeypatch):
    monkeypatch.setattr(module, "MAX_TEXT", 1000)
    [failure] = read("-", stdin=io.BytesIO(b"The towns agreed. " * 100))
    assert "1,000 bytes" in failure.message and "Split" in failure.message


def test_inputs_do_not_unpack_a_gzip_bomb():
    bomb = gzip.compress(b"a" * 100_000_000)
    [failure] = read("-", stdin=io.BytesIO(bomb))
    assert "larger" in failure.message


def test_inputs_give_the_users_day_to_reports_without_one():
    found = read("-", stdin=io.BytesIO((DAM + "\n" + PLAIN).encode()), published="2020-01-02")
    assert [article.published for article in found] == ["2021-06-07"]
    assert read("-", stdin=io.BytesIO(PLAIN.encode()), published="2020-01-02")[0].published == "2020-01-02"


@pytest.mark.parametrize("published", ["tomorrow", "", "4/6/2021"])
def test_inputs_refuse_a_users_day_that_is_none(published):
    with pytest.raises(ReadError, match="YYYY-MM-DD"):
        read_inputs(["-"], published=published)


def test_failure_tells_where_it_happened():
    assert str(ReadFailure("a.jsonl", 3, "No JSON.")) == "a.jsonl, line 3: No JSON."
    assert str(ReadFailure("a.txt", None, "Gone.")) == "a.txt: Gone."


def test_text_is_split_and_keeps_what_is_given():
    first, second = read_text(FERRY + DAM, url="u", publisher="P", id="7", title="T")
    assert (first.id, second.id) == ("7-1", "7-2")
    assert (first.url, second.publisher) == ("u", "P")
    assert second.title.startswith("Envoys")


def test_text_is_taken_whole_where_asked():
    [article] = read_text(FERRY + DAM, split=False, published="2020-01-02", title="T", id="7")
    assert article.text == FERRY + DAM
    assert (article.id, article.title, article.published) == ("7", "T", "2020-01-02")


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("OSLO, Nov 12 (Xyz) - The towns agreed on a ferry.", "2021-11-14", "2021-11-12"),
        ("OSLO, Nov 12 (Xyz) - The towns agreed on a ferry.", None, None),
        ("OSLO, Nov 12, 2020 (Xyz) - The towns agreed on a ferry.", "2021-11-14", "2020-11-12"),
        ("Towns agree on ferry\nUpdated 2 January 2022\nOSLO, Dec 31 (Xyz) - They agreed at last.", None, "2021-12-31"),
        ("Towns agree on ferry\nUpdated 2 January 2022\nThey agreed at last.", "2020-01-02", "2022-01-02"),
        ("The towns agreed on 3 May 2021.", None, None),
    ],
)
def test_text_is_dated_by_its_own_page_first(text, published, expected):
    assert read_text(text, published=published)[0].published == expected


def test_text_without_words_is_refused():
    with pytest.raises(ReadError, match="empty"):
        read_text(" \n")


@given(st.binary(max_size=400))
@settings(max_examples=200)
def test_inputs_take_any_bytes(raw):
    for found in read("-", stdin=io.BytesIO(raw)):
        if isinstance(found, Article):
            found.text.encode("utf-8")
            at = 0
            for region in found.regions:
                assert at <= region.start < region.end <= len(found.text)
                at = region.end


@given(st.text(max_size=400))
def test_text_takes_any_text(text):
    if text.strip().replace("\ufeff", ""):
        assert read_text(text) or not text.split()
