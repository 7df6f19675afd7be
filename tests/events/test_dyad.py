"""The other side of a report: acts that name no recipient, by the rules alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.record import Record, RegionKind

from .conftest import short_form

Code = Callable[..., Record]
# A report about Kenya and Uganda; what follows in a test stands in a paragraph of its own, with one between.
LEAD = "Kenya and Uganda reopened talks about the lake on Monday. Uganda and Kenya quarrelled over Lake Victoria."
MORE = "Kenya and Uganda share the lake. Most boats are from Kenya, most fish are in Uganda."


def told(code: Code, text: str, lead: str = LEAD, more: str = MORE) -> set[str]:
    """The events of the last paragraph."""
    record = code(f"{lead}\n{more}\nIt rained for a week.\nThe lake rose.\n{text}")
    begin = record.article.text.rindex("\n")
    return {short_form(event) for event in record.events if event.trigger.start > begin}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Uganda promised to move the camp before June.", "AGREE UGA>KEN future"),
        ("Kenya pledged to publish the map within a year.", "AGREE KEN>UGA future"),
        ("Kampala also vowed to clear the channel.", "AGREE UGA>KEN future"),
        ("Kenya warned that it would close the border.", "THREATEN KEN>UGA"),
        ("Rwanda welcomed the deal.", "SUPPORT RWA>KEN,UGA"),
        ("Rwanda offered to host the next round.", "AGREE RWA>KEN,UGA future"),
        ("Rwanda and Burundi hailed the deal.", "SUPPORT BDI,RWA>KEN,UGA"),
        ("The memorandum was signed in Entebbe last year.", "SUPPORT KEN,UGA"),
        ("A second round of talks will open in Nairobi in June.", "CONSULT KEN,UGA future"),
    ],
)
def test_an_act_of_one_side_is_towards_the_other_and_of_a_third_towards_both(code: Code, text: str, event: str) -> None:
    assert event in told(code, text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Kenya vowed to cut taxes after the election.", id="what goes on at home"),
        pytest.param("Kenya promised to publish the budget of Rwanda.", id="a third state stands in the sentence"),
        pytest.param("Kenyan police arrested dozens of smugglers.", id="whom the force met is told"),
        pytest.param("Kenya's army shelled the hills.", id="violence is as often at home"),
        pytest.param("Kenyan ministers met for two hours.", id="a cabinet meets at home"),
        pytest.param("Rwanda arrested a fisherman.", id="the force of a third"),
        pytest.param("Kenya ordered three ministries to publish the map.", id="who is asked is told"),
        pytest.param("Asked about the map, Kenya's minister laughed.", id="a question of the press"),
        pytest.param("It wants guarantees before a treaty is signed.", id="a deal that is not yet signed"),
        pytest.param("Talks were held in Geneva.", id="talks of whoever it was"),
        pytest.param("A memorandum on Rwanda was signed.", id="a deal that may be a third's"),
    ],
)
def test_an_act_that_may_be_at_home_or_towards_a_third_stays_without(code: Code, text: str) -> None:
    assert not [event for event in told(code, text) if "UGA" in event]


def test_a_report_about_three_states_has_no_other_side(code: Code) -> None:
    lead = "Kenya, Uganda and Rwanda reopened talks on Monday. Rwanda, Kenya and Uganda share a lake."
    assert told(code, "Uganda promised to move the camp before June.", lead, "Rwanda is not far.") == set()


def test_a_report_about_several_states_is_about_those_of_its_first_deal(code: Code) -> None:
    lead = "Kenya, Uganda and Rwanda signed a treaty on the lake on Monday. Rwanda, Kenya and Uganda share it."
    more = "Tanzania is not far. Burundi is."
    assert told(code, "Tanzania welcomed the deal.", lead, more) == {"SUPPORT TZA>KEN,RWA,UGA"}
    assert told(code, "Uganda promised to move the camp.", lead, more) == {"AGREE UGA>KEN,RWA future"}


def test_a_report_about_one_state_has_no_other_side(code: Code) -> None:
    text = "Uganda promised to move the camp before June."
    assert told(code, text, "Uganda counted its boats. Uganda has many.", "Uganda borders Kenya.") == set()


def test_a_state_that_only_the_headline_names_is_no_side(code: Code) -> None:
    text = "Kenya shuns Kenya, Kenya and Kenya\nUganda promised to move the camp. Uganda is large. Uganda is warm."
    assert code(text, RegionKind.HEADLINE, RegionKind.BODY).events == ()


def test_the_rule_and_the_confidence_tell_how_the_other_side_was_found(code: Code) -> None:
    record = code(f"{LEAD}\n{MORE}\nIt rained.\nIt rained.\nUganda promised to move the camp before June.")
    (event,) = [each for each in record.events if each.trigger.text == "promised"]
    assert event.rule.endswith("+dyad")
    assert event.confidence <= 0.55
