"""Standing agreements that are commitments by themselves: those that run to a year, and those that name a sum.

In: the article, its agreements, the commitments found so far, the lexicon. Out: Commitments of the agreements' parties.
Refuses agreements that are not made yet, and words that a commitment holds already.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..dates import find_periods
from ..record import Agreement, Article, Commitment, Span, digest
from .amounts import find_amounts
from .deadlines import read_deadline
from .lexicon import PromiseLexicon

PLANNED_CONFIDENCE = 0.65
STANDING = ("signed", "ratified", "in force")


def from_periods(article: Article, agreements: Sequence[Agreement], found: Sequence[Commitment]) -> list[Commitment]:
    """A standing agreement with an end ("a roadmap for 2025-2027") is a commitment until then."""
    made: list[Commitment] = []
    for agreement in agreements:
        period = agreement.period
        taken = any(each.evidence.overlaps(agreement.evidence) for each in found)
        if period is None or period.end is None or agreement.status not in STANDING or taken:
            continue
        made.append(
            Commitment(
                digest(article.id, "commitment", agreement.evidence.start, "period", period.end),
                agreement.parties,
                agreement.evidence.text,
                None,
                None,
                None,
                _shortest(agreement.evidence, article.published, period.end),
                "open",
                (),
                agreement.evidence,
                "agreement-period",
                PLANNED_CONFIDENCE,
            )
        )
    return made


def from_sums(
    article: Article, agreements: Sequence[Agreement], found: Sequence[Commitment], lexicon: PromiseLexicon
) -> list[Commitment]:
    """A signed agreement with a sum in its name ("a $40 million contract") commits its parties to the sum."""
    made: list[Commitment] = []
    for agreement in agreements:
        taken = any(each.evidence.overlaps(agreement.evidence) and each.amount for each in found)
        if agreement.status != "signed" or taken or agreement.kind not in ("contract", "agreement"):
            continue
        span = agreement.evidence
        amounts = find_amounts(span.text, lexicon=lexicon, countries=agreement.parties)
        money = [each for each in amounts if each.currency]
        if len(money) != 1:
            continue
        deadline = read_deadline(span, published=article.published)
        key = digest(article.id, "commitment", span.start, money[0].value, deadline)
        made.append(
            Commitment(
                key,
                agreement.parties,
                span.text,
                money[0].value,
                money[0].currency,
                None,
                deadline,
                "open",
                (),
                span,
                "agreement-sum",
                PLANNED_CONFIDENCE,
            )
        )
    return made


def _shortest(evidence: Span, published: str | None, end: str) -> str:
    """The end of a period in the precision that the words have: the year where no month is named."""
    found = find_periods(evidence.text, published=published)
    text = found[0][0].text if found else ""
    return end[:4] if not any(char.isalpha() and char.isupper() for char in text) and end.endswith("-12-31") else end
