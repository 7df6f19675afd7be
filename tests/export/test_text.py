"""Text for other programs: the guard against formulas and its way back, single lines, XML, JSON."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.export.text import guard, json_line, one_line, unguard, xml_text

FORMULA = re.compile(r"\s*[=+\-@|%＝＋－＠]|[\t\r\n]")


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n1", " =1", "\u00a0=1", "\ufeff=1", "\u200e=1", "＝1", "＋1",
     "－1", "＠x", "|calc", "%0A", "'=1", "''", "'quoted'"],
)  # fmt: skip
def test_guard_puts_an_apostrophe_before_what_could_be_a_formula(text: str) -> None:
    assert guard(text) == f"'{text}"
    assert unguard(guard(text)) == text


@pytest.mark.parametrize(
    "text", ["", "Chile", "a=b", "1-2", "(=x)", '"=x"', "e@x.example", "\u2019quoted\u2019", "  x"]
)
def test_guard_leaves_plain_words(text: str) -> None:
    assert guard(text) == text == unguard(text)


@given(st.text())
def test_guard_is_undone_for_any_text_and_lets_no_formula_through(text: str) -> None:
    assert unguard(guard(text)) == text
    assert not FORMULA.match(guard(text))


@given(st.text())
def test_one_line_has_no_end_of_line_and_no_tab(text: str) -> None:
    line = one_line(text)
    assert len(line.splitlines()) <= 1 and "\t" not in line and "\x00" not in line


def test_one_line_keeps_words_and_blanks() -> None:
    assert one_line("two  words\r\n\tand\x1b[1m \u202eturned") == "two  words and [1m \u202eturned"


@pytest.mark.parametrize(
    ("text", "shown"),
    [("plain \U0001f30a\t\n", "plain \U0001f30a\t\n"), ("a\x00b\x1bc\ufffe", "a\ufffdb\ufffdc\ufffd")],
)
def test_xml_text_replaces_only_what_xml_cannot_hold(text: str, shown: str) -> None:
    assert xml_text(text) == shown


@given(st.dictionaries(st.text(), st.text()))
def test_json_line_is_one_line_of_the_same_value(value: dict[str, str]) -> None:
    line = json_line(value)
    assert json.loads(line) == value
    assert len(line.splitlines()) == 1
    assert not re.search("[<\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", line)


def test_json_line_keeps_other_scripts_readable() -> None:
    assert json_line({"name": "Žemaitis 中"}) == '{"name": "Žemaitis 中"}'
