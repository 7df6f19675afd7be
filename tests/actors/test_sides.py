"""Sides: of which state an office-holder is shown not to be, and what that leaves."""

import pytest

from dragoman.actors.sides import load_side_words

from .reading import person

REPORT = "# Malawi and Mozambique sign\nMalawi and Mozambique signed a contract. Malawi will pay Mozambique. "
# dateline, text behind the report, the person's state
LEFT = [
    ("LILONGWE", "President Abel Nhamposa began a two-day visit to Malawi on Thursday.", "MOZ"),
    ("LILONGWE", "President Abel Nhamposa, who arrived in Lilongwe on Thursday, smiled.", "MOZ"),
    ("LILONGWE", "President Abel Nhamposa flew to Malawi and signed the text.", "MOZ"),
    ("LILONGWE", "President Abel Nhamposa accused Malawi of delay.", "MOZ"),
    ("LILONGWE", "President Abel Nhamposa thanked Malawi.", "MOZ"),
    ("LILONGWE", "The state had put off a visit by President Abel Nhamposa to Lilongwe until May.", "MOZ"),
    ("LILONGWE", "President Abel Nhamposa and his Malawian counterpart, Grace Banda, smiled.", "MOZ"),
    ("LILONGWE", "Energy Minister Abel Nhamposa and Malawi's Grace Banda signed it.", "MOZ"),
    ("LILONGWE", "President Abel Nhamposa smiled. Malawian President Grace Banda smiled too.", "MOZ"),
    (None, "President Abel Nhamposa accused Malawi of delay.", "MOZ"),
    # The home of the report, where nothing is shown.
    ("LILONGWE", "President Abel Nhamposa smiled.", "MWI"),
    ("LILONGWE", "President Abel Nhamposa returned to Malawi on Thursday.", "MWI"),
    ("LILONGWE", "President Abel Nhamposa smiled. Malawian Energy Minister Grace Banda smiled too.", "MWI"),
    ("LILONGWE", "Energy Minister Abel Nhamposa smiled. Malawian Minister Grace Banda smiled too.", "MWI"),
    ("LILONGWE", "President Abel Nhamposa announced a visit to Malawi by Grace Banda.", "MWI"),
    ("LILONGWE", "President Abel Nhamposa accused Malawi's opposition of delay.", "MWI"),
    # A dateline elsewhere: the office may be of a third state.
    ("HARARE", "President Abel Nhamposa accused Malawi of delay.", None),
    # A third state that is the subject of the sentence owns the office.
    ("LILONGWE", "Zambia shut a road in what President Abel Nhamposa, who had visited Malawi, called a duty.", "ZMB"),
    # No office of a state.
    ("LILONGWE", "Singer Abel Nhamposa flew to Malawi on Thursday.", None),
]


@pytest.mark.parametrize(("dateline", "text", "state"), LEFT)
def test_sides_leave_the_other_state_of_a_report_about_two(
    dateline: str | None, text: str, state: str | None
) -> None:
    found = person(REPORT + text, "Abel Nhamposa", dateline)
    assert (found[1] if found else None) == state


def test_sides_need_a_report_about_two_states() -> None:
    text = REPORT + "Zambia, Zambia and Kenya will buy. Zambia and Kenya will pay. "
    found = person(text + "President Abel Nhamposa accused Malawi of delay.", "Abel Nhamposa")
    assert found is not None
    assert found[1] is None


BOTH = "Works Minister Hamid Osman signed for Malaysia and Interior Minister Somchai Dee for Thailand."
SENT = "Albania was represented by Foreign Minister Ilir Hoxha and Kosovo by its interior minister, Besnik Krasniqi."
ACTING = [
    (BOTH, "Hamid Osman", "MYS"),
    (BOTH, "Somchai Dee", "THA"),
    (SENT, "Ilir Hoxha", "ALB"),
    (SENT, "Besnik Krasniqi", "XKX"),
    ("Works Minister Hamid Osman signed on behalf of Malaysia.", "Hamid Osman", "MYS"),
    ("Works Minister Hamid Osman signed for the factory.", "Hamid Osman", None),
    ("Works Minister Hamid Osman left for Malaysia.", "Hamid Osman", None),
    ("Works Minister Hamid Osman signed for Malaysia's neighbour.", "Hamid Osman", None),
]


@pytest.mark.parametrize(("text", "name", "state"), ACTING)
def test_sides_show_for_which_state_somebody_signs(text: str, name: str, state: str | None) -> None:
    found = person(text, name)
    assert (found[1] if found else None) == state


def test_sides_do_not_take_the_home_for_what_was_said_on_another_states_radio() -> None:
    kept = "Kyrgyzstan met Uzbekistan. Kyrgyzstan paid Uzbekistan. "
    said = "Deputy Prime Minister Rustam Karimov said on Uzbek radio that the water was late."
    found = person(kept + said, "Rustam Karimov", "BISHKEK")
    assert found is not None
    assert found[1] is None
    topic = person(kept + "Uzbekistan called off a visit. " + said, "Rustam Karimov", "BISHKEK")
    assert topic is not None
    assert topic[1] == "UZB"


def test_side_words_keep_verbs_of_going_and_of_arriving_apart() -> None:
    words = load_side_words()
    assert not words.going & words.arriving
    assert "return" not in words.going
