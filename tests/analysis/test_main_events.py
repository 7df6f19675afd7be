"""Main events: those that most reports tell, the strongest of several, a few of each of the last months."""

from __future__ import annotations

from typing import Any

from dragoman.analysis.main_events import MOST_A_MONTH, MOST_MONTHS, make_groups, pick_groups
from dragoman.record.counts import SpanCount


def row(span: str, number: int = 1, score: float = 1.0, **changes: Any) -> SpanCount:
    values = {"actor": "CHL", "recipient": "PER", "type": "CONSULT", "quad": "verbal cooperation", "attributed": 0}
    return SpanCount(**{**values, "dated": number, "span": span, "number": number, "score": score, **changes})


def picked(*rows: SpanCount) -> list[tuple[str, str, int]]:
    return [(group.span, group.type, group.reports) for group in pick_groups(rows)[0]]


def test_months_stand_with_the_latest_first_and_their_most_reported_events() -> None:
    rows = [row(f"2031-03-{at:02}", number=at) for at in range(1, 6)]
    assert picked(*rows, row("2031-04-01", 1), row("2031-02", 9)) == [
        ("2031-04-01", "CONSULT", 1),
        ("2031-03-05", "CONSULT", 5),
        ("2031-03-04", "CONSULT", 4),
        ("2031-03-03", "CONSULT", 3),
        ("2031-02", "CONSULT", 9),
    ]
    assert pick_groups(rows)[1] == 5 - MOST_A_MONTH


def test_the_strongest_goes_first_where_reports_are_as_many() -> None:
    rows = [row("2031-03-01", 2, 2.0 * at, type=name) for at, name in ((4, "A"), (-9, "B"), (1, "C"), (0, "D"))]
    assert {name for _, name, _ in picked(*rows)} == {"A", "B", "C"}


def test_whose_words_it_is_and_which_way_it_goes_make_no_two_events_of_one() -> None:
    groups = make_groups([row("2031-03-01", 2, 4.0), row("2031-03-01", 3, 9.0, attributed=1, dated=0)])
    assert [(each.reports, each.score, each.dated) for each in groups] == [(5, 2.6, True)]
    assert len(make_groups([row("2031-03-01"), row("2031-03-01", actor="PER", recipient="CHL")])) == 2


def test_what_lies_in_no_month_is_left_out_and_counted() -> None:
    assert pick_groups([row("2030-01-01/2030-12-31"), row("")]) == ([], 2)


def test_only_the_last_months_are_told() -> None:
    rows = [row(f"{2020 + at // 12}-{at % 12 + 1:02}-01") for at in range(MOST_MONTHS + 5)]
    groups, left_out = pick_groups(rows)
    assert (len(groups), left_out) == (MOST_MONTHS, 5)
    assert groups[0].span == rows[-1].span
