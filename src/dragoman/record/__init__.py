"""The words of the project: what a record is made of. Imports nothing else of dragoman."""

from .article import Article, Region, RegionKind, digest
from .findings import (
    Actor,
    Agreement,
    Claim,
    Commitment,
    Condition,
    Event,
    Finding,
    Meeting,
    Period,
    Person,
    When,
    Where,
)
from .happening import Agreed, DecidedMember, Decision, Happening, Join, Member
from .record import KINDS, Record
from .sighting import Seen, Sighting, Sightings, take_sightings
from .span import Span
from .verdict import REASONS, Reason, Refusal

__all__ = [
    "KINDS",
    "REASONS",
    "Actor",
    "Agreed",
    "Agreement",
    "Article",
    "Claim",
    "Commitment",
    "Condition",
    "DecidedMember",
    "Decision",
    "Event",
    "Finding",
    "Happening",
    "Join",
    "Meeting",
    "Member",
    "Period",
    "Person",
    "Reason",
    "Record",
    "Refusal",
    "Region",
    "RegionKind",
    "Seen",
    "Sighting",
    "Sightings",
    "Span",
    "When",
    "Where",
    "digest",
    "take_sightings",
]
