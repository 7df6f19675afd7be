import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.read.lines import Shape, Stamp, ends_sentence, read_stamp, shape_of

CASES = {
    Shape.LABEL: [
        "Short Url", "Follow", "Share", "SHARE THIS ARTICLE", "Listen to article", "Advertisement",
        "Topics: trade, rivers",
        "2 min read", "4-minute read", "Copyright 2020 The Example Herald", "© 2021 Herald",
        "Subscribe to our newsletter",
        "12 comments", "Updated 3 hours ago", "https://herald.example/story/1", "* * * ".strip().replace(" ", ""),
        "Photo: The Herald", "Sign up for our morning mail", "Tags: water", "Published", "Follow us on Chirper",
    ],
    Shape.LINKS: ["Also Read", "Read more:", "RELATED STORIES", "You may also like"],
    Shape.LINK: ["Read more: Two towns share a ferry", "Also Read: Farmers wait for rain", "ALSO READ | Dam reopens"],
    Shape.STAMP: [
        "Updated 09 October 2019", "Published: Oct 9, 2019", "Published October 9th, 2019 3:15 pm", "9 October 2019",
        "Wednesday, October 9, 2019", "Last updated: 2019-10-09 14:30 GMT",
        "Published in The Herald, October 9th, 2019",
        "Published: 9 Oct 2019 | Updated: 10 Oct 2019", "Posted on October 9, 2019 at 10:04 am",
        "October 9, 2019 15:20 IST",
        "Jane Roe | Updated: 9 October 2019, 10:20 AM IST", "The Herald • 9 October 2019",
        "Updated At: Oct 09, 2019 10:20 AM IST",
    ],
    Shape.BYLINE: [
        "By Staff Reporter", "By Jane Roe", "BY JANE ROE AND JOHN DOE", "By Jane Roe in Oslo", "Our Correspondent",
        "Web Desk",
        "Reporting by Jane Roe; Editing by John Doe", "By Jane van der Roe",
    ],
    Shape.CAPTION: [
        "Minister Roe (left) meets her guest in Oslo on May 3, 2021.",
        "Minister Roe, second from left, waits at the bridge.",
        "[1/3] Minister Roe waits at the bridge.", "Minister Roe waits at the bridge, May 3, 2021. XYZ/Jane Doe",
        "In this file photo, farmers wait at the bridge.",
        "Farmers wait at the bridge on May 3, 2021. (XYZ Photo/Jane Doe)",
        "Trucks at the crossing [File] (Image: The Herald)",
    ],
    Shape.MAYBE_CAPTION: [
        "Farmers wait at the bridge on May 3, 2021. (The Herald)",
        "The envoys are seen here before the talks.",
        "Minister Roe (R) waits at the bridge.",
    ],
    Shape.BULLET: ["• Ferry returns after nine years", "- Ferry returns after nine years.", "– Towns agree",
    "* Towns agree"],
    Shape.DATELINE: ["OSLO: The two towns share a ferry.", "Lisbon, May 3 (Xyz) – The two towns share a ferry again."],
    Shape.SHORT: [
        "Two towns share a ferry", "OSLO: Two towns share a ferry", "Envoy returns to the U.S.",
        "Will the ferry return?",
        "Minister says ‘no more ferries’", "Follow-up talks on ferry planned", "Share prices fall",
        "By train to the sea",
        "Updated figures show fewer ferries", "Sharing the river", "Bystanders cheer ferry", "Topics for the summit",
    ],
    Shape.SENTENCE: [
        "The two towns share a ferry.", "“We want a ferry.”", "He said:", "They asked, “Why now?”",
        "By Monday the two towns had a ferry.",
        "Updated 3 May 2021, the list of ferries names two more that the towns share.",
        "They met on standards, TCP/IP too.", "Avaria agreed, XYZ/Jane Doe says.",
        "The group (ECOWAS) met.", "They met the Economic Community of West African States (ECOWAS).",
        "On 9 October 2019 the two towns met.", "Follow the river, he said.",
        "Source files were lost by the ministry in "
        "the fire of last year, when the archive of the river commission burnt down and all of the maps in it "
        "were lost.",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("shape", "line"), [(shape, line) for shape, lines in CASES.items() for line in lines])
def test_lines_have_the_shape_they_show(shape, line):
    assert shape_of(line) is shape


@pytest.mark.parametrize(
    ("line", "stamp"),
    [
        ("Updated 09 October 2019", Stamp(None, "2019-10-09")),
        ("Published: 9 Oct 2019 | Updated: 10 Oct 2019", Stamp("2019-10-09", "2019-10-10")),
        ("9 October 2019", Stamp("2019-10-09", None)),
        ("Published in The Herald, October 9th, 2019", Stamp("2019-10-09", None)),
        ("Jane Roe | Updated: 9 October 2019", Stamp(None, "2019-10-09")),
        ("Jane Roe | Ferries of 9 October 2019", None),
        ("Published 4/6/2019", None),
        ("The towns met on 9 October 2019.", None),
        ("9 October 2019 was a good day", None),
        ("Published reports of 9 October 2019", None),
        ("Ferry returns 9 October 2019", None),
    ],
)
def test_lines_give_the_days_of_stamps_only(line, stamp):
    assert read_stamp(line) == stamp


def test_lines_longer_than_any_headline_are_sentences():
    assert ends_sentence("word " * 40)
    assert not ends_sentence("Two towns share a ferry")


@pytest.mark.parametrize("unit", ["(", "a, ", "1 ", "[", "- ", "A.", "May 1 ", "(a) ", "/A", "“"])
def test_lines_of_any_length_have_a_shape(unit):
    assert shape_of(unit * 100_000) is not None
    assert shape_of((unit * 100)[:199]) is not None


@given(st.text())
def test_lines_take_any_text(line):
    assert shape_of(line) in Shape
