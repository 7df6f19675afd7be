"""Verify: every finding is accepted or refused with a reason.

In: article and the findings of all stages. Out: a Record. A finding is refused where its words do not stand at its
span, where it comes from a headline, digest, caption or furniture, where its parties are missing or all of one state,
or where it repeats another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields

from ..record import (
    Actor,
    Agreement,
    Article,
    Claim,
    Commitment,
    Condition,
    Event,
    Finding,
    Meeting,
    Person,
    Reason,
    Record,
    Refusal,
    RegionKind,
    Span,
    When,
    Where,
)
from ..record.findings import AGREEMENT_KINDS, AGREEMENT_STATUSES, QUADS, REALIS
from ..stage import Stage
from .duplicates import Duplicates

# What the model reads is kept inside one state too, where it is this sure; the rules are for relations of states.
MODEL_RULE = "model"
LEAST_DOMESTIC = 0.8
# Acts that count without a recipient: a show of force is towards all who see it.
_ALONE_TYPES = frozenset({"MOBILIZE"})
_MATERIAL_CONFLICT = "material conflict"


def _region_reason(article: Article, finding: Finding) -> Reason | None:
    """Whether the evidence stands where nothing is reported."""
    start = finding.evidence.start
    region = next((each for each in article.regions if each.start <= start < each.end), None)
    if region is None or region.kind is RegionKind.BODY:
        return None
    return Reason.DIGEST if region.kind in (RegionKind.HEADLINE, RegionKind.DIGEST) else Reason.FURNITURE


def _spans(finding: Finding) -> Iterator[Span]:
    for field in fields(finding):  # type: ignore[arg-type]
        value = getattr(finding, field.name)
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, Span):
                yield each
            elif isinstance(each, (Actor, When, Where)):
                yield each.span


def _span_reason(article: Article, finding: Finding) -> Reason | None:
    proven = all(span.proves(article.text) for span in _spans(finding))
    return None if proven else Reason.SPAN_MISMATCH


def _states(event: Event) -> tuple[set[str], set[str]]:
    return (
        {actor.country for actor in event.actors if actor.country},
        {actor.country for actor in event.recipients if actor.country},
    )


def _is_domestic(event: Event) -> bool:
    """Whether an act inside one state is told whole: somebody does it to somebody who is not of another state by word,
    or a crowd or force acts by itself. Words need two states: "the minister agreed" says nothing of a relation."""
    return event.quad == _MATERIAL_CONFLICT and len({actor.code for actor in (*event.actors, *event.recipients)}) > 1


def check_event(event: Event, article: Article) -> Reason:
    """The verdict on an event."""
    if event.quad not in QUADS or event.realis not in REALIS:
        return Reason.BAD_VALUE
    if not event.actors:
        return Reason.NO_ACTOR
    actors, recipients = _states(event)
    if not actors and not recipients:
        return Reason.NO_STATE
    if event.rule == MODEL_RULE and event.confidence >= LEAST_DOMESTIC and _is_domestic(event):
        return Reason.SUPPORTED
    if not actors:
        return Reason.NO_ACTOR
    if len(actors | recipients) == 1 and not (event.type in _ALONE_TYPES and not event.recipients):
        return Reason.ONE_STATE if event.recipients or len(event.actors) > 1 else Reason.NO_RECIPIENT
    return Reason.SUPPORTED


def check_agreement(agreement: Agreement, article: Article) -> Reason:
    """The verdict on an agreement."""
    if agreement.kind not in AGREEMENT_KINDS or agreement.status not in AGREEMENT_STATUSES:
        return Reason.BAD_VALUE
    return Reason.SUPPORTED if len(agreement.parties) > 1 else Reason.TOO_FEW_PARTIES


def check_commitment(commitment: Commitment, article: Article) -> Reason:
    """The verdict on a commitment."""
    return Reason.SUPPORTED if commitment.parties else Reason.NO_STATE


def check_claim(claim: Claim, article: Article) -> Reason:
    """The verdict on a claim."""
    if claim.speaker is None or not (claim.speaker.name or claim.speaker.country or claim.speaker.sectors):
        return Reason.NO_SPEAKER
    return Reason.SUPPORTED


def check_meeting(meeting: Meeting, article: Article) -> Reason:
    """The verdict on a meeting."""
    if not meeting.countries:
        return Reason.NO_STATE
    return Reason.SUPPORTED


def check_person(person: Person, article: Article) -> Reason:
    """The verdict on a person."""
    return Reason.SUPPORTED if person.country or person.sectors else Reason.NO_STATE


def check_condition(condition: Condition, article: Article) -> Reason:
    """The verdict on a condition."""
    return Reason.SUPPORTED if len(condition.parties) > 1 else Reason.TOO_FEW_PARTIES


_CHECKS: dict[str, Callable[..., Reason]] = {
    "events": check_event,
    "agreements": check_agreement,
    "commitments": check_commitment,
    "claims": check_claim,
    "meetings": check_meeting,
    "persons": check_person,
    "conditions": check_condition,
}
# A caption may introduce a person; nothing else may come from outside the body.
_ANY_REGION = frozenset({"persons"})


def label_of(kind: str, finding: Finding) -> str:
    """A finding in a few words, for the list of refusals."""
    if isinstance(finding, Event):
        left, right = (", ".join(actor.code for actor in side) or "-" for side in (finding.actors, finding.recipients))
        return f"{finding.type} {left} > {right}"
    if isinstance(finding, Person):
        return finding.name
    if isinstance(finding, (Claim, Commitment, Condition, Agreement, Meeting)):
        return finding.evidence.text[:80]
    return kind


def verdict(kind: str, finding: Finding, article: Article) -> Reason:
    """The verdict on one finding by itself."""
    reason = _span_reason(article, finding)
    if reason is None and kind not in _ANY_REGION:
        reason = _region_reason(article, finding)
    return reason or _CHECKS[kind](finding, article)


def verify(article: Article, **findings: Sequence[Finding]) -> Record:
    """The record of an article: each finding accepted, or refused with its reason."""
    accepted: dict[str, tuple[Finding, ...]] = {}
    refused: list[Refusal] = []
    for kind, many in findings.items():
        kept: list[Finding] = []
        for finding in many:
            reason = verdict(kind, finding, article)
            if reason is Reason.SUPPORTED:
                kept.append(finding)
            else:
                refused.append(_refusal(kind, reason, finding))
        unique, repeated = Duplicates(kind, article.published).split(kept)
        refused.extend(_refusal(kind, Reason.DUPLICATE, finding) for finding in repeated)
        accepted[kind] = tuple(unique)
    refused.sort(key=lambda refusal: (refusal.evidence.start, refusal.kind, refusal.label))
    return Record(article, refused=tuple(refused), **accepted)  # type: ignore[arg-type]


def _refusal(kind: str, reason: Reason, finding: Finding) -> Refusal:
    return Refusal(kind, reason, label_of(kind, finding), finding.evidence, finding.rule)


FINDINGS = ("events", "agreements", "commitments", "claims", "meetings", "persons", "conditions")


def stage() -> Stage:
    """The check stage: the last one, which makes the record."""
    return Stage(
        "check",
        ("article", *FINDINGS),
        ("record",),
        lambda article, *many: verify(article, **dict(zip(FINDINGS, many, strict=True))),
    )
