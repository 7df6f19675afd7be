"""Imported: events of other event data in the same database, in tables of their own.

In: ImportedEvents of a file, or filters. Out: what became of each row; the events again. Refuses rows that not every
backend can hold. A row that is there already is not doubled; one that tells another story of the same event is left out
and told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, delete, func, insert, or_, select, union, update
from sqlalchemy.sql.selectable import CompoundSelect

from ..errors import StoreError
from ..record.imported import ImportedActor, ImportedEvent, ImportedFile
from . import tables
from .database import Database
from .find import check_limit, is_member, parse_day
from .pages import read_pages
from .rows import describe_trouble, require_text, walk_values
from .save import tell_time

# Rows in one transaction: enough to make its cost small, few enough that other writers get their turn.
BATCH_ROWS = 1000
# A file is meant by the beginning of its digest only where it is as long as this.
DIGEST_START = 8
ROLES = ("actor", "recipient")
PLAIN = (
    "source", "source_id", "day", "type", "mode", "cameo", "quad", "score", "place_name", "place_country", "place_lat",
    "place_lon", "place_geonameid", "url", "row",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FileToImport:
    """A file before it is read: its base name, its name in an archive, the digest of its content, its source."""

    name: str
    member: str | None
    digest: str
    source: str


@dataclass(slots=True)
class ImportOutcome:
    """How many events a file brought, how many rows were there already, how many were skipped."""

    added: int = 0
    known: int = 0
    skipped: int = 0


def add_events(
    database: Database,
    file: FileToImport,
    events: Iterable[ImportedEvent | None],
    *,
    on_skipped: Callable[[int, str], None],
) -> ImportOutcome:
    """Store the events of a file in transactions of bounded size; None stands for a row that could not be read.

    A row that is left out is told with its number and the reason. Where this is broken off, what was stored stays, and
    doing it again goes on from there.
    """
    outcome = ImportOutcome()
    rows = iter(events)
    while True:
        batch = list(islice(rows, BATCH_ROWS))
        storable = []
        for event in batch:
            trouble = None if event is None else _describe_event(event)
            if event is not None and trouble is not None:
                on_skipped(event.row, trouble)
            outcome.skipped += event is None or trouble is not None
            if event is not None and trouble is None:
                storable.append(event)
        last = len(batch) < BATCH_ROWS
        with database.writing() as connection:
            number = _number_file(connection, file)
            told = _write_batch(connection, number, storable, outcome)
            if last:
                done = update(tables.imported_files).where(tables.imported_files.c.number == number)
                connection.execute(done.values(finished=True, skipped=outcome.skipped))
        for row, reason in told:
            on_skipped(row, reason)
        if last:
            return outcome


def _number_file(connection: Connection, file: FileToImport) -> int:
    """The number of a file that is being imported, a new one where it was not before."""
    files = tables.imported_files
    old = connection.execute(select(files.c.number, files.c.source).where(files.c.digest == file.digest)).one_or_none()
    if old is not None and old.source != file.source:
        raise StoreError(
            f"{file.name} was imported as {old.source} before. Import it as that, or remove it first: "
            f"dragoman import --undo {file.name}"
        )
    if old is not None:
        return int(old.number)
    number = (connection.scalar(select(func.max(files.c.number))) or 0) + 1
    values = {"name": file.name, "member": file.member, "digest": file.digest, "source": file.source}
    connection.execute(
        insert(files), {"number": number, **values, "imported": tell_time(), "finished": False, "skipped": 0}
    )
    return int(number)


def _write_batch(
    connection: Connection, number: int, events: list[ImportedEvent], outcome: ImportOutcome
) -> list[tuple[int, str]]:
    """Write what is new; the rows that contradict what is there, with the reason."""
    there = _find_known(connection, events)
    told: list[tuple[int, str]] = []
    added: list[ImportedEvent] = []
    for event in events:
        known = there[event.source_id]
        others = [name for file, _, name in known if file != number]
        if any(content == event.content for _, content, _ in known):
            outcome.known += 1
        elif others:
            outcome.skipped += 1
            told.append((event.row, _describe_other(event, others[0])))
        else:
            known.append((number, event.content, ""))
            added.append(event)
    outcome.added += len(added)
    if added:
        connection.execute(insert(tables.imported_events), [_make_event_row(event, number) for event in added])
    actors = [row for event in added for row in _make_actor_rows(event, number)]
    if actors:
        connection.execute(insert(tables.imported_actors), actors)
    return told


def _find_known(connection: Connection, events: list[ImportedEvent]) -> defaultdict[str, list[tuple[int, str, str]]]:
    """What is stored under the ids of some events: file, content and name of the file."""
    found: defaultdict[str, list[tuple[int, str, str]]] = defaultdict(list)
    stored, files = tables.imported_events, tables.imported_files
    for source in {event.source for event in events}:
        ids = sorted({event.source_id for event in events if event.source == source})
        statement = select(stored.c.source_id, stored.c.file, stored.c.content, files.c.name)
        statement = statement.join_from(stored, files, stored.c.file == files.c.number)
        for row in connection.execute(statement.where(stored.c.source == source, stored.c.source_id.in_(ids))):
            found[row.source_id].append((row.file, row.content, row.name))
    return found


def _describe_other(event: ImportedEvent, name: str) -> str:
    return (
        f"the event {event.source_id!r} is there from {name} with other values; it was left as it is. "
        f"To replace it: dragoman import --undo {name}"
    )


def _describe_event(event: ImportedEvent) -> str | None:
    """Why an event cannot be stored, None where it can."""
    for path, value in walk_values(event.to_dict()):
        trouble = describe_trouble(value)
        if trouble is not None:
            return f"its {path} holds {trouble}"
    actors = (*event.actors, *event.recipients)
    for value in (event.source_id, event.type, *(actor.country for actor in actors)):
        if value is not None and len(value.encode("utf-8")) > tables.KEY_BYTES:
            return f"{value[:40]!r}... is longer than {tables.KEY_BYTES} bytes"
    return None


def _make_event_row(event: ImportedEvent, number: int) -> dict[str, Any]:
    return {**{name: getattr(event, name) for name in PLAIN}, "file": number, "content": event.content}


def _make_actor_rows(event: ImportedEvent, number: int) -> Iterator[dict[str, Any]]:
    for role, actors in zip(ROLES, (event.actors, event.recipients), strict=True):
        for ordinal, actor in enumerate(actors):
            place = {"file": number, "row": event.row, "role": role, "ordinal": ordinal}
            yield {**place, "country": actor.country, "name": actor.name, "sectors": list(actor.sectors)}


def find_imported(
    database: Database,
    *,
    dyad: tuple[str, str] | None = None,
    actor: str | None = None,
    type: str | None = None,
    source: str | None = None,
    since: str | date | None = None,
    until: str | date | None = None,
    limit: int | None = None,
) -> Iterator[ImportedEvent]:
    """The imported events by day, file and row; those without a day last. All filters must hold."""
    stored, files = tables.imported_events, tables.imported_files
    statement = select(stored, files.c.name, files.c.member)
    statement = statement.join_from(stored, files, stored.c.file == files.c.number)
    if since is not None:
        statement = statement.where(stored.c.day >= parse_day(since, what="since"))
    if until is not None:
        statement = statement.where(stored.c.day <= parse_day(until, what="until"))
    for column, wanted, what in ((stored.c.type, type, "type"), (stored.c.source, source, "source")):
        if wanted is not None:
            statement = statement.where(column == require_text(wanted, what=what))
    for keys in _select_keys(dyad, actor):
        chosen = keys.subquery()
        statement = statement.join(chosen, and_(chosen.c.file == stored.c.file, chosen.c.row == stored.c.row))
    ties = [stored.c.file, stored.c.row]
    for page in read_pages(database, statement, day=stored.c.day, ties=ties, limit=check_limit(limit)):
        with database.reading() as connection:
            actors = _read_actors(connection, page)
        yield from (_make_event(row, actors[row.file, row.row]) for row in page)


def _select_keys(dyad: tuple[str, str] | None, actor: str | None) -> Iterator[Select[Any] | CompoundSelect[Any]]:
    """The keys of the events that a dyad and an actor take part in, as `find.select_keys` has them."""
    if dyad is not None:
        first, second = (require_text(member, what="member of the dyad") for member in dyad)
        yield union(_select_pair(first, second), _select_pair(second, first))
    if actor is not None:
        keys = tables.imported_actors
        meant = is_member(keys, require_text(actor, what="actor"))
        yield select(keys.c.file, keys.c.row).where(meant).distinct()


def _select_pair(source: str, target: str) -> Select[Any]:
    """The keys of the events that `source` does to `target`, or that both do with no one else as the recipient."""
    doer, other, anyone = (tables.imported_actors.alias(name) for name in ("doer", "other", "anyone"))
    received = select(anyone.c.row).where(_same(anyone, doer), anyone.c.role == "recipient").exists()
    together = and_(other.c.role == "actor", other.c.ordinal != doer.c.ordinal, ~received)
    return (
        select(doer.c.file, doer.c.row)
        .join_from(doer, other, _same(other, doer))
        .where(is_member(doer, source), doer.c.role == "actor", is_member(other, target))
        .where(or_(other.c.role == "recipient", together))
    )


def _same(one: Any, other: Any) -> ColumnElement[bool]:
    return and_(one.c.file == other.c.file, one.c.row == other.c.row)


def _read_actors(
    connection: Connection, page: Sequence[Row[Any]]
) -> defaultdict[tuple[int, int], dict[str, list[ImportedActor]]]:
    """The actors of a page of events, by event and role, in order."""
    found: defaultdict[tuple[int, int], dict[str, list[ImportedActor]]] = defaultdict(
        lambda: {name: [] for name in ROLES}
    )
    actors = tables.imported_actors
    for file in {row.file for row in page}:
        rows = [row.row for row in page if row.file == file]
        statement = select(actors).where(actors.c.file == file, actors.c.row.in_(rows))
        for row in connection.execute(statement.order_by(actors.c.row, actors.c.ordinal)):
            found[row.file, row.row][row.role].append(ImportedActor(row.name, row.country, tuple(row.sectors)))
    return found


def _make_event(row: Row[Any], actors: dict[str, list[ImportedActor]]) -> ImportedEvent:
    values = {name: getattr(row, name) for name in PLAIN}
    label = row.name if row.member is None else f"{row.name}:{row.member}"
    return ImportedEvent(**values, actors=tuple(actors["actor"]), recipients=tuple(actors["recipient"]), file=label)


def list_files(database: Database) -> list[ImportedFile]:
    """The files that were imported, in the order in which they were first."""
    files, events = tables.imported_files, tables.imported_events
    counted = select(func.count()).where(events.c.file == files.c.number).scalar_subquery().label("events")
    with database.reading() as connection:
        rows = list(connection.execute(select(files, counted).order_by(files.c.number)))
    return [
        ImportedFile(row.name, row.member, row.digest, row.source, row.imported, row.finished, row.events, row.skipped)
        for row in rows
    ]


def forget_files(database: Database, digests: Iterable[str]) -> int:
    """Remove files and the events that they brought; how many events there were."""
    files, events = tables.imported_files, tables.imported_events
    removed = 0
    with database.writing() as connection:
        for digest in digests:
            number = connection.scalar(select(files.c.number).where(files.c.digest == digest))
            if number is not None:
                count = select(func.count()).select_from(events).where(events.c.file == number)
                removed += connection.scalar(count) or 0
                connection.execute(delete(files).where(files.c.number == number))
    return removed


def choose_files(there: Sequence[ImportedFile], meant: str) -> list[ImportedFile]:
    """The imported files that a name, a member's name or the beginning of a digest means. Raises StoreError where it
    means none, or several files of one name whose contents differ."""
    require_text(meant, what="file")
    found = [file for file in there if meant in (file.name, file.member, file.label)]
    if not found and len(meant) >= DIGEST_START:
        found = [file for file in there if file.digest.startswith(meant)]
    if not found:
        known = ", ".join(dict.fromkeys(file.label for file in there)) or "none"
        raise StoreError(f"No file {meant!r} was imported. Imported were: {known}.")
    if len({(file.name, file.member) for file in found}) < len(found):
        told = ", ".join(f"{file.label} of {file.imported} ({file.digest[:12]})" for file in found)
        raise StoreError(f"{meant!r} means several files: {told}. Give the beginning of the digest in brackets.")
    return found


class ImportedStore:
    """The imported events of an open database, beside the record and never part of it."""

    _database: Database

    def imported(
        self,
        *,
        dyad: tuple[str, str] | None = None,
        actor: str | None = None,
        type: str | None = None,
        source: str | None = None,
        since: str | date | None = None,
        until: str | date | None = None,
        limit: int | None = None,
    ) -> Iterator[ImportedEvent]:
        """The imported events by day, with the filters of `Store.events`; `source` is gdelt or polecat."""
        return find_imported(
            self._database, dyad=dyad, actor=actor, type=type, source=source, since=since, until=until, limit=limit
        )

    def imported_files(self) -> list[ImportedFile]:
        """The files that were imported, with how many events each brought."""
        return list_files(self._database)

    def add_imported(
        self,
        file: FileToImport,
        events: Iterable[ImportedEvent | None],
        *,
        on_skipped: Callable[[int, str], None],
    ) -> ImportOutcome:
        """Store the events of a file; None stands for a row that could not be read."""
        return add_events(self._database, file, events, on_skipped=on_skipped)

    def forget_imported(self, digests: Iterable[str]) -> int:
        """Remove imported files with the events that they brought; how many events there were."""
        return forget_files(self._database, digests)
