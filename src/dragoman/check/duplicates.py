"""Duplicates: findings of one article that tell the same thing again.

In: accepted findings of one kind. Out: the ones that stay and the ones that repeat them. The stronger evidence stays:
the higher confidence, then the one told first.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..record import Agreement, Claim, Commitment, Event, Finding, Person

# Happenings that an article tells several times in other words: one of a type, dyad and day is one event.
_ONE_A_DAY = frozenset({"CONSULT", "AGREE", "SUPPORT", "ACCUSE", "REQUEST", "REJECT", "THREATEN"})
_HOSTILE_QUAD = "material conflict"


class Duplicates:
    """Splits the findings of one kind."""

    def __init__(self, kind: str, published: str | None) -> None:
        self.kind = kind
        self.published = published

    def split(self, findings: Sequence[Finding]) -> tuple[list[Finding], list[Finding]]:
        """The findings that stay, in order, and those that repeat one of them."""
        kept: list[Finding] = []
        repeated: list[Finding] = []
        for finding in sorted(findings, key=lambda each: (-each.confidence, each.evidence.start)):
            (repeated if any(self._same(finding, other) for other in kept) else kept).append(finding)
        kept.sort(key=lambda each: (each.evidence.start, each.evidence.end, each.id))
        return kept, repeated

    def _same(self, one: Finding, other: Finding) -> bool:
        if isinstance(one, Event) and isinstance(other, Event):
            return _same_event(one, other, self.published)
        if isinstance(one, Claim) and isinstance(other, Claim):
            return one.evidence.overlaps(other.evidence) and one.quote == other.quote
        if isinstance(one, Person) and isinstance(other, Person):
            return one.name == other.name and one.country == other.country
        if isinstance(one, Agreement) and isinstance(other, Agreement):
            return one.evidence.overlaps(other.evidence)
        if isinstance(one, Commitment) and isinstance(other, Commitment):
            return one.evidence.overlaps(other.evidence) and (one.amount, one.deadline) == (
                other.amount,
                other.deadline,
            )
        return False


def _codes(event: Event) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(each.code for each in event.actors), frozenset(each.code for each in event.recipients)


def _told_apart(one: Event, other: Event) -> bool:
    """Whether one sentence tells two hostile acts of a type ("recalled its ambassador and closed the border"): other
    words, other codes, and both by rules of their own. Of words of other kinds the second mostly goes on the first."""
    own_rules = all(each.rule.split("+")[0] not in ("", "model") for each in (one, other))
    return (
        own_rules and one.quad == _HOSTILE_QUAD and one.cameo != other.cameo and not one.trigger.overlaps(other.trigger)
    )


def _same_event(one: Event, other: Event, published: str | None) -> bool:
    if one.type != other.type or (one.realis == "negated") != (other.realis == "negated"):
        return False
    if one.evidence == other.evidence and _codes(one) == _codes(other):
        return not _told_apart(one, other)
    # A meeting to come is not the one that was held.
    if one.type == "CONSULT" and (one.realis == "future") != (other.realis == "future"):
        return False
    (actors, recipients), (others, theirs) = _codes(one), _codes(other)
    same_sides = (actors, recipients) == (others, theirs) or (
        one.type in ("CONSULT", "COOPERATE") and actors | recipients == others | theirs
    )
    # An attack told again without its victim is the same attack.
    partial = actors == others and (not recipients or not theirs) and one.type not in _ONE_A_DAY
    if not (same_sides or partial):
        return False
    if one.date is None and other.date is None:
        return one.type in _ONE_A_DAY or partial
    if one.date is None or other.date is None:
        # What has no date is told of the day of the report; an older act is another one.
        dated = one.date or other.date
        return dated is not None and dated.is_news(published) and (one.type in _ONE_A_DAY or partial)
    return (one.date.start, one.date.end) == (other.date.start, other.date.end)
