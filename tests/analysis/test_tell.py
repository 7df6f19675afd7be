"""Telling: sentences that say what the findings say, and nothing that only one of several says."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dragoman.analysis.main_events import Group
from dragoman.analysis.statement import MOST_CITED, Citation, Statement, cite, tell_days, tell_span
from dragoman.analysis.tell import Teller, alike, name_actor
from dragoman.errors import AnalysisError
from dragoman.record import Period, When

from .found import (
    ANA,
    CHILE,
    DAY,
    MARCH,
    PERU,
    cut,
    found,
    make_agreement,
    make_claim,
    make_commitment,
    make_condition,
    make_event,
    make_meeting,
    row,
    seen,
)  # fmt: skip

TELL = Teller({"PER": "Peru", "CHL": "Chile"})
GROUP = Group("PER", "CHL", "2031-03-03", "CONSULT", 1, 4.0, True)


def test_a_citation_has_the_words_their_place_and_the_article() -> None:
    assert cite(row(make_event())) == Citation(
        "art-1", "Neighbours talk", "The Example", "2031-03-04", "https://news.example/1", 0, 42,
        "Ana Quispe of Peru met the envoys of Chile",
    )  # fmt: skip


def test_a_statement_that_cites_nothing_is_refused() -> None:
    with pytest.raises(AnalysisError, match="'Peru is large.' cites nothing"):
        Statement("Peru is large.", ())


def test_only_so_many_reports_are_cited_and_the_others_counted() -> None:
    told = TELL.meeting([row(make_meeting(), article_id=f"art-{at}") for at in range(MOST_CITED + 2)])
    assert (len(told.citations), told.reports, told.left_out) == (MOST_CITED, MOST_CITED + 2, 2)


@pytest.mark.parametrize(
    ("events", "text"),
    [
        ([{}], "On 2031-03-03: CONSULT (visit), Peru towards Chile."),
        ([{}, {"mode": "phone"}], "On 2031-03-03: CONSULT, Peru towards Chile."),
        ([{"actors": (PERU, CHILE), "recipients": ()}], "On 2031-03-03: CONSULT (visit), Peru and Chile."),
        (
            [{}, {"actors": (PERU, CHILE), "recipients": ()}],
            "On 2031-03-03: CONSULT (visit), between Peru and Chile.",
        ),
        (
            [{"attribution": ANA}],
            "On 2031-03-03: CONSULT (visit), Peru towards Chile, in the words of trade minister Ana Quispe (PER).",
        ),
        # One outlet that reports it by itself is enough.
        ([{"attribution": ANA}, {}], "On 2031-03-03: CONSULT (visit), Peru towards Chile."),
    ],
)
def test_main_events_say_only_what_all_cited_reports_say(events: list[dict[str, Any]], text: str) -> None:
    told = TELL.group(GROUP, found(*(make_event(**changes) for changes in events)))
    assert (told.text, told.head) == (text, "2031-03")


def test_main_events_with_more_reports_than_are_cited_name_no_mode() -> None:
    assert TELL.group(GROUP, found(make_event(), count=9)).text == "On 2031-03-03: CONSULT, Peru towards Chile."


def test_main_events_without_a_day_of_their_own_were_reported_on_a_day() -> None:
    group = Group("PER", "CHL", "2031-03-04", "CONSULT", 1, 4.0, False)
    assert TELL.group(group, found(make_event(date=None))).text.startswith("Reported on 2031-03-04: ")


@pytest.mark.parametrize(
    ("span", "words"),
    [
        ("2031-03-03", "on 2031-03-03"),
        ("2031-03-01/2031-03-31", "in 2031-03"),
        ("2030-01-01/2030-12-31", "in 2030"),
        ("2031-03-01/2031-03-07", "between 2031-03-01 and 2031-03-07"),
        ("", "on a day that is not known"),
    ],
)
def test_spans_in_words(span: str, words: str) -> None:
    assert tell_span(span) == words


def test_open_days_in_words() -> None:
    assert [tell_days(None, "2033-12-31"), tell_days("2031-01-01", None), tell_days(None, None)] == [
        "by 2033-12-31", "from 2031-01-01 on", "on a day that is not known",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({}, "Memorandum of understanding of Peru, Chile: signed on 2031-03-03."),
        ({"kind": "treaty", "date": None}, "Treaty of Peru, Chile: signed."),
        ({"status": "planned", "date": When(cut("on 3 March 2031"), None, "2033-12-31", "year")},
         "Memorandum of understanding of Peru, Chile: planned by 2033-12-31."),
        ({"grouped": True, "count": 3, "kind": "plan"}, "3 × plan of Peru, Chile: signed on 2031-03-03."),
        ({"grouped": True, "kind": "plan"}, "several × plan of Peru, Chile: signed on 2031-03-03."),
        ({"period": Period("2031-06-01", None)},
         "Memorandum of understanding of Peru, Chile: signed on 2031-03-03, for 2031-06-01 to …."),
        ({"parties": ("PER", "XXX")}, "Memorandum of understanding of Peru, XXX: signed on 2031-03-03."),
    ],
)  # fmt: skip
def test_agreements_with_their_status(changes: dict[str, Any], text: str) -> None:
    assert TELL.agreement([row(make_agreement(**changes))]).text == text


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({}, "trade minister Ana Quispe (PER): “a pact worth 5 million pesos”, 5,000,000 CLP, due 2033; open."),
        ({"promised_by": (), "deadline": None, "amount": None, "what": "a \n pact"},
         "Peru, Chile: “a pact”, no day named; open."),
        ({"currency": None, "unit": "tonnes", "amount": 2.5, "status": "met"},
         "trade minister Ana Quispe (PER): “a pact worth 5 million pesos”, 2.5 tonnes, due 2033; met."),
    ],
)  # fmt: skip
def test_commitments_with_the_day_they_are_due(changes: dict[str, Any], text: str) -> None:
    assert TELL.commitment([row(make_commitment(**changes))]).text == text


def test_meetings_with_who_met_by_the_reports_that_are_cited() -> None:
    attended = [(ANA, CHILE), (PERU, CHILE), (ANA, CHILE), (ANA, replace(CHILE, country="BOL"))]
    rows = [row(make_meeting(participants=each)) for each in attended]
    told = TELL.meeting(rows)
    assert told.text == (
        "Visit of Peru, Chile in Arica on 2031-03-03: trade minister Ana Quispe (PER), Chile (CHL), Peru (PER)."
    )
    planned = TELL.meeting([row(make_meeting(realis="future", place=None, date=None, participants=()))])
    assert planned.text == "Visit of Peru, Chile (future)."


def test_claims_conditions_officials_and_words_of_one_side() -> None:
    assert TELL.claim(row(make_claim())).text == (
        "trade minister Ana Quispe (PER) about Chile, in these words, published on 2031-03-04."
    )
    assert TELL.claim(row(make_claim(quote=False), published=None)).text.endswith(
        "as reported, published on a day that is not known."
    )
    assert TELL.condition([row(make_condition())]).text == "Mechanism, Peru, Chile: “a pact”."
    assert TELL.official([seen()]).text == "Ana Quispe, trade minister, Peru; in an article published on 2031-03-04."
    event = make_event(attribution=ANA, date=MARCH)
    assert TELL.attributed(row(event)).text == (
        "trade minister Ana Quispe (PER) says: CONSULT (visit), Peru towards Chile, in 2031-03."
    )


def test_contradictions_cite_both_sides() -> None:
    told = TELL.contradiction(
        row(make_event(type="ASSAULT", mode=None), article_id="art-1"),
        row(make_event(type="ASSAULT", mode=None, realis="negated", attribution=ANA, date=None), article_id="art-2"),
    )
    assert told.text == (
        "ASSAULT, Peru towards Chile: the outlet reports that it was done, on 2031-03-03; "
        "trade minister Ana Quispe (PER) says that it was not, reported on 2031-03-04."
    )
    assert [each.article for each in told.citations] == ["art-1", "art-2"]


def test_actors_without_a_name_are_called_by_their_words() -> None:
    nobody = ANA.__class__(cut("the envoys of Chile"))
    assert name_actor(nobody) == "the envoys of Chile"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (make_agreement(), make_agreement(id="a2", parties=("CHL", "PER")), True),
        (make_agreement(), make_agreement(status="ratified"), False),
        (make_agreement(), make_agreement(date=MARCH), False),
        (make_commitment(), make_commitment(id="c2"), True),
        (make_commitment(), make_commitment(amount=6000000), False),
        (make_commitment(), make_commitment(promised_by=(CHILE,)), False),
        (make_meeting(), make_meeting(participants=(PERU,)), True),
        (make_meeting(), make_meeting(realis="future"), False),
        (make_condition(), make_condition(what="A pact"), True),
        (make_condition(), make_condition(kind="obstacle"), False),
        (make_claim(), make_claim(id="q2"), False),
    ],
)
def test_only_what_says_the_same_stands_together(one: Any, other: Any, same: bool) -> None:
    assert (alike(row(one)) == alike(row(other))) is same


def test_a_finding_of_another_kind_is_no_agreement() -> None:
    with pytest.raises(TypeError, match="is no Agreement"):
        TELL.agreement([row(make_event())])
    assert DAY.start == "2031-03-03"
