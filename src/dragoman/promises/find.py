"""The promises stage: agreements, commitments and the conditions of relations."""

from __future__ import annotations

from ..actors.mention import Mention
from ..events.lexicon import load_act_lexicon
from ..events.roles import Roles
from ..parse.tokens import Parsed
from ..record import Agreement, Article, Claim, Commitment, Condition, Event, When
from ..stage import Stage
from .agreements import AgreementFinder
from .commitments import CommitmentFinder
from .conditions import find_conditions
from .lexicon import load_promise_lexicon
from .relation import Relations, is_sure


def find_promises(
    article: Article,
    parsed: Parsed,
    mentions: tuple[Mention, ...],
    dates: tuple[When, ...],
    claims: tuple[Claim, ...],
    events: tuple[Event, ...],
) -> tuple[tuple[Agreement, ...], tuple[Commitment, ...], tuple[Condition, ...]]:
    """The agreements, commitments and conditions of an article."""
    events = tuple(event for event in events if is_sure(event))
    lexicon, roles, relations = load_promise_lexicon(), Roles(mentions, claims), Relations(parsed, events, mentions)
    agreements = AgreementFinder(article, parsed, roles, events, dates, lexicon, relations).find()
    commitments = CommitmentFinder(
        article, parsed, roles, events, agreements, relations, load_act_lexicon(), lexicon
    ).find()
    return agreements, commitments, find_conditions(article, parsed, roles, lexicon)


def stage() -> Stage:
    """The promises stage."""
    return Stage(
        "promises",
        ("article", "parsed", "mentions", "dates", "claims", "events"),
        ("agreements", "commitments", "conditions"),
        find_promises,
    )
