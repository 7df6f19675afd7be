import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.read.regions import Block, join_blocks, mark_blocks, mark_text
from dragoman.record import RegionKind

from .pages import DAM, FERRY, PLAIN, TRADE

H, B, C, D, F = RegionKind.HEADLINE, RegionKind.BODY, RegionKind.CAPTION, RegionKind.DIGEST, RegionKind.FURNITURE


def kinds(text):
    return [region.kind for region in mark_text(text).regions]


def words(text, kind):
    return [text[region.start : region.end] for region in mark_text(text).regions if region.kind is kind]


def test_regions_of_a_page_with_everything():
    assert kinds(FERRY) == [H, C, F, F, F, F, D, D, B, B]
    marked = mark_text(FERRY)
    assert marked.title == "Two towns on the Ondra share a ferry again after nine years"
    assert (marked.dateline, marked.published, marked.updated) == ("BREZNA", None, "2021-05-03")
    assert words(FERRY, B)[0].startswith("The mayors of the two river towns")


def test_regions_of_a_page_with_byline_and_subheading():
    assert kinds(DAM) == [H, F, F, B, H, B]
    marked = mark_text(DAM)
    assert (marked.dateline, marked.published, marked.dateline_month_day) == ("TELMOR", "2021-06-07", (6, 6))


def test_regions_of_a_page_without_dateline():
    assert kinds(TRADE) == [H, F, B, B]
    assert mark_text(TRADE).published == "2021-10-09"


def test_regions_of_a_text_without_headline_are_body():
    assert kinds(PLAIN) == [B, B]
    assert mark_text(PLAIN).title is None


@pytest.mark.parametrize(
    "line",
    [
        "The two neighbours opened a bridge.",
        "The two neighbours opened a bridge",
        "Avaria and Borland sign trade deal",
        "• The two neighbours opened a bridge.",
        "Minister Roe (left) met her guest in Oslo.",
        "They met in Oslo. (The Herald)",
    ],
)
def test_regions_of_a_single_line_are_body(line):
    assert kinds(line) == [B]


@pytest.mark.parametrize("line", ["Advertisement", "Updated 3 May 2021", "2 min read"])
def test_regions_of_a_single_label_are_furniture(line):
    assert kinds(line) == [F]


def test_regions_leave_the_dateline_out_even_of_a_single_sentence():
    text = "OSLO: The two neighbours opened a bridge"
    assert words(text, B) == ["The two neighbours opened a bridge"]
    assert mark_text(text).dateline == "OSLO"


def test_regions_cut_only_the_first_dateline():
    text = "OSLO: The two sides met.\n\nLISBON: The two sides met again."
    assert words(text, B) == ["The two sides met.", "LISBON: The two sides met again."]


def test_regions_keep_a_list_inside_the_body():
    text = (
        "Towns agree on ferry\n\nThe towns agreed on three points:\n- a ferry\n- a toll\n- a harbour\n\nThey signed it."
    )
    assert kinds(text) == [H, B, B, B, B, B]


def test_regions_take_points_under_a_headline_for_the_digest():
    assert kinds("Towns agree on ferry\n- A ferry comes\n- A toll goes\nThe towns agreed on Monday.") == [H, D, D, B]


def test_regions_take_points_without_headline_or_dateline_for_the_report():
    assert kinds("- A ferry comes\n- A toll goes\nThe towns agreed on Monday.") == [B, B, B]


def test_regions_take_a_summary_above_a_stamp_for_the_digest():
    text = "Towns agree on ferry\nMayors promise forty crossings a day.\nPublished 3 May 2021\n\nThe towns agreed."
    assert kinds(text) == [H, D, F, B]


def test_regions_keep_the_only_paragraph_above_a_stamp_at_the_foot():
    assert kinds("Towns agree on ferry\n\nThe towns agreed on Monday.\n\nPublished in The Herald, May 3rd, 2021") == [
        H,
        B,
        F,
    ]


def test_regions_take_links_to_other_reports_for_furniture():
    text = "The towns agreed.\n\nAlso Read\nStorm hits the coast\n\nThey signed it.\n\nRead more: Farmers wait"
    assert kinds(text) == [B, F, F, B, F]


def test_regions_do_not_take_a_heading_after_text_for_a_link():
    text = "The towns agreed.\n\nAlso Read\nStorm hits the coast\n\nThey signed it.\n\nMoney matters\n\nIt costs a lot."
    assert kinds(text) == [B, F, F, B, H, B]


def test_regions_take_a_kicker_and_a_tail_for_furniture():
    assert kinds("World\nTwo towns agree on ferry\nUpdated 3 May 2021\nThe towns agreed on Monday.\n\nRiver news") == [
        F,
        H,
        F,
        B,
        F,
    ]


def test_regions_take_a_masthead_for_furniture():
    text = "THE RIVER HERALD\n\nHome > World\n\nTowns agree on ferry\nMayors smile\n3 May 2021\n\nThe towns agreed."
    assert kinds(text) == [F, F, H, D, F, B]
    assert kinds("TOWNS AGREE\nMAYORS SMILE AT LAST\n3 May 2021\nThe towns agreed.")[0] is F
    assert kinds("TOWNS AGREE ON FERRY\nMAYORS SMILE AT LAST\n3 May 2021\nThe towns agreed.")[0] is H


def test_regions_take_captions_inside_the_body():
    text = "The towns agreed.\n\nFarmers wait at the bridge. (XYZ Photo/Jane Doe)\n\nThey signed it. (Xyz)"
    assert kinds(text) == [B, C, B]


def test_regions_read_a_day_below_its_label():
    marked = mark_text("Towns agree on ferry\nLast updated\n3 May 2021\nThe towns agreed on Monday.")
    assert (marked.published, marked.updated) == (None, "2021-05-03")


def test_regions_join_wrapped_lines_into_one_body():
    text = (
        "Towns agree on ferry\n\nOSLO: The two towns on the river will share a ferry from next\n"
        "spring, their mayors said on Monday after talks that had lasted for\nnine years."
    )
    assert kinds(text) == [H, B]


def marked_blocks(*blocks):
    text, lines = join_blocks([Block(words, kind) for words, kind in blocks])
    marked = mark_blocks(lines)
    return [(text[region.start : region.end], region.kind) for region in marked.regions], marked


def test_regions_of_markup_follow_its_hints():
    found, marked = marked_blocks(
        ("Towns agree", H), ("A ferry comes", D), ("OSLO: The  towns agreed.", B), ("They signed", B), ("Wave", C)
    )
    assert [kind for _, kind in found] == [H, D, B, B, C]
    assert found[2][0] == "The towns agreed."
    assert (marked.title, marked.dateline) == ("Towns agree", "OSLO")


def test_regions_of_markup_overrule_hints_for_furniture_and_summary():
    found, _ = marked_blocks(
        ("Mayors promise more.", B), ("By Jane Roe", B), ("OSLO: The towns agreed.", B), ("Share", B), ("Share", C)
    )
    assert [kind for _, kind in found] == [D, F, B, F, C]


@given(st.text(alphabet="ABab .\n•-:()1“”", max_size=400))
def test_regions_are_in_order_apart_and_inside_the_text(text):
    check_regions(text)


@given(st.lists(st.sampled_from([line for page in (FERRY, DAM, TRADE, PLAIN) for line in page.split("\n")])))
def test_regions_of_shuffled_pages_are_in_order_apart_and_inside_the_text(lines):
    check_regions("\n".join(lines))


def check_regions(text):
    at = 0
    for region in mark_text(text).regions:
        assert at <= region.start < region.end <= len(text)
        assert text[region.start : region.end].strip() == text[region.start : region.end]
        at = region.end
