"""Rows: lines as cells, broken lines with their numbers."""

from __future__ import annotations

import io

import pytest

from dragoman.imports.rows import Row, RowFailure, read_cell, read_rows


def read(content: bytes) -> list[Row | RowFailure]:
    return list(read_rows(io.BytesIO(content)))


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        (b"", []),
        (b"a\tb\n", [Row(1, ["a", "b"])]),
        (b"a\tb", [Row(1, ["a", "b"])]),
        (b"a\r\n\r\n \nb\r\n", [Row(1, ["a"]), Row(4, ["b"])]),
        (b"\xef\xbb\xbfa\n\xef\xbb\xbfb\n", [Row(1, ["a"]), Row(2, ["\ufeffb"])]),
        ("Žemaitija\t\u202e\n".encode(), [Row(1, ["Žemaitija", "\u202e"])]),
        (b"\t\t\n", []),
        # A stray quote swallows nothing.
        (b'"a\tb\nc"\td\n', [Row(1, ['"a', "b"]), Row(2, ['c"', "d"])]),
    ],
)
def test_rows_are_lines(content: bytes, rows: list[Row]) -> None:
    assert read(content) == rows


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("", ""),
        (" Chile ", "Chile"),
        ('"the ""big"" one"', 'the "big" one'),
        ('"a" and "b"', '"a" and "b"'),
        ('"', '"'),
        ('"open', '"open'),
        ("'=1+1", "=1+1"),
        ("''quoted'", "'quoted'"),
        ("'Abd", "'Abd"),
        ('"\'=HYPERLINK(""x"")"', '=HYPERLINK("x")'),
    ],
)
def test_rows_have_cells_without_quotes_and_guards(cell: str, words: str) -> None:
    assert read_cell(cell) == words


def test_rows_that_cannot_be_read_are_told_by_their_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.imports.rows.LONGEST", 20)
    content = b"good\n" + b"caf\xe9\n" + b"nul\x00\n" + b"x" * 99 + b"\n" + b"y" * 19 + b"\n" + b"z" * 20 + b"\n"
    told = [row if isinstance(row, RowFailure) else row.line for row in read(content)]
    assert told == [
        1,
        RowFailure(2, "byte 4 is no UTF-8"),
        RowFailure(3, "character 4 is NUL"),
        RowFailure(4, "the line is longer than 20 bytes"),
        5,
        6,
    ]
