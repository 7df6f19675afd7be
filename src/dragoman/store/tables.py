"""Tables: the database's shape, derived from the dataclasses of the record.

One table of articles, one for each kind of finding with its columns and its whole `body`, one for each link to many
countries or actors, the dyads of events and claims, one of sightings, one of refusals. Rows hang on their article
and go with it. Ids of findings are unique within an article only, so every key begins with the article's id.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from functools import cache
from types import MappingProxyType
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Double,
    ForeignKeyConstraint,
    Index,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
)
from sqlalchemy.types import TypeEngine

from ..record import KINDS, Article
from .columns import LINK_TABLES, LINKS, FieldColumn, Link, columns_of, finding_columns, proof_columns
from .happening_tables import make_bands, make_decisions, make_happenings, make_members, make_plans, make_states
from .imported_tables import make_files, make_imported, make_imported_actors
from .ledger_tables import (
    make_disputes,
    make_keys,
    make_line_reports,
    make_lines,
    make_marks,
    make_reports,
    make_victims,
)

# PostgreSQL sorts by the rules of a language unless told otherwise; SQLite sorts by bytes. One order for both.
KEY_TEXT = Text().with_variant(Text(collation="C"), "postgresql")

# An entry in a PostgreSQL index may have about 2700 bytes; three key columns and their overhead stay below.
KEY_BYTES = 512

# The index over the dyads holds nine texts, so each has less room; lists of contexts are the longest of them.
DYAD_KEY_BYTES = MappingProxyType({"contexts": 800})
SHORT_KEY_BYTES = 200

# Columns of a dataclass that are keys or stand in an ordered index, wherever they occur.
KEY_COLUMNS = frozenset({"id", "country", "published", "type", "speaker_country"})

NAMING = MappingProxyType(
    {
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)

TYPES: MappingProxyType[type, type[TypeEngine[Any]]] = MappingProxyType(
    {str: Text, int: BigInteger, float: Double, bool: Boolean}
)

metadata = MetaData(naming_convention=dict(NAMING))


def make_columns(columns: Iterable[FieldColumn]) -> list[Column[Any]]:
    """SQL columns for the fields of a dataclass."""
    return [
        Column(
            column.name,
            KEY_TEXT if column.name in KEY_COLUMNS and column.type is str else TYPES[column.type](),
            nullable=column.nullable,
        )
        for column in columns
    ]


def make_articles() -> Table:
    """The articles, with what was coded when and by what."""
    names = [field.name for field in fields(Article) if field.name != "regions"]
    return Table(
        "articles",
        metadata,
        *make_columns(column for name in names for column in columns_of(Article, name=name)),
        Column("regions", JSON, nullable=False),
        Column("content_digest", Text, nullable=False),
        Column("coder", Text, nullable=False),
        Column("first_coded", Text, nullable=False),
        Column("last_coded", Text, nullable=False),
        # The place in the order in which the articles were first stored; an article learns from those before it.
        Column("number", BigInteger, nullable=False, server_default="0"),
        # What linked its findings to those of other articles; empty where `dragoman link` has not been run yet.
        Column("linked", Text, nullable=True),
        # What entered its reports into the ledger; empty likewise.
        Column("entered", Text, nullable=True),
        PrimaryKeyConstraint("id"),
        Index(None, "published", "id"),
        Index(None, "number"),
    )


def make_findings(kind: str) -> Table:
    """The findings of one kind; `ordinal` keeps their order within the article."""
    days = ("first_day", "last_day") if kind == "events" else ()
    return Table(
        kind,
        metadata,
        Column("article_id", KEY_TEXT, nullable=False),
        *make_columns(finding_columns(kind)),
        # An event's days for queries: its own date, else the day on which it was reported.
        *(Column(name, KEY_TEXT, nullable=True) for name in days),
        Column("ordinal", BigInteger, nullable=False),
        Column("body", JSON, nullable=False),
        PrimaryKeyConstraint("article_id", "id"),
        ForeignKeyConstraint(["article_id"], ["articles.id"], ondelete="CASCADE"),
    )


def make_links(table: str, links: list[Link]) -> Table:
    """The countries or actors of the findings of one kind."""
    kind = links[0].kind
    has_actors = links[0].has_actors
    role = ["role"] if links[0].role else []
    linked = Table(
        table,
        metadata,
        Column("article_id", KEY_TEXT, nullable=False),
        Column("finding_id", KEY_TEXT, nullable=False),
        *(Column(name, KEY_TEXT, nullable=False) for name in role),
        Column("ordinal", BigInteger, nullable=False),
        Column("country", KEY_TEXT, nullable=has_actors),
        *([Column("name", Text, nullable=True), Column("sectors", JSON, nullable=False)] if has_actors else []),
        PrimaryKeyConstraint("article_id", "finding_id", *role, "ordinal"),
        ForeignKeyConstraint(["article_id", "finding_id"], [f"{kind}.article_id", f"{kind}.id"], ondelete="CASCADE"),
        Index(None, "country", "article_id", "finding_id"),
    )
    if has_actors:
        # Names may be longer than an ordered index allows; they are only asked for as a whole.
        Index(None, linked.c.name, postgresql_using="hash")
    return linked


def make_dyads() -> Table:
    """The ordered pairs of states of each event."""
    key = ["article_id", "finding_id", "actor", "recipient"]
    return Table(
        "event_dyads",
        metadata,
        *(Column(name, KEY_TEXT, nullable=False) for name in key),
        # Whether the row is the first of its unordered pair: an event counts once where direction does not matter.
        Column("leads", Boolean, nullable=False),
        Column("realis", KEY_TEXT, nullable=False),
        # The month on which the event surely falls ("2024-06"), else the days between which it does
        # ("2024-05-27/2024-06-02"), else nothing.
        Column("span", KEY_TEXT, nullable=False),
        # The first and the last day on which it may have begun.
        *(Column(name, KEY_TEXT, nullable=True) for name in ("day", "latest")),
        Column("type", KEY_TEXT, nullable=False),
        Column("quad", KEY_TEXT, nullable=False),
        # Whether only somebody whom the outlet names says so, and whether the event has a date of its own.
        Column("attributed", Boolean, nullable=False),
        Column("dated", Boolean, nullable=False),
        Column("score", Double, nullable=False),
        Column("contexts", KEY_TEXT, nullable=False),
        PrimaryKeyConstraint(*key),
        ForeignKeyConstraint(["article_id", "finding_id"], ["events.article_id", "events.id"], ondelete="CASCADE"),
        # Holds whatever is counted, in the order in which it is grouped by day, so that the index alone answers.
        Index(
            "ix_event_dyads_days",
            *("actor", "recipient", "realis", "span", "day", "latest", "type", "quad", "leads"),
            *("attributed", "dated", "score", "contexts"),
        ),
        sqlite_with_rowid=False,
    )


def make_dyad_spans() -> Table:
    """How many rows of `event_dyads` are alike in all but their day within a month; triggers keep the numbers."""
    key = ("actor", "recipient", "leads", "realis", "span", "type", "quad", "attributed")
    flags = frozenset({"leads", "attributed"})
    return Table(
        "dyad_spans",
        metadata,
        *(Column(name, Boolean if name in flags else KEY_TEXT, nullable=False) for name in key),
        Column("number", BigInteger, nullable=False),
        Column("dated", BigInteger, nullable=False),
        Column("score", Double, nullable=False),
        PrimaryKeyConstraint(*key),
        sqlite_with_rowid=False,
    )


def make_claim_dyads() -> Table:
    """Who says something about whom, by state and day of publication."""
    key = ["article_id", "finding_id", "about"]
    return Table(
        "claim_dyads",
        metadata,
        *(Column(name, KEY_TEXT, nullable=False) for name in (*key, "speaker")),
        Column("day", KEY_TEXT, nullable=True),
        PrimaryKeyConstraint(*key),
        ForeignKeyConstraint(["article_id", "finding_id"], ["claims.article_id", "claims.id"], ondelete="CASCADE"),
        Index(None, "speaker", "about", "day", "article_id"),
        sqlite_with_rowid=False,
    )


def make_sightings() -> Table:
    """What the persons of an article teach of their names; `name_key` is the folded name."""
    return Table(
        "sightings",
        metadata,
        Column("article_id", KEY_TEXT, nullable=False),
        Column("finding_id", KEY_TEXT, nullable=False),
        Column("name", Text, nullable=False),
        Column("name_key", Text, nullable=False),
        Column("office", Text, nullable=False),
        Column("country", KEY_TEXT, nullable=False),
        Column("sectors", JSON, nullable=False),
        Column("day", KEY_TEXT, nullable=True),
        Column("evidence_start", BigInteger, nullable=False),
        Column("evidence_end", BigInteger, nullable=False),
        Column("evidence_text", Text, nullable=False),
        PrimaryKeyConstraint("article_id", "finding_id"),
        ForeignKeyConstraint(["article_id", "finding_id"], ["persons.article_id", "persons.id"], ondelete="CASCADE"),
        Index(None, "country", "day"),
    )


def make_refusals() -> Table:
    """The refused findings with their reasons, in order."""
    return Table(
        "refusals",
        metadata,
        Column("article_id", KEY_TEXT, nullable=False),
        Column("ordinal", BigInteger, nullable=False),
        Column("kind", Text, nullable=False),
        Column("reason", Text, nullable=False),
        Column("label", Text, nullable=False),
        *make_columns(proof_columns()),
        Column("rule", Text, nullable=False),
        Column("body", JSON, nullable=False),
        PrimaryKeyConstraint("article_id", "ordinal"),
        ForeignKeyConstraint(["article_id"], ["articles.id"], ondelete="CASCADE"),
    )


articles = make_articles()
findings: MappingProxyType[str, Table] = MappingProxyType({kind: make_findings(kind) for kind in KINDS})
events = findings["events"]
links: MappingProxyType[str, Table] = MappingProxyType(
    {table: make_links(table, [link for link in LINKS if link.table == table]) for table in LINK_TABLES}
)
event_actors = links["event_actors"]
event_dyads = make_dyads()
dyad_spans = make_dyad_spans()
claim_dyads = make_claim_dyads()
sightings = make_sightings()
refusals = make_refusals()
happenings = make_happenings(metadata, KEY_TEXT)
happening_states = make_states(metadata, KEY_TEXT)
happening_members = make_members(metadata, KEY_TEXT)
happening_plans = make_plans(metadata, KEY_TEXT)
near_copy_bands = make_bands(metadata, KEY_TEXT)
decisions, decision_members = make_decisions(metadata, KEY_TEXT)
ledger_reports = make_reports(metadata, KEY_TEXT)
ledger_keys = make_keys(metadata)
ledger_lines = make_lines(metadata, KEY_TEXT)
ledger_marks = make_marks(metadata, KEY_TEXT)
ledger_line_reports = make_line_reports(metadata, KEY_TEXT)
disputes = make_disputes(metadata, KEY_TEXT)
victims = make_victims(metadata, KEY_TEXT)
imported_files = make_files(metadata, KEY_TEXT)
imported_events = make_imported(metadata, KEY_TEXT)
imported_actors = make_imported_actors(metadata, KEY_TEXT)

Index(None, events.c.first_day, events.c.article_id)
Index(None, events.c.type)
Index(None, findings["claims"].c.speaker_country)
Index(None, findings["persons"].c.country)
Index(None, findings["persons"].c.name, postgresql_using="hash")
Index(None, sightings.c.name_key, postgresql_using="hash")


@cache
def key_columns(table: Table) -> frozenset[str]:
    """The text columns of a table that stand in its primary key or in an ordered index."""
    ordered = [index for index in table.indexes if index.dialect_options["postgresql"]["using"] != "hash"]
    keys = [*table.primary_key.columns, *(column for index in ordered for column in index.columns)]
    return frozenset(column.name for column in keys if isinstance(column.type, Text))


def key_limit(table: Table, column: str) -> int:
    """How many bytes a text of `key_columns` may have."""
    if table is not event_dyads or column in ("article_id", "finding_id"):
        return KEY_BYTES
    return DYAD_KEY_BYTES.get(column, SHORT_KEY_BYTES)
