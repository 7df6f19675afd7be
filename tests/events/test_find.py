"""Events of short texts by the real pipeline: who did what to whom, how real, by whose word, and where none is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.record import Event, Record, RegionKind

from .conftest import short_form, sorted_form
from .rows_conflict import CONFLICT
from .rows_cooperation import COOPERATION
from .rows_nothing import NOTHING
from .rows_shapes import SHAPES

Code = Callable[..., Record]
SIGNED = "Norway signed a fishing treaty with Iceland in Bergen on Monday."
CONDEMNED = "France condemned Serbia on Monday."
TYPES = (
    "ACCUSE AGREE AID ASSAULT COERCE CONCEDE CONSULT COOPERATE MOBILIZE PROTEST REJECT REQUEST RETREAT SANCTION "
    "SUPPORT THREATEN"
)


def one(record: Record) -> Event:
    """The record's only event."""
    (event,) = record.events
    return event


@pytest.mark.parametrize(("text", "expected"), COOPERATION + CONFLICT + SHAPES)
def test_a_sentence_gives_its_events_and_no_others(code: Code, text: str, expected: str) -> None:
    assert sorted(map(short_form, code(text).events)) == sorted_form(expected)


@pytest.mark.parametrize("text", NOTHING)
def test_a_sentence_without_an_act_between_states_gives_no_event(code: Code, text: str) -> None:
    assert [short_form(event) for event in code(text).events] == []


def test_every_type_of_the_code_book_has_sentences() -> None:
    told = {event.split(" ")[0] for _, expected in COOPERATION + CONFLICT for event in expected.split("; ")}
    assert told == set(TYPES.split())


def test_no_sentence_stands_twice() -> None:
    texts = [text for text, _ in COOPERATION + CONFLICT + SHAPES] + list(NOTHING)
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize("kind", [RegionKind.HEADLINE, RegionKind.CAPTION, RegionKind.DIGEST, RegionKind.FURNITURE])
@pytest.mark.parametrize("text", [SIGNED, CONDEMNED])
def test_only_the_body_reports(code: Code, text: str, kind: RegionKind) -> None:
    assert code(text, kind).events == ()
    assert len(code(text, RegionKind.BODY).events) == 1


def test_a_headline_does_not_double_the_report_below_it(code: Code) -> None:
    record = code(f"France condemns Serbia\n{CONDEMNED}", RegionKind.HEADLINE, RegionKind.BODY)
    assert short_form(one(record)) == "ACCUSE FRA>SRB"
    assert one(record).evidence.text == CONDEMNED


@pytest.mark.parametrize(
    ("text", "cameo", "mode", "quad"),
    [
        (SIGNED, "057", None, "verbal cooperation"),
        (CONDEMNED, "111", "disapprove", "verbal conflict"),
        ("Japanese Prime Minister Kenji Mori visited Fiji.", "042", "visit", "verbal cooperation"),
        ("The presidents of Ghana and Togo spoke by telephone.", "041", "phone", "verbal cooperation"),
        ("Chile and Peru held joint naval exercises.", "062", None, "material cooperation"),
        ("Kenya withdrew its troops from Uganda.", "087", "withdraw", "material cooperation"),
        ("Spain summoned the Moroccan ambassador.", "114", "disapprove", "verbal conflict"),
        ("Norway recalled its ambassador from Iceland.", "161", "withdraw", "material conflict"),
        ("Spain imposed sanctions on Morocco.", "163", "discontinue", "material conflict"),
        ("Morocco arrested five Spanish journalists.", "173", "arrest", "material conflict"),
        ("Ugandan jets bombed Kenya.", "195", "aerial", "material conflict"),
    ],
)
def test_an_event_has_code_mode_and_quad_class(code: Code, text: str, cameo: str, mode: str | None, quad: str) -> None:
    event = one(code(text))
    assert (event.cameo, event.mode, event.quad) == (cameo, mode, quad)


def test_an_event_takes_the_date_and_place_of_its_clause(code: Code) -> None:
    event = one(code(SIGNED))
    assert event.date is not None and event.place is not None
    assert (event.date.start, event.date.end, event.place.country) == ("2024-03-04", "2024-03-04", "NOR")


def test_an_event_without_a_date_has_none(code: Code) -> None:
    event = one(code("France condemned Serbia."))
    assert (event.date, event.place) == (None, None)


def test_each_of_two_acts_keeps_its_own_date(code: Code) -> None:
    record = code("Uganda shelled Kenya on Sunday, and Kenya expelled Ugandan diplomats on Monday.")
    dates = {event.type: event.date and event.date.start for event in record.events}
    assert dates == {"ASSAULT": "2024-03-03", "SANCTION": "2024-03-04"}


def test_evidence_is_the_sentence_and_the_trigger_its_word(code: Code) -> None:
    record = code(f"{CONDEMNED} Kenya recalled its ambassador from Uganda.")
    assert [(event.trigger.text, event.evidence.text) for event in record.events] == [
        ("condemned", CONDEMNED),
        ("recalled", "Kenya recalled its ambassador from Uganda."),
    ]


def test_every_span_holds_its_words(code: Code) -> None:
    for text, _ in SHAPES[:30]:
        for event in code(text).events:
            spans = [event.evidence, event.trigger, *(actor.span for actor in event.actors + event.recipients)]
            assert all(span.proves(text) for span in spans)


def test_an_old_act_is_history_only_where_the_report_has_a_day(code: Code) -> None:
    text = "Uganda invaded Kenya in 1979."
    assert one(code(text)).realis == "historical"
    assert one(code(text, published=None)).realis == "actual"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Chile vowed to release the Peruvian sailors.", "promise>"),
        ("Kenya urged Uganda to withdraw its troops.", "request>"),
        ("Peru threatened to impose an embargo on Chile.", "threaten>"),
    ],
)
def test_the_rule_names_the_operator_first(code: Code, text: str, rule: str) -> None:
    assert one(code(text)).rule.startswith(rule)


def test_the_context_of_a_pronoun_ends_with_the_neighbouring_paragraphs(code: Code) -> None:
    near = code("Kenya deployed troops on the border with Uganda.\nIt also expelled three Ugandan diplomats.")
    assert "SANCTION KEN>UGA" in [short_form(event) for event in near.events]
    nobody = code("It also expelled three Ugandan diplomats.")
    assert nobody.events == ()


def test_two_runs_give_the_same_events(code: Code) -> None:
    text = " ".join(text for text, _ in SHAPES[:6])
    assert code(text).events == code(text).events


def test_an_act_of_force_whose_victims_are_told_is_not_against_the_state_told_before(code: Code) -> None:
    record = code("Ethiopia accused Eritrea on Tuesday of spying. Ethiopian police arrested protesters in Addis Ababa.")
    assert [short_form(event) for event in record.events if event.trigger.text == "arrested"] == []


def test_an_act_of_force_that_tells_no_victim_is_against_the_state_told_before(code: Code) -> None:
    record = code("Ethiopia accused Eritrea on Tuesday of spying. Ethiopia closed its airspace on Wednesday.")
    assert "SANCTION ETH>ERI" in [short_form(event) for event in record.events]
