import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.read.lines import stands_alone
from dragoman.read.paragraphs import find_paragraphs

WRAPPED = (
    "The two towns on the river will share a ferry from next spring, their\n"
    "mayors said on Monday after talks that had lasted for nine years and\n"
    "had twice been broken off.\n"
    "\n"
    "The ferry will carry forty people.\n"
)


def cut(text):
    return [paragraph.text for paragraph in find_paragraphs(text, stands_alone=stands_alone)]


def test_paragraphs_join_lines_wrapped_at_a_fixed_width():
    first, second = cut(WRAPPED)
    assert first.startswith("The two towns") and first.endswith("broken off.")
    assert second == "The ferry will carry forty people."


def test_paragraphs_join_wrapped_lines_with_windows_line_ends():
    assert len(cut(WRAPPED.replace("\n", "\r\n"))) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Two towns share a ferry\nUpdated 3 May 2021\nThe two towns on the river will share a ferry from next spring.",
        "Two towns on the river share a ferry after nine years\nMayors praise the deal and promise more of its kind",
        "The ferry will carry forty people and nine carts at a time.\nThe towns will pay for it together, mayors said.",
        "• Two towns on the river share a ferry after nine years\n• mayors praise the deal and promise more of "
        "its kind",
    ],
)
def test_paragraphs_keep_lines_that_were_not_wrapped(text):
    assert cut(text) == text.split("\n")


def test_paragraphs_keep_a_headline_above_a_wrapped_body():
    assert cut("Two towns share a ferry\n" + WRAPPED)[0] == "Two towns share a ferry"


@given(st.text(alphabet="ab .\n\r\t\u2028•-9"))
def test_paragraphs_are_in_order_and_hold_all_words(text):
    found = find_paragraphs(text, stands_alone=stands_alone)
    assert all(text[each.start : each.end] == each.text == each.text.strip() for each in found)
    assert all(one.end <= two.start for one, two in zip(found, found[1:], strict=False))
    assert "".join("".join(each.text for each in found).split()) == "".join(text.split())
