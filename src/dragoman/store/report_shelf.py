"""Report shelf: the reports of a database, read as the ledger asks for them and kept while it does.

In: a connection. Out: reports by id, article, line or happening, and those that may be of one line with another. A
shelf shows one state of the rows: after a change a new one is needed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, or_, select

from ..ledger.keys import ENOUGH, number_of, wanted_keys
from ..ledger.report import AGREEMENTS, Report
from . import tables
from .rows import explain_damage
from .shelf import take_chunks


class ReportShelf:
    """The reports read so far, by id, and the happening of each."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._reports: dict[str, Report] = {}
        self._homes: dict[str, str | None] = {}
        self._articles: dict[str, list[Report]] = {}

    def of_ids(self, ids: Iterable[str]) -> list[Report]:
        """The reports with these ids, as far as they are there, in canonical order."""
        wanted = sorted(set(ids))
        reports = tables.ledger_reports
        for some in take_chunks([each for each in wanted if each not in self._reports]):
            self._read(select_reports().where(reports.c.id.in_(some)))
        return sorted((self._reports[each] for each in wanted if each in self._reports), key=lambda each: each.order)

    def of_article(self, article_id: str) -> list[Report]:
        """The reports of an article."""
        if article_id not in self._articles:
            statement = select_reports().where(tables.ledger_reports.c.article_id == article_id)
            self._articles[article_id] = self._read(statement)
        return self._articles[article_id]

    def of_homes(self, ids: Iterable[str]) -> list[Report]:
        """The reports that are in one happening with one of these."""
        homes = {home for each in ids if (home := self._homes.get(each)) is not None}
        reports = tables.ledger_reports
        found: list[Report] = []
        for some in take_chunks(sorted(homes)):
            found += self._read(select_reports().where(reports.c.happening_id.in_(some)))
        return found

    def of_lines(self, line_ids: Iterable[str]) -> list[Report]:
        """The reports of some lines."""
        links, reports = tables.ledger_line_reports, tables.ledger_reports
        found: list[Report] = []
        for some in take_chunks(sorted(set(line_ids))):
            joined = select_reports().join(links, links.c.report == reports.c.number)
            found += self._read(joined.where(links.c.line_id.in_(some)))
        return found

    def lines_of(self, ids: Iterable[str]) -> set[str]:
        """The lines that some reports are in."""
        links = tables.ledger_line_reports
        found: set[str] = set()
        for some in take_chunks(sorted({number_of(each) for each in ids})):
            found |= set(self._connection.scalars(select(links.c.line_id).where(links.c.report.in_(some))))
        return found

    def homes_of(self, reports: Mapping[str, Report]) -> dict[str, str]:
        """The happening of each of these reports that is in one."""
        return {each: home for each in reports if (home := self._homes.get(each)) is not None}

    def near(self, many: Iterable[Report]) -> Iterator[tuple[Report, Report]]:
        """Each report with every other one that shares keys enough with it, and of agreements whose days may meet."""
        asking: defaultdict[int, list[Report]] = defaultdict(list)
        for report in many:
            # An agreement without any day is known by nothing.
            if report.kind != AGREEMENTS or report.window is not None:
                for key, _ in wanted_keys(report):
                    asking[key].append(report)
        shared: defaultdict[tuple[str, int], int] = defaultdict(int)
        by_id = {report.id: report for reports in asking.values() for report in reports}
        keys = tables.ledger_keys
        for some in take_chunks(sorted(asking)):
            statement = select(keys.c.key, keys.c.report, keys.c.weight).where(keys.c.key.in_(some))
            for key, number, weight in self._connection.execute(statement):
                for report in asking[key]:
                    shared[report.id, number] += weight
        pairs = [(name, number) for (name, number), weight in shared.items() if weight >= ENOUGH]
        others = self._of_numbers({number for _, number in pairs}, [by_id[name] for name, _ in pairs])
        for name, number in sorted(pairs):
            report, other = by_id[name], others.get(number)
            if other is not None and other.id != name and meets(report, other):
                yield report, other

    def _of_numbers(self, numbers: Iterable[int], asking: Sequence[Report]) -> dict[int, Report]:
        """The reports with these numbers; agreements only where their days may meet those of one that is asked for."""
        windows = [each.window for each in asking if each.window is not None]
        reports = tables.ledger_reports
        found: dict[int, Report] = {}
        known = {number_of(name): report for name, report in self._reports.items()}
        missing = []
        for number in sorted(numbers):
            if number in known:
                found[number] = known[number]
            else:
                missing.append(number)
        near: ColumnElement[bool] = reports.c.first_day.is_(None)
        if windows:
            first, last = min(window[0] for window in windows), max(window[1] for window in windows)
            near = or_(near, and_(reports.c.last_day >= first, reports.c.first_day <= last))
        for some in take_chunks(missing):
            for report in self._read(select_reports().where(reports.c.number.in_(some), near)):
                found[number_of(report.id)] = report
        return found

    def _read(self, statement: Select[Any]) -> list[Report]:
        found = []
        for row in self._connection.execute(statement):
            if row.id not in self._reports:
                with explain_damage(row.article_id):
                    self._reports[row.id] = Report.from_dict(row.body)
                self._homes[row.id] = row.happening_id
            found.append(self._reports[row.id])
        return sorted(found, key=lambda each: each.order)


def meets(one: Report, other: Report) -> bool:
    """Whether the days of two agreements may meet; of what has no days they always may."""
    if one.window is None or other.window is None:
        return True
    return one.window[0] <= other.window[1] and other.window[0] <= one.window[1]


def select_reports() -> Select[Any]:
    """What a report is read from."""
    reports = tables.ledger_reports
    return select(reports.c.id, reports.c.article_id, reports.c.body, reports.c.happening_id)
