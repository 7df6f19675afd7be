import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.read import read_text
from dragoman.read.split import split_page

from .pages import DAM, FERRY, PLAIN, TRADE

PAGES = {"ferry": FERRY, "dam": DAM, "trade": TRADE}


def titles(page):
    return [article.title for article in read_text(page)]


@pytest.mark.parametrize(
    "names",
    [
        ["ferry"], ["dam"], ["trade"], ["ferry", "dam"], ["dam", "ferry"], ["trade", "ferry"], ["ferry", "trade"],
        ["dam", "trade"], ["trade", "dam"], ["ferry", "dam", "trade"], ["trade", "dam", "ferry"], ["dam", "trade",
        "ferry"],
    ],
)  # fmt: skip
@pytest.mark.parametrize("gap", ["\n\n", "\n", ""])
def test_split_finds_each_report_of_a_page(names, gap):
    page = gap.join(PAGES[name] for name in names)
    assert titles(page) == [PAGES[name].split("\n")[0] for name in names]
    assert [article.text for article in read_text(page)] == [PAGES[name].strip() for name in names]


@pytest.mark.parametrize("names", [["ferry", "dam"], ["dam", "trade", "ferry"]])
def test_split_does_not_need_blank_lines(names):
    page = "".join(line + "\n" for name in names for line in PAGES[name].split("\n") if line)
    assert titles(page) == [PAGES[name].split("\n")[0] for name in names]


def test_split_reports_keep_their_own_days_and_datelines():
    ferry, dam, trade = read_text(FERRY + DAM + TRADE)
    assert (ferry.dateline, ferry.published, ferry.updated) == ("BREZNA", "2021-05-03", "2021-05-03")
    assert (dam.dateline, dam.published, dam.updated) == ("TELMOR", "2021-06-07", None)
    assert (trade.dateline, trade.published, trade.updated) == (None, "2021-10-09", None)


def test_split_leaves_a_plain_text_whole():
    assert split_page(PLAIN) == [(0, len(PLAIN) - 1)]


def test_split_keeps_the_offsets_of_the_page_for_the_first_report():
    page = "\n\n  " + FERRY
    assert read_text(page)[0].text == page.rstrip()


@pytest.mark.parametrize(
    "page",
    [
        # Subheadings, lists and stamps at the foot belong to the report that they stand in.
        "Towns agree on ferry\n\nOSLO: The towns agreed.\n\nA long way to the river\n\nIt took years.\n\nMoney "
        "and tolls for all"
        "\n\nIt costs a lot.",
        "Towns agree on ferry\nUpdated 3 May 2021\n\nThe towns agreed.\n\nA long way to the river\n\nIt took years.\n\n"
        "Published in The Herald, May 3rd, 2021",
        "Towns agree on ferry\n\nOSLO: The towns agreed.\n\nWhat the towns want\n- a ferry\n- a toll\n\nThey "
        "signed it.",
        "Towns agree on ferry\n\nOSLO: The towns agreed.\n\nA long way to the river\n\nThe towns signed "
        "it. (Xyz)\n\nBy Jane Roe",
        "Towns agree on ferry\n\nOSLO: The towns agreed.\n\nRelated stories\nStorm hits the coast of "
        "Avaria\n2 May 2021\n"
        "Borland elects a new speaker\n1 May 2021",
        "Towns agree on ferry\n\nOSLO: The towns agreed.\n\nAlso Read\nStorm hits the coast of Avaria\n\nThey "
        "signed it.",
        "Towns agree on ferry\n\nOSLO: The towns agreed.\n\nLISBON: The towns agreed too.\n\nThey signed it.",
        "The towns agreed.\n\nThe ferry in figures\n\nForty crossings a day.\n\nNine carts.\n\nUpdated 3 May 2021",
        "Question of the day\n\nWhy a ferry?\n\nBecause of the river.\n\nWhy now?\n\nBecause of the money.",
        "a ferry\na toll\na harbour\na bridge",
        "The towns agreed.\n" + "we cross the river\n" * 50,
    ],
)
def test_split_keeps_one_report_whole(page):
    assert len(split_page(page)) == 1


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (
            "Towns agree on ferry\n\nOSLO: The towns agreed.\n\nRelated stories\nStorm hits the coast of Avaria\n\n"
            "Borland elects a new speaker\nUpdated 4 May 2021\n\nBorland elected a speaker on Tuesday.",
            ["Towns agree on ferry", "Borland elects a new speaker"],
        ),
        (
            "Towns agree on ferry\n\nOSLO: The towns agreed.\n\nBorland elects a new speaker\n\n"
            "LISBON - Borland elected one "
            "on Tuesday.",
            ["Towns agree on ferry", "Borland elects a new speaker"],
        ),
        (
            "Towns agree on ferry\n\nThe towns agreed.\n\nBorland elects a new speaker\n\nBy Jane Roe\n\nIt "
            "elected one.",
            ["Towns agree on ferry", "Borland elects a new speaker"],
        ),
        (
            "The towns agreed.\n\nThey signed.\n\nBorland elects a new speaker\nMembers vote three times.\n"
            "Published 4 May 2021\n"
            "\nBorland elected one.",
            [None, "Borland elects a new speaker"],
        ),
        (
            "Towns agree on ferry\n\nThe towns agreed.\n\nBorland at last elects a new speaker\n\nThe new "
            "speaker waves on "
            "Tuesday.\n\nLISBON: Borland elected one on Tuesday.",
            ["Towns agree on ferry", "Borland at last elects a new speaker"],
        ),
        (
            "Towns agree on ferry\n\nThe towns agreed.\n\nVote\n\nThe speaker waves on Tuesday.\n\nShare\n\n"
            "Vote\n\nBorland "
            "elected one.",
            ["Towns agree on ferry", "Vote"],
        ),
    ],
)
def test_split_sees_a_new_report_by_its_marks(page, expected):
    assert titles(page) == expected


def test_split_reads_a_page_of_many_reports():
    page = (FERRY + DAM + "Towns agree\n" * 50) * 60
    assert len(split_page(page)) >= 120


@given(st.lists(st.sampled_from([line for page in (FERRY, DAM, TRADE, PLAIN) for line in page.split("\n")])))
def test_split_covers_every_word_once(lines):
    page = "\n".join(lines)
    found = split_page(page)
    assert "".join("".join(page[start:end] for start, end in found).split()) == "".join(page.split())
    assert all(one[1] <= two[0] for one, two in zip(found, found[1:], strict=False))
