"""The first tables: articles, one table for each kind of finding, their links, and the refusals.

Written out, not derived from the record: this step makes the same tables for ever.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "dragoman_0001"
down_revision = None
branch_labels = None
depends_on = None

LINKED = (
    ("event_actors", "events"),
    ("agreement_parties", "agreements"),
    ("commitment_parties", "commitments"),
    ("commitment_promisers", "commitments"),
    ("claim_about", "claims"),
    ("meeting_countries", "meetings"),
    ("meeting_participants", "meetings"),
    ("condition_parties", "conditions"),
)
WITH_ACTORS = ("event_actors", "commitment_promisers", "meeting_participants")


def key(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    """A text in a key or an ordered index: sorted by bytes on both backends."""
    return sa.Column(name, sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=nullable)


def words(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    """A text."""
    return sa.Column(name, sa.Text(), nullable=nullable)


def whole(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    """A whole number."""
    return sa.Column(name, sa.BigInteger(), nullable=nullable)


def real(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    """A number with a fraction."""
    return sa.Column(name, sa.Double(), nullable=nullable)


def flag(name: str) -> sa.Column[Any]:
    """True or false."""
    return sa.Column(name, sa.Boolean(), nullable=False)


def plain(name: str) -> sa.Column[Any]:
    """A value as JSON."""
    return sa.Column(name, sa.JSON(), nullable=False)


def date() -> list[sa.Column[Any]]:
    """The columns of a date that may be unknown."""
    return [words(f"date_{part}", nullable=True) for part in ("from", "to", "precision")]


def place() -> list[sa.Column[Any]]:
    """The columns of a place that may be unknown."""
    return [
        words("place_name", nullable=True),
        words("place_country", nullable=True),
        real("place_lat", nullable=True),
        real("place_lon", nullable=True),
        whole("place_geonameid", nullable=True),
    ]


def proof() -> list[sa.Column[Any]]:
    """The columns of the evidence."""
    return [whole("evidence_start"), whole("evidence_end")]


def make_index(table: str, *columns: str, using: str | None = None) -> None:
    """An index with the name that the conventions give it."""
    options: dict[str, Any] = {"postgresql_using": using} if using else {}
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns), unique=False, **options)


def make_finding(kind: str, *columns: sa.Column[Any]) -> None:
    """The table of one kind of finding, with what all kinds share."""
    op.create_table(
        kind,
        key("article_id"),
        key("id"),
        *columns,
        *proof(),
        words("rule"),
        real("confidence"),
        whole("ordinal"),
        plain("body"),
        sa.PrimaryKeyConstraint("article_id", "id", name=op.f(f"pk_{kind}")),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f(f"fk_{kind}_articles"), ondelete="CASCADE"),
    )


def make_link(table: str, kind: str) -> None:
    """The table of the countries or actors of one kind of finding."""
    with_actors = table in WITH_ACTORS
    role = ["role"] if table == "event_actors" else []
    op.create_table(
        table,
        key("article_id"),
        key("finding_id"),
        *(key(name) for name in role),
        whole("ordinal"),
        key("country", nullable=with_actors),
        *([words("name", nullable=True), plain("sectors")] if with_actors else []),
        sa.PrimaryKeyConstraint("article_id", "finding_id", *role, "ordinal", name=op.f(f"pk_{table}")),
        sa.ForeignKeyConstraint(
            ["article_id", "finding_id"],
            [f"{kind}.article_id", f"{kind}.id"],
            name=op.f(f"fk_{table}_{kind}"),
            ondelete="CASCADE",
        ),
    )
    make_index(table, "country", "article_id", "finding_id")
    if with_actors:
        make_index(table, "name", using="hash")


def make_articles() -> None:
    """The table of articles."""
    op.create_table(
        "articles",
        key("id"),
        words("text"),
        words("title", nullable=True),
        words("url", nullable=True),
        words("publisher", nullable=True),
        key("published", nullable=True),
        words("updated", nullable=True),
        words("dateline", nullable=True),
        words("language"),
        plain("regions"),
        *(words(name) for name in ("content_digest", "coder", "first_coded", "last_coded")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_articles")),
    )
    make_index("articles", "published", "id")


def make_events() -> None:
    """The table of events."""
    make_finding(
        "events",
        key("type"),
        words("mode", nullable=True),
        words("cameo"),
        words("quad"),
        real("score"),
        words("realis"),
        *date(),
        *place(),
        words("attribution_country", nullable=True),
        words("attribution_name", nullable=True),
        whole("trigger_start"),
        whole("trigger_end"),
        key("first_day", nullable=True),
        key("last_day", nullable=True),
    )
    make_index("events", "first_day", "article_id")
    make_index("events", "type")


def make_promises() -> None:
    """The tables of agreements and commitments."""
    make_finding(
        "agreements",
        words("kind"),
        *date(),
        *place(),
        words("period_from", nullable=True),
        words("period_to", nullable=True),
        words("status"),
        flag("grouped"),
        whole("count", nullable=True),
    )
    make_finding(
        "commitments",
        words("what"),
        real("amount", nullable=True),
        words("currency", nullable=True),
        words("unit", nullable=True),
        words("deadline", nullable=True),
        words("status"),
    )


def make_other_findings() -> None:
    """The tables of claims, meetings, persons and conditions."""
    make_finding(
        "claims",
        key("speaker_country", nullable=True),
        words("speaker_name", nullable=True),
        flag("quote"),
        words("text"),
    )
    make_index("claims", "speaker_country")
    make_finding("meetings", words("form"), *place(), *date(), words("realis"))
    make_finding("persons", words("name"), words("role", nullable=True), key("country", nullable=True))
    make_index("persons", "country")
    make_index("persons", "name", using="hash")
    make_finding("conditions", words("kind"), words("what"))


def make_refusals() -> None:
    """The table of refused findings."""
    op.create_table(
        "refusals",
        key("article_id"),
        whole("ordinal"),
        words("kind"),
        words("reason"),
        words("label"),
        *proof(),
        words("rule"),
        plain("body"),
        sa.PrimaryKeyConstraint("article_id", "ordinal", name=op.f("pk_refusals")),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_refusals_articles"), ondelete="CASCADE"),
    )


def upgrade() -> None:
    """Make all tables."""
    make_articles()
    make_events()
    make_promises()
    make_other_findings()
    for table, kind in LINKED:
        make_link(table, kind)
    make_refusals()


def downgrade() -> None:
    """Drop all tables, those that hang on others first."""
    op.drop_table("refusals")
    for table, _kind in reversed(LINKED):
        op.drop_table(table)
    for kind in ("conditions", "persons", "meetings", "claims", "commitments", "agreements", "events"):
        op.drop_table(kind)
    op.drop_table("articles")
