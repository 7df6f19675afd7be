"""Entering: keep the lines of the ledger right while articles come, change and go, and users decide.

In: a connection within a writing transaction, and which articles changed. Out: happenings as `Linking` keeps them, and
lines as gathering all reports anew would give them. Only reports that hang together with a changed one are looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, Connection, delete, insert, or_, select, update

from ..ledger.gather import Group, gather_groups
from ..ledger.history import make_line
from ..ledger.report import AGREEMENTS, COMMITMENTS, Report
from ..ledger.same import tie
from ..link import settle_wishes
from ..record import Decision
from . import tables
from .decisions import touching
from .ledger_rows import make_line_row, make_link_rows, make_mark_rows
from .linking import Linking
from .report_shelf import ReportShelf
from .shelf import take_chunks

KINDS = (AGREEMENTS, COMMITMENTS)


class Entering(Linking):
    """What a transaction changed so far, in happenings and in the ledger. `settle` must be called before it ends."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._blocks: set[str] = set()
        self._entered: set[str] = set()
        self._reports: set[str] = set()
        self._lines: set[str] = set()

    def leave(self, article_id: str) -> None:
        """Note what the mentions and reports of an article touch, before they are dropped."""
        super().leave(article_id)
        self.leave_lines(article_id)

    def leave_lines(self, article_id: str) -> None:
        """Note what the reports of an article touch, before they are dropped."""
        shelf = ReportShelf(self._connection)
        gone = shelf.of_article(article_id)
        names = {each.id for each in gone}
        lines = shelf.lines_of(names)
        self._lines |= lines
        self._reports |= {each.id for each in shelf.of_lines(lines)} - names
        self._reports |= {other.id for report, other in shelf.near(gone) if tie(report, other) is not None} - names
        self._blocks |= self._read_blocks([article_id])

    def enter(self, article_id: str) -> None:
        """Note an article whose mentions and reports are there now."""
        super().enter(article_id)
        self.enter_lines(article_id)

    def enter_lines(self, article_id: str) -> None:
        """Note an article whose reports are there now."""
        self._entered.add(article_id)

    def settle(self) -> None:
        """Link what was touched anew, and write the lines that follow."""
        super().settle()
        self.settle_lines()

    def settle_lines(self) -> None:
        """Write the lines anew that what was touched belongs to, where the happenings are right already."""
        shelf = ReportShelf(self._connection)
        for article_id in sorted(self._entered):
            self._reports |= {each.id for each in shelf.of_article(article_id)}
        self._reports |= self._follow_happenings(self._blocks | self._read_blocks(self._entered))
        shelf = ReportShelf(self._connection)
        region, decisions = self._collect_reports(shelf)
        homes = shelf.homes_of(region)
        groups = gather_groups(region.values(), homes, settle_wishes(decisions).apart)
        self._lines |= shelf.lines_of(region)
        self._write_lines(groups, homes)
        self._blocks, self._entered, self._reports, self._lines = set(), set(), set(), set()

    def note_articles(self, article_ids: Iterable[str]) -> None:
        """Note articles whose happenings a decision has changed."""
        self._blocks |= self._read_blocks(article_ids)

    def _read_blocks(self, article_ids: Iterable[str]) -> set[str]:
        """The blocks within which a change of these articles may change happenings."""
        members = tables.happening_members
        found: set[str] = set()
        for some in take_chunks(sorted(set(article_ids))):
            statement = select(members.c.block).where(members.c.article_id.in_(some), members.c.kind.in_(KINDS))
            found |= set(self._connection.scalars(statement))
        return found

    def _follow_happenings(self, blocks: Iterable[str]) -> set[str]:
        """Take over the happenings of members that are no longer in the one that the ledger knows; their reports. A
        happening that a user made of several blocks is followed into all of them."""
        members, reports = tables.happening_members, tables.ledger_reports
        moved = or_(
            reports.c.happening_id.is_(None),
            members.c.happening_id.is_(None),
            reports.c.happening_id != members.c.happening_id,
        )
        changed = (
            select(members.c.id, members.c.happening_id, reports.c.happening_id.label("before"))
            .join_from(members, reports, reports.c.id == members.c.id)
            .where(moved)
        )
        found: dict[str, str | None] = {}
        homes: set[str] = set()
        frontier: list[ColumnElement[bool]] = [members.c.block.in_(some) for some in take_chunks(sorted(blocks))]
        while frontier:
            rows = [row for condition in frontier for row in self._connection.execute(changed.where(condition))]
            found.update((row.id, row.happening_id) for row in rows)
            fresh = {home for row in rows for home in (row.happening_id, row.before) if home} - homes
            homes |= fresh
            frontier = [
                or_(members.c.happening_id.in_(some), reports.c.happening_id.in_(some))
                for some in take_chunks(sorted(fresh))
            ]
        for name, home in found.items():
            self._connection.execute(update(reports).where(reports.c.id == name).values(happening_id=home))
        return set(found)

    def _collect_reports(self, shelf: ReportShelf) -> tuple[dict[str, Report], list[Decision]]:
        """All reports that hang together with the noted ones: by a tie, a happening, a line or a decision."""
        region: dict[str, Report] = {}
        decisions: dict[int, Decision] = {}
        frontier = shelf.of_ids(self._reports)
        while frontier:
            region.update((report.id, report) for report in frontier)
            reached = {other.id for report, other in shelf.near(frontier) if tie(report, other) is not None}
            names = [report.id for report in frontier]
            reached |= {each.id for each in shelf.of_homes(names)}
            reached |= {each.id for each in shelf.of_lines(shelf.lines_of(names))}
            articles = sorted({report.article_id for report in frontier})
            reached |= {
                other.id
                for article_id in articles
                for other in shelf.of_article(article_id)
                if other.same_as in region or any(each.same_as == other.id for each in frontier)
            }
            decisions.update(touching(self._connection, articles))
            frontier = shelf.of_ids(reached - set(region))
        return region, list(decisions.values())

    def _write_lines(self, groups: Sequence[Group], homes: dict[str, str]) -> None:
        """Put the lines of the groups in place of those that were touched."""
        lines, marks, links = tables.ledger_lines, tables.ledger_marks, tables.ledger_line_reports
        made = [(make_line(group, homes), group) for group in groups]
        for some in take_chunks(sorted({*self._lines, *(line.id for line, _ in made)})):
            for table, column in ((marks, marks.c.line_id), (links, links.c.line_id), (lines, lines.c.id)):
                self._connection.execute(delete(table).where(column.in_(some)))
        for table, rows in (
            (lines, [make_line_row(line) for line, _ in made]),
            (marks, [row for line, _ in made for row in make_mark_rows(line)]),
            (links, [row for _, group in made for row in make_link_rows(group)]),
        ):
            if rows:
                self._connection.execute(insert(table), rows)
