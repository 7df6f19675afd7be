"""Dyads: the ordered pairs of states of each event, so that the database counts a series of a dyad by itself.

Written out, not derived from the record. The events that are there already are looked through once, page by page.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "dragoman_0005"
down_revision = "dragoman_0002"
branch_labels = None
depends_on = None

# So many events are read at once.
PAGE = 1000
SELECT = (
    "SELECT events.article_id, events.id, events.body, articles.published FROM events "
    "JOIN articles ON articles.id = events.article_id {where}ORDER BY events.article_id, events.id LIMIT :page"
)
AFTER = "WHERE (events.article_id, events.id) > (:article_id, :id) "
SERIES = (
    *("actor", "recipient", "realis", "month", "type", "quad", "leads", "attributed", "dated"),
    *("score", "day", "latest", "contexts"),
)


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


def make_rows(row: Any) -> Iterator[dict[str, Any]]:
    """The rows of a stored event."""
    body = json.loads(row.body) if isinstance(row.body, str) else row.body
    day, latest = place(body["date"], row.published)
    for actor, recipient, leads in pair(body):
        yield {
            "article_id": row.article_id,
            "finding_id": row.id,
            "actor": actor,
            "recipient": recipient,
            "leads": leads,
            "realis": body["realis"],
            "month": day[:7] if day and latest and day[:7] == latest[:7] else None,
            "day": day,
            "latest": latest,
            "dated": body["date"] is not None,
            "attributed": body["attribution"] is not None,
            "type": body["type"],
            "quad": body["quad"],
            "score": float(body["score"]),
            "contexts": "|".join(sorted(body["contexts"])),
        }


def fill(table: sa.Table) -> None:
    """Take the dyads of the events that are there already."""
    connection = op.get_bind()
    last: dict[str, Any] = {}
    while True:
        statement = sa.text(SELECT.format(where=AFTER if last else ""))
        events = list(connection.execute(statement, {**last, "page": PAGE}))
        rows = [made for event in events for made in make_rows(event)]
        if rows:
            connection.execute(sa.insert(table), rows)
        if len(events) < PAGE:
            return
        last = {"article_id": events[-1].article_id, "id": events[-1].id}


def upgrade() -> None:
    """Make the table, fill it and then build its index."""
    table = op.create_table(
        "event_dyads",
        *(key(name) for name in ("article_id", "finding_id", "actor", "recipient")),
        flag("leads"),
        key("realis"),
        *(key(name, nullable=True) for name in ("month", "day", "latest")),
        flag("dated"),
        flag("attributed"),
        key("type"),
        key("quad"),
        sa.Column("score", sa.Double(), nullable=False),
        key("contexts"),
        sa.PrimaryKeyConstraint("article_id", "finding_id", "actor", "recipient", name=op.f("pk_event_dyads")),
        sa.ForeignKeyConstraint(
            ["article_id", "finding_id"],
            ["events.article_id", "events.id"],
            name=op.f("fk_event_dyads_events"),
            ondelete="CASCADE",
        ),
        sqlite_with_rowid=False,
    )
    fill(table)
    op.create_index("ix_event_dyads_series", "event_dyads", list(SERIES), unique=False)


def downgrade() -> None:
    """Drop the dyads."""
    op.drop_table("event_dyads")
