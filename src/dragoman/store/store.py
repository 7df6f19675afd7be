"""Store: the record of many articles in one database.

In: records, as they are coded. Out: the same records, lists of articles and events, counts. Refuses databases of other
programs or of a newer dragoman, and records that not every backend can hold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

from ..errors import StoreError
from ..record import Record, Sighting, Sightings
from .address import parse_address, require_file
from .check import find_troubles
from .database import BUSY_SECONDS, open_engine
from .entering import Entering
from .find import ArticleRow, EventRow, count_all, find_articles, find_events, match_ids, read_record, resolve_id
from .imported import ImportedStore
from .kept import KeptStore
from .migrate import prepare_database
from .reader import DyadReader
from .rows import Row, make_rows, require_text
from .save import SaveOutcome, delete_article, require_coder, write_rows
from .sightings import SeenBefore, find_sightings
from .stream import Selection, StoredRecord, stream_records

# One transaction holds so many articles, or so many characters of them, whichever is reached first: enough to make
# the cost of a transaction small, few enough that other writers get their turn and little is lost by a kill.
BATCH_ARTICLES = 100
BATCH_CHARACTERS = 4_000_000


class Store(KeptStore, ImportedStore):
    """An open database of records. Use it in a `with` block, or close it. Threads may share it."""

    @classmethod
    def open(cls, url: str | Path, *, create: bool = True, timeout: float = BUSY_SECONDS) -> Self:
        """Open a file path or a URL and bring its tables up to date.

        Without `create` the database must be there. `timeout` is how many seconds to wait for another writer.
        """
        address = parse_address(url)
        require_file(address, create=create)
        database = open_engine(address, timeout=timeout)
        try:
            prepare_database(database, create=create)
        except BaseException:
            database.close()
            raise
        return cls(database)

    def close(self) -> None:
        """Give the database back. Closing twice does nothing."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def place(self) -> str:
        """The database in words, without any password."""
        return self._database.place

    def save(self, record: Record, *, coder: str) -> SaveOutcome:
        """Store one record in one transaction; `coder` is the version of the code and model that made it."""
        return self._write([make_rows(record)], coder=require_coder(coder))[0]

    def save_many(
        self,
        records: Iterable[Record],
        *,
        coder: str,
        on_refused: Callable[[Record, StoreError], None] | None = None,
    ) -> list[SaveOutcome]:
        """Store records in transactions of bounded size; the outcomes stand in the order of the stored records.

        A record that cannot be stored is given to `on_refused` and left out. Without it the error is raised; what
        came before an error, of a record or of `records` itself, is stored all the same.
        """
        require_coder(coder)
        outcomes: list[SaveOutcome] = []
        batch: list[dict[str, list[Row]]] = []
        characters = 0
        try:
            for record in records:
                try:
                    rows = make_rows(record)
                except StoreError as error:
                    if on_refused is None:
                        raise
                    on_refused(record, error)
                    continue
                batch.append(rows)
                characters += len(record.article.text)
                if len(batch) >= BATCH_ARTICLES or characters >= BATCH_CHARACTERS:
                    # Emptied first: a batch that fails is not tried again on the way out.
                    full, batch, characters = batch, [], 0
                    outcomes += self._write(full, coder=coder)
        finally:
            outcomes += self._write(batch, coder=coder)
        return outcomes

    def _write(self, batch: list[dict[str, list[Row]]], *, coder: str) -> list[SaveOutcome]:
        if not batch:
            return []
        with self._database.writing() as connection:
            linking = Entering(connection)
            outcomes = [write_rows(connection, rows, coder=coder, linking=linking) for rows in batch]
            linking.settle()
            return outcomes

    def get(self, article_id: str) -> Record | None:
        """The record of an article by its id or the beginning of it; None where there is none."""
        with self._database.reading() as connection:
            found = match_ids(connection, article_id)
            return None if found is None else read_record(connection, found)

    def resolve_id(self, prefix: str) -> str:
        """The whole id of the one article whose id is `prefix` or begins with it; refuses none and several."""
        with self._database.reading() as connection:
            return resolve_id(connection, prefix)

    def articles(
        self,
        *,
        country: str | None = None,
        since: str | date | None = None,
        until: str | date | None = None,
        limit: int | None = None,
        after: str | None = None,
    ) -> Iterator[ArticleRow]:
        """The articles by day of publication and id, those without a day last; `after` is the id to go on from."""
        return find_articles(self._database, country=country, since=since, until=until, limit=limit, after=after)

    def events(
        self,
        *,
        dyad: tuple[str, str] | None = None,
        actor: str | None = None,
        type: str | None = None,
        since: str | date | None = None,
        until: str | date | None = None,
        limit: int | None = None,
    ) -> Iterator[EventRow]:
        """The events by day; a dyad is met in either direction, an actor in any role."""
        return find_events(self._database, dyad=dyad, actor=actor, type=type, since=since, until=until, limit=limit)

    def records(self, selection: Selection | None = None) -> Iterator[StoredRecord]:
        """The records with the findings that a selection wants, one after the other, from one unchanging view."""
        return stream_records(self._database, selection or Selection())

    def sightings(self, country: str) -> list[Sighting]:
        """What the stored articles teach of the officials of a state, by day, and what they teach of the same names for
        other states."""
        return find_sightings(self._database, require_text(country, what="country"))

    def seen_before(self, article_id: str) -> Sightings:
        """Who tells an article what the articles teach that were stored before it: all where it is not stored yet."""
        return SeenBefore(self._database, require_text(article_id, what="article id"))

    @property
    def dyads(self) -> DyadReader:
        """What can be asked about pairs of states."""
        return DyadReader(self._database)

    def counts(self) -> dict[str, int]:
        """How many `articles`, findings of each kind and `refused` findings are stored."""
        with self._database.reading() as connection:
            return count_all(connection)

    def delete(self, article_id: str) -> bool:
        """Drop an article, by its whole id, with all its findings; whether there was one."""
        require_text(article_id, what="article id")
        with self._database.writing() as connection:
            linking = Entering(connection)
            there = delete_article(connection, article_id, linking=linking)
            linking.settle()
            return there

    def check(self) -> list[str]:
        """What is wrong with the stored record, one sentence each; empty where all is well."""
        return list(find_troubles(self._database))
