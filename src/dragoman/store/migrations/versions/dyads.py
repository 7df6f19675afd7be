"""Dyads: the ordered pairs of states of each event and claim, so that the database counts and finds those of a dyad.

Written out, not derived from the record. What is stored already is looked through once, page by page. How often rows
are alike is kept by triggers, so that it is right whatever writes them and goes with an article that is dropped.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "dragoman_0005"
down_revision = "dragoman_0004"
branch_labels = None
depends_on = None

# So many findings are read at once.
PAGE = 200
SELECT = (
    "SELECT {kind}.article_id, {kind}.id, {kind}.body, articles.published FROM {kind} "
    "JOIN articles ON articles.id = {kind}.article_id {where}ORDER BY {kind}.article_id, {kind}.id LIMIT :page"
)
AFTER = "WHERE ({kind}.article_id, {kind}.id) > (:article_id, :id) "
DAYS = (
    *("actor", "recipient", "realis", "span", "day", "latest", "type", "quad", "leads"),
    *("attributed", "dated", "score", "contexts"),
)
ALIKE = ("actor", "recipient", "leads", "realis", "span", "type", "quad", "attributed")
ONE = {"sqlite": "{row}.dated", "postgresql": "{row}.dated::int"}
# What one row adds and takes away.
ADD = """
    INSERT INTO dyad_spans ({alike}, number, dated, score) VALUES ({new}, 1, {new_dated}, NEW.score)
    ON CONFLICT ({alike}) DO UPDATE SET number = dyad_spans.number + 1,
        dated = dyad_spans.dated + excluded.dated, score = dyad_spans.score + excluded.score;
"""
TAKE = """
    UPDATE dyad_spans SET number = number - 1, dated = dyad_spans.dated - {old_dated}, score = score - OLD.score
    WHERE {same};
    DELETE FROM dyad_spans WHERE {same} AND number = 0;
"""
# A changed row is taken away as it was and added as it is.
CHANGES = {"insert": ADD, "delete": TAKE, "update": TAKE + ADD}


def key(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    """A text in a key or an ordered index: sorted by bytes on both backends."""
    return sa.Column(name, sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=nullable)


def flag(name: str) -> sa.Column[Any]:
    """True or false."""
    return sa.Column(name, sa.Boolean(), nullable=False)


def place(date: dict[str, Any] | None, published: str | None) -> tuple[str | None, str | None]:
    """The first and the last day on which an event may have begun."""
    if date is None:
        return published, published
    if date["from"] is None or (date["to"] is None and date["precision"] != "day"):
        return None, None
    return date["from"], date["from"] if date["precision"] == "day" else date["to"]


def name(day: str | None, latest: str | None) -> str:
    """The month that two days lie in, else both days."""
    if day is None or latest is None:
        return ""
    return day[:7] if day[:7] == latest[:7] else f"{day}/{latest}"


def pair(body: dict[str, Any]) -> Iterator[tuple[str, str, bool]]:
    """The ordered pairs of states, and whether each is the first of its two."""
    doers = list(dict.fromkeys(actor["country"] for actor in body["actors"] if actor["country"]))
    others = list(dict.fromkeys(actor["country"] for actor in body["recipients"] if actor["country"]))
    seen = set()
    for doer in doers:
        for other in others if body["recipients"] else doers:
            if doer != other:
                yield doer, other, frozenset((doer, other)) not in seen
                seen.add(frozenset((doer, other)))


def make_event_rows(row: Any, body: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The rows of a stored event."""
    day, latest = place(body["date"], row.published)
    for actor, recipient, leads in pair(body):
        yield {
            "article_id": row.article_id,
            "finding_id": row.id,
            "actor": actor,
            "recipient": recipient,
            "leads": leads,
            "realis": body["realis"],
            "span": name(day, latest),
            "day": day,
            "latest": latest,
            "dated": body["date"] is not None,
            "attributed": body["attribution"] is not None,
            "type": body["type"],
            "quad": body["quad"],
            "score": float(body["score"]),
            "contexts": "|".join(sorted(body["contexts"])),
        }


def make_claim_rows(row: Any, body: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The rows of a stored claim."""
    speaker = body["speaker"]["country"] if body["speaker"] else None
    for about in dict.fromkeys(body["about"]) if speaker else ():
        names = {"article_id": row.article_id, "finding_id": row.id}
        yield {**names, "about": about, "speaker": speaker, "day": row.published}


def fill(table: sa.Table, kind: str, make_rows: Callable[[Any, dict[str, Any]], Iterator[dict[str, Any]]]) -> None:
    """Take the dyads of the findings of one kind that are there already."""
    connection = op.get_bind()
    last: dict[str, Any] = {}
    while True:
        statement = sa.text(SELECT.format(kind=kind, where=AFTER.format(kind=kind) if last else ""))
        found = list(connection.execute(statement, {**last, "page": PAGE}))
        bodies = [json.loads(row.body) if isinstance(row.body, str) else row.body for row in found]
        rows = [made for row, body in zip(found, bodies, strict=True) for made in make_rows(row, body)]
        if rows:
            connection.execute(sa.insert(table), rows)
        if len(found) < PAGE:
            return
        last = {"article_id": found[-1].article_id, "id": found[-1].id}


def hang_on(table: str, kind: str) -> sa.ForeignKeyConstraint:
    """A row goes with its finding."""
    name = op.f(f"fk_{table}_{kind}")
    finding = [f"{kind}.article_id", f"{kind}.id"]
    return sa.ForeignKeyConstraint(["article_id", "finding_id"], finding, name=name, ondelete="CASCADE")


def make_events() -> None:
    """The dyads of events; the index is built when they are there."""
    table = op.create_table(
        "event_dyads",
        *(key(name) for name in ("article_id", "finding_id", "actor", "recipient")),
        flag("leads"),
        key("realis"),
        key("span"),
        key("day", nullable=True),
        key("latest", nullable=True),
        key("type"),
        key("quad"),
        flag("attributed"),
        flag("dated"),
        sa.Column("score", sa.Double(), nullable=False),
        key("contexts"),
        sa.PrimaryKeyConstraint("article_id", "finding_id", "actor", "recipient", name=op.f("pk_event_dyads")),
        hang_on("event_dyads", "events"),
        sqlite_with_rowid=False,
    )
    fill(table, "events", make_event_rows)
    op.create_index("ix_event_dyads_days", "event_dyads", list(DAYS), unique=False)


def make_spans() -> None:
    """How often rows are alike, counted once and then kept by triggers."""
    flags = ("leads", "attributed")
    op.create_table(
        "dyad_spans",
        *(flag(each) if each in flags else key(each) for each in ALIKE),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("dated", sa.BigInteger(), nullable=False),
        sa.Column("score", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint(*ALIKE, name=op.f("pk_dyad_spans")),
        sqlite_with_rowid=False,
    )
    alike = ", ".join(ALIKE)
    sums = "COUNT(*), SUM(CASE WHEN dated THEN 1 ELSE 0 END), SUM(score)"
    op.execute(
        f"INSERT INTO dyad_spans ({alike}, number, dated, score) "
        f"SELECT {alike}, {sums} FROM event_dyads GROUP BY {alike}"
    )
    dialect = op.get_bind().dialect.name
    words = {
        "alike": alike,
        "new": ", ".join(f"NEW.{each}" for each in ALIKE),
        "same": " AND ".join(f"{each} = OLD.{each}" for each in ALIKE),
        "new_dated": ONE[dialect].format(row="NEW"),
        "old_dated": ONE[dialect].format(row="OLD"),
    }
    for change, body in CHANGES.items():
        make_trigger(dialect, change, body.format(**words))


def make_trigger(dialect: str, change: str, body: str) -> None:
    """Do `body` after each row of `event_dyads` that is changed so."""
    after = f"CREATE TRIGGER count_{change} AFTER {change.upper()} ON event_dyads FOR EACH ROW"
    if dialect == "sqlite":
        op.execute(f"{after} BEGIN {body} END")
        return
    function = f"dragoman_count_{change}()"
    op.execute(f"CREATE FUNCTION {function} RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body} RETURN NULL; END $$")
    op.execute(f"{after} EXECUTE FUNCTION {function}")


def make_claims() -> None:
    """The dyads of claims."""
    table = op.create_table(
        "claim_dyads",
        *(key(name) for name in ("article_id", "finding_id", "about", "speaker")),
        key("day", nullable=True),
        sa.PrimaryKeyConstraint("article_id", "finding_id", "about", name=op.f("pk_claim_dyads")),
        hang_on("claim_dyads", "claims"),
        sqlite_with_rowid=False,
    )
    fill(table, "claims", make_claim_rows)
    columns = ["speaker", "about", "day", "article_id"]
    op.create_index(op.f(f"ix_claim_dyads_{'_'.join(columns)}"), "claim_dyads", columns, unique=False)


def upgrade() -> None:
    """Make the tables and fill them."""
    make_events()
    make_spans()
    make_claims()


def downgrade() -> None:
    """Drop the dyads."""
    op.drop_table("claim_dyads")
    op.drop_table("event_dyads")
    op.drop_table("dyad_spans")
    if op.get_bind().dialect.name == "postgresql":
        for change in CHANGES:
            op.execute(f"DROP FUNCTION dragoman_count_{change}()")
