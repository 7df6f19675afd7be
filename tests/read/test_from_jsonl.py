import io
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.read import ReadFailure, read_inputs
from dragoman.read import from_jsonl as module
from dragoman.record import Article, digest

from .pages import DAM, FERRY


def read(raw, published=None):
    stream = io.BytesIO(raw if isinstance(raw, bytes) else raw.encode())
    return list(read_inputs(["-"], stdin=stream, published=published))


def row(**values):
    return json.dumps({"text": "The towns agreed.", **values}) + "\n"


def test_jsonl_keeps_text_and_metadata_verbatim():
    [article] = read(
        row(text=" The\r\ntowns agreed. ", title="T", url="u", published="2021-05-03T10:00Z", publisher="P", id="7")
    )
    assert article.text == " The\r\ntowns agreed. "
    assert (article.title, article.url, article.publisher, article.id) == ("T", "u", "P", "7")
    assert article.published == "2021-05-03"


def test_jsonl_rows_are_never_split():
    [article] = read(row(text=FERRY + DAM))
    assert article.text == FERRY + DAM


def test_jsonl_ignores_unknown_keys_and_nulls():
    [article] = read(row(label=3, title=None, url=None))
    assert article.title is None
    assert article.id == digest(None, None, "The towns agreed.")


def test_jsonl_takes_a_number_for_an_id():
    assert read(row(id=7))[0].id == "7"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{broken", "No JSON"),
        ("[1]", "list, not an object"),
        ("3", "int, not an object"),
        ('{"title": "x"}', '"text" is missing'),
        ('{"text": " "}', "must be a string"),
        ('{"text": 3}', "must be a string"),
        ('{"text": "x", "url": 3}', '"url" is 3'),
        ('{"text": "x", "id": true}', '"id" is True'),
        ("[" * 100_000, "nested too deeply|No JSON"),
        ('{"text": "a\\u0000' + '"', "No JSON"),
    ],
)
def test_jsonl_reports_a_bad_row_with_its_line_and_reads_the_rest(line, words):
    first, failure, last = read(row(id="1") + line + "\n" + row(id="3"))
    assert (first.id, last.id) == ("1", "3")
    assert isinstance(failure, ReadFailure)
    assert failure.line == 2
    assert re.search(words, failure.message)


def test_jsonl_reports_a_day_that_is_none_and_reads_the_row_without_it():
    failure, article = read(row(published="4/6/2021"))
    assert (failure.line, article.published) == (1, None)
    assert "4/6/2021" in failure.message


def test_jsonl_day_of_the_row_goes_before_the_users_day():
    own, other = read(row(published="2021-05-03") + row(), published="2021-06-01")
    assert (own.published, other.published) == ("2021-05-03", "2021-06-01")


def test_jsonl_replaces_what_cannot_be_stored_one_for_one():
    [article] = read('{"text": "a\\u0000b\\ud800c"}')
    assert article.text == "a\ufffdb\ufffdc"


@pytest.mark.parametrize(
    "raw",
    [
        json.dumps([{"text": "One."}, {"text": "Two."}]),
        json.dumps([{"text": "One."}, {"text": "Two."}], indent=2),
        '\n{"text": "One."}\n\n  {"text": "Two."}',
        '\ufeff{"text": "One."}\n{"text": "Two."}\n',
        '{"text": "One."}\r\n{"text": "Two."}\r\n'.encode("utf-16"),
        '{"text": "One."}\n{"text": "Two."}'.encode("utf-16-le"),
    ],
)
def test_jsonl_reads_arrays_and_lines_in_any_encoding(raw):
    assert [article.text for article in read(raw)] == ["One.", "Two."]


def test_jsonl_reads_one_object_over_several_lines():
    assert [article.text for article in read(json.dumps({"text": "One.", "id": "1"}, indent=1))] == ["One."]


def test_jsonl_reports_the_item_of_an_array():
    good, failure = read(json.dumps([{"text": "One."}, {"text": 2}]))
    assert good.text == "One."
    assert failure.source.endswith("item 2")


def test_jsonl_skips_a_row_that_is_too_large(monkeypatch):
    monkeypatch.setattr(module, "MAX_TEXT", 200)
    failure, article = read(row(text="long " * 100) + row(text="Two."))
    assert (failure.line, article.text) == (1, "Two.")
    assert "larger" in failure.message


def test_jsonl_reads_rows_in_an_older_charset():
    [article] = read('{"text": "The mayor’s ferry – at last – crosses the river again."}'.encode("cp1252"))
    assert "mayor’s ferry – at last" in article.text


def test_jsonl_streams():
    class Endless(io.RawIOBase):
        def readable(self):
            return True

        def readinto(self, buffer):
            line = row().encode()
            size = len(buffer) // len(line) * len(line) or len(buffer)
            buffer[:size] = (line * (size // len(line) + 1))[:size]
            return size

    found = read_inputs(["-"], stdin=io.BufferedReader(Endless(), len(row()) * 64))
    assert all(isinstance(next(found), Article) for _ in range(2000))


@given(st.binary(max_size=200))
def test_jsonl_takes_any_bytes_in_a_row(raw):
    found = read(b'{"text": "One."}\n' + raw + b'\n{"text": "Two."}')
    assert found
