"""Claims: who said what, asked for by speaker, subject, words and day.

In: an open Database and filters. Out: ClaimRows by day of publication, those without one last. Refuses codes that no
stored text can match and days that are no days.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from ..record import Claim
from . import tables
from .database import Database
from .find import check_limit, parse_day
from .pages import read_pages
from .rows import explain_damage, require_text


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim with the head of its article."""

    article_id: str
    title: str | None
    url: str | None
    publisher: str | None
    published: str | None
    claim: Claim


def find_claim_rows(
    database: Database,
    *,
    speaker: str | None = None,
    about: str | None = None,
    search: str | None = None,
    since: str | date | None = None,
    until: str | date | None = None,
    limit: int | None = None,
) -> Iterator[ClaimRow]:
    """The claims of speakers of a state, about a state, with all words of `search` in what was said; all filters must
    hold."""
    claims, articles = tables.findings["claims"], tables.articles
    head = (articles.c.title, articles.c.url, articles.c.publisher, articles.c.published)
    statement = select(claims.c.article_id, claims.c.ordinal, claims.c.body, *head).join_from(
        claims, articles, articles.c.id == claims.c.article_id
    )
    if speaker is not None:
        statement = statement.where(claims.c.speaker_country == require_text(speaker, what="code of the speaker"))
    if about is not None:
        linked = tables.links["claim_about"]
        meant = (
            select(linked.c.finding_id)
            .where(linked.c.article_id == claims.c.article_id, linked.c.finding_id == claims.c.id)
            .where(linked.c.country == require_text(about, what="code"))
        )
        statement = statement.where(meant.exists())
    for word in require_text(search or "", what="words searched for").split():
        statement = statement.where(claims.c.text.icontains(word, autoescape=True))
    if since is not None:
        statement = statement.where(articles.c.published >= parse_day(since, what="since"))
    if until is not None:
        statement = statement.where(articles.c.published <= parse_day(until, what="until"))
    ties = [claims.c.article_id, claims.c.ordinal]
    for page in read_pages(database, statement, day=articles.c.published, ties=ties, limit=check_limit(limit)):
        for row in page:
            with explain_damage(row.article_id):
                claim = Claim.from_dict(row.body)
            yield ClaimRow(row.article_id, row.title, row.url, row.publisher, row.published, claim)
