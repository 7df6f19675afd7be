"""Ledger rows: reports and lines of the ledger as rows of their tables.

In: Reports, Lines, Groups. Out: rows. Refuses nothing: what a report holds was checked with its record.
"""

from __future__ import annotations

from typing import Any

from ..ledger.gather import Group
from ..ledger.keys import number_of, stored_keys
from ..ledger.line import Line
from ..ledger.report import Report

Row = dict[str, Any]
# The mark of lines that nothing has settled.
OPEN = "open"


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
