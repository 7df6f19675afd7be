"""Find claims: who says what about which states.

In: Article, Parsed and Mentions. Out: Claims in order of the text, direct speech and indirect statements. Refuses:
what the outlet itself says. A claim without a known speaker is kept with speaker None for the check to refuse.
"""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType

from ..actors.mention import Mention
from ..parse.tokens import Parsed
from ..record import Article, Claim, digest
from ..stage import Stage
from .about import tell_about
from .charges import find_charges
from .direct import find_direct
from .indirect import find_indirect
from .nested import part_nested
from .passage import Draft, Passage
from .people import unite_speakers
from .speech import load_speech

# By how directly the words show the speaker; they order claims for review and are no probabilities.
CONFIDENCE = MappingProxyType(
    {
        "said-after-quote": 0.97,
        "said-before-quote": 0.96,
        "according-to-quote": 0.93,
        "quote-continued": 0.93,
        "quote-carried": 0.9,
        "quote-in-clause": 0.85,
        "said-in-sentence-before": 0.8,
        "quote-carried-over": 0.8,
        "colon-quote": 0.75,
        "quote-ahead": 0.7,
        "told-before-quote": 0.65,
        "quote-alone": 0.3,
        "indirect-said": 0.92,
        "said-behind": 0.9,
        "adding-said": 0.88,
        "said-at-end": 0.8,
        "accused": 0.9,
        "blamed": 0.88,
        "denied": 0.88,
        "said-amid": 0.85,
        "relative-said": 0.8,
        "position-of": 0.8,
        "according-to": 0.85,
    }
)


def find_claims(article: Article, parsed: Parsed, mentions: Iterable[Mention]) -> tuple[Claim, ...]:
    """The claims of the article's body, in order of the text."""
    passage = Passage(article, parsed, tuple(mentions), load_speech())
    drafts = [*find_direct(passage), *find_indirect(passage), *find_charges(passage)]
    drafts = [draft for draft in drafts if not _is_outlet(draft, article)]
    return _make_claims(passage, unite_speakers(passage, part_nested(passage, _drop_doubles(drafts))))


def stage() -> Stage:
    """The stage that gives the claims."""
    return Stage("claims", ("article", "parsed", "mentions"), ("claims",), find_claims)


def _is_outlet(draft: Draft, article: Article) -> bool:
    """Whether the speaker is the outlet that publishes the article."""
    if draft.speaker is None or not article.publisher:
        return False
    names = {
        draft.speaker.span.text.casefold(),
        *(actor.name.casefold() for actor in draft.speaker.actors if actor.name),
    }
    return article.publisher.casefold() in names


def _drop_doubles(drafts: list[Draft]) -> list[Draft]:
    """One draft for each stretch: of equal ones the surest."""
    best: dict[tuple[int, int], Draft] = {}
    for draft in sorted(drafts, key=lambda draft: (-CONFIDENCE[draft.rule], draft.rule)):
        best.setdefault((draft.span.start, draft.span.end), draft)
    return sorted(best.values(), key=lambda draft: (draft.span.start, draft.span.end))


def _make_claims(passage: Passage, drafts: list[Draft]) -> tuple[Claim, ...]:
    claims: list[Claim] = []
    before: Draft | None = None
    for draft in drafts:
        same = (
            before is not None
            and before.paragraph == draft.paragraph
            and draft.rule.startswith("quote-carried")
            and before.speaker == draft.speaker
        )
        about = tell_about(passage, draft, earlier=claims[-1].about if same and claims else ())
        speaker = draft.speaker.actors[0] if draft.speaker is not None and draft.speaker.actors else None
        claims.append(
            Claim(
                id=digest(passage.article.id, "claim", draft.span.start, draft.span.end),
                speaker=speaker,
                quote=draft.quote,
                text=draft.span.text,
                about=about,
                evidence=draft.span,
                rule=draft.rule,
                confidence=CONFIDENCE[draft.rule],
            )
        )
        before = draft
    return tuple(claims)
