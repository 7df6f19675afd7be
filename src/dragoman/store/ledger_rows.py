"""Ledger rows: reports and lines of the ledger as rows of their tables.

In: Reports, Lines, Groups. Out: rows. Refuses nothing: what a report holds was checked with its record.
"""

from __future__ import annotations

from typing import Any

from ..ledger.contested import take_disputes
from ..ledger.gather import Group
from ..ledger.keys import number_of, stored_keys
from ..ledger.line import Line
from ..ledger.report import Report
from ..ledger.take import take_reports
from ..ledger.victims import find_victims
from ..record import Article, Event, Record
from ..record.happening import name_member

Row = dict[str, Any]
# Acts that hit people.
HARMFUL = "material conflict"
# The mark of lines that nothing has settled.
OPEN = "open"


def make_ledger_rows(record: Record) -> dict[str, list[Row]]:
    """All rows by which an article enters the ledger, by table, reports before their keys."""
    article = record.article
    reports = take_reports(record)
    return {
        "ledger_reports": [make_report_row(report) for report in reports],
        "ledger_keys": [row for report in reports for row in make_key_rows(report)],
        "disputes": [
            {
                "article_id": article.id,
                "ordinal": ordinal,
                "anchor": dispute.anchor,
                "day": article.published,
                "body": dispute.to_dict(),
            }
            for ordinal, dispute in enumerate(take_disputes(record))
        ],
        "victims": [row for event in record.events for row in make_victim_rows(event, article)],
    }


def make_victim_rows(event: Event, article: Article) -> list[Row]:
    """The rows of how many people an event hit by its words."""
    member = name_member("events", article.id, event.id)
    found = find_victims(event.evidence.text) if event.quad == HARMFUL else {}
    return [
        {"member": member, "outcome": outcome, "article_id": article.id, "count": count}
        for outcome, count in sorted(found.items())
    ]


def make_line_row(line: Line) -> Row:
    """The row of a line."""
    values = {"id": line.id, "due": line.due, "currency": line.currency, "amount": line.amount}
    return {**values, "body": line.to_dict()}


def make_mark_rows(line: Line) -> list[Row]:
    """The marks by which a line is found."""
    return [{"line_id": line.id, "mark": mark, "due": line.due} for mark in sorted(marks_of(line))]


def marks_of(line: Line) -> set[str]:
    """A line's parties, topics, kind and status, and the statuses that somebody says it has."""
    statuses = {line.status, *(each.status for each in line.said)}
    return {
        f"kind:{line.kind}",
        *(f"party:{code}" for code in line.parties),
        *(f"topic:{topic}" for topic in line.topics),
        *(f"status:{status}" for status in statuses),
        *([OPEN] if line.is_open else []),
    }


def make_link_rows(group: Group) -> list[Row]:
    """The reports of a line."""
    names = sorted({report.id for report in group.everything()})
    return [{"line_id": group.id, "report": number_of(name)} for name in names]


def make_report_row(report: Report) -> Row:
    """The row of a report; its happening is told when it is linked."""
    first, last = report.window or (None, None)
    return {
        "number": number_of(report.id),
        "id": report.id,
        "article_id": report.article_id,
        "kind": report.kind,
        "first_day": first,
        "last_day": last,
        "body": report.to_dict(),
        "happening_id": None,
    }


def make_key_rows(report: Report) -> list[Row]:
    """The rows of the keys of a report."""
    number = number_of(report.id)
    return [{"key": key, "report": number, "weight": weight} for key, weight in stored_keys(report)]
